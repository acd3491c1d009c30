"""Made-up numbers: what is asked for is made, and what could be somebody's is refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from operator import mul
from random import Random

import pytest

from caremsg.values.identifiers import CheckRule, IdentifierKind, Series, Sex, classify
from caremsg.values.identifiers.generate import (
    duf_number,
    her_id,
    hpr_number,
    national_number,
    organisation_number,
)


@pytest.mark.parametrize(
    "make", [national_number, duf_number, her_id, hpr_number, organisation_number]
)
def test_the_same_seed_makes_the_same_numbers(make: Callable[[Random], str]) -> None:
    assert [make(Random(7)) for _ in range(3)] == [make(Random(7))] * 3
    dice = Random(7)
    assert len({make(dice) for _ in range(20)}) > 15


@pytest.mark.parametrize(
    "kind, series",
    [
        (IdentifierKind.HNR, Series.TENOR),
        (IdentifierKind.FHN, Series.TENOR),
        (IdentifierKind.DUF, Series.TENOR),
        (IdentifierKind.FNR, Series.NAV),
    ],
)
def test_what_could_be_somebodys_is_not_made(kind: IdentifierKind, series: Series) -> None:
    with pytest.raises(ValueError, match="could belong to somebody"):
        national_number(Random(1), kind=kind, series=series)


@pytest.mark.parametrize("year", [1853, 2040])
def test_a_year_that_no_number_has_is_refused(year: int) -> None:
    with pytest.raises(ValueError, match="no number has"):
        national_number(Random(1), born=dt.date(year, 6, 1))


@pytest.mark.parametrize("year", [1854, 1899, 1900, 1939, 1999, 2000, 2039])
@pytest.mark.parametrize("sex", Sex)
def test_birth_date_and_sex_are_as_asked(year: int, sex: Sex) -> None:
    born = dt.date(year, 12, 31)
    found = classify(national_number(Random(year), born=born, sex=sex))
    assert (found.birth_date, found.sex, found.faults) == (born, sex, ())


def test_a_number_of_the_new_rule_begins_with_the_day_that_was_asked_for() -> None:
    for seed in range(20):
        made = national_number(Random(seed), born=dt.date(1985, 3, 12), rule=CheckRule.OF_2032)
        assert made.startswith("128385")
        assert classify(made).rules == {CheckRule.OF_2032}


def test_all_check_digits_are_made() -> None:
    for rule, remainders in ((CheckRule.OF_1964, {0}), (CheckRule.OF_2032, {1, 2, 3})):
        made = {national_number(Random(seed), rule=rule) for seed in range(400)}
        assert {sum(map(mul, _FIRST, map(int, number))) % 11 for number in made} == remainders
        assert (
            {number[9] for number in made} == {number[10] for number in made} == set("0123456789")
        )


class Highest(Random):
    """Dice that fall on the last number there is."""

    def randrange(self, start: int, stop: int | None = None, step: int = 1) -> int:
        return (start if stop is None else stop) - step


@pytest.mark.parametrize(
    "make, start, length",
    [
        (duf_number, "2099999999", 12),
        (hpr_number, "999999999", 9),
        (her_id, "999999999", 9),
        (organisation_number, "39999999", 9),
    ],
)
def test_the_last_number_is_as_long_as_the_others(
    make: Callable[[Random], str], start: str, length: int
) -> None:
    made = make(Highest())
    assert made.startswith(start)
    assert len(made) == length


def test_organisations_have_all_check_digits() -> None:
    assert {organisation_number(Random(seed))[8] for seed in range(300)} == set("0123456789")


_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
