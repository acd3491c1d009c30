"""Local agreements: files, layers, differences, and messages that do not keep them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caremsg import InputError, Severity, samples
from caremsg.check import STANDARD, check
from caremsg.check.agreements import (
    Agreement,
    Level,
    differences,
    layered,
    loosened,
    read_agreement,
)

HEAD = 'name = "A"\nlevel = "pair"\n'
RULE = HEAD + '[[rule]]\ncheck = "required"\npath = "Innleggelsesrapport/Cave"\n'
SAMPLE = samples.data("innleggelsesrapport-1.6")


@pytest.mark.parametrize(
    "text, code, line",
    [
        ("name = \n", "AGR001", 1),
        ('name = "a"\n\xff', "AGR001", 2),
        (HEAD + 'colour = "red"\n', "AGR002", 3),
        (HEAD + '[[exchange]]\ntypes = ["APPREC"]\nkind = "x"\n', "AGR002", 5),
        (HEAD + '[[exchange]]\ntypes = "APPREC"\n', "AGR003", 4),
        (HEAD + "[[exchange]]\ntypes = [4]\n", "AGR003", 4),
        (HEAD + 'valid_from = "2026"\n', "AGR003", 3),
        (HEAD + "exchange = [3]\n", "AGR003", 3),
        (HEAD + 'exchange = "x"\n', "AGR003", 3),
        (RULE + 'severity = "awful"\n', "AGR003", 6),
        (RULE + 'refusal = "E999"\n', "AGR003", 6),
        (RULE.replace("required", "nice"), "AGR003", 4),
        (RULE.replace("required", "max_length") + "limit = 0\n", "AGR003", 6),
        ('name = "A"\nlevel = "village"\n', "AGR003", 2),
        ('level = "pair"\n', "AGR004", 1),
        (HEAD + "[[exchange]]\n", "AGR004", 3),
        (RULE.replace("required", "allowed"), "AGR004", 4),
        (RULE.replace("required", "max_length"), "AGR004", 4),
        (RULE.replace("required", "deadline") + "limit = 4\n", "AGR004", 4),
        (HEAD + '[[exchange]]\ntypes = ["INNLEGGELSESRAPORT"]\n', "AGR005", 4),
        (RULE + 'types = ["X"]\n', "AGR005", 6),
        (HEAD + '[[exchange]]\ntypes = ["APPREC"]\neditions = ["PLO 9"]\n', "AGR006", 5),
        (RULE.replace("Cave", "Cavee"), "AGR007", 5),
        (RULE + 'types = ["APPREC"]\n', "AGR007", 5),
        (HEAD + "valid_from = 2026-02-01\nvalid_to = 2026-01-01\n", "AGR009", 4),
    ],
)
def test_malformed(text: str, code: str, line: int) -> None:
    """A finding with the line, in both languages, and no agreement."""
    found = read_agreement(text.encode("latin-1"))
    assert found.agreement is None
    assert (code, line) in [(finding.code, finding.where.line) for finding in found.report]
    assert all(finding.text != finding.text_nb for finding in found.report)


def test_a_misspelt_name_gets_a_hint() -> None:
    """Of a type and of an element."""
    [finding] = read_agreement(RULE.replace("Cave", "Cavee")).report
    assert "Cave" in finding.text.split("perhaps")[1]
    text = HEAD + '[[exchange]]\ntypes = ["INNLEGGELSESRAPORT"]\n'
    [finding] = read_agreement(text).report
    assert "perhaps INNLEGGELSESRAPPORT" in finding.text


@given(st.binary(max_size=300))
def test_any_octets(data: bytes) -> None:
    """Nothing is raised."""
    found = read_agreement(data)
    assert (found.agreement is None) == (not found.report.ok)


def test_from_a_file(tmp_path: Path) -> None:
    """By its path; one that is not there is an error of ours."""
    path = tmp_path / "a.toml"
    path.write_text(RULE, encoding="utf-8")
    assert read_agreement(path) == read_agreement(RULE)
    with pytest.raises(InputError):
        read_agreement(tmp_path / "b.toml")


def agreed(more: str, level: str = "pair") -> Agreement:
    """An agreement with some entries."""
    found = read_agreement(f'name = "{level}"\nlevel = "{level}"\n{more}')
    assert found.agreement is not None, list(found.report)
    return found.agreement


def rule(check_: str, path: str, more: str = "") -> str:
    """One entry."""
    return f'[[rule]]\ncheck = "{check_}"\npath = "{path}"\n{more}'


EXCHANGE = '[[exchange]]\ntypes = ["INNLEGGELSESRAPPORT"]\n'


@pytest.mark.parametrize(
    "code, broken, kept",
    [
        ("AGR101", EXCHANGE.replace("INNLEGGELSESRAPPORT", "APPREC"), EXCHANGE),
        ("AGR101", EXCHANGE + 'sender = "1"\n', EXCHANGE),
        ("AGR101", EXCHANGE + 'receiver = "1"\n', EXCHANGE),
        ("AGR102", EXCHANGE + 'editions = ["PLO 1.5"]\n', EXCHANGE + 'editions = ["PLO 1.6"]\n'),
        ("AGR103", EXCHANGE + 'service = "1"\n', EXCHANGE),
        ("AGR104", rule("required", "Innleggelsesrapport/InfoAndreViktigeOpplysninger"), ""),
        ("AGR104", rule("required", "//ProcessingStatus"), rule("required", "//Forskriver")),
        ("AGR104", rule("required", "MsgInfo/ProcessingStatus"), rule("required", "MsgInfo/MsgId")),
        ("AGR105", rule("forbidden", "MsgInfo/Patient"), rule("forbidden", "MsgHead/Signature")),
        ("AGR105", rule("forbidden", "MsgHead/MsgInfo/Patient"), ""),
        (
            "AGR106",
            rule("allowed", "MsgInfo/Type", 'codes = ["APPREC"]\n'),
            rule("allowed", "MsgInfo/Type", 'codes = ["APPREC", "INNLEGGELSESRAPPORT"]\n'),
        ),
        (
            "AGR107",
            rule("max_length", "MsgInfo/Patient/FamilyName", "limit = 3\n"),
            rule("max_length", "MsgInfo/Patient/FamilyName", "limit = 300\n"),
        ),
        (
            "AGR108",
            rule("deadline", "MsgInfo/GenDate", 'limit = 1\nsince = "MsgInfo/Patient/DateOfBirth"'),
            rule("deadline", "MsgInfo/GenDate", 'limit = 1\nsince = "MsgInfo/GenDate"'),
        ),
        ("AGR110", "valid_from = 2999-01-01\n", "valid_from = 1999-01-01\n"),
        ("AGR110", "valid_to = 1999-01-01\n", "valid_to = 2999-01-01\n"),
    ],
)
def test_a_message_under_an_agreement(code: str, broken: str, kept: str) -> None:
    """The finding is there when it is broken, with line and path, and else it is not."""
    found = [f for f in check(SAMPLE, agreement=agreed(broken)) if f.code.startswith("AGR")]
    assert {finding.code for finding in found} == {code}
    assert all(finding.where.line for finding in found)
    right = check(SAMPLE, agreement=agreed(kept))
    assert not [finding for finding in right if finding.code.startswith("AGR")]


@pytest.mark.parametrize(
    "kinds, told", [('"application/pdf"', False), ('"text/plain"', True), ("", True)]
)
def test_attachments(kinds: str, told: bool) -> None:
    """Kinds of attachments that were not agreed are told of; none agreed is a kind of answer."""
    text = f'[[exchange]]\ntypes = ["DIALOG_HELSEFAGLIG"]\nattachments = [{kinds}]\n'
    codes = check(samples.data("dialog-vedlegg-1.1"), agreement=agreed(text)).codes
    assert ("AGR109" in codes) is told


def test_the_agreement_says_how_bad_it_is() -> None:
    """Severity, refusal and words are those of the entry; a policy goes first."""
    text = rule(
        "forbidden",
        "MsgInfo/Patient",
        'severity = "error"\nrefusal = "E36"\nen = "test"\nnb = "prøve"',
    )
    agreement = agreed(text)
    [finding] = [f for f in check(SAMPLE, agreement=agreement) if f.code == "AGR105"]
    assert (finding.severity, finding.refusal) == (Severity.ERROR, "E36")
    assert "(test)" in finding.text
    assert "(prøve)" in finding.text_nb
    quiet = STANDARD.off("AGR105", reason="not now")
    report = check(SAMPLE, agreement=agreement, policy=quiet)
    assert "AGR105" not in report.codes
    assert [item.reason for item in report.silenced] == ["not now"]


def test_a_requirement_of_another_type_says_nothing() -> None:
    """`types` narrows it."""
    text = rule("forbidden", "MsgInfo/Patient", 'types = ["UTSKRIVNINGSRAPPORT"]\n')
    assert "AGR105" not in check(SAMPLE, agreement=agreed(text)).codes


NATION = agreed(EXCHANGE + rule("forbidden", "MsgInfo/Patient", 'severity = "error"\n'), "national")
REGION = agreed(rule("forbidden", "MsgInfo/Patient", 'severity = "advice"\n'), "region")
PAIR = agreed(EXCHANGE + 'editions = ["PLO 1.5"]\n' + "", "pair")


def test_layers() -> None:
    """The stricter requirement holds, and the exchange of the most special layer."""
    made = layered(NATION, REGION, PAIR)
    assert (made.level, made.name) == (Level.PAIR, "national / region / pair")
    assert [r.severity for r in made.requirements] == [Severity.ERROR]
    codes = check(SAMPLE, agreement=made).codes
    assert "AGR102" in codes
    assert "AGR102" not in check(SAMPLE, agreement=layered(NATION, REGION)).codes
    [finding] = loosened(NATION, REGION, PAIR)
    assert (finding.code, finding.where.line) == ("AGR008", 3)
    assert not loosened(REGION, PAIR)
    for wrong in ((), (REGION, NATION)):
        with pytest.raises(InputError):
            layered(*wrong)


def test_layers_meet_in_time() -> None:
    """All of them have to be in force."""
    nation = agreed("valid_from = 2026-01-01\nvalid_to = 2026-12-31\n", "national")
    pair = agreed("valid_from = 2026-03-01\n")
    made = layered(nation, pair)
    assert (made.valid_from, made.valid_to) == (dt.date(2026, 3, 1), dt.date(2026, 12, 31))
    assert [made.in_force(dt.date(2026, m, 1)) for m in (2, 3, 12)] == [False, True, True]


def test_differences() -> None:
    """What was added, removed and changed, in words; nothing between equals."""
    assert not differences(NATION, NATION)
    lines = list(map(str, differences(NATION, REGION)))
    assert "~ level: national -> region" in lines
    assert "- exchange INNLEGGELSESRAPPORT" in lines
    assert "~ rule forbidden MsgInfo/Patient (all types) severity: error -> advice" in lines
    assert "+ exchange INNLEGGELSESRAPPORT" in list(map(str, differences(REGION, NATION)))
