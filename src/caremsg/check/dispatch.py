"""Which rules are to be called for which class: looked up once for a kind of document."""

from __future__ import annotations

from typing import Any

from caremsg.declare import Edition, Message
from caremsg.declare.rules import RULES, Rule
from caremsg.findings import Direction

from .loading import load, load_others

__all__ = ["Table", "forget", "table_for"]


class Table(dict[type[Any], tuple[Rule, ...]]):
    """The rules by class, for one kind of document in one edition; filled as classes are met."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self._rules = rules

    def __missing__(self, cls: type[Any]) -> tuple[Rule, ...]:
        found = tuple(rule for rule in self._rules if issubclass(cls, rule.about))
        self[cls] = found
        return found


def table_for(
    cls: type[Message], edition: Edition, direction: Direction | None, *, cancels: bool
) -> Table:
    """The rules for a kind of document, without those that do not hold for it."""
    load(cls)
    load_others()
    key = (cls, edition, direction, cancels, len(RULES))  # its length: rules may be added
    if key not in _tables:
        _tables[key] = Table(
            tuple(
                rule
                for _, rule in sorted(RULES.items())
                if (not rule.editions or edition in rule.editions)
                and (not rule.within or issubclass(cls, rule.within))
                and (rule.in_cancellation or not cancels)
                and (direction is None or rule.kind.only in (None, direction))
            )
        )
    return _tables[key]


def forget() -> None:
    """Look all rules up again: some that were known are not declared any more."""
    _tables.clear()


_tables: dict[tuple[type[Message], Edition, Direction | None, bool, int], Table] = {}
