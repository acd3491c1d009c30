"""Policies: how bad each kind of finding is, to whom.

STANDARD                     # the words of the standard: must, should
SENDING                      # strict: listed content that is missing is an error
RECEIVING                    # an error only where the message may be refused
SENDING.off("PLO301", reason="we have no such unit")
RECEIVING.grade(Severity.ERROR, "COD003", reason="agreed with the hospital")
"""

from __future__ import annotations

import attrs
from attrs import frozen

from caremsg.findings import Direction, Finding, FindingKind, Severity, Silenced

__all__ = ["RECEIVING", "SENDING", "STANDARD", "Change", "Policy"]


@frozen
class Change:
    """What is done to one kind of finding, and why."""

    code: str
    severity: Severity | None
    """None: it is kept out of the findings, and told among those that are silenced."""
    reason: str


@frozen
class Policy:
    """Which findings count, and how much. Made from another one with `off`, `grade` and `|`."""

    name: str
    direction: Direction | None = None
    """Whose side it takes. None: every rule is judged, as the standard has it."""
    listed: Severity = Severity.WARNING
    """How bad it is that content which is to be sent when relevant is not there."""
    changes: tuple[Change, ...] = ()
    """Later ones count more."""

    def off(self, *codes: str, reason: str) -> Policy:
        """The same, without these codes. Raises ValueError when no reason is given."""
        return self._with(None, codes, reason)

    def grade(self, severity: Severity, *codes: str, reason: str) -> Policy:
        """The same, with another severity of these codes. Raises ValueError without a reason."""
        return self._with(severity, codes, reason)

    def __or__(self, other: Policy) -> Policy:
        """This one, with the changes of another one too; those count more."""
        if not isinstance(other, Policy):  # pyright: ignore[reportUnnecessaryIsInstance]
            return NotImplemented
        return attrs.evolve(self, changes=self.changes + other.changes)

    def severity_of(self, kind: FindingKind) -> Severity | None:
        """How bad a kind of finding is before the changes; None: it is not judged."""
        if self.direction is not None and kind.only not in (None, self.direction):
            return None
        if self.direction == "receiving":
            return kind.receiving
        return self.listed if kind.listed else kind.severity

    def change_of(self, code: str) -> Change | None:
        """The change that counts for a code."""
        return next((c for c in reversed(self.changes) if c.code == code), None)

    def apply(self, finding: Finding) -> Finding | Silenced:
        """A finding as this policy has it."""
        change = self.change_of(finding.code)
        if change is None:
            return finding
        if change.severity is None:
            return Silenced(finding, change.reason)
        return attrs.evolve(finding, severity=change.severity, reason=change.reason)

    def _with(self, severity: Severity | None, codes: tuple[str, ...], reason: str) -> Policy:
        if not reason.strip():
            raise ValueError("a change of policy needs a reason, which the report repeats")
        made = tuple(Change(code, severity, reason) for code in codes)
        return attrs.evolve(self, changes=self.changes + made)


STANDARD = Policy("standard")
"""As the standard has it, for whoever looks at a message from neither side."""
SENDING = Policy("sending", "sending", Severity.ERROR)
"""Strict: for messages that are about to be sent."""
RECEIVING = Policy("receiving", "receiving", Severity.ADVICE)
"""For messages that have arrived: nothing is an error for which they must not be refused."""
