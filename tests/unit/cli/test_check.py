"""`caremsg check`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from caremsg import samples
from caremsg.check import check
from tests.conftest import Record, each_official

from .conftest import BAD, GOOD, Run

KEYS = ["file", "type", "edition", "ok", "findings", "silenced"]
FINDING_KEYS = ["code", "severity", "path", "xpath", "line", "text", "source"]
FINDING_KEYS += ["refusal", "must_refuse", "changed"]
NAMES = ("Prøvestad", "Alvhild", "14854110463")
"""Of the patient in the samples."""


@pytest.mark.parametrize(
    "names, code",
    [
        (["good.xml"], 0),
        (["good.xml", "receipt.xml"], 0),
        (["below/bad.XML"], 1),
        (["good.xml", "below/bad.XML"], 1),
        (["notes.txt"], 1),
        (["."], 1),
        (["missing.xml"], 3),
        (["empty"], 3),
        (["below/bad.XML", "missing.xml"], 3),
        ([], 2),
        (["--lang", "sv", "good.xml"], 2),
        (["--jobs", "0", "good.xml"], 2),
    ],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_the_exit_code_tells_the_worst(
    names: list[str], code: int, form: str, inbox: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Errors give 1, a usage error 2, and what cannot be read 3."""
    (inbox / "empty").mkdir()
    monkeypatch.chdir(inbox)
    assert run("check", "--format", form, *names).exit_code == code


def test_text_has_all_that_is_known_of_a_finding(inbox: Path, run: Run) -> None:
    """Code, severity, line, both paths, text and source of each finding are there."""
    text = run("check", inbox / "below").stdout
    for finding in check(samples.data(BAD)):
        start = f"{finding.code} {finding.severity.value}, line {finding.where.line}: "
        assert start + finding.text in text
        assert f"xpath: {finding.where.xpath}\n" in text
        assert f"source: {finding.source}\n" in text
        assert not finding.where.path or f"python: {finding.where.path}\n" in text


@pytest.mark.parametrize(
    "options, summary",
    [
        ([], "3 files: 2 fine, 1 with errors; 6 errors, 1 piece of advice"),
        (["--lang", "nb"], "3 filer: 2 i orden, 1 med feil; 6 feil, 1 råd"),
    ],
)
def test_the_last_line_sums_up(options: list[str], summary: str, inbox: Path, run: Run) -> None:
    """A folder is searched for XML files, in any case, and the summary counts them."""
    lines = run("check", *options, inbox).stdout.splitlines()
    assert lines[-1] == summary
    assert [line for line in lines if line.startswith(f"{inbox / 'good.xml'}: OK")]


def test_norwegian_findings(inbox: Path, run: Run) -> None:
    """The texts of the findings follow `--lang`, in text and in JSON."""
    wanted = {finding.text_nb for finding in check(samples.data(BAD))}
    text = run("check", "--lang", "nb", inbox).stdout
    assert all(item in text for item in wanted)
    record = json.loads(run("check", "--lang", "nb", "--format", "json", inbox / "below").stdout)
    assert {item["text"] for item in record["findings"]} == wanted


def test_json_has_one_stable_object_per_file(inbox: Path, run: Run) -> None:
    """The keys come in their documented order, and the values agree with `check`."""
    records = [
        json.loads(line) for line in run("check", "--format", "json", inbox).stdout.splitlines()
    ]
    assert [list(record) for record in records] == [KEYS] * 3
    found = {Path(record["file"]).name: record for record in records}
    bad = found["bad.XML"]
    assert (bad["type"], bad["edition"], bad["ok"]) == ("INNLEGGELSESRAPPORT", "PLO 1.6", False)
    assert all(list(finding) == FINDING_KEYS for finding in bad["findings"])
    assert [item["code"] for item in bad["findings"]] == list(check(samples.data(BAD)).codes)
    assert found["receipt.xml"]["type"] == "APPREC"
    assert found["good.xml"]["ok"]


@pytest.mark.parametrize(
    "sample, kind, edition",
    [
        (GOOD, "INNLEGGELSESRAPPORT", "PLO 1.6"),
        ("damaged-truncated", "INNLEGGELSESRAPPORT", "PLO 1.6"),
        ("damaged-doctype", None, None),
        ("damaged-unknown-root", None, None),
        ("timebestilling-1.2", "TimebestillingTop", "Pasientkommunikasjon 1.2"),
    ],
)
def test_type_and_edition(sample: str, kind: str | None, edition: str | None, run: Run) -> None:
    """They come from the head, or else from the root, or are null."""
    result = run("check", "--format", "json", "-", stdin=samples.data(sample))
    record = json.loads(result.stdout)
    assert (record["file"], record["type"], record["edition"]) == ("-", kind, edition)


def test_what_cannot_be_read_is_told_twice(tmp_path: Path, run: Run) -> None:
    """On standard error, and for a program in a record with `error`."""
    result = run("check", "--format", "json", tmp_path / "missing.xml")
    record = json.loads(result.stdout)
    assert list(record) == [*KEYS, "error"]
    assert record["error"] in result.stderr
    assert run("check", tmp_path).stderr.startswith(str(tmp_path))


def test_quiet_leaves_out_what_is_fine(inbox: Path, run: Run) -> None:
    """Only files with findings, and the summary, are left."""
    text = run("check", "--quiet", inbox).stdout
    assert "good.xml" not in text
    assert "bad.XML" in text
    assert len(run("check", "-q", "--format", "json", inbox).stdout.splitlines()) == 1


@pytest.mark.parametrize("command", ["check", "peek"])
@pytest.mark.parametrize("form", ["text", "json"])
def test_the_patient_is_not_shown(command: str, form: str, inbox: Path, run: Run) -> None:
    """Neither name nor number of the patient leaves these commands."""
    result = run(command, "--format", form, inbox)
    assert not [name for name in NAMES if name in result.stdout + result.stderr]


@each_official()
def test_official_files(record: Record, run: Run) -> None:
    """The exit code says whether `check` found errors."""
    result = run("check", "--format", "json", record["path"])
    found = json.loads(result.stdout)
    assert found["ok"] == check(record["path"]).ok == (result.exit_code == 0)
    assert found["ok"] or found["findings"]
