"""A small exchange between a hospital and a municipality, with what goes wrong in real life.

Each has an `Exchange` over a `Ledger` of its own. The wire between them is this module: it
takes what waits in one outbox, and gives it to the other party.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from caremsg import contents, encode, replace
from caremsg.exchange import Exchange, Identifier, OwnDirectory, OwnOrganisation
from caremsg.ledger import Ledger, letters, overdue, verify
from caremsg.messages.datatypes import CS
from caremsg.messages.msghead import Content, ConversationRef, Document, MsgHead
from caremsg.messages.plo.parts import InformasjonOmForsendelsen
from caremsg.messages.plo.pasientlogistikk import Pasientlogistikk
from caremsg.values import DateTime

from .building import admission_notice, admission_report

__all__ = ["small_exchange"]

START = dt.datetime(2026, 10, 5, 15, 2, tzinfo=dt.timezone(dt.timedelta(hours=2)))
HOUR = dt.timedelta(hours=1)


class _Party:
    """One of the two, with its ledger."""

    def __init__(self, name: str, folder: Path, organisation: str, service: str) -> None:
        self.name = name
        self.ledger = Ledger(folder / f"{name}.db")
        own = OwnOrganisation(
            frozenset({Identifier("HER", organisation)}), frozenset({Identifier("HER", service)})
        )
        self.exchange = Exchange(self.ledger, directory=OwnDirectory((own,)), by=name)


class _Wire:
    """Carries messages, and says what happens."""

    def __init__(self, folder: Path) -> None:
        self.hospital = _Party("hospital", folder, "9900200", "9900201")
        self.town = _Party("municipality", folder, "9900100", "9900101")
        self.at = START
        self.lines: list[str] = []

    def close(self) -> None:
        self.hospital.ledger.close()
        self.town.ledger.close()

    def say(self, text: str) -> None:
        self.lines.append(text)

    def carry(self) -> None:
        """Everything that waits in the outboxes goes to the other side, until nothing does."""
        both = ((self.hospital, self.town), (self.town, self.hospital))
        while sum(self._carry(sender, receiver) for sender, receiver in both):
            pass

    def _carry(self, sender: _Party, receiver: _Party) -> int:
        taken = self.take(sender)
        for data in taken:
            self.arrive(receiver, data)
        return len(taken)

    def take(self, sender: _Party) -> list[bytes]:
        """What waits in an outbox is on the wire now, and may be damaged or lost there."""
        items = sender.exchange.outbox()
        for item in items:
            sender.exchange.handed_over(item, at=self.at)
        return [item.data for item in items]

    def arrive(self, receiver: _Party, data: bytes) -> None:
        """Octets reach a party."""
        self.at += dt.timedelta(seconds=40)
        filed = receiver.exchange.receive(data, id=_id(f"{self.at}"), at=self.at)
        reception = filed.reception
        kind = reception.original.type.code if reception.original else "acknowledgement"
        words = [event.happening.value.replace("-", " ") for event in filed.events]
        words += [
            f"answer: status {made.status} {' '.join(made.errors)}".strip()
            for made in reception.acknowledgements
        ]
        self.say(f"{self.at:%a %H:%M}  {receiver.name:<14}{kind:<21}{', '.join(words)}")

    def tick(self, party: _Party) -> None:
        """Time has passed for a party."""
        for event in party.exchange.tick(at=self.at):
            self.say(f"{self.at:%a %H:%M}  {party.name:<14}{event.detail:<21}overdue")


def _id(name: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"caremsg demo {name}"))


def _notice(name: str, at: dt.datetime, *, cancels: str = "") -> bytes:
    """A notice of admission; or the cancellation of another one."""
    head = _dated(admission_notice(), name, at)
    if cancels:
        reference = ConversationRef(ref_to_parent=_id(cancels), ref_to_conversation=_id(cancels))
        head = replace(head, msg_info=replace(head.msg_info, conversation_ref=reference))
        head = _with_status(head, "C", "Kansellering")
    return encode(head)


def _with_status(head: MsgHead, code: str, display: str) -> MsgHead:
    (notice,) = contents(head, Pasientlogistikk)
    status = InformasjonOmForsendelsen(forsendelsesstatus=CS(code=code, display=display))
    changed = replace(notice, informasjon_om_forsendelsen=status)
    (document,) = head.innhold
    assert isinstance(document, Document)
    ref_doc = replace(document.ref_doc, content=Content(items=(changed,)))
    return replace(head, innhold=(replace(document, ref_doc=ref_doc),))


def _dated(head: MsgHead, name: str, at: dt.datetime) -> MsgHead:
    made = DateTime.of(at.replace(tzinfo=None))
    return replace(head, msg_info=replace(head.msg_info, msg_id=_id(name), gen_date=made))


def small_exchange() -> Iterator[str]:
    """What happens, line by line, and what the ledgers say about it."""
    with TemporaryDirectory() as folder:
        wire = _Wire(Path(folder))
        try:
            _day(wire)
            _week(wire)
            _say_ledgers(wire)
        finally:
            wire.close()
        yield from wire.lines


def _day(wire: _Wire) -> None:
    """Admitted, answered, repeated, damaged."""
    hospital, town = wire.hospital, wire.town
    hospital.exchange.send(_notice("first", wire.at), at=wire.at)
    wire.carry()
    wire.at += HOUR
    report = _report("report", "first", wire.at)
    town.exchange.send(report, at=wire.at)
    wire.carry()
    wire.say("           the transport delivers the report once more:")
    wire.arrive(hospital, report)
    wire.say("           only half of the next notice arrives:")
    hospital.exchange.send(_notice("damaged", wire.at), at=wire.at)
    for data in wire.take(hospital):
        wire.arrive(town, data[: len(data) // 2])
    wire.carry()


def _report(name: str, answers: str, at: dt.datetime) -> bytes:
    head = _dated(admission_report(), name, at)
    reference = ConversationRef(ref_to_parent=_id(answers), ref_to_conversation=_id(answers))
    return encode(replace(head, msg_info=replace(head.msg_info, conversation_ref=reference)))


def _week(wire: _Wire) -> None:
    """A cancellation before its original, and a message that nobody answers for days."""
    hospital, town = wire.hospital, wire.town
    wire.at += HOUR
    wire.say("           a cancellation overtakes the notice that it cancels:")
    hospital.exchange.send(_notice("wrong", wire.at), at=wire.at)
    notices = wire.take(hospital)
    hospital.exchange.send(_notice("cancellation", wire.at, cancels="wrong"), at=wire.at)
    for data in [*wire.take(hospital), *notices]:
        wire.arrive(town, data)
    wire.carry()
    lost = _notice("lost", wire.at)
    hospital.exchange.send(lost, at=wire.at)
    wire.take(hospital)
    wire.at += 97 * HOUR
    wire.say("           another notice is lost on the way; four days later, and sent again:")
    wire.tick(hospital)
    hospital.exchange.send(lost, at=wire.at)
    wire.carry()


def _say_ledgers(wire: _Wire) -> None:
    wire.say("")
    for party in (wire.hospital, wire.town):
        found = verify(party.ledger)
        known = list(letters(party.ledger))
        counts = sum(x.validity.value == "current" for x in known)
        late = len(overdue(party.ledger, at=wire.at))
        state = "intact" if found.ok else "DAMAGED"
        wire.say(
            f"ledger of the {party.name:<13}{len(known)} messages, {counts} count, {late} overdue; "
            f"{found.entries} entries, {state}"
        )
