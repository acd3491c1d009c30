"""Baselines: findings that are known and not to be told of again, each with a reason.

A baseline is a TOML file:

    [[silence]]
    code = "PLO112"
    file = "inbox/*.xml"           # a pattern; without it, every file
    place = "Innleggelsesrapport"  # the end of the XPath, without prefixes and numbers
    reason = "the units have no telephone yet"
    until = 2027-06-30             # from the day after, the finding is told of again
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from fnmatch import fnmatchcase
from typing import Any

from attrs import frozen

from caremsg.findings import Finding, FindingKind, Report, Severity, Silenced, Where, Words

from .toml_lines import Toml, TomlError, read_toml

__all__ = ["Baseline", "Entry", "place_of", "read_baseline", "written"]

OWN = "caremsg, baselines"
_KEYS = {"code": str, "file": str, "place": str, "reason": str, "until": dt.date}

BAS001 = FindingKind(
    "BAS001",
    Severity.ERROR,
    "the baseline is not a TOML file",
    "grunnlinjen er ikke en TOML-fil",
    OWN,
    Words("Nothing in it is silenced.", "Ingenting i den blir dempet."),
    Words("Mend the line that is named.", "Rett linjen som er nevnt."),
)
BAS002 = FindingKind(
    "BAS002",
    Severity.ERROR,
    "the entry has {fault}",
    "oppføringen har {fault}",
    OWN,
    Words(
        "An entry that is half understood could silence too much.",
        "En oppføring som er halvt forstått, kunne dempet for mye.",
    ),
    Words(
        "Give code and reason as texts; file, place (texts) and until (a date) may be left out.",
        "Oppgi code og reason som tekst; file, place (tekst) og until (dato) kan utelates.",
    ),
)
BAS003 = FindingKind(
    "BAS003",
    Severity.ADVICE,
    "the entry silences nothing any more",
    "oppføringen demper ikke noe lenger",
    OWN,
    Words("What it was for has been mended.", "Det den var for, er rettet."),
    Words("Take it out.", "Fjern den."),
)
BAS004 = FindingKind(
    "BAS004",
    Severity.WARNING,
    "the entry is out of date, so what it silenced is told of again",
    "oppføringen er utløpt, så det den dempet, blir meldt igjen",
    OWN,
    Words("Somebody wanted to have mended it by now.", "Noen ville ha rettet det innen nå."),
    Words(
        "Mend what it is about, or give a later date with a reason.",
        "Rett det den gjelder, eller oppgi en senere dato med en grunn.",
    ),
)


@frozen
class Entry:
    """One kind of finding that is not to be told of."""

    code: str
    reason: str
    file: str = "*"
    """A pattern for names of files."""
    place: str = ""
    """The end of the XPath, without prefixes and numbers; empty: anywhere."""
    until: dt.date | None = None
    """The last day it holds."""
    line: int | None = None
    """Where it stands in the baseline."""

    def silences(self, finding: Finding, file: str, today: dt.date) -> bool:
        """True for a finding in a file that it is about."""
        return (
            finding.code == self.code
            and (self.until is None or today <= self.until)
            and fnmatchcase(file, self.file)
            and f"/{place_of(finding)}".endswith(f"/{self.place}" if self.place else "")
        )


NO_FINDINGS = Report()


@frozen
class Baseline:
    """All entries of a file, and what is wrong with the file."""

    entries: tuple[Entry, ...] = ()
    report: Report = NO_FINDINGS

    def apply(self, report: Report, *, file: str, today: dt.date) -> Report:
        """The report without what is silenced, which stands beside it with its reason."""
        kept: list[Finding] = []
        silenced = list(report.silenced)
        for finding in report:
            entry = next((e for e in self.entries if e.silences(finding, file, today)), None)
            if entry is None:
                kept.append(finding)
            else:
                silenced.append(Silenced(finding, entry.reason))
        return Report(tuple(kept), tuple(silenced))

    def unused(self, silenced: Iterable[tuple[str, Finding]], *, today: dt.date) -> list[Finding]:
        """Advice about entries that silenced nothing, and warnings about those out of date."""
        pairs = list(silenced)
        found: list[Finding] = []
        for entry in self.entries:
            where = Where(line=entry.line)
            if entry.until is not None and today > entry.until:
                found.append(BAS004.at(where))
            elif not any(entry.silences(finding, file, today) for file, finding in pairs):
                found.append(BAS003.at(where))
        return found


def place_of(finding: Finding) -> str:
    """Where a finding is, without prefixes and numbers: alike for all messages of a kind."""
    bare = re.sub(r"\[[0-9]+\]", "", finding.where.xpath or finding.where.path)
    return "/".join(step.rpartition(":")[2] for step in bare.strip("/").split("/"))


def read_baseline(data: bytes) -> Baseline:
    """A baseline. Never raises: what is wrong with it is in its report, with lines."""
    try:
        toml = read_toml(data)
    except TomlError as error:
        return Baseline(report=Report((BAS001.at(Where(line=error.line)),)))
    entries: list[Entry] = []
    faults = [
        BAS002.at(Where(line=toml.line(key=key) or toml.line(key)), fault=_unknown(key))
        for key in toml.data
        if key != "silence"
    ]
    tables = _tables(toml.data.get("silence", []))
    if tables is None:
        faults.append(BAS002.at(Where(line=toml.line("silence")), fault=_WRONG))
    for number, table in enumerate(tables or []):
        made = _entry(table, number, toml)
        (entries if isinstance(made, Entry) else faults).append(made)  # type: ignore[arg-type]
    return Baseline(tuple(entries), Report(tuple(faults)))


def _tables(found: Any) -> list[Any] | None:
    return list(found) if found.__class__ is list else None


_WRONG = Words("another form than [[silence]]", "en annen form enn [[silence]]")


def _unknown(key: str) -> Words:
    return Words(f"an unknown key: {key}", f"en ukjent nøkkel: {key}")


def _entry(table: Any, number: int, toml: Toml) -> Entry | Finding:
    if table.__class__ is not dict:
        return BAS002.at(Where(line=toml.line("silence", number)), fault=_WRONG)
    values: dict[str, Any] = dict(table)
    for key, value in values.items():
        where = Where(line=toml.line("silence", number, key))
        if key not in _KEYS:
            return BAS002.at(where, fault=_unknown(key))
        if not isinstance(value, _KEYS[key]) or isinstance(value, dt.datetime):
            fault = Words(f"a wrong value for {key}", f"en feil verdi for {key}")
            return BAS002.at(where, fault=fault)
    for key in ("code", "reason"):
        if not str(values.get(key, "")).strip():
            fault = Words(f"no {key}", f"ingen {key}")
            return BAS002.at(Where(line=toml.line("silence", number)), fault=fault)
    return Entry(**values, line=toml.line("silence", number))


def written(found: Iterable[tuple[str, Finding]], *, reason: str) -> str:
    """The text of a baseline that silences these findings, sorted and each once."""
    keys = sorted({(file, finding.code, place_of(finding)) for file, finding in found})
    blocks = [
        f"[[silence]]\ncode = {_quoted(code)}\nfile = {_quoted(_literal(file))}\n"
        f"place = {_quoted(place)}\nreason = {_quoted(reason)}\n"
        for file, code, place in keys
    ]
    return "# Findings that are known: `caremsg check --baseline` does not tell of them.\n\n" + (
        "\n".join(blocks)
    )


def _literal(file: str) -> str:
    """A name as a pattern that fits nothing else, but for octets that are no text."""
    return re.sub("[\ud800-\udfff]", "?", re.sub(r"([*?\[])", r"[\1]", file))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"[\x00-\x1f\x7f]", lambda c: f"\\u{ord(c[0]):04x}", escaped) + '"'
