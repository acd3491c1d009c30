"""What is awaited: it becomes overdue once, and is met, late or in time, or dropped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from attrs import evolve

from .deadlines import Rule, awaited_after
from .lives import (
    DEADLINE,
    DELIVERY,
    RECEIPT,
    Awaited,
    AwaitedStep,
    DeliveryStep,
    ReceivedStep,
)
from .originals import Original
from .records import Deadline, Direction, Event, Happening, Letter
from .store import Store

__all__ = ["Awaiting", "due"]

_NUMBERS = ("FNR", "DNR", "FHN")
_END = dt.datetime.max.replace(tzinfo=dt.UTC)


def due(letter: Letter, within: dt.timedelta) -> dt.datetime:
    """When something is due: counted from GenDate, though never from a time to come."""
    start = min(letter.made or letter.at, letter.at)
    return start + within if start < _END - within else _END


class Awaiting:
    """Events, and what is awaited, inside one transaction of a store."""

    def __init__(self, store: Store, at: dt.datetime, by: str, rules: tuple[Rule, ...]) -> None:
        self.store = store
        self.at = at
        self.by = by
        self.rules = {rule.name: rule for rule in rules}
        self.events: list[Event] = []
        last = store.last()
        if last is not None and at < last:
            self.write(Happening.CLOCK_BACK, "in", "")

    def done(self) -> tuple[Event, ...]:
        """All events, in order."""
        return tuple(self.events)

    def write(
        self,
        happening: Happening,
        direction: Direction,
        key: str,
        *,
        party: str = "",
        other: str = "",
        detail: str = "",
    ) -> None:
        """Write down that something happened."""
        event = Event(
            happening=happening,
            direction=direction,
            key=key,
            at=self.at,
            party=party,
            other=other,
            detail=detail,
            by=self.by,
        )
        self.store.write(event)
        self.events.append(event)

    def event(
        self,
        happening: Happening,
        letter: Letter,
        *,
        party: str = "",
        other: str = "",
        detail: str = "",
    ) -> None:
        """Write down that something happened to a message."""
        self.write(happening, letter.direction, letter.key, party=party, other=other, detail=detail)

    def expect(self, letter: Letter, what: str, within: dt.timedelta, party: str = "") -> Deadline:
        """Await something because of a message."""
        deadline = Deadline(
            direction=letter.direction,
            key=letter.key,
            what=what,
            party=party,
            due=due(letter, within),
        )
        self.store.save_deadline(deadline)
        return deadline

    def pass_deadline(self) -> bool:
        """The first thing that should have happened by now, and has not; False: there is none."""
        for deadline in self.store.passed(self.at)[:1]:
            state = DEADLINE.after(deadline.state, AwaitedStep.EXPIRE)
            self.store.save_deadline(evolve(deadline, state=state))
            letter = self.store.letter(deadline.direction, deadline.key)
            if letter is not None:
                self._expired(deadline, letter)
            return True
        return False

    def _expired(self, deadline: Deadline, letter: Letter) -> None:
        if deadline.what == "acknowledgement":
            self._delivery_overdue(deadline)
        elif deadline.what == "decision" and letter.state is not None:
            late = RECEIPT.after(letter.state, ReceivedStep.EXPIRE)
            self.store.save_letter(evolve(letter, state=late))
        self.event(Happening.OVERDUE, letter, party=deadline.party, detail=deadline.what)

    def _delivery_overdue(self, deadline: Deadline) -> None:
        for delivery in self.store.deliveries(deadline.key):
            if delivery.receiver == deadline.party:
                state = DELIVERY.after(delivery.state, DeliveryStep.EXPIRE)
                self.store.save_delivery(evolve(delivery, state=state))

    def meet(self, letter: Letter, what: str, party: str = "", other: str = "") -> None:
        """Something that was awaited has happened."""
        for deadline in self.store.deadlines(letter.direction, letter.key):
            if (deadline.what, deadline.party) == (what, party):
                self._step(deadline, letter, AwaitedStep.MEET, other)

    def drop(self, letter: Letter) -> None:
        """Nothing is awaited because of a message that was cancelled."""
        for deadline in self.store.deadlines(letter.direction, letter.key):
            if deadline.what in self.rules:
                self._step(deadline, letter, AwaitedStep.DROP)

    def _step(self, deadline: Deadline, letter: Letter, step: AwaitedStep, other: str = "") -> bool:
        """Take a step, when it is possible; True when it was."""
        if not DEADLINE.allows(deadline.state, step):
            return False
        self.store.save_deadline(evolve(deadline, state=DEADLINE.after(deadline.state, step)))
        if deadline.state is Awaited.OVERDUE:
            self.event(
                Happening.NO_LONGER_OVERDUE,
                letter,
                party=deadline.party,
                other=other,
                detail=deadline.what,
            )
        return True

    # Answers.

    def await_answers(self, letter: Letter, original: Original, early: Iterable[Letter]) -> None:
        """What is awaited after a message; an answer may have come before it."""
        for rule in awaited_after(original, tuple(self.rules.values())):
            deadline = self.expect(letter, rule.name, rule.within)
            for answer in early:
                if answer.type in rule.met_by and self._answer(deadline, answer):
                    break

    def answers(self, letter: Letter, parents: Iterable[Letter]) -> None:
        """What this message answers: what it is linked to, or what is awaited for the patient."""
        if letter.change == "C":
            return
        numbers = frozenset(i for i in letter.patient if i.kind in _NUMBERS)
        linked: set[tuple[Direction, str]] = {(x.direction, x.key) for x in parents}
        waiting = self.store.awaited_for(numbers) if numbers else []
        for direction, key in linked:
            waiting += self.store.deadlines(direction, key)
        for deadline in dict.fromkeys(waiting):
            rule = self.rules.get(deadline.what)
            here = (deadline.direction, deadline.key) in linked
            if rule is None or not (here or not rule.linked):
                continue
            if letter.type in rule.met_by:
                self._answer(deadline, letter)
            elif letter.type in rule.dropped_by and letter.direction == deadline.direction:
                self._withdraw(deadline, letter)

    def _answer(self, deadline: Deadline, answer: Letter) -> bool:
        """Only a receiver of a message can answer it, and only to its sender."""
        asked = self.store.letter(deadline.direction, deadline.key)
        if asked is None or asked.direction == answer.direction:
            return False
        if not (answer.sender & asked.receivers and answer.receivers & asked.sender):
            return False
        met = self._step(deadline, asked, AwaitedStep.MEET, answer.key)
        if met:
            self.event(Happening.ANSWERED, asked, other=answer.key, detail=deadline.what)
        return met

    def _withdraw(self, deadline: Deadline, letter: Letter) -> None:
        """Whoever awaits an answer may say that none is needed any more."""
        asked = self.store.letter(deadline.direction, deadline.key)
        if asked is not None and asked.sender & letter.sender:
            self._step(deadline, asked, AwaitedStep.DROP, letter.key)
