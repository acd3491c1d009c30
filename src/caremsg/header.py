"""The header of a message; the rest is not read, so its size costs nothing."""

from __future__ import annotations

import re
from io import BytesIO
from os import PathLike
from typing import TYPE_CHECKING, Any, BinaryIO

from attrs import frozen

from caremsg.codec.judge import Judge
from caremsg.codec.place import Place
from caremsg.codec.plan import plan_of
from caremsg.codec.prefixes import NONE_BOUND, Prefixes
from caremsg.codec.reader import read_part
from caremsg.codec.roots import root_plan
from caremsg.codec.safe_xml import CONTROLS, Limits, check_bytes, encoding_of, parse
from caremsg.codec.tokens import Misfit, attributes_of
from caremsg.declare import Edition, Message
from caremsg.document import Input, inspect, octets_of, opened, read_from
from caremsg.errors import DecodeError

if TYPE_CHECKING:
    from caremsg.messages.apprec import AppRec
    from caremsg.messages.msghead import MsgInfo, Organisation

__all__ = ["Header", "peek"]

_MH = "{http://www.kith.no/xmlstds/msghead/2006-05-24}"
_FIRST, _MOST = 4096, 65536
"""Bytes to read first, and at most, for a header; twice as many each time."""


@frozen(repr=False)
class Header:
    """What stands at the top of a message: what it is, who sent it, to whom."""

    root: str
    """The name of the root element, as `{namespace}Name`."""
    content: str
    """The name of the first document inside, or that of the root if it is no envelope."""
    edition: Edition | None
    """The edition of that document, when it is known."""
    info: MsgInfo | None
    """The message information of an envelope; incomplete when its shape is wrong."""
    receipt: AppRec | None
    """The whole acknowledgement, when it is one."""

    @property
    def type(self) -> str | None:
        """The code of the message type (code system 8279)."""
        found = self.receipt.msg_type if self.receipt is not None else None
        if self.info is not None:
            found = self.info.type
        return found.code if found is not None else None

    @property
    def id(self) -> str | None:
        """The identifier of the message."""
        if self.receipt is not None:
            return self.receipt.id
        return self.info.msg_id if self.info is not None else None

    @property
    def generated(self) -> str | None:
        """When it was made, as it was written."""
        if self.receipt is not None:
            return self.receipt.gen_date
        return self.info.gen_date if self.info is not None else None

    @property
    def sender(self) -> Organisation | None:
        """The sending organisation of an envelope."""
        found = self.info.sender if self.info is not None else None
        return found.organisation if found is not None else None

    @property
    def receiver(self) -> Organisation | None:
        """The receiving organisation of an envelope."""
        found = self.info.receiver if self.info is not None else None
        return found.organisation if found is not None else None

    def __repr__(self) -> str:
        return f"<Header of {self.content.rpartition('}')[2]}, {self.edition}>"


def peek(data: Input, *, limits: Limits = Limits()) -> Header:
    """The header of a message, read from its first few thousand bytes.

    What comes after the header is not looked at, and not judged. Only where the header is
    not written as usual is the whole document read. Raises DecodeError when that does not
    succeed, UnsafeXmlError when it asks for what is refused, InputError when there is
    nothing to read.
    """
    if isinstance(data, PathLike):
        with opened(data) as file:
            return _peek(file, limits)
    if isinstance(data, bytes | bytearray | memoryview | str):
        return _peek(BytesIO(octets_of(data, limits)), limits)
    return _peek(data, limits)


def _peek(file: BinaryIO, limits: Limits) -> Header:
    octets = b""
    size = _FIRST
    while len(octets) < size <= _MOST:
        more = read_from(file, size - len(octets))
        octets += more
        check_bytes(octets, limits, whole=False)
        try:
            return _glance(octets)
        except _Later:
            size *= 2
        except Misfit:
            break
        if not more:
            break
    return _whole(octets + read_from(file, max(limits.size + 1 - len(octets), 0)), limits)


class _Later(Exception):
    """What is looked for has not been read yet."""


def _glance(octets: bytes) -> Header:
    """The header in the beginning of a message, if it is written as usual."""
    if len(octets.translate(None, CONTROLS)) != len(octets):
        raise Misfit
    start, encoding = encoding_of(octets)
    text = str(octets[start:], encoding, "replace")
    tag_end = text.find(">")
    if tag_end < 0:
        raise _Later
    here = _declared(text[1:tag_end], NONE_BOUND)
    if here.meant(_name(text[1:tag_end])) != f"{_MH}MsgHead":
        raise Misfit
    info = here.written(f"{_MH}MsgInfo")
    info_end = text.find(f"</{info}>")
    if info_end < 0:
        raise _Later
    info_end += len(f"</{info}>")
    if "\ufffd" in text[:info_end]:  # perhaps it is not in the encoding that it declares
        raise Misfit
    try:
        found = _info(text[tag_end + 1 : info_end].lstrip(" \t\r\n"), here)
    except Misfit:
        found = _judged(f"{text[:info_end]}</{_name(text[1:tag_end])}>")
    content = _content(text[info_end:], here)
    plan = root_plan(content)
    return Header(f"{_MH}MsgHead", content, plan.edition if plan else None, found, None)


def _info(text: str, here: Prefixes) -> Any:
    plan = root_plan(f"{_MH}MsgInfo")
    assert plan is not None
    return read_part(text, plan, here)


def _judged(text: str) -> Any:
    """The message information in a head that is closed after it, as far as it can be typed."""
    plan = root_plan(f"{_MH}MsgInfo")
    assert plan is not None
    try:
        root = parse(text.encode(), Limits())
    except DecodeError:
        raise Misfit from None
    node = next(root.iterchildren(plan.tag), None)
    if node is None:
        raise Misfit
    return Judge().element(node, plan, Place("msg_info", None, node))


def _content(text: str, here: Prefixes) -> str:
    """The name of the first document, in the text after the message information."""
    opened = f"<{here.written(f'{_MH}Content')}>"
    start = text.find(opened)
    marked = text.find("<!")
    if 0 <= marked < start or start < 0 <= marked:
        raise Misfit
    if start < 0:
        raise _Later
    tag_start = text.find("<", start + len(opened))
    tag_end = text.find(">", tag_start)
    if tag_start < 0 or tag_end < 0:
        raise _Later
    tag = text[tag_start + 1 : tag_end]
    return _declared(tag, here).meant(_name(tag))


def _declared(tag: str, here: Prefixes) -> Prefixes:
    return here.with_declared(attributes_of(tag))


def _name(tag: str) -> str:
    return re.split(r"[ \t\r\n/]", tag, maxsplit=1)[0]


def _whole(octets: bytes, limits: Limits) -> Header:
    """The header of a message that is not written as usual, or is no envelope."""
    inspection = inspect(octets, limits=limits)
    found: Any = inspection.message
    if found is None:
        raise DecodeError(inspection.report)
    kind: type[Any] = found.__class__
    root = plan_of(kind, found.edition).tag
    if kind.__name__ == "AppRec":
        return Header(root, root, found.edition, None, found)
    if kind.__name__ != "MsgHead":
        return Header(root, root, found.edition, None, None)
    return Header(root, *_first(found), found.msg_info, None)


def _first(head: Any) -> tuple[str, Edition | None]:
    """The name and the edition of the first document in an envelope."""
    for document in head.innhold:
        content = getattr(getattr(document, "ref_doc", None), "content", None)
        for item in content.items if content is not None else ():
            if isinstance(item, Message):
                plan = plan_of(type(item), item.edition)
                return plan.tag, plan.edition
            return item.tag, None
    kind: type[Any] = head.__class__
    return plan_of(kind, head.edition).tag, head.edition
