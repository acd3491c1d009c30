"""What both type checkers must accept, and the types they must see."""

from typing import assert_type

from caremsg import Header, Inspection, contents, decode, encode, find, inspect, peek, replace
from caremsg.declare import Message
from caremsg.messages.datatypes import CS, CV
from caremsg.messages.editions import PLO_1_6
from caremsg.messages.msghead import Document, MsgHead, MsgInfo, PatientReport
from caremsg.messages.plo.innleggelsesrapport import Innleggelsesrapport
from caremsg.messages.plo.parts import (
    InfoKontrolltime,
    InformasjonOmForsendelsen,
    InformasjonOmTentativTime,
    InformasjonOmTime,
    KontrolltimeBestill,
    MedisinskDiagnose,
)
from caremsg.values import DateTime


def doors(data: bytes) -> None:
    assert_type(decode(data), Message)
    assert_type(inspect(data), Inspection)
    assert_type(inspect(data).message, Message | None)
    assert_type(peek(data), Header)
    assert_type(peek(data).info, MsgInfo | None)
    assert_type(encode(decode(data)), bytes)


def envelope(head: MsgHead) -> None:
    assert_type(contents(head, Innleggelsesrapport), tuple[Innleggelsesrapport, ...])
    assert_type(find(head, MedisinskDiagnose), tuple[MedisinskDiagnose, ...])
    assert_type(head.innhold, tuple[Document, ...] | tuple[PatientReport, ...])
    assert_type(head.msg_info.gen_date, DateTime)
    assert_type(replace(head, signature=None), MsgHead)


def a_report() -> Innleggelsesrapport:
    status = InformasjonOmForsendelsen(forsendelsesstatus=CS(code="N", display="Ny"))
    report = Innleggelsesrapport(edition=PLO_1_6, informasjon_om_forsendelsen=status)
    assert_type(report.informasjon_om_forsendelsen.forsendelsesstatus.code, str | None)
    return report


def diagnosis(found: MedisinskDiagnose) -> None:
    assert_type(found.hoveddiagnose, bool | None)
    assert_type(found.diagnosekode, CV | None)


def a_choice_is_exhaustive(appointment: InfoKontrolltime) -> str:
    match appointment.innhold:
        case InformasjonOmTime():
            return "booked"
        case KontrolltimeBestill():
            return "to be booked"
        case InformasjonOmTentativTime():
            return "expected"
