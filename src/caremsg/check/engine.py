"""`check`: what is wrong with a message, by every rule that can be asked of one message."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from caremsg.codec.safe_xml import Limits
from caremsg.codes import STANDARD_CODES, Catalogue
from caremsg.declare import Message
from caremsg.declare.rules import Breach, Rule
from caremsg.document import Input, Inspection, inspect
from caremsg.findings import Finding, FindingKind, Report, Severity, Silenced, Where
from caremsg.messages.given import Given

from . import kinds
from .agreements import Agreement, judge_agreement
from .codes import judge_codes
from .dispatch import table_for
from .identifiers import judge_identifiers
from .loading import load_others
from .places import Places
from .policy import STANDARD, Policy
from .values import judge_values
from .walk import DocumentFound, documents, paths

__all__ = ["check"]

_Raw = tuple[FindingKind, Any, Breach]


@attrs.frozen
class _Asked:
    """How a message is to be judged."""

    policy: Policy
    agreement: Agreement | None
    at: dt.datetime | None
    codes: Catalogue
    limits: Limits


def check(
    message: Message | Inspection | Input,
    /,
    *,
    policy: Policy = STANDARD,
    agreement: Agreement | None = None,
    at: dt.datetime | None = None,
    codes: Catalogue = STANDARD_CODES,
    limits: Limits = Limits(),
) -> Report:
    """All that is wrong with a message: shape, codes, identifiers, rules of the standard.

    `message` is a message, an `Inspection`, or what `inspect` reads. Only of the last two
    are lines and XPaths known, and findings about shape. `policy` says how bad things are;
    `agreement` is what the parties agreed beyond the standard; `at` is the present time, for
    rules that ask for it; `codes` are the code systems, to which newer lists may have been
    added. Never raises for anything in the message; InputError when there is nothing to read.
    """
    asked = _Asked(policy, agreement, at, codes, limits)
    if isinstance(message, Message):
        return _judged(message, None, (), asked)
    inspection = message if isinstance(message, Inspection) else inspect(message, limits=limits)
    shape = inspection.report.findings
    if inspection.message is None:
        return _reported(shape, policy)
    return _judged(inspection.message, inspection.data, shape, asked)


def _judged(
    message: Message, data: bytes | None, shape: tuple[Finding, ...], asked: _Asked
) -> Report:
    complete = not any(f.severity is Severity.ERROR for f in shape)
    raw: list[_Raw] = []
    for document in documents(message):
        raw += _breaches(document, asked, complete=complete)
        raw += judge_values(document)
        raw += judge_codes(document, asked.codes)
        raw += judge_identifiers(document)
    places = Places(message, data, asked.limits)
    findings = [*shape, *_outside(), *_placed(message, raw, places, asked.policy)]
    if asked.agreement is not None:
        findings += _under(asked.agreement, message, places)
    if shape or asked.agreement is not None:
        findings.sort(key=lambda finding: finding.where.line or 0)
    return _reported(findings, asked.policy)


def _under(agreement: Agreement, message: Message, places: Places) -> Iterator[Finding]:
    """Where a message does not keep an agreement; the agreement says how bad that is."""
    for breach in judge_agreement(agreement, message):
        finding = breach.kind.at(places.where(breach.path), **breach.names)
        severity = breach.severity or finding.severity
        yield attrs.evolve(finding, severity=severity, refusal=breach.refusal)


def _outside() -> Iterator[Finding]:
    """What is wrong with the rules of others."""
    for package, error in load_others():
        yield kinds.CHK003.at(Where(), package=package, error=error)


def _breaches(document: DocumentFound, asked: _Asked, *, complete: bool) -> Iterator[_Raw]:
    root = document.root
    given = Given(root, document.head, document.objects, asked.at)
    direction = asked.policy.direction
    table = table_for(type(root), root.edition, direction, cancels=given.cancels)
    for cls, objects in document.objects.items():
        for rule in table[cls]:
            for item in objects:
                try:
                    for breach in rule.test(item, given):
                        yield rule.kind, item, breach
                except Exception as error:
                    yield _failed(rule, item, error, complete=complete)


def _failed(rule: Rule, item: Any, error: Exception, *, complete: bool) -> _Raw:
    name = type(error).__name__
    kind = kinds.CHK001 if complete else kinds.CHK002
    return kind, item, Breach(rule=rule.kind.code, error=name)


def _placed(message: Message, raw: list[_Raw], places: Places, policy: Policy) -> Iterator[Finding]:
    """The findings of all breaches, in the order of the document."""
    where: dict[int, list[str]] = defaultdict(list)
    order: dict[str, int] = {}
    wanted = {id(item) for _, item, _ in raw}
    for number, (identity, path) in enumerate(paths(message, wanted)):
        where[identity].append(path)
        order[path] = number
    found = {
        (kind.code, _joined(path, breach.path)): (order[path], kind, breach)
        for kind, item, breach in raw
        for path in where[id(item)]  # one object may stand in several places
    }
    for (_, path), (_, kind, breach) in sorted(found.items(), key=lambda pair: pair[1][0]):
        severity = policy.severity_of(kind)
        if severity is not None:
            finding = kind.at(places.where(path), **breach.names)
            yield attrs.evolve(finding, severity=severity)


def _joined(path: str, more: str) -> str:
    return f"{path}.{more}" if path and more else path or more


def _reported(findings: Iterable[Finding], policy: Policy) -> Report:
    judged = [policy.apply(finding) for finding in findings]
    return Report(
        tuple(item for item in judged if isinstance(item, Finding)),
        tuple(item for item in judged if isinstance(item, Silenced)),
    )
