"""A list of the health professionals of a citizen, 2014 (HITS 1217)."""

from __future__ import annotations

from caremsg.declare import Edition, Message, element

from ..common import HealthcareProfessional
from ..editions import HELSEPERSONELL_2014
from ..namespaces import HCP_2014

__all__ = ["Helsepersonell"]


@element(HCP_2014, default=HCP_2014)
class Helsepersonell(Message):
    """The list."""

    edition: Edition = HELSEPERSONELL_2014
    helsepersonell: tuple[HealthcareProfessional, ...] = ()
