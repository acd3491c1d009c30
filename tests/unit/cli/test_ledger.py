"""`caremsg receive --ledger` and `caremsg ledger`: what is recorded, shown and proved."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from caremsg import samples
from caremsg.cli.app import commands

NAMES = ("innleggelsesrapport-1.6", "damaged-unknown-root", "logistikk-utskrivningsklar-1.6")
PATIENT = "14854110463"


def run(*arguments: object, input: str | None = None) -> Result:
    """What a command does."""
    return CliRunner().invoke(commands, [str(a) for a in arguments], input=input)


def records(*arguments: object) -> list[dict[str, Any]]:
    """The lines of JSON that a command prints."""
    return [json.loads(line) for line in run(*arguments, "--format", "json").stdout.splitlines()]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger with three messages, one of which cannot be read."""
    for name in NAMES:
        (tmp_path / f"{name}.xml").write_bytes(samples.data(name))
    files = [tmp_path / f"{name}.xml" for name in NAMES]
    where = tmp_path / "messages.db"
    done = run("receive", "--ledger", where, "--at", "2026-10-06T08:00:00+02:00", *files)
    assert done.exit_code == 1, done.output
    return where


def test_a_second_run_ignores_what_was_received(ledger: Path, tmp_path: Path) -> None:
    """The ledger remembers from run to run."""
    found = records("receive", "--ledger", ledger, tmp_path / f"{NAMES[0]}.xml")
    assert [one["decision"] for one in found] == ["ignore"]
    assert found[0]["acknowledge"] is False


def test_list_has_every_message(ledger: Path) -> None:
    """One line each, in text and in JSON, and filters."""
    assert len(records("ledger", "list", ledger)) == 3
    only = records("ledger", "list", ledger, "--type", "INNLEGGELSESRAPPORT")
    assert [one["state"] for one in only] == ["taken-in"]
    text = run("ledger", "list", ledger).stdout
    assert "LOG_UTSKRIVNINGSKLAR" in text
    assert PATIENT not in text
    assert run("ledger", "list", ledger, "--direction", "out").stdout == "no messages\n"


def test_show_tells_the_story_and_gives_the_original(ledger: Path) -> None:
    """The beginning of an identifier is enough; the original is what came, octet by octet."""
    key = records("ledger", "list", ledger, "--type", "INNLEGGELSESRAPPORT")[0]["id"]
    text = run("ledger", "show", ledger, key[:12], "--lang", "nb").stdout
    assert "tatt inn" in text
    story = records("ledger", "show", ledger, key)[0]
    assert story["events"][0]["by"] == "caremsg receive"
    assert [one["sent"] for one in story["acknowledgements"]] == [None]
    original = run("ledger", "show", ledger, key, "--original").stdout_bytes
    assert original == samples.data(NAMES[0])


@pytest.mark.parametrize("key", ["nothing-like-it", "", "%"])
def test_show_of_an_unknown_message(ledger: Path, key: str) -> None:
    """It says that there is none."""
    done = run("ledger", "show", ledger, key)
    assert done.exit_code == 2
    assert "no message with this identifier" in done.output


def test_overdue_has_an_exit_code(ledger: Path) -> None:
    """What is awaited shows when its time has passed, and not before."""
    late = run("ledger", "overdue", ledger, "--at", "2027-01-01")
    assert late.exit_code == 1
    assert "response-to-ready" in late.stdout
    early = run("ledger", "overdue", ledger, "--at", "2026-10-01")
    assert (early.exit_code, early.stdout) == (0, "nothing is overdue\n")
    assert records("ledger", "overdue", ledger, "--at", "2027-01-01")[0]["told"] is False


def test_verify_finds_a_change_by_hand(ledger: Path) -> None:
    """The end of the log that was noted before shows also what was cut off."""
    result = records("ledger", "verify", ledger)[0]
    assert result["ok"]
    assert run("ledger", "verify", ledger, "--head", result["head"]).exit_code == 0
    with closing(sqlite3.connect(ledger)) as database, database:
        database.execute("UPDATE caremsg_letters SET type = 'LOG_DOD'")
    done = run("ledger", "verify", ledger)
    assert done.exit_code == 1
    assert "DAMAGED" in done.stdout
    later = f"99:{result['head'].partition(':')[2]}"
    assert "are missing" in run("ledger", "verify", ledger, "--head", later).stdout


def test_export_of_a_message_and_of_a_patient(ledger: Path, tmp_path: Path) -> None:
    """A folder with the originals; the number of the patient may come from standard input."""
    key = records("ledger", "list", ledger, "--type", "INNLEGGELSESRAPPORT")[0]["id"]
    done = run("ledger", "export", ledger, tmp_path / "one", "--message", key)
    assert (done.exit_code, done.stdout) == (0, f"1 message in {tmp_path / 'one'}\n")
    originals = [p.read_bytes() for p in (tmp_path / "one").glob("*.xml")]
    assert samples.data(NAMES[0]) in originals
    assert (tmp_path / "one" / "index.md").is_file()
    again = run("ledger", "export", ledger, tmp_path / "one", "--message", key)
    assert again.exit_code == 2
    all_of_it = tmp_path / "all"
    done = run("ledger", "export", ledger, all_of_it, "--patient", "-", input=f"FNR:{PATIENT}\n")
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize(
    "arguments, words",
    [
        (("list", "{}/none.db"), "there is no such file"),
        (("export", "{}/messages.db", "{}/out"), "either --message or --patient"),
        (("export", "{}/messages.db", "{}/out", "--patient", "1"), "KIND:value"),
        (("verify", "{}/messages.db", "--head", "x"), "SEQ:HASH"),
        (("erase", "{}/messages.db", "--before", "x", "--why", "w", "--by", "b", "--yes"), "2016"),
    ],
)
def test_misuse(ledger: Path, tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    """It says what is wrong."""
    done = run("ledger", *(part.format(tmp_path) for part in arguments))
    assert done.exit_code == 2
    assert words in done.output


def test_a_file_that_is_no_ledger(tmp_path: Path) -> None:
    """It cannot be read, which is told without what stands in it."""
    (tmp_path / "x.db").write_text("secret " * 1000)
    done = run("ledger", "list", tmp_path / "x.db")
    assert done.exit_code == 3
    assert "secret" not in done.output
    assert "cannot be used now" in done.output


def test_erase_leaves_what_the_log_proves(ledger: Path) -> None:
    """Nothing is left of the messages, and nothing is damaged."""
    why = ("--why", "ten years", "--by", "archive", "--yes")
    done = run("ledger", "erase", ledger, "--before", "2100-01-01", *why)
    assert done.exit_code == 0, done.output
    result = records("ledger", "verify", ledger)[0]
    assert result["ok"]
    assert result["erased"] > 0


def test_what_is_written_counts_as_sent(ledger: Path, tmp_path: Path) -> None:
    """An acknowledgement is never only in the ledger: it is written, now or later."""
    assert run("ledger", "outbox", ledger).stdout.count("acknowledgement ") == 2
    done = run("ledger", "outbox", ledger, "--write", tmp_path / "out")
    assert done.exit_code == 0, done.output
    assert len(list((tmp_path / "out").glob("*.xml"))) == 2
    assert run("ledger", "outbox", ledger).stdout == ""
    (tmp_path / "more.xml").write_bytes(samples.data("utskrivningsrapport-1.6"))
    run("receive", "--ledger", ledger, "--write", tmp_path / "out", tmp_path / "more.xml")
    assert run("ledger", "outbox", ledger).stdout == ""
    assert len(list((tmp_path / "out").glob("more-apprec*.xml"))) >= 1


def test_what_is_overdue_may_be_settled_by_hand(ledger: Path) -> None:
    """After a call it is not overdue any more, and the log says why."""
    late = records("ledger", "overdue", ledger, "--at", "2027-01-01")
    why = ("--by", "nurse", "--why", "called", "--received")
    assert run("ledger", "settle", ledger, late[0]["id"], *why).stdout == "settled\n"
    assert run("ledger", "overdue", ledger, "--at", "2027-01-01").exit_code == 0
    again = run("ledger", "settle", ledger, late[0]["id"], *why)
    assert (again.exit_code, "nothing is awaited" in again.output) == (2, True)


def test_no_password_is_shown_and_nothing_is_made(tmp_path: Path) -> None:
    """Commands that only look leave no trace."""
    done = run("ledger", "verify", "postgresql+psycopg://bob:hunter2@localhost:1/db")
    assert done.exit_code == 3
    assert "hunter2" not in done.output
    with closing(sqlite3.connect(tmp_path / "other.db")) as database, database:
        database.execute("CREATE TABLE other (x)")
    for where in (tmp_path / "other.db", f"sqlite:///{tmp_path}/nope.db"):
        assert "there is no ledger here" in run("ledger", "list", where).output
    with closing(sqlite3.connect(tmp_path / "other.db")) as database:
        assert database.execute("SELECT name FROM sqlite_master").fetchall() == [("other",)]
    assert not (tmp_path / "nope.db").exists()
