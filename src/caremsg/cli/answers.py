"""A folder for what leaves, and what a receiver is called in the output."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click

from caremsg.exchange import Acknowledgement

from .sources import Source

__all__ = ["Answers", "cannot_write", "name_of_receiver"]

_LONGEST = 100
"""Characters of the name of a message that are kept in that of its answer."""
# The numbers of people are of other kinds, or longer.
_HARMLESS = re.compile(r"(?:HER|ENH|HPR|RSH):[0-9]{1,9}(?:, copy)?")


def name_of_receiver(name: str, *, copy: bool) -> str:
    """What a receiver is called in the output: its role, where a number may be a person's."""
    return name if _HARMLESS.fullmatch(name) else "copy" if copy else "primary"


class Answers:
    """A folder for acknowledgements, in which no file is ever overwritten."""

    def __init__(self, folder: Path | None) -> None:
        """Without a folder nothing is written."""
        self._folder = folder
        self._used = Counter[str]()
        if folder is None:
            return
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise cannot_write(folder, error) from None

    def keep(self, source: Source, found: Iterable[Acknowledgement]) -> list[Path]:
        """Write the acknowledgements of a message, and tell where they are."""
        if self._folder is None:
            return []
        stem = source.path.stem if source.path is not None else "stdin"
        return [self.write(f"{stem[:_LONGEST]}-apprec", made.data) for made in found]

    def write(self, stem: str, data: bytes) -> Path:
        """Write a file under a name that is free, and tell where it is."""
        assert self._folder is not None, "nothing is written without a folder"
        return self._write(str(self._folder / stem), data)

    def _write(self, start: str, data: bytes) -> Path:
        while True:
            self._used[start] += 1
            number = f"-{self._used[start]}" if self._used[start] > 1 else ""
            path = Path(f"{start}{number}.xml")
            try:
                with path.open("xb") as file:
                    file.write(data)
            except FileExistsError:
                continue
            except OSError as error:
                raise cannot_write(path, error) from None
            return path


def cannot_write(path: Path, error: OSError) -> click.UsageError:
    """What is told when a file cannot be written."""
    return click.UsageError(f"cannot write to {path}: {error.strerror}")
