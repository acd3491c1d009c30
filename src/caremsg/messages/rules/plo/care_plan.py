"""Rules about the plan of care: who answers, measures, goals (HIS 80704:2014, 10.2)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import Edit, drop, put
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...editions import PLO_1_5, PLO_1_6
from ...given import Given
from ...plo.parts.care_plan import (
    Enkeltvurdering,
    InnholdMaaldokument,
    InnholdVurdering,
    PlanlagtGjennomforingTiltak,
    Tiltaksbeskrivelse,
)
from ...plo.parts.events import Ansvarlig
from ...plo.parts.medication import AvtaleOmAdmLegemidler
from ..reading import NATIONAL, blank, day_of, of_system

SAMPLE = "innleggelsesrapport-1.6"
BOTH = (PLO_1_5, PLO_1_6)


def _agreed(system: int, code: str) -> Edit:
    """An agreement about medicines, with one task."""
    return put(
        "//Sykepleierdokumentasjon",
        "<InfoAvtaleOmLegemiddeladm><AvtaleOmAdmLegemidler>"
        "<AvtaleAdmLegemidler>true</AvtaleAdmLegemidler>"
        "<AvtaleAdmMultidose>false</AvtaleAdmMultidose>"
        f"<Tiltaksbeskrivelse><IntervensjonTiltakKode V='{code}' S='{NATIONAL}{system}'"
        " DN='Legge i dosett'/></Tiltaksbeskrivelse>"
        "</AvtaleOmAdmLegemidler></InfoAvtaleOmLegemiddeladm>",
        after="LegemidlerAdministrertVedOverforing",
    )


@rule(
    "PLO233",
    "PLO-KL-28",
    source="HIS 80704:2014, 10.2.13",
    en="neither the person nor the organisation that is responsible is given",
    nb="verken personen eller virksomheten som er ansvarlig, er oppgitt",
    why=Words(
        "The entry says that somebody answers, and not who.",
        "Oppføringen sier at noen svarer for det, men ikke hvem.",
    ),
    mend=Words(
        "Give AnsvarligTjenesteyter or Virksomhet.",
        "Oppgi AnsvarligTjenesteyter eller Virksomhet.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=put(
        "//InfoKartleggingFunksjonsniva",
        "<Ansvarlig><TidspunktForHendelse>2026-09-14T10:00:00</TidspunktForHendelse><Ekstern>false</Ekstern></Ansvarlig>",
    ),
)
def somebody_is_responsible(who: Ansvarlig, _: Given) -> Iterator[Breach]:
    """Whoever is responsible is a person or an organisation."""
    if who.ansvarlig_tjenesteyter is None and who.virksomhet is None:
        yield Breach()


@rule(
    "PLO234",
    "PLO-KL-30",
    source="caremsg, derived from HIS 80704:2014, 10.2.5",
    severity=Severity.WARNING,
    en="the measure has neither a code nor words",
    nb="tiltaket har verken kode eller tekst",
    why=Words(
        "The reader sees that something is done, and not what.",
        "Leseren ser at noe blir gjort, men ikke hva.",
    ),
    mend=Words(
        "Give IntervensjonTiltakKode or IntervensjonTiltakBeskrivelse.",
        "Oppgi IntervensjonTiltakKode eller IntervensjonTiltakBeskrivelse.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//IntervensjonTiltakBeskrivelse"),
)
def a_measure_is_told(measure: Tiltaksbeskrivelse, _: Given) -> Iterator[Breach]:
    """A measure has a code or words."""
    if not measure.intervensjon_tiltak_kode and blank(measure.intervensjon_tiltak_beskrivelse):
        yield Breach()


@rule(
    "PLO235",
    "PLO-KL-34",
    source="caremsg, derived from HIS 80704:2014, 10.2.6",
    severity=Severity.WARNING,
    en="the measure ends before it begins",
    nb="tiltaket slutter før det begynner",
    why=Words(
        "One of the two days is wrong.",
        "En av de to datoene er feil.",
    ),
    mend=Words(
        "Compare both days with the plan.",
        "Sammenlign begge datoene med planen.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=put(
        "//PlanlagtGjennomforingTiltak",
        "<PlanlagtSlutt>2026-09-01</PlanlagtSlutt>",
        after="PlanlagtStart",
    ),
)
def a_measure_ends_after_it_begins(plan: PlanlagtGjennomforingTiltak, _: Given) -> Iterator[Breach]:
    """A measure ends after it begins."""
    first, last = day_of(plan.planlagt_start), day_of(plan.planlagt_slutt)
    if first is not None and last is not None and last < first:
        yield Breach("planlagt_slutt")


@rule(
    "PLO236",
    "PLO-KL-35",
    source="caremsg, derived from HIS 80704:2014, 10.2.9 and 10.2.11",
    severity=Severity.WARNING,
    en="the goal or assessment says nothing, or ends before it begins",
    nb="målet eller vurderingen sier ingenting, eller slutter før den begynner",
    why=Words(
        "The reader cannot tell what was meant, or whether it still holds.",
        "Leseren kan ikke vite hva som var ment, eller om det fortsatt gjelder.",
    ),
    mend=Words(
        "Say what it is about, and give TilDato after FraDato.",
        "Si hva det gjelder, og oppgi TilDato etter FraDato.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=put(
        "//Sykepleierdokumentasjon",
        "<InfoVurderinger><InnholdVurdering><VurderingenGjelder>Søvn</VurderingenGjelder><FraDato>2026-09-02</FraDato><TilDato>2026-09-01</TilDato></InnholdVurdering></InfoVurderinger>",
        before="IverksatteTiltak",
    ),
)
def goals_and_assessments_make_sense(
    entry: InnholdMaaldokument | InnholdVurdering, _: Given
) -> Iterator[Breach]:
    """A goal or an assessment says what it is about, and ends after it begins."""
    first, last = day_of(entry.fra_dato), day_of(entry.til_dato)
    if isinstance(entry, InnholdVurdering):
        silent = blank(entry.vurderingen_gjelder)
    else:
        silent = entry.maal_forventet_resultat is None and blank(entry.beskrivelse)
    if silent or (first is not None and last is not None and last < first):
        yield Breach()


@rule(
    "PLO237",
    "PLO-KL-36",
    source="HIS 80704:2014, 10.2.12",
    severity=Severity.WARNING,
    en="the single assessment has neither a code nor words",
    nb="enkeltvurderingen har verken kode eller tekst",
    why=Words(
        "Nothing is assessed.",
        "Ingenting er vurdert.",
    ),
    mend=Words(
        "Give KodetVurdering or VurderingTekst.",
        "Oppgi KodetVurdering eller VurderingTekst.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=put(
        "//Sykepleierdokumentasjon",
        "<InfoVurderinger><InnholdVurdering><VurderingenGjelder>Søvn</VurderingenGjelder><Enkeltvurdering/></InnholdVurdering></InfoVurderinger>",
        before="IverksatteTiltak",
    ),
)
def a_single_assessment_is_told(single: Enkeltvurdering, _: Given) -> Iterator[Breach]:
    """A single assessment has a code or words."""
    if single.kodet_vurdering is None and blank(single.vurdering_tekst):
        yield Breach()


@rule(
    "PLO238",
    "PLO-KL-31",
    source="HIS 80704:2014, 10.2.5",
    severity=Severity.WARNING,
    en="a task in the agreement about medicines is not a code of 9132",
    nb="en oppgave i avtalen om legemidler er ikke en kode fra 9132",
    why=Words(
        "Who sees to the medicines is understood by the codes of this list alone.",
        "Hvem som tar seg av legemidlene, forstås bare ut fra kodene i denne listen.",
    ),
    mend=Words(
        "Use a code of 9132, or tell the task in IntervensjonTiltakBeskrivelse.",
        "Bruk en kode fra 9132, eller beskriv oppgaven i IntervensjonTiltakBeskrivelse.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    good=_agreed(9132, "1"),
    bad=_agreed(7130, "2380"),
)
def tasks_with_medicines_are_of_their_list(
    agreement: AvtaleOmAdmLegemidler, _: Given
) -> Iterator[Breach]:
    """The tasks in an agreement about medicines are codes of 9132."""
    for i, task in enumerate(agreement.tiltaksbeskrivelse):
        for j, code in enumerate(task.intervensjon_tiltak_kode):
            if code.code and not of_system(code, 9132):
                yield Breach(f"tiltaksbeskrivelse[{i}].intervensjon_tiltak_kode[{j}]")


elsewhere(
    Reason.SHAPE,
    {
        "PLO-KL-29": "The code is judged like every code (COD007, COD011).",
        "PLO-KL-32": "The code is judged like every code (COD006).",
        "PLO-KL-33": "The code is judged like every code (COD006).",
    },
)
