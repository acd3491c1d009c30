"""Rules about messages between patient and provider, edition 1.1 and parts of 1.2.

No requirement document is public; they follow from the schemas and their comments, and
from HIS 80601 and HIS 80415:2004.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from caremsg.declare.edits import drop, text, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...given import Given
from ...pasientkommunikasjon.melding_fra_pasient import MeldingFraPasient
from ...pasientkommunikasjon.melding_til_pasient import MeldingTilPasient
from ...pasientkommunikasjon.parts import OnsketTid
from ..reading import UUID, blank, code_in

FROM, TO, BOOKING = "melding-fra-pasient-1.1", "melding-til-pasient-1.1", "timebestilling-1.2"
_SCHEMAS = "the schemas of patient messages, 2006-10-31"


@rule(
    "PAT001",
    "PAT-01",
    source=_SCHEMAS,
    en="the type of the message is not {wanted}",
    nb="typen til meldingen er ikke {wanted}",
    why=Words(
        "Systems tell messages from and to patients from each other by the type.",
        "Systemer skiller meldinger fra og til pasienter på typen.",
    ),
    mend=Words("Write the code of the direction.", "Skriv koden for retningen."),
    refusal="T02",
    sample=FROM,
    bad=v("Type", V="PATIENT_TO", DN="Melding til pasient"),
)
def type_is_the_direction(
    message: MeldingFraPasient | MeldingTilPasient, _: Given
) -> Iterator[Breach]:
    """The type says which way the message goes."""
    wanted = "PATIENT_FROM" if isinstance(message, MeldingFraPasient) else "PATIENT_TO"
    if not code_in(message.type, wanted):
        yield Breach("type", wanted=wanted)


@rule(
    "PAT002",
    "PAT-02",
    source="HIS 80415:2004; caremsg, derived from HIS 80601:2006",
    en="MsgId is not a UUID",
    nb="MsgId er ikke en UUID",
    why=Words(
        "The acknowledgement names the message by it.",
        "Kvitteringen viser til meldingen med den.",
    ),
    mend=Words("Give each message a new UUID.", "Gi hver melding en ny UUID."),
    refusal="X99",
    sample=FROM,
    bad=text("MsgId", "7"),
)
def id_is_a_uuid(message: MeldingFraPasient | MeldingTilPasient, _: Given) -> Iterator[Breach]:
    """The identifier of a message is a UUID."""
    if not UUID.fullmatch(message.msg_id.strip()):
        yield Breach("msg_id")


@rule(
    "PAT003",
    "PAT-04",
    source="caremsg, derived from HIS 80601:2006",
    en="the patient lacks {part}",
    nb="pasienten mangler {part}",
    why=Words(
        "The schema asks for nothing; without name and number nobody knows who is writing.",
        "Skjemaet krever ingenting; uten navn og nummer vet ingen hvem som skriver.",
    ),
    mend=Words(
        "Give both names, and the national number (FNR or DNR).",
        "Oppgi begge navn, og fødselsnummer eller D-nummer.",
    ),
    sample=FROM,
    bad=drop("Patient/Ident"),
)
def the_patient_is_known(
    message: MeldingFraPasient | MeldingTilPasient, _: Given
) -> Iterator[Breach]:
    """The patient has both names and a national number."""
    patient = message.patient
    if blank(patient.family_name) or blank(patient.given_name):
        yield Breach("patient", part=Words("a name", "navn"))
    if not any(code_in(i.type_id, "FNR", "DNR") and not blank(i.id) for i in patient.ident):
        yield Breach("patient.ident", part=Words("a national number", "nasjonalt nummer"))


@rule(
    "PAT004",
    "PAT-06",
    source="caremsg, derived from kodeverk 8321",
    severity=Severity.WARNING,
    en="{form} is asked for as confirmation, and {missing}",
    nb="{form} er ønsket som bekreftelse, og {missing}",
    why=Words(
        "The confirmation cannot be sent, and the patient waits for it.",
        "Bekreftelsen kan ikke sendes, og pasienten venter på den.",
    ),
    mend=Words(
        "Give the number (tel:) or the address (mailto:), or ask for another form.",
        "Oppgi nummeret (tel:) eller adressen (mailto:), eller be om en annen form.",
    ),
    sample=FROM,
    bad=drop("Patient/TeleCom"),
)
def a_confirmation_can_be_sent(
    message: MeldingFraPasient | MeldingTilPasient, _: Given
) -> Iterator[Breach]:
    """A confirmation that is asked for can be sent, and none is not asked for beside another."""
    reached = tuple(contact.tele_address[:4] for contact in message.patient.tele_com)
    parts: tuple[Any, ...] = message.innhold
    for i, part in enumerate(parts):
        forms = {form.code for form in part.bekreftelsesform}
        at = f"innhold[{i}].bekreftelsesform"
        if "SMS" in forms and not {"tel:", "mob:"} & set(reached):
            yield Breach(at, form="SMS", missing=_NO_NUMBER)
        if "E-post" in forms and "mail" not in reached:
            yield Breach(at, form="E-post", missing=_NO_MAIL)
        if "Ingen" in forms and len(forms) > 1:
            yield Breach(at, form="Ingen", missing=_ANOTHER)


_NO_NUMBER = Words("the patient has no number", "pasienten har ikke nummer")
_NO_MAIL = Words("the patient has no mail address", "pasienten har ikke e-postadresse")
_ANOTHER = Words("another form too", "en annen form også")


@rule(
    "PAT005",
    "PAT-07",
    source="caremsg, derived from the schemas of patient messages",
    severity=Severity.WARNING,
    en="the latest time wished for is not after the earliest",
    nb="det seneste ønskede klokkeslettet er ikke etter det tidligste",
    why=Words("No appointment fits.", "Ingen time passer."),
    mend=Words("Exchange or correct the two times.", "Bytt om eller rett klokkeslettene."),
    sample=BOOKING,
    bad=text("//SenestKlokken", "08:30:00"),
)
def a_wish_can_be_met(wish: OnsketTid, _: Given) -> Iterator[Breach]:
    """The latest time of a wish is after the earliest."""
    first, last = wish.klokkeslett, wish.senest_klokken
    if first is not None and last is not None and last[:8] <= first[:8]:
        yield Breach("senest_klokken")


elsewhere(
    Reason.SHAPE,
    {
        "PAT-03": "The content is a run of one kind, one or more (SCH101, SCH106).",
        "PAT-05": "Both are obligatory in the declared class (SCH101).",
        "PAT-08": "The fields are a point in time and a time of day (SCH201).",
        "PAT-10": "Each direction has its own class with its own order (SCH103).",
        "PAT-13": "The lengths are limits of the declared fields (SCH204).",
        "PAT-15": "The fields are declared with the boolean of XML Schema.",
        "PAT-17": "The role is declared as a code without a system.",
    },
)
elsewhere(
    Reason.EXCHANGE,
    {
        "PAT-09": "Whether a message answers another is seen beside that one.",
        "PAT-16": "Which acknowledgement is sent is decided when a message is received.",
    },
)
