"""MeldingTilPasient 1.1: a message from the provider to the patient.

Source: KITH R20/06.
"""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Edition, Element, Message, Strength, choice, coded, element, named
from caremsg.values import TS, URI, DateTime, Fragment, Integer

from ..datatypes import CS, CV
from ..editions import PASIENT_1_1
from ..namespaces import TIL_PASIENT
from .parts import (
    BeskrivelseLegemiddel,
    HealthcareProfessional,
    Patient,
    TilleggsopplRekvisisjon,
)

__all__ = [
    "AnnenBeskjedPasient",
    "FornyetResept",
    "InnkallingKonsultasjon",
    "KanselleringKonsultasjon",
    "MeldingTilPasient",
    "RefDoc",
    "SvarAttestbestilling",
]


@element(TIL_PASIENT, default=TIL_PASIENT)
class MeldingTilPasient(Message):
    """What a provider tells or answers a patient."""

    edition: Edition = PASIENT_1_1
    type: Annotated[CS, coded(8322)]
    """The kind of message: always `PATIENT_TO`."""
    mig_version: Annotated[str, named("MIGversion")]
    """The version of the standard."""
    gen_date: DateTime
    """When the message was made."""
    msg_id: str
    """The identifier of this message, a UUID."""
    processing_status: Annotated[CS | None, coded(8113)] = None
    """Production, test or debugging."""
    requested_priority: Annotated[CS | None, coded(8115)] = None
    ack: Annotated[CS | None, coded(7304)] = None
    """Whether an acknowledgement is asked for."""
    software_name: str | None = None
    software_version: str | None = None
    pasient_samtykke: Annotated[CS, coded(9064), coded(3107, strength=Strength.EXAMPLE)]
    """The consent of the patient."""
    svar_pa_foresporsel: bool
    """It answers a question."""
    merknad: str | None = None
    patient: Patient
    healthcare_professional: HealthcareProfessional
    """Who sends it."""
    innhold: (
        tuple[InnkallingKonsultasjon, ...]
        | tuple[SvarAttestbestilling, ...]
        | tuple[KanselleringKonsultasjon, ...]
        | tuple[FornyetResept, ...]
        | tuple[AnnenBeskjedPasient, ...]
    )
    """What is told: one or more of one kind."""


@element(TIL_PASIENT)
class KanselleringKonsultasjon(Element):
    """An appointment is cancelled."""

    bekreftelsesform: Annotated[tuple[CS, ...], coded(8321)] = ()
    """How a confirmation is wanted."""
    tidspunkt: DateTime
    """The time of the appointment."""
    grunn_kanselering: str | None = None
    """The reason."""


@element(TIL_PASIENT)
class SvarAttestbestilling(Element):
    """The answer to a request for a certificate."""

    bekreftelsesform: Annotated[tuple[CS, ...], coded(8321)] = ()
    """How a confirmation is wanted."""
    leveringsform: Annotated[CS | None, coded(8324)] = None
    """How the certificate is delivered."""
    merknad: str | None = None
    type_attest: Annotated[CS, coded(8326)]
    """The kind of certificate."""
    avslag: bool
    """It was refused."""
    tilleggsoppl_rekvisisjon: TilleggsopplRekvisisjon | None = None


@element(TIL_PASIENT)
class InnkallingKonsultasjon(Element):
    """The patient is called to an appointment."""

    bekreftelsesform: Annotated[tuple[CS, ...], coded(8321)] = ()
    """How a confirmation is wanted."""
    innkallingen_gjelder: str
    """What it is about."""
    klokkeslett: DateTime
    """The date and time."""
    varighet: Integer | None = None
    """How long it lasts, in minutes."""


@element(TIL_PASIENT)
class FornyetResept(Element):
    """The answer to a request to renew a prescription."""

    bekreftelsesform: Annotated[tuple[CS, ...], coded(8321)] = ()
    """How a confirmation is wanted."""
    fornyet: bool
    """It was renewed."""
    merknad: str | None = None
    leveringsmate: Annotated[CS | None, coded(8324)] = None
    """How the prescription is delivered."""
    beskrivelse_legemiddel: tuple[BeskrivelseLegemiddel, ...]


@element(TIL_PASIENT)
class AnnenBeskjedPasient(Element):
    """Anything else."""

    bekreftelsesform: Annotated[tuple[CS, ...], coded(8321)] = ()
    """How a confirmation is wanted."""
    type_beskjed: CV | None = None
    """What kind of message."""
    notat: str
    """The text."""
    ref_doc: tuple[RefDoc, ...] = ()


@element(TIL_PASIENT)
class RefDoc(Element):
    """A document, or where to find it (in another order than from the patient)."""

    issue_date: TS | None = None
    msg_type: Annotated[CS, coded(8114)]
    """Whether it is XML, an attachment or a reference."""
    id: str | None = None
    compression: Annotated[CS | None, coded(1204)] = None
    mime_type: str | None = None
    description: str | None = None
    file_reference: Annotated[URI | None, choice("where")] = None
    """Where the document is, when it is not here."""
    content: Annotated[Fragment | None, choice("where")] = None
    """The document itself."""
