"""Which texts are values of the simple types, also by the verdict of libxml2."""

from __future__ import annotations

from functools import cache
from random import Random

import pytest
from lxml import etree

from caremsg.values import Date, SpelledBool, is_valid, text_of_bool
from caremsg.values.lexical import TESTS
from tests.properties.pieces import VALUES

CASES = {
    "boolean": (
        "true false 1 0",
        "TRUE yes 2 tru",
    ),
    "integer": (
        "0 -5 +5 007 99999999999999999999",
        "5.0 1e5 - + 1- ٣",
    ),
    "positiveInteger": (
        "1 +1 007",
        "0 -1 +0 1.0",
    ),
    "decimal": (
        "500 500.0 .5 5. -0 +1.10",
        "1e5 . 1,5 INF 1.2.3",
    ),
    "double": (
        "1 1.5 1e5 -.5E+07 INF -INF NaN",
        "1e 1e+ +INF inf nan e5",
    ),
    "float": (
        "1 1.5 1e5 -.5E+07 INF -INF NaN",
        "1e 1e+ +INF inf nan e5",
    ),
    "date": (
        "2024-02-29 2023-02-28 -0044-03-15 12024-01-01 2024-01-31Z 2024-01-31+14:00",
        """
        2023-02-29 1900-02-29 2024-02-30 2024-04-31 2024-13-01 2024-1-1 24-01-01
        0000-01-01 02024-01-01 2024-01-31+14:01 2024-01-31+1:00 31.01.2024
        2024-01-31T00:00:00
        """,
    ),
    "dateTime": (
        """
        2024-01-31T10:20:11 2024-01-31T10:20:11.5 2024-01-31T24:00:00
        2024-01-31T24:00:00.0 2024-01-31T10:20:11Z 2024-01-31T10:20:11-00:00
        """,
        """
        2024-01-31 2024-01-31T10:20 2024-01-31T24:00:01 2024-01-31T24:00:00.1
        2024-01-31T25:00:00 2024-01-31T10:60:00 2024-01-31T10:20:60 2024-01-31T10:20:11.
        2024-01-31t10:20:11 2024-01-31T10:20:11+0100 2023-02-29T10:20:11
        """,
    ),
    "gYear": (
        "2024 0001 -0001 12024 2024Z 2024+01:00",
        "24 0000 02024 2024-01 x",
    ),
    "gYearMonth": (
        "2024-01 2024-12Z",
        "2024-13 2024-00 2024-1 2024",
    ),
    "time": (
        "10:20:11 00:00:00 24:00:00 10:20:11.123Z",
        "10:20 24:00:01 1:20:11 10:20:60",
    ),
    "TS": (
        "2024 2024-01 2024-01-31 10:20:11 2024-01-31T10:20:11Z",
        "2024-13 x 2023-02-29",
    ),
    "anyURI": (
        "tel:73555555 mailto:a@b.no http://a:80/b?c=d#e http://[::1]/ a/b #a ?b //a %41 æ {a}",
        "% %4 %zz : 1:2 http://a:b http://a: a#b#c [ http://[",
    ),
    "oid": (
        "1 2.16.578.1.12.4.1.1.9051 0.0",
        "1. .1 1..2 a 1.a ٣ -1",
    ),
    "base64Binary": (
        "AAAA AAA= AA== AQ==",
        "A AAA AAAAA AB== AAB= =AAA AA=A A*AA å",
    ),
    "string": (
        "a",
        "",
    ),
    "token": (
        "a",
        "",
    ),
}
"""For each type: texts that are values, and texts that are not."""

TABLE = [
    pytest.param(xsd, text, valid, id=f"{xsd}-{text}-{valid}")
    for xsd, columns in CASES.items()
    for valid, column in zip((True, False), columns, strict=True)
    for text in column.split()
]


@pytest.mark.parametrize("xsd, text, valid", TABLE)
def test_a_text_is_a_value_or_not(xsd: str, text: str, valid: bool) -> None:
    """The table above holds."""
    assert is_valid(xsd, text) is valid


def test_every_type_has_cases() -> None:
    """No simple type is without a row; `URL` is `anyURI` in an attribute."""
    assert TESTS.keys() - CASES.keys() == {"URL"}
    assert TESTS["URL"] is TESTS["anyURI"]


@pytest.mark.parametrize(
    "xsd", [x for x in CASES if x not in ("string", "token", "anyURI", "base64Binary")]
)
def test_nothing_is_not_a_value(xsd: str) -> None:
    """An empty text and a blank one are values of few types."""
    assert not is_valid(xsd, "")
    assert not is_valid(xsd, " ")


BLANKS = {
    "boolean": "both",
    "integer": "both",
    "positiveInteger": "both",
    "decimal": "both",
    "TS": "both",
    "oid": "both",
    "anyURI": "both",
    "base64Binary": "both",
    "double": "both",
    "float": "both",
    "time": "before",
    "date": "none",
    "dateTime": "none",
    "gYear": "none",
    "gYearMonth": "none",
}


@pytest.mark.parametrize("xsd", BLANKS)
def test_blanks_around_a_value(xsd: str) -> None:
    """Blanks are allowed where XML Schema allows them, unless libxml2 refuses them."""
    text = CASES[xsd][0].split()[0]
    assert is_valid(xsd, f" \t\n{text}") is (BLANKS[xsd] != "none")
    assert is_valid(xsd, f"{text} \r\n") is (BLANKS[xsd] == "both")
    if xsd != "anyURI":
        assert not is_valid(xsd, f"\u00a0{text}")


def test_blanks_by_exception() -> None:
    """After a zone a date and time may have blanks; INF and NaN may not."""
    assert is_valid("dateTime", "2024-01-31T10:20:11Z ")
    assert not is_valid("double", "INF ")
    assert is_valid("double", " INF")


XS = "http://www.w3.org/2001/XMLSchema"
TS_MEMBERS = "xs:dateTime xs:date xs:gYear xs:gYearMonth xs:time"


@cache
def published(xsd: str) -> etree.XMLSchema:
    """The type as the published schemas have it, as libxml2 understands it."""
    inner = {
        "TS": f'<xs:simpleType><xs:union memberTypes="{TS_MEMBERS}"/></xs:simpleType>',
        "oid": (
            '<xs:simpleType><xs:restriction base="xs:token"><xs:pattern value="(\\d+\\.?)*\\d+"/>'
            "</xs:restriction></xs:simpleType>"
        ),
    }
    element = (
        f'<xs:element name="e">{inner[xsd]}</xs:element>'
        if xsd in inner
        else f'<xs:element name="e" type="xs:{xsd}"/>'
    )
    return etree.XMLSchema(etree.fromstring(f'<xs:schema xmlns:xs="{XS}">{element}</xs:schema>'))


def libxml2(xsd: str, text: str) -> bool:
    """The verdict of libxml2."""
    element = etree.Element("e")
    element.text = text
    return published(xsd).validate(element)


LAX = {
    "decimal": "- +",  # libxml2 before 2.13, with a blank after it
    "double": r"1e 1e+ -+5 +INF",
    "oid": "٣ 2.16.٣",
    "base64Binary": "å AA*AA AA-AA",
}
"""What libxml2 takes and XML Schema does not."""


@pytest.mark.parametrize("xsd, text", [(x, t) for x in LAX for t in LAX[x].split()])
def test_libxml2_is_lax_and_we_are_not(xsd: str, text: str) -> None:
    """Where libxml2 takes more than XML Schema, we do not follow."""
    assert not is_valid(xsd, text)


def nearly(dice: Random) -> str:
    """A text that is a value, or nearly one."""
    text = dice.choice(VALUES)
    for _ in range(dice.choice([0, 1, 1, 2])):
        start = dice.randint(0, len(text))
        new = dice.choice(" \t\n0123456789+-.:ZTeEINF=/A%#?[]@_")
        text = text[:start] + dice.choice([new, ""]) + text[start + dice.choice([0, 1]) :]
    return text if text.isascii() and text.isprintable() else ""


def test_libxml2_says_the_same() -> None:
    """On thousands of texts, whatever we take libxml2 takes, and but for `LAX` the reverse."""
    dice = Random(1)
    for _ in range(4_000):
        text = nearly(dice)
        for xsd in CASES.keys() - {"string", "token"}:
            if xsd == "oid" and len(text) > 18:  # libxml2 would take seconds
                continue
            ours, theirs = is_valid(xsd, text), libxml2(xsd, text)
            assert theirs or not ours, (xsd, text)
            assert ours or not theirs or xsd in LAX or xsd == "float", (xsd, text)


@pytest.mark.parametrize("xsd", CASES)
def test_a_long_text_takes_no_longer(xsd: str) -> None:
    """No test of a text backtracks."""
    for piece in ("1", "1.", " ", "a", "%41", "/", "2024-", "A", "=", "1e", ":"):
        is_valid(xsd, piece * 20_000 + "!")


def test_a_checked_value() -> None:
    """`checked` refuses what is not a value, and does not repeat it."""
    assert Date.checked("2024-02-29") == "2024-02-29"
    with pytest.raises(ValueError, match="not a valid date") as caught:
        Date.checked("Qvoxzylp")
    assert "Qvoxzylp" not in str(caught.value)


@pytest.mark.parametrize(
    "text, value", [("1", True), ("0", False), (" true ", True), ("false\n", False)]
)
def test_a_boolean_keeps_its_spelling(text: str, value: bool) -> None:
    """A boolean in another spelling is equal to the plain one, and is written as it came."""
    found = SpelledBool(text)
    assert found == value
    assert text_of_bool(found) == text
    assert text_of_bool(value) == str(value).lower()
    assert repr(found) == str(value)
