"""Rules of the questions in any Dialogmelding (HIS 80603:2006, HIS 80603:2017)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import alone, copy, drop, put, text, v
from caremsg.declare.rules import Breach, rule
from caremsg.findings import Severity, Words

from ...dialogmelding import Dialogmelding, Foresporsel
from ...given import Given
from ..reading import NATIONAL, blank, code_in, day_of, of_system
from ..xhtml import blank_text

ASK = "dialog-foresporsel-1.0"
_PROFILE = ("DIALOG_FORESPORSEL", "DIALOG_SVAR")

_FROM_JOURNAL = (
    v(
        "//TypeForesp",
        S=f"{NATIONAL}9065",
        V="1",
        DN="Spørsmål om å få oversendt hele journalen",
    ),
    put("//Foresporsel", "<Begrunnelse>Ny fastlege</Begrunnelse>", after="Sporsmal"),
    alone("//Content/*"),
)


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


@rule(
    "DIA009",
    "DIA-14",
    source="HIS 80603; HISD 80903",
    severity=Severity.WARNING,
    en="the question is one of several and has no identifier (DokIdForesp)",
    nb="forespørselen er en av flere og har ingen identifikator (DokIdForesp)",
    why=Words(
        "The answer cannot say which of them it answers.",
        "Svaret kan ikke si hvilken av dem det svarer på.",
    ),
    mend=Words(
        "Number the questions of a message.",
        "Nummerer forespørslene i en melding.",
    ),
    sample=ASK,
    good=(copy("//Foresporsel"), text("//Foresporsel[2]/DokIdForesp", "2")),
    bad=(copy("//Foresporsel"), drop("//Foresporsel[2]/DokIdForesp")),
)
def several_questions_have_ids(message: Dialogmelding, _: Given) -> Iterator[Breach]:
    """When there are several questions, each has an identifier."""
    if len(message.innhold) > 1:
        for number, one in enumerate(message.innhold):
            if isinstance(one, Foresporsel) and blank(one.dok_id_foresp):
                yield Breach(f"innhold[{number}].dok_id_foresp")


@rule(
    "DIA012",
    "DIA-08",
    source="HIS 80603",
    en="it is not said what the information is wanted for (Formål or Begrunnelse)",
    nb="det er ikke oppgitt hva opplysningene skal brukes til (Formål eller Begrunnelse)",
    why=Words(
        "Whoever hands over a patient record has to know that the reason allows it.",
        "Den som utleverer journalopplysninger, må vite at grunnen gir adgang til det.",
    ),
    mend=Words(
        "Give a code in Formål, or the reason in Begrunnelse.",
        "Oppgi en kode i Formål, eller grunnen i Begrunnelse.",
    ),
    sample=ASK,
    good=_FROM_JOURNAL,
    bad=(*_FROM_JOURNAL, drop("//Begrunnelse")),
)
def a_request_for_records_has_a_reason(question: Foresporsel, given: Given) -> Iterator[Breach]:
    """A request for information from a patient record says what it is for."""
    # The profile of questions to doctors takes the purpose for granted (HISD 80903).
    asked = of_system(question.type_foresp, 9065) and code_in(question.type_foresp, "1", "2")
    reasoned = question.formal is not None or not blank(question.begrunnelse)
    if asked and not reasoned and given.type not in _PROFILE:
        yield Breach("formal")
