"""What is declared, as data for a reference: pages, a command line, a search.

Types, names and cardinalities come from the plans of all editions, meanings from the
docstrings: that of a class, or the one below a field in its source.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any

import attrs

from caremsg.codec.plan import AttributePlan, Binding, FieldPlan, Plan, Ref, Simple, plan_of
from caremsg.declare import Edition, Message, Namespace, declaration, namespaces

__all__ = [
    "ClassEntry",
    "FieldEntry",
    "Root",
    "TypeEntry",
    "classes",
    "describe",
    "meaning",
    "roots",
]


@attrs.frozen
class TypeEntry:
    """One thing that a field may hold."""

    xml_name: str
    """The element or attribute; empty for the text of the element itself and for any element."""
    name: str
    """The class, or the simple type with its name in XML Schema."""
    cls: type[Any] | None
    """The declared class, if it is one."""


@attrs.frozen
class FieldEntry:
    """One field, in all editions."""

    name: str
    types: tuple[TypeEntry, ...]
    counts: dict[Edition | None, str]
    """How many there may be, such as `0..1`, by edition; none in an edition without the field."""
    codes: tuple[int, ...]
    """The code systems of all editions, by number."""
    bindings: dict[Edition | None, tuple[Binding, ...]]
    """The code systems, and how much the standard insists on them, by edition."""
    meaning: str
    attribute: bool = False
    """It is an attribute, not an element."""


@attrs.frozen
class ClassEntry:
    """One class, in all editions."""

    cls: type[Any]
    xml_name: str
    meaning: str
    editions: tuple[Edition | None, ...]
    """None stands for a class that no edition changes."""
    fields: tuple[FieldEntry, ...]


@attrs.frozen
class Root:
    """A message: an element a document can begin with, in all its editions."""

    xml_name: str
    namespace: Namespace
    classes: tuple[type[Message], ...]

    @property
    def editions(self) -> tuple[tuple[Edition, str], ...]:
        """The editions it exists in, each with its address."""
        found = (edition for cls in self.classes for edition in _editions(cls))
        return tuple((edition, self.namespace.uri(edition)) for edition in found if edition)


def roots() -> tuple[Root, ...]:
    """Every message, by its XML name."""
    found: list[Root] = []
    for namespace in namespaces():
        for name, declared in namespace.load().elements.items():
            messages = tuple(cls for cls in declared if issubclass(cls, Message))
            if messages:
                found.append(Root(name, namespace, messages))
    return tuple(sorted(found, key=lambda root: (root.xml_name.lower(), str(root.editions[0]))))


def classes() -> tuple[type[Any], ...]:
    """Every class that is an element, or that another class holds."""
    found: dict[type[Any], None] = {}
    todo: list[type[Any]] = []
    for namespace in namespaces():
        for declared in namespace.load().elements.values():
            todo += declared
    while todo:
        cls = todo.pop()
        if cls not in found:
            found[cls] = None
            todo += [ref.cls for plan in _plans(cls) for ref in plan.refs()]
    return tuple(sorted(found, key=lambda cls: (cls.__module__, cls.__name__)))


@cache
def describe(cls: type[Any]) -> ClassEntry:
    """A class with its fields, in all editions."""
    plans = _plans(cls)
    names = dict.fromkeys(
        field.name for field in attrs.fields(cls) if any(_find(plan, field.name) for plan in plans)
    )
    return ClassEntry(
        cls,
        declaration(cls).name,
        meaning(cls),
        tuple(plan.edition for plan in plans),
        tuple(_field(cls, name, plans) for name in names),
    )


def meaning(cls: type[Any], field: str | None = None) -> str:
    """The docstring of a class or of a field; of the class it holds, if a field has none."""
    if field is None:
        return inspect.cleandoc(cls.__doc__ or "").partition("\n\n")[0].replace("\n", " ")
    for owner in cls.__mro__:
        text = _docstrings(owner.__module__).get(owner.__name__, {}).get(field)
        if text:
            return text
    return ""


def _editions(cls: type[Any]) -> tuple[Edition | None, ...]:
    declared = declaration(cls)
    editions: tuple[Edition | None, ...] = declared.homes[0].editions or (None,)
    return tuple(edition for edition in editions if declared.exists_in(edition))


def _plans(cls: type[Any]) -> tuple[Plan, ...]:
    return tuple(plan_of(cls, edition) for edition in _editions(cls))


def _find(plan: Plan, name: str) -> FieldPlan | AttributePlan | None:
    everything = (*plan.attributes, *plan.fields, plan.text)
    return next((found for found in everything if found and found.name == name), None)


def _field(cls: type[Any], name: str, plans: tuple[Plan, ...]) -> FieldEntry:
    found = {plan.edition: _find(plan, name) for plan in plans}
    there = [made for made in found.values() if made is not None]
    types = tuple(dict.fromkeys(entry for made in there for entry in _types(made)))
    held = types[0].cls if len(types) == 1 else None
    return FieldEntry(
        name,
        types,
        {edition: _count(made) for edition, made in found.items() if made is not None},
        tuple(dict.fromkeys(number for made in there for b in made.codes for number in b.systems)),
        {edition: made.codes for edition, made in found.items() if made is not None},
        meaning(cls, name) or (meaning(held) if held else ""),
        isinstance(there[0], AttributePlan) and bool(there[0].tag),
    )


def _types(made: FieldPlan | AttributePlan) -> Iterator[TypeEntry]:
    if isinstance(made, AttributePlan):
        yield TypeEntry(_local(made.tag), _simple(made.type), None)
        return
    if made.wildcard:
        yield TypeEntry("", "any element", None)
    for branch in made.branches:
        kind = branch.type
        if isinstance(kind, Ref):
            yield TypeEntry(_local(branch.tag), kind.cls.__name__, kind.cls)
        else:
            simple = _simple(kind) if isinstance(kind, Simple) else "open content"
            yield TypeEntry(_local(branch.tag), simple, None)


def _simple(kind: Simple) -> str:
    return f"always `{kind.fixed}`" if kind.fixed is not None else kind.xsd


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _count(made: FieldPlan | AttributePlan) -> str:
    if isinstance(made, AttributePlan):
        return "1..1" if made.required else "0..1"
    least = 0 if made.group is not None else made.min
    return f"{least}..{'*' if made.max is None else made.max}"


@cache
def _docstrings(module: str) -> dict[str, dict[str, str]]:
    """The texts below the fields of every class of a module."""
    try:
        tree = ast.parse(inspect.getsource(sys.modules[module]))
    except (KeyError, OSError, TypeError):
        return {}
    return {
        node.name: dict(_below_fields(node)) for node in tree.body if isinstance(node, ast.ClassDef)
    }


def _below_fields(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, below in zip(node.body, node.body[1:], strict=False):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(below, ast.Expr)
            and isinstance(below.value, ast.Constant)
            and isinstance(below.value.value, str)
        ):
            yield field.target.id, inspect.cleandoc(below.value.value).replace("\n", " ")
