"""`caremsg agreement`: local agreements as files: checked, shown, compared."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from caremsg import Finding, InputError
from caremsg.check.agreements import (
    Agreement,
    differences,
    layered,
    loosened,
    read_agreement,
)

from . import exits
from .options import language
from .output import Output

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


@agreement.command("check")
@_files
@language("en")
@click.pass_context
def check_files(ctx: click.Context, paths: tuple[Path, ...], lang: str) -> None:
    """Say what is wrong with files of agreements, given from national to pair.

    \b
    Example:
      caremsg agreement check nation.toml region.toml pair.toml
    """
    out = Output()
    made, faults = _read(paths, lang)
    for line in faults:
        out.line(line)
    if not faults:
        faults = _layer_faults(paths, made, lang)
        for line in faults or [f"{path}: OK" for path in paths]:
            out.line(line)
    ctx.exit(exits.ERRORS if faults else exits.FINE)


@agreement.command()
@_files
@language("en")
def show(paths: tuple[Path, ...], lang: str) -> None:
    """Show what holds when these agreements are put in layers.

    \b
    Example:
      caremsg agreement show nation.toml region.toml pair.toml
    """
    found = agreement_of(paths, lang)
    if found is not None:
        nothing = Agreement(found.name, found.level)
        for difference in differences(nothing, found):
            Output().line(f"{difference.subject}: {difference.after}")


@agreement.command()
@click.argument("before", type=_FILE)
@click.argument("after", type=_FILE)
@language("en")
def diff(before: Path, after: Path, lang: str) -> None:
    """Say what was added, removed and changed from one agreement to another.

    \b
    Example:
      caremsg agreement diff region-2025.toml region-2026.toml
    """
    old, new = agreement_of([before], lang), agreement_of([after], lang)
    if old is not None and new is not None:
        for difference in differences(old, new):
            Output().line(str(difference))


def agreement_of(paths: Iterable[Path], lang: str) -> Agreement | None:
    """The agreements in files as one; a usage error tells all that is wrong with them."""
    paths = list(paths)
    if not paths:
        return None
    made, faults = _read(paths, lang)
    faults = faults or _layer_faults(paths, made, lang)
    if faults:
        raise click.UsageError("\n".join(faults))
    return layered(*made)


def _read(paths: Iterable[Path], lang: str) -> tuple[list[Agreement], list[str]]:
    made: list[Agreement] = []
    faults: list[str] = []
    for path in paths:
        try:
            found = read_agreement(path)
        except InputError as error:
            faults.append(f"{path}: {error}")
            continue
        faults += [_line(path, finding, lang) for finding in found.report]
        made += [found.agreement] if found.agreement is not None else []
    return made, faults


def _layer_faults(paths: Iterable[Path], made: list[Agreement], lang: str) -> list[str]:
    """What is wrong with agreements taken together."""
    try:
        layered(*made)
    except InputError as error:
        return [str(error)]
    by_agreement = zip(paths, made, strict=True)
    return [
        _line(path, finding, lang)
        for number, (path, _) in enumerate(by_agreement)
        for finding in loosened(*made[: number + 1])[len(loosened(*made[:number])) :]
    ]


def _line(path: Path, finding: Finding, lang: str) -> str:
    return f"{path}:{finding.where.line or 1}: {finding.code} {finding.in_language(lang)}"
