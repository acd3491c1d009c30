"""`caremsg codes`."""

from __future__ import annotations

import json
from collections.abc import Callable
from inspect import signature
from typing import Any

import pytest
from click.testing import CliRunner, Result

from caremsg.cli.codes import codes
from caremsg.codes import code_system, code_systems

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    asked = "mix_stderr" in signature(CliRunner).parameters  # before click 8.2
    options: dict[str, Any] = {"mix_stderr": False} if asked else {}

    def invoke(*args: str) -> Result:
        return CliRunner(**options).invoke(codes, args)

    return invoke


def records(result: Result) -> list[Any]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_all_systems_are_listed(run: Run) -> None:
    lines = run().stdout.splitlines()
    assert lines[0].split() == ["system", "codes", "Norwegian", "English"]
    assert len(lines) == 1 + len(code_systems())
    (events,) = [line for line in lines if line.startswith("9121 ")]
    assert events.split()[1] == "6"
    (external,) = [line for line in lines if line.startswith("7170 ")]
    assert external.split()[1] == "–"


@pytest.mark.parametrize(
    "language, words", [("en", ["code", "Norwegian"]), ("nb", ["kode", "norsk"])]
)
def test_the_codes_of_a_system_are_shown(language: str, words: list[str], run: Run) -> None:
    result = run("9121", "--lang", language)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "9121 Hendelseskode for logistikkopplysninger"
    assert words in [line.split()[:2] for line in lines]
    for code in code_system(9121):
        assert any(line.startswith(code.code) and code.display in line for line in lines)


def test_a_system_is_found_by_name_and_a_retired_code_is_marked(run: Run) -> None:
    lines = run("overskrifter for sykepleiedokumentasjon").stdout.splitlines()
    (line,) = [line for line in lines if "Innleggelsesårsak" in line]
    assert line.endswith("retired, use instead 9142/AAI")


@pytest.mark.parametrize(
    "args, shown",
    [
        (["9121", "5"], "Expected date ready for discharge"),
        (["7170", "K78"], "K78  has the form of a code"),
        (["9141", "11"], "9142/AAI"),
        (["9005", "1"], "Cave/Allergi"),
        (["8408", "1"], "Vanlig bosted"),
        (["7170"], "[A-Z][0-9]{2}"),
        (["9077"], "7180"),
        (["8279"], "not all codes are listed"),
    ],
)
def test_what_is_known_of_one_is_shown(args: list[str], shown: str, run: Run) -> None:
    result = run(*args)
    assert result.exit_code == 0
    assert shown in result.stdout


def test_codes_are_found_by_their_texts(run: Run) -> None:
    lines = run("--search", "UTSKRIVNINGSKLAR").stdout.splitlines()
    assert any(line.startswith("9121") and "Pasient utskrivningsklar" in line for line in lines)
    inside = run("--search", "utskrivningsklar", "9121").stdout.splitlines()
    assert {line.split()[0] for line in inside[1:]} == {"9121"}
    assert "no code fits" in run("--search", "qqqq").stderr


def test_records_for_programs(run: Run) -> None:
    listed = records(run("--format", "json"))
    assert [record["number"] for record in listed] == [s.number for s in code_systems()]
    (table,) = records(run("9121", "--format", "json"))
    assert table["oid"] == code_system(9121).oid
    assert [code["code"] for code in table["list"]] == [code.code for code in code_system(9121)]
    (one,) = records(run("9121", "5", "--format", "json"))
    assert (one["system"], one["display"]) == (9121, "Forventet utskrivningsklar dato")
    assert records(run("7170", "K78", "--format", "json")) == [{"system": 7170, "code": "K78"}]
    found = records(run("--search", "utskrivningsklar", "--format", "json"))
    assert {(9121, "3"), (9121, "5")} <= {(record["system"], record["code"]) for record in found}


@pytest.mark.parametrize(
    "args, told",
    [
        (["9122"], "no code systems are called"),
        (["9121", "7"], "lists no such code"),
        (["7170", "78"], "lists no such code"),
        (["9121", "5", "--search", "x"], "--search"),
    ],
)
def test_what_is_not_there_is_told(args: list[str], told: str, run: Run) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert told in result.stderr
