"""The text-joining writer: one function per class, compiled on first use.

A writer adds to a list, in turn, a piece of markup and a value: markup never needs
escaping, and all values are escaped in one pass at the end. Markup that no value has
followed yet is handed on: to the writer of a child, and back. A message that its edition
has no room for raises `Misfit`; `audit` then says which fields, and why.

Prefixes are those of the official examples: the components of a message stand without.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from caremsg.declare import Edition, Message
from caremsg.values import Fragment, SpelledBool, escape_attribute, is_valid

from .joining import fragment_is_sound, joined
from .plan import Ref, plan_of
from .prefixes import XML
from .tokens import Misfit
from .writer_source import Writer, WriterSource
from .written_names import WrittenNames

__all__ = ["write"]

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def write(message: Message) -> bytes:
    """The octets of a message. Raises Misfit unless it fits its edition."""
    out: list[str] = []
    if not isinstance(message, Message):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise Misfit
    try:
        rest = _write_any(message, out, _DECLARATION)
        return joined(out, rest)
    except (AttributeError, TypeError, KeyError, ValueError):
        raise Misfit from None


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
        if uri == XML:
            out += (f'{m} xml:{local}="', value)
        elif uri:
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
    names = WrittenNames(plan)
    tag = names.written(plan.tag)
    content = _writer(Ref(cls, edition, plan.uri), names)
    start, end = f"<{tag}{names.declarations}", f"</{tag}>"
    if not plan.attributes:
        start += ">"

    def write_document(message: Message, out: list[str], m: str) -> str:
        return content(message, out, m + start) + end

    return write_document


_writers: dict[Any, Writer] = {}


def _writer(ref: Ref, names: WrittenNames) -> Writer:
    key = (ref.cls, ref.edition, ref.uri, names.key)
    found = _writers.get(key)
    if found is None:
        found = _writers[key] = WriterSource(
            ref.plan, names, lambda child: _writer(child, names), _HELPERS
        ).compile()
    return found


def _bool_text(value: object) -> str:
    """A boolean that is not simply True or False."""
    if isinstance(value, SpelledBool) and is_valid("boolean", value.text):
        return value.text
    raise Misfit


_HELPERS = {"bool_text": _bool_text, "write_any": _write_any, "write_open": _write_open}
