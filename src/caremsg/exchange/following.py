"""What one message does to others: links, chains of changes, answers.

One `Following` lives as long as one transaction, and collects the events in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import evolve

from caremsg.document import inspect

from .awaiting import Awaiting
from .chains import CHANGES, judged, misfit
from .lives import DELIVERY, Delivered, DeliveryStep, Validity
from .originals import Original, original_of
from .receipts import Outcome, Receipt
from .records import Delivery, Happening, Letter

__all__ = ["Following"]

_OUTCOMES = {
    Outcome.OK: (DeliveryStep.ACCEPT, Happening.ACCEPTED),
    Outcome.OK_WITH_FAULTS: (DeliveryStep.ACCEPT_WITH_FAULTS, Happening.ACCEPTED_WITH_FAULTS),
    Outcome.REFUSED: (DeliveryStep.REFUSE, Happening.REFUSED_BY_RECEIVER),
    Outcome.UNKNOWN: (DeliveryStep.UNKNOWN, Happening.UNKNOWN_STATUS),
}
_TOLD = {
    Delivered.ACCEPTED: Happening.ACCEPTED,
    Delivered.ACCEPTED_WITH_FAULTS: Happening.ACCEPTED_WITH_FAULTS,
    Delivered.REFUSED: Happening.REFUSED_BY_RECEIVER,
}
_STATES = {
    Validity.CURRENT: Happening.RESTORED,
    Validity.REPLACED: Happening.REPLACED,
    Validity.CANCELLED: Happening.CANCELLED,
}
_CODE = re.compile(r"[A-Za-z]{0,2}[0-9]{1,4}")
_OVER = (Validity.CANCELLED, Validity.CANCELS)
_MOST = 5_000
"""Messages of one chain that are looked at."""


class Following(Awaiting):
    """Follows what one message does, inside one transaction of a store."""

    def file(self, letter: Letter, original: Original) -> None:
        """A message is in the record now: link it, apply changes, and await what follows."""
        near = self._near(letter)
        parents = self._parents(letter, near)
        if parents:
            letter = evolve(letter, linked=parents[0].key)
        self.store.save_letter(letter)
        if parents:
            self.event(Happening.LINKED, letter, other=parents[0].key)
        elif letter.parent or letter.conversation:
            self.event(Happening.EARLY, letter, other=letter.parent or letter.conversation)
        early = [x for x in near if _is_about(x, letter)]
        self._link_early(letter, early)
        for change in early:
            if change.parent == letter.key:
                self._tell_type(change, letter)
        if letter.change in CHANGES or any(_may_change(x, letter) for x in near):
            self._judge(letter)
        self._tell_deviations(letter, parents, early)
        kept = self.store.letter(letter.direction, letter.key) or letter
        if kept.validity is Validity.CURRENT:
            self.answers(kept, parents)
            self.await_answers(kept, original, early)
        else:  # it is cancelled or replaced already
            self.await_answers(kept, original, ())
            self.drop(kept)

    def _parents(self, letter: Letter, near: list[Letter]) -> list[Letter]:
        """What a message refers to; a change is of the same direction, an answer of the other."""
        changes = letter.change in CHANGES
        found = [
            x
            for key in dict.fromkeys((letter.parent, letter.conversation))
            for x in sorted(near, key=lambda x: (x.direction == letter.direction) != changes)
            if x.key == key
        ]
        found += [x for x in near if letter.refers & x.documents and _may_answer(letter, x)]
        if found and found[0].key == letter.parent:
            self._tell_type(letter, found[0])
        return found

    def _tell_type(self, letter: Letter, before: Letter) -> None:
        """A change of a message of another type is only linked to it."""
        same = letter.direction == before.direction
        if letter.change in CHANGES and same and letter.type != before.type:
            self.event(Happening.OTHER_TYPE, letter, other=before.key)

    def _tell_deviations(
        self, letter: Letter, parents: list[Letter], early: Iterable[Letter]
    ) -> None:
        """Somebody reports a fault in a message, which may come before it or after it."""
        if letter.type == "DIALOG_AVVIK" and parents:
            self.event(Happening.DEVIATION, parents[0], other=letter.key)
        for x in early:
            if x.type == "DIALOG_AVVIK" and (x.parent == letter.key or not x.linked):
                self.event(Happening.DEVIATION, letter, other=x.key)

    def _near(self, letter: Letter) -> list[Letter]:
        """The messages in the record that have to do with one."""
        keys = {letter.key, letter.parent, letter.conversation} - {""}
        found = {(x.direction, x.key): x for x in self.store.related(keys)}
        documents = letter.refers | {f"?{id}" for id in letter.documents}
        if documents:
            found |= {(x.direction, x.key): x for x in self.store.with_document(documents)}
        return [x for x in found.values() if x.key != letter.key and x.counts]

    def _link_early(self, letter: Letter, early: Iterable[Letter]) -> None:
        """Messages that refer to this one, and came before it."""
        for x in early:
            if not x.linked or (x.parent == letter.key != x.linked):
                self.store.save_letter(evolve(x, linked=letter.key))
                self.event(Happening.LINKED, x, other=letter.key)

    # Chains.

    def _judge(self, cause: Letter) -> None:
        """Work out anew what counts among the messages that change each other."""
        group = self._group(cause)
        now = judged(group)
        for letter in group:
            new = now.get(letter.key, letter)
            if (new.chain, new.validity) == (letter.chain, letter.validity):
                continue
            self.store.save_letter(new)
            happening = _STATES.get(new.validity)
            if new.validity is not letter.validity and happening is not None:
                self.event(happening, new, other=cause.key)
                if happening is Happening.RESTORED:
                    self._await_again(new)
                else:
                    self.drop(new)
        self._tell_misfits(cause, group, now)

    def _await_again(self, letter: Letter) -> None:
        original = original_of(inspect(self.store.octets(letter.digest)))
        if original is not None:
            early = [x for x in self._near(letter) if _is_about(x, letter)]
            self.await_answers(letter, original, early)

    def _group(self, letter: Letter) -> list[Letter]:
        """All messages of its direction and type that references lead to, however far."""
        found: dict[str, Letter] = {}
        todo = {letter.key, letter.parent, letter.conversation} - {""}
        seen: set[str] = set()
        while todo and len(found) < _MOST:
            seen |= todo
            for x in self.store.related(todo):
                if x.direction == letter.direction and x.type == letter.type:
                    found[x.key] = x
            wanted = {key for x in found.values() for key in (x.key, x.parent, x.conversation)}
            todo = wanted - seen - {""}
        return list(found.values())

    def _tell_misfits(self, cause: Letter, group: Iterable[Letter], now: dict[str, Letter]) -> None:
        """Changes that are not applied, and those that come when all is cancelled."""
        known = {x.key: x for x in group}
        for x in known.values():
            before = known.get(x.parent) or known.get(x.conversation)
            if x.change not in CHANGES or before is None or not x.counts:
                continue
            if cause.key not in (x.key, before.key):
                continue
            wrong = misfit(x, before)
            if wrong is not None:
                self.event(wrong, x, other=before.key)
            elif x.change != "C" and x.key == cause.key and before.validity in _OVER:
                self.event(Happening.AFTER_CANCELLATION, x, other=before.key)

    # Acknowledgements.

    def acknowledged(self, receipt: Receipt, digest: str) -> None:
        """An acknowledgement has come: the first for each receiver counts."""
        delivery = self._meant(receipt)
        letter = self.store.letter("out", receipt.key)
        if delivery is None or letter is None:
            self.write(Happening.UNKNOWN_ORIGINAL, "out", receipt.key, digest=digest)
            return
        step, happening = _OUTCOMES[receipt.outcome]
        state = DELIVERY.after(delivery.state, step)
        if state is delivery.state:
            if receipt.outcome is not Outcome.UNKNOWN:
                same = happening is _TOLD.get(delivery.state)
                happening = Happening.SECOND_ANSWER if same else Happening.CONTRADICTION
            self.event(happening, letter, party=delivery.receiver, digest=digest)
            return
        codes = (error.code.strip() for error in receipt.errors)
        errors = tuple(code if _CODE.fullmatch(code) else "other" for code in codes)
        self.store.save_delivery(evolve(delivery, state=state, errors=errors, waits=False))
        detail = ",".join(errors)
        self.event(happening, letter, party=delivery.receiver, detail=detail, digest=digest)
        self.meet(letter, "acknowledgement", party=delivery.receiver)
        if all(d.state is Delivered.REFUSED for d in self.store.deliveries(letter.key)):
            self.drop(letter)  # nobody has it, so nobody will answer it

    def _meant(self, receipt: Receipt) -> Delivery | None:
        """The receiver who acknowledges: by the most precise identifiers, else the next level.

        One party may be receiver and copy receiver; then its role tells which it means.
        """
        deliveries = self.store.deliveries(receipt.key)
        precise = [d for d in deliveries if d.ids & receipt.senders]
        if not precise:
            same = [d for d in deliveries if d.organisation & receipt.organisations]
            if len(same) > 1 and receipt.senders <= receipt.organisations:
                same = [d for d in same if d.copy == receipt.copy]
            return same[0] if len(same) == 1 else None
        role = [d for d in precise if d.copy == receipt.copy]
        return (role or precise)[0]


def _may_change(change: Letter, letter: Letter) -> bool:
    alike = change.direction == letter.direction and change.type == letter.type
    return alike and change.change in CHANGES


def _is_about(x: Letter, letter: Letter) -> bool:
    """True for a message that refers to another one, by its identifier or a document."""
    by_document = x.refers & letter.documents and _may_answer(x, letter)
    return letter.key in (x.parent, x.conversation) or bool(by_document)


def _may_answer(letter: Letter, question: Letter) -> bool:
    """Documents are counted anew by every sender: they name a question only between two parties.

    The patient has to be the same, and the answer has to go the other way.
    """
    between = letter.receivers & question.sender and letter.sender & question.receivers
    return letter.direction != question.direction and bool(
        between and letter.patient & question.patient
    )
