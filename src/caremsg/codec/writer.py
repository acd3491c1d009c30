"""The text-joining writer: one function per class, compiled on first use.

A writer adds to a list, in turn, a piece of markup and a value: markup never needs
escaping, and all values are escaped in one pass at the end. Markup that no value has
followed yet is handed on: to the writer of a child, and back. A message that does not
fit its edition raises `Misfit`; `audit` then says which fields, and why.

Prefixes are those of the official examples: the components of a message stand without.
"""

from __future__ import annotations

import linecache
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from lxml import etree

from caremsg.declare import Datatype, Edition, Facets, Message, namespace_of
from caremsg.values import Fragment, SpelledBool, escape_attribute, escape_text

from .plan import AttributePlan, Branch, FieldPlan, Open, Plan, Ref, Simple, plan_of
from .reader import simple_test
from .tokens import Misfit

__all__ = ["FRAGMENT_PARSER", "allowed_characters", "fragment_is_sound", "write"]

Writer = Callable[[Any, list[str], str], str]
"""From an object, the pieces so far and the markup waiting, to the markup then waiting."""

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\r")
FRAGMENT_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
_MARKS = '&<>"\r\n\t'
_FREE = ("string", "token")


def write(message: Message) -> bytes:
    """The octets of a message. Raises Misfit unless it fits its edition."""
    out: list[str] = []
    try:
        rest = _write_any(message, out, _DECLARATION)
        return _joined(out, rest)
    except (AttributeError, TypeError, KeyError, ValueError):
        raise Misfit from None


def _joined(out: list[str], rest: str) -> bytes:
    values = "\0".join(out[1::2])
    if not allowed_characters(values, max(len(out) // 2 - 1, 0)):
        raise Misfit
    for mark in _MARKS:
        if mark in values:
            _escape_values(out, values)
            break
    out.append(rest)
    return "".join(out).encode()


def _escape_values(out: list[str], values: str) -> None:
    """Escape the values that need it; few do, so they are looked for in all at once."""
    for index in sorted({index for mark in _MARKS for index in _holding(values, mark)}):
        value = out[index]
        in_attribute = out[index - 1].endswith('="')
        out[index] = escape_attribute(value) if in_attribute else escape_text(value)


def _holding(values: str, mark: str) -> Iterator[int]:
    """The places in the list of the values that hold a mark."""
    index, start = 1, 0
    while (found := values.find(mark, start)) >= 0:
        index += 2 * values.count("\0", start, found)
        yield index
        start = values.find("\0", found)
        if start < 0:
            return


def allowed_characters(text: str, separators: int = 0) -> bool:
    """True when XML can carry every character, but for so many NUL that separate values."""
    try:
        octets = text.encode()
    except UnicodeEncodeError:
        return False
    return (
        len(octets.translate(None, _CONTROLS)) == len(octets) - separators
        and "\ufffe" not in text
        and "\uffff" not in text
    )


def fragment_is_sound(fragment: Fragment) -> bool:
    """True when the text of a fragment is well-formed content."""
    if not ("<" in fragment.xml or "&" in fragment.xml or "]]>" in fragment.xml):
        return allowed_characters(fragment.xml)
    try:
        etree.fromstring(f"<x>{fragment.xml}</x>".encode(), FRAGMENT_PARSER)
    except (etree.XMLSyntaxError, UnicodeEncodeError, ValueError):
        return False
    return "<!DOCTYPE" not in fragment.xml


def _write_any(item: Message | Fragment, out: list[str], m: str) -> str:
    if not isinstance(item, Fragment):
        kind: Any = item.__class__
        return _document_writer(kind, item.edition)(item, out, m)
    if not fragment_is_sound(item) or item.attributes or not item.tag:
        raise Misfit
    return m + item.xml


def _write_open(item: Fragment, out: list[str], m: str) -> str:
    """The attributes and the content of an element that holds open content."""
    if item.__class__ is not Fragment or not fragment_is_sound(item):
        raise Misfit
    for number, (name, value) in enumerate(item.attributes):
        uri, _, local = name[1:].rpartition("}")
        if uri:
            out += (f'{m} xmlns:a{number}="{escape_attribute(uri)}" a{number}:{local}="', value)
        else:
            out += (f'{m} {name}="', value)
        m = '"'
    return f"{m}>{item.xml}"


@cache
def _document_writer(cls: type[Message], edition: Edition) -> Writer:
    """The writer of a whole document: root, namespace declarations, content."""
    plan = plan_of(cls, edition)
    if not plan.is_message or plan.edition != edition:
        raise Misfit
    names = _Names(plan)
    tag = names.written(plan.tag)
    content = _writer(Ref(cls, edition, plan.uri), names)
    start, end = f"<{tag}{names.declarations}", f"</{tag}>"
    if not plan.attributes:
        start += ">"

    def write_document(message: Message, out: list[str], m: str) -> str:
        return content(message, out, m + start) + end

    return write_document


class _Names:
    """How names are written in one document: its prefixes, and what has none."""

    def __init__(self, plan: Plan) -> None:
        self.default = plan.default.uri(plan.edition) if plan.default else None
        self.key = (self.default, plan.tag)
        uris = [plan.uri, *([self.default] if self.default else []), *_reached(plan)]
        self.prefixes = {uri: _prefix(uri) for uri in dict.fromkeys(uris) if _prefix(uri)}
        self.declarations = "".join(
            f' xmlns="{uri}"' if uri == self.default else f' xmlns:{prefix}="{uri}"'
            for uri, prefix in self.prefixes.items()
        )

    def written(self, tag: str) -> str:
        """`{namespace}Name` with its prefix."""
        uri, _, local = tag[1:].rpartition("}")
        return local if uri == self.default else f"{self.prefixes[uri]}:{local}"


def _prefix(uri: str) -> str:
    found = namespace_of(uri)
    return found[0].prefix if found else ""


def _reached(plan: Plan) -> Iterator[str]:
    """Every namespace that elements and attributes of a document can be in."""
    seen: set[Ref] = set()
    waiting = [plan]
    while waiting:
        plan = waiting.pop(0)
        for field in plan.fields:
            yield from (branch.tag[1:].partition("}")[0] for branch in field.branches)
        yield from (a.tag[1:].partition("}")[0] for a in plan.attributes if a.tag[:1] == "{")
        for ref in plan.refs():
            if ref not in seen:
                seen.add(ref)
                waiting.append(ref.plan)


_writers: dict[Any, Writer] = {}


def _writer(ref: Ref, names: _Names) -> Writer:
    key = (ref.cls, ref.edition, ref.uri, names.key)
    found = _writers.get(key)
    if found is None:
        found = _writers[key] = _Emitter(ref.plan, names).compile()
    return found


def _bool_text(value: object) -> str:
    """A boolean that is not simply True or False."""
    if isinstance(value, SpelledBool):
        return value.text
    raise Misfit


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


class _Emitter:
    """Writes the source of one writer, line by line, and compiles it."""

    def __init__(self, plan: Plan, names: _Names) -> None:
        self.plan = plan
        self.within = names
        self.lines: list[str] = []
        self.level = 1
        self.waiting: str | None = None
        """The markup waiting, where it is known already; otherwise the source has it in `m`."""
        self.names: dict[str, Any] = {
            "Misfit": Misfit,
            "CLS": plan.cls,
            "bool_text": _bool_text,
            "write_any": _write_any,
            "write_open": _write_open,
        }

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
        names, within, name = self.names, self.within, self.known(None)

        def first(item: Any, out: list[str], m: str) -> str:
            names[name] = _writer(ref, within)
            return _writer(ref, within)(item, out, m)

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
        elif kind.cls is not bool and (kind.xsd not in _FREE or kind.facets != Facets()):
            self.line(f"if not {self.known(simple_test(kind))}(v): raise Misfit")

    def text_of(self, kind: Simple) -> str:
        if kind.cls is bool:
            return "'true' if v is True else 'false' if v is False else bool_text(v)"
        return "v"
