"""What an annotation is made of: members, markers, simple types."""

from __future__ import annotations

import types
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

import attrs

from caremsg.declare import Coded, Element, Facets, LexicalType
from caremsg.values import Lexical

from .simple import Simple

__all__ = ["codes", "marker", "members", "simple_of", "split_off"]

T = TypeVar("T")


def simple_of(kind: Any, marks: tuple[Any, ...]) -> Simple | None:
    """The simple type of an annotation; None for a declared class. Raises TypeError for neither."""
    facets = marker(marks, Facets) or Facets()
    if get_origin(kind) is Literal:
        values = get_args(kind)
        if len(values) == 1:
            return Simple("string", str, facets, fixed=values[0])
        return Simple("string", str, attrs.evolve(facets, values=values))
    if kind is bool:
        return Simple("boolean", bool)
    if kind is str:
        lexical = marker(marks, LexicalType)
        return Simple(lexical.xsd if lexical else "string", str, facets)
    if isinstance(kind, type) and issubclass(kind, Lexical):
        return Simple(kind.XSD, kind, facets)
    if not (isinstance(kind, type) and issubclass(kind, Element)):
        raise TypeError(f"{kind!r} is neither a simple type nor a declared class")
    return None


def split_off(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """An annotation without, and its markers; `Annotated[X | None, ...]` too."""
    metadata = getattr(annotation, "__metadata__", None)
    if metadata is None:
        return annotation, ()
    return annotation.__origin__, metadata


def members(kind: Any) -> list[Any]:
    """The members of a union, without None."""
    if get_origin(kind) in (Union, types.UnionType):
        return [member for member in get_args(kind) if member is not type(None)]
    return [kind]


def marker(marks: tuple[Any, ...], kind: type[T]) -> T | None:
    """The marker of one kind, if there is one."""
    return next((mark for mark in marks if isinstance(mark, kind)), None)


def codes(marks: tuple[Any, ...]) -> tuple[int, ...]:
    """The code systems that the markers name."""
    found = marker(marks, Coded)
    return found.systems if found else ()
