"""A message that was given to a receiver, and what came back."""

from __future__ import annotations

from attrs import frozen
from lxml import etree

from .answers import Acknowledged, decision_of, read_acknowledgement
from .evidence import Evidence, failed, passed
from .receivers import Answer, Setup
from .setups import Case

__all__ = ["Trial", "say", "trial_of"]


@frozen(repr=False)
class Trial:
    """A message that was given to a receiver, and what came back."""

    case: Case
    setup: Setup
    answer: Answer
    acknowledged: tuple[Acknowledged, ...]

    @property
    def decision(self) -> str | None:
        """What was decided, as far as it can be told."""
        return decision_of(self.answer, self.acknowledged)

    @property
    def codes(self) -> frozenset[str]:
        """The error codes of all acknowledgements."""
        return frozenset(code for made in self.acknowledged for code in made.errors)


def trial_of(case: Case, setup: Setup, answer: Answer, schema: etree.XMLSchema | None) -> Trial:
    """With the acknowledgements read."""
    made = tuple(read_acknowledgement(data, schema) for data in answer.acknowledgements)
    return Trial(case, setup, answer, made)


def say(trial: Trial, requirement: str, right: bool, good: str, bad: str) -> Evidence:
    """What was seen of it: one text if it is right, another if not."""
    made = passed if right else failed
    return made(requirement, trial.case.file, good if right else bad)
