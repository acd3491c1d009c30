"""The verdict on one message: decision, acknowledgements, and what else the receiver shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from .acknowledging import judge_acknowledgement
from .answers import taken_in
from .evidence import Evidence, failed, not_judged, passed
from .setups import own_receivers
from .trials import Trial, say

__all__ = ["OF_KIND", "judge"]

OF_KIND = {
    "malformed": "ACC-R-02",
    "patient-missing": "ACC-R-11",
    "patient-local-number": "ACC-R-11",
    "patient-without-id": "ACC-R-11",
    "patient-unknown": "ACC-R-12",
    "sender-empty": "ACC-R-13",
    "sender-missing": "ACC-R-13",
    "id-empty": "ACC-R-14",
    "id-garbage": "ACC-R-14",
    "id-missing": "ACC-R-14",
    "schema-error": "ACC-R-15",
    "id-hnr": "ACC-R-16",
    "id-hnr-dob": "ACC-R-16",
    "id-fhn": "ACC-R-16",
    "id-dnr": "ACC-R-16",
    "id-two": "ACC-R-16",
    "id-differs": "ACC-R-17",
    "receiver-unknown": "ACC-R-18",
    "copy-receiver": "ACC-R-19",
    "duplicate": "ACC-R-20",
    "resending": "ACC-R-20",
    "cancel": "ACC-R-21",
    "out-of-order": "ACC-R-22",
    "change": "ACC-R-23",
}
"""The requirement that the decision on a message of a kind belongs to; else ACC-R-01."""
_REPORTED = ("ACC-R-02", "ACC-R-11", "ACC-R-12", "ACC-R-13", "ACC-R-14", "ACC-R-15")
_UNREADABLE = ("malformed", "schema-error")
_XML_CODES = {"T01", "T02", "T99"}


def judge(trial: Trial) -> Iterator[Evidence]:
    """Everything that one message tells about the receiver."""
    yield from _decided(trial)
    yield from _reported(trial)
    yield from _kept(trial)
    yield from _sent(trial)
    yield from _refused(trial)
    for made in trial.acknowledged:
        yield from judge_acknowledgement(trial, made)


def _decided(trial: Trial) -> Iterator[Evidence]:
    """The decision is one of those that are permitted."""
    requirement = OF_KIND.get(trial.case.record.kind, "ACC-R-01")
    permitted = trial.case.record.expected.permitted
    decision = trial.decision
    if decision is None:
        if "reject" in permitted:
            text = "neither a decision nor an acknowledgement"
            yield not_judged(requirement, trial.case.file, text)
        else:
            yield failed(requirement, trial.case.file, "taken in by no sign: nothing came back")
        return
    allowed = permitted
    if trial.answer.decision is None and permitted & {"accept", "warn"}:
        allowed = permitted | {"accept"}  # an acknowledgement does not tell one from the other
    wanted = " or ".join(sorted(permitted))
    bad = f"decision {decision}, and {wanted} was expected"
    codes = ", ".join(sorted(trial.codes))
    bad += f" (codes {codes})" if codes else ""
    yield say(trial, requirement, decision in allowed, f"decision {decision}", bad)
    if trial.case.record.kind in _UNREADABLE:
        yield say(
            trial,
            "ACC-R-35",
            trial.codes <= _XML_CODES,
            "answered with " + (codes or "nothing"),
            f"answered with {codes}",
        )


def _reported(trial: Trial) -> Iterator[Evidence]:
    """What is wrong is told to somebody; of broken XML, where."""
    requirement = OF_KIND.get(trial.case.record.kind, "ACC-R-01")
    if requirement not in _REPORTED and not trial.case.record.expected.warnings:
        return
    told = trial.answer.told
    if told is None and trial.answer.decision not in ("warn", "reject"):
        yield not_judged(requirement, trial.case.file, "what a user is told is not given")
    elif told is not None:
        yield say(trial, requirement, bool(told), "a user is told", "nobody is told")
    if requirement == "ACC-R-02":
        lines = _lines_of_fault(trial.case.record.data)
        numbers = {n for text in told or () for n in re.findall(r"\d+", text)}
        if told is None:
            yield not_judged(requirement, trial.case.file, "the place of the fault is not given")
        elif lines:
            bad = "the line of the fault is not told"
            yield say(trial, requirement, bool(lines & numbers), "with the line", bad)


def _lines_of_fault(data: bytes) -> set[str]:
    """The lines that a parser of XML names for a fault, if there is one."""
    try:
        etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        return set(re.findall(r"line (\d+)", error.msg or ""))
    return set()


def _kept(trial: Trial) -> Iterator[Evidence]:
    """The reception is logged, and the bytes are kept."""
    answer, file = trial.answer, trial.case.file
    if answer.log is None:
        yield not_judged("ACC-R-06", file, "the log is not given")
    else:
        yield say(trial, "ACC-R-06", bool(answer.log), "in the log", "not in the log")
    if answer.original is None:
        yield not_judged("ACC-R-07", file, "the message that was kept is not given")
    else:
        same = answer.original == trial.case.record.data
        yield say(trial, "ACC-R-07", same, "the same bytes", "the bytes that are kept differ")


def _sent(trial: Trial) -> Iterator[Evidence]:
    """There are as many acknowledgements as there are receivers of ours; or none, if so it is."""
    expected, count = trial.case.record.expected, len(trial.acknowledged)
    if expected.send == "must-not":
        bad = "acknowledged, and nobody should be answered"
        yield say(trial, "ACC-R-36", not count, "not acknowledged", bad)
        return
    if expected.send == "must":
        yield say(trial, "ACC-R-08", count > 0, "acknowledged", "not acknowledged")
    if not count:
        return
    own = own_receivers(trial.case, trial.setup.directory)
    if own:
        bad = f"{count} acknowledgements for {len(own)} receivers of ours"
        good = f"{count} for {len(own)} of ours"
        yield say(trial, "ACC-R-33", count == len(own), good, bad)
    roles = {made.sender.role for made in trial.acknowledged}
    if taken_in(trial.decision) and expected.roles:
        wanted = ", ".join(expected.roles)
        right = set(expected.roles) <= roles
        bad = f"no acknowledgement as {wanted}"
        yield say(trial, "ACC-R-31", right, f"acknowledged as {wanted}", bad)
    if trial.case.record.kind == "copy-receiver":
        yield say(trial, "ACC-R-19", roles == {"COP"}, "as a copy receiver", "as another role")


def _refused(trial: Trial) -> Iterator[Evidence]:
    """Refusals: for the right reason, and for nothing that is no ground to refuse."""
    file, expected = trial.case.file, trial.case.record.expected
    if not trial.acknowledged:
        return
    codes = trial.codes
    yield say(trial, "ACC-R-39", "E35" not in codes, "without E35", "refused with E35")
    named = ", ".join(sorted(codes))
    if trial.decision == "reject" and expected.codes and "reject" in expected.permitted:
        right = bool(codes & set(expected.codes))
        wanted = " or ".join(expected.codes)
        bad = f"refused with {named}, and {wanted} was expected"
        yield say(trial, "ACC-R-30", right, f"refused with {named}", bad)
    if OF_KIND.get(trial.case.record.kind) == "ACC-R-18" and trial.decision == "reject":
        yield say(trial, "ACC-R-37", "E21" in codes, "refused with E21", f"refused with {named}")
    if "E36" in expected.codes and trial.decision == "reject":
        yield say(trial, "ACC-R-38", "E36" in codes, "refused with E36", f"refused with {named}")
    elif "E36" in codes and "reject" not in expected.permitted:
        text = "refused with E36 although the patient is sufficiently identified"
        yield failed("ACC-R-38", file, text)
    elif "reject" not in expected.permitted:
        yield passed("ACC-R-38", file, "not refused with E36")
