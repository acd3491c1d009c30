"""Numbers for tests that cannot belong to anybody.

    national_number(Random(1))                       # of Skatteetaten's made-up series
    national_number(Random(1), kind=IdentifierKind.DNR, born=date(1985, 3, 12))
    organisation_number(Random(1))                   # begins with 3; real ones with 8 or 9

A national number has a month above 65, a DUF number a year that has not come, and a number
of an organisation a first digit that is not used. HPR numbers and HER-ids have no such mark;
those made here are far above what their registers have counted to.

No H-nummer is made here, since its month is that of NAV's made-up numbers and any hospital
may have issued it; and no felles hjelpenummer, since every one of its digits may be real.
"""

from __future__ import annotations

import datetime as dt
from random import Random

from .digits import duf_control, k1, k2, organisation_fits
from .identification import CheckRule, IdentifierKind, Series, Sex

__all__ = ["duf_number", "her_id", "hpr_number", "national_number", "organisation_number"]


def national_number(
    dice: Random,
    *,
    kind: IdentifierKind = IdentifierKind.FNR,
    born: dt.date | None = None,
    sex: Sex | None = None,
    series: Series = Series.TENOR,
    rule: CheckRule = CheckRule.OF_1964,
) -> str:
    """A made-up fødselsnummer or D-nummer.

    With `rule` of 2032 it is one that the rule of 1964 does not know; such a number tells
    nobody its century and sex. Raises ValueError for a kind or series that could belong to
    somebody, and for a year that no number has.
    """
    if kind not in (IdentifierKind.FNR, IdentifierKind.DNR) or series is Series.NAV:
        raise ValueError("a number of this kind or series could belong to somebody")
    day = born or dt.date(1930, 1, 1) + dt.timedelta(dice.randrange(33_000))
    if not 1854 <= day.year <= 2039:
        raise ValueError("no number has a birth date in this year")
    first = day.day + (40 if kind is IdentifierKind.DNR else 0)
    start = f"{first:02}{day.month + series.value:02}{day.year % 100:02}"
    while True:  # about one serial in five has no check digits
        made = _with_check_digits(f"{start}{_serial(dice, day.year, sex):03}", rule, dice)
        if made is not None:
            return made


def _serial(dice: Random, year: int, sex: Sex | None) -> int:
    low, high = (500, 750) if year < 1900 else (0, 500) if year < 2000 else (500, 1000)
    serial = dice.randrange(low, high)
    return serial if sex is None else serial - serial % 2 + (sex is Sex.MALE)


def _with_check_digits(nine: str, rule: CheckRule, dice: Random) -> str | None:
    """The number that begins so, None if there is none of the rule."""
    remainder = 0 if rule is CheckRule.OF_1964 else dice.randint(1, 3)
    first = k1(bytes(map(int, nine)), remainder)
    if first is None:
        return None
    second = k2(bytes(map(int, f"{nine}{first}")))
    return f"{nine}{first}{second}" if second is not None else None


def duf_number(dice: Random) -> str:
    """A DUF number of the year 2099, which nobody has."""
    ten = f"2099{dice.randrange(1_000_000):06}"
    return f"{ten}{duf_control(bytes(map(int, ten))):02}"


def organisation_number(dice: Random) -> str:
    """A number of an organisation that begins with 3; issued ones begin with 8 or 9."""
    while True:  # one in eleven has no check digit
        eight = f"3{dice.randrange(10_000_000):07}"
        for last in range(10):
            if organisation_fits(bytes(map(int, f"{eight}{last}"))):
                return f"{eight}{last}"


def hpr_number(dice: Random) -> str:
    """An HPR number of nine digits that begins with 99."""
    return f"99{dice.randrange(10_000_000):07}"


def her_id(dice: Random) -> str:
    """A HER-id of nine digits that begins with 99."""
    return f"99{dice.randrange(10_000_000):07}"
