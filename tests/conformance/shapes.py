"""What one type says, one level deep: a form that a schema and a plan can both be brought to.

Elements below are named by their tags. A complex type below is left as its source, which
can be brought to this form in its turn.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import attrs

from caremsg.codec.plan import FieldPlan, Open, Plan, Ref, Simple

ANY = "any content"
WILDCARD = "any element"
SAME_PATTERN = {r"([0-9]+\.?)*[0-9]+": r"[0-9]+(\.[0-9]+)*"}
"""Published patterns, and others that take the same texts, without going back and forth."""
(OID,) = SAME_PATTERN.values()
RANGES = {
    (-31, 31): r"[+\-]?0*([0-9]|[12][0-9]|3[01])",
    (1, 12): r"\+?0*([1-9]|1[0-2])",
}
"""Published limits of whole numbers, and patterns that take the same texts."""


@attrs.frozen
class Text:
    """A simple type, by the built-in type below it."""

    base: str
    fixed: str | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    values: tuple[str, ...] = ()


@attrs.frozen
class Complex:
    """A complex type, not looked into: an element of a schema, a plan, or `TS` or `URL`."""

    source: Any


Kind = str | Text | Complex


@attrs.frozen
class Slot:
    """A place in the content: one tag, or the alternatives of a choice in any order."""

    tags: tuple[str, ...]
    min: int
    max: int | None
    run: bool = False
    """Several are all of the same tag."""


@attrs.frozen
class Shape:
    """A complex type."""

    slots: tuple[Slot, ...] = ()
    children: dict[str, Kind] = attrs.field(factory=dict[str, Kind])
    attributes: dict[str, tuple[Text, bool]] = attrs.field(factory=dict[str, tuple[Text, bool]])
    """For each name: its type, and whether it must be there."""
    text: Text | None = None
    may_be_empty: bool = False


def shape_of(source: Plan | Simple) -> Shape:
    """The shape of a plan, or of `TS` or `URL`, whose text stands in an attribute."""
    if isinstance(source, Simple):
        union = "dateTime date gYear gYearMonth time"
        return Shape(attributes={"V": (Text(union if source.xsd == "TS" else "anyURI"), False)})
    return Shape(
        tuple(_slots(source.fields)),
        {b.tag: _kind(b.type) for f in source.fields for b in f.branches},
        {a.tag: (_text(a.type), a.required) for a in source.attributes},
        _text(source.text.type) if source.text else None,
        source.may_be_empty,
    )


def _slots(fields: tuple[FieldPlan, ...]) -> Iterator[Slot]:
    for _, together in groupby(fields, lambda f: f.group or id(f)):
        first, *rest = together
        tags = tuple(sorted(b.tag for f in (first, *rest) for b in f.branches))
        if first.wildcard:
            yield Slot((WILDCARD,), first.min, first.max)
        elif first.group:
            yield Slot(tags, int(first.group_required), 1)
        else:
            yield Slot(tags, first.min, first.max, first.run)


def _kind(kind: Simple | Open | Ref) -> Kind:
    if isinstance(kind, Open):
        return ANY
    if isinstance(kind, Ref):
        return Complex(kind.plan)
    return Complex(kind) if kind.in_attribute else _text(kind)


def _text(kind: Simple) -> Text:
    limits = kind.facets
    return Text(
        "token" if kind.xsd == "oid" else kind.xsd,
        kind.fixed,
        limits.min_length,
        limits.max_length,
        OID if kind.xsd == "oid" else limits.pattern,
        limits.values,
    )


def contradictions(published: Shape, declared: Shape) -> Iterator[str]:
    """What two shapes say differently; complex types below are equal here."""
    for slot, other in zip(published.slots, declared.slots, strict=False):
        if slot != other:
            yield f"{slot} is declared as {other}"
    if len(published.slots) != len(declared.slots):
        yield f"{len(published.slots)} places are declared as {len(declared.slots)}"
    for what in ("attributes", "text", "may_be_empty"):
        one, two = getattr(published, what), getattr(declared, what)
        if one != two:
            yield f"{what}: {one} is declared as {two}"
    for tag in published.children.keys() & declared.children.keys():
        one, two = published.children[tag], declared.children[tag]
        if one != two and not (isinstance(one, Complex) and isinstance(two, Complex)):
            yield f"{tag}: {one} is declared as {two}"
