"""What can be said about one file, as data that fits between processes."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any

from attrs import frozen

from caremsg import DecodeError, Finding, Header, Severity, inspect, peek

from .sources import Source, Unreadable, read

__all__ = ["Verdict", "finding_data", "judge", "judge_all"]


@frozen
class Verdict:
    """What was found in one file."""

    file: str
    type: str | None = None
    """The code of the message type, or else the name of the root element."""
    edition: str | None = None
    """That of the main document, or else of the root."""
    findings: tuple[Finding, ...] = ()
    error: str = ""
    """Why it cannot be read."""

    @property
    def ok(self) -> bool:
        """True when it was read and has no errors."""
        return not self.error and not any(f.severity is Severity.ERROR for f in self.findings)

    def data(self, language: str) -> dict[str, Any]:
        """The record for `--format json`; `error` is there only when it cannot be read."""
        return {
            "file": self.file,
            "type": self.type,
            "edition": self.edition,
            "ok": self.ok,
            "findings": [finding_data(item, language) for item in self.findings],
            **({"error": self.error} if self.error else {}),
        }


def finding_data(finding: Finding, language: str) -> dict[str, Any]:
    """A finding in `--format json`."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "path": finding.where.path,
        "xpath": finding.where.xpath,
        "line": finding.where.line,
        "text": finding.in_language(language),
        "source": finding.source,
    }


def judge(source: Source) -> Verdict:
    """Read one file and judge its shape."""
    try:
        data = read(source)
    except Unreadable as error:
        return Verdict(source.name, error=str(error))
    inspection = inspect(data)
    header = _header(data)
    edition = (header.edition if header else None) or inspection.edition
    return Verdict(
        source.name,
        (header.type or header.root.rpartition("}")[2]) if header else None,
        str(edition) if edition else None,
        inspection.report.findings,
    )


def judge_all(sources: Sequence[Source], jobs: int = 1) -> Iterator[Verdict]:
    """The verdict on each, in order; the standard input is read by this process only."""
    if jobs == 1 or any(source.path is None for source in sources):
        yield from map(judge, sources)
        return
    chunk = max(1, min(100, len(sources) // (jobs * 4)))
    context = multiprocessing.get_context("spawn")  # alike everywhere, and safe beside threads
    with ProcessPoolExecutor(jobs, context, _leave_interrupts_to_the_parent) as pool:
        yield from pool.map(judge, sources, chunksize=chunk)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _header(data: bytes) -> Header | None:
    try:
        return peek(data)
    except DecodeError:
        return None
