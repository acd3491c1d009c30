"""Which headings a document has texts under: what many profiles ask for (HIS 1143 to 1148)."""

from __future__ import annotations

from collections.abc import Iterator

from ...epj.journalnotat import Journaltekst
from ...given import Given
from ..reading import blank, code_in, of_system

__all__ = ["has_heading", "texts_under"]


def texts_under(given: Given, system: int, code: str) -> Iterator[str]:
    """What is written under a heading, which may stand in several places; never a blank."""
    for note in given.all(Journaltekst):
        heading = note.overskriftskode
        if code_in(heading, code) and of_system(heading, system) and not blank(note.notat):
            yield note.notat


def has_heading(given: Given, system: int, code: str) -> bool:
    """True when something is written under a heading."""
    return any(True for _ in texts_under(given, system, code))
