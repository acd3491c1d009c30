"""Rules about the flow of messages in a stay: all of them need earlier messages (HISD 80806)."""

from __future__ import annotations

from caremsg.declare.rules import Reason, elsewhere

_STAY = "Which stay a message belongs to is seen in the store."
_LATE = "The deadline is counted from another message, or from the clock of the sender."
_PAIR = "What should have come before or after is in the store."

elsewhere(
    Reason.EXCHANGE,
    {
        **{f"PLO-PF-{n:02}": _STAY for n in (1, 2, 3, 4, 21, 22)},
        **{f"PLO-PF-{n:02}": _LATE for n in (5, 7, 8, 11, 14, 16, 19)},
        **{f"PLO-PF-{n:02}": _PAIR for n in (6, 9, 10, 12, 13, 15, 17, 18, 20)},
    },
)
