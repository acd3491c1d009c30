"""The one name of lxml that is private there, and what its stubs leave open."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

__all__ = ["Node", "tag_of"]

Node: TypeAlias = etree._Element  # pyright: ignore[reportPrivateUsage]


def tag_of(node: Node) -> str:
    """The name of an element, as `{namespace}Name`; empty for a comment or an instruction."""
    tag = node.tag
    return tag if isinstance(tag, str) else ""
