"""The straight-line reader: one function per class, compiled on first use.

It expects the elements in the order of the plan, which checks order and cardinality for
free, and builds the objects. At the first thing that is not as expected it gives up with
`Misfit`; `judge` then reads the document again and says everything that is wrong.

Source text is made from declarations only: nothing out of a document gets into it.
"""

from __future__ import annotations

import linecache
import re
from collections.abc import Callable, Iterator
from typing import Any

import attrs

from caremsg.declare import Edition
from caremsg.values import Fragment, SpelledBool
from caremsg.values.lexical import TESTS

from .arrays import Arrays, Misfit, blank
from .plan import AttributePlan, Branch, FieldPlan, Open, Plan, Ref, Simple, plan_of
from .roots import root_plan

__all__ = ["Reader", "read", "reader_of", "simple_test"]

Reader = Callable[..., tuple[Any, int]]

MISFIT = Misfit()
_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
LOCATIONS = frozenset({f"{_XSI}schemaLocation", f"{_XSI}noNamespaceSchemaLocation"})
_BOOLEANS = {"true": True, "false": False}
_ALWAYS = ("string", "token", "anyURI", "URL")

_readers: dict[tuple[type, Edition | None, str], Reader] = {}


def read(arrays: Arrays, plan: Plan) -> Any:
    """The message in a whole document. Raises Misfit unless its shape is right."""
    found, end = reader_of(plan.cls, plan.edition, plan.uri)(
        0, arrays.tags, arrays.texts, arrays.lens, arrays.nodes, arrays
    )
    if end != len(arrays.nodes) or not arrays.all_read():
        raise MISFIT
    return found


def reader_of(cls: type[Any], edition: Edition | None, uri: str) -> Reader:
    """The compiled reader of a class in an edition and namespace."""
    key = (cls, edition, uri)
    found = _readers.get(key)
    if found is None:
        found = _readers[key] = _Emitter(plan_of(cls, edition, uri)).compile()
    return found


def simple_test(simple: Simple) -> Callable[[str], bool]:
    """The test of a text for a simple type, facets and fixed value included."""
    test, facets = TESTS[simple.xsd], simple.facets
    pattern = re.compile(facets.pattern).fullmatch if facets.pattern else None
    least, most = facets.min_length or 0, facets.max_length

    def passes(text: str) -> bool:
        return bool(
            test(text)
            and (simple.fixed is None or text == simple.fixed)
            and (not facets.values or text in facets.values)
            and (pattern is None or pattern(text))
            and least <= len(text)
            and (most is None or len(text) <= most)
        )

    return passes


def read_bool(text: str | None) -> SpelledBool:
    """A boolean in an unusual spelling."""
    if text is None or not TESTS["boolean"](text):
        raise MISFIT
    return SpelledBool(text)


def leaf_reader(plan: Plan) -> tuple[dict[Any, Any], Callable[[Any], Any]]:
    """A cache of equal codes, and what makes a new one from its attributes.

    Equal codes share one object, over messages too: most of a message is codes.
    """
    cache: dict[Any, Any] = {}
    tests = {a.tag: (a.name, simple_test(a.type), a.type.cls) for a in plan.attributes}

    def make(items: tuple[tuple[str, str], ...]) -> Any:
        values = {}
        for tag, text in items:
            if tag not in tests or not tests[tag][1](text):
                raise MISFIT
            name, _, cls = tests[tag]
            values[name] = text if cls is str else cls(text)
        if len(cache) >= 4096:
            cache.clear()
        made = cache[items] = plan.cls(**values)
        return made

    return cache, make


def read_any(
    i: int, tags: Any, texts: Any, lens: Any, nodes: Any, seen: Arrays
) -> tuple[Any, int]:
    """Any element: a message that is declared, or else a fragment."""
    plan = root_plan(tags[i])
    if plan is None or not plan.is_message:
        if plan is not None:
            raise MISFIT
        return seen.element(i), seen.subtree(i)
    return reader_of(plan.cls, plan.edition, plan.uri)(i, tags, texts, lens, nodes, seen)


def check_locations(items: list[tuple[str, str]]) -> None:
    """The only attributes that the root of a document may have beyond its own."""
    for name, _ in items:
        if name not in LOCATIONS:
            raise MISFIT


def twin_of(cls: type[Any]) -> type[Any]:
    """A class of the same layout that can be filled; its objects then become `cls`.

    That is three times as fast as the constructor of a frozen class.
    """
    names = {
        "__slots__": cls.__dict__["__slots__"],
        "__setattr__": object.__setattr__,
        "__init__": object.__init__,
    }
    return type(f"_{cls.__name__}", cls.__bases__, names)


class _Emitter:
    """Writes the source of one reader, line by line, and compiles it."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.lines: list[str] = []
        self.names: dict[str, Any] = {
            "MISFIT": MISFIT,
            "blank": blank,
            "CLS": plan.cls,
            "TWIN": twin_of(plan.cls),
            "BOOL": _BOOLEANS,
            "read_bool": read_bool,
            "read_any": read_any,
            "check_locations": check_locations,
            "of_text": Fragment.of_text,
            "EDITION": plan.edition,
        }

    def compile(self) -> Reader:
        plan = self.plan
        self.lines = ["def read(i, tags, texts, lens, nodes, seen):"]
        self.emit(1, *self.head())
        for item in plan.fields:
            self.emit(1, *self.field(item))
        self.emit(1, *self.groups(), *self.tail())
        source = "\n".join(self.lines)
        name = f"<caremsg reader of {plan.name}, {plan.edition}>"
        linecache.cache[name] = (len(source), None, source.splitlines(True), name)
        exec(compile(source, name, "exec"), self.names)
        made: Reader = self.names["read"]
        return made

    def emit(self, level: int, *lines: str) -> None:
        self.lines += ["    " * level + line for line in lines]

    def known(self, value: Any) -> str:
        """A name in the source for a value of ours."""
        name = f"k{len(self.names)}"
        self.names[name] = value
        return name

    def child(self, ref: Ref) -> str:
        """A name for the reader of a child, which is compiled when it is first met."""
        names = self.names
        name = self.known(None)

        def first(*args: Any) -> tuple[Any, int]:
            names[name] = reader_of(ref.cls, ref.edition, ref.uri)
            return reader_of(ref.cls, ref.edition, ref.uri)(*args)

        names[name] = first
        return name

    # The element itself: its attributes and its text.

    def head(self) -> Iterator[str]:
        plan = self.plan
        if plan.text is None:
            yield "if not lens[i] and texts[i] and not blank(texts[i]): raise MISFIT"
        else:
            yield f"{plan.text.name} = texts[i]"
            yield from self.value_test(plan.text.type, plan.text.name)
        if plan.attributes:
            yield from self.attributes(plan.attributes)
        elif plan.is_message:
            yield "a = nodes[i].items()"
            yield "if a: check_locations(a); seen += a"
        if plan.may_be_empty:
            empty = "CLS(edition=EDITION)" if plan.is_message else "CLS()"
            yield f"if not lens[i]: return {empty}, i + 1"
        required = sum(1 for f in plan.fields if f.min and f.max == 1)
        yield "start = i"
        yield f"count = {required}"
        yield "i += 1"
        yield "tag = tags[i]"

    def attributes(self, items: tuple[AttributePlan, ...]) -> Iterator[str]:
        yield "a = nodes[i].items()"
        yield "seen += a"
        yield "a = dict(a)"
        for item in items:
            yield f"{item.name} = a.pop({item.tag!r}, None)"
            if item.required:
                yield f"if {item.name} is None: raise MISFIT"
            yield f"if {item.name} is not None:"
            yield from _in([*self.value_test(item.type, item.name), "pass"])
        yield "if a: raise MISFIT"

    def value_test(self, simple: Simple, name: str) -> Iterator[str]:
        """Test the text in `name`, and make it a value."""
        if simple.cls is bool:
            yield f"{name} = BOOL[{name}] if {name} in BOOL else read_bool({name})"
            return
        if simple.fixed is not None and simple.facets == _NO_FACETS:
            yield f"if {name} != {simple.fixed!r}: raise MISFIT"
            return
        if simple.facets == attrs.evolve(_NO_FACETS, values=simple.facets.values) != _NO_FACETS:
            yield f"if {name} not in {self.known(frozenset(simple.facets.values))}: raise MISFIT"
            return
        if simple.xsd not in _ALWAYS or simple.fixed is not None or simple.facets != _NO_FACETS:
            passes = self.known(simple_test(simple) if not _plain(simple) else TESTS[simple.xsd])
            yield f"if {name} is None or not {passes}({name}): raise MISFIT"
            if simple.cls is not str:
                yield f"{name} = {self.known(simple.cls)}({name})"
        elif simple.cls is str:
            yield f"{name} = {name} or ''"
        else:
            yield f"{name} = {self.known(simple.cls)}({name} or '')"

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
            lines.append(f"{'el' if number else ''}if tag == {branch.tag!r}:")
            lines += _in(self.value(branch, item.name))
            lines.append("    tag = tags[i]")
            if not item.min:
                lines.append("    count += 1")
        return [*lines, f"else: {'raise MISFIT' if item.min else f'{item.name} = None'}"]

    def many(self, item: FieldPlan) -> list[str]:
        lines = [f"{item.name} = []", "while True:"]
        for number, branch in enumerate(item.branches):
            lines.append(f"    {'el' if number else ''}if tag == {branch.tag!r}:")
            lines += _in(_in([*self.value(branch, "x"), f"{item.name}.append(x)"]))
        lines += ["    else: break", "    tag = tags[i]"]
        return [*lines, *self.counted(item)]

    def run(self, item: FieldPlan) -> list[str]:
        lines = [f"{item.name} = []"]
        for number, branch in enumerate(item.branches):
            lines += [
                f"{'el' if number else ''}if tag == {branch.tag!r}:",
                f"    while tag == {branch.tag!r}:",
                *_in(_in([*self.value(branch, "x"), f"{item.name}.append(x)", "tag = tags[i]"])),
            ]
        return [*lines, *self.counted(item)]

    def counted(self, item: FieldPlan) -> Iterator[str]:
        if item.min:
            yield f"if not {item.name}: raise MISFIT"
        if item.max is not None:
            yield f"if len({item.name}) > {item.max}: raise MISFIT"
        less = int(bool(item.min and item.max == 1))
        yield f"if {item.name}: count += len({item.name}){' - 1' if less else ''}"
        yield f"{item.name} = tuple({item.name})"

    def wildcard(self, item: FieldPlan) -> list[str]:
        return [
            f"{item.name} = []",
            f"while len({item.name}) < lens[start]:",
            "    x, i = read_any(i, tags, texts, lens, nodes, seen)",
            f"    {item.name}.append(x)",
            "tag = tags[i]",
            f"count += len({item.name})",
            f"{item.name} = tuple({item.name})",
        ]

    def value(self, branch: Branch, name: str) -> list[str]:
        """Read the element at `i` into `name`, and move on."""
        kind = branch.type
        if isinstance(kind, Open):
            return [f"{name} = seen.content(i)", "i = seen.subtree(i)"]
        if isinstance(kind, Ref):
            if kind.plan.is_leaf:
                cache, make = map(self.known, leaf_of(kind))
                return [
                    "if texts[i] is not None: raise MISFIT",
                    "a = tuple(nodes[i].items())",
                    "seen += a",
                    f"{name} = {cache}.get(a) or {make}(a)",
                    "i += 1",
                ]
            return [f"{name}, i = {self.child(kind)}(i, tags, texts, lens, nodes, seen)"]
        if kind.in_attribute:
            missing = self.known(kind.cls.MISSING)  # type: ignore[attr-defined]
            return [
                "if texts[i] is not None: raise MISFIT",
                f"{name} = nodes[i].get('V')",
                f"if {name} is None: {name} = {missing}",
                "else:",
                "    seen.append(None)",
                *_in([*self.value_test(kind, name)]),
                "i += 1",
            ]
        return [f"{name} = texts[i]", *self.value_test(kind, name), "i += 1"]

    def groups(self) -> Iterator[str]:
        """Alternatives: at most one, and one at least where it is required."""
        for group in dict.fromkeys(f.group for f in self.plan.fields if f.group):
            items = [f for f in self.plan.fields if f.group == group]
            total = " + ".join(f"({f.name} not in (None, ()))" for f in items)
            least = int(any(f.group_required for f in items))
            yield f"if not {least} <= {total} <= 1: raise MISFIT"

    def tail(self) -> Iterator[str]:
        plan = self.plan
        yield "if lens[start] != count: raise MISFIT"
        yield "o = TWIN()"
        if plan.is_message:
            yield "o.edition = EDITION"
        empty = {f.name: () if str(f.default) == "()" else None for f in attrs.fields(plan.cls)}
        for f in attrs.fields(plan.cls):
            if f.name == "edition" and plan.is_message:
                continue
            value = repr(empty[f.name]) if f.name in plan.absent else f.name
            yield f"o.{f.name} = {value}"
        yield "o.__class__ = CLS"
        yield "return o, i"


_NO_FACETS = Simple("string", str).facets


def _plain(simple: Simple) -> bool:
    return simple.fixed is None and simple.facets == _NO_FACETS


def _in(lines: list[str]) -> list[str]:
    return ["    " + line for line in lines]


_leaves: dict[type, Any] = {}


def leaf_of(ref: Ref) -> Any:
    """One cache for each class of codes."""
    if ref.cls not in _leaves:
        _leaves[ref.cls] = leaf_reader(ref.plan)
    return _leaves[ref.cls]
