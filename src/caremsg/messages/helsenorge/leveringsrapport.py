"""Leveringsrapport 1.0: how a message reached the citizen (HITS 1217)."""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Edition, Element, Message, attribute, base, complex_type, element
from caremsg.values import DateTime

from ..datatypes import CV
from ..editions import LEVERINGSRAPPORT_1_0
from ..namespaces import LEVERINGSRAPPORT

__all__ = ["Feilmelding", "Hendelse", "Leveringsrapport", "Leveringsstatus", "Varslingfeilet"]


@element(LEVERINGSRAPPORT, default=LEVERINGSRAPPORT)
class Leveringsrapport(Message):
    """The channel that was used, and what happened."""

    edition: Edition = LEVERINGSRAPPORT_1_0
    formidlingskanal: CV
    """The channel: Helsenorge, digital mailbox or paper."""
    leveringsstatus: Leveringsstatus | None = None


@complex_type(LEVERINGSRAPPORT)
class Leveringsstatus(Element):
    """What happened to the message."""

    levert: Hendelse | None = None
    """It was delivered."""
    feilmelding: tuple[Feilmelding, ...] = ()
    varslingfeilet: tuple[Varslingfeilet, ...] = ()
    mottattpost: Hendelse | None = None
    """The post took it over."""
    returpost: Hendelse | None = None
    """It came back by post."""


@base
class _Tidfestet(Element):
    """What every event has."""

    tidspunkt: Annotated[DateTime, attribute]
    """When it happened."""


@complex_type(LEVERINGSRAPPORT)
class Hendelse(_Tidfestet):
    """An event of which there is no more to say than when."""


@complex_type(LEVERINGSRAPPORT)
class Feilmelding(_Tidfestet):
    """A fault on the way."""

    feiltype: str
    """The kind of fault."""
    detaljer: str


@complex_type(LEVERINGSRAPPORT)
class Varslingfeilet(_Tidfestet):
    """The citizen could not be told that there is a message."""

    system: str
    """The system that tried."""
    varslingskanal: str
    """How it tried: mail, SMS and so on."""
    detaljer: str
