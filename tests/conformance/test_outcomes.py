"""What a receiver may refuse agrees with what the official test messages expect."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from caremsg.check import RECEIVING, check
from tests.conftest import Record, each_official

EXPLAINED = {
    # Meant as an unknown patient; its number fails the check digits, and there is nothing else.
    "dialog-1.0/Case1-15.xml": {"ENV023"},
    # Envelopes of the transport are no messages.
    "ebms/Acknowledgment.xml": {"SCH001"},
    "ebms/ebxml-eksempel.xml": {"SCH001"},
    "ebms/ebxml-header-Description-overvakning-SVAR_CYT.xml": {"SCH001"},
}
KNOWN_ELSEWHERE = {"E21"}  # whether a receiver is known is not in the message


def decided(*decisions: str) -> Callable[[Record], bool]:
    """Picks the records with one of these decisions."""
    return lambda record: (record.get("expected") or {}).get("decision") in decisions


@each_official(decided("accept", "warn"))
def test_what_is_to_be_accepted_is_not_refused(record: Record) -> None:
    """No finding leads to a refusal, unless it is explained."""
    report = check(record["path"], policy=RECEIVING)
    allowed = EXPLAINED.get(record["file"], set())
    assert {finding.code for finding in report.refusals} == allowed


def can_be_told(record: Record) -> bool:
    """Picks those to be refused for what is in the message itself."""
    return decided("reject")(record) and bool(_codes(record))


def _codes(record: Record) -> set[str]:
    expected: dict[str, Any] = record["expected"]
    return set(expected["apprec_error_codes"]) - KNOWN_ELSEWHERE


@each_official(can_be_told)
def test_what_is_to_be_refused_has_the_finding_for_it(record: Record) -> None:
    """One of the error codes that are expected is among those of the findings."""
    report = check(record["path"], policy=RECEIVING)
    assert _codes(record) & {finding.refusal for finding in report.refusals}


@each_official(lambda record: decided("setup")(record) and record["folder"] == "acceptance")
def test_what_the_receiver_decides_is_not_refused(record: Record) -> None:
    """Where it depends on the receiver, the message is taken in with warnings."""
    assert not check(record["path"], policy=RECEIVING).refusals
