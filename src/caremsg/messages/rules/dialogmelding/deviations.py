"""Rules of reports about faults in a message that was received (HIS 1151:2006 and its guide)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import copy, put, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...dialogmelding import Dialogmelding, Notat
from ...given import Given
from ..reading import code_in, of_system

FAULT = "dialog-avvik-1.0"
_FAULTY = "DIALOG_AVVIK"
_UNUSED = {
    "tema": "Tema",
    "merknad": "Merknad",
    "dok_id_notat": "DokIdNotat",
    "foresporsel": "Foresporsel",
}


@rule(
    "DIA041",
    "DIA-47",
    source="HIS 1151, 4.3.1, and its guide",
    en="code 2, incomplete information, is no longer offered",
    nb="kode 2, mangelfulle opplysninger, tilbys ikke lenger",
    why=Words(
        "Faults in the clinical content are not told this way.",
        "Feil i det kliniske innholdet meldes ikke på denne måten.",
    ),
    mend=Words(
        "Use 1 (wrong address) or 9 (other).",
        "Bruk 1 (feil adressat) eller 9 (annet).",
    ),
    sample=FAULT,
    bad=v("//TemaKodet", V="2", DN="Mangelfulle opplysninger"),
)
def no_code_2(note: Notat, given: Given) -> Iterator[Breach]:
    """A report about a fault has code 1 or 9."""
    withdrawn = of_system(note.tema_kodet, 8117) and code_in(note.tema_kodet, "2")
    if given.type == _FAULTY and withdrawn:
        yield Breach("tema_kodet")


@rule(
    "DIA042",
    "DIA-47",
    source="HIS 1151, 4.3.1",
    en="there is not exactly one note",
    nb="det er ikke nøyaktig ett notat",
    why=Words(
        "A report is about one message.",
        "En tilbakemelding gjelder én melding.",
    ),
    mend=Words(
        "Send one report for each message.",
        "Send én tilbakemelding for hver melding.",
    ),
    sample=FAULT,
    bad=copy("//Notat"),
)
def one_note(message: Dialogmelding, given: Given) -> Iterator[Breach]:
    """A report about a fault has one note."""
    if given.type == _FAULTY and len(message.innhold) != 1:
        yield Breach("innhold")


@rule(
    "DIA070",
    "DIA-49",
    source="HIS 1151, 4.3.1",
    severity=Severity.WARNING,
    only="sending",
    en="{name} is not in use in a report about a fault",
    nb="{name} er ikke i bruk i en tilbakemelding om feil",
    why=Words(
        "Receivers show the theme and the text, and look for nothing else.",
        "Mottakere viser tema og tekst, og leter ikke etter noe annet.",
    ),
    mend=Words(
        "Say it in TekstNotatInnhold.",
        "Si det i TekstNotatInnhold.",
    ),
    sample=FAULT,
    bad=put("//Notat", "<Merknad>Sendt videre</Merknad>", after="TekstNotatInnhold"),
)
def theme_and_text_only(note: Notat, given: Given) -> Iterator[Breach]:
    """A report about a fault has a theme and a text."""
    # The day and the author are left alone: later documents want them (HISD 80903, HITS 1174).
    if given.type == _FAULTY:
        for field, name in _UNUSED.items():
            if getattr(note, field) is not None:
                yield Breach(field, name=name)


elsewhere(
    Reason.SHAPE,
    {
        "DIA-44": "Type and edition are judged together (ENV001), the text like every text "
        "of a code (COD009).",
    },
)


elsewhere(
    Reason.EXCHANGE,
    {
        "DIA-46": "The parties of the faulty message are in the store.",
        "DIA-51": "That the faulty message was accepted is in the store.",
    },
)


elsewhere(
    Reason.HUMAN,
    {
        "DIA-52": "Whether a fault is one of content has to be read.",
        "DIA-53": "What a user interface offers is not in a message.",
        "DIA-54": "Whether a report was used wrongly has to be read.",
        "DIA-55": "What a receiver does with a report is not in it.",
    },
)
