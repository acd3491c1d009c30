"""Rules of questions and answers between care services and doctors (HIS 1152, HISD 80903)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, put, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...dialogmelding import Dialogmelding, Foresporsel, Notat
from ...given import Given
from ..reading import NATIONAL, code_in, of_system

ASK, ANSWER = "dialog-foresporsel-1.0", "dialog-svar-1.0"

_UNUSED = {
    "sakstype_kodet": "SakstypeKodet",
    "sakstype": "Sakstype",
    "formal": "Formål",
    "begrunnelse": "Begrunnelse",
    "hastegrad": "Hastegrad",
    "fra_dato": "FraDato",
    "til_dato": "TilDato",
    "type_journalinfo": "TypeJournalinfo",
}


@rule(
    "DIA020",
    "DIA-33",
    "PLO-DM-04",
    source="HISD 80903",
    en="the kind of question is not of 9152, 9153 or 9154",
    nb="typen forespørsel er ikke fra 9152, 9153 eller 9154",
    why=Words(
        "Receivers sort questions by these lists, and answer each kind with its own message.",
        "Mottakere sorterer forespørsler etter disse listene, og svarer på hver type med sin "
        "melding.",
    ),
    mend=Words(
        "Use the list of who asks.",
        "Bruk listen til den som spør.",
    ),
    sample=ASK,
    bad=v("//TypeForesp", S=f"{NATIONAL}9065", V="5", DN="Fritekst"),
)
def questions_of_the_profile(question: Foresporsel, given: Given) -> Iterator[Breach]:
    """A question is of the list of who asks."""
    # An answer has to repeat the question as it came, whatever its list.
    asks = given.type == "DIALOG_FORESPORSEL"
    if asks and not of_system(question.type_foresp, 9152, 9153, 9154):
        yield Breach("type_foresp")


@rule(
    "DIA021",
    "DIA-34",
    "PLO-DM-04",
    source="HISD 80903",
    severity=Severity.WARNING,
    en="{name} is not in use",
    nb="{name} er ikke i bruk",
    why=Words(
        "Receivers do not look at it.",
        "Mottakere ser ikke på det.",
    ),
    mend=Words(
        "Say it in Sporsmal.",
        "Si det i Sporsmal.",
    ),
    sample=ASK,
    bad=put("//Foresporsel", "<Begrunnelse>Svimmelhet</Begrunnelse>", after="Sporsmal"),
)
def nothing_that_is_not_in_use(part: Dialogmelding | Foresporsel, given: Given) -> Iterator[Breach]:
    """Fields of a question that are not in use are left out."""
    if given.type == "DIALOG_FORESPORSEL":
        for field, name in _UNUSED.items():
            if getattr(part, field, None):
                yield Breach(field, name=name)


@rule(
    "DIA023",
    "DIA-36",
    "PLO-DM-05",
    source="HISD 80903; HIS 80603:2006",
    en="the theme of an answer is not 5 of 9069",
    nb="temaet for et svar er ikke 5 fra 9069",
    why=Words(
        "Receivers know an answer by it.",
        "Mottakere kjenner igjen et svar på det.",
    ),
    mend=Words(
        "Write 5, Svar på forespørsel.",
        "Skriv 5, Svar på forespørsel.",
    ),
    sample=ANSWER,
    bad=v("//TemaKodet", V="3", DN="Har ikke ønskede opplysninger"),
)
def an_answer_is_an_answer(note: Notat, given: Given) -> Iterator[Breach]:
    """The theme of an answer is 5 of 9069."""
    right = of_system(note.tema_kodet, 9069) and code_in(note.tema_kodet, "5")
    if given.type == "DIALOG_SVAR" and not right:
        yield Breach("tema_kodet")


@rule(
    "DIA024",
    "DIA-37",
    "PLO-DM-05",
    source="HISD 80903; HIS 80603:2006, 5.1.1",
    en="the answer does not repeat the question (Foresporsel)",
    nb="svaret gjentar ikke forespørselen (Foresporsel)",
    why=Words(
        "The reader sees an answer without the question.",
        "Leseren ser et svar uten spørsmålet.",
    ),
    mend=Words(
        "Copy the question with its DokIdForesp.",
        "Kopier forespørselen med sin DokIdForesp.",
    ),
    sample=ANSWER,
    bad=drop("//Notat/Foresporsel"),
)
def an_answer_has_its_question(note: Notat, given: Given) -> Iterator[Breach]:
    """An answer repeats the question."""
    if given.type == "DIALOG_SVAR" and note.foresporsel is None:
        yield Breach("foresporsel")


@rule(
    "DIA025",
    "DIA-39",
    "PLO-DM-05",
    source="HISD 80903",
    en="it is not said when the answer was written (DatoNotat)",
    nb="det er ikke oppgitt når svaret ble skrevet (DatoNotat)",
    why=Words(
        "The message may have been sent days later.",
        "Meldingen kan være sendt dager senere.",
    ),
    mend=Words(
        "Give DatoNotat.",
        "Oppgi DatoNotat.",
    ),
    sample=ANSWER,
    bad=drop("//DatoNotat"),
)
def an_answer_has_its_day(note: Notat, given: Given) -> Iterator[Breach]:
    """An answer has the day it was written."""
    if given.type == "DIALOG_SVAR" and note.dato_notat is None:
        yield Breach("dato_notat")


@rule(
    "DIA026",
    "DIA-40",
    source="HISD 80903",
    severity=Severity.WARNING,
    en="Tema and Merknad are not in use in an answer",
    nb="Tema og Merknad er ikke i bruk i et svar",
    why=Words(
        "Receivers do not look at them.",
        "Mottakere ser ikke på dem.",
    ),
    mend=Words(
        "Say it in TekstNotatInnhold.",
        "Si det i TekstNotatInnhold.",
    ),
    sample=ANSWER,
    bad=put("//Notat", "<Tema>Time</Tema>", after="TemaKodet"),
)
def answers_stand_in_the_text(note: Notat, given: Given) -> Iterator[Breach]:
    """An answer stands in its text."""
    if given.type == "DIALOG_SVAR":
        for field in ("tema", "merknad"):
            if getattr(note, field) is not None:
                yield Breach(field)


@rule(
    "DIA027",
    "DIA-41",
    "DIA-45",
    "DIA-71",
    "PLO-DM-01",
    "PLO-DM-06",
    source="HIS 80601; HIS 1151, 4.2.1; HIS 1206",
    en="the message does not say which one it is about (ConversationRef)",
    nb="meldingen sier ikke hvilken den gjelder (ConversationRef)",
    why=Words(
        "An answer or a report about a fault that stands alone is filed by nobody.",
        "Et svar eller en tilbakemelding som står alene, blir ikke lagret noe sted.",
    ),
    mend=Words(
        "Refer to the message: `answer_to` makes the reference.",
        "Vis til meldingen: `answer_to` lager referansen.",
    ),
    sample=ANSWER,
    bad=drop("//ConversationRef"),
)
def answers_refer_to_the_question(message: Dialogmelding, given: Given) -> Iterator[Breach]:
    """What answers or reports about another message refers to it."""
    head = given.head
    if head is None or head.msg_info.conversation_ref is not None:
        return
    notes = [one for one in message.innhold if isinstance(one, Notat)]
    reply = any(of_system(one.tema_kodet, 9155) for one in notes)
    if reply or given.type in _REFERRING:
        yield Breach()


_REFERRING = ("DIALOG_SVAR", "DIALOG_AVVIK", "DIALOG_STATUS_HENVISNING")


elsewhere(
    Reason.SHAPE,
    {
        "DIA-30": "Type and edition are judged together (ENV001), the text like every text "
        "of a code (COD009).",
        "DIA-31": "Type and edition are judged together (ENV001).",
    },
)


elsewhere(
    Reason.EXCHANGE,
    {
        "DIA-42": "Which message answers a question is seen beside the question.",
        "DIA-43": "The time since a question is known to who asked.",
    },
)


elsewhere(
    Reason.HUMAN,
    {
        "DIA-32": "What kind of organisation the parties are is in the address register.",
    },
)
