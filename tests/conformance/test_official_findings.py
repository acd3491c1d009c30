"""Every finding in an official example was reviewed, and every reviewed one is still found."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

import pytest

from caremsg import Severity
from caremsg.check import SENDING, check
from tests.conftest import Record, each_official, official

from .reviewed import REVIEWED

KNOWN_CONFLICTS = {
    # What the digest says the official examples break, and the finding that reports it.
    "HO addressed to nursing": "ENV120",
    "HO without next of kin": "PLO327",
    "HO, first notice without Cave": "PLO326",
    "LU and LA: a nurse decides": "PLO522",
    "UR: no practical matters": "PLO431",
    "UR: no next of kin": "PLO433",
    "UR: the stay is text": "PLO434",
    "IR: no medicines given today": "PLO306",
    "MO: no practical matters": "PLO412",
    "MO: lives alone is missing": "PLO413",
    "MO: no next of kin": "PLO414",
    "OT: no provider": "PLO361",
    "LE, OT, MO: no unit": "PLO112",
    "IR 1.5: one komponentID twice": "PLO161",
    "MO 1.5: IssueDate later than GenDate": "ENV004",
    "UR: stopped medicines without an end": "PLO250",
}


def test_the_table_is_what_is_found(standard: Path) -> None:
    """Code by code and folder by folder."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for record in official(standard):
        if record["folder"] == "examples":
            report = check(record["path"], policy=SENDING)
            for code in {f.code for f in report if f.severity is not Severity.ADVICE}:
                found[code][record["file"].split("/")[0]] += 1
    assert {code: dict(counts) for code, counts in found.items()} == {
        code: counts for code, (counts, _) in REVIEWED.items()
    }


@pytest.mark.parametrize("code", KNOWN_CONFLICTS.values(), ids=KNOWN_CONFLICTS.keys())
def test_what_the_digest_says_is_reported(code: str) -> None:
    """Each conflict that a rule covers is in the reviewed table."""
    assert code in REVIEWED


@each_official()
def test_every_official_file_can_be_checked(record: Record) -> None:
    """No crash, and no rule that fails by itself, whatever the policy."""
    report = check(record["path"])
    assert "CHK001" not in report.codes
    assert all(f.where.line is not None for f in report if f.code != "CHK002")
