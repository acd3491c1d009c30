"""SARIF 2.1.0 (OASIS), which code hosts and editors show beside the files."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from caremsg import Finding, Severity
from caremsg.check.explaining import explanations
from caremsg.findings import Silenced

from ..output import Output
from ..verdict import Verdict
from .base import Style, Writer

__all__ = ["Sarif"]

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_HOME = "https://pypi.org/project/caremsg/"


class Sarif(Writer):
    """One run with all files."""

    def __init__(self, out: Output, style: Style) -> None:
        super().__init__(out, style)
        self._results: list[dict[str, Any]] = []
        self._notes: list[dict[str, Any]] = []
        self._read = True

    def file(self, verdict: Verdict) -> None:
        """Remember the findings of a file."""
        self._results += [self._result(verdict.file, item) for item in verdict.findings]
        self._results += [self._suppressed(verdict.file, item) for item in verdict.silenced]
        if verdict.error:
            text = f"{self.style.word('cannot be read')}: {verdict.error}"
            self.out.complain(f"{verdict.file}: {text}")
            self._read = False
            place = {"physicalLocation": {"artifactLocation": {"uri": _uri(verdict.file)}}}
            self._notes.append({"level": "error", "message": {"text": text}, "locations": [place]})

    def end(self, extra: list[Finding]) -> None:
        """Write the run."""
        used = sorted({result["ruleId"] for result in self._results})
        driver = {
            "name": "caremsg",
            "version": version("caremsg"),
            "informationUri": _HOME,
            "rules": [self._rule(code) for code in used],
        }
        numbers = {code: number for number, code in enumerate(used)}
        for result in self._results:
            result["ruleIndex"] = numbers[result["ruleId"]]
        notes = [*self._notes, *map(self._note, extra)]
        run: dict[str, Any] = {
            "tool": {"driver": driver},
            "columnKind": "unicodeCodePoints",
            "invocations": [
                {"executionSuccessful": self._read, "toolExecutionNotifications": notes}
            ],
            "results": self._results,
        }
        self.out.record({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1)

    def _note(self, finding: Finding) -> dict[str, Any]:
        """What is wrong with the baseline."""
        line = f", {self.style.word('line')} {finding.where.line}" if finding.where.line else ""
        text = f"{finding.code}{line}: {self.style.text(finding)}"
        return {"level": _LEVELS[finding.severity], "message": {"text": text}}

    def _rule(self, code: str) -> dict[str, Any]:
        found, lang = explanations()[code], self.style.word.language
        severity = found.kind.severity
        return {
            "id": code,
            "shortDescription": {"text": found.sentence(lang)},
            "fullDescription": {"text": found.why(lang) or found.sentence(lang)},
            "help": {"text": found.mend(lang) or found.sentence(lang)},
            "defaultConfiguration": {"level": _LEVELS[severity]},
            "properties": {"source": found.kind.source, "ids": list(found.kind.ids)},
        }

    def _result(self, file: str, finding: Finding) -> dict[str, Any]:
        where = finding.where
        place: dict[str, Any] = {"artifactLocation": {"uri": _uri(file)}}
        if where.line:
            place["region"] = {"startLine": where.line}
        location: dict[str, Any] = {"physicalLocation": place}
        if where.xpath or where.path:
            name = where.xpath or where.path
            location["logicalLocations"] = [{"fullyQualifiedName": name, "kind": "element"}]
        return {
            "ruleId": finding.code,
            "level": _LEVELS[finding.severity],
            "message": {"text": self.style.text(finding)},
            "locations": [location],
            "properties": _properties(finding),
            "partialFingerprints": {"place/v1": _fingerprint(file, finding)},
        }

    def _suppressed(self, file: str, item: Silenced) -> dict[str, Any]:
        made = self._result(file, item.finding)
        return {**made, "suppressions": [{"kind": "external", "justification": item.reason}]}


def _uri(file: str) -> str:
    """A file as a reference: relative where it was given so."""
    path = Path(file)
    if path.is_absolute():
        return path.as_uri()
    return quote(path.as_posix(), errors="surrogateescape")


def _properties(finding: Finding) -> dict[str, Any]:
    """What SARIF has no word for."""
    found: dict[str, Any] = {"path": finding.where.path, "source": finding.source}
    if finding.refusal:
        found |= {"refusal": finding.refusal, "mustRefuse": finding.must_refuse}
    return {**found, "changed": finding.reason} if finding.reason else found


def _fingerprint(file: str, finding: Finding) -> str:
    """The same for the same finding at the same place of the same file."""
    where = finding.where
    key = "\0".join((file, finding.code, where.xpath or where.path))
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]
