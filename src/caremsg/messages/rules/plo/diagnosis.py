"""Rules about diagnoses (HIS 80704, sections 6.2.10 and 8.2.6)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop
from caremsg.declare.rules import Breach, rule
from caremsg.findings import Words

from ...editions import PLO_1_5, PLO_1_6
from ...given import Given
from ...plo.parts.diagnosis import MedisinskDiagnose
from ..reading import blank

SAMPLE = "innleggelsesrapport-1.6"


@rule(
    "PLO201",
    "PLO-KL-01",
    source="HIS 80704:2014, 8.2.6",
    en="the diagnosis has neither a code nor words",
    nb="diagnosen har verken kode eller tekst",
    why=Words(
        "The schema allows it, but the receiver sees a diagnosis that says nothing.",
        "Skjemaet tillater det, men mottakeren ser en diagnose som ikke sier noe.",
    ),
    mend=Words(
        "Give Diagnosekode, or DiagnoseBeskrivelse when no code is known.",
        "Oppgi Diagnosekode, eller DiagnoseBeskrivelse når ingen kode er kjent.",
    ),
    editions=(PLO_1_5, PLO_1_6),
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//MedisinskDiagnose[1]/Diagnosekode"),
)
def code_or_words(diagnosis: MedisinskDiagnose, _: Given) -> Iterator[Breach]:
    """A diagnosis has a code, words, or both."""
    if diagnosis.diagnosekode is None and blank(diagnosis.diagnose_beskrivelse):
        yield Breach()
