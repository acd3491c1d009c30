"""Whatever is typed is told apart, and what is made up can belong to nobody."""

from __future__ import annotations

import datetime as dt
import re
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from caremsg.values.identifiers import (
    CheckRule,
    Fault,
    IdentifierKind,
    Series,
    Sex,
    agrees,
    check_identifier,
    classify,
    grouped,
    mask,
)
from caremsg.values.identifiers import generate as made_up

TYPES = [kind.value for kind in IdentifierKind]
NATIONAL = ("FNR", "DNR", "HNR", "FHN")
DAYS = st.dates(dt.date(1854, 1, 1), dt.date(2039, 12, 31))
SEEDS = st.integers(0, 2**32).map(Random)
DIGITS = st.text("0123456789", min_size=7, max_size=13)
TODAYS = st.none() | st.dates()
MADE = {
    "DUF": made_up.duf_number,
    "HPR": made_up.hpr_number,
    "HER": made_up.her_id,
    "ENH": made_up.organisation_number,
}


@st.composite
def national(draw: st.DrawFn, rule: CheckRule | None = None) -> tuple[str, IdentifierKind]:
    """A made-up number of a person, and its kind."""
    kind = draw(st.sampled_from([IdentifierKind.FNR, IdentifierKind.DNR]))
    number = made_up.national_number(
        draw(SEEDS),
        kind=kind,
        born=draw(st.none() | DAYS),
        sex=draw(st.none() | st.sampled_from(Sex)),
        series=draw(st.sampled_from([Series.TENOR, Series.NHN])),
        rule=rule or draw(st.sampled_from(CheckRule)),
    )
    return number, kind


@given(st.text() | DIGITS, st.none() | st.sampled_from([*TYPES, "PNR"]) | st.text(), TODAYS)
def test_any_text_is_judged(text: str, declared: str | None, today: dt.date | None) -> None:
    """Nothing raises, both ways to ask agree, and no digits come out."""
    found = classify(text, declared, today=today)
    if declared is not None:
        assert check_identifier(declared, text, today=today) == found.faults
    assert len(set(found.faults)) == len(found.faults)
    assert not re.search(r"\d{2}", repr(found))
    assert set(mask(text)) <= {"*"}
    assert grouped(text, declared).replace(" ", "").startswith(text.replace(" ", ""))


@given(DIGITS.filter(lambda text: len(text) == 11), TODAYS)
def test_eleven_digits_are_of_one_kind(text: str, today: dt.date | None) -> None:
    """Exactly one national type takes a number without KIND, or two where 40 is in the month."""
    found = classify(text, today=today)
    takers = [
        kind for kind in NATIONAL if Fault.KIND not in check_identifier(kind, text, today=today)
    ]
    if found.kind is None:
        assert takers == list(NATIONAL)
    else:
        assert found.kind.value in takers
        assert len(takers) == 1 + found.ambiguous


@given(national(CheckRule.OF_1964), st.none() | DAYS)
def test_made_up_numbers_of_persons_are_right_and_impossible(
    made: tuple[str, IdentifierKind], born: dt.date | None
) -> None:
    number, kind = made
    found = classify(number)
    assert (found.kind, found.faults) == (kind, ())
    assert found.rules == set(CheckRule)
    assert int(number[2:4]) > 65
    assert found.synthetic
    assert check_identifier(kind.value, number) == ()
    assert agrees(found, found.birth_date, found.sex) is True
    if born is not None and found.birthday != (born.day, born.month, born.year % 100):
        assert agrees(found, born) is False


@given(national(CheckRule.OF_2032))
def test_made_up_numbers_of_the_new_rule_are_of_it_alone(made: tuple[str, IdentifierKind]) -> None:
    number, kind = made
    found = classify(number)
    assert (found.kind, found.faults) == (kind, (Fault.ONLY_2032,))
    assert found.rules == {CheckRule.OF_2032}
    assert found.synthetic
    assert (found.birth_date, found.sex) == (None, None)
    assert check_identifier(kind.value, number, today=dt.date(2032, 1, 1)) == ()


@given(SEEDS, DAYS, st.sampled_from(Sex))
def test_birth_date_and_sex_come_back(dice: Random, born: dt.date, sex: Sex) -> None:
    found = classify(made_up.national_number(dice, born=born, sex=sex))
    assert (found.birth_date, found.sex) == (born, sex)


@pytest.mark.parametrize("kind", MADE)
@given(dice=SEEDS)
def test_made_up_numbers_of_registers_are_right_and_not_in_use(kind: str, dice: Random) -> None:
    number = MADE[kind](dice)
    assert check_identifier(kind, number) == ()
    unused = {"DUF": "2099", "HPR": "99", "HER": "99", "ENH": "3"}
    assert number.startswith(unused[kind])


@given(national(CheckRule.OF_1964), st.integers(0, 10), st.integers(1, 9))
@example(("12838512311", IdentifierKind.FNR), 9, 1)
def test_one_wrong_digit_is_found_by_the_rule_of_1964(
    made: tuple[str, IdentifierKind], place: int, more: int
) -> None:
    number, _ = made
    digit = (int(number[place]) + more) % 10
    wrong = f"{number[:place]}{digit}{number[place + 1 :]}"
    assert CheckRule.OF_1964 not in classify(wrong).rules


@given(national(), st.integers(0, 10), st.integers(1, 9))
def test_one_wrong_digit_is_found_by_either_rule(
    made: tuple[str, IdentifierKind], place: int, more: int
) -> None:
    """The second check digit sees every single wrong digit, so the new rule loses none."""
    number, _ = made
    digit = (int(number[place]) + more) % 10
    assert not classify(f"{number[:place]}{digit}{number[place + 1 :]}").rules


@given(SEEDS, st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_of_an_organisation_is_found(dice: Random, place: int, more: int) -> None:
    number = made_up.organisation_number(dice)
    digit = (int(number[place]) + more) % 10
    wrong = f"{number[:place]}{digit}{number[place + 1 :]}"
    assert check_identifier("ENH", wrong) == (Fault.CHECK_DIGIT,)
