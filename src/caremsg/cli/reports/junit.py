"""JUnit XML, which build servers show as tests: a file is a test, an error a failure."""

from __future__ import annotations

from lxml import etree

from caremsg import Finding, Severity

from ..output import printable
from ..verdict import Verdict
from .base import Writer

__all__ = ["JUnit"]


class JUnit(Writer):
    """One suite with a test case for each file."""

    _verdicts: list[Verdict]

    def file(self, verdict: Verdict) -> None:
        """Remember a file."""
        self._all().append(verdict)

    def end(self, extra: list[Finding]) -> None:
        """Write the suite."""
        verdicts = self._all()
        counts = {
            "name": "caremsg check",
            "tests": str(len(verdicts)),
            "failures": str(sum(not v.ok and not v.error for v in verdicts)),
            "errors": str(sum(bool(v.error) for v in verdicts)),
            "skipped": "0",
            "time": "0",
        }
        root = etree.Element("testsuites")
        suite = etree.SubElement(root, "testsuite", counts)
        for verdict in verdicts:
            self._case(suite, verdict)
        if extra:
            etree.SubElement(suite, "system-err").text = "\n".join(map(self._line, extra))
        etree.indent(root)
        text = etree.tostring(root, encoding="unicode")
        self.out.raw(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n')

    def _all(self) -> list[Verdict]:
        if not hasattr(self, "_verdicts"):
            self._verdicts = []
        return self._verdicts

    def _case(self, suite: etree._Element, verdict: Verdict) -> None:  # pyright: ignore[reportPrivateUsage]
        name = printable(verdict.file)
        kind = verdict.type or "unknown"
        case = etree.SubElement(suite, "testcase", name=name, classname=printable(kind), time="0")
        errors = [f for f in verdict.findings if f.severity is Severity.ERROR]
        others = [f for f in verdict.findings if f.severity is not Severity.ERROR]
        if verdict.error:
            etree.SubElement(case, "error", message=printable(verdict.error), type="unreadable")
        elif errors:
            failure = etree.SubElement(case, "failure", type=errors[0].code)
            failure.set("message", self.style.word.count(len(errors), "error"))
            failure.text = "\n".join(map(self._line, errors))
        if others:
            etree.SubElement(case, "system-out").text = "\n".join(map(self._line, others))

    def _line(self, finding: Finding) -> str:
        where = finding.where
        line = f", {self.style.word('line')} {where.line}" if where.line else ""
        place = where.xpath or where.path
        severity = self.style.word(finding.severity.value)
        text = f"{finding.code} {severity}{line}: {self.style.text(finding)}"
        return printable(f"{text} ({place})" if place else text)
