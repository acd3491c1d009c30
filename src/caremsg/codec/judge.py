"""Everything that is wrong with the shape of a document, and as much of it as can be typed.

The judge reads the tree by the same plans as the straight-line reader, one element at a
time. A fault makes a finding and never ends the reading: what is known is still typed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs
from lxml import etree

from caremsg.declare import namespace_of
from caremsg.findings import Finding, FindingKind
from caremsg.values import Fragment, SpelledBool

from . import kinds
from .canonical import outer
from .place import Place, local_name
from .plan import AttributePlan, Branch, FieldPlan, Open, Plan, Ref, Simple
from .reader import LOCATIONS, simple_test
from .roots import other_editions, root_plan
from .tokens import content_of

__all__ = ["Judge", "fault_of", "judge_root"]

_WHITE = " \t\n\r"


def judge_root(root: etree._Element) -> tuple[Any | None, list[Finding]]:
    """The message of a whole document, as far as it can be typed, and all findings."""
    judge = Judge()
    place = Place("", None, root)
    plan = root_plan(root.tag)
    if plan is None:
        judge.unknown_document(root.tag, place, kinds.SCH001)
        return None, judge.findings
    if not plan.is_message:
        judge.report(kinds.SCH003, place, tag=local_name(root.tag))
        return None, judge.findings
    return judge.element(root, plan, place), judge.findings


class Judge:
    """Reads elements and collects findings."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def report(self, kind: FindingKind, place: Place, /, **names: object) -> None:
        """Add a finding at a place."""
        self.findings.append(kind.at(place.where(), **names))

    # An element of a declared class.

    def element(self, node: etree._Element, plan: Plan, place: Place) -> Any:
        """The object of an element, made of what could be read."""
        values = self.attributes(node, plan.attributes, place)
        if plan.text is not None:
            text = self.only_text(node, place)
            values[plan.text.name] = self.value(plan.text.type, text, place)
        elif plan.fields:
            self.no_text(node, place)
            values |= _Sequence(self, node, plan, place).read()
        else:
            self.nothing(node, place)
        return made(plan, values)

    def attributes(
        self, node: etree._Element, plans: tuple[AttributePlan, ...], place: Place
    ) -> dict[str, Any]:
        """The values of the attributes, by the names of their fields."""
        values: dict[str, Any] = {}
        known = {item.tag: item for item in plans}
        for tag, text in node.items():
            if tag in known:
                item = known[tag]
                there = place.attribute(item.name, tag)
                values[item.name] = self.value(item.type, text, there)
            elif tag not in LOCATIONS:
                expected = _names(local_name(t) for t in known) or "nothing"
                self.report(kinds.SCH302, place, name=local_name(tag), expected=expected)
        for item in plans:
            if item.required and item.name not in values:
                self.report(kinds.SCH301, place, name=local_name(item.tag))
        return values

    def value(self, simple: Simple, text: str, place: Place) -> Any:
        """The value of a text; one that is not valid is kept all the same."""
        fault = fault_of(simple, text)
        if fault is not None:
            self.report(fault[0], place, **fault[1])
        if simple.cls is bool:
            plain = {"true": True, "false": False}
            return plain[text] if text in plain else SpelledBool(text)
        return text if simple.cls is str else simple.cls(text)

    def branch(self, node: etree._Element, branch: Branch, place: Place) -> Any:
        """The value of one child."""
        kind = branch.type
        if isinstance(kind, Ref):
            return self.element(node, kind.plan, place)
        if isinstance(kind, Open):
            self.lax(node, place)
            return content_of(node)
        if kind.in_attribute:
            return self.flat(node, kind, place)
        self.attributes(node, (), place)
        text = self.only_text(node, place)
        if kind.fixed is not None and not text:
            return kind.fixed  # an empty element has the fixed value
        return self.value(kind, text, place)

    def flat(self, node: etree._Element, kind: Simple, place: Place) -> Any:
        """A value in the attribute `V` of an empty element."""
        item = AttributePlan("", "V", kind, required=False)
        values = self.attributes(node, (item,), place)
        self.nothing(node, place)
        return values.get("", kind.cls.MISSING)  # type: ignore[attr-defined]

    # What may stand in an element.

    def no_text(self, node: etree._Element, place: Place) -> None:
        """Only white space may stand between elements."""
        texts = [node.text, *(child.tail for child in node)]
        if any(text and text.strip(_WHITE) for text in texts):
            self.report(kinds.SCH401, place)

    def nothing(self, node: etree._Element, place: Place) -> None:
        """An element that must be empty."""
        if node.text or len(node):
            if any(isinstance(child.tag, str) for child in node) or _text(node):
                self.report(kinds.SCH403, place, tag=local_name(node.tag))

    def only_text(self, node: etree._Element, place: Place) -> str:
        """The text of an element that has no elements in it."""
        for child in node:
            if isinstance(child.tag, str):
                tag, parent = local_name(child.tag), local_name(node.tag)
                self.report(kinds.SCH402, place, tag=tag, parent=parent)
        return _text(node) if len(node) else node.text or ""

    # Content of free form.

    def lax(self, node: etree._Element, place: Place) -> None:
        """In open content, what is declared is judged; the rest is free."""
        for child in node:
            if isinstance(child.tag, str):
                plan = root_plan(child.tag)
                if plan is None:
                    self.lax(child, place)
                else:
                    self.element(child, plan, Place("", place, child))

    def any(self, node: etree._Element, place: Place) -> Any:
        """A document inside another: typed if it is declared, kept as it came if not."""
        plan = root_plan(node.tag)
        if plan is None:
            self.unknown_document(node.tag, place, kinds.SCH102)
            return Fragment(outer(node))
        found = self.element(node, plan, place)
        return found if plan.is_message else Fragment(outer(node))

    def unknown_document(self, tag: str, place: Place, kind: FindingKind) -> None:
        """Say what is known about a document that nobody declares."""
        uri = tag[1:].partition("}")[0] if tag.startswith("{") else ""
        others = other_editions(uri)
        local = local_name(tag)
        if others:
            known = _names(str(e) for n in others for e in n.editions)
            family = _names({e.family: "" for n in others for e in n.editions})
            self.report(kinds.SCH002, place, family=family, uri=uri, known=known)
        elif namespace_of(uri) is not None:
            expected = _names(sorted(namespace_of(uri)[0].load().elements))  # type: ignore[index]
            self.report(kinds.SCH102, place, tag=local, expected=expected)
        elif kind is kinds.SCH001:
            known = "`caremsg messages` lists those that are"
            self.report(kind, place, tag=local, known=known)
        else:
            self.report(kinds.SCH004, place, tag=local)


class _Sequence:
    """The children of one element, against the fields of its plan."""

    def __init__(self, judge: Judge, node: etree._Element, plan: Plan, place: Place) -> None:
        self.judge = judge
        self.node = node
        self.plan = plan
        self.place = place
        self.values: dict[str, Any] = {}
        self.tags: dict[str, str] = {}
        """For each field that has a child, the tag of the first."""
        self.last = 0
        """The field that the child before belongs to."""

    def read(self) -> dict[str, Any]:
        """The values of the fields."""
        fields = self.plan.fields
        known = by_tag(self.plan)
        children = [child for child in self.node if isinstance(child.tag, str)]
        for child in children:
            if fields[0].wildcard:
                self.wildcard(child, fields[0])
            elif child.tag in known:
                number, branch = known[child.tag]
                self.child(child, number, branch)
            else:
                self.unknown(child)
        if children or not self.plan.may_be_empty:
            self.missing()
        return {
            f.name: tuple(self.values.get(f.name, ())) if f.many else self.values.get(f.name)
            for f in fields
        }

    def wildcard(self, child: etree._Element, field: FieldPlan) -> None:
        items = self.values.setdefault(field.name, [])
        items.append(self.judge.any(child, self.at(child, field, len(items))))

    def at(self, child: etree._Element, field: FieldPlan, index: int) -> Place:
        name = f"{field.name}[{index}]" if field.many else field.name
        return Place(name, self.place, child)

    def child(self, child: etree._Element, number: int, branch: Branch) -> None:
        """A child that belongs to a field, perhaps not here or not once more."""
        field = self.plan.fields[number]
        here = self.values.get(field.name)
        place = self.at(child, field, len(here) if field.many and here else 0)
        self.misplaced(child, number, field, branch, place)
        value = self.judge.branch(child, branch, place)
        if field.many:
            self.values.setdefault(field.name, []).append(value)
            self.tags.setdefault(field.name, branch.tag)
        elif here is None:
            self.values[field.name] = value
            self.tags[field.name] = branch.tag
        self.last = max(self.last, number)

    def misplaced(
        self, child: etree._Element, number: int, field: FieldPlan, branch: Branch, place: Place
    ) -> None:
        """Report a child that is out of order, too much, or excluded by another."""
        tag = local_name(child.tag)
        first = self.tags.get(field.name)
        count = len(self.values.get(field.name, ())) if field.many else int(first is not None)
        rivals = [
            f
            for f in self.plan.fields
            if field.group and f.group == field.group and f is not field and f.name in self.tags
        ]
        if rivals or (first not in (None, branch.tag) and (field.run or not field.many)):
            tags = [b.tag for f in [*rivals, field] for b in f.branches]
            expected = _names(local_name(t) for t in tags)
            self.judge.report(kinds.SCH106, place, tag=tag, expected=expected)
        elif field.max is not None and count >= field.max:
            self.judge.report(kinds.SCH104, place, tag=tag, limit=field.max)
        elif number < self.last:
            self.judge.report(kinds.SCH103, place, tag=tag, expected=self.expected(self.last))

    def unknown(self, child: etree._Element) -> None:
        local = local_name(child.tag)
        expected = self.expected(self.last)
        place = Place("", self.place, child)
        same = [tag for tag in by_tag(self.plan) if local_name(tag) == local]
        if same:
            uri = child.tag[1:].partition("}")[0] if child.tag.startswith("{") else "nothing"
            right = same[0][1:].partition("}")[0]
            self.judge.report(kinds.SCH105, place, tag=local, uri=uri, expected=right)
        else:
            self.judge.report(kinds.SCH102, place, tag=local, expected=expected)

    def expected(self, start: int) -> str:
        """The elements that may stand from a field on: up to the first that must."""
        names: list[str] = []
        for field in self.plan.fields[start:]:
            names += (local_name(branch.tag) for branch in field.branches)
            if field.min and field.name not in self.tags:
                break
        return _names(names) or "the end"

    def missing(self) -> None:
        """Report every field that must be there and is not."""
        found = _names(local_name(tag) for tag in self.tags.values()) or "nothing"
        groups = {f.group for f in self.plan.fields if f.group and f.name in self.tags}
        reported: set[str | None] = set()
        for field in self.plan.fields:
            needed = field.min or (field.group_required and field.group not in groups | reported)
            if needed and field.name not in self.tags and not field.wildcard:
                if field.group:
                    reported.add(field.group)
                peers = [
                    f
                    for f in self.plan.fields
                    if f is field or (f.group and f.group == field.group)
                ]
                missing = _names(local_name(b.tag) for f in peers for b in f.branches)
                self.judge.report(kinds.SCH101, self.place, missing=missing, found=found)


_by_tag: dict[int, tuple[Plan, dict[str, tuple[int, Branch]]]] = {}


def by_tag(plan: Plan) -> dict[str, tuple[int, Branch]]:
    """The number of the field, and the branch, for each element that may stand in a plan."""
    found = _by_tag.get(id(plan))
    if found is None:
        table = {b.tag: (n, b) for n, f in enumerate(plan.fields) for b in f.branches}
        found = _by_tag[id(plan)] = (plan, table)
    return found[1]


def made(plan: Plan, values: dict[str, Any]) -> Any:
    """An object with what could be read; what must be there and is not, is None."""
    whole = dict.fromkeys((f.name for f in attrs.fields(plan.cls) if f.init), None)
    whole |= {f.name: () for f in attrs.fields(plan.cls) if f.default == ()}
    if plan.is_message:
        whole["edition"] = plan.edition  # type: ignore[assignment]
    return plan.cls(**(whole | values))


def fault_of(simple: Simple, text: str) -> tuple[FindingKind, dict[str, object]] | None:
    """What is wrong with a text of a simple type, if anything."""
    if simple_test(simple)(text):
        return None
    facets: Any = simple.facets
    if simple.fixed is not None:
        return kinds.SCH202, {"fixed": simple.fixed}
    if facets.values:
        return kinds.SCH203, {"values": _names(facets.values)}
    if not simple_test(attrs.evolve(simple, facets=type(facets)()))(text):
        return kinds.SCH201, {"type": simple.xsd}
    for name in ("min_length", "max_length", "pattern"):
        limit = getattr(facets, name)
        alone = attrs.evolve(simple, facets=type(facets)(**{name: limit}))
        if limit is not None and not simple_test(alone)(text):
            return kinds.SCH204, {"limit": f"{name.replace('_', ' ')} {limit}"}
    return kinds.SCH201, {"type": simple.xsd}


def _text(node: etree._Element) -> str:
    """The text of an element, comments and instructions taken out."""
    return (node.text or "") + "".join(child.tail or "" for child in node)


def _names(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))
