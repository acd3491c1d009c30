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

__all__ = ["CHANGES", "in_order", "judged", "misfit", "other_patient"]

CHANGES = ("M", "C", "O")
"""The statuses (7309) that are about an earlier message; `O` is taken for `M` (PLO-ST-01)."""
_PERSONAL = ("FNR", "DNR", "FHN")
_LAST = dt.datetime.max.replace(tzinfo=dt.UTC)


def misfit(letter: Letter, earlier: Letter) -> Happening | None:
    """Why a change or a cancellation must not be applied to an earlier message."""
    if not letter.sender & earlier.sender:
        return Happening.FOREIGN_CHANGE
    return Happening.OTHER_PATIENT if other_patient(letter, earlier) else None


def other_patient(one: Letter, other: Letter) -> bool:
    """True when two messages are about different people, by numbers of the same kind.

    A person may have been given a number of another kind in between.
    """
    for kind in _PERSONAL:
        mine = {i.value for i in one.patient if i.kind == kind}
        theirs = {i.value for i in other.patient if i.kind == kind}
        if mine and theirs and not mine & theirs:
            return not one.patient & other.patient
    return False


def judged(letters: Iterable[Letter]) -> dict[str, Letter]:
    """The messages, of one direction and type, with their chain and what counts, by key.

    One that is known, but was not taken in, can be referred to, and counts for nothing.
    """
    known = {letter.key: letter for letter in letters}
    roots = _Roots(known)
    chains: dict[str, list[Letter]] = defaultdict(list)
    lost: dict[str, list[Letter]] = defaultdict(list)
    for key in sorted(known):
        if known[key].counts:
            root, end = roots.of(known[key])
            (lost if root is None else chains)[end].append(known[key])
    for end, members in lost.items():
        for number, group in enumerate(_alike(members)):
            chains[end if not number else f"{end} {number}"] += group
    found: dict[str, Letter] = {}
    for chain, members in chains.items():
        now = _validities(members)
        found |= {x.key: evolve(x, chain=chain, validity=now[x.key]) for x in members}
    return found


_Root = tuple[Letter | None, str]
"""The first message of a chain and its key; or what the chain of an unknown one is called."""


class _Roots:
    """Finds the first message of each chain, every message once."""

    def __init__(self, known: Mapping[str, Letter]) -> None:
        self.known = known
        self.found: dict[str, _Root] = {}

    def of(self, letter: Letter) -> _Root:
        path: list[Letter] = []
        on_the_way: set[str] = set()
        while letter.key not in self.found:
            before = self.before(letter)
            if letter.key in on_the_way:
                circle = [x.key for x in path[[x.key for x in path].index(letter.key) :]]
                self.found |= dict.fromkeys(circle, (None, min(circle)))
            elif before is None:
                self.found[letter.key] = self.end(letter)
            else:
                path.append(letter)
                on_the_way.add(letter.key)
                letter = before
        for x in reversed(path):
            if x.key not in self.found:
                self.found[x.key] = self.joined(x, self.found[letter.key])
            letter = x
        return self.found[letter.key]

    def before(self, letter: Letter) -> Letter | None:
        """What a change follows, when it is known and the change may be applied to it."""
        for key in (letter.parent, letter.conversation) if letter.change in CHANGES else ():
            other = self.known.get(key)
            if other is not None and other.key != letter.key:
                return other if misfit(letter, other) is None else None
        return None

    def end(self, letter: Letter) -> _Root:
        if letter.change not in CHANGES:
            return letter, letter.key
        end = letter.conversation or letter.parent
        lone = not end or end in self.known or letter.parent in self.known
        return None, letter.key if lone else end

    def joined(self, letter: Letter, root: _Root) -> _Root:
        """The chain of what comes before, unless its first message is about another patient."""
        first, _ = root
        apart = first is not None and misfit(letter, first) is not None
        return (None, letter.key) if apart else root


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
