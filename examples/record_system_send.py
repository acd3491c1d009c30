"""A record system sends an admission report: from its own tables to bytes.

The first half is what such a system might have. The second half is the mapping, one small
function per concept. Run it to see the XML; give a file name to write it there.
"""

from __future__ import annotations

import datetime as dt
import sys
import uuid
from dataclasses import dataclass
from pathlib import Path

from caremsg import encode, wrap
from caremsg.messages.common import Ident, Organisation, TeleCom
from caremsg.messages.datatypes import CS, CV, PQ
from caremsg.messages.editions import PLO_1_6
from caremsg.messages.epj.legemiddel import ForenkletForskrivning, Forskrivningsinfo, Legemiddelinfo
from caremsg.messages.msghead import Organisation as Party
from caremsg.messages.msghead import Patient
from caremsg.messages.plo.innleggelsesrapport import Innleggelsesrapport
from caremsg.messages.plo.parts import (
    InfoMedisinskDiagnose,
    InformasjonOmForsendelsen,
    MedisinskDiagnose,
    TilknyttetEnhet,
    TilleggsopplysningPasient,
)
from caremsg.values import URL, Date, Double

# --- what the record system has ------------------------------------------------------------------


@dataclass
class Person:
    """A row of the table of patients."""

    family: str
    given: str
    born: dt.date
    female: bool
    national_id: str
    lives_alone: bool


@dataclass
class Drug:
    """A row of the table of medicines."""

    name: str
    atc: str
    substance: str
    strength: str
    unit: str
    dosage: str
    key: uuid.UUID  # of the row: the same medicine has the same identifier in every message


PATIENT = Person("Prøvestad", "Alvhild", dt.date(1941, 5, 14), True, "14854110463", True)
DIAGNOSES = [("K78", "Atrieflimmer/flutter"), ("R95", "Kronisk obstruktiv lungesykdom")]
DRUGS = [
    Drug(
        "Apixaban Fiktiv", "B01AF02", "Apiksaban", "5", "mg", "1 morgen og kveld", uuid.UUID(int=1)
    ),
    Drug("Metoprolol Fiktiv", "C07AB02", "Metoprolol", "50", "mg", "1 morgen", uuid.UUID(int=2)),
]

# --- the mapping ---------------------------------------------------------------------------------


def code(system: int, value: str, display: str) -> CV:
    return CV(code=value, system=f"2.16.578.1.12.4.1.1.{system}", display=display)


def her_id(number: str) -> tuple[Ident, ...]:
    return (Ident(id=number, type_id=code(9051, "HER", "HER-id")),)


def party(name: str, number: str, service: str, service_number: str) -> Party:
    part = Party(organisation_name=service, ident=her_id(service_number))
    return Party(organisation_name=name, ident=her_id(number), organisation=part)


def patient(row: Person) -> Patient:
    return Patient(
        family_name=row.family,
        given_name=row.given,
        date_of_birth=Date.of(row.born),
        sex=CS(code="2", display="Kvinne") if row.female else CS(code="1", display="Mann"),
        ident=(Ident(id=row.national_id, type_id=code(8116, "FNR", "Fødselsnummer")),),
    )


def diagnoses(rows: list[tuple[str, str]]) -> InfoMedisinskDiagnose:
    return InfoMedisinskDiagnose(
        medisinsk_diagnose=tuple(
            MedisinskDiagnose(diagnosekode=code(7170, value, display)) for value, display in rows
        )
    )


def medicine(row: Drug) -> Legemiddelinfo:
    prescription = Forskrivningsinfo(
        navn=row.name,
        dos_veiled_enkel=row.dosage,
        atc=CS(code=row.atc, display=row.substance),
        styrke=PQ(value=Double(row.strength), unit=row.unit),
    )
    return Legemiddelinfo(
        komponent_id=str(row.key),
        forenklet_forskrivning=ForenkletForskrivning(forskrivningsinfo=prescription),
    )


def contact(name: str, number: str, phone: str) -> TilknyttetEnhet:
    telephone = (TeleCom(tele_address=URL(f"tel:{phone}")),)
    return TilknyttetEnhet(
        kontaktenhet=Organisation(organisation_name=name, ident=her_id(number), tele_com=telephone)
    )


def report(row: Person) -> Innleggelsesrapport:
    return Innleggelsesrapport(
        edition=PLO_1_6,
        informasjon_om_forsendelsen=InformasjonOmForsendelsen(
            forsendelsesstatus=CS(code="N", display="Ny")
        ),
        tilleggsopplysning_pasient=TilleggsopplysningPasient(bor_alene=row.lives_alone),
        tilknyttet_enhet=(contact("Hjemmesykepleien Tirilvik", "9900101", "99999301"),),
        info_medisinsk_diagnose=(diagnoses(DIAGNOSES),),
        legemiddelinfo=tuple(map(medicine, DRUGS)),
    )


def message(row: Person, *, id: str, at: dt.datetime) -> bytes:
    """The report as it is sent. Raises EncodeError when something is missing or misplaced."""
    head = wrap(
        report(row),
        sender=party("Tirilvik kommune", "9900100", "Sykepleietjeneste", "9900101"),
        receiver=party("Fjellglimt sykehus", "9900200", "PLO innleggelse somatikk", "9900201"),
        patient=patient(row),
        id=id,
        at=at,
    )
    return encode(head)


def main(arguments: list[str]) -> None:
    now = dt.datetime.now().replace(microsecond=0)
    data = message(PATIENT, id=str(uuid.uuid4()), at=now)
    if arguments:
        Path(arguments[0]).write_bytes(data)
    else:
        print(data.decode())


if __name__ == "__main__":
    main(sys.argv[1:])
