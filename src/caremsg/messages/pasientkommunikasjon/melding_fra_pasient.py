"""MeldingFraPasient 1.1: a message from the patient to the provider.

Source: KITH R20/06.
"""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Edition, Element, Message, choice, coded, element, named
from caremsg.values import TS, URI, Date, DateTime, Fragment, Integer

from ..datatypes import CS, CV
from ..editions import PASIENT_1_1
from ..namespaces import FRA_PASIENT
from .parts import (
    BeskrivelseLegemiddel,
    HealthcareProfessional,
    OnsketTid,
    Patient,
    TilleggsopplRekvisisjon,
)

__all__ = [
    "AnnenHenvendelse",
    "Attestbestilling",
    "FornyelseResept",
    "MeldingFraPasient",
    "RefDoc",
    "Timebestilling",
    "VarselForfall",
]


@element(FRA_PASIENT, default=FRA_PASIENT)
class MeldingFraPasient(Message):
    """What a patient asks of a provider, or answers."""

    edition: Edition = PASIENT_1_1
    type: Annotated[CS, coded(8322)]
    """The kind of message: always `PATIENT_FROM`."""
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
    svar_pa_foresporsel: bool
    """It answers a question."""
    merknad: str | None = None
    patient: Patient
    healthcare_professional: HealthcareProfessional | None = None
    """Whom it is for."""
    innhold: (
        tuple[VarselForfall, ...]
        | tuple[FornyelseResept, ...]
        | tuple[AnnenHenvendelse, ...]
        | tuple[Timebestilling, ...]
        | tuple[Attestbestilling, ...]
    )
    """What is asked: one or more of one kind."""


@element(FRA_PASIENT)
class VarselForfall(Element):
    """The patient will not come to an appointment."""

    bekreftelsesform: Annotated[tuple[CS, ...], coded(8321)]
    """How a confirmation is wanted."""
    tidspunkt: DateTime
    """The time of the appointment."""
    forfallsgrunn: str
    """The reason."""


@element(FRA_PASIENT)
class FornyelseResept(Element):
    """A request to renew a prescription."""

    bekreftelsesform: Annotated[tuple[CS, ...], coded(8321)]
    """How a confirmation is wanted."""
    leveringsform: Annotated[CS, coded(8324)]
    """How the prescription is to be delivered."""
    merknad: str | None = None
    beskrivelse_legemiddel: tuple[BeskrivelseLegemiddel, ...]


@element(FRA_PASIENT)
class Timebestilling(Element):
    """A request for an appointment."""

    bekreftelsesform: Annotated[tuple[CS, ...], coded(8321)]
    """How a confirmation is wanted."""
    begrunnelse: str
    """Why it is wanted."""
    varighet: Integer | None = None
    """How long it should last, in minutes."""
    onsket_tid: tuple[OnsketTid, ...] = ()
    healthcare_professional: HealthcareProfessional | None = None
    """With whom."""


@element(FRA_PASIENT)
class Attestbestilling(Element):
    """A request for a certificate."""

    bekreftelsesform: Annotated[tuple[CS, ...], coded(8321)]
    """How a confirmation is wanted."""
    leveringsform: Annotated[CS, coded(8324)]
    """How the certificate is to be delivered."""
    begrunnelse: str
    """Why it is wanted."""
    type_attest: Annotated[CS, coded(8326)]
    """The kind of certificate."""
    attest_opplysninger: str | None = None
    """What else is needed to write it."""
    onsket_dato: Date | None = None
    """When it should be valid from."""
    tilleggsoppl_rekvisisjon: TilleggsopplRekvisisjon | None = None


@element(FRA_PASIENT)
class AnnenHenvendelse(Element):
    """Anything else."""

    bekreftelsesform: Annotated[tuple[CS, ...], coded(8321)]
    """How a confirmation is wanted."""
    type_henvendelse: CV | None = None
    """What kind of request."""
    overskrift: str | None = None
    """A heading."""
    notat: str
    """The text."""
    ref_doc: tuple[RefDoc, ...] = ()


@element(FRA_PASIENT)
class RefDoc(Element):
    """A document, or where to find it."""

    issue_date: TS | None = None
    msg_type: Annotated[CS, coded(8114)]
    """Whether it is XML, an attachment or a reference."""
    id: str | None = None
    mime_type: str | None = None
    description: str | None = None
    compression: Annotated[CS | None, coded(1204)] = None
    file_reference: Annotated[URI | None, choice("where")] = None
    """Where the document is, when it is not here."""
    content: Annotated[Fragment | None, choice("where")] = None
    """The document itself."""
