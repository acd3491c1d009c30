"""InnkallingKonsultasjon 1.2 (KITH R20/07)."""

from __future__ import annotations

from caremsg.declare import Edition, Message, element

from ..editions import PASIENT_1_2
from ..namespaces import PAS_INNKALLING
from .tjenestekomponent import Fellesinfo, InnkallingKonsultasjon

__all__ = ["InnkallingKonsultasjonTop"]


@element(PAS_INNKALLING, default=PAS_INNKALLING)
class InnkallingKonsultasjonTop(Message):
    """The patient is called to an appointment."""

    edition: Edition = PASIENT_1_2
    fellesinfo: Fellesinfo
    innkalling_konsultasjon: InnkallingKonsultasjon
