"""When the patient is to be seen again.

Source: HIS 80704:2014; HIS 80704:2009.
"""

from __future__ import annotations

from caremsg.declare import Element, element
from caremsg.values import DateTime, Integer

from ...editions import PLO_1_6
from ...namespaces import PO

__all__ = [
    "InfoKontrolltime",
    "InformasjonOmTentativTime",
    "InformasjonOmTime",
    "InformertOm",
    "KontrolltimeBestill",
]


@element(PO)
class InfoKontrolltime(Element):
    """What is known of the next appointment."""

    innhold: InformasjonOmTime | KontrolltimeBestill | InformasjonOmTentativTime


@element(PO)
class InformasjonOmTime(Element):
    """An appointment, or that the sender sees to one."""

    bestilt_kontrolltime: bool
    """True if it is booked."""
    tidspunkt_time: DateTime | None = None
    """When it is."""
    varighet: Integer | None = None
    """How long it lasts."""
    sted_time: str | None = None
    """Where it is."""
    informert_om: InformertOm | None = None


@element(PO)
class KontrolltimeBestill(Element):
    """An appointment that remains to be booked."""

    pasient_parorende_bestiller: bool
    """True if the patient or the relatives are to book it."""
    informert_om: InformertOm | None = None


@element(PO, since=PLO_1_6)
class InformasjonOmTentativTime(Element):
    """An appointment that may come; its time is not settled."""

    tentativt_tidspunkt_time: str | None = None
    """When it may be, in words."""
    sted_time: str | None = None
    """Where it may be."""
    merknad: str | None = None
    informert_om: InformertOm | None = None


@element(PO)
class InformertOm(Element):
    """Who has been told about the appointment."""

    pasient_informert: bool
    """True if the patient knows."""
    parorende_informert: bool
    """True if the relatives know."""
