"""Rules about services, appointments and aids (HIS 80704:2014, 8.2 and 12.2)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import Edit, drop, put, text, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...editions import PLO_1_5, PLO_1_6
from ...given import Given
from ...plo.parts.follow_up import (
    InformasjonOmTentativTime,
    InformasjonOmTime,
    KontrolltimeBestill,
)
from ...plo.parts.services import EksisterendeTjeneste, TjenesteBehov
from ..reading import NATIONAL, blank, day_of, of_system

SAMPLE = "innleggelsesrapport-1.6"
DISCHARGE = "utskrivningsrapport-1.6"
BOTH = (PLO_1_5, PLO_1_6)


def _tentative(inside: str) -> tuple[Edit, ...]:
    return (
        drop("//InfoKontrolltime[1]/*"),
        put(
            "//InfoKontrolltime[1]",
            f"<InformasjonOmTentativTime>{inside}</InformasjonOmTentativTime>",
        ),
    )


def _needed(name: str) -> tuple[Edit, ...]:
    """One need for a service, with its type and perhaps a name."""
    kind = f"<IPLOStjenestetype V='15' S='{NATIONAL}9151' DN='Helsetjenester i hjemmet'/>"
    return (
        drop("//TjenesteBehov"),
        put(
            "//TverrfagligEpikrise",
            f"<TjenesteBehov>{kind}{name}</TjenesteBehov>",
            before="InfoKontrolltime",
        ),
    )


@rule(
    "PLO240",
    "PLO-KL-37",
    "PLO-KL-39",
    "PLO-OT-02",
    source="HIS 80704:2014, 8.2.21 and 12.2.2",
    en="the service is not named: neither a type nor words",
    nb="tjenesten er ikke navngitt: verken type eller tekst",
    why=Words(
        "The reader learns of a service and not which.",
        "Leseren får vite om en tjeneste, men ikke hvilken.",
    ),
    mend=Words(
        "Give IPLOStjenestetype from 9151, or BetegnelseTjeneste.",
        "Oppgi IPLOStjenestetype fra 9151, eller BetegnelseTjeneste.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//EksisterendeTjeneste[1]/IPLOStjenestetype"),
)
def a_service_is_named(service: EksisterendeTjeneste | TjenesteBehov, _: Given) -> Iterator[Breach]:
    """A service has a type or a name."""
    if service.iplos_tjenestetype is None and blank(service.betegnelse_tjeneste):
        yield Breach()


@rule(
    "PLO241",
    "PLO-KL-38",
    source="caremsg, derived from HIS 80704:2014, 8.2.21 and 12.2.2",
    severity=Severity.WARNING,
    en="the amount of the service has no unit, or is not more than nothing",
    nb="mengden av tjenesten har ingen enhet, eller er ikke mer enn null",
    why=Words(
        "Seven of what: hours, visits, days?",
        "Sju av hva: timer, besøk, dager?",
    ),
    mend=Words(
        "Give Enhet, and an amount above zero.",
        "Oppgi Enhet, og en mengde over null.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//EksisterendeTjeneste[1]/Enhet"),
)
def an_amount_has_its_unit(
    service: EksisterendeTjeneste | TjenesteBehov, _: Given
) -> Iterator[Breach]:
    """The amount of a service has a unit, and is above zero."""
    if isinstance(service, EksisterendeTjeneste):
        amount, field = service.antall_enheter, "antall_enheter"
    else:
        amount, field = service.antall_enheter_onsket, "antall_enheter_onsket"
    if amount is not None and (blank(service.enhet) or not amount.number > 0):
        yield Breach(field)


@rule(
    "PLO242",
    "PLO-KL-40",
    source="HIS 80704:2014, 12.2.2",
    en="the type of the service lacks its code or text, or is not of 9151",
    nb="typen tjeneste mangler kode eller tekst, eller er ikke fra 9151",
    why=Words(
        "The type is reported to the register of care services, and shown to readers.",
        "Typen rapporteres til registeret for omsorgstjenester, og vises for lesere.",
    ),
    mend=Words(
        "Give V, DN and S of 9151.",
        "Oppgi V, DN og S fra 9151.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=v("//EksisterendeTjeneste[1]/IPLOStjenestetype", DN=None),
)
def the_type_is_whole(service: EksisterendeTjeneste, _: Given) -> Iterator[Breach]:
    """The type of a service has code, text and system."""
    kind = service.iplos_tjenestetype
    if kind is None:
        return
    if blank(kind.code) or blank(kind.display) or not of_system(kind, 9151):
        yield Breach("iplos_tjenestetype")


@rule(
    "PLO243",
    "PLO-KL-41",
    source="caremsg, derived from HIS 80704:2014, 12.2.2",
    severity=Severity.WARNING,
    en="the service ended before it began",
    nb="tjenesten sluttet før den begynte",
    why=Words(
        "One of the two days is wrong.",
        "En av de to datoene er feil.",
    ),
    mend=Words(
        "Compare both days.",
        "Sammenlign begge datoene.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=put("//EksisterendeTjeneste[1]", "<Sluttdato>2020-01-01</Sluttdato>", after="Startdato"),
)
def a_service_ends_after_it_begins(service: EksisterendeTjeneste, _: Given) -> Iterator[Breach]:
    """A service ends after it begins."""
    first, last = day_of(service.startdato), day_of(service.sluttdato)
    if first is not None and last is not None and last < first:
        yield Breach("sluttdato")


@rule(
    "PLO244",
    "PLO-KL-42",
    source="HIS 80704:2014, 8.2.13",
    en="the appointment is booked, and it is not said when",
    nb="timen er bestilt, og det er ikke oppgitt når",
    why=Words(
        "The patient does not come, or comes on the wrong day.",
        "Pasienten kommer ikke, eller kommer feil dag.",
    ),
    mend=Words(
        "Give TidspunktTime.",
        "Oppgi TidspunktTime.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=DISCHARGE,
    bad=drop("//TidspunktTime"),
)
def a_booked_appointment_has_a_time(booked: InformasjonOmTime, _: Given) -> Iterator[Breach]:
    """An appointment that is booked has a time."""
    if booked.bestilt_kontrolltime and booked.tidspunkt_time is None:
        yield Breach("tidspunkt_time")


@rule(
    "PLO245",
    "PLO-KL-43",
    source="caremsg, derived from HIS 80704:2014, 8.2.14",
    severity=Severity.WARNING,
    en="the appointment that may come says neither when nor anything else",
    nb="timen som kanskje kommer, sier verken når eller noe annet",
    why=Words(
        "The reader cannot follow it up.",
        "Leseren kan ikke følge den opp.",
    ),
    mend=Words(
        "Give TentativtTidspunktTime or Merknad.",
        "Oppgi TentativtTidspunktTime eller Merknad.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=DISCHARGE,
    good=_tentative("<Merknad>Brev kommer</Merknad>"),
    bad=_tentative(""),
)
def a_tentative_appointment_says_something(
    maybe: InformasjonOmTentativTime, _: Given
) -> Iterator[Breach]:
    """An appointment that may come says when, or something about it."""
    if blank(maybe.tentativt_tidspunkt_time) and blank(maybe.merknad):
        yield Breach()


@rule(
    "PLO246",
    "PLO-KL-44",
    source="caremsg, derived from HIS 80704:2014, 8.2.12",
    severity=Severity.WARNING,
    en="`false` says nothing about an appointment",
    nb="`false` sier ingenting om en time",
    why=Words(
        "Neither that there is one, nor that there is none.",
        "Verken at det finnes en, eller at det ikke gjør det.",
    ),
    mend=Words(
        "Choose the alternative that fits, or leave InfoKontrolltime out.",
        "Velg alternativet som passer, eller utelat InfoKontrolltime.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=DISCHARGE,
    bad=text("//BestiltKontrolltime", "false"),
)
def an_appointment_is_something(
    booked: InformasjonOmTime | KontrolltimeBestill, _: Given
) -> Iterator[Breach]:
    """What is told of an appointment is not `false`."""
    if isinstance(booked, InformasjonOmTime):
        if not booked.bestilt_kontrolltime:
            yield Breach("bestilt_kontrolltime")
    elif not booked.pasient_parorende_bestiller:
        yield Breach("pasient_parorende_bestiller")


@rule(
    "PLO247",
    "PLO-KL-37",
    source="HIS 80704:2014, 8.2.21",
    severity=Severity.ADVICE,
    en="the service that is needed has both a type and a name of its own",
    nb="tjenesten det er behov for, har både type og egen betegnelse",
    why=Words(
        "When the two differ the reader does not know which of them is meant.",
        "Når de to er ulike, vet ikke leseren hvilken som er ment.",
    ),
    mend=Words(
        "Give IPLOStjenestetype alone; more words go into BeskrivelseAvTjeneste.",
        "Oppgi bare IPLOStjenestetype; mer tekst hører hjemme i BeskrivelseAvTjeneste.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=DISCHARGE,
    good=_needed(""),
    bad=_needed("<BetegnelseTjeneste>Sykepleie</BetegnelseTjeneste>"),
)
def one_name_for_a_need(need: TjenesteBehov, _: Given) -> Iterator[Breach]:
    """A service that is needed is named once, by type or in words."""
    if need.iplos_tjenestetype is not None and not blank(need.betegnelse_tjeneste):
        yield Breach("betegnelse_tjeneste")


elsewhere(
    Reason.SHAPE,
    {
        "PLO-KL-45": "The codes are judged like every code (COD006, COD011).",
    },
)
