"""The statements of a ledger, built once: building one costs more than running it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Table, and_, bindparam, delete, insert, or_, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from .schema import (
    DEADLINES,
    DELIVERIES,
    DOCUMENTS,
    EVENTS,
    ITEMS,
    KEPT,
    LETTERS,
    LOG,
    PATIENTS,
)

__all__ = [
    "ACKNOWLEDGEMENTS",
    "ADD_DOCUMENT",
    "ADD_EVENT",
    "ADD_ITEM",
    "ADD_LOG",
    "ADD_PATIENT",
    "AT_ONCE",
    "AWAITED_FOR",
    "DEADLINES_OF",
    "DELIVERIES_OF",
    "FORGET_DOCUMENTS",
    "FORGET_PATIENTS",
    "KEEP",
    "LAST",
    "LETTER",
    "LOCK",
    "MARK_SENT",
    "OCTETS",
    "PASSED",
    "PUT_DEADLINE",
    "PUT_DELIVERY",
    "PUT_LETTER",
    "READY",
    "RELATED",
    "UNSENT",
    "WITH_DOCUMENT",
]

_DIALECTS: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def _is(table: Table, *names: str) -> Any:
    return and_(*(table.c[name] == bindparam(name) for name in names))


AT_ONCE = 4
"""So many values fit into one question; a list of any length would be built anew each time."""


def _among(column: Any) -> Any:
    return or_(*(column == bindparam(f"v{number}") for number in range(AT_ONCE)))


def _put(table: Table, *key: str) -> Mapping[str, Any]:
    """Make a row, or else change it, by dialect."""
    found: dict[str, Any] = {}
    for dialect, made in _DIALECTS.items():
        new = made(table)
        rest = {c.name: new.excluded[c.name] for c in table.c if c.name not in key}
        found[dialect] = new.on_conflict_do_update(index_elements=key, set_=rest)
    return found


LOCK = text("SELECT pg_advisory_xact_lock(7366113001158)")
"""Lets one transaction at a time write to a PostgreSQL database."""
LAST = select(LOG.c.seq, LOG.c.hash, LOG.c.at).order_by(LOG.c.seq.desc()).limit(1)
ADD_LOG = insert(LOG)
ADD_EVENT = insert(EVENTS)
KEEP = {name: made(KEPT).on_conflict_do_nothing() for name, made in _DIALECTS.items()}
OCTETS = select(KEPT.c.data).where(_is(KEPT, "digest"))

LETTER = select(LETTERS.c.record).where(_is(LETTERS, "direction", "key"))
_RELATIONS = (LETTERS.c.key, LETTERS.c.parent, LETTERS.c.conversation, LETTERS.c.chain)
RELATED = (
    select(LETTERS.c.record)
    .where(or_(*(_among(column) for column in _RELATIONS)))
    .order_by(LETTERS.c.at)
)
WITH_DOCUMENT = (
    select(LETTERS.c.record)
    .join(
        DOCUMENTS,
        and_(DOCUMENTS.c.direction == LETTERS.c.direction, DOCUMENTS.c.key == LETTERS.c.key),
    )
    .where(_among(DOCUMENTS.c.document))
    .distinct()
)
PUT_LETTER = _put(LETTERS, "direction", "key")
ADD_DOCUMENT = insert(DOCUMENTS)
ADD_PATIENT = insert(PATIENTS)
FORGET_DOCUMENTS = delete(DOCUMENTS).where(_is(DOCUMENTS, "direction", "key"))
FORGET_PATIENTS = delete(PATIENTS).where(_is(PATIENTS, "direction", "key"))

DELIVERIES_OF = (
    select(DELIVERIES.c.record).where(_is(DELIVERIES, "key")).order_by(DELIVERIES.c.receiver)
)
PUT_DELIVERY = _put(DELIVERIES, "key", "receiver")
DEADLINES_OF = (
    select(DEADLINES.c.record)
    .where(_is(DEADLINES, "direction", "key"))
    .order_by(DEADLINES.c.what, DEADLINES.c.party)
)
PUT_DEADLINE = _put(DEADLINES, "direction", "key", "what", "party")
AWAITED_FOR = (
    select(DEADLINES.c.record, PATIENTS.c.kind, PATIENTS.c.value)
    .join(
        PATIENTS,
        and_(PATIENTS.c.direction == DEADLINES.c.direction, PATIENTS.c.key == DEADLINES.c.key),
    )
    .where(_among(PATIENTS.c.value), DEADLINES.c.state.in_(("open", "overdue")))
    .order_by(DEADLINES.c.due)
)
PASSED = (
    select(DEADLINES.c.record)
    .where(DEADLINES.c.state == "open", DEADLINES.c.due <= bindparam("now"))
    .order_by(DEADLINES.c.due, DEADLINES.c.key, DEADLINES.c.what, DEADLINES.c.party)
    .limit(bindparam("most"))
)

_ITEMS = select(ITEMS, KEPT.c.data).join(KEPT, KEPT.c.digest == ITEMS.c.digest)
ADD_ITEM = insert(ITEMS)
ACKNOWLEDGEMENTS = _ITEMS.where(_is(ITEMS, "key")).order_by(ITEMS.c.number)
UNSENT = _ITEMS.where(ITEMS.c.sent.is_(None)).order_by(ITEMS.c.number).limit(bindparam("most"))
MARK_SENT = (
    update(ITEMS)
    .where(
        ITEMS.c.key == bindparam("of"),
        ITEMS.c.receiver == bindparam("by"),
        ITEMS.c.sent.is_(None),
    )
    .values(sent=bindparam("now"))
)
READY = (
    select(DELIVERIES.c.key, DELIVERIES.c.receiver, LETTERS.c.digest, KEPT.c.data)
    .join(LETTERS, and_(LETTERS.c.key == DELIVERIES.c.key, LETTERS.c.direction == "out"))
    .join(KEPT, KEPT.c.digest == LETTERS.c.digest)
    .where(DELIVERIES.c.waits)
    .order_by(LETTERS.c.at, DELIVERIES.c.key, DELIVERIES.c.receiver)
    .limit(bindparam("most"))
)
