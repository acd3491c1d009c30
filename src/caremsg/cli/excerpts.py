"""The line of a document that a finding is about, as a compiler of a good language shows it.

What stands in a message is hidden unless it is asked for: names of elements and attributes
are shown, and nothing else.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from contextlib import suppress
from itertools import pairwise
from xml.parsers import expat

from attrs import frozen

from caremsg import Finding
from caremsg.codec.safe_xml import encoding_of
from caremsg.findings import Where

from .output import printable

__all__ = ["Excerpt", "excerpts"]

_HIDDEN = "…"
_NUMBER = re.compile(r"\[[0-9]+\]$")
_NAME = re.compile(r"""</?[^\s<>/"'=]+""")
_ATTRIBUTE = re.compile(r"""(\s+[^\s<>/"'=]+)\s*=\s*(?:"[^"]*"|'[^']*')""")
_CLOSE = re.compile(r"\s*/?>")
_LINE_END = re.compile(rb"[\r\n]")
_LONGEST = 400
"""More of a line than any terminal shows."""
_DEEPEST = 256


@frozen
class Excerpt:
    """A piece of a line, and what to point at in it."""

    line: int
    text: str
    column: int
    """Where the element begins in the text, from 0."""
    length: int
    """How many characters to underline; 0 when only the line is known."""


class _Stop(Exception):
    """Nothing more is to be read."""


class _Tags:
    """Where the tags of a document are, in octets from its start, as far as it can be read."""

    def __init__(self, data: bytes, wanted: set[str]) -> None:
        self.found: dict[str, tuple[int, str]] = {}
        """The start tags that were asked for, by path: place and name."""
        self.offsets: list[int] = []
        """All tags, in order."""
        self._wanted = wanted
        self._above: list[tuple[str, dict[str, int]]] = [("", {})]
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler, self._parser.EndElementHandler = self._start, self._end
        self._parser.StartDoctypeDeclHandler = self._doctype
        # What stands before a fault can be shown; what is in no encoding of ours cannot.
        with suppress(expat.ExpatError, LookupError, ValueError, _Stop):
            if wanted:
                self._parser.Parse(data, True)

    def _start(self, name: str, _: object) -> None:
        path, counts = self._above[-1]
        counts[name] = counts.get(name, 0) + 1
        path = f"{path}/{name}[{counts[name]}]"
        self.offsets.append(self._parser.CurrentByteIndex)
        if path in self._wanted:
            self.found[path] = self._parser.CurrentByteIndex, name
        self._above.append((path, {}))
        if len(self._above) > _DEEPEST:
            raise _Stop

    def _end(self, _: str) -> None:
        self.offsets.append(self._parser.CurrentByteIndex)
        self._above.pop()

    def _doctype(self, *_: object) -> None:
        raise _Stop


def excerpts(
    data: bytes, findings: Iterable[Finding], *, values: bool
) -> tuple[Excerpt | None, ...]:
    """The line of each finding; None where the place is not known. With `values`, as it is."""
    wheres = [finding.where for finding in findings]
    tags = _Tags(data, {_key(where.xpath) for where in wheres if where.line})
    return tuple(_excerpt(data, tags, where, values=values) for where in wheres)


def _key(xpath: str) -> str:
    """A path with every number in it, and without the attribute at its end."""
    steps = [step for step in xpath.split("/") if step and not step.startswith("@")]
    return "".join(f"/{step if _NUMBER.search(step) else step + '[1]'}" for step in steps)


def _excerpt(data: bytes, tags: _Tags, where: Where, *, values: bool) -> Excerpt | None:
    offset, name = tags.found.get(_key(where.xpath), (None, ""))
    at = _beginning(data, where.line) if offset is None else offset
    if where.line is None or at is None:
        return None
    start = max(data.rfind(b"\n", 0, at), data.rfind(b"\r", 0, at), at - _LONGEST - 1) + 1
    end = _LINE_END.search(data, at, at + _LONGEST)
    stop = end.start() if end else at + _LONGEST
    pieces = [_piece(data, tags, *ends, values=values) for ends in ((start, at), (at, stop))]
    before = pieces[0].lstrip()
    text = before + pieces[1].strip()
    if not text.strip(f"{_HIDDEN} "):
        return None
    return Excerpt(where.line, text, len(before), len(name) + 1 if name else 0)


def _beginning(data: bytes, line: int | None) -> int | None:
    """Where a line begins."""
    at = 0
    for _ in range((line or 1) - 1):
        at = data.find(b"\n", at) + 1
        if not at:
            return None
    return at


def _piece(data: bytes, tags: _Tags, start: int, stop: int, *, values: bool) -> str:
    """A part of a line, on one line of the terminal."""
    encoding = encoding_of(data[:256])[1]

    def text(here: int, there: int) -> str:
        shown = data[here:there].decode(encoding, "replace")
        return shown.replace("\t", "  ").replace("\ufeff", "")

    if values:
        return printable(text(start, stop))
    first = bisect_left(tags.offsets, start)
    ends = [*tags.offsets[first : bisect_left(tags.offsets, stop)], stop]
    shown = [_between(text(start, ends[0]))]
    shown += [_tag(text(here, there)) for here, there in pairwise(ends)]
    return printable(re.sub(f"{_HIDDEN}+", _HIDDEN, "".join(shown)))


def _tag(text: str) -> str:
    """A tag with its values hidden, and what follows it hidden."""
    name = _NAME.match(text)
    shown, at = (name[0], name.end()) if name else ("", 0)
    while attribute := _ATTRIBUTE.match(text, at):
        if not attribute[1].strip().startswith("xmlns"):  # long, and never what is wrong
            shown += f'{attribute[1]}="{_HIDDEN}"'
        at = attribute.end()
    if close := _CLOSE.match(text, at):
        shown, at = shown + close[0], close.end()
    return shown + _between(text[at:])


def _between(text: str) -> str:
    return text if not text.strip() else _HIDDEN
