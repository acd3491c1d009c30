"""Rules of the notices that a patient was discharged or has died (HIS 1149)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...editions import PLO_1_5, PLO_1_6
from ...given import Given
from ...plo.parts.events import TidsfestetHendelse
from ...plo.pasientlogistikk import (
    MeldingOmUtskrevetPasient,
    OrienteringOmDod,
)
from ..reading import blank, code_in, day_of, of_system

DISCHARGED = "logistikk-utskrevet-1.6"
DEAD = "logistikk-dodsfall-1.6"

BOTH = (PLO_1_5, PLO_1_6)

_CODE = Words(
    "Systems act on the code, and a notice with another one starts the wrong thing.",
    "Systemer handler etter koden, og en melding med en annen setter i gang feil ting.",
)


def _coded(event: TidsfestetHendelse, code: str) -> bool:
    return code_in(event.hendelsekode, code) and of_system(event.hendelsekode, 9121)


@rule(
    "PLO540",
    "PLO-LX-02",
    source="HIS 1149:2014, 3.5.2",
    en="the event is not 2 of 9121 (discharged)",
    nb="hendelsen er ikke 2 fra 9121 (utskrevet)",
    why=_CODE,
    mend=Words(
        "Write Hendelsekode 2 of 9121.",
        "Skriv Hendelsekode 2 fra 9121.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=DISCHARGED,
    bad=v("//TidsfestetHendelse/Hendelsekode", V="4", DN="Avmelding av utskrivningsklar pasient"),
)
def the_event_is_discharge(notice: MeldingOmUtskrevetPasient, _: Given) -> Iterator[Breach]:
    """The event is 2 of 9121."""
    if not _coded(notice.tidsfestet_hendelse, "2"):
        yield Breach("tidsfestet_hendelse.hendelsekode")


@rule(
    "PLO541",
    "PLO-LX-04",
    source="HIS 1149:2014, 3.5; HIS 80704:2009, notes of change, 11.2",
    en="it is not coded where the patient went (8408)",
    nb="det er ikke kodet hvor pasienten ble utskrevet til (8408)",
    why=Words(
        "The municipality does not know whether to expect the patient at home.",
        "Kommunen vet ikke om pasienten er ventet hjemme.",
    ),
    mend=Words(
        "Give UtTil with a code of 8408.",
        "Oppgi UtTil med en kode fra 8408.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=DISCHARGED,
    bad=v("//UtTil", V=None, DN=None, OT="Hjem"),
)
def where_the_patient_went(notice: MeldingOmUtskrevetPasient, _: Given) -> Iterator[Breach]:
    """Where the patient went is a code of 8408."""
    place = notice.utskrevet_til.ut_til
    if place is None or blank(place.code) or not of_system(place, 8408):
        yield Breach("utskrevet_til.ut_til")


@rule(
    "PLO542",
    "PLO-LX-05",
    source="HIS 80704:2014, 13.2.8; HIS 80704:2009, notes of change, 11.1",
    severity=Severity.WARNING,
    en="the state at discharge is not 1 or 2 in PLO 1.5",
    nb="uttilstanden er ikke 1 eller 2 i PLO 1.5",
    why=Words(
        "Code 3 tells more than the receiver needs to know.",
        "Kode 3 forteller mer enn mottakeren trenger å vite.",
    ),
    mend=Words(
        "Write 2, Som død.",
        "Skriv 2, Som død.",
    ),
    editions=(PLO_1_5,),
    in_cancellation=False,
    sample="logistikk-utskrevet-1.5",
    bad=v("//Uttilstand", V="3", DN="Suicid"),
)
def no_cause_of_death(notice: MeldingOmUtskrevetPasient, _: Given) -> Iterator[Breach]:
    """In PLO 1.5 the state at discharge is 1 or 2."""
    if code_in(notice.utskrevet_til.uttilstand, "3"):
        yield Breach("utskrevet_til.uttilstand")


@rule(
    "PLO550",
    "PLO-LD-02",
    source="HIS 1149:2014, 3.6.2; HIS 80704:2014, 13.2.5",
    en="the event is not 13 of 9121 (dead)",
    nb="hendelsen er ikke 13 fra 9121 (død)",
    why=_CODE,
    mend=Words(
        "Write Hendelsekode 13 of 9121.",
        "Skriv Hendelsekode 13 fra 9121.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=DEAD,
    bad=v("//TidsfestetHendelse/Hendelsekode", V="4", DN="Avmelding av utskrivningsklar pasient"),
)
def the_event_is_death(notice: OrienteringOmDod, _: Given) -> Iterator[Breach]:
    """The event is 13 of 9121."""
    if not _coded(notice.tidsfestet_hendelse, "13"):
        yield Breach("tidsfestet_hendelse.hendelsekode")


@rule(
    "PLO551",
    "PLO-LD-04",
    source="caremsg, derived from HIS 1149:2014, 3.6",
    severity=Severity.WARNING,
    en="the death is later than the message, or earlier than the birth",
    nb="dødsfallet er senere enn meldingen, eller tidligere enn fødselen",
    why=Words(
        "One of the days is wrong.",
        "En av datoene er feil.",
    ),
    mend=Words(
        "Compare the days.",
        "Sammenlign datoene.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=DEAD,
    bad=v("//TidspunktForHendelse", V="1900-01-01"),
)
def death_comes_after_birth(notice: OrienteringOmDod, given: Given) -> Iterator[Breach]:
    """A death is after the birth and before the message."""
    day, made = day_of(notice.tidsfestet_hendelse.tidspunkt_for_hendelse), day_of(given.made)
    patient = given.head.msg_info.patient if given.head is not None else None
    born = day_of(patient.date_of_birth) if patient is not None else None
    late = day is not None and made is not None and day > made
    if late or (day is not None and born is not None and day < born):
        yield Breach("tidsfestet_hendelse.tidspunkt_for_hendelse")


elsewhere(
    Reason.SHAPE,
    {
        "PLO-LU-04": "Both values of Anslag are allowed.",
        "PLO-LX-08": "The code may be sent; a stay at the other place begins there.",
    },
)


elsewhere(
    Reason.EXCHANGE,
    {
        "PLO-LI-06": "Whether the municipality knows the patient is not in the message.",
        "PLO-LU-07": "The health information before it is in the store.",
        "PLO-LU-09": "The municipality's reply is another message.",
        "PLO-LA-05": "The notice that is withdrawn is in the store.",
        "PLO-LA-06": "The day in the notice that is withdrawn is in the store.",
        "PLO-LX-06": "That no discharge report goes along is seen beside it.",
        "PLO-LX-07": "When the patient left is compared with the clock of the sender.",
        "PLO-LD-05": "Whether the patient had services is known to the municipality.",
        "PLO-LD-06": "That the same notice was received is in the store.",
        "PLO-LD-07": "No answer is expected; there is nothing to judge.",
    },
)


elsewhere(
    Reason.HUMAN,
    {
        "PLO-LA-07": "Whether the situation changed or the notice was an error is known to "
        "the sender.",
    },
)
