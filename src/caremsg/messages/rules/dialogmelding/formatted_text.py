"""Rules of formatted text in dialog messages (HISD 1155:2008, HISD 1165:2016)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import Edit, put, text
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words
from caremsg.values import Fragment

from ...dialogmelding import (
    Foresporsel,
    Notat,
)
from ...given import Given
from ..xhtml import PORTABLE, elements, faults

TALK = "dialog-helsefaglig-1.1"
_XHTML = "http://www.w3.org/1999/xhtml"
_TEXT = "//TekstNotatInnhold"
_SHOWN = Words(
    "Receivers show four modules of XHTML and nothing else; the rest is lost or dangerous.",
    "Mottakere viser fire moduler av XHTML og ikke noe annet; resten går tapt eller er farlig.",
)


def _texts(part: Foresporsel | Notat) -> Iterator[tuple[str, Fragment]]:
    if isinstance(part, Notat):
        if part.tekst_notat_innhold is not None:
            yield "tekst_notat_innhold", part.tekst_notat_innhold
    elif isinstance(part.sporsmal, Fragment):
        yield "sporsmal", part.sporsmal


def _faulty(part: Foresporsel | Notat, fault: str) -> Iterator[Breach]:
    for field, written in _texts(part):
        if not written.is_text and fault in faults(written):
            yield Breach(field)


def _with(xml: str) -> tuple[Edit, ...]:
    return (text(_TEXT, ""), put(_TEXT, f"<div xmlns='{_XHTML}'><p>Blodtrykk</p>{xml}</div>"))


@rule(
    "TXT001",
    "XH-02",
    "PLO-TX-02",
    "DIA-16",
    source="HISD 1155:2008",
    en="an element of the text is not of XHTML",
    nb="et element i teksten er ikke XHTML",
    why=_SHOWN,
    mend=Words(
        "Declare the namespace of XHTML on one enclosing div.",
        "Deklarer navnerommet til XHTML på én omsluttende div.",
    ),
    sample=TALK,
    bad=_with("<x:y xmlns:x='urn:x'>120</x:y>"),
)
def text_is_xhtml(part: Foresporsel | Notat, _: Given) -> Iterator[Breach]:
    """Formatted text is XHTML."""
    yield from _faulty(part, "namespace")


@rule(
    "TXT002",
    "XH-03",
    "PLO-TX-03",
    "DIA-16",
    source="HISD 1155:2008",
    en="an element of the text is not among those that receivers show",
    nb="et element i teksten er ikke blant dem mottakere viser",
    why=_SHOWN,
    mend=Words(
        "Use headings, paragraphs, lists, tables, and simple emphasis.",
        "Bruk overskrifter, avsnitt, lister, tabeller og enkel utheving.",
    ),
    sample=TALK,
    bad=_with("<u>120/80</u>"),
)
def known_elements(part: Foresporsel | Notat, _: Given) -> Iterator[Breach]:
    """Formatted text has only elements that receivers show."""
    yield from _faulty(part, "element")


@rule(
    "TXT003",
    "XH-03",
    "PLO-TX-05",
    source="HISD 1155:2008",
    en="the text holds a script, a style, a link, a picture or an event",
    nb="teksten inneholder et skript, en stil, en lenke, et bilde eller en hendelse",
    why=_SHOWN,
    mend=Words(
        "Take it out; send pictures as attachments.",
        "Fjern det; send bilder som vedlegg.",
    ),
    sample=TALK,
    bad=_with("<a href='https://example.no'>Se her</a>"),
)
def nothing_active(part: Foresporsel | Notat, _: Given) -> Iterator[Breach]:
    """Formatted text holds nothing active."""
    yield from _faulty(part, "active")


@rule(
    "TXT004",
    "XH-04",
    source="HISD 1155:2008",
    severity=Severity.WARNING,
    en="an element of the text has an attribute that receivers do not know",
    nb="et element i teksten har et attributt mottakere ikke kjenner",
    why=_SHOWN,
    mend=Words(
        "Leave the attribute out.",
        "Utelat attributtet.",
    ),
    sample=TALK,
    bad=_with("<p dir='rtl'>120/80</p>"),
)
def known_attributes(part: Foresporsel | Notat, _: Given) -> Iterator[Breach]:
    """Formatted text has only attributes that receivers know."""
    yield from _faulty(part, "attribute")


@rule(
    "TXT005",
    "XH-05",
    source="HISD 1155:2008",
    en="elements of the text stand where they may not",
    nb="elementer i teksten står der de ikke kan stå",
    why=_SHOWN,
    mend=Words(
        "Put li into ol or ul, tr into table, td into tr, and nothing into br and hr.",
        "Sett li i ol eller ul, tr i table, td i tr, og ingenting i br og hr.",
    ),
    sample=TALK,
    bad=_with("<li>120/80</li>"),
)
def right_places(part: Foresporsel | Notat, _: Given) -> Iterator[Breach]:
    """Elements of formatted text stand where XHTML has them."""
    yield from _faulty(part, "nesting")


@rule(
    "TXT006",
    "XH-07",
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
    sample=TALK,
    good=_with("<p>120/80</p>"),
    bad=_with("<ul><li>120/80</li></ul>"),
)
def portable_elements(part: Foresporsel | Notat, _: Given) -> Iterator[Breach]:
    """Formatted text keeps to the elements that all receivers show."""
    for field, written in _texts(part):
        names = {str(node.tag).rpartition("}")[2] for node in elements(written)}
        if not faults(written) and not names <= PORTABLE:
            yield Breach(field)


elsewhere(
    Reason.SHAPE,
    {
        "XH-01": "Only fields with open content can hold markup; a plain one refuses it (SCH402).",
        "XH-08": "`caremsg show` writes line breaks for blocks and tabs for cells.",
        "XH-09": "Plain text beside elements is read, kept and shown.",
    },
)


elsewhere(
    Reason.HUMAN,
    {
        "XH-06": "What a user interface does with a text is not in the message.",
        "PLO-TX-06": "One enclosing element is advice; the text reads the same without it.",
    },
)
