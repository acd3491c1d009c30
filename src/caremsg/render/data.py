"""A message as plain data that JSON can carry, with every value in it.

Fields go by their Python names, those that are not set are left out. Dates and numbers are
the texts that were sent. A code is `code`, `display`, `system`; open content is its `xml`.
`@type` (the XML name) and `@edition` say what a document is, and `@type` which branch of a
choice was taken; the at sign keeps them apart from the fields, some of which are `type`.
"""

from __future__ import annotations

import json
from typing import Any

from caremsg.codec.plan import Plan, Ref, plan_of
from caremsg.declare import Element, Message, declaration
from caremsg.values import TS, URL, Fragment, SpelledBool

__all__ = ["to_data", "to_json"]


def to_data(message: Message) -> dict[str, Any]:
    """The message as dictionaries, lists, texts and booleans."""
    plan = plan_of(type(message), message.edition)
    start = {"@type": plan.name, "@edition": str(message.edition)}
    return {**start, **_fields(message, plan)}


def to_json(message: Message, *, indent: int | None = 2) -> str:
    """The message as JSON; `indent=None` puts it on one line."""
    return json.dumps(to_data(message), ensure_ascii=False, indent=indent)


def _fields(item: Element, plan: Plan) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for simple in (*plan.attributes, plan.text):
        value = getattr(item, simple.name) if simple is not None else None
        if simple is not None and value is not None:
            found[simple.name] = _simple(value)
    for field in plan.fields:
        value = getattr(item, field.name)
        refs = {b.type.cls: b.type.plan for b in field.branches if isinstance(b.type, Ref)}
        choice = len(field.branches) > 1
        if field.many and value:
            found[field.name] = [_value(one, refs, choice) for one in value]
        elif not field.many and value is not None:
            found[field.name] = _value(value, refs, choice)
    return found


def _value(value: Any, refs: dict[type[Any], Plan], choice: bool) -> Any:
    if isinstance(value, Message) and type(value) not in refs:
        return to_data(value)
    if isinstance(value, Element):
        kind = {"@type": declaration(type(value)).name} if choice else {}
        return {**kind, **_fields(value, refs[type(value)])}
    return _simple(value)


def _simple(value: Any) -> Any:
    if isinstance(value, Fragment):
        attributes = {"attributes": dict(value.attributes)} if value.attributes else {}
        return {"xml": value.xml, **attributes}
    if isinstance(value, SpelledBool):
        return bool(value)
    if value is TS.MISSING or value is URL.MISSING:
        return ""
    return value if isinstance(value, bool) else str(value)
