"""Findings about single values and codes: a change that gives each, and the sample does not."""

from __future__ import annotations

import pytest

from caremsg import inspect, samples
from caremsg.check import STANDARD_CODES, check
from caremsg.check.codes import _all_fields
from caremsg.codes import Code, CodeSystem
from caremsg.declare.edits import Edit, drop, text, v
from caremsg.samples.edits import edited

SAMPLE = "innleggelsesrapport-1.6"
ROOT = "2.16.578.1.12.4.1.1."
DIAGNOSIS = "//MedisinskDiagnose[1]/Diagnosekode"
NUMBER = "MsgInfo/Patient/Ident/Id"
ROLE = "//AnsvarligRapport/RoleToPatient"

CASES: list[tuple[str, str, Edit | tuple[Edit, ...]]] = [
    ("COD001", "no code", v("//SivilStatus", V=None)),
    ("COD001", "blank code", v("//SivilStatus", V=" ")),
    ("COD002", "no system", v(ROLE, S=None)),
    ("COD003", "nothing", v(ROLE, V=None)),
    ("COD003", "blank words", v(ROLE, V=None, OT=" ")),
    ("COD004", "no text in a CS", v("//SivilStatus", DN=None)),
    ("COD004", "no text in a CV", v(ROLE, DN=" ")),
    ("COD005", "another system than is required", v("//Overskriftskode", S=f"{ROOT}9060", V="LE")),
    ("IDN001", "no digits", text(NUMBER, "1485411046A")),
    ("IDN001", "too short", text(NUMBER, "1485411046")),
    ("IDN002", "no date", text(NUMBER, "31824110463")),
    ("IDN003", "a digit is wrong", text(NUMBER, "14854110464")),
    ("IDN004", "the rule of 2032", text(NUMBER, "09825425354")),
    ("IDN005", "never given out", text(NUMBER, "14854560027")),
    ("IDN006", "a D-number", text(NUMBER, "66891483369")),
    ("COD006", "none of the list", v("//SivilStatus", V="77", DN="Ukjent")),
    ("COD006", "another case", v("//Slektskap", V="da")),
    ("COD007", "not in the system it names", v(ROLE, V="777")),
    ("COD007", "not of the form", v(DIAGNOSIS, V="K7", S=f"{ROOT}7110")),
    ("COD008", "retired", v("//Overskriftskode", V="11", S=f"{ROOT}9141", DN="Innleggelsesårsak")),
    ("COD009", "its own words", v("//SivilStatus", V="6", DN="Mistet ektefellen")),
    ("COD010", "the text of another", v("//SivilStatus", V="3", DN="Enke/enkemann")),
    ("COD011", "another system", v(ROLE, V="LE", S=f"{ROOT}9060", DN="Lege")),
    ("COD012", "a bare number", v(ROLE, S="9034")),
    ("COD012", "a number of none", v(ROLE, S=f"{ROOT}98116")),
    ("COD013", "no unit", v("//Styrke", U=None)),
    ("COD013", "no number", v("//Styrke", V=None)),
    ("COD014", "no such unit", v("//Styrke", U="skjeer")),
    ("DAT001", "empty text", text("//ParorendeForesatt/Merknad", "")),
    ("DAT001", "blank text", text("//ParorendeForesatt/Merknad", " \n")),
    ("DAT001", "empty time", v("Document/RefDoc/IssueDate", V=None)),
    ("DAT002", "nothing in it", drop("//Patient/Address/*")),
    ("DAT003", "text ends with a blank", v("//SivilStatus", DN="Enke/enkemann ")),
    ("DAT003", "code begins with one", v("//SivilStatus", V=" 6")),
    ("DAT004", "a clock alone", v("Document/RefDoc/IssueDate", V="16:28:00")),
    ("DAT005", "a day with a zone", text("//GodkjentDato", "2026-10-05Z")),
    ("DAT006", "no number", v("//Styrke", V="NaN")),
    ("DAT006", "no end", v("//Styrke", V="INF")),
]


@pytest.mark.parametrize("code, edit", [pytest.param(c, e, id=f"{c} {w}") for c, w, e in CASES])
def test_the_change_gives_the_finding(code: str, edit: Edit | tuple[Edit, ...]) -> None:
    """And leaves the shape as it was."""
    inspection = inspect(edited(SAMPLE, edit if isinstance(edit, tuple) else (edit,)))
    assert inspection.ok, inspection.report.summary()
    assert code in check(inspection).codes


def test_the_sample_has_none_of_them() -> None:
    """So each finding comes from its change."""
    assert not {code for code, _, _ in CASES} & set(check(samples.data(SAMPLE)).codes)


RIGHT: list[tuple[str, Edit]] = [
    ("words without a code", v(ROLE, V=None, DN=None, S=None, OT="Kontakt på avdelingen")),
    ("another spelling of the text", v("//SivilStatus", V="6", DN="  enke/ENKEMANN ".strip())),
    ("a system nobody knows", v(ROLE, V="1", S="1.2.3.4", DN="Egen")),
    ("ICD-10 with its point", v(DIAGNOSIS, V="S72.0", S=f"{ROOT}7110", DN="Brudd i lårhals")),
]


@pytest.mark.parametrize("edit", [pytest.param(edit, id=name) for name, edit in RIGHT])
def test_what_is_right_gives_no_error(edit: Edit) -> None:
    """Words instead of a code, texts in another case, local systems."""
    report = check(edited(SAMPLE, (edit,)))
    assert not [f for f in report.errors if f.code.startswith("COD")]


@pytest.mark.parametrize(
    "edition, code, display, found",
    [
        ("1.6", "53", "Tablett", None),
        ("1.6", "70", "Tablett", "COD006"),
        ("1.5", "53", "Tablett", None),
        ("1.5", "70", "Tablett", None),
        ("1.5", "53", "Peritonealdialysevæske", None),
        ("1.5", "53", "Tyggegummi av tre", "COD009"),
    ],
)
def test_a_form_of_medicine_is_told_apart_by_its_text(
    edition: str, code: str, display: str, found: str | None
) -> None:
    """In PLO 1.5 a code may be of 7448 or 9078; from 1.6 on it is of 7448."""
    edit = v("//Legemiddelform", V=code, DN=display)
    report = check(edited(f"innleggelsesrapport-{edition}", (edit,)))
    here = {f.code for f in report if f.where.path.endswith("legemiddelform")}
    assert here == ({found} if found else set())


def test_a_retired_heading_is_right_in_the_edition_that_had_it() -> None:
    """9141/11 went out with PLO 1.6."""
    edit = v("//Overskriftskode", V="11", S=f"{ROOT}9141", DN="Innleggelsesårsak")
    assert "COD008" not in check(edited("innleggelsesrapport-1.5", (edit,))).codes


def test_a_newer_list_can_be_given() -> None:
    """Without touching the package."""
    data = edited(SAMPLE, (v("//SivilStatus", V="7", DN="Samboer"),))
    assert "COD006" in check(data).codes
    newer = CodeSystem(
        f"{ROOT}8724", "Sivilstatus", None, "2027", True, {"7": Code("7", "Samboer")}
    )
    assert "COD006" not in check(data, codes=STANDARD_CODES.with_list(newer)).codes


def test_no_words_of_a_sender_are_remembered() -> None:
    """A code that was found right is remembered, but never with words of its own."""
    check(edited(SAMPLE, (v(ROLE, OT="Det kom frem at"),)))
    known = {value for fields in _all_fields.values() for coded in fields for value in coded.known}
    assert known
    assert not [value for value in known if getattr(value, "original_text", None)]
