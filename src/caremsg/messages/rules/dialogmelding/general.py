"""Rules of every Dialogmelding (HIS 80603:2006, HIS 80603:2017)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import alone, copy, drop, put, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...dialog_types import INNBYGGER
from ...dialogmelding import (
    AnyHealthcareProfessional,
    AnyPerson,
    Dialogmelding,
    Foresporsel,
    Notat,
    RollerRelatertNotat,
)
from ...given import Given
from ..reading import code_in, day_of, of_system
from ..xhtml import blank_text

ASK, ANSWER = "dialog-foresporsel-1.0", "dialog-svar-1.0"
TALK = "dialog-helsefaglig-1.1"


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
    "DIA003",
    "DIA-06",
    "DIA-07",
    "PLO-DM-04",
    source="HIS 80603:2017, 5.1.2; HISD 80903",
    en="the question is an open one, and has no words (Sporsmal)",
    nb="forespørselen er åpen, og har ingen tekst (Sporsmal)",
    why=Words(
        "The code means `something else`; only the words tell what.",
        "Koden betyr `noe annet`; bare teksten sier hva.",
    ),
    mend=Words(
        "Write the question in Sporsmal.",
        "Skriv spørsmålet i Sporsmal.",
    ),
    sample=ASK,
    bad=(v("//TypeForesp", V="99", DN="Annen henvendelse"), drop("//Sporsmal")),
)
def an_open_question_has_words(question: Foresporsel, _: Given) -> Iterator[Breach]:
    """An open question has words."""
    kind = question.type_foresp
    of_old = of_system(kind, 8331, 9065) and code_in(kind, "5")
    is_open = of_old or (of_system(kind, 9152, 9153, 9154) and code_in(kind, "99"))
    if is_open and blank_text(question.sporsmal):
        yield Breach("sporsmal")


@rule(
    "DIA004",
    "DIA-09",
    source="HIS 80603",
    severity=Severity.WARNING,
    en="the period that is asked about ends before it begins",
    nb="perioden det spørres om, slutter før den begynner",
    why=Words(
        "Nothing can be found in it.",
        "Ingenting finnes i den.",
    ),
    mend=Words(
        "Exchange or correct FraDato and TilDato.",
        "Bytt om eller rett FraDato og TilDato.",
    ),
    sample=ASK,
    bad=put(
        "//Foresporsel",
        "<FraDato>2026-02-01</FraDato><TilDato>2026-01-01</TilDato>",
        after="Sporsmal",
    ),
)
def a_period_has_an_end_after_its_beginning(question: Foresporsel, _: Given) -> Iterator[Breach]:
    """The period of a question ends after it begins."""
    first, last = day_of(question.fra_dato), day_of(question.til_dato)
    if first is not None and last is not None and last < first:
        yield Breach("til_dato")


@rule(
    "DIA005",
    "DIA-10",
    "DIA-17",
    "DIA-38",
    "DIA-48",
    "DIA-61",
    "DIA-73",
    "DIA-81",
    "PLO-DM-02",
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
    "DIA006",
    "DIA-11",
    source="HIS 80603",
    en="it is not said which role the person has",
    nb="det er ikke oppgitt hvilken rolle personen har",
    why=Words(
        "The reader cannot tell the author from the person to call.",
        "Leseren kan ikke skille forfatteren fra den som skal ringes.",
    ),
    mend=Words(
        "Give RolleNotat or RoleToPatient.",
        "Oppgi RolleNotat eller RoleToPatient.",
    ),
    sample=ASK,
    bad=(
        drop("//RollerRelatertNotat[1]/RolleNotat"),
        drop("//RollerRelatertNotat[1]//RoleToPatient"),
    ),
)
def a_person_has_a_role(part: RollerRelatertNotat, _: Given) -> Iterator[Breach]:
    """Somebody who takes part has a role."""
    inner = (
        part.innhold.role_to_patient
        if isinstance(part.innhold, AnyHealthcareProfessional)
        else None
    )
    if part.tilknyttet_enhet is None and (part.rolle_notat, part.role_to_patient, inner) == _NONE:
        yield Breach()


_NONE = (None, None, None)


@rule(
    "DIA007",
    "DIA-12",
    source="HIS 80603",
    severity=Severity.WARNING,
    en="date of birth and sex of those who take part are not used",
    nb="fødselsdato og kjønn for dem som deltar, er ikke i bruk",
    why=Words(
        "Only the patient's are needed, and they are in the head.",
        "Bare pasientens trengs, og de står i hodet.",
    ),
    mend=Words(
        "Leave both out.",
        "Utelat begge.",
    ),
    sample=ASK,
    bad=put(
        "//RollerRelatertNotat[1]/HealthcareProfessional",
        "<Sex V='2' DN='Kvinne'/>",
        after="GivenName",
    ),
)
def no_birthdays(person: AnyHealthcareProfessional | AnyPerson, _: Given) -> Iterator[Breach]:
    """Nobody but the patient has date of birth and sex."""
    if person.date_of_birth is not None or person.sex is not None:
        yield Breach("sex" if person.sex is not None else "date_of_birth")


@rule(
    "DIA008",
    "DIA-15",
    "DIA-14",
    source="HIS 80603; HISD 80903",
    severity=Severity.WARNING,
    en="two questions have one identifier (DokIdForesp)",
    nb="to forespørsler har samme identifikator (DokIdForesp)",
    why=Words(
        "The answer cannot say which of them it answers.",
        "Svaret kan ikke si hvilken av dem det svarer på.",
    ),
    mend=Words(
        "Number the questions of a message.",
        "Nummerer forespørslene i en melding.",
    ),
    sample=ASK,
    bad=copy("//Foresporsel"),
)
def questions_have_their_own_id(message: Dialogmelding, _: Given) -> Iterator[Breach]:
    """Each question of a message has an identifier of its own."""
    ids = [one.dok_id_foresp for one in message.innhold if isinstance(one, Foresporsel)]
    known = [one for one in ids if one]
    if len(known) != len(set(known)):
        yield Breach("innhold")


elsewhere(
    Reason.SHAPE,
    {
        "DIA-03": "Questions and notes are alternatives in the declared class (SCH106); "
        "one use for all follows from the type in the head.",
    },
)


elsewhere(
    Reason.HUMAN,
    {
        "DIA-02": "That a text is about one patient has to be read.",
        "DIA-08": "Whether the question is about health information, and why, has to be read.",
        "DIA-13": "Whether a message of its own exists for what a text says has to be read.",
    },
)
