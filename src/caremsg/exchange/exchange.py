"""`Exchange`: follows every message that is sent or received, and decides by what it remembers.

    exchange = Exchange(store, directory=ours)
    exchange.receive(data, id=uuid, at=now)   # decide, record, and queue the acknowledgement
    exchange.send(data, at=now)               # record, queue, and await the acknowledgements
    for item in exchange.outbox():            # what the transport is to take
        exchange.handed_over(item, at=now)
    exchange.tick(at=now)                     # what is overdue since then

No wire, no clock, no threads: time is an argument, and what happened is returned as events.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from hashlib import sha256

from attrs import evolve, frozen

from caremsg.codec.safe_xml import Limits
from caremsg.codes import STANDARD_CODES, Catalogue
from caremsg.document import Input, inspect, octets_of
from caremsg.errors import FlowError, InputError

from .acknowledging import Fault
from .comparing import comparable
from .deadlines import ACKNOWLEDGED_WITHIN, AWAITED, Rule
from .decisions import Decision, Reception
from .directory import EVERYBODY, Directory
from .following import Following
from .letters import letter_of
from .lives import DELIVERY, RECEIPT, Delivered, DeliveryStep, Received, ReceivedStep
from .originals import Original, original_of
from .policies import RECEIVE, Receiving
from .receiving import as_duplicate, receive, settle
from .records import Delivery, Direction, Event, Happening, Item, Letter, utc
from .store import Store

__all__ = ["Exchange", "Filed"]

_STEPS = {
    DeliveryStep.DELIVER: Happening.DELIVERED,
    DeliveryStep.FAIL: Happening.TRANSPORT_FAILED,
    DeliveryStep.RESEND: Happening.RESENT,
}
_DECIDED = {
    Decision.ACCEPT: (ReceivedStep.ACCEPT, Happening.TAKEN_IN),
    Decision.WARN: (ReceivedStep.ACCEPT, Happening.TAKEN_IN),
    Decision.HOLD: (ReceivedStep.HOLD, Happening.HELD),
    Decision.REJECT: (ReceivedStep.REFUSE, Happening.REFUSED),
}


@frozen(repr=False)
class Filed:
    """What became of bytes that an exchange received."""

    reception: Reception
    """The decision, and the acknowledgements, which are in the outbox already."""
    events: tuple[Event, ...]
    """What happened, to this message and to others."""

    @property
    def alerts(self) -> tuple[Event, ...]:
        """Those that somebody has to be told."""
        return tuple(event for event in self.events if event.alert)

    def __repr__(self) -> str:
        return f"<Filed: {self.reception.decision.value}, {len(self.events)} events>"


class Exchange:
    """The life of messages, over a store."""

    def __init__(
        self,
        store: Store,
        *,
        directory: Directory = EVERYBODY,
        policy: Receiving = RECEIVE,
        awaited: tuple[Rule, ...] = AWAITED,
        by: str = "",
        codes: Catalogue = STANDARD_CODES,
        limits: Limits = Limits(),
    ) -> None:
        """`by` is who does it, for the log; `awaited` are the deadlines of the message types."""
        self.store = store
        self.directory = directory
        self.policy = policy
        self.awaited = awaited
        self.by = by
        self.codes = codes
        self.limits = limits

    # What comes in.

    def receive(self, data: Input, *, id: str, at: dt.datetime) -> Filed:
        """Decide on bytes that arrived, and record them, the decision and what follows from it.

        All of it is recorded or nothing. The arguments, and what is raised, are those of
        `receive`; StoreError when the store cannot be used.
        """
        draft = receive(
            data,
            id=id,
            at=at,
            directory=self.directory,
            policy=self.policy,
            codes=self.codes,
            limits=self.limits,
        )
        with self.store.transaction():
            follow = self._following(at)
            self.store.keep(draft.digest, draft.data)
            if draft.receipt is not None:
                follow.acknowledged(draft.receipt, draft.digest)
                return Filed(draft, follow.done())
            reception = self._unless_seen(draft)
            self._file(reception, follow)
            return Filed(reception, follow.done())

    def settle(
        self, key: str, *, id: str, at: dt.datetime, refuse: Iterable[Fault] = (), by: str = ""
    ) -> Filed:
        """A person decides about a message that was held: take it in, or refuse it for faults.

        Raises FlowError when it does not wait for a decision.
        """
        with self.store.transaction():
            follow = self._following(at, by=by)
            letter = self._known("in", key)
            faults = tuple(refuse)
            step = ReceivedStep.REFUSE if faults else ReceivedStep.ACCEPT
            if letter.state not in (Received.HELD, Received.HELD_LATE):
                raise FlowError(_state(letter), step.value)
            held = receive(
                self.store.octets(letter.digest),
                id=id,
                at=at,
                directory=self.directory,
                policy=evolve(self.policy, hold_unknown_patients=True),
                codes=self.codes,
                limits=self.limits,
            )
            decided = settle(
                evolve(held, decision=Decision.HOLD),
                id=id,
                at=at,
                refuse=faults,
                directory=self.directory,
                policy=self.policy,
                codes=self.codes,
            )
            self._decide(letter, decided, follow)
            follow.meet(letter, "decision")
            return Filed(decided, follow.done())

    # What goes out.

    def send(self, data: Input, *, at: dt.datetime) -> tuple[Event, ...]:
        """Record a message that is to be sent, put it into the outbox, await its answers.

        The same octets again are the same message sent again. Raises InputError when it is no
        message in an envelope with an identifier and receivers, FlowError when other octets
        were sent under its identifier.
        """
        octets = octets_of(data, self.limits)
        original = original_of(inspect(octets, limits=self.limits))
        if original is None or original.salvaged or not original.key or not original.receivers:
            raise InputError("only a message in an envelope, with identifier and receiver, is sent")
        digest = sha256(octets).hexdigest()
        with self.store.transaction():
            follow = self._following(at)
            earlier = self.store.letter("out", original.key)
            if earlier is not None:
                return self._again(earlier, digest, follow)
            self.store.keep(digest, octets)
            letter = letter_of("out", original, digest, follow.at)
            follow.event(Happening.SENT, letter)
            self._expect_acknowledgements(letter, original, follow)
            follow.file(letter, original)
            return follow.done()

    def outbox(self, limit: int = 100) -> list[Item]:
        """What waits to leave: acknowledgements, then messages; at most `limit` of each."""
        with self.store.transaction():
            return self.store.outbox(limit)

    def acknowledgements(self, key: str) -> list[Item]:
        """Those of a message that was received and that wait to leave."""
        with self.store.transaction():
            made = self.store.acknowledgements(comparable(key))
            return [item for item in made if item.sent is None]

    def handed_over(self, item: Item, *, at: dt.datetime) -> tuple[Event, ...]:
        """The transport has taken something out of the outbox."""
        with self.store.transaction():
            follow = self._following(at)
            if item.kind == "message":
                delivery = self._delivery(item.key, item.receiver)
                state = DELIVERY.after(delivery.state, DeliveryStep.TAKE)
                self.store.save_delivery(evolve(delivery, state=state, waits=False))
            else:
                self._acknowledgement_left(item, follow)
            letter = self._known(item.direction, item.key)
            follow.event(Happening.HANDED_OVER, letter, party=item.receiver, detail=item.kind)
            return follow.done()

    def transport(
        self, key: str, step: DeliveryStep, *, at: dt.datetime, receiver: str | None = None
    ) -> tuple[Event, ...]:
        """The transport reports on a message that was sent: delivered, or failed; or send again.

        Without `receiver` it is about all of them. Raises FlowError for a message that was not
        sent from here, or a step that is not the transport's.
        """
        if step not in _STEPS:
            raise FlowError("sent", step.value)
        with self.store.transaction():
            follow = self._following(at)
            letter = self._known("out", key)
            meant = [d for d in self.store.deliveries(letter.key) if receiver in (None, d.receiver)]
            possible = [d for d in meant if DELIVERY.allows(d.state, step)]
            if not possible:
                raise FlowError(meant[0].state.value if meant else "unknown receiver", step.value)
            for delivery in possible:
                self._transported(letter, delivery, step, follow)
            return follow.done()

    def _transported(
        self, letter: Letter, delivery: Delivery, step: DeliveryStep, follow: Following
    ) -> None:
        state = DELIVERY.after(delivery.state, step)
        waits = step is DeliveryStep.RESEND or (delivery.waits and step is DeliveryStep.FAIL)
        self.store.save_delivery(evolve(delivery, state=state, waits=waits))
        late = step is DeliveryStep.FAIL and state is Delivered.OVERDUE
        if state is not delivery.state or step is DeliveryStep.RESEND or late:
            follow.event(_STEPS[step], letter, party=delivery.receiver)

    def settle_by_hand(
        self, key: str, *, at: dt.datetime, by: str, why: str, direction: Direction = "out"
    ) -> tuple[Event, ...]:
        """A person has seen to what is awaited because of a message: called, or asked around.

        It is not overdue any more; an answer that comes all the same is recorded as usual.
        Raises FlowError when nothing is awaited.
        """
        with self.store.transaction():
            follow = self._following(at, by=by)
            letter = self._known(direction, key)
            if not follow.settle_by_hand(letter, why):
                raise FlowError(_state(letter), Happening.SETTLED_BY_HAND.value)
            return follow.done()

    # Time.

    def tick(self, *, at: dt.datetime) -> tuple[Event, ...]:
        """What has become overdue: one event for each, when it begins."""
        events: list[Event] = []
        while True:  # one at a time, so that nothing ties messages that have nothing in common
            with self.store.transaction():
                follow = self._following(at)
                passed = follow.pass_deadline()
                events += follow.done()
            if not passed:
                return tuple(events)

    # Inside.

    def _following(self, at: dt.datetime, by: str = "") -> Following:
        return Following(self.store, utc(at), by or self.by, self.awaited)

    def _known(self, direction: str, key: str) -> Letter:
        letter = self.store.letter("in" if direction == "in" else "out", comparable(key))
        if letter is None:
            raise FlowError("unknown", "received" if direction == "in" else "sent")
        return letter

    def _delivery(self, key: str, receiver: str) -> Delivery:
        for delivery in self.store.deliveries(key):
            if delivery.receiver == receiver:
                return delivery
        raise FlowError("unknown", DeliveryStep.TAKE.value)

    def _unless_seen(self, draft: Reception) -> Reception:
        """The reception itself, or that of a duplicate."""
        key = self._key(draft)
        keys = {key, draft.original.key if draft.original is not None else ""} - {""}
        for earlier in (self.store.letter("in", key) for key in sorted(keys)):
            if earlier is not None and not _in_nobodys_way(earlier):
                return as_duplicate(draft, earlier.digest)
        return draft

    def _key(self, reception: Reception) -> str:
        """Under which key a message is recorded: its identifier, or the digest of its octets.

        What was neither taken in nor answered must not stand in the way of a good copy.
        """
        original = reception.original
        unanswered = reception.decision is Decision.REJECT and not reception.acknowledgements
        if original is None or not original.key or unanswered:
            return f"sha256:{reception.digest}"
        return original.key

    def _file(self, reception: Reception, follow: Following) -> None:
        """Record what was received, and what follows from it."""
        letter = self._received(reception, follow.at)
        if reception.decision is Decision.IGNORE:
            self._repeated(letter, follow)
            return
        self._decide(letter, reception, follow)
        if reception.decision is Decision.HOLD:
            follow.expect(letter, "decision", ACKNOWLEDGED_WITHIN)

    def _repeated(self, letter: Letter, follow: Following) -> None:
        """A duplicate changes nothing; it is written down at the message that came first."""
        keys = (letter.key, f"sha256:{letter.digest}")
        earlier = next(x for key in keys if (x := self.store.letter("in", key)) is not None)
        RECEIPT.after(earlier.state or Received.ARRIVED, ReceivedStep.REPEAT)
        same = earlier.digest == letter.digest
        kind = Happening.DUPLICATE if same else Happening.DIFFERENT_DUPLICATE
        follow.event(kind, earlier, digest=letter.digest)

    def _received(self, reception: Reception, at: dt.datetime) -> Letter:
        letter = letter_of("in", reception.original, reception.digest, at)
        return evolve(letter, key=self._key(reception))

    def _decide(self, letter: Letter, reception: Reception, follow: Following) -> None:
        """Carry out a decision on a message, whether it has just arrived or was held."""
        step, happening = _DECIDED[reception.decision]
        if reception.decision is Decision.REJECT and not reception.acknowledgements:
            step, happening = ReceivedStep.DROP, Happening.DROPPED
        state = RECEIPT.after(letter.state or Received.ARRIVED, step)
        letter = evolve(letter, state=state, chain=letter.chain or letter.key)
        for made in reception.acknowledgements:
            digest = sha256(made.data).hexdigest()
            self.store.keep(digest, made.data)
            self.store.add_acknowledgement(
                Item(
                    kind="acknowledgement",
                    direction="in",
                    key=letter.key,
                    receiver=made.receiver,
                    digest=digest,
                    data=made.data,
                )
            )
        follow.event(happening, letter, detail=_detail(reception))
        if state is Received.TAKEN_IN and reception.original is not None:
            follow.file(letter, reception.original)
        else:
            self.store.save_letter(letter)

    def _expect_acknowledgements(
        self, letter: Letter, original: Original, follow: Following
    ) -> None:
        """One delivery, and one deadline, for each receiver (HIS 80415:2012, 3.5.1)."""
        for receiver in original.receivers:
            self.store.save_delivery(
                Delivery(
                    key=letter.key,
                    receiver=receiver.name,
                    ids=receiver.service | receiver.person or receiver.organisation,
                    organisation=receiver.organisation,
                    copy=receiver.copy,
                )
            )
            follow.expect(letter, "acknowledgement", ACKNOWLEDGED_WITHIN, receiver.name)

    def _again(self, earlier: Letter, digest: str, follow: Following) -> tuple[Event, ...]:
        if earlier.digest != digest:
            raise FlowError("sent", "sent with other content under the same identifier")
        for delivery in self.store.deliveries(earlier.key):
            state = delivery.state
            if DELIVERY.allows(state, DeliveryStep.RESEND):
                state = DELIVERY.after(state, DeliveryStep.RESEND)
                self.store.save_delivery(evolve(delivery, state=state, waits=True))
                follow.event(Happening.RESENT, earlier, party=delivery.receiver)
        return follow.done()

    def _acknowledgement_left(self, item: Item, follow: Following) -> None:
        letter = self._known("in", item.key)
        if item.receiver not in {made.receiver for made in self.store.acknowledgements(letter.key)}:
            raise FlowError("unknown", ReceivedStep.SENT.value)
        self.store.mark_sent(letter.key, item.receiver, follow.at)
        if all(made.sent is not None for made in self.store.acknowledgements(letter.key)):
            state = RECEIPT.after(letter.state or Received.ARRIVED, ReceivedStep.SENT)
            self.store.save_letter(evolve(letter, state=state))


def _in_nobodys_way(letter: Letter) -> bool:
    """A message that was held, and then neither taken in nor answered; a good copy may come."""
    return letter.state is Received.UNANSWERED and letter.key == comparable(letter.msg_id)


def _state(letter: Letter) -> str:
    return letter.state.value if letter.state is not None else Delivered.READY.value


def _detail(reception: Reception) -> str:
    codes = dict.fromkeys(code for made in reception.acknowledgements for code in made.errors)
    return ",".join(codes) or reception.reason.value
