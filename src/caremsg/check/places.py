"""Where in a document a part of a message is: asked only when something is wrong with it."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from caremsg.codec.place import Place
from caremsg.codec.plan import Plan, Ref, plan_of
from caremsg.codec.safe_xml import Limits, parse
from caremsg.declare import Message
from caremsg.errors import DecodeError
from caremsg.findings import Where
from caremsg.values.node import Node, tag_of

__all__ = ["Places"]

_STEP = re.compile(r"([a-z0-9_]+)(?:\[([0-9]+)\])?")


class Places:
    """The places of one document."""

    def __init__(self, message: Message, data: bytes | None, limits: Limits) -> None:
        self._root: tuple[Place, Any, Plan] | None = None
        if data is not None:
            try:
                root = parse(data, limits)
            except DecodeError:  # not even a tree: there is only the path
                return
            self._root = (Place("", None, root), message, _plan(message))

    def where(self, path: str) -> Where:
        """The place of a path; that of the nearest thing around it, if it is not there."""
        if self._root is None:
            return Where(path)
        place, owner, plan = self._root
        suffix = ""
        for name, index in _STEP.findall(path):
            value: Any = getattr(owner, name, None)
            attribute = next((a for a in plan.attributes if a.name == name), None)
            if attribute is not None and value is not None:
                suffix = f"/@{attribute.tag.rpartition('}')[2]}"
                break
            node = _child(place.node, plan, name, value, int(index or 0))
            if node is None:
                break
            place = Place(name, place, node)
            owner = _items(value)[int(index or 0)]
            below = _below(plan, name, owner)
            if below is None:
                break
            plan = below
        return Where(path, place.xpath + suffix, place.node.sourceline)


def _plan(message: Message) -> Plan:
    return plan_of(type(message), message.edition)


def _child(node: Node, plan: Plan, name: str, value: Any, index: int) -> Node | None:
    """The element of a field; None when it has none, or when they do not match one to one."""
    field = next((f for f in plan.fields if f.name == name), None)
    if field is None or value is None or value == ():
        return None
    tags = {branch.tag for branch in field.branches}
    found = [
        child
        for child in node.iterchildren(etree.Element)
        if field.wildcard or tag_of(child) in tags
    ]
    count = len(_items(value))
    return found[index] if len(found) == count and index < count else None


def _items(value: Any) -> tuple[Any, ...]:
    return value if value.__class__ is tuple else (value,)


def _below(plan: Plan, name: str, owner: Any) -> Plan | None:
    if isinstance(owner, Message):
        return _plan(owner)
    field = next(f for f in plan.fields if f.name == name)
    refs = (branch.type for branch in field.branches)
    return next((r.plan for r in refs if isinstance(r, Ref) and r.cls is type(owner)), None)
