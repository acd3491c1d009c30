"""Drawing a transition table: as a diagram for Mermaid, and as rows for a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import TypeVar

from .tables import Table

__all__ = ["mermaid", "rows"]

S = TypeVar("S", bound=Enum)
T = TypeVar("T", bound=Enum)

_GROUP = "ANY_OF_THESE"


def mermaid(table: Table[S, T]) -> str:
    """A state diagram (`stateDiagram-v2`) of the steps that change something.

    Several steps between the same two states are one arrow. States from which several steps
    lead to the same places stand in a box, and such a step is drawn once, from the box.
    """
    box = _box(table)
    lines = ["stateDiagram-v2"]
    if box:
        lines.append(f'    state "{_words("any-of-these")}" as {_GROUP} {{')
        lines += (f"    {line}" for line in _states(box))
        lines.append("    }")
    lines += _states(state for state in type(table.start) if state not in box)
    lines.append(f"    [*] --> {table.start.name}")
    for (source, target), steps in _arrows(table, box).items():
        lines.append(f"    {source} --> {target} : {', '.join(steps)}")
    lines += (f"    {state.name} --> [*]" for state in table.final)
    return "\n".join(lines)


def rows(table: Table[S, T]) -> list[tuple[str, str, str, str]]:
    """State, step, new state and note of every transition, state by state.

    The new state is empty when the state stays what it is.
    """
    found = list(table.arrows())
    return [
        (state.value, step.value, after.value if after is not state else "", note)
        for one in type(table.start)
        for state, step, after, note in found
        if state is one
    ]


def _words(value: str) -> str:
    """The value of a state or a step as words."""
    return value.replace("-", " ")


def _states(states: Iterable[Enum]) -> Iterator[str]:
    for state in states:
        yield f'    state "{_words(state.value)}" as {state.name}'


def _box(table: Table[S, T]) -> tuple[S, ...]:
    """The most states that two or more steps leave for the same places outside of them."""
    leaving: dict[tuple[S, ...], int] = {}
    for row in table.rows:
        if row.target is not None and row.target not in row.sources and len(row.sources) > 1:
            leaving[row.sources] = leaving.get(row.sources, 0) + 1
    shared = [sources for sources, count in leaving.items() if count > 1]
    return max(shared, key=len, default=())


def _arrows(table: Table[S, T], box: tuple[S, ...]) -> dict[tuple[str, str], list[str]]:
    """The steps between every two states, in the order of the table."""
    found: dict[tuple[str, str], list[str]] = {}
    for row in table.rows:
        if row.target is None:
            continue
        sources = [_GROUP] if box and row.sources == box else [s.name for s in row.sources]
        for source in sources:
            if source != row.target.name:
                found.setdefault((source, row.target.name), []).append(_words(row.step.value))
    return found
