"""Safe reading: which octets are taken, and what is said about those that are not."""

from __future__ import annotations

import pytest

from caremsg import DecodeError, Limits, UnsafeXmlError, decode, inspect
from caremsg.codec import kinds
from caremsg.codec.safe_xml import check_bytes, encoding_of, parse
from tests.security.test_attacks import ATTACKS

NAME = "Blåbær"


@pytest.mark.parametrize(
    "data",
    [
        f"<a>{NAME}</a>".encode(),
        b"\xef\xbb\xbf" + f"<a>{NAME}</a>".encode(),
        f'<?xml version="1.0" encoding="UTF-8"?><a>{NAME}</a>'.encode(),
        f"<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n<a>{NAME}</a>".encode(),
        f'\ufeff<?xml version="1.0" encoding="UTF-8"?><a>{NAME}</a>'.encode(),
        f'<?xml version="1.0" encoding="ISO-8859-1"?><a>{NAME}</a>'.encode("latin-1"),
        f'<?xml version="1.0" encoding="iso-8859-1"?><a>{NAME}</a>'.encode("latin-1"),
        b'<?xml version="1.0" encoding="US-ASCII"?><a>Bl&#229;b&#xE6;r</a>',
    ],
)
def test_usual_encodings_are_read(data: bytes) -> None:
    """UTF-8 and ISO-8859-1, declared or not, with a byte order mark or without."""
    check_bytes(data, Limits())
    assert parse(data, Limits()).text == NAME


@pytest.mark.parametrize(
    "data, code, line",
    [
        (b"", "XML009", None),
        (b" ", "XML009", None),
        (b"a", "XML001", 1),
        (b"<a>\n</b>", "XML001", 2),
        (b"<a>\n\n&b;</a>", "XML001", 3),
        (b"<a/>\n<!DOCTYPE a>", "XML001", 2),
        (b"\n\n<!DOCTYPE a><a/>", "XML002", 3),
        (b"<a>" * 300, "XML004", 1),
        (b'<?xml version="1.0" encoding="UTF-7"?><a/>', "XML008", 1),
    ],
)
def test_a_fault_has_a_line(data: bytes, code: str, line: int | None) -> None:
    """What cannot be read is reported with its line."""
    (finding,) = inspect(data).report
    assert (finding.code, finding.where.line) == (code, line)


def test_what_is_dangerous_is_told_from_what_is_broken() -> None:
    """A refused document is an UnsafeXmlError, a broken one a DecodeError only."""
    with pytest.raises(UnsafeXmlError):
        check_bytes(b"<!DOCTYPE a><a/>", Limits())
    with pytest.raises(DecodeError) as caught:
        parse(b"<a>", Limits())
    assert not isinstance(caught.value, UnsafeXmlError)


def test_a_reason_repeats_nothing_of_the_document() -> None:
    """The parser's own words, which hold names and values, are not handed on."""
    for data in (b"<a>&Qvoxzylp;</a>", b"<a></Qvoxzylp>", b"<a b=Qvoxzylp/>", b"<Qvoxzylp:a/>"):
        report = inspect(data).report
        assert report.codes == ("XML001",) or report.codes == ("SCH001",)
        assert "Qvoxzylp" not in report.summary()


@pytest.mark.parametrize(
    "data, start, encoding",
    [
        (b"<a/>", 0, "utf-8"),
        (b"\xef\xbb\xbf \n<a/>", 5, "utf-8"),
        (b"<?xml version='1.0' encoding='iso-8859-1'?><!-- <a> --><a/>", 55, "latin-1"),
        (b"<?xml version='1.0' encoding='unknown'?><a/>", 40, "utf-8"),
    ],
)
def test_where_the_root_begins(data: bytes, start: int, encoding: str) -> None:
    """The place of the root and Python's name of the encoding."""
    assert encoding_of(data) == (start, encoding)


def test_every_code_of_safe_reading_is_tried() -> None:
    """Each code on octets is given by an attack or a limit of the tests on security."""
    known = {name for name in vars(kinds) if name.startswith("XML0")}
    assert known - {code for _, code in ATTACKS.values()} == {"XML007"}


MESSAGE = (
    '<Dialogmelding xmlns="http://www.kith.no/xmlstds/dialog/2013-01-23"><Notat>'
    '<TemaKodet V="1"/><Tema>ab</Tema></Notat></Dialogmelding>'
)


@pytest.mark.parametrize(
    "old, new",
    [
        ("ab", "&#1<!-- -->0;"),
        ("ab", "&<!-- -->amp;"),
        ("ab", "a & b"),
        ("ab", "&#x1;"),
        ("ab", "&AMP;"),
        ("ab", "]]>"),
        ("ab", "a<!-- -- -->b"),
        ("ab", "a<!---->b<!--->"),
        ('V="1"', 'V="<!-- -->1"'),
        ('V="1"', 'V="1" V="2"'),
        ('V="1"', "V=1"),
        ('V="1"', 'V="1"DN="2"'),
        ('V="1"', 'V="&"'),
        ('V="1"', 'x:V="1"'),
        ('V="1"/', 'V="1"//'),
        ("<Tema>ab</Tema>", "<Tema<ab>/Tema>"),
        ("<Tema>ab</Tema>", "<Tema>ab</Tema ab>"),
        ("<Tema>ab</Tema>", "< Tema>ab</Tema>"),
        ("<Tema>ab</Tema>", "<:Tema>ab</:Tema>"),
        ("<Notat>", "<Notat><?xml version='1.0'?>"),
        ("</Notat>", "</Notat></Notat>"),
        ("</Notat>", "</Notate>"),
        ("</Dialogmelding>", "</Dialogmelding>x"),
        ("</Dialogmelding>", "</Dialogmelding><!DOCTYPE a>"),
        ("<Dialogmelding", "x<Dialogmelding"),
        ("<Dialogmelding", "<!-- -->x<!-- --><Dialogmelding"),
        ("<Dialogmelding", "<:Dialogmelding"),
        ("xmlns=", "xmlns:="),
        ("xmlns=", "xmlns:1='urn:a' xmlns="),
        ("xmlns=", "xmlns:a='' xmlns="),
        ("xmlns=", "xmlns:xml='urn:a' xmlns="),
        ("xmlns=", "xmlns:a='a b' xmlns="),
    ],
)
def test_what_is_not_well_formed_is_not_read(old: str, new: str) -> None:
    """The quick reader, which parses nothing, takes nothing that a parser refuses."""
    assert inspect(MESSAGE.encode()).ok
    data = MESSAGE.replace(old, new).encode()
    assert inspect(data).report.codes == ("XML001",)
    with pytest.raises(DecodeError):
        decode(data)
