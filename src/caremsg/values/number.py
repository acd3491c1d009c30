"""Numbers, as the sender wrote them.

Source: XML Schema Part 2, sections 3.2.3 to 3.2.5 and 3.3.13.
"""

from __future__ import annotations

import decimal

from .lexical import SHAPES, TESTS, WHITE, Lexical, pattern

__all__ = ["Decimal", "Double", "Float", "Integer", "PositiveInteger"]

_REAL = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"

TESTS["integer"] = pattern(r"[+-]?[0-9]+")
TESTS["positiveInteger"] = pattern(r"\+?0*[1-9][0-9]*")
TESTS["decimal"] = pattern(_REAL)
TESTS["double"] = TESTS["float"] = pattern(rf"{_REAL}(?:[eE][+-]?[0-9]+)?|(?:-?INF|NaN)\Z")
SHAPES["positiveInteger"] = lambda text: text.strip(WHITE).lstrip("+").lstrip("0")


class Integer(Lexical):
    """A whole number."""

    __slots__ = ()
    XSD = "integer"

    @property
    def number(self) -> int:
        """The number. Raises ValueError if the text is not one."""
        try:
            return int(self.strip(WHITE))
        except ValueError:
            raise ValueError(f"not a valid {self.XSD}") from None


class PositiveInteger(Integer):
    """A whole number from 1."""

    __slots__ = ()
    XSD = "positiveInteger"


class Decimal(Lexical):
    """A number with decimals; `Decimal("500")` stays `500`."""

    __slots__ = ()
    XSD = "decimal"

    @property
    def number(self) -> decimal.Decimal:
        """The number, exactly. Raises ValueError if the text is not one."""
        try:
            return decimal.Decimal(self.strip(WHITE).replace("INF", "Infinity"))
        except decimal.InvalidOperation:
            raise ValueError(f"not a valid {self.XSD}") from None


class Double(Decimal):
    """A number, perhaps with an exponent, `INF` or `NaN`."""

    __slots__ = ()
    XSD = "double"


class Float(Double):
    """The same as `Double` on the wire."""

    __slots__ = ()
    XSD = "float"
