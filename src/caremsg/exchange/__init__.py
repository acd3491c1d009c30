"""Receiving and following messages, without a wire: bytes in, decisions and bytes out.

    reception = receive(data, id=new_uuid, at=now, directory=ours)
    reception.decision            # Decision.ACCEPT, WARN, REJECT or IGNORE
    reception.acknowledgements    # ready to send, one for each receiver of ours
    reception.reason              # why; and why there is none, when there is none

`Exchange` follows every message that was sent or received, over a store of its own.

Where to look: `receiving` decides, by `originals` (what a message says of itself; `salvage`
when it is damaged), `addressing` and `directory`, and `acknowledging` answers. `exchange` is
the door of what is remembered (`records`, `store`): `following` links messages, `chains`
says what counts, `awaiting` what is due by `deadlines`. `lives` has the transition tables.
"""

from .acknowledging import Acknowledgement, Fault, Status, acknowledge
from .deadlines import AWAITED, Rule
from .decisions import Decision, Reason, Reception
from .directory import (
    EVERYBODY,
    Directory,
    Identifier,
    OwnDirectory,
    OwnOrganisation,
    read_directory,
)
from .exchange import Exchange, Filed
from .lives import (
    TABLES,
    Awaited,
    Delivered,
    DeliveryStep,
    Received,
    Validity,
)
from .originals import Addressee, Original, original_of
from .policies import RECEIVE, Receiving
from .receipts import Outcome, Receipt, ReceiptError, read_receipt
from .receiving import receive, settle
from .records import Deadline, Delivery, Event, Happening, Item, Letter
from .store import Memory, Store

__all__ = [
    "AWAITED",
    "EVERYBODY",
    "RECEIVE",
    "TABLES",
    "Acknowledgement",
    "Addressee",
    "Awaited",
    "Deadline",
    "Decision",
    "Delivered",
    "Delivery",
    "DeliveryStep",
    "Directory",
    "Event",
    "Exchange",
    "Fault",
    "Filed",
    "Happening",
    "Identifier",
    "Item",
    "Letter",
    "Memory",
    "Original",
    "Outcome",
    "OwnDirectory",
    "OwnOrganisation",
    "Reason",
    "Receipt",
    "ReceiptError",
    "Received",
    "Receiving",
    "Reception",
    "Rule",
    "Status",
    "Store",
    "Validity",
    "acknowledge",
    "original_of",
    "read_directory",
    "read_receipt",
    "receive",
    "settle",
]
