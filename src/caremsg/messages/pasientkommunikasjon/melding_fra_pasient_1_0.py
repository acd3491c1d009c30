"""MeldingFraPasient 1.0: a message from the patient to the provider.

Source: the published schema of 2005; no document goes with it. It asks for at least one of
every service, where version 1.1 has a choice.
"""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Edition, Element, Message, element, named
from caremsg.values import Date, DateTime, Fragment, Integer, Time

from ..datatypes import CS, CV
from ..editions import PASIENT_1_0
from ..namespaces import FRA_PASIENT_1_0
from .parts_1_0 import (
    AnyHealthcareProfessional,
    AnyPerson,
    AnyTilleggsoppl,
    Ident,
    TeleCom,
    Url,
)

__all__ = [
    "Address",
    "AnnenHenvendelse",
    "Attestbestilling",
    "BetegnelseLegemiddel",
    "FornyelseResept",
    "HealthcareProfessional",
    "MeldingFraPasient",
    "Organisation",
    "Patient",
    "Person",
    "ReferenceDoc",
    "RepresentantPasient",
    "TilleggsopplRekvisisjon",
    "Timebestilling",
    "VarselForfall",
]


@element(FRA_PASIENT_1_0, default=FRA_PASIENT_1_0)
class MeldingFraPasient(Message):
    """What a patient asks of a provider, or answers."""

    edition: Edition = PASIENT_1_0
    msg_type: CS
    """The kind of message."""
    mig_version: Annotated[str, named("MIGversion")]
    """The version of the standard."""
    software_name: str | None = None
    software_version: str | None = None
    status: Annotated[CS | None, named("status")] = None
    """Production, test or debugging."""
    priority: CS | None = None
    meldingsbekreftelse: Annotated[CS | None, named("meldingsbekreftelse")] = None
    """Whether an acknowledgement is asked for."""
    svar_pa_foresporsel: bool
    """It answers a question."""
    merknad: str | None = None
    gen_date: DateTime
    """When the message was made."""
    msg_id: str
    """The identifier of this message."""
    healthcare_professional: HealthcareProfessional | None = None
    """Whom it is for."""
    patient: Patient
    fornyelse_resept: tuple[FornyelseResept, ...]
    varsel_forfall: tuple[VarselForfall, ...]
    annen_henvendelse: tuple[AnnenHenvendelse, ...]
    timebestilling: tuple[Timebestilling, ...]
    attestbestilling: tuple[Attestbestilling, ...]


@element(FRA_PASIENT_1_0)
class AnnenHenvendelse(Element):
    """Anything else."""

    bekreftelsesform: tuple[CS, ...]
    """How a confirmation is wanted."""
    type_henvendelse: CV | None = None
    """What kind of request."""
    overskrift: str | None = None
    """A heading."""
    notat: str
    """The text."""
    reference_doc: tuple[ReferenceDoc, ...] = ()


@element(FRA_PASIENT_1_0)
class FornyelseResept(Element):
    """A request to renew a prescription."""

    leveringsform: CS
    """How the prescription is to be delivered."""
    bekreftelsesform: tuple[CS, ...]
    """How a confirmation is wanted."""
    merknad: str | None = None
    betegnelse_legemiddel: tuple[BetegnelseLegemiddel, ...]
    organisation: Organisation | None = None
    """Where it is to be delivered."""


@element(FRA_PASIENT_1_0)
class Timebestilling(Element):
    """A request for an appointment."""

    bekreftelsesform: tuple[CS, ...]
    """How a confirmation is wanted."""
    begrunnelse: str
    """Why it is wanted."""
    onsket_dato: Date | None = None
    klokkeslett: Time | None = None
    """The earliest time of the day."""
    senest_klokken: Time | None = None
    """The latest time of the day."""
    varighet: Annotated[Integer | None, named("varighet")] = None
    """How long it should last, in minutes."""
    tidspunkt: Annotated[CS | None, named("tidspunkt")] = None
    """The part of the day: morning, evening and so on."""


@element(FRA_PASIENT_1_0)
class Attestbestilling(Element):
    """A request for a certificate."""

    bekreftelsesform: tuple[CS, ...]
    """How a confirmation is wanted."""
    leveringsform: CS
    """How the certificate is to be delivered."""
    begrunnelse: str
    """Why it is wanted."""
    type_attest: CS
    """The kind of certificate."""
    attest_opplysninger: str | None = None
    """What else is needed to write it."""
    onsket_dato: Date | None = None
    """When it should be valid from."""
    tilleggsoppl_rekvisisjon: TilleggsopplRekvisisjon | None = None


@element(FRA_PASIENT_1_0)
class Patient(Element):
    """The patient."""

    national_health_insurance_office: str
    """The insurance office where the patient belongs."""
    representant_pasient: RepresentantPasient | None = None
    person: Person


@element(FRA_PASIENT_1_0)
class VarselForfall(Element):
    """The patient will not come to an appointment."""

    bekreftelsesform: tuple[CS, ...]
    """How a confirmation is wanted."""
    tidspunkt: Annotated[DateTime, named("tidspunkt")]
    """The time of the appointment."""
    forfallsgrunn: str
    """The reason."""


@element(FRA_PASIENT_1_0)
class BetegnelseLegemiddel(Element):
    """A medicine."""

    legemiddelform: CS
    """Tablet, mixture and so on."""
    varenummer_legemiddel: Integer | None = None
    """The number of the package in the list of medicines."""
    betegnelse_legemiddel: str
    """The name."""
    styrke_legemiddel: str | None = None
    """The strength."""
    bruksomrade_kode: str | None = None
    """What it is for, as a code."""
    bruksomrade_tekst: Annotated[str | None, named("BruksområdeTekst")] = None
    """What it is for, in words."""
    kvantum: str | None = None
    """How much."""


@element(FRA_PASIENT_1_0)
class TilleggsopplRekvisisjon(AnyTilleggsoppl):
    """The service that a certificate is about."""

    organisation: Organisation | None = None
    """Who gives it."""


@element(FRA_PASIENT_1_0)
class RepresentantPasient(Element):
    """Somebody who acts for the patient."""

    slektskap: CS
    """How they are related."""
    omsorgsfunksjon: CS | None = None
    """The responsibility for the patient: a parent, a guardian and so on."""
    merknad: str | None = None
    person: Person


@element(FRA_PASIENT_1_0)
class ReferenceDoc(Element):
    """A document, or where to find it."""

    id_ref_doc: str | None = None
    href: Url | None = None
    content: Fragment | None = None
    """The document itself."""


@element(FRA_PASIENT_1_0)
class Organisation(Element):
    """An organisation, with its people."""

    type_organisation: CV
    name_organisation: str
    address: Address | None = None
    healthcare_professional: tuple[HealthcareProfessional, ...] = ()
    ident: tuple[Ident, ...] = ()
    tele_com: tuple[TeleCom, ...] = ()


@element(FRA_PASIENT_1_0)
class Person(AnyPerson):
    """A person."""

    address: Address | None = None


@element(FRA_PASIENT_1_0)
class HealthcareProfessional(AnyHealthcareProfessional):
    """A health professional."""

    person: Person


@element(FRA_PASIENT_1_0)
class Address(Element):
    """An address (in another order than to the patient)."""

    type: CS | None = None
    """What the address is for."""
    county: CS | None = None
    """The municipality."""
    country: CS | None = None
    street_adr: str | None = None
    """Street and number."""
    postal_code: str | None = None
    city: str | None = None
    postbox: str | None = None
