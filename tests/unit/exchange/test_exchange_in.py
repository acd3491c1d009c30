"""What an exchange does with what it receives: once, linked, held, answered."""

import uuid

import pytest
from attrs import evolve

from caremsg import samples
from caremsg.declare.edits import drop, text, v
from caremsg.errors import FlowError, InputError
from caremsg.exchange import Decision, Event, Fault, Filed, Happening, Reason, Received
from tests.unit.exchange.build import (
    ADMITTED,
    ALVHILD,
    ANSWER,
    AT,
    DEVIATION,
    HOME,
    HOSPITAL,
    HOURS,
    MADE,
    OFFICE,
    QUESTION,
    REPORT,
    REPORT_OLD,
    STRANGER,
    copy_to,
    exchange,
    hand_all,
    holding,
    message,
    only,
    ours,
    receipt,
    receive,
    settle,
    told,
    uid,
)


def state(own, name: str):
    """What became of a message that was received."""
    letter = own.store.letter("in", uid(name))
    return letter.state if letter else None


# Once, and not again.


@pytest.mark.parametrize("change", [str, str.upper, str.title, lambda x: f" {x} ", "\n{}".format])
def test_the_same_message_again(store, change) -> None:
    """Known by its identifier in any letter case: ignored, not answered, told."""
    own = exchange(store)
    receive(own, message(REPORT, "N"))
    same = message(REPORT, "N", more=(text("MsgInfo/MsgId", change(uid("N"))),))
    again = receive(own, same, AT + HOURS)
    assert again.reception.decision is Decision.IGNORE
    assert again.reception.reason is Reason.DUPLICATE
    assert not again.reception.acknowledgements
    expected = "duplicate" if change is str else "duplicate-with-other-content"
    assert told(again) == [expected]
    assert again.events[0].key == uid("N")
    assert bool(again.alerts) is (change is not str)
    assert len(store.outbox(9)) == 1


def test_other_content_under_the_same_identifier(store) -> None:
    """The first counts; the second is kept as octets only, and somebody is told."""
    own = exchange(store)
    first = receive(own, message(REPORT, "N"))
    other = receive(own, message(REPORT, "N", made=MADE + HOURS))
    assert told(other) == ["duplicate-with-other-content"]
    assert [finding.code for finding in other.reception.report] == ["FLO009"]
    letter = store.letter("in", uid("N"))
    assert letter.digest == first.reception.digest != other.reception.digest
    assert other.events[0].digest == other.reception.digest
    assert store.octets(other.reception.digest) == other.reception.data


@pytest.mark.parametrize("at", [AT, AT + 1000 * HOURS, AT - 1000 * HOURS])
@pytest.mark.parametrize("left", [True, False])
def test_a_duplicate_at_any_time(store, at, left) -> None:
    """Before and after the acknowledgement has left, and however late."""
    own = exchange(store)
    receive(own, message(REPORT, "N"))
    if left:
        hand_all(own)
    again = receive(own, message(REPORT, "N"), at)
    assert "duplicate" in told(again)
    assert state(own, "N") is (Received.ACKNOWLEDGED if left else Received.TAKEN_IN)
    assert len(store.acknowledgements(uid("N"))) == 1


REFUSED = (v("MsgInfo/Patient/Ident/TypeId", V="HER"), drop("MsgInfo/Patient/DateOfBirth"))


def test_a_duplicate_of_what_was_refused(store) -> None:
    """A message that was refused is never taken in, also not when it is mended."""
    own = exchange(store)
    bad = message(REPORT, "N", more=REFUSED)
    refused = receive(own, bad)
    assert refused.reception.decision is Decision.REJECT
    assert told(refused) == ["refused"]
    assert refused.events[0].detail == "E36"
    for data, expected in (
        (bad, "duplicate"),
        (message(REPORT, "N"), "duplicate-with-other-content"),
    ):
        again = receive(own, data)
        assert told(again) == [expected]
        assert not again.reception.acknowledgements
    assert state(own, "N") is Received.REFUSED
    hand_all(own)
    assert state(own, "N") is Received.REFUSAL_SENT


def test_a_duplicate_of_what_is_held(store) -> None:
    """Nothing more happens, and the person still decides."""
    own = holding(store)
    receive(own, message(REPORT, "N"))
    assert told(receive(own, message(REPORT, "N"))) == ["duplicate"]
    assert state(own, "N") is Received.HELD
    assert told(settle(own, "N")) == ["taken-in"]
    assert told(receive(own, message(REPORT, "N"))) == ["duplicate"]


UNANSWERED = {
    "not for us": ("no-receiver-of-ours", ()),
    "without a sender": ("sender-not-made-out", (drop("MsgInfo/Sender/Organisation//Ident"),)),
    "without a time": ("too-little-of-the-head", (text("MsgInfo/GenDate", "i dag"),)),
}


@pytest.mark.parametrize("reason, edits", UNANSWERED.values(), ids=UNANSWERED.keys())
def test_what_was_dropped_does_not_block_a_good_copy(store, reason, edits) -> None:
    """Not taken in and not answered: the same identifier may come again, in good shape."""
    where = STRANGER if reason == "no-receiver-of-ours" else HOSPITAL
    bad = receive(exchange(store, directory=ours(where)), message(REPORT, "N", more=edits))
    assert bad.reception.reason.value == reason
    assert told(bad) == ["dropped"]
    assert bad.events[0].key == f"sha256:{bad.reception.digest}"
    assert store.letter("in", bad.events[0].key).state is Received.UNANSWERED
    own = exchange(store, directory=ours(HOSPITAL))
    good = receive(own, message(REPORT, "N", made=MADE + HOURS))
    assert told(good) == ["taken-in"]
    assert [made.status for made in good.reception.acknowledgements] == ["1"]
    assert not bad.reception.acknowledgements


def test_what_was_dropped_may_come_again_unchanged(store) -> None:
    """The directory is mended, and the sender sends the same message once more (APP-64)."""
    data = message(REPORT, "N")
    receive(exchange(store, directory=ours(STRANGER)), data)
    again = receive(exchange(store, directory=ours(HOSPITAL)), data, AT + HOURS)
    assert told(again) == ["taken-in"]


GARBAGE = {
    "nothing": b"",
    "text": b"hei",
    "cut off": samples.data("damaged-truncated"),
    "a doctype": samples.data("damaged-doctype"),
    "an unknown root": samples.data("damaged-unknown-root"),
    "an acknowledgement cut off": receipt(uid("N"))[:-30],
}


@pytest.mark.parametrize("data", GARBAGE.values(), ids=GARBAGE.keys())
def test_garbage(store, data) -> None:
    """It is written down, kept, and known when it comes again."""
    own = exchange(store)
    first = receive(own, data)
    assert told(first) in (["dropped"], ["refused"])
    assert store.octets(first.reception.digest) == data
    assert told(receive(own, data)) == ["duplicate"]


def test_an_acknowledgement_in_an_envelope(store) -> None:
    """It is dropped, not answered, and settles nothing; a good one still does."""
    own = exchange(store)
    own.send(message(REPORT, "N"), at=AT)
    hand_all(own)
    inner, outer = receipt(uid("N")), message(REPORT, "R")
    start, end = outer.index(b"<Content>") + 9, outer.index(b"</Content>")
    wrapped = outer[:start] + inner[inner.index(b"<AppRec") :] + outer[end:]
    filed = receive(own, wrapped)
    assert (told(filed), filed.reception.reason) == (["dropped"], Reason.FAULTY_RECEIPT)
    assert own.outbox() == []
    assert told(receive(own, inner)) == ["accepted-by-receiver"]


# Several receivers.


@pytest.mark.parametrize("sample, roles", [(REPORT, ["PRIM", "COP"]), (REPORT_OLD, ["SPR", "COP"])])
def test_receiver_and_copy_receiver(store, sample, roles) -> None:
    """Filed once, with an acknowledgement of each; done when both have left."""
    own = exchange(store, directory=ours(HOSPITAL, HOME))
    filed = receive(own, message(sample, "N", more=(copy_to(HOME),)))
    assert told(filed) == ["taken-in"]
    made = filed.reception.acknowledgements
    assert [one.message.sender.role.code for one in made] == roles
    assert len({one.id for one in made}) == 2
    items = own.outbox()
    assert sorted(item.receiver for item in items) == [f"HER:{HOME[1]}, copy", f"HER:{HOSPITAL[1]}"]
    for item, expected in zip(items, (Received.TAKEN_IN, Received.ACKNOWLEDGED), strict=True):
        assert told(own.handed_over(item, at=AT)) == ["handed-to-transport"]
        assert state(own, "N") is expected
    assert own.outbox() == []
    assert told(receive(own, message(sample, "N", more=(copy_to(HOME),)))) == ["duplicate"]


def test_one_receiver_of_ours_is_unknown(store) -> None:
    """Taken in for one, refused for the other."""
    directory = ours(HOSPITAL, (HOME[0], "9900109"))
    own = exchange(store, directory=directory)
    filed = receive(own, message(REPORT, "N", more=(copy_to(HOME),)))
    assert told(filed) == ["taken-in"]
    assert [one.status for one in filed.reception.acknowledgements] == ["1", "2"]
    assert filed.events[0].detail == "E21"


@pytest.mark.parametrize(
    "edits, roles, status",
    [
        ((copy_to(HOSPITAL),), ["PRIM", "COP"], "1"),
        ((copy_to(HOME), copy_to(HOME)), ["PRIM", "COP"], "1"),
        ((copy_to(HOSPITAL), copy_to(HOSPITAL)), ["PRIM", "COP"], "1"),
        (
            (copy_to(HOME), copy_to(STRANGER), drop("MsgInfo/OtherReceiver//Ident")),
            ["PRIM", "COP", "COP"],
            "2",
        ),
    ],
    ids=["receiver and copy", "two copies", "all at once", "two without identifiers"],
)
def test_the_same_receiver_twice(store, edits, roles, status) -> None:
    """One that is named twice answers once in each role; the message is dealt with."""
    filed = receive(exchange(store), message(REPORT, "N", more=edits))
    made = filed.reception.acknowledgements
    assert [one.message.sender.role.code for one in made] == roles
    assert {one.status for one in made} == {status}
    assert len(store.acknowledgements(uid("N"))) == len(roles)


@pytest.mark.parametrize("hands", [1, 2, 3])
def test_an_acknowledgement_may_leave_again(store, hands) -> None:
    """The same one, in a new envelope of the transport (HITS 1168:2016, 5.5)."""
    own = exchange(store)
    receive(own, message(REPORT, "N"))
    (item,) = own.outbox()
    for _ in range(hands):
        assert told(own.handed_over(item, at=AT)) == ["handed-to-transport"]
    assert state(own, "N") is Received.ACKNOWLEDGED
    assert store.acknowledgements(uid("N"))[0].data == item.data


def test_an_acknowledgement_that_is_not_ours(store) -> None:
    """What never was in the outbox cannot be handed over."""
    own = exchange(store)
    receive(own, message(REPORT, "N"))
    (item,) = own.outbox()
    with pytest.raises(FlowError):
        own.handed_over(evolve(item, receiver="HER:1"), at=AT)


# A person decides.


def test_hold_and_accept(store) -> None:
    """Nothing is answered before; then it is taken in, and answered with OK."""
    own = holding(store)
    filed = receive(own, message(REPORT, "N"))
    assert told(filed) == ["held"]
    assert filed.alerts == filed.events
    assert own.outbox() == []
    settled = settle(own, "N", AT + HOURS, by="kari")
    assert told(settled) == ["taken-in"]
    assert settled.events[0].by == "kari"
    assert [made.status for made in settled.reception.acknowledgements] == ["1"]
    assert len(own.outbox()) == 1
    assert own.tick(at=AT + 1000 * HOURS) == ()


def test_hold_and_refuse(store) -> None:
    """With the code that fits; it is not in the record, and stays out."""
    own = holding(store)
    receive(own, message(REPORT, "N"))
    settled = settle(own, "N", refuse=[Fault("X99", "Ukjent her")])
    assert told(settled) == ["refused"]
    assert settled.events[0].detail == "X99"
    assert [made.errors for made in settled.reception.acknowledgements] == [("X99",)]
    assert not store.letter("in", uid("N")).counts
    with pytest.raises(FlowError):
        settle(own, "N")
    hand_all(own)
    assert state(own, "N") is Received.REFUSAL_SENT


@pytest.mark.parametrize("refuse, expected", [((), "taken-in"), ([Fault("X99", "Nei")], "refused")])
def test_a_late_decision(store, refuse, expected) -> None:
    """After 96 hours one event, and the decision is still possible."""
    own = holding(store)
    receive(own, message(REPORT, "N"))
    assert told(own.tick(at=MADE + 95 * HOURS)) == []
    (late,) = own.tick(at=MADE + 96 * HOURS)
    assert (late.happening, late.detail) == (Happening.OVERDUE, "decision")
    assert state(own, "N") is Received.HELD_LATE
    settled = settle(own, "N", MADE + 200 * HOURS, refuse=refuse)
    assert told(settled) == [expected, "no-longer-overdue"]
    assert len(settled.reception.acknowledgements) == 1
    assert own.tick(at=MADE + 300 * HOURS) == ()


@pytest.mark.parametrize("prepare", ["unknown", "taken in", "settled", "sent"])
def test_settle_what_does_not_wait(store, prepare) -> None:
    """Only what is held waits for a decision; nothing changes."""
    own = exchange(store) if prepare == "taken in" else holding(store)
    if prepare == "sent":
        own.send(message(ADMITTED, "N"), at=AT)
    elif prepare != "unknown":
        receive(own, message(REPORT, "N"))
    if prepare == "settled":
        settle(own, "N")
    before = store.letter("in", uid("N"))
    with pytest.raises(FlowError):
        settle(own, "N", refuse=[Fault("X99", "Nei")])
    assert store.letter("in", uid("N")) == before


@pytest.mark.parametrize("more", [{"id": "7"}, {"refuse": [Fault("Ukjent", "Nei")]}])
def test_a_wrong_settlement_changes_nothing(store, more) -> None:
    """An identifier that is none, or a code that is none: it still waits."""
    own = holding(store)
    receive(own, message(REPORT, "N"))
    with pytest.raises(InputError):
        own.settle(uid("N"), **({"id": str(uuid.uuid4()), "at": AT} | more))
    assert state(own, "N") is Received.HELD
    assert own.outbox() == []
    settle(own, "N")


@pytest.mark.parametrize("key", [str.upper, "  {} ".format])
def test_settle_by_any_spelling(store, key) -> None:
    """The case of the identifier does not count here either."""
    own = holding(store)
    receive(own, message(REPORT, "N"))
    own.settle(key(uid("N")), id=str(uuid.uuid4()), at=AT)
    assert state(own, "N") is Received.TAKEN_IN


@pytest.mark.parametrize("refuse", [(), (Fault("X99", "Nei"),)])
@pytest.mark.parametrize("late", [True, False])
def test_settle_when_no_receiver_is_ours_any_more(store, refuse, late) -> None:
    """A message is not taken in without the answer that belongs to it; somebody is told."""
    receive(holding(store, HOSPITAL), message(REPORT, "N"))
    if late:
        exchange(store).tick(at=MADE + 96 * HOURS)
    settled = settle(holding(store, STRANGER), "N", MADE + 97 * HOURS, refuse=refuse)
    assert told(settled) == ["dropped", *["no-longer-overdue"] * late]
    assert settled.alerts[0].detail == "no-receiver-of-ours"
    assert not settled.reception.taken_in
    assert state(holding(store), "N") is Received.UNANSWERED
    assert exchange(store).tick(at=MADE + 1000 * HOURS) == ()


@pytest.mark.parametrize("at", [AT + HOURS, MADE + 97 * HOURS])
def test_what_was_dropped_after_waiting_does_not_block_a_good_copy(store, at) -> None:
    """Neither taken in nor answered: the sender sends it again, and the directory is mended."""
    receive(holding(store, HOSPITAL), message(REPORT, "N"))
    assert told(settle(holding(store, STRANGER), "N", at)) == ["dropped"]
    again = receive(exchange(store, directory=ours(HOSPITAL)), message(REPORT, "N"), at)
    assert told(again) == ["taken-in"]
    assert [made.status for made in again.reception.acknowledgements] == ["1"]


def test_a_held_message_is_linked_and_cancelled_when_it_is_taken_in(store) -> None:
    """The cancellation of a held message waits with it."""
    own = holding(store)
    receive(own, message(REPORT, "N"))
    receive(own, message(REPORT, "C", status="C", parent="N"))
    assert told(settle(own, "C")) == ["taken-in", "before-its-original"]
    assert told(settle(own, "N")) == ["taken-in", "linked", "cancelled"]


# Links and answers.


def test_an_answer_is_linked_by_its_conversation(store) -> None:
    """And ends the waiting for it."""
    own = exchange(store)
    own.send(message(QUESTION, "Q"), at=AT)
    filed = receive(own, message(ANSWER, "A", parent="Q"))
    assert told(filed) == ["taken-in", "linked", "answered"]
    assert store.letter("in", uid("A")).linked == uid("Q")
    (answered,) = only(filed.events, Happening.ANSWERED)
    assert (answered.direction, answered.key, answered.other) == ("out", uid("Q"), uid("A"))


def test_an_answer_is_linked_by_the_document(store) -> None:
    """Where the head says nothing, by the identifier of the question that it repeats."""
    own = exchange(store)
    own.send(message(QUESTION, "Q"), at=AT)
    filed = receive(own, message(ANSWER, "A"))
    assert told(filed) == ["taken-in", "linked", "answered"]
    assert store.letter("in", uid("A")).linked == uid("Q")


def test_a_document_identifier_alone_does_not_tell_which_question(store) -> None:
    """An answer about somebody else, from somebody else, does not answer this question."""
    own = exchange(store)
    own.send(message(QUESTION, "Q"), at=AT)
    filed = receive(own, message(ANSWER, "A", sender=STRANGER, patient=ALVHILD))
    assert told(filed) == ["taken-in"]


@pytest.mark.parametrize("parent", ["L", ""])
def test_only_who_was_asked_can_answer(store, parent) -> None:
    """A report of another municipality is not the one that is awaited."""
    own = exchange(store)
    own.send(message(ADMITTED, "L"), at=AT)
    filed = receive(own, message(REPORT, "N", parent=parent, sender=STRANGER))
    assert "answered" not in told(filed)


def test_an_answer_before_its_question(store) -> None:
    """It is linked when the question comes, and meets it."""
    own = exchange(store)
    assert told(receive(own, message(ANSWER, "A", parent="Q"))) == [
        "taken-in",
        "before-its-original",
    ]
    assert told(own.send(message(QUESTION, "Q"), at=AT)) == ["sent", "linked", "answered"]
    assert store.letter("in", uid("A")).linked == uid("Q")


def test_an_answer_before_its_question_ends_the_waiting(store) -> None:
    """Nothing is awaited that has come."""
    own = exchange(store)
    receive(own, message(ANSWER, "A", parent="Q"))
    own.send(message(QUESTION, "Q"), at=AT)
    late = own.tick(at=AT + 1000 * HOURS)
    assert [event.detail for event in late] == ["acknowledgement"]


def test_an_answer_by_document_before_its_question(store) -> None:
    """It is linked when the question comes, too."""
    own = exchange(store)
    receive(own, message(ANSWER, "A"))
    own.send(message(QUESTION, "Q"), at=AT)
    assert store.letter("in", uid("A")).linked == uid("Q")


def test_an_answer_after_an_interim_answer(store) -> None:
    """A note in between does not hide the question."""
    own = exchange(store)
    own.send(message(QUESTION, "Q"), at=AT)
    receive(own, message("dialog-notat-1.0", "B", parent="Q", sender=OFFICE))
    filed = receive(own, message(ANSWER, "A", parent="B", first="Q"))
    assert "answered" in told(filed)


def test_an_answer_to_a_held_question(store) -> None:
    """We answered while the question still waited for a decision."""
    own = holding(store, OFFICE)
    receive(own, message(QUESTION, "Q"))
    own.send(message(ANSWER, "A", parent="Q"), at=AT)
    settle(own, "Q")
    assert [d.state.value for d in store.deadlines("in", uid("Q")) if d.what == "answer"] == ["met"]


def test_a_message_that_refers_to_nothing_known(store) -> None:
    """It is taken in, and not linked (DEC-31)."""
    filed = receive(exchange(store), message(ANSWER, "A", parent="Q"))
    assert filed.reception.taken_in
    assert told(filed) == ["taken-in", "before-its-original"]
    assert filed.events[1].other == uid("Q")
    assert not filed.alerts


def test_a_change_of_what_was_refused(store) -> None:
    """It is taken in on its own (DEC-33)."""
    own = exchange(store)
    receive(own, message(REPORT, "N", more=REFUSED))
    filed = receive(own, message(REPORT, "M", status="M", parent="N"))
    assert told(filed) == ["taken-in", "before-its-original"]


# Deviations.


def test_a_deviation_is_told_of_the_message_it_is_about(store) -> None:
    """A task for somebody; the acknowledgement stays what it was (APP-79)."""
    own = exchange(store)
    own.send(message("helseopplysninger-1.6", "N"), at=AT)
    receive(own, receipt(uid("N"), her=(HOME[0], "9900102")))
    before = store.deliveries(uid("N"))
    filed = receive(own, message(DEVIATION, "D", parent="N"))
    (alert,) = filed.alerts
    assert (alert.happening, alert.direction, alert.key, alert.other) == (
        Happening.DEVIATION,
        "out",
        uid("N"),
        uid("D"),
    )
    assert store.deliveries(uid("N")) == before


def test_a_deviation_before_its_message(store) -> None:
    """It is told when the message comes."""
    own = exchange(store)
    receive(own, message(DEVIATION, "D", parent="N"))
    events = own.send(message("helseopplysninger-1.6", "N"), at=AT)
    assert only(events, Happening.DEVIATION)


@pytest.mark.parametrize(
    "order, expected",
    [
        ("LND", "N"),
        ("NLD", "N"),
        ("LDN", "LN"),
        ("DLN", "LN"),
        ("NDL", "N"),
        ("DNL", "N"),
    ],
)
def test_a_deviation_is_about_one_message(store, order, expected) -> None:
    """The one it follows; the first of the conversation only as long as that is not known."""
    own = exchange(store)
    events = []
    for name in order:
        if name == "D":
            events += receive(own, message(DEVIATION, "D", parent="N", first="L")).events
        else:
            sent = message("helseopplysninger-1.6", name, first="" if name == "L" else "L")
            events += own.send(sent, at=AT)
    assert [e.key for e in only(events, Happening.DEVIATION)] == [uid(name) for name in expected]


# Whatever comes.


@pytest.mark.parametrize("made", ["9999-12-31T12:00:00", "9999-12-31T23:59:59+01:00"])
@pytest.mark.parametrize("held", [True, False])
def test_a_time_at_the_end_of_the_calendar(store, made, held) -> None:
    """Whatever time a message tells, it is received."""
    own = holding(store, HOME) if held else exchange(store)
    assert receive(own, message(ADMITTED, "L", made=made)).events


@pytest.mark.parametrize("made", ["0001-01-01T00:00:00", "0001-01-01T00:00:00+14:00"])
@pytest.mark.parametrize("held", [True, False])
def test_a_time_at_the_beginning_of_the_calendar(store, made, held) -> None:
    """Overdue when it comes; nothing breaks."""
    own = holding(store, HOME) if held else exchange(store)
    assert receive(own, message(ADMITTED, "L", made=made)).reception.acknowledgement or held
    assert {event.happening for event in own.tick(at=AT + 97 * HOURS)} <= {Happening.OVERDUE}


@pytest.mark.parametrize("name", samples.names())
def test_every_sample(store, name) -> None:
    """Each is received and filed, twice, and shows nothing of the patient in its `repr`."""
    own = exchange(store)
    first = receive(own, samples.data(name))
    assert first.events
    again = receive(own, samples.data(name))
    if first.reception.receipt is None:
        assert told(again) == ["duplicate"]
    assert "Prøvestad" not in repr((first, first.events, store, own.outbox()))
    for letter in store.related([event.key for event in first.events]):
        assert ALVHILD not in repr(letter)


def test_who_does_it_is_written_down(store) -> None:
    """`by` of the exchange, for what it does itself."""
    filed = receive(exchange(store, by="mottak"), message(REPORT, "N"))
    assert {event.by for event in filed.events} == {"mottak"}


def test_a_wrong_identifier_records_nothing(store) -> None:
    """Without a UUID for the acknowledgement the message can be received again."""
    own = exchange(store)
    with pytest.raises(InputError):
        own.receive(message(REPORT, "N"), id="7", at=AT)
    assert store.last() is None
    assert told(receive(own, message(REPORT, "N"))) == ["taken-in"]


def test_what_is_filed_can_be_shown() -> None:
    """The `repr` tells the decision and the number of events."""
    filed = receive(exchange(), message(REPORT, "N"))
    assert isinstance(filed, Filed)
    assert repr(filed) == "<Filed: accept, 1 events>"
    assert all(isinstance(event, Event) and event.happening.text for event in filed.events)
