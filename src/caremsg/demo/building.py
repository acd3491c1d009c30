"""Two messages built in Python, to copy from. Everything in them is made up."""

from __future__ import annotations

import datetime as dt

from caremsg import wrap
from caremsg.messages.common import HealthcareProfessional, Ident, Organisation, TeleCom
from caremsg.messages.datatypes import CS, CV, PQ
from caremsg.messages.editions import PLO_1_6
from caremsg.messages.epj.cave import Cave, SakshodeCave, StikkordCave
from caremsg.messages.epj.journalnotat import GenereltJournalnotat, Journaltekst
from caremsg.messages.epj.legemiddel import ForenkletForskrivning, Forskrivningsinfo, Legemiddelinfo
from caremsg.messages.msghead import ConversationRef, MsgHead, Patient
from caremsg.messages.msghead import Organisation as Party
from caremsg.messages.plo.innleggelsesrapport import Innleggelsesrapport
from caremsg.messages.plo.parts import (
    AnsvarForRapport,
    InfoMedisinskDiagnose,
    InformasjonOmForsendelsen,
    MedisinskDiagnose,
    MedisinskfagligeOpplysninger,
    TidsfestetHendelse,
    TilknyttetEnhet,
    TilleggsopplysningPasient,
)
from caremsg.messages.plo.pasientlogistikk import MeldingInnlagtPasient, Pasientlogistikk
from caremsg.values import TS, URL, Date, Double

__all__ = [
    "HOME_CARE",
    "HOSPITAL",
    "PATIENT",
    "admission_notice",
    "admission_report",
    "coded",
    "diagnoses",
    "identified",
    "medical",
    "medicine",
    "nurse",
    "party",
    "unit",
]

NOTICE_ID = "7d1b8f0e-9a53-4c1e-8f0a-52f1f7a40001"
REPORT_ID = "7d1b8f0e-9a53-4c1e-8f0a-52f1f7a40002"
NEW = InformasjonOmForsendelsen(forsendelsesstatus=CS(code="N", display="Ny"))


def coded(system: int, code: str, display: str) -> CV:
    """A code of a national code system."""
    return CV(code=code, system=f"2.16.578.1.12.4.1.1.{system}", display=display)


def identified(number: int, id: str, kind: str, display: str) -> Ident:
    """An identifier; `number` is the code system of its kind."""
    return Ident(id=id, type_id=coded(number, kind, display))


def party(name: str, her_id: str, service: str, service_id: str) -> Party:
    """An organisation and the service in it that sends or receives."""
    inner = Party(organisation_name=service, ident=(identified(9051, service_id, "HER", "HER-id"),))
    outer = (identified(9051, her_id, "HER", "HER-id"),)
    return Party(organisation_name=name, ident=outer, organisation=inner)


HOME_CARE = party("Tirilvik kommune", "9900100", "Sykepleietjeneste", "9900101")
HOSPITAL = party("Fjellglimt sykehus", "9900200", "PLO innleggelse somatikk", "9900201")
PATIENT = Patient(
    family_name="Prøvestad",
    given_name="Alvhild",
    date_of_birth=Date("1941-05-14"),
    sex=CS(code="2", display="Kvinne"),
    ident=(identified(8116, "14854110463", "FNR", "Fødselsnummer"),),
)


def unit(name: str, her_id: str, phone: str) -> TilknyttetEnhet:
    """A unit to call about the patient."""
    ident = (identified(9051, her_id, "HER", "HER-id"),)
    telephone = (TeleCom(tele_address=URL(f"tel:{phone}")),)
    return TilknyttetEnhet(
        kontaktenhet=Organisation(organisation_name=name, ident=ident, tele_com=telephone)
    )


def admission_notice() -> MsgHead:
    """The hospital tells the municipality that the patient is admitted (LOG_INNLAGT)."""
    event = TidsfestetHendelse(
        hendelsekode=coded(9121, "1", "Pasient innlagt"),
        tidspunkt_for_hendelse=TS("2026-10-05T14:20:00"),
        anslag=False,
    )
    notice = Pasientlogistikk(
        edition=PLO_1_6,
        informasjon_om_forsendelsen=NEW,
        tilknyttet_enhet=(unit("Ortopedisk sengepost", "9900202", "99999303"),),
        innhold=MeldingInnlagtPasient(tidsfestet_hendelse=event),
    )
    made = dt.datetime(2026, 10, 5, 15, 2, 11)
    return wrap(notice, sender=HOSPITAL, receiver=HOME_CARE, patient=PATIENT, id=NOTICE_ID, at=made)


def admission_report() -> MsgHead:
    """The care service answers with what the hospital needs to know."""
    report = Innleggelsesrapport(
        edition=PLO_1_6,
        informasjon_om_forsendelsen=NEW,
        tilleggsopplysning_pasient=TilleggsopplysningPasient(bor_alene=True),
        tilknyttet_enhet=(unit("Hjemmesykepleien Tirilvik", "9900101", "99999301"),),
        ansvar_for_rapport=(AnsvarForRapport(ansvarlig_rapport=nurse()),),
        info_medisinsk_diagnose=(InfoMedisinskDiagnose(medisinsk_diagnose=diagnoses()),),
        medisinskfaglige_opplysninger=medical(),
        legemiddelinfo=(medicine(),),
    )
    return wrap(
        report,
        sender=HOME_CARE,
        receiver=HOSPITAL,
        patient=PATIENT,
        id=REPORT_ID,
        at=dt.datetime(2026, 10, 5, 16, 31, 7),
        conversation=ConversationRef(ref_to_parent=NOTICE_ID, ref_to_conversation=NOTICE_ID),
    )


def nurse() -> HealthcareProfessional:
    """Who answers for the report."""
    return HealthcareProfessional(
        type_healthcare_professional=CS(code="SP", display="Sykepleier"),
        role_to_patient=coded(9034, "21", "Helsefaglig kontakt"),
        family_name="Demolien",
        given_name="Ronja",
        ident=(identified(8116, "990010001", "HPR", "HPR-nummer"),),
    )


def diagnoses() -> tuple[MedisinskDiagnose, ...]:
    """One as a code, one in words."""
    return (
        MedisinskDiagnose(
            hoveddiagnose=True, diagnosekode=coded(7170, "K78", "Atrieflimmer/flutter")
        ),
        MedisinskDiagnose(diagnose_beskrivelse="Kols, moderat grad"),
    )


def medical() -> MedisinskfagligeOpplysninger:
    """Why she is admitted, and what to take care of."""
    reason = Journaltekst(
        overskriftskode=coded(9142, "AAI", "Årsak til innleggelse"),
        notat="Falt på badet kl. 12.40. Sterke smerter i høyre hofte.",
    )
    warning = SakshodeCave(
        komponent_id="7d1b8f0e-9a53-4c1e-8f0a-52f1f7a40011",
        stikkord_cave=(StikkordCave(cave_stikkord="Penicillinallergi"),),
    )
    note = GenereltJournalnotat(
        komponent_id="7d1b8f0e-9a53-4c1e-8f0a-52f1f7a40012", journaltekst=(reason,)
    )
    return MedisinskfagligeOpplysninger(
        cave=Cave(
            komponent_id="7d1b8f0e-9a53-4c1e-8f0a-52f1f7a40010",
            sakshode_cave=warning,
        ),
        generelt_journalnotat=(note,),
    )


def medicine() -> Legemiddelinfo:
    """One of her medicines."""
    prescription = Forskrivningsinfo(
        dos_veiled_enkel="1 tablett morgen og kveld",
        navn="Apixaban Fiktiv",
        atc=CS(code="B01AF02", display="Apiksaban"),
        styrke=PQ(value=Double("5"), unit="mg"),
        bruk=CS(code="1", display="Fast"),
    )
    return Legemiddelinfo(
        komponent_id="7d1b8f0e-9a53-4c1e-8f0a-52f1f7a40013",
        forenklet_forskrivning=ForenkletForskrivning(forskrivningsinfo=prescription),
    )
