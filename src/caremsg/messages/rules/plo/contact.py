"""Rules about whom to call: who answers for a message, and the unit (HITS 1174:2017, 5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from caremsg.declare.edits import drop, put
from caremsg.declare.rules import Breach, rule
from caremsg.findings import Severity, Words

from ...common import HealthcareProfessional, TeleCom
from ...editions import PLO_1_5, PLO_1_6
from ...given import Given
from ...plo.melding_fravar import MeldingFravar
from ...plo.parts.care_message import CareMessage
from ...plo.parts.contacts import TilknyttetEnhet
from ...plo.parts.shipment import AnsvarForRapport
from ...plo.pasientlogistikk import Pasientlogistikk
from ..reading import blank, code_in

SAMPLE = "innleggelsesrapport-1.6"
CANCELLED = "innleggelsesrapport-kansellering-1.6"
BOTH = (PLO_1_5, PLO_1_6)
_CALL = Words(
    "The reader has a question about a patient, and finds nobody to call.",
    "Leseren har et spørsmål om en pasient, og finner ingen å ringe.",
)
_OTHER_RECEIVER, _GP = "24", "6"


def _named(person: HealthcareProfessional) -> bool:
    return not blank(person.family_name) and not blank(person.given_name)


def _callable(numbers: Iterable[TeleCom]) -> bool:
    """True when one of these is a number that can be called, with its scheme or without."""
    return any(one.tele_address.scheme not in ("mailto", "fax") for one in numbers)


_UNIT = (
    "<TilknyttetEnhet><Kontaktenhet>"
    "<OrganisationName xmlns='http://www.kith.no/xmlstds/felleskomponent1'>Sone øst"
    "</OrganisationName><Ident xmlns='http://www.kith.no/xmlstds/felleskomponent1'><Id>9900101"
    "</Id><TypeId V='HER' S='2.16.578.1.12.4.1.1.9051' DN='HER-id'/></Ident></Kontaktenhet>"
    "</TilknyttetEnhet>"
)


@rule(
    "PLO110",
    "PLO-KO-01",
    "HEAD-120",
    "PLO-PL-03",
    source="HITS 1174:2017, 5",
    en="neither who answers for the message (AnsvarForRapport) nor the unit "
    "(TilknyttetEnhet) is given",
    nb="verken hvem som svarer for meldingen (AnsvarForRapport) eller enheten "
    "(TilknyttetEnhet) er oppgitt",
    why=_CALL,
    mend=Words(
        "Give the professional or the unit, with a telephone number.",
        "Oppgi helsepersonellet eller enheten, med telefonnummer.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=(drop("//AnsvarForRapport"), drop("//TilknyttetEnhet")),
)
def somebody_answers(message: CareMessage, _: Given) -> Iterator[Breach]:
    """A care message names who answers for it, or the unit."""
    answered = message.ansvar_for_rapport or message.tilknyttet_enhet
    if not answered and not isinstance(message, MeldingFravar):
        yield Breach("ansvar_for_rapport")


@rule(
    "PLO111",
    "PLO-KO-01",
    source="HITS 1174:2017, 5",
    severity=Severity.WARNING,
    en="the cancellation names nobody who answers for it",
    nb="kanselleringen oppgir ingen som svarer for den",
    why=_CALL,
    mend=Words(
        "Give the professional or the unit, with a telephone number.",
        "Oppgi helsepersonellet eller enheten, med telefonnummer.",
    ),
    editions=BOTH,
    sample=CANCELLED,
    good=put("//Innleggelsesrapport", _UNIT, after="InformasjonOmForsendelsen"),
    bad=(drop("//AnsvarForRapport"), drop("//TilknyttetEnhet")),
)
def somebody_answers_for_a_cancellation(message: CareMessage, given: Given) -> Iterator[Breach]:
    """A cancellation names who answers for it, or the unit."""
    if given.cancels and not message.ansvar_for_rapport and not message.tilknyttet_enhet:
        yield Breach("ansvar_for_rapport")


@rule(
    "PLO112",
    "PLO-KO-02",
    "PLO-HO-10",
    "PLO-LE-07",
    "PLO-MO-16",
    "PLO-UR-15",
    source="HIS 1143 to 1148:2014, 3 and 4.3",
    listed=True,
    en="no unit with name and telephone number is given (TilknyttetEnhet)",
    nb="ingen enhet med navn og telefonnummer er oppgitt (TilknyttetEnhet)",
    why=Words(
        "A professional goes off duty, a unit does not.",
        "Helsepersonell går av vakt, en enhet gjør ikke det.",
    ),
    mend=Words(
        "Give TilknyttetEnhet with a name and a tel: number.",
        "Oppgi TilknyttetEnhet med navn og et tel:-nummer.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//TilknyttetEnhet"),
)
def the_unit_is_given(message: CareMessage, _: Given) -> Iterator[Breach]:
    """The responsible unit is given with name and telephone number."""
    if isinstance(message, Pasientlogistikk):
        return
    if not any(_callable(unit.kontaktenhet.tele_com) for unit in message.tilknyttet_enhet):
        yield Breach("tilknyttet_enhet")


@rule(
    "PLO113",
    "PLO-KO-03",
    source="HITS 1174:2017, 5.1.2",
    en="whoever answers for the message lacks family name or given name",
    nb="den som svarer for meldingen, mangler etternavn eller fornavn",
    why=_CALL,
    mend=Words(
        "Give both names.",
        "Oppgi begge navn.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//AnsvarligRapport/GivenName"),
)
def who_answers_has_a_name(report: AnsvarForRapport, _: Given) -> Iterator[Breach]:
    """Whoever answers for a message is named."""
    if not _named(report.ansvarlig_rapport):
        yield Breach("ansvarlig_rapport")


@rule(
    "PLO114",
    "PLO-KO-04",
    source="HITS 1174:2017, 5.1.2 and 8",
    severity=Severity.WARNING,
    en="it is not said which role whoever answers has for the patient (RoleToPatient)",
    nb="det er ikke oppgitt hvilken rolle den ansvarlige har for pasienten (RoleToPatient)",
    why=Words(
        "The reader wants to know whether to call about the patient or about the text.",
        "Leseren vil vite om det er pasienten eller teksten en kan ringe om.",
    ),
    mend=Words(
        "Give RoleToPatient from 9034, as a rule 21.",
        "Oppgi RoleToPatient fra 9034, som regel 21.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//AnsvarligRapport/RoleToPatient"),
)
def who_answers_has_a_role(report: AnsvarForRapport, _: Given) -> Iterator[Breach]:
    """Whoever answers for a message has a role for the patient."""
    if report.ansvarlig_rapport.role_to_patient is None:
        yield Breach("ansvarlig_rapport.role_to_patient")


@rule(
    "PLO115",
    "PLO-KO-05",
    source="HITS 1174:2017, 5.1.2; HIS 80704:2014, 5.2.7",
    en="the profession is missing (TypeHealthcareProfessional)",
    nb="yrket mangler (TypeHealthcareProfessional)",
    why=Words(
        "The reader weighs what is said by who says it.",
        "Leseren veier det som er sagt, etter hvem som sier det.",
    ),
    mend=Words(
        "Give the profession from 9060.",
        "Oppgi yrket fra 9060.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    within=(CareMessage,),
    sample=SAMPLE,
    bad=drop("//AnsvarligRapport/TypeHealthcareProfessional"),
)
def professionals_have_a_profession(person: HealthcareProfessional, _: Given) -> Iterator[Breach]:
    """A health professional in a care message has a profession."""
    role = person.role_to_patient
    if person.type_healthcare_professional is None and not code_in(role, _GP, _OTHER_RECEIVER):
        yield Breach("type_healthcare_professional")


@rule(
    "PLO116",
    "PLO-KO-06",
    "PLO-OT-05",
    source="HITS 1174:2017, 5.1.2",
    en="there is no telephone number in the message",
    nb="det er ikke noe telefonnummer i meldingen",
    why=_CALL,
    mend=Words(
        "Give the number of the unit, or of whoever answers.",
        "Oppgi nummeret til enheten, eller til den ansvarlige.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=(drop("//AnsvarligRapport/TeleCom"), drop("//Kontaktenhet/TeleCom")),
)
def somebody_can_be_called(message: CareMessage, _: Given) -> Iterator[Breach]:
    """Whoever answers has a telephone number, or the unit has."""
    people = [report.ansvarlig_rapport.tele_com for report in message.ansvar_for_rapport]
    units = [unit.kontaktenhet.tele_com for unit in message.tilknyttet_enhet]
    if (people or units) and not any(map(_callable, (*people, *units))):
        yield Breach("ansvar_for_rapport" if people else "tilknyttet_enhet")


@rule(
    "PLO117",
    "PLO-KO-07",
    source="HITS 1174:2017, 5.1.3",
    en="the unit lacks {part}",
    nb="enheten mangler {part}",
    why=_CALL,
    mend=Words(
        "Give OrganisationName, and TeleAddress with tel:.",
        "Oppgi OrganisationName, og TeleAddress med tel:.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//Kontaktenhet/TeleCom"),
)
def a_unit_can_be_called(unit: TilknyttetEnhet, _: Given) -> Iterator[Breach]:
    """A unit has a name and a telephone number."""
    contact = unit.kontaktenhet
    if blank(contact.organisation_name):
        yield Breach("kontaktenhet.organisation_name", part=Words("its name", "navn"))
    if not any(number.tele_address.startswith("tel:") for number in contact.tele_com):
        part = Words("a telephone number", "telefonnummer")
        yield Breach("kontaktenhet.tele_com", part=part)
