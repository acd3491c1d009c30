"""The parameters of properties (iCalendar-params.xsd; RFC 5545, 3.2; RFC 6638, 7)."""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Element, Token, base, element, facets, named

from ...namespaces import XCAL
from .values import CalAddress, Text, Uri

__all__ = [
    "Altrep",
    "BooleanParameter",
    "CalAddressListParameter",
    "CalAddressParameter",
    "Cn",
    "Cutype",
    "DelegatedFrom",
    "DelegatedTo",
    "Dir",
    "Encoding",
    "Fbtype",
    "Fmttype",
    "Language",
    "Member",
    "Parameter",
    "Parameters",
    "Partstat",
    "Range",
    "RangeParameter",
    "Related",
    "Reltype",
    "Role",
    "Rsvp",
    "ScheduleAgent",
    "ScheduleForceSend",
    "ScheduleStatus",
    "SentBy",
    "TextParameter",
    "Tzid",
    "UriParameter",
]


@base
class TextParameter(Element):
    """A parameter that is a text."""

    text: Text


@base
class UriParameter(Element):
    """A parameter that is a reference."""

    uri: Uri


@base
class BooleanParameter(Element):
    """A parameter that is true or false."""

    boolean: Annotated[bool, named("boolean")]


@base
class CalAddressParameter(Element):
    """A parameter that is the address of one user."""

    cal_address: CalAddress


@base
class CalAddressListParameter(Element):
    """A parameter that is the addresses of several users."""

    cal_address: tuple[CalAddress, ...]


@base
class RangeParameter(Element):
    """A parameter with the one value that its type has."""

    text: Annotated[Token, named("text"), facets(values=("THISANDFUTURE",))]


@element(XCAL, name="altrep")
class Altrep(UriParameter):
    """Where the same text is, in another form."""


@element(XCAL, name="cn")
class Cn(TextParameter):
    """The name of a user of the calendar, for people."""


@element(XCAL, name="cutype")
class Cutype(TextParameter):
    """What kind of user it is: a person, a room, a group."""


@element(XCAL, name="delegated-from")
class DelegatedFrom(CalAddressListParameter):
    """Who passed the participation on."""


@element(XCAL, name="delegated-to")
class DelegatedTo(CalAddressListParameter):
    """Whom the participation was passed on to."""


@element(XCAL, name="dir")
class Dir(UriParameter):
    """Where a directory says more about the user."""


@element(XCAL, name="encoding")
class Encoding(TextParameter):
    """How the value is encoded."""


@element(XCAL, name="fmttype")
class Fmttype(TextParameter):
    """The media type of what is attached."""


@element(XCAL, name="fbtype")
class Fbtype(TextParameter):
    """Whether the time is free or taken."""


@element(XCAL, name="language")
class Language(TextParameter):
    """The language of a text."""


@element(XCAL, name="member")
class Member(CalAddressListParameter):
    """The groups a participant belongs to."""


@element(XCAL, name="partstat")
class Partstat(TextParameter):
    """Whether a participant comes."""


@element(XCAL, name="range")
class Range(RangeParameter):
    """The change is for this occurrence and all that follow."""


@element(XCAL, name="related")
class Related(TextParameter):
    """Whether an alarm counts from the start or from the end."""


@element(XCAL, name="reltype")
class Reltype(TextParameter):
    """How the two components hang together."""


@element(XCAL, name="role")
class Role(TextParameter):
    """The part that a participant plays."""


@element(XCAL, name="rsvp")
class Rsvp(BooleanParameter):
    """Whether an answer is asked for."""


@element(XCAL, name="sent-by")
class SentBy(CalAddressParameter):
    """Who acts for the user."""


@element(XCAL, name="tzid")
class Tzid(TextParameter):
    """The time zone of a time, by its name in the calendar."""


@element(XCAL, name="schedule-agent")
class ScheduleAgent(TextParameter):
    """Who sends the invitations: server, client or nobody."""


@element(XCAL, name="schedule-force-send")
class ScheduleForceSend(TextParameter):
    """That the server sends a message all the same."""


@element(XCAL, name="schedule-status")
class ScheduleStatus(TextParameter):
    """What became of the last message."""


Parameter = (
    Altrep
    | Cn
    | Cutype
    | DelegatedFrom
    | DelegatedTo
    | Dir
    | Encoding
    | Fmttype
    | Fbtype
    | Language
    | Member
    | Partstat
    | Range
    | Related
    | Reltype
    | Role
    | Rsvp
    | SentBy
    | Tzid
    | ScheduleAgent
    | ScheduleForceSend
    | ScheduleStatus
)
"""Anything that may be said about the value of a property."""


@element(XCAL, name="parameters")
class Parameters(Element):
    """What is said about the value of a property."""

    innhold: tuple[Parameter, ...] = ()
    """In any order."""
