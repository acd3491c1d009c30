"""TOML with line numbers: the standard library reads it, but does not say where things are."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from attrs import frozen

__all__ = ["Toml", "TomlError", "read_toml"]

_HEADER = re.compile(r"\s*\[{1,2}\s*([^\]]+?)\s*\]{1,2}\s*(?:#.*)?$")
_KEY = re.compile(r"\s*([A-Za-z0-9_-]+|\"[^\"]*\")\s*=")
_AT = re.compile(r"\(at line ([0-9]+), column [0-9]+\)|at end of document")


class TomlError(Exception):
    """It is not TOML; `line` is where."""

    def __init__(self, line: int) -> None:
        super().__init__("not TOML")
        self.line = line


@frozen
class Toml:
    """What was read, and where it stands."""

    data: dict[str, Any]
    lines: dict[tuple[str, int, str], int]
    """The line of a table (empty key) or of a key in it, by name and number of the table."""

    def line(self, table: str = "", number: int = 0, key: str = "") -> int | None:
        """The line of a key, or of its table when the key is not there."""
        places = ((table, number, key), (table, number, ""), ("", 0, table))
        return next((self.lines[place] for place in places if place in self.lines), None)


def read_toml(data: bytes) -> Toml:
    """The content of a TOML file. Raises TomlError with the line when it is none."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TomlError(data.count(b"\n", 0, error.start) + 1) from None
    try:
        found = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # also of numbers that are too long
        at = _AT.search(str(error))
        line = int(at[1]) if at is not None and at[1] else text.count("\n") + 1
        raise TomlError(line) from None
    return Toml(found, _lines(text))


def _lines(text: str) -> dict[tuple[str, int, str], int]:
    """Tables and keys by their line; what stands in a text of several lines does no harm."""
    lines: dict[tuple[str, int, str], int] = {("", 0, ""): 1}
    seen: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        header, key = _HEADER.match(line), _KEY.match(line)
        if header is not None:
            table = header[1]
            seen[table] = seen.get(table, -1) + 1
            lines[table, seen[table], ""] = number
        elif key is not None:
            lines.setdefault((table, seen.get(table, 0), key[1].strip('"')), number)
    return lines
