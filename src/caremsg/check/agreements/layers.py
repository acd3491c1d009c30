"""Layers of an agreement: nation, region, pair."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.errors import InputError
from caremsg.findings import Finding, Severity, Where

from . import file_kinds as kinds
from .model import Agreement, Requirement

__all__ = ["clash", "conflicts", "layered", "loosened"]


def layered(*agreements: Agreement) -> Agreement:
    """One agreement of several; a more special one comes later and counts more.

    For a message type the exchanges of the most special layer that names it hold. All
    requirements hold, each with the level of the layer it is from; one that another makes
    superfluous is left out, so that a layer may tighten and never loosens. Raises InputError
    when there is none, or a more special one comes first.
    """
    if not agreements:
        raise InputError("there is no agreement to put in layers")
    places = [agreement.level.rank for agreement in agreements]
    if places != sorted(places):
        raise InputError("the layers of an agreement go from national to region to pair")
    return Agreement(
        " / ".join(agreement.name for agreement in agreements),
        agreements[-1].level,
        max((a.valid_from for a in agreements if a.valid_from), default=None),
        min((a.valid_to for a in agreements if a.valid_to), default=None),
        tuple(exchange for agreement in agreements for exchange in agreement.exchanges),
        _strictest([r for agreement in agreements for r in agreement.requirements]),
    )


def conflicts(*agreements: Agreement) -> list[Finding]:
    """What is wrong with layers taken together; lines are those of the later agreement.

    A milder requirement (AGR008), one that cannot be kept together with an earlier one
    (AGR010), and agreements that are never in force on one day (AGR013). One more agreement
    adds its findings at the end.
    """
    return [
        finding
        for number in range(1, len(agreements))
        for finding in _against(agreements[:number], agreements[number])
    ]


def loosened(*agreements: Agreement) -> list[Finding]:
    """Requirements of a more special layer that are milder than those before."""
    return [finding for finding in conflicts(*agreements) if finding.code == kinds.AGR008.code]


def clash(one: Requirement, other: Requirement) -> bool:
    """True when no message can keep both: what one requires, the other forbids."""
    if {one.check, other.check} != {"required", "forbidden"} or not one.meets(other):
        return False
    wanted, banned = (one, other) if one.check == "required" else (other, one)
    return f"{wanted.path}/".startswith(f"{banned.path}/")


def _against(before: tuple[Agreement, ...], agreement: Agreement) -> Iterator[Finding]:
    """What is wrong with an agreement after those before it."""
    together, earlier = layered(*before, agreement), layered(*before)
    if _never(together) and not _never(earlier):
        yield kinds.AGR013.at(Where(line=1))
    known = [r for a in before for r in a.requirements]
    for requirement in agreement.requirements:
        where = Where(line=requirement.line)
        for other in known:
            if _milder(requirement, other):
                yield kinds.AGR008.at(where, level=other.level.value)
                break
        for other in known:
            if clash(requirement, other):
                level = other.level.value
                yield kinds.AGR010.at(where, path=requirement.path, line=other.line, level=level)
                break


def _never(agreement: Agreement) -> bool:
    begin, end = agreement.valid_from, agreement.valid_to
    return begin is not None and end is not None and end < begin


def _strictest(requirements: list[Requirement]) -> tuple[Requirement, ...]:
    """The requirements, without those that another one makes superfluous."""
    return tuple(
        one
        for i, one in enumerate(requirements)
        if not any(
            _implies(other, one) and (j < i or not _implies(one, other))
            for j, other in enumerate(requirements)
            if j != i
        )
    )


def _implies(one: Requirement, other: Requirement) -> bool:
    """True when whoever keeps one keeps the other, and breaking it is no less bad."""
    return (
        one.subject == other.subject
        and one.covers(other)
        and _mildness(one) <= _mildness(other)
        and _as_narrow(one, other)
        and (one.refusal is not None or other.refusal is None)
    )


def _milder(one: Requirement, other: Requirement) -> bool:
    """True when a requirement asks for less than an earlier one about the same."""
    if one.subject != other.subject or not one.meets(other):
        return False
    if not _as_narrow(one, other):
        return True
    return _mildness(one) > _mildness(other) and _as_narrow(other, one)


def _as_narrow(one: Requirement, other: Requirement) -> bool:
    """True when the bounds of one lie within those of the other."""
    if one.check == "allowed":
        return set(one.codes) <= set(other.codes)
    return one.limit <= other.limit


def _mildness(requirement: Requirement) -> int:
    return list(Severity).index(requirement.severity)
