"""Baselines on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from junitparser import JUnitXml

from caremsg import samples
from caremsg.check import check

from .conftest import BAD, Run


def test_junit_tells_what_is_silenced(inbox: Path, run: Run) -> None:
    """With its reason, in a case that passes."""
    known = inbox / "known.toml"
    run("check", "--write-baseline", known, "--reason", "old & known", inbox / "below")
    result = run("check", "--format", "junit", "--baseline", known, inbox / "below")
    [suite] = JUnitXml.fromstring(result.stdout.encode())
    [case] = list(suite)
    assert case.is_passed
    assert case.system_out.count("[silenced: old & known]") == len(check(samples.data(BAD)))


def test_a_baseline_silences_what_is_known(inbox: Path, run: Run) -> None:
    """What is written is silenced with its reason; what comes later is told of."""
    known = inbox / "known.toml"
    assert run("check", "--write-baseline", known, inbox).exit_code == 2
    options = ["--write-baseline", known, "--reason", "the old system"]
    assert run("check", *options, inbox).exit_code == 1
    result = run("check", "--format", "json", "--baseline", known, inbox)
    assert result.exit_code == 0
    bad = next(r for r in map(json.loads, result.stdout.splitlines()) if r["silenced"])
    assert bad["findings"] == []
    assert {item["reason"] for item in bad["silenced"]} == {"the old system"}
    assert "the old system" in run("check", "--baseline", known, inbox).stdout
    (inbox / "new.xml").write_bytes(samples.data(BAD))
    assert run("check", "--baseline", known, inbox).exit_code == 1
    options = ["--baseline", known, "--write-baseline", known, "--reason", "the new system"]
    assert run("check", *options, inbox).exit_code == 1
    result = run("check", "--format", "jsonl", "--baseline", known, inbox)
    reasons = {
        s["reason"] for r in map(json.loads, result.stdout.splitlines()) for s in r["silenced"]
    }
    assert (result.exit_code, reasons) == (0, {"the old system", "the new system"})


def test_one_file_of_many(inbox: Path, run: Run) -> None:
    """Entries about files that are not asked for are no concern."""
    known = inbox / "known.toml"
    run("check", "--write-baseline", known, "--reason", "known", inbox)
    result = run("check", "--baseline", known, inbox / "good.xml")
    assert "silences nothing" not in result.stdout


def test_several_processes_with_everything(inbox: Path, run: Run) -> None:
    """Policy, baseline and lines reach the other processes, and findings come back."""
    known = inbox / "known.toml"
    known.write_text('[[silence]]\ncode = "SCH201"\nreason = "x"\n', encoding="utf-8")
    (inbox / "other.xml").write_bytes(samples.data(BAD))
    options = ["--policy", "sending", "--baseline", known, "--lang", "nb", inbox]
    alone, several = (run("check", "--jobs", jobs, *options) for jobs in ("1", "2"))
    assert "dempet" in alone.stdout
    assert (alone.stdout, alone.exit_code) == (several.stdout, several.exit_code)


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit"])
def test_an_entry_that_silences_nothing_is_told_of(form: str, inbox: Path, run: Run) -> None:
    """It may be taken out."""
    known = inbox / "known.toml"
    known.write_text('[[silence]]\ncode = "PLO153"\nreason = "x"\n', encoding="utf-8")
    result = run("check", "--format", form, "--baseline", known, inbox)
    assert "silences nothing" in result.stdout + result.stderr


@pytest.mark.parametrize(
    "text, line",
    [("[[silence]\n", 1), ('\n[[silence]]\ncode = "X"\n', 2), ("x = 1\n", 1)],
)
def test_a_wrong_baseline_is_a_usage_error(text: str, line: int, inbox: Path, run: Run) -> None:
    """With file, line and code."""
    known = inbox / "known.toml"
    known.write_text(text, encoding="utf-8")
    result = run("check", "--baseline", known, inbox)
    assert result.exit_code == 2
    assert f"{known}:{line}: BAS00" in result.stderr.replace("\n", "")
