"""Rules about the headings of journal texts (HIS 80704:2014, 8.2.9 and annex A)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from caremsg.declare.edits import v
from caremsg.declare.rules import Breach, rule
from caremsg.findings import Severity, Words

from ...datatypes import CV
from ...editions import PLO_1_5, PLO_1_6
from ...epj.journalnotat import Journaltekst
from ...given import Given
from ...plo.helseopplysninger_ved_soknad import HelseopplysningerVedSoknad
from ...plo.innleggelsesrapport import Innleggelsesrapport
from ...plo.konsultasjon import Konsultasjon
from ...plo.medisinske_opplysninger import OverforingMedisinskeOpplysninger
from ...plo.parts.medical import InfoAndreViktigeOpplysninger, MedisinskfagligeOpplysninger
from ...plo.parts.nursing import Sykepleierdokumentasjon
from ..reading import NATIONAL, blank, code_in, of_system

SAMPLE = "innleggelsesrapport-1.6"
BOTH = (PLO_1_5, PLO_1_6)

_TEXT = "//Journaltekst[1]"
_FROM_CARE = (Innleggelsesrapport, Konsultasjon)
_Headings = Iterator[tuple[str, CV | None]]


def _in(texts: Iterable[Journaltekst], path: str) -> _Headings:
    """The headings of texts, with their paths."""
    for i, written in enumerate(texts):
        yield f"{path}.journaltekst[{i}].overskriftskode", written.overskriftskode


def _medical(part: MedisinskfagligeOpplysninger | InfoAndreViktigeOpplysninger) -> _Headings:
    """The headings of the notes in a medical part."""
    for i, note in enumerate(part.generelt_journalnotat):
        yield from _in(note.journaltekst, f"generelt_journalnotat[{i}]")
    for i, about in enumerate(part.allerginotat):
        yield from _in(about.journaltekst, f"allerginotat[{i}]")


def _nursing(part: Sykepleierdokumentasjon) -> _Headings:
    """The headings of the texts in the nursing part."""
    if part.info_fra_sykepleier is not None:
        yield from _in(part.info_fra_sykepleier.journaltekst, "info_fra_sykepleier")
    for i, judged in enumerate(part.info_vurderinger):
        yield from _in(judged.journaltekst, f"info_vurderinger[{i}]")
    for i, goal in enumerate(part.info_maal_forventet_res):
        yield from _in(goal.journaltekst, f"info_maal_forventet_res[{i}]")


def _foreign(heading: CV | None, given: Given) -> bool:
    """True for a heading of health information (9145) in another message."""
    return of_system(heading, 9145) and not isinstance(given.document, HelseopplysningerVedSoknad)


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
def medical_headings(
    part: MedisinskfagligeOpplysninger | InfoAndreViktigeOpplysninger, given: Given
) -> Iterator[Breach]:
    """Headings of medical texts are of 9142."""
    from_doctor = isinstance(given.document, OverforingMedisinskeOpplysninger)
    for path, heading in _medical(part):
        if from_doctor and of_system(heading, 9141) and code_in(heading, "14"):
            continue  # it has no nursing part to put practical matters into
        if of_system(heading, 9141) or _foreign(heading, given):
            yield Breach(path)


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
def nursing_headings(part: Sykepleierdokumentasjon, given: Given) -> Iterator[Breach]:
    """Headings of nursing texts are of 9141."""
    for path, heading in _nursing(part):
        if of_system(heading, 9142, 9143) or _foreign(heading, given):
            yield Breach(path)


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
    within=_FROM_CARE,
    in_cancellation=False,
    sample=SAMPLE,
    bad=v(f"{_TEXT}/Overskriftskode", V="SYKM", DN="Sykmelding"),
)
def sick_leave_is_for_doctors(note: Journaltekst, _: Given) -> Iterator[Breach]:
    """Only doctors write about sick leave."""
    if code_in(note.overskriftskode, "SYKM"):
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
    within=(*_FROM_CARE, OverforingMedisinskeOpplysninger),
    in_cancellation=False,
    sample=SAMPLE,
    bad=v(
        "//InfoFraSykepleier/Journaltekst[1]/Overskriftskode", V="12", DN="Status ved utskrivning"
    ),
)
def headings_of_the_ward(note: Journaltekst, _: Given) -> Iterator[Breach]:
    """Status on arrival and at discharge come from the ward."""
    heading = note.overskriftskode
    if of_system(heading, 9141) and code_in(heading, "1", "12"):
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
