"""What an exchange does with what is sent: outbox, transport, acknowledgements, time."""

import pytest
from attrs import evolve

from caremsg import samples
from caremsg.declare.edits import drop, put, text, v
from caremsg.errors import FlowError, InputError
from caremsg.exchange import Awaited, Delivered, DeliveryStep, Happening
from tests.unit.exchange.build import (
    ADMITTED,
    ALVHILD,
    AT,
    HOME,
    HOSPITAL,
    HOURS,
    MADE,
    OFFICE,
    QUESTION,
    REPORT,
    STRANGER,
    copy_to,
    exchange,
    hand_all,
    message,
    receipt,
    receive,
    told,
    uid,
)

TAKE, DELIVER, FAIL = DeliveryStep.TAKE, DeliveryStep.DELIVER, DeliveryStep.FAIL
RESEND, ACCEPT = DeliveryStep.RESEND, DeliveryStep.ACCEPT
MAIN, COPY = f"HER:{HOSPITAL[1]}", f"HER:{HOME[1]}, copy"
TWO = (copy_to(HOME),)


def states(own, name: str = "N") -> dict[str, str]:
    """How far a message has come, by receiver."""
    return {one.receiver: one.state.value for one in own.store.deliveries(uid(name))}


def awaits(own, name: str = "N") -> dict[str, Awaited]:
    """The acknowledgements that a message awaits, by receiver."""
    found = own.store.deadlines("out", uid(name))
    return {one.party: one.state for one in found if one.what == "acknowledgement"}


def sent(store, *edits, name: str = "N"):
    """An exchange that has sent a message, which the transport has taken."""
    own = exchange(store)
    own.send(message(REPORT, name, more=edits), at=AT)
    hand_all(own)
    return own


# Sending.


def test_send(store) -> None:
    """Recorded, put into the outbox, and awaited."""
    own = exchange(store, by="post")
    data = message(REPORT, "N")
    (event,) = own.send(data, at=AT)
    assert (event.happening, event.direction, event.key) == (Happening.SENT, "out", uid("N"))
    assert (event.by, event.at) == ("post", AT)
    assert states(own) == {MAIN: "ready"}
    assert awaits(own) == {MAIN: Awaited.OPEN}
    (item,) = own.outbox()
    assert (item.kind, item.direction, item.key, item.receiver) == (
        "message",
        "out",
        uid("N"),
        MAIN,
    )
    assert item.data == data == store.octets(item.digest)
    assert "Prøvestad" not in repr((item, store.deliveries(uid("N"))))


def test_the_octets_are_not_touched(store) -> None:
    """What leaves is what was given, to the last blank."""
    data = message(REPORT, "N") + b"\n\n  <!-- end -->\n"
    own = exchange(store)
    own.send(data, at=AT)
    assert own.outbox()[0].data == data


def test_one_delivery_for_each_receiver(store) -> None:
    """The receiver, and every receiver of a copy."""
    own = exchange(store)
    own.send(message(REPORT, "N", more=(*TWO, copy_to(STRANGER))), at=AT)
    found = store.deliveries(uid("N"))
    assert {one.receiver: one.copy for one in found} == {
        MAIN: False,
        COPY: True,
        f"HER:{STRANGER[1]}, copy": True,
    }
    assert len(own.outbox()) == 3
    assert set(awaits(own).values()) == {Awaited.OPEN}


NOT_SENT = {
    "an acknowledgement": receipt(uid("N")),
    "no XML": b"hei",
    "nothing": b"",
    "cut off": samples.data("damaged-truncated"),
    "an unknown root": samples.data("damaged-unknown-root"),
    "a doctype": samples.data("damaged-doctype"),
    "without an identifier": message(REPORT, "N", more=(text("MsgInfo/MsgId", " "),)),
    "without a receiver": message(REPORT, "N", more=(drop("MsgInfo/Receiver"),)),
}


@pytest.mark.parametrize("data", NOT_SENT.values(), ids=NOT_SENT.keys())
def test_what_cannot_be_sent(store, data) -> None:
    """Nothing is recorded of it."""
    own = exchange(store)
    with pytest.raises(InputError):
        own.send(data, at=AT)
    assert own.outbox() == []
    assert store.last() is None


def test_the_same_octets_again(store) -> None:
    """The same message is sent once more, with its identifier."""
    own = sent(store)
    data = message(REPORT, "N")
    assert own.outbox() == []
    assert told(own.send(data, at=AT + HOURS)) == ["sent-again"]
    assert [item.data for item in own.outbox()] == [data]
    assert states(own) == {MAIN: "ready"}
    hand_all(own)
    assert states(own) == {MAIN: "underway"}
    assert len(awaits(own)) == 1


def test_the_same_octets_again_when_it_is_answered(store) -> None:
    """Then there is nothing to send; to one that has not answered it goes again."""
    own = sent(store, *TWO)
    receive(own, receipt(uid("N")))
    assert [e.party for e in own.send(message(REPORT, "N", more=TWO), at=AT)] == [COPY]
    receive(own, receipt(uid("N"), her=HOME))
    assert own.send(message(REPORT, "N", more=TWO), at=AT) == ()
    assert own.outbox() == []


@pytest.mark.parametrize("change", [str, str.upper])
def test_other_octets_under_the_same_identifier(store, change) -> None:
    """A mistake of the caller; nothing changes."""
    own = sent(store)
    more = (text("MsgInfo/MsgId", change(uid("N"))),)
    other = message(REPORT, "N", made=MADE + HOURS, more=more)
    before = store.letter("out", uid("N"))
    with pytest.raises(FlowError):
        own.send(other, at=AT)
    assert store.letter("out", uid("N")) == before
    assert own.outbox() == []


def test_a_time_at_the_end_of_the_calendar(store) -> None:
    """It is sent, or refused with an exception of the library."""
    own = exchange(store)
    try:
        own.send(message(REPORT, "N", made="9999-12-31T12:00:00"), at=AT)
    except InputError:
        assert own.outbox() == []


# The transport.


def test_handed_over(store) -> None:
    """It leaves the outbox, for that receiver only."""
    own = exchange(store)
    own.send(message(REPORT, "N", more=TWO), at=AT)
    first, second = own.outbox()
    (event,) = own.handed_over(first, at=AT)
    assert (event.happening, event.party) == (Happening.HANDED_OVER, first.receiver)
    assert own.outbox() == [second]
    assert states(own) == {first.receiver: "underway", second.receiver: "ready"}
    own.handed_over(first, at=AT)
    assert own.outbox() == [second]


@pytest.mark.parametrize("limit, expected", [(0, 0), (1, 2), (2, 4), (9, 5)])
def test_the_outbox_has_a_limit(store, limit, expected) -> None:
    """No more of each kind than is asked for; nothing is lost."""
    own = exchange(store)
    for name in "abc":
        own.send(message(REPORT, name), at=AT)
    receive(own, message(ADMITTED, "d"))
    receive(own, message(ADMITTED, "e"))
    assert len(own.outbox(limit)) == expected
    while own.outbox(1):
        own.handed_over(own.outbox(1)[0], at=AT)


def test_acknowledgements_first(store) -> None:
    """Somebody waits for them; then the messages, and of both the oldest first."""
    own = exchange(store)
    for hour, (sent_name, received_name) in enumerate(("db", "ca")):
        own.send(message(REPORT, sent_name), at=AT + hour * HOURS)
        receive(own, message(ADMITTED, received_name), AT + hour * HOURS)
    expected = [("acknowledgement", uid("b")), ("acknowledgement", uid("a"))]
    expected += [("message", uid("d")), ("message", uid("c"))]
    assert [(item.kind, item.key) for item in own.outbox()] == expected
    assert own.outbox(1) == own.outbox()[::2]


NOTHING_NEW = {DELIVER: ("delivered",), FAIL: ("delivered", "transport-failed")}
"""In which states the transport reports what is known already: no event."""
STEPS = [
    ([], "ready", True),
    ([TAKE], "underway", False),
    ([TAKE, TAKE], "underway", False),
    ([TAKE, DELIVER], "delivered", False),
    ([TAKE, DELIVER, DELIVER], "delivered", False),
    ([TAKE, FAIL], "transport-failed", False),
    ([TAKE, FAIL, DELIVER], "delivered", False),
    ([TAKE, DELIVER, FAIL], "delivered", False),
    ([TAKE, FAIL, RESEND], "ready", True),
    ([TAKE, FAIL, RESEND, TAKE, DELIVER], "delivered", False),
    ([TAKE, DELIVER, RESEND], "ready", True),
    ([FAIL], "transport-failed", True),
    ([FAIL, FAIL], "transport-failed", True),
    ([FAIL, TAKE], "underway", False),
    ([DELIVER], "delivered", False),
    ([FAIL, DELIVER], "delivered", False),
    ([DELIVER, RESEND], "ready", True),
    ([DELIVER, TAKE], "delivered", False),
]


@pytest.mark.parametrize("steps, expected, waits", STEPS)
def test_transport_steps(store, steps, expected, waits) -> None:
    """Where a message is after some steps, and whether it is still in the outbox."""
    own = exchange(store)
    own.send(message(REPORT, "N"), at=AT)
    (item,) = own.outbox()
    for step in steps:
        (before,) = states(own).values()
        events = (
            own.handed_over(item, at=AT) if step is TAKE else own.transport(uid("N"), step, at=AT)
        )
        assert len(events) == (before not in NOTHING_NEW.get(step, ()))
    assert states(own) == {MAIN: expected}
    assert [found.data for found in own.outbox()] == [item.data] * waits


def test_delivered_without_being_handed_over(store) -> None:
    """The transport took it, and stopped before it said so."""
    own = exchange(store)
    own.send(message(REPORT, "N"), at=AT)
    own.transport(uid("N"), DELIVER, at=AT)
    assert own.outbox() == []


@pytest.mark.parametrize("step", [s for s in DeliveryStep if s not in (DELIVER, FAIL, RESEND)])
def test_steps_that_are_not_of_the_transport(store, step) -> None:
    """Nobody but the receiver acknowledges."""
    own = sent(store)
    with pytest.raises(FlowError):
        own.transport(uid("N"), step, at=AT)
    assert states(own) == {MAIN: "underway"}


@pytest.mark.parametrize("step", [DELIVER, FAIL, RESEND])
def test_the_transport_of_an_unknown_message(store, step) -> None:
    """Also one that was received is not one that was sent."""
    own = exchange(store)
    receive(own, message(REPORT, "N"))
    with pytest.raises(FlowError):
        own.transport(uid("N"), step, at=AT)


def test_the_transport_of_one_receiver(store) -> None:
    """The other receiver is not touched; any spelling of the identifier will do."""
    own = sent(store, *TWO)
    (event,) = own.transport(uid("N").upper(), FAIL, at=AT, receiver=COPY)
    assert (event.party, event.alert) == (COPY, True)
    assert states(own) == {MAIN: "underway", COPY: "transport-failed"}


def test_the_transport_of_an_unknown_receiver(store) -> None:
    """A misspelt receiver is a mistake of the caller."""
    own = sent(store)
    with pytest.raises(FlowError):
        own.transport(uid("N"), DELIVER, at=AT, receiver="HER:1")


def test_a_failure_after_the_answer(store) -> None:
    """Nobody has to be told of it."""
    own = sent(store)
    receive(own, receipt(uid("N")))
    assert not [event for event in own.transport(uid("N"), FAIL, at=AT) if event.alert]


def test_send_again_when_one_has_answered(store) -> None:
    """Without a receiver it is about all of them for whom it can be."""
    own = sent(store, *TWO)
    receive(own, receipt(uid("N")))
    assert [event.party for event in own.transport(uid("N"), RESEND, at=AT)] == [COPY]


def test_handed_over_what_is_unknown(store) -> None:
    """What was never sent from here, or not to that receiver."""
    own = exchange(store)
    own.send(message(REPORT, "N"), at=AT)
    (item,) = own.outbox()
    for change in ({"key": uid("X")}, {"receiver": "HER:1"}):
        with pytest.raises(FlowError):
            own.handed_over(evolve(item, **change), at=AT)


# Acknowledgements.

ANSWERS = {
    "OK": ("1", (), "accepted", "accepted-by-receiver"),
    "refused": ("2", ("E21", "X99"), "refused", "refused-by-receiver"),
    "with faults": ("3", ("T02",), "accepted-with-faults", "accepted-with-faults-by-receiver"),
}
each_answer = pytest.mark.parametrize(
    "status, errors, state, happening", ANSWERS.values(), ids=ANSWERS.keys()
)
versions = pytest.mark.parametrize("version", ["1.0", "1.1"])


@versions
@each_answer
def test_an_acknowledgement(store, version, status, errors, state, happening) -> None:
    """It settles the delivery, and is awaited no more."""
    own = sent(store)
    data = receipt(uid("N"), status, errors=errors, version=version)
    filed = receive(own, data)
    assert told(filed) == [happening]
    assert bool(filed.alerts) is (status != "1")
    assert filed.events[0].party == MAIN
    assert states(own) == {MAIN: state}
    assert awaits(own) == {MAIN: Awaited.MET}
    assert store.deliveries(uid("N"))[0].errors == errors
    assert own.outbox() == []
    assert own.tick(at=AT + 1000 * HOURS) == ()
    assert store.octets(filed.reception.digest) == data


@each_answer
@pytest.mark.parametrize("second", ["1", "2", "3"])
@pytest.mark.parametrize("id", ["receipt", "other"])
def test_a_second_acknowledgement(store, status, errors, state, happening, second, id) -> None:
    """The first counts, whatever the second says."""
    own = sent(store)
    receive(own, receipt(uid("N"), status, errors=errors))
    before = store.deliveries(uid("N"))
    filed = receive(own, receipt(uid("N"), second, id=id))
    other = second != status
    words = "second-acknowledgement-says-otherwise" if other else "second-acknowledgement-ignored"
    assert told(filed) == [words]
    assert bool(filed.alerts) == other
    assert store.deliveries(uid("N")) == before


@pytest.mark.parametrize("status", ["", "0", "4", "9", "OK", "A", "01"])
def test_a_status_that_is_unknown(store, status) -> None:
    """It is never taken for OK: the answer is still awaited."""
    own = sent(store)
    filed = receive(own, receipt(uid("N"), status))
    assert told(filed) == ["acknowledgement-with-unknown-status"]
    assert filed.alerts == filed.events
    assert states(own) == {MAIN: "underway"}
    assert awaits(own) == {MAIN: Awaited.OPEN}
    assert told(receive(own, receipt(uid("N"), "1"))) == ["accepted-by-receiver"]
    assert told(receive(own, receipt(uid("N"), status))) == ["acknowledgement-with-unknown-status"]
    assert states(own) == {MAIN: "accepted"}


FAULTY = {
    "without an identifier": (drop("Id"),),
    "without a status": (drop("Status"),),
    "without a status code": (v("Status", V=None),),
    "without a receiver": (drop("Receiver"),),
    "with something unknown": (put(".", "<Ukjent/>"),),
    "of a wrong time": (text("GenDate", "i dag"),),
}


@pytest.mark.parametrize("edits", FAULTY.values(), ids=FAULTY.keys())
def test_an_acknowledgement_that_is_faulty(store, edits) -> None:
    """It is not taken for OK, and is not acknowledged itself."""
    own = sent(store)
    filed = receive(own, receipt(uid("N"), more=edits))
    assert told(filed) == ["acknowledgement-with-unknown-status"]
    assert filed.alerts
    assert states(own) == {MAIN: "underway"}
    assert own.outbox() == []


def test_an_acknowledgement_that_is_cut_off(store) -> None:
    """It is nothing that could be read; the message is still awaited."""
    own = sent(store)
    filed = receive(own, receipt(uid("N"))[:-20])
    assert told(filed) == ["dropped"]
    assert own.outbox() == []
    assert awaits(own) == {MAIN: Awaited.OPEN}


@pytest.mark.parametrize("of", [uid("X"), "", "7", "received"])
def test_an_acknowledgement_of_an_unknown_message(store, of) -> None:
    """Also of one that was received and not sent."""
    own = sent(store)
    receive(own, message(ADMITTED, "received"))
    filed = receive(own, receipt(uid(of) if of == "received" else of))
    assert filed.alerts == filed.events
    assert told(filed) == ["acknowledgement-of-unknown-message"]
    assert filed.events[0].digest == filed.reception.digest
    assert states(own) == {MAIN: "underway"}


@pytest.mark.parametrize("change", [str.upper, " {} ".format])
def test_an_acknowledgement_in_another_spelling(store, change) -> None:
    """The case of the identifier does not count."""
    own = sent(store)
    assert told(receive(own, receipt(change(uid("N"))))) == ["accepted-by-receiver"]


def test_an_acknowledgement_before_the_transport_said_anything(store) -> None:
    """Then it has left, of course."""
    own = exchange(store)
    own.send(message(REPORT, "N"), at=AT)
    assert told(receive(own, receipt(uid("N")))) == ["accepted-by-receiver"]
    assert own.outbox() == []


# Whose acknowledgement it is: edits of the message, who acknowledges, and for which receiver.

NO_SERVICE = drop("MsgInfo/Receiver/Organisation/Organisation")
SAME_HOUSE = (HOSPITAL[0], "9900209")
WHOSE = {
    "the service": ((), HOSPITAL, MAIN),
    "the service, of another organisation": ((), (STRANGER[0], HOSPITAL[1]), MAIN),
    "another service of the organisation": ((), SAME_HOUSE, MAIN),
    "a stranger": ((), STRANGER, None),
    "the sender itself": ((), HOME, None),
    "the first of two": (TWO, HOSPITAL, MAIN),
    "the second of two": (TWO, HOME, COPY),
    "a stranger to two": (TWO, STRANGER, None),
    "the first of two in one house": (
        (copy_to(SAME_HOUSE),),
        HOSPITAL,
        MAIN,
    ),
    "the second of two in one house": (
        (copy_to(SAME_HOUSE),),
        SAME_HOUSE,
        f"HER:{SAME_HOUSE[1]}, copy",
    ),
    "a third service of that house": (
        (copy_to(SAME_HOUSE),),
        (HOSPITAL[0], "9900210"),
        None,
    ),
    "only the organisation was addressed": ((NO_SERVICE,), HOSPITAL, f"HER:{HOSPITAL[0]}"),
}


@pytest.mark.parametrize("edits, her, expected", WHOSE.values(), ids=WHOSE.keys())
def test_whose_acknowledgement_it_is(store, edits, her, expected) -> None:
    """By the HER-id of the service or person; of the organisation when only one can be meant."""
    own = sent(store, *edits)
    before = states(own)
    filed = receive(own, receipt(uid("N"), her=her))
    if expected is None:
        assert told(filed) == ["acknowledgement-of-unknown-message"]
        assert states(own) == before
    else:
        assert states(own) == before | {expected: "accepted"}
        assert filed.events[0].party == expected


def test_only_the_organisation_acknowledges(store) -> None:
    """Without a service, when there is one receiver in the organisation."""
    own = sent(store, *TWO)
    alone = receipt(uid("N"), more=(drop("Sender/HCP/Inst/Dept"),))
    assert told(receive(own, alone)) == ["accepted-by-receiver"]
    assert states(own) == {MAIN: "accepted", COPY: "underway"}


def test_a_person_acknowledges(store) -> None:
    """A question to a doctor is answered for by that doctor."""
    own = exchange(store)
    own.send(message(QUESTION, "Q"), at=AT)
    person = put(
        "Sender/HCP/Inst",
        f"<HCPerson><Name>Embla</Name><Id>{OFFICE[1]}</Id><TypeId V='HER' DN='HER-id'/></HCPerson>",
    )
    data = receipt(uid("Q"), her=OFFICE, more=(drop("Sender/HCP/Inst/Dept"), person))
    assert told(receive(own, data)) == ["accepted-by-receiver"]
    assert states(own, "Q") == {f"HER:{OFFICE[1]}": "accepted"}


def test_one_of_two_receivers(store) -> None:
    """The other is awaited still, and becomes overdue alone."""
    own = sent(store, *TWO)
    receive(own, receipt(uid("N"), "2", her=HOME))
    assert states(own) == {MAIN: "underway", COPY: "refused"}
    assert awaits(own) == {MAIN: Awaited.OPEN, COPY: Awaited.MET}
    (event,) = own.tick(at=MADE + 96 * HOURS)
    assert event.party == MAIN
    assert states(own) == {MAIN: "overdue", COPY: "refused"}


def test_one_party_in_two_roles(store) -> None:
    """It acknowledges twice: as receiver, and as receiver of a copy."""
    own = sent(store, copy_to(HOSPITAL))
    receive(own, receipt(uid("N")))
    copy = (v("Sender/Role", V="COP", DN="Kopimottaker"),)
    receive(own, receipt(uid("N"), id="second", more=copy))
    assert list(states(own).values()) == ["accepted", "accepted"]


# Late.


@each_answer
def test_late(store, status, errors, state, happening) -> None:
    """After 96 hours it is overdue; a late answer counts, and the alert ends."""
    own = sent(store)
    assert own.tick(at=MADE + 96 * HOURS - HOURS / 60) == ()
    (overdue,) = own.tick(at=MADE + 96 * HOURS)
    assert (overdue.happening, overdue.party) == (Happening.OVERDUE, MAIN)
    assert (overdue.detail, overdue.alert) == ("acknowledgement", True)
    assert states(own) == {MAIN: "overdue"}
    filed = receive(own, receipt(uid("N"), status, errors=errors), MADE + 500 * HOURS)
    assert told(filed) == [happening, "no-longer-overdue"]
    assert states(own) == {MAIN: state}
    assert awaits(own) == {MAIN: Awaited.MET_LATE}
    assert own.tick(at=MADE + 1000 * HOURS) == ()


def test_an_unknown_status_does_not_end_the_waiting(store) -> None:
    """It is overdue before and after."""
    own = sent(store)
    own.tick(at=MADE + 96 * HOURS)
    assert "no-longer-overdue" not in told(receive(own, receipt(uid("N"), "9")))
    assert states(own) == {MAIN: "overdue"}


def test_sent_again_when_overdue(store) -> None:
    """It leaves again, and stays overdue until it is answered."""
    own = sent(store)
    own.tick(at=MADE + 96 * HOURS)
    assert told(own.send(message(REPORT, "N"), at=MADE + 97 * HOURS)) == ["sent-again"]
    assert len(own.outbox()) == 1
    hand_all(own, MADE + 97 * HOURS)
    own.transport(uid("N"), DELIVER, at=MADE + 97 * HOURS)
    assert states(own) == {MAIN: "overdue"}
    assert own.tick(at=MADE + 1000 * HOURS) == ()
    assert Delivered.ACCEPTED not in states(own).values()


def test_what_is_sent_belongs_to_chains_too(store) -> None:
    """A change that we send replaces what we sent."""
    own = exchange(store)
    own.send(message(REPORT, "N"), at=AT)
    assert told(own.send(message(REPORT, "M", status="M", parent="N"), at=AT)) == [
        "sent",
        "linked",
        "replaced",
    ]
    assert store.letter("out", uid("N")).validity.value == "replaced"


def test_what_an_acknowledgement_says_is_not_repeated(store) -> None:
    """An error code that is no code may be anything, a name for instance."""
    own = sent(store)
    filed = receive(own, receipt(uid("N"), "2", errors=("Alvhild Prøvestad",)))
    assert "Prøvestad" not in repr(filed.events)


PERSON = f"""<OtherReceiver><RoleReceiver V='COP' DN='Kopimottaker'/><HealthcareProfessional>
<FamilyName>Prøvestad</FamilyName><GivenName>Embla</GivenName>
<Ident><Id>9912345</Id><TypeId V='HPR' S='2.16.578.1.12.4.1.1.8116' DN='HPR-nummer'/></Ident>
<Ident><Id>{ALVHILD}</Id><TypeId V='FNR' S='2.16.578.1.12.4.1.1.8116' DN='Fødselsnummer'/></Ident>
</HealthcareProfessional></OtherReceiver>"""


def test_a_receiver_is_not_called_by_a_national_number(store) -> None:
    """It would stand in every event, and in every log."""
    own = exchange(store)
    own.send(message(REPORT, "N", more=(put("MsgInfo", PERSON, before="Patient"),)), at=AT)
    events = [event for item in own.outbox() for event in own.handed_over(item, at=AT)]
    assert len(events) == 2
    assert ALVHILD not in repr((events, store.deadlines("out", uid("N"))))


def test_sent_again_when_overdue_and_the_transport_fails(store) -> None:
    """What was sent again by hand failed: somebody has to know."""
    own = sent(store)
    own.tick(at=MADE + 96 * HOURS)
    own.send(message(REPORT, "N"), at=MADE + 97 * HOURS)
    hand_all(own, MADE + 97 * HOURS)
    assert [e for e in own.transport(uid("N"), FAIL, at=MADE + 98 * HOURS) if e.alert]
