"""Every rule of the digests is told of: which finding it leads to, or why there is none."""

import re
from importlib import import_module
from pathlib import Path

from caremsg.check.coverage import FAMILIES, coverage, rule_ids
from caremsg.check.explaining import explanations
from caremsg.declare.rules import ELSEWHERE, Reason
from caremsg.exchange.covered import CARRIED

ROW = re.compile(r"^\| ((?:PLO-[A-Z0-9]+|[A-Z]{2,4})-[0-9]+) \|", re.MULTILINE)


def test_no_rule_is_forgotten() -> None:
    """Each id has a finding or a reason."""
    forgotten = [row.id for row in coverage() if not row.codes and row.reason is None]
    assert not forgotten, ", ".join(forgotten)


def test_every_reason_has_a_note() -> None:
    """A reason without a sentence explains nothing."""
    assert not [row.id for row in coverage() if row.reason is not None and not row.note.strip()]


def test_ids_that_are_told_of_exist() -> None:
    """No finding and no reason names an id that no digest has."""
    known = set(rule_ids())
    told = {id for found in explanations().values() for id in found.kind.ids} | ELSEWHERE.keys()
    assert not told - known


def test_the_ids_are_those_of_the_digests(standard: Path) -> None:
    """The list of ids is the published one; the decision table has numbers only."""
    text = "".join(path.read_text("utf-8") for path in sorted(standard.glob("rules-*.md")))
    published = {id for id in ROW.findall(text) if id.rpartition("-")[0] in FAMILIES}
    assert published == {id for id in rule_ids() if not id.startswith("DEC-")}


def test_what_the_exchange_carries_is_a_rule_and_has_a_place() -> None:
    """Each is a rule that one message cannot answer, and the module named is there."""
    exchange = {row.id for row in coverage() if row.reason is Reason.EXCHANGE}
    assert not CARRIED.keys() - exchange
    for module in set(CARRIED.values()):
        import_module(module)
