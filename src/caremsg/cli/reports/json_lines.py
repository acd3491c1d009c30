"""For programs: one JSON value a line, one line a file."""

from __future__ import annotations

from typing import Any

from caremsg import Finding

from ..verdict import Verdict
from .base import Writer

__all__ = ["JsonLines", "finding_data"]


class JsonLines(Writer):
    """Each file as a line: file, type, edition, ok, findings, silenced."""

    def file(self, verdict: Verdict) -> None:
        """One line."""
        if verdict.error:
            word = self.style.word
            self.out.complain(f"{verdict.file}: {word('cannot be read')}: {verdict.error}")
        if verdict.findings or verdict.error or not self.style.quiet:
            self.out.record(self._data(verdict))

    def end(self, extra: list[Finding]) -> None:
        """What is wrong with the baseline is a complaint, not a line."""
        for finding in extra:
            word = self.style.word("line")
            line = f", {word} {finding.where.line}" if finding.where.line else ""
            self.out.complain(f"{finding.code}{line}: {self.style.text(finding)}")

    def _data(self, verdict: Verdict) -> dict[str, Any]:
        language = self.style.word.language
        return {
            "file": verdict.file,
            "type": verdict.type,
            "edition": verdict.edition,
            "ok": verdict.ok,
            "findings": [finding_data(item, language) for item in verdict.findings],
            "silenced": [
                {"reason": item.reason, **finding_data(item.finding, language)}
                for item in verdict.silenced
            ],
            **({"error": verdict.error} if verdict.error else {}),
        }


def finding_data(finding: Finding, language: str) -> dict[str, Any]:
    """A finding for programs."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "path": finding.where.path,
        "xpath": finding.where.xpath,
        "line": finding.where.line,
        "text": finding.in_language(language),
        "source": finding.source,
        "refusal": finding.refusal,
        "must_refuse": finding.must_refuse,
        "changed": finding.reason or None,
    }
