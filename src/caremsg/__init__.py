"""The Norwegian care-message standard, typed: read, write and judge its messages."""

from caremsg.document import Inspection, Limits, decode, encode, inspect, replace
from caremsg.errors import (
    CaremsgError,
    CheckError,
    DecodeError,
    EncodeError,
    InputError,
    UnknownMessageError,
    UnsafeXmlError,
)
from caremsg.findings import Finding, Report, Severity, Where

__all__ = [
    "CaremsgError",
    "CheckError",
    "DecodeError",
    "EncodeError",
    "Finding",
    "InputError",
    "Inspection",
    "Limits",
    "Report",
    "Severity",
    "UnknownMessageError",
    "UnsafeXmlError",
    "Where",
    "decode",
    "encode",
    "inspect",
    "replace",
]
