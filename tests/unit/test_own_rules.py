"""The example of a package of rules: found by its entry point, and judged like ours."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from caremsg import samples
from caremsg.declare.edits import drop
from caremsg.samples.edits import edited
from tests.conftest import ROOT

FOLDER = ROOT / "examples" / "own_rules"


@pytest.fixture
def installed(tmp_path: Path) -> dict[str, str]:
    """The environment of a process that has the package beside caremsg, as pip would leave it."""
    project = tomllib.loads((FOLDER / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    shutil.copytree(FOLDER / "tirilvik_rules", tmp_path / "tirilvik_rules")
    about = tmp_path / f"tirilvik_rules-{project['version']}.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n",
        encoding="utf-8",
    )
    lines = [
        f"[{group}]\n" + "".join(f"{name} = {value}\n" for name, value in points.items())
        for group, points in project["entry-points"].items()
    ]
    (about / "entry_points.txt").write_text("".join(lines), encoding="utf-8")
    return {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONUTF8": "1"}


def run(env: dict[str, str], *args: str, data: bytes = b"") -> str:
    """What `caremsg` writes in a process of its own."""
    command = [sys.executable, "-m", "caremsg", *args]
    done = subprocess.run(command, env=env, input=data, capture_output=True, check=False)
    return done.stdout.decode() + done.stderr.decode()


def codes(env: dict[str, str], data: bytes) -> list[str]:
    """The codes of what is found in a message."""
    found = json.loads(run(env, "check", "--format", "json", "-", data=data))
    return [item["code"] for item in found["findings"]]


def test_its_rule_is_judged(installed: dict[str, str]) -> None:
    """Its wrong example gives the finding, its right one does not."""
    sample = samples.data("innleggelsesrapport-1.6")
    from_sample = codes(installed, sample)
    assert "TIR001" not in from_sample
    wrong = edited("innleggelsesrapport-1.6", [drop("//Kontaktperson/TeleCom")])
    assert "TIR001" in codes(installed, wrong)


def test_it_is_explained_and_listed(installed: dict[str, str]) -> None:
    """With the texts, the source and both examples of its own."""
    text = run(installed, "explain", "TIR001")
    assert "Tirilvik, routine 12" in text
    assert "wrong" in text
    assert "TIR001" in run(installed, "rules", "--type", "INNLEGGELSESRAPPORT")


def test_a_package_that_cannot_be_loaded_is_told_of(installed: dict[str, str]) -> None:
    """With a finding that names it; everything else is judged as ever."""
    module = Path(installed["PYTHONPATH"]) / "tirilvik_rules" / "__init__.py"
    module.write_text("raise OSError('secret')\n", encoding="utf-8")
    data = samples.data("innleggelsesrapport-1.6")
    assert codes(installed, data) == ["CHK003"]
    text = run(installed, "check", "-", data=data)
    assert "tirilvik" in text
    assert "secret" not in text
