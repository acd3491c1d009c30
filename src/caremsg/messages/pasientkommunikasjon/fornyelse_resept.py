"""FornyelseResept 1.2 (KITH R20/07)."""

from __future__ import annotations

from caremsg.declare import Edition, Message, element

from ..editions import PASIENT_1_2
from ..namespaces import PAS_FORNYELSE_RESEPT
from .tjenestekomponent import Fellesinfo, FornyelseResept

__all__ = ["FornyelseAvReseptTop"]


@element(PAS_FORNYELSE_RESEPT, default=PAS_FORNYELSE_RESEPT)
class FornyelseAvReseptTop(Message):
    """The patient asks for a prescription to be renewed."""

    edition: Edition = PASIENT_1_2
    fellesinfo: Fellesinfo
    fornyelse_resept: FornyelseResept
