"""Rules of the notices of PLO 2.0, a draft: those of PLO 1.6 and of the reply (HIS 1149:2014)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from caremsg.declare import Element
from caremsg.declare.edits import drop, put, text, v
from caremsg.declare.rules import Breach, rule
from caremsg.findings import Severity, Words

from ...given import Given
from ...plo.parts.events import UtskrevetTil
from ...plo.pasientlogistikk import (
    AvmeldingUtskrivningsklarPasient,
    MeldingInnlagtPasient,
    MeldingOmUtskrevetPasient,
    MeldingUtskrivningsklarPasient,
    OrienteringOmDod,
    PasientlogistikkV2,
    TilbakemeldingUtskrivningsklarPasient,
)
from ..reading import NATIONAL, blank, code_in, moment_of
from .draft import DRAFT, OWN

SAMPLE = "logistikk-tilbakemelding-2.0"

_PO = "http://ehelse.no/xmlstds/po/poKomponent/2017-11-30"

_LEFT = (
    "<MeldingOmUtskrevetPasient>"
    f"<UtskrevetTil xmlns='{_PO}'/>"
    f"<TidsfestetHendelse xmlns='{_PO}'>"
    f"<Hendelsekode V='2' S='{NATIONAL}9121' DN='Pasient utskrevet'/>"
    "<TidspunktForHendelse>2026-10-09T10:00:00</TidspunktForHendelse><Anslag>false</Anslag>"
    "</TidsfestetHendelse></MeldingOmUtskrevetPasient>"
)
_READY = (
    "<MeldingUtskrivningsklarPasient>"
    f"<TidsfestetHendelse xmlns='{_PO}'>"
    f"<Hendelsekode V='1' S='{NATIONAL}9121' DN='Pasient innlagt'/>"
    "<TidspunktForHendelse>2026-10-05T14:20:00</TidspunktForHendelse><Anslag>false</Anslag>"
    "</TidsfestetHendelse>"
    f"<TidsfestetHendelse xmlns='{_PO}'>"
    f"<Hendelsekode V='3' S='{NATIONAL}9121' DN='Pasient utskrivningsklar'/>"
    "<TidspunktForHendelse>2026-10-14T00:00:00</TidspunktForHendelse><Anslag>true</Anslag>"
    "</TidsfestetHendelse></MeldingUtskrivningsklarPasient>"
)
_REPLY = "//TilbakemeldingUtskrivningsklarPasient"
_ENDED = (put("//Pasientlogistikk", _LEFT, like=_REPLY), drop(_REPLY))
_EXPECTED = (put("//Pasientlogistikk", _READY, like=_REPLY), drop(_REPLY))

_EVENTS: dict[type[Element], tuple[str, ...]] = {
    MeldingInnlagtPasient: ("1",),
    MeldingUtskrivningsklarPasient: ("1", "3"),
    AvmeldingUtskrivningsklarPasient: ("4",),
    MeldingOmUtskrevetPasient: ("2",),
    OrienteringOmDod: ("13",),
}
"""The events (9121) that each notice has."""


@rule(
    "PLO584",
    "PLO-V2-06",
    source="HIS 1149:2014; the schemas of PLO 2.0",
    severity=Severity.WARNING,
    en="the reply does not refer to the notice of readiness (ConversationRef)",
    nb="tilbakemeldingen viser ikke til meldingen om utskrivningsklar pasient (ConversationRef)",
    why=OWN,
    mend=Words(
        "Refer to the notice.",
        "Vis til meldingen.",
    ),
    editions=DRAFT,
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//ConversationRef"),
)
def a_reply_refers_to_the_notice(
    reply: TilbakemeldingUtskrivningsklarPasient, given: Given
) -> Iterator[Breach]:
    """The municipality's reply refers to the notice of readiness."""
    head = given.head
    if head is not None and head.msg_info.conversation_ref is None:
        yield Breach()


@rule(
    "PLO585",
    "PLO-V2-09",
    source="the schemas of PLO 2.0",
    severity=Severity.WARNING,
    en="it is said neither where the patient went nor in which state",
    nb="det er verken oppgitt hvor pasienten dro eller i hvilken tilstand",
    why=OWN,
    mend=Words(
        "Give UtTil or Uttilstand.",
        "Oppgi UtTil eller Uttilstand.",
    ),
    editions=DRAFT,
    in_cancellation=False,
    sample=SAMPLE,
    bad=_ENDED,
)
def where_or_how(to: UtskrevetTil, _: Given) -> Iterator[Breach]:
    """A discharge tells where the patient went, or in which state."""
    if to.ut_til is None and to.uttilstand is None:
        yield Breach()


@rule(
    "PLO586",
    "PLO-V2-10",
    source="HIS 1149:2014; the schemas of PLO 2.0",
    severity=Severity.WARNING,
    en="the notice lacks the event {code} of 9121",
    nb="meldingen mangler hendelsen {code} fra 9121",
    why=OWN,
    mend=Words(
        "Give the event of the notice.",
        "Oppgi hendelsen i meldingen.",
    ),
    editions=DRAFT,
    in_cancellation=False,
    sample=SAMPLE,
    bad=(*_ENDED, v("//Hendelsekode", V="1", DN="Pasient innlagt")),
)
def notices_have_their_event(message: PasientlogistikkV2, _: Given) -> Iterator[Breach]:
    """Each notice has the event that it is about."""
    notice = message.innhold
    events = notice.tidsfestet_hendelse
    several = events if isinstance(events, tuple) else (events,)
    for code in _EVENTS.get(type(notice), ()):
        if not any(code_in(event.hendelsekode, code) for event in several):
            yield Breach("innhold.tidsfestet_hendelse", code=code)


@rule(
    "PLO592",
    "PLO-V2-06",
    source="caremsg, derived from HIS 1149:2014 and the schemas of PLO 2.0",
    severity=Severity.WARNING,
    en="the reply does not say in words what its time is about (BeskrivelseAvHendelse)",
    nb="tilbakemeldingen sier ikke med ord hva tidspunktet gjelder (BeskrivelseAvHendelse)",
    why=Words(
        "No code says that a municipality can receive a patient, so the words must.",
        "Ingen kode sier at en kommune kan ta imot en pasient, så ordene må gjøre det.",
    ),
    mend=Words(
        "Write whether and where the patient can be received in BeskrivelseAvHendelse.",
        "Skriv om pasienten kan tas imot, og hvor, i BeskrivelseAvHendelse.",
    ),
    editions=DRAFT,
    in_cancellation=False,
    sample=SAMPLE,
    bad=text("//BeskrivelseAvHendelse", " "),
)
def a_reply_has_words(reply: TilbakemeldingUtskrivningsklarPasient, _: Given) -> Iterator[Breach]:
    """The municipality's reply says in words what its time is about."""
    for n, event in enumerate(reply.tidsfestet_hendelse):
        if blank(event.beskrivelse_av_hendelse):
            yield Breach(f"tidsfestet_hendelse[{n}].beskrivelse_av_hendelse")


@rule(
    "PLO593",
    "PLO-V2-05",
    source="caremsg, derived from HIS 80704:2014, 13.2.7 and the schemas of PLO 2.0",
    severity=Severity.WARNING,
    en="an expected day of readiness has a time of day",
    nb="en forventet dato for utskrivningsklar har klokkeslett",
    why=Words(
        "A time of day looks like an appointment, and the municipality plans by it.",
        "Et klokkeslett ser ut som en avtale, og kommunen planlegger etter det.",
    ),
    mend=Words(
        "The schema wants a time: write T00:00:00.",
        "Skjemaet krever et klokkeslett: skriv T00:00:00.",
    ),
    editions=DRAFT,
    in_cancellation=False,
    sample=SAMPLE,
    good=_EXPECTED,
    bad=(*_EXPECTED, text("//TidsfestetHendelse[2]/TidspunktForHendelse", "2026-10-14T10:00:00")),
)
def an_estimate_is_a_day(notice: MeldingUtskrivningsklarPasient, _: Given) -> Iterator[Breach]:
    """An expected day of readiness has midnight as its time."""
    for n, event in enumerate(notice.tidsfestet_hendelse):
        moment = moment_of(event.tidspunkt_for_hendelse)
        expected = event.anslag and code_in(event.hendelsekode, "3")
        if expected and moment is not None and moment.time() != dt.time.min:
            yield Breach(f"tidsfestet_hendelse[{n}].tidspunkt_for_hendelse")
