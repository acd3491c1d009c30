"""The markers that stand in `Annotated[...]`, for what types alone do not tell."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, overload

from attrs import frozen

from .edition import Edition
from .namespace import Namespace

__all__ = [
    "Attribute",
    "Choice",
    "Coded",
    "Facets",
    "LexicalType",
    "Named",
    "Oid",
    "Removed",
    "Required",
    "Since",
    "Single",
    "Strength",
    "TextContent",
    "Token",
    "attribute",
    "choice",
    "coded",
    "facets",
    "named",
    "removed",
    "required",
    "since",
    "single",
    "text",
]


@frozen
class Since:
    """This edition is the first that has the field or branch."""

    edition: Edition


@frozen
class Removed:
    """This edition is the first that no longer has the field or branch."""

    edition: Edition


@frozen
class Required:
    """`None` to Python, obligatory in these editions, or in all if none is named."""

    since: Edition | None = None
    before: Edition | None = None


@frozen
class Single:
    """A tuple to Python, but editions before this one have room for one item only."""

    before: Edition


@frozen
class Named:
    """What it is called in XML, if `names` would give something else."""

    name: str


@frozen
class Attribute:
    """An XML attribute, in a namespace or (as usual) in none."""

    namespace: Namespace | None = None

    def __call__(self, namespace: Namespace) -> Attribute:
        """The same in a namespace: `attribute(META)`."""
        return Attribute(namespace)


@frozen
class TextContent:
    """The text of the element itself."""


@frozen
class Choice:
    """Neighbouring fields with the same group are alternatives: at most one is set."""

    group: str
    required: bool = False


class Strength(Enum):
    """How much the standard insists on a code system."""

    REQUIRED = "required"
    """The code is of that system, or of another that is bound to the field."""
    PREFERRED = "preferred"
    """The standard names the system, and does not exclude others."""
    EXAMPLE = "example"
    """The system was named as an example, or seen in official messages."""


@frozen
class Coded:
    """The code systems that have the value, by number, and in which editions."""

    systems: tuple[int, ...]
    strength: Strength | None = None
    """None: required where a message has no room for the name of a system, or else preferred."""
    since: Edition | None = None
    before: Edition | None = None


@frozen
class LexicalType:
    """The XML Schema simple type of a plain `str`."""

    xsd: str


@frozen
class Facets:
    """Limits on a text, as in XML Schema."""

    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    """A regular expression for the whole text."""
    values: tuple[str, ...] = ()
    """The only values allowed."""


attribute = Attribute()
text = TextContent()

Token = Annotated[str, LexicalType("token")]
"""A text in which white space has no meaning."""
Oid = Annotated[str, LexicalType("oid")]
"""An object identifier, `2.16.578.1.12.4.1.1.9051`."""


def since(edition: Edition) -> Since:
    """From this edition on."""
    return Since(edition)


def removed(edition: Edition) -> Removed:
    """Up to, not in, this edition."""
    return Removed(edition)


@overload
def required() -> Required: ...
@overload
def required(*, since: Edition) -> Required: ...
@overload
def required(*, before: Edition) -> Required: ...
def required(*, since: Edition | None = None, before: Edition | None = None) -> Required:
    """Must be there in these editions, though Python allows it to be left out."""
    return Required(since, before)


def single(*, before: Edition) -> Single:
    """At most one in the editions before this one."""
    return Single(before)


def named(name: str) -> Named:
    """The XML name."""
    return Named(name)


def choice(group: str, *, required: bool = False) -> Choice:
    """One of the neighbouring fields with the same group; `required` if one must be set."""
    return Choice(group, required)


def coded(
    *systems: int,
    strength: Strength | None = None,
    since: Edition | None = None,
    before: Edition | None = None,
) -> Coded:
    """Taken from these code systems; several such markers add up.

    An edition is one of the class itself or, for what stands in messages of several
    families, of the message around it: `coded(9078, before=PLO_1_6)`.
    """
    return Coded(systems, strength, since, before)


def facets(
    *,
    min_length: int | None = None,
    max_length: int | None = None,
    pattern: str | None = None,
    values: tuple[str, ...] = (),
) -> Facets:
    """Limits on a text."""
    return Facets(min_length, max_length, pattern, values)
