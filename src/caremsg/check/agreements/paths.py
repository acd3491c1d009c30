"""Paths by the names of the standard, from a message to its parts.

`MsgInfo/Patient/DateOfBirth` begins in the head, `Innleggelsesrapport/Cave` with a document,
and `//Notat` fits at any depth of either.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from caremsg.codec.plan import place
from caremsg.declare import Element, Message
from caremsg.messages.msghead import Content, MsgHead

from .shapes import MARK, below, doors, fields, known

__all__ = ["Found", "documents_with", "follow", "roots_of"]


@frozen
class Found:
    """Something a path leads to."""

    value: Any
    """None when it is not there."""
    path: str
    """The Python path from the message."""
    owner: Any
    """The object that has it as a field."""
    root: Message
    """The document it is in."""

    @property
    def possible(self) -> bool:
        """False when the edition of the document does not have the field."""
        name = self.path.rpartition(".")[2].partition("[")[0]
        cls = _class(self.owner)
        return name not in place(cls, self.root.edition, "").plan.absent


def _class(item: object) -> type[Any]:
    return type(item)


def roots_of(message: Message) -> Iterator[tuple[Message, str]]:
    """A message and the documents in it, each with its Python path."""
    yield message, ""
    if isinstance(message, MsgHead):
        for i, document in enumerate(message.innhold):
            content = getattr(getattr(document, "ref_doc", None), "content", None)
            for j, item in enumerate(content.items if isinstance(content, Content) else ()):
                if isinstance(item, Message):
                    yield item, f"innhold[{i}].ref_doc.content.items[{j}]"


def documents_with(message: Message, path: str) -> Iterator[str]:
    """The Python paths of the documents in a message in which a path can lead to something."""
    for root, at in roots_of(message):
        cls = _class(root)
        if known(cls, path):
            yield at


def follow(message: Message, path: str) -> Iterator[Found]:
    """Everything in a message that a path leads to, in the order of the standard.

    The last step leads to what is missing too, where its parent is there. A single parent
    that is missing is passed as missing; of repeated ones only those that are there count.
    """
    seen: set[str] = set()  # `//A//B` may come to one B by several A
    for root, at in roots_of(message):
        cls = _class(root)
        steps = below(cls, path)
        for value, here, owner in _follow(root, at, steps) if steps is not None else ():
            if here not in seen:
                seen.add(here)
                yield Found(value, here, owner, root)


_Step = tuple[Any, str, Any]  # a value, its path, and the object that has it


def _follow(owner: Any, at: str, steps: tuple[str, ...]) -> Iterator[_Step]:
    if steps[0] == MARK:
        yield from _anywhere(owner, at, steps[1:])
        return
    cls = _class(owner)
    for door in fields(cls).get(steps[0], ()):
        value: Any = getattr(owner, door.name, None)
        here = f"{at}.{door.name}" if at else door.name
        items: tuple[Any, ...] = value if value.__class__ is tuple else ()
        for i, item in enumerate(items):
            if door.kind is None or isinstance(item, door.kind):
                yield from _onwards(item, f"{here}[{i}]", steps[1:], owner)
        if value.__class__ is not tuple:
            fits = value is not None and (door.kind is None or isinstance(value, door.kind))
            yield from _onwards(value if fits else None, here, steps[1:], owner)
        elif not items and len(steps) == 1:
            yield None, here, owner


def _onwards(value: Any, at: str, steps: tuple[str, ...], owner: Any) -> Iterator[_Step]:
    if not steps or value is None:
        yield value, at, owner
    else:
        yield from _follow(value, at, steps)


def _anywhere(owner: Any, at: str, steps: tuple[str, ...]) -> Iterator[_Step]:
    """The rest of a path, at this object and at everything below; missing ones do not count."""
    cls = _class(owner)
    if steps[0] in fields(cls):
        yield from (found for found in _follow(owner, at, steps) if found[0] is not None)
    for name in doors(cls, steps[0]) if not isinstance(owner, Content) else ():
        value: Any = getattr(owner, name, None)
        several: tuple[Any, ...] = value if value.__class__ is tuple else (value,)
        for i, item in enumerate(several):
            if isinstance(item, Element):
                here = f"{at}.{name}" if at else name
                here = f"{here}[{i}]" if value.__class__ is tuple else here
                yield from _anywhere(item, here, steps)
