"""Opening a ledger for a command; the extra may be missing."""

from __future__ import annotations

import re
from collections.abc import Generator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import click

__all__ = ["ledger_at", "ledger_room", "shown"]


def ledger_room() -> ModuleType:
    """`caremsg.ledger`; a usage error names the extra when it is not installed."""
    try:
        return import_module("caremsg.ledger")
    except ImportError as error:
        raise click.UsageError(str(error)) from None


@contextmanager
def ledger_at(where: str, *, make: bool) -> Generator[tuple[ModuleType, Any]]:
    """`caremsg.ledger` and the ledger at a path or URL. Without `make` it must be there."""
    room = ledger_room()
    if not make and "://" not in where and not Path(where).is_file():
        raise click.UsageError(f"{where}: there is no such file")
    with room.Ledger(where, make=make) as found:
        yield room, found


def shown(where: str) -> str:
    """The path or URL of a ledger without the password in it."""
    return re.sub(r"(://[^:/@]*):[^@]*@", r"\1:***@", where)
