"""`caremsg id`: what a number is, and whether it can be right. It is never shown."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import click

from caremsg.values.identifiers import (
    CheckRule,
    Fault,
    Identification,
    IdentifierKind,
    Series,
    Sex,
    classify,
)
from caremsg.values.identifiers import generate as made_up

from . import exits
from .options import as_json, language
from .output import Output, columns

__all__ = ["id_command"]

_MAKERS: dict[str, Callable[[Random, CheckRule], str]] = {
    "FNR": lambda dice, rule: made_up.national_number(dice, rule=rule),
    "DNR": lambda dice, rule: made_up.national_number(dice, kind=IdentifierKind.DNR, rule=rule),
    "DUF": lambda dice, _: made_up.duf_number(dice),
    "HPR": lambda dice, _: made_up.hpr_number(dice),
    "HER": lambda dice, _: made_up.her_id(dice),
    "ENH": lambda dice, _: made_up.organisation_number(dice),
}
_RULES = {str(rule.value): rule for rule in CheckRule}


class _Discreet(click.Command):
    """Complains without repeating an argument, which may be a number in the wrong place."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            parameter = error.param if isinstance(error, click.BadParameter) else None
            where = f" for {parameter.get_error_hint(ctx)}" if parameter is not None else ""
            choices = ""
            if parameter is not None and isinstance(parameter.type, click.Choice):
                choices = f"; it is one of {', '.join(map(str, parameter.type.choices))}"
            raise click.UsageError(f"not understood{where}{choices}", ctx) from None


@click.command("id", cls=_Discreet)
@click.argument("numbers", metavar="NUMBER|-...", nargs=-1)
@click.option(
    "--type",
    "declared",
    type=click.Choice([kind.value for kind in IdentifierKind], case_sensitive=False),
    help="What it is said to be. Needed for HPR and HER, which only count.",
)
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Judge as on this day, not as today.",
)
@click.option(
    "--generate",
    type=click.Choice(list(_MAKERS), case_sensitive=False),
    help="Make up numbers for tests instead, which can belong to nobody.",
)
@click.option("--count", type=click.IntRange(min=1), default=1, help="How many to make up.")
@click.option("--seed", type=int, help="Make up the same ones each time.")
@click.option(
    "--rule",
    type=click.Choice(list(_RULES)),
    default="1964",
    show_default=True,
    help="The rule for check digits that FNR and DNR are made up by.",
)
@language("en")
@as_json
@click.pass_context
def id_command(
    ctx: click.Context,
    numbers: tuple[str, ...],
    declared: str | None,
    today: dt.datetime | None,
    generate: str | None,
    count: int,
    seed: int | None,
    rule: str,
    lang: str,
    as_json: bool,
) -> None:
    """Say what a number is, and whether it can be right.

    The number is never shown, nor written anywhere. What you type as an argument stays in
    the history of your shell, though: give `-` to read numbers from the standard input,
    one on each line. Birth date and sex are hints, and so is everything that a number says.

    \b
    Examples (made-up numbers):
      caremsg id 12838512311
      caremsg id --type DNR - < numbers.txt
      caremsg id --generate fnr --count 3 --seed 1
    """
    out = Output()
    if (generate is None) == (not numbers):
        raise click.UsageError("give numbers, or - to read them, or --generate")
    if generate is not None:
        _make_up(out, generate, count, Random(seed), _RULES[rule], as_json=as_json)  # noqa: S311
        return
    day = today.date() if today is not None else dt.date.today()
    found = [classify(number, declared, today=day) for number in _read(numbers)]
    if not found:
        raise click.UsageError("there was nothing on the standard input")
    for place, one in enumerate(found, 1):
        if as_json:
            out.record({"place": place, **_data(one, lang)})
            continue
        if len(found) > 1:
            out.line((f"{'nummer' if lang == 'nb' else 'number'} {place}", "bold"))
        _write(out, one, declared, 1 if lang == "nb" else 0)
    ctx.exit(exits.ERRORS if any(_is_wrong(one) for one in found) else exits.FINE)


def _make_up(
    out: Output, kind: str, count: int, dice: Random, rule: CheckRule, *, as_json: bool
) -> None:
    for _ in range(count):
        number = _MAKERS[kind](dice, rule)
        if as_json:
            out.record({"type": kind, "number": number})
        else:
            out.line(number)


def _read(numbers: tuple[str, ...]) -> Iterator[str]:
    """The numbers, of which one may be `-` for the lines of standard input."""
    for number in numbers:
        if number == "-":
            # An exception of a text stream would show the octets that it cannot read.
            for line in sys.stdin.buffer:
                text = line.decode("utf-8-sig", "replace").strip()
                if text:
                    yield text
        else:
            yield number


def _is_wrong(found: Identification) -> bool:
    return any(not fault.doubtful for fault in found.faults)


def _data(found: Identification, lang: str) -> dict[str, Any]:
    word = 1 if lang == "nb" else 0
    return {
        "kind": found.kind.value if found.kind is not None else None,
        "series": found.series.name if found.series is not None else None,
        "ambiguous": found.ambiguous,
        "synthetic": found.synthetic,
        "rules": sorted(rule.value for rule in found.rules),
        "birth_date": found.birth_date.isoformat() if found.birth_date is not None else None,
        "sex": found.sex.name.lower() if found.sex is not None else None,
        "faults": [
            {"fault": fault.value, "doubtful": fault.doubtful, "text": _FAULTS[fault][word]}
            for fault in found.faults
        ],
    }


def _write(out: Output, found: Identification, declared: str | None, word: int) -> None:
    rows = [(_LABELS[name][word], text) for name, text in _rows(found, word)]
    if declared is None and Fault.LENGTH in found.faults:
        rows.append(("", _NEEDS_TYPE[word]))
    for line in columns(rows):
        out.line(line)


def _rows(found: Identification, word: int) -> Iterator[tuple[str, str]]:
    yield "kind", _KINDS[found.kind][word]
    if found.ambiguous:
        yield "series", _AMBIGUOUS[word]
    elif found.series is not None:
        yield "series", _SERIES[found.series][word]
    if found.rules:
        yield "rules", ", ".join(str(rule) for rule in sorted(r.value for r in found.rules))
    if found.birth_date is not None:
        yield "born", f"{found.birth_date} {_HINT[word]}"
    if found.sex is not None:
        yield "sex", f"{_SEXES[found.sex][word]} {_HINT[word]}"
    for fault in found.faults:
        yield ("doubt" if fault.doubtful else "fault"), _FAULTS[fault][word]
    if not found.faults:
        yield "fault", ("none found", "ingen funnet")[word]


_LABELS = {
    "kind": ("kind", "slag"),
    "series": ("series", "serie"),
    "rules": ("fits the rule of", "passer med regelen fra"),
    "born": ("born", "født"),
    "sex": ("sex", "kjønn"),
    "fault": ("fault", "feil"),
    "doubt": ("doubt", "tvil"),
}
_KINDS: dict[IdentifierKind | None, tuple[str, str]] = {
    None: ("none that is known", "ingen kjent"),
    IdentifierKind.FNR: ("FNR, fødselsnummer", "FNR, fødselsnummer"),
    IdentifierKind.DNR: ("DNR, D-nummer", "DNR, D-nummer"),
    IdentifierKind.HNR: (
        "HNR, H-nummer: of one organisation, no real fødselsnummer",
        "HNR, H-nummer: for én virksomhet, ikke et virkelig fødselsnummer",
    ),
    IdentifierKind.FHN: ("FHN, felles hjelpenummer", "FHN, felles hjelpenummer"),
    IdentifierKind.DUF: ("DUF, DUF-nummer", "DUF, DUF-nummer"),
    IdentifierKind.HPR: ("HPR, of health personnel", "HPR, HPR-nummer"),
    IdentifierKind.HER: ("HER, of a communication party", "HER, HER-id"),
    IdentifierKind.ENH: ("ENH, organisation number", "ENH, organisasjonsnummer"),
}
_NEEDS_TYPE = (
    "(an HPR number and a HER-id are known by --type alone)",
    "(HPR-nummer og HER-id kjennes bare på --type)",
)
_AMBIGUOUS = (
    "perhaps a made-up number of NAV: --type FNR or DNR if it is, --type HNR if not",
    "kanskje et oppdiktet nummer fra NAV: --type FNR eller DNR hvis ja, --type HNR hvis nei",
)
_SERIES = {
    Series.TENOR: ("made up, of Skatteetaten", "oppdiktet, fra Skatteetaten"),
    Series.NHN: ("made up, of Norsk helsenett", "oppdiktet, fra Norsk helsenett"),
    Series.NAV: ("made up, of NAV", "oppdiktet, fra NAV"),
}
_SEXES = {Sex.MALE: ("male", "mann"), Sex.FEMALE: ("female", "kvinne")}
_HINT = ("(a hint only)", "(bare et hint)")
_FAULTS = {
    Fault.NOT_DIGITS: (
        "there is something else than digits in it, perhaps a blank or a hyphen",
        "det er noe annet enn sifre i det, kanskje et mellomrom eller en bindestrek",
    ),
    Fault.LENGTH: ("it has too many digits or too few", "det har for mange eller for få sifre"),
    Fault.DATE: ("it begins with what is no date", "det begynner med noe som ikke er en dato"),
    Fault.CHECK_DIGIT: (
        "the check digits are wrong, so a digit is wrong",
        "kontrollsifrene er feil, så et siffer er feil",
    ),
    Fault.ONLY_2032: (
        "the check digits fit only the rule that comes in 2032",
        "kontrollsifrene passer bare med regelen som kommer i 2032",
    ),
    Fault.NOT_ISSUED: (
        "no number with this serial and year was issued",
        "ingen nummer med dette individnummeret og året er utstedt",
    ),
    Fault.KIND: (
        "it is of another kind than it is said to be",
        "det er av et annet slag enn det sies å være",
    ),
    Fault.LEADING_ZERO: ("it begins with a zero", "det begynner med null"),
    Fault.TOO_LONG: ("it has too many digits", "det har for mange sifre"),
}
