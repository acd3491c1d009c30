"""What one message does to others: links, chains of changes, answers.

One `Following` lives as long as one transaction, and collects the events in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import evolve

from .awaiting import Awaiting
from .chains import CHANGES, judged, misfit
from .lives import DELIVERY, Delivered, DeliveryStep, Validity
from .originals import Original
from .receipts import Outcome, Receipt
from .records import Delivery, Happening, Letter

__all__ = ["Following"]

_OUTCOMES = {
    Outcome.OK: (DeliveryStep.ACCEPT, Happening.ACCEPTED),
    Outcome.OK_WITH_FAULTS: (DeliveryStep.ACCEPT_WITH_FAULTS, Happening.ACCEPTED_WITH_FAULTS),
    Outcome.REFUSED: (DeliveryStep.REFUSE, Happening.REFUSED_BY_RECEIVER),
    Outcome.UNKNOWN: (DeliveryStep.UNKNOWN, Happening.UNKNOWN_STATUS),
}
_STATES = {
    Validity.CURRENT: Happening.RESTORED,
    Validity.REPLACED: Happening.REPLACED,
    Validity.CANCELLED: Happening.CANCELLED,
}
_CODE = re.compile(r"[A-Za-z]{0,2}[0-9]{1,4}")
_MOST = 500
"""Messages of one chain that are looked at."""


class Following(Awaiting):
    """Follows what one message does, inside one transaction of a store."""

    def file(self, letter: Letter, original: Original) -> None:
        """A message is in the record now: link it, apply changes, and await what follows."""
        near = self._near(letter)
        known = {x.key: x for x in near}
        parents = [x for key in (letter.parent, letter.conversation) if (x := known.get(key))]
        parents += [x for x in near if letter.refers & x.documents and _may_answer(letter, x)]
        if parents:
            letter = evolve(letter, linked=parents[0].key)
        self.store.save_letter(letter)
        if parents:
            self.event(Happening.LINKED, letter, other=parents[0].key)
        elif letter.parent or letter.conversation:
            self.event(Happening.EARLY, letter, other=letter.parent or letter.conversation)
        early = [x for x in near if letter.key in (x.parent, x.conversation)]
        self._link_early(letter, early)
        if near or letter.change in CHANGES:
            self._judge(letter)
        for deviation in (letter, *early):
            about = letter if deviation is not letter else next(iter(parents), None)
            if deviation.type == "DIALOG_AVVIK" and about is not None:
                self.event(Happening.DEVIATION, about, other=deviation.key)
        self.answers(letter, parents)
        kept = self.store.letter(letter.direction, letter.key) or letter
        if kept.validity is Validity.CURRENT:
            self.await_answers(kept, original, early)

    def _near(self, letter: Letter) -> list[Letter]:
        """The messages in the record that have to do with one."""
        keys = {letter.key, letter.parent, letter.conversation} - {""}
        found = {(x.direction, x.key): x for x in self.store.related(keys)}
        if letter.refers:
            found |= {(x.direction, x.key): x for x in self.store.with_document(letter.refers)}
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
            new = now[letter.key]
            if (new.chain, new.validity) == (letter.chain, letter.validity):
                continue
            self.store.save_letter(new)
            happening = _STATES.get(new.validity)
            if new.validity is not letter.validity and happening is not None:
                self.event(happening, new, other=cause.key)
                if new.validity is Validity.CANCELLED:
                    self.drop(new)
        self._tell_misfits(cause, group, now)

    def _group(self, letter: Letter) -> list[Letter]:
        """All messages of its direction and type that references lead to, however far."""
        found: dict[str, Letter] = {}
        todo = {letter.key, letter.parent, letter.conversation} - {""}
        seen: set[str] = set()
        while todo and len(found) < _MOST:
            seen |= todo
            for x in self.store.related(todo):
                if x.direction == letter.direction and x.type == letter.type and x.counts:
                    found[x.key] = x
            wanted = {key for x in found.values() for key in (x.key, x.parent, x.conversation)}
            todo = wanted - seen - {""}
        return list(found.values())

    def _tell_misfits(self, cause: Letter, group: Iterable[Letter], now: dict[str, Letter]) -> None:
        """Changes that are not applied, and those that come when all is cancelled."""
        known = {x.key: x for x in group}
        for x in known.values():
            before = known.get(x.parent) or known.get(x.conversation)
            if x.change not in CHANGES or before is None or cause.key not in (x.key, before.key):
                continue
            wrong = misfit(x, before)
            if wrong is not None:
                self.event(wrong, x, other=before.key)
            elif x.key == cause.key and before.validity in (Validity.CANCELLED, Validity.CANCELS):
                self.event(Happening.AFTER_CANCELLATION, x, other=before.key)

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
        codes = (error.code.strip() for error in receipt.errors)
        errors = tuple(code if _CODE.fullmatch(code) else "other" for code in codes)
        self.store.save_delivery(evolve(delivery, state=state, errors=errors, waits=False))
        detail = ",".join(errors) or digest
        self.event(happening, letter, party=delivery.receiver, detail=detail)
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


def _may_answer(letter: Letter, question: Letter) -> bool:
    """Documents are counted anew by every sender: they name a question only between two parties.

    The patient has to be the same, and the answer has to go the other way.
    """
    between = letter.receivers & question.sender and letter.sender & question.receivers
    return letter.direction != question.direction and bool(
        between and letter.patient & question.patient
    )
