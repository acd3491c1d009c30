"""What happened or will happen, when and where: stays, discharges, contacts, responsibility.

Source: HIS 80704:2014, sections 8.2.18, 8.2.20, 10.2.13, 13.2.7 and 13.2.8; HIS 80704:2009.
"""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Element, Strength, coded, element, removed, required, since
from caremsg.values import TS, DateTime

from ...common import HealthcareProfessional, Organisation
from ...datatypes import CV
from ...editions import PLO_2_0
from ...namespaces import PO

__all__ = [
    "Ansvarlig",
    "FellesinfoKontaktepisode",
    "InfoKontaktepisode",
    "OpplysningOpphold",
    "StedForHendelse",
    "TidsfestetHendelse",
    "TilleggsinfoKontaktepisode",
    "UtskrevetTil",
]


@element(PO)
class TidsfestetHendelse(Element):
    """An event with its time: admitted, ready for discharge, discharged, dead."""

    hendelsekode: Annotated[CV | None, coded(9121, strength=Strength.REQUIRED)] = None
    """The event."""
    beskrivelse_av_hendelse: str | None = None
    """The event in words."""
    tidspunkt_for_hendelse: Annotated[TS, removed(PLO_2_0)] | Annotated[DateTime, since(PLO_2_0)]
    """When it happened or is to happen."""
    anslag: bool
    """True if the time is an estimate, false if it is decided or has passed."""
    merknad: str | None = None
    sted_for_hendelse: StedForHendelse | None = None


@element(PO)
class StedForHendelse(Element):
    """Where an event takes place."""

    sted_hendelse: str
    """The place in words."""


@element(PO)
class UtskrevetTil(Element):
    """Where the patient is discharged to, and in which condition."""

    uttilstand: Annotated[CV | None, coded(8431)] = None
    """Alive or dead at discharge."""
    ut_til: Annotated[
        CV | None, coded(8408, strength=Strength.REQUIRED), required(before=PLO_2_0)
    ] = None
    """The kind of place the patient goes to."""
    merknad: str | None = None


@element(PO, removed=PLO_2_0)
class OpplysningOpphold(Element):
    """An event of the hospital stay, such as the expected end of it."""

    tidsfestet_hendelse: TidsfestetHendelse


@element(PO, removed=PLO_2_0)
class InfoKontaktepisode(Element):
    """A contact between the patient and the health service; no message uses it."""

    fellesinfo_kontaktepisode: FellesinfoKontaktepisode
    tilleggsinfo_kontaktepisode: TilleggsinfoKontaktepisode | None = None


@element(PO, removed=PLO_2_0)
class FellesinfoKontaktepisode(Element):
    """The kind and the time of a contact."""

    kontakttype: Annotated[CV, coded(8432)]
    """What the contact was for, such as examination or treatment."""
    konsultasjonsform: CV | None = None
    """How it took place, by telephone or at home, say."""
    kontakt_startet: TS
    """When it began."""
    kontakt_avsluttet: TS | None = None
    """When it ended."""
    merknad: str | None = None


@element(PO, removed=PLO_2_0)
class TilleggsinfoKontaktepisode(Element):
    """Where a contact took place."""

    sted_for_kontaktepisode: Annotated[CV | None, coded(8434)] = None
    """The kind of place."""
    sted_for_kontakt: str | None = None
    """The place in words."""


@element(PO, removed=PLO_2_0)
class Ansvarlig(Element):
    """Who made an assessment or answers for one, inside or outside the sending organisation."""

    type_hendelse: Annotated[CV | None, coded(9131)] = None
    """What was done."""
    tidspunkt_for_hendelse: DateTime
    """When it was done."""
    ekstern: bool
    """True if it was done by somebody outside the sending organisation."""
    ansvarlig_tjenesteyter: HealthcareProfessional | None = None
    """Who did it."""
    virksomhet: Organisation | None = None
    """The organisation where that was."""
    merknad: str | None = None
