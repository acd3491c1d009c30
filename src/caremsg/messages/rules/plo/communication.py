"""Rules about interpreters, and about who was told what (HIS 80704:2014, 6.2.5 and 6.2.12)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, put, text
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...editions import PLO_1_5, PLO_1_6
from ...given import Given
from ...plo.parts.patient import (
    AssistertKommunikasjon,
    InfoAssistertKommunikasjon,
    InformasjonGitt,
)
from ..reading import blank, day_of
from .people import named

SAMPLE = "innleggelsesrapport-1.6"
BOTH = (PLO_1_5, PLO_1_6)
_NATIONALITY = (
    "<Nationality xmlns='http://www.kith.no/xmlstds/felleskomponent1' V='SE' DN='SVERIGE'/>"
)


@rule(
    "PLO145",
    "PLO-FT-23",
    source="HIS 80704:2014, 6.2.12",
    severity=Severity.WARNING,
    en="the person who needs an interpreter has no name",
    nb="personen som trenger tolk, har ikke navn",
    why=Words(
        "It is somebody else than the patient, and nobody knows who.",
        "Det er noen andre enn pasienten, og ingen vet hvem.",
    ),
    mend=Words(
        "Give the name; leave the person out when it is the patient.",
        "Oppgi navnet; utelat personen når det er pasienten.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=put(
        "//AssistertKommunikasjon",
        f"<PersonTolkebehov>{_NATIONALITY}</PersonTolkebehov>",
        before="Horselsvikt",
    ),
)
def who_needs_an_interpreter_has_a_name(need: AssistertKommunikasjon, _: Given) -> Iterator[Breach]:
    """A relative who needs an interpreter has a name."""
    if need.person_tolkebehov is not None and not named(need.person_tolkebehov):
        yield Breach("person_tolkebehov")


@rule(
    "PLO146",
    "PLO-FT-25",
    source="HIS 80704:2014, 6.2.5",
    severity=Severity.WARNING,
    en="it is not said what the information was about",
    nb="det er ikke oppgitt hva informasjonen gjaldt",
    why=Words(
        "The reader learns that somebody was told, and not what.",
        "Leseren får vite at noen ble informert, men ikke om hva.",
    ),
    mend=Words(
        "Give TypeInformasjon, or BeskrivelseInformasjon.",
        "Oppgi TypeInformasjon, eller BeskrivelseInformasjon.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//BeskrivelseInformasjon"),
)
def information_has_a_subject(told: InformasjonGitt, _: Given) -> Iterator[Breach]:
    """Information that was given is coded or described."""
    if told.type_informasjon is None and blank(told.beskrivelse_informasjon):
        yield Breach()


@rule(
    "PLO147",
    "PLO-FT-26",
    source="HIS 80704:2014, 6.2.5",
    en="whoever was told has no name",
    nb="den som ble informert, har ikke navn",
    why=Words(
        "Nobody knows who is aware of it.",
        "Ingen vet hvem som kjenner til det.",
    ),
    mend=Words(
        "Give the name.",
        "Oppgi navnet.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=(
        drop("//InformasjonGittTil/FamilyName"),
        drop("//InformasjonGittTil/GivenName"),
        put("//InformasjonGittTil", _NATIONALITY),
    ),
)
def who_was_told_has_a_name(told: InformasjonGitt, _: Given) -> Iterator[Breach]:
    """Whoever was told is named."""
    if not named(told.informasjon_gitt_til):
        yield Breach("informasjon_gitt_til")


@rule(
    "PLO148",
    "PLO-FT-27",
    source="caremsg, derived from HIS 80704:2014, 6.2.5",
    severity=Severity.WARNING,
    en="the information was given after the message was made",
    nb="informasjonen er gitt etter at meldingen ble laget",
    why=Words(
        "One of the two days is wrong.",
        "En av de to datoene er feil.",
    ),
    mend=Words(
        "Compare InformasjonGittDato with GenDate.",
        "Sammenlign InformasjonGittDato med GenDate.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=text("//InformasjonGittDato", "2026-10-07"),
)
def told_before_it_is_sent(told: InformasjonGitt, given: Given) -> Iterator[Breach]:
    """Information was given before the message was made."""
    day, made = day_of(told.informasjon_gitt_dato), day_of(given.made)
    if day is not None and made is not None and day > made:
        yield Breach("informasjon_gitt_dato")


@rule(
    "PLO149",
    "PLO-FT-24",
    source="caremsg, derived from HIS 80704:2014, 6.2.12",
    severity=Severity.WARNING,
    en="a need for help with communication is told of, and not which",
    nb="et behov for hjelp til kommunikasjon er oppgitt, men ikke hvilket",
    why=Words(
        "The reader learns that there is something to prepare for, and not what.",
        "Leseren får vite at noe må forberedes, men ikke hva.",
    ),
    mend=Words(
        "Give the language, the impairment or a remark, or leave the element out.",
        "Oppgi språk, syns- eller hørselssvikt eller merknad, eller utelat elementet.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//AssistertKommunikasjon/*"),
)
def a_need_has_content(info: InfoAssistertKommunikasjon, _: Given) -> Iterator[Breach]:
    """A need for help with communication says what is needed."""
    need = info.assistert_kommunikasjon
    told = (
        need.person_tolkebehov,
        need.horselsvikt,
        need.synsvikt,
        need.behov_tolk_sprak,
        need.preferert_tolk,
        need.behov_opphort_dato,
    )
    if told == (None,) * len(told) and blank(need.merknad):
        yield Breach("assistert_kommunikasjon")


elsewhere(
    Reason.SHAPE,
    {
        "PLO-FT-22": "The code is judged like every code (COD006).",
    },
)
