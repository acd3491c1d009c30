"""What a receiver has to be, to be tested: something that takes bytes and answers.

    def mine(setup: Setup) -> Session: ...     # a new, empty store each time

    class MySession(Session):
        def __call__(self, data, at): ...      # one message arrives
            return Answer("accept", (acknowledgement,))

Everything else is evidence that a receiver may give. What it does not give is not judged.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Protocol

from attrs import frozen

from caremsg.exchange import (
    Event,
    Exchange,
    Memory,
    OwnDirectory,
    Receiving,
    Reception,
)
from caremsg.findings import Finding, Severity
from caremsg.render import to_text

__all__ = ["Answer", "Receiver", "Session", "Setup", "ours"]


@frozen
class Setup:
    """How the receiver is to be set up for a session."""

    directory: OwnDirectory
    """The organisations that are ours, and the patients who are known."""
    hold: bool = False
    """Wait for a person, if the receiver can, when the patient is not known."""


@frozen(repr=False)
class Answer:
    """What a receiver did with a message."""

    decision: str | None
    """`accept`, `warn`, `reject`, `ignore` (a duplicate) or `hold`; None: look at the answers."""
    acknowledgements: tuple[bytes, ...] = ()
    original: bytes | None = None
    """The message, fetched again from where it was kept."""
    text: str | None = None
    """The message as a user reads it."""
    told: tuple[str, ...] | None = None
    """What a user, or the log of errors, is told about it."""
    log: tuple[str, ...] | None = None
    """What the log of receptions got."""

    def __repr__(self) -> str:
        return f"<Answer {self.decision}, {len(self.acknowledgements)} acknowledgements>"


class Session(Protocol):
    """A receiver with a store that was empty at first. Its last three methods are evidence."""

    def __call__(self, data: bytes, at: dt.datetime) -> Answer:
        """A message arrives."""
        ...

    def state(self, msg_id: str) -> str | None:
        """`current`, `replaced` or `cancelled`; None when it is not in the record."""
        return None

    def linked(self, msg_id: str) -> str | None:
        """The identifier of the message that it is linked to."""
        return None

    def settle(self, msg_id: str, at: dt.datetime) -> Answer | None:
        """A person lets a message in that was held."""
        return None


Receiver = Callable[[Setup], Session]
"""Makes a session with an empty store."""


def ours(setup: Setup) -> Session:
    """The receiver of this library: an `Exchange` over a store in memory."""
    return _Ours(setup)


class _Ours(Session):
    def __init__(self, setup: Setup) -> None:
        policy = Receiving(hold_unknown_patients=setup.hold)
        self._exchange = Exchange(Memory(), directory=setup.directory, policy=policy)

    def __call__(self, data: bytes, at: dt.datetime) -> Answer:
        filed = self._exchange.receive(data, id=str(uuid.uuid4()), at=at)
        return self._answer(filed.reception, filed.events)

    def _answer(self, reception: Reception, events: tuple[Event, ...]) -> Answer:
        message = reception.inspection.message
        return Answer(
            decision=reception.decision.value,
            acknowledgements=tuple(made.data for made in reception.acknowledgements),
            original=self._exchange.store.octets(reception.digest),
            text=to_text(message) if message is not None and reception.inspection.ok else None,
            told=tuple(map(_line, filter(_worth, reception.report))),
            log=tuple(event.happening.value for event in events),
        )

    def state(self, msg_id: str) -> str | None:
        letter = self._exchange.store.letter("in", msg_id.strip().lower())
        return letter.validity.value if letter is not None and letter.counts else None

    def linked(self, msg_id: str) -> str | None:
        letter = self._exchange.store.letter("in", msg_id.strip().lower())
        return letter.linked or None if letter is not None else None

    def settle(self, msg_id: str, at: dt.datetime) -> Answer | None:
        key = msg_id.strip().lower()
        filed = self._exchange.settle(key, id=str(uuid.uuid4()), at=at)
        return self._answer(filed.reception, filed.events)


def _worth(finding: Finding) -> bool:
    return finding.severity is not Severity.ADVICE or finding.code == "FLO014"


def _line(finding: Finding) -> str:
    line = f"line {finding.where.line}: " if finding.where.line else ""
    return f"{line}{finding.text} [{finding.code}]"
