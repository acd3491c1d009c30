"""What can be said about one file, as data that fits between processes."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import PurePath

from attrs import frozen

from caremsg import DecodeError, Finding, Header, Report, Severity, inspect, peek
from caremsg.check import STANDARD, Policy, check
from caremsg.check.agreements import Agreement
from caremsg.check.baseline import Baseline
from caremsg.findings import Silenced

from .excerpts import Excerpt, excerpts
from .sources import Source, Unreadable, read

__all__ = ["Task", "Verdict", "judge", "judge_all", "known_as"]


@frozen
class Task:
    """How files are to be judged."""

    policy: Policy = STANDARD
    agreement: Agreement | None = None
    baseline: Baseline | None = None
    at: dt.datetime | None = None
    """The present time."""
    lines: bool = False
    """The lines of the document are wanted."""
    values: bool = False
    """The lines are wanted as they are, with all that stands in them."""


@frozen
class Verdict:
    """What was found in one file."""

    file: str
    type: str | None = None
    """The code of the message type, or else the name of the root element."""
    edition: str | None = None
    """That of the main document, or else of the root."""
    findings: tuple[Finding, ...] = ()
    silenced: tuple[Silenced, ...] = ()
    excerpts: tuple[Excerpt | None, ...] = ()
    """The line of each finding, when lines were wanted."""
    error: str = ""
    """Why it cannot be read."""

    @property
    def ok(self) -> bool:
        """True when it was read and has no errors."""
        return not self.error and not self.as_bad_as(Severity.ERROR)

    def as_bad_as(self, limit: Severity) -> tuple[Finding, ...]:
        """The findings that are at least so bad."""
        order = list(Severity)
        return tuple(f for f in self.findings if order.index(f.severity) <= order.index(limit))


def known_as(file: str) -> str:
    """What a baseline calls a file: as it was named, with `/` on every system."""
    return PurePath(file).as_posix()


def judge(source: Source, task: Task = Task()) -> Verdict:
    """Read one file and judge it."""
    try:
        data = read(source)
    except Unreadable as error:
        return Verdict(source.name, error=str(error))
    inspection = inspect(data)
    report = check(inspection, policy=task.policy, agreement=task.agreement, at=task.at)
    if task.baseline is not None:
        today = (task.at or dt.datetime.max).date()
        report = task.baseline.apply(report, file=known_as(source.name), today=today)
    header = _header(data)
    edition = (header.edition if header else None) or inspection.edition
    return Verdict(
        source.name,
        (header.type or header.root.rpartition("}")[2]) if header else None,
        str(edition) if edition else None,
        report.findings,
        report.silenced,
        _lines(data, report, task),
    )


def judge_all(sources: Sequence[Source], task: Task, jobs: int = 1) -> Iterator[Verdict]:
    """The verdict on each, in order; the standard input is read by this process only."""
    one = partial(judge, task=task)
    if jobs == 1 or any(source.path is None for source in sources):
        yield from map(one, sources)
        return
    chunk = max(1, min(100, len(sources) // (jobs * 4)))
    context = multiprocessing.get_context("spawn")  # alike everywhere, and safe beside threads
    with ProcessPoolExecutor(jobs, context, _leave_interrupts_to_the_parent) as pool:
        yield from pool.map(one, sources, chunksize=chunk)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _lines(data: bytes, report: Report, task: Task) -> tuple[Excerpt | None, ...]:
    return excerpts(data, report.findings, values=task.values) if task.lines else ()


def _header(data: bytes) -> Header | None:
    try:
        return peek(data)
    except DecodeError:
        return None
