"""Innleggelsesrapport (HIS 1143): the care service tells the hospital about its patient.

The municipality sends it when somebody it cares for is admitted, within a day.
"""

from __future__ import annotations

from caremsg.declare import element

from ..epj.legemiddel import Legemiddelinfo
from ..namespaces import P7, PO
from .parts.aids import OpplysningerOmHjelpemidler
from .parts.care_message import CareMessage
from .parts.diagnosis import InfoMedisinskDiagnose
from .parts.functioning import InfoKartleggingFunksjonsniva
from .parts.medical import InfoAndreViktigeOpplysninger, MedisinskfagligeOpplysninger
from .parts.nursing import OpplysningerAndreFaggrupper, Sykepleierdokumentasjon
from .parts.patient import InfoAssistertKommunikasjon, InfoInformasjonGitt, InfoReservasjon
from .parts.services import EksisterendeTjeneste

__all__ = ["Innleggelsesrapport"]


@element(P7, default=PO, message_type=("INNLEGGELSESRAPPORT", "Innleggelsesrapport"))
class Innleggelsesrapport(CareMessage):
    """Admission report: health, functioning, medicines and services of an admitted patient."""

    info_medisinsk_diagnose: tuple[InfoMedisinskDiagnose, ...] = ()
    medisinskfaglige_opplysninger: MedisinskfagligeOpplysninger | None = None
    legemiddelinfo: tuple[Legemiddelinfo, ...] = ()
    eksisterende_tjeneste: tuple[EksisterendeTjeneste, ...] = ()
    info_kartlegging_funksjonsniva: InfoKartleggingFunksjonsniva | None = None
    info_andre_viktige_opplysninger: InfoAndreViktigeOpplysninger | None = None
    sykepleierdokumentasjon: Sykepleierdokumentasjon | None = None
    opplysninger_andre_faggrupper: OpplysningerAndreFaggrupper | None = None
    opplysninger_om_hjelpemidler: OpplysningerOmHjelpemidler | None = None
    info_assistert_kommunikasjon: tuple[InfoAssistertKommunikasjon, ...] = ()
    info_reservasjon: tuple[InfoReservasjon, ...] = ()
    info_informasjon_gitt: tuple[InfoInformasjonGitt, ...] = ()
