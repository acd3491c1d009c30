"""Identifiers for the eyes of people."""

from __future__ import annotations

from .checking import classify
from .identification import IdentifierKind

__all__ = ["grouped", "mask"]


def mask(text: str) -> str:
    """A star for each character: a number of which nothing can be read but its length.

    Six digits of a national number are a date of birth, which together with a place is
    often a person, and the others are few enough to be guessed; so none is left.
    """
    return "*" * len(text)


def grouped(text: str, declared: str | None = None) -> str:
    """A number as people read it: `128385 12311`, and `312 345 676` for an organisation.

    An H-nummer looks like a fødselsnummer and is valid in one organisation only, so it is
    shown as what it is not (HIS 1001:2010, 3.2); add there whose it is. What is no number
    of this kind comes back as it was.
    """
    kind = classify(text, declared).kind
    if len(text) == 11 and kind in _NATIONAL:
        shown = f"{text[:6]} {text[6:]}"
        return f"{shown} (H-nummer, ikke fødselsnummer)" if kind is IdentifierKind.HNR else shown
    if len(text) == 9 and kind is IdentifierKind.ENH:
        return f"{text[:3]} {text[3:6]} {text[6:]}"
    return text


_NATIONAL = (IdentifierKind.FNR, IdentifierKind.DNR, IdentifierKind.HNR, IdentifierKind.FHN)
