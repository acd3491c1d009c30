"""Formatted text in messages: what of XHTML is allowed (HISD 1155:2008)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from caremsg.values import Fragment
from caremsg.values.node import Node, tag_of

__all__ = ["ALLOWED", "PORTABLE", "blank_text", "elements", "faults"]

_XHTML = "{http://www.w3.org/1999/xhtml}"
_TEXT = (
    "abbr acronym address blockquote br cite code dfn div em h1 h2 h3 h4 h5 h6 kbd p pre q samp "
    "span strong var"
)
ALLOWED = frozenset(
    f"{_TEXT} dl dt dd ol ul li b big hr i small sub sup tt caption table td th tr".split()
)
"""The elements of the four modules that a receiver has to show."""
PORTABLE = frozenset("div h1 h2 h3 p em b i table tr td br pre hr".split())
"""The elements that older receivers show too."""
_ACTIVE = frozenset("script style a img object link iframe form input".split())
_PARENTS = {
    "li": ("ol", "ul"),
    "dt": ("dl",),
    "dd": ("dl",),
    "tr": ("table",),
    "td": ("tr",),
    "th": ("tr",),
}
_EVERYWHERE = frozenset(("class", "id", "title", "{http://www.w3.org/XML/1998/namespace}lang"))
_MORE = {
    "td": frozenset("colspan rowspan align valign abbr axis headers scope".split()),
    "th": frozenset("colspan rowspan align valign abbr axis headers scope".split()),
    "table": frozenset(("summary",)),
    "q": frozenset(("cite",)),
    "blockquote": frozenset(("cite",)),
    "pre": frozenset(("{http://www.w3.org/XML/1998/namespace}space",)),
}


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


def faults(text: Fragment) -> frozenset[str]:
    """What is wrong with a formatted text: words of the table of `TXT` findings."""
    found: set[str] = set()
    for node in elements(text):
        name = tag_of(node).removeprefix(_XHTML)
        if name.startswith("{") or not tag_of(node).startswith(_XHTML):
            found.add("namespace")
            continue
        if name in _ACTIVE or any(key.startswith("on") or key == "style" for key in node.keys()):
            found.add("active")
        elif name not in ALLOWED:
            found.add("element")
        elif not set(node.keys()) <= _EVERYWHERE | _MORE.get(name, frozenset()):
            found.add("attribute")
        if not _well_placed(node, name):
            found.add("nesting")
    return frozenset(found)


def _well_placed(node: Node, name: str) -> bool:
    """Whether an element stands where it may, and is empty if it has to be."""
    parent = node.getparent()
    above = tag_of(parent).removeprefix(_XHTML) if parent is not None else ""
    if name in _PARENTS:
        return above in _PARENTS[name]
    if name in ("br", "hr"):
        return len(node) == 0 and not (node.text or "").strip()
    return True
