"""`caremsg show`: a message as a person reads it."""

from __future__ import annotations

from pathlib import Path

import click

from caremsg import Inspection, inspect
from caremsg.render import to_data, to_text

from . import exits
from .options import as_json, language
from .output import Output
from .sources import Unreadable, expand, read
from .words import Words

__all__ = ["show"]


@click.command()
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path, allow_dash=True))
@language("nb")
@as_json
@click.pass_context
def show(ctx: click.Context, path: Path, lang: str, as_json: bool) -> None:
    """Show a message as text that reads well, with everything in it.

    A message with errors is shown as far as it can be read, and the errors are told on
    standard error. `-` is the standard input.

    \b
    Examples:
      caremsg show message.xml
      caremsg show --lang en - < message.xml
      caremsg show --format json message.xml
    """
    out, word = Output(), Words(lang)
    inspection = _inspected(path, out, word)
    if inspection is None:
        ctx.exit(exits.UNREADABLE)
    if inspection.message is not None and as_json:
        out.record(to_data(inspection.message), indent=2)
    elif inspection.message is not None:
        out.lines(to_text(inspection.message, language=lang, width=out.width))
    for finding in inspection.report.errors:
        line = f"{word('line')} {finding.where.line}: " if finding.where.line else ""
        out.complain(f"{path}: {line}{finding.code} {finding.in_language(lang)}")
    ctx.exit(exits.FINE if inspection.ok else exits.ERRORS)


def _inspected(path: Path, out: Output, word: Words) -> Inspection | None:
    """None, after a complaint, when it cannot be read."""
    try:
        if path.is_dir():
            raise Unreadable("Is a directory")
        return inspect(read(expand([path])[0]))
    except Unreadable as error:
        out.complain(f"{path}: {word('cannot be read')}: {error}")
        return None
