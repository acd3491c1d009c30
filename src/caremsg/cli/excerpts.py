"""The line of a document that a finding is about, as a compiler of a good language shows it.

What stands in a message is hidden unless it is asked for: names of elements and attributes
are shown, texts and values are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from xml.parsers import expat

from attrs import frozen

from caremsg import Finding
from caremsg.codec.safe_xml import encoding_of

__all__ = ["Excerpt", "excerpts"]

_HIDDEN = "…"
_NUMBER = re.compile(r"\[([0-9]+)\]$")
_TAG = re.compile(r"""<(?:[^<>"']|"[^"]*"|'[^']*')*(?:>|$)""")
_VALUE = re.compile(r"""=\s*("[^"]*"|'[^']*')""")
_LONGEST = 400
"""More of a line than any terminal shows."""


@frozen
class Excerpt:
    """A piece of a line, and what to point at in it."""

    line: int
    text: str
    column: int
    """Where the element begins in the text, from 0."""
    length: int
    """How many characters to underline."""


@frozen
class _Tag:
    """A start tag: where it is in the octets, and its name."""

    offset: int
    line: int
    name: str


def excerpts(
    data: bytes, findings: Iterable[Finding], *, values: bool
) -> tuple[Excerpt | None, ...]:
    """The line of each finding; None where the place is not known. With `values`, as it is."""
    wanted = list(findings)
    if not any(finding.where.line for finding in wanted):
        return (None,) * len(wanted)
    tags = _tags(data)
    return tuple(_excerpt(data, tags.get(_key(f.where.xpath)), values=values) for f in wanted)


def _key(xpath: str) -> str:
    """A path with every number in it, and without the attribute at its end."""
    steps = [step for step in xpath.split("/") if step and not step.startswith("@")]
    return "".join(f"/{step if _NUMBER.search(step) else step + '[1]'}" for step in steps)


def _tags(data: bytes) -> dict[str, _Tag]:
    """Every start tag by its path, as far as the document can be read."""
    found: dict[str, _Tag] = {}
    path: list[str] = []
    counts: list[dict[str, int]] = [{}]

    def start(name: str, _: object) -> None:
        counts[-1][name] = counts[-1].get(name, 0) + 1
        path.append(f"/{name}[{counts[-1][name]}]")
        counts.append({})
        here = _Tag(parser.CurrentByteIndex, parser.CurrentLineNumber, name)
        found["".join(path)] = here

    def end(_: str) -> None:
        path.pop()
        counts.pop()

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    with suppress(expat.ExpatError):  # what was read before the fault can be shown
        parser.Parse(data, True)
    return found


def _excerpt(data: bytes, tag: _Tag | None, *, values: bool) -> Excerpt | None:
    if tag is None:
        return None
    encoding = encoding_of(data[:256])[1]
    start = max(data.rfind(b"\n", 0, tag.offset) + 1, tag.offset - _LONGEST)
    end = data.find(b"\n", tag.offset, tag.offset + _LONGEST)
    stop = end if end >= 0 else tag.offset + _LONGEST
    before = data[start : tag.offset].decode(encoding, "replace").replace("\t", "  ")
    after = data[tag.offset : stop].decode(encoding, "replace").replace("\t", "  ").rstrip()
    if not values:
        before, after = _masked(before), _masked(after)
    stripped = before.lstrip()
    return Excerpt(tag.line, stripped + after, len(stripped), len(tag.name) + 1)


def _masked(text: str) -> str:
    """The tags of a text with their values hidden, and nothing of what stands between them."""
    shown: list[str] = []
    last = 0
    for tag in _TAG.finditer(text):
        shown += [_between(text[last : tag.start()]), _VALUE.sub(f'="{_HIDDEN}"', tag[0])]
        last = tag.end()
    return "".join([*shown, _between(text[last:])])


def _between(text: str) -> str:
    return text if not text.strip() else _HIDDEN
