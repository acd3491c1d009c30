"""Code lists as files: a system in JSON, or a table of codes in CSV.

JSON is one object. `number` (or `oid`), `name` and `codes` must be there:

    {
      "number": 9121, "name": "...", "name_en": "...", "date": "2024-09-05",
      "complete": true, "pattern": "[0-9]{4}", "replaced_by": 9122,
      "codes": [
        {"code": "1", "display": "...", "display_en": "...", "retired": true,
         "since": "PLO 1.6", "until": "PLO 1.6", "instead": "9142/AAI", "also": ["..."],
         "earlier": "..."}
      ]
    }

CSV has the columns `code`, `display` and perhaps `display_en`, `retired`; the first line
names them. Both are in UTF-8. Whatever is wrong is an InputError that tells the line.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from typing import NoReturn, TypeVar, cast

from caremsg.errors import InputError

from .system import OID_ROOT, Code, CodeSystem

__all__ = ["oid_of", "read_csv", "read_json"]

T = TypeVar("T")

_TRUE, _FALSE = frozenset(("true", "yes", "1", "x")), frozenset(("", "false", "no", "0"))
_OID = re.compile(r"[0-9]+(\.[0-9]+)+")
_CODES = re.compile(r'"codes"\s*:\s*\[\s*')


def oid_of(which: int | str) -> str:
    """The object identifier of a system, given as that or as its number. Raises ValueError."""
    text = str(which)
    if text.isascii() and text.isdecimal():
        return f"{OID_ROOT}{int(text)}"
    if not _OID.fullmatch(text):
        raise ValueError("neither a number nor an object identifier")
    return text


def read_json(data: bytes) -> CodeSystem:
    """The code system in a file of the form above. Raises InputError when it is another form."""
    text = _text(data)
    try:
        return _system(_Fields(json.loads(text)))
    except _WrongError as wrong:
        _fail(_line_of(text, wrong.row), wrong.what)
    except ValueError as error:
        _fail(getattr(error, "lineno", 1), "it is not JSON")
    except RecursionError:
        _fail(1, "it is nested too deeply")


def read_csv(data: bytes, system: int | str, *, name: str = "") -> CodeSystem:
    """The code system (told by number or OID) whose complete list is a table of the form above.

    Raises InputError when it is another form.
    """
    try:
        oid = oid_of(system)
    except ValueError as error:
        raise InputError(f"the system of a code list is {error}") from None
    rows = csv.reader(io.StringIO(_text(data), newline=""), strict=True)
    try:
        header = [cell.strip() for cell in next(rows, ())]
        if not {"code", "display"} <= set(header):
            _fail(1, "the first line must name the columns, `code` and `display` among them")
        made = [
            _row(dict(zip(header, row, strict=False)), rows.line_num)
            for row in rows
            if any(cell.strip() for cell in row)
        ]
    except csv.Error:
        _fail(rows.line_num, "it is not CSV")
    try:
        return CodeSystem(oid, name or oid, None, "", True, _by_code(made))
    except _WrongError as wrong:
        _fail(wrong.row or 1, wrong.what)


def _row(cells: Mapping[str, str], line: int) -> tuple[Code, int]:
    code, retired = cells["code"].strip(), cells.get("retired", "").strip().casefold()
    if not code:
        _fail(line, "a code is missing")
    if "display" not in cells:
        _fail(line, "there are too few columns")
    if retired not in _TRUE | _FALSE:
        _fail(line, "`retired` is neither true nor false")
    english = cells.get("display_en", "").strip() or None
    return Code(code, cells["display"].strip(), english, retired in _TRUE), line


class _WrongError(Exception):
    """What is wrong in a JSON file, and in which of the codes, from 0."""

    def __init__(self, what: str, row: int | None) -> None:
        self.what, self.row = what, row


class _Fields:
    """A JSON object, read member by member."""

    def __init__(self, found: object, row: int | None = None) -> None:
        self.row = row
        if not isinstance(found, dict):
            self.wrong("it is not a JSON object")
        self.found = cast("dict[str, object]", found)

    def wrong(self, what: str) -> NoReturn:
        raise _WrongError(what, self.row)

    def get(self, name: str, kind: type[T]) -> T | None:
        """A member of a type, if it is there."""
        value = self.found.pop(name, None)
        if value is None:
            return None
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            self.wrong(f"`{name}` is of the wrong type")
        return value

    def must(self, name: str, kind: type[T]) -> T:
        """A member of a type."""
        value = self.get(name, kind)
        if value is None:
            self.wrong(f"`{name}` is missing")
        return value

    def done(self) -> None:
        """Nothing else may be there: it would be a misspelt name, and silently without effect."""
        if self.found:
            self.wrong("there is a member that nobody knows; a misspelt name?")


def _system(fields: _Fields) -> CodeSystem:
    number, oid = fields.get("number", int), fields.get("oid", str)
    which = oid if number is None else number
    if which is None:
        fields.wrong("`number` or `oid` is missing")
    try:
        oid = oid_of(which)
    except ValueError as error:
        fields.wrong(f"the system is {error}")
    rows = enumerate(cast("list[object]", fields.must("codes", list)))
    made = CodeSystem(
        oid,
        fields.must("name", str),
        fields.get("name_en", str),
        fields.get("date", str) or "",
        fields.get("complete", bool) is not False,
        _by_code((_code(_Fields(row, at)), at) for at, row in rows),
        _pattern(fields),
        fields.get("replaced_by", int),
    )
    fields.done()
    return made


def _pattern(fields: _Fields) -> str | None:
    found = fields.get("pattern", str)
    try:
        re.compile(found or "")
    except re.error:
        fields.wrong("`pattern` is not a regular expression")
    return found


def _code(fields: _Fields) -> Code:
    also = cast("list[object]", fields.get("also", list) or [])
    texts = tuple(text for text in also if isinstance(text, str))
    if len(texts) != len(also):
        fields.wrong("`also` holds texts")
    made = Code(
        fields.must("code", str),
        fields.must("display", str),
        fields.get("display_en", str),
        bool(fields.get("retired", bool)),
        fields.get("since", str),
        texts,
        fields.get("instead", str),
        fields.get("earlier", str),
        fields.get("until", str),
    )
    fields.done()
    return made


def _line_of(text: str, row: int | None) -> int:
    """The line at which one of the codes begins, in text that is known to be JSON."""
    start = _CODES.search(text)
    if row is None or start is None:
        return 1
    at, decoder = start.end(), json.JSONDecoder()
    for _ in range(row):
        at = decoder.raw_decode(text, at)[1]
        while text[at] in ", \t\r\n":
            at += 1
    return text.count("\n", 0, at) + 1


def _by_code(made: Iterable[tuple[Code, int]]) -> dict[str, Code]:
    found: dict[str, Code] = {}
    for code, place in made:
        if code.code in found:
            raise _WrongError("a code is there twice", place)
        found[code.code] = code
    return found


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _fail(data.count(b"\n", 0, error.start) + 1, "it is not in UTF-8")


def _fail(line: int, what: str) -> NoReturn:
    raise InputError(f"not a code list; line {line}: {what}") from None
