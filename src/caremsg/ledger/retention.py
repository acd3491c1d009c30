"""Erasing what may not be kept longer, in a way that the log still proves what was there."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from attrs import frozen
from sqlalchemy import Connection, delete, select, text, update

from caremsg.errors import InputError
from caremsg.exchange import Awaited

from .guards import guard, unguard
from .ledger import Ledger
from .records import time_text
from .schema import DEADLINES, DELIVERIES, DOCUMENTS, EVENTS, ITEMS, KEPT, LETTERS, LOG, PATIENTS

__all__ = ["erase"]

T = TypeVar("T")

_GROWS_ONLY = ("caremsg_log", "caremsg_kept")


def erase(ledger: Ledger, *, before: dt.datetime, at: dt.datetime, by: str, why: str) -> int:
    """Erase every message recorded before a time, with all that was logged of it; how many.

    A message stays while something is awaited because of it or waits to be sent, or while a
    later one that stays has to do with it. The entries of the log keep their place and their
    hashes, and lose their content; an entry is added that says what was erased, by whom and why.
    Raises InputError without a reason, StoreError when the database fails.
    """
    if not why.strip():
        raise InputError("erasing needs a reason, which the log repeats")
    with ledger.transaction():
        connection = ledger.connection
        keys, entries, digests = _erasable(connection, time_text(before))
        if not entries:
            return 0
        with _unlocked(connection):
            for numbers in _parts(entries):
                connection.execute(update(LOG).where(LOG.c.seq.in_(numbers)).values(body=None))
                connection.execute(delete(EVENTS).where(EVENTS.c.seq.in_(numbers)))
            for part in _parts(digests):
                connection.execute(delete(KEPT).where(KEPT.c.digest.in_(part)))
        for table in (LETTERS, DELIVERIES, DEADLINES, ITEMS, DOCUMENTS, PATIENTS):
            for part in _parts(keys):
                connection.execute(delete(table).where(table.c.key.in_(part)))
        erased = {"entries": entries, "kept": digests, "keys": keys, "by": by, "why": why}
        ledger.note("erased", erased, at=at)
        return len(keys)


def _parts(values: list[T]) -> Iterator[list[T]]:
    """So many at a time as every database takes."""
    for start in range(0, len(values), 500):
        yield values[start : start + 500]


@frozen
class _Entry:
    """What an entry of the log is about."""

    seq: int
    old: bool
    keys: frozenset[str]
    kept: frozenset[str]


def _erasable(connection: Connection, before: str) -> tuple[list[str], list[int], list[str]]:
    """The messages, entries and octets that nothing which stays has to do with."""
    keys = set(connection.execute(select(LETTERS.c.key).where(LETTERS.c.at < before)).scalars())
    waiting = DEADLINES.c.state.in_((Awaited.OPEN.value, Awaited.OVERDUE.value))
    for column, condition in (
        (DEADLINES.c.key, waiting),
        (ITEMS.c.key, ITEMS.c.sent.is_(None)),
        (DELIVERIES.c.key, DELIVERIES.c.waits),
    ):
        keys -= set(connection.execute(select(column).where(condition)).scalars())
    known = set(connection.execute(select(LETTERS.c.key)).scalars())
    entries = [found for row in _bodies(connection) if (found := _entry(row, before, known))]
    while True:
        stays = [e for e in entries if not e.old or not e.keys <= keys]
        fewer = keys - {key for entry in stays for key in entry.keys}
        if fewer == keys:
            break
        keys = fewer
    gone = [entry for entry in entries if entry.old and entry.keys <= keys]
    digests = {d for e in gone for d in e.kept} - {d for e in stays for d in e.kept}
    return sorted(keys), sorted(entry.seq for entry in gone), sorted(digests)


def _bodies(connection: Connection) -> Iterator[Any]:
    query = select(LOG.c.seq, LOG.c.at, LOG.c.body).where(LOG.c.body.is_not(None))
    yield from connection.execute(query.order_by(LOG.c.seq).execution_options(yield_per=500))


def _entry(row: Any, before: str, known: set[str]) -> _Entry | None:
    body = json.loads(row.body)
    if "erased" in body:  # what says that something is gone never goes
        return None
    keys = {event[name] for event in body.get("events", []) for name in ("key", "other")}
    for part in ("letters", "deliveries", "deadlines", "items", "sent"):
        keys |= {record["key"] for record in body.get(part, [])}
    kept = frozenset(body.get("kept", []))
    return _Entry(row.seq, row.at < before, frozenset(keys & known), kept)


@contextmanager
def _unlocked(connection: Connection) -> Generator[None]:
    """Without the triggers that let the log and what is kept only grow."""
    dialect = connection.dialect.name
    for table in _GROWS_ONLY:
        for statement in unguard(table, dialect):
            connection.execute(text(statement))
    yield
    for table in _GROWS_ONLY:
        for statement in guard(table, dialect):
            connection.execute(text(statement))
