"""Rules about journal texts, headings, wishes and earlier illness (HIS 80704:2014, 8.2 and 9.2)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, put, text, v
from caremsg.declare.rules import Breach, rule
from caremsg.findings import Severity, Words

from ...editions import PLO_1_5, PLO_1_6
from ...epj.journalnotat import Journaltekst
from ...given import Given
from ...plo.helseopplysninger_ved_soknad import HelseopplysningerVedSoknad
from ...plo.innleggelsesrapport import Innleggelsesrapport
from ...plo.konsultasjon import Konsultasjon
from ...plo.parts.care_message import CareMessage
from ...plo.parts.medical import InfoTidligereSykdommer, MedisinskfagligeOpplysninger
from ...plo.parts.nursing import Sykepleierdokumentasjon
from ...plo.parts.patient import ReservasjonOnske
from ...plo.tverrfaglig_epikrise import TverrfagligEpikrise
from ..reading import NATIONAL, blank, code_in, day_of, of_system

SAMPLE = "innleggelsesrapport-1.6"
DISCHARGE = "utskrivningsrapport-1.6"
BOTH = (PLO_1_5, PLO_1_6)

_MEDICAL = (9142, 9143, 9145)
_NURSING = (9141, 9145)
_TEXT = "//Journaltekst[1]"


@rule(
    "PLO210",
    "PLO-KL-08",
    source="HIS 80704:2014, 8.2.8",
    severity=Severity.WARNING,
    en="the withdrawal of the wish has a person without a day, a day without a person, or "
    "came before the wish",
    nb="tilbaketrekkingen av ønsket har person uten dato, dato uten person, eller kom før ønsket",
    why=Words(
        "Whether the wish still holds is what the reader has to know.",
        "Om ønsket fortsatt gjelder, er det leseren må vite.",
    ),
    mend=Words(
        "Give TrukketTilbakeAv and TrukketTilbakeDato together.",
        "Oppgi TrukketTilbakeAv og TrukketTilbakeDato sammen.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=put(
        "//ReservasjonOnske",
        "<TrukketTilbakeDato>2024-01-01</TrukketTilbakeDato>",
        after="FramsattDato",
    ),
)
def a_withdrawal_is_whole(wish: ReservasjonOnske, _: Given) -> Iterator[Breach]:
    """A withdrawal of a wish has a person and a day after the wish."""
    day, made = day_of(wish.trukket_tilbake_dato), day_of(wish.framsatt_dato)
    half = (wish.trukket_tilbake_av is None) != (wish.trukket_tilbake_dato is None)
    if half or (day is not None and made is not None and day < made):
        yield Breach("trukket_tilbake_dato")


@rule(
    "PLO211",
    "PLO-KL-09",
    source="HIS 80704:2014, 8.2.9",
    severity=Severity.WARNING,
    en="a heading among the medical texts is not of 9142",
    nb="en overskrift blant de medisinske tekstene er ikke fra 9142",
    why=Words(
        "Doctors look for medical headings there, nurses for theirs somewhere else.",
        "Leger leter etter medisinske overskrifter der, sykepleiere etter sine et annet sted.",
    ),
    mend=Words(
        "Use a heading of 9142, or move the text to the nursing part.",
        "Bruk en overskrift fra 9142, eller flytt teksten til sykepleiedelen.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=v(
        "//MedisinskfagligeOpplysninger//GenereltJournalnotat/Journaltekst[1]/Overskriftskode",
        S=f"{NATIONAL}9141",
        V="8",
        DN="Sykepleiesammenfatning",
    ),
)
def medical_headings(part: MedisinskfagligeOpplysninger, _: Given) -> Iterator[Breach]:
    """Headings of medical texts are of 9142."""
    for i, note in enumerate(part.generelt_journalnotat):
        for j, written in enumerate(note.journaltekst):
            heading = written.overskriftskode
            if heading is not None and of_system(heading, 9141) and not code_in(heading, "14"):
                yield Breach(f"generelt_journalnotat[{i}].journaltekst[{j}].overskriftskode")


@rule(
    "PLO212",
    "PLO-KL-10",
    source="HIS 80704:2014, 8.2.9",
    severity=Severity.WARNING,
    en="a heading in the nursing part is not of 9141",
    nb="en overskrift i sykepleiedelen er ikke fra 9141",
    why=Words(
        "Nurses look for nursing headings there.",
        "Sykepleiere leter etter sine overskrifter der.",
    ),
    mend=Words(
        "Use a heading of 9141, or move the text to the medical part.",
        "Bruk en overskrift fra 9141, eller flytt teksten til den medisinske delen.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=v(
        "//InfoFraSykepleier/Journaltekst[1]/Overskriftskode",
        S=f"{NATIONAL}9142",
        V="FU",
        DN="Funn og undersøkelsesresultat",
    ),
)
def nursing_headings(part: Sykepleierdokumentasjon, _: Given) -> Iterator[Breach]:
    """Headings of nursing texts are of 9141."""
    notes = part.info_fra_sykepleier.journaltekst if part.info_fra_sykepleier is not None else ()
    for i, written in enumerate(notes):
        if of_system(written.overskriftskode, 9142):
            yield Breach(f"info_fra_sykepleier.journaltekst[{i}].overskriftskode")


@rule(
    "PLO213",
    "PLO-KL-11",
    "PLO-IR-21",
    source="HIS 80704:2014, annex A",
    en="the heading Innleggelsesårsak (9141, code 11) is no longer used",
    nb="overskriften Innleggelsesårsak (9141, kode 11) er ikke lenger i bruk",
    why=Words(
        "Receivers look for the reason of admission under 9142, code AAI.",
        "Mottakere leter etter årsaken til innleggelse under 9142, kode AAI.",
    ),
    mend=Words(
        "Use 9142, code AAI.",
        "Bruk 9142, kode AAI.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=v(f"{_TEXT}/Overskriftskode", S=f"{NATIONAL}9141", V="11", DN="Innleggelsesårsak"),
)
def no_old_heading(note: Journaltekst, _: Given) -> Iterator[Breach]:
    """The heading 9141/11 is not used from PLO 1.6 on."""
    if code_in(note.overskriftskode, "11") and of_system(note.overskriftskode, 9141):
        yield Breach("overskriftskode")


@rule(
    "PLO214",
    "PLO-KL-12",
    source="HIS 80704:2014, 8.2.9",
    severity=Severity.WARNING,
    only="sending",
    en="a care service does not write about sick leave (9142, code SYKM)",
    nb="en pleie- og omsorgstjeneste skriver ikke om sykmelding (9142, kode SYKM)",
    why=Words(
        "Only doctors report somebody sick.",
        "Bare leger sykmelder.",
    ),
    mend=Words(
        "Use another heading.",
        "Bruk en annen overskrift.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=v(f"{_TEXT}/Overskriftskode", V="SYKM", DN="Sykmelding"),
)
def sick_leave_is_for_doctors(note: Journaltekst, given: Given) -> Iterator[Breach]:
    """Only doctors write about sick leave."""
    from_care = isinstance(given.document, Innleggelsesrapport | Konsultasjon)
    if from_care and code_in(note.overskriftskode, "SYKM"):
        yield Breach("overskriftskode")


@rule(
    "PLO215",
    "PLO-KL-13",
    source="HIS 80704:2014, 8.2.9",
    severity=Severity.WARNING,
    only="sending",
    en="the heading is for the place where the patient was admitted",
    nb="overskriften er for stedet der pasienten var innlagt",
    why=Words(
        "Status on arrival and at discharge are known there only.",
        "Innkomststatus og status ved utskrivning er bare kjent der.",
    ),
    mend=Words(
        "Use another heading of 9141.",
        "Bruk en annen overskrift fra 9141.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=v(
        "//InfoFraSykepleier/Journaltekst[1]/Overskriftskode", V="12", DN="Status ved utskrivning"
    ),
)
def headings_of_the_ward(note: Journaltekst, given: Given) -> Iterator[Breach]:
    """Status on arrival and at discharge come from the ward."""
    heading = note.overskriftskode
    of_ward = of_system(heading, 9141) and code_in(heading, "1", "12")
    from_ward = isinstance(given.document, TverrfagligEpikrise | HelseopplysningerVedSoknad)
    if of_ward and not from_ward:
        yield Breach("overskriftskode")


@rule(
    "PLO216",
    "PLO-KL-14",
    source="HISD 1165:2016",
    en="the heading has no text (DN)",
    nb="overskriften har ingen tekst (DN)",
    why=Words(
        "Headings are shown; without its text the reader sees a number.",
        "Overskrifter vises; uten teksten ser leseren et nummer.",
    ),
    mend=Words(
        "Give the text of the code.",
        "Oppgi kodens tekst.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=v(f"{_TEXT}/Overskriftskode", DN=None),
)
def headings_have_words(note: Journaltekst, _: Given) -> Iterator[Breach]:
    """A heading has its text."""
    heading = note.overskriftskode
    if heading is not None and blank(heading.display) and blank(heading.original_text):
        yield Breach("overskriftskode")


@rule(
    "PLO217",
    "PLO-KL-15",
    source="HIS 80704:2014, 8.2.9",
    en="there is nothing under the heading",
    nb="det står ingenting under overskriften",
    why=Words(
        "The reader does not know whether nothing is to be said or something was lost.",
        "Leseren vet ikke om det ikke er noe å si, eller om noe er gått tapt.",
    ),
    mend=Words(
        "Write the text, or leave the heading out.",
        "Skriv teksten, eller utelat overskriften.",
    ),
    editions=BOTH,
    in_cancellation=False,
    within=(CareMessage,),
    sample=SAMPLE,
    bad=text(f"{_TEXT}/Notat", " "),
)
def texts_say_something(note: Journaltekst, _: Given) -> Iterator[Breach]:
    """A journal text is not empty."""
    if blank(note.notat):
        yield Breach("notat")


@rule(
    "PLO218",
    "PLO-KL-16",
    source="HIS 80704:2014, 9.2.2",
    en="the earlier illness has neither an entry nor a text",
    nb="den tidligere sykdommen har verken oppføring eller tekst",
    why=Words(
        "The schema allows both to be left out.",
        "Skjemaet tillater at begge utelates.",
    ),
    mend=Words(
        "Give TidligereSykdomFragment or Journaltekst.",
        "Oppgi TidligereSykdomFragment eller Journaltekst.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample="medisinske-opplysninger-1.6",
    bad=drop("//InfoTidligereSykdommer/*"),
)
def earlier_illness_is_told(info: InfoTidligereSykdommer, _: Given) -> Iterator[Breach]:
    """An earlier illness is an entry or a text."""
    if info.tidligere_sykdom_fragment is None and info.journaltekst is None:
        yield Breach()
