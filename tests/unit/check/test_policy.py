"""Policies: whose side, how bad, and what is left out with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from caremsg import InputError, Severity, decode, inspect, samples
from caremsg.check import RECEIVING, SENDING, STANDARD, Policy, check
from caremsg.declare.edits import drop
from caremsg.findings import FindingKind
from caremsg.samples.edits import edited

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
NO_CODE = edited("innleggelsesrapport-1.6", [drop("//MedisinskDiagnose[1]/Diagnosekode")])


def kind(**more: object) -> FindingKind:
    """A kind that is not in the list of all kinds."""
    made = FindingKind.__new__(FindingKind)
    values: dict[str, object] = {
        "code": "TST001",
        "severity": ERROR,
        "refusal": None,
        "must_refuse": False,
        "listed": False,
        "only": None,
        **more,
    }
    for name, value in values.items():
        object.__setattr__(made, name, value)
    return made


@pytest.mark.parametrize(
    "more, standard, sending, receiving",
    [
        ({}, ERROR, ERROR, WARNING),
        ({"severity": WARNING}, WARNING, WARNING, ADVICE),
        ({"severity": ADVICE}, ADVICE, ADVICE, ADVICE),
        ({"severity": WARNING, "listed": True}, WARNING, ERROR, ADVICE),
        ({"refusal": "T02"}, ERROR, ERROR, ERROR),
        ({"refusal": "E36", "only": "receiving"}, ERROR, None, ERROR),
        ({"only": "sending"}, ERROR, ERROR, None),
    ],
)
def test_a_policy_says_how_bad_it_is(
    more: dict[str, object],
    standard: Severity | None,
    sending: Severity | None,
    receiving: Severity | None,
) -> None:
    """On receiving only what may be refused is an error."""
    found = [policy.severity_of(kind(**more)) for policy in (STANDARD, SENDING, RECEIVING)]
    assert found == [standard, sending, receiving]


def test_a_code_is_switched_off_with_a_reason() -> None:
    """It is not gone: the report keeps it, and why nobody wants to hear of it."""
    assert "PLO201" in check(NO_CODE).codes
    report = check(NO_CODE, policy=STANDARD.off("PLO201", reason="the register has no codes"))
    assert "PLO201" not in report.codes
    (silenced,) = [item for item in report.silenced if item.finding.code == "PLO201"]
    assert silenced.reason == "the register has no codes"


def test_a_code_is_graded_with_a_reason() -> None:
    """The finding has the new severity, and says why."""
    policy = STANDARD.grade(ADVICE, "PLO201", reason="agreed until spring")
    (finding,) = [f for f in check(NO_CODE, policy=policy) if f.code == "PLO201"]
    assert (finding.severity, finding.reason) == (ADVICE, "agreed until spring")


def test_policies_are_put_together() -> None:
    """The later change counts."""
    first = SENDING.off("PLO201", reason="a")
    second = STANDARD.grade(WARNING, "PLO201", reason="b")
    assert (first | second).change_of("PLO201") == second.changes[0]
    assert (first | second).direction == "sending"
    assert SENDING.changes == ()


def test_a_change_needs_a_reason() -> None:
    """So that nobody silences anything by the way."""
    with pytest.raises(ValueError, match="reason"):
        STANDARD.off("PLO201", reason=" ")


def test_on_receiving_an_error_is_what_may_be_refused() -> None:
    """No finding is an error that does not lead to a refusal."""
    for name in samples.names():
        for finding in check(samples.data(name), policy=RECEIVING):
            assert (finding.severity is ERROR) <= (finding.refusal is not None), finding.code


@pytest.mark.parametrize("policy", [STANDARD, SENDING, RECEIVING], ids=lambda p: p.name)
def test_samples_are_exemplary(policy: Policy) -> None:
    """The samples that are right have no finding at all under any policy.

    But for those of PLO 2.0, a draft: whoever sends them is told so.
    """
    wrong = {
        name: report.summary()
        for name in samples.names()
        if not name.startswith("damaged-") and not name.endswith("-2.0")
        for report in [check(samples.data(name), policy=policy)]
        if report.findings
    }
    assert not wrong, "\n".join(f"{name}: {text}" for name, text in wrong.items())


def test_what_can_be_checked(tmp_path: Path) -> None:
    """A message, an inspection, octets or a path; lines are known where there are octets."""
    path = tmp_path / "message.xml"
    path.write_bytes(NO_CODE)
    for given in (NO_CODE, path, inspect(NO_CODE)):
        (finding,) = [f for f in check(given) if f.code == "PLO201"]
        assert finding.where.line
        assert finding.where.xpath.endswith("/MedisinskDiagnose[1]")
    (finding,) = [f for f in check(decode(NO_CODE)) if f.code == "PLO201"]
    assert finding.where.line is None
    assert finding.where.path.endswith("medisinsk_diagnose[0]")


def test_nothing_to_check() -> None:
    """Bytes that are no message have their findings; what cannot be read at all is an error."""
    assert check(b"no message").codes
    with pytest.raises(InputError):
        check(Path("/no/such/file"))
