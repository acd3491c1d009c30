"""Interleaved measuring, the arithmetic on it, and the table.

All contenders take turns in every round, and a ratio is the median over the rounds of
ratios taken within a round: what slows the machine for a while slows both sides.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

Samples = dict[str, list[float]]
"""Seconds per call, one figure per round, by contender."""

SLOT = 0.02  # seconds that one contender gets per round


@dataclass(frozen=True)
class Target:
    """What a result should be."""

    limit: float
    at_least: bool = False

    def met(self, value: float) -> bool:
        return value >= self.limit if self.at_least else value <= self.limit


@dataclass(frozen=True)
class Row:
    """One line of the table. Without a value the contender could not be measured."""

    measured: str
    who: str
    value: float | None
    unit: str = "×"
    target: Target | None = None
    note: str = ""

    @property
    def met(self) -> bool | None:
        if self.target is None or self.value is None:
            return None
        return self.target.met(self.value)


def interleave(
    contenders: Mapping[str, Callable[[], object]],
    rounds: int,
    *,
    clock: Callable[[], float] = time.perf_counter,
    slot: float = SLOT,
    tell: Callable[[str], object] = lambda _: None,
) -> Samples:
    """Measure all contenders in turn, each round starting with another one."""
    repeats = {name: _repeats(call, clock, slot) for name, call in contenders.items()}
    gc.collect()
    gc.freeze()  # what the contenders keep is not searched again and again
    samples: Samples = {name: [] for name in contenders}
    names = list(contenders)
    for number in range(rounds):
        tell(f"round {number + 1}/{rounds}")
        shift = number % len(names)
        for name in names[shift:] + names[:shift]:
            samples[name].append(_measure(contenders[name], repeats[name], clock))
    gc.unfreeze()
    return samples


def _repeats(call: Callable[[], object], clock: Callable[[], float], slot: float) -> int:
    """How many calls fill a slot."""
    return max(1, min(10_000, round(slot / max(_measure(call, 1, clock), 1e-9))))


def _measure(call: Callable[[], object], repeats: int, clock: Callable[[], float]) -> float:
    """Seconds per call; one more goes before, since another contender has had the caches."""
    gc.collect()
    call()
    start = clock()
    for _ in range(repeats):
        call()
    return (clock() - start) / repeats


def ratio(samples: Samples, name: str, base: str) -> float:
    """How many times as long as the base: the median of the rounds."""
    pairs = zip(samples[name], samples[base], strict=True)
    return statistics.median(one / other for one, other in pairs)


def rows(
    measured: str, samples: Samples, base: str, targets: Mapping[str, Target] | None = None
) -> list[Row]:
    """One row per contender, as ratios to the base, which stands first."""
    targets = targets or {}
    micros = statistics.median(samples[base]) * 1e6
    found = [Row(measured, base, 1.0, note=f"{micros:,.0f} µs here")]
    for name in samples:
        if name != base:
            value = ratio(samples, name, base)
            found.append(Row(measured, name, value, target=targets.get(name)))
    return found


def faster(
    measured: str, samples: Samples, name: str, than: Sequence[str], target: Target, label: str
) -> Row:
    """How many times faster than the fastest of several settings of a peer."""
    there = [other for other in than if other in samples]
    value = min((ratio(samples, other, name) for other in there), default=None)
    return Row(measured, f"{name}, times faster than {label}", value, target=target)


def figure(value: float | None, unit: str) -> str:
    """A result in words."""
    if value is None:
        return "not installed"
    digits = 2 if abs(value) < 10 else 1 if abs(value) < 100 else 0
    return f"{value:,.{digits}f} {unit}"


def table(found: Iterable[Row]) -> str:
    """The rows as a markdown table."""
    lines = ["| measured | who | result | target | met |", "|---|---|--:|--:|---|"]
    before = ""
    for row in found:
        name = row.measured if row.measured != before else ""
        before = row.measured
        who = f"{row.who} ({row.note})" if row.note else row.who
        lines.append(f"| {name} | {who} | {figure(row.value, row.unit)} | {_target(row)} |")
    return "\n".join(lines)


def _target(row: Row) -> str:
    if row.target is None:
        return " | "
    sign = "≥" if row.target.at_least else "≤"
    met = {True: "yes", False: "**no**", None: "?"}[row.met]
    return f"{sign} {row.target.limit:g} {row.unit} | {met}"
