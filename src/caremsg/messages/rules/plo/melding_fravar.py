"""Rules of the notice of absence, PLO 1.5 only (HIS 80704:2009, 14)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, text
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...given import Given
from ...plo.melding_fravar import MeldingFravar
from ...plo.parts.shipment import Fraversassistent
from ..reading import blank, day_of

SAMPLE = "fravarsmelding-1.5"


@rule(
    "PLO560",
    "PLO-FV-01",
    source="HIS 80704:2009, acceptance tests",
    en="the notice does not say which message met the absence (ConversationRef)",
    nb="meldingen sier ikke hvilken melding som møtte fraværet (ConversationRef)",
    why=Words(
        "The sender does not know which message to send somewhere else.",
        "Avsenderen vet ikke hvilken melding som må sendes et annet sted.",
    ),
    mend=Words(
        "Refer to it: `answer_to` makes the reference.",
        "Vis til den: `answer_to` lager referansen.",
    ),
    sample=SAMPLE,
    bad=drop("//ConversationRef"),
)
def it_refers_to_a_message(message: MeldingFravar, given: Given) -> Iterator[Breach]:
    """A notice of absence refers to the message that met it."""
    head = given.head
    if head is not None and head.msg_info.conversation_ref is None:
        yield Breach()


@rule(
    "PLO561",
    "PLO-FV-04",
    source="caremsg, derived from HIS 80704:2009, 14.2.2",
    severity=Severity.WARNING,
    en="the receiver is said not to be away",
    nb="mottakeren sies ikke å være fraværende",
    why=Words(
        "Then there is nothing to tell.",
        "Da er det ingenting å melde.",
    ),
    mend=Words(
        "Set MottakerFravarende to true, or send nothing.",
        "Sett MottakerFravarende til true, eller send ingenting.",
    ),
    sample=SAMPLE,
    bad=text("//MottakerFravarende", "false"),
)
def somebody_is_away(absence: Fraversassistent, _: Given) -> Iterator[Breach]:
    """A notice of absence is about somebody who is away."""
    if not absence.mottaker_fravarende:
        yield Breach("mottaker_fravarende")


@rule(
    "PLO562",
    "PLO-FV-05",
    source="caremsg, derived from HIS 80704:2009, 14.2.2",
    severity=Severity.WARNING,
    en="the absence ends before it begins",
    nb="fraværet slutter før det begynner",
    why=Words(
        "The sender cannot tell when to expect an answer.",
        "Avsenderen kan ikke vite når det kommer svar.",
    ),
    mend=Words(
        "Exchange or correct the two days.",
        "Bytt om eller rett datoene.",
    ),
    sample=SAMPLE,
    bad=text("//FravarendeTilDato", "2001-01-01"),
)
def it_ends_after_it_begins(absence: Fraversassistent, _: Given) -> Iterator[Breach]:
    """An absence ends after it begins."""
    first, last = day_of(absence.fravarende_fra_dato), day_of(absence.fravarende_til_dato)
    if first is not None and last is not None and last < first:
        yield Breach("fravarende_til_dato")


@rule(
    "PLO563",
    "PLO-FV-06",
    source="caremsg, derived from HIS 80704:2009, 14.2.2",
    severity=Severity.WARNING,
    en="the message was passed on, and it is not said to whom",
    nb="meldingen er videresendt, og det er ikke oppgitt til hvem",
    why=Words(
        "The sender has to know who has the patient's information now.",
        "Avsenderen må vite hvem som har opplysningene om pasienten nå.",
    ),
    mend=Words(
        "Give VideresendtTil with a name.",
        "Oppgi VideresendtTil med navn.",
    ),
    sample=SAMPLE,
    bad=drop("//VideresendtTil"),
)
def passed_on_to_somebody(absence: Fraversassistent, _: Given) -> Iterator[Breach]:
    """A message that was passed on names who has it."""
    person = absence.videresendt_til
    if absence.melding_videresendt and (person is None or blank(person.family_name)):
        yield Breach("videresendt_til")


elsewhere(
    Reason.SHAPE,
    {
        "PLO-FV-07": "PLO 1.6 has no such message (SCH001).",
    },
)


elsewhere(
    Reason.EXCHANGE,
    {
        "PLO-FV-02": "The parties of the message that met the absence are in the store.",
        "PLO-FV-03": "The patient of the message that met the absence is in the store.",
    },
)
