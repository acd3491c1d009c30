"""MeldingTilPasient 1.0: a message from the provider to the patient.

Source: the published schema of 2005; no document goes with it. It asks for at least one of
every service, where version 1.1 has a choice.
"""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Edition, Element, Message, element, named
from caremsg.values import DateTime, Fragment, Integer

from ..datatypes import CS, CV
from ..editions import PASIENT_1_0
from ..namespaces import TIL_PASIENT_1_0
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
    "AnnenBeskjedPasient",
    "BetegnelseLegemiddel",
    "FornyetResept",
    "HealthcareProfessional",
    "InnkallingKonsultasjon",
    "KanselleringKonsultasjon",
    "MeldingTilPasient",
    "Organisation",
    "Patient",
    "Person",
    "ReferenceDoc",
    "SvarAttestbestilling",
    "TilleggsopplRekvisisjon",
]


@element(TIL_PASIENT_1_0, default=TIL_PASIENT_1_0)
class MeldingTilPasient(Message):
    """What a provider tells or answers a patient."""

    edition: Edition = PASIENT_1_0
    msg_type: CS
    """The kind of message."""
    mig_version: Annotated[str, named("MIGversion")]
    """The version of the standard."""
    software_name: str | None = None
    software_version: str | None = None
    gen_date: DateTime
    """When the message was made."""
    msg_id: str
    """The identifier of this message."""
    status: Annotated[CS | None, named("status")] = None
    """Production, test or debugging."""
    priority: CS | None = None
    meldingsbekreftelse: Annotated[CS | None, named("meldingsbekreftelse")] = None
    """Whether an acknowledgement is asked for."""
    pasient_samtykke: CS
    """The consent of the patient."""
    svar_pa_foresporsel: bool
    """It answers a question."""
    merknad: str | None = None
    patient: Patient
    healthcare_professional: HealthcareProfessional
    """Who sends it."""
    innkalling_konsultasjon: tuple[InnkallingKonsultasjon, ...]
    fornyet_resept: tuple[FornyetResept, ...]
    kansellering_konsultasjon: tuple[KanselleringKonsultasjon, ...]
    svar_attestbestilling: tuple[SvarAttestbestilling, ...]
    annen_beskjed_pasient: tuple[AnnenBeskjedPasient, ...]


@element(TIL_PASIENT_1_0)
class KanselleringKonsultasjon(Element):
    """An appointment is cancelled."""

    bekreftelsesform: tuple[CS, ...] = ()
    """How a confirmation is wanted."""
    tidspunkt: DateTime
    """The time of the appointment."""
    grunn_kanselering: str | None = None
    """The reason."""


@element(TIL_PASIENT_1_0)
class Patient(Element):
    """The patient."""

    national_health_insurance_office: str
    """The insurance office where the patient belongs."""
    person: Person


@element(TIL_PASIENT_1_0)
class InnkallingKonsultasjon(Element):
    """The patient is called to an appointment."""

    bekreftelsesform: tuple[CS, ...] = ()
    """How a confirmation is wanted."""
    innkallingen_gjelder: str
    """What it is about."""
    klokkeslett: DateTime
    """The date and time."""
    varighet: Integer | None = None
    """How long it lasts, in minutes."""


@element(TIL_PASIENT_1_0)
class FornyetResept(Element):
    """The answer to a request to renew a prescription."""

    bekreftelsesform: tuple[CS, ...] = ()
    """How a confirmation is wanted."""
    fornyet: bool
    """It was renewed."""
    merknad: str | None = None
    leveringsmate: CS | None = None
    """How the prescription is delivered."""
    betegnelse_legemiddel: tuple[BetegnelseLegemiddel, ...]


@element(TIL_PASIENT_1_0)
class SvarAttestbestilling(Element):
    """The answer to a request for a certificate."""

    bekreftelsesform: tuple[CS, ...] = ()
    """How a confirmation is wanted."""
    leveringsform: CS | None = None
    """How the certificate is delivered."""
    merknad: str | None = None
    type_attest: CS
    """The kind of certificate."""
    avslag: bool
    """It was refused."""
    tilleggsoppl_rekvisisjon: TilleggsopplRekvisisjon | None = None


@element(TIL_PASIENT_1_0)
class AnnenBeskjedPasient(Element):
    """Anything else."""

    bekreftelsesform: tuple[CS, ...] = ()
    """How a confirmation is wanted."""
    type_beskjed: CV | None = None
    """What kind of message."""
    notat: str
    """The text."""
    reference_doc: tuple[ReferenceDoc, ...] = ()


@element(TIL_PASIENT_1_0)
class BetegnelseLegemiddel(Element):
    """A medicine (in another order than from the patient)."""

    varenummer_legemiddel: Integer | None = None
    """The number of the package in the list of medicines."""
    betegnelse_legemiddel: str
    """The name."""
    styrke_legemiddel: str | None = None
    """The strength."""
    legemiddelform: CS
    """Tablet, mixture and so on."""
    bruksomrade_kode: str | None = None
    """What it is for, as a code."""
    bruksomrade_tekst: Annotated[str | None, named("BruksområdeTekst")] = None
    """What it is for, in words."""
    kvantum: str | None = None
    """How much."""


@element(TIL_PASIENT_1_0)
class TilleggsopplRekvisisjon(AnyTilleggsoppl):
    """The service that a certificate is about."""

    organisation: Organisation | None = None
    """Who gives it."""


@element(TIL_PASIENT_1_0)
class Person(AnyPerson):
    """A person."""

    address: Address | None = None


@element(TIL_PASIENT_1_0)
class ReferenceDoc(Element):
    """A document, or where to find it (in another order than from the patient)."""

    href: Url | None = None
    id_ref_doc: str | None = None
    content: Fragment | None = None
    """The document itself."""


@element(TIL_PASIENT_1_0)
class Organisation(Element):
    """An organisation, with its people."""

    type_organisation: CV
    name_organisation: str
    address: Address | None = None
    healthcare_professional: tuple[HealthcareProfessional, ...] = ()
    ident: tuple[Ident, ...] = ()
    tele_com: tuple[TeleCom, ...] = ()


@element(TIL_PASIENT_1_0)
class HealthcareProfessional(AnyHealthcareProfessional):
    """A health professional."""

    person: Person


@element(TIL_PASIENT_1_0)
class Address(Element):
    """An address."""

    type: CS | None = None
    """What the address is for."""
    street_adr: str | None = None
    """Street and number."""
    postbox: str | None = None
    postal_code: str | None = None
    city: str | None = None
    county: CS | None = None
    """The municipality."""
    country: CS | None = None
