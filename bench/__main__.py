"""`make bench`: every topic in turn, then one table."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

from bench import checking, peers, receiving, resources, speed
from bench.setup import Setup
from bench.stats import Row, table

TOPICS: dict[str, Callable[[Setup], list[Row]]] = {
    "decode": speed.decode,
    "encode": speed.encode,
    "peek": speed.peek,
    "inspect": speed.inspect,
    "check": checking.checking,
    "receive": receiving.receiving,
    "ledger": receiving.ledger,
    "ledger-memory": receiving.steady,
    "memory": resources.memory,
    "start": resources.start,
    "steady": resources.steady,
    "pool": resources.pool,
}
PACKAGES = ("caremsg", "lxml", "attrs", "xsdata", "PyXB-X")
EXAMPLE = """\
The published standard is looked for in $CAREMSG_STANDARD, or else in ../shared/standard.

example:
  make bench ARGS="--quick decode peek"
  python -m bench --long --json build/bench.json
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, tell how it goes on stderr, print the table."""
    options = parser().parse_args(arguments)
    if unknown := [topic for topic in options.topic if topic not in TOPICS]:
        parser().error(f"no topic is called {', '.join(unknown)}")
    found: list[Row] = []
    for topic in options.topic or TOPICS:
        setup = _setup(options, topic)
        setup.tell("")
        found += TOPICS[topic](setup)
    _tell("", "")
    about = environment()
    print(" · ".join(f"{name} {value}" for name, value in about.items()), table(found), sep="\n\n")
    if options.json:
        rows = [{**asdict(row), "met": row.met} for row in found]
        options.json.write_text(json.dumps({"about": about, "rows": rows}, indent=1), "utf-8")


def parser() -> argparse.ArgumentParser:
    """The options."""
    made = argparse.ArgumentParser(
        "python -m bench",
        description="How fast caremsg is, as ratios against the bare parse and named peers.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("topic", nargs="*", help=f"only these, of: {', '.join(TOPICS)}")
    made.add_argument("--quick", action="store_true", help="fewer rounds and messages")
    made.add_argument("--long", action="store_true", help="100,000 messages for `steady`")
    made.add_argument("--json", type=Path, metavar="FILE", help="write the rows to a file as well")
    return made


def environment() -> dict[str, str]:
    """When and with what it was measured; nothing about whose machine it was."""
    about = {"date": date.today().isoformat(), "Python": platform.python_version()}
    about |= {name: peers.installed(name) or "not installed" for name in PACKAGES}
    return about | {"cores": str(os.cpu_count())}


def _setup(options: argparse.Namespace, topic: str) -> Setup:
    def tell(text: str) -> None:
        _tell(topic, text)

    steady = 100_000 if options.long else 10_000
    if options.quick:
        return Setup(rounds=5, processes=3, kept=500, steady=2_000, pool=2_000, tell=tell)
    return Setup(steady=steady, tell=tell)


def _tell(topic: str, text: str) -> None:
    """One line that is written over again; without a terminal, one line per topic."""
    if sys.stderr.isatty():
        print(f"\r\033[K{topic} {text}".rstrip(), end="", file=sys.stderr, flush=True)
    elif topic and not text:
        print(f"bench: {topic}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
