"""Rules of the admission report (HIS 1143:2014, HIS 1143:2009)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Words

from ...editions import PLO_1_5, PLO_1_6
from ...epj.cave import Cave
from ...epj.legemiddel import LegemidlerAdministrertVedOverforing
from ...given import Given
from ...plo.innleggelsesrapport import Innleggelsesrapport
from ...plo.parts.nursing import OpplysningerRelevantOppfolging
from ..reading import blank
from .headings import has_heading

SAMPLE = "innleggelsesrapport-1.6"
BOTH = (PLO_1_5, PLO_1_6)

_LISTED = Words(
    "The profile lists it among what is sent when it is relevant; a reader cannot tell "
    "`not relevant` from `forgotten`.",
    "Profilen har det blant det som sendes når det er relevant; en leser kan ikke skille "
    "`ikke relevant` fra `glemt`.",
)


@rule(
    "PLO301",
    "PLO-IR-02",
    source="HIS 1143:2014, 3 and 4.3",
    listed=True,
    en="there is no text about the reason for admission (heading 9142, AAI)",
    nb="det er ingen tekst om årsaken til innleggelsen (overskrift 9142, AAI)",
    why=_LISTED,
    mend=Words(
        "Write a Journaltekst with Overskriftskode AAI of 9142.",
        "Skriv en Journaltekst med Overskriftskode AAI fra 9142.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=v("//Overskriftskode[@V='AAI']", V="FU", DN="Funn og undersøkelsesresultat"),
)
def reason_for_admission(report: Innleggelsesrapport, given: Given) -> Iterator[Breach]:
    """There is a text about the reason for admission."""
    if not has_heading(given, 9142, "AAI"):
        yield Breach()


@rule(
    "PLO302",
    "PLO-IR-03",
    source="HIS 1143:2014, 3 and 4.3",
    listed=True,
    en="no diagnosis is given",
    nb="ingen diagnose er oppgitt",
    why=_LISTED,
    mend=Words(
        "Give MedisinskDiagnose, one for each code.",
        "Oppgi MedisinskDiagnose, én for hver kode.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//InfoMedisinskDiagnose"),
)
def diagnoses(report: Innleggelsesrapport, _: Given) -> Iterator[Breach]:
    """There is at least one diagnosis."""
    if not report.info_medisinsk_diagnose:
        yield Breach("info_medisinsk_diagnose")


@rule(
    "PLO303",
    "PLO-IR-04",
    source="HIS 1143:2014, 3 and 4.3",
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
def critical_information(report: Innleggelsesrapport, given: Given) -> Iterator[Breach]:
    """Critical information is given."""
    if not given.all(Cave):
        yield Breach("medisinskfaglige_opplysninger.cave")


@rule(
    "PLO304",
    "PLO-IR-05",
    source="HIS 1143:2014, 3 and 4.3; HIS 1143:2009, 3",
    listed=True,
    en="no medicine is given (Legemiddelinfo)",
    nb="ingen legemidler er oppgitt (Legemiddelinfo)",
    why=_LISTED,
    mend=Words(
        "Give Legemiddelinfo, one for each medicine.",
        "Oppgi Legemiddelinfo, én for hvert legemiddel.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//Legemiddelinfo"),
)
def medicines(report: Innleggelsesrapport, _: Given) -> Iterator[Breach]:
    """The patient's medicines are given."""
    if not report.legemiddelinfo:
        yield Breach("legemiddelinfo")


@rule(
    "PLO305",
    "PLO-IR-06",
    source="HIS 1143:2014, 3 and 4.3",
    listed=True,
    en="it is not said whether the patient needs help with medicines",
    nb="det er ikke oppgitt om pasienten trenger hjelp med legemidler",
    why=_LISTED,
    mend=Words(
        "Give HjelpLegemiddeladm or MerknadTilLegemiddeladministrering.",
        "Oppgi HjelpLegemiddeladm eller MerknadTilLegemiddeladministrering.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=(drop("//HjelpLegemiddeladm"), drop("//MerknadTilLegemiddeladministrering")),
)
def help_with_medicines(report: Innleggelsesrapport, given: Given) -> Iterator[Breach]:
    """The need for help with medicines is told."""
    if not any(
        part.hjelp_legemiddeladm is not None or not blank(part.merknad_til_legemiddeladministrering)
        for part in given.all(OpplysningerRelevantOppfolging)
    ):
        yield Breach("sykepleierdokumentasjon")


@rule(
    "PLO306",
    "PLO-IR-07",
    source="HIS 1143:2014, 3; HIS 80704:2014, 11.2.4",
    listed=True,
    en="it is not said which medicines were given today",
    nb="det er ikke oppgitt hvilke legemidler som er gitt i dag",
    why=_LISTED,
    mend=Words(
        "Give LegemidlerAdministrertVedOverforing with the time of each dose.",
        "Oppgi LegemidlerAdministrertVedOverforing med tidspunkt for hver dose.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//LegemidlerAdministrertVedOverforing"),
)
def medicines_given_today(report: Innleggelsesrapport, given: Given) -> Iterator[Breach]:
    """Medicines that were given on the day are told."""
    if not given.all(LegemidlerAdministrertVedOverforing):
        yield Breach("sykepleierdokumentasjon")


@rule(
    "PLO307",
    "PLO-IR-08",
    source="HIS 1143:2014, 3 and 4.3",
    listed=True,
    en="there is no text about nursing in short (heading 9141, 8)",
    nb="det er ingen tekst om sykepleien i korte trekk (overskrift 9141, 8)",
    why=_LISTED,
    mend=Words(
        "Write a Journaltekst with Overskriftskode 8 of 9141.",
        "Skriv en Journaltekst med Overskriftskode 8 fra 9141.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=v("//Overskriftskode[@V='8']", V="88", DN="Annet"),
)
def nursing_summary(report: Innleggelsesrapport, given: Given) -> Iterator[Breach]:
    """There is a text about nursing in short."""
    if not has_heading(given, 9141, "8"):
        yield Breach()


elsewhere(
    Reason.SHAPE,
    {
        "PLO-IR-13": "The telephone number of the unit is asked for by PLO112 and PLO116.",
        "PLO-IR-20": "The declared class has no field for the time of admission.",
    },
)


elsewhere(
    Reason.EXCHANGE,
    {
        "PLO-IR-18": "Which notice the report answers is seen beside it.",
        "PLO-IR-19": "The time of admission is in another message.",
    },
)


elsewhere(
    Reason.HUMAN,
    {
        "PLO-IR-16": "Whether the patient has children is not in the message; a child that is "
        "given is judged by PLO144.",
    },
)
