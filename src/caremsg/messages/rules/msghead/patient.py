"""Rules about the patient in the head: name, identifiers, birth date and sex.

From HIS 80601:2006, HIS 80704:2014, HIS 80415:2012 and HIS 1001:2010.
"""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, put, text, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words
from caremsg.values.identifiers import Fault, Sex, agrees, check_identifier, classify

from ...dialog_types import INNBYGGER
from ...given import Given
from ...msghead import MsgInfo, Patient
from ..reading import blank, code_in, day_of

SAMPLE = "innleggelsesrapport-1.6"
_AT = "MsgInfo/Patient"
_NUMBERS = ("FNR", "DNR", "FHN", "HNR")
_HARMLESS = {Fault.ONLY_2032, Fault.NOT_ISSUED, Fault.KIND}
_WITHOUT_PATIENT = ("DIALOG_INNBYGGER_DIGITALBRUKER", "DIALOG_INNBYGGER_TEST")
_WHO = Words(
    "A message about nobody, or about the wrong person, harms two patients.",
    "En melding om ingen, eller om feil person, skader to pasienter.",
)


def number_of_patient(patient: Patient) -> str | None:
    """A number of the patient that can be right, if there is one.

    An H-nummer counts too: whoever issued it knows the patient by it, and whether it is
    enough is the receiver's choice (HIS 1001:2010, 3.2).
    """
    for ident in patient.ident:
        kind, value = ident.type_id.code or "", ident.id.strip()
        if kind in _NUMBERS and value and set(check_identifier(kind, value)) <= _HARMLESS:
            return value
    return None


def _is_about(patient: Patient, given: Given) -> bool:
    """True for the patient whom the message is about, and not one who gets a copy of it."""
    info = given.head.msg_info if given.head is not None else None
    return _concerns_a_patient(given) and (info is None or patient is info.patient)


def _concerns_a_patient(given: Given) -> bool:
    family = given.payload.edition.family if given.payload is not None else ""
    known = family in ("PLO", "Dialogmelding") or given.type.startswith("DIALOG_")
    return known and given.type not in _WITHOUT_PATIENT


@rule(
    "ENV020",
    "HEAD-61",
    "PLO-HD-15",
    source="HIS 80704:2014, 4.1.1; HIS 80603",
    en="the patient is missing",
    nb="pasienten mangler",
    why=_WHO,
    mend=Words("Give MsgInfo/Patient.", "Oppgi MsgInfo/Patient."),
    refusal="E36",
    must_refuse=True,
    sample=SAMPLE,
    bad=drop(_AT),
)
def there_is_a_patient(info: MsgInfo, given: Given) -> Iterator[Breach]:
    """A care or dialog message is about a patient."""
    about_a_fault = given.type == "DIALOG_AVVIK"
    if info.patient is None and not about_a_fault and _concerns_a_patient(given):
        yield Breach("patient")


@rule(
    "ENV030",
    "HEAD-61",
    "DIA-50",
    source="HIS 1151:2006",
    en="the patient of the faulty message is missing",
    nb="pasienten i meldingen med feil mangler",
    why=Words(
        "Whoever mends the fault looks for the patient first.",
        "Den som retter feilen, leter etter pasienten først.",
    ),
    mend=Words(
        "Copy Patient from the message that the fault is in.",
        "Kopier Patient fra meldingen som feilen er i.",
    ),
    sample="dialog-avvik-1.0",
    bad=drop(_AT),
)
def a_fault_has_its_patient(info: MsgInfo, given: Given) -> Iterator[Breach]:
    """A message about a fault names the patient of the faulty message."""
    if info.patient is None and given.type == "DIALOG_AVVIK":
        yield Breach("patient")


@rule(
    "ENV021",
    "HEAD-62",
    "HEAD-63",
    "PLO-HD-16",
    "DIA-50",
    source="HIS 80704:2014, 4.1.1; dialog profiles",
    en="the patient lacks {part}",
    nb="pasienten mangler {part}",
    why=Words(
        "People recognise a patient by name; a number alone is easily one digit wrong.",
        "Mennesker kjenner igjen en pasient på navnet; et nummer alene blir lett ett siffer feil.",
    ),
    mend=Words("Give both family name and given name.", "Oppgi både etternavn og fornavn."),
    sample=SAMPLE,
    bad=drop(f"{_AT}/GivenName"),
)
def the_patient_has_a_name(patient: Patient, given: Given) -> Iterator[Breach]:
    """The patient has a family name and a given name."""
    if not _is_about(patient, given):
        return
    if blank(patient.family_name):
        yield Breach("family_name", part=Words("the family name", "etternavn"))
    if blank(patient.given_name):
        yield Breach("given_name", part=Words("the given name", "fornavn"))


@rule(
    "ENV022",
    "HEAD-62",
    "HEAD-63",
    "PLO-HD-17",
    "DIA-50",
    source="HIS 80704:2014, 4.1.1; dialog profiles",
    en="the patient has no identifier",
    nb="pasienten har ingen identifikator",
    why=_WHO,
    mend=Words(
        "Give the national number; if there is none, another identifier of 8116.",
        "Oppgi fødselsnummer; finnes ikke det, oppgis en annen identifikator fra 8116.",
    ),
    sample=SAMPLE,
    bad=drop(f"{_AT}/Ident"),
)
def the_patient_has_an_identifier(patient: Patient, given: Given) -> Iterator[Breach]:
    """The patient has at least one identifier."""
    if _is_about(patient, given) and all(blank(ident.id) for ident in patient.ident):
        yield Breach("ident")


@rule(
    "ENV023",
    "HEAD-64",
    "HEAD-68",
    "PLO-HD-18",
    "PLO-AR-04",
    "APP-41",
    source="HIS 80415:2012, 3.3.4 and 5",
    only="receiving",
    en="the patient is not sufficiently identified: name, and valid number or birth date and sex",
    nb="pasienten er ikke tilstrekkelig identifisert: navn, og gyldig nummer eller fødselsdato "
    "og kjønn",
    why=Words(
        "Nobody can say for sure whom it is about, and the receiver has to refuse it.",
        "Ingen kan si sikkert hvem det gjelder, og mottakeren skal avvise den.",
    ),
    mend=Words(
        "Give the name, and one of: fødselsnummer, D-nummer, felles hjelpenummer, or date of "
        "birth together with sex.",
        "Oppgi navn, og en av disse: fødselsnummer, D-nummer, felles hjelpenummer, eller "
        "fødselsdato sammen med kjønn.",
    ),
    refusal="E36",
    must_refuse=True,
    sample=SAMPLE,
    bad=(drop(f"{_AT}/DateOfBirth"), text(f"{_AT}/Ident/Id", "14854110464")),
)
def the_patient_is_identified(patient: Patient, given: Given) -> Iterator[Breach]:
    """The patient has a name, and a valid national number or date of birth and sex."""
    if not _is_about(patient, given):
        return
    named = not (blank(patient.family_name) and blank(patient.given_name))
    described = patient.date_of_birth is not None and not blank(
        patient.sex.code if patient.sex is not None else None
    )
    if not named or not (described or number_of_patient(patient) is not None):
        yield Breach()


@rule(
    "ENV024",
    "HEAD-72",
    "PLO-HD-20",
    source="HIS 1001:2010, 3.2",
    severity=Severity.WARNING,
    en="an H-nummer is valid only where it was issued, and nothing says where that was",
    nb="et H-nummer gjelder bare der det er utstedt, og ingenting sier hvor det var",
    why=Words(
        "Another organisation may have given the same number to another patient.",
        "En annen virksomhet kan ha gitt det samme nummeret til en annen pasient.",
    ),
    mend=Words(
        "Send felles hjelpenummer or birth date and sex instead, or agree on the series.",
        "Send felles hjelpenummer eller fødselsdato og kjønn i stedet, eller avtal nummerserien.",
    ),
    sample=SAMPLE,
    bad=(
        text(f"{_AT}/Ident/Id", "12438512339"),
        v(f"{_AT}/Ident/TypeId", V="HNR", DN="H-nummer"),
    ),
)
def an_h_number_says_whose_it_is(patient: Patient, _: Given) -> Iterator[Breach]:
    """An H-nummer is sent to others only with the series it is of."""
    for i, ident in enumerate(patient.ident):
        if code_in(ident.type_id, "HNR") and (ident.type_id.system or "").endswith(".8116"):
            yield Breach(f"ident[{i}]")


@rule(
    "ENV025",
    "HEAD-65",
    "PLO-HD-21",
    source="HIS 80603:2017, 3.2; HIS 80704, acceptance tests",
    severity=Severity.WARNING,
    en="without a national number the patient needs date of birth and sex",
    nb="uten fødselsnummer trenger pasienten fødselsdato og kjønn",
    why=Words(
        "The receiver has nothing else to recognise the patient by.",
        "Mottakeren har ikke noe annet å kjenne igjen pasienten på.",
    ),
    mend=Words("Give DateOfBirth and Sex.", "Oppgi DateOfBirth og Sex."),
    sample=SAMPLE,
    bad=(
        text(f"{_AT}/Ident/Id", "99999999928"),
        v(f"{_AT}/Ident/TypeId", V="FHN", DN="Felles hjelpenummer"),
        drop(f"{_AT}/DateOfBirth"),
    ),
)
def without_a_number_there_is_a_birthday(patient: Patient, given: Given) -> Iterator[Breach]:
    """A patient without fødselsnummer and D-nummer has date of birth and sex."""
    known = any(code_in(i.type_id, "FNR", "DNR") and not blank(i.id) for i in patient.ident)
    if known or not _is_about(patient, given):
        return
    if patient.date_of_birth is None or patient.sex is None:
        yield Breach("sex" if patient.date_of_birth is not None else "date_of_birth")


@rule(
    "ENV026",
    "HEAD-69",
    "PLO-HD-22",
    source="HIS 1001:2010; caremsg, derived from HIS 80601:2006",
    severity=Severity.WARNING,
    en="DateOfBirth is not the day that the national number begins with",
    nb="DateOfBirth er ikke den dagen nummeret begynner med",
    why=Words(
        "One of the two is wrong, and both are used to find the patient.",
        "Ett av dem er feil, og begge brukes til å finne pasienten.",
    ),
    mend=Words(
        "Compare both with the patient's papers.", "Sammenlign begge med pasientens papirer."
    ),
    sample=SAMPLE,
    bad=text(f"{_AT}/DateOfBirth", "1941-05-15"),
)
def the_birthday_fits_the_number(patient: Patient, _: Given) -> Iterator[Breach]:
    """Date of birth and national number agree."""
    born = day_of(patient.date_of_birth)
    number = number_of_patient(patient) if born is not None else None
    if number is not None and agrees(classify(number), born) is False:
        yield Breach("date_of_birth")


@rule(
    "ENV027",
    "HEAD-70",
    "PLO-HD-22",
    source="HIS 1001:2010; Skatteetaten, numbers issued from 2032",
    severity=Severity.ADVICE,
    en="Sex is not what the ninth digit of the national number says",
    nb="Sex er ikke det som det niende sifferet i nummeret sier",
    why=Words(
        "It may be right: a number can be older than the registered sex. Or it is a mistake.",
        "Det kan være riktig: et nummer kan være eldre enn det registrerte kjønnet. Eller det er "
        "en feil.",
    ),
    mend=Words("Ask the patient if in doubt.", "Spør pasienten ved tvil."),
    sample=SAMPLE,
    bad=v(f"{_AT}/Sex", V="1", DN="Mann"),
)
def the_sex_fits_the_number(patient: Patient, _: Given) -> Iterator[Breach]:
    """Sex and national number agree."""
    sex = next((one for one in Sex if code_in(patient.sex, one.value)), None)
    number = number_of_patient(patient) if sex is not None else None
    if number is not None and agrees(classify(number), None, sex) is False:
        yield Breach("sex")


@rule(
    "ENV028",
    "HEAD-66",
    source="HIS 80601:2006",
    severity=Severity.WARNING,
    en="DateOfBirth stands without Sex",
    nb="DateOfBirth står uten Sex",
    why=Words(
        "Only the two together identify a patient.",
        "Bare de to sammen identifiserer en pasient.",
    ),
    mend=Words("Give both.", "Oppgi begge."),
    sample=SAMPLE,
    bad=drop(f"{_AT}/Sex"),
)
def birthday_and_sex_go_together(patient: Patient, _: Given) -> Iterator[Breach]:
    """A date of birth is given together with the sex."""
    if patient.date_of_birth is not None and patient.sex is None:
        yield Breach("sex")


@rule(
    "ENV029",
    "HEAD-74",
    "DIA-95",
    source="HITS 1217:2018",
    en="a citizen has exactly one identifier, which is FNR or DNR",
    nb="en innbygger har nøyaktig én identifikator, som er FNR eller DNR",
    why=Words(
        "Helsenorge knows its users by that number only.",
        "Helsenorge kjenner brukerne sine bare på det nummeret.",
    ),
    mend=Words("Give one Ident.", "Oppgi én Ident."),
    sample="dialog-time-1.1",
    bad=put(
        _AT,
        "<Ident><Id>99999999928</Id><TypeId V='FHN' S='2.16.578.1.12.4.1.1.8116' "
        "DN='Felles hjelpenummer'/></Ident>",
        after="Ident",
    ),
)
def a_citizen_has_one_number(patient: Patient, given: Given) -> Iterator[Breach]:
    """In a message to or from a citizen the patient has one identifier, FNR or DNR."""
    if given.type.startswith(INNBYGGER) and given.type not in _WITHOUT_PATIENT:
        codes = [ident.type_id.code for ident in patient.ident]
        if len(codes) != 1 or codes[0] not in ("FNR", "DNR"):
            yield Breach("ident")


elsewhere(
    Reason.SHAPE,
    {
        "HEAD-60": "MsgInfo has room for one patient (SCH104).",
        "HEAD-67": "Date of birth and national number may stand together; both have fields.",
    },
)
elsewhere(
    Reason.EXCHANGE,
    {
        "HEAD-71": "Whom each identifier belongs to is in the register of patients.",
        "HEAD-73": "What the received message said of the patient is in the store.",
    },
)
