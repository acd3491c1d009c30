"""What an identifier is and what is wrong with it, by the code of its type (8116, 9051)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from .faults import Fault
from .identification import Identification, IdentifierKind, Sex
from .person import read_national
from .register import duf, organisation, serial

__all__ = ["agrees", "check_identifier", "classify"]

_NATIONAL = {
    kind.value: kind
    for kind in (IdentifierKind.FNR, IdentifierKind.DNR, IdentifierKind.HNR, IdentifierKind.FHN)
}
_REGISTERS: dict[str, Callable[[str], tuple[Fault, ...]]] = {
    "DUF": duf,
    "HPR": serial(9),
    "HER": serial(12),  # no length is written down; no register will count so far
    "ENH": organisation,
}


def classify(
    text: str, declared: str | None = None, *, today: dt.date | None = None
) -> Identification:
    """What an identifier is, and what is wrong with it. Never raises.

    `declared` is the code of the type that it is said to have, such as `FNR`. Without it
    eleven digits are taken as a national number, and twelve or nine as a DUF number or an
    organisation number if the control fits. Numbers that only count, as HPR and HER do,
    are known by their declared type alone; types without a known form have no faults.

    `today` decides whether the rule of 2032 holds, and whether a birth is still to come.
    Without it the rule is taken as not yet in force.
    """
    if declared is None:
        return _guessed(text, today)
    kind = _NATIONAL.get(declared)
    if kind is not None:
        return read_national(text, kind, today)
    check = _REGISTERS.get(declared)
    return Identification(IdentifierKind(declared), check(text)) if check else Identification(None)


def _guessed(text: str, today: dt.date | None) -> Identification:
    if len(text) == 12 and not duf(text):
        return Identification(IdentifierKind.DUF)
    if len(text) == 9 and not organisation(text):
        return Identification(IdentifierKind.ENH)
    return read_national(text, None, today)


def check_identifier(
    type_code: str | None, value: str, *, today: dt.date | None = None
) -> tuple[Fault, ...]:
    """What is wrong with an identifier of a type, such as `FNR`, `HER` or `ENH`.

    Types whose identifiers have no form that is known, such as passports, have no faults,
    and neither has an identifier whose type nobody told. For `today` see `classify`.
    """
    check = _REGISTERS.get(type_code or "")
    if check is not None:
        return check(value)
    kind = _NATIONAL.get(type_code or "")
    return read_national(value, kind, today).faults if kind is not None else ()


def agrees(
    found: Identification, born: dt.date | None = None, sex: Sex | None = None
) -> bool | None:
    """Whether a number agrees with a day of birth, a sex, or both; None when it says nothing.

    The century of a number is a guess, so only day, month and the last two digits of the
    year count.
    """
    told: list[bool] = []
    if born is not None and found.birthday is not None:
        told.append(found.birthday == (born.day, born.month, born.year % 100))
    if sex is not None and found.sex is not None:
        told.append(found.sex is sex)
    return all(told) if told else None
