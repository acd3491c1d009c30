"""Rules of health information to the doctor (HIS 1145:2014, HIS 1145:2009)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Words

from ...editions import PLO_1_5, PLO_1_6
from ...epj.cave import Cave
from ...given import Given
from ...plo.konsultasjon import Konsultasjon
from ...plo.parts.care_plan import IverksatteTiltak
from ..reading import code_in
from .headings import has_heading

SAMPLE = "helseopplysninger-til-lege-1.6"
BOTH = (PLO_1_5, PLO_1_6)

_LISTED = Words(
    "The profile lists it among what is sent when it is relevant; a reader cannot tell "
    "`not relevant` from `forgotten`.",
    "Profilen har det blant det som sendes når det er relevant; en leser kan ikke skille "
    "`ikke relevant` fra `glemt`.",
)


@rule(
    "PLO340",
    "PLO-LE-02",
    source="HIS 1145:2014, 4.3; HIS 80704:2014, 8.2.3",
    en="it is not said whether it is a status report or a wish for an assessment",
    nb="det er ikke oppgitt om det er en statusrapport eller et ønske om legevurdering",
    why=Words(
        "The doctor does not know whether to act.",
        "Legen vet ikke om noe må gjøres.",
    ),
    mend=Words(
        "Give TypeInnholdKonsultasjon: 2 or 3 of 9137.",
        "Oppgi TypeInnholdKonsultasjon: 2 eller 3 fra 9137.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//InnholdKonsultasjon"),
)
def status_or_wish(message: Konsultasjon, _: Given) -> Iterator[Breach]:
    """The message is a status report or a wish for an assessment."""
    kind = message.innhold_konsultasjon
    if kind is None or not code_in(kind.type_innhold_konsultasjon, "2", "3"):
        yield Breach("innhold_konsultasjon")


@rule(
    "PLO341",
    "PLO-LE-03",
    source="HIS 1145:2014, 3 and 4.3; HIS 1145:2009, 3",
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
    bad=v("//Overskriftskode[@V='PROB']", V="FU", DN="Funn og undersøkelsesresultat"),
)
def the_problem(message: Konsultasjon, given: Given) -> Iterator[Breach]:
    """There is a text about the problem."""
    if not has_heading(given, 9142, "PROB"):
        yield Breach()


@rule(
    "PLO342",
    "PLO-LE-04",
    source="HIS 1145:2014, 3 and 4.3; HIS 1145:2009, 3",
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
def critical_information(message: Konsultasjon, given: Given) -> Iterator[Breach]:
    """Critical information is given."""
    if not given.all(Cave):
        yield Breach("medisinskfaglige_opplysninger.cave")


@rule(
    "PLO343",
    "PLO-LE-05",
    source="HIS 1145:2014, 3 and 4.3; HIS 1145:2009, 3",
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
def medicines(message: Konsultasjon, _: Given) -> Iterator[Breach]:
    """The patient's medicines are given."""
    if not message.legemiddelinfo:
        yield Breach("legemiddelinfo")


@rule(
    "PLO344",
    "PLO-LE-06",
    source="HIS 1145:2014, 3 and 4.3; HIS 1145:2009, 3",
    listed=True,
    en="it is not said what has been done so far (IverksatteTiltak)",
    nb="det er ikke oppgitt hva som er gjort så langt (IverksatteTiltak)",
    why=_LISTED,
    mend=Words(
        "Give IverksatteTiltak with a code or words.",
        "Oppgi IverksatteTiltak med kode eller tekst.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//IverksatteTiltak"),
)
def measures_taken(message: Konsultasjon, given: Given) -> Iterator[Breach]:
    """What has been done so far is told."""
    if not given.all(IverksatteTiltak):
        yield Breach("sykepleierdokumentasjon.iverksatte_tiltak")


elsewhere(
    Reason.SHAPE,
    {
        "PLO-LE-12": "The declared class has no field for it (SCH102).",
        "PLO-LE-13": "The namespace of each edition is declared (SCH001, SCH105).",
    },
)


elsewhere(
    Reason.EXCHANGE,
    {
        "PLO-LE-09": "The request that is answered is in the store.",
        "PLO-LE-10": "The doctor's answer is another message.",
    },
)


elsewhere(
    Reason.HUMAN,
    {
        "PLO-LE-11": "Whether somebody called too is not in the message.",
    },
)
