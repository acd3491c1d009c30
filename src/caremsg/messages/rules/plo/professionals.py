"""Rules about professionals named in a care message (HITS 1174:2017, 5)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, text, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...common import HealthcareProfessional, Ident
from ...editions import PLO_1_5, PLO_1_6
from ...epj.journalnotat import Journaltekst
from ...given import Given
from ...plo.parts.care_message import CareMessage
from ...plo.parts.contacts import KontaktpersonHelsepersonell
from ...plo.parts.shipment import AnsvarForRapport
from ..reading import blank, code_in, day_of, of_system

SAMPLE = "innleggelsesrapport-1.6"
BOTH = (PLO_1_5, PLO_1_6)
_CALL = Words(
    "The reader has a question about a patient, and finds nobody to call.",
    "Leseren har et spørsmål om en pasient, og finner ingen å ringe.",
)
_OTHER_RECEIVER, _GP = "24", "6"


def _named(person: HealthcareProfessional) -> bool:
    return not blank(person.family_name) and not blank(person.given_name)


@rule(
    "PLO118",
    "PLO-KO-09",
    source="HITS 1174:2017, 5.1.2",
    severity=Severity.ADVICE,
    en="the kind of an HPR number is said to be of 9051, the list for organisations",
    nb="typen til et HPR-nummer er oppgitt som en kode fra 9051, listen for virksomheter",
    why=Words(
        "Strict receivers look the kind of number up in the list for persons.",
        "Strenge mottakere slår opp typen nummer i listen for personer.",
    ),
    mend=Words(
        "Write S=2.16.578.1.12.4.1.1.8116.",
        "Skriv S=2.16.578.1.12.4.1.1.8116.",
    ),
    editions=BOTH,
    within=(CareMessage,),
    sample=SAMPLE,
    bad=v("//AnsvarligRapport/Ident/TypeId", S="2.16.578.1.12.4.1.1.9051"),
)
def hpr_is_of_8116(ident: Ident, _: Given) -> Iterator[Breach]:
    """The kind of an HPR number is a code of 8116."""
    if code_in(ident.type_id, "HPR") and of_system(ident.type_id, 9051):
        yield Breach("type_id")


@rule(
    "PLO119",
    "PLO-KO-10",
    source="caremsg, derived from HITS 1174:2017, 5.1.2",
    severity=Severity.WARNING,
    only="sending",
    en="the professional has no identifier that says anything",
    nb="helsepersonellet har ingen identifikator som sier noe",
    why=Words(
        "The schema demands one, and an empty one is shown as a fault.",
        "Skjemaet krever en, og en tom blir vist som en feil.",
    ),
    mend=Words(
        "Give the HPR number, or another identifier of 8116.",
        "Oppgi HPR-nummeret, eller en annen identifikator fra 8116.",
    ),
    editions=BOTH,
    within=(CareMessage,),
    sample=SAMPLE,
    bad=text("//AnsvarligRapport/Ident/Id", " "),
)
def professionals_have_an_identifier(person: HealthcareProfessional, _: Given) -> Iterator[Breach]:
    """A health professional has an identifier that is not empty."""
    if all(blank(ident.id) for ident in person.ident):
        yield Breach("ident")


@rule(
    "PLO120",
    "PLO-KO-11",
    source="HITS 1174:2017, 5.1.4",
    severity=Severity.WARNING,
    en="the contact lacks {part}",
    nb="kontaktpersonen mangler {part}",
    why=_CALL,
    mend=Words(
        "Give name, role and profession.",
        "Oppgi navn, rolle og yrke.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//Kontaktperson/RoleToPatient"),
)
def a_contact_is_known(contact: KontaktpersonHelsepersonell, _: Given) -> Iterator[Breach]:
    """A contact has a name, and a role for the patient."""
    person = contact.kontaktperson
    if person.role_to_patient is None:
        yield Breach("kontaktperson.role_to_patient", part=Words("a role", "rolle"))
    # a doctor without any name is PLO126
    nameless = blank(person.family_name) and blank(person.given_name)
    elsewhere_judged = (_GP, _OTHER_RECEIVER) if nameless else (_OTHER_RECEIVER,)
    if not _named(person) and not code_in(person.role_to_patient, *elsewhere_judged):
        yield Breach("kontaktperson", part=Words("a name", "navn"))


@rule(
    "PLO122",
    "PLO-KO-13",
    "HEAD-122",
    source="HITS 1174:2017, 5.1.6",
    severity=Severity.WARNING,
    en="the contact at the receiver has neither name nor profession",
    nb="kontakten hos mottaker har verken navn eller yrke",
    why=Words(
        "The receiver cannot tell whom it is meant for.",
        "Mottakeren kan ikke vite hvem den er ment for.",
    ),
    mend=Words(
        "Give the name, or the profession.",
        "Oppgi navnet, eller yrket.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=(
        v("//Kontaktperson/RoleToPatient", V="24", DN="Kontakt hos mottaker"),
        drop("//Kontaktperson/FamilyName"),
        drop("//Kontaktperson/GivenName"),
        drop("//Kontaktperson/TypeHealthcareProfessional"),
    ),
)
def a_contact_at_the_receiver_is_known(
    contact: KontaktpersonHelsepersonell, _: Given
) -> Iterator[Breach]:
    """A contact at the receiver has a name or a profession."""
    person = contact.kontaktperson
    if code_in(person.role_to_patient, _OTHER_RECEIVER):
        nameless = blank(person.family_name) and blank(person.given_name)
        if nameless and person.type_healthcare_professional is None:
            yield Breach("kontaktperson")


@rule(
    "PLO123",
    "PLO-KO-14",
    source="HITS 1174:2017, 2.2",
    severity=Severity.ADVICE,
    en="a telephone number seems to stand in the text",
    nb="et telefonnummer ser ut til å stå i teksten",
    why=Words(
        "Numbers in texts are not updated, and nobody can dial them with one press.",
        "Numre i tekster blir ikke oppdatert, og ingen kan ringe dem med ett trykk.",
    ),
    mend=Words(
        "Give it in TeleCom of the unit or the contact.",
        "Oppgi det i TeleCom for enheten eller kontakten.",
    ),
    editions=BOTH,
    in_cancellation=False,
    within=(CareMessage,),
    sample=SAMPLE,
    bad=text("//Journaltekst[1]/Notat", "Ring avdelingen på tlf. 99999301 ved spørsmål."),
)
def numbers_are_not_in_texts(note: Journaltekst, _: Given) -> Iterator[Breach]:
    """Contact information is structured, not written into texts."""
    lower = note.notat.lower()
    at = max(lower.find("tlf"), lower.find("telefon"))
    if at >= 0 and sum(sign.isdigit() for sign in lower[at : at + 40]) >= 8:
        yield Breach("notat")


@rule(
    "PLO124",
    "PLO-KO-17",
    source="caremsg, derived from HIS 80704:2014, 5.2.7",
    severity=Severity.WARNING,
    en="the report was approved after the message was made",
    nb="rapporten er godkjent etter at meldingen ble laget",
    why=Words(
        "One of the two days is wrong.",
        "En av de to datoene er feil.",
    ),
    mend=Words(
        "Compare GodkjentDato with GenDate.",
        "Sammenlign GodkjentDato med GenDate.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=text("//GodkjentDato", "2026-10-06"),
)
def approved_before_it_is_sent(report: AnsvarForRapport, given: Given) -> Iterator[Breach]:
    """A report is approved before it is sent."""
    approved, made = day_of(report.godkjent_dato), day_of(given.made)
    if approved is not None and made is not None and approved > made:
        yield Breach("godkjent_dato")


@rule(
    "PLO125",
    "PLO-KO-05",
    source="HITS 1174:2017, 5.1.2",
    severity=Severity.WARNING,
    en="the profession is missing (TypeHealthcareProfessional)",
    nb="yrket mangler (TypeHealthcareProfessional)",
    why=Words(
        "The reader weighs what is said by who says it; from PLO 1.6 on it is a must.",
        "Leseren veier det som er sagt, etter hvem som sier det; fra PLO 1.6 er det et krav.",
    ),
    mend=Words(
        "Give the profession from 9060.",
        "Oppgi yrket fra 9060.",
    ),
    editions=(PLO_1_5,),
    in_cancellation=False,
    within=(CareMessage,),
    sample="innleggelsesrapport-1.5",
    bad=drop("//AnsvarligRapport/TypeHealthcareProfessional"),
)
def professionals_of_1_5_have_one(person: HealthcareProfessional, _: Given) -> Iterator[Breach]:
    """A health professional in a message of PLO 1.5 has a profession."""
    role = person.role_to_patient
    if person.type_healthcare_professional is None and not code_in(role, _GP, _OTHER_RECEIVER):
        yield Breach("type_healthcare_professional")


elsewhere(
    Reason.SHAPE,
    {
        "PLO-KO-08": "An identifier of the unit is obligatory in the declared class (SCH101).",
        "PLO-KO-16": "The code of TypeRelasjon is judged like every code (COD011).",
    },
)


elsewhere(
    Reason.HUMAN,
    {
        "PLO-KO-15": "Whether a title is wanted in a remark is up to the sender.",
    },
)
