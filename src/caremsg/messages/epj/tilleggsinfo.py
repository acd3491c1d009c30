"""Further information about a component of a record (EPJTilleggsinfo.xsd; HIS 80710)."""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Element, attribute, base, coded, element, named
from caremsg.values import DateTime

from ..datatypes import CS, CV
from ..namespaces import EPJ_T, META
from .meta import Basiskomponenttype, KomponentID, ReferanseTilleggsinfo

__all__ = ["EpjLink", "Gyldighetsperiode", "Komponentlink", "TilleggsinfoEPJKomponent"]


@element(EPJ_T, name="tilleggsinfoEPJKomponent")
class TilleggsinfoEPJKomponent(Element):
    """When a component is valid, and what it is linked to."""

    basiskomponenttype: Annotated[
        Basiskomponenttype | None, attribute(META), named("basiskomponenttype")
    ] = None
    """The basic kind of component: case, document, fragment and so on."""
    komponenttype: Annotated[str | None, attribute(META), named("komponenttype")] = None
    """The exact kind of component, an object identifier."""
    komponent_id: KomponentID
    """The identifier of this information, a UUID."""
    referanse_viktig_tilleggsinfo: ReferanseTilleggsinfo = None
    """A reference to further information that must not be missed."""
    tilhorer_komponent: Annotated[str | None, named("tilhorerKomponent")] = None
    """The component it belongs to."""
    gyldighetsperiode: tuple[Gyldighetsperiode, ...] = ()
    innhold: tuple[EpjLink, ...] | tuple[Komponentlink, ...] = ()
    """The links."""


@base
class _Link(Element):
    """What both kinds of link begin with."""

    link_til_komponent: Annotated[str, named("linkTilKomponent")]
    """The component that is linked to."""
    linktype: Annotated[CV, coded(9205), named("linktype")]
    """What the link means."""
    linkstyrke: Annotated[CS | None, coded(9206), named("linkstyrke")] = None
    """How strong the link is."""


@element(EPJ_T, name="epjLink")
class EpjLink(_Link):
    """A link between two components that is part of neither."""

    merknad: Annotated[str | None, named("merknad")] = None
    link_fra_komponent: Annotated[str | None, named("linkFraKomponent")] = None
    """The component that is linked from."""


@element(EPJ_T, name="gyldighetsperiode")
class Gyldighetsperiode(Element):
    """The time in which a component is valid; outside it, it is shown as not valid."""

    gyldig_fra: Annotated[DateTime | None, named("gyldigFra")] = None
    gyldig_til: Annotated[DateTime | None, named("gyldigTil")] = None


@element(EPJ_T, name="komponentlink")
class Komponentlink(_Link):
    """A link from the component itself."""
