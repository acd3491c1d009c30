"""What is easily confused in the code systems of the standard, decided once (docs: codes.md)."""

from __future__ import annotations

from typing import Any

import pytest

from caremsg.codec.plan import plan_of
from caremsg.codes import STANDARD_CODES, Verdict, code_system
from caremsg.declare import Edition, Strength
from caremsg.messages.apprec import HCProf
from caremsg.messages.common import Ident, TeleCom
from caremsg.messages.dialogmelding import Notat
from caremsg.messages.editions import (
    APPREC_1_0,
    APPREC_1_1,
    DIALOG_1_0,
    DIALOG_1_1,
    EPJ_2008,
    MSGHEAD_1_2,
    PLO_1_5,
    PLO_1_6,
    PLO_2_0,
)
from caremsg.messages.epj.journalnotat import Journaltekst
from caremsg.messages.epj.legemiddel import AdmAvHelsepersonell, Forskrivningsinfo
from caremsg.messages.msghead import Document, MsgInfo
from caremsg.messages.plo.parts.events import TidsfestetHendelse
from caremsg.messages.plo.parts.patient import TilleggsopplysningPasient


def systems(
    cls: type[Any], field: str, edition: Edition | None, message: Edition | None = None
) -> dict[int, Strength]:
    """The systems of a field in an edition of its class, in a message of another edition."""
    (found,) = [f for f in plan_of(cls, edition).fields if f.name == field]
    holding = [b for b in found.codes if b.holds_in(message)]
    return {number: binding.strength for binding in holding for number in binding.systems}


@pytest.mark.parametrize(
    "message, numbers",
    [
        (PLO_1_5, [7448, 9078]),
        (PLO_1_6, [7448]),
        (PLO_2_0, [7448]),
        (DIALOG_1_1, [7448, 9078]),
        (None, [7448, 9078]),
    ],
)
def test_a_dosage_form_is_of_7448_and_before_plo_1_6_perhaps_of_9078(
    message: Edition | None, numbers: list[int]
) -> None:
    assert list(systems(Forskrivningsinfo, "legemiddelform", EPJ_2008, message)) == numbers
    for code, number in (("53", 7448), ("70", 9078)):
        found = STANDARD_CODES.tell_apart(numbers, code, "Tablett")
        assert (found.number if found else None) == (number if number in numbers else None)


def test_marital_status_is_of_8724_where_3_and_6_are_not_those_of_3103() -> None:
    for edition in (PLO_1_5, PLO_1_6, PLO_2_0):
        assert list(systems(TilleggsopplysningPasient, "sivil_status", edition)) == [8724]
    assert code_system(8724)["6"].display == code_system(3103)["3"].display == "Enke/enkemann"
    assert not code_system(8724).agrees("3", "Enke/enkemann")


def test_an_event_is_of_9121_whose_code_5_came_with_plo_1_6() -> None:
    event = code_system(9121)["5"]
    assert (event.since, event.retired) == ("PLO 1.6", False)
    assert systems(TidsfestetHendelse, "hendelsekode", PLO_1_6) == {9121: Strength.REQUIRED}
    assert systems(TidsfestetHendelse, "hendelsekode", PLO_1_5) == {9121: Strength.REQUIRED}


def test_a_draft_obliges_nobody() -> None:
    assert systems(TidsfestetHendelse, "hendelsekode", PLO_2_0) == {9121: Strength.PREFERRED}


def test_consent_is_of_3109_or_in_care_messages_of_9064() -> None:
    found = systems(Document, "consent", MSGHEAD_1_2)
    assert found == {3109: Strength.PREFERRED, 9064: Strength.PREFERRED}


def test_8213_is_a_misprint_of_8113() -> None:
    assert systems(MsgInfo, "processing_status", MSGHEAD_1_2) == {8113: Strength.REQUIRED}
    assert code_system(8213).replaced_by == 8113
    assert len(code_system(8213)) == 0


@pytest.mark.parametrize(
    "system, code, now, before",
    [
        (9005, "1", "Legemidler", "Cave/Allergi"),
        (9078, "53", "Peritonealdialysevæske", None),
        (9078, "3", "Dentalvæske", "kapsel"),
        (9085, "6", "10E9 bakterier", "mg"),
    ],
)
def test_an_older_list_under_the_same_number_only_tells_that_a_text_is_not_wrong(
    system: int, code: str, now: str, before: str | None
) -> None:
    found = code_system(system)
    assert (found[code].display, found[code].earlier) == (now, before)
    assert found.agrees(code, before or now)


def test_a_code_that_only_the_older_list_has_is_retired() -> None:
    assert code_system(9078).verdict("2") is Verdict.RETIRED


def test_the_reason_for_admission_is_9142_aai_and_no_longer_9141_11() -> None:
    assert code_system(9141)["11"].retired
    assert code_system(9141)["11"].instead == "9142/AAI"
    assert code_system(9142).verdict("AAI") is Verdict.KNOWN


@pytest.mark.parametrize(
    "message, strength", [(PLO_1_5, Strength.EXAMPLE), (PLO_1_6, Strength.REQUIRED)]
)
def test_a_heading_of_9145_is_new_in_plo_1_6(message: Edition, strength: Strength) -> None:
    found = systems(Journaltekst, "overskriftskode", EPJ_2008, message)
    assert found[9145] is strength or strength is Strength.REQUIRED
    assert {9141, 9142, 9143, 9145} == found.keys()


@pytest.mark.parametrize(
    "unit, in_9090, in_9085",
    [
        ("mg", True, True),
        ("mg/ml", False, True),
        ("IU", True, False),
        ("milligram", True, False),
        ("6", False, False),
        ("", False, False),
    ],
)
def test_a_unit_is_a_code_of_9090_or_a_text_of_9085(
    unit: str, *, in_9090: bool, in_9085: bool
) -> None:
    assert (code_system(9090).unit(unit) is not None) is in_9090
    assert (code_system(9085).unit(unit) is not None) is in_9085
    assert list(systems(AdmAvHelsepersonell, "adm_enkeltdose", EPJ_2008)) == [9090, 9085]


@pytest.mark.parametrize("edition, there", [(DIALOG_1_0, False), (DIALOG_1_1, True)])
def test_7322_is_of_dialogues_1_1(edition: Edition, *, there: bool) -> None:
    found = systems(Notat, "tema_kodet", edition)
    assert (7322 in found) is there
    assert 7321 in found


def test_9034_has_the_contact_at_the_recipient() -> None:
    assert code_system(9034)["24"].display == "Kontakt hos mottaker"


def test_the_kind_of_a_telephone_is_of_9061_not_3401() -> None:
    assert systems(TeleCom, "type_telecom", None) == {9061: Strength.REQUIRED}


def test_an_identifier_is_of_8116_or_9051_whoever_has_it() -> None:
    found = systems(Ident, "type_id", None)
    assert found == {
        8116: Strength.PREFERRED,
        9051: Strength.PREFERRED,
        8268: Strength.EXAMPLE,
    }
    for number in (8116, 9051):
        assert code_system(number).verdict("HER") is Verdict.KNOWN


@pytest.mark.parametrize("edition, number", [(APPREC_1_0, 8241), (APPREC_1_1, 8116)])
def test_the_identifier_in_a_receipt_is_of_another_list_in_each_edition(
    edition: Edition, number: int
) -> None:
    assert list(systems(HCProf, "type_id", edition)) == [number]


def test_what_a_retired_code_points_to_is_there() -> None:
    pointing = [c for s in STANDARD_CODES.systems() for c in s if c.instead is not None]
    assert len(pointing) > 10
    for code in pointing:
        number, _, other = str(code.instead).partition("/")
        assert code_system(number).verdict(other) is Verdict.KNOWN
    replaced = [s.replaced_by for s in STANDARD_CODES.systems() if s.replaced_by is not None]
    assert all(STANDARD_CODES.find(number) is not None for number in replaced)
