"""How well the patient manages daily life.

Source: HIS 80704:2014, section 6.2.7; HIS 80704:2009, section 7.2.6. What begins with
PLO 2.0 is an experimental draft.
"""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Element, coded, element
from caremsg.values import Date, Decimal, Fragment, Integer

from ...datatypes import CV
from ...editions import PLO_1_6, PLO_2_0
from ...namespaces import PO
from .events import Ansvarlig

__all__ = [
    "Funksjonsbeskrivelse",
    "InfoKartleggingFunksjonsniva",
    "InfoKartleggingFunksjonsnivaV2",
    "KartlagtFunksjon",
    "SamletVurderingFunksjonsniva",
]


@element(PO, removed=PLO_2_0)
class InfoKartleggingFunksjonsniva(Element):
    """The survey of the patient's functioning, as scores."""

    samlet_vurdering_funksjonsniva: SamletVurderingFunksjonsniva | None = None
    kartlagt_funksjon: tuple[KartlagtFunksjon, ...]
    ansvarlig: Ansvarlig | None = None


@element(PO, removed=PLO_2_0)
class SamletVurderingFunksjonsniva(Element):
    """The overall result of the survey."""

    pleietyngde: Decimal | None = None
    """How much care the patient needs, as a number."""
    vurdering_pleietyngde: str | None = None
    """The need for care in words."""
    merknad: str | None = None


@element(PO, removed=PLO_2_0)
class KartlagtFunksjon(Element):
    """The score of one function."""

    funksjonsvariabel: Annotated[CV | None, coded(9111), coded(9115, since=PLO_1_6)] = None
    """The function that was scored."""
    vurdering: Integer | None = None
    """The score."""
    merknad: str | None = None


@element(PO, name="InfoKartleggingFunksjonsniva", since=PLO_2_0)
class InfoKartleggingFunksjonsnivaV2(Element):
    """The survey of the patient's functioning, as descriptions."""

    funksjonsbeskrivelse: tuple[Funksjonsbeskrivelse, ...]


@element(PO, since=PLO_2_0)
class Funksjonsbeskrivelse(Element):
    """The description of one function."""

    funksjonsvariabel: Annotated[CV | None, coded(9111)] = None
    """The function that is described."""
    funksjonsbeskrivelse_tekst: Fragment | None = None
    """The description, perhaps formatted."""
    dato: Date | None = None
    """The day of the description."""
    merknad: str | None = None
