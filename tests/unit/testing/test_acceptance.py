"""The acceptance test of receivers: with a small folder of our own, and with faulty receivers."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from junitparser import JUnitXml
from lxml import etree, html

from caremsg import samples
from caremsg.declare.edits import drop, put, text
from caremsg.errors import InputError
from caremsg.exchange import Identifier
from caremsg.samples.edits import edited
from caremsg.testing.acceptance import (
    REQUIREMENTS,
    Answer,
    Folder,
    Receiver,
    Run,
    Scenario,
    Session,
    Setup,
    Verdict,
    as_html,
    as_junit,
    as_text,
    ours,
    read_folder,
    run,
)
from caremsg.testing.acceptance.__main__ import main
from caremsg.testing.acceptance.scenarios import requirement_of
from caremsg.testing.acceptance.setups import cases_of, merged, own_receivers, setup_for

AT = dt.datetime(2026, 12, 1, 12, 0)
REPORT, CANCEL = "innleggelsesrapport-1.6", "innleggelsesrapport-kansellering-1.6"
STRANGER = "27898710187"  # of the synthetic series
OK = {"apprec_send": "must", "apprec_status": "1"}
COPY = """<OtherReceiver><RoleReceiver V="COP" DN="Kopimottaker"/><Organisation>
<OrganisationName>Kopi</OrganisationName><Ident><Id>9900700</Id>
<TypeId V="HER" S="2.16.578.1.12.4.1.1.9051" DN="HER-id"/></Ident></Organisation></OtherReceiver>"""


def accepted(version: str, role: str) -> dict[str, Any]:
    """What is expected of a message without a fault."""
    return {"decision": "accept", **OK, "apprec_version": version, "apprec_role": [role]}


def refused(*codes: str) -> dict[str, Any]:
    """What is expected of one that is refused."""
    return {
        "decision": "reject",
        "apprec_send": "may",
        "apprec_version": "1.1",
        "apprec_error_codes": list(codes),
    }


MESSAGES: dict[str, tuple[str, bytes, dict[str, Any]]] = {
    "report.xml": ("base", samples.data(REPORT), accepted("1.1", "PRIM")),
    "old.xml": ("base", samples.data("innleggelsesrapport-1.5"), accepted("1.0", "SPR")),
    "question.xml": ("base", samples.data("dialog-foresporsel-1.0"), accepted("1.0", "SPR")),
    "answer.xml": ("answer", samples.data("dialog-svar-1.0"), accepted("1.0", "SPR")),
    "note.xml": ("positive", samples.data("dialog-notat-1.0"), accepted("1.0", "SPR")),
    "cancel.xml": ("cancel", samples.data(CANCEL), accepted("1.1", "PRIM")),
    "malformed.xml": (
        "malformed",
        samples.data(REPORT).replace(b"</Sender>", b"</Sendar>"),
        refused("T01", "T02", "T99"),
    ),
    "shape.xml": (
        "schema-error",
        edited(REPORT, [put("//Patient", "<Feil/>")]),
        refused("T02", "T01", "T99"),
    ),
    "stranger.xml": (
        "patient-unknown",
        edited(REPORT, [text("//Patient/Ident/Id", STRANGER)]),
        {**accepted("1.1", "PRIM"), "decision": "warn", "warnings": ["patient-has-no-record"]},
    ),
    "nobody.xml": (
        "patient-missing",
        edited(REPORT, [drop("//Patient/Ident"), drop("//Patient/DateOfBirth")]),
        refused("E36"),
    ),
    "desk.xml": (
        "receiver-unknown",
        edited(REPORT, [text("//Receiver/Organisation/Organisation/Ident/Id", "9900299")]),
        {**refused("E21"), "alternatives": ["accept"]},
    ),
    "copy.xml": (
        "copy-receiver",
        edited(REPORT, [put("//MsgInfo", COPY, after="Receiver")]),
        accepted("1.1", "COP"),
    ),
    "sender.xml": (
        "sender-empty",
        edited(REPORT, [drop("//Sender//Ident")]),
        {"decision": "reject", "apprec_send": "must-not"},
    ),
}
SCENARIOS = [
    {"id": "cancel", "steps": ["report.xml", "cancel.xml"]},
    {"id": "cancel-first", "steps": ["cancel.xml", "report.xml"]},
    {"id": "resending", "steps": ["report.xml", "report.xml"]},
    {"id": "anything", "kind": "answer", "steps": ["question.xml", "answer.xml"]},
]


def written(path: Path, document: object) -> Path:
    """A folder with this `expected.json`, and with the messages above."""
    for name, (_, data, _) in MESSAGES.items():
        (path / name).write_bytes(data)
    (path / "expected.json").write_text(json.dumps(document), encoding="utf-8")
    return path


def document() -> dict[str, Any]:
    """What `expected.json` says."""
    files = [
        {"file": name, "kind": kind, "suite": "own", "expected": expected}
        for name, (kind, _, expected) in MESSAGES.items()
    ]
    return {"files": files, "scenarios": SCENARIOS}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder."""
    return written(tmp_path_factory.mktemp("acceptance"), document())


@pytest.fixture(scope="module")
def folder(path: Path) -> Folder:
    """The folder, read."""
    return read_folder(path)


@pytest.fixture(scope="module")
def tried(folder: Folder) -> Run:
    """Our own receiver, tried."""
    return run(folder, at=AT)


def failed(tried: Run) -> dict[str, list[str]]:
    """The requirements that failed, with what was seen."""
    return {
        r.requirement.id: [f"{item.subject}: {item.text}" for item in r.failures]
        for r in tried.results
        if r.verdict is Verdict.FAILED
    }


def test_our_receiver_passes(tried: Run) -> None:
    """Nothing fails."""
    assert failed(tried) == {}
    assert tried.ok
    assert tried.messages == len(MESSAGES)
    assert tried.scenarios == len(SCENARIOS)


class Wrapped(Session):
    """Our receiver, with something in between."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self.inner = ours(setup)

    def __call__(self, data: bytes, at: dt.datetime) -> Answer:
        return self.changed(self.inner(data, at))

    def changed(self, answer: Answer) -> Answer:
        return answer

    def state(self, msg_id: str) -> str | None:
        return self.inner.state(msg_id)

    def linked(self, msg_id: str) -> str | None:
        return self.inner.linked(msg_id)

    def settle(self, msg_id: str, at: dt.datetime) -> Answer | None:
        settled = self.inner.settle(msg_id, at)
        return settled and self.changed(settled)


def changing(change: Callable[[Answer], Answer]) -> Receiver:
    """A receiver that changes the answer of ours."""

    class Changing(Wrapped):
        def changed(self, answer: Answer) -> Answer:
            return change(answer)

    return Changing


def receipts(pattern: str, new: str) -> Receiver:
    """A receiver whose acknowledgements are changed."""

    def change(answer: Answer) -> Answer:
        made = tuple(
            re.sub(pattern, new, data.decode(), flags=re.DOTALL).encode()
            for data in answer.acknowledgements
        )
        return evolve(answer, acknowledgements=made)

    return changing(change)


class Forgetful(Wrapped):
    """Remembers nothing."""

    def __call__(self, data: bytes, at: dt.datetime) -> Answer:
        return ours(self.setup)(data, at)


class Credulous(Wrapped):
    """Everything stays valid for ever, and nothing belongs together."""

    def state(self, msg_id: str) -> str | None:
        return "current"

    def linked(self, msg_id: str) -> str | None:
        return None


class Falling(Wrapped):
    """Falls over what it does not like."""

    def __call__(self, data: bytes, at: dt.datetime) -> Answer:
        if b"KANSELL" in data.upper() or b'V="C"' in data:
            raise KeyError("14854110463")
        return super().__call__(data, at)


class Deaf(Wrapped):
    """Answers a person who lets a message in with nothing."""

    def settle(self, msg_id: str, at: dt.datetime) -> Answer | None:
        return Answer("accept")


class Hasty(Wrapped):
    """Answers what it holds."""

    def __call__(self, data: bytes, at: dt.datetime) -> Answer:
        answer = super().__call__(data, at)
        return evolve(answer, acknowledgements=(b"<x/>",)) if self.setup.hold else answer


class Deciding(Wrapped):
    """Lets everything in."""

    def __call__(self, data: bytes, at: dt.datetime) -> Answer:
        answer = super().__call__(data, at)
        return evolve(answer, decision="accept") if answer.decision == "reject" else answer


FAULTS: dict[str, tuple[Receiver, set[str]]] = {
    "forgets": (Forgetful, {"20", "34", "40"}),
    "all stays valid": (Credulous, {"21", "22", "26", "43"}),
    "falls": (Falling, {"21", "22"}),
    "lets in what is refused": (Deciding, {"02", "11", "13", "30", "36"}),
    "never answers": (
        changing(lambda answer: evolve(answer, acknowledgements=())),
        {"08", "41", "44"},
    ),
    "answers twice": (
        changing(lambda answer: evolve(answer, acknowledgements=answer.acknowledgements * 2)),
        {"33"},
    ),
    "keeps other bytes": (
        changing(lambda answer: evolve(answer, original=(answer.original or b"").strip() + b" ")),
        {"07"},
    ),
    "no log": (changing(lambda answer: evolve(answer, log=())), {"06"}),
    "tells nobody": (changing(lambda answer: evolve(answer, told=())), {"02", "11", "12", "13"}),
    "tells no line": (
        changing(lambda a: evolve(a, told=tuple(re.sub(r"\d", "", t) for t in a.told or ()))),
        {"02"},
    ),
    "shows nothing": (
        changing(lambda answer: evolve(answer, text=answer.text and "melding")),
        {"05", "09", "10", "24", "27"},
    ),
    "shows tags": (
        changing(lambda answer: evolve(answer, text=answer.text and f"<p>{answer.text}")),
        {"24"},
    ),
    "shows codes": (
        changing(lambda a: evolve(a, text=a.text and a.text.replace("Ny (N)", "N"))),
        {"10"},
    ),
    "status unknown": (receipts('<Status V="."', '<Status V="9"'), {"30"}),
    "status OK": (receipts('<Status V="2"', '<Status V="1"'), {"30"}),
    "status refused": (receipts('<Status V="1"', '<Status V="2"'), {"30", "44"}),
    "E35": (receipts('V="E36"', 'V="E35"'), {"30", "38", "39"}),
    "no such code": (receipts('V="E36"', 'V="E99"'), {"30", "38"}),
    "other desk code": (receipts('V="E21"', 'V="X99"'), {"30", "37"}),
    "other XML code": (receipts('V="T0[12]"', 'V="E36"'), {"30", "35"}),
    "other identifier": (receipts("<Id>46c438a6", "<Id>46c438a7"), {"29"}),
    "other time": (receipts("<IssueDate>2026", "<IssueDate>2025"), {"29"}),
    "other role": (receipts('V="(PRIM|SPR)"', 'V="COP"'), {"31"}),
    "other side": (receipts('V="(AVS|RECEIVER)"', 'V="PRIM"'), {"31"}),
    "never a copy": (receipts('V="COP"', 'V="PRIM"'), {"19", "31"}),
    "other address": (receipts("<Id>990010.</Id>", "<Id>9900999</Id>"), {"32"}),
    "not valid": (receipts("<GenDate>.*?</GenDate>", ""), {"28", "44"}),
    "no acknowledgement": (receipts("^.*$", "<x/>"), {"28", "30"}),
    "late": (Deaf, {"44"}),
    "hasty": (Hasty, {"44"}),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found(name: str, folder: Folder) -> None:
    """Each fault fails the requirements that it breaks."""
    receiver, expected = FAULTS[name]
    found = {id.removeprefix("ACC-R-") for id in failed(run(folder, receiver, at=AT))}
    assert expected <= found, found


def test_an_exception_tells_no_value(folder: Folder) -> None:
    """Only the class of what a receiver raises is in the report."""
    tried = run(folder, Falling, at=AT)
    assert "the receiver raised KeyError" in as_text(tried, width=1000)
    assert "14854110463" not in as_text(tried) + as_html(tried) + as_junit(tried)


def bare(setup: Setup) -> Session:
    """A receiver that gives no evidence, and lets its acknowledgements speak."""
    inner = ours(setup)

    class Bare(Session):
        def __call__(self, data: bytes, at: dt.datetime) -> Answer:
            return Answer(None, inner(data, at).acknowledgements)

    return Bare()


def test_what_is_not_shown_is_not_passed(folder: Folder) -> None:
    """Without evidence a requirement is not judged; what the answers tell is."""
    tried = run(folder, bare, at=AT)
    verdicts = {r.requirement.id.removeprefix("ACC-R-"): r.verdict for r in tried.results}
    unseen = {"02", "04", "05", "06", "07", "09", "10", "20", "21", "22", "24", "26", "43"}
    assert {verdicts[number] for number in unseen} == {Verdict.NOT_JUDGED}
    seen = {"01", "08", "28", "29", "30", "31", "32", "33", "34", "38", "39", "40", "41"}
    assert {verdicts[number] for number in seen} == {Verdict.PASSED}
    assert verdicts["44"] is Verdict.HUMAN


def test_no_evidence_is_no_verdict(path: Path, tmp_path: Path) -> None:
    """What nothing in the folder tries is not judged."""
    expected = {"files": [{"file": "note.xml", "expected": {"decision": "setup"}}]}
    tried = run(written(tmp_path, expected), at=AT)
    assert tried["ACC-R-01"].verdict is Verdict.PASSED
    assert tried["ACC-R-19"].verdict is Verdict.NOT_JUDGED
    assert "nothing in the folder tries it" in as_text(tried)
    with pytest.raises(KeyError):
        tried["ACC-R-99"]


WRONG: dict[str, tuple[Any, str]] = {
    "a list": ([], "not an object"),
    "no files": ({}, "names no files"),
    "files": ({"files": {}}, "files of expected.json is not a list"),
    "entries": ({"files": ["note.xml"]}, "not a list of objects"),
    "no name": ({"files": [{}]}, "file of an entry"),
    "not there": ({"files": [{"file": "none.xml", "expected": {}}]}, "cannot be read"),
    "outside": ({"files": [{"file": "../x.xml", "expected": {}}]}, "outside its folder"),
    "no expectation": ({"files": [{"file": "note.xml"}]}, "is `expected`"),
    "no decision": ({"files": [{"file": "note.xml", "expected": {}}]}, "decision of an entry"),
    "decision": (
        {"files": [{"file": "note.xml", "expected": {"decision": "maybe"}}]},
        "a decision of expected.json is one of",
    ),
    "sending": (
        {"files": [{"file": "note.xml", "expected": {"decision": "warn", "apprec_send": "no"}}]},
        "apprec_send of expected.json is one of",
    ),
    "codes": (
        {
            "files": [
                {"file": "note.xml", "expected": {"decision": "warn", "apprec_error_codes": "E36"}}
            ]
        },
        "not a list of texts",
    ),
    "twice": (
        {"files": [{"file": "note.xml", "expected": {"decision": "warn"}}] * 2},
        "names a file twice",
    ),
    "step": (
        {
            "files": [{"file": "note.xml", "expected": {"decision": "warn"}}],
            "scenarios": [{"id": "a", "steps": ["none.xml"]}],
        },
        "the scenario 'a' has no steps",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_folder_says_so(name: str, tmp_path: Path) -> None:
    """What is wrong with `expected.json` is told."""
    wrong, words = WRONG[name]
    with pytest.raises(InputError, match=words):
        read_folder(written(tmp_path, wrong))


@pytest.mark.parametrize("content, words", [(None, "no expected.json"), (b"{", "not JSON")])
def test_no_folder(content: bytes | None, words: str, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "expected.json").write_bytes(content)
    with pytest.raises(InputError, match=words):
        read_folder(tmp_path)
    with pytest.raises(InputError, match="is not there"):
        read_folder(tmp_path / "none")


@pytest.mark.parametrize(
    "expected, permitted",
    [
        ({"decision": "accept"}, {"accept"}),
        ({"decision": "accept", "alternatives": ["reject"]}, {"accept", "reject"}),
        ({"decision": "setup", "alternatives": ["accept", "warn"]}, {"accept", "warn"}),
        ({"decision": "setup"}, {"accept", "warn", "reject"}),
        ({"decision": "reject", "alternatives": ["setup"]}, {"accept", "warn", "reject"}),
    ],
)
def test_permitted_decisions(expected: dict[str, Any], permitted: set[str], tmp_path: Path) -> None:
    made = written(tmp_path, {"files": [{"file": "note.xml", "expected": expected}]})
    assert read_folder(made).records[0].expected.permitted == permitted


def ids(*values: str) -> frozenset[Identifier]:
    return frozenset(Identifier("FNR", value) for value in values)


@pytest.mark.parametrize(
    "groups, expected",
    [
        ([], set()),
        ([ids()], set()),
        ([ids("1"), ids("2")], {ids("1"), ids("2")}),
        ([ids("1", "2"), ids("3"), ids("2", "3"), ids("4")], {ids("1", "2", "3"), ids("4")}),
    ],
)
def test_what_shares_an_identifier_is_one(
    groups: list[frozenset[Identifier]], expected: set[frozenset[Identifier]]
) -> None:
    assert set(merged(groups)) == expected


def test_setups(folder: Folder) -> None:
    """Whose patients and desks they are follows from the kinds of the messages."""
    cases = cases_of(folder)
    by_file = {case.file: case for case in cases}
    directory = setup_for(by_file["stranger.xml"], cases).directory
    assert not directory.known_as(Identifier("FNR", STRANGER))
    assert directory.known_as(Identifier("FNR", "14854110463"))
    desk = setup_for(by_file["desk.xml"], cases).directory
    assert not desk.service(ids("9900299"), frozenset())
    assert own_receivers(by_file["desk.xml"], desk)
    copy = by_file["copy.xml"]
    assert [r.copy for r in own_receivers(copy, setup_for(copy, cases).directory)] == [True]


@pytest.mark.parametrize(
    "name, requirement",
    [
        ("x-cancel", "ACC-R-21"),
        ("x-cancel-first", "ACC-R-22"),
        ("changes", "ACC-R-23"),
        ("dialog-link", "ACC-R-26"),
        ("whatever", "ACC-R-20"),
    ],
)
def test_what_a_scenario_tries(name: str, requirement: str) -> None:
    assert requirement_of(Scenario(name, ("a",))) == requirement
    assert requirement_of(Scenario("whatever", ("a",), name)) == requirement


def test_requirements_are_told_in_both_languages() -> None:
    for requirement in REQUIREMENTS:
        for words in (requirement.text, requirement.checked):
            assert words.en
            assert words.nb
            assert words.en != words.nb


@pytest.mark.parametrize("language", ["en", "nb"])
def test_reports(language: str, tried: Run) -> None:
    """Terminal, browser and build server tell of every requirement."""
    shown = as_text(tried, language=language, width=80)
    assert max(map(len, shown.splitlines())) <= 80
    page = as_html(tried, language=language)
    root = html.document_fromstring(page)
    assert root.get("lang") == language
    assert not root.xpath("//script | //link | //img")
    junit = JUnitXml.fromstring(as_junit(tried, language=language).encode())
    (suite,) = junit
    assert (suite.tests, suite.failures) == (45, 0)
    assert len(list(suite)) == 45
    for requirement in REQUIREMENTS:
        for made in (shown, page):
            assert requirement.id in made
    with pytest.raises(ValueError, match="en and nb"):
        as_text(tried, language="sv")


def test_reports_have_no_person_in_them(tried: Run) -> None:
    for made in (as_text(tried, width=1000), as_html(tried), as_junit(tried)):
        for value in ("14854110463", STRANGER, "Prøvestad", "Eksempelsen"):
            assert value not in made


def test_the_command(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It writes all three, and its exit code tells the verdict."""
    page, junit = tmp_path / "a.html", tmp_path / "a.xml"
    assert main([str(path), "--html", str(page), "--junit", str(junit)]) == 0
    assert "ACC-R-45" in capsys.readouterr().out
    assert main([str(path), "--receiver", f"{__name__}:Forgetful"]) == 1
    assert html.parse(page).getroot() is not None
    assert etree.parse(junit).getroot().tag == "testsuites"


@pytest.mark.parametrize(
    "arguments, code",
    [
        (["none"], 3),
        ([".", "--receiver", "caremsg.nothing:at_all"], 3),
        ([".", "--receiver", "caremsg.testing.acceptance:nothing"], 3),
        ([".", "--receiver", ""], 0),
        ([".", "--schema", "expected.json"], 3),
        ([".", "--html", "none/a.html"], 3),
        ([".", "--receiver", "caremsg.testing.acceptance:ours", "--language", "nb"], 0),
    ],
)
def test_exit_codes(
    arguments: list[str],
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    expected = {"kind": "cancel", "file": "cancel.xml", "expected": {"decision": "accept"}}
    monkeypatch.chdir(written(tmp_path, {"files": [expected]}))
    assert main(arguments) == code
    assert bool(capsys.readouterr().err) == (code == 3)
