"""Rules of dialogs with citizens on Helsenorge (HIS 1176:2017, HITS 1217:2018)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import copy, drop, put, text, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words
from caremsg.values import Fragment

from ...dialog_types import INNBYGGER
from ...dialogmelding import Dialogmelding, Foresporsel, Notat, RollerRelatertNotat
from ...given import Given
from ..reading import NATIONAL, code_in, of_system

TIME, TALK = "dialog-time-1.1", "dialog-helsefaglig-1.1"
_SHORT, _LONG = 50, 1000

_TO_CITIZEN = (
    v("MsgInfo/Type", V="DIALOG_INNBYGGER_EKONTAKT", DN="Dialog med innbygger - eKontakt"),
    v("//TemaKodet", S=f"{NATIONAL}7602", V="12", DN="Svar på spørsmål, fra behandler"),
)
_REPEATED = (
    *_TO_CITIZEN,
    put(
        "//Notat",
        f"<Foresporsel><TypeForesp V='SB' S='{NATIONAL}7601' DN='Spørsmål til behandler'/>"
        "</Foresporsel>",
        after="TekstNotatInnhold",
    ),
)

_LOCAL = "Lokal identifikator uten nærmere angivelse"
_ABOUT_FAULT = "Dialog med innbygger - melde feil i helseopplysninger"
_FAULT = "Svar på henvendelse om feil i helseopplysninger, dialog ikke avsluttet"
_FROM_REGISTER = (
    v("MsgInfo/Type", V="DIALOG_INNBYGGER_HREG_MELDE_FEIL", DN=_ABOUT_FAULT),
    v("//TemaKodet", S=f"{NATIONAL}7606", V="R11", DN=_FAULT),
)
_SWAPPED = (
    copy("Document[1]"),
    drop("Document[1]/RefDoc/Content/*"),
    put("Document[1]/RefDoc/Content", "<x:e xmlns:x='urn:x'/>"),
)


@rule(
    "DIA060",
    "DIA-91",
    source="HITS 1217",
    en="the code of the action is not of {list}",
    nb="handlingskoden er ikke fra {list}",
    why=Words(
        "Helsenorge decides by it what the citizen may do.",
        "Helsenorge avgjør etter den hva innbyggeren kan gjøre.",
    ),
    mend=Words(
        "Use a code of the list.",
        "Bruk en kode fra listen.",
    ),
    sample=TIME,
    bad=v("//TemaKodet | //TypeForesp", S=f"{NATIONAL}9069", V="5", DN="Svar på forespørsel"),
)
def actions_of_the_service(part: Foresporsel | Notat, given: Given) -> Iterator[Breach]:
    """The action of a message to or from a citizen is of the lists of its service."""
    if not given.type.startswith(INNBYGGER):
        return
    asks = isinstance(part, Foresporsel)
    kind = part.type_foresp if isinstance(part, Foresporsel) else part.tema_kodet
    wanted = _lists(given.type.removeprefix(INNBYGGER), asks=asks)
    if kind.code and not of_system(kind, *wanted):
        yield Breach("type_foresp" if asks else "tema_kodet", list=wanted[0])


def _lists(service: str, *, asks: bool) -> tuple[int, ...]:
    """The code systems of an action; an appointment that nobody asked for comes as a question."""
    if service == "TEST":
        return (7603,)
    if service.startswith(("HREG", "HELSEREGISTER")):
        return (7605, 7601) if asks else (7606, 7602)
    return (7601, 7602) if asks else (7602,)


@rule(
    "DIA061",
    "DIA-92",
    source="HITS 1217",
    en="the question is repeated in the answer",
    nb="forespørselen er gjentatt i svaret",
    why=Words(
        "Helsenorge shows the dialog as a thread, and the question twice.",
        "Helsenorge viser dialogen som en tråd, og spørsmålet to ganger.",
    ),
    mend=Words(
        "Leave Foresporsel out of the note.",
        "Utelat Foresporsel i notatet.",
    ),
    sample="dialog-vedlegg-1.1",
    good=_TO_CITIZEN,
    bad=_REPEATED,
)
def answers_do_not_repeat(note: Notat, given: Given) -> Iterator[Breach]:
    """An answer to a citizen does not repeat the question."""
    if given.type.startswith(INNBYGGER) and note.foresporsel is not None:
        yield Breach("foresporsel")


@rule(
    "DIA062",
    "DIA-93",
    source="HITS 1217",
    severity=Severity.WARNING,
    en="the text is longer than the citizen's screen has room for: {limit} characters",
    nb="teksten er lengre enn innbyggerens skjerm har plass til: {limit} tegn",
    why=Words(
        "What is longer is cut or refused there.",
        "Det som er lengre, blir kuttet eller avvist der.",
    ),
    mend=Words(
        "Shorten the text, or attach it as a document.",
        "Forkort teksten, eller legg den ved som dokument.",
    ),
    sample="dialog-vedlegg-1.1",
    good=_TO_CITIZEN,
    bad=(*_TO_CITIZEN, text("//TekstNotatInnhold", "Vi har fått svar på prøvene. " * 40)),
)
def texts_are_short(part: Foresporsel | Notat, given: Given) -> Iterator[Breach]:
    """Texts to and from citizens are short."""
    if not given.type.startswith(INNBYGGER):
        return
    body: str | Fragment | None
    if isinstance(part, Notat):
        subject, body, at = part.tema, part.tekst_notat_innhold, ("tema", "tekst_notat_innhold")
    else:
        subject, body, at = part.emne_sporsmal, part.sporsmal, ("emne_sporsmal", "sporsmal")
    words = body if isinstance(body, str) or body is None else body.text
    for limit, words_of, field in ((_SHORT, subject, at[0]), (_LONG, words, at[1])):
        if len(words_of or "") > limit:
            yield Breach(field, limit=limit)


@rule(
    "DIA063",
    "DIA-90",
    source="HITS 1217",
    en="the first document is not the Dialogmelding",
    nb="det første dokumentet er ikke Dialogmelding",
    why=Words(
        "Helsenorge reads the first document as the message.",
        "Helsenorge leser det første dokumentet som meldingen.",
    ),
    mend=Words(
        "Put Dialogmelding first.",
        "Legg Dialogmelding først.",
    ),
    sample=TIME,
    bad=_SWAPPED,
)
def the_dialog_comes_first(message: Dialogmelding, given: Given) -> Iterator[Breach]:
    """A message to or from a citizen has its Dialogmelding first."""
    if given.type.startswith(INNBYGGER) and given.payload is not given.document:
        yield Breach()


@rule(
    "DIA064",
    "DIA-94",
    source="HITS 1217",
    en="the answer does not say who answered",
    nb="svaret sier ikke hvem som svarte",
    why=Words(
        "The citizen asked a person, and wants to know whether it was this one who answered.",
        "Innbyggeren spurte en person, og vil vite om det var denne som svarte.",
    ),
    mend=Words(
        "Give RollerRelatertNotat with the professional who answered.",
        "Oppgi RollerRelatertNotat med helsepersonellet som svarte.",
    ),
    sample="dialog-vedlegg-1.1",
    good=_TO_CITIZEN,
    bad=(*_TO_CITIZEN, drop("//RollerRelatertNotat")),
)
def answers_name_who_answered(note: Notat, given: Given) -> Iterator[Breach]:
    """An answer of a professional to a citizen names the professional."""
    answers = of_system(note.tema_kodet, 7602) and code_in(note.tema_kodet, _FROM_PROFESSIONAL)
    if answers and given.type.startswith(INNBYGGER) and not note.roller_relatert_notat:
        yield Breach("roller_relatert_notat")


_FROM_PROFESSIONAL = "12"


@rule(
    "DIA065",
    "DIA-94",
    source="HITS 1217",
    en="the unit of a register has no identifier of kind LOK",
    nb="enheten til et register har ingen identifikator av typen LOK",
    why=Words(
        "Helsenorge knows the registers by that identifier.",
        "Helsenorge kjenner registrene på den identifikatoren.",
    ),
    mend=Words(
        "Give Kontaktenhet with an Ident of kind LOK (9051).",
        "Oppgi Kontaktenhet med en Ident av typen LOK (9051).",
    ),
    sample=TALK,
    good=(*_FROM_REGISTER, v("//Kontaktenhet/Ident/TypeId", V="LOK", DN=_LOCAL)),
    bad=_FROM_REGISTER,
)
def registers_are_known(part: RollerRelatertNotat, given: Given) -> Iterator[Breach]:
    """The unit of a register has the identifier that Helsenorge knows it by."""
    unit = part.tilknyttet_enhet
    if unit is None or not given.type.startswith(f"{INNBYGGER}HREG"):
        return
    if not any(one.type_id.code == "LOK" for one in unit.kontaktenhet.ident):
        yield Breach("tilknyttet_enhet.kontaktenhet.ident")


elsewhere(
    Reason.EXCHANGE,
    {
        "DIA-97": "That a request could not be served is known to who tried.",
    },
)


elsewhere(
    Reason.HUMAN,
    {
        "DIA-94": "Whether the citizen wants a certain person is for the citizen to say; who "
        "answered, and the identifier of a register, are tested.",
    },
)
