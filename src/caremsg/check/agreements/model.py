"""What an agreement says."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import Literal

from attrs import frozen

from caremsg.findings import Report, Severity

__all__ = ["Agreement", "AgreementFile", "Check", "Exchange", "Level", "Requirement"]

Check = Literal["required", "forbidden", "allowed", "max_length", "deadline"]
"""The vocabulary of requirements."""


class Level(Enum):
    """How special an agreement is; a later one is more special."""

    NATIONAL = "national"
    REGION = "region"
    PAIR = "pair"

    @property
    def rank(self) -> int:
        """Its place among the levels, from 0."""
        return list(Level).index(self)


@frozen
class Exchange:
    """Message types that are exchanged, and how."""

    types: tuple[str, ...]
    """Codes of system 8279."""
    editions: tuple[str, ...] = ()
    """Such as `PLO 1.6`; none: any."""
    sender: str | None = None
    """The HER-id of the organisation that sends."""
    receiver: str | None = None
    """The HER-id of the organisation that receives."""
    service: str | None = None
    """The HER-id of the service or person that receives."""
    attachments: tuple[str, ...] | None = None
    """The media types of attachments; none: no attachments; None: nothing is said of them."""
    level: Level = Level.PAIR


@frozen
class Requirement:
    """One rule beyond the standard."""

    check: Check
    path: str
    """The element, by the names of the standard: `Innleggelsesrapport/Cave`, `//Notat`."""
    types: tuple[str, ...] = ()
    """The message types it is for; none: all."""
    codes: tuple[str, ...] = ()
    """For `allowed`."""
    limit: int = 0
    """For `max_length`: characters; for `deadline`: hours."""
    since: str = ""
    """For `deadline`: the element with the time from which it is counted."""
    severity: Severity = Severity.WARNING
    refusal: str | None = None
    """The error code (8221) of an acknowledgement that the parties agreed may refuse for it."""
    en: str = ""
    """Why, in English."""
    nb: str = ""
    """Why, in Norwegian."""
    level: Level = Level.PAIR
    line: int | None = None

    @property
    def subject(self) -> tuple[str, str, str]:
        """What it is about: two with one subject differ in types, bounds and how bad it is."""
        return self.check, self.path, self.since

    def covers(self, other: Requirement) -> bool:
        """True when it is for every message type that another one is for."""
        return not self.types or (bool(other.types) and set(other.types) <= set(self.types))

    def meets(self, other: Requirement) -> bool:
        """True when there is a message type that both are for."""
        return not self.types or not other.types or bool(set(self.types) & set(other.types))


@frozen
class Agreement:
    """An agreement, or several layers of one put together."""

    name: str
    level: Level
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    """The last day it is in force."""
    exchanges: tuple[Exchange, ...] = ()
    requirements: tuple[Requirement, ...] = ()

    def in_force(self, day: dt.date) -> bool:
        """True on a day between its first and its last."""
        return (self.valid_from is None or day >= self.valid_from) and (
            self.valid_to is None or day <= self.valid_to
        )


@frozen
class AgreementFile:
    """What was read from a file."""

    agreement: Agreement | None
    """None when the file has errors."""
    report: Report
    """What is wrong with the file, with lines."""
