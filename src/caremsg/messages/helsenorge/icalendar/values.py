"""The values of parameters and properties (iCalendar-valtypes.xsd; RFC 6321, 3.6)."""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Token, facets, named
from caremsg.values import DateTime, Integer

__all__ = [
    "CalAddress",
    "Frequency",
    "LocalDateTime",
    "Month",
    "MonthDay",
    "Span",
    "Text",
    "Uri",
    "UtcDateTime",
    "UtcOffset",
    "Weekday",
]

Text = Annotated[str, named("text")]
Uri = Annotated[str, named("uri")]
CalAddress = Annotated[str, named("cal-address")]
"""The address of somebody who uses a calendar, such as `mailto:a@example.com`."""

_CLOCK = r"T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]*)"

LocalDateTime = Annotated[
    DateTime, facets(pattern=rf"(\-|\+)?[0-9]{{4}}\-[0-9]{{2}}\-[0-9]{{2}}{_CLOCK}?Z?")
]
"""A point in time, in UTC or without a zone."""
UtcDateTime = Annotated[
    DateTime,
    named("utc-date-time"),
    facets(pattern=rf"(\-|\+)?[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}{_CLOCK}Z"),
]
"""A point in time in UTC, with a fraction of a second."""
Span = Annotated[
    str,
    facets(
        pattern=r"(\+|\-)?P(([0-9]+Y)?([0-9]+M)?([0-9]+D)?T?([0-9]+H)?([0-9]+M)?([0-9]+S)?)"
        r"|([0-9]+W)"
    ),
]
"""A length of time, such as `PT20M`."""
UtcOffset = Annotated[str, named("utc-offset"), facets(pattern=r"(\-|\+)?[0-9]{2}:[0-9]{2}")]
"""How far local time is from UTC."""
Frequency = Annotated[
    Token,
    facets(values=("SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY")),
]
Weekday = Annotated[Token, facets(values=("SU", "MO", "TU", "WE", "TH", "FR", "SA"))]
MonthDay = Annotated[Integer, facets(pattern=r"[+\-]?0*([0-9]|[12][0-9]|3[01])")]
"""-31 to 31; a negative one counts from the end of the month."""
Month = Annotated[Integer, facets(pattern=r"\+?0*([1-9]|1[0-2])")]
"""1 to 12."""
