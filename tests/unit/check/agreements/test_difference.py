"""Differences: nothing that differs is hidden by something with the same name."""

from __future__ import annotations

from caremsg.check.agreements import differences, facts, layered

from .making import EXCHANGE, agreed, rule

FROM_ONE = EXCHANGE + 'receiver = "1"\neditions = ["PLO {}"]\n'
FROM_TWO = EXCHANGE + 'receiver = "2"\neditions = ["PLO 1.6"]\n'


def test_exchanges_of_one_type_are_told_apart() -> None:
    """By their parties."""
    before, after = (agreed(FROM_ONE.format(e) + FROM_TWO) for e in ("1.5", "1.6"))
    [line] = map(str, differences(before, after))
    assert line == "~ exchange INNLEGGELSESRAPPORT to 1 editions: PLO 1.5 -> PLO 1.6"


def test_entries_about_the_same_are_numbered() -> None:
    """None of them is lost."""
    one, two = (rule("max_length", "//Merknad", f"limit = {n}") for n in (5, 6))
    lines = list(map(str, differences(agreed(one), agreed(one + two))))
    subject = "+ rule max_length //Merknad (all types) #2"
    assert lines == [subject, f"{subject} limit", f"{subject} severity"]


def test_no_attachments_is_something_that_is_said() -> None:
    """It is not the same as nothing."""
    silent, none = agreed(EXCHANGE), agreed(EXCHANGE + "attachments = []\n")
    lines = list(map(str, differences(silent, none)))
    assert lines == ["+ exchange INNLEGGELSESRAPPORT attachments"]


def test_the_order_of_a_file_does_not_differ_by_its_lines() -> None:
    """Comments and blank lines move entries, and change nothing."""
    text = rule("required", "MsgInfo/Patient")
    assert not differences(agreed(text), agreed("# moved\n\n" + text))


def test_the_layer_of_each_entry() -> None:
    """Where it is from."""
    nation = agreed(rule("required", "MsgInfo/Patient"), "national")
    found = facts(layered(nation, agreed(EXCHANGE)), levels=True)
    assert found["rule required MsgInfo/Patient (all types)"] == "national"
    assert found["exchange INNLEGGELSESRAPPORT"] == "pair"
