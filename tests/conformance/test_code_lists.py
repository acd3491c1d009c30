"""Our code lists have what the published ones have."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from caremsg.codes import CodeSystem, code_systems
from tests.conftest import STANDARD

FURTHER = {9246: "named, with its codes, in the schema of MeldingInnbygger"}
"""Systems that the published lists do not have."""
FURTHER_CODES = {9078: {"2"}}
"""Codes of an older list under the same number."""
NOT_A_TEXT = {(8279, "DIALOG_INNBYGGER_AVTALEUTSENDING")}
"""Codes for which an older extract had a description in place of a text."""


@cache
def _published(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "codes.json").read_text(encoding="utf-8"))
    return found


def test_every_published_system_is_there(standard: Path) -> None:
    ours = {system.number for system in code_systems()}
    assert ours - FURTHER.keys() == {int(number) for number in _published(standard)}


@pytest.mark.parametrize(
    "system",
    [s for s in code_systems() if s.number not in FURTHER] if STANDARD else code_systems()[:1],
    ids=str,
)
def test_a_system_has_the_published_codes(system: CodeSystem, standard: Path) -> None:
    number = system.number or 0
    theirs = _published(standard)[str(number)]
    assert system.oid == theirs["oid"]
    assert system.complete == theirs["complete"]
    assert theirs["name_no"] in (None, system.name)
    assert system.external == theirs.get("external", False)
    published = {**theirs["codes"]}
    assert system.codes.keys() - FURTHER_CODES.get(number, set()) == published.keys()
    for key, code in published.items():
        ours = system[key]
        other = [text["text"] for text in code.get("other_display", [])]
        assert (ours.display, ours.display_en) == (code["display_no"], code["display_en"])
        assert ours.retired == code["retired"]
        assert ours.since == {None: None, "v1.6": "PLO 1.6"}[code["since"]]
        assert (number, key) in NOT_A_TEXT or all(system.agrees(key, text) for text in other)
    for older in theirs.get("earlier_lists", []):
        assert {key: system[key].earlier for key in older["codes"]} == older["codes"]
