"""`caremsg agreement`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import ROOT

from .conftest import Run

REGION, PAIR = (ROOT / "examples" / f"{name}.toml" for name in ("agreement-region", "agreement"))


@pytest.fixture
def milder(tmp_path: Path) -> Path:
    """An agreement of a pair that asks for less than the region."""
    path = tmp_path / "milder.toml"
    path.write_text(
        'name = "B"\nlevel = "pair"\n[[rule]]\ncheck = "max_length"\n'
        'path = "//Merknad"\nlimit = 9000\n',
        encoding="utf-8",
    )
    return path


def test_the_examples_are_right(run: Run) -> None:
    """Each of them, and both as layers."""
    result = run("agreement", "check", REGION, PAIR)
    assert (result.exit_code, result.stdout) == (0, f"{REGION}: OK\n{PAIR}: OK\n")


def test_check_for_programs(milder: Path, run: Run) -> None:
    """A line of JSON for each file; what is wrong between layers is with the later one."""
    result = run("agreement", "check", "--format", "json", "--lang", "nb", REGION, milder)
    assert result.exit_code == 1
    right, wrong = map(json.loads, result.stdout.splitlines())
    assert right == {"file": str(REGION), "ok": True, "findings": []}
    assert not wrong["ok"]
    [finding] = wrong["findings"]
    assert (finding["code"], finding["line"]) == ("AGR008", 3)
    assert "mildere" in finding["text"]


def test_check_of_layers_in_the_wrong_order(run: Run) -> None:
    """An error with the last file."""
    result = run("agreement", "check", "--format", "json", PAIR, REGION)
    assert result.exit_code == 1
    assert "national to region" in json.loads(result.stdout.splitlines()[-1])["error"]


def test_show_names_the_layer(run: Run) -> None:
    """Of each entry, and the stricter one of two."""
    lines = run("agreement", "show", REGION, PAIR).stdout.splitlines()
    assert "rule allowed MsgInfo/Ack (all types): region" in lines
    assert "rule max_length //Merknad (all types): pair" in lines
    assert "rule max_length //Merknad (all types) limit: 1000" in lines


def test_show_for_programs(run: Run) -> None:
    """One JSON value with all entries."""
    found = json.loads(run("agreement", "show", "--format", "json", REGION, PAIR).stdout)
    assert (found["level"], found["valid_from"]) == ("pair", "2026-03-01")
    assert {rule["level"] for rule in found["requirements"]} == {"region", "pair"}
    assert found["exchanges"][0]["types"] == ["INNLEGGELSESRAPPORT", "UTSKRIVNINGSRAPPORT"]


def test_diff_for_programs(milder: Path, run: Run) -> None:
    """A line of JSON for each difference, and none between equals."""
    result = run("agreement", "diff", "--format", "json", PAIR, milder)
    found = [json.loads(line) for line in result.stdout.splitlines()]
    wanted = {"kind": "changed", "subject": "name"}
    wanted |= {"before": "Fjellglimt sykehus and Tirilvik kommune", "after": "B"}
    assert wanted in found
    assert run("agreement", "diff", "--format", "json", PAIR, PAIR).stdout == ""
