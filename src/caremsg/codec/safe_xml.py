"""From bytes to a parsed tree, safely.

No DTD, no entity but the five of XML, no network, nothing recovered, and limits that are
enforced before memory is spent: a document that is long enough to break a limit on
elements or attributes is scanned by expat first, without a tree.
"""

from __future__ import annotations

import re
from typing import NoReturn
from xml.parsers import expat

from attrs import frozen
from lxml import etree

from caremsg.errors import DecodeError, UnsafeXmlError
from caremsg.findings import Finding, Report, Where
from caremsg.values.node import Node

from . import kinds

__all__ = ["ENCODINGS", "Limits", "check_bytes", "encoding_of", "parse"]

_HUGE = 9_000_000  # libxml2 refuses a text longer than 10 million bytes unless told not to
_BOM = b"\xef\xbb\xbf"
_DECLARED = re.compile(
    rb"""<\?xml\s+version\s*=\s*["'][^"']*["']\s+encoding\s*=\s*["']([A-Za-z0-9._-]*)["']"""
)
_PROLOG = re.compile(rb"(?:[ \t\r\n]|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_ELEMENT, _ATTRIBUTE = len("<a/>"), len(' a=""')  # the shortest there can be
ENCODINGS = {b"utf-8": "utf-8", b"iso-8859-1": "latin-1", b"us-ascii": "ascii"}


@frozen
class Limits:
    """How much a document may ask for before it is refused."""

    size: int = 100_000_000
    """Bytes of the document."""
    depth: int = 100
    """Elements inside each other."""
    elements: int = 500_000
    """Elements in all."""
    attributes: int = 1_000_000
    """Attributes in all."""
    attachment: int = 75_000_000
    """Bytes of one attachment, decoded."""


def check_bytes(data: bytes, limits: Limits) -> None:
    """Every check that needs no tree. Raises UnsafeXmlError for what is refused."""
    if len(data) > limits.size:
        _refuse(kinds.XML003.at(Where(), actual=len(data), limit=limits.size))
    start = 3 if data.startswith(_BOM) else 0
    head = data[start : start + 256]
    if not head.strip():
        _fail(kinds.XML009.at(Where()))
    if not head.lstrip(b" \t\r\n").startswith(b"<") or b"\0" in head[:4]:
        if head[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in head[:4]:
            _refuse(kinds.XML008.at(Where(line=1)))
        _fail(kinds.XML001.at(Where(line=1), reason="it does not start with `<`"))
    declared = _DECLARED.match(head)
    if declared is not None and declared[1].lower() not in ENCODINGS:
        _refuse(kinds.XML008.at(Where(line=1)))
    prolog = _PROLOG.match(data, start)
    if prolog is not None and data.startswith(b"<!DOCTYPE", prolog.end()):
        _refuse(kinds.XML002.at(Where(line=data.count(b"\n", 0, prolog.end()) + 1)))
    if len(data) >= min(_ELEMENT * limits.elements, _ATTRIBUTE * limits.attributes):
        _scan(data, limits)


def encoding_of(data: bytes) -> tuple[int, str]:
    """Where the root element or what stands before it begins, and Python's name of the encoding."""
    start = 3 if data.startswith(_BOM) else 0
    declared = _DECLARED.match(data, start)
    name = declared[1].lower() if declared is not None and not start else b"utf-8"
    prolog = _PROLOG.match(data, start)
    return prolog.end() if prolog else start, ENCODINGS.get(name, "utf-8")


def parse(data: bytes, limits: Limits) -> Node:
    """The tree of a document, with everything in it.

    Raises DecodeError when it is not well-formed, UnsafeXmlError when it is too deep.
    """
    parser = _HUGE_PARSER if len(data) > _HUGE else _PARSER
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if error.code == etree.ErrorTypes.ERR_NAME_TOO_LONG or "depth" in (error.msg or ""):
            _refuse(kinds.XML004.at(Where(line=error.lineno), limit=min(limits.depth, 256)))
        _fail(kinds.XML001.at(Where(line=error.lineno or None), reason=_reason(error)))
    except (ValueError, LookupError) as error:
        _fail(kinds.XML001.at(Where(), reason=type(error).__name__))
    if _deeper(limits.depth)(root):  # libxml2 itself stops at 256
        _refuse(kinds.XML004.at(Where(), limit=limits.depth))
    return root


def _reason(error: etree.XMLSyntaxError) -> str:
    """What the parser calls the fault; its own message may repeat text of the document."""
    for name, code in vars(etree.ErrorTypes).items():
        if code == error.code and name.startswith("ERR_"):
            return name[4:].lower().replace("_", " ")
    return "syntax error"


_depths: dict[int, etree.XPath] = {}


def _deeper(depth: int) -> etree.XPath:
    if depth not in _depths:
        _depths[depth] = etree.XPath("boolean(" + "/*" * (depth + 1) + ")")
    return _depths[depth]


class _Scan:
    """Counts what would be built, and stops at the first limit."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.depth = self.elements = self.attributes = 0
        self.parser = expat.ParserCreate()
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end

    def doctype(self, *_: object) -> None:
        _refuse(kinds.XML002.at(self.here()))

    def start(self, _: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.elements += 1
        self.attributes += len(attributes)
        for kind, value, limit in (
            (kinds.XML004, self.depth, self.limits.depth),
            (kinds.XML005, self.elements, self.limits.elements),
            (kinds.XML006, self.attributes, self.limits.attributes),
        ):
            if value > limit:
                _refuse(kind.at(self.here(), limit=limit))

    def end(self, _: str) -> None:
        self.depth -= 1

    def here(self) -> Where:
        return Where(line=self.parser.CurrentLineNumber)


def _scan(data: bytes, limits: Limits) -> None:
    try:
        _Scan(limits).parser.Parse(data, True)
    except expat.ExpatError as error:
        _fail(kinds.XML001.at(Where(line=error.lineno), reason=expat.ErrorString(error.code)))


def _refuse(finding: Finding) -> NoReturn:
    raise UnsafeXmlError(Report((finding,))) from None


def _fail(finding: Finding) -> NoReturn:
    raise DecodeError(Report((finding,))) from None


def _parser(*, huge: bool) -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=huge)


_PARSER, _HUGE_PARSER = _parser(huge=False), _parser(huge=True)
