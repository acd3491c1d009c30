"""Rules of all notices about the patient's way (HIS 1149:2014, HIS 1149:2009)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import copy, drop, put, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...editions import PLO_1_5, PLO_1_6
from ...given import Given
from ...plo.parts.events import TidsfestetHendelse
from ...plo.pasientlogistikk import (
    AvmeldingUtskrivningsklarPasient,
    MeldingInnlagtPasient,
    MeldingOmUtskrevetPasient,
    MeldingUtskrivningsklarPasient,
    OrienteringOmDod,
    Pasientlogistikk,
)
from ..reading import blank, day_of

SAMPLE = "logistikk-utskrivningsklar-1.6"
LEAVING = "logistikk-utskrevet-1.6"

BOTH = (PLO_1_5, PLO_1_6)

_LONG = 200
_Notice = (
    AvmeldingUtskrivningsklarPasient
    | MeldingInnlagtPasient
    | MeldingOmUtskrevetPasient
    | MeldingUtskrivningsklarPasient
    | OrienteringOmDod
)


def events_of(notice: _Notice) -> tuple[TidsfestetHendelse, ...]:
    """The events of a notice, be there room for one or several."""
    events = notice.tidsfestet_hendelse
    return events if isinstance(events, tuple) else (events,)


@rule(
    "PLO501",
    "PLO-PL-02",
    "PLO-LX-09",
    source="HIS 1149:2014, 1; HIS 1149:2009, 1",
    severity=Severity.WARNING,
    en="a notice about the patient's way has no health information: {where}",
    nb="en logistikkmelding har ingen helseopplysninger: {where}",
    why=Words(
        "It is read by people who plan beds and services, and need not know more.",
        "Den leses av folk som planlegger plasser og tjenester, og som ikke trenger å vite mer.",
    ),
    mend=Words(
        "Send health information in the message that is meant for it.",
        "Send helseopplysninger i meldingen som er ment for det.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=put(
        "//TidsfestetHendelse[1]",
        f"<Merknad>{'Pasienten har hatt et langt forløp. ' * 7}</Merknad>",
        after="Anslag",
    ),
)
def no_health_information(message: Pasientlogistikk, given: Given) -> Iterator[Breach]:
    """A notice about the patient's way has no health information."""
    if message.sendt_dokument:
        yield Breach("sendt_dokument", where="SendtDokument")
    for event in given.all(TidsfestetHendelse):
        words = f"{event.beskrivelse_av_hendelse or ''}{event.merknad or ''}"
        if len(words) > _LONG:
            yield Breach("innhold", where="TidsfestetHendelse")


@rule(
    "PLO502",
    "PLO-PL-04",
    source="HIS 1149:2014, 3",
    en="the event is not coded (9121)",
    nb="hendelsen er ikke kodet (9121)",
    why=Words(
        "Systems act on the code: a bed is kept free, a visit is cancelled.",
        "Systemer handler etter koden: en plass holdes av, et besøk avlyses.",
    ),
    mend=Words(
        "Give Hendelsekode from 9121.",
        "Oppgi Hendelsekode fra 9121.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=(
        drop("//TidsfestetHendelse[1]/Hendelsekode"),
        put(
            "//TidsfestetHendelse[1]",
            "<BeskrivelseAvHendelse>Innlagt</BeskrivelseAvHendelse>",
            before="TidspunktForHendelse",
        ),
    ),
)
def events_are_coded(notice: _Notice, _: Given) -> Iterator[Breach]:
    """The events of a notice are coded."""
    for event in events_of(notice):
        if event.hendelsekode is None or blank(event.hendelsekode.code):
            yield Breach("tidsfestet_hendelse")


@rule(
    "PLO503",
    "PLO-PL-05",
    source="caremsg, derived from HIS 1149:2014",
    severity=Severity.WARNING,
    en="the same event is told twice",
    nb="den samme hendelsen er oppgitt to ganger",
    why=Words(
        "The reader cannot tell which of the two times holds.",
        "Leseren kan ikke vite hvilket av tidspunktene som gjelder.",
    ),
    mend=Words(
        "Give each event once.",
        "Oppgi hver hendelse én gang.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=copy("//TidsfestetHendelse[2]"),
)
def events_are_told_once(notice: _Notice, _: Given) -> Iterator[Breach]:
    """No event is told twice in a notice."""
    codes = [event.hendelsekode.code for event in events_of(notice) if event.hendelsekode]
    if len(codes) != len(set(codes)):
        yield Breach("tidsfestet_hendelse")


@rule(
    "PLO504",
    "PLO-PL-06",
    "PLO-LU-08",
    source="caremsg, derived from HIS 1149:2014",
    severity=Severity.WARNING,
    en="the events are not in the order in which they can happen",
    nb="hendelsene er ikke i den rekkefølgen de kan skje",
    why=Words(
        "A patient is admitted before being ready for discharge.",
        "En pasient blir innlagt før pasienten er utskrivningsklar.",
    ),
    mend=Words(
        "Compare the times.",
        "Sammenlign tidspunktene.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=v("//TidsfestetHendelse[2]/TidspunktForHendelse", V="2026-01-01"),
)
def events_are_in_order(notice: _Notice, _: Given) -> Iterator[Breach]:
    """Admission comes before readiness, readiness before its withdrawal."""
    days = {
        event.hendelsekode.code: day_of(event.tidspunkt_for_hendelse)
        for event in events_of(notice)
        if event.hendelsekode is not None
    }
    for earlier, later in (("1", "3"), ("3", "4"), ("1", "4"), ("1", "2")):
        first, second = days.get(earlier), days.get(later)
        if first is not None and second is not None and second < first:
            yield Breach("tidsfestet_hendelse")
            return


elsewhere(
    Reason.EXCHANGE,
    {
        "PLO-PL-07": "Which stay a notice belongs to is seen in the store.",
    },
)
