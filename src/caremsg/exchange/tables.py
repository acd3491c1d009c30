"""Transition tables: what can happen to a thing, and what it becomes.

A table is data: the exchange steps through it, the documentation is drawn from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Generic, TypeVar

from attrs import frozen

from caremsg.errors import FlowError

__all__ = ["Row", "Table"]

S = TypeVar("S", bound=Enum)
T = TypeVar("T", bound=Enum)


@frozen
class Row(Generic[S, T]):
    """From any of some states, by one step, to another state."""

    sources: tuple[S, ...]
    step: T
    target: S | None
    """None: the state stays what it is, and the step is only written down."""
    note: str = ""
    """Why, or by which rule."""


class Table(Generic[S, T]):
    """All transitions of one kind of thing."""

    def __init__(
        self, name: str, title: str, start: S, final: tuple[S, ...], rows: tuple[Row[S, T], ...]
    ) -> None:
        """`final` are the states that nothing leaves. Raises ValueError for two rows of a step."""
        self.name = name
        self.title = title
        self.start = start
        self.final = final
        self.rows = rows
        pairs = [((source, row.step), row.target) for row in rows for source in row.sources]
        self._by_step = dict(pairs)
        if len(self._by_step) != len(pairs):
            raise ValueError(f"the table {name} has two rows for one step")

    def allows(self, state: S, step: T) -> bool:
        """True when the step can happen in that state."""
        return (state, step) in self._by_step

    def after(self, state: S, step: T) -> S:
        """The state after a step. Raises FlowError when it cannot happen."""
        if (state, step) not in self._by_step:
            raise FlowError(state.value, step.value)
        return self._by_step[state, step] or state

    def arrows(self) -> Iterator[tuple[S, T, S, str]]:
        """Every transition: state, step, state, note."""
        for row in self.rows:
            for source in row.sources:
                yield source, row.step, row.target or source, row.note
