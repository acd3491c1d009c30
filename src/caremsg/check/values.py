"""What can be wrong with a value whatever field it stands in: empty, padded, or not a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any, get_type_hints

import attrs
from attrs import frozen

from caremsg.codec.annotations import marker, members, split_off
from caremsg.declare import Attribute, Element, Required, fields_of
from caremsg.declare.element import Datatype
from caremsg.declare.rules import Breach
from caremsg.findings import FindingKind
from caremsg.values import TS, Date, Double

from . import value_kinds as kinds
from .walk import DocumentFound

__all__ = ["judge_values"]

_Raw = tuple[FindingKind, Any, Breach]
_Judge = Callable[[Any], FindingKind | None]


def judge_values(document: DocumentFound) -> Iterator[_Raw]:
    """What is wrong with single values of a document."""
    for cls, objects in document.objects.items():
        judges = _judges.get(cls) or _made(cls)
        if judges.texts is not None:
            for item in objects:
                for value in judges.texts(item):
                    if value is not None and (not value or value.isspace()):
                        yield from _blank(item, judges)
                        break
        for name, get, judge in judges.others:
            for item in objects:
                yield from _judged(item, name, get(item), judge)
        if judges.may_be_bare:
            for item in objects:
                if _bare(item) and not _needed(item, document):
                    yield kinds.DAT002, item, Breach()


def _judged(item: Any, name: str, value: Any, judge: _Judge) -> Iterator[_Raw]:
    if value is None:
        return
    if value.__class__ is not tuple:
        kind = judge(value)
        if kind is not None:
            yield kind, item, Breach(name)
        return
    for i, one in enumerate(value):
        kind = judge(one)
        if kind is not None:
            yield kind, item, Breach(f"{name}[{i}]")


def _blank(item: Any, judges: _Judges) -> Iterator[_Raw]:
    for name in judges.text_names:
        value = getattr(item, name)
        if value is not None and not value.strip():
            yield kinds.DAT001, item, Breach(name)


@frozen
class _Judges:
    """What is to be looked at in the objects of one class."""

    text_names: tuple[str, ...]
    texts: Callable[[Any], Iterable[str | None]] | None
    """What gets its single texts, all at once."""
    others: tuple[tuple[str, Callable[[Any], Any], _Judge], ...]
    may_be_bare: bool
    """None of its fields has to be set."""


_judges: dict[type[Any], _Judges] = {}


def _made(cls: type[Any]) -> _Judges:
    texts: list[str] = []
    others: list[tuple[str, Callable[[Any], Any], _Judge]] = []
    declared = issubclass(cls, Element) and not issubclass(cls, Datatype)
    hints = get_type_hints(cls, include_extras=True) if declared else {}
    for field in fields_of(cls) if declared else ():
        kind, marks = split_off(hints[field.name])
        found = members(kind)
        if found == [str] and marker(marks, Attribute) is None:
            texts.append(field.name)
        judge = next((_BY_TYPE[k] for k in _bases(found) if k in _BY_TYPE), None)
        if judge is not None:
            others.append((field.name, attrgetter(field.name), judge))
    texts_of = (
        None
        if not texts
        else attrgetter(*texts)
        if len(texts) > 1
        else _in_a_tuple(attrgetter(texts[0]))
    )
    bare = declared and all(f.default is not attrs.NOTHING for f in fields_of(cls))
    made = _judges[cls] = _Judges(tuple(texts), texts_of, tuple(others), bare)
    return made


def _bases(found: list[Any]) -> Iterator[Any]:
    for kind in found:
        for item in getattr(kind, "__args__", (kind,)):
            if isinstance(item, type):
                yield from item.__mro__


def _in_a_tuple(get: Callable[[Any], Any]) -> Callable[[Any], Iterable[str | None]]:
    def get_one(item: Any) -> tuple[Any]:
        return (get(item),)

    return get_one


def _bare(item: Any) -> bool:
    return all(getattr(item, f.name) in (None, ()) for f in fields_of(item.__class__))


def _needed(item: Any, document: DocumentFound) -> bool:
    """True when what holds the object cannot do without it."""
    for cls, objects in document.objects.items():
        for holder in objects:
            for name in _required(cls):
                value = getattr(holder, name)
                if value is item or (isinstance(value, tuple) and item in value):
                    return True
    return item is document.root


_needs: dict[type[Any], tuple[str, ...]] = {}


def _required(cls: type[Any]) -> tuple[str, ...]:
    """The fields that an object of a class cannot do without."""
    if cls not in _needs:
        _needs[cls] = tuple(_read_required(cls)) if issubclass(cls, Element) else ()
    return _needs[cls]


def _read_required(cls: type[Any]) -> Iterator[str]:
    hints = get_type_hints(cls, include_extras=True)
    for field in fields_of(cls):
        _, marks = split_off(hints[field.name])
        if field.default is attrs.NOTHING or marker(marks, Required) is not None:
            yield field.name


def _day(value: Date) -> FindingKind | None:
    return kinds.DAT005 if len(value.strip()) > 10 else None


def _point_in_time(value: TS) -> FindingKind | None:
    if not value:
        return kinds.DAT001
    return kinds.DAT004 if value[2:3] == ":" else None


def _number(value: Double) -> FindingKind | None:
    return kinds.DAT006 if value[-1:] in "FN" else None


_BY_TYPE: dict[type[Any], _Judge] = {
    Date: _day,
    TS: _point_in_time,
    Double: _number,
}
