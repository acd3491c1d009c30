"""Which rules can be about a type of message."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from caremsg.codec.plan import plan_of
from caremsg.declare import Edition, Message, declaration, namespaces
from caremsg.declare.rules import RULES, Rule
from caremsg.errors import InputError
from caremsg.messages.apprec import AppRec
from caremsg.messages.dialog_types import DIALOG_TYPES, dialog_type
from caremsg.messages.dialogmelding import Dialogmelding
from caremsg.messages.msghead import MsgHead

from .loading import load_all, load_others

__all__ = ["message_types", "rules_for"]

_RECEIPT = "APPREC"
"""Not in the code system of message types, but what everybody calls it."""
_Type = tuple[type[Message], Any]  # the document, and the part of it that decides the type


def message_types() -> dict[str, list[_Type]]:
    """The documents of every message type, by its code in system 8279."""
    found: dict[str, list[_Type]] = {code: [(Dialogmelding, None)] for code in DIALOG_TYPES}
    for namespace in namespaces():
        for declared in namespace.load().elements.values():
            for cls in declared:
                if issubclass(cls, Message):
                    for code, part in _types_of(cls):
                        found.setdefault(code, []).append((cls, part))
    return dict(sorted(found.items()))


def rules_for(code: str | None = None, edition: Edition | None = None) -> list[str]:
    """The codes of the rules for a message type (`APPREC` too), an edition, or both, in order.

    Raises InputError, with the nearest codes, for a type that is not known.
    """
    load_all()
    load_others()
    types = message_types()
    if code is None:
        chosen = [pair for pairs in types.values() for pair in pairs]
    elif code in types:
        chosen = types[code]
    elif code == _RECEIPT:
        chosen = [(AppRec, None)]
    elif dialog_type(code):
        chosen = [(Dialogmelding, None)]
    else:
        near = get_close_matches(code.upper(), [*types, _RECEIPT], n=3)
        raise InputError(f"no such message type{'; near it are ' if near else ''}{', '.join(near)}")
    found: set[str] = set()
    head: _Type = (MsgHead, None)
    for document, part in chosen if code == _RECEIPT else [*chosen, head]:
        for here in _editions(document):
            if edition is None or here == edition or document is MsgHead:
                found |= {r.kind.code for r in RULES.values() if _fits(r, document, part, here)}
    return sorted(found)


def _types_of(cls: type[Message]) -> list[tuple[str, Any]]:
    own = declaration(cls).message_type
    if own is not None:
        return [(own[0], None)]
    held = {ref.cls for edition in _editions(cls) for ref in plan_of(cls, edition).refs()}
    found = [(declaration(part).message_type, part) for part in held]
    return [(type_[0], part) for type_, part in found if type_ is not None]


def _editions(cls: type[Message]) -> list[Edition]:
    declared = declaration(cls)
    return [e for e in declared.homes[0].editions if declared.exists_in(e)]


def _fits(rule: Rule, document: type[Message], part: Any, edition: Edition) -> bool:
    if rule.editions and edition not in rule.editions:
        return False
    if rule.within and not issubclass(document, rule.within):
        return False
    return any(issubclass(cls, rule.about) for cls in _reached(document, part, edition))


_all_reached: dict[tuple[type[Any], Any, Edition], set[type[Any]]] = {}


def _reached(document: type[Any], part: Any, edition: Edition) -> set[type[Any]]:
    """The classes a document can hold, without the parts that decide another type."""
    key = (document, part, edition)
    if key not in _all_reached:
        found: set[type[Any]] = set()
        todo = [plan_of(document, edition)]
        while todo:
            plan = todo.pop()
            found.add(plan.cls)
            todo += [
                ref.plan
                for ref in plan.refs()
                if ref.cls not in found
                and not (part is not None and _decides(ref.cls) and ref.cls is not part)
            ]
        _all_reached[key] = found
    return _all_reached[key]


def _decides(cls: type[Any]) -> bool:
    return declaration(cls).message_type is not None and not issubclass(cls, Message)
