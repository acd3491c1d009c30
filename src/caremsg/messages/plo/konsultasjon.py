"""Helseopplysninger til lege (HIS 1145): the care service writes to the patient's doctor.

It reports on the patient's state, or asks for a medical assessment. The root element
kept the name of an earlier use, Konsultasjon.
"""

from __future__ import annotations

from caremsg.declare import element

from ..epj.legemiddel import Legemiddelinfo
from ..namespaces import P6, PO
from .parts.care_message import CareMessage
from .parts.diagnosis import InfoMedisinskDiagnose
from .parts.functioning import InfoKartleggingFunksjonsniva
from .parts.medical import InfoAndreViktigeOpplysninger, MedisinskfagligeOpplysninger
from .parts.nursing import Sykepleierdokumentasjon
from .parts.patient import InfoAssistertKommunikasjon, InfoInformasjonGitt, InfoReservasjon
from .parts.shipment import InnholdKonsultasjon

__all__ = ["Konsultasjon"]


@element(P6, default=PO, message_type=("HELSEOPPLYSNINGER_LEGE", "Helseopplysninger til lege"))
class Konsultasjon(CareMessage):
    """Health information to a doctor: a status report, or a wish for an assessment."""

    innhold_konsultasjon: InnholdKonsultasjon | None = None
    info_medisinsk_diagnose: tuple[InfoMedisinskDiagnose, ...] = ()
    medisinskfaglige_opplysninger: MedisinskfagligeOpplysninger | None = None
    legemiddelinfo: tuple[Legemiddelinfo, ...] = ()
    info_andre_viktige_opplysninger: InfoAndreViktigeOpplysninger | None = None
    sykepleierdokumentasjon: Sykepleierdokumentasjon | None = None
    info_kartlegging_funksjonsniva: InfoKartleggingFunksjonsniva | None = None
    info_informasjon_gitt: tuple[InfoInformasjonGitt, ...] = ()
    info_assistert_kommunikasjon: tuple[InfoAssistertKommunikasjon, ...] = ()
    info_reservasjon: tuple[InfoReservasjon, ...] = ()
