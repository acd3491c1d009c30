"""When things are, and in which zone (RFC 5545, 3.8.2, 3.8.3, 3.8.6 and 3.8.7)."""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Element, choice, element, named

from ....namespaces import XCAL
from ..values import LocalDateTime, Span
from .shapes import (
    AnyProperty,
    DateOrDateTimeProperty,
    IntegerProperty,
    TextProperty,
    UriProperty,
    UtcDateTimeProperty,
    UtcOffsetProperty,
)

__all__ = [
    "Action",
    "Completed",
    "Created",
    "Dtend",
    "Dtstamp",
    "Dtstart",
    "Due",
    "Duration",
    "Freebusy",
    "LastModified",
    "Period",
    "Repeat",
    "Sequence",
    "Transp",
    "Trigger",
    "Tzname",
    "Tzoffsetfrom",
    "Tzoffsetto",
    "Tzurl",
]


@element(XCAL, name="completed")
class Completed(UtcDateTimeProperty):
    """When a task was done."""


@element(XCAL, name="dtend")
class Dtend(DateOrDateTimeProperty):
    """When it ends."""


@element(XCAL, name="dtstart")
class Dtstart(DateOrDateTimeProperty):
    """When it begins."""


@element(XCAL, name="due")
class Due(DateOrDateTimeProperty):
    """When a task is to be done."""


@element(XCAL, name="transp")
class Transp(TextProperty):
    """Whether the time counts as taken."""


@element(XCAL, name="tzname")
class Tzname(TextProperty):
    """What a time zone is called."""


@element(XCAL, name="tzoffsetfrom")
class Tzoffsetfrom(UtcOffsetProperty):
    """The distance from UTC before the change."""


@element(XCAL, name="tzoffsetto")
class Tzoffsetto(UtcOffsetProperty):
    """The distance from UTC after the change."""


@element(XCAL, name="tzurl")
class Tzurl(UriProperty):
    """Where a time zone is kept up to date."""


@element(XCAL, name="action")
class Action(TextProperty):
    """What an alarm does."""


@element(XCAL, name="repeat")
class Repeat(IntegerProperty):
    """How many more times an alarm goes off."""


@element(XCAL, name="created")
class Created(UtcDateTimeProperty):
    """When it was put into the calendar."""


@element(XCAL, name="dtstamp")
class Dtstamp(UtcDateTimeProperty):
    """When this copy of it was made."""


@element(XCAL, name="last-modified")
class LastModified(UtcDateTimeProperty):
    """When it was last changed."""


@element(XCAL, name="sequence")
class Sequence(IntegerProperty):
    """How many times it has been changed."""


@element(XCAL, name="duration")
class Duration(AnyProperty):
    """How long it takes."""

    duration: Annotated[Span, named("duration")]


@element(XCAL, name="period")
class Period(Element):
    """A stretch of time."""

    start: Annotated[LocalDateTime, named("start")]
    end: Annotated[LocalDateTime | None, named("end"), choice("until", required=True)] = None
    duration: Annotated[Span | None, named("duration"), choice("until", required=True)] = None


@element(XCAL, name="freebusy")
class Freebusy(AnyProperty):
    """Times that are free or taken."""

    period: tuple[Period, ...]


@element(XCAL, name="trigger")
class Trigger(AnyProperty):
    """When an alarm goes off: so long before or after, or at a time."""

    duration: Annotated[Span | None, named("duration"), choice("when", required=True)] = None
    date_time: Annotated[
        LocalDateTime | None, named("date-time"), choice("when", required=True)
    ] = None
