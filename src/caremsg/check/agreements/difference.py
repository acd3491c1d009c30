"""What differs between two agreements, for people."""

from __future__ import annotations

from typing import Any

import attrs
from attrs import frozen

from .model import Agreement, Exchange, Requirement

__all__ = ["Difference", "differences"]


@frozen
class Difference:
    """One thing that differs."""

    kind: str
    """`added`, `removed` or `changed`."""
    subject: str
    """What it is about."""
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        sign = {"added": "+", "removed": "-", "changed": "~"}[self.kind]
        change = f": {self.before} -> {self.after}" if self.kind == "changed" else ""
        return f"{sign} {self.subject}{change}"


def differences(before: Agreement, after: Agreement) -> list[Difference]:
    """What was added, removed and changed from one agreement to another, in a fixed order."""
    old, new = _facts(before), _facts(after)
    found: list[Difference] = []
    for subject in dict.fromkeys([*old, *new]):
        if subject not in new:
            found.append(Difference("removed", subject, old[subject]))
        elif subject not in old:
            found.append(Difference("added", subject, "", new[subject]))
        elif old[subject] != new[subject]:
            found.append(Difference("changed", subject, old[subject], new[subject]))
    return found


def _facts(agreement: Agreement) -> dict[str, str]:
    facts = {
        name: str(value)
        for name in ("name", "valid_from", "valid_to")
        if (value := getattr(agreement, name)) is not None
    }
    facts["level"] = agreement.level.value
    for exchange in agreement.exchanges:
        for code in exchange.types:
            facts |= _fields(f"exchange {code}", exchange, ("types", "level"))
    for requirement in agreement.requirements:
        types = ", ".join(requirement.types) or "all types"
        subject = f"rule {requirement.check} {requirement.path} ({types})"
        facts |= _fields(subject, requirement, ("types", "check", "path", "level", "line"))
    return facts


def _fields(subject: str, item: Exchange | Requirement, without: tuple[str, ...]) -> dict[str, str]:
    """The thing itself, and each of its fields that is set."""
    facts = {subject: "there"}
    for field in attrs.fields(type(item)):
        value: Any = getattr(item, field.name)
        if field.name not in without and value not in (None, "", (), 0):
            facts[f"{subject} {field.name}"] = _shown(value)
    return facts


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))  # pyright: ignore[reportUnknownArgumentType]
    return str(getattr(value, "value", value))
