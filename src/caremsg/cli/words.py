"""The few words around findings, in both languages."""

from __future__ import annotations

from collections.abc import Callable

from caremsg import Severity

__all__ = ["Words", "words"]

Words = Callable[..., str]

_EN = {
    "error": ("error", "errors"),
    "warning": ("warning", "warnings"),
    "advice": ("piece of advice", "pieces of advice"),
    "file": ("file", "files"),
    "line": ("line",),
    "ok": ("OK",),
    "unknown": ("unknown",),
    "path": ("python",),
    "xpath": ("xpath",),
    "source": ("source",),
    "unreadable": ("cannot be read",),
    "fine": ("fine", "fine"),
    "bad": ("with errors", "with errors"),
    "unread": ("unreadable", "unreadable"),
}
_NB = {
    "error": ("feil", "feil"),
    "warning": ("advarsel", "advarsler"),
    "advice": ("råd", "råd"),
    "file": ("fil", "filer"),
    "line": ("linje",),
    "ok": ("OK",),
    "unknown": ("ukjent",),
    "path": ("python",),
    "xpath": ("xpath",),
    "source": ("kilde",),
    "unreadable": ("kan ikke leses",),
    "fine": ("i orden", "i orden"),
    "bad": ("med feil", "med feil"),
    "unread": ("uleselig", "uleselige"),
}


def words(language: str) -> Words:
    """A function from the name of a word, and perhaps a number, to text."""
    table = _NB if language == "nb" else _EN

    def word(name: str | Severity, number: int | None = None) -> str:
        forms = table[name.value if isinstance(name, Severity) else name]
        return forms[0] if number is None else f"{number} {forms[number != 1]}"

    return word
