"""Numbers for tests that cannot belong to anybody.

    national_number(Random(1))                       # of Skatteetaten's made-up series
    national_number(Random(1), kind=Kind.DNR, born=date(1985, 3, 12), sex=Sex.FEMALE)
    organisation_number(Random(1))                   # begins with 3; real ones with 8 or 9

Each number has something that no issued number has: a month above 65, a year that has not
come, a first digit or a length that is not used. There is no such mark for an H-nummer (its
month is that of NAV's made-up numbers) nor for a hjelpenummer (it has no date at all), so
neither is made here.
"""

from __future__ import annotations

import datetime as dt
from random import Random

from .digits import k1_of_2032, k2, organisation_fits
from .person import Kind, Rule, Series, Sex, classify

__all__ = ["duf_number", "her_id", "hpr_number", "national_number", "organisation_number"]

_DUF = (4, 6, 3, 2, 4, 6, 3, 2, 7, 5)


def national_number(
    dice: Random,
    *,
    kind: Kind = Kind.FNR,
    born: dt.date | None = None,
    sex: Sex | None = None,
    series: Series = Series.TENOR,
    rule: Rule = Rule.OF_1964,
) -> str:
    """A made-up fødselsnummer or D-nummer.

    With `rule` of 2032 it is one that the rule of 1964 does not know, and it tells neither
    century nor sex. Raises ValueError for a kind or series that could belong to somebody,
    and for a year that no number has.
    """
    if kind not in (Kind.FNR, Kind.DNR) or series is Series.NAV:
        raise ValueError("a number of this kind or series could belong to somebody")
    day = born or dt.date(1930, 1, 1) + dt.timedelta(dice.randrange(33_000))
    if not 1854 <= day.year <= 2039:
        raise ValueError("no number has a birth date in this year")
    start = f"{day:%d}"
    if kind is Kind.DNR:
        start = f"{int(start[0]) + 4}{start[1]}"
    start += f"{day.month + series.value:02}{day.year % 100:02}"
    while True:  # about one serial in five has no check digits
        made = _with_check_digits(f"{start}{_serial(dice, day.year, sex):03}", rule, dice)
        if made is not None:
            return made


def _serial(dice: Random, year: int, sex: Sex | None) -> int:
    if year < 1900:
        serial = dice.randrange(500, 750)
    elif year < 2000:
        serial = dice.randrange(500)
    else:
        serial = dice.randrange(500, 1000)
    wanted = serial % 2 if sex is None else int(sex is Sex.MALE)
    return serial - serial % 2 + wanted


def _with_check_digits(nine: str, rule: Rule, dice: Random) -> str | None:
    digits = tuple(map(int, nine))
    for first in dice.sample(k1_of_2032(digits), len(k1_of_2032(digits))):
        second = k2((*digits, first))
        made = f"{nine}{first}{second}"
        if second is not None and (Rule.OF_1964 in classify(made).rules) is (rule is Rule.OF_1964):
            return made
    return None


def duf_number(dice: Random) -> str:
    """A DUF number of the year 2099, which nobody has."""
    ten = f"2099{dice.randrange(1_000_000):06}"
    control = sum(w * int(d) for w, d in zip(_DUF, ten, strict=True)) % 11
    return f"{ten}{control:02}"


def organisation_number(dice: Random) -> str:
    """A number of an organisation that begins with 3; issued ones begin with 8 or 9."""
    while True:
        eight = f"3{dice.randrange(10_000_000):07}"
        for last in range(10):
            if organisation_fits(tuple(map(int, f"{eight}{last}"))):
                return f"{eight}{last}"


def hpr_number(dice: Random) -> str:
    """An HPR number of nine digits; issued ones have seven or eight."""
    return f"9900{dice.randrange(100_000):05}"


def her_id(dice: Random) -> str:
    """A HER-id far above those that are issued."""
    return f"990{dice.randrange(1_000_000):06}"
