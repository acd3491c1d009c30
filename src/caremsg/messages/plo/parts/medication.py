"""Agreements about medicines, and who handles them.

Lists of medicines are an EPJ component (`caremsg.messages.epj.legemiddel`).

Source: HIS 80704:2014, chapter 11; HIS 80704:2009, section 11.2.12. What begins with
PLO 2.0 is an experimental draft.
"""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Element, coded, element, named, removed
from caremsg.values import Date

from ...datatypes import CS, CV
from ...editions import PLO_2_0
from ...namespaces import PO
from .care_plan import Tiltaksbeskrivelse

__all__ = [
    "AdmInstrukser",
    "AvtaleOmAdmLegemidler",
    "BistandLegemiddelhandtering",
    "BistandLegemiddelhandteringOgGjennomgang",
    "InfoAvtaleOmLegemiddeladm",
    "Legemiddelgjennomgang",
    "LegemidlerUtdelt",
    "Reseptinformasjon",
]


@element(PO)
class InfoAvtaleOmLegemiddeladm(Element):
    """Frame around an agreement about medicines."""

    avtale_om_adm_legemidler: AvtaleOmAdmLegemidler


@element(PO)
class AvtaleOmAdmLegemidler(Element):
    """What is agreed about giving the patient medicines."""

    avtale_adm_legemidler: bool
    """True if somebody has agreed to give them."""
    avtale_adm_multidose: bool
    """True if the agreement covers doses packed by machine (multidose)."""
    merknad: str | None = None
    adm_instrukser: Annotated[AdmInstrukser | None, removed(PLO_2_0)] = None
    tiltaksbeskrivelse: Annotated[tuple[Tiltaksbeskrivelse, ...], removed(PLO_2_0)] = ()


@element(PO, removed=PLO_2_0)
class AdmInstrukser(Element):
    """How medicines are handed out, and what calls for special care."""

    utleveringsform: Annotated[CS | None, coded(9135)] = None
    """Single doses, a pill organiser or multidose."""
    sarskilte_tiltak: Annotated[tuple[CS, ...], coded(9136)] = ()
    """Special tasks, such as injecting insulin."""


@element(PO, since=PLO_2_0)
class BistandLegemiddelhandteringOgGjennomgang(Element):
    """Everything about the handling of medicines when the patient moves on."""

    bistand_legemiddelhandtering: BistandLegemiddelhandtering
    legemidler_utdelt: LegemidlerUtdelt
    avtale_om_adm_legemidler: AvtaleOmAdmLegemidler
    legemiddelgjennomgang: Legemiddelgjennomgang
    reseptinformasjon: Reseptinformasjon


@element(PO, since=PLO_2_0)
class BistandLegemiddelhandtering(Element):
    """The help the patient needs with medicines."""

    hjelp_til_legemiddelhandtering: CV | None = None
    """The kind of help."""
    merknad: str | None = None


@element(PO, since=PLO_2_0)
class LegemidlerUtdelt(Element):
    """Medicines taken and handed out on the last day of a stay."""

    legemiddelinntak_i_dag: tuple[str, ...] = ()
    """What the patient has taken that day."""
    legemidler_utdelt_til_pasient: tuple[str, ...] = ()
    """What the patient was given to take along."""
    merknad: str | None = None


@element(PO, since=PLO_2_0)
class Legemiddelgjennomgang(Element):
    """When the patient's medicines were last reviewed."""

    dato_legemiddelgjennomgang: Date | None = None
    """The day of the review."""
    dato_samstemming: Date | None = None
    """The day the medicine lists were reconciled."""
    merknad: str | None = None


@element(PO, since=PLO_2_0)
class Reseptinformasjon(Element):
    """Whether prescriptions went along, on paper or electronically."""

    resept_sendt_med: CV | None = None
    """Whether a prescription was sent with the patient."""
    e_resept: Annotated[bool | None, named("eResept")] = None
    """True if there is an electronic prescription."""
    merknad: str | None = None
