"""The arguments and options that several commands have."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from caremsg.values import DateTime
from caremsg.values.lexical import is_valid

__all__ = ["as_json", "clock", "files", "language"]

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


def _moment(ctx: click.Context, param: click.Parameter, value: str | None) -> dt.datetime:
    """The time that was given, in the local zone when it has none; by default the present."""
    if value is None:
        return dt.datetime.now().astimezone().replace(microsecond=0)
    try:
        given = dt.datetime.fromisoformat(value)
        at = given if given.tzinfo is not None else given.astimezone()
    except (ValueError, OverflowError, OSError):
        at = None
    if at is None or not is_valid("dateTime", DateTime.of(at)):
        raise click.BadParameter("a time is written like 2026-10-06T08:00:00+02:00", ctx, param)
    return at


def clock(command: F) -> F:
    """`--at TIME`, as `at`."""
    made = click.option(
        "--at",
        metavar="TIME",
        callback=_moment,
        help="The present time, such as 2026-10-06T08:00:00+02:00.  [default: the clock]",
    )
    return made(command)
