"""The outline: a message as a tree of labels and values, in document order.

It is made from the plan, so every message has one. Nothing is hidden except what is
technical, and that too is shown on request (`technical=True`):

* values that are fixed by the standard, such as the version in the message head,
* what every EPJ component of a fixed kind carries: its identifier and its category,
* the object identifier of a code system, and the code behind the kind of an identifier,
  an address or a telephone number that is named,
* attributes around open content.

What belongs together stands on one line: a code with its name, an identifier with its
kind, a name, an address, a telephone number. A file is shown as its size, a document of
another type as its name and length; `to_data` has both in full.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from caremsg.codec.plan import AttributePlan, Branch, FieldPlan, Plan, Ref, plan_of
from caremsg.declare import Element, Message
from caremsg.messages.datatypes import CS, CV, PQ
from caremsg.messages.msghead import Content, RefDoc
from caremsg.values import URL, Fragment

from . import formats
from .fragments import fragment_label, fragment_text
from .labels import check_language, label

__all__ = ["Outline", "outline"]

_NAMES = ("given_name", "middle_name", "family_name")
_TITLES = (
    "organisation_name",
    "name_organisation",
    "name",
    "navn",
    "overskriftskode",
    "funksjonsvariabel",
)
_VALUES = (
    *("text", "uri", "cal_address", "integer", "boolean", "utc_offset"),
    *("date_time", "utc_date_time", "date", "duration"),
)
"""The fields of a calendar that are the value of what they stand in, where they are alone."""
_FRAMES = ("properties", "components", "parameters")
"""Elements of a calendar that only hold others."""
_COMPONENT = ("komponentID", "informasjonskategori")


@attrs.frozen
class Outline:
    """One line, with the lines below it."""

    name: str
    """The XML name."""
    label: str
    """What it is called."""
    value: str = ""
    """The value as a reader wants it; empty when there are only lines below."""
    children: tuple[Outline, ...] = ()


def outline(message: Message, *, language: str = "nb", technical: bool = False) -> Outline:
    """The outline of a message, in `nb` or `en`.

    Raises ValueError for another language.
    """
    check_language(language)
    return _Outliner(language, technical).message(message)


@attrs.frozen
class _Outliner:
    language: str
    technical: bool

    def message(self, message: Message) -> Outline:
        plan = plan_of(type(message), message.edition)
        return self.element(plan.name, message, plan)

    def element(self, name: str, item: Any, plan: Plan) -> Outline:
        """One object of a declared class."""
        shown = label(name, self.language)
        fields = {f.name for f in plan.attributes} | {f.name for f in plan.fields}
        if isinstance(item, CS | CV):
            return Outline(name, shown, formats.code(item, self.language, technical=self.technical))
        if isinstance(item, PQ):
            return Outline(name, shown, formats.joined(item.value, item.unit) or formats.NOTHING)
        if fields == {"id", "type_id"} or fields == {"id", "type"}:
            return Outline(name, shown, self._identifier(item.id, getattr(item, _kind(fields))))
        if "tele_address" in fields and "street_adr" not in fields:
            return self._telecom(name, shown, item)
        if "street_adr" in fields:
            return Outline(
                name,
                shown,
                formats.address(item, self.language),
                tuple(self._telecoms(getattr(item, "tele_address", ()))),
            )
        value, used = self._headline(item, plan, fields)
        return Outline(name, shown, value, tuple(self._below(item, plan, used)))

    def _headline(self, item: Any, plan: Plan, fields: set[str]) -> tuple[str, set[str]]:
        """What stands beside the label: a name or a text, and the fields it is made of."""
        if {"family_name", "given_name"} <= fields and formats.person(item):
            return formats.person(item), set(_NAMES)
        for name in _TITLES:
            if name in fields and getattr(item, name):
                return self._text(getattr(item, name)), {name}
        if plan.text is not None:
            return formats.simple(getattr(item, plan.text.name), self.language), set()
        alone = {f.name for f in plan.fields if getattr(item, f.name) not in (None, ())}
        for name in _VALUES:
            value = getattr(item, name, None)
            if alone - {"parameters"} == {name} and not isinstance(value, tuple):
                return formats.simple(value, self.language), {name}
        return "", set()

    def _below(self, item: Any, plan: Plan, used: set[str]) -> Iterator[Outline]:
        fixed = any(a.type.fixed is not None for a in plan.attributes)
        for attribute in plan.attributes:
            value = getattr(item, attribute.name)
            hidden = _is_technical(attribute, fixed) and not self.technical
            if value is not None and not hidden:
                yield self._simple(_local(attribute.tag), value)
        names = {field.name for field in plan.fields}
        if {"id", "type_id"} <= names and item.id is not None and item.type_id is not None:
            used = used | {"id", "type_id"}
            yield Outline("Id", label("Id", self.language), self._identifier(item.id, item.type_id))
        for field in plan.fields:
            if field.name not in used:
                for value in _values(item, field):
                    yield from self._field(field, value)

    def _field(self, field: FieldPlan, value: Any) -> Iterator[Outline]:
        if field.wildcard:
            yield self._anything(value)
            return
        branch = _branch(field, value)
        name = _local(branch.tag)
        if isinstance(branch.type, Ref):
            made = self.element(name, value, branch.type.plan)
            bare = isinstance(value, Content | RefDoc) or name in _FRAMES or _is_frame(made)
            yield from made.children if bare else (made,)
        elif isinstance(value, Fragment):
            yield Outline(name, label(name, self.language), fragment_text(value, self.language))
        elif self.technical or getattr(branch.type, "fixed", None) is None:
            yield self._simple(name, value)

    def _anything(self, value: Any) -> Outline:
        """A document in the envelope: typed, or as it came."""
        if isinstance(value, Fragment):
            name = fragment_label(value)
            return Outline(name, label(name, self.language), fragment_text(value, self.language))
        return self.message(value)

    def _simple(self, name: str, value: Any) -> Outline:
        return Outline(name, label(name, self.language), formats.simple(value, self.language))

    def _text(self, value: Any) -> str:
        if isinstance(value, CS | CV):
            return formats.code(value, self.language, technical=self.technical)
        return formats.simple(value, self.language)

    def _identifier(self, value: Any, kind: Any) -> str:
        return formats.identifier(value, kind, self.language, technical=self.technical)

    def _telecom(self, name: str, shown: str, item: Any) -> Outline:
        kind, text = formats.telecom(item.tele_address or URL(""), self.language)
        used_for = item.type_telecom
        value = formats.joined(
            text, formats.code(used_for, self.language) if used_for else None, by=" – "
        )
        return Outline(name, kind or shown, value)

    def _telecoms(self, items: Any) -> Iterator[Outline]:
        for item in items:
            kind, text = formats.telecom(item, self.language)
            yield Outline("TeleAddress", kind or label("TeleAddress", self.language), text)


def _is_frame(node: Outline) -> bool:
    """True for a frame that holds nothing but things of its own name."""
    names = {child.label for child in node.children}
    return not node.value and names == {node.label}


def _kind(fields: set[str]) -> str:
    return "type_id" if "type_id" in fields else "type"


def _is_technical(attribute: AttributePlan, fixed: bool) -> bool:
    return attribute.type.fixed is not None or (fixed and _local(attribute.tag) in _COMPONENT)


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _values(item: Any, field: FieldPlan) -> tuple[Any, ...]:
    value: Any = getattr(item, field.name)
    if value is None:
        return ()
    return tuple(value) if field.many else (value,)


def _branch(field: FieldPlan, value: Any) -> Branch:
    """The branch that a value stands in."""
    for branch in field.branches:
        if isinstance(value, Element):
            if isinstance(branch.type, Ref) and branch.type.cls is type(value):
                return branch
        elif not isinstance(branch.type, Ref):
            return branch
    raise TypeError(f"{type(value).__name__} has no place in {field.name}")
