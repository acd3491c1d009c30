"""Where the findings about dialogs point."""

import pytest

from caremsg.check import SENDING, check
from caremsg.declare.edits import Edit, copy, drop, put, text, v
from caremsg.samples.edits import edited
from tests.findings.dialogs import (
    ANSWER,
    ASK,
    CITIZEN,
    FAULT,
    FILE,
    FK1,
    NOTE,
    PERSON,
    REGISTER,
    ROLE,
    TALK,
    TIME,
    mail,
    question,
    theme,
)

TEXT, XHTML = "//TekstNotatInnhold", "http://www.w3.org/1999/xhtml"
XHTML_TEXT = (text(TEXT, ""), put(TEXT, f"<div xmlns='{XHTML}'>a</div>"))
CONTENT = "innhold[0].ref_doc.content.items[0]."
BODY = "innhold[0]"
PART = f"{BODY}.roller_relatert_notat[0]"
UNIT = f"{BODY}.roller_relatert_notat[2].tilknyttet_enhet.kontaktenhet"

PLACES: list[tuple[str, tuple[Edit, ...], str, list[str]]] = [
    (ASK, (drop("//Dialogmelding/*"),), "DIA002", ["innhold"]),
    (ASK, (question(9152, "99"), drop("//Sporsmal")), "DIA003", [f"{BODY}.sporsmal"]),
    (TALK, (drop("//TekstNotatInnhold"),), "DIA005", [f"{BODY}.tekst_notat_innhold"]),
    (ASK, (drop(f"{ROLE}/RolleNotat"),), "DIA014", [PART]),
    (ASK, (copy("//Foresporsel"),), "DIA008", ["innhold"]),
    (
        ASK,
        (copy("//Foresporsel"), drop("//DokIdForesp")),
        "DIA009",
        [f"{BODY}.dok_id_foresp", "innhold[1].dok_id_foresp"],
    ),
    (ASK, (v("MsgInfo/Type", V="DIALOG_NOTAT"),), "DIA010", ["innhold"]),
    (ASK, (drop("//RollerRelatertNotat"),), "DIA015", [f"{BODY}.roller_relatert_notat"]),
    (
        ASK,
        (put(PERSON, "<DateOfBirth>1980-01-01</DateOfBirth><Sex V='1'/>", after="GivenName"),),
        "DIA007",
        [f"{PART}.innhold.date_of_birth", f"{PART}.innhold.sex"],
    ),
    (
        ASK,
        (
            drop(f"{PERSON}/RoleToPatient"),
            drop(f"{PERSON}/FamilyName"),
            drop(f"{PERSON}/TeleCom"),
        ),
        "DIA022",
        [f"{PART}.innhold", f"{PART}.innhold.tele_com", f"{PART}.role_to_patient"],
    ),
    (
        ANSWER,
        (
            put("//Notat", "<Tema>Time</Tema>", after="TemaKodet"),
            put("//Notat", "<Merknad>Time</Merknad>", after="TekstNotatInnhold"),
        ),
        "DIA026",
        [f"{BODY}.tema", f"{BODY}.merknad"],
    ),
    (ASK, (v(f"{ROLE}/RolleNotat", V="2"),), "DIA028", [f"{PART}.rolle_notat"]),
    (
        ASK,
        (drop(f"{ROLE}/RolleNotat"), drop(f"{PERSON}/Ident")),
        "DIA029",
        [f"{PART}.rolle_notat", f"{PART}.innhold.ident"],
    ),
    (
        ASK,
        (
            put(PERSON, "<Nationality V='NO'/>", after="GivenName"),
            put(PERSON, f"<Address><City xmlns='{FK1}'>Tirilvik</City></Address>", after="Ident"),
        ),
        "DIA030",
        [f"{PART}.innhold.nationality", f"{PART}.innhold.address"],
    ),
    (ASK, (question(9065, "1"),), "DIA020", [f"{BODY}.type_foresp"]),
    (ANSWER, (theme(9155, "1"),), "DIA023", [f"{BODY}.tema_kodet"]),
    (ANSWER, (drop("//Notat/Foresporsel"),), "DIA024", [f"{BODY}.foresporsel"]),
    (ANSWER, (drop("//DatoNotat"),), "DIA025", [f"{BODY}.dato_notat"]),
    (FAULT, (theme(7321, "2"),), "DIA040", [f"{BODY}.tema_kodet"]),
    (FAULT, (theme(8117, "2"),), "DIA041", [f"{BODY}.tema_kodet"]),
    (FAULT, (copy("//Notat"),), "DIA042", ["innhold"]),
    (TALK, (drop("//Tema"),), "DIA043", [f"{BODY}.tema"]),
    (TALK, (mail(PERSON),), "DIA044", [f"{BODY}.roller_relatert_notat"]),
    (TALK, (drop("//RollerRelatertNotat[2]"),), "DIA045", [f"{BODY}.roller_relatert_notat"]),
    (
        TALK,
        (text("//Kontaktenhet/OrganisationName", " "), mail("//Kontaktenhet")),
        "DIA046",
        [f"{UNIT}.organisation_name", f"{UNIT}.tele_com"],
    ),
    (
        FILE,
        (copy("//RollerRelatertNotat"), drop("//RollerRelatertNotat[2]//GivenName")),
        "DIA049",
        [f"{BODY}.roller_relatert_notat[1]", f"{BODY}.roller_relatert_notat[1].innhold"],
    ),
    (FILE, (copy(f"{PERSON}/Ident"),), "DIA049", [f"{PART}.innhold.ident"]),
    (TIME, (theme(7601, "SB"),), "DIA060", [f"{BODY}.tema_kodet"]),
    (ASK, (CITIZEN, question(7603, "KT")), "DIA060", [f"{BODY}.type_foresp"]),
    (
        TIME,
        (text("//Tema", "t" * 51), text("//TekstNotatInnhold", "t" * 1001)),
        "DIA062",
        [f"{BODY}.tema", f"{BODY}.tekst_notat_innhold"],
    ),
    (ASK, (CITIZEN, text("//Sporsmal", "t" * 1001)), "DIA062", [f"{BODY}.sporsmal"]),
    (
        TIME,
        (theme(7602, "12"), drop("//RollerRelatertNotat")),
        "DIA064",
        [f"{BODY}.roller_relatert_notat"],
    ),
    (TALK, (REGISTER,), "DIA065", [f"{UNIT}.ident"]),
    (TALK, (*XHTML_TEXT, put(TEXT, "<u>a</u>")), "TXT002", [f"{BODY}.tekst_notat_innhold"]),
    (ASK, (text("//Sporsmal", "a<br>b"),), "TXT008", [f"{BODY}.sporsmal"]),
    (NOTE, (text(TEXT, "a<br>b"),), "TXT008", [f"{BODY}.tekst_notat_innhold"]),
]


@pytest.mark.parametrize("sample, edits, code, places", PLACES)
def test_where_a_finding_points(
    sample: str, edits: tuple[Edit, ...], code: str, places: list[str]
) -> None:
    """To the field to be mended, below the dialog message."""
    paths = [f.where.path for f in check(edited(sample, edits), policy=SENDING) if f.code == code]
    assert [path.removeprefix(CONTENT) for path in paths] == places
