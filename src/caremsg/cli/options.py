"""The arguments and options that several commands have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

__all__ = ["as_json", "files", "language"]

F = TypeVar("F", bound=Callable[..., Any])

_PATH = click.Path(path_type=Path, allow_dash=True)


def files(command: F) -> F:
    """One or more files or folders, as `paths`."""
    made = click.argument("paths", metavar="FILE|DIR...", nargs=-1, required=True, type=_PATH)
    return made(command)


def _is_json(ctx: click.Context, param: click.Parameter, value: str) -> bool:
    return value == "json"


def as_json(command: F) -> F:
    """`--format text|json`, as `as_json`."""
    made = click.option(
        "--format",
        "as_json",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        callback=_is_json,
        help="For a person, or for a program.",
    )
    return made(command)


def language(default: str) -> Callable[[F], F]:
    """`--lang en|nb`, as `lang`."""
    return click.option(
        "--lang",
        type=click.Choice(["en", "nb"]),
        default=default,
        show_default=True,
        envvar="CAREMSG_LANG",
        show_envvar=True,
        help="The language of texts: English or Norwegian.",
    )
