"""XML as it came, in one spelling: exclusive canonical form, comments included.

Source: Exclusive XML Canonicalization 1.0.
"""

from __future__ import annotations

from lxml import etree

from caremsg.values import escape_text
from caremsg.values.node import Node

__all__ = ["inner", "outer"]

_values = etree.XPath("descendant-or-self::*/@*", smart_strings=False)
_bare = etree.XPath("boolean(descendant-or-self::*[namespace-uri() = ''])")


def outer(node: Node) -> str:
    """The element itself, such that it can be put below any other."""
    if not isinstance(node.tag, str):
        return etree.tostring(node, encoding="unicode", with_tail=False)
    values = " ".join(_values(node))  # a prefix may be in use inside a value
    used = [prefix for prefix in node.nsmap if prefix and f"{prefix}:" in values]
    try:
        made: str = etree.tostring(
            node,
            method="c14n",
            exclusive=True,
            with_comments=True,
            inclusive_ns_prefixes=used or None,
        ).decode()
    except etree.C14NError:  # a namespace that is a relative address has no canonical form
        return etree.tostring(node, encoding="unicode", with_tail=False)
    name_end = 1 + len(_name_of(node))
    if _bare(node) and not made.startswith(' xmlns="', name_end):
        return f'{made[:name_end]} xmlns=""{made[name_end:]}'
    return made


def inner(node: Node) -> str:
    """What stands in the element: text and elements."""
    parts = [escape_text(node.text or "")]
    for child in node:
        parts += (outer(child), escape_text(child.tail or ""))
    return "".join(parts)


def _name_of(node: Node) -> str:
    local = etree.QName(node).localname
    return f"{node.prefix}:{local}" if node.prefix else local
