"""What one message does to others: links, chains of changes, answers, deadlines.

One `Following` lives as long as one transaction, and collects the events in it.
"""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from .chains import CHANGES, chain_of, misfit, validities
from .deadlines import AWAITED, Rule, awaited_after
from .directory import Identifiers
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
from .originals import Original, identifiers
from .receipts import Outcome, Receipt
from .records import Deadline, Delivery, Direction, Event, Happening, Letter
from .store import Store

__all__ = ["Following", "person_of"]

_OUTCOMES = {
    Outcome.OK: (DeliveryStep.ACCEPT, Happening.ACCEPTED),
    Outcome.OK_WITH_FAULTS: (DeliveryStep.ACCEPT_WITH_FAULTS, Happening.ACCEPTED_WITH_FAULTS),
    Outcome.REFUSED: (DeliveryStep.REFUSE, Happening.REFUSED_BY_RECEIVER),
    Outcome.UNKNOWN: (DeliveryStep.UNKNOWN, Happening.UNKNOWN_STATUS),
}
_OTHER: dict[Direction, Direction] = {"in": "out", "out": "in"}
_NUMBERS = ("FNR", "DNR", "FHN")
_RULES = {rule.name: rule for rule in AWAITED}


def person_of(original: Original) -> Identifiers:
    """The identifiers of the patient."""
    return identifiers(original.patient)


class Following:
    """Follows what one message does, inside one transaction of a store."""

    def __init__(self, store: Store, at: dt.datetime, by: str) -> None:
        self.store = store
        self.at = at
        self.by = by
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

    # Links and chains.

    def file(self, letter: Letter, original: Original, rules: tuple[Rule, ...]) -> None:
        """A message is in the record now: link it, apply changes, and await what follows."""
        near = [x for x in self._near(letter) if x.key != letter.key and x.counts]
        parent = self._linked_to(letter, near)
        if parent is not None:
            letter = evolve(letter, linked=parent.key)
            self.event(Happening.LINKED, letter, other=parent.key)
        letter = self._in_its_chain(letter, near)
        alone = validities([letter])[letter.key]
        self.store.save_letter(evolve(letter, validity=alone))
        self._adopt(letter, near)
        if near:
            self._judge_chain(letter.chain, letter)
        self._meet_by(letter, parent)
        if letter.type == "DIALOG_AVVIK" and parent is not None:
            self.event(Happening.DEVIATION, parent, other=letter.key)
        kept = self.store.letter(letter.direction, letter.key) or letter
        if kept.validity is not Validity.CANCELLED:
            self._await(kept, original, rules)

    def _near(self, letter: Letter) -> list[Letter]:
        keys = {letter.key, letter.parent, letter.conversation} - {""}
        found = {(x.direction, x.key): x for x in self.store.related(keys)}
        if letter.refers:
            found |= {(x.direction, x.key): x for x in self.store.with_document(letter.refers)}
        return list(found.values())

    def _linked_to(self, letter: Letter, near: list[Letter]) -> Letter | None:
        """The message that it answers, changes or cancels, by reference or by document."""
        wanted = [key for key in (letter.parent, letter.conversation) if key]
        for key in wanted:
            for other in near:
                if other.key == key:
                    return other
        for other in near:
            if letter.refers & other.documents:
                return other
        if wanted:
            self.event(Happening.EARLY, letter, other=wanted[0])
        return None

    def _in_its_chain(self, letter: Letter, near: list[Letter]) -> Letter:
        if letter.change not in CHANGES:
            return evolve(letter, chain=letter.key)
        alike = {
            x.key: x for x in near if x.direction == letter.direction and x.type == letter.type
        }
        parent, first = alike.get(letter.parent), alike.get(letter.conversation)
        for earlier in (parent, first):
            wrong = misfit(letter, earlier) if earlier is not None else None
            if wrong is not None and earlier is not None:
                self.event(wrong, letter, other=earlier.key)
                return evolve(letter, chain=letter.key)
        if any(x.validity is Validity.CANCELLED for x in (parent, first) if x is not None):
            self.event(Happening.AFTER_CANCELLATION, letter)
        return evolve(letter, chain=chain_of(letter, parent, first))

    def _adopt(self, letter: Letter, near: list[Letter]) -> None:
        """Messages that refer to this one, and came before it."""
        for early in near:
            if early.linked or letter.key not in (early.parent, early.conversation):
                continue
            chain = early.chain
            fits = early.direction == letter.direction and early.type == letter.type
            if early.change in CHANGES and fits:
                wrong = misfit(early, letter)
                if wrong is not None:
                    self.event(wrong, early, other=letter.key)
                    self.store.save_letter(evolve(early, chain=early.key))
                    continue
                chain = letter.chain
            self.store.save_letter(evolve(early, chain=chain, linked=letter.key))
            self.event(Happening.LINKED, early, other=letter.key)

    def _judge_chain(self, chain: str, cause: Letter) -> None:
        """Work out anew what counts in a chain."""
        members = [
            x
            for x in self.store.related([chain])
            if x.chain == chain and x.direction == cause.direction and x.counts
        ]
        found = validities(members)
        for member in members:
            now = found[member.key]
            if now is member.validity:
                continue
            self.store.save_letter(evolve(member, validity=now))
            if now is Validity.CANCELLED:
                self.event(Happening.CANCELLED, member, other=cause.key)
                self._drop(member)
            elif now is Validity.REPLACED:
                self.event(Happening.REPLACED, member, other=cause.key)

    # Acknowledgements.

    def acknowledged(self, receipt: Receipt, digest: str) -> None:
        """An acknowledgement has come: the first for each receiver counts."""
        delivery = self._meant(receipt)
        letter = self.store.letter("out", receipt.key)
        if delivery is None or letter is None:
            self.write(Happening.UNKNOWN_ORIGINAL, "out", receipt.key, detail=digest)
            return
        step, happening = _OUTCOMES[receipt.outcome]
        state = DELIVERY.after(delivery.state, step)
        if state is delivery.state:
            known = receipt.outcome is not Outcome.UNKNOWN
            happening = Happening.SECOND_ANSWER if known else happening
            self.event(happening, letter, party=delivery.receiver, detail=digest)
            return
        errors = tuple(error.code for error in receipt.errors)
        self.store.save_delivery(evolve(delivery, state=state, errors=errors, waits=False))
        detail = ",".join(errors) or digest
        self.event(happening, letter, party=delivery.receiver, detail=detail)
        self.meet(letter, "acknowledgement", party=delivery.receiver)

    def _meant(self, receipt: Receipt) -> Delivery | None:
        """The receiver who acknowledges: by the most precise identifiers, else the next level."""
        deliveries = self.store.deliveries(receipt.key)
        for delivery in deliveries:
            if delivery.ids & receipt.senders:
                return delivery
        for delivery in deliveries:
            if delivery.organisation & receipt.organisations and not receipt.senders:
                return delivery
        same = [d for d in deliveries if d.organisation & receipt.organisations]
        return same[0] if len(same) == 1 else None

    # Deadlines.

    def _await(self, letter: Letter, original: Original, rules: tuple[Rule, ...]) -> None:
        for rule in awaited_after(original, rules):
            due = (letter.made or letter.at) + rule.within
            self.store.save_deadline(
                Deadline(direction=letter.direction, key=letter.key, what=rule.name, due=due)
            )

    def pass_deadlines(self) -> None:
        """Everything that should have happened by now, and has not."""
        for deadline in self.store.passed(self.at):
            letter = self.store.letter(deadline.direction, deadline.key)
            if letter is None:
                continue
            state = DEADLINE.after(deadline.state, AwaitedStep.EXPIRE)
            self.store.save_deadline(evolve(deadline, state=state))
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

    def _step(self, deadline: Deadline, letter: Letter, step: AwaitedStep, other: str = "") -> None:
        if not DEADLINE.allows(deadline.state, step):
            return
        late = deadline.state is Awaited.OVERDUE
        self.store.save_deadline(evolve(deadline, state=DEADLINE.after(deadline.state, step)))
        if late:
            self.event(
                Happening.NO_LONGER_OVERDUE,
                letter,
                party=deadline.party,
                other=other,
                detail=deadline.what,
            )

    def _meet_by(self, letter: Letter, parent: Letter | None) -> None:
        """What this message answers: what it is linked to, or what is awaited for the patient."""
        if letter.change == "C":
            return
        numbers = frozenset(i for i in letter.patient if i.kind in _NUMBERS)
        waiting = self.store.awaited_for(numbers) if numbers else []
        if parent is not None:
            waiting += self.store.deadlines(parent.direction, parent.key)
        for deadline in dict.fromkeys(waiting):
            rule = _RULES.get(deadline.what)
            fits = rule is not None and letter.type in rule.met_by
            linked = parent is not None and deadline.key == parent.key
            if fits and rule is not None and (linked or not rule.linked):
                self._answer(deadline, letter)

    def _answer(self, deadline: Deadline, letter: Letter) -> None:
        """Only the receiver of a message can give the answer to it."""
        asked = self.store.letter(deadline.direction, deadline.key)
        waiting = deadline.state in (Awaited.OPEN, Awaited.OVERDUE)
        if asked is None or asked.direction != _OTHER[letter.direction] or not waiting:
            return
        self._step(deadline, asked, AwaitedStep.MEET, letter.key)
        self.event(Happening.ANSWERED, asked, other=letter.key, detail=deadline.what)

    def _drop(self, letter: Letter) -> None:
        """Nothing is awaited because of a message that was cancelled."""
        for deadline in self.store.deadlines(letter.direction, letter.key):
            if deadline.what in _RULES:
                self._step(deadline, letter, AwaitedStep.DROP)
