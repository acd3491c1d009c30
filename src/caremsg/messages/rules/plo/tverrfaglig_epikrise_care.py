"""Rules of the discharge report: nursing, next of kin, the stay (HIS 1148)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...editions import PLO_1_5, PLO_1_6
from ...given import Given
from ...plo.parts.nursing import OpplysningerRelevantOppfolging
from ...plo.parts.patient import InformasjonGitt
from ...plo.tverrfaglig_epikrise import TverrfagligEpikrise
from ..reading import code_in
from .headings import has_heading

SAMPLE = "utskrivningsrapport-1.6"

BOTH = (PLO_1_5, PLO_1_6)

_LISTED = Words(
    "The profile lists it among what is sent when it is relevant; a reader cannot tell "
    "`not relevant` from `forgotten`.",
    "Profilen har det blant det som sendes når det er relevant; en leser kan ikke skille "
    "`ikke relevant` fra `glemt`.",
)


@rule(
    "PLO429",
    "PLO-UR-11",
    source="HIS 1148:2014, 3 and 4.3; HIS 1148:2009, 3",
    listed=True,
    en="it is not said whether the patient needs help with medicines",
    nb="det er ikke oppgitt om pasienten trenger hjelp med legemidler",
    why=_LISTED,
    mend=Words(
        "Give HjelpLegemiddeladm or MerknadTilLegemiddeladministrering.",
        "Oppgi HjelpLegemiddeladm eller MerknadTilLegemiddeladministrering.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//OpplysningerRelevantOppfolging/HjelpLegemiddeladm"),
)
def help_with_medicines(report: TverrfagligEpikrise, given: Given) -> Iterator[Breach]:
    """The need for help with medicines is told."""
    if not any(
        part.hjelp_legemiddeladm is not None or part.merknad_til_legemiddeladministrering
        for part in given.all(OpplysningerRelevantOppfolging)
    ):
        yield Breach("sykepleierdokumentasjon")


@rule(
    "PLO430",
    "PLO-UR-12",
    source="HIS 1148:2014, 3 and 4.3",
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
def nursing_summary(report: TverrfagligEpikrise, given: Given) -> Iterator[Breach]:
    """There is a text about nursing in short."""
    if not has_heading(given, 9141, "8"):
        yield Breach()


@rule(
    "PLO431",
    "PLO-UR-13",
    source="HIS 1148:2014, 3 and 4.3",
    listed=True,
    en="there is no text about practical matters (heading 9141, 14)",
    nb="det er ingen tekst om praktiske forhold (overskrift 9141, 14)",
    why=_LISTED,
    mend=Words(
        "Write a Journaltekst with Overskriftskode 14 of 9141.",
        "Skriv en Journaltekst med Overskriftskode 14 fra 9141.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=v("//Overskriftskode[@V='14']", V="88", DN="Annet"),
)
def practical_information(report: TverrfagligEpikrise, given: Given) -> Iterator[Breach]:
    """There is a text about practical matters."""
    if not has_heading(given, 9141, "14"):
        yield Breach()


@rule(
    "PLO432",
    "PLO-UR-14",
    source="HIS 1148:2009, 3",
    listed=True,
    en="what the list of PLO 1.5 names is missing: {missing}",
    nb="det som listen i PLO 1.5 nevner, mangler: {missing}",
    why=_LISTED,
    mend=Words(
        "Give what is relevant.",
        "Oppgi det som er relevant.",
    ),
    editions=(PLO_1_5,),
    in_cancellation=False,
    sample="utskrivningsrapport-1.5",
    bad=drop("//InfoInformasjonGitt"),
)
def listed_in_1_5(report: TverrfagligEpikrise, given: Given) -> Iterator[Breach]:
    """What the list of PLO 1.5 names is there."""
    missing: list[str] = []
    if not has_heading(given, 9141, "12"):
        missing.append("9141, 12")
    if not given.all(InformasjonGitt) and not has_heading(given, 9142, "IP"):
        missing.append("InformasjonGitt")
    if missing:
        yield Breach(missing="; ".join(missing))


@rule(
    "PLO433",
    "PLO-UR-16",
    source="HIS 1148:2014, 3 and 4.3",
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
def next_of_kin(report: TverrfagligEpikrise, _: Given) -> Iterator[Breach]:
    """Next of kin is given."""
    if not report.parorende_foresatt:
        yield Breach("parorende_foresatt")


@rule(
    "PLO434",
    "PLO-UR-18",
    source="caremsg, derived from HIS 80704:2014, 13.2.7",
    severity=Severity.WARNING,
    en="admission and discharge are not coded as events (9121, 1 and 2)",
    nb="innleggelse og utskrivning er ikke kodet som hendelser (9121, 1 og 2)",
    why=Words(
        "Programs that follow a stay need the codes.",
        "Programmer som følger et opphold, trenger kodene.",
    ),
    mend=Words(
        "Give OpplysningOpphold with both events.",
        "Oppgi OpplysningOpphold med begge hendelsene.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//OpplysningOpphold[1]"),
)
def the_stay_is_coded(report: TverrfagligEpikrise, _: Given) -> Iterator[Breach]:
    """Admission and discharge are coded events."""
    codes = {part.tidsfestet_hendelse.hendelsekode for part in report.opplysning_opphold}
    if not all(any(code_in(code, wanted) for code in codes) for wanted in ("1", "2")):
        yield Breach("opplysning_opphold")


elsewhere(
    Reason.EXCHANGE,
    {
        "PLO-UR-19": "The day of discharge may be in another message.",
        "PLO-UR-20": "That a notice of discharge goes along is seen beside it.",
    },
)


elsewhere(
    Reason.HUMAN,
    {
        "PLO-UR-17": "Whether the patient has children is not in the message.",
        "PLO-UR-21": "A copy on paper is the business of the user interface.",
    },
)
