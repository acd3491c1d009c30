"""From bytes to message and back: the doors of the library.

message = decode(data)             # or DecodeError, which carries the whole report
inspection = inspect(data)         # never raises: message as far as it goes, and report
header = peek(data)                # who, to whom, what: without reading the rest
data = encode(message)             # or EncodeError; never drops anything
"""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import Any, BinaryIO, NoReturn, TypeVar, overload

import attrs

import caremsg.messages.namespaces  # noqa: F401 # pyright: ignore[reportUnusedImport] - declares
from caremsg.codec import kinds
from caremsg.codec.audit import audit
from caremsg.codec.judge import judge_root
from caremsg.codec.reader import read
from caremsg.codec.roots import root_plan
from caremsg.codec.safe_xml import Limits, check_bytes, encoding_of, parse
from caremsg.codec.tokens import Misfit, Tokens
from caremsg.codec.writer import write
from caremsg.declare import Edition, Element, Message
from caremsg.errors import DecodeError, EncodeError, InputError, UnknownMessageError
from caremsg.findings import Report, Where
from caremsg.values.node import tag_of

__all__ = [
    "Input",
    "Inspection",
    "Limits",
    "decode",
    "encode",
    "inspect",
    "octets_of",
    "opened",
    "read_from",
    "replace",
]

T = TypeVar("T", bound=Element)
M = TypeVar("M", bound=Message)

Input = bytes | bytearray | memoryview | str | PathLike[str] | BinaryIO
"""What can be read: octets, XML as text, a path, or a binary file."""


@attrs.frozen(repr=False)
class Inspection:
    """What can be said about some bytes, be they a message or not."""

    data: bytes
    """The bytes, untouched."""
    message: Message | None
    """The message; incomplete when the report has errors, None when nothing can be typed."""
    report: Report
    """All findings."""

    @property
    def edition(self) -> Edition | None:
        """The edition of the root, when it is known."""
        return self.message.edition if self.message is not None else None

    @property
    def ok(self) -> bool:
        """True when there is a message and its shape is right."""
        return self.message is not None and self.report.ok

    def __repr__(self) -> str:
        kind = type(self.message).__name__ if self.message is not None else "nothing"
        return f"<Inspection of {len(self.data)} bytes: {kind}, {len(self.report)} findings>"


@overload
def decode(data: Input, *, limits: Limits = Limits()) -> Message: ...
@overload
def decode(data: Input, *, kind: type[M], limits: Limits = Limits()) -> M: ...
def decode(data: Input, *, kind: type[Any] = Message, limits: Limits = Limits()) -> Any:
    """The message in a document, typed and checked against the schema of its edition.

    With `kind`, such as `MsgHead`, it must be one of that class. Raises DecodeError with
    every finding when the document is not right, UnsafeXmlError when it asks for what is
    refused, UnknownMessageError when nobody declares its root, InputError when there is
    nothing to read.
    """
    octets = octets_of(data, limits)
    check_bytes(octets, limits)
    found = _read_plainly(octets, limits) or _decode_tree(octets, limits)
    if not isinstance(found, kind):
        names = {"found": type(found).__name__, "wanted": kind.__name__}
        raise DecodeError(Report((kinds.SCH005.at(Where(), **names),)))
    return found


def inspect(data: Input, *, limits: Limits = Limits()) -> Inspection:
    """All that can be said about a document; never raises for anything in it.

    Raises InputError only when there is nothing to read.
    """
    octets = octets_of(data, limits)
    tokens, stop = None, 0
    try:
        check_bytes(octets, limits)
        try:
            tokens = Tokens(octets, limits)
            message = _message(read(tokens))
            if not tokens.kept:
                return Inspection(octets, message, Report())
        except (Misfit, RecursionError) as misfit:
            stop = misfit.args[0] if isinstance(misfit, Misfit) and misfit.args else 0
        found, findings = judge_root(parse(octets, limits), tokens, stop)
    except DecodeError as error:
        return Inspection(octets, None, error.report)
    return Inspection(octets, found, Report(tuple(findings)))


def encode(message: Message) -> bytes:
    """The octets of a message, in UTF-8, with the prefixes of the official examples.

    Raises EncodeError with a report when the edition has no room for the message.
    """
    try:
        return write(message)
    except (Misfit, RecursionError):
        pass
    _refuse(message)


def replace(obj: T, /, **changes: object) -> T:
    """A copy of a message, or of a part of one, with some fields changed.

    Raises TypeError for a field that is not there.
    """
    return attrs.evolve(obj, **changes)  # type: ignore[no-any-return, misc, unused-ignore]


def octets_of(data: Input, limits: Limits = Limits()) -> bytes:
    """The octets of anything that can be read, at most one more than the limit.

    Raises InputError when it cannot be read.
    """
    if isinstance(data, bytes):
        return data
    if isinstance(data, bytearray | memoryview):
        return bytes(data)
    if isinstance(data, str):
        return _octets_of_text(data)
    if isinstance(data, PathLike):
        with opened(data) as file:
            return read_from(file, limits.size + 1)
    return read_from(data, limits.size + 1)


def opened(path: PathLike[str]) -> BinaryIO:
    """The file at a path. Raises InputError when it cannot be opened."""
    try:
        return Path(path).open("rb")
    except (OSError, TypeError, ValueError) as error:
        raise InputError(f"cannot be opened: {type(error).__name__}") from None


def read_from(file: BinaryIO, size: int) -> bytes:
    """At most so many octets of a file. Raises InputError when it cannot be read."""
    if not hasattr(file, "read"):
        raise InputError(f"{type(file).__name__} is not bytes, text, a path or a binary file")
    parts: list[bytes] = []
    while size > 0:
        try:
            octets: object = file.read(size)
        except (OSError, TypeError, ValueError) as error:
            raise InputError(f"cannot be read: {type(error).__name__}") from None
        if not isinstance(octets, bytes):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise InputError("the file must be opened in binary mode")
        if not octets:
            break
        parts.append(octets)  # a pipe may give less than was asked for
        size -= len(octets)
    return b"".join(parts)


def _octets_of_text(text: str) -> bytes:
    head = text[:256].encode("ascii", "replace")
    encoding = encoding_of(head)[1]
    octets = text.encode(encoding, "replace")
    if octets.decode(encoding) != text:
        raise InputError("the text does not fit the encoding it declares")
    return octets


def _message(found: object) -> Message:
    assert isinstance(found, Message)
    return found


def _read_plainly(octets: bytes, limits: Limits) -> Message | None:
    try:
        return _message(read(Tokens(octets, limits)))
    except (Misfit, RecursionError):
        return None


def _decode_tree(octets: bytes, limits: Limits) -> Message:
    root = parse(octets, limits)
    found, findings = judge_root(root)
    report = Report(tuple(findings))
    if found is None and root_plan(tag_of(root)) is None:
        raise UnknownMessageError(report, tag_of(root))
    if found is None or not report.ok:
        raise DecodeError(report)
    return _message(found)


def _refuse(message: object) -> NoReturn:
    try:
        findings = audit(message)
    except RecursionError:
        findings = [kinds.XML004.at(Where(), limit=Limits().depth)]
    raise EncodeError(Report(tuple(findings))) from None
