"""Messages of our own: nobody in them exists, and their numbers cannot be anybody's.

The month of a synthetic national number is 80 higher than that of a real one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from caremsg.codec.plan import Plan, Ref, plan_of
from caremsg.declare import Element, Message
from caremsg.messages.base64container import Base64Container
from caremsg.messages.common import Address, HealthcareProfessional, Ident, TeleCom
from caremsg.messages.datatypes import CS, CV
from caremsg.messages.dialogmelding import Dialogmelding, Notat
from caremsg.messages.editions import DIALOG_1_1
from caremsg.messages.msghead import (
    Content,
    Document,
    MsgHead,
    MsgInfo,
    Organisation,
    Patient,
    Receiver,
    RefDoc,
    Sender,
)
from caremsg.values import TS, URL, Base64, Date, DateTime, Fragment

FNR = CV(code="FNR", system="2.16.578.1.12.4.1.1.8116", display="Fødselsnummer")
HER = CV(code="HER", system="2.16.578.1.12.4.1.1.9051", display="HER-id")
XHTML = '<p xmlns="http://www.w3.org/1999/xhtml">Tar <b>to</b> tabletter<br></br>morgen</p>'

DOCTOR = HealthcareProfessional(
    given_name="Test", family_name="Legesen", ident=(Ident(id="1000001", type_id=HER),)
)
NOTE = Dialogmelding(
    edition=DIALOG_1_1,
    innhold=(
        Notat(
            tema_kodet=CV(code="6", system="1.2.3", display="Henvendelse om pasient"),
            tekst_notat_innhold=Fragment(XHTML),
            dato_notat=Date("2024-02-29"),
        ),
    ),
)
FILE = Base64Container(content=Base64.of(b"x" * 1500))


def document(content: Message | Fragment, kind: str = "XML") -> Document:
    return Document(
        ref_doc=RefDoc(
            issue_date=TS("2024-03-01"), msg_type=CS(code=kind), content=Content(items=(content,))
        )
    )


HEAD = MsgHead(
    msg_info=MsgInfo(
        type=CS(code="DIALOG_HELSEFAGLIG", display="Helsefaglig dialog"),
        gen_date=DateTime("2024-03-01T10:00:00"),
        msg_id="7d3f8a52-0000-4000-8000-000000000001",
        sender=Sender(
            organisation=Organisation(
                organisation_name="Eksempel legekontor",
                ident=(Ident(id="1000002", type_id=HER), Ident(id="1000003", type_id=HER)),
                healthcare_professional=DOCTOR,
            )
        ),
        receiver=Receiver(
            organisation=Organisation(
                organisation_name="Eksempel kommune", ident=(Ident(id="1000004", type_id=HER),)
            )
        ),
        patient=Patient(
            given_name="Prøve",
            family_name="Pasientsen",
            date_of_birth=Date("1969-11-13"),
            sex=CS(code="2", display="Kvinne"),
            ident=(Ident(id="13916900216", type_id=FNR),),
            address=Address(street_adr="Prøveveien 1", postal_code="0000", city="Ingensteds"),
            tele_com=(TeleCom(tele_address=URL("tel:00000000")),),
        ),
    ),
    innhold=(
        document(NOTE),
        document(FILE, "A"),
        document(Fragment('<y:ukjent xmlns:y="urn:y">noe</y:ukjent>')),
    ),
)


def leaves(
    item: Any, plan: Plan | None = None, path: tuple[str, ...] = ()
) -> Iterator[tuple[Plan, tuple[str, ...], Any]]:
    """Every value in a message, with the plan it stands in and the fields on the way to it."""
    plan = plan or plan_of(type(item), item.edition)
    for simple in (*plan.attributes, *([plan.text] if plan.text else [])):
        if getattr(item, simple.name) is not None:
            yield plan, (*path, simple.name), getattr(item, simple.name)
    for field in plan.fields:
        held: dict[type[Any], Plan] = {
            b.type.cls: b.type.plan for b in field.branches if isinstance(b.type, Ref)
        }
        found = getattr(item, field.name)
        for value in found if isinstance(found, tuple) else (found,):
            if isinstance(value, Element):
                yield from leaves(value, held.get(type(value)), (*path, field.name))
            elif value is not None:
                yield plan, (*path, field.name), value
