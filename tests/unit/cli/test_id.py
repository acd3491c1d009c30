"""`caremsg id`: it tells what a number is, and never shows it."""

from __future__ import annotations

import json
from collections.abc import Callable
from inspect import signature
from typing import Any

import pytest
from click.testing import CliRunner, Result

from caremsg.cli.id import id_command
from caremsg.values.identifiers import CheckRule, classify

Run = Callable[..., Result]

FNR, HNR, ONLY_2032 = "12838512311", "12438512339", "12838599905"


@pytest.fixture
def run() -> Run:
    asked = "mix_stderr" in signature(CliRunner).parameters  # before click 8.2
    options: dict[str, Any] = {"mix_stderr": False} if asked else {}

    def invoke(*args: str, stdin: bytes | None = None) -> Result:
        return CliRunner(**options).invoke(id_command, args, input=stdin)

    return invoke


def rows(result: Result) -> dict[str, str]:
    """The rows of a text, by their labels."""
    pairs = [line.split("  ", 1) for line in result.stdout.splitlines()]
    return {label.strip(): text.strip() for label, text in pairs}


@pytest.mark.parametrize(
    "language, expected",
    [
        (
            "en",
            {
                "kind": "FNR, fødselsnummer",
                "series": "made up, of Skatteetaten",
                "fits the rule of": "1964, 2032",
                "born": "1985-03-12 (a hint only)",
                "sex": "male (a hint only)",
                "fault": "none found",
            },
        ),
        (
            "nb",
            {
                "slag": "FNR, fødselsnummer",
                "serie": "oppdiktet, fra Skatteetaten",
                "passer med regelen fra": "1964, 2032",
                "født": "1985-03-12 (bare et hint)",
                "kjønn": "mann (bare et hint)",
                "feil": "ingen funnet",
            },
        ),
    ],
)
def test_a_number_is_explained(language: str, expected: dict[str, str], run: Run) -> None:
    result = run(FNR, "--lang", language)
    assert result.exit_code == 0
    assert rows(result) == expected


@pytest.mark.parametrize(
    "args, code, label, text",
    [
        (["12838512321"], 1, "fault", "the check digits are wrong, so a digit is wrong"),
        (["12838512321", "--lang", "nb"], 1, "feil", "kontrollsifrene er feil, så et siffer"),
        ([FNR, "--type", "DNR"], 1, "fault", "it is of another kind than it is said to be"),
        ([FNR, "--type", "fnr"], 0, "fault", "none found"),
        ([ONLY_2032, "--today", "2026-01-01"], 0, "doubt", "the check digits fit only the rule"),
        ([ONLY_2032, "--today", "2032-01-01"], 0, "fault", "none found"),
        ([HNR], 0, "series", "perhaps a made-up number of NAV"),
        ([HNR, "--type", "HNR"], 0, "kind", "HNR, H-nummer: of one organisation, no real"),
        ([HNR, "--type", "FNR"], 0, "series", "made up, of NAV"),
        (["990000001"], 1, "fault", "it has too many digits or too few"),
        (["990000001"], 1, "", "(an HPR number and a HER-id are known by --type alone)"),
        (["990000001", "--type", "HER"], 0, "kind", "HER, of a communication party"),
        (["312345676"], 0, "kind", "ENH, organisation number"),
        (["12 34"], 1, "fault", "there is something else than digits in it"),
    ],
)
def test_what_is_told_of_it(args: list[str], code: int, label: str, text: str, run: Run) -> None:
    result = run(*args)
    assert result.exit_code == code
    assert rows(result)[label].startswith(text)


def test_numbers_come_from_standard_input_and_are_told_apart_by_place(run: Run) -> None:
    given = "\ufeff" + f"{FNR}\r\n\n" + "12838512321\n"
    result = run("-", stdin=given.encode() + b"\xff\xfe12838512311\n")
    assert result.exit_code == 1
    assert [line for line in result.stdout.splitlines() if line.startswith("number")] == [
        "number 1",
        "number 2",
        "number 3",
    ]
    assert [
        line.split("  ")[-1].strip() for line in result.stdout.splitlines() if "fault" in line
    ] == [
        "none found",
        "the check digits are wrong, so a digit is wrong",
        "there is something else than digits in it, perhaps a blank or a hyphen",
    ]


def test_programs_get_a_record_for_each_number(run: Run) -> None:
    result = run("--format", "json", "--today", "2026-01-01", FNR, ONLY_2032)
    first, second = [json.loads(line) for line in result.stdout.splitlines()]
    assert first == {
        "place": 1,
        "kind": "FNR",
        "series": "TENOR",
        "ambiguous": False,
        "synthetic": True,
        "rules": [1964, 2032],
        "birth_date": "1985-03-12",
        "sex": "male",
        "faults": [],
    }
    assert (second["place"], second["rules"], second["birth_date"]) == (2, [2032], None)
    assert second["faults"] == [
        {
            "fault": "only 2032",
            "doubtful": True,
            "text": "the check digits fit only the rule that comes in 2032",
        }
    ]


@pytest.mark.parametrize(
    "args",
    [
        [FNR],
        [FNR, "--format", "json"],
        [f"{FNR[:6]} {FNR[6:]}"],
        [FNR[:6], FNR[6:]],
        [f"-{FNR}"],
        [f"--{FNR}"],
        ["--type", FNR],
        ["--type", FNR, FNR],
        ["--today", FNR, FNR],
        ["--count", f"{FNR}x"],
        ["--count", f"-{FNR}"],
        ["--seed", f"{FNR}x"],
        ["--generate", FNR],
        ["--generate", "fnr", "--seed", "1", FNR],
        ["--lang", FNR],
        [f"--format={FNR}"],
        [f"--type={FNR}"],
    ],
)
def test_the_number_is_never_shown(args: list[str], run: Run) -> None:
    """Not even when it stands in the place of something else."""
    result = run(*args)
    shown = result.stdout + result.stderr
    assert result.exit_code in (0, 1, 2)
    assert shown
    assert FNR[:6] not in shown
    assert FNR[6:] not in shown


@pytest.mark.parametrize(
    "args, text",
    [
        ([], "give numbers, or - to read them, or --generate"),
        (["--generate", "fnr", FNR], "give numbers, or - to read them, or --generate"),
        (["-"], "there was nothing on the standard input"),
        (["--type", "X", FNR], "not understood for '--type'; it is one of FNR, DNR, HNR, FHN"),
        (["--generate", "fhn"], "not understood for '--generate'; it is one of FNR, DNR, DUF"),
        (["--bogus"], "not understood"),
    ],
)
def test_a_mistake_is_explained(args: list[str], text: str, run: Run) -> None:
    result = run(*args, stdin=b"\n")
    assert result.exit_code == 2
    assert text in result.stderr


@pytest.mark.parametrize("kind", ["fnr", "DNR", "duf", "hpr", "her", "enh"])
def test_numbers_are_made_up(kind: str, run: Run) -> None:
    args = ("--generate", kind, "--count", "3", "--seed", "1")
    made = run(*args).stdout.split()
    assert len(set(made)) == 3
    assert run(*args).stdout.split() == made
    assert run("--generate", kind, "--seed", "2").stdout.split() != made[:1]
    result = run("--type", kind, "-", stdin="\n".join(made).encode())
    assert result.exit_code == 0
    assert result.stdout.count("none found") == 3


def test_numbers_of_the_rule_of_2032_are_made_up(run: Run) -> None:
    for kind in ("fnr", "dnr"):
        (made,) = run("--generate", kind, "--rule", "2032").stdout.split()
        assert classify(made).rules == {CheckRule.OF_2032}


def test_made_up_numbers_are_records_for_programs(run: Run) -> None:
    result = run("--generate", "enh", "--format", "json")
    record = json.loads(result.stdout)
    assert record["type"] == "ENH"
    assert classify(record["number"], "ENH").faults == ()


def test_the_help_shows_a_number_that_is_nobodys(run: Run) -> None:
    shown = run("--help").stdout
    assert f"caremsg id {FNR}" in shown
    assert classify(FNR).synthetic
