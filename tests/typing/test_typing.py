"""Both type checkers see the types we mean, and reject what is wrong, without a plugin."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
MARKED = {
    number
    for number, line in enumerate((HERE / "rejected.py").read_text("utf-8").splitlines(), 1)
    if "# reject:" in line
}


def mypy(name: str) -> set[int]:
    """The lines of a file in which mypy finds an error."""
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", str(HERE / name)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=HERE.parents[1])
    assert not ran.stderr, ran.stderr
    return {int(n) for n in re.findall(rf"{re.escape(name)}:(\d+): error", ran.stdout)}


def pyright(name: str) -> set[int]:
    """The lines of a file in which pyright finds an error."""
    python = ["--pythonpath", sys.executable, "--outputjson", str(HERE / name)]
    command = [sys.executable, "-m", "pyright", *python]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=HERE.parents[1])
    found = json.loads(ran.stdout)["generalDiagnostics"]
    return {d["range"]["start"]["line"] + 1 for d in found if d["severity"] == "error"}


CHECKERS = pytest.mark.parametrize("checker", [mypy, pyright], ids=["mypy", "pyright"])


@CHECKERS
def test_right_code_is_accepted(checker):
    """The types are those that `assert_type` names."""
    assert checker("accepted.py") == set()


@CHECKERS
def test_wrong_code_is_rejected(checker):
    """Each marked line is an error, and no other."""
    assert checker("rejected.py") == MARKED


def test_the_marks_are_there():
    """A check that could not fail would be none."""
    assert len(MARKED) > 10
