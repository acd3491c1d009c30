"""What happens more than once (RFC 5545, 3.3.10 and 3.8.5)."""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Element, base, choice, complex_type, element, named
from caremsg.values import Date, Integer

from ....namespaces import XCAL
from ..values import Frequency, LocalDateTime, Month, MonthDay, Weekday
from .shapes import AnyProperty, DateOrDateTimeProperty

__all__ = [
    "Exdate",
    "Exrule",
    "Rdate",
    "Recur",
    "RecurProperty",
    "Rrule",
    "Until",
]


@element(XCAL, name="until")
class Until(Element):
    """The last time, or the last day."""

    date: Annotated[Date | None, named("date"), choice("when", required=True)] = None
    date_time: Annotated[
        LocalDateTime | None, named("date-time"), choice("when", required=True)
    ] = None


@complex_type(XCAL)
class Recur(Element):
    """A rule for when something happens again."""

    freq: Annotated[Frequency, named("freq")]
    """Every day, every week and so on."""
    until: Annotated[Until | None, choice("end")] = None
    count: Annotated[Integer | None, named("count"), choice("end")] = None
    """How many times in all."""
    interval: Annotated[str | None, named("interval")] = None
    """Every so many days, weeks and so on."""
    bysecond: Annotated[tuple[str, ...], named("bysecond")] = ()
    byminute: Annotated[tuple[str, ...], named("byminute")] = ()
    byhour: Annotated[tuple[str, ...], named("byhour")] = ()
    byday: Annotated[tuple[str, ...], named("byday")] = ()
    """Days of the week."""
    byyearday: Annotated[tuple[str, ...], named("byyearday")] = ()
    bymonthday: Annotated[tuple[MonthDay, ...], named("bymonthday")] = ()
    byweekno: Annotated[tuple[str, ...], named("byweekno")] = ()
    bymonth: Annotated[tuple[Month, ...], named("bymonth")] = ()
    bysetpos: Annotated[tuple[Integer, ...], named("bysetpos")] = ()
    """Which of the times that the rest of the rule gives."""
    wkst: Annotated[Weekday | None, named("wkst")] = None
    """The day that a week begins with."""


@base
class RecurProperty(AnyProperty):
    """A property that is a rule."""

    recur: Annotated[Recur, named("recur")]


@element(XCAL, name="exdate")
class Exdate(DateOrDateTimeProperty):
    """A time at which it does not take place after all."""


@element(XCAL, name="rdate")
class Rdate(DateOrDateTimeProperty):
    """A time at which it takes place as well."""


@element(XCAL, name="exrule")
class Exrule(RecurProperty):
    """A rule for when it does not take place."""


@element(XCAL, name="rrule")
class Rrule(RecurProperty):
    """A rule for when it takes place."""
