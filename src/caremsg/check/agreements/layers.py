"""Layers of an agreement: nation, region, pair."""

from __future__ import annotations

from caremsg.errors import InputError
from caremsg.findings import Finding, Severity, Where

from . import kinds
from .model import Agreement, Level

__all__ = ["layered", "loosened"]

_ORDER = list(Level)


def layered(*agreements: Agreement) -> Agreement:
    """One agreement of several; a more special one comes later and counts more.

    For a message type the exchanges of the most special layer that names it hold. All
    requirements hold; of two with the same subject the stricter one. Raises InputError
    when there is none, or a more special one comes first.
    """
    if not agreements:
        raise InputError("there is no agreement to put in layers")
    places = [_ORDER.index(agreement.level) for agreement in agreements]
    if places != sorted(places):
        raise InputError("the layers of an agreement go from national to region to pair")
    last = agreements[-1]
    exchanges = tuple(exchange for agreement in agreements for exchange in agreement.exchanges)
    strictest = {
        requirement.key: requirement
        for agreement in agreements
        for requirement in sorted(agreement.requirements, key=_mildness, reverse=True)
    }
    for agreement in agreements:
        for requirement in agreement.requirements:
            if _mildness(requirement) < _mildness(strictest[requirement.key]):
                strictest[requirement.key] = requirement
    return Agreement(
        " / ".join(agreement.name for agreement in agreements),
        last.level,
        max((a.valid_from for a in agreements if a.valid_from), default=None),
        min((a.valid_to for a in agreements if a.valid_to), default=None),
        exchanges,
        tuple(strictest.values()),
    )


def loosened(*agreements: Agreement) -> list[Finding]:
    """Requirements of a more special layer that are milder than those before."""
    found: list[Finding] = []
    before: dict[object, tuple[int, Level]] = {}
    for agreement in agreements:
        for requirement in agreement.requirements:
            mildness = _mildness(requirement)
            known = before.get(requirement.key)
            if known is not None and mildness > known[0]:
                where = Where(line=requirement.line)
                found.append(kinds.AGR008.at(where, level=known[1].value))
            else:
                before[requirement.key] = (mildness, agreement.level)
    return found


def _mildness(requirement: object) -> int:
    severity = getattr(requirement, "severity", Severity.ADVICE)
    return list(Severity).index(severity)
