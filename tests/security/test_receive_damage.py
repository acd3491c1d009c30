"""Receiving damaged messages: always a decision, never an exception, never a wrong answer.

CAREMSG_DAMAGED=100000 python -m pytest tests/security/test_receive_damage.py -k much
"""

from __future__ import annotations

import datetime as dt
import os
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from random import Random

import pytest
from lxml import etree

from caremsg import decode, encode, samples
from caremsg.declare.edits import put
from caremsg.exchange import (
    EVERYBODY,
    Acknowledgement,
    Decision,
    Directory,
    Identifier,
    OwnDirectory,
    OwnOrganisation,
    Reason,
    Receiving,
    Reception,
    receive,
)
from caremsg.messages.msghead import MsgHead
from caremsg.samples.edits import edited
from tests.conftest import STANDARD, schema_of
from tests.properties.mutations import damaged, mutant

COUNT = 2_000
"""Mutations of a quick run."""
MANY = int(os.environ.get("CAREMSG_DAMAGED") or 100_000)
"""Mutations of a slow run."""

ID = "3f0a9c52-0c0e-4d6f-8f3e-000000000001"
AT = dt.datetime(2026, 10, 20, 12, 0)
UNANSWERED = {
    *(Reason.RECEIPT, Reason.FAULTY_RECEIPT, Reason.DUPLICATE, Reason.NO_ENVELOPE, Reason.HELD),
    *(Reason.NO_SENDER, Reason.NO_RECEIVER, Reason.TOO_LITTLE, Reason.SILENT, Reason.REAL_TIME),
}


def _ids(*numbers: str, kind: str = "HER") -> frozenset[Identifier]:
    return frozenset(Identifier(kind, number) for number in numbers)


HOSPITAL = OwnOrganisation(_ids("9900200"), _ids("9900201"))
HOME = OwnOrganisation(_ids("9900100"), _ids("9900101"), _ids("9900301"))
DIRECTORIES: tuple[Directory, ...] = (
    EVERYBODY,
    EVERYBODY,
    OwnDirectory((HOSPITAL, HOME), (_ids("14854110463", kind="FNR"),)),
    OwnDirectory((HOSPITAL,), ()),
)
POLICIES = (
    *(Receiving(), Receiving(), Receiving(refuse_missing_service=True, software=("a", "1"))),
    Receiving(refuse_unknown_service=False, hold_unknown_patients=True),
    Receiving(answer_unreadable=False, drafts=True, types=frozenset({"DIALOG_NOTAT"})),
)

PLACE = (
    "<Address><StreetAdr>Blåklokkeveien 7</StreetAdr><Postbox>3</Postbox><County V='0301'/>"
    "</Address><TeleCom><TeleAddress V='tel:99999101'/></TeleCom>"
)
PERSON = (
    "<HealthcareProfessional><FamilyName>Testvik</FamilyName><Ident><Id>9900301</Id>"
    "<TypeId V='HER' S='2.16.578.1.12.4.1.1.8116' DN='HER-id'/></Ident></HealthcareProfessional>"
)


@cache
def documents() -> tuple[bytes, ...]:
    """All samples, and one with everything in its head that an answer needs."""
    copies = "".join(
        f"<OtherReceiver><RoleReceiver V='COP' DN='Kopimottaker'/>{party}</OtherReceiver>"
        for party in (PERSON, "<Person><FamilyName>Testvik</FamilyName></Person>", "")
    )
    rich = edited(
        "innleggelsesrapport-1.6",
        [
            put("MsgInfo/Sender/Organisation", PLACE, after="Ident"),
            put("MsgInfo/Receiver/Organisation", PERSON),
            put("MsgInfo", copies, after="Receiver"),
        ],
    )
    return (*map(samples.data, samples.names()), *[rich] * 8)


@cache
def message_ids() -> frozenset[str]:
    """The identifiers of all samples."""
    found = [decode(data) for data in documents() if b"<MsgHead" in data and _whole(data)]
    return frozenset(m.msg_info.msg_id for m in found if isinstance(m, MsgHead))


def _whole(data: bytes) -> bool:
    return receive(data, id=ID, at=AT).inspection.ok


def own_id(data: bytes) -> str:
    """The identifier of a sample; empty when it has none."""
    start, end = data.find(b"<MsgId>"), data.find(b"</MsgId>")
    return data[start + 7 : end].decode() if 0 <= start < end else ""


def tags(dice: Random, data: bytes) -> bytes:
    """A tag is lost, stands twice, or has changed places with another."""
    starts = [n for n, octet in enumerate(data) if octet == 60]
    if not starts:
        return data
    pieces = []
    for _ in range(2):
        start = dice.choice(starts)
        pieces.append((start, data.find(b">", start) + 1 or len(data)))
    (a, b), (c, d) = sorted(pieces)
    kind = dice.randrange(3)
    if kind == 0:
        return data[:a] + data[b:]
    if kind == 1:
        return data[:b] + data[a:b] + data[b:]
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:] if b <= c else data


def flips(dice: Random, data: bytes) -> bytes:
    """Some bits of the first few thousand octets are the other way round."""
    octets = bytearray(data)
    for _ in range(dice.choice([1, 1, 2, 5, 50])):
        octets[dice.randrange(min(len(octets), 4_000))] ^= 1 << dice.randrange(8)
    return bytes(octets)


def cut(dice: Random, data: bytes) -> bytes:
    """It ends early, or a piece in the middle is gone."""
    start = dice.randrange(len(data))
    return data[:start] if dice.random() < 0.5 else data[:start] + data[start + 500 :]


def head(dice: Random, data: bytes) -> bytes:
    """Octets of the head only are damaged."""
    end = data.find(b"<Document>")
    return damaged(dice, data[:end]) + data[end:] if end > 0 else damaged(dice, data)


def both(dice: Random, data: bytes) -> bytes:
    """A changed tree, and then changed octets."""
    return damaged(dice, tree(dice, data))


def tree(dice: Random, data: bytes) -> bytes:
    """A changed tree; changed octets where there is no tree."""
    try:
        return mutant(dice, data)
    except (ValueError, etree.XMLSyntaxError):
        return damaged(dice, data)


DAMAGE: tuple[Callable[[Random, bytes], bytes], ...] = (
    *(tree, tree, tree, damaged, damaged, head, head, tags, tags, flips, cut, both),
)


def right(ack: Acknowledgement, whole: str, reception: Reception) -> None:
    """What holds for every acknowledgement."""
    message = ack.message
    assert decode(ack.data) == message
    assert encode(message) == ack.data
    if STANDARD is not None:
        schema = schema_of(STANDARD / "schema" / "caremsg-all.xsd")
        schema.assertValid(etree.fromstring(ack.data))
    assert ack.status in ("1", "2")
    assert (ack.status == "2") is bool(message.error)
    assert all(error.system and error.code and error.display for error in message.error)
    assert len(set(message.error)) == len(message.error)
    assert message.original_msg_id.id not in message_ids() - {whole}
    assert ack.status == "2" or reception.taken_in
    assert ack.status == "2" or reception.inspection.ok


def judge(data: bytes, whole: str, dice: Random) -> Reception:
    """Receive something damaged, and look at all that came of it."""
    reception = receive(
        data, id=ID, at=AT, directory=dice.choice(DIRECTORIES), policy=dice.choice(POLICIES)
    )
    assert isinstance(reception.decision, Decision)
    assert isinstance(reception.reason, Reason)
    assert reception.data == data
    assert bool(reception.acknowledgements) is (reception.reason not in UNANSWERED)
    assert len({ack.id for ack in reception.acknowledgements}) == len(reception.acknowledgements)
    assert "CHK001" not in reception.report.codes
    for ack in reception.acknowledgements:
        right(ack, whole, reception)
    refused = all(ack.status == "2" for ack in reception.acknowledgements)
    if reception.acknowledgements:
        assert (reception.decision is Decision.REJECT) is refused
    return reception


def batter(number: int, count: int) -> Iterator[Reception]:
    """Receive so many damaged messages."""
    dice = Random(number)
    for _ in range(count):
        data = dice.choice(documents())
        changed = dice.choice(DAMAGE)(dice, data)
        try:
            yield judge(changed, own_id(data), dice)
        except Exception as error:
            error.add_note(repr(changed))
            raise


def test_some_damage_is_decided() -> None:
    """A few, of all kinds."""
    tally = Counter(reception.reason for reception in batter(1, COUNT))
    assert set(tally) >= set(Reason) - {Reason.DUPLICATE, Reason.REAL_TIME}


@pytest.mark.slow
@pytest.mark.parametrize("number", [2])
def test_much_damage_is_decided(number: int) -> None:
    """Many more; as many as CAREMSG_DAMAGED says, when it is set."""
    assert sum(1 for _ in batter(number, MANY)) == MANY
