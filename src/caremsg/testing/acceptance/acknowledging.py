"""The verdict on one acknowledgement: its form, what it refers to, its status and its parties."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.codes import STANDARD_CODES
from caremsg.exchange import Addressee, Identifier, Original
from caremsg.values import DateTime

from .answers import Acknowledged
from .evidence import Evidence
from .trials import Trial, say

__all__ = ["judge_acknowledgement"]

_ROLES = {"1.0": ({"REQ", "SPR"}, "RECEIVER"), "1.1": ({"PRIM"}, "AVS")}


def judge_acknowledgement(trial: Trial, made: Acknowledged) -> Iterator[Evidence]:
    """One acknowledgement by itself."""
    expected, original = trial.case.record.expected, trial.case.original
    wrong = ", ".join(made.wrong)
    yield say(trial, "ACC-R-28", not made.wrong, "valid", f"not valid: {wrong}")
    if expected.version:
        bad = f"version {made.version or 'unknown'}, and {expected.version} was expected"
        good = f"version {made.version}"
        yield say(trial, "ACC-R-28", made.version == expected.version, good, bad)
    yield say(trial, "ACC-R-30", *_status(trial, made))
    if original is None:
        return
    same = (made.msg_id, made.type) == (original.msg_id, original.type.code or "")
    bad = "OriginalMsgId has another identifier or type than the message"
    yield say(trial, "ACC-R-29", same, "identifier and type are those of the message", bad)
    right = _same_time(made.issued, original.made)
    yield say(trial, "ACC-R-29", right, "IssueDate is GenDate", "IssueDate is not GenDate")
    yield from _parties(trial, made, original)


def _status(trial: Trial, made: Acknowledged) -> tuple[bool, str, str]:
    """Status and errors agree with each other, and with the decision."""
    good = f"status {made.status}" + (f" with {', '.join(made.errors)}" if made.errors else "")
    if made.status not in ("1", "2", "3"):
        return False, good, "a status that is not in 8258"
    if trial.decision == "accept" and made.status == "2":
        return False, good, "a refusal of a message that was taken in"
    if trial.decision == "reject" and made.status != "2":
        return False, good, f"status {made.status} for a message that was refused"
    if (made.status == "1") == bool(made.errors):
        return False, good, "status and errors do not agree"
    system = STANDARD_CODES.find(8221)
    unknown = [c for c in made.errors if system is not None and system.get(c) is None]
    return not unknown, good, "an error without a code of 8221"


def _same_time(one: str, other: str) -> bool:
    if one == other:
        return True
    if len(other.strip()) == 10:
        return one[:19] == f"{other.strip()}T00:00:00"
    try:
        return DateTime(one.strip()).datetime == DateTime(other.strip()).datetime
    except ValueError:
        return False


def _parties(trial: Trial, made: Acknowledged, original: Original) -> Iterator[Evidence]:
    """Roles, and addresses as they were in the message."""
    copies = {r.copy for r in original.receivers if made.sender.ids == _ids_of(r)}
    roles, other = _ROLES.get(made.version, (set[str](), ""))
    own = made.sender.role
    right = (own == "COP" and copies != {False}) or (own in roles and copies != {True})
    bad = f"role {own or 'missing'} does not fit the receiver it speaks for"
    yield say(trial, "ACC-R-31", right, f"role {own}", bad)
    good = f"role {made.receiver.role} for the other side"
    bad = f"role {made.receiver.role or 'missing'} for the other side, and {other} was expected"
    yield say(trial, "ACC-R-31", made.receiver.role == other, good, bad)
    if original.salvaged or original.sender is None:
        return
    mirrored = bool(copies)
    bad = "no receiver of the message has the identifiers of the acknowledging side"
    yield say(trial, "ACC-R-32", mirrored, "the receiver is mirrored", bad)
    right = made.receiver.ids == _ids_of(Addressee(original.sender, copy=False))
    bad = "the identifiers of the sender are not mirrored as they were"
    yield say(trial, "ACC-R-32", right, "the sender is mirrored", bad)


def _ids_of(party: Addressee) -> frozenset[Identifier]:
    """What has to be mirrored: a person who signs below a service is left out."""
    ids = party.organisation | party.service
    return ids if party.service else ids | party.person
