"""`caremsg ack`, and how `receive` writes acknowledgements."""

from __future__ import annotations

from pathlib import Path

import pytest

from caremsg import decode, samples
from caremsg.check import check
from caremsg.codes import STANDARD_CODES
from caremsg.declare.edits import Drop, Text
from caremsg.messages.apprec import AppRec
from caremsg.samples.edits import edited

from .conftest import BAD, GOOD, RECEIPT, Run
from .test_receive import AT, MADE_KEYS, REPORT, one, records

ID = "0b5e9d0c-6a3c-4f0e-9b53-2f7f2c1c3f11"


def made(run: Run, sample: str, *args: str) -> AppRec:
    """The acknowledgement that the command writes to standard output."""
    result = run("ack", "-", *args, stdin=samples.data(sample))
    assert result.exit_code == 0, result.stderr
    assert check(result.stdout_bytes).ok
    message = decode(result.stdout_bytes)
    assert isinstance(message, AppRec)
    return message


def errors(message: AppRec) -> list[tuple[str | None, str | None]]:
    """The codes and the words of its errors."""
    return [(error.code, error.original_text) for error in message.error]


@pytest.mark.parametrize(
    "sample, version",
    [(GOOD, "1.1"), ("innleggelsesrapport-1.5", "1.0"), ("dialog-notat-1.0", "1.0")],
)
def test_ok(sample: str, version: str, run: Run) -> None:
    """It is valid, in the version that the message calls for, and refers to the message."""
    message = made(run, sample, "--status", "ok", "--id", ID, *AT)
    assert (message.id, message.gen_date, message.status.code) == (ID, AT[1], "1")
    assert message.edition.version == version
    assert message.original_msg_id.id.encode() in samples.data(sample)
    assert errors(message) == []


def test_defaults_are_new_each_time(run: Run) -> None:
    """The identifier is a new one, and the time has a zone."""
    first, second = (made(run, GOOD, "--status", "ok") for _ in range(2))
    assert first.id != second.id
    assert first.gen_date.datetime.tzinfo is not None


@pytest.mark.parametrize(
    "args, wanted",
    [
        (["--error", "E21"], [("E21", None)]),
        (["--error", "T02=line 8 = no time"], [("T02", "line 8 = no time")]),
        (["--error", " E31 = for øye ", "--error", "T01="], [("E31", "for øye"), ("T01", None)]),
        (["--error", "X99=a", "--error", "X99=a"], [("X99", "a")]),
        (["--error", "E10=twice", "--version", "1.0"], [("X99", "twice")]),
        (["--error", "E10=twice", "--version", "1.1"], [("E10", "twice")]),
    ],
)
def test_refused(args: list[str], wanted: list[tuple[str, str | None]], run: Run) -> None:
    """Codes and words are taken over; what version 1.0 lacks is put as another code."""
    message = made(run, GOOD, "--status", "refused", *args)
    assert message.status.code == "2"
    assert errors(message) == wanted


@pytest.mark.parametrize("number, role, name", [(1, "PRIM", "Tirilvik"), (2, "COP", "Tirilheim")])
def test_receiver(number: int, role: str, name: str, run: Run) -> None:
    """The main receiver is number 1, and the copies follow."""
    message = made(run, REPORT, "--status", "ok", "--receiver", str(number))
    assert message.sender.role is not None
    assert message.sender.role.code == role
    inst = message.sender.hcp.innhold
    assert inst.name is not None
    assert inst.name.startswith(name)


def test_an_error_that_is_not_used_here(run: Run) -> None:
    """The acknowledgement is made, and standard error says what `check` would warn of."""
    args = ["--status", "refused", "--error", "E20"]
    result = run("ack", "-", *args, stdin=samples.data(GOOD))
    assert result.exit_code == 0
    assert result.stderr.startswith("REC023 warning: ")
    assert not check(result.stdout_bytes).errors


def test_output(inbox: Path, run: Run) -> None:
    """`-o` writes the same bytes to a file."""
    args = ("ack", inbox / "good.xml", "--status", "ok", "--id", ID, *AT)
    result = run(*args, "-o", inbox / "out.xml")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (inbox / "out.xml").read_bytes() == run(*args).stdout_bytes


@pytest.mark.parametrize(
    "sample, args, told",
    [
        (GOOD, [], "--status"),
        (GOOD, ["--status", "perhaps"], "'ok', 'refused'"),
        (GOOD, ["--status", "refused"], "needs an --error"),
        (GOOD, ["--status", "ok", "--error", "E21"], "goes with --status refused"),
        (GOOD, ["--status", "ok", "--id", "1"], "UUID"),
        (GOOD, ["--status", "ok", "--id", ""], "UUID"),
        (GOOD, ["--status", "ok", "--at", "soon"], "a time is written like"),
        (GOOD, ["--status", "ok", "--version", "1.2"], "'1.0', '1.1'"),
        (GOOD, ["--status", "ok", "--receiver", "0"], "--receiver"),
        (GOOD, ["--status", "ok", "--receiver", "2"], "no receiver 2, only these:\n  1  HER:9900"),
        (REPORT, ["--status", "ok", "--receiver", "3"], "\n  2  HER:9900301, copy\n"),
        (GOOD, ["--status", "refused", "--error", "T01=\x01"], "cannot carry"),
        (GOOD, ["--status", "refused", "--error", "X99"], "needs the true reason"),
        (GOOD, ["--status", "refused", "--error", "E40"], "none of the error codes"),
        (RECEIPT, ["--status", "ok"], "an acknowledgement cannot be acknowledged"),
        ("damaged-apprec-1.1", ["--status", "ok"], "cannot be acknowledged"),
        ("timebestilling-1.2", ["--status", "ok"], "does not tell enough"),
        ("damaged-unknown-root", ["--status", "ok"], "does not tell enough"),
        (BAD, ["--status", "refused", "--error", "T02"], "does not tell enough"),
    ],
)
def test_usage(sample: str, args: list[str], told: str, run: Run) -> None:
    """Whatever cannot be done is said, and nothing is written."""
    result = run("ack", "-", *args, stdin=samples.data(sample))
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


def test_an_unknown_error_code_lists_those_there_are(run: Run) -> None:
    """Each known code stands on a line with its text."""
    args = ["--status", "refused", "--error", "Z01=no"]
    stderr = run("ack", "-", *args, stdin=samples.data(GOOD)).stderr
    system = STANDARD_CODES.find(8221)
    assert system is not None
    assert "'Z01'" in stderr
    assert all(
        f"\n  {code.code}  {code.display}\n" in stderr for code in system if not code.retired
    )


def test_a_receiver_with_the_number_of_a_person_is_not_listed(run: Run) -> None:
    """The list of receivers has its role."""
    path = "//OtherReceiver/Organisation/HealthcareProfessional/Ident/Id"
    data = edited(REPORT, [Text(path, "14854110463")])
    stderr = run("ack", "-", "--status", "ok", "--receiver", "9", stdin=data).stderr
    assert "\n  2  copy\n" in stderr
    assert "14854110463" not in stderr


def test_a_message_without_receivers(run: Run) -> None:
    """Nobody could acknowledge it."""
    data = edited(GOOD, [Drop("//MsgInfo/Receiver")])
    for number in ("1", "2"):
        result = run("ack", "-", "--status", "ok", "--receiver", number, stdin=data)
        assert result.exit_code == 2
        assert "names no receiver" in result.stderr


def test_the_message_itself_is_not_overwritten(inbox: Path, run: Run) -> None:
    """`-o` with the name of the message is refused, and the message stays."""
    path = inbox / "below" / ".." / "good.xml"
    result = run("ack", inbox / "good.xml", "--status", "ok", "-o", path)
    assert result.exit_code == 2
    assert (inbox / "good.xml").read_bytes() == samples.data(GOOD)


def test_where_nothing_can_be_written(inbox: Path, run: Run) -> None:
    """A folder that is missing is a usage error."""
    result = run("ack", inbox / "good.xml", "--status", "ok", "-o", inbox / "no" / "out.xml")
    assert result.exit_code == 2
    assert "cannot write to" in result.stderr


@pytest.mark.parametrize("name", ["missing.xml", "."])
def test_what_cannot_be_read(name: str, inbox: Path, run: Run) -> None:
    """A missing file and a folder give 3."""
    result = run("ack", inbox / name, "--status", "ok")
    assert result.exit_code == 3
    assert "cannot be read: " in result.stderr


def test_acknowledgements_are_written(inbox: Path, tmp_path: Path, run: Run) -> None:
    """Each becomes a valid file in a new folder, and its name is told."""
    out = tmp_path / "new" / "folder"
    (record,) = records(run, "--write", out, inbox / "good.xml")
    (made,) = record["acknowledgements"]
    assert list(made) == [*MADE_KEYS, "file"]
    assert made["file"] == str(out / "good-apprec.xml")
    data = Path(made["file"]).read_bytes()
    message = decode(data)
    assert isinstance(message, AppRec)
    assert (message.id, message.gen_date) == (made["id"], AT[1])
    assert check(data).ok
    assert str(out / "good-apprec-2.xml") in run("receive", "--write", out, inbox).stdout


def test_no_file_is_overwritten(tmp_path: Path, run: Run) -> None:
    """Names that are taken get a number: of the same message, another message, or another run."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "a-apprec-2.xml").write_text("mine", encoding="utf-8")
    for folder, sample in (("x", REPORT), ("y", GOOD)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.xml").write_bytes(samples.data(sample))
    found = records(run, "--write", out, tmp_path / "x", tmp_path / "y")
    places = [Path(made["file"]).name for record in found for made in record["acknowledgements"]]
    assert places == ["a-apprec.xml", "a-apprec-3.xml", "a-apprec-4.xml"]
    assert (out / "a-apprec-2.xml").read_text("utf-8") == "mine"
    again = records(run, "--write", out, tmp_path / "y")
    assert again[0]["acknowledgements"][0]["file"] == str(out / "a-apprec-5.xml")
    assert one(run, samples.data(GOOD), "--write", out)["acknowledgements"][0]["file"] == str(
        out / "stdin-apprec.xml"
    )


def test_a_folder_that_cannot_be_written_to(
    inbox: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is a usage error, whether the folder or a file in it cannot be made."""
    for args in (["--write", inbox / "good.xml" / "below"], ["--write", inbox / "new"]):
        result = run("receive", *args, inbox / "good.xml")
        assert (result.exit_code == 2) == ("cannot write to" in result.stderr)
        (inbox / "new").mkdir(exist_ok=True)

    def fail(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", fail)
    result = run("receive", "--write", inbox / "new", inbox / "good.xml")
    assert result.exit_code == 2
    assert "good-apprec-2.xml" not in result.stderr
    assert "good-apprec.xml: Permission denied" in result.stderr


@pytest.mark.parametrize(
    "at, fine",
    [
        ("2026-10-20T08:00:00+02:00", True),
        ("2026-10-20T08:00:00Z", True),
        ("2026-10-20T08:00:00", True),
        ("2026-10-20", True),
        ("yesterday", False),
        ("2026-10-20T08:00:00+02:00:30", False),
        ("2026-10-20T08:00:00+23:00", False),
        ("", False),
    ],
)
def test_the_clock(at: str, fine: bool, inbox: Path, run: Run) -> None:
    """A time without zone is local; what cannot stand in a message is a usage error."""
    result = run("receive", "--at", at, "--write", inbox / "out", inbox / "good.xml")
    assert result.exit_code == (0 if fine else 2)
    if fine:
        message = decode((inbox / "out" / "good-apprec.xml").read_bytes())
        assert isinstance(message, AppRec)
        assert message.gen_date.startswith("2026-10-20")
        assert message.gen_date.datetime.tzinfo is not None
    else:
        assert "a time is written like" in result.stderr
