"""Walks the declarations and the published schemas side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import attrs

from caremsg.codec.plan import Plan, plan_of
from caremsg.declare import Edition, Element, declaration, namespace_of, namespaces
from tests.conformance.published import Node, Schemas
from tests.conformance.shapes import Complex, contradictions, shape_of

_KITH = "{http://www.kith.no/xmlstds/"
_SHARED = (
    "BeskrivelseLegemiddel HealthcareProfessional Organisation Patient Person "
    "RepresentantPasient TilleggsopplRekvisisjon"
)

ONLY_TYPES = tuple(
    f"{_KITH}{place}}}{name}"
    for place, names in {
        "apprec/2004-11-21": "Role",  # a code
        "msghead/2006-05-24": "HealthcareProfessional Person",  # as in felleskomponent1
        # shared by the messages between patient and provider
        "FraPasient/2005-07-11": "Ident TeleCom",
        "TilPasient/2005-07-11": "Ident TeleCom",
        "FraPasient/2006-10-31": f"OnsketTid {_SHARED}",
        "TilPasient/2006-10-31": _SHARED,
        "paskomm/TjenesteKomponent/2007-12-17": "BeskrivelseLegemiddel OnsketTid",
    }.items()
    for name in names.split()
)
"""Global elements that are declared as types only: no document begins with one of them."""

Place = tuple[type[Any], str]
"""A class and the address of the namespace it stands in."""


@attrs.define
class Walk:
    """What has been compared so far, and what was found."""

    schemas: Schemas
    found: dict[str, list[str]] = attrs.field(factory=dict[str, list[str]])
    """For each namespace, the contradictions below its global elements."""
    nodes: set[Node] = attrs.field(factory=set[Node])
    places: set[Place] = attrs.field(factory=set[Place])
    done: set[tuple[Node, Any]] = attrs.field(factory=set[tuple[Node, Any]])

    def compare(self, node: Node, source: Any, path: str) -> Iterator[str]:
        """The contradictions between a complex type and a plan, and all below them."""
        waiting = [(node, source, path)]
        while waiting:
            node, source, path = waiting.pop()
            if (node, source) in self.done:
                continue
            self.done.add((node, source))
            self.nodes.add(node)
            if isinstance(source, Plan):
                self.places.add((source.cls, source.uri))
            one, two = self.schemas.shape(node), shape_of(source)
            yield from (f"{path}: {text}" for text in contradictions(one, two))
            for tag in one.children.keys() & two.children.keys():
                a, b = one.children[tag], two.children[tag]
                if isinstance(a, Complex) and isinstance(b, Complex):
                    waiting.append((a.source, b.source, f"{path}/{tag.rpartition('}')[2]}"))


@cache
def walk(schemas: Schemas) -> Walk:
    """Everything that is declared, compared with schemas."""
    made = Walk(schemas)
    for name, element in made.schemas.parts["element"].items():
        uri, _, local = name[1:].partition("}")
        for plan in plans(uri, local):
            kind = made.schemas.kind(element)
            below = made.found.setdefault(uri, [])
            if isinstance(kind, Complex):
                below += made.compare(kind.source, plan, local)
            else:
                below.append(f"{local}: {kind} is declared as a class")
    return made


def plans(uri: str, name: str) -> list[Plan]:
    """The plans of a global element: one, or none when it is not declared."""
    found = namespace_of(uri)
    if found is None:
        return []
    namespace, edition = found
    classes = namespace.load().elements.get(name, ())
    return [plan_of(c, edition, uri) for c in classes if declaration(c).exists_in(edition)]


def addresses() -> dict[str, Edition | None]:
    """Every address of every declared namespace, loaded, and its edition."""
    made: dict[str, Edition | None] = {}
    for namespace in namespaces():
        for edition in namespace.load().editions or (None,):
            made[namespace.uri(edition)] = edition
    return made


def declared() -> Iterator[Place]:
    """Every declared class, once for each address that it has."""
    for cls in _below(Element):
        # Of a class with slots, attrs makes another; the one it was made from is not declared.
        if "__declaration__" in cls.__dict__ and "__attrs_attrs__" in cls.__dict__:
            for home in declaration(cls).homes:
                for edition in home.editions or (None,):
                    if declaration(cls).exists_in(edition):
                        yield cls, home.uri(edition)


def _below(cls: type[Any]) -> Iterable[type[Any]]:
    for each in cls.__subclasses__():
        yield each
        yield from _below(each)
