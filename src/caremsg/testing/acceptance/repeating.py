"""What can be seen only when more happens to a message: it comes again, it waits, it is refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from lxml import etree

from caremsg.values import DateTime

from .answers import taken_in
from .evidence import Evidence, failed, human, not_judged, passed
from .receivers import Receiver, Session, Setup
from .trials import Trial, say, trial_of

__all__ = ["judge_again", "judge_held", "judge_record", "judge_rule"]

_LIMIT = dt.timedelta(hours=96)


def judge_again(
    trial: Trial, session: Session, at: dt.datetime, schema: etree.XMLSchema | None
) -> Iterator[Evidence]:
    """The same bytes again, at a receiver that has answered them."""
    if not trial.acknowledged:
        return
    answer = session(trial.case.record.data, at)
    got = trial_of(trial.case, trial.setup, answer, schema)
    count = len(got.acknowledged)
    yield say(trial, "ACC-R-34", not count, "not answered again", f"answered again, {count} times")
    bad = f"again: decision {answer.decision}, {count} acknowledgements"
    right = not count and answer.decision in (None, "ignore")
    yield say(trial, "ACC-R-40", right, "again: ignored", bad)
    if not taken_in(trial.decision):
        return
    if answer.decision is None:
        yield not_judged("ACC-R-20", trial.case.file, "the decision is not given")
    else:
        right = answer.decision == "ignore"
        yield say(trial, "ACC-R-20", right, "taken in once", f"again: decision {answer.decision}")


def judge_record(trials: Iterable[tuple[Trial, str | None]]) -> Iterator[Evidence]:
    """Refused messages are not in the record. Takes each with the state that it has there."""
    everything = list(trials)
    told = any(state is not None for _, state in everything)
    for trial, state in everything:
        if trial.decision != "reject":
            continue
        if told:
            yield say(trial, "ACC-R-43", state is None, "not in the record", "in the record")
        else:
            text = "the state of messages is not given"
            yield not_judged("ACC-R-43", trial.case.file, text)


def judge_rule(trials: Iterable[Trial]) -> Iterator[Evidence]:
    """Messages to an unknown service or person are all refused, or all let in."""
    chosen = [trial for trial in trials if trial.case.record.kind == "receiver-unknown"]
    decided = [trial.decision == "reject" for trial in chosen]
    if not decided:
        return
    text = f"{sum(decided)} of {len(decided)} refused"
    made = passed if len(set(decided)) == 1 else failed
    yield made("ACC-R-37", "all with an unknown receiver", text)


def judge_held(
    trial: Trial, receiver: Receiver, schema: etree.XMLSchema | None
) -> Iterator[Evidence]:
    """A message about an unknown patient is held, and let in before 96 hours have passed."""
    original, file = trial.case.original, trial.case.file
    begun = _moment(original.made) if original is not None else None
    if original is None or begun is None or not taken_in(trial.decision):
        return
    session = receiver(Setup(trial.setup.directory, hold=True))
    first = session(trial.case.record.data, begun + dt.timedelta(hours=1))
    if first.decision != "hold":
        yield human("ACC-R-44", file, "not held; whether the answer is in time, a person must tell")
        return
    bad = "held, and answered at once"
    yield say(trial, "ACC-R-44", not first.acknowledgements, "held without an answer", bad)
    second = session.settle(original.msg_id, begun + dt.timedelta(hours=95))
    if second is None:
        yield human("ACC-R-44", file, "held; how it is let in, a person must tell")
        return
    got = trial_of(trial.case, trial.setup, second, schema)
    times = [_moment(made.made) for made in got.acknowledged]
    right = bool(times) and all(time is not None and time - begun <= _LIMIT for time in times)
    right = right and all(made.status == "1" for made in got.acknowledged)
    good = "let in by a person, and acknowledged within 96 hours"
    bad = "let in by a person, and not acknowledged with OK within 96 hours"
    yield say(trial, "ACC-R-44", right, good, bad)


def _moment(text: str) -> dt.datetime | None:
    """A time as it was written, without its zone."""
    try:
        return DateTime(text.strip()).datetime.replace(tzinfo=None)
    except ValueError:
        return None
