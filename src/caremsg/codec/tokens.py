"""A document as two parallel lists: its tags and the texts after them.

Between `<` and `>` there is nothing but tags, if comments are taken out and every `>`
closes a tag: so splitting the text at both gives tag, text, tag, text. That costs half of
parsing into a tree, and a third of visiting its elements.

This is no parser. What is read from tokens is compared with the few names, and the one
way of writing them, that the plans allow; whatever else there is in XML (instructions,
CDATA, blanks in end tags, other names, odd references) raises `Misfit`, and libxml2 reads
the document instead. That nothing is accepted here which libxml2 would refuse, or would
read in another way, is held by tests with mutated and damaged documents.
"""

from __future__ import annotations

import re

from lxml import etree

from caremsg.values import Fragment
from caremsg.values.node import Node

from .canonical import inner, outer
from .safe_xml import ENCODINGS, Limits, parse

__all__ = [
    "LONGEST_KEPT",
    "Misfit",
    "Nesting",
    "Tokens",
    "all_blank",
    "attributes_of",
    "content_of",
    "split",
    "unescape",
]


LONGEST_KEPT = 1_000
"""Longer tags are not remembered: whoever sends them must not fill the memory."""


class Misfit(Exception):
    """The document is not as the straight-line reader expects; another reader says why.

    Where it is known, the index of the token at which the reader gave up is its argument.
    """


_COMMENT = re.compile(r"<!--(?:[^-]++|-[^-])*+-->")
_PROLOG = re.compile(
    rb"""(\xef\xbb\xbf)?(?:<\?xml\s+version\s*=\s*(?:"1\.0"|'1\.0')"""
    rb"""(?:\s+encoding\s*=\s*(?:"([A-Za-z0-9-]+)"|'([A-Za-z0-9-]+)'))?"""
    rb"""(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>)?"""
    rb"""(?:\s++|<!--(?:[^-]++|-[^-])*+-->)*+(?=<)"""
)
_ORDINARY = bytes(c for c in range(256) if c not in b"<>" and (c >= 32 or c in b"\t\n\r"))
_NAME = re.compile(r"""[^ \t\n='"/]+""")
_ATTRIBUTE = re.compile(
    r"""[ \t\n]+([A-Za-z][\w.-]*(?::[A-Za-z_][\w.-]*)?)[ \t\n]*=[ \t\n]*("[^"]*"|'[^']*')""",
    re.ASCII,
)
_REFERENCE = re.compile(r"&(?:#x([0-9A-Fa-f]{1,8})|#([0-9]{1,8})|(amp|lt|gt|quot|apos));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_SPACES = str.maketrans("\t\n\r", "   ")


class Nesting:
    """How deep elements of a kind are inside each other, where a kind may be."""

    __slots__ = ("level", "most")

    def __init__(self, limits: Limits) -> None:
        self.level = 0
        self.most = max(limits.depth - 30, 0)
        """Near the limit the tree is asked, which knows the depth exactly."""

    def deeper(self) -> None:
        """One level more. Raises Misfit near the limit."""
        self.level += 1
        if self.level > self.most:
            raise Misfit


class Tokens:
    """The tags and texts of one document, and its tree for content of free form."""

    __slots__ = (
        "_all_texts",
        "_data",
        "_elements",
        "_ends",
        "_limits",
        "commented",
        "kept",
        "nesting",
        "tags",
        "texts",
    )

    def __init__(self, data: bytes, limits: Limits = Limits()) -> None:
        text = _text_of(data)
        self.commented = "<!--" in text
        """True when comments are left out of the texts."""
        self.tags, self.texts = split(text)
        """Values are taken out of the texts as they are read: the rest must be white space."""
        self._all_texts = self.texts.copy()
        self.kept = 0
        """How many documents were kept as fragments, because nobody declares them."""
        self.nesting = Nesting(limits)
        self._data = data
        self._limits = limits
        self._elements: dict[int, Node] | None = None
        self._ends: list[int] | None = None

    def all_read(self) -> bool:
        """True when no text is left over."""
        return all_blank(self.texts)

    def unread(self, start: int, end: int) -> None:
        """Put back the values that were taken out."""
        self.texts[start:end] = self._all_texts[start:end]

    def end_of(self, index: int) -> int:
        """The index after the element that starts at an index; all in it counts as read."""
        end = self.ends[index]
        self.texts[index : end - 1] = [""] * (end - 1 - index)
        return end

    @property
    def ends(self) -> list[int]:
        """For each start tag, the index after its element."""
        if self._ends is None:
            self._ends = _matched(self.tags)
        return self._ends

    def element(self, index: int) -> Fragment:
        """The element at an index, as it came."""
        return Fragment(outer(self.node(index)))

    def node(self, index: int) -> Node:
        """The element of the tree that starts at an index."""
        if self._elements is None:
            starts = (n for n, tag in enumerate(self.tags) if tag and tag[0] != "/")
            elements = parse(self._data, self._limits).iter(etree.Element)
            self._elements = dict(zip(starts, elements, strict=True))
        return self._elements[index]


def _matched(tags: list[str]) -> list[int]:
    ends = [0] * len(tags)
    open_tags: list[int] = []
    for index, tag in enumerate(tags):
        if tag[:1] == "/":
            if not open_tags:
                raise Misfit
            ends[open_tags.pop()] = index + 1
        elif tag[-1:] == "/":
            ends[index] = index + 1
        else:
            open_tags.append(index)
    return ends


def _text_of(data: bytes) -> str:
    """The text of a document from its root element on; what stands before has been seen."""
    prolog = _PROLOG.match(data)
    marks = data.translate(None, _ORDINARY)
    if prolog is None or marks != b"<>" * (len(marks) // 2):  # by turns, and no controls
        raise Misfit
    encoding = ENCODINGS.get((prolog[2] or prolog[3] or b"utf-8").lower())
    if encoding is None or (prolog[1] and encoding != "utf-8"):
        raise Misfit
    try:
        text = str(data, encoding)
        start = len(str(data[: prolog.end()], encoding))
    except UnicodeDecodeError:
        raise Misfit from None
    if "\ufffe" in text or "\uffff" in text:
        raise Misfit
    return text[start:]


def split(text: str) -> tuple[list[str], list[str]]:
    """The tags of a text (and an empty one to end with), and the texts after them."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _marked(text, "?"):
        raise Misfit
    if _marked(text, "!"):
        text = _COMMENT.sub(_nothing, text)
        if _marked(text, "!"):
            raise Misfit
    parts = text.replace(">", "<").split("<")
    if parts[0].strip() or len(parts) != 2 * text.count("<") + 1:  # a `>` stands in a value
        raise Misfit
    return [*parts[1::2], ""], parts[2::2]


def _nothing(comment: re.Match[str]) -> str:
    """Leave a comment out. Raises Misfit inside a tag, or inside a reference."""
    text, end = comment.string, comment.start()
    start = text.rfind(">", 0, end) + 1
    if "<" in text[start:end] or text.rfind("&", start, end) > text.rfind(";", start, end):
        raise Misfit
    return ""


def all_blank(texts: list[str]) -> bool:
    """True when there is nothing but white space."""
    left = "".join(texts)
    return not left or _blank(left)


def content_of(node: Node) -> Fragment:
    """What stands in an element, with the attributes of the element."""
    attributes = sorted((str(name), str(value)) for name, value in node.items())
    return Fragment(inner(node), tuple(attributes))


def _blank(text: str) -> bool:
    """True for white space as XML knows it (the other ASCII blanks cannot be in a document)."""
    return text.isspace() and text.isascii()


def unescape(text: str) -> str:
    """A text with its references resolved. Raises Misfit for one that XML does not have."""
    if text.count("&") != len(_REFERENCE.findall(text)):
        raise Misfit
    return _REFERENCE.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    if found[3]:
        return _NAMED[found[3]]
    code = int(found[1], 16) if found[1] else int(found[2])
    if not (
        code in (9, 10, 13)
        or 32 <= code < 0xD800
        or 0xE000 <= code < 0xFFFE
        or (0x10000 <= code <= 0x10FFFF)
    ):
        raise Misfit
    return chr(code)


def attributes_of(tag: str) -> dict[str, str]:
    """The attributes of a start tag, by their names as written."""
    parts = tag.split('"')
    names = _layouts.get(tuple(parts[::2]))
    if names is not None and len(parts) % 2 and not ("&" in tag or "\n" in tag or "\t" in tag):
        return dict(zip(names, parts[1::2], strict=True))
    found = _scanned(tag)
    if len(tag) <= LONGEST_KEPT and len(found) == len(parts) // 2 and "'" not in tag:
        if len(_layouts) >= 1024:
            _layouts.clear()
        _layouts[tuple(parts[::2])] = tuple(found)
    return found


_layouts: dict[tuple[str, ...], tuple[str, ...]] = {}
"""Names of attributes by what stands around their values: a sender always writes the same."""


def _scanned(tag: str) -> dict[str, str]:
    start = _NAME.match(tag)  # which name it is, is compared by the reader
    if start is None:
        raise Misfit
    found: dict[str, str] = {}
    end = start.end()
    while item := _ATTRIBUTE.match(tag, end):
        if item[1] in found:
            raise Misfit
        value = item[2][1:-1].translate(_SPACES)
        found[item[1]] = unescape(value) if "&" in value else value
        end = item.end()
    if tag[end:].lstrip(" \t\n") not in ("", "/"):
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
