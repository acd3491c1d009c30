"""Careful output: for people, for programs, and for a terminal that cannot show everything."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TextIO, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn
from rich.text import Text

__all__ = ["Output", "columns", "printable"]

T = TypeVar("T")

# Control characters, those that turn the direction of writing, and halves of a character.
_HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class _Console(Console):
    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


class Output:
    """Where a command writes: results to standard output, complaints to standard error."""

    def __init__(self, file: TextIO | None = None) -> None:
        """Results go to a file, or else to standard output."""
        # Named here: a bar of progress puts something else in the place of `sys.stdout`.
        self._file = file or sys.stdout
        self._out = _Console(highlight=False, markup=False, emoji=False, file=file)
        self._err = _Console(highlight=False, markup=False, emoji=False, stderr=True)

    @property
    def width(self) -> int:
        """The width of the terminal, or 100."""
        return self._out.width if self._out.is_terminal else 100

    def line(self, *parts: str | tuple[str, str]) -> None:
        """One line of text; a part may be a text and its style."""
        _write(self._out, parts)

    def lines(self, text: str) -> None:
        """Several lines of text."""
        for line in text.splitlines():
            self.line(line)

    def record(self, data: Any, *, indent: int | None = None) -> None:
        """One JSON value. Escaped where the terminal or file is not in UTF-8."""
        file = self._file
        utf8 = (file.encoding or "").lower().replace("-", "") == "utf8"
        text = json.dumps(data, ensure_ascii=not utf8, indent=indent)
        if self._out.is_terminal:
            self._out.out(text, highlight=False)
        else:
            file.write(text + "\n")

    def raw(self, text: str) -> None:
        """A text as it is, for programs."""
        self._file.write(text)

    def complain(self, text: str) -> None:
        """One line on standard error."""
        _write(self._err, [text])

    def follow(self, items: Iterable[T], total: int) -> Iterator[T]:
        """The items; where a person is watching and there are several, with a bar of progress."""
        if total < 2 or not self._err.is_terminal:
            yield from items
            return
        # On the console that the results go to, so that they do not overwrite each other.
        console = self._out if self._out.is_terminal else self._err
        parts = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*parts, console=console, transient=True) as progress:
            yield from progress.track(items, total=total)


def printable(text: str) -> str:
    """The text without anything that can move the cursor; such characters are escaped."""
    return _HARMFUL.sub(lambda found: ascii(found[0])[1:-1], text)


def columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows as lines, with cells below each other."""
    rows = [[row[i] for i in _used(rows)] for row in rows]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _used(rows: Sequence[Sequence[str]]) -> list[int]:
    """The columns that are not empty."""
    return [i for i, column in enumerate(zip(*rows, strict=True)) if any(column)]


def _write(console: Console, parts: Iterable[str | tuple[str, str]]) -> None:
    pairs = [(part, "") if isinstance(part, str) else part for part in parts]
    clean = [(printable(text), style) for text, style in pairs]
    if console.is_terminal:
        console.print(Text.assemble(*clean), soft_wrap=True)
    else:
        console.file.write("".join(text for text, _ in clean) + "\n")
