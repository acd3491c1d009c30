"""The lexical side of XML Schema's simple types: which texts are allowed.

Each type is a function from a text to yes or no. Leading and trailing white space
is allowed where XML Schema collapses it. Digits are written `[0-9]`, since `\\d` also
matches the digits of other scripts, and no pattern can backtrack.

Source: XML Schema Part 2 (second edition), section 3.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import ClassVar, Self

__all__ = [
    "TESTS",
    "WHITE",
    "Lexical",
    "SpelledBool",
    "boolean",
    "collapsed",
    "is_valid",
    "pattern",
    "text_of_bool",
]

WHITE = " \t\n\r"
"""White space in XML; Python's own idea of it is wider."""

TESTS: dict[str, Callable[[str], object]] = {}
"""For each simple type, by its XML Schema name, the test of a text: true or false in an `if`."""

SHAPES: dict[str, Callable[[str], str]] = {}
"""For types where several texts are one value: one text for all of them."""


def is_valid(xsd: str, text: str) -> bool:
    """True when `text` is in the lexical space of the simple type called `xsd`."""
    return bool(TESTS[xsd](text))


class Lexical(str):
    """A text that is a value of a simple type, in the spelling of its sender."""

    __slots__ = ()
    XSD: ClassVar[str]
    """The name of the simple type in XML Schema (or in kith.xsd)."""

    @classmethod
    def checked(cls, text: str) -> Self:
        """The value, or ValueError (which does not repeat the text) if it is not one."""
        if not is_valid(cls.XSD, text):
            raise ValueError(f"not a valid {cls.XSD}")
        return cls(text)


class SpelledBool(int):
    """A boolean written `1` or `0`, or with blanks: equal to True or False, and keeps its text."""

    text: str

    def __new__(cls, text: str) -> Self:
        value = super().__new__(cls, text.strip(WHITE) in ("true", "1"))
        value.text = text
        return value

    def __reduce__(self) -> tuple[type[SpelledBool], tuple[str]]:
        return SpelledBool, (self.text,)

    def __repr__(self) -> str:
        return repr(bool(self))


_BOOLEANS = {"true": True, "false": False}


def boolean(text: str) -> bool | SpelledBool:
    """The value of a text that is one, in whatever spelling."""
    return _BOOLEANS[text] if text in _BOOLEANS else SpelledBool(text)


def text_of_bool(value: bool | SpelledBool) -> str:
    """`true` or `false`, or the text it came in."""
    return value.text if isinstance(value, SpelledBool) else ("true" if value else "false")


_RUNS = re.compile(f"[{WHITE}]+")


def collapsed(text: str) -> str:
    """A text as XML Schema compares it, where its type has limits and is no plain string."""
    return _RUNS.sub(" ", text).strip(" ")


def _always(text: str) -> bool:
    return True


def pattern(expression: str) -> Callable[[str], object]:
    """The test of a text against a regular expression, with blanks around it allowed."""
    return re.compile(rf"[ \t\n\r]*(?:{expression})[ \t\n\r]*").fullmatch


TESTS["string"] = _always
TESTS["token"] = _always
TESTS["boolean"] = pattern("true|false|1|0")
TESTS["oid"] = pattern(r"[0-9]+(?:\.[0-9]+)*")
