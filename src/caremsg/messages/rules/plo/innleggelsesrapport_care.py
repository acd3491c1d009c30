"""Rules of the admission report: functioning, services, next of kin (HIS 1143)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, v
from caremsg.declare.rules import Breach, rule
from caremsg.findings import Words

from ...editions import PLO_1_5, PLO_1_6
from ...epj.cave import Allerginotat, Cave
from ...epj.journalnotat import Journaltekst
from ...given import Given
from ...plo.innleggelsesrapport import Innleggelsesrapport
from ..reading import of_system
from .headings import has_heading

SAMPLE = "innleggelsesrapport-1.6"
OLD = "innleggelsesrapport-1.5"
BOTH = (PLO_1_5, PLO_1_6)

_LISTED = Words(
    "The profile lists it among what is sent when it is relevant; a reader cannot tell "
    "`not relevant` from `forgotten`.",
    "Profilen har det blant det som sendes når det er relevant; en leser kan ikke skille "
    "`ikke relevant` fra `glemt`.",
)


@rule(
    "PLO308",
    "PLO-IR-09",
    source="HIS 1143:2014, 3 and 4.3; HIS 1143:2009, 3",
    listed=True,
    en="the patient's functioning is not told (KartlagtFunksjon)",
    nb="pasientens funksjonsnivå er ikke oppgitt (KartlagtFunksjon)",
    why=_LISTED,
    mend=Words(
        "Give InfoKartleggingFunksjonsniva.",
        "Oppgi InfoKartleggingFunksjonsniva.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//InfoKartleggingFunksjonsniva"),
)
def functioning(report: Innleggelsesrapport, _: Given) -> Iterator[Breach]:
    """The patient's functioning is told."""
    if report.info_kartlegging_funksjonsniva is None:
        yield Breach("info_kartlegging_funksjonsniva")


@rule(
    "PLO309",
    "PLO-IR-10",
    source="HIS 1143:2014, 3 and 4.3; HIS 1143:2009, 3",
    listed=True,
    en="no service that the patient has is given (EksisterendeTjeneste)",
    nb="ingen tjeneste pasienten har, er oppgitt (EksisterendeTjeneste)",
    why=_LISTED,
    mend=Words(
        "Give each service with its type and Startdato.",
        "Oppgi hver tjeneste med type og Startdato.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//EksisterendeTjeneste"),
)
def services(report: Innleggelsesrapport, _: Given) -> Iterator[Breach]:
    """The services that the patient has are told."""
    if not report.eksisterende_tjeneste:
        yield Breach("eksisterende_tjeneste")


@rule(
    "PLO310",
    "PLO-IR-11",
    "PLO-IR-14",
    source="HIS 1143:2014, 3 and 4.3",
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
def practical_information(report: Innleggelsesrapport, given: Given) -> Iterator[Breach]:
    """There is a text about practical matters."""
    if not has_heading(given, 9141, "14"):
        yield Breach()


@rule(
    "PLO311",
    "PLO-IR-12",
    source="HIS 1143:2014, 3 and 4.3",
    listed=True,
    en="it is not said whether the patient lives alone (BorAlene)",
    nb="det er ikke oppgitt om pasienten bor alene (BorAlene)",
    why=_LISTED,
    mend=Words(
        "Give BorAlene as true or false.",
        "Oppgi BorAlene som true eller false.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//BorAlene"),
)
def lives_alone(report: Innleggelsesrapport, _: Given) -> Iterator[Breach]:
    """It is told whether the patient lives alone."""
    about = report.tilleggsopplysning_pasient
    if about is None or about.bor_alene is None:
        yield Breach("tilleggsopplysning_pasient.bor_alene")


@rule(
    "PLO312",
    "PLO-IR-15",
    source="HIS 1143:2014, 3 and 4.3",
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
def next_of_kin(report: Innleggelsesrapport, _: Given) -> Iterator[Breach]:
    """Next of kin is given."""
    if not report.parorende_foresatt:
        yield Breach("parorende_foresatt")


@rule(
    "PLO313",
    "PLO-IR-17",
    source="HIS 1143:2009, 3",
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
    sample=OLD,
    bad=drop("//Sykepleierdokumentasjon"),
)
def listed_in_1_5(report: Innleggelsesrapport, given: Given) -> Iterator[Breach]:
    """What the list of PLO 1.5 names is there."""
    medical = has_any_medical(report, given)
    missing = [] if medical else ["MedisinskDiagnose, Journaltekst"]
    if not given.all(Cave) and not given.all(Allerginotat):
        missing.append("Cave, Allerginotat")
    if report.sykepleierdokumentasjon is None:
        missing.append("Sykepleierdokumentasjon")
    if missing:
        yield Breach(missing="; ".join(missing))


def has_any_medical(report: Innleggelsesrapport, given: Given) -> bool:
    """True when there is a diagnosis, or a text under a medical heading."""
    if report.info_medisinsk_diagnose:
        return True
    return any(of_system(note.overskriftskode, 9142) for note in given.all(Journaltekst))
