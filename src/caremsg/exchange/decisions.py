"""What is done with bytes that arrived, and why: the result of `receive`."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen

from caremsg.document import Inspection
from caremsg.findings import Report, Words

from .acknowledging import Acknowledgement
from .originals import Original
from .receipts import Receipt

__all__ = ["Decision", "Reason", "Reception"]


class Decision(Enum):
    """What is done with a message that arrived."""

    ACCEPT = "accept"
    """Taken in."""
    WARN = "warn"
    """Taken in, and a user has to be told something."""
    REJECT = "reject"
    """Not taken in; it shows in an error log only."""
    IGNORE = "ignore"
    """A duplicate: nothing is done, and nothing is answered."""
    HOLD = "hold"
    """A person decides; nothing is answered before that. Only when the policy asks for it."""


class Reason(Enum):
    """Why it was decided so; the value is fit for programs."""

    TAKEN = "taken-in"
    WARNINGS = "taken-in-with-warnings"
    HELD = "waits-for-a-person"
    REFUSED = "refused"
    RECEIPT = "an-acknowledgement-is-not-acknowledged"
    FAULTY_RECEIPT = "a-faulty-acknowledgement-is-not-acknowledged"
    DUPLICATE = "received-before"
    NO_ENVELOPE = "no-message-head"
    NO_SENDER = "sender-not-made-out"
    NO_RECEIVER = "no-receiver-of-ours"
    TOO_LITTLE = "too-little-of-the-head"
    SILENT = "policy-does-not-answer-unreadable"
    REAL_TIME = "answered-in-real-time"

    @property
    def text(self) -> Words:
        """In words."""
        return _TEXTS[self]


_TEXTS = {
    Reason.TAKEN: Words("taken in", "tatt inn"),
    Reason.WARNINGS: Words("taken in; a user has to know", "tatt inn; en bruker må få vite noe"),
    Reason.HELD: Words("a person has to decide first", "et menneske må avgjøre først"),
    Reason.REFUSED: Words("refused, and the sender is told why", "avvist, og avsenderen får grunn"),
    Reason.RECEIPT: Words(
        "an acknowledgement is never acknowledged", "en kvittering kvitteres aldri"
    ),
    Reason.FAULTY_RECEIPT: Words(
        "a faulty acknowledgement is logged, and never acknowledged",
        "en feilaktig kvittering loggføres, og kvitteres aldri",
    ),
    Reason.DUPLICATE: Words(
        "received before: ignored, and not answered again",
        "mottatt før: ses bort fra, og besvares ikke igjen",
    ),
    Reason.NO_ENVELOPE: Words(
        "not a message in its envelope, so nobody can be answered",
        "ikke en melding i konvolutten sin, så ingen kan besvares",
    ),
    Reason.NO_SENDER: Words(
        "the sender cannot be made out, so nobody can be answered",
        "avsenderen kan ikke finnes, så ingen kan besvares",
    ),
    Reason.NO_RECEIVER: Words(
        "no receiver is ours, so it is not ours to answer",
        "ingen mottaker er vår, så det er ikke vårt å svare",
    ),
    Reason.TOO_LITTLE: Words(
        "too little of the head can be read to answer", "for lite av hodet kan leses til å svare"
    ),
    Reason.SILENT: Words(
        "it cannot be read, and the policy is not to answer such messages",
        "den kan ikke leses, og regelen her er å ikke svare på slike meldinger",
    ),
    Reason.REAL_TIME: Words(
        "the service answers in real time, without an acknowledgement",
        "tjenesten svarer i sanntid, uten kvittering",
    ),
}


@frozen(repr=False)
class Reception:
    """What became of some bytes that arrived."""

    data: bytes
    """The bytes, untouched: keep these."""
    inspection: Inspection
    """What they are; the message is in it, and incomplete when the shape is wrong."""
    original: Original | None
    """What of the head could be made out, if anything."""
    decision: Decision
    reason: Reason
    """Why; when there is no acknowledgement, why there is none."""
    report: Report
    """All findings."""
    acknowledgements: tuple[Acknowledgement, ...] = ()
    """One for each receiver of ours, ready to send."""
    receipt: Receipt | None = None
    """What it says, when it is an acknowledgement itself."""
    digest: str = field(default="")
    """SHA-256 of the bytes, in hexadecimal digits."""

    @property
    def acknowledgement(self) -> Acknowledgement | None:
        """The acknowledgement; the first when there are several."""
        return next(iter(self.acknowledgements), None)

    @property
    def taken_in(self) -> bool:
        """True when the message is to be filed."""
        return self.decision in (Decision.ACCEPT, Decision.WARN) and self.receipt is None

    @property
    def salvaged(self) -> bool:
        """True when the head was pieced together from a message that cannot be read."""
        return self.original is not None and self.original.salvaged

    def __repr__(self) -> str:
        count = len(self.acknowledgements)
        return f"<Reception: {self.decision.value}, {self.reason.value}, {count} to send>"
