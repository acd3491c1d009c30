"""From a TOML file to an agreement, or to what is wrong with the file."""

from __future__ import annotations

import datetime as dt
from difflib import get_close_matches
from os import PathLike
from typing import Any

from attrs import frozen

from caremsg.codes import code_system
from caremsg.declare import Message, editions
from caremsg.document import octets_of
from caremsg.findings import Finding, FindingKind, Report, Severity, Where, Words
from caremsg.messages.msghead import MsgHead

from ..subjects import message_types
from ..toml_lines import Toml, TomlError, read_toml
from . import kinds
from .model import Agreement, AgreementFile, Exchange, Level, Requirement
from .paths import known, names_near

__all__ = ["read_agreement"]

_TEXT = Words("a text", "en tekst")
_TEXTS = Words("a list of texts", "en liste av tekster")
_DATE = Words("a date", "en dato")
_NUMBER = Words("a number above zero", "et tall over null")
_TOP: dict[str, Any] = {
    "name": str,
    "level": str,
    "valid_from": dt.date,
    "valid_to": dt.date,
    "exchange": list,
    "rule": list,
}
_EXCHANGE: dict[str, Any] = {
    "types": list,
    "editions": list,
    "sender": str,
    "receiver": str,
    "service": str,
    "attachments": list,
}
_RULE: dict[str, Any] = {
    "check": str,
    "path": str,
    "types": list,
    "codes": list,
    "limit": int,
    "since": str,
    "severity": str,
    "refusal": str,
    "en": str,
    "nb": str,
}
_CHECKS = ("required", "forbidden", "allowed", "max_length", "deadline")
_NEEDS = {"allowed": ("codes",), "max_length": ("limit",), "deadline": ("limit", "since")}
_WORDS = {str: _TEXT, list: _TEXTS, dt.date: _DATE, int: _NUMBER}


def read_agreement(source: bytes | str | PathLike[str]) -> AgreementFile:
    """An agreement in TOML: octets, the text itself, or a path.

    Never raises for what is in it; InputError when a file cannot be read.
    """
    data = source.encode() if isinstance(source, str) else octets_of(source)
    try:
        toml = read_toml(data)
    except TomlError as error:
        return AgreementFile(None, Report((kinds.AGR001.at(Where(line=error.line)),)))
    reader = _Reader(toml)
    made = reader.agreement()
    report = Report(tuple(sorted(reader.findings, key=lambda f: f.where.line or 0)))
    return AgreementFile(made if report.ok else None, report)


@frozen
class _Place:
    """A table of the file."""

    table: str = ""
    number: int = 0


class _Reader:
    """Reads tables, and remembers what is wrong with them."""

    def __init__(self, toml: Toml) -> None:
        self.toml = toml
        self.findings: list[Finding] = []

    def fault(self, kind: FindingKind, place: _Place, at: str, /, **names: object) -> None:
        line = self.toml.line(place.table, place.number, at)
        self.findings.append(kind.at(Where(line=line or 1), **names))

    def agreement(self) -> Agreement:
        top, place = self.toml.data, _Place()
        values = self.values(top, _TOP, place, ("name", "level"))
        level = self.level(values.get("level", ""), place)
        begin, end = values.get("valid_from"), values.get("valid_to")
        if begin is not None and end is not None and end < begin:
            self.fault(kinds.AGR009, place, "valid_to")
        return Agreement(
            values.get("name", ""),
            level,
            begin,
            end,
            tuple(
                self.exchange(table, _Place("exchange", i), level)
                for i, table in enumerate(values.get("exchange", ()))
            ),
            tuple(
                self.requirement(table, _Place("rule", i), level)
                for i, table in enumerate(values.get("rule", ()))
            ),
        )

    def values(
        self, table: Any, known_keys: dict[str, Any], place: _Place, needed: tuple[str, ...]
    ) -> dict[str, Any]:
        """What is right in a table; the rest becomes findings."""
        if table.__class__ is not dict:
            self.fault(kinds.AGR003, place, "", key=place.table, wanted=f"[[{place.table}]]")
            return {}
        found: dict[str, Any] = {}
        for key, value in table.items():
            kind = known_keys.get(key)
            if kind is None:
                self.fault(kinds.AGR002, place, key, key=key, known=", ".join(known_keys))
            elif not _fits(value, kind, tables=not place.table and kind is list):
                self.fault(kinds.AGR003, place, key, key=key, wanted=_WORDS[kind])
            else:
                found[key] = value
        for key in needed:
            if key not in table:
                self.fault(kinds.AGR004, place, key, key=key)
        return found

    def level(self, text: str, place: _Place) -> Level:
        for level in Level:
            if level.value == text:
                return level
        if text:
            wanted = ", ".join(level.value for level in Level)
            self.fault(kinds.AGR003, place, "level", key="level", wanted=wanted)
        return Level.PAIR

    def exchange(self, table: Any, place: _Place, level: Level) -> Exchange:
        values = self.values(table, _EXCHANGE, place, ("types",))
        self.types(values, place)
        for name in values.get("editions", ()):
            if name not in editions():
                listed = ", ".join(editions())
                self.fault(kinds.AGR006, place, "editions", edition=name, known=listed)
        attachments = values.pop("attachments", None)
        return Exchange(
            **{key: _frozen(value) for key, value in {"types": (), **values}.items()},
            attachments=None if attachments is None else tuple(attachments),
            level=level,
        )

    def types(self, values: dict[str, Any], place: _Place) -> None:
        system = code_system(8279)
        types: list[str] = values.get("types", [])
        for code in types:
            if code not in system.codes and code not in message_types():
                near = get_close_matches(code.upper(), message_types(), n=2)
                self.fault(kinds.AGR005, place, "types", type=code, near=_perhaps(near))

    def requirement(self, table: Any, place: _Place, level: Level) -> Requirement:
        values = self.values(table, _RULE, place, ("check", "path"))
        check = values.get("check", "required")
        if check not in _CHECKS:
            self.fault(kinds.AGR003, place, "check", key="check", wanted=", ".join(_CHECKS))
        for key in _NEEDS.get(check, ()):
            if key not in values:
                self.fault(kinds.AGR004, place, "check", key=key)
        self.types(values, place)
        self.paths(values, place)
        values["severity"] = self.severity(values.get("severity", "warning"), place)
        refusal = values.get("refusal")
        if refusal is not None and refusal not in code_system(8221).codes:
            self.fault(kinds.AGR003, place, "refusal", key="refusal", wanted="8221")
        made = {"check": "required", "path": "", **values}
        line = self.toml.line(place.table, place.number)
        return Requirement(**{k: _frozen(v) for k, v in made.items()}, level=level, line=line)

    def paths(self, values: dict[str, Any], place: _Place) -> None:
        types: list[str] = values.get("types") or [""]
        for key in ("path", "since"):
            path: str | None = values.get(key)
            if path is None:
                continue
            for code in types:
                roots = _roots(code)
                if not any(known(root, path) for root in roots):
                    near = [name for root in roots[:3] for name in names_near(root, path)]
                    words = _perhaps(list(dict.fromkeys(near))[:3])
                    self.fault(kinds.AGR007, place, key, type=code or "*", path=path, near=words)
                    break

    def severity(self, text: str, place: _Place) -> Severity:
        for severity in Severity:
            if severity.value == text:
                return severity
        wanted = ", ".join(severity.value for severity in Severity)
        self.fault(kinds.AGR003, place, "severity", key="severity", wanted=wanted)
        return Severity.WARNING


def _roots(code: str) -> list[type[Message]]:
    """The documents of a message type, or of all, and the head that carries them."""
    every = message_types()
    chosen = [every.get(code, [])] if code else list(every.values())
    return [*dict.fromkeys(document for pairs in chosen for document, _ in pairs), MsgHead]


def _fits(value: Any, kind: Any, *, tables: bool) -> bool:
    if kind is int:
        return value.__class__ is int and value > 0
    if kind is list and not tables:
        return value.__class__ is list and all(item.__class__ is str for item in value)
    return value.__class__ is kind


def _frozen(value: Any) -> Any:
    return tuple(value) if value.__class__ is list else value


def _perhaps(near: list[str]) -> Words:
    if not near:
        return Words("nothing is near it", "ingenting ligner")
    return Words(f"perhaps {', '.join(near)}", f"kanskje {', '.join(near)}")
