"""The test of a simple type, its limits included."""

from __future__ import annotations

import re
from collections.abc import Callable

from caremsg.declare import Facets
from caremsg.values.lexical import SHAPES, TESTS, collapsed

from .plan import Simple

__all__ = ["FREE", "simple_test"]

FREE = ("string", "token")
"""Types whose test every text passes."""


def simple_test(simple: Simple) -> Callable[[str], object]:
    """The test of a text for a simple type, facets and fixed value included."""
    test, facets = TESTS[simple.xsd], simple.facets
    if simple.fixed is None and facets == Facets():
        return test
    pattern = re.compile(facets.pattern).fullmatch if facets.pattern else None
    least, most = facets.min_length or 0, facets.max_length
    shape = SHAPES.get(simple.xsd, str)
    values = {shape(value) for value in facets.values}
    keeps_blanks = simple.xsd == "string" or facets == Facets()

    def passes(text: str) -> bool:
        if not keeps_blanks:
            text = collapsed(text)
        return bool(
            test(text)
            and (simple.fixed is None or text == simple.fixed)
            and (not facets.values or shape(text) in values)
            and (pattern is None or pattern(text))
            and least <= len(text)
            and (most is None or len(text) <= most)
        )

    return passes
