"""`caremsg rules`: which rules there are, and for what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from caremsg.check.explaining import Explanation, explanations
from caremsg.check.subjects import rules_for
from caremsg.declare import Edition
from caremsg.errors import InputError

from .options import as_json, language
from .output import Output, columns
from .schema import edition_named
from .words import Words

__all__ = ["rules"]


@click.command()
@click.option(
    "--type", "kind", metavar="TYPE", help="Rules for a message type, such as LOG_INNLAGT."
)
@click.option("--edition", callback=edition_named, help="Rules for an edition, such as `PLO 1.6`.")
@language("en")
@as_json
def rules(kind: str | None, edition: Edition | None, lang: str, as_json: bool) -> None:
    """List the rules that messages are checked by.

    Without options it lists every code there is, those of reading and of codes too.

    \b
    Examples:
      caremsg rules --type INNLEGGELSESRAPPORT
      caremsg rules --type LOG_INNLAGT --edition "PLO 1.5"
    """
    out = Output()
    found = list(_chosen(kind, edition))
    if as_json:
        for item in found:
            out.record(_data(item, lang))
        return
    rows = [
        (
            item.code,
            Words(lang)(item.kind.severity.value),
            ", ".join(item.kind.ids),
            item.sentence(lang),
        )
        for item in found
    ]
    for line in columns(rows):
        out.line(line)
    out.line(Words(lang).count(len(rows), "rule"))


def _chosen(kind: str | None, edition: Edition | None) -> Iterator[Explanation]:
    known = explanations()
    if kind is None and edition is None:
        yield from known.values()
        return
    try:
        codes = rules_for(kind, edition)
    except InputError as error:
        raise click.BadParameter(str(error), param_hint="--type") from None
    yield from (known[code] for code in codes)


def _data(item: Explanation, lang: str) -> dict[str, Any]:
    return {
        "code": item.code,
        "severity": item.kind.severity.value,
        "ids": list(item.kind.ids),
        "text": item.sentence(lang),
        "source": item.kind.source,
    }
