"""Single values as a reader wants them."""

import pytest

from caremsg.messages.common import Address
from caremsg.messages.datatypes import CS, CV
from caremsg.render import formats
from caremsg.render.fragments import fragment_text
from caremsg.values import (
    TS,
    URL,
    Base64,
    Date,
    DateTime,
    Decimal,
    Fragment,
    SpelledBool,
    Year,
    YearMonth,
)


@pytest.mark.parametrize(
    "value, nb, en",
    [
        (True, "Ja", "Yes"),
        (SpelledBool("0"), "Nei", "No"),
        (Date("2018-01-29"), "29.01.2018", "2018-01-29"),
        (Date("2018-01-29Z"), "29.01.2018 UTC", "2018-01-29 UTC"),
        (DateTime("2018-01-29T10:00:00"), "29.01.2018 kl. 10:00", "2018-01-29 10:00"),
        (DateTime("2018-01-29T10:00:07.0Z"), "29.01.2018 kl. 10:00:07 UTC", None),
        (DateTime("2018-01-29T10:00:00.25+01:00"), "29.01.2018 kl. 10:00:00.25 (+01:00)", None),
        (DateTime("-0004-01-29T10:00:00"), "-0004-01-29T10:00:00", None),
        (DateTime("2018-01-29T24:00:00"), "29.01.2018 kl. 24:00", None),
        (TS("2018-05"), "05.2018", "2018-05"),
        (TS("2018"), "2018", "2018"),
        (TS("10:20:30"), "10:20:30", "10:20:30"),
        (TS.MISSING, "–", "–"),
        (Date("i fjor"), "i fjor", "i fjor"),
        (YearMonth("2014-05"), "05.2014", "2014-05"),
        (Year("2014"), "2014", "2014"),
        (Decimal("2.50"), "2.50", "2.50"),
        ("  to\n\t\tlinjer ", "to\nlinjer", "to\nlinjer"),
        ("", "–", "–"),
        (Base64.of(b"x" * 999), "999 byte", "999 bytes"),
        (Base64.of(b"x" * 1500), "1,5 kB", "1.5 kB"),
        (Base64.of(b"x" * 150_000), "150 kB", "150 kB"),
        (Base64("a b"), "3 tegn", "3 characters"),
    ],
)
def test_a_simple_value(value, nb, en):
    """Dates, times, truth and sizes are readable; what is not valid is shown as it came."""
    assert formats.simple(value, "nb") == nb
    assert en is None or formats.simple(value, "en") == en


@pytest.mark.parametrize(
    "value, expected",
    [
        (CS(code="1", display="Mann"), "Mann (1)"),
        (CS(code="1"), "kode 1"),
        (CS(display="Mann"), "Mann"),
        (CS(code="mg", display="mg"), "kode mg"),
        (CS(), "–"),
        (CV(code="1", display="Mann", original_text="gutt"), "Mann (1) – «gutt»"),
        (CV(original_text="gutt"), "«gutt»"),
    ],
)
def test_a_code(value, expected):
    """What a code is called comes first, the code in brackets."""
    assert formats.code(value, "nb") == expected


def test_the_system_of_a_code_is_technical():
    """The object identifier is shown on request."""
    assert formats.code(CV(code="1", system="1.2.3"), "nb", technical=True) == "kode 1, 1.2.3"


@pytest.mark.parametrize(
    "value, kind, expected",
    [
        ("1", CV(code="HER", display=" HER-id"), "1 (HER-id)"),
        ("1", CV(code="HER"), "1 (kode HER)"),
        ("1", CV(code="X", display="Annet", original_text="DIPS"), "1 (Annet (X) – «DIPS»)"),
        (None, None, "– (–)"),
    ],
)
def test_an_identifier(value, kind, expected):
    """An identifier has its kind in brackets; either may be missing in a faulty message."""
    assert formats.identifier(value, kind, "nb") == expected


@pytest.mark.parametrize(
    "url, expected",
    [
        ("tel:73555555", ("Telefon", "73555555")),
        ("mailto:a@example.no", ("E-post", "a@example.no")),
        ("callto:abc", ("", "callto:abc")),
        ("", ("", "–")),
    ],
)
def test_a_telephone_number(url, expected):
    """A scheme that is known becomes a word."""
    assert formats.telecom(URL(url), "nb") == expected


@pytest.mark.parametrize(
    "value, expected",
    [
        (Address(), "–"),
        (Address(street_adr="Veien 1", postal_code="0000", city="By"), "Veien 1, 0000 By"),
        (
            Address(type=CS(code="H", display="Bosted"), city="By", country=CS(code="NO")),
            "By, kode NO – Bosted (H)",
        ),
    ],
)
def test_an_address(value, expected):
    """An address is one line."""
    assert formats.address(value, "nb") == expected


def _xhtml(body: str) -> Fragment:
    return Fragment(f'<div xmlns="http://www.w3.org/1999/xhtml">{body}</div>')


@pytest.mark.parametrize(
    "fragment, expected",
    [
        (Fragment.of_text("a < b"), "a < b"),
        (Fragment(""), "–"),
        (_xhtml("<p>En <b>to</b></p><p>tre<br></br>fire</p>"), "En to\ntre\nfire"),
        (_xhtml("<ul><li>a</li><li>b</li></ul>"), "- a\n- b"),
        (_xhtml("<table><tr><td>a</td><td>b</td></tr></table>"), "a | b"),
        (_xhtml("<pre>a\n b</pre>"), "a\nb"),
        (_xhtml("<style>p {}</style><!-- nei -->ja"), "ja"),
        (_xhtml('<img alt="sår"></img>'), "[bilde: sår]"),
        (Fragment('<y:a xmlns:y="urn:y"></y:a>'), "(a, 27 tegn)"),
    ],
)
def test_open_content(fragment, expected):
    """Text is shown, formatted or not; of anything else its name and length."""
    assert fragment_text(fragment, "nb") == expected
