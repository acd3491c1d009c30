"""When two texts of a code are the same text."""

from __future__ import annotations

import re
from unicodedata import normalize

__all__ = ["folded", "same_text"]

_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2212"), "-")
_HEADING = re.compile(r"^\[[^\]]*\]")


def folded(text: str) -> str:
    """A text without what does not matter: white space, case, kinds of dashes and the like."""
    return " ".join(normalize("NFC", text).casefold().translate(_DASHES).split())


def same_text(sent: str, listed: str) -> bool:
    """True when a sender's text is the listed one.

    A heading of the list (`[Bolig:] `) may be left out; `XX` in it stands for any words.
    """
    sent = folded(sent)
    for text in (folded(listed), folded(_HEADING.sub("", listed))):
        pieces = re.split(r"\bxx\b", text)
        if sent == text or (
            len(pieces) > 1 and re.fullmatch(".+".join(map(re.escape, pieces)), sent)
        ):
            return True
    return False
