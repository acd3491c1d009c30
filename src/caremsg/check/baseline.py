"""Baselines: findings that are known and not to be told of again, each with a reason.

A baseline is a TOML file:

    [[silence]]
    code = "PLO112"
    file = "inbox/*.xml"           # a pattern; without it, every file
    place = "Innleggelsesrapport"  # the end of the XPath, without prefixes and numbers
    reason = "the units have no telephone yet"
    until = 2027-06-30             # from the day after, the finding is told of again

A file is called what it was called on the command line, with `/` between folders.
Where several entries fit, one that names the file itself comes before one with a pattern.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from fnmatch import translate
from typing import Any

from attrs import Factory, field, frozen

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

    def fits(self, finding: Finding, today: dt.date) -> bool:
        """True for a finding that it is about, when its file is one of the right ones."""
        return (
            finding.code == self.code
            and self.holds(today)
            and f"/{place_of(finding)}".endswith(f"/{self.place}" if self.place else "")
        )

    def holds(self, today: dt.date) -> bool:
        """True until it is out of date."""
        return self.until is None or today <= self.until


NO_FINDINGS = Report()
_LITERAL = re.compile(r"(?:[^*?\[]|\[[*?\[]\])*")


class _ByFile:
    """Entries by the file they are about, so that a long baseline is not slow."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._named: dict[str, list[Entry]] = {}
        self._patterns: dict[str, tuple[re.Pattern[str], list[Entry]]] = {}
        for entry in entries:
            if _LITERAL.fullmatch(entry.file):
                name = re.sub(r"\[(.)\]", r"\1", entry.file)
                self._named.setdefault(name, []).append(entry)
            else:
                made = re.compile(translate(entry.file))
                self._patterns.setdefault(entry.file, (made, []))[1].append(entry)

    def of(self, file: str) -> Iterator[Entry]:
        """The entries about a file."""
        yield from self._named.get(file, ())
        for pattern, entries in self._patterns.values():
            if pattern.match(file):
                yield from entries


def _sorted_out(baseline: Baseline) -> _ByFile:
    return _ByFile(baseline.entries)


@frozen
class Baseline:
    """All entries of a file, and what is wrong with the file."""

    entries: tuple[Entry, ...] = ()
    report: Report = NO_FINDINGS
    _by_file: _ByFile = field(
        init=False, eq=False, repr=False, default=Factory(_sorted_out, takes_self=True)
    )

    def apply(self, report: Report, *, file: str, today: dt.date) -> Report:
        """The report without what is silenced, which stands beside it with its reason."""
        entries = list(self._by_file.of(file))
        kept: list[Finding] = []
        silenced = list(report.silenced)
        for finding in report:
            entry = next((e for e in entries if e.fits(finding, today)), None)
            if entry is None:
                kept.append(finding)
            else:
                silenced.append(Silenced(finding, entry.reason))
        return Report(tuple(kept), tuple(silenced))

    def unused(
        self, silenced: Iterable[tuple[str, Iterable[Finding]]], *, today: dt.date
    ) -> list[Finding]:
        """Advice about entries that silenced nothing, and warnings about those out of date.

        Takes what was silenced in each file that was judged. Nothing is said of an entry
        whose files were not among them.
        """
        judged, used = set[Entry](), set[Entry]()
        for file, findings in silenced:
            entries = list(self._by_file.of(file))
            judged.update(entries)
            used.update(e for finding in findings for e in entries if e.fits(finding, today))
        found: list[Finding] = []
        for entry in self.entries:
            where = Where(line=entry.line)
            if not entry.holds(today):
                found.append(BAS004.at(where))
            elif entry in judged and entry not in used:
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


def written(
    found: Iterable[tuple[str, Finding]], *, reason: str, kept: Iterable[Entry] = ()
) -> str:
    """The text of a baseline that silences these findings, sorted and each once.

    `kept` are entries that it is to have besides, such as those of the baseline before.
    """
    entries = {_block(entry): entry for entry in kept}
    for file, finding in found:
        entry = Entry(finding.code, reason, _literal(file), place_of(finding))
        entries[_block(entry)] = entry
    ordered = sorted(entries, key=lambda b: (entries[b].file, entries[b].code, b))
    return "# Findings that are known: `caremsg check --baseline` does not tell of them.\n\n" + (
        "\n".join(ordered)
    )


def _block(entry: Entry) -> str:
    """An entry as it stands in a file."""
    texts = {key: getattr(entry, key) for key in ("code", "file", "place", "reason")}
    lines = [f"{key} = {_quoted(text)}\n" for key, text in texts.items() if text]
    until = f"until = {entry.until.isoformat()}\n" if entry.until else ""
    return "".join(["[[silence]]\n", *lines, until])


def _literal(file: str) -> str:
    """A name as a pattern that fits nothing else, but for octets that are no text."""
    return re.sub("[\ud800-\udfff]", "?", re.sub(r"([*?\[])", r"[\1]", file))


def _quoted(text: str) -> str:
    escaped = re.sub("[\ud800-\udfff]", "?", text).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"[\x00-\x1f\x7f]", lambda c: f"\\u{ord(c[0]):04x}", escaped) + '"'
