"""Rules about diagnoses (HIS 80704:2014, 6.2.10 and 8.2.6; HISD 1165)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from caremsg.declare.edits import drop, put, text, v
from caremsg.declare.rules import Breach, rule
from caremsg.findings import Severity, Words

from ...editions import PLO_1_5, PLO_1_6
from ...given import Given
from ...plo.parts.care_message import CareMessage
from ...plo.parts.diagnosis import InfoMedisinskDiagnose, MedisinskDiagnose, TidsperiodeDiagnose
from ...plo.parts.medical import TidligereSykdomFragment
from ..reading import NATIONAL, blank, day_of, of_system

SAMPLE = "innleggelsesrapport-1.6"
BOTH = (PLO_1_5, PLO_1_6)

_SYSTEMS_1_5 = (7110, 7120, 7160, 7170, 7171)
_SYSTEMS_1_6 = (7110, 7170, 7171)
_CODE = re.compile(r"\b[A-Z][0-9]{2}\.?[0-9]\b")
"""What looks like a code of ICD-10 with its third digit, and hardly like anything else."""

_IPLOS = put(
    "//OverforingMedisinskeOpplysninger",
    "<InfoIPLOSrelevantInformasjon><TidsperiodeDiagnose>"
    "<StartdatoDiagnose>2020-01-01</StartdatoDiagnose>"
    "<SluttdatoDiagnose>2021-01-01</SluttdatoDiagnose>"
    "<MedisinskDiagnose><DiagnoseBeskrivelse>Kols</DiagnoseBeskrivelse></MedisinskDiagnose>"
    "</TidsperiodeDiagnose></InfoIPLOSrelevantInformasjon>",
    after="Legemiddelinfo",
)


@rule(
    "PLO201",
    "PLO-KL-01",
    source="HIS 80704:2014, 8.2.6",
    en="the diagnosis has neither a code nor words",
    nb="diagnosen har verken kode eller tekst",
    why=Words(
        "The schema allows it, but the reader sees a diagnosis that says nothing.",
        "Skjemaet tillater det, men leseren ser en diagnose som ikke sier noe.",
    ),
    mend=Words(
        "Give Diagnosekode, or DiagnoseBeskrivelse when no code is known.",
        "Oppgi Diagnosekode, eller DiagnoseBeskrivelse når ingen kode er kjent.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//MedisinskDiagnose[1]/Diagnosekode"),
)
def code_or_words(diagnosis: MedisinskDiagnose, _: Given) -> Iterator[Breach]:
    """A diagnosis has a code, words, or both."""
    if diagnosis.diagnosekode is None and blank(diagnosis.diagnose_beskrivelse):
        yield Breach()


@rule(
    "PLO202",
    "PLO-KL-02",
    "DT-23",
    source="HIS 80704:2014, 8.2.6 and 9.2.3",
    severity=Severity.WARNING,
    en="the diagnosis is not a code of ICD-10 (7110) or ICPC-2 (7170, 7171)",
    nb="diagnosen er ikke en kode fra ICD-10 (7110) eller ICPC-2 (7170, 7171)",
    why=Words(
        "Hospitals and doctors know these systems, and few others.",
        "Sykehus og leger kjenner disse kodeverkene, og få andre.",
    ),
    mend=Words(
        "Use a code of one of them, with its S.",
        "Bruk en kode fra et av dem, med sin S.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=v("//MedisinskDiagnose[1]/Diagnosekode", S=f"{NATIONAL}7120", V="427", DN="Atrieflimmer"),
)
def diagnoses_of_known_systems(
    diagnosis: MedisinskDiagnose | TidligereSykdomFragment, _: Given
) -> Iterator[Breach]:
    """A diagnosis is coded in ICD-10 or ICPC-2."""
    code = diagnosis.diagnosekode
    if code is not None and code.code and not of_system(code, *_SYSTEMS_1_6):
        yield Breach("diagnosekode")


@rule(
    "PLO203",
    "PLO-KL-03",
    source="HIS 80704:2009, 8.2.6",
    severity=Severity.WARNING,
    en="the diagnosis is not a code of ICD-10, ICD-9, ICPC or ICPC-2",
    nb="diagnosen er ikke en kode fra ICD-10, ICD-9, ICPC eller ICPC-2",
    why=Words(
        "Hospitals and doctors know these systems, and few others.",
        "Sykehus og leger kjenner disse kodeverkene, og få andre.",
    ),
    mend=Words(
        "Use a code of one of them, with its S.",
        "Bruk en kode fra et av dem, med sin S.",
    ),
    editions=(PLO_1_5,),
    in_cancellation=False,
    sample="innleggelsesrapport-1.5",
    bad=v("//MedisinskDiagnose[1]/Diagnosekode", S=f"{NATIONAL}7250", V="b130", DN="Energi"),
)
def diagnoses_of_older_systems(
    diagnosis: MedisinskDiagnose | TidligereSykdomFragment, _: Given
) -> Iterator[Breach]:
    """A diagnosis of PLO 1.5 is coded in ICD or ICPC."""
    code = diagnosis.diagnosekode
    if code is not None and code.code and not of_system(code, *_SYSTEMS_1_5):
        yield Breach("diagnosekode")


@rule(
    "PLO204",
    "PLO-KL-04",
    source="HIS 80704:2014, 8.2.6; HISD 1165:2016",
    severity=Severity.WARNING,
    en="the diagnosis is words only",
    nb="diagnosen er bare tekst",
    why=Words(
        "Programs find warnings and contraindications by the code.",
        "Programmer finner advarsler og kontraindikasjoner på koden.",
    ),
    mend=Words(
        "Give the code if it is known.",
        "Oppgi koden hvis den er kjent.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=(
        drop("//MedisinskDiagnose[1]/Diagnosekode"),
        put("//MedisinskDiagnose[1]", "<DiagnoseBeskrivelse>Hjerteflimmer</DiagnoseBeskrivelse>"),
    ),
)
def diagnoses_are_coded(diagnosis: MedisinskDiagnose, _: Given) -> Iterator[Breach]:
    """A diagnosis is coded when the code is known."""
    if diagnosis.diagnosekode is None and not blank(diagnosis.diagnose_beskrivelse):
        yield Breach("diagnosekode")


@rule(
    "PLO205",
    "PLO-KL-05",
    "DT-22",
    source="HISD 1165:2016; HIS 80704:2014, 8.2.6",
    severity=Severity.WARNING,
    en="more than one diagnosis is the main one, or the main one does not come first",
    nb="mer enn én diagnose er hoveddiagnose, eller hoveddiagnosen kommer ikke først",
    why=Words(
        "The reader takes the first one for the reason of it all.",
        "Leseren tar den første for å være årsaken til det hele.",
    ),
    mend=Words(
        "Mark one diagnosis with Hoveddiagnose, and put it first.",
        "Merk én diagnose med Hoveddiagnose, og sett den først.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=put("//MedisinskDiagnose[2]", "<Hoveddiagnose>true</Hoveddiagnose>", before="Diagnosekode"),
)
def one_main_diagnosis(message: CareMessage, given: Given) -> Iterator[Breach]:
    """At most one diagnosis is the main one, and it comes first."""
    lists = given.all(InfoMedisinskDiagnose)
    main = [one.hoveddiagnose for info in lists for one in info.medisinsk_diagnose]
    if main.count(True) > 1 or (True in main and not main[0]):
        yield Breach("info_medisinsk_diagnose")


@rule(
    "PLO206",
    "PLO-KL-06",
    source="HIS 1143 to 1148:2014, 4.3",
    severity=Severity.WARNING,
    en="several diagnoses seem to stand in one text",
    nb="flere diagnoser ser ut til å stå i én tekst",
    why=Words(
        "Each diagnosis is filed by itself; a list in one text is one entry.",
        "Hver diagnose lagres for seg; en liste i én tekst blir én oppføring.",
    ),
    mend=Words(
        "Repeat MedisinskDiagnose, one for each.",
        "Gjenta MedisinskDiagnose, én for hver.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=put(
        "//MedisinskDiagnose[1]",
        "<DiagnoseBeskrivelse>Hjertesvikt; kols; diabetes type 2</DiagnoseBeskrivelse>",
    ),
)
def one_diagnosis_each(diagnosis: MedisinskDiagnose, _: Given) -> Iterator[Breach]:
    """Each diagnosis has an element of its own."""
    words = diagnosis.diagnose_beskrivelse or ""
    listed = words.count(";") > 1 or words.strip().count("\n") > 1
    if listed or len(set(_CODE.findall(words))) > 1:
        yield Breach("diagnose_beskrivelse")


@rule(
    "PLO207",
    "PLO-KL-07",
    source="caremsg, derived from HIS 80704:2014, 6.2.10",
    severity=Severity.WARNING,
    en="the diagnosis ended before it began",
    nb="diagnosen sluttet før den begynte",
    why=Words(
        "One of the two days is wrong.",
        "En av de to datoene er feil.",
    ),
    mend=Words(
        "Compare both days with the record.",
        "Sammenlign begge datoene med journalen.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample="medisinske-opplysninger-1.6",
    good=_IPLOS,
    bad=(_IPLOS, text("//SluttdatoDiagnose", "2019-01-01")),
)
def ends_after_it_begins(period: TidsperiodeDiagnose, _: Given) -> Iterator[Breach]:
    """A diagnosis ends after it begins."""
    first, last = day_of(period.startdato_diagnose), day_of(period.sluttdato_diagnose)
    if first is not None and last is not None and last < first:
        yield Breach("sluttdato_diagnose")


@rule(
    "PLO208",
    "PLO-KL-17",
    source="HIS 80704:2014, 9.2.3",
    severity=Severity.WARNING,
    en="the earlier illness has no words",
    nb="den tidligere sykdommen har ingen tekst",
    why=Words(
        "The schema allows blanks; the reader sees an illness without a name.",
        "Skjemaet tillater blanke; leseren ser en sykdom uten navn.",
    ),
    mend=Words(
        "Name the illness in TidligereSykdom.",
        "Oppgi sykdommen i TidligereSykdom.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample="medisinske-opplysninger-1.6",
    bad=text("//TidligereSykdom", " "),
)
def earlier_illness_has_words(illness: TidligereSykdomFragment, _: Given) -> Iterator[Breach]:
    """An earlier illness is named."""
    if blank(illness.tidligere_sykdom):
        yield Breach("tidligere_sykdom")
