"""Small messages for the unit tests: made-up organisations, and people who cannot live."""

from caremsg import wrap
from caremsg.messages.common import Ident
from caremsg.messages.datatypes import CS, CV
from caremsg.messages.editions import PLO_1_6
from caremsg.messages.msghead import MsgHead, Organisation, Patient
from caremsg.messages.plo.parts import InformasjonOmForsendelsen, TidsfestetHendelse
from caremsg.messages.plo.pasientlogistikk import MeldingInnlagtPasient, Pasientlogistikk
from caremsg.values import TS, DateTime

AT = DateTime("2026-10-05T14:25:00")
ID = "7d1b8f0e-9a53-4c1e-8f0a-52f1f7a40901"
FNR = "14854110463"  # of the synthetic series


def ident(number: str, kind: str, system: int) -> Ident:
    return Ident(id=number, type_id=CV(code=kind, system=f"2.16.578.1.12.4.1.1.{system}"))


def party(name: str, her_id: str) -> Organisation:
    return Organisation(organisation_name=name, ident=(ident(her_id, "HER", 9051),))


HOSPITAL = party("Fjellglimt sykehus", "9900200")
HOME_CARE = party("Tirilvik kommune", "9900100")
PATIENT = Patient(family_name="Prøvestad", given_name="Alvhild", ident=(ident(FNR, "FNR", 8116),))


def notice(edition=PLO_1_6) -> Pasientlogistikk:
    """Patient admitted."""
    event = TidsfestetHendelse(
        hendelsekode=CV(code="1", system="2.16.578.1.12.4.1.1.9121"),
        tidspunkt_for_hendelse=TS("2026-10-05T14:20:00"),
        anslag=False,
    )
    return Pasientlogistikk(
        edition=edition,
        informasjon_om_forsendelsen=InformasjonOmForsendelsen(forsendelsesstatus=CS(code="N")),
        innhold=MeldingInnlagtPasient(tidsfestet_hendelse=event),
    )


def message(*more, **changes) -> MsgHead:
    """The notice in its envelope."""
    given = {"sender": HOSPITAL, "receiver": HOME_CARE, "patient": PATIENT, "id": ID, "at": AT}
    return wrap(notice(), *more, **(given | changes))
