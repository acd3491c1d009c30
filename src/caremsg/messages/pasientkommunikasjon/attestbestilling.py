"""Attestbestilling 1.2 (KITH R20/07)."""

from __future__ import annotations

from caremsg.declare import Edition, Message, element

from ..editions import PASIENT_1_2
from ..namespaces import PAS_ATTESTBESTILLING
from .tjenestekomponent import Attestbestilling, Fellesinfo

__all__ = ["AttestbestillingTop"]


@element(PAS_ATTESTBESTILLING, default=PAS_ATTESTBESTILLING)
class AttestbestillingTop(Message):
    """The patient asks for a certificate."""

    edition: Edition = PASIENT_1_2
    fellesinfo: Fellesinfo
    attestbestilling: Attestbestilling
