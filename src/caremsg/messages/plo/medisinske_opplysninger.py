"""Medisinske opplysninger (HIS 1147): the doctor tells the care service about the patient.

The regular doctor sends it after a consultation, as an answer, or with an application
for services.
"""

from __future__ import annotations

from caremsg.declare import element

from ..epj.legemiddel import Legemiddelinfo
from ..namespaces import P4, PO
from .parts.care_message import CareMessage
from .parts.diagnosis import InfoIPLOSrelevantInformasjon, InfoMedisinskDiagnose
from .parts.functioning import InfoKartleggingFunksjonsniva
from .parts.medical import InfoAndreViktigeOpplysninger, MedisinskfagligeOpplysninger
from .parts.nursing import OpplysningerAndreFaggrupper
from .parts.patient import InfoAssistertKommunikasjon, InfoInformasjonGitt, InfoReservasjon
from .parts.services import TjenesteBehov
from .parts.shipment import OpplysningerTilSoknad, TypeInnholdIMelding

__all__ = ["OverforingMedisinskeOpplysninger"]


@element(P4, default=PO, message_type=("MEDISINSKE_OPPLYSNINGER", "Medisinske opplysninger"))
class OverforingMedisinskeOpplysninger(CareMessage):
    """Medical information: diagnoses, medicines and the doctor's view."""

    type_innhold_i_melding: TypeInnholdIMelding | None = None
    opplysninger_til_soknad: OpplysningerTilSoknad | None = None
    info_medisinsk_diagnose: InfoMedisinskDiagnose | None = None
    medisinskfaglige_opplysninger: MedisinskfagligeOpplysninger | None = None
    legemiddelinfo: tuple[Legemiddelinfo, ...] = ()
    info_iplos_relevant_informasjon: InfoIPLOSrelevantInformasjon | None = None
    opplysninger_andre_faggrupper: tuple[OpplysningerAndreFaggrupper, ...] = ()
    info_kartlegging_funksjonsniva: InfoKartleggingFunksjonsniva | None = None
    info_assistert_kommunikasjon: tuple[InfoAssistertKommunikasjon, ...] = ()
    info_informasjon_gitt: tuple[InfoInformasjonGitt, ...] = ()
    tjeneste_behov: tuple[TjenesteBehov, ...] = ()
    info_andre_viktige_opplysninger: InfoAndreViktigeOpplysninger | None = None
    info_reservasjon: tuple[InfoReservasjon, ...] = ()
