"""The children of one element, against the fields of its plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree

from caremsg.values.node import Node, tag_of

from . import kinds
from .place import Place, local_name, names_of
from .plan import FieldPlan
from .table import Entry, Table

if TYPE_CHECKING:
    from .judge import Judge

__all__ = ["Sequence"]


class Sequence:
    """The children of one element, against the fields of its plan."""

    def __init__(self, judge: Judge, node: Node, table: Table, place: Place) -> None:
        self.judge = judge
        self.node = node
        self.table = table
        self.place = place
        self.found: dict[str, list[Any]] = {}
        self.tags: dict[str, str] = {}
        """For each field that has a child, the tag of the first."""
        self.last = 0
        """The furthest field that a child belonged to."""

    def read(self, values: dict[str, Any]) -> None:
        """Read the children into `values`, by the names of the fields."""
        fields, entries = self.table.plan.fields, self.table.entries
        empty = True
        for child in self.node.iterchildren(etree.Element):
            empty = False
            entry = entries.get(tag_of(child))
            if entry is not None:
                self.child(child, entry)
            elif fields[0].wildcard:
                items = self.found.setdefault(fields[0].name, [])
                items.append(self.judge.any(child, self.at(child, fields[0], len(items))))
            else:
                self.unknown(child)
                self.judge.skip()
        if not (empty and self.table.plan.may_be_empty):
            self.missing()
        for field in fields:
            if field.name in self.found:
                items = self.found[field.name]
                values[field.name] = tuple(items) if field.many else items[0]

    def at(self, child: Node, field: FieldPlan, index: int) -> Place:
        name = f"{field.name}[{index}]" if field.many else field.name
        return Place(name, self.place, child)

    def child(self, child: Node, entry: Entry) -> None:
        """A child that belongs to a field, perhaps not here or not once more."""
        field, number = entry.field, entry.number
        items = self.found.get(field.name)
        if items is None:
            items = self.found[field.name] = []
            self.tags[field.name] = entry.branch.tag
            wrong = number < self.last or field.group is not None
        else:
            wrong = number < self.last or not entry.again
        if wrong:
            self.misplaced(child, entry, self.at(child, field, len(items)), len(items))
        value = self.judge.plainly(child, entry)
        if value is None:
            place = self.at(child, field, len(items))
            value = self.judge.branch(child, entry.branch, place)
        items.append(value)
        if number > self.last:
            self.last = number

    def misplaced(self, child: Node, entry: Entry, place: Place, count: int) -> None:
        """Report a child that is out of order, too much, or excluded by another."""
        field, tag = entry.field, local_name(tag_of(child))
        first = self.tags.get(field.name)
        rivals = [f for f in self.table.peers(field) if f is not field and f.name in self.tags]
        other = count and first != entry.branch.tag and (field.run or not field.many)
        if rivals or other:
            tags = [b.tag for f in [*rivals, field] for b in f.branches]
            expected = names_of(map(local_name, tags))
            self.judge.report(kinds.SCH106, place, tag=tag, expected=expected)
        elif field.max is not None and count >= field.max:
            self.judge.report(kinds.SCH104, place, tag=tag, limit=field.max)
        elif entry.number < self.last:
            self.judge.report(kinds.SCH103, place, tag=tag, expected=self.expected())

    def unknown(self, child: Node) -> None:
        local = local_name(tag_of(child))
        place = Place("", self.place, child)
        same = [tag for tag in self.table.entries if local_name(tag) == local]
        if same:
            uri = (
                tag_of(child)[1:].partition("}")[0]
                if tag_of(child).startswith("{")
                else kinds.NOTHING
            )
            right = same[0][1:].partition("}")[0]
            self.judge.report(kinds.SCH105, place, tag=local, uri=uri, expected=right)
        else:
            self.judge.report(kinds.SCH102, place, tag=local, expected=self.expected())

    def expected(self) -> object:
        """The elements that may stand here: up to the first that must."""
        names: list[str] = []
        for field in self.table.plan.fields[self.last :]:
            names += (local_name(branch.tag) for branch in field.branches)
            if field.min and field.name not in self.tags:
                break
        return names_of(names) or kinds.THE_END

    def missing(self) -> None:
        """Report every field that must be there and is not."""
        for field in self.table.needed:
            if field.name in self.tags or any(f.name in self.tags for f in self.table.peers(field)):
                continue
            found = names_of(map(local_name, self.tags.values())) or kinds.NOTHING
            tags = [b.tag for f in self.table.peers(field) or (field,) for b in f.branches]
            missing = names_of(map(local_name, tags))
            self.judge.report(kinds.SCH101, self.place, missing=missing, found=found)
