"""The command line against the world: terminals, pipes, odd names, missing extras."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import click
import pytest

from caremsg.cli import exits, output, verdict
from caremsg.cli.app import commands
from caremsg.cli.output import Output, columns, printable
from caremsg.cli.sources import Source, Unreadable, expand, opened

from .conftest import Run

COMMAND = [sys.executable, "-m", "caremsg"]


def start(*args: str | Path, **more: Any) -> subprocess.Popen[bytes]:
    """Start the real command."""
    env = {**os.environ, **more.pop("env", {})}
    pipe = subprocess.PIPE
    return subprocess.Popen([*COMMAND, *args], stdout=pipe, stderr=pipe, env=env, **more)


def test_python_m(inbox: Path) -> None:
    """`python -m caremsg` is the same command, and many processes give the same answer."""
    alone, several = (start("check", f"--jobs={jobs}", inbox) for jobs in (1, 2))
    assert alone.communicate() == several.communicate()
    assert alone.returncode == several.returncode == exits.ERRORS


def test_every_command_has_help_with_an_example(run: Run) -> None:
    """`--help` of each command, and of the whole, shows how to call it."""
    for name in ("", *commands.commands):
        text = run(*filter(None, [name]), "--help").stdout
        assert f"  caremsg {name}".rstrip() in text.partition("Example")[2]
    assert "0.1" in run("--version").stdout


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
@pytest.mark.parametrize("command", [["show"], ["show", "--format=json"], ["peek", "--patient"]])
def test_any_encoding_will_do(command: list[str], encoding: str, inbox: Path) -> None:
    """Letters that the output cannot carry are escaped; JSON stays JSON with the same values."""
    running = start(*command, inbox / "good.xml", env={"PYTHONIOENCODING": encoding})
    text = running.communicate()[0].decode(encoding)
    assert running.returncode == 0
    if command[-1] == "--format=json":
        patient = json.loads(text)["msg_info"]["patient"]
        assert patient["family_name"] == "Prøvestad"
    else:
        assert ("Pr\\xf8vestad" if encoding == "ascii" else "Prøvestad") in text


@pytest.mark.skipif(os.name == "nt", reason="POSIX pipes and signals")
def test_a_reader_that_leaves(inbox: Path) -> None:
    """When nobody reads the output the command ends silently."""
    running = start("messages")
    assert running.stdout is not None
    running.stdout.close()
    assert running.stderr is not None
    assert running.stderr.read() == b""
    assert running.wait() == exits.BROKEN_PIPE
    running.stderr.close()


@pytest.mark.skipif(os.name == "nt", reason="POSIX pipes and signals")
def test_interrupted() -> None:
    """Ctrl-C gives one word and no traceback."""
    with start("check", "-", stdin=subprocess.PIPE, preexec_fn=_hear_ctrl_c) as waiting:
        _when_it_reads(waiting)
        while waiting.poll() is None:  # again if it came between two reads
            waiting.send_signal(signal.SIGINT)
            time.sleep(0.5)
        assert waiting.stderr is not None
        assert waiting.stderr.read() == b"interrupted\n"
    assert waiting.returncode == exits.INTERRUPTED


def _hear_ctrl_c() -> None:
    """What runs in the background hands on that it does not hear it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _when_it_reads(running: subprocess.Popen[bytes]) -> None:
    """Fill the pipe: writing more than it holds ends only when somebody reads."""
    assert running.stdin is not None
    running.stdin.write(b" " * (1 << 17))
    running.stdin.flush()


@pytest.mark.parametrize("error, code", [(KeyboardInterrupt, 130), (BrokenPipeError, 141)])
def test_ends_in_this_process(
    error: type[BaseException], code: int, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An interruption and a broken pipe have exit codes of their own."""

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(output.Output, "line", fail)
    assert run("messages").exit_code == code


@pytest.mark.parametrize("name", ["å øl.xml", "a\nb.xml", "-x.xml", "\x1b[31m.xml", "\udcff.xml"])
def test_odd_file_names(name: str, tmp_path: Path, run: Run) -> None:
    """Any file name is read, and shown on one line without control characters."""
    try:
        (tmp_path / name).write_bytes(b"")
    except (OSError, UnicodeError):
        pytest.skip("no such names here")
    text = run("check", tmp_path).stdout
    assert f"{tmp_path / printable(name)}: 1 error" in text
    record = json.loads(run("check", "--format", "json", tmp_path).stdout)
    assert record["file"] == str(tmp_path / name)


@pytest.mark.parametrize(
    "text, shown",
    [
        ("Prøve – ☂\xa0.", "Prøve – ☂\xa0."),
        ("\x1b[2J", r"\x1b[2J"),
        ("\x9b2J", r"\x9b2J"),
        ("a\u202eb", r"a\u202eb"),
        ("\udcff\t", r"\udcff\t"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    """What can move the cursor is escaped, everything else stays."""
    assert printable(text) == shown


def test_columns() -> None:
    """Cells stand below each other, and an empty column is left out."""
    assert list(columns([("a", "", "b"), ("aaa", "", "")])) == ["a    b", "aaa"]


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _terminal(monkeypatch: pytest.MonkeyPatch) -> _Terminal:
    """Make standard output and standard error a terminal of 60 columns."""
    made = _Terminal()
    for stream in ("stdout", "stderr"):
        monkeypatch.setattr(sys, stream, made)
    for name, value in {"TERM": "xterm", "COLUMNS": "60"}.items():
        monkeypatch.setenv(name, value)
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_INTERACTIVE", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    return made


def test_on_a_terminal_there_are_colours_and_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines are coloured and not wrapped, and a bar counts the items."""
    terminal, out = _terminal(monkeypatch), Output()
    for item in out.follow(range(2), 2):
        out.line((f"item {item} ", "red"), "x" * 80)
        out.record({"item": item})
    text = terminal.getvalue()
    assert out.width == 60
    assert "\x1b[31mitem 1 \x1b[0m" + "x" * 80 in text
    assert '{"item": 1}' in text
    assert "2/2" in text


def test_no_bar_for_a_single_item(monkeypatch: pytest.MonkeyPatch) -> None:
    """One file needs no bar."""
    terminal = _terminal(monkeypatch)
    assert list(Output().follow("a", 1)) == ["a"]
    assert "1/1" not in terminal.getvalue()


def test_a_console_without_reader_raises() -> None:
    """The console leaves a broken pipe to us."""
    with pytest.raises(BrokenPipeError):
        output._Console().on_broken_pipe()


def test_a_folder_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A closed folder below is a source with a problem, not silence."""

    def walk(top: Path, onerror: Any) -> Iterator[tuple[str, list[str], list[str]]]:
        yield str(top), ["closed"], ["a.xml"]
        onerror(PermissionError(13, "Permission denied", str(tmp_path / "closed")))

    monkeypatch.setattr(os, "walk", walk)
    good, closed = expand([tmp_path])
    assert good == Source(str(tmp_path / "a.xml"), tmp_path / "a.xml")
    with pytest.raises(Unreadable, match="Permission denied"), opened(closed):
        pass


TASK = verdict.Task()


def test_several_processes(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The work is given away in order; not when the standard input is among it."""
    sources = expand([inbox])
    pools: list[tuple[Any, ...]] = []

    class Pool:
        def __init__(self, *args: Any) -> None:
            pools.append(args)

        def __enter__(self) -> Pool:
            return self

        def __exit__(self, *_: object) -> None: ...

        def map(self, function: Any, items: Any, chunksize: int) -> Any:
            assert chunksize == 1
            return map(function, items)

    monkeypatch.setattr(verdict, "ProcessPoolExecutor", Pool)
    assert list(verdict.judge_all(sources, TASK, 2)) == list(verdict.judge_all(sources, TASK))
    monkeypatch.setattr(click, "open_file", lambda *_: io.BytesIO())
    assert len(list(verdict.judge_all([Source("-"), Source("-")], TASK, 2))) == 2
    assert [args[0] for args in pools] == [2]


@pytest.mark.parametrize("name", ["click", "rich"])
def test_without_the_extra_it_is_named(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what to install."""
    _forget(monkeypatch)
    monkeypatch.setitem(sys.modules, name, None)
    if name == "rich":
        monkeypatch.setitem(sys.modules, "rich.console", None)
    with pytest.raises(ImportError, match=r'pip install "caremsg\[cli\]"'):
        import_module("caremsg.cli")


def test_another_missing_module_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a missing extra gets the advice."""
    _forget(monkeypatch)
    monkeypatch.setitem(sys.modules, "caremsg.cli.app", None)
    with pytest.raises(ModuleNotFoundError, match=r"caremsg\.cli\.app"):
        import_module("caremsg.cli")


def _forget(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [n for n in sys.modules if n.startswith("caremsg.cli")]:
        monkeypatch.delitem(sys.modules, name)
