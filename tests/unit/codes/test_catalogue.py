"""Newer and further lists, given at run time; what is wrong in a file is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from caremsg.codes import (
    STANDARD_CODES,
    Catalogue,
    Code,
    CodeSystem,
    Verdict,
    read_csv,
    read_json,
)
from caremsg.errors import InputError

NEWER = CodeSystem(
    "2.16.578.1.12.4.1.1.9121",
    "Hendelseskode, ny",
    None,
    "2030-01-01",
    True,
    {"3": Code("3", "Klar"), "14": Code("14", "Ny hendelse"), "1": Code("1", "x", retired=True)},
)
LOCAL = CodeSystem("1.2.3.4", "Lokal liste", "Local list", "", True, {"x": Code("x", "Kryss")})


def test_a_list_is_merged_into_the_one_that_is_there() -> None:
    newer = STANDARD_CODES.with_list(NEWER)
    found = newer.system(9121)
    assert found.name == "Hendelseskode, ny"
    assert found.name_en == "Event code for logistics information"
    assert found.date == "2030-01-01"
    assert found["3"].display == "Klar"
    assert found["2"].display == "Pasient utskrevet"
    assert found.verdict("14") is Verdict.KNOWN
    assert found.verdict("1") is Verdict.RETIRED
    assert newer.find(NEWER.oid) is found
    assert STANDARD_CODES.system(9121).verdict("14") is Verdict.UNKNOWN


def test_a_list_can_replace_the_one_that_is_there() -> None:
    newer = STANDARD_CODES.with_list(NEWER, replacing=True)
    assert newer.system("9121") is NEWER
    assert newer.system("9121").verdict("2") is Verdict.UNKNOWN


def test_a_further_list_is_found_by_oid_and_name_and_listed_last() -> None:
    more = STANDARD_CODES.with_list(LOCAL)
    assert more.find("1.2.3.4") is LOCAL
    assert more.system("LOCAL list") is LOCAL
    assert more.systems()[-1] is LOCAL
    assert len(more.systems()) == len(STANDARD_CODES.systems()) + 1
    assert STANDARD_CODES.find("1.2.3.4") is None
    assert repr(more.with_list(NEWER)) == "<Catalogue: 2 lists of its own>"
    assert hash(more) == hash(STANDARD_CODES.with_list(LOCAL))
    assert more == Catalogue().with_list(LOCAL)


@pytest.mark.parametrize("which", [None, 0, 9122, -1, "", "9121x", "2.16.578.1.12.4.1.1.", "ø"])
def test_find_never_raises(which: int | str | None) -> None:
    assert STANDARD_CODES.find(which) is None


def test_a_complete_list_makes_an_external_system_exact() -> None:
    data = b"code,display\nK78,Atrieflimmer/flutter\n"
    exact = STANDARD_CODES.with_list(read_csv(data, 7170), replacing=True).system(7170)
    assert exact.verdict("K78") is Verdict.KNOWN
    assert exact.verdict("K79") is Verdict.UNKNOWN
    added = STANDARD_CODES.with_list(read_csv(data, 7170)).system(7170)
    assert added["K78"].display == "Atrieflimmer/flutter"
    assert added.verdict("K79") is Verdict.KNOWN


@pytest.mark.parametrize(
    "code, display, number",
    [
        ("53", "Tablett", 7448),
        ("53", "peritonealdialysevæske", 9078),
        ("70", "Tablett", 9078),
        ("53", None, 7448),
        ("53", "something else", 7448),
        ("not there", "Tablett", None),
    ],
)
def test_the_text_of_the_sender_tells_two_lists_apart(
    code: str, display: str | None, number: int | None
) -> None:
    found = STANDARD_CODES.tell_apart((7448, 9078, 1), code, display)
    assert (found.number if found else None) == number


JSON = """{
  "number": 9121, "name": "Hendelseskode", "date": "2030",
  "complete": false,
  "codes": [
    {"code": "20", "display": "Tjue", "display_en": "Twenty", "since": "PLO 1.6"},
    {"code": "21", "display": "Gammel", "retired": true, "instead": "9121/20",
     "also": ["Eldre", "Eldst"], "earlier": "Noe annet"}
  ]
}
"""


def test_a_json_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "list.JSON"
    file.write_text(JSON, encoding="utf-8-sig")
    found = STANDARD_CODES.with_file(file, replacing=True).system(9121)
    assert (found.name, found.date, found.complete) == ("Hendelseskode", "2030", False)
    assert found["20"] == Code("20", "Tjue", "Twenty", since="PLO 1.6")
    assert found["21"] == Code(
        "21",
        "Gammel",
        retired=True,
        other_displays=("Eldre", "Eldst"),
        instead="9121/20",
        earlier="Noe annet",
    )


def test_a_csv_file_is_read_and_merged(tmp_path: Path) -> None:
    file = tmp_path / "9121.csv"
    table = 'code,display,retired,display_en\n20,"Tjue, to",,\n\n 1 ,Utgått,True,Retired\n'
    file.write_bytes(table.replace("\n", "\r\n").encode("utf-8-sig"))
    found = STANDARD_CODES.with_file(file).system(9121)
    assert found.name == "Hendelseskode for logistikkopplysninger"
    assert found["20"] == Code("20", "Tjue, to")
    assert found["1"] == Code("1", "Utgått", "Retired", retired=True)
    named = STANDARD_CODES.with_file(file, system="1.2.3")
    assert len(named.system("1.2.3")) == 2
    assert 9121 not in named.own


@pytest.mark.parametrize(
    "change, told",
    [
        (("{", "["), "line 2: it is not JSON"),
        (('"number": 9121', '"number": "9121"'), "line 1: `number` is of the wrong type"),
        (('"number": 9121', '"number": true'), "line 1: `number` is of the wrong type"),
        (('"number": 9121', '"oid": "1..2"'), "line 1: the system is neither a number nor"),
        (('"number": 9121', '"number": -1'), "line 1: the system is neither a number nor"),
        (('"number": 9121, ', ""), "line 1: `number` or `oid` is missing"),
        (('"name": "Hendelseskode", ', ""), "line 1: `name` is missing"),
        (('"complete": false', '"complete": 0'), "line 1: `complete` is of the wrong type"),
        (('"complete": false', '"pattern": "["'), "line 1: `pattern` is not a regular"),
        (('"complete": false', '"compleat": false'), "line 1: there is a member that nobody"),
        (('"code": "20", ', ""), "line 5: `code` is missing"),
        (('"code": "21"', '"code": 21'), "line 6: `code` is of the wrong type"),
        (('"code": "21"', '"code": "20"'), "line 6: a code is there twice"),
        (('"Eldst"', "1"), "line 6: `also` holds texts"),
        (('"retired"', '"retird"'), "line 6: there is a member that nobody knows"),
        (('    {"code": "21"', '    7, {"code": "21"'), "line 6: it is not a JSON object"),
        (('"codes"', '"koder"'), "line 1: `codes` is missing"),
    ],
)
def test_a_malformed_json_list_is_refused_with_its_line(change: tuple[str, str], told: str) -> None:
    assert change[0] in JSON
    with pytest.raises(InputError, match=f"not a code list; {told}"):
        read_json(JSON.replace(*change, 1).encode())


@pytest.mark.parametrize(
    "data, told",
    [
        (b"[]", "line 1: it is not a JSON object"),
        (b"", "line 1: it is not JSON"),
        (b'{\n"name": "\xe5"}', "line 2: it is not in UTF-8"),
        (b"[" * 100_000, "line 1: it is nested too deeply"),
        (b'{"number": ' + b"9" * 5000 + b"}", "line 1: "),
    ],
)
def test_bytes_that_are_no_json_list_are_refused(data: bytes, told: str) -> None:
    with pytest.raises(InputError, match=told):
        read_json(data)


@pytest.mark.parametrize(
    "data, told",
    [
        (b"", "line 1: the first line must name the columns"),
        (b"code;display\n1;x\n", "line 1: the first line must name the columns"),
        (b"code,display\n1,x\n,y\n", "line 3: a code is missing"),
        (b"code,display\n1,x\n2\n", "line 3: there are too few columns"),
        (b"code,display,retired\n1,x,perhaps\n", "line 2: `retired` is neither true nor false"),
        (b"code,display\n1,x\n2,y\n1,z\n", "line 4: a code is there twice"),
        (b'code,display\n1,"x\n', "line 2: it is not CSV"),
        (b"code,display\n1,\xe5\n", "line 2: it is not in UTF-8"),
    ],
)
def test_a_malformed_table_is_refused_with_its_line(data: bytes, told: str) -> None:
    with pytest.raises(InputError, match=f"not a code list; {told}"):
        read_csv(data, 9121)


def test_a_file_that_is_not_there_or_tells_no_system_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        STANDARD_CODES.with_file(tmp_path / "missing.json")
    (tmp_path / "ours.csv").write_text("code,display\n", encoding="utf-8")
    with pytest.raises(InputError, match="neither a number nor an object identifier"):
        STANDARD_CODES.with_file(tmp_path / "ours.csv")
