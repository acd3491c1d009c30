"""Rules about the survey of functioning (HIS 80704:2014, 6.2.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from caremsg.declare.edits import drop, v
from caremsg.declare.rules import Breach, rule
from caremsg.findings import Severity, Words

from ...editions import PLO_1_5, PLO_1_6
from ...given import Given
from ...plo.innleggelsesrapport import Innleggelsesrapport
from ...plo.konsultasjon import Konsultasjon
from ...plo.parts.functioning import InfoKartleggingFunksjonsniva, KartlagtFunksjon
from ..reading import blank, of_system

SAMPLE = "innleggelsesrapport-1.6"
BOTH = (PLO_1_5, PLO_1_6)

_DATE = re.compile(r"\b(?:19|20)[0-9]{2}\b|\b[0-9]{1,2}[./-] ?[0-9]{1,2}|\b[0-9]{6}\b")


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
    within=(Innleggelsesrapport, Konsultasjon),
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//SamletVurderingFunksjonsniva/Merknad"),
)
def a_survey_has_its_date(survey: InfoKartleggingFunksjonsniva, _: Given) -> Iterator[Breach]:
    """The remark on a survey of functioning holds its date."""
    whole = survey.samlet_vurdering_funksjonsniva
    if whole is None or not _DATE.search(whole.merknad or ""):
        yield Breach("samlet_vurdering_funksjonsniva.merknad")
