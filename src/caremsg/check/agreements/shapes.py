"""Where a path can lead in a class, by the declarations: asked of types, not of messages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, ParamSpec, TypeVar, cast

from attrs import frozen

from caremsg.codec.plan import Binding, Branch, FieldPlan, Plan, Ref, plan_of
from caremsg.codec.simple import Simple
from caremsg.declare import Edition, Element, declaration
from caremsg.messages.msghead import MsgHead
from caremsg.values import Fragment

__all__ = [
    "MARK",
    "Door",
    "End",
    "below",
    "doors",
    "ends",
    "fields",
    "known",
    "names_near",
    "steps_of",
]

MARK = "*"
"""The step that stands for any depth."""


@frozen
class Door:
    """A field that an XML name leads to."""

    name: str
    """The Python name."""
    kind: type[Any] | None
    """The class of the branch, where the field is a choice."""


@frozen
class End:
    """What stands where a path ends."""

    kind: type[Any]
    """A declared class, the Python type of a text, or `Fragment` for open content."""
    codes: tuple[Binding, ...]


_P = ParamSpec("_P")
_R = TypeVar("_R")


def _kept(function: Callable[_P, _R]) -> Callable[_P, _R]:
    """Answers are remembered; only so many, since a program may read many files."""
    return cast("Callable[_P, _R]", lru_cache(maxsize=4096)(function))


@_kept
def steps_of(path: str) -> tuple[str, ...]:
    """The steps of a path, with `MARK` for `//`; none when it is not a path."""
    if MARK in path:
        return ()
    steps = path.removeprefix("/").replace("//", f"/{MARK}/").split("/")
    if path.startswith("//"):
        steps = [MARK, *steps_of(path[2:])]
    return () if "" in steps or steps[-1] == MARK else tuple(steps)


def below(root: type[Any], path: str) -> tuple[str, ...] | None:
    """The steps from a kind of document on; None when the path begins with another kind.

    Only in the head a path may do without the name of the document.
    """
    steps = steps_of(path)
    if not steps or steps[0] == MARK:
        return steps or None
    if steps[0] == declaration(root).name:
        return steps[1:] or None
    return steps if root is MsgHead else None


@_kept
def ends(root: type[Any], path: str) -> tuple[End, ...]:
    """All that a path can lead to in a kind of document, in any edition of it."""
    steps = below(root, path)
    if steps is None:
        return ()
    classes = {root}
    for step in steps[:-1]:
        classes = _next(classes, step)
    return tuple(dict.fromkeys(end for cls in classes for end in _held(cls).get(steps[-1], ())))


def known(root: type[Any], path: str) -> bool:
    """True when a document of a class can have what a path leads to."""
    return bool(ends(root, path))


def names_near(roots: Iterable[type[Any]], path: str) -> list[str]:
    """Names that somebody may have meant by the first step that leads nowhere."""
    roots = list(roots)
    found = [(*_stuck(root, steps), root) for root in roots if (steps := below(root, path))]
    if not found:
        return []
    left = min(left for left, _, _ in found)
    stuck = [(names, root) for count, names, root in found if count == left]
    names = {name for names, _ in stuck for name in names}
    if left == len(steps_of(path)):
        names |= {declaration(root).name for root in roots}
    name = steps_of(path)[-left]
    deep = {name for _, root in stuck for name in _names_below(root)}
    return get_close_matches(name, sorted(names)) or get_close_matches(name, sorted(deep))


def _stuck(root: type[Any], steps: tuple[str, ...]) -> tuple[int, set[str]]:
    """How many steps are left where a path leads no further, and which names there are."""
    classes, names = {root}, set[str]()
    for number, step in enumerate(steps):
        names = {name for cls in classes for name in _held(cls)}
        if step != MARK and step not in names:
            return len(steps) - number, names
        classes = _next(classes, step)
    return 1, names


def _next(classes: set[type[Any]], step: str) -> set[type[Any]]:
    """The classes that a step leads to."""
    if step == MARK:
        return {deep for cls in classes for deep in _all_below(cls)}
    kinds = {end.kind for cls in classes for end in _held(cls).get(step, ())}
    return {kind for kind in kinds if issubclass(kind, Element)}


@_kept
def fields(cls: type[Any]) -> dict[str, tuple[Door, ...]]:
    """The fields of a class by their XML names, in all editions."""
    made: dict[str, dict[Door, None]] = {}
    for field, branch in _branches(cls):
        kind = branch.type.cls if isinstance(branch.type, Ref) else None
        door = Door(field.name, kind if len(field.branches) > 1 else None)
        made.setdefault(_local(branch), {})[door] = None
    return {name: tuple(found) for name, found in made.items()}


@_kept
def doors(cls: type[Any], step: str) -> tuple[str, ...]:
    """The fields of a class, in order, somewhere below which there is an XML name."""
    found = (
        field.name
        for field, branch in _branches(cls)
        if isinstance(branch.type, Ref) and step in _names_below(branch.type.cls)
    )
    return tuple(dict.fromkeys(found))


@_kept
def _held(cls: type[Any]) -> dict[str, tuple[End, ...]]:
    made: dict[str, dict[End, None]] = {}
    for field, branch in _branches(cls):
        made.setdefault(_local(branch), {})[End(_kind(branch), field.codes)] = None
    return {name: tuple(found) for name, found in made.items()}


def _kind(branch: Branch) -> type[Any]:
    if isinstance(branch.type, Ref):
        return branch.type.cls
    return branch.type.cls if isinstance(branch.type, Simple) else Fragment


@_kept
def _all_below(root: type[Any]) -> frozenset[type[Any]]:
    todo, found = [root], {root}
    while todo:
        for _, branch in _branches(todo.pop()):
            if isinstance(branch.type, Ref) and branch.type.cls not in found:
                found.add(branch.type.cls)
                todo.append(branch.type.cls)
    return frozenset(found)


@_kept
def _names_below(root: type[Any]) -> frozenset[str]:
    return frozenset(name for cls in _all_below(root) for name in _held(cls))


def _branches(cls: type[Any]) -> Iterator[tuple[FieldPlan, Branch]]:
    """Every element that a class may have as a child, of every edition."""
    for plan in _plans(cls):
        for field in plan.fields:
            for branch in field.branches:
                yield field, branch


def _plans(cls: type[Any]) -> Iterator[Plan]:
    if not issubclass(cls, Element):
        return
    declared = declaration(cls)
    editions: tuple[Edition | None, ...] = declared.homes[0].editions or (None,)
    for edition in editions:
        if declared.exists_in(edition):
            yield plan_of(cls, edition)


def _local(branch: Branch) -> str:
    return branch.tag.rpartition("}")[2]
