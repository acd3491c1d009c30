"""`verify`: whether anything in a ledger was changed, taken away or added by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from attrs import Factory, define, frozen
from sqlalchemy import Connection, select

from caremsg.exchange import Letter

from .ledger import FIRST, Head, Ledger, entry_hash
from .records import canonical, from_text
from .schema import DEADLINES, DELIVERIES, DOCUMENTS, EVENTS, ITEMS, KEPT, LETTERS, LOG, PATIENTS

__all__ = ["Damage", "Verification", "verify"]

_BATCH = 500
_Place = tuple[Any, ...]


@frozen
class Damage:
    """Something that is not as it was recorded."""

    table: str
    place: str
    """Which row: its number or its identity, without any content."""
    what: str


@frozen
class Verification:
    """What was looked at, and what is wrong with it."""

    entries: int
    erased: int
    """Entries whose content was erased by retention; their hashes are still linked."""
    kept: int
    """Messages and acknowledgements whose octets were compared with their hash."""
    head: Head
    damages: tuple[Damage, ...]

    @property
    def ok(self) -> bool:
        """True when nothing is damaged."""
        return not self.damages


@define
class _Seen:
    """What the log says, while it is read."""

    damages: list[Damage] = Factory(list[Damage])
    entries: int = 0
    erased: int = 0
    last: Head = Factory(lambda: Head(0, FIRST))
    """The entry before."""
    kept: set[str] = Factory(set[str])
    gone: set[str] = Factory(set[str])
    """What retention says it has erased: numbers of entries and digests."""
    records: dict[_Place, str] = Factory(dict[_Place, str])
    """The digest of the last record of each row, by table and identity."""
    missing: list[int] = Factory(list[int])

    def damage(self, table: str, place: object, what: str) -> None:
        self.damages.append(Damage(table, str(place), what))


_IDENTITY = {
    "letters": ("direction", "key"),
    "deliveries": ("key", "receiver"),
    "deadlines": ("direction", "key", "what", "party"),
}


def verify(ledger: Ledger, *, head: Head | None = None) -> Verification:
    """Compare everything in a ledger with the hashes in its log.

    `head` is the end of the log as it was noted somewhere else before; with it, entries that
    were cut off at the end show too. Raises StoreError when the database fails.
    """
    seen = _Seen()
    with ledger.reading() as connection:
        for row in _rows(connection, LOG, LOG.c.seq):
            _entry(row, seen, head)
        for seq in seen.missing:
            if str(seq) not in seen.gone:
                seen.damage("log", seq, "its content is missing")
        if head is not None and seen.last.seq < head.seq:
            seen.damage("log", head.seq, "entries at the end are missing")
        kept = _kept(connection, seen)
        _standing(connection, seen)
        _found_by(connection, seen)
    return Verification(seen.entries, seen.erased, kept, seen.last, tuple(seen.damages))


def _rows(connection: Connection, table: Any, *order: Any) -> Iterator[Any]:
    query = select(table).order_by(*order).execution_options(yield_per=_BATCH)
    yield from connection.execute(query)


def _entry(row: Any, seen: _Seen, head: Head | None) -> None:
    """One entry of the log: its place, its links, its content."""
    seen.entries += 1
    if row.seq != seen.last.seq + 1:
        seen.damage("log", row.seq, "entries before it are missing")
    if row.previous != seen.last.hash:
        seen.damage("log", row.seq, "it is not linked to the entry before it")
    if row.hash != entry_hash(row.seq, row.at, row.previous, row.body_digest):
        seen.damage("log", row.seq, "its hash is wrong")
    if head is not None and head.seq == row.seq and head.hash != row.hash:
        seen.damage("log", row.seq, "it is not what was noted before")
    seen.last = Head(row.seq, row.hash)
    if row.body is None:
        seen.erased += 1
        seen.missing.append(row.seq)
    elif sha256(row.body.encode()).hexdigest() != row.body_digest:
        seen.damage("log", row.seq, "its content was changed")
    else:
        _body(json.loads(row.body), row.seq, seen)


def _body(body: dict[str, list[Any]], seq: int, seen: _Seen) -> None:
    for part, names in _IDENTITY.items():
        for record in body.get(part, []):
            place = (part, *(record[name] for name in names))
            seen.records[place] = _digest(canonical(record))
    for item in body.get("items", []):
        seen.records["items", item["key"], item["receiver"]] = f"{item['digest']} None"
    for sent in body.get("sent", []):
        place = ("items", sent["key"], sent["receiver"])
        digest = seen.records.get(place, "").partition(" ")[0]
        seen.records[place] = f"{digest} {sent['at']}"
    for number, event in enumerate(body.get("events", [])):
        seen.records["events", seq, number] = _digest(canonical(event))
    seen.kept.update(body.get("kept", []))
    for erased in body.get("erased", []):
        seen.gone |= {str(number) for number in erased["entries"]} | set(erased["kept"])
        for place in [p for p in seen.records if _is_about(p, erased)]:
            del seen.records[place]


def _is_about(place: _Place, erased: dict[str, list[Any]]) -> bool:
    if place[0] == "events":
        return place[1] in erased["entries"]
    key = place[1] if place[0] in ("deliveries", "items") else place[2]
    return key in erased["keys"]


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _kept(connection: Connection, seen: _Seen) -> int:
    """Every message and acknowledgement has the octets that it came with."""
    found: set[str] = set()
    for row in _rows(connection, KEPT, KEPT.c.digest):
        found.add(row.digest)
        if sha256(row.data).hexdigest() != row.digest:
            seen.damage("kept", row.digest, "its octets were changed")
        if row.digest not in seen.kept:
            seen.damage("kept", row.digest, "the log does not know it")
    for digest in sorted(seen.kept - found - seen.gone):
        seen.damage("kept", digest, "its octets are missing")
    return len(found)


def _standing(connection: Connection, seen: _Seen) -> None:
    """How things stand now is what the log recorded last."""
    for place, digest in _now(connection):
        expected = seen.records.pop(place, None)
        if expected is None:
            seen.damage(place[0], _named(place), "the log does not know it")
        elif expected != digest:
            seen.damage(place[0], _named(place), "it was changed")
    for place in seen.records:
        seen.damage(place[0], _named(place), "it is missing")


def _named(place: _Place) -> str:
    return " ".join(str(part) for part in place[1:] if part != "")


def _now(connection: Connection) -> Iterator[tuple[_Place, str]]:
    for row in _rows(connection, LETTERS, LETTERS.c.direction, LETTERS.c.key):
        place = ("letters", row.direction, row.key)
        yield place, _digest(row.record) if _letter_agrees(row) else "columns"
    for row in _rows(connection, DELIVERIES, DELIVERIES.c.key):
        right = json.loads(row.record)["waits"] == row.waits
        yield ("deliveries", row.key, row.receiver), _digest(row.record) if right else "columns"
    for row in _rows(connection, DEADLINES, DEADLINES.c.key):
        record = json.loads(row.record)
        right = (record["due"], record["state"]) == (row.due, row.state)
        deadline = ("deadlines", row.direction, row.key, row.what, row.party)
        yield deadline, _digest(row.record) if right else "columns"
    for row in _rows(connection, ITEMS, ITEMS.c.number):
        yield ("items", row.key, row.receiver), f"{row.digest} {row.sent}"
    for row in _rows(connection, EVENTS, EVENTS.c.seq):
        record = json.loads(row.record)
        right = (record["key"], record["happening"]) == (row.key, row.happening)
        yield ("events", row.seq, row.number), _digest(row.record) if right else "columns"


def _letter_agrees(row: Any) -> bool:
    record = json.loads(row.record)
    names = ("parent", "conversation", "chain", "digest", "type", "at")
    return all(record[name] == getattr(row, name) for name in names)


def _found_by(connection: Connection, seen: _Seen) -> None:
    """The tables by which letters are found hold what the letters say, and nothing else."""
    known: set[_Place] = {("documents", *row) for row in connection.execute(select(DOCUMENTS))}
    known |= {("patients", *row) for row in connection.execute(select(PATIENTS))}
    for row in _rows(connection, LETTERS, LETTERS.c.direction, LETTERS.c.key):
        letter = from_text(row.record, Letter)
        here = (letter.direction, letter.key)
        wanted: set[_Place] = {("documents", id, *here) for id in letter.documents}
        wanted |= {("patients", i.kind, i.value, *here) for i in letter.patient}
        for place in wanted - known:
            seen.damage(place[0], " ".join(here), "it is missing")
        known -= wanted
    for place in sorted(known):
        seen.damage(place[0], " ".join(place[-2:]), "no message says so")
