"""Critical information in prescriptions (ER-KritiskInformasjon-2013-04-25.xsd)."""

from __future__ import annotations

from caremsg.declare import Edition, Element, Message, element
from caremsg.values import DateTime

from ..datatypes import CV
from ..editions import KRITISK_INFORMASJON_2013
from ..namespaces import KI

__all__ = ["Allergi", "KritiskInformasjon", "Legemiddelreaksjon"]


@element(KI, default=KI)
class KritiskInformasjon(Message):
    """What must be known before treatment: here an allergy."""

    edition: Edition = KRITISK_INFORMASJON_2013
    allergi: Allergi


@element(KI)
class Allergi(Element):
    """A reaction to a medicine."""

    reaksjon: CV
    """The kind of reaction."""
    kommentar: str | None = None
    oppdatert: DateTime
    """When it was last changed."""
    kilde: CV
    """Where it is known from."""
    legemiddelreaksjon: Legemiddelreaksjon
    avkreftet: bool | None = None
    """It has been disproved."""


@element(KI)
class Legemiddelreaksjon(Element):
    """The medicine that the reaction is to."""

    atc: CV | None = None
    """The active substance, in the ATC classification."""
    virkestoff: tuple[str, ...] = ()
    """The active substances, by name."""
    virkestoff_id: tuple[str, ...] = ()
    """The active substances, by identifier."""
    merkevare_id: str | None = None
    """The product, by identifier."""
    hjelpestoffreaksjon: bool | None = None
    """It is a reaction to an additive, not to the active substance."""
    varenavn: str | None = None
    """The product, by name."""
