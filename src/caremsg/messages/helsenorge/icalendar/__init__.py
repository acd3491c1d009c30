"""Calendars in XML (xCal), for appointments in the digital dialogue (iCalendar*.xsd; RFC 6321)."""

from .components import (
    Alarms,
    Component,
    Components,
    Daylight,
    Icalendar,
    Standard,
    Valarm,
    Vcalendar,
    Vevent,
    Vfreebusy,
    Vjournal,
    Vtimezone,
    Vtodo,
    ZoneRules,
)
from .parameters import Parameter, Parameters
from .properties import Properties, Property

__all__ = [
    "Alarms",
    "Component",
    "Components",
    "Daylight",
    "Icalendar",
    "Parameter",
    "Parameters",
    "Properties",
    "Property",
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
