"""Where an exchange keeps what it remembers: the protocol, and one in memory.

`caremsg.ledger` is the durable one. A system with a database of its own implements `Store`
over it; everything an exchange does to it stands between the two ends of a `transaction`.
"""

from __future__ import annotations

import datetime as dt
import heapq
from collections import defaultdict
from collections.abc import Generator, Iterable
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Protocol

from attrs import evolve

from caremsg.errors import StoreError

from .directory import Identifiers
from .lives import Awaited
from .records import Deadline, Delivery, Direction, Event, Item, Letter

__all__ = ["Memory", "Store"]

_Place = tuple[Direction, str]


class Store(Protocol):
    """What an exchange remembers. A `save_...` replaces the record with the same identity."""

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing: what is done inside counts when it ends well, and else not at all.

        Only one transaction of one exchange may look at the store at a time."""
        ...

    def letter(self, direction: Direction, key: str) -> Letter | None:
        """The message with an identifier."""
        ...

    def related(self, keys: Iterable[str]) -> list[Letter]:
        """The messages that have one of these as identifier, parent, conversation or chain."""
        ...

    def with_document(self, ids: Iterable[str]) -> list[Letter]:
        """The messages with one of these among their `Letter.marks`."""
        ...

    def save_letter(self, letter: Letter) -> None:
        """By direction and key."""
        ...

    def deliveries(self, key: str) -> list[Delivery]:
        """Those of a message that was sent."""
        ...

    def save_delivery(self, delivery: Delivery) -> None:
        """By key and receiver."""
        ...

    def deadlines(self, direction: Direction, key: str) -> list[Deadline]:
        """What is awaited because of a message."""
        ...

    def awaited_for(self, patient: Identifiers) -> list[Deadline]:
        """What is open or overdue because of messages about a patient."""
        ...

    def passed(self, at: dt.datetime, limit: int = 1_000) -> list[Deadline]:
        """What is still open although it was due, the longest ago first."""
        ...

    def save_deadline(self, deadline: Deadline) -> None:
        """By direction, key, what and party."""
        ...

    def add_acknowledgement(self, item: Item) -> None:
        """An acknowledgement to be sent. There is never a second one with its key and receiver."""
        ...

    def acknowledgements(self, key: str) -> list[Item]:
        """Those of a message that was received."""
        ...

    def mark_sent(self, key: str, receiver: str, at: dt.datetime) -> None:
        """An acknowledgement was handed to the transport."""
        ...

    def outbox(self, limit: int) -> list[Item]:
        """Acknowledgements that wait, then messages; at most `limit` of each, the oldest first."""
        ...

    def keep(self, digest: str, data: bytes) -> None:
        """Keep octets exactly as they are."""
        ...

    def octets(self, digest: str) -> bytes:
        """Octets that were kept. Raises KeyError when there are none."""
        ...

    def write(self, event: Event) -> None:
        """Write down what happened."""
        ...

    def last(self) -> dt.datetime | None:
        """The time of what was written down last."""
        ...


class Memory:
    """A store that is gone when the program ends: for tests, and for short runs."""

    def __init__(self) -> None:
        self.letters: dict[_Place, Letter] = {}
        self.sent: dict[tuple[str, str], Delivery] = {}
        self.awaited: dict[tuple[Direction, str, str, str], Deadline] = {}
        self.items: dict[tuple[str, str], Item] = {}
        self.kept: dict[str, bytes] = {}
        self.events: list[Event] = []
        self._found_by: dict[object, dict[_Place, None]] = defaultdict(dict)
        self._undo: list[tuple[dict[Any, Any], Any, Any]] = []

    @contextmanager
    def transaction(self) -> Generator[None]:
        """Whatever fails inside leaves everything as it was."""
        events = len(self.events)
        self._undo.clear()
        try:
            yield
        except BaseException:
            for part, key, old in reversed(self._undo):
                if old is None:
                    del part[key]
                else:
                    part[key] = old
            del self.events[events:]
            raise

    def _set(self, part: dict[Any, Any], key: Any, value: object) -> None:
        self._undo.append((part, key, part.get(key)))
        part[key] = value

    def letter(self, direction: Direction, key: str) -> Letter | None:
        return self.letters.get((direction, key))

    def related(self, keys: Iterable[str]) -> list[Letter]:
        wanted = {key for key in keys if key}
        return [
            letter
            for letter in self._letters_by(wanted)
            if wanted & {letter.key, letter.parent, letter.conversation, letter.chain}
        ]

    def with_document(self, ids: Iterable[str]) -> list[Letter]:
        wanted = set(ids)
        found = self._letters_by({("document", id) for id in wanted})
        return [letter for letter in found if wanted & letter.marks]

    def _letters_by(self, marks: Iterable[object]) -> list[Letter]:
        """The letters that had one of these marks at some time, the oldest first."""
        places = dict.fromkeys(place for mark in marks for place in self._found_by.get(mark, ()))
        found = [letter for place in places if (letter := self.letters.get(place)) is not None]
        return sorted(found, key=lambda letter: letter.at)

    def save_letter(self, letter: Letter) -> None:
        place = (letter.direction, letter.key)
        self._set(self.letters, place, letter)
        marks: set[object] = {letter.key, letter.parent, letter.conversation, letter.chain}
        marks |= {("document", id) for id in letter.marks} | letter.patient
        for mark in marks - {""}:
            self._found_by[mark][place] = None

    def deliveries(self, key: str) -> list[Delivery]:
        return [delivery for (of, _), delivery in self.sent.items() if of == key]

    def save_delivery(self, delivery: Delivery) -> None:
        self._set(self.sent, (delivery.key, delivery.receiver), delivery)

    def deadlines(self, direction: Direction, key: str) -> list[Deadline]:
        return [d for d in self.awaited.values() if (d.direction, d.key) == (direction, key)]

    def awaited_for(self, patient: Identifiers) -> list[Deadline]:
        about = {(x.direction, x.key) for x in self._letters_by(patient) if x.patient & patient}
        waiting = (Awaited.OPEN, Awaited.OVERDUE)
        return [
            d for d in self.awaited.values() if d.state in waiting and (d.direction, d.key) in about
        ]

    def passed(self, at: dt.datetime, limit: int = 1_000) -> list[Deadline]:
        late = (d for d in self.awaited.values() if d.state is Awaited.OPEN and d.due <= at)
        return heapq.nsmallest(limit, late, key=lambda d: (d.due, d.key, d.what, d.party))

    def save_deadline(self, deadline: Deadline) -> None:
        place = (deadline.direction, deadline.key, deadline.what, deadline.party)
        self._set(self.awaited, place, deadline)

    def add_acknowledgement(self, item: Item) -> None:
        if (item.key, item.receiver) in self.items:
            raise StoreError("there is an acknowledgement of it by this receiver already")
        self._set(self.items, (item.key, item.receiver), item)

    def acknowledgements(self, key: str) -> list[Item]:
        return [item for (of, _), item in self.items.items() if of == key]

    def mark_sent(self, key: str, receiver: str, at: dt.datetime) -> None:
        item = self.items[key, receiver]
        self._set(self.items, (key, receiver), evolve(item, sent=item.sent or at))

    def outbox(self, limit: int) -> list[Item]:
        waiting = [item for item in self.items.values() if item.sent is None]
        messages = [self._item(delivery) for delivery in self.sent.values() if delivery.waits]
        return waiting[:limit] + messages[:limit]

    def _item(self, delivery: Delivery) -> Item:
        digest = self.letters["out", delivery.key].digest
        return Item(
            kind="message",
            direction="out",
            key=delivery.key,
            receiver=delivery.receiver,
            digest=digest,
            data=self.kept[digest],
        )

    def keep(self, digest: str, data: bytes) -> None:
        self._set(self.kept, digest, data)

    def octets(self, digest: str) -> bytes:
        return self.kept[digest]

    def write(self, event: Event) -> None:
        self.events.append(event)

    def last(self) -> dt.datetime | None:
        return self.events[-1].at if self.events else None

    def __repr__(self) -> str:
        return f"<Memory of {len(self.letters)} messages>"
