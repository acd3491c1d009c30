"""A parsed document as parallel lists, in document order.

Visiting elements costs more than anything else in reading, so it is done once, by
loops in C. Comments and processing instructions are gone here: such a tree is for typing
only and is never signed, verified or shown.
"""

from __future__ import annotations

from itertools import compress
from operator import attrgetter

from lxml import etree

from caremsg.values import Fragment

from .canonical import inner, outer
from .safe_xml import parse_whole

__all__ = ["Arrays", "Misfit", "blank"]

_tag, _text, _tail = attrgetter("tag"), attrgetter("text"), attrgetter("tail")
_count_attributes = etree.XPath("count(descendant-or-self::*/@*)")
_count_elements = etree.XPath("count(descendant-or-self::*)")


def blank(text: str) -> bool:
    """True for white space as XML knows it (the other ASCII blanks cannot be in a document)."""
    return text.isspace() and text.isascii()


class Misfit(Exception):
    """The document is not as the straight-line reader expects; another reader says why."""


class Arrays(list[object]):
    """The lists of one document; as a list itself, the attributes that were read.

    A reader walks `tags` by index. The shape is right when every element has as many
    children as were read for it (`lens`), all attributes were read, and no text is left.
    """

    __slots__ = ("_whole", "data", "lens", "nodes", "opened", "root", "tags", "texts")

    def __init__(self, root: etree._Element, data: bytes) -> None:
        self.root = root
        self.data = data
        self.nodes: list[etree._Element] = list(root.iter())
        self.tags: list[str] = list(map(_tag, self.nodes))
        self.texts: list[str | None] = list(map(_text, self.nodes))
        self.lens: list[int] = list(map(len, self.nodes))
        self.tags.append("")
        self.opened: list[tuple[int, int]] = []
        """The ranges below open content, where text is free."""
        self._whole: list[etree._Element] | None = None

    def all_read(self) -> bool:
        """True when no attribute is left over, and no text stands between elements."""
        tails, texts = self.tails(), self.texts
        for start, end in self.opened:
            tails[start:end] = [None] * (end - start)
            texts[start - 1 : end] = [None] * (end - start + 1)
        between = "".join(filter(None, tails)) + "".join(filter(None, compress(texts, self.lens)))
        return (not between or blank(between)) and _count_attributes(self.root) == len(self)

    def tails(self) -> list[str | None]:
        """For each element, the text after it."""
        return list(map(_tail, self.nodes))

    def subtree(self, index: int) -> int:
        """Mark all in an element as read; the index of what follows."""
        node = self.nodes[index]
        end = index + int(_count_elements(node))
        self.opened.append((index + 1, end))
        self.extend([None] * int(_count_attributes(node)))
        return end

    def element(self, index: int) -> Fragment:
        """The element at an index, as it came."""
        return Fragment(outer(self.whole(index)))

    def content(self, index: int) -> Fragment:
        """What stands in the element at an index, as it came."""
        if not self.lens[index] and not self.nodes[index].keys():
            return Fragment.of_text(self.texts[index] or "")
        node = self.whole(index)
        return Fragment(inner(node), tuple(sorted((str(k), str(v)) for k, v in node.items())))

    def whole(self, index: int) -> etree._Element:
        """The element at an index, in a tree that has comments and instructions too."""
        if self._whole is None:
            extra = b"<!--" in self.data or b"<?" in self.data[2:]
            self._whole = (
                list(parse_whole(self.data).iter(etree.Element)) if extra else self.nodes
            )
        return self._whole[index]
