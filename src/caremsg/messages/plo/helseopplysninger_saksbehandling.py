"""Helseopplysninger til saksbehandling (PLO 2.0): for a decision about services, a draft.

Hospital or doctor write to the municipality's case workers. Experimental; no HIS number
is in force: HIS 1162:2016 was withdrawn.
"""

from __future__ import annotations

from caremsg.declare import Edition, Message, element

from ..editions import PLO_2_0
from ..epj.cave import Cave
from ..epj.journalnotat import GenereltJournalnotat
from ..namespaces import P5_SAK, PO
from .parts.administrative import FellesAdministrativeOpplysninger
from .parts.diagnosis import InfoMedisinskDiagnose
from .parts.functioning import InfoKartleggingFunksjonsnivaV2
from .parts.medical import InfoAndreViktigeOpplysninger
from .parts.medication import BistandLegemiddelhandtering
from .parts.services import EksisterendeTjeneste, OpplysningerOmIndividuellPlan
from .parts.shipment import OpplysningerTilSoknad, TypeInnholdIMelding

__all__ = ["HelseopplysningerSaksbehandling"]


@element(P5_SAK, default=PO, message_type=("HELSEOPPL_SOKNAD", "Helseopplysninger"))
class HelseopplysningerSaksbehandling(Message):
    """Health information for case work: what is needed to decide about services."""

    edition: Edition = PLO_2_0
    type_innhold_i_melding: TypeInnholdIMelding
    felles_administrative_opplysninger: FellesAdministrativeOpplysninger
    opplysninger_til_soknad: OpplysningerTilSoknad | None = None
    info_medisinsk_diagnose: tuple[InfoMedisinskDiagnose, ...] = ()
    cave: Cave | None = None
    generelt_journalnotat: tuple[GenereltJournalnotat, ...] = ()
    bistand_legemiddelhandtering: BistandLegemiddelhandtering | None = None
    info_kartlegging_funksjonsniva: InfoKartleggingFunksjonsnivaV2 | None = None
    opplysninger_om_individuell_plan: OpplysningerOmIndividuellPlan | None = None
    eksisterende_tjeneste: EksisterendeTjeneste | None = None
    info_andre_viktige_opplysninger: InfoAndreViktigeOpplysninger | None = None
