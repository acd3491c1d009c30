"""Chains of changes: the last one counts, a cancellation covers all, whatever the order."""

import itertools

import pytest
from attrs import evolve, frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from caremsg.declare.edits import Edit, drop, text, v
from caremsg.exchange import Decision, Exchange, Happening, Validity
from tests.unit.exchange.build import (
    ADMITTED,
    ALVHILD,
    AT,
    HOME,
    HOURS,
    MADE,
    REPORT,
    STRANGER,
    TORMUND,
    exchange,
    holding,
    message,
    only,
    receive,
    settle,
    told,
    uid,
    validity,
)

OTHER_SERVICE = (HOME[0], "9900109")


@frozen
class Sent:
    """One message of a chain: its references are names, its hour is when it was made."""

    status: str
    parent: str = ""
    first: str = ""
    hour: int = 0
    sample: str = REPORT
    sender: tuple[str, str] = HOME
    patient: str = ALVHILD


def data(name: str, sent: Sent, *more: Edit) -> bytes:
    """The bytes of one message of a chain."""
    return message(
        sent.sample,
        name,
        status=sent.status,
        parent=sent.parent,
        first=sent.first,
        made=MADE + sent.hour * HOURS,
        sender=sent.sender,
        patient=sent.patient,
        more=more,
    )


def after(chain: dict[str, Sent], order) -> dict[str, str]:
    """The validities when the messages have arrived in an order; each of them is accepted."""
    own = arrived(chain, order)
    return {name: validity(own, name).value for name in chain}


TELLS = {
    Happening.REPLACED: Validity.REPLACED,
    Happening.CANCELLED: Validity.CANCELLED,
    Happening.RESTORED: Validity.CURRENT,
}


def arrived(chain: dict[str, Sent], order) -> Exchange:
    """An exchange that has received messages in an order; whatever it changed, it has told."""
    own = exchange()
    heard: dict[str, Validity] = {}
    for number, name in enumerate(order):
        filed = receive(own, data(name, chain[name]), AT + number * HOURS)
        assert filed.reception.taken_in
        assert [made.status for made in filed.reception.acknowledgements] == ["1"]
        cancels = chain[name].status == "C"
        heard[uid(name)] = Validity.CANCELS if cancels else Validity.CURRENT
        heard |= {e.key: TELLS[e.happening] for e in filed.events if e.happening in TELLS}
        now = {uid(known): validity(own, known) for known in order[: number + 1]}
        assert now == heard
    return own


def everywhere(chain: dict[str, Sent]) -> set[str]:
    """What comes out in every order of arrival, as text: one entry when the order is no matter."""
    found = (after(chain, order) for order in itertools.permutations(chain))
    return {" ".join(f"{name}:{one[name]}" for name in chain) for one in found}


FIRST = Sent("N")
STAY = Sent("N", sample=ADMITTED, hour=-9)
CASES = {
    "alone": ({"N": FIRST}, "N:current"),
    "changed": ({"N": FIRST, "M": Sent("M", "N", "N", 1)}, "N:replaced M:current"),
    "changed twice": (
        {"N": FIRST, "A": Sent("M", "N", "N", 1), "B": Sent("M", "A", "N", 2)},
        "N:replaced A:replaced B:current",
    ),
    "every change refers to the first": (
        {"N": FIRST, "A": Sent("M", "N", "N", 1), "B": Sent("M", "N", "N", 2)},
        "N:replaced A:replaced B:current",
    ),
    "references count, not times": (
        {"N": FIRST, "A": Sent("M", "N", "N", 9), "B": Sent("M", "A", "N", 2)},
        "N:replaced A:replaced B:current",
    ),
    "O is taken for M": ({"N": FIRST, "O": Sent("O", "N", "N", 1)}, "N:replaced O:current"),
    "A is a supplement": ({"N": FIRST, "A": Sent("A", "N", "N", 1)}, "N:current A:current"),
    "a second N in the dialog": ({"N": FIRST, "B": Sent("N", "N", "N", 1)}, "N:current B:current"),
    "cancelled": ({"N": FIRST, "C": Sent("C", "N", "N", 1)}, "N:cancelled C:cancellation"),
    "cancelled after changes": (
        {
            "N": FIRST,
            "A": Sent("M", "N", "N", 1),
            "B": Sent("M", "A", "N", 2),
            "C": Sent("C", "B", "N", 3),
        },
        "N:cancelled A:cancelled B:cancelled C:cancellation",
    ),
    "the cancellation refers to the first only": (
        {"N": FIRST, "A": Sent("M", "N", "N", 1), "C": Sent("C", "N", "N", 2)},
        "N:cancelled A:cancelled C:cancellation",
    ),
    "changed after it was cancelled": (
        {"N": FIRST, "C": Sent("C", "N", "N", 1), "M": Sent("M", "N", "N", 2)},
        "N:cancelled C:cancellation M:cancelled",
    ),
    "a change of the cancellation": (
        {"N": FIRST, "C": Sent("C", "N", "N", 1), "M": Sent("M", "C", "N", 2)},
        "N:cancelled C:cancellation M:cancelled",
    ),
    "cancelled twice": (
        {"N": FIRST, "C": Sent("C", "N", "N", 1), "D": Sent("C", "C", "N", 2)},
        "N:cancelled C:cancellation D:cancellation",
    ),
    "new after a cancellation": (
        {"N": FIRST, "C": Sent("C", "N", "N", 1), "B": Sent("N", "C", "N", 2)},
        "N:cancelled C:cancellation B:current",
    ),
    "the original never comes": (
        {"A": Sent("M", "N", "N", 1), "B": Sent("M", "A", "N", 2)},
        "A:replaced B:current",
    ),
    "the original never comes, cancelled": (
        {"A": Sent("M", "N", "N", 1), "C": Sent("C", "A", "N", 2)},
        "A:cancelled C:cancellation",
    ),
    "a change that refers to itself": ({"M": Sent("M", "M", "M", 1)}, "M:current"),
    "in a circle": (
        {"A": Sent("M", "B", "B", 1), "B": Sent("M", "A", "A", 2)},
        "A:replaced B:current",
    ),
    "another service of the sender changes": (
        {"N": FIRST, "M": Sent("M", "N", "N", 1, sender=OTHER_SERVICE)},
        "N:replaced M:current",
    ),
    "another sender changes": (
        {"N": FIRST, "M": Sent("M", "N", "N", 1, sender=STRANGER)},
        "N:current M:current",
    ),
    "another sender cancels": (
        {"N": FIRST, "C": Sent("C", "N", "N", 1, sender=STRANGER)},
        "N:current C:cancellation",
    ),
    "another sender cancels a change": (
        {"N": FIRST, "M": Sent("M", "N", "N", 1), "C": Sent("C", "M", "M", 2, sender=STRANGER)},
        "N:replaced M:current C:cancellation",
    ),
    "a change about another patient": (
        {"N": FIRST, "M": Sent("M", "N", "N", 1, patient=TORMUND)},
        "N:current M:current",
    ),
    "a cancellation about another patient": (
        {"N": FIRST, "C": Sent("C", "N", "N", 1, patient=TORMUND)},
        "N:current C:cancellation",
    ),
    "one of two in a dialog that is not here is cancelled": (
        {
            "P": Sent("N", "L", "L"),
            "C": Sent("C", "P", "L", 1),
            "N": Sent("N", "L", "L", 2),
        },
        "P:cancelled C:cancellation N:current",
    ),
    "a cancellation of another type": (
        {"N": FIRST, "C": Sent("C", "N", "N", 1, sample=ADMITTED)},
        "N:current C:cancellation",
    ),
    "a cancellation of another type, by a stranger, about another patient": (
        {"N": FIRST, "C": Sent("C", "N", "N", 1, ADMITTED, STRANGER, TORMUND)},
        "N:current C:cancellation",
    ),
    "a change of another type": (
        {"N": FIRST, "M": Sent("M", "N", "N", 1, sample=ADMITTED)},
        "N:current M:current",
    ),
    "in a dialog that another type began, cancelled": (
        {"L": STAY, "N": Sent("N", "L", "L"), "C": Sent("C", "N", "L", 1)},
        "L:current N:cancelled C:cancellation",
    ),
    "in a dialog that another type began, changed": (
        {"L": STAY, "N": Sent("N", "L", "L"), "M": Sent("M", "N", "L", 1)},
        "L:current N:replaced M:current",
    ),
    "in a dialog whose beginning is not here": (
        {"N": Sent("N", "L", "L"), "M": Sent("M", "N", "L", 1), "C": Sent("C", "M", "L", 2)},
        "N:cancelled M:cancelled C:cancellation",
    ),
    "the second report of a dialog is cancelled": (
        {"P": Sent("N", hour=-1), "N": Sent("N", "P", "P"), "C": Sent("C", "N", "P", 1)},
        "P:current N:cancelled C:cancellation",
    ),
    "each refers to the one before only": (
        {
            "N": FIRST,
            "A": Sent("M", "N", "N", 1),
            "B": Sent("M", "A", "A", 2),
            "C": Sent("C", "B", "B", 3),
        },
        "N:cancelled A:cancelled B:cancelled C:cancellation",
    ),
    "a change in between never comes": (
        {"N": FIRST, "A": Sent("M", "N", "N", 1), "D": Sent("M", "B", "N", 3)},
        "N:replaced A:replaced D:current",
    ),
    "two changes of the same second": (
        {"N": FIRST, "A": Sent("M", "N", "N", 1), "B": Sent("M", "N", "N", 1)},
        "N:replaced A:replaced B:current",
    ),
    "a stranger changes and cancels": (
        {
            "N": FIRST,
            "M": Sent("M", "N", "N", 1, sender=STRANGER),
            "C": Sent("C", "N", "N", 2, sender=STRANGER),
        },
        "N:current M:current C:cancellation",
    ),
    "a stranger cancels a change whose original is not here": (
        {"M": Sent("M", "N", "N", 1), "C": Sent("C", "N", "N", 2, sender=STRANGER)},
        "M:current C:cancellation",
    ),
    "a stranger changes what is not here": (
        {"A": Sent("M", "N", "N", 1), "B": Sent("M", "N", "N", 2, sender=STRANGER)},
        "A:current B:current",
    ),
    "another patient, and the original is not here": (
        {"A": Sent("M", "N", "N", 1), "C": Sent("C", "N", "N", 2, patient=TORMUND)},
        "A:current C:cancellation",
    ),
    "a change of a stranger's cancellation": (
        {
            "N": FIRST,
            "C": Sent("C", "N", "N", 1, sender=STRANGER),
            "M": Sent("M", "C", "N", 2),
        },
        "N:current C:cancellation M:current",
    ),
}


@pytest.mark.parametrize("chain, expected", CASES.values(), ids=CASES.keys())
def test_what_counts_in_every_order(chain, expected) -> None:
    """What counts is the same whatever arrives first."""
    assert everywhere(chain) == {expected}


@st.composite
def chains(draw) -> dict[str, Sent]:
    """A new message, changes of it, and cancellations, with references as the standard says."""
    statuses = draw(st.lists(st.sampled_from("MMC"), max_size=4))
    to_first = draw(st.booleans())
    chain = {"0": FIRST}
    for number, status in enumerate(statuses, 1):
        parent = "0" if to_first else str(number - 1)
        chain[str(number)] = Sent(status, parent, "0", number)
    return chain


@given(st.data())
def test_the_order_of_arrival_does_not_matter(draws) -> None:
    """Of new, changed and cancelled messages: all are accepted, and the same one counts."""
    chain = draws.draw(chains())
    found = after(chain, draws.draw(st.permutations(list(chain))))
    cancelled = any(sent.status == "C" for sent in chain.values())
    last = max(name for name, sent in chain.items() if sent.status != "C")
    for name, sent in chain.items():
        if sent.status == "C":
            assert found[name] == "cancellation"
        elif cancelled:
            assert found[name] == "cancelled"
        else:
            assert found[name] == ("current" if name == last else "replaced")


@given(st.data())
def test_what_is_lost_does_not_break_the_order(draws) -> None:
    """Any part of a chain, in two orders: the same counts, and nothing that was cancelled."""
    whole = draws.draw(chains())
    names = draws.draw(st.lists(st.sampled_from(sorted(whole)), min_size=1, unique=True))
    part = {name: whole[name] for name in names}
    found = after(part, draws.draw(st.permutations(names)))
    assert found == after(part, draws.draw(st.permutations(names)))
    if any(sent.status == "C" for sent in part.values()):
        assert "current" not in found.values()


@st.composite
def disorders(draw) -> dict[str, Sent]:
    """Messages that refer to each other in any way: some lost, some foreign, some in circles."""
    names = draw(st.lists(st.sampled_from("abcdef"), min_size=2, max_size=5, unique=True))
    known = st.sampled_from("abcdefgh")  # the last two never come
    some = st.one_of(known, known, st.just(""))
    sent = st.builds(
        Sent,
        status=st.sampled_from("NMMCCOA"),
        parent=some,
        first=some,
        hour=st.integers(0, 2),
        sample=st.sampled_from([REPORT, REPORT, REPORT, ADMITTED]),
        sender=st.sampled_from([HOME, HOME, HOME, OTHER_SERVICE, STRANGER]),
        patient=st.sampled_from([ALVHILD, ALVHILD, ALVHILD, TORMUND]),
    )
    return {name: draw(sent) for name in names}


def outcome(own: Exchange, names) -> dict[str, tuple[str, Validity, str]]:
    """What became of each message: its chain, whether it counts, and to what it is linked."""
    letters = {name: own.store.letter("in", uid(name)) for name in names}
    return {name: (x.chain, x.validity, x.linked) for name, x in letters.items() if x is not None}


@given(disorders(), st.randoms(use_true_random=False))
def test_no_order_matters_whatever_refers_to_what(chain, random) -> None:
    """Every message has the same chain, counts the same, and is linked to the same."""
    order = sorted(chain)
    found = outcome(arrived(chain, order), chain)
    random.shuffle(order)
    assert outcome(arrived(chain, order), chain) == found


UNKNOWN_SENDER = drop("MsgInfo/Sender/Organisation//Ident")


@given(disorders(), st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_copies_do_not_matter_either(chain, random) -> None:
    """Bad copies that are dropped, good ones that come twice: the good one counts, once."""
    found = outcome(arrived(chain, sorted(chain)), chain)
    own = exchange()
    for name in random.choices(sorted(chain), k=len(chain)) + sorted(chain):
        if own.store.letter("in", uid(name)) is None and random.random() < 0.5:
            bad = receive(own, data(name, chain[name], UNKNOWN_SENDER))
            assert set(told(bad)) <= {"dropped", "duplicate"}
        for _ in range(random.randint(1, 2)):
            receive(own, data(name, chain[name]))
    assert outcome(own, chain) == found


STRANGE = {
    "another sender": {"sender": STRANGER},
    "another patient": {"patient": TORMUND},
    "another type": {"sample": ADMITTED},
}


@st.composite
def visits(draw) -> tuple[dict[str, Sent], dict[str, Sent]]:
    """Messages of ours, and others that refer to them but must not touch them."""
    ours = draw(disorders().map(_all_of_one))
    others = draw(st.lists(st.sampled_from("xyz"), min_size=1, unique=True))
    changes = draw(st.sampled_from(sorted(STRANGE)))
    refers = st.sampled_from([*ours, *others])
    sent = st.builds(
        Sent, status=st.sampled_from("NMCO"), parent=refers, first=refers, hour=st.integers(0, 2)
    )
    return ours, {name: evolve(draw(sent), **STRANGE[changes]) for name in others}


def _all_of_one(chain: dict[str, Sent]) -> dict[str, Sent]:
    same = {"sample": REPORT, "sender": HOME, "patient": ALVHILD}
    return {name: evolve(sent, **same) for name, sent in chain.items()}


@given(visits(), st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_what_is_foreign_changes_nothing(visit, random) -> None:
    """Another sender, patient or type may refer to anything: what counted counts the same."""
    ours, others = visit
    order = [*ours, *others]
    random.shuffle(order)
    found = after(ours | others, order)
    alone = after(ours, sorted(ours))
    assert {name: found[name] for name in ours} == alone


def test_a_change_before_its_original_is_told() -> None:
    """It is kept, and applied when the original comes."""
    own = exchange()
    early = receive(own, message(REPORT, "M", status="M", parent="N", made=MADE + HOURS))
    assert told(early) == ["taken-in", "before-its-original"]
    filed = receive(own, message(REPORT, "N"))
    assert told(filed) == ["taken-in", "linked", "replaced"]
    (linked,) = only(filed.events, Happening.LINKED)
    assert (linked.key, linked.other) == (uid("M"), uid("N"))


@pytest.mark.parametrize(
    "changes, expected",
    [
        ({"sender": STRANGER}, "change-by-another-party-not-applied"),
        ({"patient": TORMUND}, "change-about-another-patient-not-applied"),
    ],
)
@pytest.mark.parametrize("status", ["M", "C"])
def test_what_is_not_applied_is_an_alert(status, changes, expected) -> None:
    """In both orders, once."""
    messages = [message(REPORT, "N"), message(REPORT, "X", status=status, parent="N", **changes)]
    for order in (messages, messages[::-1]):
        own = exchange()
        events = [event for data in order for event in receive(own, data).events]
        (alert,) = [event for event in events if event.alert]
        assert (alert.happening.value, alert.key, alert.other) == (expected, uid("X"), uid("N"))


def test_a_change_after_the_cancellation_is_told() -> None:
    """It is taken in, does not count, and somebody has to know."""
    own = exchange()
    for name, status in (("N", "N"), ("C", "C")):
        receive(own, message(REPORT, name, status=status, parent="" if status == "N" else "N"))
    filed = receive(own, message(REPORT, "M", status="M", parent="C", first="N"))
    assert told(filed) == ["taken-in", "linked", "cancelled", "change-after-cancellation"]
    assert [event.happening for event in filed.alerts] == [Happening.AFTER_CANCELLATION]


def test_each_state_is_told_once() -> None:
    """A message that is replaced or cancelled already is not so again."""
    own = exchange()
    chain = {"N": FIRST, "A": Sent("M", "N", "N", 1), "C": Sent("C", "A", "N", 2)}
    events = [
        event for name, sent in chain.items() for event in receive(own, data(name, sent)).events
    ]
    assert [event.key for event in only(events, Happening.REPLACED)] == [uid("N")]
    assert {event.key for event in only(events, Happening.CANCELLED)} == {uid("N"), uid("A")}
    assert len(only(events, Happening.CANCELLED)) == 2


def test_what_was_refused_is_no_part_of_a_chain() -> None:
    """A cancellation that was refused cancels nothing."""
    own = exchange()
    receive(own, message(REPORT, "N"))
    no_name = message(REPORT, "C", status="C", parent="N")
    broken = no_name.replace(b"<Forsendelsesstatus", b"<Bogus/><Forsendelsesstatus", 1)
    assert told(receive(own, broken)) == ["refused"]
    assert validity(own, "N") is Validity.CURRENT


def test_chains_of_what_is_sent_and_received_are_apart() -> None:
    """Somebody who echoes our identifier does not cancel what we sent."""
    own = exchange()
    own.send(message(REPORT, "N"), at=AT)
    receive(own, message(REPORT, "C", status="C", parent="N"))
    assert validity(own, "N", "out") is Validity.CURRENT
    own.send(message(REPORT, "D", status="C", parent="N"), at=AT)
    assert validity(own, "N", "out") is Validity.CANCELLED


# What is not right yet.


def numbered(kind: str, value: str) -> tuple[Edit, ...]:
    """The patient is known by this number, and by no other."""
    ident = "MsgInfo/Patient/Ident"
    return v(f"{ident}/TypeId", V=kind), text(f"{ident}/Id", value)


@pytest.mark.parametrize("status", ["M", "C"])
@pytest.mark.parametrize("how", ["refused", "held"])
def test_a_change_of_what_was_refused_does_not_touch_another(status, how) -> None:
    """Two reports of a dialog, of which the second is not taken in: the first still counts."""
    own = holding() if how == "held" else exchange()
    receive(own, data("P", FIRST))
    second = data("N", Sent("N", "P", "P", 1))
    if how == "held":
        settle(own, "P")
    else:
        second = second.replace(b"<Forsendelsesstatus", b"<Bogus/><Forsendelsesstatus", 1)
    assert told(receive(own, second)) == [how]
    filed = receive(own, data("X", Sent(status, "N", "P", 2)))
    if how == "held":
        settle(own, "X")
    assert filed.reception.decision is not Decision.REJECT
    assert validity(own, "P") is Validity.CURRENT


def test_a_cancellation_through_a_message_without_a_number() -> None:
    """What is about one patient never cancels what is about another."""
    own = exchange()
    receive(own, data("N", FIRST))
    receive(own, data("M", Sent("M", "N", "N", 1), *numbered("XXX", "77")))
    receive(own, data("C", Sent("C", "M", "N", 2, patient=TORMUND)))
    assert validity(own, "N") is not Validity.CANCELLED


@pytest.mark.parametrize("order", ["NC", "CN"])
def test_patients_with_emergency_numbers(order) -> None:
    """Two different numbers (FHN) are two patients, as far as anybody can tell."""
    chain = {"N": FIRST, "C": Sent("C", "N", "N", 1)}
    kinds = {"N": numbered("FHN", "80000000123"), "C": numbered("FHN", "80000000456")}
    own = exchange()
    events = [
        e for name in order for e in receive(own, data(name, chain[name], *kinds[name])).events
    ]
    assert validity(own, "N") is Validity.CURRENT
    assert only(events, Happening.OTHER_PATIENT)


@pytest.mark.parametrize("status", ["M", "C"])
@pytest.mark.parametrize("order", ["NX", "XN"])
def test_a_change_of_another_type_is_told(status, order) -> None:
    """The sender thinks that it is cancelled; it is not, and somebody has to know."""
    chain = {"N": FIRST, "X": Sent(status, "N", "N", 1, sample=ADMITTED)}
    own = exchange()
    events = [event for name in order for event in receive(own, data(name, chain[name])).events]
    assert [event for event in events if event.alert]


def test_a_long_chain_is_cancelled_to_its_end() -> None:
    """However many changes there are."""
    own = exchange()
    receive(own, data("0", FIRST))
    first = own.store.letter("in", uid("0"))
    with own.store.transaction():
        for number in range(1, 600):
            before, key = uid(str(number - 1)), uid(str(number))
            own.store.save_letter(
                evolve(first, key=key, change="M", parent=before, chain=first.key)
            )
    receive(own, data("C", Sent("C", "599", "599", 1)))
    assert validity(own, "598") is Validity.CANCELLED
    assert validity(own, "0") is Validity.CANCELLED


def test_cancelled_twice_is_no_alert() -> None:
    """It says again what is so already."""
    own = exchange()
    for name, sent in (("N", FIRST), ("C", Sent("C", "N", "N", 1))):
        receive(own, data(name, sent))
    assert receive(own, data("D", Sent("C", "N", "N", 2))).alerts == ()
