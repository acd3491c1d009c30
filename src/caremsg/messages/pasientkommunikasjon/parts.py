"""Parts that the messages to and from the patient share (KITH R20/06, KITH R20/07).

Each namespace declares them again, word for word; here each stands once, with all its homes.
"""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Element, base, coded, complex_type, required
from caremsg.values import Date, Float, Time

from ..common import Address, Ident, PersonDetails, TeleCom
from ..datatypes import CS, CV, PQ
from ..namespaces import FRA_PASIENT, TIL_PASIENT, TK

__all__ = [
    "AnyTilleggsopplRekvisisjon",
    "BeskrivelseLegemiddel",
    "HealthcareProfessional",
    "OnsketTid",
    "Organisation",
    "Patient",
    "Person",
    "RepresentantPasient",
    "TilleggsopplRekvisisjon",
]


@complex_type(FRA_PASIENT, TIL_PASIENT)
class Patient(PersonDetails):
    """The patient."""

    representant_pasient: RepresentantPasient | None = None


@complex_type(FRA_PASIENT, TIL_PASIENT)
class Person(PersonDetails):
    """A person who is not the patient."""


@complex_type(FRA_PASIENT, TIL_PASIENT)
class RepresentantPasient(Element):
    """Somebody who acts for the patient."""

    slektskap: Annotated[CS, coded(9033)]
    """How they are related."""
    omsorgsfunksjon: Annotated[CS | None, coded(9050)] = None
    """The responsibility for the patient: a parent, a guardian and so on."""
    merknad: str | None = None
    person: Person


@complex_type(FRA_PASIENT, TIL_PASIENT)
class HealthcareProfessional(Element):
    """A health professional."""

    type_healthcare_professional: Annotated[CS | None, coded(9060)] = None
    """The profession."""
    role_to_patient: Annotated[CS | None, coded(9034)] = None
    """The role for this patient."""
    family_name: str | None = None
    middle_name: str | None = None
    given_name: str | None = None
    date_of_birth: Date | None = None
    sex: Annotated[CS | None, coded(3101)] = None
    nationality: Annotated[CS | None, coded(9043)] = None
    ident: tuple[Ident, ...] = ()
    address: Address | None = None
    tele_com: tuple[TeleCom, ...] = ()


@complex_type(FRA_PASIENT, TIL_PASIENT, may_be_empty=True)
class Organisation(Element):
    """An organisation, with its parts and people."""

    organisation_name: Annotated[str | None, required()] = None
    type_organisation: Annotated[CV | None, coded(9040)] = None
    ident: Annotated[tuple[Ident, ...], required()] = ()
    address: Address | None = None
    tele_com: tuple[TeleCom, ...] = ()
    organisation: tuple[Organisation, ...] = ()
    """Parts of this organisation."""
    healthcare_professional: tuple[HealthcareProfessional, ...] = ()


@complex_type(FRA_PASIENT, TIL_PASIENT, TK)
class BeskrivelseLegemiddel(Element):
    """A medicine."""

    nr: str | None = None
    """The number of the package in the list of medicines."""
    navn: str
    styrke: Annotated[PQ | None, coded(9085)] = None
    """The strength; its unit is coded."""
    styrke_merknad: str | None = None
    """The strength in words, where a number will not do."""
    atc: Annotated[CS | None, coded(7180)] = None
    """The active substance, in the ATC classification."""
    legemiddelform: Annotated[CS | None, coded(9078)] = None
    """Tablet, mixture and so on."""
    bruksomrade_kode: CV | None = None
    """What it is for, as a code."""
    bruksomrade: str | None = None
    """What it is for, in words."""
    kvantum: str | None = None
    """How much."""


@complex_type(FRA_PASIENT, TK)
class OnsketTid(Element):
    """A time that would suit the patient."""

    onsket_dato: Date | None = None
    klokkeslett: Time | None = None
    """The earliest time of the day."""
    senest_klokken: Time | None = None
    """The latest time of the day."""
    tidspunkt: Annotated[CS | None, coded(8325)] = None
    """The part of the day: morning, evening and so on."""


@base
class AnyTilleggsopplRekvisisjon(Element):
    """The service that a certificate is about."""

    tjenestetype: CV | None = None
    """The kind of service."""
    beskrivelse_tjeneste: str
    fra_dato: Date | None = None
    til_dato: Date | None = None
    antall_enheter: Float | None = None
    """How many units of the service."""
    enhet: str | None = None
    """The unit: treatments, days and so on."""


@complex_type(FRA_PASIENT, TIL_PASIENT)
class TilleggsopplRekvisisjon(AnyTilleggsopplRekvisisjon):
    """The service that a certificate is about, and who gives it."""

    organisation: Organisation | None = None
