"""From Python names to XML names and back.

Each word gets a capital and the words are joined: `diagnose_beskrivelse` is
`DiagnoseBeskrivelse`. Where that fails, the field says `named("...")`.
"""

from __future__ import annotations

import re

__all__ = ["field_to_tag", "tag_to_field"]

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "Æ": "Ae", "Ø": "O", "Å": "A"})
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+")


def field_to_tag(name: str) -> str:
    """`diagnose_beskrivelse` → `DiagnoseBeskrivelse`."""
    return "".join(word[:1].upper() + word[1:] for word in name.rstrip("_").split("_"))


def tag_to_field(name: str) -> str:
    """`DiagnoseBeskrivelse` → `diagnose_beskrivelse`, `Formål` → `formal`."""
    return "_".join(word.lower() for word in _WORD.findall(name.translate(_LETTERS)))
