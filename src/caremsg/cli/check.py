"""`caremsg check`: what is wrong with messages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from caremsg import Finding, Severity
from caremsg.check import RECEIVING, SENDING, STANDARD
from caremsg.check.baseline import Baseline, read_baseline, written

from . import exits
from .agreement import agreement_of
from .options import files, language
from .output import Output
from .reports import FORMATS, Style, Writer
from .sources import expand
from .verdict import Task, Verdict, judge_all, known_as
from .words import Words

__all__ = ["check"]

_POLICIES = {policy.name: policy for policy in (STANDARD, SENDING, RECEIVING)}
_FILE = click.Path(path_type=Path, dir_okay=False)
_EXISTING = click.Path(path_type=Path, dir_okay=False, exists=True)


@click.command()
@files
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="For a person, or for a program; json and jsonl are the same.",
)
@click.option(
    "--policy",
    type=click.Choice(list(_POLICIES)),
    default="standard",
    show_default=True,
    help="Whose side: sending is strict, receiving refuses only what may be refused.",
)
@click.option(
    "--agreement",
    "agreements",
    multiple=True,
    type=_EXISTING,
    help="A local agreement (TOML); repeat it: nation, region, pair.",
)
@click.option("--baseline", type=_EXISTING, help="Findings that are known and not told of (TOML).")
@click.option(
    "--write-baseline",
    type=_FILE,
    help="Write what is found as a baseline; what --baseline holds is kept in it.",
)
@click.option("--reason", default="", help="Why that is silenced; goes with --write-baseline.")
@click.option("-o", "--output", type=_FILE, help="Write to a file instead of the terminal.")
@click.option(
    "--fail-on",
    type=click.Choice([severity.value for severity in Severity]),
    default="error",
    show_default=True,
    help="The exit code, and junit, fail for findings that are at least so bad.",
)
@click.option("--show-values", is_flag=True, help="Show lines as they are: for made-up patients.")
@language("en")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing of messages without findings.")
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1, 61),
    default=1,
    show_default=True,
    help="Processes to share the work; useful from some thousand files on.",
)
@click.pass_context
def check(ctx: click.Context, /, paths: tuple[Path, ...], **options: Any) -> None:
    """Say what is wrong with messages: shape, codes, identifiers, rules of the standard.

    Folders are searched for *.xml, and `-` is the standard input. Values of a message are
    hidden, unless --show-values is given. `caremsg explain CODE` says what a finding means.

    \b
    Examples:
      caremsg check message.xml
      caremsg check --policy sending --lang nb outbox/
      caremsg check --format sarif -o findings.sarif inbox/
      caremsg check --write-baseline known.toml --reason "old system" inbox/
      caremsg check --baseline known.toml --agreement region.toml inbox/
    """
    if options["write_baseline"] and not options["reason"].strip():
        raise click.UsageError("--write-baseline needs a --reason, which the baseline repeats")
    task = _task(options)
    sources, seen = expand(paths), list[Verdict]()
    with _written_to(options["output"]) as out:
        writer = _writer(out, options)
        for verdict in out.follow(judge_all(sources, task, options["jobs"]), len(sources)):
            writer.file(verdict)
            seen.append(verdict)
        writer.end(_about_the_baseline(task.baseline, seen, task.at))
    if options["write_baseline"]:
        _write_baseline(options["write_baseline"], seen, options["reason"], task)
    ctx.exit(_exit_code(seen, Severity(options["fail_on"])))


def _task(options: dict[str, Any]) -> Task:
    return Task(
        _POLICIES[options["policy"]],
        agreement_of(options["agreements"], options["lang"]),
        _baseline_of(options["baseline"], options["lang"]),
        dt.datetime.now().astimezone(),
        FORMATS[options["form"]].wants_lines,
        options["show_values"],
    )


def _writer(out: Output, options: dict[str, Any]) -> Writer:
    style = Style(Words(options["lang"]), options["quiet"], Severity(options["fail_on"]))
    return FORMATS[options["form"]](out, style)


@contextmanager
def _written_to(path: Path | None) -> Generator[Output]:
    if path is None:
        yield Output()
        return
    try:
        # In JSON an escaped half of a character is what it was.
        with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            yield Output(file)
    except OSError as error:
        raise click.UsageError(f"cannot write to {path}: {error.strerror}") from None


def _baseline_of(path: Path | None, lang: str) -> Baseline | None:
    """The baseline in a file; a usage error tells all that is wrong with it."""
    if path is None:
        return None
    baseline = read_baseline(path.read_bytes())
    if not baseline.report.ok:
        raise click.UsageError(
            "\n".join(
                f"{path}:{finding.where.line or 1}: {finding.code} {finding.in_language(lang)}"
                for finding in baseline.report
            )
        )
    return baseline


def _about_the_baseline(
    baseline: Baseline | None, seen: list[Verdict], at: dt.datetime | None
) -> list[Finding]:
    if baseline is None or at is None:
        return []
    judged = [verdict for verdict in seen if not verdict.error]
    silenced = [(known_as(v.file), [item.finding for item in v.silenced]) for v in judged]
    return baseline.unused(silenced, today=at.date())


def _write_baseline(path: Path, seen: list[Verdict], reason: str, task: Task) -> None:
    """What was found, and what the baseline of before still silences."""
    found = [(known_as(verdict.file), finding) for verdict in seen for finding in verdict.findings]
    today = (task.at or dt.datetime.max).date()
    before = task.baseline.entries if task.baseline else ()
    text = written(found, reason=reason, kept=[entry for entry in before if entry.holds(today)])
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.UsageError(f"cannot write to {path}: {error.strerror}") from None


def _exit_code(seen: list[Verdict], limit: Severity) -> int:
    if any(verdict.error for verdict in seen):
        return exits.UNREADABLE
    return exits.ERRORS if any(verdict.as_bad_as(limit) for verdict in seen) else exits.FINE
