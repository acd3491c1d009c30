"""National numbers of eleven digits: which kind, whose series, which day.

Source: HIS 1001:2010, sections 2 to 4; Skatteetaten on the numbers issued from 2032 and on
synthetic numbers.
"""

from __future__ import annotations

import datetime as dt

from .digits import digits_of, passes
from .faults import Fault
from .identification import CheckRule, Identification, IdentifierKind, Series, Sex

__all__ = ["read_national"]

_FNR, _DNR, _HNR, _FHN = (
    IdentifierKind.FNR,
    IdentifierKind.DNR,
    IdentifierKind.HNR,
    IdentifierKind.FHN,
)
_NEW_RULE = dt.date(2032, 1, 1)
_DAYS = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTHS: dict[int, tuple[int, Series | None]] = {
    month + (series.value if series is not None else 0): (month, series)
    for series in (None, *Series)
    for month in range(1, 13)
}
_RULES = {
    (old, new): frozenset(
        rule for rule, fits in ((CheckRule.OF_1964, old), (CheckRule.OF_2032, new)) if fits
    )
    for old, new in ((True, True), (False, True), (False, False))
}


def read_national(
    text: str, declared: IdentifierKind | None, today: dt.date | None
) -> Identification:
    """What can be told from a number that is said to be of a kind, or of any."""
    digits = digits_of(text)
    if digits is None:
        return Identification(None, (Fault.NOT_DIGITS,))
    if len(digits) != 11:
        return Identification(None, (Fault.LENGTH,))
    fits = passes(digits)
    if digits[0] < 8:
        return _dated(digits, declared, fits, today)
    faults = _check_digits(_FHN, fits, today)
    if declared not in (None, _FHN):
        faults = (*faults, Fault.KIND)
    return Identification(_FHN, faults, rules=_RULES[fits])


def _check_digits(
    kind: IdentifierKind, fits: tuple[bool, bool], today: dt.date | None
) -> tuple[Fault, ...]:
    """What is wrong with the check digits of a number."""
    old, new = fits
    if old:
        return ()
    if not new:
        return (Fault.CHECK_DIGIT,)
    # Skatteetaten announced the new rule for its own numbers, and for no others.
    in_force = kind in (_FNR, _DNR) and today is not None and today >= _NEW_RULE
    return () if in_force else (Fault.ONLY_2032,)


def _dated(
    digits: bytes,
    declared: IdentifierKind | None,
    fits: tuple[bool, bool],
    today: dt.date | None,
) -> Identification:
    """A number that begins with a date."""
    base = _DNR if digits[0] >= 4 else _FNR
    day = digits[0] % 4 * 10 + digits[1]
    month, series = _MONTHS.get(digits[2] * 10 + digits[3], (0, None))
    year = digits[4] * 10 + digits[5]
    if not _is_day(day, month, year):
        faults = (Fault.DATE, *_check_digits(base, fits, today))
        return Identification(None, faults, series, rules=_RULES[fits])
    kind, series, ambiguous = _sorted(base, series, declared)
    faults = _check_digits(kind, fits, today)
    if declared not in (None, kind):
        faults = (*faults, Fault.KIND)
    if kind is _HNR or not fits[0]:
        return Identification(kind, faults, series, ambiguous, _RULES[fits])
    born = _born(digits, day, month, year)
    if today is not None and born is not None and born > today:
        born = None
    # From 2032 the serial number has nothing to do with the year.
    if born is None and (today is None or today < _NEW_RULE):
        faults = (*faults, Fault.NOT_ISSUED)
    sex = Sex.MALE if digits[8] % 2 else Sex.FEMALE
    return Identification(
        kind, faults, series, ambiguous, _RULES[fits], (day, month, year), born, sex
    )


def _is_day(day: int, month: int, year: int) -> bool:
    """A day of some century: 29 February fits whenever four divides the year."""
    return 1 <= day <= _DAYS[month] and not (day == 29 and month == 2 and year % 4)


def _sorted(
    base: IdentifierKind, series: Series | None, declared: IdentifierKind | None
) -> tuple[IdentifierKind, Series | None, bool]:
    """Kind, series, and whether both are a guess: of 40 in the month the declared type decides."""
    if series is not Series.NAV or declared is base:
        return base, series, False
    if declared is _HNR:
        return _HNR, None, False
    return _HNR, Series.NAV, True


def _born(digits: bytes, day: int, month: int, year: int) -> dt.date | None:
    """The day of birth, by the century that goes with serial number and year."""
    serial = digits[6] * 100 + digits[7] * 10 + digits[8]
    if serial < 500 or (serial >= 900 and year >= 40):
        year += 1900
    elif year < 40:
        year += 2000
    elif serial < 750 and year >= 54:
        year += 1800
    else:
        return None
    # 29 February 1900 is the only day of some century that is none of its own.
    return dt.date(year, month, day) if (year, month, day) != (1900, 2, 29) else None
