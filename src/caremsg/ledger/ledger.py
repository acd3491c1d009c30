"""`Ledger`: what an exchange remembers, in a database.

Everything in one `transaction` is written at once, with one entry of the log: a JSON text of
all that was recorded, whose hash covers that of the entry before it.
"""

from __future__ import annotations

import datetime as dt
import os
import threading
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Any, TypeVar

from attrs import Factory, define, frozen
from sqlalchemy import Connection, Engine, Select, and_, insert, or_, select, text, update
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from caremsg.errors import StoreError
from caremsg.exchange import Deadline, Delivery, Event, Item, Letter

from .opening import LOCK, failed, migrate, opened
from .records import canonical, from_text, plain, time_text
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

__all__ = ["FIRST", "Head", "Ledger", "entry_hash"]

R = TypeVar("R", Letter, Delivery, Deadline, Event)
FIRST = "0" * 64
"""What stands for the hash before the first entry."""


@frozen
class Head:
    """The end of the log. Kept somewhere else, it shows later whether entries were cut off."""

    seq: int
    hash: str


@define
class _Work:
    """What is being recorded in one transaction."""

    connection: Connection
    body: dict[str, list[Any]] = Factory(dict[str, list[Any]])
    events: list[Event] = Factory(list[Event])
    at: str = ""

    def note(self, part: str, value: Any) -> None:
        self.body.setdefault(part, []).append(value)


def entry_hash(seq: int, at: str, previous: str, body_digest: str) -> str:
    """The hash of an entry of the log."""
    return sha256(f"{seq}\n{at}\n{previous}\n{body_digest}".encode()).hexdigest()


class Ledger:
    """A store of an exchange that is durable, and shows when somebody tampered with it.

    One ledger may be used by several threads, and one database by several processes; with
    SQLite they wait for each other, at most `wait` seconds.
    """

    def __init__(self, where: str | os.PathLike[str], *, wait: float = 30.0) -> None:
        """`where` is the path of an SQLite file, or the URL of a PostgreSQL database.

        It is made, or brought up to this version, when need be. Raises StoreError when it
        cannot be opened, or was made by a newer version.
        """
        self.engine: Engine = opened(where, wait)
        self._local = threading.local()
        migrate(self.engine)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Transactions.

    @contextmanager
    def transaction(self) -> Generator[None]:
        """All or nothing. Raises StoreError when the database fails; then it is nothing."""
        try:
            with self.engine.begin() as connection:
                if connection.dialect.name == "postgresql":
                    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
                self._local.work = _Work(connection)
                try:
                    yield
                    self._append()
                finally:
                    self._local.work = None
        except SQLAlchemyError as error:
            raise failed(error) from None

    @property
    def _work(self) -> _Work:
        work: _Work | None = getattr(self._local, "work", None)
        if work is None:
            raise StoreError("a ledger is used inside of a transaction")
        return work

    @property
    def connection(self) -> Connection:
        """The connection of the transaction."""
        return self._work.connection

    def note(self, part: str, value: Any, *, at: dt.datetime) -> None:
        """Record something of another kind in the log."""
        self._work.note(part, value)
        self._work.at = time_text(at)

    @contextmanager
    def reading(self) -> Generator[Connection]:
        """A connection for looking only. Raises StoreError when the database fails."""
        try:
            with self.engine.connect() as connection:
                yield connection.execution_options(only_looks=True)
        except SQLAlchemyError as error:
            raise failed(error) from None

    def head(self) -> Head:
        """The end of the log."""
        with self.reading() as connection:
            return self._head(connection)

    def _head(self, connection: Connection) -> Head:
        last = select(LOG.c.seq, LOG.c.hash).order_by(LOG.c.seq.desc()).limit(1)
        row = connection.execute(last).first()
        return Head(row.seq, row.hash) if row is not None else Head(0, FIRST)

    def _append(self) -> None:
        """Close the transaction with an entry of the log; none when nothing was recorded."""
        work = self._work
        if not work.body:
            return
        head = self._head(work.connection)
        seq = head.seq + 1
        at = time_text(work.events[-1].at) if work.events else work.at
        body = canonical(work.body)
        digest = sha256(body.encode()).hexdigest()
        work.connection.execute(
            insert(LOG).values(
                seq=seq,
                at=at,
                body=body,
                body_digest=digest,
                previous=head.hash,
                hash=entry_hash(seq, at, head.hash, digest),
            )
        )
        rows = [self._event_row(seq, number, e) for number, e in enumerate(work.events)]
        if rows:
            work.connection.execute(insert(EVENTS), rows)

    def _event_row(self, seq: int, number: int, found: Event) -> dict[str, Any]:
        return {
            "seq": seq,
            "number": number,
            "direction": found.direction,
            "key": found.key,
            "happening": found.happening.value,
            "at": time_text(found.at),
            "record": canonical(plain(found)),
        }

    # Letters.

    def letter(self, direction: str, key: str) -> Letter | None:
        where = and_(LETTERS.c.direction == direction, LETTERS.c.key == key)
        return next(self._records(select(LETTERS.c.record).where(where), Letter), None)

    def related(self, keys: Iterable[str]) -> list[Letter]:
        wanted = sorted({key for key in keys if key})
        columns = (LETTERS.c.key, LETTERS.c.parent, LETTERS.c.conversation, LETTERS.c.chain)
        query = select(LETTERS.c.record).where(or_(*(c.in_(wanted) for c in columns)))
        return list(self._records(query.order_by(LETTERS.c.at), Letter)) if wanted else []

    def with_document(self, ids: Iterable[str]) -> list[Letter]:
        same = and_(DOCUMENTS.c.direction == LETTERS.c.direction, DOCUMENTS.c.key == LETTERS.c.key)
        query = select(LETTERS.c.record).join(DOCUMENTS, same)
        return list(self._records(query.where(DOCUMENTS.c.document.in_(sorted(ids))), Letter))

    def save_letter(self, letter: Letter) -> None:
        record = plain(letter)
        place = {"direction": letter.direction, "key": letter.key}
        values = {
            "parent": letter.parent,
            "conversation": letter.conversation,
            "chain": letter.chain,
            "digest": letter.digest,
            "type": letter.type,
            "at": time_text(letter.at),
            "record": canonical(record),
        }
        self._work.note("letters", record)
        if self._put(LETTERS, place, values):
            self._find_by(letter, place)

    def _find_by(self, letter: Letter, place: dict[str, str]) -> None:
        """A letter that is new can be found by its documents and its patient."""
        documents = [{"document": id, **place} for id in sorted(letter.documents)]
        patients = [{"kind": i.kind, "value": i.value, **place} for i in sorted(letter.patient)]
        for table, rows in ((DOCUMENTS, documents), (PATIENTS, patients)):
            if rows:
                self._work.connection.execute(insert(table), rows)

    def _put(self, table: Any, place: dict[str, Any], values: dict[str, Any]) -> bool:
        """Change a row, or else make it; True when it was made."""
        connection = self._work.connection
        where = and_(*(table.c[name] == value for name, value in place.items()))
        if connection.execute(update(table).where(where).values(**values)).rowcount:
            return False
        connection.execute(insert(table).values(**place, **values))
        return True

    def _records(self, query: Select[Any], kind: type[R]) -> Iterator[R]:
        for row in self._work.connection.execute(query):
            yield from_text(row.record, kind)

    # Deliveries and deadlines.

    def deliveries(self, key: str) -> list[Delivery]:
        query = select(DELIVERIES.c.record).where(DELIVERIES.c.key == key)
        return list(self._records(query.order_by(DELIVERIES.c.receiver), Delivery))

    def save_delivery(self, delivery: Delivery) -> None:
        record = plain(delivery)
        self._work.note("deliveries", record)
        place = {"key": delivery.key, "receiver": delivery.receiver}
        self._put(DELIVERIES, place, {"waits": delivery.waits, "record": canonical(record)})

    def deadlines(self, direction: str, key: str) -> list[Deadline]:
        where = and_(DEADLINES.c.direction == direction, DEADLINES.c.key == key)
        return list(self._records(select(DEADLINES.c.record).where(where), Deadline))

    def awaited_for(self, patient: Iterable[Any]) -> list[Deadline]:
        same = and_(
            PATIENTS.c.direction == DEADLINES.c.direction, PATIENTS.c.key == DEADLINES.c.key
        )
        who = or_(*(and_(PATIENTS.c.kind == i.kind, PATIENTS.c.value == i.value) for i in patient))
        query = select(DEADLINES.c.record).join(PATIENTS, same)
        waiting = DEADLINES.c.state.in_(("open", "overdue"))
        return list(self._records(query.where(who, waiting).order_by(DEADLINES.c.due), Deadline))

    def passed(self, at: dt.datetime) -> list[Deadline]:
        where = and_(DEADLINES.c.state == "open", DEADLINES.c.due <= time_text(at))
        query = select(DEADLINES.c.record).where(where).order_by(DEADLINES.c.due)
        return list(self._records(query, Deadline))

    def save_deadline(self, deadline: Deadline) -> None:
        record = plain(deadline)
        self._work.note("deadlines", record)
        place = {
            "direction": deadline.direction,
            "key": deadline.key,
            "what": deadline.what,
            "party": deadline.party,
        }
        values = {
            "due": time_text(deadline.due),
            "state": deadline.state.value,
            "record": canonical(record),
        }
        self._put(DEADLINES, place, values)

    # Things to send.

    def add_acknowledgement(self, item: Item) -> None:
        row = {"key": item.key, "receiver": item.receiver, "digest": item.digest}
        self._work.note("items", row)
        try:
            self._work.connection.execute(insert(ITEMS).values(**row, sent=None))
        except IntegrityError:
            raise StoreError("there is an acknowledgement of it by this receiver already") from None

    def acknowledgements(self, key: str) -> list[Item]:
        query = self._items().where(ITEMS.c.key == key)
        return [self._item(row) for row in self._work.connection.execute(query)]

    def mark_sent(self, key: str, receiver: str, at: dt.datetime) -> None:
        here = and_(ITEMS.c.key == key, ITEMS.c.receiver == receiver, ITEMS.c.sent.is_(None))
        done = self._work.connection.execute(update(ITEMS).where(here).values(sent=time_text(at)))
        if done.rowcount:
            self._work.note("sent", {"key": key, "receiver": receiver, "at": time_text(at)})

    def outbox(self, limit: int) -> list[Item]:
        connection = self._work.connection
        query = self._items().where(ITEMS.c.sent.is_(None)).limit(limit)
        found = [self._item(row) for row in connection.execute(query)]
        ready = (
            select(DELIVERIES.c.key, DELIVERIES.c.receiver, LETTERS.c.digest, KEPT.c.data)
            .join(LETTERS, and_(LETTERS.c.key == DELIVERIES.c.key, LETTERS.c.direction == "out"))
            .join(KEPT, KEPT.c.digest == LETTERS.c.digest)
            .where(DELIVERIES.c.waits)
            .order_by(LETTERS.c.at, DELIVERIES.c.key, DELIVERIES.c.receiver)
            .limit(max(limit - len(found), 0))
        )
        return found + [
            Item(
                kind="message",
                direction="out",
                key=row.key,
                receiver=row.receiver,
                digest=row.digest,
                data=row.data,
            )
            for row in connection.execute(ready)
        ]

    def _items(self) -> Select[Any]:
        kept = KEPT.c.digest == ITEMS.c.digest
        return select(ITEMS, KEPT.c.data).join(KEPT, kept).order_by(ITEMS.c.number)

    def _item(self, row: Any) -> Item:
        return Item(
            kind="acknowledgement",
            direction="in",
            key=row.key,
            receiver=row.receiver,
            digest=row.digest,
            data=row.data,
            sent=dt.datetime.fromisoformat(row.sent) if row.sent else None,
        )

    # Octets and the log.

    def keep(self, digest: str, data: bytes) -> None:
        connection = self._work.connection
        if connection.execute(select(KEPT.c.digest).where(KEPT.c.digest == digest)).first() is None:
            connection.execute(insert(KEPT).values(digest=digest, data=data))
        self._work.note("kept", digest)

    def octets(self, digest: str) -> bytes:
        query = select(KEPT.c.data).where(KEPT.c.digest == digest)
        row = self._work.connection.execute(query).first()
        if row is None:
            raise KeyError(digest)
        return bytes(row.data)

    def write(self, event: Event) -> None:
        self._work.note("events", plain(event))
        self._work.events.append(event)

    def last(self) -> dt.datetime | None:
        if self._work.events:
            return self._work.events[-1].at
        query = select(EVENTS.c.at).order_by(EVENTS.c.seq.desc(), EVENTS.c.number.desc()).limit(1)
        row = self._work.connection.execute(query).first()
        return dt.datetime.fromisoformat(row.at) if row is not None else None

    def __repr__(self) -> str:
        return f"<Ledger on {self.engine.dialect.name}>"
