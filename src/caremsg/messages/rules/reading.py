"""What many rules ask of values: is it there, which code is it, which came first."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

from caremsg.values import TS, Date, DateTime

from ..datatypes import CS, CV

__all__ = ["NATIONAL", "UUID", "blank", "code_in", "day_of", "moment_of", "number_of", "of_system"]

NATIONAL = "2.16.578.1.12.4.1.1."
"""What the identifier of every national code system begins with."""
_OSLO = ZoneInfo("Europe/Oslo")
UUID = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
"""The form of an identifier of a message; to be matched as a whole."""


def blank(text: str | None) -> bool:
    """True when there is no text, or nothing but white space."""
    return text is None or not text.strip()


def number_of(value: CV | None) -> int | None:
    """The number of the national code system that a code says it is from."""
    system = ((value.system if value is not None else None) or "").strip()
    number = system.removeprefix(NATIONAL).partition(".")[0]
    if not system.startswith(NATIONAL) or not number.isascii() or not number.isdigit():
        return None
    return int(number[:9])


def of_system(value: CV | None, *numbers: int) -> bool:
    """True when a code says it is from one of these systems."""
    return number_of(value) in numbers


def code_in(value: CS | CV | None, *codes: str) -> bool:
    """True when there is a code, and it is one of these."""
    return value is not None and value.code in codes


def day_of(value: Date | DateTime | TS | None) -> dt.date | None:
    """The day, as it was sent; None when it is missing or less than a day was sent."""
    try:
        return value.date if value is not None else None
    except ValueError:
        return None


def moment_of(value: DateTime | TS | None) -> dt.datetime | None:
    """Day and time of day in Norway; None when it is missing or less was sent.

    A time without a zone is Norwegian already (HIS 80117 is silent, all examples do so).
    """
    try:
        moment = value.datetime if value is not None else None
    except ValueError:
        return None
    if moment is None or moment.tzinfo is None:
        return moment
    return moment.astimezone(_OSLO).replace(tzinfo=None)
