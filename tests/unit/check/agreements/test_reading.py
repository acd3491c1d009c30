"""Files: rules that could never find anything are told of."""

from __future__ import annotations

import pytest

from caremsg.check.agreements import read_agreement
from tests.conftest import ROOT

from .making import EXCHANGE, rule

HEAD = 'name = "A"\nlevel = "pair"\n'


@pytest.mark.parametrize(
    "entry, code, line",
    [
        (rule("required", "//"), "AGR007", 5),
        (rule("required", "MsgInfo/*"), "AGR007", 5),
        (rule("required", "MsgInfo//"), "AGR007", 5),
        (rule("required", "EksisterendeTjeneste/Startdato"), "AGR007", 5),
        (rule("required", "AppRec/Status", 'types = ["INNLEGGELSESRAPPORT"]'), "AGR007", 5),
        (rule("required", ""), "AGR003", 5),
        (rule("allowed", "MsgInfo/Ack", "codes = []"), "AGR003", 6),
        (rule("max_length", "//Merknad", "limit = 1000000001"), "AGR003", 6),
        (EXCHANGE.replace('"INNLEGGELSESRAPPORT"', ""), "AGR003", 4),
        (EXCHANGE + 'receiver = "Fjellglimt"\n', "AGR003", 5),
        (EXCHANGE + 'attachments = ["pdf"]\n', "AGR003", 5),
        (rule("required", "MsgInfo/Patient") + rule("forbidden", "MsgInfo/Patient"), "AGR010", 9),
        (rule("max_length", "MsgInfo/Patient", "limit = 9"), "AGR011", 5),
        (rule("allowed", "MsgInfo/Patient", 'codes = ["J"]'), "AGR011", 5),
        (
            rule("deadline", "MsgInfo/GenDate", 'limit = 1\nsince = "MsgInfo/MsgId"'),
            "AGR011",
            7,
        ),
        (rule("allowed", "MsgInfo/Ack", 'codes = ["J", "ZZ"]'), "AGR012", 6),
    ],
)
def test_a_rule_without_effect(entry: str, code: str, line: int) -> None:
    """One finding, with the line of the key, in both languages."""
    found = read_agreement(HEAD + entry)
    assert found.agreement is None
    assert {(f.code, f.where.line) for f in found.report} == {(code, line)}
    assert all(finding.text != finding.text_nb for finding in found.report)


@pytest.mark.parametrize(
    "entry",
    [
        rule("required", "/MsgInfo/Patient"),
        rule("required", "MsgHead/MsgInfo/Patient"),
        rule("required", "//EksisterendeTjeneste/Startdato"),
        rule("required", "AppRec/Status", 'types = ["APPREC"]'),
        rule("required", "Dialogmelding/Notat", 'types = ["DIALOG_INNBYGGER_DIALOG"]'),
        rule("allowed", "MsgInfo/Ack", 'codes = ["J"]'),
        rule("allowed", "MsgInfo/Patient/FamilyName", 'codes = ["anything"]'),
        rule("max_length", "Dialogmelding/Notat/TekstNotatInnhold", "limit = 9"),
        EXCHANGE + "attachments = []\n",
        EXCHANGE + 'attachments = ["Application/PDF"]\n',
    ],
)
def test_a_rule_with_effect(entry: str) -> None:
    """No finding."""
    found = read_agreement(HEAD + entry)
    assert not found.report.codes


@pytest.mark.parametrize(
    "path, hint",
    [
        ("Inleggelsesrapport/Cave", "perhaps Innleggelsesrapport"),
        ("MsgInfoo/Patient", "perhaps MsgInfo"),
        ("MsgInfo/Patientt/DateOfBirth", "perhaps Patient"),
        ("MsgInfo/Patient/DateofBirth", "perhaps DateOfBirth"),
        ("Innleggelsesrapport/EksisterendeTjeneste/StartDato", "perhaps Startdato"),
        ("//EksisterendeTjeneste/StartDato", "perhaps Startdato"),
        ("Innleggelsesrapport//StartDato", "perhaps Startdato"),
        ("Qwerty/X", "nothing is near it"),
        ("//", "nothing is near it"),
    ],
)
def test_the_step_that_is_wrong_gets_the_hint(path: str, hint: str) -> None:
    """Be it the first or the last."""
    [finding] = read_agreement(HEAD + rule("required", path)).report
    assert hint in finding.text


def test_only_those_who_agreed_refuse() -> None:
    """A region or a pair, not the nation."""
    entry = rule("required", "MsgInfo/Patient", 'refusal = "E36"')
    for level, codes in (("national", ("AGR014",)), ("region", ()), ("pair", ())):
        found = read_agreement(f'name = "A"\nlevel = "{level}"\n{entry}')
        assert found.report.codes == codes


@pytest.mark.parametrize("text", ["name = '\ud800'", "name = " + "9" * 5000, "[" * 5000])
def test_what_cannot_be_read_at_all(text: str) -> None:
    """A finding, not an exception."""
    assert read_agreement(text).report.codes == ("AGR001",)


@pytest.mark.parametrize("name", ["agreement-region.toml", "agreement.toml"])
def test_examples(name: str) -> None:
    """They are right as they stand."""
    assert not read_agreement(ROOT / "examples" / name).report.codes
