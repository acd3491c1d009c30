"""Every name of the standard has a label that a Norwegian can read."""

import re

import pytest

from caremsg.render.labels import label
from caremsg.render.reference import classes, describe, roots
from caremsg.render.words import WORDS

NAMES = sorted(
    {
        name
        for cls in classes()
        for entry in [describe(cls)]
        for name in (entry.xml_name, *(t.xml_name for f in entry.fields for t in f.types))
        if name
    }
)
ASCII = sorted(word for word, written in WORDS.items() if re.search("[æøå]", written))
ENGLISH = re.compile(r"(?i)\b(date|name|type of|message|sender|receiver|address|patient)\b")


def test_all_names_are_found():
    """The pages, and these tests, see the names of every family."""
    assert len(NAMES) > 550
    assert {root.xml_name for root in roots()} <= set(NAMES)


@pytest.mark.parametrize(
    "name, expected",
    [
        ("ParorendeForesatt", "Pårørende/foresatt"),
        ("TidspunktForHendelse", "Tidspunkt for hendelse"),
        ("MedisinskfagligeOpplysninger", "Medisinskfaglige opplysninger"),
        ("IPLOStjenestetype", "IPLOS-tjenestetype"),
        ("FamilyName", "Etternavn"),
        ("GenDate", "Generert"),
        ("Formål", "Formål"),
        ("InfoMedisinskDiagnose", "Medisinsk diagnose"),
        ("TimebestillingTop", "Timebestilling"),
        ("adresselinje1", "Adresselinje 1"),
        ("komponentID", "Komponent-ID"),
        ("SomethingNobodyDeclared", "Something nobody declared"),
    ],
)
def test_norwegian(name, expected):
    """Words are split, æ, ø and å restored, English names translated."""
    assert label(name) == expected


@pytest.mark.parametrize(
    "name, expected",
    [
        ("FamilyName", "Family name"),
        ("MsgId", "Message ID"),
        ("Merknad", "Remark"),
        ("Bruksomrade", "Bruksområde"),
    ],
)
def test_english(name, expected):
    """English names are split, common Norwegian ones translated, others stay Norwegian."""
    assert label(name, "en") == expected


@pytest.mark.parametrize("name", NAMES)
def test_every_name_has_a_norwegian_label(name):
    """A label begins with a capital, has spaces for words, and keeps no ASCII spelling."""
    text = label(name)
    assert text[0].isupper()
    assert not re.search(r"[a-zæøå][A-ZÆØÅ]|  |_", text)
    words = re.findall(r"[a-zæøå]+", text.lower())
    assert not set(words) & set(ASCII)
    assert not re.search("aa|oe|ae", text.lower())
    assert not ENGLISH.search(text)


def test_another_language_is_refused():
    """There are texts in two languages."""
    with pytest.raises(ValueError, match="no texts"):
        label("Merknad", "fr")
