"""A clock that goes backwards: it is told, nothing becomes un-overdue, nothing happens twice."""

import datetime as dt
import random
import re
import uuid
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve

from caremsg import samples
from caremsg.exchange import (
    EVERYBODY,
    RECEIVE,
    Awaited,
    Deadline,
    Event,
    Exchange,
    Filed,
    Happening,
    Identifier,
)
from caremsg.ledger import Ledger, letters, overdue, verify
from tests.faults import receiver_process as process
from tests.faults.receivers import finish, recorded, sound

HOUR = dt.timedelta(hours=1)
START = dt.datetime(2026, 11, 2, 12, tzinfo=dt.UTC)
BACK = Happening.CLOCK_BACK
LATE = Happening.OVERDUE
OSLO = ZoneInfo("Europe/Oslo")


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    """A ledger of each kind."""
    with Ledger(where) as opened:
        yield opened


def receive(exchange: Exchange, n: int, at: dt.datetime) -> list[Happening]:
    """Receive a message; what happened."""
    return told(exchange.receive(process.message(n), id=str(uuid.uuid4()), at=at))


def told(found: Filed | tuple[Event, ...]) -> list[Happening]:
    """What happened, in order."""
    events = found.events if isinstance(found, Filed) else found
    return [event.happening for event in events]


def sent(exchange: Exchange, at: dt.datetime) -> Deadline:
    """Send a message at a time; when its acknowledgement is due."""
    data = process.message(process.SENT)
    data = re.sub(rb"(<GenDate>)[^<]*", rb"\g<1>" + at.isoformat().encode(), data)
    exchange.send(data, at=at)
    return deadline(exchange, "out", process.key(process.SENT))


def deadline(exchange: Exchange, direction: str, key: str) -> Deadline:
    """The only deadline of a message."""
    with exchange.store.transaction():
        (found,) = exchange.store.deadlines("in" if direction == "in" else "out", key)
    return found


def test_receive(ledger: Ledger, wire: Path) -> None:
    """Each time that the clock goes back is told once, and the messages are recorded as ever."""
    exchange = Exchange(ledger, by="clock")
    hours = (0, 1, -1, 0, 0.5, -3, -2, 5)
    back = (False, False, True, False, False, True, False, False)
    for number, (hour, expected) in enumerate(zip(hours, back, strict=True)):
        n = number * len(process.SAMPLES)
        happened = receive(exchange, n, START + hour * HOUR)
        assert happened.count(BACK) == expected, f"at {hour}"
        assert Happening.TAKEN_IN in happened
    finish(ledger, wire)
    recorded(ledger, range(0, len(hours) * len(process.SAMPLES), len(process.SAMPLES)))
    sound(ledger, wire)


def test_duplicate_from_the_future(ledger: Ledger, wire: Path) -> None:
    """A message again, before it came: still a duplicate."""
    exchange = Exchange(ledger, by="clock")
    receive(exchange, 0, START)
    assert receive(exchange, 0, START - HOUR) == [BACK, Happening.DUPLICATE]
    assert len(exchange.outbox()) == 1
    sound(ledger, wire)


def test_handed_over_before_it_came(ledger: Ledger, wire: Path) -> None:
    """An acknowledgement that leaves before the message came is sent, once."""
    exchange = Exchange(ledger, by="clock")
    receive(exchange, 0, START)
    (item,) = exchange.outbox()
    assert told(exchange.handed_over(item, at=START - HOUR)) == [BACK, Happening.HANDED_OVER]
    assert exchange.outbox() == []
    recorded(ledger, [0])
    sound(ledger, wire)


def test_overdue_stays_overdue(ledger: Ledger, wire: Path) -> None:
    """Overdue once; with an earlier clock it still is, and with a later one it is not again."""
    exchange = Exchange(ledger, by="clock")
    due = sent(exchange, START).due
    assert told(exchange.tick(at=due - HOUR)) == []
    assert told(exchange.tick(at=due)) == [LATE]
    for at, expected in (
        (due - HOUR, [BACK]),
        (due - HOUR, []),
        (due + HOUR, []),
        (due - 90 * HOUR, [BACK]),
        (due, []),
        (due + 1000 * HOUR, []),
    ):
        assert told(exchange.tick(at=at)) == expected
        assert deadline(exchange, "out", process.key(process.SENT)).state is Awaited.OVERDUE
        assert len(overdue(ledger, at=at)) == 1
    sound(ledger, wire)


def test_answer_while_the_clock_is_back(ledger: Ledger) -> None:
    """An acknowledgement comes late, with a clock of before: late it was, and that is told once."""
    exchange = Exchange(ledger, by="clock")
    due = sent(exchange, START).due
    exchange.tick(at=due + HOUR)
    answer = _receipt(exchange, process.key(process.SENT))
    first = told(exchange.receive(answer, id=str(uuid.uuid4()), at=due - HOUR))
    assert first == [BACK, Happening.ACCEPTED, Happening.NO_LONGER_OVERDUE]
    again = told(exchange.receive(answer, id=str(uuid.uuid4()), at=due + HOUR))
    assert again == [Happening.SECOND_ANSWER]
    state = deadline(exchange, "out", process.key(process.SENT)).state
    assert state is Awaited.MET_LATE
    assert told(exchange.tick(at=due + 2 * HOUR)) == []
    assert verify(ledger).ok


def _receipt(exchange: Exchange, key: str) -> bytes:
    """The acknowledgement of a message by its receiver."""
    with exchange.store.transaction():
        (delivery,) = exchange.store.deliveries(key)
    data = samples.data("apprec-ok-1.1")
    ids = {i.value for i in delivery.ids | delivery.organisation}
    original = re.compile(rb"(<OriginalMsgId>.*?<Id>)[^<]*", re.DOTALL)
    data = original.sub(rb"\g<1>" + key.encode(), data)
    before, sender, after = re.split(rb"(<Sender>.*?</Sender>)", data, flags=re.DOTALL)
    organisation = {i.value for i in delivery.organisation}
    for value in (*organisation, *(ids - organisation)):
        old = re.search(rb"<Id>(\d{7})</Id>", sender)
        assert old is not None
        sender = sender.replace(old[0], b"<Id >" + value.encode() + b"</Id>", 1)
    return before + sender + after


class KnowsNobody(type(EVERYBODY)):  # type: ignore[misc]
    """A directory in which no patient is found."""

    knows_patients = True

    def known_as(self, patient: Identifier) -> frozenset[Identifier]:
        """Unknown, whoever it is."""
        return frozenset()


def test_decision_of_a_person(ledger: Ledger) -> None:
    """Held too long, then the clock goes back: held too long still, and decided in the end."""
    policy = evolve(RECEIVE, hold_unknown_patients=True)
    exchange = Exchange(ledger, directory=KnowsNobody(), policy=policy, by="clock")
    assert receive(exchange, 0, START) == [Happening.HELD]
    due = deadline(exchange, "in", process.key(0)).due
    late = max(due, START) + HOUR
    assert told(exchange.tick(at=late)) == [LATE]
    assert told(exchange.tick(at=due - HOUR)) == [BACK]
    assert told(exchange.tick(at=late)) == []
    happened = told(exchange.settle(process.key(0), id=str(uuid.uuid4()), at=due - 2 * HOUR))
    assert happened[0] is BACK
    assert Happening.TAKEN_IN in happened
    assert happened.count(Happening.NO_LONGER_OVERDUE) == 1
    assert verify(ledger).ok


def test_a_wild_clock(ledger: Ledger, wire: Path) -> None:
    """A clock that jumps about: each message once, each deadline once, each jump told."""
    exchange = Exchange(ledger, by="clock")
    clock = random.Random(5)
    due = sent(exchange, START).due
    last, jumps = START, 0
    happened: Counter[Happening] = Counter()
    for n in range(60):
        at = due + clock.uniform(-50, 50) * HOUR
        events = exchange.tick(at=at) if n % 2 else ()
        if n % 2 == 0:
            k = clock.randrange(4) * len(process.SAMPLES)
            events = exchange.receive(process.message(k), id=str(uuid.uuid4()), at=at).events
        if events:
            jumps += at < last
            last = at
        happened.update(told(events))
    assert happened[LATE] == 1
    assert happened[Happening.NO_LONGER_OVERDUE] == 0
    assert happened[BACK] == jumps > 10
    assert happened[Happening.TAKEN_IN] == 4
    assert len(list(letters(ledger))) == 5
    finish(ledger, wire)
    sound(ledger, wire)


def test_end_of_summer_time(ledger: Ledger, wire: Path) -> None:
    """The hour that Norway has twice in October is not a clock that goes back."""
    exchange = Exchange(ledger, by="clock")
    first = dt.datetime(2026, 10, 25, 2, 50, tzinfo=OSLO)
    second = dt.datetime(2026, 10, 25, 2, 10, tzinfo=OSLO, fold=1)
    assert BACK not in receive(exchange, 0, first)
    assert BACK not in receive(exchange, 5, second)
    assert BACK in receive(exchange, 10, first)
    sound(ledger, wire)
