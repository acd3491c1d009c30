"""The Norwegian care-message standard, typed: read, write and judge its messages.

from caremsg import decode, encode, inspect, peek
from caremsg.messages.plo.innleggelsesrapport import Innleggelsesrapport
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from caremsg.declare import Edition
from caremsg.document import Inspection, Limits, decode, encode, inspect, replace
from caremsg.errors import (
    CaremsgError,
    CheckError,
    DecodeError,
    EncodeError,
    FlowError,
    InputError,
    StoreError,
    UnknownMessageError,
    UnsafeXmlError,
)
from caremsg.findings import Finding, Report, Severity, Where
from caremsg.header import Header, peek

if TYPE_CHECKING:
    from caremsg.envelope import Attachment, answer_to, attachments, contents, find, wrap

__all__ = [
    "Attachment",
    "CaremsgError",
    "CheckError",
    "DecodeError",
    "Edition",
    "EncodeError",
    "Finding",
    "FlowError",
    "Header",
    "InputError",
    "Inspection",
    "Limits",
    "Report",
    "Severity",
    "StoreError",
    "UnknownMessageError",
    "UnsafeXmlError",
    "Where",
    "answer_to",
    "attachments",
    "contents",
    "decode",
    "encode",
    "find",
    "inspect",
    "peek",
    "replace",
    "wrap",
]

_ENVELOPE = {"Attachment", "answer_to", "attachments", "contents", "find", "wrap"}


def __getattr__(name: str) -> object:
    """The names of the envelope load the classes of the message head: on first use."""
    if name in _ENVELOPE:
        found: object = getattr(import_module("caremsg.envelope"), name)
        return found
    raise AttributeError(f"module 'caremsg' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
