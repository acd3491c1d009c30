"""The quick reader, the judge that uses it in part, and the judge alone say the same."""

from __future__ import annotations

from random import Random

import pytest

from caremsg import CaremsgError, inspect
from caremsg.codec.judge import judge_root
from caremsg.codec.safe_xml import Limits, parse
from tests.properties.differential import corpus
from tests.properties.mutations import damaged, mutant


def check(number: int, count: int, each: int) -> None:
    """Compare so many damaged documents."""
    dice, documents = Random(number), corpus(number, each)
    for _ in range(count):
        try:
            data = dice.choice([mutant, mutant, damaged])(dice, dice.choice(documents))
            root = parse(data, Limits())
        except (ValueError, CaremsgError):
            continue
        found = inspect(data)
        message, findings = judge_root(root)
        if found.report.codes[:1] != ("XML002",) and found.report.codes[:1] != ("XML008",):
            assert (found.message, found.report.findings) == (message, tuple(findings))


def test_they_agree_on_some_damaged_documents() -> None:
    """Message and findings are the same, whatever way is taken to them."""
    check(1, 500, 1)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(4))
def test_they_agree_on_many_damaged_documents(number: int) -> None:
    """The same on six thousand."""
    check(200 + number, 1_500, 3)
