"""Medicines: prescribed, handed out, given (EPJ-legemiddel-mv.xsd; HIS 80704:2014, chapter 11)."""

from __future__ import annotations

from typing import Annotated, Literal

from caremsg.declare import Element, Strength, attribute, base, coded, element, named
from caremsg.values import TS, Integer

from ..common import HealthcareProfessional
from ..datatypes import CS, PQ
from ..editions import PLO_1_6
from ..namespaces import EPJ3, META
from .meta import EpjDokument, EpjSak, Komponent, Komponentmelding

__all__ = [
    "AdmAvHelsepersonell",
    "AdministrertLegemiddel",
    "Egenadministrering",
    "ForenkletForskrivning",
    "Forskrivningsinfo",
    "Legemiddelinfo",
    "Legemidler",
    "LegemidlerAdministrertVedOverforing",
    "UtlevertLegemiddel",
]


@element(EPJ3)
class Legemidler(Komponentmelding):
    """The medicines of a patient, as a document of their own."""

    basiskomponenttype: EpjSak = "EPJ sak"
    komponenttype: Annotated[
        Literal["2.16.578.1.12.4.1.6.14.50302.0"], attribute(META), named("komponenttype")
    ] = "2.16.578.1.12.4.1.6.14.50302.0"
    legemiddelinfo: tuple[Legemiddelinfo, ...] = ()
    legemidler_administrert_ved_overforing: tuple[LegemidlerAdministrertVedOverforing, ...] = ()


@element(EPJ3)
class Legemiddelinfo(Komponent):
    """One medicine that the patient uses."""

    basiskomponenttype: EpjDokument = "EPJ dokument"
    komponenttype: Annotated[
        Literal["2.16.578.1.12.4.1.6.13.10301.0"], attribute(META), named("komponenttype")
    ] = "2.16.578.1.12.4.1.6.13.10301.0"
    forenklet_forskrivning: ForenkletForskrivning


@element(EPJ3)
class LegemidlerAdministrertVedOverforing(Komponent):
    """Medicines given, or handed out to the patient, when the patient is transferred."""

    basiskomponenttype: EpjDokument = "EPJ dokument"
    komponenttype: Annotated[
        Literal["2.16.578.1.12.4.1.6.13.10302.0"], attribute(META), named("komponenttype")
    ] = "2.16.578.1.12.4.1.6.13.10302.0"
    innhold: tuple[AdmAvHelsepersonell | Egenadministrering, ...]
    """In any order."""


@element(EPJ3)
class ForenkletForskrivning(Element):
    """A prescription, with what the receiver needs of it."""

    status_til_forskrivningen: Annotated[CS | None, coded(9104)] = None
    inngaar_i_multidose: Annotated[CS | None, coded(9103)] = None
    """Whether the medicine comes in multi-dose packages."""
    resept_id: str | None = None
    merknad: str | None = None
    forskriver: HealthcareProfessional | None = None
    """Who prescribed it."""
    forskrivningsinfo: Forskrivningsinfo


@element(EPJ3)
class Forskrivningsinfo(Element):
    """What was prescribed, and how to use it."""

    bruksomrade_tekst: str | None = None
    """What it is for."""
    dos_veiled_enkel: str | None = None
    """How to take it."""
    nr: str | None = None
    """The number of the package in the list of medicines."""
    navn: str
    generisk_navn: str | None = None
    """The name of the active substance."""
    atc: Annotated[CS | None, coded(7180), coded(9077, strength=Strength.EXAMPLE)] = None
    """The active substance, in the ATC classification."""
    legemiddelform: Annotated[CS | None, coded(7448), coded(9078, before=PLO_1_6)] = None
    """Tablet, mixture and so on."""
    styrke: Annotated[PQ | None, coded(9090)] = None
    """The strength; its unit is coded."""
    bruk: Annotated[CS | None, coded(9101)] = None
    """Whether it is used always, when needed, as a course and so on."""
    dosering_starttidspunkt: TS | None = None
    dosering_sluttidspunkt: TS | None = None
    skal_ikke_tas_sammen_med_annet_legemiddel: bool | None = None
    """Not to be taken together with another medicine."""


@base
class _Administrering(Element):
    """What both ways to give a medicine begin with."""

    adm_enkeltdose: Annotated[PQ | None, coded(9090, 9085)] = None
    """One dose; its unit is coded."""
    adm_start: TS
    """When it was, or is to be, taken."""
    adm_slutt: TS | None = None
    administrert_av: HealthcareProfessional | None = None
    """Who gave it or handed it out."""


@element(EPJ3)
class AdmAvHelsepersonell(_Administrering):
    """A medicine given by a health professional."""

    adm_status: Annotated[CS | None, coded(9083)] = None
    """Whether it was given and taken."""
    administrert_legemiddel: AdministrertLegemiddel | None = None
    forskrivningsinfo: Forskrivningsinfo | None = None


@element(EPJ3)
class Egenadministrering(_Administrering):
    """A medicine handed out for the patient to take alone."""

    utlevert_legemiddel: tuple[UtlevertLegemiddel, ...]
    forskrivningsinfo: Forskrivningsinfo | None = None


@element(EPJ3)
class AdministrertLegemiddel(Element):
    """What was given."""

    kvantum: str | None = None
    """How much."""


@element(EPJ3)
class UtlevertLegemiddel(Element):
    """What was handed out."""

    ant_enkeltdoser: Integer
    """The number of doses."""
