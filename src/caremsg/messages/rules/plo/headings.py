"""Which headings a document has texts under: what many profiles ask for (HIS 1143 to 1148)."""

from __future__ import annotations

from ...epj.journalnotat import Journaltekst
from ...given import Given
from ..reading import blank, code_in, of_system

__all__ = ["has_heading", "text_under"]


def text_under(given: Given, system: int, code: str) -> str | None:
    """The first text under a heading; None when the heading is not there."""
    for note in given.all(Journaltekst):
        heading = note.overskriftskode
        if code_in(heading, code) and of_system(heading, system):
            return note.notat
    return None


def has_heading(given: Given, system: int, code: str) -> bool:
    """True when something is written under a heading."""
    return not blank(text_under(given, system, code))
