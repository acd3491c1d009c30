"""Rules about functioning and the plan of care (HIS 80704:2014, 6.2.7 and 10.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from caremsg.declare.edits import drop, put, v
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
from ...plo.parts.functioning import InfoKartleggingFunksjonsniva, KartlagtFunksjon
from ..reading import blank, day_of, of_system

SAMPLE = "innleggelsesrapport-1.6"
DISCHARGE = "utskrivningsrapport-1.6"
BOTH = (PLO_1_5, PLO_1_6)

_DATE = re.compile(r"[0-9]{4}|[0-9]{1,2}[./-][0-9]{1,2}")


@rule(
    "PLO230",
    "PLO-KL-25",
    source="HIS 80704:2014, 6.2.7",
    severity=Severity.WARNING,
    en="the function is not a code of 9111 or 9115",
    nb="funksjonen er ikke en kode fra 9111 eller 9115",
    why=Words(
        "Other lists are understood only where they are agreed.",
        "Andre lister blir bare forstått der de er avtalt.",
    ),
    mend=Words(
        "Use a variable of 9111, or GAF of 9115.",
        "Bruk en variabel fra 9111, eller GAF fra 9115.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=v("//KartlagtFunksjon[1]/Funksjonsvariabel", S="1.2.3", V="5", DN="Gange"),
)
def functions_of_known_lists(function: KartlagtFunksjon, _: Given) -> Iterator[Breach]:
    """A function is a code of 9111 or 9115."""
    variable = function.funksjonsvariabel
    if variable is not None and variable.code and not of_system(variable, 9111, 9115):
        yield Breach("funksjonsvariabel")


@rule(
    "PLO231",
    "PLO-KL-26",
    source="caremsg, derived from HIS 80704:2014, 6.2.7",
    severity=Severity.WARNING,
    en="the function lacks {part}",
    nb="funksjonen mangler {part}",
    why=Words(
        "A score without its function, or a function without a score, says nothing.",
        "En skår uten funksjon, eller en funksjon uten skår, sier ingenting.",
    ),
    mend=Words(
        "Give Funksjonsvariabel, and Vurdering or Merknad.",
        "Oppgi Funksjonsvariabel, og Vurdering eller Merknad.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//KartlagtFunksjon[1]/Funksjonsvariabel"),
)
def a_function_is_scored(function: KartlagtFunksjon, _: Given) -> Iterator[Breach]:
    """A function that was surveyed is named and scored."""
    if function.funksjonsvariabel is None:
        yield Breach(part=Words("its name", "navn"))
    elif function.vurdering is None and blank(function.merknad):
        yield Breach(part=Words("score and words", "skår og tekst"))


@rule(
    "PLO232",
    "PLO-KL-27",
    "PLO-LE-08",
    source="HIS 1143 and 1145:2014, 4.3",
    listed=True,
    en="the remark on the survey does not tell when it was made",
    nb="merknaden til kartleggingen forteller ikke når den ble gjort",
    why=Words(
        "An old survey is taken for today's state.",
        "En gammel kartlegging blir tatt for dagens tilstand.",
    ),
    mend=Words(
        "Write the date into Merknad of SamletVurderingFunksjonsniva.",
        "Skriv datoen i Merknad i SamletVurderingFunksjonsniva.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//SamletVurderingFunksjonsniva/Merknad"),
)
def a_survey_has_its_date(survey: InfoKartleggingFunksjonsniva, _: Given) -> Iterator[Breach]:
    """The remark on a survey of functioning holds its date."""
    whole = survey.samlet_vurdering_funksjonsniva
    if whole is None or not _DATE.search(whole.merknad or ""):
        yield Breach("samlet_vurdering_funksjonsniva.merknad")


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


elsewhere(
    Reason.SHAPE,
    {
        "PLO-KL-29": "The code is judged like every code (COD007, COD011).",
        "PLO-KL-31": "The code is judged like every code; which other list is agreed is a "
        "local matter.",
        "PLO-KL-32": "The code is judged like every code (COD006).",
        "PLO-KL-33": "The code is judged like every code (COD006).",
    },
)
