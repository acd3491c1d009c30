"""Where in a document a part of a message is: asked only when something is wrong with it."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from caremsg.codec.place import Place
from caremsg.codec.plan import AttributePlan, Plan, Ref, plan_of
from caremsg.codec.safe_xml import Limits, parse
from caremsg.declare import Message
from caremsg.errors import DecodeError
from caremsg.findings import Where
from caremsg.values.node import Node, tag_of

__all__ = ["Places"]

_STEP = re.compile(r"([a-z0-9_]+)(?:\[([0-9]+)\])?")


_Here = tuple[Place, Any, Plan | None]  # a place, the object there, and its plan if it has one


class Places:
    """The places of one document."""

    def __init__(self, message: Message, data: bytes | None, limits: Limits) -> None:
        self._known: dict[str, _Here] = {}
        self._children: dict[tuple[str, str], list[Node]] = {}
        if data is not None:
            try:
                root = parse(data, limits)
            except DecodeError:  # not even a tree: there is only the path
                return
            self._known[""] = Place("", None, root), message, _plan(message)

    def where(self, path: str) -> Where:
        """The place of a path; that of the nearest thing around it, if it is not there."""
        if not self._known:
            return Where(path)
        place, suffix = self._nearest(path)
        return Where(path, place.xpath + suffix, place.node.sourceline)

    def _nearest(self, path: str) -> tuple[Place, str]:
        """The place of a path or of what is around it, and the attribute that is meant."""
        here, done = self._known[""], ""
        for name, index in _STEP.findall(path):
            done += f".{name}[{index}]" if index else f".{name}"
            if done not in self._known:
                place, owner, plan = here
                value: Any = getattr(owner, name, None)
                attribute = next((a for a in _attributes(plan) if a.name == name), None)
                if attribute is not None and value is not None:
                    return place, f"/@{attribute.tag.rpartition('}')[2]}"
                key = (done.rpartition(".")[0], name)
                if key not in self._children:
                    self._children[key] = _children(place.node, plan, name, value)
                below = _step(here, name, value, int(index or 0), self._children[key])
                if below is None:
                    return place, ""
                self._known[done] = below
            here = self._known[done]
        return here[0], ""


def _step(here: _Here, name: str, value: Any, index: int, children: list[Node]) -> _Here | None:
    """One field further down; None when there is no element for it."""
    place, _, plan = here
    if index >= len(children):
        return None
    owner = _items(value)[index]
    return Place(name, place, children[index]), owner, _below(plan, name, owner)


def _plan(message: Message) -> Plan:
    return plan_of(type(message), message.edition)


def _children(node: Node, plan: Plan | None, name: str, value: Any) -> list[Node]:
    """The elements of a field; none when they do not match its values one to one."""
    fields = plan.fields if plan is not None else ()
    field = next((f for f in fields if f.name == name), None)
    if field is None or value is None or value == ():
        return []
    tags = {branch.tag for branch in field.branches}
    found = [
        child
        for child in node.iterchildren(etree.Element)
        if field.wildcard or tag_of(child) in tags
    ]
    return found if len(found) == len(_items(value)) else []


def _items(value: Any) -> tuple[Any, ...]:
    return value if value.__class__ is tuple else (value,)


def _attributes(plan: Plan | None) -> tuple[AttributePlan, ...]:
    return plan.attributes if plan is not None else ()


def _below(plan: Plan | None, name: str, owner: Any) -> Plan | None:
    if isinstance(owner, Message):
        return _plan(owner)
    assert plan is not None, "it has the field"
    field = next(f for f in plan.fields if f.name == name)
    refs = (branch.type for branch in field.branches)
    return next((r.plan for r in refs if isinstance(r, Ref) and r.cls is type(owner)), None)
