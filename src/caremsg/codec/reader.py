"""The straight-line reader: one function per class, compiled on first use.

It walks the tags of a document in the order of the plan, which checks order, cardinality
and nesting for free, and builds the objects. At the first thing that is not as expected
it gives up with `Misfit`; `judge` then reads the tree and says everything that is wrong.

"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from caremsg.declare import namespace_of
from caremsg.values import Fragment

from .plan import Plan, Ref
from .prefixes import LOCATIONS, NIL, NONE_BOUND, Prefixes
from .reader_source import Reader, ReaderSource
from .roots import other_editions, root_plan
from .safe_xml import Limits
from .tokens import (
    LONGEST_KEPT,
    Misfit,
    Nesting,
    Tokens,
    all_blank,
    attributes_of,
    content_of,
    split,
)

__all__ = ["read", "read_any", "read_class", "read_part"]


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
        reader = _root_reader(start, here)
        if len(start) <= LONGEST_KEPT:
            if len(here.starts) >= 256:
                here.starts.clear()
            here.starts[start] = reader
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
    name = re.split(r"[ \t\n]", start, maxsplit=1)[0]
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
    if not plan.is_message or below.written(plan.tag) != name:
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
    if NIL in node.attrib:
        raise Misfit
    for below in node.iterdescendants(etree.Element):
        if namespace_of(etree.QName(below).namespace or "") is not None:
            raise Misfit  # what is declared is judged, here too
    return content_of(node), doc.end_of(i)


def _reader(ref: Ref, here: Prefixes) -> Reader:
    key = (ref.cls, ref.edition, ref.uri)
    found: Reader | None = here.readers.get(key)
    if found is None:
        if not here.compiles:
            raise Misfit
        found = here.readers[key] = ReaderSource(
            ref.plan, here, lambda child: _reader(child, here), _HELPERS
        ).compile()
    return found


_HELPERS = {"read_any": read_any, "read_open": _read_open}
