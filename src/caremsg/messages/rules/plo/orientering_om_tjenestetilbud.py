"""Rules of information about services (HIS 1146:2014, HIS 1146:2009)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, put, text
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...editions import PLO_1_5, PLO_1_6
from ...given import Given
from ...plo.orientering_om_tjenestetilbud import OrienteringOmTjenestetilbud
from ..reading import blank, day_of

SAMPLE = "orientering-om-tjenestetilbud-1.6"
BOTH = (PLO_1_5, PLO_1_6)


@rule(
    "PLO360",
    "PLO-OT-03",
    source="HIS 80704:2014, 12.2.2; HIS 1146:2014, 3",
    en="it is not said when the service starts (Startdato)",
    nb="det er ikke oppgitt når tjenesten starter (Startdato)",
    why=Words(
        "The doctor cannot tell whether the patient has it already.",
        "Legen kan ikke vite om pasienten allerede har den.",
    ),
    mend=Words(
        "Give Startdato of each service.",
        "Oppgi Startdato for hver tjeneste.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//EksisterendeTjeneste[1]/Startdato"),
)
def services_start(message: OrienteringOmTjenestetilbud, _: Given) -> Iterator[Breach]:
    """Each service has its first day."""
    for i, service in enumerate(message.eksisterende_tjeneste):
        if service.startdato is None:
            yield Breach(f"eksisterende_tjeneste[{i}].startdato")


@rule(
    "PLO361",
    "PLO-OT-04",
    source="HIS 1146:2014, 3; HIS 1146:2009, 3",
    severity=Severity.WARNING,
    en="it is not said who provides the service (TjenestenLevertAv)",
    nb="det er ikke oppgitt hvem som leverer tjenesten (TjenestenLevertAv)",
    why=Words(
        "A question about the service goes to the unit that provides it.",
        "Et spørsmål om tjenesten går til enheten som leverer den.",
    ),
    mend=Words(
        "Give TjenestenLevertAv of each service, or TilknyttetEnhet.",
        "Oppgi TjenestenLevertAv for hver tjeneste, eller TilknyttetEnhet.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=(drop("//EksisterendeTjeneste[1]/TjenestenLevertAv"), drop("//TilknyttetEnhet")),
)
def who_provides_it(message: OrienteringOmTjenestetilbud, _: Given) -> Iterator[Breach]:
    """It is told who provides each service."""
    for i, service in enumerate(message.eksisterende_tjeneste):
        if blank(service.tjenesten_levert_av) and not message.tilknyttet_enhet:
            yield Breach(f"eksisterende_tjeneste[{i}].tjenesten_levert_av")


@rule(
    "PLO362",
    "PLO-OT-06",
    source="HIS 80704:2009, notes of change, 3",
    severity=Severity.WARNING,
    en="AssistertKommunikasjon is not used in this message",
    nb="AssistertKommunikasjon er ikke i bruk i denne meldingen",
    why=Words(
        "Receivers do not look at it.",
        "Mottakere ser ikke på det.",
    ),
    mend=Words(
        "Leave it out.",
        "Utelat det.",
    ),
    editions=BOTH,
    sample=SAMPLE,
    bad=put(
        "//OrienteringOmTjenestetilbud",
        "<AssistertKommunikasjon><Horselsvikt>true</Horselsvikt></AssistertKommunikasjon>",
        after="EksisterendeTjeneste",
    ),
)
def no_help_with_communication(message: OrienteringOmTjenestetilbud, _: Given) -> Iterator[Breach]:
    """Help with communication is not told here."""
    if message.assistert_kommunikasjon:
        yield Breach("assistert_kommunikasjon")


@rule(
    "PLO363",
    "PLO-OT-08",
    source="caremsg, derived from HIS 80704:2014, 12.2.2",
    severity=Severity.WARNING,
    en="the service is private, and its provider is not named",
    nb="tjenesten er privat, og leverandøren er ikke oppgitt",
    why=Words(
        "Nobody in the municipality can answer for it.",
        "Ingen i kommunen kan svare for den.",
    ),
    mend=Words(
        "Give TjenestenLevertAv.",
        "Oppgi TjenestenLevertAv.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=(
        text("//EksisterendeTjeneste[1]/PrivatTjeneste", "true"),
        drop("//EksisterendeTjeneste[1]/TjenestenLevertAv"),
    ),
)
def private_services_name_their_provider(
    message: OrienteringOmTjenestetilbud, _: Given
) -> Iterator[Breach]:
    """A private service names its provider."""
    for i, service in enumerate(message.eksisterende_tjeneste):
        if service.privat_tjeneste and blank(service.tjenesten_levert_av):
            yield Breach(f"eksisterende_tjeneste[{i}].tjenesten_levert_av")


@rule(
    "PLO364",
    "PLO-OT-09",
    source="caremsg, derived from HIS 1146:2014, 1",
    severity=Severity.WARNING,
    en="the service ended before the message was made, and nothing says what has changed",
    nb="tjenesten ble avsluttet før meldingen ble laget, og ingenting sier hva som er endret",
    why=Words(
        "It is expected only where the message tells of a change.",
        "Det er bare ventet der meldingen forteller om en endring.",
    ),
    mend=Words(
        "Leave the service out, or say in Merknad that it has ended.",
        "Utelat tjenesten, eller skriv i Merknad at den er avsluttet.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=(
        text("//EksisterendeTjeneste[1]/Startdato", "2025-01-01"),
        put("//EksisterendeTjeneste[1]", "<Sluttdato>2026-01-01</Sluttdato>", after="Startdato"),
    ),
)
def services_that_go_on(message: OrienteringOmTjenestetilbud, given: Given) -> Iterator[Breach]:
    """Services that are told of go on, or it is said what has changed."""
    made = day_of(given.made)
    for i, service in enumerate(message.eksisterende_tjeneste):
        last = day_of(service.sluttdato)
        ended = last is not None and made is not None and last < made
        if ended and blank(service.merknad):
            yield Breach(f"eksisterende_tjeneste[{i}].sluttdato")


elsewhere(
    Reason.SHAPE,
    {
        "PLO-OT-07": "The fields are there, and may be left out.",
        "PLO-OT-13": "The schema demands a service in a cancellation too; no rule looks at it.",
    },
)


elsewhere(
    Reason.EXCHANGE,
    {
        "PLO-OT-10": "The request that is answered is in the store.",
    },
)


elsewhere(
    Reason.HUMAN,
    {
        "PLO-OT-11": "Whether the patient objects is not in the message.",
        "PLO-OT-12": "Where a question about it goes is for whoever asks.",
    },
)
