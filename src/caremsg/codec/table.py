"""A plan, laid out for looking things up in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from caremsg.declare import fields_of
from caremsg.values import boolean

from .plan import AttributePlan, Branch, FieldPlan, Plan, Ref, Simple
from .simple import simple_test

__all__ = ["Entry", "Table", "maker", "table_of"]


class Entry:
    """The place of one element in a plan."""

    __slots__ = ("again", "branch", "field", "is_leaf", "make", "number", "passes", "ref")

    def __init__(self, number: int, field: FieldPlan, branch: Branch) -> None:
        self.number = number
        self.field = field
        self.branch = branch
        self.again = field.many and field.max is None and not field.run
        """Any number may stand in a row."""
        kind = branch.type
        self.ref = kind if isinstance(kind, Ref) else None
        self.is_leaf = isinstance(kind, Ref) and kind.plan.is_leaf
        self.passes: Callable[[str], object] | None = None
        """For the text of an element: the test of its type."""
        self.make: Callable[[str], Any] = str
        if isinstance(kind, Simple) and not kind.in_attribute and kind.fixed is None:
            self.passes, self.make = simple_test(kind), maker(kind)


def maker(simple: Simple) -> Callable[[str], Any]:
    """What makes a value of a text of a simple type."""
    return boolean if simple.cls is bool else simple.cls


class Table:
    """What is asked of a plan again and again."""

    __slots__ = ("attributes", "entries", "needed", "plan", "required", "unset")

    plan: Plan
    entries: dict[str, Entry]
    """For each element that may stand in it, by its name."""
    attributes: dict[str, AttributePlan]
    required: tuple[AttributePlan, ...]
    needed: tuple[FieldPlan, ...]
    """The fields that must be there; of a required choice, the first."""
    unset: dict[str, Any]
    """All fields of the class, unset."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.entries = {
            branch.tag: Entry(number, field, branch)
            for number, field in enumerate(plan.fields)
            for branch in field.branches
        }
        self._set_attributes(plan.attributes)
        groups: set[str] = set()
        needed: list[FieldPlan] = []
        for field in plan.fields:
            if field.min or (field.group_required and field.group not in groups):
                needed.append(field)
            if field.group:
                groups.add(field.group)
        self.needed = tuple(needed)
        self.unset = {f.name: () if f.default == () else None for f in fields_of(plan.cls)}
        self.unset |= {f.name: () for f in plan.fields if f.many}
        if plan.is_message:
            self.unset["edition"] = plan.edition

    @classmethod
    def of_attributes(cls, items: tuple[AttributePlan, ...]) -> Table:
        """A table that has attributes only."""
        made = cls.__new__(cls)
        made._set_attributes(items)
        return made

    def _set_attributes(self, items: tuple[AttributePlan, ...]) -> None:
        self.attributes = {item.tag: item for item in items}
        self.required = tuple(item for item in items if item.required)

    def peers(self, field: FieldPlan) -> list[FieldPlan]:
        """The fields of the same group, itself among them; none without a group."""
        if not field.group:
            return []
        return [f for f in self.plan.fields if f.group == field.group]


_tables: dict[int, Table] = {}


def table_of(plan: Plan) -> Table:
    """The table of a plan (plans are made once and stay)."""
    found = _tables.get(id(plan))
    if found is None:
        found = _tables[id(plan)] = Table(plan)
    return found
