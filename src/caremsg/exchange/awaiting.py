"""What is awaited: it becomes overdue once, and is met, late or in time, or dropped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from attrs import evolve

from .chains import other_patient
from .deadlines import Rule, awaited_after
from .lives import (
    DEADLINE,
    DELIVERY,
    RECEIPT,
    Awaited,
    AwaitedStep,
    DeliveryStep,
    ReceivedStep,
    Validity,
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
        digest: str = "",
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
            digest=digest,
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
        digest: str = "",
    ) -> None:
        """Write down that something happened to a message."""
        self.write(
            happening,
            letter.direction,
            letter.key,
            party=party,
            other=other,
            detail=detail,
            digest=digest,
        )

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
        for deadline in self.store.passed(self.at, 1):
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

    def settle_by_hand(self, letter: Letter, why: str) -> bool:
        """Nothing is awaited any more because of a message; False when nothing was."""
        done = False
        for deadline in self.store.deadlines(letter.direction, letter.key):
            if self._step(deadline, letter, AwaitedStep.DROP):
                done = True
                detail = f"{deadline.what}: {why}"
                party = deadline.party
                self.event(Happening.SETTLED_BY_HAND, letter, party=party, detail=detail)
        return done

    def drop(self, letter: Letter) -> None:
        """Nothing is awaited because of a message that does not count any more."""
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
        known = {d.what: d for d in self.store.deadlines(letter.direction, letter.key)}
        for rule in awaited_after(original, tuple(self.rules.values())):
            deadline = known.get(rule.name)
            if deadline is None:
                deadline = self.expect(letter, rule.name, rule.within)
            else:
                self._step(deadline, letter, AwaitedStep.REOPEN)
            for other in early:
                self._settle_with(deadline, other)

    def _settle_with(self, deadline: Deadline, letter: Letter) -> None:
        """What a message does to something that is awaited: it answers, or withdraws."""
        rule = self.rules.get(deadline.what)
        if rule is None or letter.validity is not Validity.CURRENT:
            return
        if letter.type in rule.met_by:
            self._answer(deadline, letter)
        elif letter.type in rule.dropped_by and letter.direction == deadline.direction:
            self._withdraw(deadline, letter)

    def answers(self, letter: Letter, parents: Iterable[Letter]) -> None:
        """What this message answers: what it is linked to, or what is awaited for the patient."""
        numbers = frozenset(i for i in letter.patient if i.kind in _NUMBERS)
        linked: set[tuple[Direction, str]] = {(x.direction, x.key) for x in parents}
        waiting = self.store.awaited_for(numbers) if numbers else []
        for direction, key in sorted(linked):
            waiting += self.store.deadlines(direction, key)
        for deadline in dict.fromkeys(waiting):
            rule = self.rules.get(deadline.what)
            if rule is not None and (
                not rule.linked or (deadline.direction, deadline.key) in linked
            ):
                self._settle_with(deadline, letter)

    def _answer(self, deadline: Deadline, answer: Letter) -> None:
        """Only a receiver of a message can answer it, to its sender, about the same patient."""
        asked = self.store.letter(deadline.direction, deadline.key)
        if asked is None or asked.direction == answer.direction or other_patient(asked, answer):
            return
        between = answer.sender & asked.receivers and answer.receivers & asked.sender
        if between and self._step(deadline, asked, AwaitedStep.MEET, answer.key):
            self.event(Happening.ANSWERED, asked, other=answer.key, detail=deadline.what)

    def _withdraw(self, deadline: Deadline, letter: Letter) -> None:
        """Whoever awaits an answer may say that none is needed any more."""
        asked = self.store.letter(deadline.direction, deadline.key)
        if asked is not None and asked.sender & letter.sender:
            self._step(deadline, asked, AwaitedStep.DROP, letter.key)
