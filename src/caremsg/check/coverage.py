"""What becomes of every rule of the standard: which code tests it, or why none does.

The ids are those of two digests of the standard's documents, made for this project: one of
the care messages (`PLO-...`), one of the head, acknowledgements, dialogs, messages with
patients, attachments, identifiers and addressing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from attrs import frozen

from caremsg.declare.rules import ELSEWHERE, Reason

from .explaining import explanations

__all__ = ["FAMILIES", "Covered", "coverage", "rule_ids"]

FAMILIES = {
    "PLO-HD": "1-32",
    "PLO-AD": "1-17",
    "PLO-ST": "1-24",
    "PLO-KO": "1-17",
    "PLO-CD": "1-19",
    "PLO-TX": "1-6",
    "PLO-AT": "1-11",
    "PLO-AR": "1-9",
    "PLO-FT": "1-32",
    "PLO-KL": "1-57",
    "PLO-IR": "1-21",
    "PLO-HO": "1-20",
    "PLO-LE": "1-13",
    "PLO-OT": "1-13",
    "PLO-MO": "1-21",
    "PLO-UR": "1-21",
    "PLO-PL": "1-7",
    "PLO-LI": "1-6",
    "PLO-LU": "1-9",
    "PLO-LA": "1-7",
    "PLO-LX": "1-9",
    "PLO-LD": "1-7",
    "PLO-FV": "1-7",
    "PLO-DM": "1-8",
    "PLO-V2": "1-14",
    "PLO-PF": "1-22",
    "DT": "1-25",
    "HEAD": "1-25 30-56 60-74 80-99 110-115 120-124",
    "APP": "1-17 20-49 60-64 70-79",
    "DEC": "1-42",
    "DIA": "1-20 30-56 60-77 80-84 90-98",
    "PAT": "1-17",
    "ATT": "1-17",
    "XH": "1-9",
    "ID": "1-2 10-24",
    "ADR": "1-16",
}
"""The families of rules and their numbers."""


@frozen
class Covered:
    """One rule of the digests."""

    id: str
    codes: tuple[str, ...]
    """The findings that stand for it."""
    reason: Reason | None
    """Why no function tests it, or not all of it."""
    note: str = ""
    """The reason in a sentence."""


def rule_ids() -> Iterator[str]:
    """The id of every rule, in order."""
    for family, ranges in FAMILIES.items():
        for one in ranges.split():
            first, last = map(int, one.split("-"))
            yield from (f"{family}-{number:02}" for number in range(first, last + 1))


def coverage() -> list[Covered]:
    """What becomes of every rule; one that nobody took care of has neither code nor reason."""
    codes: dict[str, list[str]] = defaultdict(list)
    for code, found in explanations().items():
        for id in found.kind.ids:
            codes[id].append(code)
    rows: list[Covered] = []
    for id in rule_ids():
        other = ELSEWHERE.get(id)
        reason, note = (other.reason, other.note) if other is not None else (None, "")
        rows.append(Covered(id, tuple(codes[id]), reason, note))
    return rows
