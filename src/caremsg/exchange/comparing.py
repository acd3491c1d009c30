"""Identifiers as they are compared and looked up: without case, and no longer than an index."""

from __future__ import annotations

from hashlib import sha256

__all__ = ["bounded", "comparable"]

_LONGEST = 200


def bounded(text: str) -> str:
    """The text; in place of one that is longer than any identifier, its digest."""
    if len(text) <= _LONGEST:
        return text
    return f"sha256:{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}"


def comparable(id: str) -> str:
    """The identifier of a message for comparing (HEAD-10)."""
    return bounded(id.strip().lower())
