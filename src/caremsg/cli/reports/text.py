"""For people: each finding with its line of the document and a caret below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from caremsg import Finding, Severity
from caremsg.findings import Silenced

from ..excerpts import Excerpt
from ..output import Output
from ..verdict import Verdict
from ..words import Words
from .base import Style, Writer

__all__ = ["Text"]

_STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}


class Text(Writer):
    """A few lines for each finding, and a summary."""

    wants_lines = True

    def __init__(self, out: Output, style: Style) -> None:
        super().__init__(out, style)
        self.seen = Counter[str]()

    def file(self, verdict: Verdict) -> None:
        """The state of a file, then its findings."""
        outcome = "unread" if verdict.error else "fine" if verdict.ok else "bad"
        self.seen.update([outcome, *(f.severity.value for f in verdict.findings)])
        self.seen["silenced"] += len(verdict.silenced)
        if verdict.error:
            self.out.complain(f"{verdict.file}: {self.word('cannot be read')}: {verdict.error}")
        elif verdict.findings or not self.style.quiet:
            self._file(verdict)

    def end(self, extra: list[Finding]) -> None:
        """What is wrong with the baseline, and the summary."""
        for finding in extra:
            self._finding(finding, None)
        outcomes = [name for name in ("fine", "bad", "unread") if self.seen[name]]
        text = self.word.count(sum(self.seen[name] for name in outcomes), "file") + ": "
        text += ", ".join(self.word.count(self.seen[name], name) for name in outcomes)
        counted = [s.value for s in Severity] + ["silenced"]
        found = [self.word.count(self.seen[name], name) for name in counted if self.seen[name]]
        if any(self.seen[s.value] for s in Severity):
            self.out.line(self.word("caremsg explain CODE says what a finding means"))
        self.out.line(f"{text}; {', '.join(found)}" if found else text)

    def _file(self, verdict: Verdict) -> None:
        errors = sum(finding.severity is Severity.ERROR for finding in verdict.findings)
        state = (self.word.count(errors, "error"), "bold red") if errors else ("OK", "green")
        kind = ", ".join(filter(None, (verdict.type, verdict.edition)))
        self.out.line(f"{verdict.file}: ", state, f" ({kind or self.word('unknown message')})")
        lines: Iterable[Excerpt | None] = verdict.excerpts or (None,) * len(verdict.findings)
        for finding, excerpt in zip(verdict.findings, lines, strict=True):
            self._finding(finding, excerpt)
        for item in verdict.silenced:
            self._silenced(item)

    def _finding(self, finding: Finding, excerpt: Excerpt | None) -> None:
        where, word = finding.where, self.word
        line = f", {word('line')} {where.line}" if where.line else ""
        start = f"{finding.code} {word(finding.severity.value)}"
        text = self.style.text(finding)
        self.out.line("  ", (start, _STYLES[finding.severity]), f"{line}: {text}")
        if excerpt is not None:
            self._excerpt(excerpt, _STYLES[finding.severity])
        details = {
            "xpath": where.xpath,
            "python": where.path,
            "source": finding.source,
            _refused(finding): finding.refusal or "",
            "changed because": finding.reason,
        }
        for name, detail in details.items():
            if detail:
                self.out.line(f"    {word(name)}: {detail}")

    def _excerpt(self, excerpt: Excerpt, style: str) -> None:
        """The line, as much of it as fits, and a caret under what is meant."""
        gutter = f"{excerpt.line:>6} | "
        room = max(self.out.width - len(gutter), 20)
        column = excerpt.column
        start = 0 if column + excerpt.length <= room else column
        shown = excerpt.text[start : start + room]
        self.out.line(gutter, shown)
        if not excerpt.length:
            return
        under = "^" + "~" * max(min(excerpt.length, room) - 1, 0)
        self.out.line(" " * 6 + " | " + " " * (column - start), (under, style))

    def _silenced(self, item: Silenced) -> None:
        code, word = item.finding.code, self.word
        self.out.line(f"  {code} {word('silenced')}: {item.reason}")

    @property
    def word(self) -> Words:
        """The words around findings."""
        return self.style.word


def _refused(finding: Finding) -> str:
    return "must be refused with" if finding.must_refuse else "may be refused with"
