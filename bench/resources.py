"""Memory, the start of a process, many messages, several processes: in processes of their own."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys

from bench import messages, peers
from bench.messages import REPORTS
from bench.setup import Setup, child
from bench.stats import Row, Target

_START = """
import sys, time
import attrs, lxml.etree
data = sys.stdin.buffer.read()
start = time.perf_counter()
from caremsg import decode
imported = time.perf_counter()
decode(data)
print(imported - start, time.perf_counter() - imported)
"""


def memory(setup: Setup) -> list[Row]:
    """What a decoded report takes while it is kept."""
    measured = f"resident memory of an admission report, {setup.kept:,} kept"
    found = []
    for who in ("caremsg", "lxml tree", peers.XSDATA[0]):
        if who == peers.XSDATA[0] and who not in setup.peers:
            found.append(Row(measured, "xsdata", None, "kB"))
            continue
        setup.tell(who)
        octets = child("memory", who, setup.kept)
        target = Target(30) if who == "caremsg" else None
        found.append(Row(measured, who.partition(",")[0], octets / 1000, "kB", target))
    return found


def _with_bytecode() -> dict[str, str]:
    """The environment, with compiled modules kept as an installed package has them."""
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def start(setup: Setup) -> list[Row]:
    """Import, and the first message of a family, which compiles what it needs."""
    data = messages.official(REPORTS[0])[0]
    runs = []
    for number in range(setup.processes):
        setup.tell(f"process {number + 1}/{setup.processes}")
        done = subprocess.run(
            [sys.executable, "-c", _START], input=data, capture_output=True, env=_with_bytecode()
        )
        if done.returncode:
            raise RuntimeError(done.stderr.decode())
        runs.append([1000 * float(word) for word in done.stdout.split()])
    imported, first = (statistics.median(column) for column in zip(*runs, strict=True))
    beyond = "import caremsg, beyond lxml and attrs"
    return [
        Row("start of a process", beyond, imported, "ms", Target(60)),
        Row("start of a process", "first admission report after that", first, "ms", Target(250)),
    ]


def steady(setup: Setup) -> list[Row]:
    """Many messages through one process."""
    measured = f"memory over {setup.steady:,} messages, read and written"
    setup.tell(f"{setup.steady:,} messages")
    found = [
        Row(measured, f"after {number:,}", octets / 1e6, "MB")
        for number, octets in child("steady", setup.steady)
    ]
    first, last = found[0].value or 1, found[-1].value or 1
    return [*found, Row(measured, "the last against the first", last / first, target=Target(1.05))]


def pool(setup: Setup) -> list[Row]:
    """Many messages through two processes."""
    setup.tell(f"{setup.pool:,} messages")
    value = statistics.median(child("pool", setup.pool))
    measured = f"{setup.pool:,} messages in batches of 100, read and written"
    target = Target(1.4, at_least=True)
    return [Row(measured, "two processes, times faster than one", value, target=target)]
