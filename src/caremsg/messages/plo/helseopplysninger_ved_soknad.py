"""Helseopplysninger (HIS 1144): the hospital warns of a patient who will need services.

Sent to the municipality's case workers, again with updates until the patient leaves.
PLO 1.5 called it Helseopplysninger ved søknad, health information with an application.
"""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import element, required, since

from ..editions import PLO_1_6
from ..namespaces import P5, PO
from .parts.care_message import CareMessage
from .parts.diagnosis import InfoMedisinskDiagnose
from .parts.events import OpplysningOpphold
from .parts.functioning import InfoKartleggingFunksjonsniva
from .parts.medical import MedisinskfagligeOpplysninger
from .parts.nursing import OpplysningerAndreFaggrupper, Sykepleierdokumentasjon
from .parts.patient import InfoAssistertKommunikasjon, InfoInformasjonGitt
from .parts.services import TjenesteBehov
from .parts.shipment import OpplysningerTilSoknad, TypeInnholdIMelding

__all__ = ["HelseopplysningerVedSoknad"]


@element(P5, default=PO, message_type=("HELSEOPPL_SOKNAD", "Helseopplysninger"))
class HelseopplysningerVedSoknad(CareMessage):
    """Health information: the state, the stay and the expected needs of a patient in hospital."""

    type_innhold_i_melding: Annotated[
        TypeInnholdIMelding | None, since(PLO_1_6), required(since=PLO_1_6)
    ] = None
    opplysning_opphold: Annotated[
        tuple[OpplysningOpphold, ...], since(PLO_1_6), required(since=PLO_1_6)
    ] = ()
    opplysninger_til_soknad: Annotated[OpplysningerTilSoknad | None, required(before=PLO_1_6)] = (
        None
    )
    info_medisinsk_diagnose: tuple[InfoMedisinskDiagnose, ...] = ()
    medisinskfaglige_opplysninger: MedisinskfagligeOpplysninger | None = None
    sykepleierdokumentasjon: Sykepleierdokumentasjon | None = None
    opplysninger_andre_faggrupper: tuple[OpplysningerAndreFaggrupper, ...] = ()
    info_kartlegging_funksjonsniva: InfoKartleggingFunksjonsniva | None = None
    info_assistert_kommunikasjon: tuple[InfoAssistertKommunikasjon, ...] = ()
    info_informasjon_gitt: tuple[InfoInformasjonGitt, ...] = ()
    tjeneste_behov: tuple[TjenesteBehov, ...] = ()
