"""Addresses of things.

Source: XML Schema Part 2, section 3.2.17; HIS 80117 (URL).
"""

from __future__ import annotations

from .lexical import TESTS, Lexical, _always

__all__ = ["URI", "URL"]

TESTS["anyURI"] = _always
TESTS["URL"] = TESTS["anyURI"]


class URI(Lexical):
    """A reference to something elsewhere."""

    __slots__ = ()
    XSD = "anyURI"


class URL(URI):
    """An address with the means of reaching it, `tel:73555555`.

    On the wire it is an attribute: `<TeleAddress V="tel:73555555"/>`. `URL.MISSING` is
    the element without the attribute, which the schema allows; it equals only itself.
    """

    __slots__ = ()
    XSD = "URL"
    MISSING: URL

    @property
    def scheme(self) -> str:
        """What stands before the colon, such as `tel`, or an empty text."""
        return self.partition(":")[0] if ":" in self else ""


class _Missing(URL):
    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Missing)

    def __hash__(self) -> int:
        return hash(_Missing)


URL.MISSING = _Missing("")
