"""Rules of all notices about the patient's way (HIS 1149:2014, HIS 1149:2009)."""

from __future__ import annotations

import re
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

BOTH = (PLO_1_5, PLO_1_6)

_LONG = 200
_ICD_10 = re.compile(r"\b[A-Z]\d\d\.\d\b")
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
    en="the notice may tell of the patient's health, which it must not: {where}",
    nb="meldingen kan fortelle om pasientens helse, og det skal den ikke: {where}",
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
def no_health_information(message: Pasientlogistikk, _: Given) -> Iterator[Breach]:
    """A notice about the patient's way has no health information."""
    if message.sendt_dokument:
        yield Breach("sendt_dokument", where="SendtDokument")
    for n, one in enumerate(message.parorende_foresatt):
        if not blank(one.merknad):
            yield Breach(f"parorende_foresatt[{n}].merknad", where="ParorendeForesatt/Merknad")
    notice = message.innhold
    for path, event in _places(notice):
        if _tells_much(event.beskrivelse_av_hendelse, event.merknad):
            yield Breach(f"innhold.{path}", where="TidsfestetHendelse")
    if isinstance(notice, MeldingOmUtskrevetPasient):
        if _tells_much(notice.utskrevet_til.merknad):
            yield Breach("innhold.utskrevet_til.merknad", where="UtskrevetTil/Merknad")
        told = notice.info_informasjon_gitt
        given = told.informasjon_gitt if told is not None else ()
        if _tells_much(*(one.beskrivelse_informasjon for one in given)):
            yield Breach("innhold.info_informasjon_gitt", where="InformasjonGitt")


def _places(notice: _Notice) -> Iterator[tuple[str, TidsfestetHendelse]]:
    """The events of a notice, each with its path."""
    events = notice.tidsfestet_hendelse
    if not isinstance(events, tuple):
        yield "tidsfestet_hendelse", events
        return
    for n, event in enumerate(events):
        yield f"tidsfestet_hendelse[{n}]", event


def _tells_much(*texts: str | None) -> bool:
    """True when texts are long, or have something like a code of ICD-10 in them."""
    words = " ".join(text for text in texts if text)
    return len(words) > _LONG or _ICD_10.search(words) is not None


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
    "PLO-V2-10",
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
    "PLO-V2-10",
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
    in_cancellation=False,
    sample=SAMPLE,
    bad=v("//TidsfestetHendelse[2]/TidspunktForHendelse", V="2026-01-01"),
)
def events_are_in_order(notice: _Notice, _: Given) -> Iterator[Breach]:
    """Admission comes before readiness, readiness before its withdrawal."""
    days = {
        event.hendelsekode.code: (day_of(event.tidspunkt_for_hendelse), event.anslag)
        for event in events_of(notice)
        if event.hendelsekode is not None
    }
    for earlier, later in (("1", "3"), ("3", "4"), ("1", "4"), ("1", "2")):
        first, expected = days.get(earlier, (None, False))
        second, _estimate = days.get(later, (None, False))
        # An expected day is withdrawn before it comes.
        if (earlier, later) == ("3", "4") and expected:
            continue
        if first is not None and second is not None and second < first:
            yield Breach("tidsfestet_hendelse")
            return


elsewhere(
    Reason.EXCHANGE,
    {
        "PLO-PL-07": "Which stay a notice belongs to is seen in the store.",
    },
)
