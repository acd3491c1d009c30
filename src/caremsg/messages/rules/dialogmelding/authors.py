"""Rules about who asks and answers in questions, answers and notes (HISD 80903, HITS 1174)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, put, v
from caremsg.declare.rules import Breach, rule
from caremsg.findings import Severity, Words

from ...dialogmelding import Dialogmelding, HealthcareProfessional, RollerRelatertNotat
from ...given import Given
from ..reading import code_in, of_system
from .people import bodies, can_be_called, has_name, responsible

ASK = "dialog-foresporsel-1.0"
_PROFILE = ("DIALOG_FORESPORSEL", "DIALOG_SVAR")
_ASKED = (*_PROFILE, "DIALOG_NOTAT")
_AUTHOR, _HPR = "1", "HPR"

_Author = tuple[str, RollerRelatertNotat, HealthcareProfessional]


def _authors(message: Dialogmelding) -> Iterator[_Author]:
    """Who answers for the texts, with the path; not those of a question that is repeated."""
    for at, part in _roles(message):
        person = responsible(part)
        if person is not None:
            yield at, part, person


def _roles(message: Dialogmelding) -> Iterator[tuple[str, RollerRelatertNotat]]:
    for at, body in bodies(message):
        for index, part in enumerate(body.roller_relatert_notat):
            yield f"{at}.roller_relatert_notat[{index}]", part


@rule(
    "DIA022",
    "DIA-35",
    "HEAD-123",
    "PLO-DM-07",
    source="HISD 80903; HITS 1174:2017",
    severity=Severity.WARNING,
    en="whoever asks or answers lacks {part}",
    nb="den som spør eller svarer, mangler {part}",
    why=Words(
        "A question back needs a name and a number.",
        "Et spørsmål tilbake trenger navn og nummer.",
    ),
    mend=Words(
        "Give names, role, HPR number and telephone of the author.",
        "Oppgi navn, rolle, HPR-nummer og telefon for forfatteren.",
    ),
    sample=ASK,
    bad=drop("//RollerRelatertNotat[1]//TeleCom"),
)
def the_author_is_known(message: Dialogmelding, given: Given) -> Iterator[Breach]:
    """The author of a question or an answer has name, role and telephone."""
    if given.type not in _ASKED:
        return
    for at, part, person in _authors(message):
        if not has_name(person):
            yield Breach(f"{at}.innhold", part=Words("a name", "navn"))
        if not can_be_called(person.tele_com):
            yield Breach(
                f"{at}.innhold.tele_com", part=Words("a telephone number", "telefonnummer")
            )
        if part.role_to_patient is None and person.role_to_patient is None:
            role = Words("a role for the patient", "rolle overfor pasienten")
            yield Breach(f"{at}.role_to_patient", part=role)


@rule(
    "DIA028",
    "DIA-35",
    "PLO-DM-07",
    source="HISD 80903",
    severity=Severity.WARNING,
    en="somebody other than the author (RolleNotat 1) is given",
    nb="noen andre enn forfatteren (RolleNotat 1) er oppgitt",
    why=Words(
        "Receivers take the person that is given for the one who asks or answers.",
        "Mottakere tar den som er oppgitt, for å være den som spør eller svarer.",
    ),
    mend=Words(
        "Give the author only, with RolleNotat 1.",
        "Oppgi bare forfatteren, med RolleNotat 1.",
    ),
    sample=ASK,
    bad=v("//RollerRelatertNotat[1]/RolleNotat", V="3", DN="Godkjent av"),
)
def only_the_author(message: Dialogmelding, given: Given) -> Iterator[Breach]:
    """Of those with a role in a question or an answer only the author is given."""
    if given.type not in _PROFILE:
        return
    for at, part in _roles(message):
        if of_system(part.rolle_notat, 9057) and not code_in(part.rolle_notat, _AUTHOR):
            yield Breach(f"{at}.rolle_notat")


@rule(
    "DIA029",
    "DIA-35",
    "PLO-DM-07",
    source="HISD 80903",
    severity=Severity.ADVICE,
    only="sending",
    en="the author could be given with {part} too",
    nb="forfatteren kan oppgis med {part} også",
    why=Words(
        "Some receivers find the author by it; none is disturbed by it.",
        "Noen mottakere finner forfatteren ved hjelp av det; ingen forstyrres av det.",
    ),
    mend=Words(
        "Let the system fill it in.",
        "La systemet fylle det ut.",
    ),
    sample=ASK,
    bad=drop("//RollerRelatertNotat[1]//Ident"),
)
def the_author_is_complete(message: Dialogmelding, given: Given) -> Iterator[Breach]:
    """The author of a question or an answer has RolleNotat 1 and an HPR number."""
    if given.type not in _PROFILE:
        return
    for at, part, person in _authors(message):
        if part.rolle_notat is None:
            yield Breach(f"{at}.rolle_notat", part=Words("RolleNotat 1", "RolleNotat 1"))
        if not any(one.type_id.code == _HPR for one in person.ident):
            yield Breach(f"{at}.innhold.ident", part=Words("HPR number", "HPR-nummer"))


@rule(
    "DIA030",
    "DIA-35",
    source="HISD 80903",
    severity=Severity.WARNING,
    en="{name} of the author is not in use",
    nb="{name} for forfatteren er ikke i bruk",
    why=Words(
        "Receivers do not look at it, and more is told about a person than is needed.",
        "Mottakere ser ikke på det, og det blir fortalt mer om en person enn nødvendig.",
    ),
    mend=Words(
        "Leave it out.",
        "Utelat det.",
    ),
    sample=ASK,
    bad=put(
        "//RollerRelatertNotat[1]/HealthcareProfessional",
        "<Nationality V='NO' DN='Norge'/>",
        after="GivenName",
    ),
)
def nothing_more_of_the_author(message: Dialogmelding, given: Given) -> Iterator[Breach]:
    """Nationality and address of the author are left out."""
    if given.type not in _PROFILE:
        return
    for at, _, person in _authors(message):
        for field, name in (("nationality", "Nationality"), ("address", "Address")):
            if getattr(person, field) is not None:
                yield Breach(f"{at}.innhold.{field}", name=name)
