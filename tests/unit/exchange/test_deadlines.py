"""What is awaited: from when, until when, by whom it is met, and what is told of it."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from caremsg.declare.edits import v
from caremsg.exchange import Awaited, Happening, Validity
from caremsg.exchange.deadlines import ACKNOWLEDGED_WITHIN, AWAITED, Rule
from caremsg.exchange.records import in_norway, moment
from tests.unit.exchange.build import (
    ADMITTED,
    ALVHILD,
    ANSWER,
    AT,
    HOME,
    HOSPITAL,
    HOURS,
    MADE,
    OFFICE,
    QUESTION,
    READY,
    REPORT,
    STRANGER,
    TO_DOCTOR,
    TORMUND,
    copy_to,
    exchange,
    holding,
    message,
    only,
    receipt,
    receive,
    settle,
    told,
    uid,
    validity,
)

OSLO = ZoneInfo("Europe/Oslo")
DAYS = 24 * HOURS
MOMENT = dt.timedelta(seconds=1)
RULES = {rule.name: rule for rule in AWAITED}


def awaited(own, name: str, what: str, direction="out"):
    """The deadline of a message with a name."""
    found = [d for d in own.store.deadlines(direction, uid(name)) if d.what == what]
    assert len(found) <= 1
    return found[0] if found else None


def overdue(events, what: str) -> list[str]:
    """The keys of what became overdue."""
    return [e.key for e in only(events, Happening.OVERDUE) if e.detail == what]


# From when.


@pytest.mark.parametrize("late", [0 * HOURS, 50 * HOURS, 95 * HOURS])
def test_from_when_it_was_made(store, late) -> None:
    """Not from when it is sent (HITS 1168:2016, 9.1)."""
    own = exchange(store)
    own.send(message(REPORT, "N"), at=MADE + late)
    assert awaited(own, "N", "acknowledgement").due == MADE + ACKNOWLEDGED_WITHIN
    assert own.tick(at=MADE + 96 * HOURS - MOMENT) == ()
    assert told(own.tick(at=MADE + 96 * HOURS)) == ["overdue"]


def test_overdue_when_it_is_sent(store) -> None:
    """A message that waited too long is told of at the next tick."""
    own = exchange(store)
    own.send(message(REPORT, "N"), at=MADE + 97 * HOURS)
    assert told(own.tick(at=MADE + 97 * HOURS)) == ["overdue"]
    assert told(receive(own, receipt(uid("N")), MADE + 98 * HOURS))[-1] == "no-longer-overdue"


def test_without_a_time_from_when_it_is_sent(store) -> None:
    """A message whose time nobody can read is awaited from now."""
    own = exchange(store)
    own.send(message(REPORT, "N", made="i dag"), at=AT)
    assert awaited(own, "N", "acknowledgement").due == AT + ACKNOWLEDGED_WITHIN


TIMES = {
    "with its zone": ("2026-10-05T12:00:00+02:00", "2026-10-05T10:00:00"),
    "in UTC": ("2026-10-05T10:00:00Z", "2026-10-05T10:00:00"),
    "far west": ("2026-10-05T00:00:00-10:00", "2026-10-05T10:00:00"),
    "without a zone, in summer": ("2026-07-01T12:00:00", "2026-07-01T10:00:00"),
    "without a zone, in winter": ("2026-01-15T12:00:00", "2026-01-15T11:00:00"),
    "before the clock goes forward": ("2027-03-28T01:59:59", "2027-03-28T00:59:59"),
    "after the clock went forward": ("2027-03-28T03:00:00", "2027-03-28T01:00:00"),
    "in the hour that is not": ("2027-03-28T02:30:00", "2027-03-28T01:30:00"),
    "before the clock goes back": ("2026-10-25T01:59:59", "2026-10-24T23:59:59"),
    "in the hour that is twice": ("2026-10-25T02:30:00", "2026-10-25T00:30:00"),
    "after the clock went back": ("2026-10-25T03:00:00", "2026-10-25T02:00:00"),
    "with parts of a second": ("2026-10-05T12:00:00.250+02:00", "2026-10-05T10:00:00.250"),
}


@pytest.mark.parametrize("made, expected", TIMES.values(), ids=TIMES.keys())
def test_the_time_of_a_message(store, made, expected) -> None:
    """A time without a zone is Norwegian; 96 hours are 96 hours, also when the clock is moved."""
    due = dt.datetime.fromisoformat(expected).replace(tzinfo=dt.UTC) + 96 * HOURS
    own = exchange(store)
    own.send(message(REPORT, "N", made=made), at=due - 90 * HOURS)
    assert awaited(own, "N", "acknowledgement").due == due
    assert own.tick(at=due - MOMENT) == ()
    assert told(own.tick(at=due)) == ["overdue"]


@pytest.mark.parametrize("text", ["", "i dag", "2026-13-01T00:00:00", "9999-12-31T23:00:00-14:00"])
def test_what_is_no_time(text) -> None:
    """Nothing that Python could hold."""
    assert moment(text) is None


@pytest.mark.parametrize(
    "made, hours",
    [("2027-03-26T12:00:00", 97), ("2026-10-23T12:00:00", 95), ("2026-06-01T12:00:00", 96)],
)
def test_four_days_on_the_wall(store, made, hours) -> None:
    """At the change of the clock four days are not 96 hours: the clock on the wall shows it."""
    own = exchange(store)
    own.send(message(REPORT, "N", made=made), at=dt.datetime.fromisoformat(made))
    start = dt.datetime.fromisoformat(made)
    wall = (start + dt.timedelta(hours=hours)).replace(tzinfo=OSLO)
    assert awaited(own, "N", "acknowledgement").due == wall.astimezone(dt.UTC)


@pytest.mark.parametrize("naive", [True, False])
def test_the_present_time_may_have_no_zone(store, naive) -> None:
    """Then it is Norwegian."""
    own = exchange(store)
    own.send(message(REPORT, "N"), at=AT)
    due = (MADE + 96 * HOURS).astimezone(OSLO)
    now = due.replace(tzinfo=None) if naive else due
    assert in_norway(now) == due
    assert own.tick(at=now - MOMENT) == ()
    (event,) = own.tick(at=now)
    assert event.at == due
    assert event.at.utcoffset() == dt.timedelta(0)


# Once.


def test_each_begins_once_and_ends_once(store) -> None:
    """However often anybody asks."""
    own = exchange(store)
    own.send(message(ADMITTED, "L"), at=AT)
    events = [e for hour in range(1, 200) for e in own.tick(at=MADE + hour * HOURS)]
    assert [e.detail for e in events] == ["admission-report", "acknowledgement"]
    assert {e.happening for e in events} == {Happening.OVERDUE}
    ends = receive(own, message(REPORT, "N", parent="L"), MADE + 300 * HOURS)
    assert len(only(ends.events, Happening.NO_LONGER_OVERDUE)) == 1
    again = receive(own, message(REPORT, "O", parent="L"), MADE + 300 * HOURS)
    assert told(again) == ["taken-in", "linked"]
    assert [own.tick(at=MADE + hour * HOURS) for hour in (301, 301, 400)] == [()] * 3


def test_the_clock_goes_back(store) -> None:
    """It is told once; nothing is overdue twice, and nothing is overdue too early."""
    own = exchange(store)
    own.send(message(REPORT, "N"), at=AT)
    assert told(own.tick(at=MADE + 96 * HOURS)) == ["overdue"]
    (back,) = own.tick(at=AT)
    assert (back.happening, back.alert) == (Happening.CLOCK_BACK, True)
    assert own.tick(at=AT) == ()
    assert own.tick(at=AT + HOURS) == ()
    assert own.tick(at=MADE + 96 * HOURS) == ()
    assert told(own.tick(at=AT)) == []  # nothing was written down since


@given(st.lists(st.tuples(st.integers(-5, 200), st.sampled_from("tsr")), max_size=12))
def test_never_twice(steps) -> None:
    """At any times, in any order, sent again or not: one begin, and one end."""
    own = exchange()
    own.send(message(REPORT, "N"), at=AT)
    events = []
    for hour, step in steps:
        at = MADE + hour * HOURS
        if step == "t":
            events += own.tick(at=at)
        elif step == "s":
            events += own.send(message(REPORT, "N"), at=at)
        else:
            events += receive(own, receipt(uid("N")), at).events
    begun, ended = only(events, Happening.OVERDUE), only(events, Happening.NO_LONGER_OVERDUE)
    assert len(begun) <= 1
    assert len(ended) <= len(begun)
    assert len(only(events, Happening.ACCEPTED)) <= 1
    assert all(event.at >= MADE + 96 * HOURS for event in begun)


# The rules.


@frozen
class Case:
    """A message after which something is awaited, and one that meets it."""

    rule: str
    sample: str
    answer: str
    answerer: tuple[str, str]
    patient: str
    awaits: dt.timedelta
    met_by_patient: bool
    """Any message of the type about the patient meets it, without a reference."""
    asker: tuple[str, str] | None = None
    """To whom the answer goes, when the sample goes to somebody else."""


CASES = {
    "a report after an admission": Case(
        "admission-report", ADMITTED, REPORT, HOME, ALVHILD, DAYS, True
    ),
    "a note after ready for discharge": Case(
        "response-to-ready", READY, "dialog-notat-1.0", HOME, ALVHILD, 2 * HOURS, True
    ),
    "a professional dialog after ready for discharge": Case(
        "response-to-ready",
        READY,
        "dialog-helsefaglig-1.1",
        HOME,
        ALVHILD,
        2 * HOURS,
        True,
        asker=HOSPITAL,
    ),
    "an answer to a question": Case("answer", QUESTION, ANSWER, OFFICE, TORMUND, 3 * DAYS, False),
    "medical information to a question": Case(
        "answer", QUESTION, "medisinske-opplysninger-1.6", OFFICE, TORMUND, 3 * DAYS, False
    ),
    "an absence to a question": Case(
        "answer", QUESTION, "fravarsmelding-1.5", OFFICE, TORMUND, 3 * DAYS, False
    ),
}
each_case = pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())


def answer(case: Case, name: str, **more) -> bytes:
    """The answer, from the one who was asked, to the one who asked."""
    given = {"sender": case.answerer, "to": case.asker, "patient": case.patient}
    return message(case.answer, name, **(given | more))


def test_every_rule_is_tried() -> None:
    """But for the one that is tried alone."""
    assert {case.rule for case in CASES.values()} == set(RULES) - {"doctor"}
    assert len(RULES) == len(AWAITED)


@each_case
def test_awaited(store, case) -> None:
    """From when the message was made."""
    own = exchange(store)
    own.send(message(case.sample, "Q"), at=AT)
    assert awaited(own, "Q", case.rule).due == MADE + case.awaits
    assert RULES[case.rule].within == case.awaits


@each_case
def test_met(store, case) -> None:
    """In time: nothing is overdue later."""
    own = exchange(store)
    own.send(message(case.sample, "Q"), at=AT)
    filed = receive(own, answer(case, "A", parent="Q"), AT + HOURS)
    assert told(filed) == ["taken-in", "linked", "answered"]
    assert filed.events[-1].detail == case.rule
    assert awaited(own, "Q", case.rule).state is Awaited.MET
    assert overdue(own.tick(at=AT + 50 * DAYS), case.rule) == []


@each_case
def test_late(store, case) -> None:
    """One event when it is overdue, and one when it is met."""
    own = exchange(store)
    own.send(message(case.sample, "Q"), at=AT)
    assert overdue(own.tick(at=MADE + case.awaits - MOMENT), case.rule) == []
    assert overdue(own.tick(at=MADE + case.awaits), case.rule) == [uid("Q")]
    filed = receive(own, answer(case, "A", parent="Q"), AT + 20 * DAYS)
    assert told(filed) == ["taken-in", "linked", "no-longer-overdue", "answered"]
    assert awaited(own, "Q", case.rule).state is Awaited.MET_LATE


@each_case
def test_met_without_a_reference(store, case) -> None:
    """By a message about the same patient, where the rule says so."""
    own = exchange(store)
    own.send(message(case.sample, "Q"), at=AT)
    data = answer(case, "A").replace(b"DokIdForesp>1<", b"DokIdForesp>7<")
    filed = receive(own, data)
    expected = ["taken-in", "answered"] if case.met_by_patient else ["taken-in"]
    assert told(filed) == expected


@each_case
def test_not_met_by_another_patient(store, case) -> None:
    """A message about somebody else answers nothing, without a reference."""
    own = exchange(store)
    own.send(message(case.sample, "Q"), at=AT)
    other = TORMUND if case.patient == ALVHILD else ALVHILD
    data = answer(case, "A", patient=other)
    receive(own, data.replace(b"DokIdForesp>1<", b"DokIdForesp>7<"))
    assert awaited(own, "Q", case.rule).state is Awaited.OPEN


@each_case
def test_not_met_by_ourselves(store, case) -> None:
    """Who asks does not answer."""
    own = exchange(store)
    own.send(message(case.sample, "Q"), at=AT)
    own.send(answer(case, "A", parent="Q"), at=AT)
    assert awaited(own, "Q", case.rule).state is Awaited.OPEN


@each_case
def test_the_other_way_round(store, case) -> None:
    """What is received awaits what we send."""
    own = exchange(store)
    receive(own, message(case.sample, "Q"))
    assert awaited(own, "Q", case.rule, "in").state is Awaited.OPEN
    assert overdue(own.tick(at=MADE + case.awaits), case.rule) == [uid("Q")]
    events = own.send(answer(case, "A", parent="Q"), at=AT + 20 * DAYS)
    assert told(events) == ["sent", "linked", "no-longer-overdue", "answered"]
    assert awaited(own, "Q", case.rule, "in").state is Awaited.MET_LATE


CANCELLED = [case for case in CASES.values() if case.sample in (ADMITTED, READY)]


@pytest.mark.parametrize("case", CANCELLED, ids=lambda case: case.rule)
@pytest.mark.parametrize("late", [True, False])
def test_dropped_by_a_cancellation(store, case, late) -> None:
    """Then nothing is awaited, but the acknowledgement."""
    own = exchange(store)
    own.send(message(case.sample, "Q"), at=AT)
    if late:
        own.tick(at=MADE + case.awaits)
    events = own.send(message(case.sample, "C", status="C", parent="Q"), at=AT + DAYS)
    assert told(events)[:3] == ["sent", "linked", "cancelled"]
    assert len(only(events, Happening.NO_LONGER_OVERDUE)) == late
    assert awaited(own, "Q", case.rule).state is Awaited.DROPPED
    assert awaited(own, "Q", "acknowledgement").state is Awaited.OPEN
    assert awaited(own, "C", case.rule) is None
    assert awaited(own, "C", "acknowledgement").state is Awaited.OPEN
    assert overdue(own.tick(at=AT + 50 * DAYS), case.rule) == []


@pytest.mark.parametrize("case", CANCELLED, ids=lambda case: case.rule)
def test_nothing_is_awaited_when_the_cancellation_came_first(store, case) -> None:
    """A message that arrives cancelled asks for nothing."""
    own = exchange(store)
    receive(own, message(case.sample, "C", status="C", parent="Q"))
    receive(own, message(case.sample, "Q"))
    assert awaited(own, "Q", case.rule, "in").state is Awaited.DROPPED
    assert own.tick(at=AT + 50 * DAYS) == ()


def test_a_cancellation_is_no_answer(store) -> None:
    """It meets nothing."""
    own = exchange(store)
    own.send(message(ADMITTED, "L"), at=AT)
    receive(own, message(REPORT, "C", status="C", parent="N"))
    assert awaited(own, "L", "admission-report").state is Awaited.OPEN


def test_one_answer_for_several(store) -> None:
    """Each message that awaited it is told of."""
    own = exchange(store)
    own.send(message(ADMITTED, "L"), at=AT)
    own.send(message(ADMITTED, "M"), at=AT)
    filed = receive(own, message(REPORT, "N"))
    assert {event.key for event in only(filed.events, Happening.ANSWERED)} == {uid("L"), uid("M")}


def test_refused_is_no_answer(store) -> None:
    """What was not taken in meets nothing."""
    own = exchange(store)
    own.send(message(ADMITTED, "L"), at=AT)
    bad = message(REPORT, "N").replace(b"<Forsendelsesstatus", b"<Bogus/><Forsendelsesstatus", 1)
    assert told(receive(own, bad)) == ["refused"]
    assert awaited(own, "L", "admission-report").state is Awaited.OPEN


def test_held_is_no_answer_until_it_is_taken_in(store) -> None:
    """The report counts when a person has taken it in."""
    own = holding(store, HOSPITAL)
    own.send(message(ADMITTED, "L"), at=AT)
    receive(own, message(REPORT, "N"))
    assert awaited(own, "L", "admission-report").state is Awaited.OPEN
    assert told(settle(own, "N")) == ["taken-in", "answered"]
    assert awaited(own, "L", "admission-report").state is Awaited.MET


@pytest.mark.parametrize("sample", ["medisinske-opplysninger-1.6", ANSWER])
def test_a_doctor_is_asked(store, sample) -> None:
    """A report to the doctor that asks for an assessment (9137, 3) awaits one."""
    own = exchange(store)
    own.send(message(TO_DOCTOR, "Q"), at=AT)
    assert awaited(own, "Q", "doctor").due == MADE + 3 * DAYS
    filed = receive(own, message(sample, "A", parent="Q", sender=OFFICE, patient=TORMUND))
    assert "answered" in told(filed)


def test_a_doctor_is_informed(store) -> None:
    """A status report (9137, 2) asks for nothing."""
    own = exchange(store)
    own.send(message(TO_DOCTOR, "Q", more=(v("//TypeInnholdKonsultasjon", V="2"),)), at=AT)
    assert awaited(own, "Q", "doctor") is None


def test_no_longer_ready_for_discharge(store) -> None:
    """Withdrawn: the response is not awaited any more."""
    own = exchange(store)
    own.send(message(READY, "R"), at=AT)
    own.send(message("logistikk-avmelding-1.6", "X", parent="R"), at=AT)
    assert awaited(own, "R", "response-to-ready").state is Awaited.DROPPED


# Rules of one's own.

OWN = Rule("own", ("LOG_INNLAGT",), ("INNLEGGELSESRAPPORT",), 5 * HOURS, "an agreement")


def test_without_rules(store) -> None:
    """Then only the acknowledgement is awaited."""
    own = exchange(store, awaited=())
    own.send(message(ADMITTED, "L"), at=AT)
    assert [d.what for d in store.deadlines("out", uid("L"))] == ["acknowledgement"]


def test_a_rule_of_ones_own_becomes_overdue(store) -> None:
    """At its own time."""
    own = exchange(store, awaited=(OWN,))
    own.send(message(ADMITTED, "L"), at=AT)
    assert awaited(own, "L", "admission-report") is None
    assert overdue(own.tick(at=MADE + 5 * HOURS), "own") == [uid("L")]


@pytest.mark.parametrize("how", ["met", "dropped"])
def test_a_rule_of_ones_own_ends(store, how) -> None:
    """By its answer, or by a cancellation."""
    own = exchange(store, awaited=(OWN,))
    own.send(message(ADMITTED, "L"), at=AT)
    if how == "met":
        receive(own, message(REPORT, "N", parent="L"))
    else:
        own.send(message(ADMITTED, "C", status="C", parent="L"), at=AT)
    assert awaited(own, "L", "own").state.value == how


def test_a_rule_under_a_known_name(store) -> None:
    """Our own list of answers counts, not the one of the library."""
    other = Rule("admission-report", ("LOG_INNLAGT",), ("DIALOG_NOTAT",), HOURS, "an agreement")
    own = exchange(store, awaited=(other,))
    own.send(message(ADMITTED, "L"), at=AT)
    receive(own, message(REPORT, "N", parent="L"))
    assert awaited(own, "L", "admission-report").state is Awaited.OPEN


def test_strangers_acknowledge_nothing(store) -> None:
    """Somebody who was not addressed does not end the waiting."""
    own = exchange(store)
    own.send(message(REPORT, "N"), at=AT)
    receive(own, receipt(uid("N"), her=STRANGER))
    assert told(own.tick(at=MADE + 96 * HOURS)) == ["overdue"]


def test_nothing_is_awaited_when_nobody_has_it(store) -> None:
    """Refused by its only receiver: no answer is awaited."""
    own = exchange(store)
    own.send(message(ADMITTED, "L"), at=AT)
    own.tick(at=MADE + 30 * HOURS)
    filed = receive(own, receipt(uid("L"), "2", her=(HOME[0], "9900102")), MADE + 31 * HOURS)
    assert told(filed) == ["refused-by-receiver", "no-longer-overdue"]
    assert filed.events[-1].detail == "admission-report"
    assert awaited(own, "L", "admission-report").state is Awaited.DROPPED


@pytest.mark.parametrize("status, state", [("1", Awaited.OPEN), ("2", Awaited.DROPPED)])
def test_one_of_two_receivers_has_it(store, status, state) -> None:
    """As long as one has not refused it, an answer may come."""
    own = exchange(store)
    own.send(message(ADMITTED, "L", more=(copy_to(OFFICE),)), at=AT)
    receive(own, receipt(uid("L"), "2", her=(HOME[0], "9900102")))
    assert awaited(own, "L", "admission-report").state is Awaited.OPEN
    receive(own, receipt(uid("L"), status, her=OFFICE, id="second"))
    assert awaited(own, "L", "admission-report").state is state


# What is not right yet.

WITHDRAWN = "logistikk-avmelding-1.6"


def states(messages, order: str, name: str, what: str) -> Awaited | None:
    """What became of something awaited, when received messages came in an order."""
    own = exchange()
    for number, letter in enumerate(order):
        receive(own, messages[letter], AT + number * HOURS)
    found = awaited(own, name, what, "in")
    return found.state if found else None


@pytest.mark.parametrize("order", ["PCN", "CPN"])
def test_what_counts_again_is_awaited_again(order) -> None:
    """The cancellation was about the second message, which came late."""
    messages = {
        "P": message(READY, "P"),
        "N": message(READY, "N", parent="P", made=MADE + HOURS),
        "C": message(READY, "C", status="C", parent="N", first="P", made=MADE + 2 * HOURS),
    }
    assert states(messages, order, "P", "response-to-ready") is Awaited.OPEN


def test_a_cancellation_before_the_question_is_no_answer(store) -> None:
    """It meets nothing in this order either."""
    own = exchange(store)
    receive(own, message(REPORT, "C", status="C", parent="N", first="L"))
    own.send(message(ADMITTED, "L"), at=AT)
    assert awaited(own, "L", "admission-report").state is Awaited.OPEN


@pytest.mark.parametrize("order", ["LCN", "CLN", "CNL", "NCL"])
def test_what_is_cancelled_already_is_no_answer(order) -> None:
    """A report that was cancelled before it could answer."""
    own = exchange()
    for name in order:
        if name == "L":
            own.send(message(ADMITTED, "L"), at=AT)
        elif name == "C":
            receive(own, message(REPORT, "C", status="C", parent="N"))
        else:
            receive(own, message(REPORT, "N", parent="L"))
    assert validity(own, "N") is Validity.CANCELLED
    assert awaited(own, "L", "admission-report").state is Awaited.OPEN


def test_withdrawn_before_it_came() -> None:
    """Nobody waits for a response to what is withdrawn."""
    messages = {"R": message(READY, "R"), "X": message(WITHDRAWN, "X", parent="R")}
    assert states(messages, "RX", "R", "response-to-ready") is Awaited.DROPPED
    assert states(messages, "XR", "R", "response-to-ready") is not Awaited.OPEN


@pytest.mark.parametrize("order", ["QA", "AQ"])
@each_case
def test_an_answer_about_another_patient(case, order) -> None:
    """It refers to the question, and is about somebody else: nobody has got an answer."""
    own = exchange()
    other = TORMUND if case.patient == ALVHILD else ALVHILD
    for name in order:
        if name == "Q":
            own.send(message(case.sample, "Q"), at=AT)
        else:
            receive(own, answer(case, "A", parent="Q", patient=other))
    assert awaited(own, "Q", case.rule).state is Awaited.OPEN


def test_both_parties_in_one_store(store) -> None:
    """A question and an answer within one house, sent and received: both sides are done."""
    own = exchange(store)
    question, reply = message(QUESTION, "Q"), message(ANSWER, "A", parent="Q")
    for data in (question, reply.replace(b"DokIdForesp>1<", b"DokIdForesp>7<")):
        own.send(data, at=AT)
        receive(own, data)
    assert awaited(own, "Q", "answer", "in").state is Awaited.MET
    assert awaited(own, "Q", "answer", "out").state is Awaited.MET


def test_a_change_and_its_original_in_any_order() -> None:
    """The same is overdue at the same time."""
    messages = {
        "N": message(ADMITTED, "N"),
        "M": message(ADMITTED, "M", status="M", parent="N", made=MADE + HOURS),
    }
    found = [
        [states(messages, order, name, "admission-report") for name in "NM"]
        for order in ("NM", "MN")
    ]
    assert found[0] == found[1]
