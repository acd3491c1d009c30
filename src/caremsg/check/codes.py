"""What is wrong with codes: missing, unknown, retired, of another system, with another text.

A code that was found right once is known to be right by its letters, so that most codes of
a message cost one look into a set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any

from attrs import field, frozen

from caremsg.codec.annotations import Binding
from caremsg.codec.plan import Plan, Ref, place
from caremsg.codes import Catalogue, Code, CodeSystem, Verdict
from caremsg.codes.texts import same_text
from caremsg.declare import Edition, Element, Strength, editions
from caremsg.declare.element import Datatype
from caremsg.declare.rules import Breach
from caremsg.findings import FindingKind, Words
from caremsg.messages.datatypes import CS, CV, PQ
from caremsg.messages.rules.reading import NATIONAL

from . import code_kinds as kinds
from .value_kinds import DAT003, DAT006
from .walk import DocumentFound

__all__ = ["judge_codes"]

_Raw = tuple[FindingKind, Any, Breach]
_Fault = tuple[FindingKind, dict[str, object]]
_MOST_KNOWN = 4096
"""Right codes that are remembered for one field; more than any message needs."""


def _no_codes() -> set[Any]:
    return set()


@frozen(eq=False)
class _Coded:
    """One coded field of one class."""

    name: str
    get: Callable[[Any], Any]
    bound: tuple[int, ...]
    """The code systems that the standard binds to it."""
    strength: Strength
    edition: Edition
    """The edition of the document."""
    known: set[Any] = field(factory=_no_codes)
    """Codes that were found right."""


def judge_codes(document: DocumentFound, codes: Catalogue) -> Iterator[_Raw]:
    """What is wrong with the codes of a document."""
    edition = document.root.edition
    for cls, objects in document.objects.items():
        fields = _fields(cls, edition, codes)
        for coded in fields:
            known = coded.known
            for item in objects:
                value = coded.get(item)
                if value is None or value in known:
                    continue
                if value.__class__ is tuple:
                    for i, one in enumerate(value):
                        if one not in known:
                            yield from _judged(item, f"{coded.name}[{i}]", one, coded, codes)
                else:
                    yield from _judged(item, coded.name, value, coded, codes)


def _judged(item: Any, path: str, value: Any, coded: _Coded, codes: Catalogue) -> Iterator[_Raw]:
    faults = list(_JUDGES[value.__class__](value, coded, codes))
    if not faults and len(coded.known) < _MOST_KNOWN and not _free_text(value):
        coded.known.add(value)
    for kind, names in faults:
        yield kind, item, Breach(path, **names)


def _free_text(value: Any) -> bool:
    """True when it has words of the sender, which are not to be remembered."""
    return getattr(value, "original_text", None) is not None


_all_fields: dict[tuple[type[Any], Edition, Catalogue], tuple[_Coded, ...]] = {}


def _fields(cls: type[Any], edition: Edition, codes: Catalogue) -> tuple[_Coded, ...]:
    key = (cls, edition, codes)
    found = _all_fields.get(key)
    if found is None:
        if len(_all_fields) > _MOST_KNOWN:
            _all_fields.clear()
        found = _all_fields[key] = tuple(_coded(cls, edition))
    return found


def _coded(cls: type[Any], edition: Edition) -> Iterator[_Coded]:
    if not issubclass(cls, Element) or issubclass(cls, Datatype):
        return
    plan: Plan = place(cls, edition, "").plan
    for one in plan.fields:
        refs = [branch.type for branch in one.branches if isinstance(branch.type, Ref)]
        if refs and all(ref.cls in _JUDGES for ref in refs):
            here = [binding for binding in one.codes if binding.holds_in(edition)]
            bound = tuple(number for binding in here for number in binding.systems)
            yield _Coded(one.name, attrgetter(one.name), bound, _strongest(here), edition)


def _strongest(bindings: list[Binding]) -> Strength:
    order = list(Strength)
    return min((binding.strength for binding in bindings), key=order.index, default=order[-1])


def _judge_cs(value: CS, coded: _Coded, codes: Catalogue) -> Iterator[_Fault]:
    code = value.code
    if not code or code.isspace():
        yield kinds.COD001, {}
        return
    yield from _judge_text(value)
    found = codes.tell_apart(coded.bound, code, value.display)
    if found is not None:
        yield from _judge_code(found, code, value.display, coded)
        return
    systems = [s for s in map(codes.find, coded.bound) if s is not None]
    if systems and all(s.verdict(code) is Verdict.UNKNOWN for s in systems):
        yield kinds.COD006, {"system": _names(systems)}


def _judge_cv(value: CV, coded: _Coded, codes: Catalogue) -> Iterator[_Fault]:
    code, oid = value.code, (value.system or "").strip()
    if not code or code.isspace():
        if not value.original_text or value.original_text.isspace():
            yield kinds.COD003, {}
        return
    yield from _judge_text(value)
    if not oid:
        yield kinds.COD002, {}
        return
    system = codes.find(oid)
    if system is None:
        yield from _judge_oid(oid, coded, codes)
        return
    yield from _judge_system(system.number, coded, codes)
    if system.verdict(code) is Verdict.UNKNOWN:
        required = coded.strength is Strength.REQUIRED and system.number in coded.bound
        yield kinds.COD006 if required else kinds.COD007, {"system": system}
    else:
        yield from _judge_code(system, code, value.display, coded)


def _judge_oid(oid: str, coded: _Coded, codes: Catalogue) -> Iterator[_Fault]:
    """The identifier is that of no list that is known: a local list, or a mistake."""
    number = oid.removeprefix(NATIONAL)
    if number != oid or number.isdecimal():
        yield kinds.COD012, {"number": number if number.isdecimal() else "S"}
    else:
        yield from _judge_system(None, coded, codes)


def _judge_system(number: int | None, coded: _Coded, codes: Catalogue) -> Iterator[_Fault]:
    if coded.bound and number not in coded.bound and coded.strength is not Strength.EXAMPLE:
        required = coded.strength is Strength.REQUIRED
        systems = [s for s in map(codes.find, coded.bound) if s is not None]
        kind = kinds.COD005 if required else kinds.COD011
        yield kind, {"wanted": _names(systems)}


def _judge_code(
    system: CodeSystem, code: str, display: str | None, coded: _Coded
) -> Iterator[_Fault]:
    """A code that is in a system: whether it is still used, and has its own text."""
    found = system.get(code)
    if found is None:
        return
    if found.retired and not _still_in_use(found, coded.edition):
        instead = found.instead
        hint = Words(f"; write {instead}", f"; skriv {instead}") if instead else Words("", "")
        yield kinds.COD008, {"system": system, "instead": hint}
    if display and not system.agrees(code, display):
        others = (c for c in system if c.code != code and not c.retired)
        swapped = any(same_text(display, other.display) for other in others)
        yield kinds.COD010 if swapped else kinds.COD009, {"system": system}


def _still_in_use(code: Code, edition: Edition) -> bool:
    """True when a code that is retired belongs to the edition of the document."""
    end = editions().get(code.until or "")
    return end is not None and end.family == edition.family and edition < end


def _judge_text(value: CS | CV) -> Iterator[_Fault]:
    display = value.display
    if not display or display.isspace():
        yield kinds.COD004, {}
    elif display != display.strip():
        yield DAT003, {"attribute": "DN"}
    if value.code is not None and value.code != value.code.strip():
        yield DAT003, {"attribute": "V"}


def _judge_pq(value: PQ, coded: _Coded, codes: Catalogue) -> Iterator[_Fault]:
    if value.value is None or not value.value.strip():
        yield kinds.COD013, {"part": Words("number", "tallet")}
    elif value.value.strip()[-1] in "FN":  # INF, NaN
        yield DAT006, {}
    if not value.unit or value.unit.isspace():
        yield kinds.COD013, {"part": Words("unit", "enheten")}
        return
    systems = [s for s in map(codes.find, coded.bound) if s is not None]
    if systems and all(s.complete and s.unit(value.unit.strip()) is None for s in systems):
        yield kinds.COD014, {"system": _names(systems)}


_JUDGES: dict[type[Any], Callable[[Any, _Coded, Catalogue], Iterator[_Fault]]] = {
    CS: _judge_cs,
    CV: _judge_cv,
    PQ: _judge_pq,
}


def _names(systems: list[CodeSystem]) -> Words:
    return Words(" or ".join(map(str, systems)), " eller ".join(map(str, systems)))
