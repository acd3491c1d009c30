"""Rules about those who take part in a dialog (HIS 80603, HITS 1174:2017)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, put
from caremsg.declare.rules import Breach, rule
from caremsg.findings import Severity, Words

from ...dialogmelding import (
    AnyHealthcareProfessional,
    AnyPerson,
    Dialogmelding,
    RollerRelatertNotat,
)
from ...given import Given
from .people import bodies, responsible

ASK = "dialog-foresporsel-1.0"
TALK = "dialog-helsefaglig-1.1"

_ANSWERED = ("DIALOG_FORESPORSEL", "DIALOG_SVAR", "DIALOG_NOTAT")

_PATIENT_AGAIN = put(
    "//Foresporsel",
    "<RollerRelatertNotat><RolleNotat V='4' S='2.16.578.1.12.4.1.1.9057' DN='Forelagt'/><Person>"
    "<Ident><Id xmlns='http://www.kith.no/xmlstds/felleskomponent1'>03915220362</Id>"
    "<TypeId xmlns='http://www.kith.no/xmlstds/felleskomponent1' V='FNR' "
    "S='2.16.578.1.12.4.1.1.8116' DN='Fødselsnummer'/></Ident></Person></RollerRelatertNotat>",
)


@rule(
    "DIA006",
    "DIA-11",
    source="HIS 80603",
    en="it is not said which role the person has",
    nb="det er ikke oppgitt hvilken rolle personen har",
    why=Words(
        "The reader cannot tell the author from the person to call.",
        "Leseren kan ikke skille forfatteren fra den som skal ringes.",
    ),
    mend=Words(
        "Give RolleNotat or RoleToPatient.",
        "Oppgi RolleNotat eller RoleToPatient.",
    ),
    sample=ASK,
    bad=(
        drop("//RollerRelatertNotat[1]/RolleNotat"),
        drop("//RollerRelatertNotat[1]//RoleToPatient"),
    ),
)
def a_person_has_a_role(part: RollerRelatertNotat, _: Given) -> Iterator[Breach]:
    """Somebody who takes part has a role."""
    if not _has_role(part) and part.tilknyttet_enhet is None and not _has_inner_role(part):
        yield Breach()


def _has_role(part: RollerRelatertNotat) -> bool:
    return part.rolle_notat is not None or part.role_to_patient is not None


def _has_inner_role(part: RollerRelatertNotat) -> bool:
    return getattr(part.innhold, "role_to_patient", None) is not None


@rule(
    "DIA007",
    "DIA-12",
    "DIA-35",
    source="HIS 80603",
    severity=Severity.WARNING,
    en="date of birth and sex of those who take part are not used",
    nb="fødselsdato og kjønn for dem som deltar, er ikke i bruk",
    why=Words(
        "Only the patient's are needed, and they are in the head.",
        "Bare pasientens trengs, og de står i hodet.",
    ),
    mend=Words(
        "Leave both out.",
        "Utelat begge.",
    ),
    within=(Dialogmelding,),
    sample=ASK,
    bad=put(
        "//RollerRelatertNotat[1]/HealthcareProfessional",
        "<Sex V='2' DN='Kvinne'/>",
        after="GivenName",
    ),
)
def no_birthdays(person: AnyHealthcareProfessional | AnyPerson, _: Given) -> Iterator[Breach]:
    """Nobody but the patient has date of birth and sex."""
    for field in ("date_of_birth", "sex"):
        if getattr(person, field) is not None:
            yield Breach(field)


@rule(
    "DIA013",
    "DIA-02",
    source="HIS 80603, 3.4.1",
    en="the patient is repeated among those who take part",
    nb="pasienten er gjentatt blant dem som deltar",
    why=Words(
        "Who the patient is stands in the head and nowhere else; two places can disagree.",
        "Hvem pasienten er, står i hodet og ingen andre steder; to steder kan bli uenige.",
    ),
    mend=Words(
        "Leave the patient out of RollerRelatertNotat.",
        "Utelat pasienten i RollerRelatertNotat.",
    ),
    within=(Dialogmelding,),
    sample=ASK,
    bad=_PATIENT_AGAIN,
)
def the_patient_is_in_the_head(
    person: AnyHealthcareProfessional | AnyPerson, given: Given
) -> Iterator[Breach]:
    """The patient stands in the head only."""
    patient = given.head.msg_info.patient if given.head is not None else None
    if patient is None:
        return
    known = {(one.type_id.code, one.id) for one in patient.ident}
    if any((one.type_id.code, one.id) in known for one in person.ident):
        yield Breach("ident")


@rule(
    "DIA014",
    "DIA-11",
    source="caremsg, derived from HIS 80603",
    severity=Severity.WARNING,
    en="RollerRelatertNotat has no role of its own",
    nb="RollerRelatertNotat har ingen egen rolle",
    why=Words(
        "Receivers look for the role beside the person or the unit, not inside them.",
        "Mottakere leter etter rollen ved siden av personen eller enheten, ikke inni dem.",
    ),
    mend=Words(
        "Give RolleNotat or RoleToPatient directly in RollerRelatertNotat.",
        "Oppgi RolleNotat eller RoleToPatient direkte i RollerRelatertNotat.",
    ),
    sample=TALK,
    bad=drop("//RollerRelatertNotat[TilknyttetEnhet]/RolleNotat"),
)
def the_role_stands_beside(part: RollerRelatertNotat, _: Given) -> Iterator[Breach]:
    """A role stands beside the person or unit that has it."""
    unit_or_inner = part.tilknyttet_enhet is not None or _has_inner_role(part)
    if unit_or_inner and not _has_role(part):
        yield Breach()


@rule(
    "DIA015",
    "HEAD-123",
    source="HITS 1174:2017",
    en="nobody answers for the text: there is neither a professional nor a unit",
    nb="ingen svarer for teksten: det er verken oppgitt helsepersonell eller enhet",
    why=Words(
        "The reader has a question about a patient, and finds nobody to call.",
        "Leseren har et spørsmål om en pasient, og finner ingen å ringe.",
    ),
    mend=Words(
        "Give RollerRelatertNotat with the professional, role, and telephone number.",
        "Oppgi RollerRelatertNotat med helsepersonellet, rolle og telefonnummer.",
    ),
    sample=ASK,
    bad=drop("//RollerRelatertNotat"),
)
def somebody_answers_for_it(message: Dialogmelding, given: Given) -> Iterator[Breach]:
    """A professional or a unit answers for a question, an answer and a note."""
    if given.type in _ANSWERED:
        for at, body in bodies(message):
            if not any(map(_answers, body.roller_relatert_notat)):
                yield Breach(f"{at}.roller_relatert_notat")


def _answers(part: RollerRelatertNotat) -> bool:
    return part.tilknyttet_enhet is not None or responsible(part) is not None
