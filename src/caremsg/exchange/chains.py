"""Chains of changes: the last one counts, and a cancellation covers all of them.

What counts is worked out from all messages of a chain that are known, whenever one of them
arrives; so the order in which they arrive does not matter (HISD 1154:2018, 4; HEAD-24).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from .lives import VALIDITY, Validity, ValidityStep
from .records import Happening, Letter

__all__ = ["CHANGES", "chain_of", "in_order", "misfit", "validities"]

CHANGES = ("M", "C", "O")
"""The statuses (7309) that are about an earlier message; `O` is taken for `M` (PLO-ST-01)."""
_PERSONAL = ("FNR", "DNR")


def chain_of(letter: Letter, parent: Letter | None, first: Letter | None) -> str:
    """The first message of the chain that a letter belongs to.

    `parent` and `first` are what it refers to, where that is known and of the same type.
    """
    if letter.change not in CHANGES:
        return letter.key
    if parent is not None:
        return parent.chain
    if first is not None:
        return first.chain
    return letter.conversation or letter.parent or letter.key


def misfit(letter: Letter, earlier: Letter) -> Happening | None:
    """Why a change or a cancellation must not be applied to an earlier message."""
    if not letter.sender & earlier.sender:
        return Happening.FOREIGN_CHANGE
    mine, theirs = _numbers(letter), _numbers(earlier)
    if mine and theirs and not mine & theirs:
        return Happening.OTHER_PATIENT
    return None


def _numbers(letter: Letter) -> set[str]:
    return {i.value for i in letter.patient if i.kind in _PERSONAL}


def validities(chain: Sequence[Letter]) -> Mapping[str, Validity]:
    """What counts among the messages of one chain, by their keys."""
    found = {x.key: Validity.CANCELS if x.change == "C" else Validity.CURRENT for x in chain}
    changes = [letter for letter in in_order(chain) if letter.change != "C"]
    for replaced in changes[:-1]:
        found[replaced.key] = VALIDITY.after(found[replaced.key], ValidityStep.CHANGE)
    if any(letter.change == "C" for letter in chain):
        for letter in changes:
            found[letter.key] = VALIDITY.after(found[letter.key], ValidityStep.CANCEL)
    return found


def in_order(chain: Iterable[Letter]) -> list[Letter]:
    """The messages of a chain as they follow each other: by reference, else by their time."""
    letters = list(chain)
    known = {letter.key: letter for letter in letters}

    def depth(letter: Letter) -> int:
        steps, seen = 0, {letter.key}
        while (before := known.get(letter.parent)) and before.key not in seen:
            seen.add(before.key)
            letter = before
            steps += 1
        return steps

    return sorted(letters, key=lambda x: (x.change in CHANGES, depth(x), x.made or x.at, x.at))
