"""Reading an acknowledgement that somebody sent us: status, errors, and which message."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from caremsg.document import Inspection
from caremsg.errors import InputError
from caremsg.messages.apprec import HCP, AppRec, Inst
from caremsg.messages.datatypes import CS

from .comparing import comparable
from .directory import Identifier, Identifiers

__all__ = ["Outcome", "Receipt", "ReceiptError", "read_receipt"]


class Outcome(Enum):
    """What an acknowledgement says about a message."""

    OK = "1"
    REFUSED = "2"
    OK_WITH_FAULTS = "3"
    UNKNOWN = ""
    """Its status is not in the code list, or it cannot be read: never taken for OK."""


@frozen(repr=False)
class ReceiptError:
    """One error of an acknowledgement, to be shown as it is."""

    code: str
    display: str
    text: str
    """What the receiver added in words."""


@frozen(repr=False)
class Receipt:
    """An acknowledgement that was received."""

    id: str
    outcome: Outcome
    errors: tuple[ReceiptError, ...]
    original_id: str
    """The identifier of the message it is about, as it was written."""
    original_type: str
    senders: Identifiers
    """All identifiers of the party that acknowledges, the most precise level only."""
    organisations: Identifiers
    """Those of its organisation."""
    copy: bool
    """True when a copy receiver acknowledges."""
    version: str

    @property
    def key(self) -> str:
        """The identifier of the message it is about, for comparing."""
        return comparable(self.original_id)

    def __repr__(self) -> str:
        return f"<Receipt {self.version}: {self.outcome.name}>"


def read_receipt(inspection: Inspection) -> Receipt:
    """What an acknowledgement says; its outcome is unknown when it is not wholly right.

    Raises InputError when it is no acknowledgement. Source: HIS 80415:2012, 3.
    """
    message = inspection.message
    if not isinstance(message, AppRec):
        raise InputError("this is not an acknowledgement")
    original = message.original_msg_id
    hcp = getattr(message.sender, "hcp", None)
    return Receipt(
        id=message.id or "",
        outcome=_outcome(message.status) if inspection.ok else Outcome.UNKNOWN,
        errors=tuple(
            ReceiptError(e.code or "", e.display or "", e.original_text or "")
            for e in message.error or ()
        ),
        original_id=getattr(original, "id", None) or "",
        original_type=getattr(getattr(original, "msg_type", None), "code", None) or "",
        senders=_most_precise(hcp),
        organisations=_organisation(hcp),
        copy=_code(getattr(message.sender, "role", None)) == "COP",
        version=message.edition.version,
    )


def _outcome(status: CS | None) -> Outcome:
    code = (status.code or "").strip() if status is not None else ""
    try:
        return Outcome(code)
    except ValueError:
        return Outcome.UNKNOWN


def _most_precise(hcp: HCP | None) -> Identifiers:
    """The identifiers of service and person, or else of the organisation (APP-71)."""
    inst = getattr(hcp, "innhold", None)
    inner = (*inst.dept, *inst.hc_person) if isinstance(inst, Inst) else ()
    found = frozenset[Identifier]().union(*(_ids(part) for part in inner))
    return found or _organisation(hcp)


def _organisation(hcp: HCP | None) -> Identifiers:
    return _ids(getattr(hcp, "innhold", None))


def _ids(part: object) -> Identifiers:
    found: set[Identifier] = set()
    if (value := getattr(part, "id", None)) and value.strip():
        found.add(Identifier(_code(getattr(part, "type_id", None)), value))
    for more in getattr(part, "additional_id", None) or ():
        if more.id and more.id.strip():
            found.add(Identifier(_code(more.type), more.id))
    return frozenset(found)


def _code(kind: CS | None) -> str:
    return (kind.code if kind is not None else None) or ""
