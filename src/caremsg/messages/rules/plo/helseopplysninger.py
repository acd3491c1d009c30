"""Rules of health information for case handling (HIS 1144:2014, HIS 1144:2009)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import Edit, put, text, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Words

from ...editions import PLO_1_5, PLO_1_6
from ...given import Given
from ...plo.helseopplysninger_ved_soknad import HelseopplysningerVedSoknad
from ..reading import NATIONAL, code_in, of_system
from .headings import has_heading, texts_under

SAMPLE = "helseopplysninger-1.6"
BOTH = (PLO_1_5, PLO_1_6)
FIRST, UPDATE = "1", "2"
"""What 9140 calls the two uses of health information."""
CHANGE: tuple[Edit, ...] = (
    v("//Forsendelsesstatus", V="M", DN="Endring"),
    put(
        "MsgInfo",
        "<ConversationRef><RefToParent>4bd84826-2c82-5d41-816f-c238823fcf42</RefToParent>"
        "<RefToConversation>4bd84826-2c82-5d41-816f-c238823fcf42</RefToConversation>"
        "</ConversationRef>",
        after="MsgId",
    ),
)
"""What makes a sample a change of an earlier message."""
_EXPECTED, _READY = "5", "3"

LISTED = Words(
    "The profile lists it among what is sent when it is relevant; a reader cannot tell "
    "`not relevant` from `forgotten`.",
    "Profilen har det blant det som sendes når det er relevant; en leser kan ikke skille "
    "`ikke relevant` fra `glemt`.",
)


@rule(
    "PLO320",
    "PLO-HO-02",
    source="HIS 1144:2014, 4.3; HIS 80704:2014, 6.2.3",
    en="the use is not a code of 9140",
    nb="bruken er ikke en kode fra 9140",
    why=Words(
        "A first notice and an update are handled differently.",
        "Et første varsel og en oppdatering behandles ulikt.",
    ),
    mend=Words(
        "Write 1 (first notice) or 2 (update) of 9140.",
        "Skriv 1 (varsel) eller 2 (oppdatering) fra 9140.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=v("//TypeInnhold", S=f"{NATIONAL}9139", V="11", DN="Utskrivningsrapport"),
)
def first_or_update(message: HelseopplysningerVedSoknad, _: Given) -> Iterator[Breach]:
    """Health information is a first notice or an update."""
    kind = message.type_innhold_i_melding
    if kind is None or not (
        of_system(kind.type_innhold, 9140) and code_in(kind.type_innhold, FIRST, UPDATE)
    ):
        yield Breach("type_innhold_i_melding")


@rule(
    "PLO321",
    "PLO-HO-04",
    source="HISD 80806:2012, 10.1; HISD 1154:2018, 3.1",
    en="a first notice is sent as a change (M)",
    nb="et første varsel er sendt som en endring (M)",
    why=Words(
        "The receiver looks for a message to replace, while the case has only begun.",
        "Mottakeren leter etter en melding å erstatte, mens saken nettopp har begynt.",
    ),
    mend=Words(
        "Send a first notice with N, and what changes it with TypeInnhold 2.",
        "Send et første varsel med N, og det som endrer det, med TypeInnhold 2.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=CHANGE,
)
def a_first_notice_is_new(message: HelseopplysningerVedSoknad, given: Given) -> Iterator[Breach]:
    """A first notice is new."""
    if use_of(message) == FIRST and given.status in ("M", "O"):  # O: an older word for M
        yield Breach("informasjon_om_forsendelsen.forsendelsesstatus")


def use_of(message: HelseopplysningerVedSoknad) -> str | None:
    """The use that health information tells, if it is a code of 9140."""
    kind = message.type_innhold_i_melding
    if kind is None or not of_system(kind.type_innhold, 9140):
        return None
    return kind.type_innhold.code


@rule(
    "PLO322",
    "PLO-HO-05",
    source="HIS 1144:2014, 3 and 4.3; HIS 1144:2009, 3",
    en="there is no text about the patient's status (heading 9145, 1)",
    nb="det er ingen tekst om pasientens status (overskrift 9145, 1)",
    why=Words(
        "The receiver acts on it, and cannot without it.",
        "Mottakeren handler etter det, og kan ikke uten.",
    ),
    mend=Words(
        "Write a Journaltekst with Overskriftskode 1 of 9145.",
        "Skriv en Journaltekst med Overskriftskode 1 fra 9145.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=v(
        "//Overskriftskode[@V='1' and @S='2.16.578.1.12.4.1.1.9145']",
        S=f"{NATIONAL}9142",
        V="VU",
        DN="Vurdering",
    ),
)
def status_of_the_patient(message: HelseopplysningerVedSoknad, given: Given) -> Iterator[Breach]:
    """There is a text about the patient's status."""
    if not has_heading(given, 9145, "1"):
        yield Breach()


@rule(
    "PLO323",
    "PLO-HO-06",
    source="HIS 1144:2014, 3 and 4.3; HIS 1144:2009, 3",
    en="there is no text about the expected course (heading 9145, 2)",
    nb="det er ingen tekst om antatt forløp (overskrift 9145, 2)",
    why=Words(
        "The receiver acts on it, and cannot without it.",
        "Mottakeren handler etter det, og kan ikke uten.",
    ),
    mend=Words(
        "Write a Journaltekst with Overskriftskode 2 of 9145.",
        "Skriv en Journaltekst med Overskriftskode 2 fra 9145.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=v(
        "//Overskriftskode[@V='2' and @S='2.16.578.1.12.4.1.1.9145']",
        S=f"{NATIONAL}9142",
        V="VU",
        DN="Vurdering",
    ),
)
def expected_course(message: HelseopplysningerVedSoknad, given: Given) -> Iterator[Breach]:
    """There is a text about the expected course."""
    if not has_heading(given, 9145, "2"):
        yield Breach()


@rule(
    "PLO324",
    "PLO-HO-07",
    source="HIS 1144:2014, 3; HIS 80704:2014, annex A and 13.2.7",
    en="the expected day of discharge is not given as an event (9121, code 5, or 3 as an estimate)",
    nb="forventet utskrivningsdato er ikke oppgitt som hendelse (9121, kode 5, eller 3 som anslag)",
    why=Words(
        "The municipality plans by that day.",
        "Kommunen planlegger etter den datoen.",
    ),
    mend=Words(
        "Give OpplysningOpphold with code 5 of 9121, a day, and Anslag true.",
        "Oppgi OpplysningOpphold med kode 5 fra 9121, en dato, og Anslag true.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=v("//OpplysningOpphold//Hendelsekode", V="1", DN="Pasient innlagt"),
)
def expected_discharge(message: HelseopplysningerVedSoknad, _: Given) -> Iterator[Breach]:
    """The expected day of discharge is an event."""
    for stay in message.opplysning_opphold:
        event = stay.tidsfestet_hendelse
        code = event.hendelsekode
        expected = code_in(code, _EXPECTED) or (code_in(code, _READY) and event.anslag)
        if expected and of_system(code, 9121):
            return
    yield Breach("opplysning_opphold")


@rule(
    "PLO325",
    "PLO-HO-08",
    source="HIS 1144:2009, 3",
    listed=True,
    en="neither text about status or course tells of a day of discharge",
    nb="verken tekst om status eller forløp forteller om utskrivningsdato",
    why=LISTED,
    mend=Words(
        "Write the expected day into the text about the course.",
        "Skriv forventet dato i teksten om forløpet.",
    ),
    editions=(PLO_1_5,),
    in_cancellation=False,
    sample="helseopplysninger-1.5",
    bad=text("//Journaltekst/Notat", "Stabil"),
)
def expected_discharge_in_words(
    message: HelseopplysningerVedSoknad, given: Given
) -> Iterator[Breach]:
    """In PLO 1.5 the expected day of discharge stands in the texts."""
    texts = [text for code in ("1", "2") for text in texts_under(given, 9145, code)]
    if texts and not any(sign.isdigit() for text in texts for sign in text):
        yield Breach()


@rule(
    "PLO329",
    "PLO-HO-07",
    source="HIS 1144:2014, 3; HIS 80704:2014, 13.2.7",
    en="the expected day of discharge is not marked as an estimate (Anslag)",
    nb="forventet utskrivningsdato er ikke merket som et anslag (Anslag)",
    why=Words(
        "A day that is expected looks like one that is decided.",
        "En dato som er forventet, ser ut som en som er bestemt.",
    ),
    mend=Words(
        "Set Anslag to true for code 5 of 9121.",
        "Sett Anslag til true for kode 5 fra 9121.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=text("//OpplysningOpphold[.//Hendelsekode/@V='5']//Anslag", "false"),
)
def what_is_expected_is_an_estimate(
    message: HelseopplysningerVedSoknad, _: Given
) -> Iterator[Breach]:
    """The expected day of discharge is an estimate."""
    for i, stay in enumerate(message.opplysning_opphold):
        event = stay.tidsfestet_hendelse
        expected = code_in(event.hendelsekode, _EXPECTED) and of_system(event.hendelsekode, 9121)
        if expected and event.anslag is False:
            yield Breach(f"opplysning_opphold[{i}].tidsfestet_hendelse.anslag")


elsewhere(
    Reason.SHAPE,
    {
        "PLO-HO-15": "EgensoknadSendt is obligatory in PLO 1.5 (SCH101).",
        "PLO-HO-19": "One event has to be there (SCH101), and any number of them is read.",
    },
)


elsewhere(
    Reason.EXCHANGE,
    {
        "PLO-HO-03": "Whether a notice was sent before is in the store.",
        "PLO-HO-14": "Which message is the last one is in the store.",
        "PLO-HO-18": "When the need was known is not in the message.",
    },
)


elsewhere(
    Reason.HUMAN,
    {
        "PLO-HO-12": "Whether the patient has children is not in the message.",
        "PLO-HO-17": "What else is relevant is for the sender to judge.",
        "PLO-HO-20": "Whether somebody called too is not in the message.",
    },
)
