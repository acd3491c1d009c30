"""What every store promises: all or nothing, one record of each, and nothing found by accident."""

import datetime as dt

import pytest
from attrs import evolve

from caremsg.exchange import (
    Awaited,
    Deadline,
    Delivered,
    Delivery,
    Event,
    Happening,
    Identifier,
    Item,
    Letter,
    Validity,
)
from caremsg.exchange.lives import Received
from tests.unit.exchange.build import AT, HOURS, REPORT, exchange, message, receive, uid

MOMENT = dt.timedelta(microseconds=1)
FNR, OTHER, LOCAL = (Identifier("FNR", "1"), Identifier("FNR", "2"), Identifier("LOK", "1"))


def letter(key: str, **more) -> Letter:
    """A message that was received."""
    given = {
        "direction": "in",
        "key": key,
        "msg_id": key.upper(),
        "type": "LOG_INNLAGT",
        "edition": "PLO 1.6",
        "made": None,
        "at": AT,
        "digest": f"digest of {key}",
        "chain": key,
        "sender": frozenset({Identifier("HER", "9900100")}),
    }
    return Letter(**(given | more))


def sent(key: str, **more) -> Letter:
    """A message that was sent."""
    return letter(key, direction="out", **more)


def delivery(key: str, receiver: str = "HER:1", **more) -> Delivery:
    """On its way."""
    return Delivery(
        key=key,
        receiver=receiver,
        ids=frozenset({Identifier.parse(receiver)}),
        organisation=frozenset(),
        copy=False,
        **more,
    )


def deadline(key: str, what: str = "answer", **more) -> Deadline:
    """Something that is awaited."""
    return Deadline(**({"direction": "out", "key": key, "what": what, "due": AT} | more))


def item(key: str, receiver: str = "HER:1") -> Item:
    """An acknowledgement."""
    return Item(
        kind="acknowledgement",
        direction="in",
        key=key,
        receiver=receiver,
        digest="abc",
        data=b"<AppRec/>",
    )


def event(at: dt.datetime = AT) -> Event:
    """Something that happened."""
    return Event(happening=Happening.TAKEN_IN, direction="in", key="a", at=at)


def put(store, *records) -> None:
    """Save letters, deliveries and deadlines."""
    with store.transaction():
        for record in records:
            if isinstance(record, Letter):
                store.keep(record.digest, record.key.encode())
                store.save_letter(record)
            elif isinstance(record, Delivery):
                store.save_delivery(record)
            else:
                store.save_deadline(record)


def keys(found) -> set[tuple[str, str]]:
    """Direction and key of each."""
    return {(one.direction, one.key) for one in found}


def everything(store) -> list[object]:
    """All that can be asked of a store about what these tests put into it."""
    return [
        store.letter("in", "a"),
        store.letter("out", "a"),
        store.related(["a", "b"]),
        store.with_document(["d"]),
        store.deliveries("a"),
        store.deadlines("out", "a"),
        store.awaited_for(frozenset({FNR})),
        store.passed(AT),
        store.acknowledgements("a"),
        store.outbox(99),
        store.last(),
    ]


def everything_once(store) -> None:
    """One of each, and a change of each."""
    store.keep("digest of a", b"a")
    store.keep("abc", b"<AppRec/>")
    store.save_letter(letter("a", documents=frozenset({"d"}), patient=frozenset({FNR})))
    store.save_letter(sent("a", patient=frozenset({FNR})))
    store.save_delivery(delivery("a"))
    store.save_deadline(deadline("a"))
    store.add_acknowledgement(item("a"))
    store.write(event())


# All or nothing.


class _Stop(BaseException):
    """Not an Exception, like KeyboardInterrupt."""


def fail_inside(store, error, filled) -> None:
    """Everything is changed, and then something is raised."""
    with store.transaction():
        if not filled:
            everything_once(store)
        store.save_letter(letter("a", state=Received.HELD, documents=frozenset({"d", "e"})))
        store.save_letter(letter("b", parent="a"))
        store.save_delivery(delivery("a", state=Delivered.FAILED, waits=False))
        store.save_delivery(delivery("a", "HER:2"))
        store.save_deadline(deadline("a", state=Awaited.MET))
        store.save_deadline(deadline("a", "other"))
        store.mark_sent("a", "HER:1", AT)
        store.keep("digest of c", b"c")
        store.write(event(AT + HOURS))
        raise error


@pytest.mark.parametrize("error", [ValueError, KeyError, KeyboardInterrupt, SystemExit, _Stop])
@pytest.mark.parametrize("filled", [False, True])
def test_a_transaction_that_fails_leaves_nothing(store, error, filled) -> None:
    """Whatever is raised inside, everything is as it was, and it is raised on."""
    if filled:
        with store.transaction():
            everything_once(store)
    before = everything(store)
    with pytest.raises(error):
        fail_inside(store, error, filled)
    assert everything(store) == before
    with pytest.raises(KeyError):
        store.octets("digest of c")


def test_after_a_failure_it_goes_on(store) -> None:
    """The next transaction is not disturbed."""
    with pytest.raises(ValueError):  # noqa: PT011 - that very one was asked for
        fail_inside(store, ValueError, filled=False)
    with store.transaction():
        everything_once(store)
    assert store.letter("in", "a") is not None
    assert len(store.outbox(9)) == 2


def test_what_is_written_can_be_read_inside(store) -> None:
    """Before the transaction ends, and after."""
    with store.transaction():
        everything_once(store)
        inside = everything(store)
    assert everything(store) == inside
    assert inside[-1] == AT


# Letters.


def test_a_letter_comes_back_as_it_was(store) -> None:
    """Every part of it."""
    full = letter(
        "a",
        made=AT - HOURS,
        change="M",
        parent="p",
        conversation="c",
        chain="f",
        linked="p",
        patient=frozenset({FNR, LOCAL}),
        documents=frozenset({"d", "æøå"}),
        refers=frozenset({"e"}),
        state=Received.HELD_LATE,
        validity=Validity.REPLACED,
    )
    put(store, full)
    assert store.letter("in", "a") == full
    assert store.letter("in", "a").at.utcoffset() == dt.timedelta(0)


def test_a_letter_is_known_by_direction_and_key(store) -> None:
    """The same identifier may be sent and received; saving again replaces."""
    put(store, letter("a"), sent("a"))
    put(store, letter("a", state=Received.REFUSED))
    assert store.letter("in", "a").state is Received.REFUSED
    assert store.letter("out", "a").state is None
    assert store.letter("in", "b") is None
    assert store.letter("in", "A") is None


RELATED = [
    (["k"], {("in", "k"), ("out", "k"), ("in", "child"), ("in", "talk"), ("in", "chain")}),
    (["child"], {("in", "child")}),
    (["none"], set()),
    ([], set()),
    ([""], set()),
    (["", "talk", "chain"], {("in", "talk"), ("in", "chain")}),
    (["%"], set()),
    (["'; --"], set()),
]


@pytest.mark.parametrize("wanted, expected", RELATED)
def test_related(store, wanted, expected) -> None:
    """By identifier, parent, conversation or chain; what is empty relates nothing."""
    put(
        store,
        letter("k"),
        sent("k"),
        letter("child", parent="k"),
        letter("talk", conversation="k"),
        letter("chain", chain="k"),
        letter("alone", chain=""),
    )
    found = store.related(wanted)
    assert keys(found) == expected
    assert len(found) == len(expected)
    assert keys(store.related(iter(wanted))) == expected


@pytest.mark.parametrize(
    "wanted, expected", [(["d"], {"a", "b"}), (["e", "d"], {"a", "b"}), (["x"], set()), ([], set())]
)
def test_with_document(store, wanted, expected) -> None:
    """Each letter once."""
    put(store, letter("a", documents=frozenset({"d", "e"})), sent("b", documents=frozenset({"d"})))
    put(store, letter("c", refers=frozenset({"d"})))
    found = store.with_document(iter(wanted))
    assert sorted(one.key for one in found) == sorted(expected)


# Deliveries and deadlines.


def test_deliveries(store) -> None:
    """By key and receiver; saving again replaces."""
    put(store, sent("a"), sent("b"), delivery("a"), delivery("a", "HER:2"), delivery("b"))
    changed = delivery("a", state=Delivered.REFUSED, errors=("E21", "X99"), waits=False)
    put(store, changed)
    assert store.deliveries("a") == [changed, delivery("a", "HER:2")]
    assert store.deliveries("x") == []


def test_deadlines(store) -> None:
    """By direction, key, what and party; in no order that is promised."""
    all_of_a = [
        deadline("a"),
        deadline("a", "acknowledgement", party="HER:1"),
        deadline("a", "acknowledgement", party="HER:2"),
    ]
    put(
        store,
        sent("a"),
        sent("b"),
        letter("a"),
        *all_of_a,
        deadline("a", direction="in"),
        deadline("b"),
    )
    found = store.deadlines("out", "a")
    assert len(found) == 3
    assert set(found) == set(all_of_a)
    assert store.deadlines("in", "a") == [deadline("a", direction="in")]
    put(store, deadline("a", state=Awaited.MET_LATE))
    assert [d.state for d in store.deadlines("out", "a") if d.what == "answer"] == [
        Awaited.MET_LATE
    ]


def test_awaited_for_a_patient(store) -> None:
    """What is open or overdue, by any identifier of the patient."""
    put(store, sent("a", patient=frozenset({FNR, LOCAL})), sent("b", patient=frozenset({OTHER})))
    put(store, letter("a", patient=frozenset({OTHER})), sent("c"))
    put(store, *(deadline(key) for key in "abc"))
    put(store, *(deadline("a", state.value, state=state) for state in Awaited))
    for ids in ({FNR}, {LOCAL}, {FNR, LOCAL}):
        found = store.awaited_for(frozenset(ids))
        assert sorted(d.what for d in found) == ["answer", "open", "overdue"]
        assert {d.key for d in found} == {"a"}
    assert keys(store.awaited_for(frozenset({OTHER}))) == {("out", "b")}
    assert store.awaited_for(frozenset()) == []
    assert store.awaited_for(frozenset({Identifier("DNR", "1")})) == []


@pytest.mark.parametrize(
    "after, expected",
    [(-MOMENT, []), (0 * MOMENT, ["a"]), (MOMENT, ["a"]), (9 * HOURS, ["a", "b"])],
)
def test_passed(store, after, expected) -> None:
    """What is open, and was due by then; the moment itself counts."""
    put(store, sent("a"), sent("b"))
    put(store, deadline("a"), deadline("b", due=AT + 9 * HOURS))
    put(store, *(deadline("a", s.value, state=s) for s in Awaited if s is not Awaited.OPEN))
    found = store.passed(AT + after)
    assert sorted(d.key for d in found) == expected
    assert {d.what for d in found} <= {"answer"}


# The outbox.


def test_acknowledgements(store) -> None:
    """One for each receiver; they stay after they have left."""
    with store.transaction():
        store.keep("abc", b"<AppRec/>")
        store.save_letter(letter("a"))
        store.add_acknowledgement(item("a"))
        store.add_acknowledgement(item("a", "HER:2"))
    assert store.outbox(9) == [item("a"), item("a", "HER:2")]
    with store.transaction():
        store.mark_sent("a", "HER:1", AT)
        store.mark_sent("a", "HER:1", AT + HOURS)
    assert store.outbox(9) == [item("a", "HER:2")]
    assert store.acknowledgements("a") == [evolve(item("a"), sent=AT), item("a", "HER:2")]
    assert store.acknowledgements("b") == []


def test_messages_wait_in_the_outbox(store) -> None:
    """As long as their delivery says so, with the octets that were kept."""
    put(store, sent("a"), sent("b"), delivery("a"), delivery("a", "HER:2"), delivery("b"))
    put(store, delivery("a", "HER:2", waits=False))
    found = store.outbox(9)
    assert [(one.kind, one.direction, one.key, one.receiver) for one in found] == [
        ("message", "out", "a", "HER:1"),
        ("message", "out", "b", "HER:1"),
    ]
    assert [one.data for one in found] == [b"a", b"b"]
    assert store.outbox(1) == found[:1]
    assert store.outbox(0) == []


def test_a_second_acknowledgement_is_never_made(store) -> None:
    """There is one for each message and receiver, ever."""
    with store.transaction():
        store.keep("abc", b"<AppRec/>")
        store.save_letter(letter("a"))
        store.add_acknowledgement(item("a"))
    with pytest.raises(Exception, match=r"."), store.transaction():
        store.add_acknowledgement(item("a"))
    assert len(store.acknowledgements("a")) == 1


# Octets and events.


@pytest.mark.parametrize("data", [b"", b"\x00\xff\r\n", "æøå".encode("utf-16")])
def test_octets(store, data) -> None:
    """They come back exactly; keeping them twice is once."""
    with store.transaction():
        store.keep("d", data)
        store.keep("d", data)
    assert store.octets("d") == data
    with pytest.raises(KeyError):
        store.octets("e")


def test_the_last_event(store) -> None:
    """The one that was written last, not the latest."""
    assert store.last() is None
    with store.transaction():
        store.write(event(AT + HOURS))
        store.write(event(AT))
    assert store.last() == AT


@pytest.mark.parametrize("step", ["keep", "save_letter", "add_acknowledgement", "write"])
def test_an_exchange_records_all_or_nothing(store, step, monkeypatch) -> None:
    """Whichever call fails, the message can be received again as if nothing had been."""
    own = exchange(store)

    def fail(*_) -> None:
        raise OSError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(store, step, fail)
        with pytest.raises(OSError, match="full"):
            receive(own, message(REPORT, "N"))
    assert store.letter("in", uid("N")) is None
    assert (store.outbox(9), store.last()) == ([], None)
    assert receive(own, message(REPORT, "N")).reception.taken_in
    assert len(store.outbox(9)) == 1


def test_a_store_tells_no_patient(store) -> None:
    """Its `repr` shows nothing of what it holds."""
    put(store, letter("secret", patient=frozenset({FNR})))
    assert "secret" not in repr(store)
