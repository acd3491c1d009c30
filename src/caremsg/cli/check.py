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
from .words import Words

__all__ = ["check"]

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
    ctx: click.Context, paths: tuple[Path, ...], lang: str, as_json: bool, quiet: bool, jobs: int
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
    out, sources, seen = Output(), expand(paths), Counter[str]()
    for verdict in out.follow(judge_all(sources, jobs), len(sources)):
        seen.update([_outcome(verdict), *(f.severity.value for f in verdict.findings)])
        if not (quiet and verdict.ok and not verdict.findings):
            _write(out, verdict, Words(lang), as_json=as_json)
    if not as_json:
        out.line(_summary(seen, Words(lang)))
    ctx.exit(exits.UNREADABLE if seen["unread"] else exits.ERRORS if seen["bad"] else exits.FINE)


def _outcome(verdict: Verdict) -> str:
    return "unread" if verdict.error else "fine" if verdict.ok else "bad"


def _write(out: Output, verdict: Verdict, word: Words, *, as_json: bool) -> None:
    if verdict.error:
        out.complain(f"{verdict.file}: {word('cannot be read')}: {verdict.error}")
    if as_json:
        out.record(verdict.data(word.language))
    elif not verdict.error:
        _write_text(out, verdict, word)


def _write_text(out: Output, verdict: Verdict, word: Words) -> None:
    errors = sum(finding.severity is Severity.ERROR for finding in verdict.findings)
    state = (word.count(errors, "error"), "bold red") if errors else ("OK", "green")
    kind = ", ".join(filter(None, (verdict.type, verdict.edition))) or word("unknown message")
    out.line(f"{verdict.file}: ", state, f" ({kind})")
    for finding in verdict.findings:
        _write_finding(out, finding, word)


def _write_finding(out: Output, finding: Finding, word: Words) -> None:
    """A few lines: code, how bad, where, what, and who says so."""
    where = finding.where
    line = f", {word('line')} {where.line}" if where.line else ""
    start = f"{finding.code} {word(finding.severity.value)}"
    text = finding.in_language(word.language)
    out.line("  ", (start, _STYLES[finding.severity]), f"{line}: {text}")
    details = {"xpath": where.xpath, "python": where.path, "source": finding.source}
    for name, detail in details.items():
        if detail:
            out.line(f"    {word(name)}: {detail}")


def _summary(seen: Counter[str], word: Words) -> str:
    outcomes = [name for name in ("fine", "bad", "unread") if seen[name]]
    total = sum(seen[name] for name in outcomes)
    text = word.count(total, "file") + ": "
    text += ", ".join(word.count(seen[name], name) for name in outcomes)
    findings = [word.count(seen[s.value], s.value) for s in Severity if seen[s.value]]
    return f"{text}; {', '.join(findings)}" if findings else text
