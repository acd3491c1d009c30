"""Everything that is wrong with the shape of a document, and as much of it as can be typed.

The judge reads the tree by the same plans as the straight-line reader, one element at a
time. A fault makes a finding and never ends the reading: what is known is still typed.
Parts without a fault are left to the straight-line reader, so only what surrounds a
fault is read slowly.
"""

from __future__ import annotations

from typing import Any

from caremsg.declare import namespace_of
from caremsg.findings import Finding, FindingKind
from caremsg.values import Fragment
from caremsg.values.node import Node, tag_of

from . import kinds
from .canonical import outer
from .faults import fault_of
from .leaves import known_leaf
from .place import Place, local_name, names_of
from .plan import AttributePlan, Branch, Open, Plan, Ref, Simple
from .prefixes import LOCATIONS, NIL, NONE_BOUND
from .reader import read_any, read_class
from .roots import other_editions, root_plan
from .sequence import Sequence
from .table import Entry, Table, maker, table_of
from .tokens import Misfit, Tokens, all_blank, attributes_of, content_of

__all__ = ["Judge", "judge_root"]

_WHITE = " \t\n\r"


def judge_root(
    root: Node, tokens: Tokens | None = None, stop: int = 0
) -> tuple[Any | None, list[Finding]]:
    """The message of a whole document, as far as it can be typed, and all findings.

    `tokens` are those of the same document, when it could be split into them, and `stop`
    the one at which the straight-line reader gave up.
    """
    judge = Judge(tokens, stop)
    place = Place("", None, root)
    plan = root_plan(tag_of(root))
    if plan is None:
        judge.unknown_document(tag_of(root), place, kinds.SCH001)
        return None, judge.findings
    if not plan.is_message:
        judge.report(kinds.SCH003, place, tag=local_name(tag_of(root)))
        return None, judge.findings
    try:
        found = judge.element(root, plan, place)
    except Misfit:  # something in it cannot be read from tokens
        return judge_root(root)
    judge.findings.sort(key=lambda finding: finding.where.line or 0)
    return found, judge.findings


class Judge:
    """Reads elements and collects findings."""

    def __init__(self, tokens: Tokens | None = None, stop: int = 0) -> None:
        self.findings: list[Finding] = []
        self.tokens = tokens
        self.stop = stop
        """The token at which a straight-line reader last gave up."""
        self.at = 0
        """The token at which the element to be read starts."""
        self.here = NONE_BOUND
        """The prefixes that are bound around it."""

    def report(self, kind: FindingKind, place: Place, /, **names: object) -> None:
        """Add a finding at a place."""
        self.findings.append(kind.at(place.where(), **names))

    # An element of a declared class.

    def element(self, node: Node, plan: Plan, place: Place) -> Any:
        """The object of an element, made of what could be read."""
        table = table_of(plan)
        outside = self.here
        end = self.enter()
        values = dict(table.unset)
        if table.attributes or node.keys():
            self.attributes(node, table, place, values)
        if plan.text is not None:
            text = self.only_text(node, place)
            values[plan.text.name] = self.value(plan.text.type, text, place)
        elif plan.fields:
            self.no_text(node, place)
            Sequence(self, node, table, place).read(values)
        else:
            self.nothing(node, place)
        self.at = end
        self.here = outside
        return plan.cls(**values)

    def enter(self) -> int:
        """Step over a start tag; where the element ends."""
        tokens, start = self.tokens, self.at
        if tokens is None:
            return 0
        if "xmlns" in tokens.tags[start]:
            self.here = self.here.with_declared(attributes_of(tokens.tags[start]))
        self.at += 1
        return tokens.ends[start]

    def skip(self) -> None:
        """Step over a whole element."""
        if self.tokens is not None:
            self.at = self.tokens.ends[self.at]

    def attributes(self, node: Node, table: Table, place: Place, values: dict[str, Any]) -> None:
        """Read the attributes into `values`, by the names of their fields."""
        known = table.attributes
        seen: set[str] = set()
        for tag, text in node.items():
            if tag in known:
                item = known[tag]
                seen.add(tag)
                values[item.name] = self.value(item.type, text, place, item)
            elif tag not in LOCATIONS:
                expected = names_of(map(local_name, known)) or kinds.NOTHING
                self.report(kinds.SCH302, place, name=local_name(tag), expected=expected)
        for item in table.required:
            if item.tag not in seen:
                self.report(kinds.SCH301, place, name=local_name(item.tag))

    def value(
        self, simple: Simple, text: str, place: Place, item: AttributePlan | None = None
    ) -> Any:
        """The value of a text; one that is not valid is kept all the same."""
        fault = fault_of(simple, text)
        if fault is not None:
            there = place.attribute(item.name, item.tag) if item else place
            self.report(fault[0], there, **fault[1])
        return maker(simple)(text)

    def branch(self, node: Node, branch: Branch, place: Place) -> Any:
        """The value of one child."""
        kind = branch.type
        if isinstance(kind, Ref):
            return self.element(node, kind.plan, place)
        if isinstance(kind, Open):
            if NIL in node.attrib:
                self.report(kinds.SCH302, place, name="nil", expected=kinds.NOTHING)
            if namespace_of(branch.tag[1:].partition("}")[0]) is None:
                self.report(kinds.SCH004, place, tag=local_name(branch.tag))
            self.lax(node, place)
            self.skip()
            return content_of(node)
        if kind.in_attribute:
            found = self.flat(node, kind, place)
        else:
            if node.keys():
                self.attributes(node, _NOTHING, place, {})
            text = self.only_text(node, place)
            if kind.fixed is not None and not text:
                found = kind.fixed  # an empty element has the fixed value
            else:
                found = self.value(kind, text, place)
        self.skip()
        return found

    def plainly(self, node: Node, entry: Entry) -> Any | None:
        """The value of a child without a fault; None when it must be judged."""
        tokens = self.tokens
        if entry.passes is not None:
            text = node.text or ""
            if len(node) or node.keys() or not entry.passes(text):
                return None
            self.skip()
            return entry.make(text)
        if tokens is None or entry.ref is None:
            return None
        if entry.is_leaf:
            found = known_leaf(entry.ref, tokens.tags[self.at])
            if found is not None:
                self.at += 1
            return found
        return self.attempt(read_class, entry.ref)

    def attempt(self, read: Any, *args: Any) -> Any | None:
        """What a straight-line reader makes of the element at hand, if it is content."""
        tokens, start = self.tokens, self.at
        assert tokens is not None
        end = tokens.ends[start]
        if start <= self.stop < end:  # it would give up there again
            return None
        tokens.unread(start, end)
        kept = tokens.kept
        try:
            found, _ = read(start, tokens.tags, tokens.texts, tokens, self.here, *args)
        except (Misfit, RecursionError) as misfit:
            self.stop = misfit.args[0] if isinstance(misfit, Misfit) and misfit.args else start
            tokens.nesting.level = 0
            return None
        if tokens.kept > kept:
            return None
        if not all_blank(tokens.texts[start : end - 1]):
            self.stop = next(i for i in range(start, end) if not all_blank([tokens.texts[i]]))
            return None
        self.at = end
        return found

    def flat(self, node: Node, kind: Simple, place: Place) -> Any:
        """A value in the attribute `V` of an empty element."""
        values: dict[str, Any] = {}
        item = AttributePlan("", "V", kind, required=False)
        self.attributes(node, Table.of_attributes((item,)), place, values)
        self.nothing(node, place)
        return values.get("", kind.cls.MISSING)  # type: ignore[attr-defined]

    # What may stand in an element.

    def no_text(self, node: Node, place: Place) -> None:
        """Only white space may stand between elements."""
        text = node.text
        if (text and text.strip(_WHITE)) or any(
            child.tail and child.tail.strip(_WHITE) for child in node
        ):
            self.report(kinds.SCH401, place)

    def nothing(self, node: Node, place: Place) -> None:
        """An element that must be empty."""
        if (node.text or len(node)) and (any(tag_of(child) for child in node) or _text(node)):
            self.report(kinds.SCH403, place, tag=local_name(tag_of(node)))

    def only_text(self, node: Node, place: Place) -> str:
        """The text of an element that has no elements in it."""
        if not len(node):
            return node.text or ""
        for child in node:
            if tag_of(child):
                tag, parent = local_name(tag_of(child)), local_name(tag_of(node))
                self.report(kinds.SCH402, place, tag=tag, parent=parent)
        return _text(node)

    # Content of free form.

    def lax(self, node: Node, place: Place) -> None:
        """In open content, what is declared is judged; the rest is free."""
        for child in node:
            if tag_of(child):
                plan = root_plan(tag_of(child))
                if plan is None:
                    self.lax(child, place)
                else:
                    self.apart(child, plan, place)

    def apart(self, node: Node, plan: Plan, place: Place) -> Any:
        """Judge an element whose tokens will be stepped over as a whole."""
        tokens, self.tokens, at = self.tokens, None, self.at
        found = self.element(node, plan, Place("", place, node))
        self.tokens, self.at = tokens, at
        return found

    def any(self, node: Node, place: Place) -> Any:
        """A document inside another: typed if it is declared, kept as it came if not."""
        plan = root_plan(tag_of(node))
        if plan is not None and plan.is_message:
            found = self.attempt(read_any) if self.tokens is not None else None
            return found or self.element(node, plan, place)
        if plan is None:
            self.unknown_document(tag_of(node), place, kinds.SCH102)
        else:
            self.apart(node, plan, place)
        self.skip()
        return Fragment(outer(node))

    def unknown_document(self, tag: str, place: Place, kind: FindingKind) -> None:
        """Say what is known about a document that nobody declares."""
        uri = tag[1:].partition("}")[0] if tag.startswith("{") else ""
        others = other_editions(uri)
        local = local_name(tag)
        found = namespace_of(uri)
        if others and found is None:
            known = names_of(str(e) for n in others for e in n.editions)
            family = names_of(e.family for n in others for e in n.editions)
            self.report(kinds.SCH002, place, family=family, uri=uri, known=known)
        elif found is not None:
            expected = names_of(sorted(found[0].load().elements))
            self.report(kinds.SCH102, place, tag=local, expected=expected)
        elif kind is kinds.SCH001:
            self.report(kind, place, tag=local, known=kinds.LISTED)
        else:
            self.report(kinds.SCH004, place, tag=local)


_NOTHING = Table.of_attributes(())


def _text(node: Node) -> str:
    """The text of an element, comments and instructions taken out."""
    return (node.text or "") + "".join(child.tail or "" for child in node)
