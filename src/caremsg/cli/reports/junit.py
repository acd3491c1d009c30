"""JUnit XML, which build servers show as tests: a file is a test, what is too bad a failure."""

from __future__ import annotations

import re

from lxml import etree

from caremsg import Finding

from ..output import Output, printable
from ..verdict import Verdict
from .base import Style, Writer

__all__ = ["JUnit"]


class JUnit(Writer):
    """One suite with a test case for each file."""

    def __init__(self, out: Output, style: Style) -> None:
        super().__init__(out, style)
        self._root = etree.Element("testsuites")
        self._suite = etree.SubElement(self._root, "testsuite")
        self._counts = dict.fromkeys(("tests", "failures", "errors", "skipped"), 0)

    def file(self, verdict: Verdict) -> None:
        """A test case."""
        name, kind = _clean(verdict.file), _clean(verdict.type or "unknown")
        case = etree.SubElement(self._suite, "testcase", name=name, classname=kind, time="0")
        bad = verdict.as_bad_as(self.style.limit)
        self._counts["tests"] += 1
        if verdict.error:
            self._counts["errors"] += 1
            etree.SubElement(case, "error", message=_clean(verdict.error), type="unreadable")
        elif bad:
            self._counts["failures"] += 1
            failure = etree.SubElement(case, "failure", type=bad[0].code)
            failure.set("message", self._summary(bad))
            failure.text = "\n".join(map(self._line, bad))
        told = set(bad)
        more = [self._line(finding) for finding in verdict.findings if finding not in told]
        silenced = self.style.word("silenced")
        more += [
            f"{self._line(item.finding)} [{silenced}: {_clean(item.reason)}]"
            for item in verdict.silenced
        ]
        if more:
            etree.SubElement(case, "system-out").text = "\n".join(more)

    def end(self, extra: list[Finding]) -> None:
        """Write the suite."""
        self._suite.set("name", "caremsg check")
        for name, count in self._counts.items():
            self._suite.set(name, str(count))
        self._suite.set("time", "0")
        if extra:
            text = "\n".join(map(self._line, extra))
            etree.SubElement(self._suite, "system-err").text = text
        etree.indent(self._root)
        made = etree.tostring(self._root, encoding="unicode")
        self.out.raw(f'<?xml version="1.0" encoding="UTF-8"?>\n{made}\n')

    def _summary(self, findings: tuple[Finding, ...]) -> str:
        names = [finding.severity.value for finding in findings]
        return ", ".join(
            self.style.word.count(names.count(name), name) for name in dict.fromkeys(names)
        )

    def _line(self, finding: Finding) -> str:
        where = finding.where
        line = f", {self.style.word('line')} {where.line}" if where.line else ""
        place = where.xpath or where.path
        severity = self.style.word(finding.severity.value)
        text = f"{finding.code} {severity}{line}: {self.style.text(finding)}"
        return _clean(f"{text} ({place})" if place else text)


def _clean(text: str) -> str:
    """The text as XML can carry it."""
    return re.sub("[\ufffe\uffff]", "?", printable(text))
