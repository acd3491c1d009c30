"""From a TOML file to an agreement, or to what is wrong with the file."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from os import PathLike
from typing import Any

from attrs import frozen

from caremsg.codes import code_system
from caremsg.declare import editions
from caremsg.document import octets_of
from caremsg.findings import Finding, FindingKind, Report, Severity, Where, Words
from caremsg.messages.rules.reading import blank

from ..toml_lines import Toml, TomlError, read_toml
from . import file_kinds as kinds
from .checking import Fault, faults_of_rule, faults_of_types, first_clash
from .model import Agreement, AgreementFile, Exchange, Level, Requirement

__all__ = ["read_agreement"]

_TEXT = Words("a text with something in it", "en tekst med noe i")
_TEXTS = Words("a list of texts with something in it", "en liste av tekster med noe i")
_DATE = Words("a date", "en dato")
_MOST = 1_000_000_000
_NUMBER = Words(f"a whole number from 1 to {_MOST}", f"et heltall fra 1 til {_MOST}")
_HER = Words("a HER-id, which has digits only", "en HER-id, som bare har siffer")
_MEDIA = Words(
    "a list of media types such as application/pdf", "en liste av medietyper som application/pdf"
)
_MEDIA_TYPE = re.compile(r"[a-z0-9.+-]+/[a-z0-9.+-]+")
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
_FILLED = ("types", "editions", "codes")
"""Lists that say nothing when they are empty; without any attachments, that says something."""
_WORDS = {str: _TEXT, list: _TEXTS, dt.date: _DATE, int: _NUMBER}


def read_agreement(source: bytes | str | PathLike[str]) -> AgreementFile:
    """An agreement in TOML: octets, the text itself, or a path.

    Never raises for what is in it; InputError when a file cannot be read.
    """
    if isinstance(source, str):
        source = source.encode("utf-8", "surrogatepass")
    data = octets_of(source)
    try:
        toml = read_toml(data)
    except (TomlError, ValueError) as error:  # a number of thousands of digits is a ValueError
        return AgreementFile(None, Report((kinds.AGR001.at(Where(line=_line_of(error))),)))
    reader = _Reader(toml)
    made = reader.agreement()
    report = Report(tuple(sorted(reader.findings, key=lambda f: f.where.line or 0)))
    return AgreementFile(made if report.ok else None, report)


def _line_of(error: Exception) -> int:
    return error.line if isinstance(error, TomlError) else 1


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
        self.rules: list[Requirement] = []

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
            elif not _fits(value, kind, tables=not place.table) or (value == [] and key in _FILLED):
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
        self.faults(faults_of_types(values.get("types", ())), place)
        for name in values.get("editions", ()):
            if name not in editions():
                listed = ", ".join(editions())
                self.fault(kinds.AGR006, place, "editions", edition=name, known=listed)
        for key in ("sender", "receiver", "service"):
            if key in values and not re.fullmatch("[0-9]+", values[key]):
                self.fault(kinds.AGR003, place, key, key=key, wanted=_HER)
        attachments = values.pop("attachments", None)
        agreed = None if attachments is None else tuple(one.lower() for one in attachments)
        if not all(map(_MEDIA_TYPE.fullmatch, agreed or ())):
            self.fault(kinds.AGR003, place, "attachments", key="attachments", wanted=_MEDIA)
        return Exchange(
            **{key: _frozen(value) for key, value in {"types": (), **values}.items()},
            attachments=agreed,
            level=level,
        )

    def faults(self, faults: Iterable[Fault], place: _Place) -> None:
        for kind, key, names in faults:
            self.fault(kind, place, key, **names)

    def requirement(self, table: Any, place: _Place, level: Level) -> Requirement:
        values = self.values(table, _RULE, place, ("check", "path"))
        check = values.get("check", "required")
        if check not in _CHECKS:
            self.fault(kinds.AGR003, place, "check", key="check", wanted=", ".join(_CHECKS))
        for key in _NEEDS.get(check, ()):
            if key not in table:
                self.fault(kinds.AGR004, place, "check", key=key)
        values["severity"] = self.severity(values.get("severity", "warning"), place)
        refusal = values.get("refusal")
        if refusal is not None and refusal not in code_system(8221).codes:
            wanted = Words("a code of system 8221", "en kode fra kodeverk 8221")
            self.fault(kinds.AGR003, place, "refusal", key="refusal", wanted=wanted)
        made = {"check": "required", "path": "", **values}
        line = self.toml.line(place.table, place.number)
        rule = Requirement(**{k: _frozen(v) for k, v in made.items()}, level=level, line=line)
        self.faults(faults_of_types(rule.types), place)
        self.faults(faults_of_rule(rule), place)
        clash = first_clash(rule, self.rules)
        self.faults([clash] if clash is not None else [], place)
        self.rules.append(rule)
        return rule

    def severity(self, text: str, place: _Place) -> Severity:
        for severity in Severity:
            if severity.value == text:
                return severity
        wanted = ", ".join(severity.value for severity in Severity)
        self.fault(kinds.AGR003, place, "severity", key="severity", wanted=wanted)
        return Severity.WARNING


def _fits(value: Any, kind: Any, *, tables: bool) -> bool:
    if kind is int:
        return value.__class__ is int and 0 < value <= _MOST
    if kind is str:
        return value.__class__ is str and not blank(value)
    if kind is list and not tables:
        return value.__class__ is list and all(_fits(item, str, tables=False) for item in value)
    return value.__class__ is kind


def _frozen(value: Any) -> Any:
    return tuple(value) if value.__class__ is list else value
