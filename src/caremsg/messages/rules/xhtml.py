"""Formatted text in messages: what of XHTML is allowed (HISD 1155:2008)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from caremsg.values import Fragment
from caremsg.values.node import Node, tag_of

__all__ = [
    "ALLOWED",
    "PORTABLE",
    "blank_text",
    "elements",
    "enclosed",
    "faults",
    "portable",
    "tags_as_text",
]

_XHTML = "{http://www.w3.org/1999/xhtml}"
_XML = "{http://www.w3.org/XML/1998/namespace}"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ALLOWED = _words("""
    abbr acronym address blockquote br cite code dfn div em h1 h2 h3 h4 h5 h6 kbd p pre q samp
    span strong var dl dt dd ol ul li b big hr i small sub sup tt caption table td th tr
""")
"""The elements of the four modules that a receiver has to show."""
PORTABLE = _words("div h1 h2 h3 p em b i table tr td br pre hr")
"""The elements that older receivers show too."""
_ACTIVE = _words("""
    a applet area audio base body button canvas embed form frame frameset head html iframe img
    input label link map meta object option param script select source style textarea video
""")
"""What loads, runs or asks for something, or is a page of its own."""
_BLOCKS = _words("address blockquote dl div h1 h2 h3 h4 h5 h6 hr ol p pre table ul")
_INLINE_ONLY = frozenset(f"{_XHTML}{name}" for name in _words("p h1 h2 h3 h4 h5 h6"))
_PARENTS = {
    "li": _words("ol ul"),
    "dt": _words("dl"),
    "dd": _words("dl"),
    "caption": _words("table"),
    "tr": _words("table thead tbody tfoot"),  # the last three are told of as unknown
    "td": _words("tr"),
    "th": _words("tr"),
}
_LISTS_AND_TABLES = _words("ol ul dl table tr")
_EVERYWHERE = _words(f"class id title {_XML}lang")
_CELL = _words("colspan rowspan align valign abbr axis headers scope")
_MORE = {
    "td": _CELL,
    "th": _CELL,
    "table": _words("summary"),
    "q": _words("cite"),
    "blockquote": _words("cite"),
    "pre": _words(f"{_XML}space"),
}
_TAG = re.compile(
    r"</?(?:b|big|br|div|em|h[1-6]|hr|i|li|ol|p|pre|span|strong|sub|sup|table|td|th|tr|ul)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)


def elements(text: Fragment) -> Iterator[Node]:
    """Every element of a formatted text."""
    if not text.is_text:
        for top in text.elements:
            yield from top.iter(etree.Element)


def blank_text(text: Fragment | str | None) -> bool:
    """True when there is nothing to read, whatever tags there are."""
    if isinstance(text, Fragment):
        text = text.text
    return text is None or not text.strip()


def tags_as_text(text: Fragment | str | None) -> bool:
    """True when a reader would see tags, since they were sent as text and not as markup."""
    if isinstance(text, Fragment):
        text = text.text if "&lt;" in text.xml else None
    return text is not None and "<" in text and _TAG.search(text) is not None


def enclosed(text: Fragment) -> bool:
    """True when all of a formatted text is in one `div`, with XHTML as its default namespace."""
    tops = text.elements
    alone = (
        len(tops) == 1 and text.xml.lstrip().startswith("<") and not (tops[0].tail or "").strip()
    )
    return alone and tag_of(tops[0]) == f"{_XHTML}div" and tops[0].prefix is None


def portable(text: Fragment) -> bool:
    """True when older receivers show every element of a text, or when none may be shown."""
    return bool(faults(text)) or all(_name(node) in PORTABLE for node in elements(text))


def faults(text: Fragment) -> frozenset[str]:
    """What is wrong with a formatted text: words of the table of `TXT` findings."""
    found: set[str] = set()
    if any(_is_active(name) for name, _ in text.attributes):
        found.add("active")
    for node in elements(text):
        name = _name(node)
        if not name:
            found.add("namespace")
            continue
        if name.lower() in _ACTIVE or any(_is_active(str(key)) for key in node.attrib):
            found.add("active")
        elif name not in ALLOWED:
            found.add("element")
        elif not set(node.attrib) <= _EVERYWHERE | _MORE.get(name, frozenset()):
            found.add("attribute")
        if not _well_placed(node, name):
            found.add("nesting")
    return frozenset(found)


def _name(node: Node) -> str:
    """The name of an element of XHTML; empty for any other."""
    tag = tag_of(node)
    return tag.removeprefix(_XHTML) if tag.startswith(_XHTML) else ""


def _is_active(attribute: str) -> bool:
    """Whether an attribute runs, styles or fetches something."""
    name = attribute.lower()
    return name.startswith("on") or name in ("style", "href", "src")


def _well_placed(node: Node, name: str) -> bool:
    """Whether an element stands where it may, and is empty if it has to be."""
    parent = node.getparent()
    above = _name(parent) if parent is not None else ""
    if name in _PARENTS:
        return above in _PARENTS[name]
    if above in _LISTS_AND_TABLES and name in ALLOWED:
        return False
    if name in ("br", "hr") and (len(node) or (node.text or "").strip()):
        return False
    return name not in _BLOCKS or not any(up.tag in _INLINE_ONLY for up in node.iterancestors())
