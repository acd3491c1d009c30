"""A requirement, in a sentence of our own."""

from __future__ import annotations

from attrs import frozen

from caremsg.findings import NO_WORDS, Words

__all__ = ["Requirement", "acc_r"]


@frozen
class Requirement:
    """Something that a receiver has to do."""

    id: str
    text: Words
    source: str
    """Which test asks for it."""
    checked: Words
    """How it is judged here."""
    human: Words = NO_WORDS
    """What is left for a person, if anything."""


def acc_r(
    number: int, en: str, nb: str, source: str, how_en: str, how_nb: str, human: Words = NO_WORDS
) -> Requirement:
    """A requirement of the series ACC-R."""
    return Requirement(f"ACC-R-{number:02}", Words(en, nb), source, Words(how_en, how_nb), human)
