"""How long checking takes, beside reading; and that rules that do not apply cost nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from functools import partial

import caremsg
from bench import messages
from bench.messages import REPORTS
from bench.setup import Setup
from bench.speed import each
from bench.stats import Row, Target, interleave, rows
from caremsg.check import RECEIVING, SENDING, check, dispatch
from caremsg.declare.rules import RULES, rule
from caremsg.findings import KINDS, Words
from caremsg.messages.apprec import AppRec

DECODE = "caremsg decode"
_MANY = 1_000

# What decoding and checking read of the code lists, in a process of its own.
_LISTS = """
import sys, caremsg
data = sys.stdin.buffer.read()
caremsg.decode(data)
early = sum(name.startswith("caremsg.codes") for name in sys.modules)
from caremsg.codes.standard import load
before = load.cache_info().currsize
from caremsg.check import check
check(data)
print(early, before, load.cache_info().currsize)
"""


def examples() -> list[bytes]:
    """Every official example that is a valid message."""
    folder = messages.standard() / "examples"
    entries = json.loads((folder / "expected.json").read_text("utf-8"))["files"]
    found = [(folder / entry["file"]).read_bytes() for entry in entries]
    return [data for data in found if caremsg.inspect(data).ok]


def checking(setup: Setup) -> list[Row]:
    """Shape, codes, identifiers and all rules, over all official examples."""
    datas = examples()
    contenders = {
        DECODE: each(caremsg.decode, datas),
        "caremsg check": each(check, datas),
        "caremsg check, policy for sending": each(partial(check, policy=SENDING), datas),
        "caremsg check, policy for receiving": each(partial(check, policy=RECEIVING), datas),
    }
    samples = interleave(contenders, setup.rounds, tell=setup.tell)
    targets = {"caremsg check": Target(3)}
    found = rows(f"check {len(datas)} official examples", samples, DECODE, targets)
    return found + _dispatch(setup) + _lists()


def _dispatch(setup: Setup) -> list[Row]:
    """The same message, with many more rules that are about something else."""
    data = messages.official(REPORTS[0])[0]
    usual = f"check with {len(RULES)} rules"
    more = f"with {_MANY:,} rules more, about acknowledgements"
    alone = interleave({usual: partial(check, data)}, setup.rounds, tell=setup.tell)
    before = dict(RULES), dict(KINDS)
    _declare(_MANY)
    try:
        crowded = interleave({more: partial(check, data)}, setup.rounds, tell=setup.tell)
    finally:
        for known, kept in zip((RULES, KINDS), before, strict=True):
            known.clear()
            known.update(kept)
        dispatch.forget()
    return rows("dispatch of rules", {**alone, **crowded}, usual, {more: Target(1.1)})


def _declare(count: int) -> None:
    words = Words("because", "fordi")

    def nothing(_: AppRec, __: object) -> Iterator[object]:
        """It is so."""
        return iter(())

    for number in range(count):
        declare = rule(
            f"ZZ{number:04}",
            source="here",
            en="it is so",
            nb="slik er det",
            why=words,
            mend=words,
            sample="",
            bad=(),
        )
        declare(nothing)


def _lists() -> list[Row]:
    """How many modules and lists of codes are loaded before they are used."""
    data = messages.official(REPORTS[0])[0]
    done = subprocess.run(
        [sys.executable, "-c", _LISTS], input=data, capture_output=True, check=True
    )
    early, before, after = map(int, done.stdout.split())
    return [
        Row("code lists", "modules loaded by decode", early, "modules", Target(0)),
        Row("code lists", "lists read by decode", before, "lists", Target(0)),
        Row("code lists", "lists read by the first check", after, "lists"),
    ]
