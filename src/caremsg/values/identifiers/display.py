"""Identifiers for the eyes of people."""

from __future__ import annotations

from .person import Kind, classify

__all__ = ["grouped", "mask"]

_HIDDEN = "•"


def mask(text: str) -> str:
    """A number of which nothing can be read but its length, for lists and logs.

    Not even the date of birth is left: together with a place it names a person.
    """
    return _HIDDEN * len(text)


def grouped(text: str) -> str:
    """A number as people read it: `128385 12311`; an H-nummer says that it is one.

    An H-nummer looks like a fødselsnummer and is valid in one organisation only, so it is
    never to be shown as if it were one (HIS 1001:2010, 3.2).
    """
    found = classify(text)
    if found.kind is None:
        return text
    shown = f"{text[:6]} {text[6:]}"
    return f"{shown} (H-nummer)" if found.kind is Kind.HNR else shown
