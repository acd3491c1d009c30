"""What an annotation is made of: members, markers, simple types."""

from __future__ import annotations

import types
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

import attrs

from caremsg.declare import Coded, Edition, Element, Facets, LexicalType, Strength, fields_of
from caremsg.values import Lexical

from .simple import Simple

__all__ = ["Binding", "bindings", "marker", "members", "simple_of", "split_off"]

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


@attrs.frozen
class Binding:
    """Code systems that a value is taken from, in one edition of the class that holds it."""

    systems: tuple[int, ...]
    """Their numbers."""
    strength: Strength
    since: Edition | None = None
    """It holds from this edition of the message around it."""
    before: Edition | None = None
    """It holds in the editions of the message around it that are older than this."""

    def holds_in(self, message: Edition | None) -> bool:
        """True when it holds in a message of an edition; a limit of another family is none."""
        return _reached(self.since, message) is not False and not _reached(self.before, message)


def bindings(
    marks: tuple[Any, ...], edition: Edition | None, held: type[Any] | None = None
) -> tuple[Binding, ...]:
    """The code systems that the markers name for an edition, and for the class that is held.

    A draft obliges nobody: what would be required is preferred in it.
    """
    found: list[Binding] = []
    for mark in marks:
        if not isinstance(mark, Coded):
            continue
        since, before = _reached(mark.since, edition), _reached(mark.before, edition)
        if since is not False and not before:
            strength = mark.strength or _usual(held)
            if edition is not None and edition.experimental and strength is Strength.REQUIRED:
                strength = Strength.PREFERRED
            open_since = mark.since if since is None else None
            open_before = mark.before if before is None else None
            found.append(Binding(mark.systems, strength, open_since, open_before))
    return tuple(found)


def _usual(held: type[Any] | None) -> Strength:
    """Where a message does not say which system it means, the standard must."""
    names_system = held is not None and any(f.name == "system" for f in fields_of(held))
    return Strength.PREFERRED if names_system else Strength.REQUIRED


def _reached(limit: Edition | None, edition: Edition | None) -> bool | None:
    """True when an edition is not older than a limit; None when they cannot be compared."""
    if limit is None or edition is None or limit.family != edition.family:
        return None
    return not edition < limit
