"""Strategies for messages and parts of them, made from the plans.

Most are small, as what hypothesis finds is then easy to read: the deeper, the fewer of
the optional fields are set. Each branch of a choice and each form of a value is met.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

import caremsg.messages.namespaces  # noqa: F401 # pyright: ignore[reportUnusedImport]
from caremsg.codec.plan import Branch, FieldPlan, Open, Plan, Ref, Simple, plan_of
from caremsg.declare import Edition, Element, Message, declaration, namespaces
from caremsg.values import Fragment

from .fragments import documents, open_content, signatures
from .values import values

__all__ = ["editions_of", "elements", "messages", "roots"]

E = TypeVar("E", bound=Element)
M = TypeVar("M", bound=Message)

_DEEPEST = 8
_BOOLEANS, _TENTH = st.booleans(), st.integers(0, 9)
_COUNTS = {most: st.integers(1, most) for most in (1, 2, 3)}
_SIGNATURE = "{http://www.w3.org/2000/09/xmldsig#}Signature"


def messages(kind: type[M], *, edition: Edition | None = None) -> SearchStrategy[M]:
    """Messages of a class in an edition, or in any, that can be written.

    Raises ValueError when the edition does not have it.
    """
    return elements(kind, edition=edition)


def elements(kind: type[E], *, edition: Edition | None = None) -> SearchStrategy[E]:
    """Objects of a declared class, the shape of which is that of an edition, or of any.

    Raises ValueError when the edition does not have it.
    """
    known = editions_of(kind)
    if edition is not None and known and edition not in known:
        raise ValueError(f"{edition} has no {kind.__name__}")
    whole: Any = _whole
    return st.one_of([whole(kind, e) for e in ((edition,) if edition else known or (None,))])


def editions_of(kind: type[Element]) -> tuple[Edition, ...]:
    """The editions that have a class; none if no edition changes it."""
    declared = declaration(kind)
    if not all(home.editions for home in declared.homes):
        return ()
    return tuple(e for home in declared.homes for e in home.editions if declared.exists_in(e))


@cache
def roots() -> tuple[tuple[type[Message], Edition], ...]:
    """Every class of message with each of its editions; loads all families."""
    classes = [c for n in namespaces() for every in n.load().elements.values() for c in every]
    return tuple((c, e) for c in classes if issubclass(c, Message) for e in editions_of(c))


@cache
def _whole(kind: type[Any], edition: Edition | None) -> SearchStrategy[Any]:
    homes = declaration(kind).homes
    home = next(h for h in homes if edition in h.editions or not h.editions)
    return _objects(plan_of(kind, edition, home.uri(edition)), 0)


def _objects(plan: Plan, depth: int) -> SearchStrategy[Any]:
    """Objects of a plan, at a depth."""
    return _made(_Maker(plan, depth))


@st.composite
def _made(draw: DrawFn, maker: _Maker) -> Any:
    return maker.make(draw)


class _Maker:
    """Draws objects of one plan; what does not change is worked out once."""

    def __init__(self, plan: Plan, depth: int) -> None:
        self.plan = plan
        self.depth = depth
        self.places = [list(some) for _, some in groupby(plan.fields, lambda f: f.group or id(f))]
        self.free = [
            number
            for number, (first, *_) in enumerate(self.places)
            if not (first.min or first.group_required)
        ]
        few = max(1, 4 - depth) if depth <= _DEEPEST and self.free else 0
        self.numbers = st.lists(st.sampled_from(self.free or [0]), max_size=few, unique=True)
        self.sides = [st.sampled_from(some) for some in self.places]

    def make(self, draw: DrawFn) -> Any:
        plan, depth = self.plan, self.depth
        made: dict[str, Any] = {"edition": plan.edition} if plan.is_message else {}
        for item in (*plan.attributes, *([plan.text] if plan.text else [])):
            here = item.required or not item.tag or depth > _DEEPEST or draw(_BOOLEANS)
            made[item.name] = draw(_value(item.type)) if here else None
        if not (plan.may_be_empty and (depth > _DEEPEST or draw(_TENTH) > 7)):
            for field in self.chosen(draw):
                made[field.name] = _field(draw, field, depth)
        for field in plan.fields:
            made.setdefault(field.name, () if field.many else None)
        return plan.cls(**made)

    def chosen(self, draw: DrawFn) -> Iterator[FieldPlan]:
        """The fields to set: those that must be, and a few more."""
        wanted = set(draw(self.numbers) if self.free else [])
        if self.free and not self.depth and draw(_TENTH) == 9:
            wanted = set(self.free)
        for number, some in enumerate(self.places):
            if number not in self.free or number in wanted:
                yield draw(self.sides[number]) if len(some) > 1 else some[0]


def _field(draw: DrawFn, field: FieldPlan, depth: int) -> Any:
    if not field.many:
        return _item(draw, _branch(draw, field), depth)
    most = 3 if depth < _DEEPEST // 2 else 1
    count = draw(_COUNTS[min(most, field.max or most)])
    if field.wildcard:
        return tuple(draw(_anything(depth)) for _ in range(count))
    if field.run:
        branch = _branch(draw, field)
        return tuple(_item(draw, branch, depth) for _ in range(count))
    return tuple(_item(draw, _branch(draw, field), depth) for _ in range(count))


def _branch(draw: DrawFn, field: FieldPlan) -> Branch:
    if len(field.branches) == 1:
        return field.branches[0]
    return draw(st.sampled_from(field.branches))


def _item(draw: DrawFn, branch: Branch, depth: int) -> Any:
    kind = branch.type
    if isinstance(kind, Ref):
        return draw(_below(kind, depth + 1))
    if isinstance(kind, Open):
        return draw(signatures() if branch.tag == _SIGNATURE else open_content())
    return draw(_value(kind))


@cache
def _below(ref: Ref, depth: int) -> SearchStrategy[Any]:
    return _objects(ref.plan, depth)


@cache
def _value(simple: Simple) -> SearchStrategy[Any]:
    return values(simple)


@cache
def _anything(depth: int) -> SearchStrategy[Message | Fragment]:
    """What stands in the open place of an envelope."""
    typed = st.sampled_from(roots()).flatmap(lambda root: _objects(plan_of(*root), depth))
    return st.one_of(typed, typed, typed, documents())
