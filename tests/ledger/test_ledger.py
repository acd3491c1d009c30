"""`Ledger` as the store of an exchange: on both databases the same, all of it or nothing."""

import datetime as dt
import json
import random
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from caremsg.errors import FlowError, StoreError
from caremsg.exchange import (
    Awaited,
    Deadline,
    Delivered,
    Delivery,
    Event,
    Exchange,
    Happening,
    Identifier,
    Item,
    Letter,
    Memory,
    Received,
    Store,
    Validity,
)
from caremsg.ledger import Ledger, letters, overdue, story, verify
from caremsg.ledger.records import canonical, from_text, plain
from caremsg.ledger.schema import ITEMS
from tests.ledger.conftest import AT, LATER, fill
from tests.ledger.postgresql import Cluster
from tests.unit.exchange import build

HOUR = dt.timedelta(hours=1)
ODD = "æøå ' \" \\ ; -- % _ \n\t \x01 \x7f \x85 \u2028 \U0001d518 \u202e e\u0301"


def letter(key: str = "a", **more: Any) -> Letter:
    """A letter that was received."""
    values: dict[str, Any] = {
        "direction": "in",
        "key": key,
        "msg_id": key.upper(),
        "type": "T",
        "edition": "PLO 1.6",
        "made": AT,
        "at": AT,
        "digest": sha256(key.encode()).hexdigest(),
        "state": Received.ARRIVED,
    }
    return Letter(**(values | more))


def delivery(key: str = "a", receiver: str = "HER:1", **more: Any) -> Delivery:
    """A delivery that waits."""
    values: dict[str, Any] = {"ids": frozenset(), "organisation": frozenset(), "copy": False}
    return Delivery(key=key, receiver=receiver, **(values | more))


def deadline(key: str = "a", **more: Any) -> Deadline:
    """An answer that is awaited."""
    return Deadline(**({"direction": "in", "key": key, "what": "answer", "due": AT} | more))


def item(key: str = "a", receiver: str = "HER:1", data: bytes = b"ack") -> Item:
    """An acknowledgement."""
    return Item(
        kind="acknowledgement",
        direction="in",
        key=key,
        receiver=receiver,
        digest=sha256(data).hexdigest(),
        data=data,
    )


def event(key: str = "a", at: dt.datetime = AT, **more: Any) -> Event:
    """Something that happened."""
    return Event(**({"happening": Happening.TAKEN_IN, "direction": "in"} | more), key=key, at=at)


def add(store: Store, made: Item) -> None:
    """Keep the octets of an acknowledgement, and queue it."""
    store.keep(made.digest, made.data)
    store.add_acknowledgement(made)


def do(ledger: Ledger, *steps: Callable[[], Any]) -> None:
    """Some steps in one transaction."""
    with ledger.transaction():
        for step in steps:
            step()


# Transactions.


class Broken(BaseException):
    """Not even an Exception."""


@pytest.mark.parametrize(
    "error", [ValueError, FlowError("a", "b"), StoreError("x"), KeyboardInterrupt, Broken]
)
def test_a_failed_transaction_leaves_nothing(ledger: Ledger, error: Any) -> None:
    """Whatever it fails with; and the ledger goes on afterwards."""
    before = ledger.head()
    kind = error if isinstance(error, type) else type(error)

    def fail() -> None:
        assert ledger.octets(item().digest) == b"ack"
        assert ledger.outbox(9)
        raise error

    with pytest.raises(kind):
        do(
            ledger,
            lambda: ledger.save_letter(letter(documents=frozenset({"d"}))),
            lambda: ledger.save_delivery(delivery()),
            lambda: ledger.save_deadline(deadline()),
            lambda: add(ledger, item()),
            lambda: ledger.write(event()),
            fail,
        )
    assert ledger.head() == before
    with ledger.transaction():
        assert ledger.letter("in", "a") is None
        assert ledger.related(["a"]) == ledger.with_document(["d"]) == []
        assert (ledger.deliveries("a"), ledger.deadlines("in", "a")) == ([], [])
        assert (ledger.outbox(9), ledger.last()) == ([], None)
        with pytest.raises(KeyError):
            ledger.octets(item().digest)
        ledger.save_letter(letter())
        ledger.write(event())
    assert verify(ledger).ok
    assert ledger.head().seq == before.seq + 1


def test_an_error_of_the_database_leaves_nothing(ledger: Ledger) -> None:
    """It becomes an error of ours, which does not repeat what it was about."""
    with pytest.raises(StoreError, match="nothing was half recorded") as caught:
        do(
            ledger,
            lambda: ledger.save_letter(letter("secret")),
            lambda: ledger.connection.exec_driver_sql("SELECT secret FROM secret"),
        )
    assert "secret" not in str(caught.value)
    with ledger.transaction():
        assert ledger.letter("in", "secret") is None


@pytest.mark.parametrize("error", [FlowError("a", "b"), ValueError()])
def test_an_exchange_that_fails_has_recorded_nothing(filled: Ledger, error: Exception) -> None:
    """Also when it fails after everything else."""
    before = filled.head()
    filled.write = _raising(error)  # type: ignore[method-assign]
    with pytest.raises(type(error)):
        build.receive(Exchange(filled), build.message(build.REPORT, "failing"))
    del filled.write
    assert filled.head() == before
    assert verify(filled, head=before).ok
    assert build.receive(Exchange(filled), build.message(build.REPORT, "failing")).events


def _raising(error: Exception) -> Any:
    def fail(*_: Any) -> None:
        raise error

    return fail


def test_nothing_happens_outside_of_a_transaction(ledger: Ledger) -> None:
    """Every method of a store says so."""
    calls = (
        lambda: ledger.letter("in", "a"),
        lambda: ledger.related(["a"]),
        lambda: ledger.with_document(["a"]),
        lambda: ledger.save_letter(letter()),
        lambda: ledger.deliveries("a"),
        lambda: ledger.save_delivery(delivery()),
        lambda: ledger.deadlines("in", "a"),
        lambda: ledger.awaited_for([Identifier("FNR", "1")]),
        lambda: ledger.passed(AT),
        lambda: ledger.save_deadline(deadline()),
        lambda: ledger.add_acknowledgement(item()),
        lambda: ledger.acknowledgements("a"),
        lambda: ledger.mark_sent("a", "HER:1", AT),
        lambda: ledger.outbox(1),
        lambda: ledger.keep("0" * 64, b""),
        lambda: ledger.octets("0" * 64),
        lambda: ledger.write(event()),
        lambda: ledger.last(),
        lambda: ledger.note("x", 1, at=AT),
        lambda: ledger.connection,
    )
    for call in calls:
        with pytest.raises(StoreError, match="inside of a transaction"):
            call()
    assert ledger.head().seq == 0


def test_a_transaction_inside_of_another_is_refused(ledger: Ledger) -> None:
    """At once, instead of waiting for itself; the outer one goes on."""
    with ledger.transaction():
        ledger.save_letter(letter())
        with pytest.raises(StoreError, match="open already"), ledger.transaction():
            raise AssertionError("never begun")
        ledger.write(event())
    with ledger.transaction():
        assert ledger.letter("in", "a") == letter()


def test_one_transaction_is_one_entry(ledger: Ledger) -> None:
    """And looking is none."""
    for count in range(1, 4):
        with ledger.transaction():
            ledger.write(event(at=AT + count * HOUR))
            ledger.save_letter(letter(str(count)))
        with ledger.transaction():
            ledger.outbox(1)
        assert ledger.head().seq == count
    assert verify(ledger).ok


def test_threads_wait_for_each_other(ledger: Ledger) -> None:
    """Many at once: everything is recorded, in one chain."""
    data = [build.message(build.REPORT, f"thread {number}") for number in range(12)]
    barrier = threading.Barrier(4)

    def receive(part: int) -> None:
        barrier.wait(30)
        for octets in data[part::4]:
            build.receive(Exchange(ledger), octets)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(receive, range(4)))
    assert ledger.head().seq == len(data)
    assert len(list(letters(ledger))) == len(data)
    assert verify(ledger).damages == ()


def test_the_same_message_at_once_is_taken_in_once(ledger: Ledger) -> None:
    """The others are duplicates."""
    data = build.message(build.REPORT, "same")
    barrier = threading.Barrier(4)

    def receive(_: int) -> list[str]:
        barrier.wait(30)
        return build.told(build.receive(Exchange(ledger), data))

    with ThreadPoolExecutor(4) as pool:
        told = sorted(found[0] for found in pool.map(receive, range(4)))
    assert told.count(Happening.TAKEN_IN.value) == 1
    assert told.count(Happening.DUPLICATE.value) == 3
    assert verify(ledger).ok


def test_two_ledgers_on_one_database(ledger: Ledger, where: str) -> None:
    """What one records the other sees at once."""
    with Ledger(where) as second:
        for number, on in enumerate((ledger, second, ledger), 1):
            with on.transaction():
                on.save_letter(letter(str(number)))
                on.write(event())
            assert ledger.head() == second.head()
        assert list(letters(ledger)) == list(letters(second))
        assert len(list(letters(second))) == 3


# Every method of a store, beside the store in memory.


def _same(ledger: Ledger, record: Any, ask: Any) -> Any:
    """Record the same in both stores, and ask both: inside of the transaction, and after it."""
    answers: list[Any] = []
    for store in (Memory(), ledger):
        with store.transaction():
            record(store)
            answers.append(ask(store))
        with store.transaction():
            answers.append(ask(store))
    assert all(answer == answers[0] for answer in answers)
    return answers[0]


def test_letters_are_found_again(ledger: Ledger) -> None:
    """By direction and key, and as they were recorded last."""
    sent = letter(direction="out", state=None)
    changed = letter(state=Received.TAKEN_IN, validity=Validity.REPLACED, linked="b")

    def record(store: Store) -> None:
        for one in (letter(), sent, letter("b"), changed):
            store.save_letter(one)

    def ask(store: Store) -> Any:
        found = [store.letter("in", "a"), store.letter("out", "a"), store.letter("in", "b")]
        return [*found, store.letter("out", "b"), store.letter("in", "A")]

    assert _same(ledger, record, ask) == [changed, sent, letter("b"), None, None]


FAMILY = (
    letter("a", chain="a"),
    letter("b", parent="a", conversation="a", chain="a", at=AT + HOUR),
    letter("c", parent="b", conversation="a", chain="a", at=AT + 2 * HOUR),
    letter("d", chain="d", at=AT + 3 * HOUR),
)


@pytest.mark.parametrize(
    "keys, expected",
    [
        ([], ""),
        ([""], ""),
        (["a"], "abc"),
        (["b"], "bc"),
        (["d", "d", "x"], "d"),
        (["d", "c", ""], "cd"),
        ([*"xyzwvuts", "d"], "d"),
        (["%"], ""),
        (["A"], ""),
    ],
)
def test_related_letters(ledger: Ledger, keys: list[str], expected: str) -> None:
    """By key, parent, conversation and chain; an empty text relates nothing."""

    def record(store: Store) -> None:
        for one in FAMILY:
            store.save_letter(one)

    found = _same(ledger, record, lambda s: sorted(s.related(iter(keys)), key=lambda x: x.key))
    assert "".join(x.key for x in found) == expected


def test_letters_by_document(ledger: Ledger) -> None:
    """Each once, however many of its documents are asked for."""
    two = letter("a", documents=frozenset({"1", "2"}))
    one = letter("b", documents=frozenset({"2", ODD}))

    def record(store: Store) -> None:
        store.save_letter(two)
        store.save_letter(one)

    def ask(store: Store) -> Any:
        wanted: list[list[str]] = [["1", "2"], ["1"], [ODD], [], ["3"], [*"3456789", "1"]]
        return [sorted(x.key for x in store.with_document(ids)) for ids in wanted]

    assert _same(ledger, record, ask) == [["a", "b"], ["a"], ["b"], [], [], ["a"]]


def test_a_replaced_letter_is_found_by_what_it_says_now(ledger: Ledger) -> None:
    """A store replaces a letter as a whole: its documents and its patient too."""

    def record(store: Store) -> None:
        store.save_letter(letter(documents=frozenset({"1"})))
        store.save_letter(letter(documents=frozenset({"2"})))

    found = _same(ledger, record, lambda s: [len(s.with_document([i])) for i in ("1", "2")])
    assert found == [0, 1]
    assert verify(ledger).ok


def test_deliveries_are_replaced(ledger: Ledger) -> None:
    """By key and receiver."""
    taken = delivery(state=Delivered.UNDERWAY, waits=False, errors=("X99", "E10"))

    def record(store: Store) -> None:
        for one in (delivery(), delivery(receiver="HER:2", copy=True), delivery("b"), taken):
            store.save_delivery(one)

    def ask(store: Store) -> Any:
        by = {d.receiver: d for d in store.deliveries("a")}
        return by, store.deliveries("b"), store.deliveries("c")

    expected = {"HER:1": taken, "HER:2": delivery(receiver="HER:2", copy=True)}
    assert _same(ledger, record, ask) == (expected, [delivery("b")], [])


def test_deadlines_are_replaced_and_pass(ledger: Ledger) -> None:
    """By direction, key, what and party; those that are open pass at the very moment."""
    met = deadline(state=Awaited.MET)
    late = deadline("late", due=AT + HOUR)

    def record(store: Store) -> None:
        for one in (deadline(), deadline(party="x"), deadline(direction="out"), late, met):
            store.save_deadline(one)

    def ask(store: Store) -> Any:
        moments = [AT - dt.timedelta(microseconds=1), AT, AT + HOUR]
        passed = [sorted(map(str, store.passed(at))) for at in moments]
        return passed, {d.party: d for d in store.deadlines("in", "a")}

    passed, found = _same(ledger, record, ask)
    assert [len(p) for p in passed] == [0, 2, 3]
    assert found == {"": met, "x": deadline(party="x")}


def test_what_is_awaited_for_a_patient(ledger: Ledger) -> None:
    """Open and overdue, each once, for any of the identifiers; for none it is nothing."""
    both = frozenset({Identifier("FNR", "1"), Identifier("LOK", "1"), Identifier("LOK", "2")})

    def record(store: Store) -> None:
        store.save_letter(letter("a", patient=both))
        store.save_letter(letter("b", patient=frozenset({Identifier("DNR", "1")})))
        for key, state in (("a", Awaited.OPEN), ("b", Awaited.OVERDUE)):
            store.save_deadline(deadline(key, state=state))
        store.save_deadline(deadline("a", what="done", state=Awaited.MET))

    def ask(store: Store) -> Any:
        asked = (both, frozenset[Identifier](), {Identifier("DNR", "1")}, {Identifier("X", "1")})
        return [[d.key for d in store.awaited_for(frozenset(who))] for who in asked]

    assert _same(ledger, record, ask) == [["a"], [], ["b"], []]


def test_acknowledgements_are_handed_over_once(ledger: Ledger) -> None:
    """The time of the first counts."""
    two = item(receiver="HER:2", data=b"other")

    def record(store: Store) -> None:
        add(store, item())
        add(store, two)
        store.mark_sent("a", "HER:1", AT)
        store.mark_sent("a", "HER:1", AT + HOUR)

    def ask(store: Store) -> Any:
        found = store.acknowledgements("a")
        assert [i.data for i in found] == [b"ack", b"other"]
        return found, store.acknowledgements("b"), store.outbox(9)

    assert _same(ledger, record, ask) == ([evolve(item(), sent=AT), two], [], [two])
    with ledger.transaction():
        ledger.mark_sent("a", "HER:1", LATER)
    assert verify(ledger).ok


def test_a_second_acknowledgement_is_refused(ledger: Ledger) -> None:
    """By the database itself; and nothing of the transaction is left."""
    with ledger.transaction():
        add(ledger, item())
        ledger.write(event())
    before = ledger.head()
    again = [lambda: ledger.add_acknowledgement(item()), lambda: add(ledger, item(data=b"other"))]
    for step in again:
        with pytest.raises(StoreError):
            do(ledger, lambda: ledger.save_letter(letter("b")), step, lambda: ledger.write(event()))
    row = {"key": "a", "receiver": "HER:1", "digest": item().digest}
    with pytest.raises(IntegrityError), ledger.engine.begin() as connection:
        connection.execute(insert(ITEMS).values(row))
    with ledger.transaction():
        assert ledger.acknowledgements("a") == [item()]
        assert ledger.letter("in", "b") is None
    assert verify(ledger, head=before).ok
    assert ledger.head() == before


@pytest.mark.parametrize("limit", [0, 1, 3, 4, 6, 100])
def test_the_outbox_is_in_order_and_has_a_limit(ledger: Ledger, limit: int) -> None:
    """Acknowledgements in the order they were made, then messages by their time."""
    with ledger.transaction():
        for number in (3, 1, 2):
            add(ledger, item(f"in {number}", data=b"%d" % number))
        for number in (2, 3, 1):
            data = b"message %d" % number
            digest = sha256(data).hexdigest()
            ledger.keep(digest, data)
            sent = letter(f"out {number}", direction="out", at=AT + number * HOUR, digest=digest)
            ledger.save_letter(sent)
            ledger.save_delivery(delivery(sent.key))
        ledger.save_delivery(delivery("out 1", "HER:2", waits=False))
        ledger.write(event())
        inside = ledger.outbox(limit)
    with ledger.transaction():
        found = ledger.outbox(limit)
    expected = ["in 3", "in 1", "in 2"][:limit] + ["out 1", "out 2", "out 3"][:limit]
    assert [i.key for i in found] == [i.key for i in inside] == expected
    assert all(sha256(i.data).hexdigest() == i.digest for i in found)
    assert [type(i.data) for i in found] == [bytes] * len(found)


@pytest.mark.parametrize("data", [b"", b"\x00\xff" * 3, "<å/>".encode("utf-16"), b"x" * 2_000_000])
def test_octets_are_kept_as_they_are(ledger: Ledger, data: bytes) -> None:
    """Any octets; the same again are kept once."""
    digest = sha256(data).hexdigest()
    for _ in range(2):
        with ledger.transaction():
            ledger.keep(digest, data)
            ledger.keep(digest, data)
            assert ledger.octets(digest) == data
    with ledger.transaction():
        assert ledger.octets(digest) == data
        with pytest.raises(KeyError):
            ledger.octets("0" * 64)
    assert verify(ledger).kept == 1
    assert verify(ledger).ok


def test_the_time_of_what_was_written_last(ledger: Ledger) -> None:
    """In its own zone or another, it is the same moment."""
    zone = dt.timezone(dt.timedelta(hours=2))

    def record(store: Store) -> None:
        store.write(event(at=LATER))
        store.write(event(at=AT.astimezone(zone)))

    assert _same(ledger, record, lambda store: store.last()) == AT


# Records.

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=8) | st.just(ODD)
OFFSETS = st.integers(-1439, 1439).map(lambda m: dt.timezone(dt.timedelta(minutes=m)))
MOMENTS = st.datetimes(dt.datetime(2, 1, 1), dt.datetime(9998, 1, 1), timezones=OFFSETS)
KINDS = TEXT.filter(lambda text: ":" not in text)  # see below
IDENTIFIERS = st.frozensets(st.builds(Identifier, KINDS, TEXT), max_size=3)
DIRECTIONS = st.sampled_from(["in", "out"])
LETTERS = st.builds(
    Letter,
    direction=DIRECTIONS,
    **dict.fromkeys(("key", "msg_id", "type", "edition", "digest", "change", "parent"), TEXT),
    **dict.fromkeys(("conversation", "chain", "linked"), TEXT),
    made=st.none() | MOMENTS,
    at=MOMENTS,
    sender=IDENTIFIERS,
    patient=IDENTIFIERS,
    documents=st.frozensets(TEXT, max_size=3),
    refers=st.frozensets(TEXT, max_size=3),
    state=st.none() | st.sampled_from(Received),
    validity=st.sampled_from(Validity),
)
RECORDS = st.one_of(
    LETTERS,
    st.builds(
        Delivery,
        key=TEXT,
        receiver=TEXT,
        ids=IDENTIFIERS,
        organisation=IDENTIFIERS,
        copy=st.booleans(),
        state=st.sampled_from(Delivered),
        errors=st.lists(TEXT, max_size=3).map(tuple),
        waits=st.booleans(),
    ),
    st.builds(
        Deadline,
        direction=DIRECTIONS,
        key=TEXT,
        what=TEXT,
        party=TEXT,
        due=MOMENTS,
        state=st.sampled_from(Awaited),
    ),
    st.builds(
        Event,
        happening=st.sampled_from(Happening),
        direction=DIRECTIONS,
        **dict.fromkeys(("key", "party", "other", "detail", "by"), TEXT),
        at=MOMENTS,
    ),
)


@settings(max_examples=60)
@given(RECORDS)
def test_a_record_comes_back_from_json(record: Any) -> None:
    """The same, and always as the same text."""
    written = canonical(plain(record))
    back = from_text(written, type(record))
    assert back == record
    assert canonical(plain(back)) == written
    assert canonical(json.loads(written)) == written


def test_an_identifier_of_an_odd_kind_comes_back_from_json() -> None:
    """A kind is a text from a message, and may have a colon."""
    odd = letter(patient=frozenset({Identifier("A:B", "1:2")}))
    assert from_text(canonical(plain(odd)), Letter) == odd


def test_odd_characters_come_back_from_the_database(ledger: Ledger) -> None:
    """In every text that a database keeps."""
    who = frozenset({Identifier("FNR", ODD)})
    odd = letter(ODD, type=ODD, parent=ODD, documents=frozenset({ODD}), patient=who)
    with ledger.transaction():
        ledger.save_letter(odd)
        ledger.save_delivery(delivery(ODD, ODD))
        ledger.save_deadline(deadline(ODD, party=ODD))
        add(ledger, item(ODD, ODD))
        ledger.write(event(ODD, by=ODD, detail=ODD))
    with ledger.transaction():
        assert ledger.letter("in", ODD) == odd
        assert ledger.related([ODD]) == ledger.with_document([ODD]) == [odd]
        assert ledger.deliveries(ODD) == [delivery(ODD, ODD)]
        assert ledger.awaited_for(who) == [deadline(ODD, party=ODD)]
        assert ledger.acknowledgements(ODD) == [item(ODD, ODD)]
    assert verify(ledger).ok


def test_a_very_long_identifier_is_recorded(
    request: pytest.FixtureRequest, exchange: Exchange
) -> None:
    """No message may be turned away because the database has no room for its identifier."""
    long = "".join(random.Random(1).choices("0123456789abcdef", k=9000))
    more = (build.text("MsgInfo/MsgId", long),)
    filed = build.receive(exchange, build.message(build.REPORT, "long", more=more))
    assert filed.events
    assert isinstance(exchange.store, Ledger)
    assert verify(exchange.store).ok


# Opening.


def test_what_was_recorded_is_there_after_opening_again(where: str) -> None:
    """And the chain goes on where it was."""
    with Ledger(where) as ledger:
        on = fill(ledger)
        head, waiting, known = ledger.head(), on.outbox(), list(letters(ledger))
        late = overdue(ledger, at=LATER)
    with Ledger(where) as ledger:
        assert (ledger.head(), list(letters(ledger))) == (head, known)
        assert Exchange(ledger).outbox() == waiting
        assert overdue(ledger, at=LATER) == late != []
        build.receive(Exchange(ledger), build.message(build.REPORT, "again"), at=LATER)
        assert ledger.head().seq == head.seq + 1
        assert verify(ledger, head=head).ok


def test_a_story_by_its_exact_identifier(request: pytest.FixtureRequest, ledger: Ledger) -> None:
    """However many others begin like it."""
    with ledger.transaction():
        for number in (*range(100, 140), 1):
            ledger.save_letter(letter(str(number)))
        ledger.write(event("1"))
    assert [told.letter.key for told in story(ledger, "1")] == ["1"]


@pytest.mark.slow
def test_a_server_that_stops_and_comes_back(postgresql: Cluster) -> None:
    """What fails meanwhile has recorded nothing, and afterwards it goes on by itself."""
    with Ledger(postgresql.new_database()) as ledger:
        fill(ledger)
        head = ledger.head()
        try:
            with pytest.raises(StoreError):
                do(
                    ledger,
                    lambda: ledger.save_letter(letter("lost")),
                    lambda: ledger.write(event("lost")),
                    lambda: postgresql.stop("immediate"),
                )
            with pytest.raises(StoreError, match="cannot be used now"):
                build.receive(Exchange(ledger), build.message(build.REPORT, "down"))
            with pytest.raises(StoreError):
                ledger.head()
            with pytest.raises(StoreError):
                verify(ledger)
        finally:
            postgresql.stop()
            postgresql.start()
        assert verify(ledger, head=head).ok
        assert ledger.head() == head
        assert build.receive(Exchange(ledger), build.message(build.REPORT, "up")).events


def test_a_database_that_others_use_is_waited_for_and_then_given_up(tmp_path: Any) -> None:
    """SQLite: as long as was said, and with an error of ours."""
    with Ledger(tmp_path / "l.db") as first, Ledger(tmp_path / "l.db", wait=0.05) as second:
        with first.transaction():
            with pytest.raises(StoreError, match="nothing was half recorded"), second.transaction():
                raise AssertionError("never begun")
            assert second.head().seq == 0
        with second.transaction():
            second.write(event())
        assert first.head().seq == 1


def test_errors_of_the_database_are_not_ours(ledger: Ledger) -> None:
    """Looking fails in the same way as recording."""
    with pytest.raises(StoreError) as caught, ledger.reading():
        raise SQLAlchemyError("14854110463")
    assert "14854110463" not in str(caught.value)
    assert repr(ledger) == f"<Ledger on {ledger.engine.dialect.name}>"
