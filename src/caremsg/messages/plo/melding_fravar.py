"""Melding om fravær (HIS 80704:2009, chapter 14): the receiver is away.

An automatic answer to any message, sent back to its sender. PLO 1.5 only.
"""

from __future__ import annotations

from caremsg.declare import Edition, element

from ..editions import PLO_1_5
from ..namespaces import P2, PO
from .parts.care_message import CareMessage
from .parts.shipment import Fraversassistent

__all__ = ["MeldingFravar"]


@element(P2, default=PO, message_type=("FRAVARSMELDING", "Fraværsmelding"))
class MeldingFravar(CareMessage):
    """Notice of absence: who is away, for how long, and who looks after the message."""

    edition: Edition = PLO_1_5
    fraversassistent: Fraversassistent
