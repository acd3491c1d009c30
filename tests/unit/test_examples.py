"""Every example runs as it stands, and shows what it says."""

import datetime as dt
import os
import runpy
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from types import SimpleNamespace

import pytest
from lxml import etree

from caremsg import decode, inspect, samples
from caremsg.declare.edits import text
from caremsg.samples.edits import edited
from tests.conftest import ROOT

FOLDER = ROOT / "examples"
PROGRAMS = sorted(path.name for path in FOLDER.glob("*.py"))
SHOWN = {
    "gateway_sort.py": ["receipts  apprec-ok-1.1.xml", "refused   damaged-doctype.xml"],
    "inbox_outbox.py": [
        "innleggelsesrapport-1.5   taken in",
        "damaged-truncated         refused, and the sender is told why",
        "innleggelsesrapport-1.5   received before",
        "sent: ",
    ],
    "record_system_receive.py": [
        "medicine    Apixaban Fiktiv: 1 tablett morgen og kveld",
        "event       Pasient utskrivningsklar: 2026-10-13",
        "attachment  Plan for vekt og væske (application/pdf",
        "refused: 1 finding",
    ],
    "record_system_send.py": ["<Navn>Apixaban Fiktiv</Navn>", "Innleggelsesrapport"],
    "tester_variants.py": ["in PLO 1.5: ('ENC001', 'ENC002', 'ENC002')", "no findings"],
    "tester_verdicts.py": [f"{len(samples.names())} of {len(samples.names())} as expected"],
}


def run(name, monkeypatch, *arguments):
    """Run a program as from the command line; its exit code."""
    monkeypatch.setattr(sys, "argv", [name, *map(str, arguments)])
    try:
        runpy.run_path(str(FOLDER / name), run_name="__main__")
    except SystemExit as stop:
        return stop.code
    return 0


@pytest.mark.parametrize("name", PROGRAMS)
def test_an_example_runs_and_shows_what_it_says(name, monkeypatch, capsys):
    assert run(name, monkeypatch) == 0
    shown = capsys.readouterr().out
    for part in SHOWN[name]:
        assert part in shown.replace("epj3:", "")


def test_every_example_is_listed():
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [name for name in PROGRAMS if f"`{name}`" not in text] == []


def test_what_a_record_system_sends_is_right(tmp_path, monkeypatch, published_schema):
    run("record_system_send.py", monkeypatch, tmp_path / "report.xml")
    data = (tmp_path / "report.xml").read_bytes()
    assert inspect(data).report.codes == ()
    published_schema.assertValid(etree.fromstring(data))


def test_a_record_system_takes_in_a_file(tmp_path, monkeypatch, capsys):
    (tmp_path / "message.xml").write_bytes(samples.data("helseopplysninger-1.6"))
    run("record_system_receive.py", monkeypatch, tmp_path / "message.xml")
    assert "event       Forventet utskrivningsklar dato: 2026-10-13" in capsys.readouterr().out


def test_a_gateway_changes_no_byte_and_says_why_it_refuses(tmp_path, monkeypatch):
    inbox, outbox = tmp_path / "inbox", tmp_path / "outbox"
    inbox.mkdir()
    outbox.mkdir()
    for name in ("logistikk-innlagt-1.6", "damaged-doctype"):
        (inbox / f"{name}.xml").write_bytes(samples.data(name))
    run("gateway_sort.py", monkeypatch, inbox, outbox)
    passed = outbox / "9900101" / "logistikk-innlagt-1.6.xml"
    assert passed.read_bytes() == samples.data("logistikk-innlagt-1.6")
    assert "XML002" in (outbox / "refused" / "damaged-doctype.txt").read_text(encoding="utf-8")


def test_a_tester_is_told_what_is_not_as_expected(tmp_path, monkeypatch, capsys):
    (tmp_path / "right.xml").write_bytes(samples.data("damaged-apprec-1.1"))
    assert run("tester_verdicts.py", monkeypatch, tmp_path) == 1
    assert "NOT EXPECTED" in capsys.readouterr().out


# The inbox and outbox.

NOW = dt.datetime(2026, 10, 12, 9, 0, tzinfo=dt.UTC)
GOOD, BAD = "innleggelsesrapport-1.5", "damaged-truncated"


@pytest.fixture
def box(tmp_path):
    """The functions of the program, and an open database of its own."""
    found = SimpleNamespace(**runpy.run_path(str(FOLDER / "inbox_outbox.py")))
    found.file = str(tmp_path / "own.db")
    with closing(found.opened(found.file)) as found.db:
        yield found


def rows(box, query):
    return box.db.execute(query).fetchall()


def statuses(box, query="SELECT data FROM outbox ORDER BY rowid"):
    """The status and the errors of the acknowledgements in the outbox."""
    found = [decode(data) for (data,) in rows(box, query)]
    return [(one.status.code, *(error.code for error in one.error)) for one in found]


def test_the_inbox_is_short_enough_to_copy():
    lines = (FOLDER / "inbox_outbox.py").read_text(encoding="utf-8").splitlines()
    assert len(lines) < 60


@pytest.mark.parametrize(
    "name, reason, answered",
    [
        (GOOD, "taken-in", [("1",)]),
        (BAD, "refused", [("2", "T01")]),
        ("innleggelsesrapport-1.6", "taken-in", [("1",)]),
        ("damaged-unknown-root", "no-message-head", []),
        ("damaged-innleggelsesrapport-1.6", "too-little-of-the-head", []),
        ("logistikk-innlagt-1.6", "no-receiver-of-ours", []),
        ("apprec-ok-1.1", "an-acknowledgement-is-not-acknowledged", []),
        ("damaged-apprec-1.1", "a-faulty-acknowledgement-is-not-acknowledged", []),
    ],
)
def test_everything_that_arrives_is_kept_and_answered_once(box, name, reason, answered):
    """The octets as they came, and at most one acknowledgement, however often it comes."""
    data = samples.data(name)
    assert box.take_in(box.db, data, NOW).reason.value == reason
    for _ in range(3):
        box.take_in(box.db, data, NOW)
    assert rows(box, "SELECT reason, data FROM inbox WHERE reason != 'received-before'") == [
        (reason, data)
    ]
    assert statuses(box) == answered


def test_a_message_without_identifier_is_answered_once(box):
    """Nothing tells that it came before but its octets."""
    data = edited(GOOD, (text("MsgInfo/MsgId", ""),))
    for _ in range(2):
        box.take_in(box.db, data, NOW)
    assert len(rows(box, "SELECT * FROM inbox")) == 1
    assert len(statuses(box)) <= 1


def test_other_content_under_the_same_identifier_is_kept_and_told_of(box):
    box.take_in(box.db, samples.data("innleggelsesrapport-1.6"), NOW)
    found = box.take_in(box.db, samples.data(BAD), NOW)  # the same message, cut off
    assert found.report.codes == ("FLO009",)
    reasons = [reason for (reason,) in rows(box, "SELECT reason FROM inbox ORDER BY rowid")]
    assert reasons == ["taken-in", "received-before"]
    assert len(statuses(box)) == 1


def test_what_was_not_answered_keeps_no_good_copy_out(box):
    """The head of a cut-off message may have an identifier that is needed later."""
    data = samples.data("innleggelsesrapport-1.6")
    cut = data[: data.index(b"</MsgId>") + 8]
    assert not box.take_in(box.db, cut, NOW).acknowledgements
    assert box.take_in(box.db, data, NOW).taken_in


CRASH = """
import datetime, os, runpy, sqlite3, sys
from caremsg import samples
example, file, name, when = sys.argv[1:]
box = runpy.run_path(example)
now = datetime.datetime.now(datetime.UTC)
db = box["opened"](file)
if when == "inside":
    db.create_function("die", 0, lambda: os._exit(9))
    db.execute("CREATE TEMP TRIGGER t AFTER INSERT ON outbox BEGIN SELECT die(); END")
box["take_in"](db, samples.data(name), now)
if when == "after":
    os._exit(9)
box["send"](db, lambda data: os._exit(9), now)
"""


@pytest.mark.parametrize(
    "when, filed, waiting",
    [("inside", 0, 0), ("after", 1, 1), ("sending", 1, 1)],
)
def test_a_crash_loses_nothing_and_files_nothing_twice(box, when, filed, waiting):
    """Before the commit there is nothing; after it all of it waits, and is sent as it was."""
    program = [sys.executable, "-c", CRASH, str(FOLDER / "inbox_outbox.py"), box.file, GOOD, when]
    assert subprocess.run(program, env=os.environ, timeout=60).returncode == 9
    before = rows(box, "SELECT id, data FROM outbox WHERE sent IS NULL")
    assert (len(rows(box, "SELECT * FROM inbox")), len(before)) == (filed, waiting)
    again = box.take_in(box.db, samples.data(GOOD), NOW)  # the transport delivers it again
    assert again.taken_in == (not filed)
    sent: list[bytes] = []
    box.send(box.db, sent.append, NOW)
    box.send(box.db, sent.append, NOW)
    assert len(sent) == 1
    assert [data for _, data in before] in ([], sent)
    assert len(rows(box, "SELECT * FROM inbox WHERE reason = 'taken-in'")) == 1


def test_a_transport_that_fails_is_tried_again(box):
    """What was not handed over still waits; what was is not sent again."""
    for name in (GOOD, BAD):
        box.take_in(box.db, samples.data(name), NOW)
    tried: list[bytes] = []

    def failing(data):
        tried.append(data)
        if len(tried) == 2:
            raise ConnectionError

    with pytest.raises(ConnectionError):
        box.send(box.db, failing, NOW)
    box.send(box.db, tried.append, NOW)
    assert len(tried) == 3
    assert tried[1] == tried[2] != tried[0]


def test_many_at_once_file_it_once(box):
    """One acknowledgement, and all others are told that it is a duplicate."""

    def one(_):
        with closing(box.opened(box.file)) as db:
            return box.take_in(db, samples.data(GOOD), NOW).decision.value

    with ThreadPoolExecutor(8) as pool:
        decisions = sorted(pool.map(one, range(8)))
    assert decisions == ["accept"] + ["ignore"] * 7
    assert len(statuses(box)) == 1


@pytest.mark.parametrize(
    "answers, kept",
    [
        (["1"], "OK"),
        (["2", "1"], "REFUSED"),
        (["1", "1"], "OK"),
        (["9", "1"], "OK"),
        (["1", "9"], "OK"),
        (["9"], "UNKNOWN"),
    ],
)
def test_the_first_acknowledgement_of_ours_counts(box, answers, kept):
    """One whose status is unknown is never taken for OK, and gives way to one that is."""
    original = decode(samples.data("apprec-ok-1.1")).original_msg_id.id
    box.db.execute("INSERT INTO outbox (id, data) VALUES (?, ?)", (original.lower(), b"ours"))
    for status in answers:
        data = samples.data("apprec-ok-1.1").replace(
            b'Status V="1"', b'Status V="%s"' % status.encode()
        )
        box.take_in(box.db, data, NOW)
    assert rows(box, "SELECT answer FROM outbox") == [(kept,)]
