"""What properties are made of: each class here has several properties that look like it."""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Element, base, choice, named
from caremsg.values import Date, Integer

from ..parameters import Parameters
from ..values import CalAddress, LocalDateTime, Text, Uri, UtcDateTime, UtcOffset

__all__ = [
    "AnyProperty",
    "CalAddressProperty",
    "DateOrDateTimeProperty",
    "DateTimeProperty",
    "IntegerProperty",
    "TextListProperty",
    "TextProperty",
    "UriProperty",
    "UtcDateTimeProperty",
    "UtcOffsetProperty",
]


@base
class AnyProperty(Element):
    """What all properties begin with."""

    parameters: Parameters | None = None


@base
class TextProperty(AnyProperty):
    """A property that is a text."""

    text: Text


@base
class TextListProperty(AnyProperty):
    """A property that is one or more texts."""

    text: tuple[Text, ...]


@base
class UriProperty(AnyProperty):
    """A property that is a reference."""

    uri: Uri


@base
class CalAddressProperty(AnyProperty):
    """A property that is the address of a user."""

    cal_address: CalAddress


@base
class IntegerProperty(AnyProperty):
    """A property that is a whole number."""

    integer: Annotated[Integer, named("integer")]


@base
class UtcOffsetProperty(AnyProperty):
    """A property that is a distance from UTC."""

    utc_offset: UtcOffset


@base
class DateTimeProperty(AnyProperty):
    """A property that is a point in time."""

    date_time: Annotated[LocalDateTime, named("date-time")]


@base
class UtcDateTimeProperty(AnyProperty):
    """A property that is a point in time in UTC."""

    utc_date_time: UtcDateTime


@base
class DateOrDateTimeProperty(AnyProperty):
    """A property that is a point in time, or a whole day."""

    date_time: Annotated[
        LocalDateTime | None, named("date-time"), choice("when", required=True)
    ] = None
    date: Annotated[Date | None, named("date"), choice("when", required=True)] = None
