"""`explain`: what a code means, why it matters, and what to do."""

from __future__ import annotations

from difflib import get_close_matches

from attrs import frozen

import caremsg.codec.kinds  # noqa: F401 # pyright: ignore[reportUnusedImport] - declares
from caremsg.declare.rules import RULES, Rule
from caremsg.errors import InputError
from caremsg.findings import KINDS, FindingKind, Severity

from . import baseline, code_kinds, flow_kinds, identifier_kinds, kinds, value_kinds
from .agreements import kinds as agreement_kinds
from .loading import load_all, load_others
from .policy import RECEIVING, SENDING, STANDARD, Policy

__all__ = ["Explanation", "explain", "explanations"]


_DECLARED = (
    agreement_kinds,
    baseline,
    code_kinds,
    flow_kinds,
    identifier_kinds,
    kinds,
    value_kinds,
)


@frozen
class Explanation:
    """What is known of one code."""

    kind: FindingKind
    """Its texts, its source, and the ids that the digests of the standard give it."""
    rule: Rule | None
    """The rule that finds it; None when reading or the engine does."""

    @property
    def code(self) -> str:
        """The code."""
        return self.kind.code

    def sentence(self, language: str = "en") -> str:
        """What is wrong, in one sentence; names in braces are filled in a finding."""
        return self.kind.nb if language == "nb" else self.kind.en

    def why(self, language: str = "en") -> str:
        """Why it matters."""
        return self.kind.why.nb if language == "nb" else self.kind.why.en

    def mend(self, language: str = "en") -> str:
        """What to do about it."""
        return self.kind.mend.nb if language == "nb" else self.kind.mend.en

    def severity(self, policy: Policy = STANDARD) -> Severity | None:
        """How bad it is under a policy; None: it is not judged there."""
        change = policy.change_of(self.code)
        return change.severity if change is not None else policy.severity_of(self.kind)

    @property
    def severities(self) -> dict[str, Severity | None]:
        """How bad it is under each policy of ours, by the name of the policy."""
        return {p.name: self.severity(p) for p in (STANDARD, SENDING, RECEIVING)}


def explain(code: str) -> Explanation:
    """What a code means. Raises InputError, with the nearest codes, when there is none."""
    known = explanations()
    found = known.get(code.strip().upper())
    if found is None:
        near = get_close_matches(code.strip().upper(), known, n=3)
        hint = f"; near it are {', '.join(near)}" if near else ""
        raise InputError(f"there is no finding with this code{hint}")
    return found


def explanations() -> dict[str, Explanation]:
    """Every code there is, in order: ours and those of installed packages of rules."""
    load_all()
    load_others()
    return {code: Explanation(kind, RULES.get(code)) for code, kind in sorted(KINDS.items())}
