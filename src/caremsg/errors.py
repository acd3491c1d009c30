"""The exceptions, all of them: whatever goes wrong, nothing else comes out.

    CaremsgError
    ├── DecodeError              no message could be made of the octets      .report
    │   ├── UnsafeXmlError       they ask for what is refused
    │   └── UnknownMessageError  a root that is not among the messages       .tag
    ├── EncodeError              the edition has no room for the message     .report
    ├── CheckError               what `Report.raise_for_errors()` raises     .report
    ├── InputError               nothing to read from was given
    ├── FlowError                that step is not possible now           .state .step
    └── StoreError               the store of an exchange cannot be used

Faults of a document are findings, and are data. An exception tells a program that
its call came to nothing; where a document was to blame, all its findings are in
`report`. What stands in the document itself is never repeated here.
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
    "FlowError",
    "InputError",
    "StoreError",
    "UnknownMessageError",
    "UnsafeXmlError",
]


class CaremsgError(Exception):
    """The root of every exception of this library."""


class _ReportError(CaremsgError):
    """A document is to blame, and `report` tells all that is wrong with it."""

    def __init__(self, report: Report) -> None:
        self.report = report
        super().__init__(report)

    def __str__(self) -> str:
        return self.report.summary()


class DecodeError(_ReportError):
    """No message could be made of the octets. `report` has all findings."""


class UnsafeXmlError(DecodeError):
    """The bytes ask for something that is refused: a DTD, an entity, or more than the limits."""


class UnknownMessageError(DecodeError):
    """The root is not among the messages. `tag` is its name, as `{namespace}Name`."""

    def __init__(self, report: Report, tag: str) -> None:
        super().__init__(report)
        self.tag = tag

    def __reduce__(self) -> tuple[type[UnknownMessageError], tuple[Report, str]]:
        return type(self), (self.report, self.tag)


class EncodeError(_ReportError):
    """The edition has no room for the message. `report` names the fields, and the reasons."""


class CheckError(_ReportError):
    """A report held errors when `Report.raise_for_errors()` was called."""


class InputError(CaremsgError):
    """The argument is not bytes, text, a path or a binary file that can be read."""


class FlowError(CaremsgError):
    """A step was asked for that is not possible in this `state` of a message. Nothing changed."""

    def __init__(self, state: str, step: str) -> None:
        super().__init__(f"{step!r} cannot happen to a message that is {state!r}")
        self.state = state
        self.step = step

    def __reduce__(self) -> tuple[type[FlowError], tuple[str, str]]:
        return type(self), (self.state, self.step)


class StoreError(CaremsgError):
    """What an exchange remembers cannot be read or written now. Nothing was half recorded.

    The same call may be made again: what was recorded all the same is known then."""
