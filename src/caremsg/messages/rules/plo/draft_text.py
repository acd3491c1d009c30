"""Formatted text in PLO 2.0: the only field with open content (HISD 1155:2008)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import put, text
from caremsg.declare.rules import Breach, rule
from caremsg.findings import Severity, Words

from ...editions import PLO_2_0
from ...given import Given
from ...plo.parts.functioning import Funksjonsbeskrivelse
from ..xhtml import enclosed, faults, portable

SAMPLE = "sammenfatning-2.0"
_TEXT = "//FunksjonsbeskrivelseTekst"
_XHTML = "http://www.w3.org/1999/xhtml"


@rule(
    "TXT010",
    "PLO-V2-13",
    "PLO-TX-02",
    "PLO-TX-03",
    "PLO-TX-05",
    source="HISD 1155:2008",
    severity=Severity.WARNING,
    en="the text holds what receivers do not show, or must not",
    nb="teksten inneholder det mottakere ikke viser, eller ikke skal vise",
    why=Words(
        "Receivers show four modules of XHTML and nothing else.",
        "Mottakere viser fire moduler av XHTML og ikke noe annet.",
    ),
    mend=Words(
        "Use paragraphs, lists, tables, and simple emphasis.",
        "Bruk avsnitt, lister, tabeller og enkel utheving.",
    ),
    editions=(PLO_2_0,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=(
        text(_TEXT, ""),
        put(_TEXT, f"<div xmlns='{_XHTML}'><a href='x'>Se her</a></div>"),
    ),
)
def text_is_plain_or_xhtml(function: Funksjonsbeskrivelse, _: Given) -> Iterator[Breach]:
    """The description of a function is plain text or the XHTML that receivers show."""
    written = function.funksjonsbeskrivelse_tekst
    if written is not None and not written.is_text and faults(written):
        yield Breach("funksjonsbeskrivelse_tekst")


@rule(
    "TXT011",
    "PLO-TX-04",
    source="HISD 1165:2016",
    severity=Severity.ADVICE,
    only="sending",
    en="an element of the text is shown by newer receivers only",
    nb="et element i teksten vises bare av nyere mottakere",
    why=Words(
        "An older list of elements is shorter, and some receivers follow it.",
        "En eldre liste over elementer er kortere, og noen mottakere følger den.",
    ),
    mend=Words(
        "Use headings 1 to 3, p, em, b, i, tables without th, br, pre and hr.",
        "Bruk overskrift 1 til 3, p, em, b, i, tabeller uten th, br, pre og hr.",
    ),
    editions=(PLO_2_0,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=(text(_TEXT, ""), put(_TEXT, f"<div xmlns='{_XHTML}'><ul><li>Trapp</li></ul></div>")),
)
def text_is_portable(function: Funksjonsbeskrivelse, _: Given) -> Iterator[Breach]:
    """The description of a function keeps to the elements that all receivers show."""
    written = function.funksjonsbeskrivelse_tekst
    if written is not None and not written.is_text and not portable(written):
        yield Breach("funksjonsbeskrivelse_tekst")


@rule(
    "TXT012",
    "PLO-TX-06",
    source="HISD 1155:2008",
    severity=Severity.ADVICE,
    only="sending",
    en="the formatted text is not enclosed in one div with XHTML as its default namespace",
    nb="den formaterte teksten står ikke i én div med XHTML som standard navnerom",
    why=Words(
        "Some receivers show the first element only, or do not know elements with a prefix.",
        "Noen mottakere viser bare det første elementet, eller kjenner ikke elementer med prefiks.",
    ),
    mend=Words(
        "Put everything into one div that declares xmlns.",
        "Legg alt i én div som deklarerer xmlns.",
    ),
    editions=(PLO_2_0,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=(text(_TEXT, ""), put(_TEXT, f"<p xmlns='{_XHTML}'>Går inne.</p>")),
)
def text_is_enclosed(function: Funksjonsbeskrivelse, _: Given) -> Iterator[Breach]:
    """The formatted description of a function stands in one enclosing element."""
    written = function.funksjonsbeskrivelse_tekst
    if written is not None and not written.is_text and not enclosed(written):
        yield Breach("funksjonsbeskrivelse_tekst")
