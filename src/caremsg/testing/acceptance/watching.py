"""What a receiver raises is told from what goes wrong in the test itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Generator
from contextlib import contextmanager

from .receivers import Answer, Receiver, Session, Setup

__all__ = ["RaisedError", "Watched"]


class RaisedError(Exception):
    """A receiver raised something; only its class is told, because its text may tell more."""


@contextmanager
def _watching() -> Generator[None]:
    try:
        yield
    except Exception as error:
        raise RaisedError(type(error).__name__) from error


class Watched(Session):
    """The session of a receiver, whose exceptions can be told from ours."""

    def __init__(self, receiver: Receiver, setup: Setup) -> None:
        with _watching():
            self._session = receiver(setup)

    def __call__(self, data: bytes, at: dt.datetime) -> Answer:
        with _watching():
            return self._session(data, at)

    def state(self, msg_id: str) -> str | None:
        with _watching():
            return self._session.state(msg_id)

    def linked(self, msg_id: str) -> str | None:
        with _watching():
            return self._session.linked(msg_id)

    def settle(self, msg_id: str, at: dt.datetime) -> Answer | None:
        with _watching():
            return self._session.settle(msg_id, at)
