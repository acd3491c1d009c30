"""Every object of a message, document by document, in the order of the document."""

from __future__ import annotations

from collections.abc import Container, Iterator
from operator import attrgetter
from typing import Any, get_args, get_type_hints

from attrs import frozen

from caremsg.declare import Element, Message, fields_of
from caremsg.declare.element import Datatype
from caremsg.messages.msghead import Content, MsgHead

__all__ = ["DocumentFound", "documents", "parts_of", "paths"]


@frozen(eq=False)
class DocumentFound:
    """One document of a message and the objects it is made of."""

    root: Message
    head: MsgHead | None
    """The envelope it stands in, or is."""
    objects: dict[type[Any], list[Any]]
    """Its objects by class; documents inside of it are not among them."""


def documents(message: Message) -> list[DocumentFound]:
    """The documents of a message: itself first, then those in its envelope."""
    head = message if isinstance(message, MsgHead) else None
    found: list[DocumentFound] = []
    waiting: list[Message] = [message]
    for root in waiting:  # grows while it is walked
        objects, inner = _objects(root)
        found.append(DocumentFound(root, head, objects))
        waiting += inner
    return found


def _objects(root: Message) -> tuple[dict[type[Any], list[Any]], list[Message]]:
    objects: dict[type[Any], list[Any]] = {}
    inner: list[Message] = []
    stack: list[Any] = [root]
    while stack:
        item = stack.pop()
        cls = item.__class__
        if cls in objects:
            objects[cls].append(item)
        else:
            objects[cls] = [item]
        if cls is Content:
            inner += [part for part in item.items if isinstance(part, Message)]
            continue
        get = _children.get(cls) or _getter(cls)
        for value in get(item):
            if value.__class__ is tuple:
                stack += value[::-1]
            elif value is not None:
                stack.append(value)
    return objects, inner


_children: dict[type[Any], Any] = {}


def _getter(cls: type[Any]) -> Any:
    """What gets the parts of an object that are objects, the last first."""
    names = parts_of(cls)[::-1]
    if not names:
        made: Any = _nothing
    elif len(names) == 1:
        one = attrgetter(names[0])
        made = _in_a_tuple(one)
    else:
        made = attrgetter(*names)
    _children[cls] = made
    return made


def _nothing(_: Any) -> tuple[()]:
    return ()


def _in_a_tuple(get: Any) -> Any:
    def get_one(item: Any) -> tuple[Any]:
        return (get(item),)

    return get_one


_parts: dict[type[Any], tuple[str, ...]] = {}


def parts_of(cls: type[Any]) -> tuple[str, ...]:
    """The fields that hold objects of declared classes which are more than a code."""
    if cls not in _parts:
        hints = get_type_hints(cls) if issubclass(cls, Element) else {}
        names = (f.name for f in fields_of(cls)) if hints else ()
        _parts[cls] = tuple(name for name in names if _holds_objects(hints[name]))
    return _parts[cls]


def _holds_objects(kind: Any) -> bool:
    if isinstance(kind, type) and issubclass(kind, Element):
        return not issubclass(kind, Datatype)
    return any(_holds_objects(part) for part in get_args(kind))


def paths(root: Element, wanted: Container[int]) -> Iterator[tuple[int, str]]:
    """The identity and the path of each object whose identity is wanted, in order."""
    stack: list[tuple[Any, Any]] = [(root, None)]  # an object, and its way up: step, way
    while stack:
        item, way = stack.pop()
        if id(item) in wanted:
            yield id(item), _path(way)
        found: list[tuple[Any, Any]] = []
        for name in parts_of(item.__class__):
            value: Any = getattr(item, name)
            if value.__class__ is tuple:
                found += [(one, (name, i, way)) for i, one in enumerate(value)]
            elif value is not None:
                found.append((value, (name, None, way)))
        stack += found[::-1]


def _path(way: Any) -> str:
    steps: list[str] = []
    while way is not None:
        name, index, way = way
        steps.append(name if index is None else f"{name}[{index}]")
    return ".".join(reversed(steps))
