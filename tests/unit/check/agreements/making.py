"""Agreements in a few words."""

from __future__ import annotations

from caremsg import samples
from caremsg.check import check
from caremsg.check.agreements import Agreement, read_agreement

REPORT = samples.data("innleggelsesrapport-1.6")
EXCHANGE = '[[exchange]]\ntypes = ["INNLEGGELSESRAPPORT"]\n'


def agreed(more: str, level: str = "pair") -> Agreement:
    """An agreement with some entries."""
    found = read_agreement(f'name = "{level}"\nlevel = "{level}"\n{more}')
    assert found.agreement is not None, list(found.report)
    return found.agreement


def rule(check_: str, path: str, more: str = "") -> str:
    """One entry."""
    return f'[[rule]]\ncheck = "{check_}"\npath = "{path}"\n{more}\n'


def told(agreement: Agreement, data: bytes = REPORT) -> list[tuple[str, str]]:
    """Code and Python path of what an agreement finds."""
    found = check(data, agreement=agreement)
    return [(f.code, f.where.path) for f in found if f.code.startswith("AGR")]
