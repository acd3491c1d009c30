"""The few words around findings, in both languages."""

from __future__ import annotations

from attrs import frozen

__all__ = ["Words"]

_EN = {
    "accept": ("accepted", "accepted", "accepted"),
    "advice": ("advice", "piece of advice", "pieces of advice"),
    "bad": ("with errors", "with errors", "with errors"),
    "copy": ("a receiver of a copy",),
    "error": ("error", "error", "errors"),
    "file": ("file", "file", "files"),
    "fine": ("fine", "fine", "fine"),
    "hold": ("held", "held", "held"),
    "ignore": ("ignored", "ignored", "ignored"),
    "message": ("message", "message", "messages"),
    "primary": ("the main receiver",),
    "reject": ("rejected", "rejected", "rejected"),
    "rule": ("rule", "rule", "rules"),
    "silenced": ("silenced", "silenced", "silenced"),
    "warn": ("accepted with warnings",) * 3,
    "warning": ("warning", "warning", "warnings"),
    "unread": ("unreadable", "unreadable", "unreadable"),
}
_NB = {
    "OK, with faults in a part": ("OK, feil i delmelding",),
    "accept": ("tatt inn", "tatt inn", "tatt inn"),
    "acknowledgement": ("kvittering",),
    "advice": ("råd", "råd", "råd"),
    "bad": ("med feil", "med feil", "med feil"),
    "by": ("fra",),
    "cannot be read": ("kan ikke leses",),
    "caremsg explain CODE says what a finding means": (
        "caremsg explain KODE sier hva et funn betyr",
    ),
    "changed because": ("endret fordi",),
    "copy": ("en kopimottaker",),
    "editions": ("utgaver",),
    "hold": ("holdt tilbake", "holdt tilbake", "holdt tilbake"),
    "how bad": ("hvor alvorlig",),
    "ignore": ("sett bort fra", "sett bort fra", "sett bort fra"),
    "may be refused with": ("kan avvises med",),
    "message": ("melding", "melding", "meldinger"),
    "must be refused with": ("skal avvises med",),
    "none": ("ingen",),
    "not judged": ("prøves ikke",),
    "nothing there": ("ingenting der",),
    "primary": ("hovedmottakeren",),
    "reason": ("grunn",),
    "refused": ("avvist",),
    "reject": ("avvist", "avvist", "avvist"),
    "right": ("riktig",),
    "rule": ("regel", "regel", "regler"),
    "rules": ("regler",),
    "silenced": ("dempet", "dempet", "dempet"),
    "what to do": ("hva du kan gjøre",),
    "warn": ("tatt inn med advarsler",) * 3,
    "why": ("hvorfor",),
    "written to": ("skrevet til",),
    "wrong": ("galt",),
    "error": ("feil", "feil", "feil"),
    "file": ("fil", "fil", "filer"),
    "fine": ("i orden", "i orden", "i orden"),
    "line": ("linje",),
    "source": ("kilde",),
    "unknown message": ("ukjent melding",),
    "unread": ("uleselig", "uleselig", "uleselige"),
    "warning": ("advarsel", "advarsel", "advarsler"),
}


@frozen
class Words:
    """Words in a language; one that has no translation is itself."""

    language: str

    def __call__(self, name: str) -> str:
        """The word alone."""
        return self._forms(name)[0]

    def count(self, number: int, name: str) -> str:
        """So many of them."""
        return f"{number} {self._forms(name)[1 if number == 1 else 2]}"

    def _forms(self, name: str) -> tuple[str, ...]:
        return (_NB if self.language == "nb" else _EN).get(name, (name,))
