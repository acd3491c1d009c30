"""Codes, which most of a message is made of: equal ones are one object."""

from __future__ import annotations

from typing import Any

from .plan import Plan, Ref
from .simple import simple_test
from .tokens import LONGEST_KEPT, Misfit, attributes_of

__all__ = ["Leaves", "known_leaf", "leaves_of"]


class Leaves:
    """Codes by their tag as written: equal codes share one object, over messages too."""

    def __init__(self, plan: Plan) -> None:
        self.cls = plan.cls
        self.known: dict[str, Any] = {}
        self.tests = {a.tag: (a.name, simple_test(a.type), a.type.cls) for a in plan.attributes}
        self.required = {a.name for a in plan.attributes if a.required}

    def make(self, tag: str, i: int) -> Any:
        """The code in a tag that was not met before, and is the one at an index."""
        values = {}
        for name, text in attributes_of(tag).items():
            if name not in self.tests or not self.tests[name][1](text):
                raise Misfit(i)
            field, _, cls = self.tests[name]
            values[field] = text if cls is str else cls(text)
        if not self.required <= values.keys():
            raise Misfit(i)
        made = self.cls(**values)
        if len(tag) <= LONGEST_KEPT:
            if len(self.known) >= 8192:
                self.known.clear()
            self.known[tag] = made
        return made


_leaves: dict[type, Leaves] = {}


def leaves_of(ref: Ref) -> Leaves:
    """The codes of one class."""
    if ref.cls not in _leaves:
        _leaves[ref.cls] = Leaves(ref.plan)
    return _leaves[ref.cls]


def known_leaf(ref: Ref, tag: str) -> Any | None:
    """The code in an empty-element tag that was met before."""
    leaves = _leaves.get(ref.cls)
    return leaves.known.get(tag) if leaves is not None and tag[-1] == "/" else None
