"""The properties of calendars and their parts (iCalendar-props.xsd; RFC 5545, 3.7 and 3.8)."""

from __future__ import annotations

from caremsg.declare import Element, complex_type

from ....namespaces import XCAL
from .descriptive import (
    Attach,
    Calscale,
    Categories,
    Class,
    Comment,
    Description,
    Geo,
    Location,
    Method,
    PercentComplete,
    Priority,
    Prodid,
    Resources,
    Status,
    Summary,
    Version,
)
from .dialog import (
    XAvailableAt,
    XCancellationReason,
    XExpectedDuration,
    XReferralId,
)
from .recurrence import (
    Exdate,
    Exrule,
    Rdate,
    Recur,
    Rrule,
    Until,
)
from .relations import (
    Attendee,
    Contact,
    Organizer,
    RecurrenceId,
    RelatedTo,
    RequestStatus,
    Uid,
    Url,
)
from .times import (
    Action,
    Completed,
    Created,
    Dtend,
    Dtstamp,
    Dtstart,
    Due,
    Duration,
    Freebusy,
    LastModified,
    Period,
    Repeat,
    Sequence,
    Transp,
    Trigger,
    Tzname,
    Tzoffsetfrom,
    Tzoffsetto,
    Tzurl,
)

__all__ = [
    "Action",
    "Attach",
    "Attendee",
    "Calscale",
    "Categories",
    "Class",
    "Comment",
    "Completed",
    "Contact",
    "Created",
    "Description",
    "Dtend",
    "Dtstamp",
    "Dtstart",
    "Due",
    "Duration",
    "Exdate",
    "Exrule",
    "Freebusy",
    "Geo",
    "LastModified",
    "Location",
    "Method",
    "Organizer",
    "PercentComplete",
    "Period",
    "Priority",
    "Prodid",
    "Properties",
    "Property",
    "Rdate",
    "Recur",
    "RecurrenceId",
    "RelatedTo",
    "Repeat",
    "RequestStatus",
    "Resources",
    "Rrule",
    "Sequence",
    "Status",
    "Summary",
    "Transp",
    "Trigger",
    "Tzname",
    "Tzoffsetfrom",
    "Tzoffsetto",
    "Tzurl",
    "Uid",
    "Until",
    "Url",
    "Version",
    "XAvailableAt",
    "XCancellationReason",
    "XExpectedDuration",
    "XReferralId",
]

Property = (
    Action
    | Attach
    | Attendee
    | Calscale
    | Categories
    | Class
    | Comment
    | Completed
    | Contact
    | Created
    | Description
    | Dtend
    | Dtstamp
    | Dtstart
    | Due
    | Duration
    | Exdate
    | Exrule
    | Freebusy
    | Geo
    | LastModified
    | Location
    | Method
    | Organizer
    | PercentComplete
    | Priority
    | Prodid
    | Rdate
    | RecurrenceId
    | RelatedTo
    | Repeat
    | RequestStatus
    | Resources
    | Rrule
    | Sequence
    | Status
    | Summary
    | Transp
    | Trigger
    | Tzname
    | Tzoffsetfrom
    | Tzoffsetto
    | Tzurl
    | Uid
    | Url
    | Version
    | XAvailableAt
    | XCancellationReason
    | XExpectedDuration
    | XReferralId
)
"""Anything that may be said about a calendar, or something in it."""


@complex_type(XCAL)
class Properties(Element):
    """What is said about a calendar, or something in it."""

    innhold: tuple[Property, ...] = ()
    """In any order."""
