"""A simple type: the text of an element or of an attribute, and the test of it."""

from __future__ import annotations

import re
from collections.abc import Callable

import attrs

from caremsg.declare import Facets
from caremsg.values.lexical import SHAPES, TESTS, collapsed

__all__ = ["FREE", "Simple", "simple_test"]

FREE = ("string", "token")
"""Types whose test every text passes."""


@attrs.frozen
class Simple:
    """A simple type: the text of an element or of an attribute."""

    xsd: str
    """Its name in XML Schema; `TS` and `URL` are those of kith.xsd."""
    cls: type
    """The Python type of a value: `str`, `bool` or a class of `caremsg.values`."""
    facets: Facets = Facets()
    fixed: str | None = None
    """The only value allowed."""

    @property
    def in_attribute(self) -> bool:
        """True when the value stands in the attribute `V` of an empty element."""
        return self.xsd in ("TS", "URL")


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
