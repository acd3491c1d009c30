"""What every topic gets: how long to measure, and the peers."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bench import ROOT, peers


@dataclass(frozen=True)
class Setup:
    """The choices of one run."""

    rounds: int = 15
    processes: int = 7  # fresh ones, for what is measured once per process
    kept: int = 3_000
    steady: int = 10_000
    pool: int = 10_000
    tell: Callable[[str], None] = lambda _: None

    @property
    def peers(self) -> dict[str, peers.Peer]:
        return peers.all_peers()


def child(task: str, *arguments: object) -> Any:
    """The result of a task of `bench.tasks`, done by a fresh process."""
    command = [sys.executable, "-m", "bench.tasks", task, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True, text=True)
    return json.loads(done.stdout)
