"""The lives of messages, as tables: one that is sent, one that is received, and what counts.

Source: HIS 80415:2012, 3.3 to 3.5; HITS 1168:2016, 4, 5 and 9; HISD 1154:2018, 4.
"""

from __future__ import annotations

from enum import Enum

from .tables import Row, Table

__all__ = ["DEADLINE", "DELIVERY", "RECEIPT", "TABLES", "VALIDITY", "Awaited", "AwaitedStep"]
__all__ += ["Delivered", "DeliveryStep", "Received", "ReceivedStep", "Validity", "ValidityStep"]


class Delivered(Enum):
    """The states of a message on its way to one receiver."""

    READY = "ready"
    UNDERWAY = "underway"
    DELIVERED = "delivered"
    FAILED = "transport-failed"
    OVERDUE = "overdue"
    ACCEPTED = "accepted"
    ACCEPTED_WITH_FAULTS = "accepted-with-faults"
    REFUSED = "refused"


class DeliveryStep(Enum):
    """What can happen to it."""

    TAKE = "transport-takes-it"
    DELIVER = "transport-delivers-it"
    FAIL = "transport-fails"
    RESEND = "sent-again"
    ACCEPT = "acknowledged-ok"
    ACCEPT_WITH_FAULTS = "acknowledged-ok-with-faults"
    REFUSE = "acknowledged-refused"
    UNKNOWN = "acknowledged-with-unknown-status"
    EXPIRE = "96-hours-have-passed"


D, DS = Delivered, DeliveryStep
_ON_THE_WAY = (D.READY, D.UNDERWAY, D.DELIVERED, D.FAILED)
_OPEN = (*_ON_THE_WAY, D.OVERDUE)
_ANSWERED = (D.ACCEPTED, D.ACCEPTED_WITH_FAULTS, D.REFUSED)
_FIRST = "the first acknowledgement counts, also a late one"
_SECOND = "a further acknowledgement is ignored"

DELIVERY = Table(
    "delivery",
    "A message that is sent, to one receiver",
    D.READY,
    _ANSWERED,
    (
        Row((D.READY, D.FAILED), DS.TAKE, D.UNDERWAY),
        Row((D.UNDERWAY, D.DELIVERED, D.OVERDUE, *_ANSWERED), DS.TAKE, None, "handed over again"),
        Row((D.READY, D.UNDERWAY), DS.DELIVER, D.DELIVERED),
        Row((D.FAILED,), DS.DELIVER, D.DELIVERED, "reported late"),
        Row((D.DELIVERED, D.OVERDUE, *_ANSWERED), DS.DELIVER, None),
        Row((D.READY, D.UNDERWAY), DS.FAIL, D.FAILED),
        Row((D.DELIVERED, D.FAILED, D.OVERDUE, *_ANSWERED), DS.FAIL, None, "too late to matter"),
        Row(_ON_THE_WAY, DS.RESEND, D.READY, "the same message, with the same identifier"),
        Row((D.OVERDUE,), DS.RESEND, None, "it stays overdue until it is answered"),
        Row(_OPEN, DS.ACCEPT, D.ACCEPTED, _FIRST),
        Row(_OPEN, DS.ACCEPT_WITH_FAULTS, D.ACCEPTED_WITH_FAULTS, _FIRST),
        Row(_OPEN, DS.REFUSE, D.REFUSED, _FIRST),
        Row(_ANSWERED, DS.ACCEPT, None, _SECOND),
        Row(_ANSWERED, DS.ACCEPT_WITH_FAULTS, None, _SECOND),
        Row(_ANSWERED, DS.REFUSE, None, _SECOND),
        Row((*_OPEN, *_ANSWERED), DS.UNKNOWN, None, "never taken for OK"),
        Row(_ON_THE_WAY, DS.EXPIRE, D.OVERDUE, "counts as refused, and is escalated"),
    ),
)


class Received(Enum):
    """The states of a message that was received."""

    ARRIVED = "arrived"
    HELD = "waits-for-a-person"
    HELD_LATE = "waits-too-long"
    TAKEN_IN = "taken-in"
    REFUSED = "refused"
    UNANSWERED = "not-taken-in-and-not-answered"
    ACKNOWLEDGED = "taken-in-and-acknowledged"
    REFUSAL_SENT = "refused-and-acknowledged"


class ReceivedStep(Enum):
    """What can happen to it."""

    ACCEPT = "accept"
    HOLD = "hold"
    REFUSE = "refuse"
    DROP = "drop-without-answer"
    SENT = "acknowledgement-handed-over"
    REPEAT = "the-same-message-again"
    EXPIRE = "96-hours-have-passed"


R, RS = Received, ReceivedStep
_WAITING = (R.HELD, R.HELD_LATE)

RECEIPT: Table[Received, ReceivedStep] = Table(
    "receipt",
    "A message that is received",
    R.ARRIVED,
    (R.UNANSWERED, R.ACKNOWLEDGED, R.REFUSAL_SENT),
    (
        Row((R.ARRIVED, *_WAITING), RS.ACCEPT, R.TAKEN_IN, "also after 96 hours"),
        Row((R.ARRIVED,), RS.HOLD, R.HELD),
        Row((R.ARRIVED, *_WAITING), RS.REFUSE, R.REFUSED),
        Row((R.ARRIVED,), RS.DROP, R.UNANSWERED),
        Row((R.HELD,), RS.EXPIRE, R.HELD_LATE, "the sender thinks it was lost"),
        Row((R.TAKEN_IN,), RS.SENT, R.ACKNOWLEDGED, "when the last one is handed over"),
        Row((R.REFUSED,), RS.SENT, R.REFUSAL_SENT, "when the last one is handed over"),
        Row((R.ACKNOWLEDGED, R.REFUSAL_SENT), RS.SENT, None, "the same one may be sent again"),
        Row(tuple(s for s in R if s is not R.ARRIVED), RS.REPEAT, None, "ignored, not answered"),
    ),
)


class Validity(Enum):
    """Whether what a message says still counts."""

    CURRENT = "current"
    REPLACED = "replaced"
    CANCELLED = "cancelled"
    CANCELS = "cancellation"
    """It has no content of its own."""


class ValidityStep(Enum):
    """What can happen to it."""

    CHANGE = "a-change-comes"
    CANCEL = "a-cancellation-comes"


V, VS = Validity, ValidityStep
VALIDITY = Table(
    "validity",
    "What a message says, among those of its chain",
    V.CURRENT,
    (V.CANCELLED,),
    (
        Row((V.CURRENT,), VS.CHANGE, V.REPLACED, "the last change counts"),
        Row((V.REPLACED, V.CANCELLED), VS.CHANGE, None),
        Row((V.CURRENT, V.REPLACED), VS.CANCEL, V.CANCELLED, "covers the whole chain"),
        Row((V.CANCELLED,), VS.CANCEL, None),
        Row((V.CANCELS,), VS.CHANGE, None, "nothing follows a cancellation"),
        Row((V.CANCELS,), VS.CANCEL, None),
    ),
)


class Awaited(Enum):
    """The states of something that is to happen before a deadline."""

    OPEN = "open"
    OVERDUE = "overdue"
    MET = "met"
    MET_LATE = "met-late"
    DROPPED = "dropped"


class AwaitedStep(Enum):
    """What can happen to it."""

    EXPIRE = "the-deadline-passes"
    MEET = "it-happens"
    DROP = "it-is-no-longer-needed"


A, AS = Awaited, AwaitedStep
DEADLINE = Table(
    "deadline",
    "Something that is awaited",
    A.OPEN,
    (A.MET, A.MET_LATE, A.DROPPED),
    (
        Row((A.OPEN,), AS.EXPIRE, A.OVERDUE, "one event, when it begins"),
        Row((A.OPEN,), AS.MEET, A.MET),
        Row((A.OVERDUE,), AS.MEET, A.MET_LATE, "one event, when it ends"),
        Row((A.OPEN, A.OVERDUE), AS.DROP, A.DROPPED, "the message was cancelled"),
    ),
)

TABLES = (DELIVERY, RECEIPT, VALIDITY, DEADLINE)
"""All tables, in the order of the documentation."""
