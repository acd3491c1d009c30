"""The outline of an extract of a record (EPJEkstrakt.xsd; HIS 80710)."""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import attribute, element, named

from ..namespaces import EPJ_S, META
from .meta import Basiskomponenttype, Komponentmelding

__all__ = ["Node"]


@element(EPJ_S)
class Node(Komponentmelding):
    """A component of the record, with the components below it.

    The components themselves are in the documents that follow, by the same identifier.
    """

    basiskomponenttype: Annotated[Basiskomponenttype, attribute(META), named("basiskomponenttype")]
    """The basic kind of component: case, document, fragment and so on."""
    komponenttype: Annotated[str, attribute(META), named("komponenttype")]
    """The exact kind of component, an object identifier."""
    node: tuple[Node, ...] = ()
    """The components below it."""
