"""Identifiers: kind, series, day, check digits, faults. All numbers are made up.

The numbers of persons are of synthetic series, or are worked out in the open: month above 65,
or the H-nummer and the hjelpenummer that stand as samples of their form.
"""

from __future__ import annotations

import datetime as dt

import pytest

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

K, F = IdentifierKind, Fault
OLD, NEW = CheckRule.OF_1964, CheckRule.OF_2032
BOTH, ONLY_NEW, NEITHER = {OLD, NEW}, {NEW}, set[CheckRule]()
FNR, DNR, HNR, FHN = "12838512311", "52838512305", "12438512339", "99999999928"
ONLY_2032 = "12838599905"
DAY = dt.date(1985, 3, 12)


@pytest.mark.parametrize(
    "number, kind, series, rules, born, sex",
    [
        (FNR, K.FNR, Series.TENOR, BOTH, DAY, Sex.MALE),
        (DNR, K.DNR, Series.TENOR, BOTH, DAY, Sex.MALE),
        (HNR, K.HNR, Series.NAV, BOTH, None, None),
        (FHN, K.FHN, None, BOTH, None, None),
        ("15833299910", K.FNR, Series.TENOR, BOTH, dt.date(2032, 3, 15), Sex.MALE),
        (ONLY_2032, K.FNR, Series.TENOR, ONLY_NEW, None, None),
    ],
)
def test_a_number_tells_what_it_is(
    number: str,
    kind: IdentifierKind,
    series: Series | None,
    rules: set[CheckRule],
    born: dt.date | None,
    sex: Sex | None,
) -> None:
    found = classify(number)
    assert (found.kind, found.series, found.rules) == (kind, series, rules)
    assert (found.birth_date, found.sex) == (born, sex)


@pytest.mark.parametrize(
    "start, old, new",
    [
        ("158332999", {"10"}, {"29", "37", "45"}),
        ("158332998", set(), {"48", "56", "64"}),
        ("128385999", set(), {"05", "13", "21"}),
    ],
)
def test_a_serial_has_up_to_four_numbers_from_2032(
    start: str, old: set[str], new: set[str]
) -> None:
    """By the rule of 1964 it has one, or none."""
    rules = {f"{last:02}": classify(f"{start}{last:02}").rules for last in range(100)}
    assert {last for last, fits in rules.items() if OLD in fits} == old
    assert {last for last, fits in rules.items() if NEW in fits} == old | new


@pytest.mark.parametrize("number", ["12838599905", "12838599913", "12838599921"])
def test_the_year_of_birth_does_not_tell_which_rule_holds(number: str) -> None:
    assert classify(number).faults == (F.ONLY_2032,)
    assert classify(number, today=dt.date(2031, 12, 31)).faults == (F.ONLY_2032,)
    assert classify(number, today=dt.date(2032, 1, 1)).faults == ()
    assert classify(number).birthday is None


def test_no_check_digits_fit_a_serial_that_is_left_out() -> None:
    assert not any(OLD in classify(f"128385124{last:02}").rules for last in range(100))


@pytest.mark.parametrize(
    "number, kind, faults",
    [
        ("12838512321", K.FNR, (F.CHECK_DIGIT,)),
        ("12838512310", K.FNR, (F.CHECK_DIGIT,)),
        ("32838512300", None, (F.DATE, F.CHECK_DIGIT)),
        ("00838512346", None, (F.DATE, F.CHECK_DIGIT)),
        ("12938512306", None, (F.DATE, F.CHECK_DIGIT)),
        ("1283851231", None, (F.LENGTH,)),
        ("128385123111", None, (F.LENGTH,)),
        ("128385 12311", None, (F.NOT_DIGITS,)),
        ("1283851231x", None, (F.NOT_DIGITS,)),
        ("", None, (F.NOT_DIGITS,)),
        ("١٢٨٣٨٥١٢٣١١", None, (F.NOT_DIGITS,)),
        ("1²838512311", None, (F.NOT_DIGITS,)),
        ("\ud80012345678", None, (F.NOT_DIGITS,)),
        ("99999999929", K.FHN, (F.CHECK_DIGIT,)),
    ],
)
def test_what_is_wrong_is_told(
    number: str, kind: IdentifierKind | None, faults: tuple[Fault, ...]
) -> None:
    found = classify(number)
    assert (found.kind, found.faults) == (kind, faults)


def fitting(start: str) -> str:
    """The number of the rule of 1964 that begins so."""
    (found,) = [
        start + f"{last:02}" for last in range(100) if OLD in classify(start + f"{last:02}").rules
    ]
    return found


@pytest.mark.parametrize(
    "month, series",
    [
        *((month, None) for month in ("01", "12")),
        *((month, Series.NAV) for month in ("41", "52")),
        *((month, Series.NHN) for month in ("66", "77")),
        *((month, Series.TENOR) for month in ("81", "92")),
    ],
)
def test_the_month_tells_the_series(month: str, series: Series | None) -> None:
    found = classify(wrong(f"12{month}85"))
    assert (found.series, found.faults) == (series, (F.CHECK_DIGIT,))


@pytest.mark.parametrize("month", ["00", "13", "40", "53", "65", "78", "80", "93", "99"])
def test_other_months_are_of_no_series(month: str) -> None:
    found = classify(wrong(f"01{month}85"))
    assert (found.kind, found.series) == (None, None)
    assert found.faults == (F.DATE, F.CHECK_DIGIT)


def wrong(start: str) -> str:
    """A number that begins so and has wrong check digits, so that it can be nobody's."""
    numbers = (f"{start}123{last:02}" for last in range(100))
    return next(number for number in numbers if NEW not in classify(number).rules)


@pytest.mark.parametrize("more", [0, 40])
@pytest.mark.parametrize("month", range(1, 13))
def test_the_days_are_those_of_the_calendar(month: int, more: int) -> None:
    for day in range(40):
        for year in (84, 85, 87, 0):
            try:
                dt.date(2000 if year == 0 else 1900 + year, month, day)
            except ValueError:
                is_day = False
            else:
                is_day = True
            number = wrong(f"{day + more:02}{month + 80}{year:02}")
            found = classify(number)
            assert (F.DATE not in found.faults) == is_day
            assert found.kind is ((K.DNR if more else K.FNR) if is_day else None)


@pytest.mark.parametrize(
    "start, kind",
    [("718385", K.DNR), ("798385", None), ("800000", K.FHN), ("899999", K.FHN), ("900000", K.FHN)],
)
def test_from_8_on_there_is_no_date(start: str, kind: IdentifierKind | None) -> None:
    assert classify(wrong(start)).kind is kind


@pytest.mark.parametrize(
    "year, serial, born",
    [
        ("54", 500, 1854),
        ("60", 499, 1960),
        ("60", 749, 1860),
        ("60", 750, None),
        ("60", 899, None),
        ("60", 900, 1960),
        ("39", 499, 1939),
        ("39", 500, 2039),
        ("55", 749, 1855),
        ("99", 600, 1899),
        ("00", 3, 1900),
        ("99", 498, 1999),
        ("53", 501, None),
        ("40", 501, None),
        ("54", 751, None),
        ("99", 898, None),
        ("40", 899, None),
        ("40", 900, 1940),
        ("99", 998, 1999),
        ("00", 500, 2000),
        ("39", 751, 2039),
        ("39", 998, 2039),
    ],
)
def test_serial_and_year_tell_the_century(year: str, serial: int, born: int | None) -> None:
    for day in range(1, 29):  # not every day has check digits with this serial
        start = f"{day:02}84{year}{serial:03}"
        numbers = [f"{start}{last:02}" for last in range(100)]
        fits = [n for n in numbers if OLD in classify(n).rules]
        if fits:
            break
    found = classify(fits[0])
    assert found.birth_date == (dt.date(born, 4, day) if born else None)
    assert found.faults == (() if born else (F.NOT_ISSUED,))
    assert found.birthday == (day, 4, int(year))
    for today in (dt.date(2032, 1, 1), dt.date(2040, 1, 1)):
        assert classify(fits[0], today=today).faults == ()


def test_there_was_no_29_february_in_1900() -> None:
    for serial in range(500):
        start = f"298200{serial:03}"
        for last in range(100):
            found = classify(f"{start}{last:02}")
            if OLD in found.rules:
                assert found.birth_date is None
                assert found.faults == (F.NOT_ISSUED,)
                return
    pytest.fail("no number was tried")


def test_nobody_is_born_after_today() -> None:
    number, born = "15833299910", dt.date(2032, 3, 15)
    assert classify(number).birth_date == born
    early = classify(number, today=dt.date(2026, 1, 1))
    assert (early.birth_date, early.faults) == (None, (F.NOT_ISSUED,))
    # From 2032 the serial number tells nothing: this may be somebody born in 1932.
    late = classify(number, today=dt.date(2032, 3, 14))
    assert (late.birth_date, late.faults) == (None, ())
    assert classify(number, today=born).birth_date == born


NAV_DNR = fitting("524385123")


@pytest.mark.parametrize(
    "number, declared, kind, series, ambiguous, faults",
    [
        (HNR, None, K.HNR, Series.NAV, True, ()),
        (HNR, "HNR", K.HNR, None, False, ()),
        (HNR, "FNR", K.FNR, Series.NAV, False, ()),
        (HNR, "DNR", K.HNR, Series.NAV, True, (F.KIND,)),
        (HNR, "FHN", K.HNR, Series.NAV, True, (F.KIND,)),
        (NAV_DNR, "DNR", K.DNR, Series.NAV, False, ()),
        (NAV_DNR, "FNR", K.HNR, Series.NAV, True, (F.KIND,)),
        (FNR, "FNR", K.FNR, Series.TENOR, False, ()),
        (FNR, "DNR", K.FNR, Series.TENOR, False, (F.KIND,)),
        (FNR, "HNR", K.FNR, Series.TENOR, False, (F.KIND,)),
        (FNR, "FHN", K.FNR, Series.TENOR, False, (F.KIND,)),
        (DNR, "DNR", K.DNR, Series.TENOR, False, ()),
        (DNR, "FNR", K.DNR, Series.TENOR, False, (F.KIND,)),
        (FHN, "FHN", K.FHN, None, False, ()),
        (FHN, "FNR", K.FHN, None, False, (F.KIND,)),
        ("12838512321", "DNR", K.FNR, Series.TENOR, False, (F.CHECK_DIGIT, F.KIND)),
        ("32838512300", "FNR", None, Series.TENOR, False, (F.DATE, F.CHECK_DIGIT)),
    ],
)
def test_the_declared_type_decides_what_digits_leave_open(
    number: str,
    declared: str | None,
    kind: IdentifierKind | None,
    series: Series | None,
    ambiguous: bool,
    faults: tuple[Fault, ...],
) -> None:
    found = classify(number, declared)
    assert (found.kind, found.series, found.ambiguous) == (kind, series, ambiguous)
    assert found.faults == faults
    assert found.synthetic == (series is not None and not ambiguous)
    if declared is not None:
        assert check_identifier(declared, number) == faults


def test_a_made_up_number_of_nav_has_a_birth_date_when_it_is_said_to_be_one() -> None:
    assert classify(HNR).birth_date is None
    assert classify(HNR, "HNR").birth_date is None
    assert classify(HNR, "FNR").birth_date == DAY


@pytest.mark.parametrize("number, kind", [(HNR, "HNR"), (FHN, "FHN")])
def test_h_numbers_and_help_numbers_of_the_new_rule_are_doubtful(number: str, kind: str) -> None:
    """The new rule was not announced for them, so they stay so after 2032."""
    numbers = [f"{number[:9]}{last:02}" for last in range(100)]
    for today in (None, dt.date(2026, 1, 1), dt.date(2032, 1, 1)):
        found = {classify(number, kind, today=today).faults for number in numbers}
        assert found == {(), (F.ONLY_2032,), (F.CHECK_DIGIT,)}


@pytest.mark.parametrize(
    "kind, number, faults",
    [
        ("DUF", "209912345608", ()),
        ("DUF", "219912345603", ()),
        ("DUF", "209912345609", (F.CHECK_DIGIT,)),
        ("DUF", "209912345618", (F.CHECK_DIGIT,)),
        ("DUF", "20991234560", (F.LENGTH,)),
        ("DUF", "2099123456 8", (F.NOT_DIGITS,)),
        ("HPR", "990000001", ()),
        ("HPR", "1", ()),
        ("HPR", "9900000010", (F.TOO_LONG,)),
        ("HPR", "01", (F.LEADING_ZERO,)),
        ("HPR", "0000000001", (F.LEADING_ZERO, F.TOO_LONG)),
        ("HPR", "12x", (F.NOT_DIGITS,)),
        ("HPR", "", (F.NOT_DIGITS,)),
        ("HER", "990000001", ()),
        ("HER", "0", (F.LEADING_ZERO,)),
        ("HER", "9900.1", (F.NOT_DIGITS,)),
        ("HER", "-1", (F.NOT_DIGITS,)),
        ("HER", "1" * 12, ()),
        ("HER", "1" * 13, (F.TOO_LONG,)),
        ("ENH", "312345676", ()),
        ("ENH", "312345677", (F.CHECK_DIGIT,)),
        ("ENH", "31234567", (F.LENGTH,)),
        ("ENH", "312 345 676", (F.NOT_DIGITS,)),
        ("ENH", "٣12345676", (F.NOT_DIGITS,)),
    ],
)
def test_numbers_of_registers_are_judged_by_their_type(
    kind: str, number: str, faults: tuple[Fault, ...]
) -> None:
    assert check_identifier(kind, number) == faults
    found = classify(number, kind)
    assert (found.kind, found.faults) == (IdentifierKind(kind), faults)


@pytest.mark.parametrize("kind", ["UID", "PNR", "SEF", "RSH", "XXX", "fnr", "", " FNR"])
def test_a_type_without_a_known_form_has_no_faults(kind: str) -> None:
    assert check_identifier(kind, "P-12 x") == ()
    assert (classify("P-12 x", kind).kind, classify("P-12 x", kind).faults) == (None, ())


def test_an_identifier_without_a_type_is_not_judged() -> None:
    assert check_identifier(None, "x") == ()


@pytest.mark.parametrize(
    "number, kind, faults",
    [
        ("209912345608", K.DUF, ()),
        ("209912345609", None, (F.LENGTH,)),
        ("312345676", K.ENH, ()),
        ("312345677", None, (F.LENGTH,)),
        ("12345678", None, (F.LENGTH,)),
    ],
)
def test_the_kind_is_guessed_where_a_control_speaks_for_it(
    number: str, kind: IdentifierKind | None, faults: tuple[Fault, ...]
) -> None:
    found = classify(number)
    assert (found.kind, found.faults) == (kind, faults)


OTHER_DAY, OTHER_CENTURY = dt.date(1985, 3, 13), dt.date(1885, 3, 12)


@pytest.mark.parametrize(
    "number, declared, born, sex, expected",
    [
        (FNR, None, DAY, None, True),
        (FNR, None, OTHER_CENTURY, None, True),
        (FNR, None, OTHER_DAY, None, False),
        (FNR, None, dt.date(1985, 4, 12), None, False),
        (FNR, None, dt.date(1986, 3, 12), None, False),
        (FNR, None, None, Sex.MALE, True),
        (FNR, None, None, Sex.FEMALE, False),
        (FNR, None, DAY, Sex.MALE, True),
        (FNR, None, DAY, Sex.FEMALE, False),
        (FNR, None, OTHER_DAY, Sex.MALE, False),
        (FNR, None, None, None, None),
        (DNR, None, DAY, Sex.MALE, True),
        (FHN, None, DAY, Sex.MALE, None),
        (HNR, None, DAY, Sex.MALE, None),
        (HNR, "HNR", OTHER_DAY, None, None),
        (HNR, "FNR", OTHER_DAY, None, False),
        (ONLY_2032, None, OTHER_DAY, Sex.MALE, None),
        ("12838512321", None, OTHER_DAY, Sex.FEMALE, None),
        ("x", None, DAY, Sex.MALE, None),
    ],
)
def test_a_number_agrees_with_birth_date_and_sex_or_says_nothing(
    number: str,
    declared: str | None,
    born: dt.date | None,
    sex: Sex | None,
    expected: bool | None,
) -> None:
    assert agrees(classify(number, declared), born, sex) is expected


def test_the_day_of_a_number_that_was_never_issued_is_compared_too() -> None:
    found = classify(fitting("128445899"))
    assert found.faults == (F.NOT_ISSUED,)
    assert agrees(found, dt.date(1945, 4, 12)) is True
    assert agrees(found, dt.date(1945, 4, 13)) is False


@pytest.mark.parametrize(
    "number, declared, shown",
    [
        (FNR, None, "128385 12311"),
        (DNR, "DNR", "528385 12305"),
        ("32838512300", None, "32838512300"),
        (FHN, None, "999999 99928"),
        (HNR, None, "124385 12339 (H-nummer, ikke fødselsnummer)"),
        (HNR, "HNR", "124385 12339 (H-nummer, ikke fødselsnummer)"),
        (HNR, "FNR", "124385 12339"),
        ("312345676", None, "312 345 676"),
        ("312345676", "HPR", "312345676"),
        ("209912345608", None, "209912345608"),
        ("12838512321", "FNR", "128385 12321"),
        ("128385", "FNR", "128385"),
        ("31234567", "ENH", "31234567"),
        ("no number", None, "no number"),
    ],
)
def test_people_read_numbers_in_groups(number: str, declared: str | None, shown: str) -> None:
    assert grouped(number, declared) == shown


def test_a_masked_number_shows_its_length_only() -> None:
    assert mask(FNR) == "*" * 11
    assert mask("") == ""


def test_nothing_shows_the_number() -> None:
    for number in (FNR, DNR, HNR, FHN, ONLY_2032):
        shown = repr(classify(number)) + str(classify(number))
        assert not any(part in shown for part in (number, number[:6], number[6:], "1985"))
    assert repr(classify(FNR)) == "<Identification FNR: 0 faults>"
    assert repr(classify("x")) == "<Identification of no kind: 1 faults>"


def test_only_what_rules_may_have_changed_is_doubtful() -> None:
    assert {fault for fault in Fault if fault.doubtful} == {F.ONLY_2032, F.NOT_ISSUED}
