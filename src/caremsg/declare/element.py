"""How classes are declared: as elements, as types, as messages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, TypeVar, dataclass_transform

import attrs

from .edition import Edition
from .namespace import Namespace

__all__ = [
    "Datatype",
    "Declaration",
    "Element",
    "Message",
    "base",
    "complex_type",
    "declaration",
    "element",
    "fields_of",
]

C = TypeVar("C", bound=type)


@attrs.frozen
class Declaration:
    """What a decorator says about its class."""

    name: str
    """The XML name."""
    homes: tuple[Namespace, ...]
    """Its namespace. A type may have several: that of its holder counts, or else the first."""
    is_element: bool
    since: Edition | None = None
    removed: Edition | None = None
    may_be_empty: bool = False
    """The whole content may be left out, and only as a whole."""
    default: Namespace | None = None
    """For a message: the namespace that is written without a prefix below its root."""
    message_type: tuple[str, str] | None = None
    """For what decides the kind of a message: its code in system 8279, and what that is called."""

    def exists_in(self, edition: Edition | None) -> bool:
        """True when the class is part of an edition."""
        if edition is None or edition not in self.homes[0].editions:
            return True
        return not (
            (self.since is not None and edition < self.since)
            or (self.removed is not None and not edition < self.removed)
        )


class Element:
    """What every class of the standard is made from. It holds nothing and does nothing."""

    __slots__ = ()
    __declaration__: ClassVar[Declaration]

    def __repr__(self) -> str:
        """Which fields have a value, by name; never the values."""
        names = (f.name for f in fields_of(type(self)))
        shown = [name for name in names if getattr(self, name, None) not in (None, ())]
        return f"<{type(self).__name__}: {', '.join(shown) or 'empty'}>"


@dataclass_transform(frozen_default=True, kw_only_default=True)
def base(cls: C) -> C:
    """Fields that several classes begin with; not a part of the standard by itself."""
    made: C = attrs.frozen(
        cls, slots=True, kw_only=True, repr=False, order=False, weakref_slot=False
    )
    return made


def _define(cls: C, declared: Declaration) -> C:
    cls.__declaration__ = declared  # type: ignore[attr-defined]
    return base(cls)


@dataclass_transform(frozen_default=True, kw_only_default=True)
def element(
    namespace: Namespace,
    *,
    name: str | None = None,
    since: Edition | None = None,
    removed: Edition | None = None,
    may_be_empty: bool = False,
    default: Namespace | None = None,
    message_type: tuple[str, str] | None = None,
) -> Callable[[C], C]:
    """Declare an element that may stand anywhere, under the name of its class."""

    def wrap(cls: C) -> C:
        xml_name = name or cls.__name__
        made = _define(
            cls,
            Declaration(
                xml_name, (namespace,), True, since, removed, may_be_empty, default, message_type
            ),
        )
        namespace.add(xml_name, made)
        return made

    return wrap


@dataclass_transform(frozen_default=True, kw_only_default=True)
def complex_type(
    namespace: Namespace,
    *more: Namespace,
    name: str | None = None,
    since: Edition | None = None,
    removed: Edition | None = None,
    may_be_empty: bool = False,
) -> Callable[[C], C]:
    """Declare a type, which is named by whoever holds it."""

    def wrap(cls: C) -> C:
        homes = (namespace, *more)
        return _define(
            cls, Declaration(name or cls.__name__, homes, False, since, removed, may_be_empty)
        )

    return wrap


@base
class Message(Element):
    """A document of its own: may be the root, or stand in an envelope."""

    edition: Edition
    """The edition it is written in."""


@base
class Datatype(Element):
    """A type that has attributes only, like a code; it remembers how it is written."""

    _markup: str | None = attrs.field(init=False, default=None, eq=False)


def fields_of(cls: type[Any]) -> tuple[attrs.Attribute[Any], ...]:
    """The fields of a declared class, in order."""
    return tuple(f for f in attrs.fields(cls) if f.init)


def declaration(cls: type[Any]) -> Declaration:
    """What was declared about a class. Raises TypeError if nothing was."""
    found = cls.__dict__.get("__declaration__")
    if not isinstance(found, Declaration):
        raise TypeError(f"{cls.__name__} is not declared as an element or a type")
    return found
