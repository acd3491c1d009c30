"""Rules of medical information from the doctor (HIS 1147:2014, HIS 1147:2009)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, v
from caremsg.declare.rules import Breach, rule
from caremsg.findings import Severity, Words

from ...editions import PLO_1_5, PLO_1_6
from ...epj.cave import Allerginotat, Cave
from ...given import Given
from ...plo.medisinske_opplysninger import OverforingMedisinskeOpplysninger
from ...plo.parts.medical import TidligereSykdomFragment
from ..reading import of_system
from .headings import has_heading

SAMPLE = "medisinske-opplysninger-1.6"

BOTH = (PLO_1_5, PLO_1_6)

_LISTED = Words(
    "The profile lists it among what is sent when it is relevant; a reader cannot tell "
    "`not relevant` from `forgotten`.",
    "Profilen har det blant det som sendes når det er relevant; en leser kan ikke skille "
    "`ikke relevant` fra `glemt`.",
)

ANSWER, APPLICATION = "4", "5"
"""The two uses (9138) that more is asked of."""


def use_of(message: OverforingMedisinskeOpplysninger) -> str:
    """What the information is for, a code of 9138; empty when it is not said."""
    kind = message.type_innhold_i_melding
    return (kind.type_innhold.code or "") if kind is not None else ""


@rule(
    "PLO401",
    "PLO-MO-03",
    source="HIS 1147:2014, 4.3; HIS 80704:2014, 6.2.3",
    en="it is not said what the information is for (9138)",
    nb="det er ikke oppgitt hva opplysningene er til (9138)",
    why=Words(
        "An application goes to the case worker, an answer to whoever asked.",
        "En søknad går til saksbehandleren, et svar til den som spurte.",
    ),
    mend=Words(
        "Give TypeInnhold of 9138: 1 after a consultation, 4 as an answer, 5 for an application.",
        "Oppgi TypeInnhold fra 9138: 1 etter konsultasjon, 4 som svar, 5 til søknad.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//TypeInnholdIMelding"),
)
def it_has_ause_of(message: OverforingMedisinskeOpplysninger, _: Given) -> Iterator[Breach]:
    """Medical information says what it is for."""
    kind = message.type_innhold_i_melding
    if kind is None or not (
        of_system(kind.type_innhold, 9138) and use_of(message) in ("1", "4", "5")
    ):
        yield Breach("type_innhold_i_melding")


@rule(
    "PLO402",
    "PLO-MO-03",
    source="HIS 80704:2009, 6.2.3",
    severity=Severity.WARNING,
    en="it is not said what the information is for (9138)",
    nb="det er ikke oppgitt hva opplysningene er til (9138)",
    why=Words(
        "An application goes to the case worker, an answer to whoever asked.",
        "En søknad går til saksbehandleren, et svar til den som spurte.",
    ),
    mend=Words(
        "Give TypeInnhold of 9138: 1 after a consultation, 4 as an answer, 5 for an application.",
        "Oppgi TypeInnhold fra 9138: 1 etter konsultasjon, 4 som svar, 5 til søknad.",
    ),
    editions=(PLO_1_5,),
    in_cancellation=False,
    sample="medisinske-opplysninger-1.5",
    bad=drop("//TypeInnholdIMelding"),
)
def it_should_have_ause_of(message: OverforingMedisinskeOpplysninger, _: Given) -> Iterator[Breach]:
    """In PLO 1.5 too medical information should say what it is for."""
    if not use_of(message):
        yield Breach("type_innhold_i_melding")


@rule(
    "PLO403",
    "PLO-MO-04",
    source="caremsg, derived from HIS 80704:2014, 5.2.2",
    en="TypeInnhold (9138) and SvarPaaForesporsel do not agree on whether this is an answer",
    nb="TypeInnhold (9138) og SvarPaaForesporsel er ikke enige om dette er et svar",
    why=Words(
        "Whoever asked goes on waiting, or the reader looks for a question that nobody put.",
        "Den som spurte, venter videre, eller leseren leter etter et spørsmål ingen har stilt.",
    ),
    mend=Words(
        "For an answer write code 4, SvarPaaForesporsel as true, and the request; else neither.",
        "For et svar: skriv kode 4, SvarPaaForesporsel som true, og forespørselen; ellers ingen av "
        "dem.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=v("//TypeInnhold", V="4", DN="Svar på forespørsel"),
)
def an_answer_answers(message: OverforingMedisinskeOpplysninger, _: Given) -> Iterator[Breach]:
    """Medical information is an answer when it says so, and the other way round."""
    sending = message.informasjon_om_forsendelsen
    if bool(use_of(message)) and (use_of(message) == ANSWER) != bool(sending.svar_paa_foresporsel):
        yield Breach("type_innhold_i_melding")


@rule(
    "PLO404",
    "PLO-MO-05",
    source="HIS 1147:2014, 3 and 4.3; HIS 1147:2009, 3",
    listed=True,
    en="there is no text about the problem (heading 9142, PROB)",
    nb="det er ingen tekst om problemstillingen (overskrift 9142, PROB)",
    why=_LISTED,
    mend=Words(
        "Write a Journaltekst with Overskriftskode PROB of 9142.",
        "Skriv en Journaltekst med Overskriftskode PROB fra 9142.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=v("//Overskriftskode[@V='PROB']", V="VU", DN="Vurdering"),
)
def the_problem(message: OverforingMedisinskeOpplysninger, given: Given) -> Iterator[Breach]:
    """There is a text about the problem."""
    if not has_heading(given, 9142, "PROB"):
        yield Breach()


@rule(
    "PLO405",
    "PLO-MO-06",
    source="HIS 1147:2014, 3 and 4.3; HIS 1147:2009, 3",
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
def diagnoses(message: OverforingMedisinskeOpplysninger, _: Given) -> Iterator[Breach]:
    """There is at least one diagnosis."""
    if message.info_medisinsk_diagnose is None:
        yield Breach("info_medisinsk_diagnose")


@rule(
    "PLO406",
    "PLO-MO-07",
    source="HIS 1147:2014, 3 and 4.3; HIS 1147:2009, 3",
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
def critical_information(
    message: OverforingMedisinskeOpplysninger, given: Given
) -> Iterator[Breach]:
    """Critical information is given."""
    old = message.edition == PLO_1_5 and (given.all(Allerginotat) or message.info_reservasjon)
    if not given.all(Cave) and not old:
        yield Breach("medisinskfaglige_opplysninger.cave")


@rule(
    "PLO407",
    "PLO-MO-08",
    source="HIS 1147:2014, 3 and 4.3; HIS 1147:2009, 3",
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
def medicines(message: OverforingMedisinskeOpplysninger, _: Given) -> Iterator[Breach]:
    """The patient's medicines are given."""
    if not message.legemiddelinfo:
        yield Breach("legemiddelinfo")


@rule(
    "PLO408",
    "PLO-MO-09",
    source="HIS 1147:2014, 3 and 4.3; HIS 1147:2009, 3",
    listed=True,
    en="there is no text about findings (heading 9142, FU)",
    nb="det er ingen tekst om funn (overskrift 9142, FU)",
    why=_LISTED,
    mend=Words(
        "Write a Journaltekst with Overskriftskode FU of 9142.",
        "Skriv en Journaltekst med Overskriftskode FU fra 9142.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=v("//Overskriftskode[@V='FU']", V="VU", DN="Vurdering"),
)
def findings(message: OverforingMedisinskeOpplysninger, given: Given) -> Iterator[Breach]:
    """There is a text about findings."""
    if not has_heading(given, 9142, "FU"):
        yield Breach()


@rule(
    "PLO409",
    "PLO-MO-10",
    source="HIS 1147:2014, 3 and 4.3; HIS 1147:2009, 3",
    listed=True,
    en="for an application no earlier or lasting illness is given (TidligereSykdomFragment)",
    nb="til en søknad er ingen tidligere eller varig sykdom oppgitt (TidligereSykdomFragment)",
    why=_LISTED,
    mend=Words(
        "Give each illness that matters for the services.",
        "Oppgi hver sykdom som har betydning for tjenestene.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//InfoTidligereSykdommer"),
)
def illness_for_an_application(
    message: OverforingMedisinskeOpplysninger, given: Given
) -> Iterator[Breach]:
    """For an application, illness that matters is told."""
    if use_of(message) == APPLICATION and not given.all(TidligereSykdomFragment):
        yield Breach("medisinskfaglige_opplysninger.info_tidligere_sykdommer")


@rule(
    "PLO410",
    "PLO-MO-11",
    source="HIS 1147:2014, 3 and 4.3; HISD 80806:2012, 7.1",
    listed=True,
    en="for an application there is no assessment of the services needed (heading 9142, UTRED)",
    nb="til en søknad er det ingen vurdering av behovet for tjenester (overskrift 9142, UTRED)",
    why=_LISTED,
    mend=Words(
        "Write a Journaltekst with Overskriftskode UTRED of 9142.",
        "Skriv en Journaltekst med Overskriftskode UTRED fra 9142.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=v("//Overskriftskode[@V='UTRED']", V="VU", DN="Vurdering"),
)
def assessment_for_an_application(
    message: OverforingMedisinskeOpplysninger, given: Given
) -> Iterator[Breach]:
    """For an application, the need of services is assessed."""
    if use_of(message) == APPLICATION and not has_heading(given, 9142, "UTRED"):
        yield Breach()
