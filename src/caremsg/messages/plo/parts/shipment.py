"""About the sending itself: status, sender's responsibility, question answered, papers sent.

Source: HIS 80704:2014, sections 5.2.2 to 5.2.4, 5.2.7, 6.2.2 and 6.2.3; HIS 80704:2009.
"""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Element, Strength, coded, element, named, removed, since
from caremsg.values import Date

from ...common import HealthcareProfessional
from ...datatypes import CS, CV
from ...editions import PLO_1_6, PLO_2_0
from ...namespaces import PO

__all__ = [
    "AnsvarForRapport",
    "Foresporsel",
    "Fraversassistent",
    "InformasjonOmForsendelsen",
    "InnholdKonsultasjon",
    "OpplysningerTilSoknad",
    "SendtDokument",
    "TypeInnholdIMelding",
]


@element(PO)
class InformasjonOmForsendelsen(Element):
    """What this sending is: new, a change or a cancellation, and whether it answers a question."""

    forsendelsesstatus: Annotated[CS, coded(7309)]
    """New, changed or cancelled."""
    forbehold_om_videresending: Annotated[bool | None, removed(PLO_2_0)] = None
    """True when the patient objects to the content being passed on."""
    svar_paa_foresporsel: bool | None = None
    """True when the message answers a request."""
    foresporsel: Annotated[Foresporsel | None, removed(PLO_2_0)] = None
    merknad: Annotated[str | None, since(PLO_2_0)] = None


@element(PO, removed=PLO_2_0)
class Foresporsel(Element):
    """A copy of the request that is answered, as it came in the dialogue message."""

    type_foresp: Annotated[
        CV,
        coded(9152, 9153, strength=Strength.REQUIRED),
        coded(9154, strength=Strength.REQUIRED, since=PLO_1_6),
        coded(9065, strength=Strength.EXAMPLE, before=PLO_1_6),
    ]
    """What was asked for; the list depends on who asks: care service, doctor or hospital."""
    formal: Annotated[
        CV | None, coded(9068, strength=Strength.EXAMPLE, before=PLO_1_6), named("Formål")
    ] = None
    """What the answer was wanted for."""
    hastegrad: Annotated[CS | None, coded(9067)] = None
    """How urgent it was."""
    type_journalinfo: Annotated[CV | None, coded(9066)] = None
    """The part of the record that was wanted."""
    sporsmal: str | None = None
    """The question in words."""
    begrunnelse: str | None = None
    """Why it was asked."""
    fra_dato: Date | None = None
    """Start of the period that the question is about."""
    til_dato: Date | None = None
    """End of that period."""
    ref_dok_id_foresp: str | None = None
    """Which request, when one message carried several."""


@element(PO)
class SendtDokument(Element):
    """Whether a related document has been sent, when and to whom."""

    opplysning: Annotated[CV, coded(8329)]
    """The kind of document."""
    ja_nei: bool
    """True if it has been sent."""
    dato_sendt: Date | None = None
    """The day it was sent."""
    type_mottaker: Annotated[CV | None, coded(8330)] = None
    """The kind of receiver."""
    navn_mottaker: str | None = None
    """The name of the receiver."""
    merknad: str | None = None


@element(PO)
class AnsvarForRapport(Element):
    """A professional who answers for the content, or for a part of it."""

    ansvarlig_rapport: HealthcareProfessional
    """The professional."""
    godkjent_dato: Date | None = None
    """The day of approval."""
    type_relasjon: Annotated[CV | None, coded(8254)] = None
    """What the professional is responsible for."""
    merknad: str | None = None


@element(PO)
class TypeInnholdIMelding(Element):
    """Which use of the message type this is."""

    type_innhold: Annotated[
        CV,
        coded(9138, strength=Strength.REQUIRED, before=PLO_2_0),
        coded(9139, 9140, strength=Strength.REQUIRED, since=PLO_1_6, before=PLO_2_0),
        coded(9139, strength=Strength.EXAMPLE, before=PLO_1_6),
        coded(9140, strength=Strength.EXAMPLE, since=PLO_2_0),
    ]
    """The use; each message type has its own list."""
    merknad: str | None = None


@element(PO, removed=PLO_2_0)
class InnholdKonsultasjon(Element):
    """Whether the doctor is informed of a status or asked for an assessment."""

    type_innhold_konsultasjon: Annotated[CS, coded(9137)]
    """A status report, or a wish for a medical assessment."""
    merknad: str | None = None


@element(PO)
class OpplysningerTilSoknad(Element):
    """About the patient's own application for municipal services."""

    egensoknad_sendt: bool
    """True if the patient has applied."""
    merknad: str | None = None


@element(PO, removed=PLO_2_0)
class Fraversassistent(Element):
    """The receiver is away: for how long, and who takes care of the message meanwhile."""

    mottaker_fravarende: bool
    """True if the receiver is away."""
    melding_videresendt: bool | None = None
    """True if the message was passed on."""
    fravarende_fra_dato: Date | None = None
    """First day of the absence."""
    fravarende_til_dato: Date | None = None
    """Last day of the absence."""
    videresendt_til: HealthcareProfessional | None = None
    """Who has the message now."""
    merknad: str | None = None
