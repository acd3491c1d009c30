"""What an agreement says, line by line, and what differs between two, for people."""

from __future__ import annotations

from typing import Any, Literal

import attrs
from attrs import frozen

from .model import Agreement, Exchange, Requirement

__all__ = ["Difference", "differences", "facts"]


@frozen
class Difference:
    """One thing that differs."""

    kind: Literal["added", "removed", "changed"]
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
    old, new = facts(before), facts(after)
    found: list[Difference] = []
    for subject in dict.fromkeys([*old, *new]):
        if subject not in new:
            found.append(Difference("removed", subject, old[subject]))
        elif subject not in old:
            found.append(Difference("added", subject, "", new[subject]))
        elif old[subject] != new[subject]:
            found.append(Difference("changed", subject, old[subject], new[subject]))
    return found


def facts(agreement: Agreement, *, levels: bool = False) -> dict[str, str]:
    """All that an agreement says, by what it is about; with `levels` also which layer says so."""
    found = {"name": agreement.name, "level": agreement.level.value}
    for name in ("valid_from", "valid_to"):
        if (value := getattr(agreement, name)) is not None:
            found[name] = str(value)
    for exchange in agreement.exchanges:
        for code in exchange.types:
            subject = f"exchange {code}{_between(exchange)}"
            found |= _fields(subject, exchange, found, levels=levels)
    for requirement in agreement.requirements:
        found |= _fields(_about(requirement), requirement, found, levels=levels)
    return found


def _between(exchange: Exchange) -> str:
    sender = f" from {exchange.sender}" if exchange.sender else ""
    return sender + (f" to {exchange.receiver}" if exchange.receiver else "")


def _about(requirement: Requirement) -> str:
    since = f" since {requirement.since}" if requirement.since else ""
    types = ", ".join(sorted(requirement.types)) or "all types"
    return f"rule {requirement.check} {requirement.path}{since} ({types})"


_KEYS = ("types", "sender", "receiver", "check", "path", "since", "level", "line")
"""What the subject says already, or what is told apart."""


def _fields(
    subject: str, item: Exchange | Requirement, known: dict[str, str], *, levels: bool
) -> dict[str, str]:
    """The thing itself, and each of its fields that is set; a second one gets a number."""
    number = 1
    while (unique := subject if number == 1 else f"{subject} #{number}") in known:
        number += 1
    made = {unique: item.level.value if levels else "there"}
    for field in attrs.fields(type(item)):
        value: Any = getattr(item, field.name)
        if field.name == "attachments" and value == ():
            made[f"{unique} attachments"] = "none"
        elif field.name not in _KEYS and value not in (None, "", (), 0):
            made[f"{unique} {field.name}"] = _shown(value)
    return made


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))  # pyright: ignore[reportUnknownArgumentType]
    return str(getattr(value, "value", value))
