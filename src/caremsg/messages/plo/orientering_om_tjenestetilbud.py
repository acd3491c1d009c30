"""Orientering om tjenestetilbud (HIS 1146): the municipality tells the doctor about services.

Sent to the regular doctor when a decision about services has been made, or when asked.
"""

from __future__ import annotations

from caremsg.declare import element

from ..namespaces import P3, PO
from .parts.care_message import CareMessage
from .parts.patient import AssistertKommunikasjon
from .parts.services import EksisterendeTjeneste

__all__ = ["OrienteringOmTjenestetilbud"]


@element(
    P3, default=PO, message_type=("ORIENTERING_TJENESTETILBUD", "Orientering om tjenestetilbud")
)
class OrienteringOmTjenestetilbud(CareMessage):
    """Service information: which services the patient has."""

    eksisterende_tjeneste: tuple[EksisterendeTjeneste, ...]
    assistert_kommunikasjon: tuple[AssistertKommunikasjon, ...] = ()
