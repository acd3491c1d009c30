"""Several messages in order: duplicates, changes, cancellations and answers.

What should be known after each step follows from the messages themselves: which of them refers
to which, and with what status (7309).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from attrs import field, frozen
from lxml import etree

from .answers import taken_in
from .evidence import Evidence, failed, not_judged, passed
from .receivers import Receiver, Session, Setup
from .records import Scenario
from .setups import Case
from .trials import Trial, trial_of

__all__ = ["judge_scenario", "requirement_of"]

_KINDS = (
    ("cancel-first", "ACC-R-22"),
    ("out-of-order", "ACC-R-22"),
    ("cancel", "ACC-R-21"),
    ("change", "ACC-R-23"),
    ("duplicate", "ACC-R-20"),
    ("duplikat", "ACC-R-20"),
    ("resending", "ACC-R-20"),
    ("reused", "ACC-R-20"),
    ("answer", "ACC-R-26"),
    ("link", "ACC-R-26"),
)
_STATES = {"current": "valid", "replaced": "replaced", "cancelled": "cancelled"}


def requirement_of(scenario: Scenario) -> str:
    """What a scenario tries, by its kind or else its name."""
    name = scenario.kind or scenario.id
    return next((found for part, found in _KINDS if part in name), "ACC-R-20")


def judge_scenario(
    scenario: Scenario,
    cases: Iterable[Case],
    receiver: Receiver,
    setup: Setup,
    at: dt.datetime,
    schema: etree.XMLSchema | None = None,
) -> tuple[Evidence, ...]:
    """Load the messages in order, and look at the record after each."""
    session = receiver(setup)
    run = _Loading(scenario.id, requirement_of(scenario), session)
    for number, case in enumerate(cases):
        answer = session(case.record.data, at + dt.timedelta(minutes=number))
        run.step(trial_of(case, setup, answer, schema))
    return tuple(run.found)


@frozen
class _Loading:
    """What has been loaded so far, and what was found."""

    id: str
    requirement: str
    session: Session
    loaded: list[Case] = field(factory=list[Case])
    found: list[Evidence] = field(factory=list[Evidence])

    def step(self, trial: Trial) -> None:
        """Judge one message, and the record after it."""
        case = trial.case
        if case.key and any(case.key == before.key for before in self.loaded):
            self.found.extend(self.repeated(trial))
            return
        permitted = case.record.expected.permitted
        decision = trial.decision
        self.say(
            decision in permitted or (decision is not None and trial.answer.decision is None),
            f"decision {decision} for {case.file}, and {' or '.join(sorted(permitted))} expected",
        )
        if taken_in(decision):
            self.loaded.append(case)
            self.found.extend(self.states(case))
            self.found.extend(self.link(case))

    def say(self, right: bool, bad: str) -> None:
        made = passed if right else failed
        self.found.append(made(self.requirement, self.id, "decided as expected" if right else bad))

    def repeated(self, trial: Trial) -> Iterator[Evidence]:
        """The same identifier again: neither taken in nor answered."""
        count, decision = len(trial.acknowledged), trial.answer.decision
        right = not count and decision in (None, "ignore")
        made = passed if right else failed
        text = f"again: decision {decision}, {count} acknowledgements"
        for requirement in dict.fromkeys((self.requirement, "ACC-R-40")):
            yield made(requirement, self.id, text)

    def states(self, last: Case) -> Iterator[Evidence]:
        """After a message that changes or cancels, what it covers does not count any more."""
        if self.requirement not in ("ACC-R-21", "ACC-R-22", "ACC-R-23"):
            return
        known = {case.key: self.session.state(case.key) for case in self.loaded}
        if all(state is None for state in known.values()):
            yield not_judged(self.requirement, self.id, "the state of messages is not given")
            return
        for case in self.loaded:
            if _status(case) == "C":
                continue
            covered = any(_covers(other, case, self.loaded) for other in self.loaded)
            state = known[case.key]
            right = state != "current" if covered else state == "current"
            made = passed if right else failed
            told = _STATES.get(state or "", "not in the record")
            text = f"after {last.file}, {case.file} is {told}"
            yield made(self.requirement, self.id, text)

    def link(self, case: Case) -> Iterator[Evidence]:
        """What refers to a message that was loaded is linked to it."""
        parent = case.original.parent.strip().lower() if case.original is not None else ""
        if self.requirement not in ("ACC-R-21", "ACC-R-26"):
            return
        if parent not in {before.key for before in self.loaded}:
            return
        linked = self.session.linked(case.key)
        if linked is None and self.session.state(case.key) is None:
            yield not_judged(self.requirement, self.id, "links between messages are not given")
            return
        right = (linked or "").strip().lower() == parent
        made = passed if right else failed
        text = "linked to" if right else "not linked to"
        yield made(self.requirement, self.id, f"{case.file} is {text} what it refers to")


def _status(case: Case) -> str:
    return case.original.status if case.original is not None else ""


def _covers(other: Case, case: Case, loaded: list[Case]) -> bool:
    """Whether a message makes another one count no more.

    A change covers what it refers to; a cancellation covers the whole conversation
    (HISD 1154:2018, 4).
    """
    if other.original is None or case.original is None or other is case:
        return False
    parent = other.original.parent.strip().lower()
    if other.original.status == "C":
        chain = _conversation(case)
        return case.key == parent or (bool(chain) and chain == _conversation(other))
    return other.original.status == "M" and case.key == parent


def _conversation(case: Case) -> str:
    original = case.original
    return (original.conversation.strip().lower() or original.key) if original is not None else ""
