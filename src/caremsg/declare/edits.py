"""Small changes to a sample message: how a rule shows what is right and what is wrong.

Paths are XPath with the names of the standard and no prefixes: `//Cave`,
`MsgInfo/Patient/Ident[1]`, `//Hendelsekode[@V='1']`. What a change means is here, doing it
is the business of `caremsg.samples`.
"""

from __future__ import annotations

from attrs import frozen

__all__ = [
    "Alone",
    "Attributes",
    "Copy",
    "Drop",
    "Edit",
    "Put",
    "Text",
    "alone",
    "copy",
    "drop",
    "put",
    "text",
    "v",
]


@frozen
class Alone:
    """Let the element that a path finds be the whole document."""

    path: str


@frozen
class Drop:
    """Take every element away that a path finds."""

    path: str


@frozen
class Copy:
    """Repeat the first element that a path finds, right after itself."""

    path: str


@frozen
class Put:
    """Put new elements into the first element that a path finds, as its last children."""

    path: str
    xml: str
    """Elements without prefixes; their namespace is that of `like`, or of where they are put."""
    before: str = ""
    """The name of the child that they stand before, if there is one of that name."""
    after: str = ""
    """The name of a child: they stand after the last of that name. It counts before `before`."""
    like: str = ""
    """A path to an element: the new ones have its namespace."""


@frozen
class Text:
    """Give every element that a path finds another text."""

    path: str
    text: str


@frozen
class Attributes:
    """Give every element that a path finds these attributes; None takes one away."""

    path: str
    values: tuple[tuple[str, str | None], ...]


Edit = Alone | Drop | Copy | Put | Text | Attributes
"""Any of the changes."""


def alone(path: str) -> Alone:
    """Nothing else: `alone("//Content/*")` is a message without its envelope."""
    return Alone(path)


def drop(path: str) -> Drop:
    """Take away: `drop("//Cave")`."""
    return Drop(path)


def copy(path: str) -> Copy:
    """Repeat: `copy("//Startdato")`."""
    return Copy(path)


def put(path: str, xml: str, *, before: str = "", after: str = "", like: str = "") -> Put:
    """Add: `put("MsgInfo", "<Ack V='J' DN='Ja'/>", after="MsgId")`."""
    return Put(path, xml, before, after, like)


def text(path: str, text: str) -> Text:
    """Change a text: `text("MsgInfo/MsgId", "7")`."""
    return Text(path, text)


def v(path: str, **values: str | None) -> Attributes:
    """Change attributes: `v("//Hendelsekode", V="4", DN=None)`."""
    return Attributes(path, tuple(values.items()))
