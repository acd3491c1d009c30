"""What the values mean: days, times, numbers, octets, fragments."""

from __future__ import annotations

import datetime as dt
import decimal
import pickle
from typing import Any

import pytest

from caremsg.values import (
    TS,
    URL,
    Base64,
    Date,
    DateTime,
    Decimal,
    Double,
    Float,
    Fragment,
    Integer,
    PositiveInteger,
    Precision,
    SpelledBool,
    Time,
    Year,
    YearMonth,
)

DAY, UTC = dt.date(2024, 1, 31), dt.UTC


@pytest.mark.parametrize(
    "value, name, meaning",
    [
        (Date("2024-01-31"), "date", DAY),
        (Date("2024-01-31+01:00"), "date", DAY),
        (DateTime("2024-01-31T10:20:11"), "datetime", dt.datetime(2024, 1, 31, 10, 20, 11)),
        (
            DateTime("2024-01-31T10:20:11.5Z"),
            "datetime",
            dt.datetime(2024, 1, 31, 10, 20, 11, 500000, UTC),
        ),
        (
            DateTime("2024-01-31T10:20:11.1234569"),
            "datetime",
            dt.datetime(2024, 1, 31, 10, 20, 11, 123456),
        ),
        (DateTime("2024-01-31T24:00:00"), "datetime", dt.datetime(2024, 2, 1)),
        (DateTime("2024-01-31T10:20:11"), "date", DAY),
        (Time("10:20:11.25"), "time", dt.time(10, 20, 11, 250000)),
        (TS("2024-01-31"), "date", DAY),
        (TS("2024-01-31T10:20:11"), "date", DAY),
        (TS("2024-01-31T10:20:11"), "datetime", dt.datetime(2024, 1, 31, 10, 20, 11)),
        (TS("2024"), "precision", Precision.YEAR),
        (TS("2024-01"), "precision", Precision.MONTH),
        (TS("2024-01-31"), "precision", Precision.DAY),
        (TS("2024-01-31T10:20:11"), "precision", Precision.SECOND),
        (TS("10:20:11"), "precision", Precision.CLOCK),
        (Year("2024"), "year", 2024),
        (Year("2024Z"), "year", 2024),
        (Integer(" +007 "), "number", 7),
        (PositiveInteger("7"), "number", 7),
        (Decimal("500"), "number", decimal.Decimal(500)),
        (Decimal("-.50"), "number", decimal.Decimal("-0.50")),
        (Double("1e5"), "number", decimal.Decimal(100000)),
        (Float("-INF"), "number", decimal.Decimal("-Infinity")),
        (URL("tel:1"), "scheme", "tel"),
        (URL("a"), "scheme", ""),
        (Base64("AA ==\n"), "data", b"\0"),
        (Base64("AAAA"), "size", 3),
        (Base64("AAA="), "size", 2),
        (Base64("AA\n=="), "size", 1),
    ],
)
def test_a_value_means(value: Any, name: str, meaning: Any) -> None:
    """A value gives its meaning on asking."""
    assert getattr(value, name) == meaning


@pytest.mark.parametrize(
    "value, name",
    [
        (Date("x"), "date"),
        (DateTime("x"), "datetime"),
        (Time("x"), "time"),
        (TS("x"), "precision"),
        (TS("2024"), "datetime"),
        (TS("2024"), "date"),
        (Year("x"), "year"),
        (Integer("x"), "number"),
        (Decimal("x"), "number"),
        (Base64("å"), "data"),
        (Base64("A"), "data"),
    ],
)
def test_a_text_without_meaning(value: Any, name: str) -> None:
    """A text that is not a value has no meaning, and is not repeated in the error."""
    with pytest.raises(ValueError):  # noqa: PT011 - Python's own texts differ
        getattr(value, name)


@pytest.mark.parametrize(
    "value, text",
    [
        (Date.of(DAY), "2024-01-31"),
        (Date.of(dt.date(44, 3, 15)), "0044-03-15"),
        (
            DateTime.of(dt.datetime(2024, 1, 31, 10, 20, 11, tzinfo=UTC)),
            "2024-01-31T10:20:11+00:00",
        ),
        (Time.of(dt.time(10, 20, 11)), "10:20:11"),
        (TS.of(DAY), "2024-01-31"),
        (TS.of(dt.datetime(2024, 1, 31)), "2024-01-31T00:00:00"),
        (Base64.of(b"\0"), "AA=="),
    ],
)
def test_a_value_made_of_a_python_one(value: str, text: str) -> None:
    """`of` writes the plain form."""
    assert value == text


@pytest.mark.parametrize("kind", [TS, URL])
def test_an_attribute_that_is_missing(kind: Any) -> None:
    """The element without the attribute is a value of its own."""
    assert pickle.loads(pickle.dumps(kind.MISSING)) == kind.MISSING
    assert isinstance(kind.MISSING, kind)


def test_a_missing_address_is_not_an_empty_one() -> None:
    """An address that is there and empty is another thing."""
    empty = URL("")
    assert empty != URL.MISSING
    assert (empty == URL.MISSING) is (empty == URL.MISSING) is False
    assert hash(URL.MISSING) == hash(URL.MISSING)


@pytest.mark.parametrize(
    "value",
    [Date("2024"), TS("x"), URL("a"), SpelledBool("1"), Fragment("<a></a>"), YearMonth("2024-01")],
)
def test_a_value_survives_another_process(value: Any) -> None:
    """Values can be pickled, and keep their spelling."""
    again = pickle.loads(pickle.dumps(value))
    assert again == value
    assert type(again) is type(value)
    assert getattr(again, "text", None) == getattr(value, "text", None)


def test_a_fragment_of_text() -> None:
    """Plain text is escaped, and comes back."""
    fragment = Fragment.of_text("a < b & c\r")
    assert fragment.is_text
    assert fragment.text == "a < b & c\r"
    assert (fragment.elements, fragment.tag) == ((), "")


def test_a_fragment_of_elements() -> None:
    """Elements are parsed on asking; the text goes over all of them."""
    fragment = Fragment('x<a xmlns="urn:b">y<!-- no --><c>z</c></a>')
    assert not fragment.is_text
    assert fragment.tag == "{urn:b}a"
    assert fragment.text == "xyz"
    assert len(fragment.elements) == 1
    assert "urn:b" not in repr(fragment)


@pytest.mark.parametrize(
    "value, name",
    [
        (Date("19410514x"), "date"),
        (DateTime("19410514x"), "datetime"),
        (DateTime("9999-12-31T24:00:00"), "date"),
        (Time("19410514x"), "time"),
        (Year("abcd"), "year"),
        (Integer("19410514x"), "number"),
    ],
)
def test_an_error_does_not_repeat_the_value(value: Any, name: str) -> None:
    """A day of birth has no place in a log."""
    with pytest.raises(ValueError, match="not a") as caught:
        getattr(value, name)
    assert value not in str(caught.value)
