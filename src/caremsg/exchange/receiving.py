"""`receive`: what to do with bytes that arrived, and the acknowledgement, ready to send."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Iterable
from hashlib import sha256

from attrs import evolve, frozen

from caremsg.check import check
from caremsg.check import flow_kinds as kinds
from caremsg.codec.safe_xml import Limits
from caremsg.codes import STANDARD_CODES, Catalogue
from caremsg.document import Input, Inspection, inspect
from caremsg.errors import InputError
from caremsg.findings import (
    KINDS,
    Finding,
    FindingKind,
    Report,
    Severity,
    Silenced,
    Where,
    Words,
)
from caremsg.messages.apprec import AppRec

from .acknowledging import (
    Acknowledgement,
    Fault,
    Status,
    acknowledge,
    faults_of,
    issued,
    uuid_of,
    written,
)
from .addressing import Standing, judge_addressing, judge_patient
from .decisions import Decision, Reason, Reception
from .directory import EVERYBODY, Directory
from .originals import Original, original_of
from .policies import RECEIVE, Receiving
from .receipts import read_receipt

__all__ = ["as_duplicate", "receive", "settle"]


def _never(_: str) -> str | None:
    return None


def receive(
    data: Input,
    /,
    *,
    id: str,
    at: dt.datetime,
    directory: Directory = EVERYBODY,
    policy: Receiving = RECEIVE,
    seen: Callable[[str], str | None] = _never,
    codes: Catalogue = STANDARD_CODES,
    limits: Limits = Limits(),
) -> Reception:
    """Decide on bytes that arrived, and make the acknowledgement of each receiver of ours.

    `id` is a new UUID for the acknowledgement; with several receivers of ours, those of the
    others are derived from it. `at` is the present time. `directory` tells who is ours and
    known; without one everybody is, and the report says so. `seen` gives the SHA-256 of the
    message that was received before under an identifier (in small letters), or None.

    Never raises for anything in the document. Raises InputError when there is nothing to
    read, when `id` is no UUID, or when XML cannot express `at`.

    Source: HIS 80415:2012, 3; HITS 1168:2016, 4, 5 and 8.
    """
    uuid_of(id)
    written(at)
    inspection = inspect(data, limits=limits)
    digest = sha256(inspection.data).hexdigest()
    if isinstance(inspection.message, AppRec):
        return _of_receipt(inspection, digest, policy, at, codes)
    original = original_of(inspection)
    earlier = seen(original.key) if original is not None and original.key else None
    if earlier is not None:
        return _duplicate(inspection, original, digest, earlier)
    report = check(inspection, policy=policy.check, at=at, codes=codes, limits=limits)
    case = _Case(inspection, original, report, digest, directory, policy, id, at, codes)
    return case.decided()


def _of_receipt(
    inspection: Inspection, digest: str, policy: Receiving, at: dt.datetime, codes: Catalogue
) -> Reception:
    report = check(inspection, policy=policy.check, at=at, codes=codes)
    right = inspection.ok
    return Reception(
        inspection.data,
        inspection,
        None,
        Decision.ACCEPT if right else Decision.REJECT,
        Reason.RECEIPT if right else Reason.FAULTY_RECEIPT,
        report,
        receipt=read_receipt(inspection),
        digest=digest,
    )


def _duplicate(
    inspection: Inspection, original: Original | None, digest: str, earlier: str
) -> Reception:
    """A message that was received before; what is wrong with it was told then."""
    found = () if earlier == digest else (_at_id(kinds.FLO009),)
    return Reception(
        inspection.data,
        inspection,
        original,
        Decision.IGNORE,
        Reason.DUPLICATE,
        Report(found),
        digest=digest,
    )


def as_duplicate(reception: Reception, earlier: str) -> Reception:
    """A reception of something that was received before, with the SHA-256 of what it was then."""
    return _duplicate(reception.inspection, reception.original, reception.digest, earlier)


def _at_id(kind: FindingKind) -> Finding:
    return kind.at(Where("msg_info.msg_id"))


@frozen
class _Case:
    """A message on which a decision is to be made."""

    inspection: Inspection
    original: Original | None
    report: Report
    digest: str
    directory: Directory
    policy: Receiving
    id: str
    at: dt.datetime
    codes: Catalogue

    def decided(self) -> Reception:
        original = self.original
        if original is None:
            return self.without_answer(Reason.NO_ENVELOPE)
        if not original.sender_ids:
            return self.without_answer(Reason.NO_SENDER, kinds.FLO004.at(_where("sender")))
        if isinstance(original.payload, AppRec):
            return self.without_answer(Reason.FAULTY_RECEIPT)
        standings, told = judge_addressing(original, self.directory, self.policy)
        if not standings:
            return self.without_answer(Reason.NO_RECEIVER, *told)
        told += self.about(original)
        own = [f for f in (*self.report, *self.graded(told)) if _refuses(f)]
        if original.salvaged and not own:  # the policy does not mind, but nobody can read it
            return self.without_answer(Reason.SILENT, *told)
        return self.answered(original, standings, own, told)

    def graded(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings as the policy has them, without those it leaves out."""
        found = [self.policy.check.apply(finding) for finding in findings]
        return [finding for finding in found if isinstance(finding, Finding)]

    def about(self, original: Original) -> list[Finding]:
        """The findings about the patient, the chain and the type."""
        found: list[Finding] = []
        if original.salvaged:
            return [kinds.FLO012.at(Where("msg_info"))]
        if not original.key and _ID_CODE not in self.report.codes:  # the element is missing
            found.append(KINDS[_ID_CODE].at(_where("msg_id")))
        types, edition, code = self.policy.types, original.edition, original.type.code or ""
        draft = edition is not None and edition.experimental and not self.policy.drafts
        if draft or (types is not None and code not in types):
            found.append(kinds.FLO013.at(_where("type")))
        told = any(finding.refusal == "T10" for finding in (*self.report, *found))
        if original.foreign and not told and not (types is not None and code in types):
            found.append(kinds.FLO016.at(Where("innhold[0].ref_doc.content")))
        if original.status in ("M", "C") and not (original.parent or original.conversation):
            found.append(kinds.FLO008.at(_where("conversation_ref")))
        if self.inspection.ok:  # otherwise parts of the patient may be missing
            found += judge_patient(original, self.directory)
        return found

    def answered(
        self,
        original: Original,
        standings: tuple[Standing, ...],
        refusing: list[Finding],
        told: list[Finding],
    ) -> Reception:
        """With the acknowledgement of each receiver, where one can and may be sent."""
        refused = [s for s in standings if refusing or s.refusing]
        findings = self.graded([*told, *_given(refused)])
        decision, reason = self.decision(standings, refused, findings)
        reception = self.reception(decision, reason, [*told, *_given(refused)])
        if decision is Decision.HOLD:
            return reception
        silence = _silence(original, refusing, self.policy)
        if silence is not None:
            return evolve(reception, reason=silence)
        missing = _missing(original)
        if missing is not None:
            more = Report((*reception.report, missing), reception.report.silenced)
            return evolve(reception, reason=Reason.TOO_LITTLE, report=more)
        faults = faults_of(refusing, self.codes)
        made = _made(original, standings, faults, self.id, self.at, self.policy, self.codes)
        return evolve(reception, acknowledgements=made)

    def decision(
        self, standings: tuple[Standing, ...], refused: list[Standing], findings: list[Finding]
    ) -> tuple[Decision, Reason]:
        if len(refused) == len(standings):
            return Decision.REJECT, Reason.REFUSED
        codes = {finding.code for finding in findings}
        if self.policy.hold_unknown_patients and codes & _UNSURE:
            return Decision.HOLD, Reason.HELD
        if any(f.severity is not Severity.ADVICE for f in findings):
            return Decision.WARN, Reason.WARNINGS
        return Decision.ACCEPT, Reason.TAKEN

    def without_answer(self, reason: Reason, *more: Finding) -> Reception:
        return self.reception(Decision.REJECT, reason, more)

    def reception(self, decision: Decision, reason: Reason, more: Iterable[Finding]) -> Reception:
        applied = [self.policy.check.apply(finding) for finding in more]
        kept = [finding for finding in applied if isinstance(finding, Finding)]
        silenced = [item for item in applied if isinstance(item, Silenced)]
        report = Report((*self.report, *kept), (*self.report.silenced, *silenced))
        return Reception(
            self.inspection.data,
            self.inspection,
            self.original,
            decision,
            reason,
            report,
            digest=self.digest,
        )


_ID_CODE = "ENV005"
"""What is said of an identifier that is no UUID."""
_UNSURE = {kinds.FLO005.code, kinds.FLO006.code, kinds.FLO007.code}
"""What a person has to settle before the message can be filed."""


def _given(standings: Iterable[Standing]) -> list[Finding]:
    return [standing.refusing for standing in standings if standing.refusing is not None]


def _refuses(finding: Finding) -> bool:
    return finding.refusal is not None and finding.severity is Severity.ERROR


def _where(part: str) -> Where:
    return Where(f"msg_info.{part}")


def _missing(original: Original) -> Finding | None:
    """What an acknowledgement cannot do without: the time, and of a damaged head all the rest."""
    parts = [("gen_date", "GenDate", issued(original))]
    if original.salvaged:
        parts += [("msg_id", "MsgId", original.key), ("type", "Type", original.type.code or "")]
    for path, name, value in parts:
        if not value:
            return kinds.FLO015.at(_where(path), part=Words(name, name))
    return None


def _silence(original: Original, refusing: list[Finding], policy: Receiving) -> Reason | None:
    """Why no acknowledgement is sent although the parties are known."""
    innbygger = (original.type.code or "").startswith("DIALOG_INNBYGGER")
    if innbygger and original.ack == "N":  # HITS 1217, 2.13
        return Reason.REAL_TIME
    technical = bool(refusing) and all((f.refusal or "").startswith("T") for f in refusing)
    if technical and not policy.answer_unreadable:
        return Reason.SILENT
    return None


def _made(
    original: Original,
    standings: tuple[Standing, ...],
    faults: tuple[Fault, ...],
    id: str,
    at: dt.datetime,
    policy: Receiving,
    codes: Catalogue,
) -> tuple[Acknowledgement, ...]:
    """The acknowledgement of each receiver; `faults` refuse the message for all of them."""
    made: list[Acknowledgement] = []
    for number, standing in enumerate(standings):
        found = (*faults, *faults_of([standing.refusing] if standing.refusing else [], codes))
        made.append(
            acknowledge(
                original,
                id=_derived(id, number),
                at=at,
                status=Status.REFUSED if found else Status.OK,
                faults=found,
                receiver=standing.addressee,
                software=policy.software,
                codes=codes,
            )
        )
    return tuple(made)


def _derived(id: str, number: int) -> str:
    """The identifier itself, and others made from it for further acknowledgements."""
    return id if number == 0 else str(uuid.uuid5(uuid.UUID(id), str(number)))


def settle(
    reception: Reception,
    /,
    *,
    id: str,
    at: dt.datetime,
    refuse: Iterable[Fault] = (),
    directory: Directory = EVERYBODY,
    policy: Receiving = RECEIVE,
    codes: Catalogue = STANDARD_CODES,
) -> Reception:
    """A message that was held, once a person has decided: taken in, or refused with faults.

    It may be late: after 96 hours too the answer is still sent. Raises InputError when the
    message was not held. Source: HIS 80415:2012, 3.3.4, with errata of 2016.
    """
    original = reception.original
    if reception.decision is not Decision.HOLD or original is None:
        raise InputError("only a message that is held can be settled")
    faults = tuple(refuse)
    standings, _ = judge_addressing(original, directory, policy)
    refused = bool(faults) or all(standing.refusing for standing in standings)
    decision = Decision.REJECT if refused else Decision.WARN
    reason = Reason.REFUSED if refused else Reason.WARNINGS
    if not standings:
        reason = Reason.NO_RECEIVER
    silence = _silence(original, [], policy)
    if silence is not None or not standings:
        return evolve(reception, decision=decision, reason=silence or reason)
    made = _made(original, standings, faults, id, at, policy, codes)
    return evolve(reception, decision=decision, reason=reason, acknowledgements=made)
