"""SvarAttestbestilling 1.2 (KITH R20/07)."""

from __future__ import annotations

from caremsg.declare import Edition, Message, element

from ..editions import PASIENT_1_2
from ..namespaces import PAS_SVAR_ATTESTBESTILLING
from .tjenestekomponent import Fellesinfo, SvarAttestbestilling

__all__ = ["SvarAttestbestillingTop"]


@element(PAS_SVAR_ATTESTBESTILLING, default=PAS_SVAR_ATTESTBESTILLING)
class SvarAttestbestillingTop(Message):
    """The answer to a request for a certificate."""

    edition: Edition = PASIENT_1_2
    fellesinfo: Fellesinfo
    svar_attestbestilling: SvarAttestbestilling
