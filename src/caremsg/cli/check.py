"""`caremsg check`: what is wrong with messages."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from caremsg import Finding, Severity

from . import exits
from .options import as_json, files, language
from .output import Output
from .sources import expand
from .verdict import Verdict, judge_all
from .words import Words, words

__all__ = ["check", "write_findings"]

_STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}


@click.command()
@files
@language("en")
@as_json
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
def check(
    ctx: click.Context,
    paths: tuple[Path, ...],
    lang: str,
    as_json: bool,
    quiet: bool,
    jobs: int,
) -> None:
    """Say what is wrong with messages.

    Folders are searched for *.xml, and `-` is the standard input. No value of a message
    is ever shown, only where something is wrong. With `--format json` each file is one
    line: file, type, edition, ok, findings.

    \b
    Examples:
      caremsg check message.xml
      caremsg check --lang nb --quiet inbox/
      caremsg check --format json inbox/ > verdicts.jsonl
    """
    out = Output()
    sources = expand(paths)
    seen: Counter[str] = Counter()
    for verdict in out.follow(judge_all(sources, jobs), len(sources)):
        seen[_outcome(verdict)] += 1
        seen.update(finding.severity.value for finding in verdict.findings)
        if verdict.error:
            out.complain(f"{verdict.file}: {words(lang)('unreadable')}: {verdict.error}")
        if quiet and verdict.ok and not verdict.findings:
            continue
        if as_json:
            out.record(verdict.data(lang))
        elif not verdict.error:
            _write(out, verdict, words(lang))
    if not as_json:
        out.line(_summary(seen, words(lang)))
    ctx.exit(exits.UNREADABLE if seen["unread"] else exits.ERRORS if seen["bad"] else exits.FINE)


def _outcome(verdict: Verdict) -> str:
    return "unread" if verdict.error else "fine" if verdict.ok else "bad"


def _write(out: Output, verdict: Verdict, word: Words) -> None:
    errors = sum(f.severity is Severity.ERROR for f in verdict.findings)
    state = (word("error", errors), "bold red") if errors else (word("ok"), "green")
    kind = ", ".join(filter(None, (verdict.type, verdict.edition))) or word("unknown")
    out.line(f"{verdict.file}: ", state, f" ({kind})")
    write_findings(out, verdict.findings, word)


def write_findings(out: Output, findings: tuple[Finding, ...], word: Words) -> None:
    """A few lines for each: code, how bad, where, what, and who says so."""
    for finding in findings:
        where = finding.where
        line = f", {word('line')} {where.line}" if where.line else ""
        severity = word(finding.severity) if finding.severity is not Severity.ADVICE else "advice"
        out.line(
            "  ",
            (f"{finding.code} {severity}", _STYLES[finding.severity]),
            f"{line}: {finding.text}",
        )
        for name, text in (
            ("xpath", where.xpath),
            ("path", where.path),
            ("source", finding.source),
        ):
            if text:
                out.line(f"    {word(name)}: {text}")


def _summary(seen: Counter[str], word: Words) -> str:
    outcomes = [name for name in ("fine", "bad", "unread") if seen[name]]
    total = sum(seen[name] for name in outcomes)
    files = ", ".join(word(name, seen[name]) for name in outcomes)
    findings = ", ".join(word(s, seen[s.value]) for s in Severity if seen[s.value])
    return f"{word('file', total)}: {files}" + (f"; {findings}" if findings else "")
