"""FornyetResept 1.2 (KITH R20/07)."""

from __future__ import annotations

from caremsg.declare import Edition, Message, element

from ..editions import PASIENT_1_2
from ..namespaces import PAS_FORNYET_RESEPT
from .tjenestekomponent import Fellesinfo, FornyetResept

__all__ = ["FornyetReseptTop"]


@element(PAS_FORNYET_RESEPT, default=PAS_FORNYET_RESEPT)
class FornyetReseptTop(Message):
    """The answer to a request to renew a prescription."""

    edition: Edition = PASIENT_1_2
    fellesinfo: Fellesinfo
    fornyet_resept: FornyetResept
