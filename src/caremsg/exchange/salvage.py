"""The head of a message that is not well-formed, pieced together from its first bytes.

Each part is cut out by its tags and read by a parser that goes on after a fault. That is
good enough to answer the sender, and never good enough to take anything in.
"""

from __future__ import annotations

import re

from lxml import etree

from caremsg.codec.judge import Judge
from caremsg.codec.place import Place
from caremsg.codec.plan import plan_of
from caremsg.codec.roots import root_plan
from caremsg.codec.safe_xml import encoding_of
from caremsg.declare import Edition
from caremsg.errors import DecodeError
from caremsg.messages.editions import MSGHEAD_1_2
from caremsg.messages.msghead import MsgHead, MsgInfo
from caremsg.values.node import Node

__all__ = ["salvage"]

_ENOUGH = 65_536
"""Bytes that are looked at."""
_MOST = 20
"""Parts of one kind that are looked for."""
_MH = "http://www.kith.no/xmlstds/msghead/2006-05-24"
_ROOT = re.compile(r"<((?:[A-Za-z_][\w.-]*:)?)MsgHead((?:\s[^<>]*)?)>")
_CONTENT = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?Content\s*>\s*<([^\s<>/]+)([^<>]*)>")
_DECLARED = re.compile(r"""xmlns(?::([\w.-]+))?\s*=\s*(?:"([^"<]*)"|'([^'<]*)')""")
_IN_HEAD = ("Type", "GenDate", "MsgId", "Ack", "ConversationRef")
_PARTIES = (("Sender", 1), ("Receiver", 1), ("OtherReceiver", _MOST))
_HIDDEN = re.compile(r"<!--.*?(?:-->|$)|<!\[CDATA\[.*?(?:\]\]>|$)|<\?.*?(?:\?>|$)", re.DOTALL)
"""What is no element, however much it looks like one."""


def salvage(data: bytes) -> tuple[MsgInfo | None, Edition | None]:
    """What can be made out of the head of a damaged message, and the edition of its content."""
    start, encoding = encoding_of(data)
    text = _HIDDEN.sub("", str(data[start : start + _ENOUGH], encoding, "replace"))
    root = _ROOT.search(text)
    if root is None:
        return None, None
    # What stands before the root is left out, so no document type is ever read.
    text, prefix = text[root.end() :], root[1]
    declared = _prefixes(root[2])
    edition = _edition(text, declared)
    head = re.split(rf"<{re.escape(prefix)}(?:Document|PatientReport)[\s/>]", text, maxsplit=1)[0]
    before = re.split(rf"<{re.escape(prefix)}Sender[\s/>]", head, maxsplit=1)[0]
    pieces = [piece for name in _IN_HEAD for piece in _cut(before, prefix, name, 1)]
    pieces += [piece for name, most in _PARTIES for piece in _cut(head, prefix, name, most)]
    bound = "".join(_binding(name, uri) for name, uri in declared.items())
    try:
        whole = [fixed for piece in pieces if (fixed := _fixed(piece, bound))]
        node = _parsed(f'<MsgInfo xmlns="{_MH}">{"".join(whole)}</MsgInfo>')
        return (_typed(node) if node is not None else None), edition
    except (RecursionError, UnicodeError, DecodeError):
        return None, edition


def _prefixes(attributes: str) -> dict[str, str]:
    return {found[0]: found[1] or found[2] for found in _DECLARED.findall(attributes)}


def _binding(prefix: str, uri: str) -> str:
    name = f"xmlns:{prefix}" if prefix else "xmlns"
    return f' {name}="{uri.replace(chr(34), "")}"'


def _edition(text: str, declared: dict[str, str]) -> Edition | None:
    """The edition of the first document, by the namespace of its root."""
    found = _CONTENT.search(text)
    if found is None:
        return None
    prefix, _, name = found[1].rpartition(":")
    uri = {**declared, **_prefixes(found[2])}.get(prefix, "")
    plan = root_plan(f"{{{uri}}}{name}")
    return plan.edition if plan is not None else None


def _cut(text: str, prefix: str, name: str, most: int) -> list[str]:
    """The first elements of a name, each from its start tag to the end tag after it."""
    found: list[str] = []
    tag = re.compile(rf"<{re.escape(prefix)}{name}(?=[\s/>])[^<>]*>")
    at = 0
    while len(found) < most and (opened := tag.search(text, at)):
        at = opened.end()
        if opened[0].endswith("/>"):
            found.append(opened[0])
            continue
        end = text.find(f"</{prefix}{name}", at)
        if end < 0:
            break
        at = end + len(f"</{prefix}{name}>")
        found.append(f"{text[opened.start() : end]}</{prefix}{name}>")
    return found


def _fixed(piece: str, bound: str) -> str:
    """A piece on its own, with every tag in it closed."""
    node = _parsed(f"<piece{bound}>{piece}</piece>")
    first = next(iter(node), None) if node is not None else None
    return etree.tostring(first, encoding="unicode") if first is not None else ""


def _parsed(text: str) -> Node | None:
    parser = etree.XMLParser(
        encoding="utf-8", recover=True, resolve_entities=False, load_dtd=False, no_network=True
    )
    try:
        found: Node | None = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return found


def _typed(node: Node) -> MsgInfo:
    head = plan_of(MsgHead, MSGHEAD_1_2)
    plan = next(ref.plan for ref in head.refs() if ref.cls is MsgInfo)
    found: MsgInfo = Judge().element(node, plan, Place("msg_info", None, node))
    return found
