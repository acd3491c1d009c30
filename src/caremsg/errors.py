"""Every exception of the library. Nothing else leaves it.

    CaremsgError
    ├── DecodeError            the bytes are not a message we can read       .report
    │   ├── UnsafeXmlError         DTD, entity, too deep, too large
    │   └── UnknownMessageError    a root element nobody declared            .tag
    ├── EncodeError            the message does not fit its edition          .report
    ├── CheckError             raised by Report.raise_for_errors()           .report
    └── InputError             the argument is not something to read from

A *finding* says what is wrong with a document; an *exception* says that this call
cannot go on. If a document is the reason, the exception carries the report with
every finding. No text here ever holds a value out of a document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from caremsg.findings import Report

__all__ = [
    "CaremsgError",
    "CheckError",
    "DecodeError",
    "EncodeError",
    "InputError",
    "UnknownMessageError",
    "UnsafeXmlError",
]


class CaremsgError(Exception):
    """The root of every exception of this library."""


class _ReportError(CaremsgError):
    """An exception about a document: carries the report with every finding."""

    def __init__(self, report: Report) -> None:
        self.report = report
        super().__init__(report)

    def __str__(self) -> str:
        return self.report.summary()


class DecodeError(_ReportError):
    """The bytes are not a message we can read. `report` lists every finding."""


class UnsafeXmlError(DecodeError):
    """The bytes ask for something that is refused: a DTD, an entity, or more than the limits."""


class UnknownMessageError(DecodeError):
    """The root element is declared by nobody we know. `tag` is its name as `{namespace}Name`."""

    def __init__(self, report: Report, tag: str) -> None:
        super().__init__(report)
        self.tag = tag

    def __reduce__(self) -> tuple[type[UnknownMessageError], tuple[Report, str]]:
        return type(self), (self.report, self.tag)


class EncodeError(_ReportError):
    """The message does not fit its edition. `report` says which fields, and why."""


class CheckError(_ReportError):
    """Raised by `Report.raise_for_errors()` when a report holds errors."""


class InputError(CaremsgError):
    """The argument is not bytes, text, a path or a binary file that can be read."""
