"""Rules of each notice about the patient's way (HIS 1149:2014, HIS 1149:2009)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, v
from caremsg.declare.rules import Breach, rule
from caremsg.findings import Severity, Words

from ...editions import PLO_1_5, PLO_1_6
from ...given import Given
from ...plo.parts.events import TidsfestetHendelse
from ...plo.pasientlogistikk import (
    AvmeldingUtskrivningsklarPasient,
    MeldingInnlagtPasient,
    MeldingUtskrivningsklarPasient,
    Pasientlogistikk,
)
from ..reading import blank, code_in, day_of, moment_of, of_system
from .pasientlogistikk import events_of

ADMITTED = "logistikk-innlagt-1.6"
READY = "logistikk-utskrivningsklar-1.6"
WITHDRAWN = "logistikk-avmelding-1.6"

BOTH = (PLO_1_5, PLO_1_6)

_NEAR = 14
_CODE = Words(
    "Systems act on the code, and a notice with another one starts the wrong thing.",
    "Systemer handler etter koden, og en melding med en annen setter i gang feil ting.",
)


def _coded(event: TidsfestetHendelse, code: str) -> bool:
    return code_in(event.hendelsekode, code) and of_system(event.hendelsekode, 9121)


@rule(
    "PLO510",
    "PLO-LI-02",
    source="HIS 1149:2014, 3.2.2; HIS 80704:2014, 13.2.2",
    en="the event is not 1 of 9121 (admitted)",
    nb="hendelsen er ikke 1 fra 9121 (innlagt)",
    why=_CODE,
    mend=Words(
        "Write Hendelsekode 1 of 9121.",
        "Skriv Hendelsekode 1 fra 9121.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=ADMITTED,
    bad=v("//TidsfestetHendelse/Hendelsekode", V="4", DN="Avmelding av utskrivningsklar pasient"),
)
def the_event_is_admission(notice: MeldingInnlagtPasient, _: Given) -> Iterator[Breach]:
    """The event is 1 of 9121."""
    if not _coded(notice.tidsfestet_hendelse, "1"):
        yield Breach("tidsfestet_hendelse.hendelsekode")


@rule(
    "PLO511",
    "PLO-LI-03",
    source="HIS 1149:2014, 3.2; HIS 1149:2009, 3.1",
    en="the time of admission has no time of day",
    nb="tidspunktet for innleggelse har ikke klokkeslett",
    why=Words(
        "The day of 24 hours in which the report is due begins then.",
        "Døgnet rapporten skal komme innen, begynner da.",
    ),
    mend=Words(
        "Give date and time of day.",
        "Oppgi dato og klokkeslett.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=ADMITTED,
    bad=v("//TidspunktForHendelse", V="2026-10-05"),
)
def admission_has_a_time(notice: MeldingInnlagtPasient, _: Given) -> Iterator[Breach]:
    """The time of admission has a time of day."""
    if "T" not in notice.tidsfestet_hendelse.tidspunkt_for_hendelse:
        yield Breach("tidsfestet_hendelse.tidspunkt_for_hendelse")


@rule(
    "PLO512",
    "PLO-LI-05",
    source="caremsg, derived from HIS 1149:2014, 3.2",
    severity=Severity.WARNING,
    en="the admission is later than the message",
    nb="innleggelsen er senere enn meldingen",
    why=Words(
        "The notice is sent when the patient is there.",
        "Meldingen sendes når pasienten er der.",
    ),
    mend=Words(
        "Compare the time with GenDate.",
        "Sammenlign tidspunktet med GenDate.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=ADMITTED,
    bad=v("//TidspunktForHendelse", V="2026-12-24T10:00:00"),
)
def admission_is_past(notice: MeldingInnlagtPasient, given: Given) -> Iterator[Breach]:
    """The admission is earlier than the message."""
    time, made = moment_of(notice.tidsfestet_hendelse.tidspunkt_for_hendelse), moment_of(given.made)
    if time is not None and made is not None and time > made:
        yield Breach("tidsfestet_hendelse.tidspunkt_for_hendelse")


@rule(
    "PLO520",
    "PLO-LU-02",
    source="HIS 1149:2014, 3.3.2",
    en="there are not exactly two events: admitted (1) and ready for discharge (3)",
    nb="det er ikke nøyaktig to hendelser: innlagt (1) og utskrivningsklar (3)",
    why=Words(
        "The municipality's duty to receive and to pay is counted from both.",
        "Kommunens plikt til å ta imot og betale regnes fra begge.",
    ),
    mend=Words(
        "Give both events, and no other.",
        "Oppgi begge hendelsene, og ingen andre.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=READY,
    bad=drop("//TidsfestetHendelse[1]"),
)
def admission_and_readiness(notice: MeldingUtskrivningsklarPasient, _: Given) -> Iterator[Breach]:
    """A notice of readiness has the events 1 and 3."""
    codes = sorted(str(e.hendelsekode.code) for e in notice.tidsfestet_hendelse if e.hendelsekode)
    if codes != ["1", "3"]:
        yield Breach("tidsfestet_hendelse")


@rule(
    "PLO521",
    "PLO-LU-05",
    "PLO-LU-06",
    "PLO-LA-04",
    source="HIS 1149:2014, 3.3.2 and 3.4.2; HIS 1149:2009, 3.2 and 3.3",
    en="who decided is not named (AnsvarForRapport)",
    nb="hvem som avgjorde, er ikke oppgitt (AnsvarForRapport)",
    why=Words(
        "The municipality may ask how it was decided.",
        "Kommunen kan spørre om avgjørelsen.",
    ),
    mend=Words(
        "Name the professional who decided; in PLO 1.5 the doctor.",
        "Oppgi helsepersonellet som avgjorde; i PLO 1.5 legen.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=READY,
    bad=drop("//AnsvarForRapport"),
)
def who_decided_is_named(message: Pasientlogistikk, _: Given) -> Iterator[Breach]:
    """A notice of readiness, or that it is withdrawn, names who decided."""
    about = isinstance(
        message.innhold, MeldingUtskrivningsklarPasient | AvmeldingUtskrivningsklarPasient
    )
    named = any(not blank(r.ansvarlig_rapport.family_name) for r in message.ansvar_for_rapport)
    if about and not named:
        yield Breach("ansvar_for_rapport")


@rule(
    "PLO522",
    "PLO-LU-05",
    "PLO-LU-06",
    "PLO-LA-04",
    source="HIS 1149:2009, 3.2 and 3.3",
    severity=Severity.WARNING,
    en="who decided is not a doctor",
    nb="den som avgjorde, er ikke lege",
    why=Words(
        "In PLO 1.5 a doctor declares a patient ready for discharge.",
        "I PLO 1.5 er det en lege som erklærer en pasient utskrivningsklar.",
    ),
    mend=Words(
        "Name the doctor, with profession LE.",
        "Oppgi legen, med yrke LE.",
    ),
    editions=(PLO_1_5,),
    in_cancellation=False,
    sample="logistikk-utskrivningsklar-1.5",
    bad=v("//AnsvarligRapport/TypeHealthcareProfessional", V="SP", DN="Sykepleier"),
)
def a_doctor_decided(message: Pasientlogistikk, _: Given) -> Iterator[Breach]:
    """In PLO 1.5 whoever decided is a doctor."""
    about = isinstance(
        message.innhold, MeldingUtskrivningsklarPasient | AvmeldingUtskrivningsklarPasient
    )
    people = [report.ansvarlig_rapport for report in message.ansvar_for_rapport]
    doctor = any(code_in(one.type_healthcare_professional, "LE") for one in people)
    if about and people and not doctor:
        yield Breach("ansvar_for_rapport")


@rule(
    "PLO523",
    "PLO-LU-08",
    source="caremsg, derived from HIS 1149:2014, 3.3",
    severity=Severity.WARNING,
    en="the day of readiness is more than two weeks from the day of the message",
    nb="datoen for utskrivningsklar er mer enn to uker fra datoen for meldingen",
    why=Words(
        "Readiness is told when it is decided, so one of the days is probably wrong.",
        "Det meldes når det er avgjort, så en av datoene er trolig feil.",
    ),
    mend=Words(
        "Compare the day with the record; a day far ahead belongs in Helseopplysninger.",
        "Sammenlign datoen med journalen; en dato langt frem hører hjemme i Helseopplysninger.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=READY,
    bad=v("//TidsfestetHendelse[2]/TidspunktForHendelse", V="2027-10-13"),
)
def readiness_is_near(notice: MeldingUtskrivningsklarPasient, given: Given) -> Iterator[Breach]:
    """A patient is told to be ready near the day of the message."""
    made = day_of(given.made)
    for n, event in enumerate(notice.tidsfestet_hendelse):
        day = day_of(event.tidspunkt_for_hendelse)
        if made is None or day is None or not code_in(event.hendelsekode, "3"):
            continue
        if abs((day - made).days) > _NEAR:
            yield Breach(f"tidsfestet_hendelse[{n}].tidspunkt_for_hendelse")


@rule(
    "PLO530",
    "PLO-LA-02",
    source="HIS 1149:2014, 3.4.2",
    en="there is no event 4 of 9121 with a day (no longer ready)",
    nb="det er ingen hendelse 4 fra 9121 med dato (avmelding)",
    why=_CODE,
    mend=Words(
        "Give the event with code 4 and a day.",
        "Oppgi hendelsen med kode 4 og en dato.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=WITHDRAWN,
    bad=v("//TidsfestetHendelse/Hendelsekode[@V='4']", V="2", DN="Pasient utskrevet"),
)
def the_withdrawal_is_an_event(
    notice: AvmeldingUtskrivningsklarPasient, _: Given
) -> Iterator[Breach]:
    """A withdrawal has event 4 with a day."""
    if not any(_coded(e, "4") and day_of(e.tidspunkt_for_hendelse) for e in events_of(notice)):
        yield Breach("tidsfestet_hendelse")


@rule(
    "PLO531",
    "PLO-LA-03",
    source="HIS 80704:2014, 13.2.4",
    severity=Severity.WARNING,
    en="admission (1) or readiness (3) is not repeated beside the withdrawal",
    nb="innleggelse (1) eller utskrivningsklar (3) er ikke gjentatt ved siden av avmeldingen",
    why=Words(
        "The reader sees which notice is withdrawn by its days.",
        "Leseren ser hvilken melding som trekkes tilbake, på datoene.",
    ),
    mend=Words(
        "Repeat admission and readiness beside the withdrawal.",
        "Gjenta innleggelse og utskrivningsklar ved siden av avmeldingen.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=WITHDRAWN,
    bad=drop("//TidsfestetHendelse[1]"),
)
def three_events(notice: AvmeldingUtskrivningsklarPasient, _: Given) -> Iterator[Breach]:
    """A withdrawal has the events 1 and 3 too."""
    if not {e.hendelsekode.code for e in events_of(notice) if e.hendelsekode} >= {"1", "3"}:
        yield Breach("tidsfestet_hendelse")
