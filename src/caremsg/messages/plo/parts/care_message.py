"""What every message of PLO 1.5 and 1.6 begins with.

Source: HIS 80704:2014, chapter 5; HIS 80704:2009, chapter 6.
"""

from __future__ import annotations

from caremsg.declare import Message, base

from .contacts import KontaktpersonHelsepersonell, ParorendeForesatt, TilknyttetEnhet
from .patient import TilleggsopplysningPasient
from .shipment import AnsvarForRapport, InformasjonOmForsendelsen, SendtDokument

__all__ = ["CareMessage"]


@base
class CareMessage(Message):
    """About the sending, the patient and the people around the patient."""

    informasjon_om_forsendelsen: InformasjonOmForsendelsen
    tilleggsopplysning_pasient: TilleggsopplysningPasient | None = None
    parorende_foresatt: tuple[ParorendeForesatt, ...] = ()
    tilknyttet_enhet: tuple[TilknyttetEnhet, ...] = ()
    kontaktperson_helsepersonell: tuple[KontaktpersonHelsepersonell, ...] = ()
    ansvar_for_rapport: tuple[AnsvarForRapport, ...] = ()
    sendt_dokument: tuple[SendtDokument, ...] = ()
