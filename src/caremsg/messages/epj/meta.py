"""Attributes of every component of a record (EPJ-meta.xsd; HIS 80710).

What kind of component it is (`basiskomponenttype`, `komponenttype`) stands in its own
class, because the values are fixed there. The rest is here.
"""

from __future__ import annotations

from typing import Annotated, Literal

from caremsg.declare import Edition, Element, Message, attribute, base, named

from ..editions import EPJ_2008
from ..namespaces import META

__all__ = [
    "Basiskomponenttype",
    "EpjDokument",
    "EpjSak",
    "Informasjonskategori",
    "Komponent",
    "KomponentID",
    "Komponentmelding",
    "ReferanseTilleggsinfo",
]

Basiskomponenttype = Literal[
    "Mappe",
    "EPJ sak",
    "Importert EPJ sak",
    "Dokument",
    "EPJ dokument",
    "Importert EPJ dokument",
    "Tilleggsinfo",
    "Fragment",
    "EPJ fragment",
    "Dataelement",
    "EPJ ekstrakt",
]
"""The basic kinds of component."""
EpjSak = Annotated[Literal["EPJ sak"], attribute(META), named("basiskomponenttype")]
"""A case: a component that holds documents."""
EpjDokument = Annotated[Literal["EPJ dokument"], attribute(META), named("basiskomponenttype")]
"""A document of the record."""

Informasjonskategori = Annotated[
    Literal["Cave/allergier", "Legemidler", "Andre notater", "Uspesifisert"] | None,
    attribute(META),
    named("informasjonskategori"),
]
"""The main theme of a component."""
KomponentID = Annotated[str, attribute, named("komponentID")]
"""The identifier of a component, a UUID."""
ReferanseTilleggsinfo = Annotated[str | None, attribute, named("referanseViktigTilleggsinfo")]
"""A reference to further information that must not be missed."""


@base
class Komponent(Element):
    """The free attributes of a component."""

    informasjonskategori: Informasjonskategori = None
    """The main theme of the component."""
    komponent_id: KomponentID
    """The identifier of the component, a UUID."""
    referanse_viktig_tilleggsinfo: ReferanseTilleggsinfo = None
    """A reference to further information that must not be missed."""


@base
class Komponentmelding(Message):
    """The free attributes of a component that may be a document of its own."""

    edition: Edition = EPJ_2008
    informasjonskategori: Informasjonskategori = None
    """The main theme of the component."""
    komponent_id: KomponentID
    """The identifier of the component, a UUID."""
    referanse_viktig_tilleggsinfo: ReferanseTilleggsinfo = None
    """A reference to further information that must not be missed."""
