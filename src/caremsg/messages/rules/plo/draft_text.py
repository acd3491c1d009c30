"""Formatted text in PLO 2.0: the only field with open content (HISD 1155:2008)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import put, text
from caremsg.declare.rules import Breach, rule
from caremsg.findings import Severity, Words

from ...editions import PLO_2_0
from ...given import Given
from ...plo.parts.functioning import Funksjonsbeskrivelse
from ..xhtml import faults

SAMPLE = "sammenfatning-2.0"
_TEXT = "//FunksjonsbeskrivelseTekst"


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
        put(_TEXT, "<div xmlns='http://www.w3.org/1999/xhtml'><a href='x'>Se her</a></div>"),
    ),
)
def text_is_plain_or_xhtml(function: Funksjonsbeskrivelse, _: Given) -> Iterator[Breach]:
    """The description of a function is plain text or the XHTML that receivers show."""
    written = function.funksjonsbeskrivelse_tekst
    if written is not None and not written.is_text and faults(written):
        yield Breach("funksjonsbeskrivelse_tekst")
