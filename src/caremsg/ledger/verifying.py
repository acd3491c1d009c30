"""`verify`: whether anything in a ledger was changed, taken away or added by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from attrs import Factory, define, frozen
from sqlalchemy import Connection, select

from .ledger import FIRST, Head, Ledger, entry_hash
from .records import canonical
from .schema import DEADLINES, DELIVERIES, DOCUMENTS, EVENTS, ITEMS, KEPT, LETTERS, LOG, PATIENTS

__all__ = ["Damage", "Verification", "verify"]

_BATCH = 500
_NONSENSE = (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError)
"""What JSON of the wrong form leads to."""
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
    order: list[tuple[str, str]] = Factory(list[tuple[str, str]])
    """The acknowledgements, as they were made."""
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
        _in_order(connection, seen)
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
    elif not isinstance(row.body, str) or _digest(row.body) != row.body_digest:
        seen.damage("log", row.seq, "its content was changed")
    else:
        try:
            _body(json.loads(row.body), row.seq, seen)
        except _NONSENSE:
            seen.damage("log", row.seq, "its content makes no sense")


def _body(body: dict[str, list[Any]], seq: int, seen: _Seen) -> None:
    for part, names in _IDENTITY.items():
        for record in body.get(part, []):
            place = (part, *(record[name] for name in names))
            seen.records[place] = _digest(canonical(record))
    for item in body.get("items", []):
        seen.records["items", item["key"], item["receiver"]] = f"{item['digest']} None"
        seen.order.append((item["key"], item["receiver"]))
    for sent in body.get("sent", []):
        place = ("items", sent["key"], sent["receiver"])
        digest = seen.records.get(place, "").partition(" ")[0]
        seen.records[place] = f"{digest} {sent['at']}"
    for number, event in enumerate(body.get("events", [])):
        seen.records["events", seq, number] = _digest(canonical(event))
    seen.kept.update(body.get("kept", []))
    seen.gone -= set(body.get("kept", []))  # erased once, and received again
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
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _kept(connection: Connection, seen: _Seen) -> int:
    """Every message and acknowledgement has the octets that it came with."""
    found: set[str] = set()
    for row in _rows(connection, KEPT, KEPT.c.digest):
        found.add(row.digest)
        if not isinstance(row.data, bytes) or sha256(row.data).hexdigest() != row.digest:
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
    names = ("parent", "conversation", "chain", "digest", "type", "at")
    for row in _rows(connection, LETTERS, LETTERS.c.direction, LETTERS.c.key):
        yield ("letters", row.direction, row.key), _state(row, *names)
    for row in _rows(connection, DELIVERIES, DELIVERIES.c.key):
        yield ("deliveries", row.key, row.receiver), _state(row, "waits")
    for row in _rows(connection, DEADLINES, DEADLINES.c.key):
        deadline = ("deadlines", row.direction, row.key, row.what, row.party)
        yield deadline, _state(row, "due", "state")
    for row in _rows(connection, ITEMS, ITEMS.c.number):
        yield ("items", row.key, row.receiver), f"{row.digest} {row.sent}"
    for row in _rows(connection, EVENTS, EVENTS.c.seq):
        event = ("events", row.seq, row.number)
        yield event, _state(row, "direction", "key", "happening", "at")


def _state(row: Any, *names: str) -> str:
    """The digest of a record, when the columns beside it agree with it."""
    record = _record(row)
    right = all(record.get(name) == getattr(row, name) for name in names)
    return _digest(row.record) if right and isinstance(row.record, str) else "columns"


def _record(row: Any) -> dict[str, Any]:
    """The record in a row; nothing when somebody has made nonsense of it."""
    try:
        found: Any = json.loads(row.record)
    except _NONSENSE:
        return {}
    return found if isinstance(found, dict) else {}  # pyright: ignore[reportUnknownVariableType]


def _in_order(connection: Connection, seen: _Seen) -> None:
    """Acknowledgements leave in the order in which they were made."""
    there = [(row.key, row.receiver) for row in _rows(connection, ITEMS, ITEMS.c.number)]
    known = set(there)
    if there != [place for place in seen.order if place in known]:
        seen.damage("items", "number", "they are in another order")


def _found_by(connection: Connection, seen: _Seen) -> None:
    """The tables by which letters are found hold what the letters say, and nothing else."""
    known: set[_Place] = {("documents", *row) for row in connection.execute(select(DOCUMENTS))}
    known |= {("patients", *row) for row in connection.execute(select(PATIENTS))}
    for row in _rows(connection, LETTERS, LETTERS.c.direction, LETTERS.c.key):
        here = (row.direction, row.key)
        try:
            record = _record(row)
            wanted: set[_Place] = {("documents", id, *here) for id in record["documents"]}
            wanted |= {("documents", f"?{id}", *here) for id in record["refers"]}
            wanted |= {("patients", kind, value, *here) for kind, value in record["patient"]}
        except _NONSENSE:
            continue  # the letter itself is told of
        for place in wanted - known:
            seen.damage(place[0], " ".join(here), "it is missing")
        known -= wanted
    for place in sorted(known):
        seen.damage(place[0], " ".join(place[-2:]), "no message says so")
