"""The engine: every object is judged once, faults of rules are findings, places are right."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint, EntryPoints

import pytest

from caremsg import Severity, decode, inspect, replace, samples
from caremsg.check import Breach, Given, check, dispatch, loading, rule
from caremsg.declare.rules import RULES
from caremsg.findings import KINDS, Words
from caremsg.messages.common import Ident, TeleCom
from caremsg.messages.msghead import MsgHead, MsgInfo, Organisation
from caremsg.messages.plo.innleggelsesrapport import Innleggelsesrapport

SAMPLE = "innleggelsesrapport-1.6"
DATA = samples.data(SAMPLE)
WORDS = Words("because", "fordi")


@pytest.fixture
def forget() -> Iterator[None]:
    """Rules that a test declares are gone after it."""
    loading.load_all()  # so that nothing else is declared during the test
    rules, kinds = dict(RULES), dict(KINDS)
    yield
    for known, before in ((RULES, rules), (KINDS, kinds)):
        known.clear()
        known.update(before)
    dispatch.forget()


def own(code: str, **more: object) -> object:
    """A rule of our own that is not worth words."""
    return rule(
        code,
        source="here",
        en="it is so",
        nb="slik er det",
        why=WORDS,
        mend=WORDS,
        sample=SAMPLE,
        bad=(),
        **more,  # type: ignore[arg-type]
    )


@pytest.mark.usefixtures("forget")
def test_a_rule_that_fails_is_a_finding() -> None:
    """It names the rule, and the other rules are judged."""

    @own("TST001")  # type: ignore[operator, untyped-decorator, unused-ignore]
    def broken(_: MsgInfo, __: Given) -> Iterator[Breach]:
        """It cannot hold."""
        raise KeyError("a value of the message")
        yield Breach()

    (finding,) = [f for f in check(DATA) if f.code == "CHK001"]
    assert "TST001" in finding.text
    assert "KeyError" in finding.text
    assert "value" not in finding.text
    assert finding.where.path == "msg_info"


@pytest.mark.usefixtures("forget")
def test_a_rule_that_fails_on_an_incomplete_message_is_not_to_blame() -> None:
    """What is missing is told as a finding about shape already."""

    @own("TST001")  # type: ignore[operator, untyped-decorator, unused-ignore]
    def broken(info: MsgInfo, _: Given) -> Iterator[Breach]:
        """It looks at what is missing."""
        if info.msg_id.strip():
            yield Breach()

    report = check(samples.data("damaged-innleggelsesrapport-1.6"))
    assert "CHK002" in report.codes
    assert "CHK001" not in report.codes


@pytest.mark.usefixtures("forget")
def test_a_rule_is_called_for_each_object_and_nothing_else() -> None:
    """In the head as in the document, each with its own surroundings."""
    seen: list[tuple[str, str]] = []

    @own("TST001")  # type: ignore[operator, untyped-decorator, unused-ignore]
    def look(_: Ident, given: Given) -> Iterator[Breach]:
        """It looks around."""
        seen.append((type(given.document).__name__, given.type))
        return iter(())

    check(DATA)
    count = DATA.count(b"<Ident>") + DATA.count(b"<fk1:Ident>")
    assert len(seen) == count
    assert {name for name, _ in seen} == {"MsgHead", "Innleggelsesrapport"}
    assert {type_ for _, type_ in seen} == {"INNLEGGELSESRAPPORT"}


@pytest.mark.usefixtures("forget")
@pytest.mark.parametrize(
    "more, called",
    [
        ({}, True),
        ({"within": (Innleggelsesrapport,)}, False),
        ({"within": (MsgHead,)}, True),
        ({"only": "receiving"}, True),
    ],
)
def test_rules_that_do_not_hold_are_not_called(more: dict[str, object], called: bool) -> None:
    """By the document they stand in."""

    @own("TST001", **more)  # type: ignore[operator, untyped-decorator, unused-ignore]
    def look(_: MsgInfo, __: Given) -> Iterator[Breach]:
        """It is broken."""
        yield Breach("msg_id")

    report = check(DATA)
    assert ("TST001" in report.codes) is called
    for finding in report:
        if finding.code == "TST001":
            assert finding.where.xpath == "/MsgHead/MsgInfo/MsgId"
            assert finding.where.line == DATA[: DATA.index(b"<MsgId>")].count(b"\n") + 1


@pytest.mark.usefixtures("forget")
def test_an_object_that_stands_in_two_places_is_blamed_in_both() -> None:
    """A program may well use one object twice."""
    head = decode(DATA, kind=MsgHead)
    party: Organisation = head.msg_info.sender.organisation
    info = replace(head.msg_info, receiver=replace(head.msg_info.receiver, organisation=party))

    @own("TST001")  # type: ignore[operator, untyped-decorator, unused-ignore]
    def look(unit: Organisation, _: Given) -> Iterator[Breach]:
        """It is broken."""
        if unit is party:
            yield Breach("organisation_name")

    found = [f.where.path for f in check(replace(head, msg_info=info)) if f.code == "TST001"]
    assert found == [
        "msg_info.sender.organisation.organisation_name",
        "msg_info.receiver.organisation.organisation_name",
    ]


@pytest.mark.usefixtures("forget")
def test_what_is_not_there_is_placed_where_it_should_be() -> None:
    """The path is exact, the line is that of the nearest thing around it."""

    @own("TST001")  # type: ignore[operator, untyped-decorator, unused-ignore]
    def look(number: TeleCom, _: Given) -> Iterator[Breach]:
        """It is broken."""
        yield Breach("no_such_field[3].more")

    finding = next(f for f in check(DATA) if f.code == "TST001")
    assert finding.where.path == "msg_info.patient.tele_com[0].no_such_field[3].more"
    assert finding.where.xpath == "/MsgHead/MsgInfo/Patient/TeleCom"
    assert finding.where.line == DATA[: DATA.index(b"<TeleCom>")].count(b"\n") + 1


def test_a_package_of_rules_that_cannot_be_loaded_is_a_finding(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its name is told, and all else is checked."""
    point = EntryPoint("broken-rules", "no.such.module", loading.GROUP)
    loading.load_others.cache_clear()
    monkeypatch.setattr(loading, "entry_points", lambda group: EntryPoints([point]))
    try:
        (finding,) = [f for f in check(DATA) if f.code == "CHK003"]
        assert "broken-rules" in finding.text
        assert finding.severity is Severity.WARNING
    finally:
        loading.load_others.cache_clear()


@pytest.mark.parametrize("name", samples.names())
def test_everything_that_can_be_typed_can_be_checked(name: str) -> None:
    """Wholly or in part: no exception, and all findings about shape are kept."""
    inspection = inspect(samples.data(name))
    report = check(inspection)
    assert set(inspection.report.codes) <= set(report.codes)
    lines = [finding.where.line for finding in report if finding.where.line is not None]
    assert lines == sorted(lines)
