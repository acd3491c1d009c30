"""The straight-line reader: one function per class, compiled on first use.

It walks the tags of a document in the order of the plan, which checks order, cardinality
and nesting for free, and builds the objects. At the first thing that is not as expected
it gives up with `Misfit`; `judge` then reads the tree and says everything that is wrong.

Source text is made from declarations only: what comes out of a document (its prefixes)
is reached by name and never becomes source.
"""

from __future__ import annotations

import linecache
import re
from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from caremsg.declare import Facets, fields_of, namespace_of
from caremsg.values import Fragment, SpelledBool
from caremsg.values.lexical import SHAPES, TESTS, collapsed

from .plan import AttributePlan, Branch, FieldPlan, Open, Plan, Ref, Simple
from .prefixes import LOCATIONS, NONE_BOUND, Prefixes
from .roots import other_editions, root_plan
from .safe_xml import Limits
from .tokens import Misfit, Nesting, Tokens, all_blank, attributes_of, content_of, split, unescape

__all__ = ["LOCATIONS", "known_leaf", "read", "read_any", "read_class", "read_part", "simple_test"]

Reader = Callable[..., tuple[Any, int]]

_BOOLEANS = {"true": True, "false": False}
_FREE = ("string", "token")
_NO_FACETS = Facets()


def read(tokens: Tokens) -> Any:
    """The message in a whole document. Raises Misfit unless its shape is right."""
    found, end = read_any(0, tokens.tags, tokens.texts, tokens, NONE_BOUND)
    if end != len(tokens.texts) or isinstance(found, Fragment) or not tokens.all_read():
        raise Misfit
    return found


def read_part(text: str, plan: Plan, here: Prefixes) -> Any:
    """The object of one element, from its text alone. Raises Misfit unless it is as expected."""
    tags, texts = split(text)
    if tags[0] != here.written(plan.tag):
        raise Misfit
    found, _ = _reader(Ref(plan.cls, plan.edition, plan.uri), here)(0, tags, texts, _Part())
    if not all_blank(texts):
        raise Misfit
    return found


class _Part:
    """Stands for the document where only a part of it is read."""

    def __init__(self) -> None:
        self.nesting = Nesting(Limits())


def read_any(
    i: int, tags: list[str], texts: list[str], doc: Tokens, here: Prefixes
) -> tuple[Any, int]:
    """Any element: a message that is declared, or else a fragment."""
    start = tags[i]
    reader = here.starts.get(start)
    if reader is None:
        if len(here.starts) >= 256:
            here.starts.clear()
        reader = here.starts[start] = _root_reader(start, here)
    return reader(i, tags, texts, doc)


def read_class(
    i: int, tags: list[str], texts: list[str], doc: Tokens, here: Prefixes, ref: Ref
) -> tuple[Any, int]:
    """An element of a class. Raises Misfit unless its start tag is written as usual."""
    start = tags[i]
    if start.endswith("/") or "xmlns" in start or (" " in start and not ref.plan.attributes):
        raise Misfit
    return _reader(ref, here)(i, tags, texts, doc)


def _root_reader(start: str, here: Prefixes) -> Reader:
    """The reader of a document inside another, from its start tag."""
    if start.endswith("/"):
        raise Misfit
    attributes = attributes_of(start)
    below = here.with_declared(attributes)
    name = re.split(r"\s", start, maxsplit=1)[0]
    plan = root_plan(below.meant(name))
    if plan is None:
        uri = below.meant(name).rpartition("}")[0][1:]
        if namespace_of(uri) or other_editions(uri):
            raise Misfit
        return _read_fragment
    locations = [below.written_attribute(name) for name in LOCATIONS]
    own = [below.written_attribute(a.tag) for a in plan.attributes]
    for item in attributes:
        if not (item in locations or item in own or item == "xmlns" or item.startswith("xmlns:")):
            raise Misfit
    if not plan.is_message:
        raise Misfit
    return _reader(Ref(plan.cls, plan.edition, plan.uri), below)


def _read_fragment(i: int, tags: Any, texts: list[str], doc: Tokens) -> tuple[Fragment, int]:
    doc.kept += 1
    return doc.element(i), doc.end_of(i)


def _read_open(
    i: int, tags: list[str], texts: list[str], doc: Tokens, name: str
) -> tuple[Fragment, int]:
    """Open content: nearly always plain text."""
    plain = tags[i] == name and tags[i + 1] == f"/{name}" and not doc.commented
    if plain and "&" not in texts[i]:
        found, texts[i] = Fragment(texts[i]), ""
        return found, i + 2
    if "xmlns" in tags[i]:
        raise Misfit
    node = doc.node(i)
    for below in node.iterdescendants(etree.Element):
        if namespace_of(etree.QName(below).namespace or "") is not None:
            raise Misfit  # what is declared is judged, here too
    return content_of(node), doc.end_of(i)


def _reader(ref: Ref, here: Prefixes) -> Reader:
    key = (ref.cls, ref.edition, ref.uri)
    found: Reader | None = here.readers.get(key)
    if found is None:
        found = here.readers[key] = _Emitter(ref.plan, here).compile()
    return found


def simple_test(simple: Simple) -> Callable[[str], object]:
    """The test of a text for a simple type, facets and fixed value included."""
    test, facets = TESTS[simple.xsd], simple.facets
    if simple.fixed is None and facets == _NO_FACETS:
        return test
    pattern = re.compile(facets.pattern).fullmatch if facets.pattern else None
    least, most = facets.min_length or 0, facets.max_length
    shape = SHAPES.get(simple.xsd, str)
    values = {shape(value) for value in facets.values}
    keeps_blanks = simple.xsd == "string" or facets == _NO_FACETS

    def passes(text: str) -> bool:
        if not keeps_blanks:
            text = collapsed(text)
        return bool(
            test(text)
            and (simple.fixed is None or text == simple.fixed)
            and (not facets.values or shape(text) in values)
            and (pattern is None or pattern(text))
            and least <= len(text)
            and (most is None or len(text) <= most)
        )

    return passes


def _read_bool(text: str) -> SpelledBool:
    """A boolean in an unusual spelling."""
    if not TESTS["boolean"](text):
        raise Misfit
    return SpelledBool(text)


def _flat(tag: str, start: int) -> str:
    """The attribute `V` of an empty element; its usual start has been seen to be there."""
    if tag.endswith('"/') and "&" not in tag and tag.find('"', start) == len(tag) - 2:
        return tag[start:-2]
    attributes = attributes_of(tag)
    if attributes.keys() != {"V"}:
        raise Misfit
    return attributes["V"]


class _Leaves:
    """Codes by their tag as written: equal codes share one object, over messages too."""

    def __init__(self, plan: Plan) -> None:
        self.cls = plan.cls
        self.known: dict[str, Any] = {}
        self.tests = {a.tag: (a.name, simple_test(a.type), a.type.cls) for a in plan.attributes}
        self.required = {a.name for a in plan.attributes if a.required}

    def make(self, tag: str) -> Any:
        """The code in a tag that was not met before."""
        values = {}
        for name, text in attributes_of(tag).items():
            if name not in self.tests or not self.tests[name][1](text):
                raise Misfit
            field, _, cls = self.tests[name]
            values[field] = text if cls is str else cls(text)
        if not self.required <= values.keys():
            raise Misfit
        if len(self.known) >= 8192:
            self.known.clear()
        made = self.known[tag] = self.cls(**values)
        return made


_leaves: dict[type, _Leaves] = {}


def known_leaf(ref: Ref, tag: str) -> Any | None:
    """The code in an empty-element tag that was met before."""
    leaves = _leaves.get(ref.cls)
    return leaves.known.get(tag) if leaves is not None and tag[-1] == "/" else None


def _twin(cls: type[Any]) -> type[Any]:
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

    def __init__(self, plan: Plan, here: Prefixes) -> None:
        self.plan = plan
        self.here = here
        self.names: dict[str, Any] = {
            "Misfit": Misfit,
            "BOOL": _BOOLEANS,
            "CLS": plan.cls,
            "EDITION": plan.edition,
            "HERE": here,
            "TWIN": _twin(plan.cls),
            "attributes_of": attributes_of,
            "flat": _flat,
            "read_any": read_any,
            "read_bool": _read_bool,
            "read_open": _read_open,
            "unescape": unescape,
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
        names, here, name = self.names, self.here, self.known(None)

        def first(*args: Any) -> tuple[Any, int]:
            names[name] = _reader(ref, here)
            return _reader(ref, here)(*args)

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
            yield f"{plan.text.name} = texts[i]"
            yield "texts[i] = ''"
            yield from self.convert(plan.text.type, plan.text.name)
        yield "i += 1"
        yield "tag = tags[i]"

    def attributes(self, items: tuple[AttributePlan, ...]) -> Iterator[str]:
        yield "a = attributes_of(tags[i])"
        for item in items:
            written = self.known(self.here.written_attribute(item.tag))
            yield f"{item.name} = a.pop({written}, None)"
            if item.required:
                yield f"if {item.name} is None: raise Misfit(i)"
            yield f"if {item.name} is not None:"
            yield from _in([*self.convert(item.type, item.name, escaped=False), "pass"])
        lawful = " and not HERE.declares(a)" if self.plan.is_message else ""
        yield f"if a{lawful}: raise Misfit(i)"

    def convert(self, simple: Simple, name: str, *, escaped: bool = True) -> Iterator[str]:
        """Test the text in `name`, and make it a value."""
        facets = simple.facets
        if escaped:
            yield f"if '&' in {name}: {name} = unescape({name})"
        if simple.cls is bool:
            yield f"{name} = BOOL[{name}] if {name} in BOOL else read_bool({name})"
        elif simple.fixed is not None:
            yield f"if {name} != {simple.fixed!r}: raise Misfit(i)"
        elif facets.values and simple.xsd == "string":
            yield f"if {name} not in {self.known(frozenset(facets.values))}: raise Misfit(i)"
        elif simple.xsd not in _FREE or facets != _NO_FACETS:
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
            lines += _in([*self.value(branch, item.name), "tag = tags[i]"])
        return [*lines, f"else: {'raise Misfit(i)' if item.min else f'{item.name} = None'}"]

    def many(self, item: FieldPlan) -> list[str]:
        lines: list[str] = []
        for number, branch in enumerate(item.branches):
            lines.append(f"{'el' if number else ''}if {self.stands(branch)}:")
            lines += _in([*self.value(branch, "x"), f"{item.name}.append(x)"])
        return [
            f"{item.name} = []",
            "while True:",
            *_in([*lines, "else: break", "tag = tags[i]"]),
            *self.counted(item),
        ]

    def run(self, item: FieldPlan) -> list[str]:
        lines = [f"{item.name} = []"]
        for number, branch in enumerate(item.branches):
            body = [*self.value(branch, "x"), f"{item.name}.append(x)", "tag = tags[i]"]
            stands = self.stands(branch)
            lines += [
                f"{'el' if number else ''}if {stands}:",
                *_in([f"while {stands}:", *_in(body)]),
            ]
        return [*lines, *self.counted(item)]

    def counted(self, item: FieldPlan) -> Iterator[str]:
        if item.min:
            yield f"if not {item.name}: raise Misfit(i)"
        if item.max is not None:
            yield f"if len({item.name}) > {item.max}: raise Misfit(i)"
        yield f"{item.name} = tuple({item.name})"

    def wildcard(self, item: FieldPlan) -> list[str]:
        return [
            f"{item.name} = []",
            "while tag[:1] != '/':",
            "    x, i = read_any(i, tags, texts, doc, HERE)",
            f"    {item.name}.append(x)",
            "    tag = tags[i]",
            f"{item.name} = tuple({item.name})",
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
        return f"tag == {self.known(written)}"

    def value(self, branch: Branch, name: str) -> list[str]:
        """Read the element at `i` into `name`, and move on."""
        kind = branch.type
        written = self.here.written(branch.tag) or ""
        if isinstance(kind, Open):
            known = self.known(written)
            return [f"{name}, i = read_open(i, tags, texts, doc, {known})"]
        if isinstance(kind, Ref):
            if not kind.plan.is_leaf:
                return [f"{name}, i = {self.child(kind)}(i, tags, texts, doc)"]
            leaves = _leaves.setdefault(kind.cls, _Leaves(kind.plan))
            get, make = self.known(leaves.known.get), self.known(leaves.make)
            return [f"{name} = {get}(tag) or {make}(tag)", *self.closed(written), "i += 1"]
        if kind.in_attribute:
            size = len(written) + len(' V="')
            return [
                f"{name} = flat(tag, {size})",
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
            total = " + ".join(f"({f.name} not in (None, ()))" for f in items)
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
            yield f"o.{f.name} = {absent if f.name in plan.absent else f.name}"
        yield "o.__class__ = CLS"
        if plan.is_recursive:
            yield "doc.nesting.level -= 1"
        yield "return o, i + 1"


def _in(lines: list[str]) -> list[str]:
    return ["    " + line for line in lines]
