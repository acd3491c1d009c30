"""`caremsg explain`, `caremsg rules` and `caremsg agreement`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from caremsg.check.explaining import explanations
from caremsg.check.subjects import rules_for

from .conftest import Run


@pytest.mark.parametrize("lang", ["en", "nb"])
@pytest.mark.parametrize("code", ["PLO153", "ENV001", "SCH001", "AGR104", "BAS001", "COD001"])
def test_explain(code: str, lang: str, run: Run) -> None:
    """The sentence, why it matters, what to do, and the source are there."""
    text = run("explain", code.lower(), "--lang", lang).stdout
    found = explanations()[code]
    for wanted in (found.sentence(lang), found.why(lang), found.mend(lang), found.kind.source):
        assert wanted in text
    assert ("PLO-CD-11" in text) == (code == "PLO153")


def test_explain_shows_a_wrong_and_a_right_example(run: Run) -> None:
    """Both are there, and they differ."""
    text = run("explain", "PLO153").stdout
    wrong, right = text.partition("\nwrong\n")[2].split("\nright\n")
    assert wrong.strip() != right.strip()
    assert "TidspunktForHendelse" in wrong
    assert "TidspunktForHendelse" in right


def test_every_code_can_be_explained(run: Run) -> None:
    """For a program, in both languages, with nothing left empty."""
    for code in explanations():
        for lang in ("en", "nb"):
            data = json.loads(run("explain", code, "--format", "json", "--lang", lang).stdout)
            assert data["code"] == code
            assert all(data[key] for key in ("text", "why", "mend", "source")), code
            assert set(data["severity"]) == {"standard", "sending", "receiving"}


def test_an_unknown_code_gets_a_hint(run: Run) -> None:
    """The nearest codes are named."""
    result = run("explain", "PLO1533")
    assert result.exit_code == 2
    assert "PLO153" in result.stderr


def test_rules(run: Run) -> None:
    """All rules, or those of a type; the type in any case."""
    every = run("rules").stdout.splitlines()
    some = run("rules", "--type", "innleggelsesrapport").stdout.splitlines()
    codes = [line.split()[0] for line in some[1:-1]]
    assert codes == rules_for("INNLEGGELSESRAPPORT")
    assert some[-1] == f"{len(codes)} rules"
    assert 0 < len(codes) < len(every)
    lines = run("rules", "--type", "APPREC", "--format", "json").stdout.splitlines()
    assert [json.loads(line)["code"] for line in lines] == rules_for("APPREC")


def test_rules_of_an_unknown_type(run: Run) -> None:
    """The nearest types are named."""
    result = run("rules", "--type", "INNLEGGELSESRAPORT")
    assert result.exit_code == 2
    assert "INNLEGGELSESRAPPORT" in result.stderr


@pytest.fixture
def region(tmp_path: Path) -> Path:
    """An agreement of a region."""
    path = tmp_path / "region.toml"
    path.write_text(
        'name = "Region"\nlevel = "region"\n\n[[rule]]\ncheck = "forbidden"\n'
        'path = "MsgInfo/Patient"\nseverity = "error"\nen = "only a test"\n',
        encoding="utf-8",
    )
    return path


@pytest.fixture
def pair(tmp_path: Path, region: Path) -> Path:
    """A milder one of a pair."""
    path = tmp_path / "pair.toml"
    text = region.read_text(encoding="utf-8")
    path.write_text(text.replace("region", "pair").replace('"error"', '"advice"'), encoding="utf-8")
    return path


def test_agreement_check(region: Path, pair: Path, run: Run) -> None:
    """Fine alone; a layer that is milder than the one before is told of, with its line."""
    assert run("agreement", "check", region).stdout == f"{region}: OK\n"
    result = run("agreement", "check", region, pair)
    assert result.exit_code == 1
    assert f"{pair}:4: AGR008" in result.stdout
    assert "national to region" in run("agreement", "check", pair, region).stdout
    region.write_text("level = 3\n", encoding="utf-8")
    assert f"{region}:1: AGR00" in run("agreement", "check", region).stdout


def test_agreement_show_and_diff(region: Path, pair: Path, run: Run) -> None:
    """What holds, and what differs."""
    assert "rule forbidden MsgInfo/Patient" in run("agreement", "show", region).stdout
    lines = run("agreement", "diff", region, pair).stdout.splitlines()
    assert "~ level: region -> pair" in lines
    assert any(line.endswith("severity: error -> advice") for line in lines)


def test_check_under_an_agreement(region: Path, inbox: Path, run: Run) -> None:
    """What the parties agreed is judged too; a malformed file is a usage error."""
    result = run("check", "--agreement", region, inbox / "good.xml")
    assert result.exit_code == 1
    assert "AGR105 error, line" in result.stdout
    assert "(only a test)" in result.stdout
    region.write_text("x = 1\n", encoding="utf-8")
    result = run("check", "--agreement", region, inbox / "good.xml")
    assert result.exit_code == 2
    assert "AGR002" in result.stderr
