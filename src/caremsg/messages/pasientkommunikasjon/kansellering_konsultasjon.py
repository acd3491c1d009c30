"""KanselleringKonsultasjon 1.2 (KITH R20/07)."""

from __future__ import annotations

from caremsg.declare import Edition, Message, element

from ..editions import PASIENT_1_2
from ..namespaces import PAS_KANSELLERING
from .tjenestekomponent import Fellesinfo, KanselleringKonsultasjon

__all__ = ["KanselleringKonsultasjonTop"]


@element(PAS_KANSELLERING, default=PAS_KANSELLERING)
class KanselleringKonsultasjonTop(Message):
    """An appointment is cancelled."""

    edition: Edition = PASIENT_1_2
    fellesinfo: Fellesinfo
    kansellering_konsultasjon: KanselleringKonsultasjon
