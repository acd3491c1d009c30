"""Paths by the names of the standard, from a message to its parts.

`MsgInfo/Patient/DateOfBirth` begins in the head, `Innleggelsesrapport/Cave` with a document,
and `//Notat` fits at any depth of either.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from attrs import frozen

from caremsg.codec.plan import Plan, Ref, plan_of
from caremsg.declare import Edition, Element, Message, declaration
from caremsg.messages.msghead import Content, MsgHead

__all__ = ["Found", "follow", "known", "names_near"]

_ANY = "//"
_MARK = "*"


@frozen
class Found:
    """Something a path leads to."""

    value: Any
    """None when it is not there."""
    path: str
    """The Python path from the message."""
    owner: Any
    """The object that has it as a field."""


def follow(message: Message, path: str) -> Iterator[Found]:
    """Everything in a message that a path leads to.

    The last step leads to what is missing too, where its parent is there. A single parent
    that is missing is passed as missing; of repeated ones only those that are there count.
    """
    steps = _steps(path)
    for root, at in _roots(message):
        if steps and (steps[0] == _MARK or steps[0] == declaration(type(root)).name):
            rest = steps if steps[0] == _MARK else steps[1:]
            yield from _follow(root, at, rest)
        elif isinstance(root, MsgHead) and steps:
            yield from _follow(root, at, steps)


def _steps(path: str) -> list[str]:
    """The steps of a path; `//` is a step of its own."""
    return [step for step in path.replace(_ANY, f"/{_MARK}/").split("/") if step]


def _roots(message: Message) -> Iterator[tuple[Message, str]]:
    yield message, ""
    if isinstance(message, MsgHead):
        for i, document in enumerate(message.innhold):
            content = getattr(getattr(document, "ref_doc", None), "content", None)
            for j, item in enumerate(content.items if isinstance(content, Content) else ()):
                if isinstance(item, Message):
                    yield item, f"innhold[{i}].ref_doc.content.items[{j}]"


def _follow(owner: Any, at: str, steps: list[str]) -> Iterator[Found]:
    if not steps:
        return
    if steps[0] == _MARK:
        yield from _anywhere(owner, at, steps[1:])
        return
    for name, kind in _fields_of(owner).get(steps[0], ()):
        value: Any = getattr(owner, name, None)
        here = f"{at}.{name}" if at else name
        items: tuple[Any, ...] = value if value.__class__ is tuple else ()
        for i, item in enumerate(items):
            if kind is None or isinstance(item, kind):
                yield from _onwards(item, f"{here}[{i}]", steps[1:], owner)
        if value.__class__ is not tuple:
            fits = value is not None and (kind is None or isinstance(value, kind))
            yield from _onwards(value if fits else None, here, steps[1:], owner)
        elif not items and len(steps) == 1:
            yield Found(None, here, owner)


def _onwards(value: Any, at: str, steps: list[str], owner: Any) -> Iterator[Found]:
    if not steps or value is None:
        yield Found(value, at, owner)
    else:
        yield from _follow(value, at, steps)


def _anywhere(owner: Any, at: str, steps: list[str]) -> Iterator[Found]:
    """The rest of a path, at this object and at everything below; missing ones do not count."""
    if steps and steps[0] in _fields_of(owner):
        yield from (found for found in _follow(owner, at, steps) if found.value is not None)
    for name in {name for pairs in _fields_of(owner).values() for name, _ in pairs}:
        value: Any = getattr(owner, name, None)
        several: tuple[Any, ...] = value if value.__class__ is tuple else (value,)
        for i, item in enumerate(several):
            if isinstance(item, Element) and not isinstance(owner, Content):
                here = f"{at}.{name}" if at else name
                here = f"{here}[{i}]" if value.__class__ is tuple else here
                yield from _anywhere(item, here, steps)


_Fields = dict[str, tuple[tuple[str, Any], ...]]
_all_fields: dict[type[Any], _Fields] = {}


def _fields_of(owner: object) -> _Fields:
    return _fields(type(owner))


def _fields(cls: type[Any]) -> _Fields:
    """The fields of a class by their XML names, with the class that the name stands for."""
    if cls not in _all_fields:
        made: dict[str, dict[tuple[str, Any], None]] = {}
        for plan in _plans(cls):
            for field in plan.fields:
                for branch in field.branches:
                    kind = branch.type.cls if isinstance(branch.type, Ref) else None
                    local = branch.tag.rpartition("}")[2]
                    several = len(field.branches) > 1
                    key = (field.name, kind if several else None)
                    made.setdefault(local, {})[key] = None
        _all_fields[cls] = {name: tuple(keys) for name, keys in made.items()}
    return _all_fields[cls]


def _plans(cls: type[Any]) -> Iterator[Plan]:
    if not issubclass(cls, Element):
        return
    declared = declaration(cls)
    editions: tuple[Edition | None, ...] = declared.homes[0].editions or (None,)
    for edition in editions:
        if declared.exists_in(edition):
            yield plan_of(cls, edition)


def known(root: type[Any], path: str) -> bool:
    """True when a document of a class can have what a path leads to."""
    steps = _steps(path)
    if steps and steps[0] != _MARK and steps[0] == declaration(root).name:
        steps = steps[1:]
    return bool(steps) and _reach({root}, steps)


def _reach(classes: set[type[Any]], steps: list[str]) -> bool:
    for step in steps:
        if step == _MARK:
            classes = _all_below(classes)
            continue
        found = [pair for cls in classes for pair in _held(cls).get(step, ())]
        if not found:
            return False
        classes = {held for held in found if held is not None}
    return True


def _held(cls: type[Any]) -> dict[str, tuple[type[Any] | None, ...]]:
    made: dict[str, dict[type[Any] | None, None]] = {}
    for plan in _plans(cls):
        for field in plan.fields:
            for branch in field.branches:
                kind = branch.type.cls if isinstance(branch.type, Ref) else None
                made.setdefault(branch.tag.rpartition("}")[2], {})[kind] = None
    return {name: tuple(kinds) for name, kinds in made.items()}


def _all_below(classes: set[type[Any]]) -> set[type[Any]]:
    todo, found = list(classes), set(classes)
    while todo:
        for kinds in _held(todo.pop()).values():
            for kind in kinds:
                if kind is not None and kind not in found:
                    found.add(kind)
                    todo.append(kind)
    return found


def names_near(root: type[Any], path: str) -> list[str]:
    """Names that somebody may have meant by the last step of a path."""
    steps = [step for step in _steps(path) if step != _MARK]
    names = {name for cls in _all_below({root}) for name in _held(cls)}
    return get_close_matches(steps[-1], names, n=3) if steps else []
