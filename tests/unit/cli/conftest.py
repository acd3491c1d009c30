"""A folder of messages, and a way to run commands on it."""

from __future__ import annotations

from collections.abc import Callable
from inspect import signature
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from caremsg import samples
from caremsg.cli.app import commands

Run = Callable[..., Result]

GOOD, BAD, RECEIPT = "innleggelsesrapport-1.6", "damaged-innleggelsesrapport-1.6", "apprec-ok-1.1"


@pytest.fixture
def run() -> Run:
    """Run a command in this process: arguments, and perhaps the bytes of standard input."""

    # Before click 8.2 standard error has to be asked for.
    asked = "mix_stderr" in signature(CliRunner).parameters
    options: dict[str, Any] = {"mix_stderr": False} if asked else {}

    def invoke(*args: str | Path, stdin: bytes | None = None) -> Result:
        return CliRunner(**options).invoke(commands, [str(arg) for arg in args], input=stdin)

    return invoke


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A good message, a bad one below, and something that is no message."""
    (tmp_path / "below").mkdir()
    (tmp_path / "good.xml").write_bytes(samples.data(GOOD))
    (tmp_path / "below" / "bad.XML").write_bytes(samples.data(BAD))
    (tmp_path / "receipt.xml").write_bytes(samples.data(RECEIPT))
    (tmp_path / "notes.txt").write_text("not a message", encoding="utf-8")
    return tmp_path
