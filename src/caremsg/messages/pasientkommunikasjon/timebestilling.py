"""Timebestilling 1.2 (KITH R20/07)."""

from __future__ import annotations

from caremsg.declare import Edition, Message, element

from ..editions import PASIENT_1_2
from ..namespaces import PAS_TIMEBESTILLING
from .tjenestekomponent import Fellesinfo, Timebestilling

__all__ = ["TimebestillingTop"]


@element(PAS_TIMEBESTILLING, default=PAS_TIMEBESTILLING)
class TimebestillingTop(Message):
    """The patient asks for an appointment."""

    edition: Edition = PASIENT_1_2
    fellesinfo: Fellesinfo
    timebestilling: Timebestilling
