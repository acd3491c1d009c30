"""Layers: a more special one may tighten, and never loosens in silence."""

from __future__ import annotations

import pytest

from caremsg.check.agreements import conflicts, layered, loosened

from .making import agreed, rule


@pytest.mark.parametrize(
    "check, path, nation, pair, milder",
    [
        ("max_length", "//Merknad", "limit = 100", "limit = 1000", True),
        ("max_length", "//Merknad", "limit = 1000", "limit = 100", False),
        ("allowed", "MsgInfo/Ack", 'codes = ["J"]', 'codes = ["J", "N"]', True),
        ("allowed", "MsgInfo/Ack", 'codes = ["J", "N"]', 'codes = ["N"]', False),
        ("required", "MsgInfo/Patient", 'severity = "error"', 'severity = "advice"', True),
        ("required", "MsgInfo/Patient", 'severity = "advice"', 'severity = "error"', False),
        (
            "deadline",
            "MsgInfo/GenDate",
            'limit = 2\nsince = "//TidspunktForHendelse"',
            'limit = 4\nsince = "//TidspunktForHendelse"',
            True,
        ),
    ],
)
def test_the_stricter_one_holds(
    check: str, path: str, nation: str, pair: str, milder: bool
) -> None:
    """Whichever layer it is from; a milder one that is more special is told of."""
    layers = agreed(rule(check, path, nation), "national"), agreed(rule(check, path, pair))
    [holds] = layered(*layers).requirements
    assert holds == layers[0 if milder else 1].requirements[0]
    assert [f.code for f in loosened(*layers)] == ["AGR008"] * milder


def test_both_hold_where_neither_is_stricter() -> None:
    """A short limit that is advice, and a longer one that is an error."""
    nation = agreed(rule("max_length", "//Merknad", 'limit = 10\nseverity = "advice"'), "national")
    pair = agreed(rule("max_length", "//Merknad", 'limit = 99\nseverity = "error"'))
    assert [r.limit for r in layered(nation, pair).requirements] == [10, 99]


def test_two_deadlines_of_one_time_are_two() -> None:
    """They count from different times."""
    more = 'limit = 1\nsince = "{}"'
    text = "".join(
        rule("deadline", "MsgInfo/GenDate", more.format(since))
        for since in ("//TidspunktForHendelse", "MsgInfo/Patient/DateOfBirth")
    )
    assert len(layered(agreed(text)).requirements) == 2


def test_types_decide_what_is_superfluous() -> None:
    """What holds for all types holds for one; what holds for one does not hold for all."""
    general = agreed(rule("required", "MsgInfo/Patient"), "national")
    narrow = agreed(rule("required", "MsgInfo/Patient", 'types = ["INNLEGGELSESRAPPORT"]'))
    assert len(layered(general, narrow).requirements) == 1
    narrow_first = agreed(
        rule("forbidden", "MsgInfo/Patient", 'types = ["INNLEGGELSESRAPPORT"]'), "national"
    )
    wide = agreed(rule("forbidden", "MsgInfo/Patient"))
    assert [r.types for r in layered(narrow_first, wide).requirements] == [()]


@pytest.mark.parametrize(
    "nation, pair, codes",
    [
        (rule("required", "MsgInfo/Patient"), rule("forbidden", "MsgInfo/Patient"), ["AGR010"]),
        (
            rule("required", "MsgInfo/Patient/DateOfBirth"),
            rule("forbidden", "MsgInfo/Patient"),
            ["AGR010"],
        ),
        (rule("required", "MsgInfo/Patient"), rule("forbidden", "MsgInfo/Patient/Sex"), []),
        (
            rule("required", "MsgInfo/Patient", 'types = ["INNLEGGELSESRAPPORT"]'),
            rule("forbidden", "MsgInfo/Patient", 'types = ["UTSKRIVNINGSRAPPORT"]'),
            [],
        ),
        ("valid_to = 2025-12-31\n", "valid_from = 2026-01-01\n", ["AGR013"]),
        ("valid_to = 2026-01-01\n", "valid_from = 2026-01-01\n", []),
    ],
)
def test_conflicts(nation: str, pair: str, codes: list[str]) -> None:
    """What no message can keep, and agreements that do not meet in time, with a line."""
    found = conflicts(agreed(nation, "national"), agreed(pair))
    assert [finding.code for finding in found] == codes
    assert all(finding.where.line and finding.text != finding.text_nb for finding in found)


def test_what_an_agreement_adds_comes_last() -> None:
    """So that each finding belongs to a file."""
    layers = (
        agreed(rule("max_length", "//Merknad", "limit = 9"), "national"),
        agreed(rule("max_length", "//Merknad", "limit = 10"), "region"),
        agreed(rule("max_length", "//Merknad", "limit = 11")),
    )
    assert conflicts(*layers)[:1] == conflicts(*layers[:2])
    assert len(conflicts(*layers)) == 2
    assert not conflicts(layers[0])
    assert not conflicts()
