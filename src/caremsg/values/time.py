"""Points in time, as precise as the sender wrote them.

Source: XML Schema Part 2, sections 3.2.7 to 3.2.12; HIS 80117 (TS).
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from enum import Enum
from typing import Self, TypeVar

from .lexical import TESTS, WHITE, Lexical

__all__ = ["TS", "Date", "DateTime", "Precision", "Time", "Year", "YearMonth"]

T = TypeVar("T")

_YEAR = r"-?(?!0000)(?:[1-9][0-9]{4,18}|[0-9]{4})"  # libxml2 counts in 64 bits
_MONTH = r"(?:0[1-9]|1[0-2])"
_DAY = (  # the group catches 29 February, which not every year has
    r"(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)"
    r"|(?:0[13578]|1[02])-31|(02-29))"
)
_CLOCK = r"(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?|24:00:00(?:\.0+)?)"
_OFFSET = r"(?:Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))"
_ZONE = f"{_OFFSET}?"
_BLANKS = r"[ \t\n\r]*"


# A day that every month has, and a time of day: nearly all that are sent.
_USUAL_DATE = r"[1-9][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])"
_USUAL_TIME = r"T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"


def _test(shape: str, *, usual: str = "(?!)") -> Callable[[str], bool]:
    """A test for texts of a shape, that knows the days of February too.

    What is `usual` is a part of the shape that can be told quickly.
    """
    at_once, match = re.compile(usual).fullmatch, re.compile(shape).fullmatch

    def test(text: str) -> bool:
        if at_once(text) is not None:
            return True
        found = match(text)
        if found is None:
            return False
        return found.lastindex is None or _leap(text)

    return test


def _leap(text: str) -> bool:
    year = int(text.strip(WHITE).lstrip("-").partition("-")[0])
    return calendar.isleap(year)


# XML Schema allows blanks around each of these. libxml2 refuses most of them, unless the
# type is a union; what it refuses would not reach everybody, so it is not valid here either.
_DATE, _DATE_TIME = f"{_YEAR}-{_DAY}", f"{_YEAR}-{_DAY}T{_CLOCK}"
TESTS["date"] = _test(f"{_DATE}{_ZONE}", usual=_USUAL_DATE)
TESTS["dateTime"] = _test(
    f"{_DATE_TIME}(?:{_OFFSET}{_BLANKS})?", usual=f"{_USUAL_DATE}{_USUAL_TIME}"
)
TESTS["gYear"] = _test(f"{_YEAR}{_ZONE}")
TESTS["gYearMonth"] = _test(f"{_YEAR}-{_MONTH}{_ZONE}")
TESTS["time"] = _test(f"{_BLANKS}{_CLOCK}{_ZONE}")
_ANY = f"(?:{_DATE_TIME}|{_DATE}|{_YEAR}|{_YEAR}-{_MONTH}|{_CLOCK})"
TESTS["TS"] = _test(f"{_BLANKS}{_ANY}{_ZONE}{_BLANKS}", usual=f"{_USUAL_DATE}(?:{_USUAL_TIME})?")


def _made(value: Lexical, make: Callable[[str], T]) -> T:
    """What Python makes of a value. Raises ValueError, which does not repeat the text."""
    try:
        return make(value.strip(WHITE))
    except (ValueError, OverflowError):
        raise ValueError(f"not a {value.XSD} that Python can hold") from None


def _datetime(text: str) -> dt.datetime:
    text = _to_microseconds(text)
    if "T24:00:00" in text:
        start = text.replace("T24:00:00", "T00:00:00")
        return dt.datetime.fromisoformat(start) + dt.timedelta(days=1)
    return dt.datetime.fromisoformat(text)


def _to_microseconds(text: str) -> str:
    return re.sub(r"(\.[0-9]{6})[0-9]+", r"\1", text)


class Date(Lexical):
    """A day, `2018-01-31`."""

    __slots__ = ()
    XSD = "date"

    @property
    def date(self) -> dt.date:
        """The day; a zone is left out. Raises ValueError if the text is not one."""
        return _made(self, lambda text: dt.date.fromisoformat(text[:10]))

    @classmethod
    def of(cls, value: dt.date) -> Self:
        """The text of a Python date."""
        return cls(value.strftime("%Y-%m-%d") if value.year > 999 else value.isoformat()[:10])


class DateTime(Lexical):
    """A day and a time of day, with or without a zone, `2018-01-31T10:20:11`."""

    __slots__ = ()
    XSD = "dateTime"

    @property
    def datetime(self) -> dt.datetime:
        """As Python writes it: aware if a zone was sent; digits past the microsecond are cut.

        Raises ValueError if the text is not one.
        """
        return _made(self, _datetime)

    @property
    def date(self) -> dt.date:
        """The day, as it was sent."""
        return self.datetime.date()

    @classmethod
    def of(cls, value: dt.datetime) -> Self:
        """The text of a Python datetime, its zone and fraction included."""
        return cls(value.isoformat())


class Time(Lexical):
    """A time of day, `10:20:11`."""

    __slots__ = ()
    XSD = "time"

    @property
    def time(self) -> dt.time:
        """As Python writes it. Raises ValueError if the text is not one."""
        return _made(self, lambda text: dt.time.fromisoformat(_to_microseconds(text)))

    @classmethod
    def of(cls, value: dt.time) -> Self:
        """The text of a Python time."""
        return cls(value.isoformat())


class Year(Lexical):
    """A year, `2014`."""

    __slots__ = ()
    XSD = "gYear"

    @property
    def year(self) -> int:
        """The year as a number. Raises ValueError if the text is not one."""
        return _made(self, lambda text: int(text[:5].rstrip("Z+-")))


class YearMonth(Lexical):
    """A month of a year, `2014-05`."""

    __slots__ = ()
    XSD = "gYearMonth"


class Precision(Enum):
    """How much of a point in time was sent."""

    YEAR = "gYear"
    MONTH = "gYearMonth"
    DAY = "date"
    SECOND = "dateTime"
    CLOCK = "time"


class TS(Lexical):
    """A point in time that may be partial: date and time, date, month, year, or time of day.

    On the wire it is an attribute: `<FromDate V="2014-05"/>`. `TS.MISSING` is the
    element without the attribute, which the schema allows.
    """

    __slots__ = ()
    XSD = "TS"
    MISSING: TS

    @property
    def precision(self) -> Precision:
        """How much was sent. Raises ValueError if the text is not a point in time."""
        for precision in Precision:
            if TESTS[precision.value](self):
                return precision
        raise ValueError("not a valid TS")

    @property
    def datetime(self) -> dt.datetime:
        """Date and time. Raises ValueError when less was sent."""
        return DateTime(self).datetime

    @property
    def date(self) -> dt.date:
        """The day. Raises ValueError when less was sent."""
        return Date(self).date if self.precision is Precision.DAY else DateTime(self).date

    @classmethod
    def of(cls, value: dt.datetime | dt.date) -> Self:
        """The text of a Python datetime or date."""
        return cls(DateTime.of(value) if isinstance(value, dt.datetime) else Date.of(value))


TS.MISSING = TS("")
