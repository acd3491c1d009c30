"""Taking messages out: the originals octet by octet, and an index; nothing leaves the folder."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from caremsg.errors import InputError
from caremsg.exchange import Exchange, Happening, Identifier
from caremsg.exchange.comparing import comparable
from caremsg.ledger import Ledger, erase, export_message, export_patient, letters, story
from tests.ledger.conftest import AT, LATER, OTHER_PATIENT, PATIENT
from tests.ledger.test_ledger import event, letter
from tests.unit.exchange import build

WHO = Identifier("FNR", PATIENT)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where to export to: not there yet, nor the folder above it."""
    return tmp_path / "exports" / "one"


def index(folder: Path) -> list[dict[str, Any]]:
    """What is written for programs."""
    found: list[dict[str, Any]] = json.loads((folder / "index.json").read_text("utf-8"))
    return found


def files(folder: Path) -> Iterator[str]:
    """The names of the files beside the index."""
    return (p.name for p in sorted(folder.iterdir()) if p.suffix == ".xml")


def test_everything_about_a_patient(filled: Ledger, folder: Path) -> None:
    """Each message as it was, with its acknowledgements, the oldest first, and no other's."""
    expected = [told for told in letters(filled) if WHO in told.patient]
    assert export_patient(filled, WHO, folder) == len(expected) > 2
    found = index(folder)
    assert {entry["letter"]["key"] for entry in found} == {told.key for told in expected}
    times = [entry["letter"]["at"] for entry in found]
    assert times == sorted(times)
    assert sorted(name for entry in found for name in entry["files"]) == list(files(folder))
    for entry in found:
        (told,) = story(filled, entry["letter"]["key"])
        data = [told.data, *(item.data for item in told.acknowledgements)]
        assert [(folder / name).read_bytes() for name in entry["files"]] == data
        assert len(entry["events"]) == len(told.events) > 0
        assert len(entry["deliveries"]) == len(told.deliveries)
        assert len(entry["deadlines"]) == len(told.deadlines)
    everything = b"".join(path.read_bytes() for path in folder.iterdir())
    assert PATIENT.encode() in everything
    assert OTHER_PATIENT.encode() not in everything


def test_the_index_can_be_read(filled: Ledger, folder: Path) -> None:
    """Each message with its time, state, hash, files that are there, and events in words."""
    export_patient(filled, WHO, folder)
    text = (folder / "index.md").read_text("utf-8")
    assert text.startswith("# Messages\n\n## 2026-10-05 12:01 ")
    for entry in index(folder):
        told = entry["letter"]
        assert f"- identifier: {told['msg_id']}\n" in text
        assert f"- SHA-256: {told['digest']}\n" in text
        for name in entry["files"]:
            assert f"- file: [{name}]({name})\n" in text
        for happened in entry["events"]:
            assert Happening(happened["happening"]).text.en in text
    assert "\r" not in text


def test_one_message(filled: Ledger, folder: Path) -> None:
    """By its identifier, or the beginning of it."""
    key = build.uid("report")
    assert export_message(filled, key[:13].upper(), folder) == 1
    assert [entry["letter"]["key"] for entry in index(folder)] == [key]
    data = build.message(build.REPORT, "report")
    name, receipt = files(folder)
    assert sorted([name, receipt]) == sorted(index(folder)[0]["files"])
    originals = {(folder / n).read_bytes() for n in (name, receipt)}
    assert data in originals
    (other,) = originals - {data}
    assert etree.fromstring(other).tag.endswith("}AppRec")


def test_a_message_that_was_sent_and_received(ledger: Ledger, folder: Path) -> None:
    """Both sides, each once."""
    on = Exchange(ledger)
    data = build.message(build.REPORT, "both")
    on.send(data, at=AT)
    build.receive(on, data)
    assert export_message(ledger, build.uid("both"), folder) == 2
    assert [entry["letter"]["direction"] for entry in index(folder)] in (
        ["in", "out"],
        ["out", "in"],
    )
    assert sum((folder / name).read_bytes() == data for name in files(folder)) == 2


@pytest.mark.parametrize("there", ["file", "folder with a file", "folder with a hidden file"])
def test_nothing_is_overwritten(filled: Ledger, tmp_path: Path, there: str) -> None:
    """Not even what has another name."""
    folder = tmp_path / "there"
    other = folder
    if there != "file":
        folder.mkdir()
        other = folder / (".hidden" if "hidden" in there else "notes.txt")
    other.write_bytes(b"mine")
    with pytest.raises(InputError, match="not an empty folder"):
        export_patient(filled, WHO, folder)
    with pytest.raises(InputError, match="not an empty folder"):
        export_message(filled, build.uid("report"), folder)
    assert [path for path in [folder, *folder.rglob("*")] if path.is_file()] == [other]
    assert other.read_bytes() == b"mine"


def test_an_empty_folder_will_do(filled: Ledger, tmp_path: Path) -> None:
    """And only the first export goes into it."""
    folder = tmp_path / "empty"
    folder.mkdir()
    export_message(filled, build.uid("report"), folder)
    with pytest.raises(InputError):
        export_message(filled, build.uid("report"), folder)


@pytest.mark.parametrize(
    "who", [Identifier("FNR", "00000000000"), Identifier("DNR", PATIENT), Identifier("", "")]
)
def test_nobody_has_no_messages(filled: Ledger, folder: Path, who: Identifier) -> None:
    """No folder is made; the number is not repeated."""
    with pytest.raises(InputError, match="no message about a patient") as caught:
        export_patient(filled, who, folder)
    assert PATIENT not in str(caught.value)
    assert not folder.parent.exists()


@pytest.mark.parametrize("key", ["", " ", "no such message", "%", "_", "../report"])
def test_an_unknown_message(filled: Ledger, folder: Path, key: str) -> None:
    """Signs of a search are nothing special."""
    with pytest.raises(InputError, match="no message with this identifier"):
        export_message(filled, key, folder)
    assert not folder.parent.exists()


def test_what_was_erased_is_not_exported(filled: Ledger, folder: Path) -> None:
    """It is not there any more."""
    filled_before = len(list(letters(filled)))
    assert erase(filled, before=LATER, at=LATER, by="x", why="old") < filled_before
    assert export_patient(filled, WHO, folder) == len(index(folder))


ODD = [
    "../../../etc/passwd",
    "/etc/passwd",
    "..",
    "C:\\windows\\x",
    "a" * 500,
    "CON",
    "æøå <script>alert(1)</script>",
    "](http://example.org) **bold** `code` | # heading",
    "line\nbreak\r\n## Heading\u2028- item\x85# x",
    "%2e%2e%2f",
    "\U0001d518\u202e",
    "",
]


@pytest.mark.parametrize("odd", ODD)
def test_odd_characters_stay_inside(ledger: Ledger, tmp_path: Path, odd: str) -> None:
    """Of the type, the identifiers and what happened: in file names and in the index."""
    key = comparable(odd) or "empty"
    who = Identifier("FNR", "1")
    data = b"<x/>"
    with ledger.transaction():
        found = letter(key, msg_id=odd, type=odd, patient=frozenset({who}))
        ledger.keep(found.digest, data)
        ledger.save_letter(found)
        ledger.write(event(key, detail=odd, by=odd))
    folder = tmp_path / "a" / "b" / "c" / "d" / "out"
    assert export_patient(ledger, who, folder) == 1
    written = {path for path in (tmp_path / "a").rglob("*") if path.is_file()}
    assert {path.parent for path in written} == {folder}
    assert len(written) == 3
    (name,) = files(folder)
    assert name.isascii()
    assert len(name) < 100
    assert not set(name) & set('/\\:*?"<>|%')
    assert (folder / name).read_bytes() == data
    assert index(folder)[0]["letter"]["msg_id"] == odd
    text = (folder / "index.md").read_text("utf-8")
    assert len([line for line in text.splitlines() if line.startswith("#")]) == 2
    assert not set("<>`*|") & set(text)
    assert "](http" not in text
    assert export_message(ledger, key, tmp_path / "again") == 1


def test_an_export_of_numbers_that_begin_alike(ledger: Ledger, folder: Path) -> None:
    """A sender may just count: 1 is not 10."""
    on = Exchange(ledger)
    for number in (*range(10, 40), 1):
        more = (build.text("MsgInfo/MsgId", str(number)),)
        build.receive(on, build.message(build.REPORT, "counted", more=more))
    assert export_patient(ledger, WHO, folder) == 31
    assert len(index(folder)) == 31
