"""A folder of test messages: what `expected.json` says of each file, and of several in order.

    folder = read_folder("acceptance")
    folder.records[0].expected.decision    # "accept"
    folder.records[0].data                 # the bytes of the file

Only `file` and `expected` with its `decision` must be there; what is missing is not judged.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import Any, cast

from attrs import frozen

from caremsg.errors import InputError

__all__ = ["DECISIONS", "Expected", "Folder", "Record", "Scenario", "read_folder"]

DECISIONS = ("accept", "warn", "reject", "setup")
"""What may be expected. `setup`: it depends on how the receiver is set up."""
_SENDING = ("must", "may", "must-not", "unspecified")


@frozen
class Expected:
    """What is expected when a message arrives."""

    decision: str
    """One of `DECISIONS`."""
    alternatives: tuple[str, ...] = ()
    """What is permitted besides."""
    send: str = "unspecified"
    """Whether an acknowledgement is sent: `must`, `may`, `must-not` or `unspecified`."""
    version: str | None = None
    """The version of the acknowledgement."""
    codes: tuple[str, ...] = ()
    """Error codes (8221), any of which is right for a refusal."""
    roles: tuple[str, ...] = ()
    """The roles that acknowledge, each at least once."""
    warnings: tuple[str, ...] = ()
    """What a user has to be told."""

    @property
    def permitted(self) -> frozenset[str]:
        """The decisions that are right."""
        named = {self.decision, *self.alternatives}
        if "setup" in named and (self.decision != "setup" or not self.alternatives):
            named |= {"accept", "warn", "reject"}
        return frozenset(named - {"setup"})


@frozen(repr=False)
class Record:
    """One message of a folder."""

    file: str
    """Its name, below the folder."""
    data: bytes
    expected: Expected
    kind: str = "base"
    """What it tries, such as `patient-unknown`."""
    suite: str = ""
    """The messages of one suite have one receiver."""
    quirks: tuple[str, ...] = ()
    """What is strange about the file itself."""

    def __repr__(self) -> str:
        return f"<Record {self.file}>"


@frozen
class Scenario:
    """Messages that are loaded one after the other."""

    id: str
    steps: tuple[str, ...]
    """The names of the files, in order."""
    kind: str = ""
    """What it tries; when empty, the name tells."""


@frozen
class Folder:
    """All of it."""

    path: Path
    records: tuple[Record, ...]
    scenarios: tuple[Scenario, ...] = ()


def read_folder(path: str | PathLike[str]) -> Folder:
    """Read a folder. Raises InputError that says what is wrong with it."""
    root = Path(path)
    if not root.is_dir():
        raise InputError("the folder of test messages is not there")
    found = _document(root / "expected.json")
    records = tuple(_record(root, entry) for entry in _list(found, "files"))
    if not records:
        raise InputError("expected.json names no files")
    names = {record.file for record in records}
    if len(names) < len(records):
        raise InputError("expected.json names a file twice")
    scenarios = tuple(_scenario(entry, names) for entry in _list(found, "scenarios"))
    return Folder(root, records, scenarios)


def _document(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError:
        raise InputError("the folder has no expected.json that can be read") from None
    except (ValueError, RecursionError):
        raise InputError("expected.json is not JSON in UTF-8") from None
    if not isinstance(found, dict):
        raise InputError("expected.json is not an object with `files`")
    return cast("dict[str, Any]", found)


def _list(found: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    entries = found.get(name, [])
    if not isinstance(entries, list):
        raise InputError(f"{name} of expected.json is not a list")
    listed: list[Any] = entries  # pyright: ignore[reportUnknownVariableType]
    if not all(isinstance(entry, dict) for entry in listed):
        raise InputError(f"{name} of expected.json is not a list of objects")
    return cast("list[dict[str, Any]]", listed)


def _text(entry: Mapping[str, Any], name: str, usual: str | None = None) -> str:
    value = entry.get(name)
    value = usual if value is None else value
    if not isinstance(value, str):
        raise InputError(f"{name} of an entry of expected.json is not a text")
    return value


def _texts(entry: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value: Any = entry.get(name)
    if value is None:
        return ()
    if isinstance(value, list):
        listed: list[Any] = value  # pyright: ignore[reportUnknownVariableType]
        if all(isinstance(item, str) for item in listed):
            return tuple(cast("list[str]", listed))
    raise InputError(f"{name} of an entry of expected.json is not a list of texts")


def _record(root: Path, entry: Mapping[str, Any]) -> Record:
    file = _text(entry, "file")
    path = (root / file).resolve()
    if not path.is_relative_to(root.resolve()):
        raise InputError("expected.json names a file outside its folder")
    try:
        data = path.read_bytes()
    except OSError:
        raise InputError(f"expected.json names {file!r}, which cannot be read") from None
    expected = entry.get("expected")
    if not isinstance(expected, dict):
        raise InputError(f"expected.json does not say what is `expected` of {file!r}")
    return Record(
        file=file,
        data=data,
        expected=_expected(cast("dict[str, Any]", expected)),
        kind=_text(entry, "kind", "base"),
        suite=_text(entry, "suite", ""),
        quirks=_texts(entry, "quirks"),
    )


def _expected(entry: Mapping[str, Any]) -> Expected:
    made = Expected(
        decision=_text(entry, "decision"),
        alternatives=_texts(entry, "alternatives"),
        send=_text(entry, "apprec_send", "unspecified"),
        version=_text(entry, "apprec_version", "") or None,
        codes=_texts(entry, "apprec_error_codes"),
        roles=_texts(entry, "apprec_role"),
        warnings=_texts(entry, "warnings"),
    )
    if not {made.decision, *made.alternatives} <= set(DECISIONS):
        raise InputError(f"a decision of expected.json is one of {', '.join(DECISIONS)}")
    if made.send not in _SENDING:
        raise InputError(f"apprec_send of expected.json is one of {', '.join(_SENDING)}")
    return made


def _scenario(entry: Mapping[str, Any], names: set[str]) -> Scenario:
    made = Scenario(_text(entry, "id"), _texts(entry, "steps"), _text(entry, "kind", ""))
    unknown = [step for step in made.steps if step not in names]
    if unknown or not made.steps:
        raise InputError(f"the scenario {made.id!r} has no steps, or one that is not in `files`")
    return made
