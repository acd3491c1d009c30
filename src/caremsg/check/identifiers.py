"""What is wrong with identifiers, wherever they stand. No number is kept or shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from caremsg.declare.rules import Breach
from caremsg.findings import FindingKind
from caremsg.messages.common import Ident
from caremsg.values.identifiers import Fault, check_identifier

from . import identifier_kinds as kinds
from .walk import DocumentFound

__all__ = ["judge_identifiers"]

_NATIONAL = frozenset(("FNR", "DNR", "HNR", "FHN"))
_OF_NATIONAL = {
    Fault.NOT_DIGITS: kinds.IDN001,
    Fault.LENGTH: kinds.IDN001,
    Fault.DATE: kinds.IDN002,
    Fault.CHECK_DIGIT: kinds.IDN003,
    Fault.ONLY_2032: kinds.IDN004,
    Fault.NOT_ISSUED: kinds.IDN005,
    Fault.KIND: kinds.IDN006,
}


def judge_identifiers(document: DocumentFound) -> Iterator[tuple[FindingKind, Any, Breach]]:
    """What is wrong with the identifiers of a document."""
    for cls, objects in document.objects.items():
        if issubclass(cls, Ident) or cls.__module__ == _RECEIPTS:
            for item in objects:
                yield from _judged(item)


_RECEIPTS = "caremsg.messages.apprec"  # where a party has its identifier itself


def _judged(item: Any) -> Iterator[tuple[FindingKind, Any, Breach]]:
    value, type_id = getattr(item, "id", None), getattr(item, "type_id", None)
    if type_id is None or value is None or not value.strip():
        return
    code = (type_id.code or "").strip()
    for fault in check_identifier(code, value.strip()):
        if code in _NATIONAL:
            yield _OF_NATIONAL[fault], item, Breach("id")
        else:
            check = fault is Fault.CHECK_DIGIT
            yield kinds.IDN008 if check else kinds.IDN007, item, Breach("id")
