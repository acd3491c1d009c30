"""The command `caremsg`: its commands, and what happens when the world goes away."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import Any

import click

from .ack import ack
from .agreement import agreement
from .check import check
from .codes import codes
from .exits import BROKEN_PIPE, INTERRUPTED
from .explain import explain_command, rules_command
from .id import id_command
from .ledger import ledger
from .messages import messages
from .peek import peek
from .receive import receive_command
from .schema import schema
from .show import show

__all__ = ["commands", "main"]


class _Commands(click.Group):
    """Lists the commands as they were added, and ends well whatever happens to the terminal."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):  # what a terminal cannot show is escaped
                stream.reconfigure(errors="backslashreplace")
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()
                sys.stderr.flush()
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            raise click.exceptions.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            _drop_output()
            raise click.exceptions.Exit(BROKEN_PIPE) from None


def _drop_output() -> None:
    """Nobody reads any more, and Python would complain when it flushes at exit."""
    with suppress(OSError):  # it is not a file
        number = sys.stdout.fileno()
        os.dup2(os.open(os.devnull, os.O_WRONLY), number)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="caremsg", prog_name="caremsg")
def commands() -> None:
    """Read and judge messages of the Norwegian care-message standard.

    \b
    Exit codes:
      0  fine
      1  a message has errors, or is rejected
      2  the command was not understood
      3  something cannot be read

    \b
    Example:
      caremsg check inbox/
    """


for _command in (
    check,
    receive_command,
    ledger,
    ack,
    explain_command,
    rules_command,
    codes,
    id_command,
    agreement,
    show,
    peek,
    messages,
    schema,
):
    commands.add_command(_command)


def main() -> None:
    """Run the command line, and leave Python with its exit code."""
    commands(prog_name="caremsg")
