"""`caremsg agreement`: local agreements as files: checked, shown, compared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import attrs
import click

from caremsg import Finding, InputError
from caremsg.check.agreements import (
    Agreement,
    conflicts,
    differences,
    facts,
    layered,
    read_agreement,
)

from . import exits
from .options import as_json, language
from .output import Output
from .reports.json_lines import finding_data

__all__ = ["agreement", "agreement_of"]

_FILE = click.Path(path_type=Path, dir_okay=False, exists=True)
_files = click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=_FILE)


@click.group()
def agreement() -> None:
    """Check, show and compare local agreements.

    \b
    Examples:
      caremsg agreement check region.toml pair.toml
      caremsg agreement show nation.toml region.toml pair.toml
      caremsg agreement diff region-2025.toml region-2026.toml
    """


@attrs.frozen
class _Read:
    """One file, and what is wrong with it."""

    path: Path
    agreement: Agreement | None = None
    findings: tuple[Finding, ...] = ()
    error: str = ""
    """Why it cannot be read."""

    def lines(self, lang: str) -> Iterator[str]:
        """What is wrong, for people."""
        if self.error:
            yield f"{self.path}: {self.error}"
        for finding in self.findings:
            text = finding.in_language(lang)
            yield f"{self.path}:{finding.where.line or 1}: {finding.code} {text}"

    def data(self, lang: str) -> dict[str, Any]:
        """The same, for programs."""
        return {
            "file": str(self.path),
            "ok": not self.error and not self.findings,
            "findings": [finding_data(finding, lang) for finding in self.findings],
            **({"error": self.error} if self.error else {}),
        }


@agreement.command("check")
@_files
@as_json
@language("en")
@click.pass_context
def check_files(ctx: click.Context, paths: tuple[Path, ...], as_json: bool, lang: str) -> None:
    """Say what is wrong with files of agreements, given from national to pair.

    \b
    Examples:
      caremsg agreement check nation.toml region.toml pair.toml
      caremsg agreement check --format json pair.toml
    """
    out, found = Output(), _together(_read(paths))
    fine = all(one.agreement is not None and not one.findings for one in found)
    for one in found:
        if as_json:
            out.record(one.data(lang))
            continue
        for line in [*one.lines(lang)] or ([f"{one.path}: OK"] if fine else []):
            out.line(line)
    ctx.exit(exits.FINE if fine else exits.ERRORS)


@agreement.command()
@_files
@as_json
@language("en")
def show(paths: tuple[Path, ...], as_json: bool, lang: str) -> None:
    """Show what holds when these agreements are put in layers, and which layer says so.

    \b
    Example:
      caremsg agreement show nation.toml region.toml pair.toml
    """
    found = agreement_of(paths, lang)
    if found is not None and as_json:
        Output().record(attrs.asdict(found, value_serializer=_plain))
    elif found is not None:
        for subject, value in facts(found, levels=True).items():
            Output().line(f"{subject}: {value}")


@agreement.command()
@click.argument("before", type=_FILE)
@click.argument("after", type=_FILE)
@as_json
@language("en")
def diff(before: Path, after: Path, as_json: bool, lang: str) -> None:
    """Say what was added, removed and changed from one agreement to another.

    \b
    Example:
      caremsg agreement diff region-2025.toml region-2026.toml
    """
    old, new = agreement_of([before], lang), agreement_of([after], lang)
    if old is None or new is None:
        return
    for difference in differences(old, new):
        if as_json:
            Output().record(attrs.asdict(difference))
        else:
            Output().line(str(difference))


def agreement_of(paths: Iterable[Path], lang: str) -> Agreement | None:
    """The agreements in files as one; a usage error tells all that is wrong with them."""
    found = _together(_read(paths))
    faults = [line for one in found for line in one.lines(lang)]
    if faults:
        raise click.UsageError("\n".join(faults))
    made = [one.agreement for one in found if one.agreement is not None]
    return layered(*made) if made else None


def _read(paths: Iterable[Path]) -> list[_Read]:
    return [_read_one(path) for path in paths]


def _read_one(path: Path) -> _Read:
    try:
        found = read_agreement(path)
    except InputError as error:
        return _Read(path, error=str(error))
    return _Read(path, found.agreement, found.report.findings)


def _together(found: list[_Read]) -> list[_Read]:
    """The files, with what is wrong with them as layers; asked when each of them is right."""
    made = [one.agreement for one in found if one.agreement is not None]
    if len(made) < len(found) or not made:
        return found
    try:
        layered(*made)
    except InputError as error:
        return [*found[:-1], attrs.evolve(found[-1], agreement=None, error=str(error))]
    return [
        attrs.evolve(one, findings=one.findings + _new(made[: number + 1]))
        for number, one in enumerate(found)
    ]


def _new(made: list[Agreement]) -> tuple[Finding, ...]:
    """What the last of several agreements adds."""
    return tuple(conflicts(*made)[len(conflicts(*made[:-1])) :])


def _plain(owner: Any, field: Any, value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, dt.date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value
