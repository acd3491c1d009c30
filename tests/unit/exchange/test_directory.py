"""The directory: identifiers that are compared, who is ours, and a TOML file that tells it."""

from __future__ import annotations

import pytest

from caremsg.errors import InputError
from caremsg.exchange import EVERYBODY, Identifier, OwnDirectory, OwnOrganisation, read_directory


def ids(*texts: str) -> frozenset[Identifier]:
    """Some identifiers."""
    return frozenset(Identifier.parse(text) for text in texts)


GOOD = b"""
[[organisation]]
name = "Tirilvik kommune"
ids = ["HER:9900100", "ENH:999 999 999"]
services = ["HER:9900101"]
people = ["her:9900150"]

[[organisation]]
ids = ["HER:9900300"]
people = ["HPR:1"]

[[patient]]
ids = ["FNR:14854110463", "LOK:1001"]
"""


@pytest.mark.parametrize(
    "text, kind, value",
    [
        ("HER:1", "HER", "1"),
        ("her:1", "HER", "1"),
        (" her : 1 ", "HER", "1"),
        ("ENH:999 999 999", "ENH", "999999999"),
        ("ENH:999\u00a0999\t999\n", "ENH", "999999999"),
        ("LOK:a:b", "LOK", "a:b"),
        ("HER:369.767", "HER", "369.767"),
    ],
)
def test_an_identifier_is_read_for_comparing(text: str, kind: str, value: str) -> None:
    """Blanks and the case of the kind do not count; the value keeps its letters."""
    found = Identifier.parse(text)
    assert (found.kind, found.value) == (kind, value)
    assert found == Identifier(kind, value)


@pytest.mark.parametrize("text", ["", "HER", "HER:", ":1", " : ", "HER: \n", "\t:1"])
def test_what_is_no_identifier_is_refused(text: str) -> None:
    """Both the kind and the value are needed."""
    with pytest.raises(InputError, match="KIND:value"):
        Identifier.parse(text)


def test_no_value_is_shown() -> None:
    """Neither an identifier nor a directory shows a value."""
    directory = read_directory(GOOD)
    shown = repr(Identifier.parse("FNR:14854110463")) + repr(directory)
    assert "14854110463" not in shown
    assert shown == "<Identifier FNR><OwnDirectory of 2 organisations>"


def test_a_directory_is_read() -> None:
    """Organisations, services, people and patients."""
    directory = read_directory(GOOD)
    first, second = directory.organisations
    assert first.ids == ids("HER:9900100", "ENH:999999999")
    assert first.services == ids("HER:9900101")
    assert first.people == ids("HER:9900150")
    assert second == OwnOrganisation(ids("HER:9900300"), people=ids("HPR:1"))
    assert directory.patients == (ids("FNR:14854110463", "LOK:1001"),)
    assert directory.asks
    assert directory.knows_patients


def test_a_byte_order_mark_is_no_fault() -> None:
    """Editors of Windows write one."""
    assert len(read_directory(b"\xef\xbb\xbf" + GOOD).organisations) == 2


@pytest.mark.parametrize(
    "tail, patients, knows",
    [
        (b"", None, False),
        (b"[[patient]]\nids = []\n", (frozenset(),), True),
        (b"[[patient]]\n", (frozenset(),), True),
    ],
)
def test_patients_may_be_left_out(tail: bytes, patients: object, knows: bool) -> None:
    """Without patients everybody is known; with one who has no identifier, nobody is."""
    directory = read_directory(b"[[organisation]]\nids = ['HER:1']\n" + tail)
    assert directory.patients == patients
    assert directory.knows_patients is knows
    someone = Identifier.parse("FNR:1")
    assert directory.known_as(someone) == (frozenset() if knows else frozenset({someone}))


def test_no_patients_at_all_is_not_the_same_as_not_saying() -> None:
    """An empty list of patients knows nobody."""
    directory = read_directory(b"patient = []\n[[organisation]]\nids = ['HER:1']\n")
    assert directory.patients == ()
    assert directory.knows_patients


ORG = "[[organisation]]\nids = ['HER:1']\n"
WRONG = {
    "not UTF-8": (b"\xff\xfe[", "not a TOML file in UTF-8"),
    "UTF-16": (GOOD.decode().encode("utf-16"), "not a TOML file in UTF-8"),
    "not TOML": (b"organisation", "not a TOML file in UTF-8"),
    "a key twice": (b"a = 1\na = 2", "not a TOML file in UTF-8"),
    "a number too long": (b"a = " + b"9" * 5000, "not a TOML file in UTF-8"),
    "too deep": (b"a = " + b"[" * 5000 + b"]" * 5000, "not a TOML file in UTF-8"),
    "NUL": (b"\0", "not a TOML file in UTF-8"),
    "nothing": (b"", r"has no \[\[organisation\]\]"),
    "no organisation": (b"[[patient]]\nids = ['FNR:1']", r"has no \[\[organisation\]\]"),
    "unknown table": (f"{ORG}[[patients]]\n".encode(), "unknown table 'patients'"),
    "one table": (b"[organisation]\nids = ['HER:1']", r"written as \[\[organisation\]\]"),
    "a text": (b"organisation = 'HER:1'", r"written as \[\[organisation\]\]"),
    "texts": (b"organisation = ['HER:1']", r"written as \[\[organisation\]\]"),
    "one patient": (f"{ORG}[patient]\nids = []".encode(), r"written as \[\[patient\]\]"),
    "unknown key": (f"{ORG}service = ['HER:2']".encode(), "unknown key 'service'"),
    "no ids": (b"[[organisation]]\nname = 'x'", "has no ids"),
    "empty ids": (b"[[organisation]]\nids = []", "has no ids"),
    "ids is a text": (b"[[organisation]]\nids = 'HER:1'", "ids of a organisation .* list of texts"),
    "ids are numbers": (b"[[organisation]]\nids = [1]", "list of texts"),
    "services": (f"{ORG}services = 1".encode(), "services of a organisation .* list of texts"),
    "people": (f"{ORG}people = [[]]".encode(), "people of a organisation .* list of texts"),
    "patient ids": (f"{ORG}[[patient]]\nids = 1".encode(), "ids of a patient .* list of texts"),
    "no kind": (b"[[organisation]]\nids = ['9900100']", "KIND:value"),
    "no value": (f"{ORG}[[patient]]\nids = ['FNR:']".encode(), "KIND:value"),
}


@pytest.mark.parametrize("data, message", WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_is_said(data: bytes, message: str) -> None:
    """One sentence, and never a value."""
    with pytest.raises(InputError, match=message) as caught:
        read_directory(data)
    assert caught.value.__cause__ is None


def test_an_unknown_key_of_a_patient_is_refused() -> None:
    """A slip of the pen must not make every patient unknown."""
    with pytest.raises(InputError, match="unknown key"):
        read_directory(f"{ORG}[[patient]]\nid = ['FNR:1']".encode())


def test_who_is_ours() -> None:
    """Each register is asked with any of the identifiers."""
    directory = read_directory(GOOD)
    assert directory.organisation(ids("HER:9900100", "LOK:9"))
    assert not directory.organisation(ids("LOK:9900100"))
    assert not directory.organisation(frozenset())
    assert directory.known_as(Identifier.parse("LOK:1001")) == ids("FNR:14854110463", "LOK:1001")
    assert directory.known_as(Identifier.parse("DNR:1001")) == frozenset()


@pytest.mark.parametrize(
    "asked, within, ours",
    [
        ("HER:9900101", "HER:9900100", True),
        ("HER:9900101", "ENH:999999999", True),
        ("HER:9900101", "HER:9900300", False),
        ("HER:9900101", None, True),
        ("HER:9900101", "HER:4", True),
        ("HER:9900150", "HER:9900100", False),
    ],
)
def test_a_service_is_ours_in_its_organisation(asked: str, within: str | None, ours: bool) -> None:
    """In another organisation of ours it is not; of none of ours, it is looked for in all."""
    directory = read_directory(GOOD)
    assert directory.service(ids(asked), ids(within) if within else frozenset()) is ours


@pytest.mark.parametrize(
    "asked, within, ours",
    [("HPR:1", "HER:9900300", True), ("HPR:1", "HER:9900100", False), ("HPR:1", None, True)],
)
def test_a_person_is_ours_in_their_organisation(asked: str, within: str | None, ours: bool) -> None:
    """The same for people."""
    directory = read_directory(GOOD)
    assert directory.person(ids(asked), ids(within) if within else frozenset()) is ours


def test_everybody_is_everybody() -> None:
    """Who is used when nobody is given asks nothing and says yes."""
    nobody: frozenset[Identifier] = frozenset()
    assert not EVERYBODY.asks
    assert not EVERYBODY.knows_patients
    assert EVERYBODY.organisation(nobody)
    assert EVERYBODY.service(nobody, nobody)
    assert EVERYBODY.person(nobody, nobody)
    assert EVERYBODY.known_as(Identifier("FNR", "1")) == ids("FNR:1")


def test_a_directory_without_organisations_owns_nothing() -> None:
    """It may be made in code; nothing is ours then."""
    directory = OwnDirectory(())
    assert not directory.organisation(ids("HER:1"))
    assert not directory.service(ids("HER:1"), ids("HER:2"))
