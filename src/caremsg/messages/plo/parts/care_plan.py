"""The plan of care: assessments, goals and measures.

Source: HIS 80704:2014, chapter 10; HIS 80704:2009, sections 10.2.5 to 10.2.12.
"""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Element, Strength, coded, element, named
from caremsg.values import Date

from ...datatypes import CS, CV, PQ
from ...editions import PLO_2_0
from ...epj.journalnotat import Journaltekst
from ...namespaces import PO

__all__ = [
    "AnbefaltVidereTiltak",
    "Enkeltvurdering",
    "GjennomforingAvTiltak",
    "InfoMaalForventetRes",
    "InfoVurderinger",
    "InnholdMaaldokument",
    "InnholdVurdering",
    "IverksatteTiltak",
    "PlanlagtGjennomforingTiltak",
    "Tiltaksbeskrivelse",
]


@element(PO, removed=PLO_2_0)
class InfoVurderinger(Element):
    """An assessment, with texts from the record."""

    innhold_vurdering: InnholdVurdering
    journaltekst: tuple[Journaltekst, ...] = ()


@element(PO, removed=PLO_2_0)
class InnholdVurdering(Element):
    """An assessment of what the patient can do, needs or struggles with."""

    vurderingen_gjelder: str
    """What is assessed."""
    stikkord: tuple[str, ...] = ()
    """Keywords."""
    fra_dato: Date | None = None
    """First day it holds for."""
    til_dato: Date | None = None
    """Last day it holds for."""
    kategori_helsepersonell: Annotated[CS | None, coded(9060)] = None
    """The profession of the one who assessed."""
    enkeltvurdering: tuple[Enkeltvurdering, ...] = ()


@element(PO, removed=PLO_2_0)
class Enkeltvurdering(Element):
    """The assessment of one matter, coded or in words."""

    funksjonsomrade: Annotated[
        CV | None, coded(9536, strength=Strength.EXAMPLE), named("Funksjonsområde")
    ] = None
    """The area of functioning."""
    kodet_vurdering: Annotated[
        CV | None, coded(7130, 7140, 7150, 7250, strength=Strength.EXAMPLE)
    ] = None
    """The coded assessment, from a nursing classification or ICF."""
    vurdering_tekst: str | None = None
    """The assessment in words."""


@element(PO, removed=PLO_2_0)
class InfoMaalForventetRes(Element):
    """A goal or an expected result, with texts from the record."""

    innhold_maaldokument: InnholdMaaldokument
    journaltekst: tuple[Journaltekst, ...] = ()


@element(PO, removed=PLO_2_0)
class InnholdMaaldokument(Element):
    """A goal of the care, or the result that can be expected."""

    maal_forventet_resultat: CV | None = None
    """The coded goal."""
    forventet_grad_maaloppnaaelse: CV | None = None
    """How far the goal is expected to be reached."""
    beskrivelse: str | None = None
    """The goal in words."""
    kategori_helsepersonell: Annotated[CS | None, coded(9060)] = None
    """The profession of the one who set it."""
    forventes_oppnaadd: Date | None = None
    """When it is expected to be reached."""
    fra_dato: Date | None = None
    """First day it holds for."""
    til_dato: Date | None = None
    """Last day it holds for."""
    stikkord: tuple[str, ...] = ()
    """Keywords."""


@element(PO, removed=PLO_2_0)
class IverksatteTiltak(Element):
    """A measure that is under way."""

    tiltaksbeskrivelse: Tiltaksbeskrivelse


@element(PO, removed=PLO_2_0)
class AnbefaltVidereTiltak(Element):
    """A measure that the sender recommends."""

    tiltaksbeskrivelse: Tiltaksbeskrivelse


@element(PO, removed=PLO_2_0)
class Tiltaksbeskrivelse(Element):
    """A measure: what is done, planned or recommended for the patient."""

    intervensjon_tiltak_kode: Annotated[tuple[CV, ...], coded(9132)] = ()
    """The coded measure."""
    intervensjon_tiltak_beskrivelse: str | None = None
    """The measure in words."""
    kategori_helsepersonell: Annotated[CS | None, coded(9060)] = None
    """The profession that takes it on."""
    stikkord: tuple[str, ...] = ()
    """Keywords."""
    evaluering_tidspunkt: Date | None = None
    """When it is to be evaluated."""
    merknad: str | None = None
    gjennomforing_av_tiltak: tuple[GjennomforingAvTiltak, ...] = ()
    planlagt_gjennomforing_tiltak: PlanlagtGjennomforingTiltak | None = None


@element(PO, removed=PLO_2_0)
class GjennomforingAvTiltak(Element):
    """One time that a measure was carried out."""

    utfort_tidspunkt: Date
    """When."""
    tiltak_kan_termineres: bool | None = None
    """True if the measure may now come to an end."""
    merknad: str | None = None


@element(PO, removed=PLO_2_0)
class PlanlagtGjennomforingTiltak(Element):
    """When, and how often, a measure is to be carried out."""

    planlagt_start: Date
    """First day."""
    planlagt_slutt: Date | None = None
    """Last day."""
    faste_ukedager: Annotated[tuple[CS, ...], coded(9082)] = ()
    """The days of the week."""
    gjentagelse_intervall: Annotated[PQ | None, coded(9088)] = None
    """The time between two occasions; its unit is what is coded."""
    etter_behov: bool | None = None
    """True if it is done when needed."""
