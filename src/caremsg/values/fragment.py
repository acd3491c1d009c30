"""XML left as it was sent, because its type is not declared here."""

from __future__ import annotations

from typing import Self

from attrs import frozen
from lxml import etree

from .markup import escape_text
from .node import Node

__all__ = ["Fragment"]


@frozen(repr=False, weakref_slot=False)
class Fragment:
    """Content that is kept and written back untouched: text, elements, or both.

    It stands for open content (a formatted text, say) and for documents of other
    types in the envelope. Two fragments are equal when their canonical forms are.
    """

    xml: str
    """The content in exclusive canonical form, comments included."""
    attributes: tuple[tuple[str, str], ...] = ()
    """Attributes of the element around the content, as `{namespace}name` and value."""

    @classmethod
    def of_text(cls, text: str) -> Self:
        """Plain text as open content."""
        return cls(escape_text(text))

    @property
    def is_text(self) -> bool:
        """True when there is nothing but text in it."""
        return "<" not in self.xml

    @property
    def text(self) -> str:
        """All text in it, without the tags."""
        return "".join(self._root().itertext(etree.Element, with_tail=True))

    @property
    def elements(self) -> tuple[Node, ...]:
        """The elements at its top, freshly parsed: a change there does not come back here."""
        return tuple(self._root().iterchildren(etree.Element))

    @property
    def tag(self) -> str:
        """The name of its first element as `{namespace}Name`, or an empty text."""
        return str(self.elements[0].tag) if not self.is_text else ""

    def _root(self) -> Node:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        return etree.fromstring(f"<x>{self.xml}</x>".encode(), parser)

    def __repr__(self) -> str:
        return f"Fragment({len(self.xml)} characters)"
