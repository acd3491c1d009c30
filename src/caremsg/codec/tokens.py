"""A well-formed document as two parallel lists: its tags and the texts after them.

expat has parsed the document before and vouches for it. Between `<` and `>` there is
then nothing but tags, if comments and instructions are taken out and every `>` closes a
tag: so splitting the text at both gives tag, text, tag, text. That costs a third of
visiting the elements of a tree. Whatever is unusual raises `Misfit`, and a tree is read
instead.
"""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree

from caremsg.values import Fragment

from .canonical import inner, outer
from .safe_xml import Limits, encoding_of, parse, well_formed

__all__ = ["Misfit", "Tokens", "all_blank", "attributes_of", "content_of", "split", "unescape"]


class Misfit(Exception):
    """The document is not as the straight-line reader expects; another reader says why."""


_EXTRAS = re.compile(r"<(?:!--.*?--|\?.*?\?)>", re.DOTALL)
_ATTRIBUTE = re.compile(r"""\s+([^\s=]+)\s*=\s*("[^"]*"|'[^']*')""")
_REFERENCE = re.compile(r"&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|(amp|lt|gt|quot|apos));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_SPACES = str.maketrans("\t\n\r", "   ")


class Tokens:
    """The tags and texts of one document, and its tree for content of free form."""

    __slots__ = ("_data", "_elements", "kept", "tags", "texts")

    def __init__(self, data: bytes) -> None:
        start, encoding = encoding_of(data)
        if not well_formed(data):
            raise Misfit
        self.tags, self.texts = split(str(data[start:], encoding))
        """Values are taken out of the texts as they are read: the rest must be white space."""
        self.kept = 0
        """How many documents were kept as fragments, because nobody declares them."""
        self._data = data
        self._elements: list[etree._Element] | None = None

    def all_read(self) -> bool:
        """True when no text is left over."""
        return all_blank(self.texts)

    def end_of(self, index: int) -> int:
        """The index after the element that starts at an index; all in it counts as read."""
        depth = 0
        for position, tag in enumerate(islice(self.tags, index, None), index):
            if tag.startswith("/"):
                depth -= 1
            elif not tag.endswith("/"):
                depth += 1
            if not depth:
                end = position + 1
                self.texts[index : end - 1] = [""] * (end - 1 - index)
                return end
        raise Misfit

    def element(self, index: int) -> Fragment:
        """The element at an index, as it came."""
        return Fragment(outer(self._node(index)))

    def content(self, index: int) -> Fragment:
        """What stands in the element at an index, as it came."""
        return content_of(self._node(index))

    def _node(self, index: int) -> etree._Element:
        if self._elements is None:
            self._elements = list(parse(self._data, Limits()).iter(etree.Element))
        before = sum(1 for tag in islice(self.tags, index) if not tag.startswith("/"))
        return self._elements[before]


def split(text: str) -> tuple[list[str], list[str]]:
    """The tags of a text (and an empty one to end with), and the texts after them."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _marked(text, "!") or _marked(text, "?"):
        if "<![CDATA[" in text:
            raise Misfit
        text = _EXTRAS.sub("", text)
    parts = text.replace(">", "<").split("<")
    if len(parts) != 2 * text.count("<") + 1:  # a `>` stands in a value
        raise Misfit
    return [*parts[1::2], ""], parts[2::2]


def all_blank(texts: list[str]) -> bool:
    """True when there is nothing but white space."""
    left = "".join(texts)
    return not left or blank(left)


def content_of(node: etree._Element) -> Fragment:
    """What stands in an element, with the attributes of the element."""
    attributes = sorted((str(name), str(value)) for name, value in node.items())
    return Fragment(inner(node), tuple(attributes))


def blank(text: str) -> bool:
    """True for white space as XML knows it (the other ASCII blanks cannot be in a document)."""
    return text.isspace() and text.isascii()


def unescape(text: str) -> str:
    """A text with its character references resolved."""
    return _REFERENCE.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    if found[3]:
        return _NAMED[found[3]]
    return chr(int(found[1], 16) if found[1] else int(found[2]))


def attributes_of(tag: str) -> dict[str, str]:
    """The attributes of a start tag, by their names as written."""
    parts = tag.split('"')
    names = _layouts.get(tuple(parts[::2]))
    if names is not None and not ("&" in tag or "\n" in tag or "\t" in tag):
        return dict(zip(names, parts[1::2], strict=True))
    found = _scanned(tag)
    if len(_layouts) < 1024 and len(found) == len(parts) // 2 and "'" not in tag:
        _layouts[tuple(parts[::2])] = tuple(found)
    return found


_layouts: dict[tuple[str, ...], tuple[str, ...]] = {}
"""Names of attributes by what stands around their values: a sender always writes the same."""


def _scanned(tag: str) -> dict[str, str]:
    start = re.match(r"[^\s/]+", tag)
    if start is None:
        raise Misfit
    found, end = {}, start.end()
    while item := _ATTRIBUTE.match(tag, end):
        value = item[2][1:-1].translate(_SPACES)
        found[item[1]] = unescape(value) if "&" in value else value
        end = item.end()
    if tag[end:].strip(" \t\n") not in ("", "/"):
        raise Misfit
    return found


def _marked(text: str, mark: str) -> bool:
    """True when `<` stands directly before a mark. Marks are rare, so this is quick."""
    position = text.find(mark)
    while position > 0:
        if text[position - 1] == "<":
            return True
        position = text.find(mark, position + 1)
    return False
