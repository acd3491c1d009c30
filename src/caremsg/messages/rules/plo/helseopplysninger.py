"""Rules of health information for case handling (HIS 1144:2014, HIS 1144:2009)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, text, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...editions import PLO_1_5, PLO_1_6
from ...epj.cave import Cave
from ...epj.journalnotat import Journaltekst
from ...given import Given
from ...plo.helseopplysninger_ved_soknad import HelseopplysningerVedSoknad
from ...plo.parts.events import TidsfestetHendelse
from ..reading import NATIONAL, code_in, of_system
from .headings import has_heading, text_under

SAMPLE = "helseopplysninger-1.6"
BOTH = (PLO_1_5, PLO_1_6)
_FIRST, _UPDATE = "1", "2"
_EXPECTED, _READY = "5", "3"

_LISTED = Words(
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
        of_system(kind.type_innhold, 9140) and code_in(kind.type_innhold, "1", "2")
    ):
        yield Breach("type_innhold_i_melding")


@rule(
    "PLO321",
    "PLO-HO-04",
    source="HISD 80806:2012, 10.1; HISD 1154:2018, 3.1",
    en="a first notice is new (N), and an update is a change (M)",
    nb="et varsel er nytt (N), og en oppdatering er en endring (M)",
    why=Words(
        "An update that is sent as new stands beside the old one, and both seem to hold.",
        "En oppdatering som sendes som ny, står ved siden av den gamle, og begge ser ut til "
        "å gjelde.",
    ),
    mend=Words(
        "Send an update with M and a reference to the first notice.",
        "Send en oppdatering med M og en referanse til varselet.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=v("//TypeInnhold", V="2", DN="Oppdaterte opplysninger"),
)
def an_update_is_a_change(message: HelseopplysningerVedSoknad, given: Given) -> Iterator[Breach]:
    """A first notice is new, and an update is a change."""
    kind = message.type_innhold_i_melding
    if kind is None:
        return
    wanted = {_FIRST: ("N",), _UPDATE: ("M", "O")}.get(kind.type_innhold.code or "")
    if wanted and given.status not in wanted:
        yield Breach("informasjon_om_forsendelsen.forsendelsesstatus")


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
    "PLO-HO-19",
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
def expected_discharge(message: HelseopplysningerVedSoknad, given: Given) -> Iterator[Breach]:
    """The expected day of discharge is an event."""
    for event in given.all(TidsfestetHendelse):
        code = event.hendelsekode
        if code_in(code, _EXPECTED) or (code_in(code, _READY) and event.anslag):
            return
    yield Breach("opplysning_opphold")


@rule(
    "PLO325",
    "PLO-HO-08",
    source="HIS 1144:2009, 3",
    listed=True,
    en="neither text about status or course tells of a day of discharge",
    nb="verken tekst om status eller forløp forteller om utskrivningsdato",
    why=_LISTED,
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
    texts = [text_under(given, 9145, code) or "" for code in ("1", "2")]
    if any(texts) and not any(sign.isdigit() for sign in "".join(texts)):
        yield Breach()


@rule(
    "PLO326",
    "PLO-HO-09",
    source="HIS 1144:2014, 3 and 4.3",
    listed=True,
    en="no critical information is given (Cave)",
    nb="ingen kritisk informasjon er oppgitt (Cave)",
    why=_LISTED,
    mend=Words(
        "Give Cave; if there is nothing critical, say so in a text.",
        "Oppgi Cave; er ingenting kritisk, sies det i en tekst.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//MedisinskfagligeOpplysninger/Cave"),
)
def critical_information(message: HelseopplysningerVedSoknad, given: Given) -> Iterator[Breach]:
    """Critical information is given."""
    if not given.all(Cave):
        yield Breach("medisinskfaglige_opplysninger.cave")


@rule(
    "PLO327",
    "PLO-HO-11",
    source="HIS 1144:2014, 3 and 4.3",
    listed=True,
    en="no next of kin is given (ParorendeForesatt)",
    nb="ingen pårørende er oppgitt (ParorendeForesatt)",
    why=_LISTED,
    mend=Words(
        "Give at least one, with a telephone number.",
        "Oppgi minst én, med telefonnummer.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//ParorendeForesatt"),
)
def next_of_kin(message: HelseopplysningerVedSoknad, _: Given) -> Iterator[Breach]:
    """Next of kin is given."""
    if not message.parorende_foresatt:
        yield Breach("parorende_foresatt")


@rule(
    "PLO328",
    "PLO-HO-16",
    source="HIS 80704:2009, notes of change, 9",
    severity=Severity.ADVICE,
    en="a list of medicines seems to stand in a text",
    nb="en legemiddelliste ser ut til å stå i en tekst",
    why=Words(
        "Nobody checks medicines in a text, and this message has no other place for them.",
        "Ingen kontrollerer legemidler i en tekst, og denne meldingen har ingen annen plass "
        "til dem.",
    ),
    mend=Words(
        "Send medicines in the discharge report.",
        "Send legemidler i utskrivningsrapporten.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=text(
        "//Journaltekst[1]/Notat",
        "Metoprolol 50 mg x 1, Apixaban 5 mg x 2, Paracet 1 g x 3, Furix 40 mg x 1",
    ),
)
def no_medicines_in_texts(message: HelseopplysningerVedSoknad, given: Given) -> Iterator[Breach]:
    """Medicines are not listed in the texts of health information."""
    for note in given.all(Journaltekst):
        lower = note.notat.lower()
        if lower.count(" mg") + lower.count(" g x") >= 3:
            yield Breach()
            return


elsewhere(
    Reason.SHAPE,
    {
        "PLO-HO-15": "EgensoknadSendt is obligatory in PLO 1.5 (SCH101).",
    },
)


elsewhere(
    Reason.EXCHANGE,
    {
        "PLO-HO-03": "Whether a notice was sent before is in the store.",
        "PLO-HO-13": "What changed is seen beside the previous message.",
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
