"""The tables of the lives of messages: complete, and without ways that lead nowhere."""

import pickle
from enum import Enum

import pytest

from caremsg.errors import FlowError
from caremsg.exchange.lives import (
    DEADLINE,
    DELIVERY,
    RECEIPT,
    TABLES,
    VALIDITY,
    Awaited,
    AwaitedStep,
    Delivered,
    DeliveryStep,
    Received,
    ReceivedStep,
    Validity,
    ValidityStep,
)
from caremsg.exchange.tables import Row, Table

# What each step makes of each state: `=` stays, `-` cannot happen, in the order of the steps.
EXPECTED = {
    #                   TAKE      DELIVER   FAIL   RESEND ACCEPT   FAULTS   REFUSE  UNKNOWN EXPIRE
    DELIVERY: """
    ready                underway delivered transport-failed ready accepted accepted-with-faults
                         refused = overdue
    underway             =        delivered transport-failed ready accepted accepted-with-faults
                         refused = overdue
    delivered            =        =         =                ready accepted accepted-with-faults
                         refused = overdue
    transport-failed     underway delivered =                ready accepted accepted-with-faults
                         refused = overdue
    overdue              =        =         =                =     accepted accepted-with-faults
                         refused = -
    accepted             =        =         =                -     =        =  =  = -
    accepted-with-faults =        =         =                -     =        =  =  = -
    refused              =        =         =                -     =        =  =  = -
    """,
    #                               ACCEPT   HOLD               REFUSE  DROP  SENT REPEAT EXPIRE
    RECEIPT: """
    arrived                         taken-in waits-for-a-person refused
                                    not-taken-in-and-not-answered - - -
    waits-for-a-person              taken-in - refused not-taken-in-and-not-answered
                                    - = waits-too-long
    waits-too-long                  taken-in - refused not-taken-in-and-not-answered - = -
    taken-in                        - - - - taken-in-and-acknowledged = -
    refused                         - - - - refused-and-acknowledged  = -
    not-taken-in-and-not-answered   - - - - - = -
    taken-in-and-acknowledged       - - - - = = -
    refused-and-acknowledged        - - - - = = -
    """,
    #              CHANGE   CANCEL
    VALIDITY: """
    current        replaced cancelled
    replaced       =        cancelled
    cancelled      =        =
    cancellation   =        =
    """,
    #          EXPIRE  MEET     DROP    REOPEN
    DEADLINE: """
    open       overdue met      dropped -
    overdue    -       met-late dropped -
    met        -       -        -       -
    met-late   -       -        -       -
    dropped    -       -        -       open
    """,
}
STATES = {
    DELIVERY: (Delivered, DeliveryStep),
    RECEIPT: (Received, ReceivedStep),
    VALIDITY: (Validity, ValidityStep),
    DEADLINE: (Awaited, AwaitedStep),
}
OTHER_STARTS = {VALIDITY: (Validity.CANCELS,)}
"""States in which a thing may be from its beginning besides the start of its table."""

each_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


class Light(Enum):
    RED = "red"
    GREEN = "green"


class Press(Enum):
    BUTTON = "button"


def cells(table) -> list[tuple]:
    """State, step and what is expected, from the text of a table."""
    states, steps = STATES[table]
    words = EXPECTED[table].split()
    width = 1 + len(steps)
    assert len(words) == width * len(states)
    rows = [words[i : i + width] for i in range(0, len(words), width)]
    assert [row[0] for row in rows] == [state.value for state in states]
    return [
        (states(row[0]), step, cell) for row in rows for step, cell in zip(steps, row[1:], strict=1)
    ]


EVERY_CELL = [
    pytest.param(table, *cell, id=f"{table.name}: {cell[0].value}, {cell[1].value}")
    for table in TABLES
    for cell in cells(table)
]


@pytest.mark.parametrize("table, state, step, expected", EVERY_CELL)
def test_each_step_in_each_state(table, state, step, expected) -> None:
    """Every pair of a state and a step is listed here, or is impossible on purpose."""
    if expected == "-":
        assert not table.allows(state, step)
        with pytest.raises(FlowError) as raised:
            table.after(state, step)
        assert (raised.value.state, raised.value.step) == (state.value, step.value)
    else:
        assert table.allows(state, step)
        assert table.after(state, step).value == (state.value if expected == "=" else expected)


def test_every_table_is_tried() -> None:
    """No table is left out here, and no two have the same name."""
    assert tuple(EXPECTED) == TABLES
    assert len({table.name for table in TABLES}) == len({table.title for table in TABLES}) == 4


@each_table
def test_every_state_can_be_reached(table) -> None:
    """From the start, or from another state in which a thing begins."""
    reached = {table.start, *OTHER_STARTS.get(table, ())}
    while more := {after for state, _, after, _ in table.arrows() if state in reached} - reached:
        reached |= more
    assert reached == set(STATES[table][0])


@each_table
def test_nothing_leaves_a_final_state(table) -> None:
    """What is answered, cancelled or over stays so."""
    for state, _, after, _ in table.arrows():
        assert after is state or state not in table.final


@each_table
def test_what_nothing_leaves_is_final(table) -> None:
    """A state that is not called final can be left; one that begins apart need not be."""
    left = {state for state, _, after, _ in table.arrows() if after is not state}
    stuck = set(STATES[table][0]) - left - set(OTHER_STARTS.get(table, ()))
    assert stuck <= set(table.final) <= stuck | set(OTHER_STARTS.get(table, ()))


@each_table
def test_arrows_agree_with_steps(table) -> None:
    """What the documentation draws is what happens, each pair once."""
    arrows = list(table.arrows())
    assert len({(state, step) for state, step, _, _ in arrows}) == len(arrows)
    for state, step, after, _ in arrows:
        assert table.after(state, step) is after


@pytest.mark.parametrize(
    "rows",
    [
        (Row((Light.RED,), Press.BUTTON, Light.GREEN), Row((Light.RED,), Press.BUTTON, None)),
        (Row((Light.RED,), Press.BUTTON, None), Row((Light.GREEN, Light.RED), Press.BUTTON, None)),
        (Row((Light.RED, Light.RED), Press.BUTTON, Light.GREEN),),
        (Row((Light.RED,), Press.BUTTON, Light.GREEN),) * 2,
    ],
    ids=["two targets", "two rows overlap", "one row twice", "the same row"],
)
def test_two_rows_for_one_step(rows) -> None:
    """A table that could mean two things is not made."""
    with pytest.raises(ValueError, match="light"):
        Table("light", "A light", Light.RED, (), rows)


def test_a_step_that_stays() -> None:
    """A row without a target leaves the state as it is."""
    table = Table("light", "A light", Light.RED, (), (Row((Light.RED,), Press.BUTTON, None),))
    assert table.after(Light.RED, Press.BUTTON) is Light.RED
    assert list(table.arrows()) == [(Light.RED, Press.BUTTON, Light.RED, "")]
    assert not table.allows(Light.GREEN, Press.BUTTON)


def test_flow_error_can_be_pickled() -> None:
    """It crosses from one process to another with what it knows."""
    with pytest.raises(FlowError) as raised:
        DEADLINE.after(Awaited.MET, AwaitedStep.MEET)
    again = pickle.loads(pickle.dumps(raised.value))
    assert isinstance(again, FlowError)
    assert (again.state, again.step, str(again)) == ("met", "it-happens", str(raised.value))
