"""`run`: everything at once."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from os import PathLike

from attrs import evolve, field, frozen
from lxml import etree

from .answers import taken_in
from .evidence import Evidence, Verdict, failed, human, not_judged, verdict_of
from .judging import OF_KIND, judge
from .probes import probe
from .receivers import Receiver, ours
from .records import Folder, Scenario, read_folder
from .renderings import RENDERED, judge_rendering
from .repeating import judge_again, judge_held, judge_record, judge_rule
from .requirement import Requirement
from .requirements import REQUIREMENTS
from .scenarios import judge_scenario, requirement_of
from .setups import Case, cases_of, setup_for
from .trials import Trial, trial_of
from .watching import RaisedError, Watched

__all__ = ["Result", "Run", "run"]


@frozen
class Result:
    """A requirement, the verdict, and what it rests on."""

    requirement: Requirement
    verdict: Verdict
    evidence: tuple[Evidence, ...]

    @property
    def failures(self) -> tuple[Evidence, ...]:
        """The evidence that speaks against it."""
        return tuple(item for item in self.evidence if item.verdict is Verdict.FAILED)


@frozen
class Run:
    """What was found out about a receiver."""

    results: tuple[Result, ...]
    """One for each requirement, in order."""
    messages: int
    scenarios: int

    @property
    def ok(self) -> bool:
        """True when no requirement failed."""
        return all(result.verdict is not Verdict.FAILED for result in self.results)

    def count(self, verdict: Verdict) -> int:
        """How many requirements have a verdict."""
        return sum(result.verdict is verdict for result in self.results)

    def __getitem__(self, id: str) -> Result:
        for result in self.results:
            if result.requirement.id == id:
                return result
        raise KeyError(id)


def run(
    folder: str | PathLike[str] | Folder,
    receiver: Receiver = ours,
    *,
    schema: etree.XMLSchema | None = None,
    at: dt.datetime | None = None,
) -> Run:
    """Try a receiver on a folder of messages, and judge each requirement.

    `schema` is used for the acknowledgements, besides our own reading of them. `at` is the time
    at which the messages arrive, by default the present. What a receiver raises counts against
    it. Raises InputError when the folder is wrong.
    """
    read = folder if isinstance(folder, Folder) else read_folder(folder)
    watched = partial(Watched, receiver)
    trying = _Trying(cases_of(read), watched, schema, at or dt.datetime.now())
    found = [*trying.messages(), *trying.scenarios(read)]
    found += [
        not_judged("ACC-R-42", "", "personal signatures are not judged yet"),
        human("ACC-R-45", "", "whether a deviation message is sent, a person must tell"),
    ]
    quirks = {record.file: _masked("; ".join(record.quirks)) for record in read.records}
    noted = [evolve(item, note=quirks.get(item.subject, "")) for item in found]
    results = tuple(_result(requirement, noted) for requirement in REQUIREMENTS)
    return Run(results, len(read.records), len(read.scenarios))


def _masked(text: str) -> str:
    """Without long numbers: one of them may be somebody's."""
    return re.sub(r"[0-9]{6,}", "…", text)


def _result(requirement: Requirement, found: Iterable[Evidence]) -> Result:
    own = tuple(item for item in found if item.requirement == requirement.id)
    return Result(requirement, verdict_of(own), own)


@frozen
class _Trying:
    cases: tuple[Case, ...]
    receiver: Receiver
    schema: etree.XMLSchema | None
    at: dt.datetime
    tried: list[tuple[Trial, str | None]] = field(factory=list[tuple[Trial, str | None]])

    def messages(self) -> Iterator[Evidence]:
        """Each message by itself, at a receiver with an empty store."""
        for case in self.cases:
            requirement = OF_KIND.get(case.record.kind, "ACC-R-01")
            yield from _guarded(requirement, case.file, partial(self.message, case))
        yield from judge_rule(trial for trial, _ in self.tried)
        yield from judge_record(self.tried)

    def message(self, case: Case) -> Iterator[Evidence]:
        """One message, and all that can be done with it."""
        setup = setup_for(case, self.cases)
        session = self.receiver(setup)
        trial = trial_of(case, setup, session(case.record.data, self.at), self.schema)
        state = session.state(case.original.msg_id) if case.original is not None else None
        self.tried.append((trial, state))
        yield from judge(trial)
        yield from judge_rendering(trial)
        yield from judge_again(trial, session, self.at + dt.timedelta(minutes=1), self.schema)
        if case.record.kind in RENDERED and taken_in(trial.decision):
            yield from probe(trial, self.receiver, self.at, self.schema)
        if case.record.kind == "patient-unknown":
            yield from judge_held(trial, self.receiver, self.schema)

    def scenarios(self, folder: Folder) -> Iterator[Evidence]:
        """Each scenario, at a receiver with an empty store."""
        for scenario in folder.scenarios:
            requirement = requirement_of(scenario)
            yield from _guarded(requirement, scenario.id, partial(self.scenario, scenario))

    def scenario(self, scenario: Scenario) -> Iterable[Evidence]:
        """One of them."""
        by_file = {case.file: case for case in self.cases}
        steps = [by_file[step] for step in scenario.steps]
        setup = setup_for(steps[0], self.cases)
        return judge_scenario(scenario, steps, self.receiver, setup, self.at, self.schema)


def _guarded(
    requirement: str, subject: str, judged: Callable[[], Iterable[Evidence]]
) -> list[Evidence]:
    """The evidence; an exception of the receiver is evidence against it."""
    found: list[Evidence] = []
    try:
        found.extend(judged())
    except RaisedError as error:
        found.append(failed(requirement, subject, f"the receiver raised {error}"))
    return found
