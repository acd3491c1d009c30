"""Rules about events with their time (HIS 80704:2014, 13.2.7; HIS 80704:2009, 11.3)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, text, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...editions import PLO_1_5, PLO_1_6
from ...given import Given
from ...plo.parts.events import StedForHendelse, TidsfestetHendelse
from ..reading import blank, code_in, day_of

SAMPLE = "logistikk-utskrivningsklar-1.6"
ADMITTED = "logistikk-innlagt-1.6"
BOTH = (PLO_1_5, PLO_1_6)
_EXPECTED, _READY = "5", "3"
_PAST = ("1", "2", "13")


@rule(
    "PLO150",
    "PLO-FT-28",
    source="HIS 80704:2014, 13.2.7",
    en="it is not said what happened: neither code nor words",
    nb="det er ikke oppgitt hva som skjedde: verken kode eller tekst",
    why=Words(
        "A time without an event cannot be acted on.",
        "Et tidspunkt uten hendelse kan ingen handle på.",
    ),
    mend=Words(
        "Give Hendelsekode from 9121, or describe the event.",
        "Oppgi Hendelsekode fra 9121, eller beskriv hendelsen.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=ADMITTED,
    bad=drop("//Hendelsekode"),
)
def an_event_is_told(event: TidsfestetHendelse, _: Given) -> Iterator[Breach]:
    """An event has a code or words."""
    if event.hendelsekode is None and blank(event.beskrivelse_av_hendelse):
        yield Breach()


@rule(
    "PLO151",
    "PLO-FT-30",
    "PLO-LU-03",
    source="HIS 80704:2014, 13.2.7",
    en="an expected time of discharge is a day, without a time of day",
    nb="en forventet tid for utskrivning er en dato, uten klokkeslett",
    why=Words(
        "A time of day looks like an appointment, and the municipality plans by it.",
        "Et klokkeslett ser ut som en avtale, og kommunen planlegger etter det.",
    ),
    mend=Words(
        "Write the day only: 2026-10-09.",
        "Skriv bare datoen: 2026-10-09.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=(
        text("//TidsfestetHendelse[2]/Anslag", "true"),
        v("//TidsfestetHendelse[2]/TidspunktForHendelse", V="2026-10-09T10:00:00"),
    ),
)
def an_estimate_is_a_day(event: TidsfestetHendelse, _: Given) -> Iterator[Breach]:
    """An expected time of discharge is a day."""
    code, time = event.hendelsekode, event.tidspunkt_for_hendelse
    expected = code_in(code, _EXPECTED) or (code_in(code, _READY) and event.anslag)
    if expected and "T" in time:
        yield Breach("tidspunkt_for_hendelse")


@rule(
    "PLO152",
    "PLO-FT-31",
    "PLO-LI-04",
    "PLO-LX-03",
    "PLO-LD-03",
    source="HIS 80704:2014, 13.2.7",
    severity=Severity.WARNING,
    en="whether the time is an estimate does not go with when it is",
    nb="om tidspunktet er et anslag, passer ikke med når det er",
    why=Words(
        "What has happened is no estimate, and what is to come is not yet a fact.",
        "Det som har skjedd, er ikke et anslag, og det som skal komme, er ennå ikke et faktum.",
    ),
    mend=Words(
        "Set Anslag to false for what has happened or is decided.",
        "Sett Anslag til false for det som har skjedd eller er bestemt.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=ADMITTED,
    bad=v("//TidspunktForHendelse", V="2026-12-24T10:00:00"),
)
def facts_are_past(event: TidsfestetHendelse, given: Given) -> Iterator[Breach]:
    """What is no estimate has happened, and an estimate is to come."""
    day, made = day_of(event.tidspunkt_for_hendelse), day_of(given.made)
    if day is None or made is None:
        return
    if day > made and not event.anslag and code_in(event.hendelsekode, *_PAST):
        yield Breach("anslag")
    if day < made and event.anslag:
        yield Breach("anslag")


@rule(
    "PLO153",
    "PLO-CD-11",
    source="caremsg, derived from HIS 80704:2014, 13.2.7",
    en="the time of an event is less than a day",
    nb="tidspunktet for en hendelse er mindre enn en dato",
    why=Words(
        "Nobody can plan for a month or a year.",
        "Ingen kan planlegge for en måned eller et år.",
    ),
    mend=Words(
        "Give at least the day.",
        "Oppgi minst datoen.",
    ),
    editions=BOTH,
    sample=ADMITTED,
    bad=v("//TidspunktForHendelse", V="2026-10"),
)
def an_event_has_a_day(event: TidsfestetHendelse, _: Given) -> Iterator[Breach]:
    """The time of an event has at least a day."""
    if day_of(event.tidspunkt_for_hendelse) is None:
        yield Breach("tidspunkt_for_hendelse")


@rule(
    "PLO154",
    "PLO-FT-32",
    source="HIS 80704:2014, 8.2.22",
    severity=Severity.WARNING,
    en="the place of the event is empty",
    nb="stedet for hendelsen er tomt",
    why=Words(
        "The heading `admitted from` is shown with nothing below.",
        "Overskriften `innlagt fra` vises uten noe under.",
    ),
    mend=Words(
        "Give the place, or leave StedForHendelse out.",
        "Oppgi stedet, eller utelat StedForHendelse.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=ADMITTED,
    bad=text("//StedHendelse", " "),
)
def a_place_has_a_name(place: StedForHendelse, _: Given) -> Iterator[Breach]:
    """The place of an event is named."""
    if blank(place.sted_hendelse):
        yield Breach("sted_hendelse")


elsewhere(
    Reason.SHAPE,
    {
        "PLO-FT-29": "The code is judged by its list, which is bound as required (COD005, COD006).",
    },
)
