"""What nurses and other professions report.

Source: HIS 80704:2014, chapters 10 and 11; HIS 80704:2009.
"""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Element, element, removed, since
from caremsg.values import Date

from ...common import HealthcareProfessional
from ...editions import PLO_1_6, PLO_2_0
from ...epj.journalnotat import Journaltekst
from ...epj.legemiddel import LegemidlerAdministrertVedOverforing
from ...namespaces import PO
from .care_plan import AnbefaltVidereTiltak, InfoMaalForventetRes, InfoVurderinger, IverksatteTiltak
from .events import Ansvarlig
from .medication import InfoAvtaleOmLegemiddeladm

__all__ = [
    "AndreFagrapporter",
    "InfoFraSykepleier",
    "OpplysningerAndreFaggrupper",
    "OpplysningerRelevantOppfolging",
    "Sykepleierdokumentasjon",
]


@element(PO, removed=PLO_2_0)
class Sykepleierdokumentasjon(Element):
    """The nursing part: notes, medicines given, assessments, measures and goals."""

    info_fra_sykepleier: InfoFraSykepleier | None = None
    legemidler_administrert_ved_overforing: LegemidlerAdministrertVedOverforing | None = None
    info_avtale_om_legemiddeladm: InfoAvtaleOmLegemiddeladm | None = None
    info_vurderinger: tuple[InfoVurderinger, ...] = ()
    iverksatte_tiltak: tuple[IverksatteTiltak, ...] = ()
    anbefalt_videre_tiltak: tuple[AnbefaltVidereTiltak, ...] = ()
    info_maal_forventet_res: tuple[InfoMaalForventetRes, ...] = ()
    ansvarlig: tuple[Ansvarlig, ...] = ()


@element(PO, removed=PLO_2_0)
class InfoFraSykepleier(Element):
    """The nurse's own notes."""

    opplysninger_relevant_oppfolging: OpplysningerRelevantOppfolging | None = None
    journaltekst: tuple[Journaltekst, ...] = ()


@element(PO)
class OpplysningerRelevantOppfolging(Element):
    """What the next nurse has to know to go on."""

    bandasjemateriell_engangsutstyr: bool | None = None
    """True if the patient needs dressings or disposable supplies."""
    hjelp_legemiddeladm: Annotated[bool | None, removed(PLO_2_0)] = None
    """True if the patient needs help with medicines."""
    endring_funksjonsnivaa: str | None = None
    """How the level of functioning has changed."""
    merknad_til_bandasjemateriell: Annotated[str | None, since(PLO_1_6)] = None
    """Remark about the dressings and supplies."""
    merknad_til_legemiddeladministrering: Annotated[
        str | None, since(PLO_1_6), removed(PLO_2_0)
    ] = None
    """Remark about the help with medicines."""


@element(PO, removed=PLO_2_0)
class OpplysningerAndreFaggrupper(Element):
    """What other professions report, such as physiotherapists."""

    andre_fagrapporter: AndreFagrapporter | None = None
    anbefalt_videre_tiltak: tuple[AnbefaltVidereTiltak, ...] = ()
    info_vurderinger: tuple[InfoVurderinger, ...] = ()


@element(PO, removed=PLO_2_0)
class AndreFagrapporter(Element):
    """The report of another profession, from admission to discharge."""

    behandling_start: Date | None = None
    """When the treatment began."""
    status_innleggelse: str | None = None
    """The patient's condition at admission."""
    status_behandlingsstart: str | None = None
    """The condition when the treatment began."""
    forventet_status_utskriving: str | None = None
    """The condition that is expected at discharge."""
    ansvarlig_rapport: HealthcareProfessional | None = None
    """Who answers for the report."""
    journaltekst: tuple[Journaltekst, ...] = ()
