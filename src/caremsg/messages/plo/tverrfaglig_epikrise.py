"""Utskrivningsrapport (HIS 1148): the hospital hands the patient over to the care service.

It goes out the day the patient is discharged. The root element kept the older name,
Tverrfaglig epikrise (interdisciplinary discharge summary).
"""

from __future__ import annotations

from caremsg.declare import element

from ..epj.legemiddel import Legemiddelinfo
from ..namespaces import P8, PO
from .parts.aids import OpplysningerOmHjelpemidler
from .parts.care_message import CareMessage
from .parts.diagnosis import InfoMedisinskDiagnose
from .parts.events import OpplysningOpphold
from .parts.follow_up import InfoKontrolltime
from .parts.functioning import InfoKartleggingFunksjonsniva
from .parts.medical import InfoAndreViktigeOpplysninger, MedisinskfagligeOpplysninger
from .parts.nursing import OpplysningerAndreFaggrupper, Sykepleierdokumentasjon
from .parts.patient import InfoAssistertKommunikasjon, InfoInformasjonGitt, InfoReservasjon
from .parts.services import TjenesteBehov
from .parts.shipment import TypeInnholdIMelding

__all__ = ["TverrfagligEpikrise"]


@element(P8, default=PO, message_type=("UTSKRIVNINGSRAPPORT", "Utskrivningsrapport"))
class TverrfagligEpikrise(CareMessage):
    """Discharge report: the stay, the state at discharge, and what is to follow."""

    type_innhold_i_melding: TypeInnholdIMelding
    opplysning_opphold: tuple[OpplysningOpphold, ...] = ()
    info_medisinsk_diagnose: tuple[InfoMedisinskDiagnose, ...] = ()
    medisinskfaglige_opplysninger: MedisinskfagligeOpplysninger | None = None
    legemiddelinfo: tuple[Legemiddelinfo, ...] = ()
    info_andre_viktige_opplysninger: InfoAndreViktigeOpplysninger | None = None
    sykepleierdokumentasjon: Sykepleierdokumentasjon | None = None
    opplysninger_andre_faggrupper: tuple[OpplysningerAndreFaggrupper, ...] = ()
    info_kartlegging_funksjonsniva: InfoKartleggingFunksjonsniva | None = None
    tjeneste_behov: tuple[TjenesteBehov, ...] = ()
    info_informasjon_gitt: tuple[InfoInformasjonGitt, ...] = ()
    info_assistert_kommunikasjon: tuple[InfoAssistertKommunikasjon, ...] = ()
    info_reservasjon: tuple[InfoReservasjon, ...] = ()
    info_kontrolltime: tuple[InfoKontrolltime, ...] = ()
    opplysninger_om_hjelpemidler: OpplysningerOmHjelpemidler | None = None
