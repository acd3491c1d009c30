"""Allergies and other warnings (EPJ-cave-mv.xsd; HIS 80704:2014, chapter 9)."""

from __future__ import annotations

from typing import Annotated, Literal

from caremsg.declare import Element, Strength, attribute, coded, element, named

from ..datatypes import CS, CV
from ..namespaces import EPJ1, META
from .journalnotat import Journaltekst
from .meta import EpjDokument, EpjSak, Komponent, Komponentmelding

__all__ = ["Allergi", "Allerginotat", "Cave", "SakshodeCave", "StikkordCave"]


@element(EPJ1)
class Cave(Komponentmelding):
    """What must be taken care of: warnings in key words, and allergies.

    A part of other messages, and in an extract of a record a document of its own.
    """

    basiskomponenttype: EpjSak = "EPJ sak"
    komponenttype: Annotated[
        Literal["2.16.578.1.12.4.1.6.14.50001.0"], attribute(META), named("komponenttype")
    ] = "2.16.578.1.12.4.1.6.14.50001.0"
    sakshode_cave: SakshodeCave
    allerginotat: tuple[Allerginotat, ...] = ()


@element(EPJ1)
class SakshodeCave(Komponent):
    """The head of the warnings: key words."""

    basiskomponenttype: EpjDokument = "EPJ dokument"
    komponenttype: Annotated[
        Literal["2.16.578.1.12.4.1.6.13.10028.0"], attribute(META), named("komponenttype")
    ] = "2.16.578.1.12.4.1.6.13.10028.0"
    stikkord_cave: tuple[StikkordCave, ...] = ()


@element(EPJ1)
class Allerginotat(Komponent):
    """A note about one allergy."""

    basiskomponenttype: EpjDokument = "EPJ dokument"
    komponenttype: Annotated[
        Literal["2.16.578.1.12.4.1.6.13.11036.1"], attribute(META), named("komponenttype")
    ] = "2.16.578.1.12.4.1.6.13.11036.1"
    journaltekst: tuple[Journaltekst, ...] = ()
    allergi: Allergi


@element(EPJ1)
class Allergi(Element):
    """An allergy or intolerance."""

    hensyn_ved_forskrivning: bool | None = None
    """To be taken into account when medicines are prescribed."""
    hensyn_mat_drikke: bool | None = None
    """To be taken into account with food and drink."""
    kontaktallergi: bool | None = None
    """It is a contact allergy."""
    pollen_innsektstikk: bool | None = None
    """It is about pollen or insect stings."""
    allergisk_mot: str
    """What the patient is allergic to."""
    virkestoff_legemiddel: Annotated[
        CV | None, coded(7180, strength=Strength.REQUIRED), coded(9077, strength=Strength.EXAMPLE)
    ] = None
    """The active substance, where it is a medicine."""
    kode_annet_stoff: CV | None = None
    """Any other substance."""
    anafylaktiske_reaksjoner: Annotated[CS | None, coded(1103)] = None
    """Whether anaphylactic reactions are known."""


@element(EPJ1)
class StikkordCave(Element):
    """One warning."""

    cave_stikkord: str
    """The warning in a few words."""
    journaltekst: Journaltekst | None = None
