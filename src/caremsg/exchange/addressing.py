"""Whom a message is for, and about: judged by the directory of the receiver."""

from __future__ import annotations

from attrs import frozen

from caremsg.check import flow_kinds as kinds
from caremsg.findings import Finding, Severity, Where
from caremsg.messages.rules.msghead.patient import number_of_patient

from .directory import Directory
from .originals import Addressee, Original, identifiers
from .policies import Receiving

__all__ = ["Standing", "judge_addressing", "judge_patient"]


@frozen
class Standing:
    """A receiver that is ours."""

    addressee: Addressee
    refusing: Finding | None = None
    """Why it refuses the message, when it is this receiver that does."""


def judge_addressing(
    original: Original, directory: Directory, policy: Receiving
) -> tuple[tuple[Standing, ...], list[Finding]]:
    """The receivers that are ours, and what a user should know of the addressing."""
    found: list[Standing] = []
    told: list[Finding] = []
    for receiver in original.receivers:
        place = Where(receiver.path)
        level = _level(receiver, directory)
        if level == "other":
            continue
        finding = _of_level(level, policy, place)
        applied = policy.check.apply(finding) if finding is not None else None
        refuses = isinstance(applied, Finding) and applied.severity is Severity.ERROR
        found.append(Standing(receiver, finding if refuses else None))
        if finding is not None and not refuses:
            told.append(finding)
    if not found:
        told.append(kinds.FLO001.at(Where("msg_info.receiver")))
    elif all(standing.addressee.copy for standing in found):
        told.append(kinds.FLO014.at(Where("msg_info.other_receiver")))
    if not directory.asks:
        told.append(kinds.FLO010.at(Where("msg_info.receiver")))
    return tuple(found), told


def _level(receiver: Addressee, directory: Directory) -> str:
    """How well the directory knows a receiver: `known`, `unknown`, `none` below ours; `other`."""
    organisation, service, person = receiver.organisation, receiver.service, receiver.person
    known = bool(service) and directory.service(service, organisation)
    known = known or (bool(person) and directory.person(person, organisation))
    if known:
        return "known"
    if not (directory.organisation(organisation) if organisation else not directory.asks):
        return "other"
    return "unknown" if service or person else "none"


def _of_level(level: str, policy: Receiving, place: Where) -> Finding | None:
    """The finding about a receiver; an error refuses the message."""
    if level == "unknown":
        kind = kinds.FLO002 if policy.refuse_unknown_service else kinds.FLO003
        return kind.at(place)
    if level == "none" and policy.refuse_missing_service:
        return kinds.FLO002.at(place)
    return None


def judge_patient(original: Original, directory: Directory) -> list[Finding]:
    """What a user should know of the patient: known here, under one record, with a number."""
    patient = original.patient
    if patient is None:
        return []
    place = Where("msg_info.patient")
    found: list[Finding] = []
    if not directory.knows_patients:
        found.append(kinds.FLO011.at(place))
    records = {known for i in identifiers(patient) if (known := directory.known_as(i))}
    if not (records and directory.knows_patients) and number_of_patient(patient) is None:
        return [*found, kinds.FLO007.at(place)]
    if not records:
        return [*found, kinds.FLO005.at(place)]
    if len(records) > 1 and directory.knows_patients:
        found.append(kinds.FLO006.at(place))
    return found
