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
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from caremsg.errors import StoreError
from caremsg.exchange import Deadline, Delivery, Event, Identifier, Item, Letter

from . import statements as sql
from .opening import failed, migrate, only_looking, opened
from .records import canonical, from_text, plain, time_text

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
    head: Head
    last: str
    """The time of the entry before."""
    body: dict[str, list[Any]] = Factory(dict[str, list[Any]])
    events: list[Event] = Factory(list[Event])
    letters: dict[tuple[str, str], Letter | None] = Factory(dict[tuple[str, str], Letter | None])
    """Those that were looked for or recorded in this transaction."""
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

    def __init__(
        self, where: str | os.PathLike[str], *, wait: float = 30.0, make: bool = True
    ) -> None:
        """`where` is the path of an SQLite file, or the URL of a PostgreSQL database.

        It is brought up to this version when it is older, and made when it is not there; without
        `make` there must be one. Raises StoreError when it cannot be opened, or was made by a
        newer version.
        """
        self.engine: Engine = opened(where, wait, make=make)
        self._local = threading.local()
        try:
            migrate(self.engine, make=make)
        except BaseException:
            self.close()
            raise

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
        """All or nothing. Raises StoreError when the database fails.

        When the connection breaks in the moment of the commit, nobody can tell which of the
        two it is. Make the same call again: what was recorded is known, and not done twice.
        """
        if getattr(self._local, "work", None) is not None:
            raise StoreError("a transaction of this ledger is open already in this thread")
        try:
            with self.engine.begin() as connection:
                if connection.dialect.name == "postgresql":
                    connection.execute(sql.LOCK)
                head, last = self._end(connection)
                self._local.work = _Work(connection, head, last)
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
                yield connection.execution_options(**only_looking(connection))
        except SQLAlchemyError as error:
            raise failed(error) from None

    def head(self) -> Head:
        """The end of the log."""
        with self.reading() as connection:
            return self._end(connection)[0]

    def _end(self, connection: Connection) -> tuple[Head, str]:
        row = connection.execute(sql.LAST).first()
        return (Head(row.seq, row.hash), row.at) if row is not None else (Head(0, FIRST), "")

    def _append(self) -> None:
        """Close the transaction with an entry of the log; none when nothing was recorded."""
        work = self._work
        if not work.body:
            return
        seq = work.head.seq + 1
        at = time_text(work.events[-1].at) if work.events else work.at
        body = canonical(work.body)
        digest = sha256(body.encode()).hexdigest()
        entry = {
            "seq": seq,
            "at": at,
            "body": body,
            "body_digest": digest,
            "previous": work.head.hash,
            "hash": entry_hash(seq, at, work.head.hash, digest),
        }
        rows = [self._event_row(seq, number, e) for number, e in enumerate(work.events)]
        self._run(sql.ADD_LOG, entry)
        self._run(sql.ADD_EVENT, rows)

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
        known = self._work.letters
        if (direction, key) not in known:
            found = self._all(Letter, sql.LETTER, direction=direction, key=key)
            known[direction, key] = found[0] if found else None
        return known[direction, key]

    def related(self, keys: Iterable[str]) -> list[Letter]:
        return self._any(Letter, sql.RELATED, keys)

    def with_document(self, ids: Iterable[str]) -> list[Letter]:
        return self._any(Letter, sql.WITH_DOCUMENT, ids)

    def save_letter(self, letter: Letter) -> None:
        record = plain(letter)
        self._work.note("letters", record)
        place = {"direction": letter.direction, "key": letter.key}
        before = self.letter(letter.direction, letter.key)
        row = {
            **place,
            "parent": letter.parent,
            "conversation": letter.conversation,
            "chain": letter.chain,
            "digest": letter.digest,
            "type": letter.type,
            "at": time_text(letter.at),
            "record": canonical(record),
        }
        self._run(self._fit(sql.PUT_LETTER), row)
        found_by = (letter.marks, letter.patient)
        if before is None or found_by != (before.marks, before.patient):
            self._find_by(letter, place, new=before is None)
        self._work.letters[letter.direction, letter.key] = letter

    def _find_by(self, letter: Letter, place: dict[str, str], *, new: bool) -> None:
        """A letter can be found by its documents and its patient."""
        if not new:
            self._run(sql.FORGET_DOCUMENTS, place)
            self._run(sql.FORGET_PATIENTS, place)
        documents = [{"document": id, **place} for id in sorted(letter.marks)]
        patients = [{"kind": i.kind, "value": i.value, **place} for i in sorted(letter.patient)]
        self._run(sql.ADD_DOCUMENT, documents)
        self._run(sql.ADD_PATIENT, patients)

    def _all(self, kind: type[R], statement: Any, **values: Any) -> list[R]:
        rows = self._work.connection.execute(statement, values)
        return [from_text(row.record, kind) for row in rows]

    def _any(self, kind: type[R], statement: Any, values: Iterable[str]) -> list[R]:
        """The records that have any of these values, each once."""
        found: dict[str, None] = {}
        for group in _groups({value for value in values if value}):
            rows = self._work.connection.execute(statement, group)
            found |= dict.fromkeys(row.record for row in rows)
        return [from_text(record, kind) for record in found]

    def _run(self, statement: Any, rows: Any) -> Any:
        return self._work.connection.execute(statement, rows) if rows else None

    def _fit(self, by_dialect: Any) -> Any:
        return by_dialect[self.engine.dialect.name]

    # Deliveries and deadlines.

    def deliveries(self, key: str) -> list[Delivery]:
        return self._all(Delivery, sql.DELIVERIES_OF, key=key)

    def save_delivery(self, delivery: Delivery) -> None:
        record = plain(delivery)
        self._work.note("deliveries", record)
        row = {
            "key": delivery.key,
            "receiver": delivery.receiver,
            "waits": delivery.waits,
            "record": canonical(record),
        }
        self._run(self._fit(sql.PUT_DELIVERY), row)

    def deadlines(self, direction: str, key: str) -> list[Deadline]:
        return self._all(Deadline, sql.DEADLINES_OF, direction=direction, key=key)

    def awaited_for(self, patient: Iterable[Identifier]) -> list[Deadline]:
        wanted = set(patient)
        found: list[str] = []
        for values in _groups({i.value for i in wanted}):
            rows = self._work.connection.execute(sql.AWAITED_FOR, values)
            found += [row.record for row in rows if Identifier(row.kind, row.value) in wanted]
        return [from_text(record, Deadline) for record in dict.fromkeys(found)]

    def passed(self, at: dt.datetime, limit: int = 1_000) -> list[Deadline]:
        return self._all(Deadline, sql.PASSED, now=time_text(at), most=limit)

    def save_deadline(self, deadline: Deadline) -> None:
        record = plain(deadline)
        self._work.note("deadlines", record)
        row = {
            "direction": deadline.direction,
            "key": deadline.key,
            "what": deadline.what,
            "party": deadline.party,
            "due": time_text(deadline.due),
            "state": deadline.state.value,
            "record": canonical(record),
        }
        self._run(self._fit(sql.PUT_DEADLINE), row)

    # Things to send.

    def add_acknowledgement(self, item: Item) -> None:
        row = {"key": item.key, "receiver": item.receiver, "digest": item.digest}
        self._work.note("items", row)
        try:
            self._run(sql.ADD_ITEM, row)
        except IntegrityError:
            raise StoreError("there is an acknowledgement of it by this receiver already") from None

    def acknowledgements(self, key: str) -> list[Item]:
        rows = self._work.connection.execute(sql.ACKNOWLEDGEMENTS, {"key": key})
        return [self._item(row) for row in rows]

    def mark_sent(self, key: str, receiver: str, at: dt.datetime) -> None:
        now = time_text(at)
        done = self._work.connection.execute(sql.MARK_SENT, {"of": key, "by": receiver, "now": now})
        if done.rowcount:
            self._work.note("sent", {"key": key, "receiver": receiver, "at": now})

    def outbox(self, limit: int) -> list[Item]:
        rows = self._work.connection.execute(sql.UNSENT, {"most": limit})
        found = [self._item(row) for row in rows]
        return found + [
            Item(
                kind="message",
                direction="out",
                key=row.key,
                receiver=row.receiver,
                digest=row.digest,
                data=bytes(row.data),
            )
            for row in self._work.connection.execute(sql.READY, {"most": limit})
        ]

    def _item(self, row: Any) -> Item:
        return Item(
            kind="acknowledgement",
            direction="in",
            key=row.key,
            receiver=row.receiver,
            digest=row.digest,
            data=bytes(row.data),
            sent=dt.datetime.fromisoformat(row.sent) if row.sent else None,
        )

    # Octets and the log.

    def keep(self, digest: str, data: bytes) -> None:
        self._run(self._fit(sql.KEEP), {"digest": digest, "data": data})
        self._work.note("kept", digest)

    def octets(self, digest: str) -> bytes:
        row = self._work.connection.execute(sql.OCTETS, {"digest": digest}).first()
        if row is None:
            raise KeyError(digest)
        return bytes(row.data)

    def write(self, event: Event) -> None:
        self._work.note("events", plain(event))
        self._work.events.append(event)

    def last(self) -> dt.datetime | None:
        work = self._work
        if work.events:
            return work.events[-1].at
        return dt.datetime.fromisoformat(work.last) if work.last else None

    def __repr__(self) -> str:
        return f"<Ledger on {self.engine.dialect.name}>"


def _groups(values: set[str]) -> Iterator[dict[str, str]]:
    """The values as parameters of statements, the last one repeated to fill the places."""
    ordered = sorted(values)
    for start in range(0, len(ordered), sql.AT_ONCE):
        group = ordered[start : start + sql.AT_ONCE]
        group += group[-1:] * (sql.AT_ONCE - len(group))
        yield {f"v{number}": value for number, value in enumerate(group)}
