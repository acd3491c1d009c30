"""Verdicts, and what they rest on."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from caremsg.findings import Words

__all__ = ["Evidence", "Verdict", "failed", "human", "not_judged", "passed", "verdict_of"]


class Verdict(Enum):
    """What is known about a requirement."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_JUDGED = "not judged"
    HUMAN = "needs a human"

    @property
    def text(self) -> Words:
        """In words."""
        return _TEXTS[self]


_TEXTS = {
    Verdict.PASSED: Words("passed", "oppfylt"),
    Verdict.FAILED: Words("failed", "ikke oppfylt"),
    Verdict.NOT_JUDGED: Words("not judged", "ikke vurdert"),
    Verdict.HUMAN: Words("needs a human", "krever et menneske"),
}


@frozen
class Evidence:
    """One observation. Its text holds no value of a message."""

    requirement: str
    """Such as `ACC-R-01`."""
    verdict: Verdict
    subject: str
    """The file or the scenario."""
    text: str
    note: str = ""
    """What is strange about the file itself."""


def passed(requirement: str, subject: str, text: str) -> Evidence:
    """It is as it should be."""
    return Evidence(requirement, Verdict.PASSED, subject, text)


def failed(requirement: str, subject: str, text: str) -> Evidence:
    """It is not."""
    return Evidence(requirement, Verdict.FAILED, subject, text)


def not_judged(requirement: str, subject: str, text: str) -> Evidence:
    """The receiver does not give what is needed to tell."""
    return Evidence(requirement, Verdict.NOT_JUDGED, subject, text)


def human(requirement: str, subject: str, text: str) -> Evidence:
    """Only a person can tell."""
    return Evidence(requirement, Verdict.HUMAN, subject, text)


def verdict_of(found: tuple[Evidence, ...]) -> Verdict:
    """The verdict on a requirement: passed only when nothing was left open."""
    verdicts = {item.verdict for item in found}
    for verdict in (Verdict.FAILED, Verdict.NOT_JUDGED, Verdict.HUMAN):
        if verdict in verdicts:
            return verdict
    return Verdict.PASSED if verdicts else Verdict.NOT_JUDGED
