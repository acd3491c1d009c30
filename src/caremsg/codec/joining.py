"""From pieces of markup and values to octets: escaping, and what XML cannot carry."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from caremsg.values import Fragment, escape_attribute, escape_text

from .prefixes import NIL
from .tokens import Misfit

__all__ = ["allowed_characters", "fragment_is_sound", "joined"]

_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\r")
_FRAGMENT_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
_MARKS = '&<>"\r\n\t'
_XMLNS = "{http://www.w3.org/2000/xmlns/}"


def joined(out: list[str], rest: str) -> bytes:
    """The octets of markup, value, markup, value ... and the markup after them.

    Raises Misfit when a value holds a character that XML cannot carry.
    """
    values = "\0".join(out[1::2])
    if not allowed_characters(values, max(len(out) // 2 - 1, 0)):
        raise Misfit
    for mark in _MARKS:
        if mark in values:
            _escape_values(out, values)
            break
    out.append(rest)
    return "".join(out).encode()


def _escape_values(out: list[str], values: str) -> None:
    """Escape the values that need it; few do, so they are looked for in all at once."""
    for index in sorted({index for mark in _MARKS for index in _holding(values, mark)}):
        value = out[index]
        in_attribute = out[index - 1].endswith('="')
        out[index] = escape_attribute(value) if in_attribute else escape_text(value)


def _holding(values: str, mark: str) -> Iterator[int]:
    """The places in the list of the values that hold a mark."""
    index, start = 1, 0
    while (found := values.find(mark, start)) >= 0:
        index += 2 * values.count("\0", start, found)
        yield index
        start = values.find("\0", found)
        if start < 0:
            return


def allowed_characters(text: str, separators: int = 0) -> bool:
    """True when XML can carry every character, but for so many NUL that separate values."""
    try:
        octets = text.encode()
    except UnicodeEncodeError:
        return False
    return (
        len(octets.translate(None, _CONTROLS)) == len(octets) - separators
        and "\ufffe" not in text
        and "\uffff" not in text
    )


def fragment_is_sound(fragment: Fragment) -> bool:
    """True when a fragment is well-formed content, with attributes that may stand around it."""
    try:
        return _is_content(fragment) and _may_be_attributes(fragment.attributes)
    except (AttributeError, TypeError):  # its fields are of other types
        return False


def _may_be_attributes(attributes: tuple[tuple[str, str], ...]) -> bool:
    if attributes == ():
        return True
    probe = etree.Element("x")
    try:
        for name, value in attributes:
            probe.set(name, value)
    except ValueError:
        return False
    unlawful = any(name in (NIL, "xmlns") or name.startswith(_XMLNS) for name, _ in attributes)
    return sorted(probe.attrib) == sorted(name for name, _ in attributes) and not unlawful


def _is_content(fragment: Fragment) -> bool:
    if not ("<" in fragment.xml or "&" in fragment.xml or "]]>" in fragment.xml):
        return allowed_characters(fragment.xml)
    try:
        etree.fromstring(f"<x>{fragment.xml}</x>".encode(), _FRAGMENT_PARSER)
    except (etree.XMLSyntaxError, UnicodeEncodeError, ValueError):
        return False
    return "<!DOCTYPE" not in fragment.xml
