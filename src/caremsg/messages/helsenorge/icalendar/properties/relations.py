"""Who takes part, and what belongs together (RFC 5545, 3.8.4 and 3.8.8)."""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import choice, element, named

from ....namespaces import XCAL
from ..values import Text, Uri
from .shapes import (
    AnyProperty,
    CalAddressProperty,
    DateOrDateTimeProperty,
    TextProperty,
    UriProperty,
)

__all__ = [
    "Attendee",
    "Contact",
    "Organizer",
    "RecurrenceId",
    "RelatedTo",
    "RequestStatus",
    "Uid",
    "Url",
]


@element(XCAL, name="attendee")
class Attendee(CalAddressProperty):
    """Somebody who takes part."""


@element(XCAL, name="contact")
class Contact(TextProperty):
    """Whom to ask."""


@element(XCAL, name="organizer")
class Organizer(CalAddressProperty):
    """Who arranges it."""


@element(XCAL, name="recurrence-id")
class RecurrenceId(DateOrDateTimeProperty):
    """Which of several occurrences it is."""


@element(XCAL, name="uid")
class Uid(TextProperty):
    """The identifier, the same in every copy."""


@element(XCAL, name="url")
class Url(UriProperty):
    """Where more is to be found."""


@element(XCAL, name="related-to")
class RelatedTo(AnyProperty):
    """Another component that it belongs with."""

    uri: Annotated[Uri | None, choice("what", required=True)] = None
    uid: Annotated[str | None, named("uid"), choice("what", required=True)] = None
    text: Annotated[Text | None, choice("what", required=True)] = None


@element(XCAL, name="request-status")
class RequestStatus(AnyProperty):
    """What became of a request."""

    code: Annotated[str, named("code")]
    description: Annotated[str, named("description")]
    extdata: Annotated[str, named("extdata")]
    """The part of the request that the status is about."""
