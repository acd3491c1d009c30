"""Sammenfatning (PLO 2.0): a summary of the patient, an experimental draft.

Meant to replace the admission report, the discharge report and what doctor and care
service write to each other. No HIS number is in force: HIS 1162:2016 was withdrawn.
"""

from __future__ import annotations

from caremsg.declare import Edition, Message, element

from ..editions import PLO_2_0
from ..epj.cave import Cave
from ..epj.journalnotat import GenereltJournalnotat
from ..namespaces import P9, PO
from .parts.administrative import FellesAdministrativeOpplysninger
from .parts.aids import OpplysningerOmHjelpemidler
from .parts.diagnosis import InfoMedisinskDiagnose
from .parts.follow_up import InfoKontrolltime
from .parts.functioning import InfoKartleggingFunksjonsnivaV2
from .parts.medical import InfoAndreViktigeOpplysninger
from .parts.medication import BistandLegemiddelhandteringOgGjennomgang
from .parts.nursing import OpplysningerRelevantOppfolging
from .parts.services import EksisterendeTjeneste, OpplysningerOmIndividuellPlan
from .parts.shipment import TypeInnholdIMelding

__all__ = ["Sammenfatning"]


@element(P9, default=PO, message_type=("SAMMENFATNING", "Sammenfatning"))
class Sammenfatning(Message):
    """Summary: health, functioning, medicines, services and follow-up."""

    edition: Edition = PLO_2_0
    type_innhold_i_melding: TypeInnholdIMelding
    felles_administrative_opplysninger: FellesAdministrativeOpplysninger
    info_medisinsk_diagnose: InfoMedisinskDiagnose | None = None
    cave: Cave | None = None
    generelt_journalnotat: tuple[GenereltJournalnotat, ...] = ()
    bistand_legemiddelhandtering_og_gjennomgang: BistandLegemiddelhandteringOgGjennomgang | None = (
        None
    )
    info_kartlegging_funksjonsniva: InfoKartleggingFunksjonsnivaV2 | None = None
    opplysninger_om_individuell_plan: OpplysningerOmIndividuellPlan | None = None
    opplysninger_relevant_oppfolging: OpplysningerRelevantOppfolging | None = None
    eksisterende_tjeneste: EksisterendeTjeneste | None = None
    info_andre_viktige_opplysninger: InfoAndreViktigeOpplysninger | None = None
    info_kontrolltime: tuple[InfoKontrolltime, ...] = ()
    opplysninger_om_hjelpemidler: OpplysningerOmHjelpemidler | None = None
