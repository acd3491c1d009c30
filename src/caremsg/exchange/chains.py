"""Chains of changes: the last one counts, and a cancellation covers all of them.

What counts is worked out from all messages that are known, and from nothing else, whenever
one of them arrives; so it does not matter in which order they arrive (HISD 1154:2018, 4;
HEAD-24). A change belongs to the message it follows (RefToParent), or when that is not known
to the original (RefToConversation).
"""

from __future__ import annotations

import datetime as dt
import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping

from attrs import evolve

from .lives import VALIDITY, Validity, ValidityStep
from .records import Happening, Letter

__all__ = ["CHANGES", "in_order", "judged", "misfit"]

CHANGES = ("M", "C", "O")
"""The statuses (7309) that are about an earlier message; `O` is taken for `M` (PLO-ST-01)."""
_PERSONAL = ("FNR", "DNR")
_LAST = dt.datetime.max.replace(tzinfo=dt.UTC)


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


def judged(letters: Iterable[Letter]) -> dict[str, Letter]:
    """The messages, of one direction and type, with their chain and what counts, by key."""
    known = {letter.key: letter for letter in letters}
    chains: dict[str, list[Letter]] = defaultdict(list)
    lost: dict[str, list[Letter]] = defaultdict(list)
    for key in sorted(known):
        root, end = _root(known[key], known)
        if root is not None:
            chains[root.key].append(known[key])
        else:
            lost[end].append(known[key])
    for end, members in lost.items():
        for number, group in enumerate(_alike(members)):
            chains[end if not number else f"{end} {number}"] += group
    found: dict[str, Letter] = {}
    for chain, members in chains.items():
        now = _validities(members)
        found |= {x.key: evolve(x, chain=chain, validity=now[x.key]) for x in members}
    return found


def _before(letter: Letter, known: Mapping[str, Letter]) -> Letter | None:
    """The message that a change follows, when it is known and the change may be applied to it."""
    for key in (letter.parent, letter.conversation):
        other = known.get(key)
        if other is not None and other.key != letter.key:
            return other if misfit(letter, other) is None else None
    return None


def _root(letter: Letter, known: Mapping[str, Letter]) -> tuple[Letter | None, str]:
    """The first message of the chain of a letter; or, when it is not known, its identifier."""
    seen: set[str] = set()
    while letter.change in CHANGES:
        seen.add(letter.key)
        before = _before(letter, known)
        if before is None:
            return None, _of_unknown(letter, known)
        if before.key in seen:
            return None, min(_circle(before, known))
        letter = before
    return letter, letter.key


def _circle(letter: Letter, known: Mapping[str, Letter]) -> set[str]:
    """Messages that follow each other in a circle; there is no first among them."""
    found: set[str] = set()
    while letter.key not in found:
        found.add(letter.key)
        letter = _before(letter, known) or letter
    return found


def _of_unknown(letter: Letter, known: Mapping[str, Letter]) -> str:
    """What a chain is called whose first message is not known, or not to be changed by it."""
    end = letter.conversation or letter.parent
    return letter.key if not end or end in known or letter.parent in known else end


def _alike(letters: list[Letter]) -> list[list[Letter]]:
    """Changes of one unknown message, by sender and patient."""
    groups: list[list[Letter]] = []
    for letter in letters:
        for group in groups:
            if all(misfit(letter, other) is None for other in group):
                group.append(letter)
                break
        else:
            groups.append([letter])
    return groups


def _validities(chain: list[Letter]) -> dict[str, Validity]:
    found = {x.key: Validity.CANCELS if x.change == "C" else Validity.CURRENT for x in chain}
    changes = [letter for letter in in_order(chain) if letter.change != "C"]
    for replaced in changes[:-1]:
        found[replaced.key] = VALIDITY.after(found[replaced.key], ValidityStep.CHANGE)
    if any(letter.change == "C" for letter in chain):
        for letter in changes:
            found[letter.key] = VALIDITY.after(found[letter.key], ValidityStep.CANCEL)
    return found


def in_order(chain: Iterable[Letter]) -> list[Letter]:
    """The messages of a chain as they follow each other: by reference, and else by GenDate."""
    known = {letter.key: letter for letter in chain}
    after: dict[str, list[Letter]] = defaultdict(list)
    ready: list[tuple[bool, dt.datetime, str]] = []
    for letter in known.values():
        if letter.parent in known and letter.parent != letter.key:
            after[letter.parent].append(letter)
        else:
            heapq.heappush(ready, _rank(letter))
    found: list[Letter] = []
    while ready:
        letter = known.pop(heapq.heappop(ready)[2])
        found.append(letter)
        for later in after[letter.key]:
            heapq.heappush(ready, _rank(later))
    return found + sorted(known.values(), key=_rank)  # those that follow each other in a circle


def _rank(letter: Letter) -> tuple[bool, dt.datetime, str]:
    return letter.change in CHANGES, letter.made or _LAST, letter.key
