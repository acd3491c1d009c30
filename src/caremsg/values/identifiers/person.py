"""National numbers of eleven digits: which kind, whose series, which day.

Source: HIS 1001:2010, sections 2 to 4; Skatteetaten on the numbers issued from 2032 and on
synthetic numbers.
"""

from __future__ import annotations

import calendar
import datetime as dt
from enum import Enum

from attrs import frozen

from .digits import digits_of, passes
from .faults import Fault

__all__ = ["Identification", "Kind", "Rule", "Series", "Sex", "agrees", "classify"]


class Kind(Enum):
    """What kind of number it is, by the code of its type in 8116."""

    FNR = "FNR"
    """Fødselsnummer: of everybody who is registered as a resident."""
    DNR = "DNR"
    """D-nummer: of others with a need for a number; 4 is added to the first digit."""
    HNR = "HNR"
    """H-nummer: of one organisation only; 4 is added to the third digit."""
    FHN = "FHN"
    """Felles hjelpenummer: for health care when no other number is known."""


class Series(Enum):
    """Whose series of made-up numbers it is from."""

    TENOR = 80
    """Skatteetaten: 80 is added to the month."""
    NHN = 65
    """Norsk helsenett: 65 is added to the month."""
    NAV = 40
    """NAV: 40 is added to the month, just as in an H-nummer."""


class Rule(Enum):
    """A rule for check digits."""

    OF_1964 = 1964
    OF_2032 = 2032


class Sex(Enum):
    """What the ninth digit says, with the codes of 3101."""

    MALE = "1"
    FEMALE = "2"


@frozen(repr=False)
class Identification:
    """What can be told from eleven digits."""

    kind: Kind | None
    """None when they are no such number."""
    faults: tuple[Fault, ...] = ()
    """What is wrong, or else strange: `ONLY_2032` and `NOT_ISSUED` are no proof."""
    series: Series | None = None
    """The series of a made-up number; of an H-nummer the one it may be confused with."""
    rules: frozenset[Rule] = frozenset()
    """The rules that its check digits fit."""
    birth_date: dt.date | None = None
    """A hint: of numbers of the 1964 rule only, and never of H-nummer and hjelpenummer."""
    sex: Sex | None = None
    """A hint, as above."""

    @property
    def synthetic(self) -> bool:
        """True for a number that belongs to no person, whoever issued it."""
        return self.series in (Series.TENOR, Series.NHN)

    def __repr__(self) -> str:
        kind = self.kind.name if self.kind is not None else "no number"
        return f"<Identification: {kind}, {len(self.faults)} faults>"


def classify(text: str) -> Identification:
    """What kind of national number a text is, and what is wrong with it. Never raises."""
    digits = digits_of(text)
    if digits is None:
        return Identification(None, (Fault.NOT_DIGITS,))
    if len(digits) != 11:
        return Identification(None, (Fault.LENGTH,))
    old, new = passes(digits)
    rules = frozenset(rule for rule, fits in ((Rule.OF_1964, old), (Rule.OF_2032, new)) if fits)
    check = () if old else (Fault.ONLY_2032,) if new else (Fault.CHECK_DIGIT,)
    if digits[0] >= 8:
        return Identification(Kind.FHN, check, rules=rules)
    return _dated(digits, check, rules)


def _dated(
    digits: tuple[int, ...], check: tuple[Fault, ...], rules: frozenset[Rule]
) -> Identification:
    """A number that begins with a date."""
    permanent = digits[0] < 4
    day = (digits[0] % 4 if not permanent else digits[0]) * 10 + digits[1]
    month, series = _month(digits[2] * 10 + digits[3])
    year = digits[4] * 10 + digits[5]
    kind = Kind.HNR if series is Series.NAV else Kind.FNR if permanent else Kind.DNR
    if month is None or not _is_day(day, month, year):
        return Identification(None, (Fault.DATE, *check), series, rules)
    faults, born, sex = check, None, None
    if Rule.OF_1964 in rules and kind is not Kind.HNR:
        serial = digits[6] * 100 + digits[7] * 10 + digits[8]
        century = _century(serial, year)
        if century is None or not _is_day(day, month, century + year):
            faults = (*check, Fault.NOT_ISSUED)
        else:
            born = dt.date(century + year, month, day)
        sex = Sex.MALE if digits[8] % 2 else Sex.FEMALE
    return Identification(kind, faults, series, rules, born, sex)


def _month(number: int) -> tuple[int | None, Series | None]:
    for series in (None, Series.TENOR, Series.NHN, Series.NAV):
        month = number - (series.value if series is not None else 0)
        if 1 <= month <= 12:
            return month, series
    return None, None


def _is_day(day: int, month: int, year: int) -> bool:
    """A day of some century, or of a year that is told in full."""
    if not 1 <= day <= 31:
        return False
    if year < 100:  # 29 February fits whenever it does in some century
        year = 2000 if year == 0 else 1900 + year
    return day <= calendar.monthrange(year, month)[1]


def _century(serial: int, year: int) -> int | None:
    """The century that goes with a serial number and two digits of a year."""
    if serial < 500:
        return 1900
    if serial >= 900 and year >= 40:
        return 1900
    if year < 40:
        return 2000
    return 1800 if serial < 750 and year >= 54 else None


def agrees(
    found: Identification, born: dt.date | None = None, sex: Sex | None = None
) -> bool | None:
    """Whether a number agrees with a day of birth, a sex, or both; None when it says nothing.

    The century of a number is a guess, so only day, month and the last two digits of the
    year count.
    """
    told: list[bool] = []
    if born is not None and found.birth_date is not None:
        own = found.birth_date
        told.append((own.day, own.month, own.year % 100) == (born.day, born.month, born.year % 100))
    if sex is not None and found.sex is not None:
        told.append(found.sex is sex)
    return all(told) if told else None
