"""Rules of formatted text in dialog messages (HISD 1155:2008, HISD 1165:2016)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import Edit, put, text
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words
from caremsg.values import Fragment

from ...dialogmelding import Foresporsel, Notat
from ...given import Given
from ..xhtml import enclosed, faults, portable, tags_as_text

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
        if not portable(written):
            yield Breach(field)


@rule(
    "TXT007",
    "PLO-TX-06",
    "XH-02",
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
    sample=TALK,
    bad=(text(_TEXT, ""), put(_TEXT, f"<p xmlns='{_XHTML}'>Ja.</p><p xmlns='{_XHTML}'>Nei.</p>")),
)
def one_enclosing_element(part: Foresporsel | Notat, _: Given) -> Iterator[Breach]:
    """Formatted text stands in one enclosing element."""
    for field, written in _texts(part):
        if not written.is_text and not enclosed(written):
            yield Breach(field)


@rule(
    "TXT008",
    "DIA-16",
    source="caremsg, derived from HISD 1155:2008 and HIS 80603",
    severity=Severity.WARNING,
    en="tags are sent as text, so that the reader sees them",
    nb="tagger er sendt som tekst, slik at leseren ser dem",
    why=Words(
        "A program escaped the markup once too often, or put it into a field for plain text.",
        "Et program har kodet om oppmerkingen en gang for mye, eller lagt den i et felt for ren "
        "tekst.",
    ),
    mend=Words(
        "Send elements of XHTML where they are allowed, and plain text elsewhere.",
        "Send XHTML-elementer der de er tillatt, og ren tekst ellers.",
    ),
    sample="dialog-foresporsel-1.0",
    bad=text("//Sporsmal", "Kan han få time?<br/>Helst på formiddagen."),
)
def no_tags_in_plain_text(part: Foresporsel | Notat, _: Given) -> Iterator[Breach]:
    """Plain text holds no tags."""
    notes = isinstance(part, Notat)
    written = part.tekst_notat_innhold if isinstance(part, Notat) else part.sporsmal
    if tags_as_text(written):
        yield Breach("tekst_notat_innhold" if notes else "sporsmal")


elsewhere(
    Reason.SHAPE,
    {
        "XH-01": "Only fields with open content can hold markup; a plain one refuses it (SCH402).",
        "XH-08": "`caremsg show` breaks lines at blocks and keeps the cells of a table apart.",
        "XH-09": "Plain text beside elements is read, kept and shown.",
    },
)


elsewhere(
    Reason.HUMAN,
    {
        "XH-06": "What a user interface does with a text is not in the message.",
    },
)
