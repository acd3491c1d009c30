"""Addresses of things.

Source: XML Schema Part 2, section 3.2.17; RFC 3986, appendix A; HIS 80117 (URL).
"""

from __future__ import annotations

import re

from .lexical import TESTS, WHITE, Lexical

__all__ = ["URI", "URL"]

# Characters that a URI cannot hold are escaped by whoever follows it, so they are allowed.
_ESCAPED = "%[0-9A-Fa-f]{2}"
_PLAIN = rf"(?:[^%:/?#\[\]@]|{_ESCAPED})"
_USER = rf"(?:[^%/?#\[\]@]|{_ESCAPED})"
_PART = rf"(?:[^%/?#\[\]]|{_ESCAPED})"
_FIRST = rf"(?:[^%:/?#\[\]]|{_ESCAPED})"
_REST = rf"(?:\?(?:{_PART}|[/?])*)?(?:#(?:{_PART}|[/?\[\]])*)?"
_HOST = rf"//(?:{_USER}*@)?(?:\[[^\]]*\]|{_PLAIN}*)(?::[0-9]+)?(?:/{_PART}*)*"
_ROOTED = rf"/(?:{_PART}+(?:/{_PART}*)*)?"
_URI = re.compile(
    rf"(?:[A-Za-z][A-Za-z0-9+.-]*:(?:{_HOST}|{_ROOTED}|{_PART}+(?:/{_PART}*)*)?"
    rf"|{_HOST}|{_ROOTED}|(?:{_FIRST}+(?:/{_PART}*)*)?){_REST}"
)


_COMMON = re.compile(r"[a-z]+:[A-Za-z0-9@._+-]+")  # a telephone number, a mail address


def _uri(text: str) -> bool:
    return bool(_COMMON.fullmatch(text)) or _URI.fullmatch(text.strip(WHITE)) is not None


TESTS["anyURI"] = TESTS["URL"] = _uri


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

    def __ne__(self, other: object) -> bool:
        return not isinstance(other, _Missing)

    def __hash__(self) -> int:
        return hash(_Missing)


URL.MISSING = _Missing("")
