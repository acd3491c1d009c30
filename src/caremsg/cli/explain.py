"""`caremsg explain` and `caremsg rules`: what findings mean, and which rules there are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from caremsg import InputError
from caremsg.check.explaining import Explanation, explain, explanations
from caremsg.check.subjects import rules_for
from caremsg.samples.edits import example

from .options import as_json, language
from .output import Output, columns
from .words import Words

__all__ = ["explain_command", "rules_command"]


@click.command("explain")
@click.argument("code")
@as_json
@language("en")
def explain_command(code: str, as_json: bool, lang: str) -> None:
    """Say what a finding means, why it matters, and what to do about it.

    \b
    Example:
      caremsg explain ENV001
    """
    try:
        found = explain(code)
    except InputError as error:
        raise click.UsageError(str(error)) from None
    if as_json:
        Output().record(_data(found, lang), indent=1)
    else:
        _write(Output(), found, Words(lang))


@click.command("rules")
@click.option("--type", "code", metavar="TYPE", help="Those of one message type (system 8279).")
@as_json
@language("en")
def rules_command(code: str | None, as_json: bool, lang: str) -> None:
    """List the rules that messages are judged by, in the order of their codes.

    \b
    Examples:
      caremsg rules
      caremsg rules --type INNLEGGELSESRAPPORT
    """
    out, word = Output(), Words(lang)
    found = _rules(code)
    if as_json:
        for one in found:
            out.record(_data(one, lang))
        return
    rows = [(one.code, *_grades(one, word), one.sentence(lang)) for one in found]
    for line in columns([("", *(word(name) for name in ("sending", "receiving")), ""), *rows]):
        out.line(line)
    out.line(word.count(len(rows), "rule"))


def _rules(code: str | None) -> list[Explanation]:
    known = explanations()
    if code is None:
        return [one for one in known.values() if one.rule is not None]
    try:
        return [known[rule] for rule in rules_for(code.upper())]
    except InputError as error:
        raise click.UsageError(str(error)) from None


def _grades(found: Explanation, word: Words) -> Iterator[str]:
    for name in ("sending", "receiving"):
        severity = found.severities[name]
        yield word(severity.value) if severity is not None else "–"


def _write(out: Output, found: Explanation, word: Words) -> None:
    lang, kind = word.language, found.kind
    out.line((found.code, "bold"), f"  {found.sentence(lang)}")
    facts = {
        "why": found.why(lang),
        "what to do": found.mend(lang),
        "source": kind.source,
        "rules": ", ".join(kind.ids),
        _refusal_words(found): kind.refusal or "",
        "how bad": ", ".join(_severities(found, word)),
    }
    for line in columns([(f"  {word(name)}", text) for name, text in facts.items() if text]):
        out.line(line)
    if found.rule is not None:
        right, wrong = example(found.rule.sample, found.rule.good, found.rule.bad)
        _sample(out, word("wrong"), wrong)
        _sample(out, word("right"), right)


def _sample(out: Output, title: str, text: str) -> None:
    out.line()
    out.line((title, "bold"))
    for line in text.splitlines():
        out.line(f"    {line}")


def _refusal_words(found: Explanation) -> str:
    return "must be refused with" if found.kind.must_refuse else "may be refused with"


def _severities(found: Explanation, word: Words) -> Iterator[str]:
    for name, severity in found.severities.items():
        grade = word(severity.value) if severity is not None else word("not judged")
        yield f"{word(name)}: {grade}"


def _data(found: Explanation, lang: str) -> dict[str, Any]:
    kind = found.kind
    grades = {name: s.value if s is not None else None for name, s in found.severities.items()}
    return {
        "code": found.code,
        "text": found.sentence(lang),
        "why": found.why(lang),
        "mend": found.mend(lang),
        "source": kind.source,
        "ids": list(kind.ids),
        "refusal": kind.refusal,
        "must_refuse": kind.must_refuse,
        "severity": grades,
    }
