"""`caremsg explain`: what a code of a finding means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from caremsg.check.explaining import Explanation, explain
from caremsg.errors import InputError
from caremsg.samples.edits import example

from .options import as_json, language
from .output import Output
from .words import Words

__all__ = ["explain_command"]


@click.command("explain")
@click.argument("codes", metavar="CODE...", nargs=-1, required=True)
@language("en")
@as_json
def explain_command(codes: tuple[str, ...], lang: str, as_json: bool) -> None:
    """Say what findings mean: why they matter, and what to do.

    \b
    Examples:
      caremsg explain PLO201
      caremsg explain --lang nb SCH101 COD003
    """
    out = Output()
    for number, code in enumerate(codes):
        try:
            found = explain(code)
        except InputError as error:
            raise click.BadParameter(f"{code}: {error}", param_hint="CODE") from None
        if as_json:
            out.record(_data(found, lang))
        else:
            out.lines(("\n" if number else "") + "\n".join(_lines(found, Words(lang))))


def _data(found: Explanation, lang: str) -> dict[str, Any]:
    right, wrong = _examples(found)
    return {
        "code": found.code,
        "text": found.sentence(lang),
        "why": found.why(lang),
        "mend": found.mend(lang),
        "source": found.kind.source,
        "ids": list(found.kind.ids),
        "severity": {name: s.value if s else None for name, s in found.severities.items()},
        "refusal": found.kind.refusal,
        "editions": [str(edition) for edition in found.rule.editions] if found.rule else [],
        "right": right,
        "wrong": wrong,
    }


def _examples(found: Explanation) -> tuple[str | None, str | None]:
    rule = found.rule
    return example(rule.sample, rule.good, rule.bad) if rule is not None else (None, None)


def _lines(found: Explanation, word: Words) -> Iterator[str]:
    lang = word.language
    yield f"{found.code}: {found.sentence(lang)}"
    for name, text in (("why", found.why(lang)), ("what to do", found.mend(lang))):
        if text:
            yield f"\n{word(name)}:\n  {text}"
    yield f"\n{word('how bad')}:"
    for policy, severity in found.severities.items():
        yield f"  {policy:10} {word(severity.value) if severity else word('not judged')}"
    if found.kind.refusal:
        must = "must be refused with" if found.kind.must_refuse else "may be refused with"
        yield f"  {word(must)} {found.kind.refusal}"
    yield f"\n{word('source')}: {found.kind.source}"
    if found.kind.ids:
        yield f"{word('rules')}: {', '.join(found.kind.ids)}"
    if found.rule is not None and found.rule.editions:
        yield f"{word('editions')}: {', '.join(map(str, found.rule.editions))}"
    for name, snippet in zip(("right", "wrong"), _examples(found), strict=True):
        if snippet is not None:
            shown = snippet.replace("\n", "\n  ") or f"({word('nothing there')})"
            yield f"\n{word(name)}:\n  {shown}"
