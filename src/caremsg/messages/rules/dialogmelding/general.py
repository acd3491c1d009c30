"""Rules of every Dialogmelding (HIS 80603:2006, HIS 80603:2017)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import alone, drop, put, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Words

from ...dialog_types import DIALOG_TYPES, INNBYGGER
from ...dialogmelding import Dialogmelding, Foresporsel, Notat
from ...given import Given
from ..reading import NATIONAL, number_of
from ..xhtml import blank_text

ASK = "dialog-foresporsel-1.0"
TALK = "dialog-helsefaglig-1.1"

_TO_DOCTOR = v("MsgInfo/Type", V="DIALOG_NOTAT", DN="Notat")
_ANOTHER_USE = put(
    "//Dialogmelding",
    f"<Notat><TemaKodet V='5' S='{NATIONAL}9069' DN='Svar på forespørsel'/>"
    "<TekstNotatInnhold>Ja.</TekstNotatInnhold></Notat>",
)


@rule(
    "DIA001",
    "DIA-01",
    source="HIS 80603, 3.2",
    en="the message has no envelope (MsgHead)",
    nb="meldingen har ingen konvolutt (MsgHead)",
    why=Words(
        "Without it nobody knows who asks, whom, and about which patient.",
        "Uten den vet ingen hvem som spør, hvem som blir spurt, og om hvilken pasient.",
    ),
    mend=Words(
        "Put it into a MsgHead: `wrap` does so.",
        "Legg den i en MsgHead: `wrap` gjør det.",
    ),
    sample=ASK,
    bad=alone("//Content/*"),
)
def has_an_envelope(message: Dialogmelding, given: Given) -> Iterator[Breach]:
    """A dialog message is sent in a MsgHead."""
    if given.head is None:
        yield Breach()


@rule(
    "DIA002",
    "DIA-04",
    source="HIS 80603:2006; HIS 80603:2017",
    en="there is neither a question nor a note",
    nb="det er verken forespørsel eller notat",
    why=Words(
        "The schema allows it; the reader sees an empty message.",
        "Skjemaet tillater det; leseren ser en tom melding.",
    ),
    mend=Words(
        "Give Foresporsel or Notat.",
        "Oppgi Foresporsel eller Notat.",
    ),
    sample=ASK,
    bad=drop("//Dialogmelding/*"),
)
def something_is_said(message: Dialogmelding, _: Given) -> Iterator[Breach]:
    """A dialog message has a question or a note."""
    if not message.innhold:
        yield Breach("innhold")


@rule(
    "DIA005",
    "DIA-10",
    "DIA-17",
    "DIA-38",
    "DIA-48",
    "DIA-61",
    "DIA-73",
    "DIA-81",
    "PLO-DM-01",
    "PLO-DM-06",
    source="HIS 80603; HIS 1077; HIS 1151; HIS 1206; HITS 1228",
    en="the note has no text (TekstNotatInnhold)",
    nb="notatet har ingen tekst (TekstNotatInnhold)",
    why=Words(
        "The code says what kind of note it is, and nothing about the patient.",
        "Koden sier hva slags notat det er, og ingenting om pasienten.",
    ),
    mend=Words(
        "Write the text; tags without text count as none.",
        "Skriv teksten; tagger uten tekst teller ikke.",
    ),
    sample=TALK,
    bad=drop("//TekstNotatInnhold"),
)
def a_note_has_text(note: Notat, given: Given) -> Iterator[Breach]:
    """A note has text."""
    if not given.type.startswith(INNBYGGER) and blank_text(note.tekst_notat_innhold):
        yield Breach("tekst_notat_innhold")


@rule(
    "DIA010",
    "DIA-03",
    source="HIS 80603, 5.1.1",
    en="a message of this type holds {right}, not {wrong}",
    nb="en melding av denne typen inneholder {right}, ikke {wrong}",
    why=Words(
        "Receivers look for the text where the type says it is, and show an empty message.",
        "Mottakere leter etter teksten der typen sier den er, og viser en tom melding.",
    ),
    mend=Words(
        "Ask in Foresporsel and answer in Notat, or change the message type.",
        "Spør i Foresporsel og svar i Notat, eller endre meldingstypen.",
    ),
    sample=ASK,
    bad=_TO_DOCTOR,
)
def body_of_the_type(message: Dialogmelding, given: Given) -> Iterator[Breach]:
    """A question is sent as a question, and everything else between professionals as a note."""
    if given.type not in DIALOG_TYPES:
        return
    right, wrong = (Foresporsel, Notat) if given.type == _QUESTION else (Notat, Foresporsel)
    if any(type(part) is not right for part in message.innhold):
        yield Breach("innhold", right=right.__name__, wrong=wrong.__name__)


_QUESTION = "DIALOG_FORESPORSEL"


@rule(
    "DIA011",
    "DIA-03",
    source="HIS 80603, 3.4.1",
    en="the notes of one message have themes of different code systems",
    nb="notatene i én melding har tema fra ulike kodeverk",
    why=Words(
        "Each use of the message has its own themes; an answer and a note cannot share a type.",
        "Hver bruk av meldingen har sine egne tema; et svar og et notat kan ikke dele type.",
    ),
    mend=Words(
        "Send one message for each use.",
        "Send én melding for hver bruk.",
    ),
    sample=TALK,
    bad=_ANOTHER_USE,
)
def one_use_at_a_time(message: Dialogmelding, _: Given) -> Iterator[Breach]:
    """All notes of a message are of one use."""
    systems = [number_of(one.tema_kodet) for one in message.innhold if isinstance(one, Notat)]
    known = [one for one in systems if one is not None]
    if len(set(known)) > 1:
        yield Breach("innhold")


elsewhere(
    Reason.HUMAN,
    {
        "DIA-02": "That a text is about one patient has to be read; that the patient is not "
        "repeated among those who take part is tested.",
        "DIA-13": "Whether a message of its own exists for what a text says has to be read.",
        "PLO-DM-02": "Which of the possible answers a municipality gives has to be read.",
    },
)
