"""Rules about events with their time (HIS 80704:2014, 13.2.7; HIS 80704:2009, 11.3)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from caremsg.declare.edits import copy, drop, text, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words
from caremsg.values import TS, DateTime

from ...editions import PLO_1_5, PLO_1_6
from ...given import Given
from ...plo.helseopplysninger_ved_soknad import HelseopplysningerVedSoknad
from ...plo.parts.events import StedForHendelse, TidsfestetHendelse
from ...plo.pasientlogistikk import AvmeldingUtskrivningsklarPasient
from ...plo.tverrfaglig_epikrise import TverrfagligEpikrise
from ..reading import blank, code_in, day_of, moment_of, of_system

SAMPLE = "logistikk-utskrivningsklar-1.6"
ADMITTED = "logistikk-innlagt-1.6"
BOTH = (PLO_1_5, PLO_1_6)
_EXPECTED, _READY = "5", "3"
_PAST = ("1", "2", "13")
_WithStay = AvmeldingUtskrivningsklarPasient | HelseopplysningerVedSoknad | TverrfagligEpikrise


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
    en="an expected day of discharge has a time of day",
    nb="en forventet dato for utskrivning har klokkeslett",
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
    later = _later(event.tidspunkt_for_hendelse, given.made)
    if later == 1 and not event.anslag and code_in(event.hendelsekode, *_PAST):
        yield Breach("anslag")
    if later == -1 and event.anslag:
        yield Breach("anslag")


def _later(time: TS | DateTime, made: DateTime | None) -> int:
    """1 when a time is clearly after another, -1 when it is clearly before, else 0."""
    moment, sent = moment_of(time), moment_of(made)
    if moment is not None and sent is not None and "T" in time:  # a day has no moment
        return (moment > sent + _SLACK) - (moment < sent - _SLACK)
    day, today = day_of(time), day_of(made)
    return 0 if day is None or today is None else (day > today) - (day < today)


_SLACK = dt.timedelta(hours=1)
"""Times of day are rounded, and clocks differ."""


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


@rule(
    "PLO155",
    source="caremsg, derived from HIS 80704:2014, 13.2.7, and HIS 1144, 1148 and 1149:2014",
    severity=Severity.WARNING,
    en="the event is not one that this message type tells of",
    nb="hendelsen er ikke en som denne meldingstypen forteller om",
    why=Words(
        "Each event has a message type of its own, on which the municipality acts.",
        "Hver hendelse har sin egen meldingstype, som kommunen handler på.",
    ),
    mend=Words(
        "Correct Hendelsekode, or send the message type for this event.",
        "Rett Hendelsekode, eller send meldingstypen for denne hendelsen.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample="logistikk-avmelding-1.6",
    bad=(
        copy("//TidsfestetHendelse[1]"),
        v("//TidsfestetHendelse[2]/Hendelsekode", V="13", DN="Pasienten er død"),
    ),
)
def events_of_this_message(message: _WithStay, _: Given) -> Iterator[Breach]:
    """A message tells only of the events of its type."""
    if isinstance(message, AvmeldingUtskrivningsklarPasient):
        places = [("tidsfestet_hendelse[{}]", event) for event in message.tidsfestet_hendelse]
    else:
        stay = [one.tidsfestet_hendelse for one in message.opplysning_opphold]
        places = [("opplysning_opphold[{}].tidsfestet_hendelse", event) for event in stay]
    for i, (path, event) in enumerate(places):
        if of_system(event.hendelsekode, 9121) and code_in(
            event.hendelsekode, *_FOREIGN[type(message)]
        ):
            yield Breach(f"{path.format(i)}.hendelsekode")


_FOREIGN: dict[type[object], tuple[str, ...]] = {
    AvmeldingUtskrivningsklarPasient: ("2", "5", "13"),
    HelseopplysningerVedSoknad: ("2", "4", "13"),
    TverrfagligEpikrise: ("4", "5", "13"),
}


elsewhere(
    Reason.SHAPE,
    {
        "PLO-FT-29": "The code is judged by its list, which is bound as required (COD005, COD006).",
    },
)
