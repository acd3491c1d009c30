"""Whether the rules of a file can find anything: message types, paths, codes, contradictions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any

from caremsg.codes import CodeSystem, Verdict, code_system
from caremsg.declare import Strength
from caremsg.findings import FindingKind, Words
from caremsg.messages.apprec import AppRec
from caremsg.messages.datatypes import CS, CV
from caremsg.messages.dialog_types import dialog_type
from caremsg.messages.dialogmelding import Dialogmelding
from caremsg.messages.msghead import MsgHead
from caremsg.values import TS, Date, DateTime, Fragment

from ..subjects import message_types
from . import file_kinds as kinds
from .layers import clash
from .model import Level, Requirement
from .shapes import End, ends, names_near

__all__ = ["RECEIPT", "Fault", "faults_of_rule", "faults_of_types", "first_clash"]

RECEIPT = "APPREC"
"""The message type of receipts, which have no head that says so."""
Fault = tuple[FindingKind, str, dict[str, object]]
"""What is wrong, the key it is wrong with, and the words for the text."""

_TEXT = (str, Fragment)
_TIME = (Date, DateTime, TS)
_HOLDS: dict[str, tuple[tuple[type[Any], ...], Words]] = {
    "allowed": ((CS, CV, str), Words("a code or a text", "en kode eller en tekst")),
    "max_length": (_TEXT, Words("a text", "en tekst")),
    "deadline": (_TIME, Words("a time", "et tidspunkt")),
}


def faults_of_types(types: Iterable[str]) -> Iterator[Fault]:
    """Message types that nobody knows."""
    system = code_system(8279)
    for code in types:
        if code not in system.codes and not _documents(code):
            near = get_close_matches(code.upper(), message_types(), n=2)
            yield kinds.AGR005, "types", {"type": code, "near": _perhaps(near)}


def faults_of_rule(rule: Requirement) -> Iterator[Fault]:
    """What makes a rule find nothing, or find fault with everything."""
    for key, path in (("path", rule.path), ("since", rule.since)):
        fault = _fault_of_path(rule, path) if path else None
        if fault is not None:
            yield fault[0], key, fault[1]
    if rule.check == "allowed":
        yield from _faults_of_codes(rule)
    if rule.refusal is not None and rule.level is Level.NATIONAL:
        yield kinds.AGR014, "refusal", {}


def first_clash(rule: Requirement, before: Iterable[Requirement]) -> Fault | None:
    """The first rule of the same file that cannot be kept together with this one."""
    for other in before:
        if clash(rule, other):
            level = other.level.value
            names: dict[str, object] = {"path": rule.path, "line": other.line, "level": level}
            return kinds.AGR010, "path", names
    return None


def _fault_of_path(rule: Requirement, path: str) -> tuple[FindingKind, dict[str, object]] | None:
    """The first message type that a path is wrong for."""
    kind, wanted = _HOLDS.get(rule.check, (None, None))
    for code in rule.types or ("",):
        roots = _roots(code)
        found = [end for root in roots for end in ends(root, path)]
        if not found:
            near = _perhaps(names_near(roots, path))
            return kinds.AGR007, {"type": code or "*", "path": path, "near": near}
        if kind is not None and not any(issubclass(end.kind, kind) for end in found):
            return kinds.AGR011, {"path": path, "wanted": wanted, "check": rule.check}
    return None


def _faults_of_codes(rule: Requirement) -> Iterator[Fault]:
    """Codes that the field cannot have, where the standard says which system they are from."""
    roots = [root for code in rule.types or ("",) for root in _roots(code)]
    found = [end for root in dict.fromkeys(roots) for end in ends(root, rule.path)]
    systems = _systems(found)
    names = ", ".join(map(str, systems))
    for code in rule.codes if systems else ():
        if all(system.verdict(code) is Verdict.UNKNOWN for system in systems):
            yield kinds.AGR012, "codes", {"path": rule.path, "system": names, "code": code}


def _systems(found: list[End]) -> list[CodeSystem]:
    """The systems that are bound; none when a field among them may have any code."""
    numbers: dict[int, None] = {}
    for end in found:
        bound = [b for b in end.codes if b.strength is Strength.REQUIRED]
        if not bound or len(bound) < len(end.codes):
            return []
        numbers.update(dict.fromkeys(number for b in bound for number in b.systems))
    return [code_system(number) for number in numbers]


def _roots(code: str) -> list[type[Any]]:
    """The documents of a message type, or of all, and the head that carries them."""
    if code:
        own = _documents(code)
        return own if code == RECEIPT else [*own, MsgHead]
    every = [cls for pairs in message_types().values() for cls, _ in pairs]
    return [*dict.fromkeys(every), MsgHead, AppRec]


def _documents(code: str) -> list[type[Any]]:
    if code == RECEIPT:
        return [AppRec]
    if dialog_type(code) is not None:
        return [Dialogmelding]
    return list(dict.fromkeys(cls for cls, _ in message_types().get(code, ())))


def _perhaps(near: list[str]) -> Words:
    if not near:
        return Words("nothing is near it", "ingenting ligner")
    return Words(f"perhaps {', '.join(near)}", f"kanskje {', '.join(near)}")
