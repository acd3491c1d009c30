"""Every rule: its good sample is right, its bad sample breaks it, and both have the right shape."""

import datetime as dt

import pytest

from caremsg import inspect
from caremsg.check import check
from caremsg.check.loading import load_all
from caremsg.declare.rules import RULES, Rule
from caremsg.samples.edits import edited

load_all()
AT = dt.datetime(2027, 1, 1, 12, 0, tzinfo=dt.UTC)
ALL = [pytest.param(rule, id=code) for code, rule in sorted(RULES.items())]


@pytest.mark.parametrize("rule", ALL)
def test_the_good_sample_keeps_the_rule(rule: Rule) -> None:
    inspection = inspect(edited(rule.sample, rule.good))
    assert inspection.ok, inspection.report.summary()
    assert rule.kind.code not in check(inspection, at=AT).codes


@pytest.mark.parametrize("rule", ALL)
def test_the_bad_sample_breaks_the_rule(rule: Rule) -> None:
    inspection = inspect(edited(rule.sample, rule.bad))
    assert inspection.ok, inspection.report.summary()
    report = check(inspection, at=AT)
    found = [finding for finding in report if finding.code == rule.kind.code]
    assert found, report.summary()
    assert all(finding.where.line for finding in found)


@pytest.mark.parametrize("rule", ALL)
def test_a_rule_says_what_it_is_about(rule: Rule) -> None:
    assert rule.sentence.endswith("."), "the docstring is one sentence"
    kind = rule.kind
    for text in (kind.en, kind.nb, kind.why.en, kind.why.nb, kind.mend.en, kind.mend.nb):
        assert text.strip() == text != ""
    assert kind.en != kind.nb
    assert not kind.en.endswith(".")
