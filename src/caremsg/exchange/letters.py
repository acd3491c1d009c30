"""From a message to what an exchange remembers of it."""

from __future__ import annotations

import datetime as dt

from .comparing import comparable
from .deadlines import documents_of
from .lives import Received
from .originals import Original, identifiers
from .records import Direction, Letter, moment

__all__ = ["letter_of"]


def letter_of(
    direction: Direction, original: Original | None, digest: str, at: dt.datetime
) -> Letter:
    """The record of a message that is sent or received now; of bytes that are none, little."""
    state = Received.ARRIVED if direction == "in" else None
    if original is None:
        return Letter(
            direction=direction,
            key="",
            msg_id="",
            type="",
            edition="",
            made=None,
            at=at,
            digest=digest,
            state=state,
        )
    own, answered = documents_of(original)
    return Letter(
        direction=direction,
        key=original.key,
        msg_id=original.msg_id,
        type=original.type.code or "",
        edition=str(original.edition or ""),
        made=moment(original.made),
        at=at,
        digest=digest,
        change=original.status,
        parent=comparable(original.parent),
        conversation=comparable(original.conversation),
        chain=original.key,
        sender=original.sender_ids,
        receivers=original.receiver_ids,
        patient=identifiers(original.patient),
        documents=own,
        refers=answered,
        state=state,
    )
