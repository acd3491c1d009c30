"""The rules of dialogs and of formatted text: their edges, which one example each cannot show."""

import pytest

from caremsg import inspect
from caremsg.check import SENDING, check
from caremsg.declare.edits import Edit, alone, copy, drop, put, text, v
from caremsg.samples.edits import edited
from tests.findings.dialogs import (
    ANSWER,
    ASK,
    CITIZEN,
    FAULT,
    FILE,
    FK1,
    LETTER,
    NATIONAL,
    NOTE,
    PERSON,
    REGISTER,
    ROLE,
    STATUS,
    TALK,
    TEST,
    TIME,
    mail,
    question,
    theme,
)


def found(sample: str, *edits: Edit) -> set[str]:
    """The codes of dialogs, texts and failing rules that a changed sample gives a sender."""
    inspection = inspect(edited(sample, edits))
    assert inspection.ok, inspection.report.summary()
    codes = check(inspection, policy=SENDING).codes
    return {code for code in codes if code[:3] in ("DIA", "TXT", "CHK")}


OTHER_NOTE = put(
    "//Dialogmelding",
    f"<Notat><TemaKodet V='5' S='{NATIONAL}9069' DN='Svar på forespørsel'/><Tema>Svar</Tema>"
    "<TekstNotatInnhold>Ja.</TekstNotatInnhold></Notat>",
)


def asked(markup: str) -> Edit:
    """A question with formatted text, repeated in a note."""
    return put(
        "//Notat",
        f"<Foresporsel><TypeForesp V='1' S='{NATIONAL}8331' DN='Generell forespørsel'/><Sporsmal>"
        f"<div xmlns='http://www.w3.org/1999/xhtml'>{markup}</div></Sporsmal></Foresporsel>",
        after="TekstNotatInnhold",
    )


CHANGED: list[tuple[str, tuple[Edit, ...], set[str]]] = [
    # Bodies and uses
    (ASK, (), set()),
    (NOTE, (v("MsgInfo/Type", V="DIALOG_FORESPORSEL", DN="Forespørsel"),), {"DIA010"}),
    (ASK, (v("MsgInfo/Type", V="DIALOG_SVAR", DN="Svar"),), {"DIA010", "DIA027"}),
    (TALK, (copy("//Notat"),), set()),
    (ASK, (drop("//Dialogmelding/*"),), {"DIA002"}),
    # Texts
    (TALK, (text("//TekstNotatInnhold", " \n\u00a0"),), {"DIA005"}),
    (LETTER, (CITIZEN, theme(7602, "19"), drop("//TekstNotatInnhold")), set()),
    (ASK, (question(9154, "99"), text("//Sporsmal", " ")), {"DIA003"}),
    (ASK, (question(9153, "99"),), set()),
    (ASK, (question(9153, "5"), drop("//Sporsmal")), set()),
    (ASK, (question(8331, "5"), drop("//Sporsmal")), {"DIA003", "DIA020"}),
    # Questions
    (
        ASK,
        (put("//Foresporsel", "<FraDato>2026-01-01</FraDato>", after="Sporsmal"),),
        {"DIA021"},
    ),
    (
        ASK,
        (
            put(
                "//Foresporsel",
                "<FraDato>2026-01-01</FraDato><TilDato>2026-01-01</TilDato>",
                after="Sporsmal",
            ),
        ),
        {"DIA021"},
    ),
    (
        ASK,
        (put("//Dialogmelding", "<Sakstype>Fot</Sakstype>", before="Foresporsel"),),
        {"DIA021"},
    ),
    (ASK, (drop("//DokIdForesp"),), set()),
    (ASK, (copy("//Foresporsel"), drop("//DokIdForesp")), {"DIA009"}),
    (ASK, (question(9065, "1"),), {"DIA020"}),
    (ASK, (question(9065, "1"), alone("//Content/*")), {"DIA001", "DIA012"}),
    (ASK, (question(9065, "2"), alone("//Content/*")), {"DIA001", "DIA012"}),
    (ASK, (question(9065, "4"), alone("//Content/*")), {"DIA001"}),
    (
        ASK,
        (
            question(9065, "1"),
            put(
                "//Foresporsel",
                f"<Formål V='1' S='{NATIONAL}9068' DN='Ny pasient, journal skal opprettes'/>",
                after="Sporsmal",
            ),
            v("MsgInfo/Type", V="DIALOG_NOTAT", DN="Notat"),
        ),
        {"DIA010"},
    ),
    (ANSWER, (question(9065, "5"),), set()),
    (ASK, (put("//Foresporsel", "<TilDato>2026-01-01</TilDato>", after="Sporsmal"),), {"DIA021"}),
    # Roles
    (ASK, (drop(f"{ROLE}/RolleNotat"),), {"DIA014", "DIA029"}),
    (
        ASK,
        (drop(f"{ROLE}/RolleNotat"), drop(f"{PERSON}/RoleToPatient")),
        {"DIA006", "DIA022", "DIA029"},
    ),
    (NOTE, (drop(f"{ROLE}/RolleNotat"),), set()),
    (ASK, (drop(f"{PERSON}/RoleToPatient"),), {"DIA022"}),
    (ASK, (drop(f"{PERSON}/GivenName"),), {"DIA022"}),
    (ASK, (text(f"{PERSON}/FamilyName", " "),), {"DIA022"}),
    (ASK, (mail(PERSON),), {"DIA022"}),
    (ASK, (v(f"{PERSON}//TeleAddress", V="mob:99999201"),), set()),
    (NOTE, (drop(f"{PERSON}/TeleCom"),), {"DIA022"}),
    (ASK, (drop(f"{PERSON}/Ident"),), {"DIA029"}),
    (ASK, (drop("//RollerRelatertNotat"),), {"DIA015"}),
    (NOTE, (drop("//RollerRelatertNotat"),), {"DIA015"}),
    (ASK, (v(f"{PERSON}/RoleToPatient", V="24", DN="Kontakt hos mottaker"),), {"DIA015"}),
    (ANSWER, (drop("//Foresporsel/RollerRelatertNotat"),), set()),
    (ANSWER, (drop("//Foresporsel//TeleCom"),), set()),
    (ANSWER, (drop("//Notat/RollerRelatertNotat"),), {"DIA015"}),
    (ASK, (v(f"{ROLE}/RolleNotat", V="2", DN="Medforfatter"),), {"DIA028"}),
    (NOTE, (v(f"{ROLE}/RolleNotat", V="2", DN="Medforfatter"),), set()),
    (ASK, (drop("//Patient"),), set()),
    (NOTE, (put(PERSON, "<Nationality V='NO'/>", after="GivenName"),), set()),
    (
        ASK,
        (put(PERSON, "<DateOfBirth>1980-01-01</DateOfBirth>", after="GivenName"),),
        {"DIA007"},
    ),
    # Answers
    (
        ANSWER,
        (put("//Notat", "<Merknad>Time</Merknad>", after="TekstNotatInnhold"),),
        {"DIA026"},
    ),
    (ANSWER, (theme(9155, "5"),), {"DIA023"}),
    (ANSWER, (drop("//Notat/Foresporsel"),), {"DIA024"}),
    (NOTE, (drop("//ConversationRef"),), {"DIA027"}),
    (NOTE, (theme(7321, "1"), drop("//ConversationRef")), set()),
    (STATUS, (drop("//ConversationRef"),), {"DIA027"}),
    (FAULT, (drop("//ConversationRef"),), {"DIA027"}),
    # Reports about faults
    (FAULT, (theme(8117, "9"),), set()),
    (FAULT, (theme(8117, "2"),), {"DIA041"}),
    (FAULT, (theme(7321, "2"),), {"DIA040"}),
    (FAULT, (put("//Notat", "<Tema>Feil</Tema>", after="TemaKodet"),), {"DIA070"}),
    (
        FAULT,
        (put("//Notat", "<DatoNotat>2026-10-06</DatoNotat>", after="TekstNotatInnhold"),),
        set(),
    ),
    # Profiles
    (NOTE, (theme(9148, "1"),), {"DIA040"}),
    (TALK, (theme(7321, "6"),), set()),
    (TALK, (theme(7322, "7"), drop("//RollerRelatertNotat[2]")), set()),
    (TALK, (drop("//RollerRelatertNotat[2]//TypeHealthcareProfessional"),), {"DIA045"}),
    (TALK, (text("//Tema", " "),), {"DIA043"}),
    (TALK, (text("//Kontaktenhet/OrganisationName", " "),), {"DIA046"}),
    (TALK, (mail("//Kontaktenhet"),), {"DIA046"}),
    (TALK, (mail(PERSON),), {"DIA044"}),
    (TALK, (drop(f"{PERSON}/FamilyName"),), {"DIA044"}),
    (STATUS, (drop(f"{PERSON}/GivenName"),), {"DIA044"}),
    (
        STATUS,
        (v(f"{ROLE}/RoleToPatient", V="24", DN="Kontakt hos mottaker"),),
        {"DIA044"},
    ),
    (STATUS, (put("//Notat", "<Tema>Hofte</Tema>", after="TemaKodet"),), set()),
    (FILE, (put("//Notat", "<Tema>Skulder</Tema>", after="TemaKodet"),), {"DIA048"}),
    (FILE, (drop("//RollerRelatertNotat"),), set()),
    (FILE, (copy("//RollerRelatertNotat"),), {"DIA049"}),
    (FILE, (copy(f"{PERSON}/Ident"),), {"DIA049"}),
    (FILE, (drop(f"{PERSON}/Ident"),), set()),
    (FILE, (put("//RollerRelatertNotat", "<Person/>", after="RoleToPatient"), drop(PERSON)), set()),
    (STATUS, (drop("//RollerRelatertNotat"),), {"DIA044"}),
    # Citizens
    (TALK, (text("//Tema", "t" * 51),), set()),
    (TIME, (drop("//TekstNotatInnhold"),), set()),
    (TIME, (v("MsgInfo/Type", V="DIALOG_INNBYGGER_HELSEREGISTER"), theme(7606, "R11")), set()),
    (TIME, (REGISTER,), set()),
    (ASK, (REGISTER, question(7605, "F04")), set()),
    (ASK, (REGISTER, question(7601, "HE")), set()),
    (ASK, (REGISTER, question(7602, "05")), {"DIA060"}),
    (ASK, (CITIZEN, question(7601, "HE")), set()),
    (ASK, (CITIZEN, question(7602, "05")), set()),
    (ASK, (CITIZEN, question(7605, "F04")), {"DIA060"}),
    (TIME, (TEST,), {"DIA060"}),
    (TIME, (TEST, theme(7603, "RKT")), set()),
    (TIME, (REGISTER, theme(7606, "R11")), set()),
    (TIME, (theme(7603, "RKT"),), {"DIA060"}),
    (TIME, (theme(7601, "SB"),), {"DIA060"}),
    (TIME, (text("//Tema", "t" * 50),), set()),
    (TIME, (text("//Tema", "t" * 51),), {"DIA062"}),
    (TIME, (text("//TekstNotatInnhold", "t" * 1000),), set()),
    (TIME, (text("//TekstNotatInnhold", "t" * 1001),), {"DIA062"}),
    (TIME, (theme(7602, "12"),), set()),
    (TIME, (theme(7602, "12"), drop("//RollerRelatertNotat")), {"DIA064"}),
    (TIME, (drop("//RollerRelatertNotat"),), set()),
    # Uses
    (TALK, (OTHER_NOTE,), {"DIA011", "DIA040", "DIA044"}),
    (TALK, (OTHER_NOTE, v("//Notat[2]/TemaKodet", S="1.2.3")), {"DIA040", "DIA044"}),
    # Markup
    (TALK, (asked("<u>a</u>"),), {"DIA048", "TXT002"}),
    (TALK, (asked("<b>a</b>"),), {"DIA048"}),
    (ASK, (text("//Sporsmal", "Blodtrykk < 120 og puls > 60, vekt <b"),), set()),
    (ASK, (text("//Sporsmal", "Se <p class='x'>her</p>"),), {"TXT008"}),
    (NOTE, (text("//TekstNotatInnhold", "Ja<BR>nei"),), {"TXT008"}),
]


@pytest.mark.parametrize("sample, edits, codes", CHANGED)
def test_what_a_changed_dialog_gives(sample: str, edits: tuple[Edit, ...], codes: set[str]) -> None:
    """Each change gives these findings about dialogs and texts, and no other."""
    assert found(sample, *edits) == codes


def patient_among_those_who_take_part(number: str, kind: str) -> Edit:
    return put(
        "//Foresporsel",
        f"<RollerRelatertNotat><RolleNotat V='1' S='{NATIONAL}9057' DN='Forfatter'/><Person>"
        f"<Ident><Id xmlns='{FK1}'>{number}</Id><TypeId xmlns='{FK1}' V='{kind}' "
        f"S='{NATIONAL}8116' DN='Fødselsnummer'/></Ident></Person></RollerRelatertNotat>",
    )


@pytest.mark.parametrize(
    "number, kind, codes",
    [
        ("03915220362", "FNR", {"DIA013"}),
        ("14854110463", "FNR", set[str]()),
        ("03915220362", "HPR", set[str]()),
    ],
)
def test_only_the_patient_is_taken_for_the_patient(number: str, kind: str, codes: set[str]) -> None:
    """Another number, or the same digits of another kind, is somebody else."""
    assert found(ASK, patient_among_those_who_take_part(number, kind)) == codes
