"""Makes the source of a reader from the plan of its class, and compiles it.

Source text is made from declarations only: what comes out of a document (its prefixes)
is reached by name and never becomes source.
"""

from __future__ import annotations

import linecache
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from caremsg.declare import Facets, fields_of, namespace_of
from caremsg.values import SpelledBool
from caremsg.values.lexical import TESTS

from .leaves import leaves_of
from .plan import AttributePlan, Branch, FieldPlan, Open, Plan, Ref, Simple
from .prefixes import Prefixes
from .simple import FREE, simple_test
from .tokens import Misfit, attributes_of, unescape

__all__ = ["Child", "Reader", "ReaderSource"]

Reader = Callable[..., tuple[Any, int]]
"""From an index, the tags, the texts and the document to an object and the index after it."""
Child = Callable[[Ref], Reader]
"""From a class that is held to its reader."""

_BOOLEANS = {"true": True, "false": False}


def _read_bool(text: str, i: int) -> SpelledBool:
    """A boolean in an unusual spelling."""
    if not TESTS["boolean"](text):
        raise Misfit(i)
    return SpelledBool(text)


def _flat(tag: str, start: int, i: int) -> str:
    """The attribute `V` of an empty element; its usual start has been seen to be there."""
    plain = "&" not in tag and "\n" not in tag and "\t" not in tag
    if plain and tag.endswith('"/') and tag.find('"', start) == len(tag) - 2:
        return tag[start:-2]
    attributes = attributes_of(tag)
    if attributes.keys() != {"V"}:
        raise Misfit(i)
    return attributes["V"]


def _twin(cls: type[Any]) -> type[Any]:
    """A class with the same slots that can be filled; its objects then become `cls`.

    That is three times as fast as the constructor of a frozen class.
    """
    names = {
        "__slots__": cls.__dict__["__slots__"],
        "__setattr__": object.__setattr__,
        "__init__": object.__init__,
    }
    return type(f"_{cls.__name__}", cls.__bases__, names)


class ReaderSource:
    """Writes the source of one reader, line by line, and compiles it."""

    def __init__(
        self, plan: Plan, here: Prefixes, child: Child, helpers: Mapping[str, Any]
    ) -> None:
        self.plan = plan
        self.here = here
        self.make_child = child
        self.names: dict[str, Any] = {
            "Misfit": Misfit,
            "BOOL": _BOOLEANS,
            "CLS": plan.cls,
            "EDITION": plan.edition,
            "HERE": here,
            "TWIN": _twin(plan.cls),
            "attributes_of": attributes_of,
            "flat": _flat,
            "read_bool": _read_bool,
            "unescape": unescape,
            **helpers,
        }

    def compile(self) -> Reader:
        plan = self.plan
        body = [*self.head()]
        for item in plan.fields:
            body += self.field(item)
        body += [*self.groups(), *self.tail()]
        source = "\n".join(["def read(i, tags, texts, doc):", *_in(body)])
        name = f"<caremsg reader of {plan.name}, {plan.edition}>"
        linecache.cache[name] = (len(source), None, source.splitlines(True), name)
        exec(compile(source, name, "exec"), self.names)
        made: Reader = self.names["read"]
        return made

    def known(self, value: Any) -> str:
        """A name in the source for a value."""
        name = f"k{len(self.names)}"
        self.names[name] = value
        return name

    def child(self, ref: Ref) -> str:
        """A name for the reader of a child, which is compiled when it is first met."""
        names, make, name = self.names, self.make_child, self.known(None)

        def first(*args: Any) -> tuple[Any, int]:
            names[name] = reader = make(ref)
            return reader(*args)

        names[name] = first
        return name

    # The element itself: its attributes and its text.

    def head(self) -> Iterator[str]:
        plan = self.plan
        if plan.is_recursive:
            yield "doc.nesting.deeper()"
        if not plan.is_element:
            yield "end = '/' + tags[i]" + (".partition(' ')[0]" if plan.attributes else "")
        if plan.attributes:
            yield "if tags[i][-1] == '/': raise Misfit(i)"
            yield from self.attributes(plan.attributes)
        if plan.text is not None:
            yield f"{_local(plan.text)} = texts[i]"
            yield "texts[i] = ''"
            yield from self.convert(plan.text.type, _local(plan.text))
        yield "i += 1"
        yield "tag = tags[i]"

    def attributes(self, items: tuple[AttributePlan, ...]) -> Iterator[str]:
        yield "a = attributes_of(tags[i])"
        for item in items:
            written = self.known(self.here.written_attribute(item.tag))
            yield f"{_local(item)} = a.pop({written}, None)"
            if item.required:
                yield f"if {_local(item)} is None: raise Misfit(i)"
            yield f"if {_local(item)} is not None:"
            yield from _in([*self.convert(item.type, _local(item), escaped=False), "pass"])
        lawful = " and not HERE.declares(a)" if self.plan.is_message else ""
        yield f"if a{lawful}: raise Misfit(i)"

    def convert(self, simple: Simple, name: str, *, escaped: bool = True) -> Iterator[str]:
        """Test the text in `name`, and make it a value."""
        facets = simple.facets
        if escaped:
            yield f"if '&' in {name}: {name} = unescape({name})"
        if simple.cls is bool:
            yield f"{name} = BOOL[{name}] if {name} in BOOL else read_bool({name}, i)"
        elif simple.fixed is not None:
            yield f"if {name} != {simple.fixed!r}: raise Misfit(i)"
        elif facets.values and simple.xsd == "string":
            yield f"if {name} not in {self.known(frozenset(facets.values))}: raise Misfit(i)"
        elif simple.xsd not in FREE or facets != Facets():
            yield f"if not {self.known(simple_test(simple))}({name}): raise Misfit(i)"
        if simple.cls not in (str, bool):
            yield f"{name} = {self.known(simple.cls)}({name})"

    # Its fields.

    def field(self, item: FieldPlan) -> list[str]:
        if item.wildcard:
            return self.wildcard(item)
        if not item.many:
            return self.one(item)
        return self.run(item) if item.run else self.many(item)

    def one(self, item: FieldPlan) -> list[str]:
        lines: list[str] = []
        for number, branch in enumerate(item.branches):
            lines.append(f"{'el' if number else ''}if {self.stands(branch)}:")
            lines += _in([*self.value(branch, _local(item)), "tag = tags[i]"])
        return [*lines, f"else: {'raise Misfit(i)' if item.min else f'{_local(item)} = None'}"]

    def many(self, item: FieldPlan) -> list[str]:
        lines: list[str] = []
        for number, branch in enumerate(item.branches):
            lines.append(f"{'el' if number else ''}if {self.stands(branch)}:")
            lines += _in([*self.value(branch, "x"), f"{_local(item)}.append(x)"])
        return [
            f"{_local(item)} = []",
            "while True:",
            *_in([*lines, "else: break", "tag = tags[i]"]),
            *self.counted(item),
        ]

    def run(self, item: FieldPlan) -> list[str]:
        lines = [f"{_local(item)} = []"]
        for number, branch in enumerate(item.branches):
            body = [*self.value(branch, "x"), f"{_local(item)}.append(x)", "tag = tags[i]"]
            stands = self.stands(branch)
            lines += [
                f"{'el' if number else ''}if {stands}:",
                *_in([f"while {stands}:", *_in(body)]),
            ]
        return [*lines, *self.counted(item)]

    def counted(self, item: FieldPlan) -> Iterator[str]:
        if item.min:
            yield f"if not {_local(item)}: raise Misfit(i)"
        if item.max is not None:
            yield f"if len({_local(item)}) > {item.max}: raise Misfit(i)"
        yield f"{_local(item)} = tuple({_local(item)})"

    def wildcard(self, item: FieldPlan) -> list[str]:
        return [
            f"{_local(item)} = []",
            "while tag[:1] != '/':",
            "    x, i = read_any(i, tags, texts, doc, HERE)",
            f"    {_local(item)}.append(x)",
            "    tag = tags[i]",
            f"{_local(item)} = tuple({_local(item)})",
        ]

    def stands(self, branch: Branch) -> str:
        """The test whether the element of a branch stands at `i`."""
        written = self.here.written(branch.tag)
        if written is None:
            return "False"
        kind = branch.type
        if isinstance(kind, Ref) and (kind.plan.is_leaf or kind.plan.attributes):
            return f"tag.startswith({self.known(written + ' ')})"
        if isinstance(kind, Simple) and kind.in_attribute:
            start = f'{written} V="'
            return f"tag.startswith({self.known(start)})"
        if isinstance(kind, Open):
            return f"tag == {self.known(written)} or tag.startswith({self.known(written + ' ')})"
        if isinstance(kind, Ref) and _may_be_bare(kind.plan):
            return f"tag in {self.known((written, f'{written}/'))}"
        return f"tag == {self.known(written)}"

    def value(self, branch: Branch, name: str) -> list[str]:
        """Read the element at `i` into `name`, and move on."""
        kind = branch.type
        written = self.here.written(branch.tag) or ""
        if isinstance(kind, Open):
            known = self.known(written)
            foreign = namespace_of(branch.tag[1:].partition("}")[0]) is None
            kept = ["doc.kept += 1"] if foreign else []  # a signature, which is not judged
            return [f"{name}, i = read_open(i, tags, texts, doc, {known})", *kept]
        if isinstance(kind, Ref):
            if not kind.plan.is_leaf:
                read = f"{name}, i = {self.child(kind)}(i, tags, texts, doc)"
                if not _may_be_bare(kind.plan):
                    return [read]
                bare = self.known(kind.cls())
                return [f"if tag[-1] == '/': {name} = {bare}; i += 1", f"else: {read}"]
            leaves = leaves_of(kind)
            get, make = self.known(leaves.known.get), self.known(leaves.make)
            return [f"{name} = {get}(tag) or {make}(tag, i)", *self.closed(written), "i += 1"]
        if kind.in_attribute:
            size = len(written) + len(' V="')
            return [
                f"{name} = flat(tag, {size}, i)",
                *self.convert(kind, name, escaped=False),
                *self.closed(written),
                "i += 1",
            ]
        return [
            f"{name} = texts[i]",
            "texts[i] = ''",
            f"if tags[i + 1] != {self.known('/' + written)}: raise Misfit(i)",
            *self.convert(kind, name),
            "i += 2",
        ]

    def closed(self, written: str) -> Iterator[str]:
        """An empty element that is written with an end tag."""
        yield "if tag[-1] != '/':"
        yield f"    if texts[i] or tags[i + 1] != {self.known('/' + written)}: raise Misfit(i)"
        yield "    i += 1"

    def groups(self) -> Iterator[str]:
        """Alternatives: at most one, and one at least where it is required."""
        for group in dict.fromkeys(f.group for f in self.plan.fields if f.group):
            items = [f for f in self.plan.fields if f.group == group]
            total = " + ".join(f"({_local(f)} not in (None, ()))" for f in items)
            least = int(any(f.group_required for f in items))
            yield f"if not {least} <= {total} <= 1: raise Misfit(i)"

    def tail(self) -> Iterator[str]:
        plan = self.plan
        written = self.here.written(plan.tag if plan.is_element else "")
        end = self.known(f"/{written}") if written else "end"
        yield f"if tag != {end}: raise Misfit(i)"
        yield "o = TWIN()"
        if plan.is_message:
            yield "o.edition = EDITION"
        for f in fields_of(plan.cls):
            if f.name == "edition" and plan.is_message:
                continue
            absent = "()" if f.default == () else "None"
            yield f"o.{f.name} = {absent if f.name in plan.absent else _local(f)}"
        yield "o.__class__ = CLS"
        if plan.is_recursive:
            yield "doc.nesting.level -= 1"
        yield "return o, i + 1"


def _may_be_bare(plan: Plan) -> bool:
    """True when an element may be empty, and has no attributes: `<components/>`."""
    needed = any(f.min or f.group_required for f in plan.fields) and not plan.may_be_empty
    return not (needed or plan.attributes or plan.text or plan.is_message or not plan.fields)


def _local(field: FieldPlan | AttributePlan | attrs.Attribute[Any]) -> str:
    """The variable that holds the value of a field."""
    return f"f_{field.name}"


def _in(lines: list[str]) -> list[str]:
    return ["    " + line for line in lines]
