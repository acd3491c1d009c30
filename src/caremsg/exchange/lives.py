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


_D, _DS = Delivered, DeliveryStep
_ON_THE_WAY = (_D.READY, _D.UNDERWAY, _D.DELIVERED, _D.FAILED)
_OPEN = (*_ON_THE_WAY, _D.OVERDUE)
_ANSWERED = (_D.ACCEPTED, _D.ACCEPTED_WITH_FAULTS, _D.REFUSED)
_FIRST = "the first acknowledgement counts, also a late one"
_SECOND = "a further acknowledgement is ignored"

DELIVERY = Table(
    "delivery",
    "A message that is sent, to one receiver",
    _D.READY,
    _ANSWERED,
    (
        Row((_D.READY, _D.FAILED), _DS.TAKE, _D.UNDERWAY),
        Row(
            (_D.UNDERWAY, _D.DELIVERED, _D.OVERDUE, *_ANSWERED), _DS.TAKE, None, "handed over again"
        ),
        Row((_D.READY, _D.UNDERWAY), _DS.DELIVER, _D.DELIVERED),
        Row((_D.FAILED,), _DS.DELIVER, _D.DELIVERED, "reported late"),
        Row((_D.DELIVERED, _D.OVERDUE, *_ANSWERED), _DS.DELIVER, None),
        Row((_D.READY, _D.UNDERWAY), _DS.FAIL, _D.FAILED),
        Row(
            (_D.DELIVERED, _D.FAILED, _D.OVERDUE, *_ANSWERED), _DS.FAIL, None, "too late to matter"
        ),
        Row(_ON_THE_WAY, _DS.RESEND, _D.READY, "the same message, with the same identifier"),
        Row((_D.OVERDUE,), _DS.RESEND, None, "it stays overdue until it is answered"),
        Row(_OPEN, _DS.ACCEPT, _D.ACCEPTED, _FIRST),
        Row(_OPEN, _DS.ACCEPT_WITH_FAULTS, _D.ACCEPTED_WITH_FAULTS, _FIRST),
        Row(_OPEN, _DS.REFUSE, _D.REFUSED, _FIRST),
        Row(_ANSWERED, _DS.ACCEPT, None, _SECOND),
        Row(_ANSWERED, _DS.ACCEPT_WITH_FAULTS, None, _SECOND),
        Row(_ANSWERED, _DS.REFUSE, None, _SECOND),
        Row((*_OPEN, *_ANSWERED), _DS.UNKNOWN, None, "never taken for OK"),
        Row(_ON_THE_WAY, _DS.EXPIRE, _D.OVERDUE, "counts as refused, and is escalated"),
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


_R, _RS = Received, ReceivedStep
_WAITING = (_R.HELD, _R.HELD_LATE)

RECEIPT: Table[Received, ReceivedStep] = Table(
    "receipt",
    "A message that is received",
    _R.ARRIVED,
    (_R.UNANSWERED, _R.ACKNOWLEDGED, _R.REFUSAL_SENT),
    (
        Row((_R.ARRIVED, *_WAITING), _RS.ACCEPT, _R.TAKEN_IN, "also after 96 hours"),
        Row((_R.ARRIVED,), _RS.HOLD, _R.HELD),
        Row((_R.ARRIVED, *_WAITING), _RS.REFUSE, _R.REFUSED),
        Row((_R.ARRIVED, *_WAITING), _RS.DROP, _R.UNANSWERED),
        Row((_R.HELD,), _RS.EXPIRE, _R.HELD_LATE, "the sender thinks it was lost"),
        Row((_R.TAKEN_IN,), _RS.SENT, _R.ACKNOWLEDGED, "when the last one is handed over"),
        Row((_R.REFUSED,), _RS.SENT, _R.REFUSAL_SENT, "when the last one is handed over"),
        Row((_R.ACKNOWLEDGED, _R.REFUSAL_SENT), _RS.SENT, None, "the same one may be sent again"),
        Row(tuple(s for s in _R if s is not _R.ARRIVED), _RS.REPEAT, None, "ignored, not answered"),
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


_V, _VS = Validity, ValidityStep
VALIDITY = Table(
    "validity",
    "What a message says, among those of its chain",
    _V.CURRENT,
    (_V.CANCELLED, _V.CANCELS),
    (
        Row((_V.CURRENT,), _VS.CHANGE, _V.REPLACED, "the last change counts"),
        Row((_V.REPLACED, _V.CANCELLED), _VS.CHANGE, None),
        Row((_V.CURRENT, _V.REPLACED), _VS.CANCEL, _V.CANCELLED, "covers the whole chain"),
        Row((_V.CANCELLED,), _VS.CANCEL, None),
        Row((_V.CANCELS,), _VS.CHANGE, None, "nothing follows a cancellation"),
        Row((_V.CANCELS,), _VS.CANCEL, None),
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
    REOPEN = "it-is-needed-again"


_A, _AS = Awaited, AwaitedStep
DEADLINE = Table(
    "deadline",
    "Something that is awaited",
    _A.OPEN,
    (_A.MET, _A.MET_LATE),
    (
        Row((_A.OPEN,), _AS.EXPIRE, _A.OVERDUE, "one event, when it begins"),
        Row((_A.OPEN,), _AS.MEET, _A.MET),
        Row((_A.OVERDUE,), _AS.MEET, _A.MET_LATE, "one event, when it ends"),
        Row((_A.OPEN, _A.OVERDUE), _AS.DROP, _A.DROPPED, "cancelled, replaced or withdrawn"),
        Row((_A.DROPPED,), _AS.REOPEN, _A.OPEN, "the message counts again"),
    ),
)

TABLES = (DELIVERY, RECEIPT, VALIDITY, DEADLINE)
"""All tables, in the order of the documentation."""
