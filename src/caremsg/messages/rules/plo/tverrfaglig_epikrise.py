"""Rules of the discharge report: what, plans, medicines (HIS 1148:2014, HIS 1148:2009)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, v
from caremsg.declare.rules import Breach, rule
from caremsg.findings import Words

from ...editions import PLO_1_5, PLO_1_6
from ...epj.cave import Cave
from ...epj.legemiddel import (
    Egenadministrering,
    ForenkletForskrivning,
    LegemidlerAdministrertVedOverforing,
)
from ...given import Given
from ...plo.tverrfaglig_epikrise import TverrfagligEpikrise
from ..reading import code_in, of_system
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
    "PLO420",
    "PLO-UR-02",
    source="HIS 1148:2014, 4.3; HIS 80704:2009, notes of change",
    en="the use is not 11 of 9139",
    nb="bruken er ikke 11 fra 9139",
    why=Words(
        "The other use is about births, and is filed elsewhere.",
        "Den andre bruken gjelder fødsler, og lagres et annet sted.",
    ),
    mend=Words(
        "Write 11, Utskrivningsrapport.",
        "Skriv 11, Utskrivningsrapport.",
    ),
    editions=BOTH,
    sample=SAMPLE,
    bad=v("//TypeInnhold", V="12", DN="Fødselsepikrise"),
)
def it_is_a_discharge_report(report: TverrfagligEpikrise, _: Given) -> Iterator[Breach]:
    """The use of a discharge report is 11 of 9139."""
    kind = report.type_innhold_i_melding.type_innhold
    if not (of_system(kind, 9139) and code_in(kind, "11")):
        yield Breach("type_innhold_i_melding.type_innhold")


@rule(
    "PLO421",
    "PLO-UR-03",
    source="HIS 1148:2014, 3 and 4.3",
    listed=True,
    en="there is no text about the problem (heading 9142, PROB)",
    nb="det er ingen tekst om problemstillingen (overskrift 9142, PROB)",
    why=_LISTED,
    mend=Words(
        "Write a Journaltekst with Overskriftskode PROB of 9142.",
        "Skriv en Journaltekst med Overskriftskode PROB fra 9142.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=v("//Overskriftskode[@V='PROB']", V="VU", DN="Vurdering"),
)
def the_problem(report: TverrfagligEpikrise, given: Given) -> Iterator[Breach]:
    """There is a text about the problem."""
    if not has_heading(given, 9142, "PROB"):
        yield Breach()


@rule(
    "PLO422",
    "PLO-UR-04",
    source="HIS 1148:2014, 3 and 4.3; HIS 1148:2009, 3",
    listed=True,
    en="no diagnosis is given",
    nb="ingen diagnose er oppgitt",
    why=_LISTED,
    mend=Words(
        "Give MedisinskDiagnose, one for each code.",
        "Oppgi MedisinskDiagnose, én for hver kode.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//InfoMedisinskDiagnose"),
)
def diagnoses(report: TverrfagligEpikrise, _: Given) -> Iterator[Breach]:
    """There is at least one diagnosis."""
    if not report.info_medisinsk_diagnose:
        yield Breach("info_medisinsk_diagnose")


@rule(
    "PLO423",
    "PLO-UR-05",
    source="HIS 1148:2014, 3 and 4.3; HIS 1148:2009, 3",
    listed=True,
    en="no critical information is given (Cave)",
    nb="ingen kritisk informasjon er oppgitt (Cave)",
    why=_LISTED,
    mend=Words(
        "Give Cave; if there is nothing critical, say so in a text.",
        "Oppgi Cave; er ingenting kritisk, sies det i en tekst.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//MedisinskfagligeOpplysninger/Cave"),
)
def critical_information(report: TverrfagligEpikrise, given: Given) -> Iterator[Breach]:
    """Critical information is given."""
    if not given.all(Cave):
        yield Breach("medisinskfaglige_opplysninger.cave")


@rule(
    "PLO424",
    "PLO-UR-06",
    source="HIS 1148:2014, 3 and 4.3; HIS 1148:2009, 3",
    listed=True,
    en="there is no text about plans for follow-up (heading 9142, OP)",
    nb="det er ingen tekst om planer for videre oppfølging (overskrift 9142, OP)",
    why=_LISTED,
    mend=Words(
        "Write a Journaltekst with Overskriftskode OP of 9142.",
        "Skriv en Journaltekst med Overskriftskode OP fra 9142.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=v("//Overskriftskode[@V='OP']", V="VU", DN="Vurdering"),
)
def plans(report: TverrfagligEpikrise, given: Given) -> Iterator[Breach]:
    """There is a text about plans for follow-up."""
    if not has_heading(given, 9142, "OP"):
        yield Breach()


@rule(
    "PLO425",
    "PLO-UR-07",
    source="HIS 1148:2014, 3 and 4.3; HIS 1148:2009, 3",
    listed=True,
    en="nothing is said of a control appointment (InfoKontrolltime)",
    nb="ingenting er sagt om kontrolltime (InfoKontrolltime)",
    why=_LISTED,
    mend=Words(
        "Give InfoKontrolltime when one is planned.",
        "Oppgi InfoKontrolltime når en er planlagt.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//InfoKontrolltime"),
)
def control_appointment(report: TverrfagligEpikrise, _: Given) -> Iterator[Breach]:
    """A control appointment that is planned is told."""
    if not report.info_kontrolltime:
        yield Breach("info_kontrolltime")


@rule(
    "PLO426",
    "PLO-UR-08",
    source="HIS 1148:2014, 3 and 4.3; HIS 1148:2009, 3",
    listed=True,
    en="no medicine is given (Legemiddelinfo)",
    nb="ingen legemidler er oppgitt (Legemiddelinfo)",
    why=_LISTED,
    mend=Words(
        "Give each medicine, those too that were stopped during the stay.",
        "Oppgi hvert legemiddel, også dem som ble seponert under oppholdet.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//Legemiddelinfo"),
)
def medicines(report: TverrfagligEpikrise, _: Given) -> Iterator[Breach]:
    """The patient's medicines are given, and those that were stopped."""
    if not report.legemiddelinfo:
        yield Breach("legemiddelinfo")


@rule(
    "PLO427",
    "PLO-UR-09",
    source="HIS 1148:2014, 3 and 4.3; HIS 1148:2009, 3",
    listed=True,
    en="it is not said which medicines were given today",
    nb="det er ikke oppgitt hvilke legemidler som er gitt i dag",
    why=_LISTED,
    mend=Words(
        "Give LegemidlerAdministrertVedOverforing with the time of each dose.",
        "Oppgi LegemidlerAdministrertVedOverforing med tidspunkt for hver dose.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//LegemidlerAdministrertVedOverforing"),
)
def medicines_given_today(report: TverrfagligEpikrise, given: Given) -> Iterator[Breach]:
    """Medicines that were given on the day are told."""
    if not given.all(LegemidlerAdministrertVedOverforing):
        yield Breach("sykepleierdokumentasjon")


@rule(
    "PLO428",
    "PLO-UR-10",
    source="HIS 1148:2014, 3 and 4.3; HIS 1148:2009, 3",
    listed=True,
    en="neither doses handed out nor a prescription are told",
    nb="verken utleverte doser eller resept er oppgitt",
    why=_LISTED,
    mend=Words(
        "Give Egenadministrering with the number of doses, ReseptId or SendtDokument for a "
        "prescription.",
        "Oppgi Egenadministrering med antall doser, ReseptId eller SendtDokument for en resept.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=(drop("//ReseptId"), drop("//Egenadministrering")),
)
def doses_or_prescription(report: TverrfagligEpikrise, given: Given) -> Iterator[Breach]:
    """Doses that were handed out, or a prescription, are told."""
    prescribed = any(one.resept_id for one in given.all(ForenkletForskrivning))
    sent = any(code_in(one.opplysning, "3") for one in report.sendt_dokument)
    if not given.all(Egenadministrering) and not prescribed and not sent:
        yield Breach("sykepleierdokumentasjon")
