"""What is drawn of a table is in the table, all of it, and Mermaid can read it."""

import re
from enum import Enum

import pytest

from caremsg.exchange.drawing import mermaid, rows
from caremsg.exchange.lives import DELIVERY, RECEIPT, TABLES
from caremsg.exchange.tables import Row, Table

ID = r"[A-Z]+(?:_[A-Z]+)*"
LABEL = r"[a-z0-9 ]+(?:, [a-z0-9 ]+)*"
FORMS = {
    "open": rf'state "[a-z0-9 ]+" as (?P<box>{ID}) \{{',
    "close": r"\}",
    "state": rf'state "(?P<text>[a-z0-9 ]+)" as (?P<id>{ID})',
    "start": rf"\[\*\] --> (?P<first>{ID})",
    "end": rf"(?P<last>{ID}) --> \[\*\]",
    "arrow": rf"(?P<source>{ID}) --> (?P<target>{ID}) : (?P<label>{LABEL})",
}
RESERVED = {
    "STATE",
    "NOTE",
    "END",
    "CLASS",
    "STYLE",
    "DIRECTION",
    "SCALE",
    "CLICK",
    "AS",
    "DEFAULT",
}

each_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


class Light(Enum):
    RED_NOW = "red-now"
    GREEN = "green"
    DARK = "dark"


class Press(Enum):
    BUTTON = "press-the-button"
    PANEL = "press-the-panel"
    OFF = "switch-off"


def lamp(*table_rows):
    return Table("lamp", "A lamp", Light.RED_NOW, (Light.DARK,), table_rows)


def parsed(drawing):
    """The lines of a drawing after the first, each with the form that it has."""
    first, *lines = drawing.split("\n")
    assert first == "stateDiagram-v2"
    found = []
    for line in lines:
        fits = [(n, m) for n, form in FORMS.items() if (m := re.fullmatch(form, line.strip()))]
        assert len(fits) == 1, f"not well-formed: {line}"
        found.append(fits[0])
    return found


def read(table):
    """What a drawing says: the box with its states, all states, and every single step."""
    inside, states, steps, box, ids = False, {}, set(), "", []
    for form, match in parsed(mermaid(table)):
        if form in ("open", "close"):
            inside = form == "open"
            box = match["box"] if inside else box
        elif form == "state":
            assert match["id"] not in states, "a state is declared twice"
            states[match["id"]] = match["text"]
            ids += [match["id"]] if inside else []
        elif form == "arrow":
            sources = ids if match["source"] == box else [match["source"]]
            new = {(s, match["target"], one) for s in sources for one in match["label"].split(", ")}
            assert not new & steps, "a step is drawn twice"
            steps |= new
    return states, steps


@each_table
def test_a_drawing_shows_every_change_and_no_other(table):
    """The arrows, with those from the box taken apart, are the steps that change a state."""
    states, steps = read(table)
    assert states == {s.name: s.value.replace("-", " ") for s in type(table.start)}
    assert steps == {
        (state.name, after.name, step.value.replace("-", " "))
        for state, step, after, _ in table.arrows()
        if state is not after
    }


@each_table
def test_a_drawing_is_well_formed(table):
    """Identifiers are words without hyphens that mean nothing else; boxes are closed."""
    found = parsed(mermaid(table))
    forms = [form for form, _ in found]
    assert forms.count("open") == forms.count("close") <= 1
    assert [m["first"] for form, m in found if form == "start"] == [table.start.name]
    assert [m["last"] for form, m in found if form == "end"] == [s.name for s in table.final]
    declared = {m["id"] for form, m in found if form == "state"}
    declared |= {m["box"] for form, m in found if form == "open"}
    assert not declared & RESERVED
    for form, match in found:
        if form == "arrow":
            assert {match["source"], match["target"]} <= declared


@each_table
def test_a_drawing_stays_readable(table):
    """No more arrows than an eye can follow, and one at the most between two states."""
    arrows = [(m["source"], m["target"]) for form, m in parsed(mermaid(table)) if form == "arrow"]
    assert len(arrows) == len(set(arrows)) <= 20


@each_table
def test_rows_hold_every_transition(table):
    """Every pair of a state and a step, once, with what the table makes of it."""
    found = rows(table)
    kept = {(s.value, step.value): (s, after, note) for s, step, after, note in table.arrows()}
    assert len(found) == len(kept)
    for state, step, target, note in found:
        before, after, told = kept[state, step]
        assert (target, note) == ("" if before is after else after.value, told)


@each_table
def test_rows_are_in_the_order_of_the_states(table):
    """All that can happen in one state stands together."""
    order = [state.value for state in type(table.start)]
    numbers = [order.index(state) for state, *_ in rows(table)]
    assert numbers == sorted(numbers)


def test_steps_between_the_same_states_share_an_arrow():
    """Several labels, one arrow; no box where one state is all there is to leave from."""
    drawing = mermaid(
        lamp(
            Row((Light.RED_NOW,), Press.BUTTON, Light.GREEN),
            Row((Light.RED_NOW,), Press.PANEL, Light.GREEN),
            Row((Light.GREEN, Light.RED_NOW), Press.OFF, Light.DARK),
            Row((Light.DARK,), Press.OFF, None),
        )
    )
    assert drawing.split("\n") == [
        "stateDiagram-v2",
        '    state "red now" as RED_NOW',
        '    state "green" as GREEN',
        '    state "dark" as DARK',
        "    [*] --> RED_NOW",
        "    RED_NOW --> GREEN : press the button, press the panel",
        "    GREEN --> DARK : switch off",
        "    RED_NOW --> DARK : switch off",
        "    DARK --> [*]",
    ]


def test_a_step_that_stays_is_a_row_and_no_arrow():
    """Also one that leads some states to where another is already."""
    table = lamp(
        Row((Light.RED_NOW, Light.GREEN), Press.BUTTON, Light.GREEN, "never back"),
        Row((Light.GREEN,), Press.PANEL, None, "nothing"),
    )
    assert "GREEN --> GREEN" not in mermaid(table)
    assert "the panel" not in mermaid(table)
    assert rows(table) == [
        ("red-now", "press-the-button", "green", "never back"),
        ("green", "press-the-button", "", "never back"),
        ("green", "press-the-panel", "", "nothing"),
    ]


@pytest.mark.parametrize(
    "table, inside, leaving",
    [
        (DELIVERY, {"READY", "UNDERWAY", "DELIVERED", "FAILED", "OVERDUE"}, 3),
        (RECEIPT, {"ARRIVED", "HELD", "HELD_LATE"}, 3),
    ],
)
def test_states_that_are_left_alike_stand_in_a_box(table, inside, leaving):
    """What can happen in any of them is drawn once."""
    drawing = mermaid(table)
    box = drawing[drawing.index("{") : drawing.index("}")]
    assert set(re.findall(r"as ([A-Z_]+)", box)) == inside
    assert drawing.count("ANY_OF_THESE -->") == leaving
