"""More about the patient: living situation, interpreter, wishes, what has been told.

Source: HIS 80704:2014, sections 5.2.6, 6.2.4, 6.2.5, 6.2.11 and 6.2.12; HIS 80704:2009.
"""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Element, coded, element, removed, required, since
from caremsg.values import TS, Date

from ...common import HealthcareProfessional, Person
from ...datatypes import CS, CV
from ...editions import PLO_1_6, PLO_2_0
from ...namespaces import PO

__all__ = [
    "AssistertKommunikasjon",
    "InfoAssistertKommunikasjon",
    "InfoInformasjonGitt",
    "InfoReservasjon",
    "InformasjonGitt",
    "ReservasjonOnske",
    "TilleggsopplysningPasient",
]


@element(PO)
class TilleggsopplysningPasient(Element):
    """Facts about the patient that the message head has no place for."""

    sivil_status: Annotated[CS | None, coded(8724)] = None
    """Marital status."""
    bor_alene: bool | None = None
    """True if the patient lives alone."""
    sprak: Annotated[CS | None, coded(3303)] = None
    """The patient's language."""
    mottar_kommunale_tjenester: Annotated[bool | None, since(PLO_2_0)] = None
    """True if the patient already has municipal services."""
    merknad: Annotated[str | None, since(PLO_2_0)] = None


@element(PO)
class InfoAssistertKommunikasjon(Element):
    """Frame around a need for help with communication."""

    assistert_kommunikasjon: AssistertKommunikasjon


@element(PO)
class AssistertKommunikasjon(Element):
    """A need for an interpreter or other help with communication."""

    person_tolkebehov: Person | None = None
    """Who needs it, when it is a relative and not the patient."""
    horselsvikt: bool | None = None
    """True for impaired hearing."""
    synsvikt: bool | None = None
    """True for impaired sight."""
    behov_tolk_sprak: Annotated[CS | None, coded(3303)] = None
    """The language to interpret."""
    preferert_tolk: Person | None = None
    """The interpreter who is preferred."""
    behov_opphort_dato: Annotated[TS, removed(PLO_2_0)] | Annotated[Date, since(PLO_2_0)] | None = (
        None
    )
    """When the need came to an end."""
    merknad: str | None = None


@element(PO, removed=PLO_2_0)
class InfoReservasjon(Element):
    """The objections and wishes the patient has made known."""

    reservasjon_onske: tuple[ReservasjonOnske, ...]


@element(PO, removed=PLO_2_0)
class ReservasjonOnske(Element):
    """One objection or wish: who made it, and whether it was withdrawn."""

    gjelder: str
    """What it is about."""
    framsatt_av: Person
    """Who made it."""
    framsatt_dato: Date
    """When it was made."""
    trukket_tilbake_av: Person | None = None
    """Who withdrew it."""
    trukket_tilbake_dato: Date | None = None
    """When it was withdrawn."""
    merknad: str | None = None


@element(PO, removed=PLO_2_0)
class InfoInformasjonGitt(Element):
    """What the patient or the relatives have been told."""

    informasjon_gitt: tuple[InformasjonGitt, ...]


@element(PO, removed=PLO_2_0)
class InformasjonGitt(Element):
    """One piece of information that was given: what, to whom, when and by whom."""

    type_informasjon: Annotated[CV | None, coded(9502)] = None
    """The kind of information."""
    beskrivelse_informasjon: str | None = None
    """The information in words."""
    muntlig_informasjon: Annotated[bool | None, required(before=PLO_1_6)] = None
    """True if it was given by word of mouth."""
    informasjon_gitt_til: Person
    """Who was told."""
    informasjon_gitt_dato: Date
    """When."""
    informasjon_gitt_av: HealthcareProfessional
    """Who told it."""
