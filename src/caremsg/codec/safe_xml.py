"""From bytes to a parsed tree, safely.

No DTD, no entity but the five of XML, no network, nothing recovered, and limits that are
enforced before memory is spent: a document that is long enough to break a limit on
elements, attributes or attachments is scanned by expat first, without a tree.
"""

from __future__ import annotations

import re
from typing import NoReturn
from xml.parsers import expat

from attrs import frozen
from lxml import etree

from caremsg.errors import DecodeError, UnsafeXmlError
from caremsg.findings import Finding, Report, Where, Words
from caremsg.values.node import Node

from . import kinds

__all__ = ["CONTROLS", "ENCODINGS", "Limits", "check_bytes", "encoding_of", "parse"]

_HUGE = 9_000_000  # libxml2 refuses a text longer than 10 million bytes unless told not to
_BOM = b"\xef\xbb\xbf"
_DECLARED = re.compile(
    rb"""<\?xml\s+version\s*=\s*["'][^"']*["']\s+encoding\s*=\s*["']([A-Za-z0-9._-]*)["']"""
)
_PROLOG = re.compile(rb"(?:[ \t\r\n]++|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
_ELEMENT, _ATTRIBUTE = len("<a/>"), len(' a=""')  # the shortest there can be
_SHALLOW = 30  # the straight-line reader counts only what may be inside its own kind
_ATTACHMENT, _BLANKS = "Base64Container", " \t\n\r"
CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\r")
"""Octets that no document may have."""
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


def check_bytes(data: bytes, limits: Limits, *, whole: bool = True) -> None:
    """Every check that needs no tree. Raises UnsafeXmlError for what is refused.

    Without `whole`, the data is only the beginning of a document.
    """
    if len(data) > limits.size:
        _refuse(kinds.XML003.at(Where(), actual=len(data), limit=limits.size))
    start = 3 if data.startswith(_BOM) else 0
    head = data[start : start + 256]
    if not head.strip():
        _fail(kinds.XML009.at(Where()))
    if not head.lstrip(b" \t\r\n").startswith(b"<") or b"\0" in head[:4]:
        if head[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in head[:4]:
            _refuse(kinds.XML008.at(Where(line=1)))
        _fail(
            kinds.XML001.at(
                Where(line=1),
                reason=Words("it does not start with `<`", "det begynner ikke med `<`"),
            )
        )
    declared = _DECLARED.match(data, start)
    if declared is not None and declared[1].lower() not in ENCODINGS:
        _refuse(kinds.XML008.at(Where(line=1)))
    prolog = _PROLOG.match(data, start)
    if prolog is not None and data.startswith(b"<!DOCTYPE", prolog.end()):
        _refuse(kinds.XML002.at(Where(line=data.count(b"\n", 0, prolog.end()) + 1)))
    least = min(_ELEMENT * limits.elements, _ATTRIBUTE * limits.attributes, limits.attachment + 1)
    if len(data) >= least or limits.depth < _SHALLOW:
        _scan(data, limits, whole=whole)


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
    root, fault = None, None
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        where = Where(line=error.lineno or None)
        if error.code == etree.ErrorTypes.ERR_NAME_TOO_LONG or "depth" in (error.msg or ""):
            fault = kinds.XML004.at(where, limit=min(limits.depth, 256))
        else:
            fault = kinds.XML001.at(where, reason=_reason(error))
    except (ValueError, LookupError) as error:
        fault = kinds.XML001.at(Where(), reason=type(error).__name__)
    # Raised out here, so that the parser's own message is not kept as the context.
    if fault is not None and fault.code == "XML004":
        _refuse(fault)
    if fault is not None or root is None:
        _fail(fault or kinds.XML009.at(Where()))
    if _deeper(limits.depth)(root):  # libxml2 itself stops at 256
        _refuse(kinds.XML004.at(Where(), limit=limits.depth))
    return root


_REASONS = {
    "TAG_NAME_MISMATCH": Words(
        "an end tag does not match its start tag", "en sluttagg svarer ikke til starttaggen"
    ),
    "TAG_NOT_FINISHED": Words(
        "it ends before its root element does", "det slutter før rotelementet gjør det"
    ),
    "GT_REQUIRED": Words("`>` is missing", "`>` mangler"),
    "DOCUMENT_EMPTY": Words("there is no element in it", "det er ikke noe element i det"),
    "DOCUMENT_END": Words("something stands after its root element", "noe står etter rotelementet"),
    "UNDECLARED_ENTITY": Words("an entity is not declared", "en entitet er ikke deklarert"),
    "INVALID_CHAR": Words("a character is not allowed in XML", "et tegn er ikke tillatt i XML"),
    "INVALID_ENCODING": Words(
        "the bytes are not in the encoding that it declares",
        "bytene er ikke i tegnkodingen det oppgir",
    ),
    "ATTRIBUTE_REDEFINED": Words(
        "an attribute stands twice in one tag", "et attributt står to ganger i samme tagg"
    ),
    "ATTRIBUTE_NOT_STARTED": Words(
        "the value of an attribute has no quotes", "verdien av et attributt er uten anførselstegn"
    ),
    "ATTRIBUTE_NOT_FINISHED": Words(
        "the value of an attribute does not end", "verdien av et attributt slutter ikke"
    ),
    "LT_IN_ATTRIBUTE": Words(
        "`<` stands in the value of an attribute", "`<` står i verdien av et attributt"
    ),
    "NAME_REQUIRED": Words("a name is missing", "et navn mangler"),
}


def _reason(error: etree.XMLSyntaxError) -> Words | str:
    """What the parser calls the fault; its own message may repeat text of the document."""
    for name, code in vars(etree.ErrorTypes).items():
        if code == error.code and name.startswith("ERR_"):
            return _REASONS.get(name[4:], name[4:].lower().replace("_", " "))
    return Words("syntax error", "syntaksfeil")


_depths: dict[int, etree.XPath] = {}


def _deeper(depth: int) -> etree.XPath:
    if depth not in _depths:
        _depths[depth] = etree.XPath("boolean(" + "/*" * (depth + 1) + ")")
    return _depths[depth]


class _Scan:
    """Counts what would be built, and stops at the first limit."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.depth = self.elements = self.attributes = self.packed = 0
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end

    def doctype(self, *_: object) -> None:
        _refuse(kinds.XML002.at(self.here()))

    def start(self, tag: str, attributes: dict[str, str]) -> None:
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
        if tag.rpartition(":")[2] == _ATTACHMENT:
            self.packed = 0
            self.parser.CharacterDataHandler = self.attached

    def end(self, _: str) -> None:
        self.depth -= 1
        self.parser.CharacterDataHandler = None

    def attached(self, text: str) -> None:
        self.packed += len(text) - sum(map(text.count, _BLANKS))
        if self.packed // 4 * 3 - 2 > self.limits.attachment:
            _refuse(kinds.XML007.at(self.here(), limit=self.limits.attachment))

    def here(self) -> Where:
        return Where(line=self.parser.CurrentLineNumber)


def _scan(data: bytes, limits: Limits, *, whole: bool) -> None:
    try:
        _Scan(limits).parser.Parse(data, whole)
    except expat.ExpatError as error:
        _fail(kinds.XML001.at(Where(line=error.lineno), reason=expat.ErrorString(error.code)))


def _refuse(finding: Finding) -> NoReturn:
    raise UnsafeXmlError(Report((finding,))) from None


def _fail(finding: Finding) -> NoReturn:
    raise DecodeError(Report((finding,))) from None


def _parser(*, huge: bool) -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=huge)


_PARSER, _HUGE_PARSER = _parser(huge=False), _parser(huge=True)
