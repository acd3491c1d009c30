"""What a field is called for a reader, made from its XML name.

The name is split into words, and a word list restores æ, ø and å: `TidspunktForHendelse`
is `Tidspunkt for hendelse`. Where that reads badly, or the standard has an English name,
a table has the whole label.
"""

from __future__ import annotations

import re
from functools import cache

from .calendar import CALENDAR, CALENDAR_ENGLISH
from .english import ENGLISH
from .norwegian import BETTER
from .words import FROM_ENGLISH, WORDS

__all__ = ["LANGUAGES", "check_language", "label"]

LANGUAGES = ("nb", "en")
"""The languages of labels and other texts: Norwegian (bokmål) and English."""

_ENGLISH = ENGLISH | CALENDAR_ENGLISH
_NORWEGIAN = BETTER | CALENDAR
_WORD = re.compile(r"[A-ZÆØÅ]{2,}(?![a-zæøå])|[A-ZÆØÅ]?[a-zæøå]+|[A-ZÆØÅ]|[0-9]+")
_FRAME = re.compile(r"Info(?=[A-ZÆØÅ])")  # `InfoX` frames `X`: for a reader they are one


def check_language(language: str) -> None:
    """Raises ValueError for a language that there are no texts in."""
    if language not in LANGUAGES:
        raise ValueError(f"no texts in the language {language!r}; there are {LANGUAGES}")


@cache
def label(name: str, language: str = "nb") -> str:
    """The label of an XML name, in `nb` or `en`.

    English labels are the words of English names, and a table for the commonest Norwegian
    ones; any other Norwegian name keeps its Norwegian label. Raises ValueError for another
    language.
    """
    check_language(language)
    if language == "en" and name in _ENGLISH:
        return _ENGLISH[name]
    if language == "en" and name in FROM_ENGLISH:
        return _sentence(name, {"id": "ID"})
    core = _core(name)
    known = _NORWEGIAN.get(name) or FROM_ENGLISH.get(name) or BETTER.get(core)
    return known or _sentence(core, WORDS)


def _core(name: str) -> str:
    """The name without `Info` before it and `Top` after it."""
    return _FRAME.sub("", name, count=1).removesuffix("Top")


def _sentence(name: str, words: dict[str, str]) -> str:
    text = " ".join(words.get(word, word) for word in _lower(name))
    return text[:1].upper() + text[1:]


def _lower(name: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(name)]
