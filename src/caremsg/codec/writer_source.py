"""Makes the source of a writer from the plan of its class, and compiles it.

Source text is made from declarations only.
"""

from __future__ import annotations

import linecache
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from typing import Any

from caremsg.declare import Datatype, Facets
from caremsg.values import Fragment, escape_attribute

from .joining import allowed_characters
from .plan import AttributePlan, Branch, FieldPlan, Open, Plan, Ref, Simple
from .simple import FREE, simple_test
from .tokens import Misfit
from .written_names import WrittenNames

__all__ = ["Child", "Writer", "WriterSource"]

Writer = Callable[[Any, list[str], str], str]
"""From an object, the pieces so far and the markup waiting, to the markup then waiting."""
Child = Callable[[Ref], Writer]
"""From a class that is held to its writer."""


def _leaf_markup(plan: Plan) -> Callable[[Any], str]:
    """What writes the attributes of a code, and makes the code remember it."""
    attributes = [(a.name, a.tag, simple_test(a.type)) for a in plan.attributes]
    remembers = issubclass(plan.cls, Datatype)

    def markup(code: Any) -> str:
        made = ""
        for name, tag, passes in attributes:
            value = getattr(code, name)
            if value is not None:
                if not (passes(value) and allowed_characters(value)):
                    raise Misfit
                made += f' {tag}="{escape_attribute(value)}"'
        made += "/>"
        if remembers:
            object.__setattr__(code, "_markup", made)
        return made

    return markup


class WriterSource:
    """Writes the source of one writer, line by line, and compiles it."""

    def __init__(
        self, plan: Plan, names: WrittenNames, child: Child, helpers: Mapping[str, Any]
    ) -> None:
        self.plan = plan
        self.within = names
        self.make_child = child
        self.lines: list[str] = []
        self.level = 1
        self.waiting: str | None = None
        """The markup waiting, where it is known already; otherwise the source has it in `m`."""
        self.names: dict[str, Any] = {"Misfit": Misfit, "CLS": plan.cls, **helpers}

    def compile(self) -> Writer:
        plan = self.plan
        self.line("if o.__class__ is not CLS: raise Misfit")
        for name in plan.absent:
            self.line(f"if o.{name} not in (None, ()): raise Misfit")
        if plan.may_be_empty:
            unset = " and ".join(f"o.{f.name} in (None, ())" for f in plan.fields)
            self.line(f"if {unset}: return m")
        self.own()
        for field in plan.fields:
            self.line(f"v = o.{field.name}")
            self.field(field)
        self.groups()
        self.settle()
        self.line("return m")
        source = "\n".join(["def write(o, out, m):", *self.lines])
        name = f"<caremsg writer of {plan.name}, {plan.edition}>"
        linecache.cache[name] = (len(source), None, source.splitlines(True), name)
        exec(compile(source, name, "exec"), self.names)
        made: Writer = self.names["write"]
        return made

    # Pieces of source.

    def line(self, text: str) -> None:
        self.lines.append("    " * self.level + text)

    @contextmanager
    def block(self, head: str) -> Generator[None, None, None]:
        """Lines below an `if` or a `for`: the markup waiting must be in `m` on both ways."""
        self.settle()
        self.line(head)
        self.level += 1
        yield
        self.settle()
        self.level -= 1

    def settle(self) -> None:
        """Put the markup waiting in `m`."""
        if self.waiting is not None:
            self.line(f"m = {self.waiting!r}")
            self.waiting = None

    def markup(self, text: str) -> str:
        """Source for the markup waiting and some more."""
        if self.waiting is None:
            return f"m + {text!r}" if text else "m"
        return repr(self.waiting + text)

    def put(self, *pieces: str) -> None:
        """Add markup, value, markup, value ... and the markup after them."""
        *added, rest = pieces
        shown = [self.markup(added[0])]
        shown += [repr(p) if n % 2 else p for n, p in enumerate(added[1:])]
        self.line(f"out += ({', '.join(shown)})")
        self.waiting = rest

    def call(self, start: str, function: str, end: str) -> None:
        """Hand `v` and the markup waiting to another writer."""
        more = f" + {end!r}" if end else ""
        self.line(f"m = {function}(v, out, {self.markup(start)}){more}")
        self.waiting = None

    def known(self, value: Any) -> str:
        """A name in the source for a value."""
        name = f"k{len(self.names)}"
        self.names[name] = value
        return name

    def child(self, ref: Ref) -> str:
        """A name for the writer of a child, which is compiled when it is first met."""
        names, make, name = self.names, self.make_child, self.known(None)

        def first(item: Any, out: list[str], m: str) -> str:
            names[name] = writer = make(ref)
            return writer(item, out, m)

        names[name] = first
        return name

    # The element itself: its attributes and its text.

    def own(self) -> None:
        for item in self.plan.attributes:
            self.line(f"v = o.{item.name}")
            if item.required:
                self.attribute(item)
            else:
                with self.block("if v is not None:"):
                    self.attribute(item)
        if self.plan.attributes:
            self.settle()
            self.line("m += '>'")
        if self.plan.text is not None:
            self.line(f"v = o.{self.plan.text.name}")
            self.test(self.plan.text.type)
            self.put("", self.text_of(self.plan.text.type), "")

    def attribute(self, item: AttributePlan) -> None:
        name = self.within.written(item.tag) if item.tag.startswith("{") else item.tag
        self.test(item.type)
        if item.type.fixed is not None:
            fixed = f' {name}="{escape_attribute(item.type.fixed)}"'
            self.line(f"m = {self.markup(fixed)}")
            self.waiting = None
        else:
            self.put(f' {name}="', self.text_of(item.type), '"')

    # Its fields.

    def groups(self) -> None:
        for group in dict.fromkeys(f.group for f in self.plan.fields if f.group):
            items = [f for f in self.plan.fields if f.group == group]
            total = " + ".join(f"(o.{f.name} not in (None, ()))" for f in items)
            least = int(any(f.group_required for f in items))
            self.line(f"if not {least} <= {total} <= 1: raise Misfit")

    def field(self, field: FieldPlan) -> None:
        if field.many:
            self.items(field)
        elif field.min:
            self.one(field)
        else:
            with self.block("if v is not None:"):
                self.one(field)

    def items(self, field: FieldPlan) -> None:
        if field.min:
            self.line("if not v: raise Misfit")
        with self.block("if v:"):
            self.line("if v.__class__ is not tuple: raise Misfit")
            if field.max is not None:
                self.line(f"if len(v) > {field.max}: raise Misfit")
            if field.run:
                self.line("if len({x.__class__ for x in v}) > 1: raise Misfit")
            with self.block("for v in v:"):
                if field.wildcard:
                    self.call("", "write_any", "")
                else:
                    self.one(field)

    def one(self, field: FieldPlan) -> None:
        """Write one item of a field, which is in `v`."""
        if len(field.branches) == 1:
            self.branch(field.branches[0])
            return
        for number, branch in enumerate(field.branches):
            cls = self.known(branch.type.cls if isinstance(branch.type, Ref) else Fragment)
            with self.block(f"{'el' if number else ''}if v.__class__ is {cls}:"):
                self.branch(branch)
        self.line("else: raise Misfit")

    def branch(self, branch: Branch) -> None:
        kind = branch.type
        if isinstance(kind, Open):
            self.open(branch.tag)
            return
        tag = self.within.written(branch.tag)
        if isinstance(kind, Simple):
            self.simple(kind, tag)
        elif kind.plan.is_leaf:
            self.leaf(kind.plan, tag)
        else:
            start = f"<{tag}" if kind.plan.attributes else f"<{tag}>"
            self.call(start, self.child(kind), f"</{tag}>")

    def open(self, tag: str) -> None:
        uri, _, local = tag[1:].rpartition("}")
        known = uri in self.within.prefixes
        written = self.within.written(tag) if known else local
        start = f"<{written}" if known else f'<{written} xmlns="{uri}"'
        self.call(start, "write_open", f"</{written}>")

    def simple(self, kind: Simple, tag: str) -> None:
        if not kind.in_attribute:
            self.test(kind)
            self.put(f"<{tag}>", self.text_of(kind), f"</{tag}>")
            return
        missing = self.known(kind.cls.MISSING)  # type: ignore[attr-defined]
        self.settle()
        with self.block(f"if not v and v == {missing}:"):
            self.line(f"m += '<{tag}/>'")
        with self.block("else:"):
            self.test(kind)
            self.put(f'<{tag} V="', "v", '"/>')

    def leaf(self, plan: Plan, tag: str) -> None:
        """A code, as it remembers to be written."""
        self.line(f"if v.__class__ is not {self.known(plan.cls)}: raise Misfit")
        make = self.known(_leaf_markup(plan))
        known = f"v._markup or {make}(v)" if issubclass(plan.cls, Datatype) else f"{make}(v)"
        self.line(f"m = {self.markup(f'<{tag}')} + ({known})")
        self.waiting = None

    def test(self, kind: Simple) -> None:
        """Test the value in `v`."""
        if kind.fixed is not None:
            self.line(f"if v != {kind.fixed!r}: raise Misfit")
        elif kind.facets.values and kind.xsd == "string":
            self.line(f"if v not in {self.known(frozenset(kind.facets.values))}: raise Misfit")
        elif kind.cls is not bool and (kind.xsd not in FREE or kind.facets != Facets()):
            self.line(f"if not {self.known(simple_test(kind))}(v): raise Misfit")

    def text_of(self, kind: Simple) -> str:
        if kind.cls is bool:
            return "'true' if v is True else 'false' if v is False else bool_text(v)"
        return "v"
