"""What is wrong with the text of a simple type."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from caremsg.declare import Facets
from caremsg.findings import FindingKind

from . import kinds
from .place import names_of
from .plan import Simple
from .simple import simple_test

__all__ = ["fault_of"]

_tests: dict[int, tuple[Simple, Callable[[str], object]]] = {}


def fault_of(simple: Simple, text: str) -> tuple[FindingKind, dict[str, object]] | None:
    """The kind of fault and its details, or None if the text is a value of the type."""
    known = _tests.get(id(simple))
    if known is None or known[0] is not simple:
        known = _tests[id(simple)] = (simple, simple_test(simple))
    return None if known[1](text) else _described(simple, text)


def _described(simple: Simple, text: str) -> tuple[FindingKind, dict[str, object]]:
    facets = simple.facets
    if simple.fixed is not None:
        return kinds.SCH202, {"fixed": simple.fixed}
    if facets.values:
        return kinds.SCH203, {"values": names_of(facets.values)}
    if simple_test(attrs.evolve(simple, facets=Facets()))(text):
        for name in ("min_length", "max_length", "pattern"):
            limit = getattr(facets, name)
            alone = attrs.evolve(simple, facets=Facets(**{name: limit}))
            if limit is not None and not simple_test(alone)(text):
                return kinds.SCH204, {"limit": f"{name.replace('_', ' ')} {limit}"}
    return kinds.SCH201, {"type": simple.xsd}
