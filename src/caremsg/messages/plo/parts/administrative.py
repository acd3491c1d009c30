"""The administrative part that messages of PLO 2.0 begin with: an experimental draft.

It takes the place of the fields in `care_message`. There is no document behind it, only
the schema.
"""

from __future__ import annotations

from caremsg.declare import Element, element

from ...editions import PLO_2_0
from ...namespaces import PO
from .contacts import (
    KontaktpersonHelsepersonell,
    ParorendeForesatt,
    PasientrelatertKontaktperson,
    TilknyttetEnhet,
)
from .patient import AssistertKommunikasjon, TilleggsopplysningPasient
from .shipment import AnsvarForRapport, InformasjonOmForsendelsen, SendtDokument

__all__ = ["FellesAdministrativeOpplysninger"]


@element(PO, since=PLO_2_0)
class FellesAdministrativeOpplysninger(Element):
    """About the sending, the patient and the people around the patient."""

    informasjon_om_forsendelsen: InformasjonOmForsendelsen
    tilleggsopplysning_pasient: TilleggsopplysningPasient | None = None
    parorende_foresatt: tuple[ParorendeForesatt, ...] = ()
    tilknyttet_enhet: tuple[TilknyttetEnhet, ...] = ()
    kontaktperson_helsepersonell: tuple[KontaktpersonHelsepersonell, ...] = ()
    ansvar_for_rapport: tuple[AnsvarForRapport, ...] = ()
    sendt_dokument: tuple[SendtDokument, ...] = ()
    assistert_kommunikasjon: tuple[AssistertKommunikasjon, ...] = ()
    pasientrelatert_kontaktperson: tuple[PasientrelatertKontaktperson, ...] = ()
