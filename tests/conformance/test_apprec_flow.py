"""The official tests of acknowledgements that need a memory or a clock, in both versions.

The numbers are those of the official workbook. Where errata have changed what is right since,
the docstring says so.
"""

import uuid
from datetime import timedelta

import pytest

from caremsg.declare.edits import Edit, drop, text, v
from caremsg.exchange import Decision, Exchange, Fault, Filed, Memory, Receiving
from tests.unit.exchange.build import (
    AT,
    HOME,
    HOSPITAL,
    MADE,
    REPORT,
    REPORT_OLD,
    copy_to,
    hand_all,
    message,
    ours,
    receipt,
    receive,
    told,
    uid,
)

HOURS = timedelta(hours=1)
SAMPLES = {"1.0": REPORT_OLD, "1.1": REPORT}
FIRST = {"1.0": "SPR", "1.1": "PRIM"}
"""The role of the main receiver in each version."""
BOTH = (copy_to(HOME),)
UNKNOWN = (HOSPITAL[0], "9900999"), (HOME[0], "9900998")
NOT_IDENTIFIED: tuple[Edit, ...] = (
    v("MsgInfo/Patient/Ident/TypeId", V="HER"),
    drop("MsgInfo/Patient/DateOfBirth"),
)

versions = pytest.mark.parametrize("version", ["1.0", "1.1"])


def receiver(*parties, **more) -> Exchange:
    """An exchange of whom a message is for: the hospital, if nobody else is named."""
    return Exchange(Memory(), directory=ours(*(parties or (HOSPITAL,)), **more))


def by_hand() -> Exchange:
    """One that knows no patient, and lets a person decide."""
    known = ours(HOSPITAL, patients=())
    return Exchange(Memory(), directory=known, policy=Receiving(hold_unknown_patients=True))


def sender(version: str) -> Exchange:
    """An exchange that has sent a message."""
    own = Exchange(Memory())
    own.send(message(SAMPLES[version], "N"), at=AT)
    hand_all(own)
    return own


def answers(filed: Filed) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Version, role, status and errors of each acknowledgement."""
    return [
        (
            made.version,
            made.message.sender.role.code or "" if made.message.sender.role else "",
            made.status,
            made.errors,
        )
        for made in filed.reception.acknowledgements
    ]


def assert_ignored(own: Exchange, data: bytes) -> None:
    """A second copy in a new envelope, also written otherwise: nothing is done or sent."""
    waiting = own.outbox()
    for copy in (data, data.replace(b"?>", b"?><!-- again -->", 1)):
        again = receive(own, copy, AT + 1000 * HOURS)
        assert again.reception.decision is Decision.IGNORE
        assert answers(again) == []
        assert told(again)[0].startswith("duplicate")
    assert own.outbox() == waiting


def decide(own: Exchange, at, refuse=()) -> Filed:
    """A person decides."""
    return own.settle(uid("N"), id=str(uuid.uuid4()), at=at, refuse=refuse)


@versions
def test_ar_s_11_both_in_one_organisation(version) -> None:
    """Receiver and copy receiver in one system: two acknowledgements, and none for the copy."""
    own = receiver(HOSPITAL, HOME)
    data = message(SAMPLES[version], "N", more=BOTH)
    assert answers(receive(own, data)) == [
        (version, FIRST[version], "1", ()),
        (version, "COP", "1", ()),
    ]
    assert_ignored(own, data)


@versions
def test_ar_s_12_duplicate(version) -> None:
    """The same message twice: one acknowledgement."""
    own = receiver()
    data = message(SAMPLES[version], "N")
    assert answers(receive(own, data)) == [(version, FIRST[version], "1", ())]
    assert_ignored(own, data)
    assert_ignored(
        own, message(SAMPLES[version], "N", more=(text("MsgInfo/MsgId", uid("N").upper()),))
    )


@versions
@pytest.mark.parametrize("second", ["1", "2"])
def test_ar_s_13_two_receipts_for_one_message(version, second) -> None:
    """The later one, under another identifier, is ignored."""
    own = sender(version)
    assert told(receive(own, receipt(uid("N"), version=version))) == ["accepted-by-receiver"]
    again = receive(own, receipt(uid("N"), second, version=version, id="second"), AT + HOURS)
    ignored = "ignored" if second == "1" else "says-otherwise"
    assert told(again) == [f"second-acknowledgement-{ignored}"]
    assert [one.state.value for one in own.store.deliveries(uid("N"))] == ["accepted"]


@versions
def test_ar_s_14_manual_matching_in_time(version) -> None:
    """Approved by hand within 96 hours: OK, when it is approved and not before."""
    own = by_hand()
    held = receive(own, message(SAMPLES[version], "N"))
    assert (answers(held), own.outbox()) == ([], [])
    settled = decide(own, MADE + 95 * HOURS)
    assert answers(settled) == [(version, FIRST[version], "1", ())]
    assert told(settled) == ["taken-in"]


@versions
def test_ar_s_15_manual_matching_at_the_limit(version) -> None:
    """Approved by hand after 96 hours: OK, late.

    The workbook wants OK before the limit without taking it in. Errata let it be taken in later,
    and nothing is acknowledged that is not taken in.
    """
    own = by_hand()
    receive(own, message(SAMPLES[version], "N"))
    assert told(own.tick(at=MADE + 96 * HOURS)) == ["overdue"]
    assert own.outbox() == []
    settled = decide(own, MADE + 120 * HOURS)
    assert answers(settled) == [(version, FIRST[version], "1", ())]
    assert told(settled) == ["taken-in", "no-longer-overdue"]
    assert len(own.outbox()) == 1


@versions
@pytest.mark.parametrize("hours", [1, 200])
def test_ar_s_25_refused_by_hand(version, hours) -> None:
    """The fitting code, when it is decided; it is not taken in, and cannot be any more."""
    own = by_hand()
    receive(own, message(SAMPLES[version], "N"))
    settled = decide(own, MADE + hours * HOURS, [Fault("X99", "Ikke vår pasient")])
    assert answers(settled) == [(version, FIRST[version], "2", ("X99",))]
    assert told(settled) == ["refused"]
    letter = own.store.letter("in", uid("N"))
    assert letter is not None
    assert not letter.counts
    assert_ignored(own, message(SAMPLES[version], "N"))


@versions
def test_ar_s_27_refused_by_hand_in_time(version) -> None:
    """Within 96 hours: the fitting code, and nothing becomes overdue."""
    own = by_hand()
    receive(own, message(SAMPLES[version], "N"))
    settled = decide(own, MADE + 95 * HOURS, [Fault("E36"), Fault("X99", "Uklart hvem")])
    assert answers(settled) == [(version, FIRST[version], "2", ("E36", "X99"))]
    assert own.tick(at=MADE + 500 * HOURS) == ()


@versions
def test_ar_s_40_both_unknown(version) -> None:
    """Receiver and copy receiver are of ours, and unknown: two refusals, none for the copy."""
    own = receiver(*UNKNOWN)
    data = message(SAMPLES[version], "N", more=BOTH)
    filed = receive(own, data)
    assert answers(filed) == [
        (version, FIRST[version], "2", ("E21",)),
        (version, "COP", "2", ("E21",)),
    ]
    assert told(filed) == ["refused"]
    assert_ignored(own, data)


@versions
def test_ar_s_41_duplicate_of_a_refused_message(version) -> None:
    """One refusal; also a mended copy under the same identifier is ignored."""
    own = receiver()
    data = message(SAMPLES[version], "N", more=NOT_IDENTIFIED)
    assert answers(receive(own, data)) == [(version, FIRST[version], "2", ("E36",))]
    assert_ignored(own, data)
    assert_ignored(own, message(SAMPLES[version], "N"))
    assert len(own.outbox()) == 1


@versions
@pytest.mark.parametrize("late", ["1", "2"])
def test_ar_s_42_no_receipt(version, late) -> None:
    """After 96 hours the user is warned; an answer that comes later still counts.

    The workbook takes it for final. Errata let the receiver take the message in later.
    """
    own = sender(version)
    assert own.tick(at=MADE + 96 * HOURS - timedelta(seconds=1)) == ()
    (warning,) = own.tick(at=MADE + 96 * HOURS)
    assert (warning.happening.value, warning.alert) == ("overdue", True)
    assert [one.state.value for one in own.store.deliveries(uid("N"))] == ["overdue"]
    filed = receive(own, receipt(uid("N"), late, version=version), MADE + 200 * HOURS)
    expected = "accepted-by-receiver" if late == "1" else "refused-by-receiver"
    assert told(filed) == [expected, "no-longer-overdue"]
