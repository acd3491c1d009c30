"""The plan: what one class is on the wire in one edition, as plain data.

Whoever has to know the shape of a class asks its plan, and nobody else reads annotations:
`plan_of(cls, edition)` does so once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from caremsg.declare import (
    Attribute,
    Choice,
    Declaration,
    Edition,
    Message,
    Named,
    Namespace,
    Removed,
    Required,
    Since,
    Single,
    TextContent,
    declaration,
    field_to_tag,
    fields_of,
)
from caremsg.values import Fragment

from .annotations import Binding, bindings, marker, members, simple_of, split_off
from .simple import Simple

__all__ = [
    "AttributePlan",
    "Binding",
    "Branch",
    "FieldPlan",
    "Open",
    "Plan",
    "Ref",
    "Simple",
    "place",
    "plan_of",
]


@attrs.frozen
class Open:
    """Open content: anything may stand in the element."""


@attrs.frozen
class Ref:
    """A declared class, in the edition and the namespace it has at this place."""

    cls: type[Any]
    edition: Edition | None
    uri: str

    @property
    def plan(self) -> Plan:
        """Its plan."""
        return plan_of(self.cls, self.edition, self.uri)


@attrs.frozen
class Branch:
    """One element that may stand at a place."""

    tag: str
    """The name as `{namespace}Name`."""
    type: Simple | Open | Ref


@attrs.frozen
class FieldPlan:
    """One field of a class and the elements it holds."""

    name: str
    branches: tuple[Branch, ...]
    """One, or the alternatives of a choice."""
    min: int
    max: int | None
    """None: any number."""
    run: bool = False
    """All items are of the same branch."""
    wildcard: bool = False
    """Any element: a message that is declared, or a fragment."""
    group: str | None = None
    """Neighbours with the same group are alternatives."""
    group_required: bool = False
    many: bool = False
    """The Python field is a tuple, whatever the edition allows."""
    codes: tuple[Binding, ...] = ()
    """The code systems of its value, or of the unit of its value."""


@attrs.frozen
class AttributePlan:
    """One attribute."""

    name: str
    tag: str
    """The name, as `{namespace}name` or `name`."""
    type: Simple
    required: bool
    codes: tuple[Binding, ...] = ()


@attrs.frozen
class Plan:
    """One class in one edition."""

    cls: type[Any]
    edition: Edition | None
    uri: str
    name: str
    attributes: tuple[AttributePlan, ...]
    text: AttributePlan | None
    """The field that is the text of the element itself."""
    fields: tuple[FieldPlan, ...]
    absent: tuple[str, ...]
    """The fields that this edition does not have."""
    may_be_empty: bool
    is_element: bool
    is_message: bool
    default: Namespace | None

    @property
    def tag(self) -> str:
        """The name of a global element, as `{namespace}Name`."""
        return f"{{{self.uri}}}{self.name}"

    @property
    def is_leaf(self) -> bool:
        """True when it has attributes only, like a code."""
        return not self.fields and self.text is None and not self.is_message

    @property
    def is_recursive(self) -> bool:
        """True when it can hold itself, at once."""
        return any(ref.cls is self.cls for ref in self.refs())

    def refs(self) -> Iterator[Ref]:
        """The classes it holds."""
        for item in self.fields:
            for branch in item.branches:
                if isinstance(branch.type, Ref):
                    yield branch.type


def plan_of(cls: type[Any], edition: Edition | None = None, uri: str | None = None) -> Plan:
    """The plan of a class in an edition (and in one of its namespaces).

    Raises TypeError when the class is not declared, KeyError when its namespace does not
    exist in the edition.
    """
    if uri is None:
        home = declaration(cls).homes[0]
        if edition is None and len(home.editions) == 1:
            edition = home.editions[0]
        if edition is not None and edition not in home.editions and home.editions:
            raise KeyError(edition)
        uri = home.uri(edition)
    key = (cls, edition, uri)
    if key not in _plans:
        _plans[key] = _plan(cls, edition, uri)
    return _plans[key]


_plans: dict[tuple[type[Any], Edition | None, str], Plan] = {}


def _plan(cls: type[Any], edition: Edition | None, uri: str) -> Plan:
    declared = declaration(cls)
    if not declared.exists_in(edition):
        raise KeyError(edition)
    reader = _Annotations(cls, edition, uri)
    fields = [f for f in fields_of(cls) if not _is_edition(cls, f.name)]
    attributes: list[AttributePlan] = []
    elements: list[FieldPlan] = []
    absent: list[str] = []
    text: AttributePlan | None = None
    for f in fields:
        made = reader.field(f.name, f.default is attrs.NOTHING)
        if made is None:
            absent.append(f.name)
        elif isinstance(made, FieldPlan):
            elements.append(made)
        elif made.tag:
            attributes.append(made)
        else:
            text = made
    return Plan(
        cls,
        edition,
        uri,
        declared.name,
        tuple(attributes),
        text,
        tuple(elements),
        tuple(absent),
        declared.may_be_empty,
        declared.is_element,
        issubclass(cls, Message),
        declared.default,
    )


def _is_edition(cls: type[Any], name: str) -> bool:
    return name == "edition" and issubclass(cls, Message)


def place(cls: type[Any], edition: Edition | None, holder: str) -> Ref:
    """The edition and namespace a class has below a holder in an edition."""
    declared = declaration(cls)
    for home in declared.homes:
        if holder == _uri(home, edition):
            return Ref(cls, _edition(home, edition), holder)
    home = declared.homes[0]
    return Ref(cls, _edition(home, edition), home.uri(edition))


def _uri(home: Namespace, edition: Edition | None) -> str | None:
    try:
        return home.uri(edition)
    except KeyError:
        return None


def _edition(home: Namespace, edition: Edition | None) -> Edition | None:
    if edition in home.editions:
        return edition
    return home.editions[0] if home.editions else None


class _Annotations:
    """Reads the annotations of one class for one edition."""

    def __init__(self, cls: type[Any], edition: Edition | None, uri: str) -> None:
        self.edition = edition
        self.uri = uri
        self.hints = get_type_hints(cls, include_extras=True)

    def field(self, name: str, no_default: bool) -> FieldPlan | AttributePlan | None:
        kind, marks = split_off(self.hints[name])
        if not self._here(marks):
            return None
        if marker(marks, Attribute) or marker(marks, TextContent):
            return self._attribute(name, kind, marks, no_default)
        return self._element(name, kind, marks, no_default)

    def _attribute(
        self, name: str, kind: Any, marks: tuple[Any, ...], no_default: bool
    ) -> AttributePlan:
        (item,) = members(kind)
        inner, more = split_off(item)
        simple = simple_of(inner, (*marks, *more))
        assert simple is not None, f"{name}: not a simple type"
        mark = marker(marks, Attribute)
        tag = ""
        if mark is not None:
            named = marker(marks, Named)
            tag = named.name if named else field_to_tag(name)
            if mark.namespace is not None:
                tag = f"{{{mark.namespace.uri(self.edition)}}}{tag}"
        optional = type(None) in get_args(kind)
        return AttributePlan(
            name,
            tag,
            simple,
            no_default or (simple.fixed is not None and not optional),
            bindings(marks, self.edition),
        )

    def _element(
        self, name: str, kind: Any, marks: tuple[Any, ...], no_default: bool
    ) -> FieldPlan | None:
        kinds = members(kind)
        many = all(get_origin(m) is tuple for m in kinds)
        items = [i for m in kinds for i in members(get_args(m)[0])] if many else kinds
        group = marker(marks, Choice)
        required = marker(marks, Required)
        always = no_default or not (many or type(None) in get_args(kind))
        least = int(always or (required is not None and self._required(required)))
        wildcard = many and Message in items
        branches = () if wildcard else self._branches(name, items, marks)
        if not branches and not wildcard:
            return None
        single = marker(marks, Single)
        most = None if many and not (single and self._before(single.before)) else 1
        return FieldPlan(
            name,
            branches,
            least,
            most,
            run=many and len(kinds) > 1,
            wildcard=wildcard,
            group=group.group if group else None,
            group_required=bool(group and group.required),
            codes=bindings(
                marks,
                self.edition,
                next((b.type.cls for b in branches if isinstance(b.type, Ref)), None),
            ),
            many=many,
        )

    def _branches(self, name: str, items: list[Any], marks: tuple[Any, ...]) -> tuple[Branch, ...]:
        made: list[Branch] = []
        for item in items:
            kind, more = split_off(item)
            if self._here(more):
                branch = self._branch(name, kind, (*more, *marks), alone=len(items) == 1)
                if branch is not None:
                    made.append(branch)
        return tuple(made)

    def _branch(
        self, name: str, kind: Any, marks: tuple[Any, ...], *, alone: bool
    ) -> Branch | None:
        named = marker(marks, Named)
        local = named.name if named else field_to_tag(name)
        if kind is Fragment:
            return Branch(self._clark(local), Open())
        simple = simple_of(kind, marks)
        if simple is not None:
            return Branch(self._clark(local), simple)
        declared: Declaration = declaration(kind)
        if not declared.exists_in(self.edition):
            return None
        ref = place(kind, self.edition, self.uri)
        if declared.is_element:
            return Branch(f"{{{ref.uri}}}{declared.name}", ref)
        return Branch(self._clark(local if alone or named else declared.name), ref)

    def _clark(self, local: str) -> str:
        return local if local.startswith("{") else f"{{{self.uri}}}{local}"

    def _before(self, edition: Edition) -> bool:
        return self.edition is not None and self.edition < edition

    def _here(self, marks: tuple[Any, ...]) -> bool:
        start, end = marker(marks, Since), marker(marks, Removed)
        if start is not None and self._before(start.edition):
            return False
        return end is None or self._before(end.edition)

    def _required(self, mark: Required) -> bool:
        if mark.before is not None:
            return self._before(mark.before)
        return mark.since is None or not self._before(mark.since)
