"""Every code of a finding is given by a test."""

from __future__ import annotations

from pathlib import Path

from caremsg.check import explanations
from tests.conftest import ROOT

NOT_YET = {"ENC004", "ENC005", "ENC008", "ENC010"}
"""Faults of objects that typed code cannot make; each is to be taken off with a test."""


def test_no_code_is_without_a_test() -> None:
    """A rule is tested by its samples (`test_rules.py`), everything else by name."""
    files = set((ROOT / "tests").rglob("*.py")) - {Path(__file__)}
    texts = "\n".join(path.read_text(encoding="utf-8") for path in sorted(files))
    missing = {
        code
        for code, found in explanations().items()
        if found.rule is None and f'"{code}"' not in texts
    }
    assert missing == NOT_YET
