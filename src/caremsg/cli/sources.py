"""From what stands on the command line to bytes."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

import click
from attrs import frozen

from caremsg import Limits

__all__ = ["Source", "Unreadable", "expand", "opened", "read"]

_STDIN = Path("-")


class Unreadable(Exception):
    """Something cannot be opened or read; the text says why."""


@frozen
class Source:
    """Something to read from."""

    name: str
    """What it is called in the output."""
    path: Path | None = None
    """None: the standard input."""
    problem: str = ""
    """Why it cannot be read, when that is known already."""


def expand(paths: Iterable[Path]) -> list[Source]:
    """The files that are meant: `-`, files, and every `*.xml` below a folder, sorted."""
    found: list[Source] = []
    for path in paths:
        if path == _STDIN:
            found.append(Source("-"))
        elif path.is_dir():
            found += list(_below(path)) or [
                Source(str(path), path, "no *.xml files in this folder")
            ]
        else:
            found.append(Source(str(path), path))
    return found


def _below(folder: Path) -> Iterator[Source]:
    failed: list[OSError] = []
    for top, folders, files in os.walk(folder, onerror=failed.append):
        folders.sort()
        for file in sorted(files):
            if file.lower().endswith(".xml"):
                yield Source(str(Path(top, file)), Path(top, file))
    for error in failed:
        yield Source(str(error.filename), Path(error.filename), _reason(error))


def read(source: Source, limits: Limits = Limits()) -> bytes:
    """Its bytes, at most one more than the limit. Raises Unreadable."""
    with opened(source) as file:
        return file.read(limits.size + 1)


@contextmanager
def opened(source: Source) -> Generator[BinaryIO, None, None]:
    """The open file; raises Unreadable, for a failure to read in the block too."""
    if source.problem:
        raise Unreadable(source.problem)
    try:
        with click.open_file(str(source.path or "-"), "rb") as file:
            yield cast(BinaryIO, file)
    except OSError as error:
        raise Unreadable(_reason(error)) from None


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
