"""The services of version 1.2, each the content of a message of its own.

Source: KITH R20/07 (TjenesteKomponent.xsd).
"""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Element, coded, element
from caremsg.values import Date, DateTime, Integer

from ..datatypes import CS
from ..namespaces import TK
from .parts import AnyTilleggsopplRekvisisjon, BeskrivelseLegemiddel, OnsketTid

__all__ = [
    "Attestbestilling",
    "Fellesinfo",
    "FornyelseResept",
    "FornyetResept",
    "InnkallingKonsultasjon",
    "KanselleringKonsultasjon",
    "SvarAttestbestilling",
    "TilleggsopplRekvisisjon",
    "Timebestilling",
]


@element(TK)
class Fellesinfo(Element):
    """What every service begins with."""

    software_name: str | None = None
    software_version: str | None = None
    svar_pa_foresporsel: bool
    """It answers a question."""
    merknad: str | None = None
    bekreftelsesform: Annotated[tuple[CS, ...], coded(8321)]
    """How a confirmation is wanted."""


@element(TK)
class FornyelseResept(Element):
    """A request to renew a prescription."""

    leveringsform: Annotated[CS, coded(8324)]
    """How the prescription is to be delivered."""
    merknad: str | None = None
    beskrivelse_legemiddel: tuple[BeskrivelseLegemiddel, ...]


@element(TK)
class Timebestilling(Element):
    """A request for an appointment."""

    begrunnelse: str
    """Why it is wanted."""
    varighet: Integer | None = None
    """How long it should last, in minutes."""
    onsket_tid: tuple[OnsketTid, ...] = ()


@element(TK)
class Attestbestilling(Element):
    """A request for a certificate."""

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


@element(TK)
class KanselleringKonsultasjon(Element):
    """An appointment is cancelled."""

    tidspunkt: DateTime
    """The time of the appointment."""
    grunn_kansellering: str | None = None
    """The reason."""


@element(TK)
class SvarAttestbestilling(Element):
    """The answer to a request for a certificate."""

    leveringsform: Annotated[CS | None, coded(8324)] = None
    """How the certificate is delivered."""
    merknad: str | None = None
    type_attest: Annotated[CS, coded(8326)]
    """The kind of certificate."""
    avslag: bool
    """It was refused."""
    tilleggsoppl_rekvisisjon: TilleggsopplRekvisisjon | None = None


@element(TK)
class InnkallingKonsultasjon(Element):
    """The patient is called to an appointment."""

    innkallingen_gjelder: str
    """What it is about."""
    klokkeslett: DateTime
    """The date and time."""
    varighet: Integer | None = None
    """How long it lasts, in minutes."""


@element(TK)
class FornyetResept(Element):
    """The answer to a request to renew a prescription."""

    fornyet: bool
    """It was renewed."""
    merknad: str | None = None
    leveringsmate: Annotated[CS | None, coded(8324)] = None
    """How the prescription is delivered."""
    beskrivelse_legemiddel: tuple[BeskrivelseLegemiddel, ...]


@element(TK)
class TilleggsopplRekvisisjon(AnyTilleggsopplRekvisisjon):
    """The service that a certificate is about."""
