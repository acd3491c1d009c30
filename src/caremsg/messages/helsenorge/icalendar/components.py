"""Calendars and what stands in them (iCalendar.xsd; RFC 5545, 3.6)."""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Edition, Element, Message, base, complex_type, element, named

from ...editions import ICALENDAR_2_0
from ...namespaces import XCAL
from .properties import Properties

__all__ = [
    "Alarms",
    "AnyComponent",
    "Component",
    "Components",
    "Daylight",
    "Icalendar",
    "Standard",
    "Valarm",
    "Vcalendar",
    "Vevent",
    "Vfreebusy",
    "Vjournal",
    "Vtimezone",
    "Vtodo",
    "ZoneRules",
]


@base
class AnyComponent(Element):
    """What calendars and all that is in them begin with."""

    properties: Annotated[Properties | None, named("properties")] = None


@element(XCAL, name="valarm")
class Valarm(AnyComponent):
    """A reminder."""


@complex_type(XCAL)
class Alarms(Element):
    """The reminders of an event or a task."""

    innhold: tuple[Valarm, ...] = ()


@element(XCAL, name="standard")
class Standard(AnyComponent):
    """A time zone in winter."""


@element(XCAL, name="daylight")
class Daylight(AnyComponent):
    """A time zone in summer."""


@complex_type(XCAL)
class ZoneRules(Element):
    """When clocks are changed."""

    innhold: tuple[Standard | Daylight, ...] = ()
    """In any order."""


@element(XCAL, name="vevent")
class Vevent(AnyComponent):
    """An event, such as an appointment."""

    components: Annotated[Alarms, named("components")]


@element(XCAL, name="vtodo")
class Vtodo(AnyComponent):
    """A task."""

    components: Annotated[Alarms, named("components")]


@element(XCAL, name="vjournal")
class Vjournal(AnyComponent):
    """A note about a day."""


@element(XCAL, name="vfreebusy")
class Vfreebusy(AnyComponent):
    """When somebody is free, or is not."""


@element(XCAL, name="vtimezone")
class Vtimezone(AnyComponent):
    """A time zone."""

    components: Annotated[ZoneRules, named("components")]


Component = Vevent | Vtodo | Vjournal | Vfreebusy | Vtimezone
"""Anything that stands in a calendar."""


@complex_type(XCAL)
class Components(Element):
    """What stands in a calendar."""

    innhold: tuple[Component, ...] = ()
    """In any order."""


@element(XCAL, name="vcalendar")
class Vcalendar(AnyComponent):
    """A calendar."""

    components: Annotated[Components, named("components")]


@element(XCAL, name="icalendar", default=XCAL)
class Icalendar(Message):
    """Calendars, with appointments in the dialogue between citizens and health services."""

    edition: Edition = ICALENDAR_2_0
    vcalendar: tuple[Vcalendar, ...]
