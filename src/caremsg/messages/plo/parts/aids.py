"""Aids that the patient uses or has applied for, such as glasses and wheelchairs.

Source: HIS 80704:2014, sections 8.2.27 to 8.2.31; HIS 80704:2009, sections 8.2.26 to 8.2.28.
"""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Element, coded, element, named, removed
from caremsg.values import Integer

from ...datatypes import CS, CV
from ...editions import PLO_2_0
from ...namespaces import PO

__all__ = [
    "FasteHjelpemidler",
    "Hjelpemiddelbeskrivelse",
    "OpplysningerOmHjelpemidler",
    "StatusHjelpemiddel",
]


@element(PO)
class OpplysningerOmHjelpemidler(Element):
    """The patient's aids."""

    faste_hjelpemidler: Annotated[tuple[FasteHjelpemidler, ...], removed(PLO_2_0)] = ()
    status_hjelpemiddel: tuple[StatusHjelpemiddel, ...] = ()


@element(PO, removed=PLO_2_0)
class FasteHjelpemidler(Element):
    """Aids on or in the body that the patient depends on."""

    briller: Annotated[CS | None, coded(9113)] = None
    """Glasses and other aids for sight."""
    hjelpemiddel_horsel: Annotated[CS | None, coded(9114)] = None
    """Aid for hearing."""
    pacemaker: bool | None = None
    """True if the patient has a pacemaker."""
    merknad: str | None = None


@element(PO)
class StatusHjelpemiddel(Element):
    """An aid, and how far the matter has come: proposed, ordered, in use."""

    status: Annotated[CS, coded(8230)]
    """How far it has come."""
    hjelpemiddelbeskrivelse: Hjelpemiddelbeskrivelse


@element(PO)
class Hjelpemiddelbeskrivelse(Element):
    """Which aid it is."""

    sekvensnummer: Integer | None = None
    """Its number in a sequence."""
    hjelpemiddelkode_rtv: Annotated[
        CV | None, coded(8151, before=PLO_2_0), named("HjelpemiddelkodeRTV")
    ] = None
    """Its code in the catalogue of the national insurance."""
    betegnelse_hjelpemiddel: str
    """What it is called."""
