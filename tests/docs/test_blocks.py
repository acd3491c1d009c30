"""Every block of code in the README and in the documentation runs, and prints what it says.

`python` blocks run one after the other in one namespace per page; with `>>>` the output is
compared. In a `console` block each line with `$ caremsg ...` is run, and the lines below it
are compared; without any, the command must succeed. Both kinds may write `...` for what
varies, and both start in an empty folder of the page. Commands that are not to be run
(`pip install`) stand in a `sh` block.
"""

from __future__ import annotations

import doctest
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sybil import Example, Sybil
from sybil.example import SybilFailure
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser, SkipParser

from tests.conftest import ROOT

OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
ALLOWED = {"caremsg", "cat", "ls", "python"}


def commands(block: str) -> Iterator[tuple[str, str]]:
    """The commands of a console block, each with the output that is written below it."""
    for part in ("\n" + block.strip("\n")).split("\n$ ")[1:]:
        command, _, output = part.partition("\n")
        while command.endswith("\\"):
            more, _, output = output.partition("\n")
            command = command[:-1] + more.removeprefix(">")
        yield command, output


def run_console(example: Example) -> str | None:
    """Run the commands; the text is what went wrong."""
    env = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb", "PYTHONUTF8": "1"}
    env["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), env.get("PATH", "")])
    if not example.parsed.startswith("$ "):
        return "a console block starts with `$ `"
    for command, expected in commands(example.parsed):
        if command.split()[0] not in ALLOWED:
            return f"not a command to run in a test, use a sh block: {command}"
        done = subprocess.run(  # shell: the pages are ours, and use > and |
            command,
            shell=True,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=60,
        )
        wanted, got = expected.rstrip() + "\n", done.stdout.rstrip() + "\n"
        if expected.strip() and not doctest.OutputChecker().check_output(wanted, got, OPTIONS):
            return f"$ {command}\nexpected:\n{wanted}\ngot:\n{got}"
        if not expected.strip() and done.returncode:
            return f"$ {command}\nexit code {done.returncode}:\n{got}"
    return None


SYBIL = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=OPTIONS),
        CodeBlockParser(language="console", evaluator=run_console),
        SkipParser(),
    ]
)
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md"] + [
    page for page in sorted((ROOT / "docs").rglob("*.md")) if "_build" not in page.parts
]


def run_page(page: Path) -> None:
    """Run the blocks of a page in order. Raises at the first that fails."""
    for example in SYBIL.parse(page).examples():
        example.evaluate()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_block_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    run_page(page)


@pytest.mark.parametrize(
    "block",
    [
        "```python\nassert 1 == 2\n```",
        "```python\n>>> 1 + 1\n3\n```",
        "```console\n$ python -c 'print(1)'\n2\n```",
        "```console\n$ python -c 'exit(3)'\n```",
        "```console\n$ pip install caremsg\n```",
        "```console\ncaremsg show\n```",
    ],
)
def test_a_wrong_block_is_found(block: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# Page\n\n{block}\n", encoding="utf-8")
    with pytest.raises((AssertionError, SybilFailure)):
        run_page(page)


def test_output_may_vary(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("```console\n$ python -c 'print(12345)'\n1...5\n```\n", encoding="utf-8")
    run_page(page)
