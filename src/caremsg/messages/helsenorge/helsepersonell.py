"""A list of the health professionals of a citizen, 2015 (HITS 1217)."""

from __future__ import annotations

from caremsg.declare import Edition, Element, Message, element

from ..common import HealthcareProfessional
from ..editions import HELSEPERSONELL_2015
from ..namespaces import HCP

__all__ = ["HelsepersonelListe", "Helsepersonell"]


@element(HCP, default=HCP)
class HelsepersonelListe(Message):
    """The list."""

    edition: Edition = HELSEPERSONELL_2015
    helsepersonell: tuple[Helsepersonell, ...] = ()


@element(HCP)
class Helsepersonell(Element):
    """Health professionals who belong together, with a remark."""

    helsepersonell: tuple[HealthcareProfessional, ...] = ()
    merknad: str | None = None
