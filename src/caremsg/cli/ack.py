"""`caremsg ack`: one acknowledgement of a message, made by hand."""

from __future__ import annotations

import sys
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from caremsg import EncodeError, InputError, Inspection, Severity, inspect
from caremsg.check import check
from caremsg.codes import STANDARD_CODES
from caremsg.exchange import (
    Acknowledgement,
    Addressee,
    Fault,
    Status,
    acknowledge,
    original_of,
)
from caremsg.messages.apprec import AppRec
from caremsg.messages.editions import APPREC_1_0, APPREC_1_1

from . import exits
from .answers import cannot_write, name_of_receiver
from .options import clock
from .output import Output
from .sources import Unreadable, expand, read

__all__ = ["ack"]

_STATUSES = {"ok": Status.OK, "refused": Status.REFUSED}
_VERSIONS = {edition.version: edition for edition in (APPREC_1_0, APPREC_1_1)}
_FILE = click.Path(path_type=Path, dir_okay=False)


def _faults(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> list[Fault]:
    return [_fault(ctx, param, text) for text in given]


def _fault(ctx: click.Context, param: click.Parameter, given: str) -> Fault:
    """From `CODE` or `CODE=TEXT`; a usage error lists the codes there are."""
    code, _, text = (part.strip() for part in given.partition("="))
    system = STANDARD_CODES.find(8221)
    known = [item for item in system or () if not item.retired]
    if code not in {item.code for item in known}:
        listed = "\n".join(f"  {item.code}  {item.display}" for item in known)
        raise click.BadParameter(f"{code!r} is none of the error codes:\n{listed}", ctx, param)
    return Fault(code, text)


@click.command()
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--status",
    type=click.Choice(list(_STATUSES)),
    required=True,
    help="Whether the message is taken in, or refused because of each --error.",
)
@click.option(
    "--error",
    "faults",
    metavar="CODE[=TEXT]",
    multiple=True,
    callback=_faults,
    help="Why it is refused: a code of 8221, and words of your own; repeat it.",
)
@click.option(
    "--receiver",
    metavar="N",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="Which receiver of the message answers: 1 is the main one, then come copies.",
)
@click.option(
    "--version",
    type=click.Choice(list(_VERSIONS)),
    help="The version of the acknowledgement.  [default: what the message calls for]",
)
@click.option("--id", metavar="UUID", help="Its identifier.  [default: a new one]")
@clock
@click.option("-o", "--output", type=_FILE, help="Write to a file instead of the terminal.")
@click.pass_context
def ack(ctx: click.Context, /, path: Path, **options: Any) -> None:
    """Make the acknowledgement of a message by hand.

    The parties are those that the message names. The message is not judged: `caremsg
    receive` does that. `-` is the standard input.

    \b
    Examples:
      caremsg ack message.xml --status ok
      caremsg ack message.xml --status ok --receiver 2 -o copy-apprec.xml
      caremsg ack message.xml --status refused --error E21
      caremsg ack message.xml --status refused --error "T02=line 8 is no time" --version 1.0
    """
    if options["status"] == "refused" and not options["faults"]:
        raise click.UsageError("--status refused needs an --error that says why")
    if options["status"] == "ok" and options["faults"]:
        raise click.UsageError("--error goes with --status refused only")
    try:
        if path.is_dir():
            raise Unreadable("Is a directory")
        inspection = inspect(read(expand([path])[0]))
    except Unreadable as error:
        Output().complain(f"{path}: cannot be read: {error}")
        ctx.exit(exits.UNREADABLE)
    made = _made(inspection, options)
    _judge(made)
    _write(made.data, path, options["output"])


def _made(inspection: Inspection, options: dict[str, Any]) -> Acknowledgement:
    if isinstance(inspection.message, AppRec):
        raise click.UsageError("an acknowledgement cannot be acknowledged")
    original = original_of(inspection)
    try:
        return acknowledge(
            original or inspection,
            id=str(uuid.uuid4()) if options["id"] is None else options["id"],
            at=options["at"],
            status=_STATUSES[options["status"]],
            faults=options["faults"],
            receiver=_chosen(original.receivers, options["receiver"]) if original else None,
            edition=_VERSIONS[options["version"]] if options["version"] else None,
        )
    except InputError as error:
        raise click.UsageError(str(error)) from None
    except EncodeError as error:
        found = error.report.findings[0]
        raise click.UsageError(f"the acknowledgement cannot be written: {found.text}") from None


def _judge(made: Acknowledgement) -> None:
    """What is wrong with its errors; the rest is as the message has it, right or wrong."""
    found = [f for f in check(made.data) if f.where.path.startswith("error")]
    for finding in found:
        if finding.severity is Severity.ERROR:
            raise click.UsageError(f"--error: {finding.code} {finding.text}")
    for finding in found:
        Output().complain(f"{finding.code} {finding.severity.value}: {finding.text}")


def _chosen(receivers: Iterable[Addressee], number: int) -> Addressee | None:
    """The receiver with that number; None when the message names none at all."""
    names = list(receivers)
    if number > len(names) > 0:
        listed = "".join(
            f"\n  {i}  {name_of_receiver(one.name, copy=one.copy)}"
            for i, one in enumerate(names, start=1)
        )
        raise click.UsageError(f"the message has no receiver {number}, only these:{listed}")
    return names[number - 1] if names else None


def _write(data: bytes, source: Path, path: Path | None) -> None:
    if path is None:
        sys.stdout.buffer.write(data)
        return
    try:
        if path.exists() and source.exists() and path.samefile(source):
            raise click.UsageError("--output is the message itself, which would be lost")
        path.write_bytes(data)
    except OSError as error:
        raise cannot_write(path, error) from None
