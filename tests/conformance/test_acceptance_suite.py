"""The official acceptance messages, all of them and in order, at the receiver of this library."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from lxml import etree

from caremsg.testing.acceptance import Folder, Run, Setup, Verdict, ours, read_folder, run
from caremsg.testing.acceptance.scenarios import requirement_of
from caremsg.testing.acceptance.setups import cases_of, own_receivers, setup_for

AT = dt.datetime(2026, 11, 25, 12, 0)

DEVIATIONS = {
    # (requirement, file, words of the evidence): why it is so
    ("ACC-R-12", "dialog-1.0/Case1-15.xml", "codes E36"): (
        "meant as an unknown patient; its number fails the check digits, and there is nothing else"
    ),
    ("ACC-R-38", "dialog-1.0/Case1-15.xml", "refused with E36"): "the same",
}
"""Where our receiver does not do what the folder expects, with the reason; all reviewed."""
OPEN = {"ACC-R-42": Verdict.NOT_JUDGED, "ACC-R-45": Verdict.HUMAN}
"""What is neither passed nor failed."""


@pytest.fixture(scope="module")
def folder(standard: Path) -> Folder:
    """The official folder."""
    return read_folder(standard / "acceptance")


@pytest.fixture(scope="module")
def tried(folder: Folder, published_schema: etree.XMLSchema) -> Run:
    """Our receiver, tried on all of it."""
    return run(folder, schema=published_schema, at=AT)


def test_nothing_fails_that_is_not_explained(tried: Run) -> None:
    """Every failure stands in the table, and everything in the table happens."""
    found: dict[tuple[str, str, str], int] = defaultdict(int)
    for result in tried.results:
        for item in result.failures:
            keys = [
                key
                for key in DEVIATIONS
                if key[0] == item.requirement
                and fnmatchcase(item.subject, key[1])
                and key[2] in item.text
            ]
            assert keys, (item.requirement, item.subject, item.text)
            found[keys[0]] += 1
    assert found.keys() == DEVIATIONS.keys(), "take out of the table what does not happen"


def test_every_requirement_is_judged(tried: Run) -> None:
    """All 45 are there, and only those that cannot be judged yet are left open."""
    assert [r.requirement.id for r in tried.results] == [f"ACC-R-{n:02}" for n in range(1, 46)]
    judged = {Verdict.PASSED, Verdict.FAILED}
    assert {r.requirement.id: r.verdict for r in tried.results if r.verdict not in judged} == OPEN


def test_every_message_and_scenario_is_tried(folder: Folder, tried: Run) -> None:
    """Nothing of the folder is left out."""
    assert (len(folder.records), len(folder.scenarios)) == (183, 29)
    subjects = {item.subject for result in tried.results for item in result.evidence}
    assert {record.file for record in folder.records} <= subjects
    for scenario in folder.scenarios:
        evidence = tried[requirement_of(scenario)].evidence
        assert any(item.subject == scenario.id for item in evidence)


def test_scenarios_are_known_by_their_names(folder: Folder) -> None:
    """The names say what a scenario tries."""
    kinds = defaultdict(int)
    for scenario in folder.scenarios:
        kinds[requirement_of(scenario)] += 1
    assert kinds == {
        "ACC-R-20": 11,
        "ACC-R-21": 7,
        "ACC-R-22": 6,
        "ACC-R-23": 2,
        "ACC-R-26": 3,
    }


def test_the_directory_is_what_the_messages_tell(folder: Folder) -> None:
    """Of each message that is to be answered at least one receiver is ours, or only the copies."""
    cases = cases_of(folder)
    for case in cases:
        own = own_receivers(case, setup_for(case, cases).directory)
        if case.record.expected.send == "must":
            assert own, case.file
        if case.record.kind == "copy-receiver":
            assert own
            assert all(receiver.copy for receiver in own), case.file


def test_the_messages_are_read_as_others_read_them(folder: Folder) -> None:
    """Identifiers of messages agree with those that `expected.json` tells of an other reader."""
    document = json.loads((folder.path / "expected.json").read_text(encoding="utf-8"))
    parsed = {entry["file"]: entry.get("parsed") for entry in document["files"]}
    for case in cases_of(folder):
        other = parsed[case.file]
        if other is not None:
            assert case.original is not None
            assert case.original.msg_id == other["msgid"]
            ids = {(i.kind, i.value) for i in case.patient}
            patient = (other["patient"] or {}).get("ids") or []
            told = {(kind or "", "".join(value.split())) for kind, value in patient if value}
            assert {(kind.upper(), value) for kind, value in told if value} == ids, case.file


def test_a_receiver_that_forgets_is_found_out(folder: Folder) -> None:
    """With a new store for each message, nothing that needs memory is passed."""

    def forgetful(setup: Setup):
        class Session(type(ours(setup))):
            def __call__(self, data, at):
                return ours(setup)(data, at)

        return Session(setup)

    tried = run(folder, forgetful, at=AT)
    for number in (20, 34, 40):
        assert tried[f"ACC-R-{number}"].verdict is Verdict.FAILED
    for number in (21, 22, 23, 26, 43):
        assert tried[f"ACC-R-{number}"].verdict is Verdict.NOT_JUDGED
