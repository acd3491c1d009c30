"""What an exchange remembers: letters, deliveries, deadlines, things to send, events.

All are plain values; a store keeps them, and `Exchange` replaces them by newer ones.
"""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import Literal
from zoneinfo import ZoneInfo

from attrs import frozen

from caremsg.errors import InputError
from caremsg.findings import Words
from caremsg.values import DateTime

from .directory import Identifiers
from .lives import Awaited, Delivered, Received, Validity

__all__ = ["Deadline", "Delivery", "Direction", "Event", "Happening", "Item", "Letter", "moment"]
__all__ += ["in_norway", "utc"]

Direction = Literal["in", "out"]
"""`in`: received, `out`: sent."""
_OSLO = ZoneInfo("Europe/Oslo")


def in_norway(at: dt.datetime) -> dt.datetime:
    """A time with its zone; one without is Norwegian already."""
    return at.replace(tzinfo=_OSLO) if at.tzinfo is None else at


def utc(at: dt.datetime) -> dt.datetime:
    """A time as it is recorded. Raises InputError when it is not within the calendar there."""
    try:
        return in_norway(at).astimezone(dt.UTC)
    except OverflowError:
        raise InputError("this time is outside of the calendar") from None


def moment(text: str) -> dt.datetime | None:
    """The time that a message tells, with its zone; None when it is none that Python can hold."""
    try:
        found = in_norway(DateTime(text).datetime)
        return found.astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return None


@frozen(repr=False, kw_only=True)
class Letter:
    """A message that was sent or received, and what became of it."""

    direction: Direction
    key: str
    """Its identifier in small letters; `sha256:` and its digest when it has none."""
    msg_id: str
    """The identifier as it was written."""
    type: str
    edition: str
    made: dt.datetime | None
    """When it was made, as it says."""
    at: dt.datetime
    """When it was sent or received."""
    digest: str
    """SHA-256 of its octets."""
    change: str = ""
    """`N`, `M` or `C` of a care message (7309)."""
    parent: str = ""
    conversation: str = ""
    chain: str = ""
    """The identifier of the first message of its chain of changes."""
    linked: str = ""
    """The known message that it answers, changes or cancels."""
    sender: Identifiers = frozenset()
    receivers: Identifiers = frozenset()
    patient: Identifiers = frozenset()
    documents: frozenset[str] = frozenset()
    """The identifiers of its documents."""
    refers: frozenset[str] = frozenset()
    """The identifiers of documents that it answers."""
    state: Received | None = None
    """None for a message that was sent: each receiver has a `Delivery` of its own."""
    validity: Validity = Validity.CURRENT

    @property
    def marks(self) -> frozenset[str]:
        """What it is found by: its documents, and with a `?` before them those it answers."""
        return self.documents | {f"?{id}" for id in self.refers}

    @property
    def counts(self) -> bool:
        """True when it is in the record: sent, or taken in."""
        return self.state in (None, Received.TAKEN_IN, Received.ACKNOWLEDGED)

    def __repr__(self) -> str:
        return f"<Letter {self.direction} {self.type}, {self.validity.value}>"


@frozen(repr=False, kw_only=True)
class Delivery:
    """A message on its way to one receiver."""

    key: str
    receiver: str
    """What tells the receiver from others: `Addressee.name`."""
    ids: Identifiers
    """The most precise identifiers of the receiver."""
    organisation: Identifiers
    copy: bool
    state: Delivered = Delivered.READY
    errors: tuple[str, ...] = ()
    """The error codes of a refusal."""
    waits: bool = True
    """True while it is to be handed to the transport."""

    def __repr__(self) -> str:
        return f"<Delivery: {self.state.value}>"


@frozen(kw_only=True)
class Deadline:
    """Something that is awaited because of a message."""

    direction: Direction
    key: str
    """The message because of which it is awaited."""
    what: str
    """`acknowledgement`, `decision`, or the name of a rule of `deadlines`."""
    party: str = ""
    """Which receiver, for an acknowledgement."""
    due: dt.datetime
    state: Awaited = Awaited.OPEN


@frozen(repr=False, kw_only=True)
class Item:
    """Something to be handed to the transport."""

    kind: Literal["message", "acknowledgement"]
    direction: Direction
    """`in`: it acknowledges a message that was received."""
    key: str
    """The message that it is, or acknowledges."""
    receiver: str
    """Who is to get the message, or for which receiver of ours it acknowledges."""
    digest: str
    data: bytes
    sent: dt.datetime | None = None

    def __repr__(self) -> str:
        return f"<Item: {self.kind} of {len(self.data)} bytes>"


class Happening(Enum):
    """What can happen; the value is fit for programs."""

    TAKEN_IN = "taken-in"
    REFUSED = "refused"
    HELD = "held"
    DROPPED = "dropped"
    DUPLICATE = "duplicate"
    DIFFERENT_DUPLICATE = "duplicate-with-other-content"
    SENT = "sent"
    RESENT = "sent-again"
    HANDED_OVER = "handed-to-transport"
    DELIVERED = "delivered"
    TRANSPORT_FAILED = "transport-failed"
    ACCEPTED = "accepted-by-receiver"
    ACCEPTED_WITH_FAULTS = "accepted-with-faults-by-receiver"
    REFUSED_BY_RECEIVER = "refused-by-receiver"
    SECOND_ANSWER = "second-acknowledgement-ignored"
    CONTRADICTION = "second-acknowledgement-says-otherwise"
    UNKNOWN_STATUS = "acknowledgement-with-unknown-status"
    UNKNOWN_ORIGINAL = "acknowledgement-of-unknown-message"
    OVERDUE = "overdue"
    SETTLED_BY_HAND = "settled-by-hand"
    NO_LONGER_OVERDUE = "no-longer-overdue"
    LINKED = "linked"
    ANSWERED = "answered"
    REPLACED = "replaced"
    CANCELLED = "cancelled"
    RESTORED = "counts-again"
    EARLY = "before-its-original"
    FOREIGN_CHANGE = "change-by-another-party-not-applied"
    OTHER_TYPE = "change-of-another-type-not-applied"
    OTHER_PATIENT = "change-about-another-patient-not-applied"
    AFTER_CANCELLATION = "change-after-cancellation"
    DEVIATION = "deviation-reported"
    CLOCK_BACK = "clock-went-back"

    @property
    def alert(self) -> bool:
        """True when somebody has to be told."""
        return self in _ALERTS

    @property
    def text(self) -> Words:
        """In words."""
        return _TEXTS[self]


_ALERTS = {
    Happening.REFUSED,
    Happening.HELD,
    Happening.DROPPED,
    Happening.DIFFERENT_DUPLICATE,
    Happening.TRANSPORT_FAILED,
    Happening.ACCEPTED_WITH_FAULTS,
    Happening.REFUSED_BY_RECEIVER,
    Happening.CONTRADICTION,
    Happening.UNKNOWN_STATUS,
    Happening.UNKNOWN_ORIGINAL,
    Happening.OVERDUE,
    Happening.RESTORED,
    Happening.FOREIGN_CHANGE,
    Happening.OTHER_TYPE,
    Happening.OTHER_PATIENT,
    Happening.AFTER_CANCELLATION,
    Happening.DEVIATION,
    Happening.CLOCK_BACK,
}
_TEXTS = {
    Happening.TAKEN_IN: Words("taken in", "tatt inn"),
    Happening.REFUSED: Words("refused", "avvist"),
    Happening.HELD: Words("waits for a person to decide", "venter på at noen avgjør"),
    Happening.DROPPED: Words("not taken in, and not answered", "ikke tatt inn, ikke besvart"),
    Happening.DUPLICATE: Words("received again, and ignored", "mottatt igjen, og sett bort fra"),
    Happening.DIFFERENT_DUPLICATE: Words(
        "the same identifier again, with other content", "samme identifikator med annet innhold"
    ),
    Happening.SENT: Words("recorded for sending", "registrert for sending"),
    Happening.RESENT: Words("sent again", "sendt på nytt"),
    Happening.HANDED_OVER: Words("handed to the transport", "overlevert til transporten"),
    Happening.DELIVERED: Words("delivered by the transport", "levert av transporten"),
    Happening.TRANSPORT_FAILED: Words("the transport failed", "transporten feilet"),
    Happening.ACCEPTED: Words("accepted by the receiver", "godtatt av mottakeren"),
    Happening.ACCEPTED_WITH_FAULTS: Words(
        "accepted, but parts of it were refused", "godtatt, men deler av den er avvist"
    ),
    Happening.REFUSED_BY_RECEIVER: Words("refused by the receiver", "avvist av mottakeren"),
    Happening.SECOND_ANSWER: Words(
        "a second acknowledgement, ignored", "en kvittering til, sett bort fra"
    ),
    Happening.CONTRADICTION: Words(
        "a second acknowledgement that says something else; the first one counts",
        "en kvittering til, som sier noe annet; den første gjelder",
    ),
    Happening.UNKNOWN_STATUS: Words(
        "an acknowledgement whose status is unknown, not taken for OK",
        "en kvittering med ukjent status, ikke regnet som OK",
    ),
    Happening.UNKNOWN_ORIGINAL: Words(
        "an acknowledgement of something that was not sent from here, or to somebody else",
        "en kvittering for noe som ikke er sendt herfra, eller til en annen",
    ),
    Happening.OVERDUE: Words("overdue", "over fristen"),
    Happening.SETTLED_BY_HAND: Words(
        "a person has seen to it, and nothing is awaited any more",
        "et menneske har tatt seg av det, og ingenting ventes lenger",
    ),
    Happening.NO_LONGER_OVERDUE: Words("no longer overdue", "ikke lenger over fristen"),
    Happening.LINKED: Words("linked to an earlier message", "koblet til en tidligere melding"),
    Happening.ANSWERED: Words("answered", "besvart"),
    Happening.REPLACED: Words("replaced by a change", "erstattet av en endring"),
    Happening.CANCELLED: Words("cancelled", "kansellert"),
    Happening.RESTORED: Words(
        "counts again: what changed or cancelled it was about another message",
        "gjelder igjen: det som endret eller kansellerte den, gjaldt en annen melding",
    ),
    Happening.EARLY: Words(
        "arrived before the message it belongs to; kept, and applied when that comes",
        "kom før meldingen den hører til; beholdt, og brukes når den kommer",
    ),
    Happening.FOREIGN_CHANGE: Words(
        "changes a message of another sender, and was not applied",
        "endrer en melding fra en annen avsender, og er ikke brukt",
    ),
    Happening.OTHER_TYPE: Words(
        "changes a message of another type, and was not applied",
        "endrer en melding av en annen type, og er ikke brukt",
    ),
    Happening.OTHER_PATIENT: Words(
        "changes a message about another patient, and was not applied",
        "endrer en melding om en annen pasient, og er ikke brukt",
    ),
    Happening.AFTER_CANCELLATION: Words(
        "changes a message that was cancelled", "endrer en melding som er kansellert"
    ),
    Happening.DEVIATION: Words(
        "somebody reports a fault in a message", "noen melder om feil i en melding"
    ),
    Happening.CLOCK_BACK: Words("the clock went back", "klokken gikk bakover"),
}


@frozen(kw_only=True)
class Event:
    """Something that happened to a message."""

    happening: Happening
    direction: Direction
    key: str
    at: dt.datetime
    party: str = ""
    other: str = ""
    """Another message that has to do with it."""
    detail: str = ""
    """A word for programs: the name of a deadline, an error code, a reason."""
    digest: str = ""
    """SHA-256 of octets that it is about: an acknowledgement that came, a duplicate."""
    by: str = ""
    """Who did it."""

    @property
    def alert(self) -> bool:
        """True when somebody has to be told."""
        return self.happening.alert
