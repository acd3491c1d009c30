"""What is measured in a process of its own: `python -m bench.tasks TASK ARGUMENT...`."""

from __future__ import annotations

import gc
import json
import os
import resource
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from bench import messages, peers
from bench.messages import LOGISTICS, REPORTS

BATCH = 100
WORKERS = 2


def resident() -> int:
    """Octets of memory that this process has now; where only the peak is known, the peak."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def memory(contender: str, count: str) -> float:
    """Octets per message of so many different ones that are kept.

    The first fifth is not counted: it fills memory that was free before.
    """
    read = _reader(contender)
    data = messages.official(REPORTS[0])[0]
    kept, first, last = [], int(count) // 5, int(count)
    for number in range(last):
        if number == first:
            gc.collect()
            before = resident()
        kept.append(read(messages.vary(data, number)))
    gc.collect()
    return (resident() - before) / (last - first)


def _reader(contender: str) -> Callable[[bytes], Any]:
    if contender == "caremsg":
        import caremsg

        return caremsg.decode
    if contender == "lxml tree":
        return messages.parse
    return peers.xsdata()[contender].decode


def steady(count: str) -> list[tuple[int, int]]:
    """Memory after a tenth, half and all of so many different messages, read and written."""
    import caremsg

    total, found = int(count), []
    datas = messages.official(REPORTS[0], *LOGISTICS)
    for number in range(1, total + 1):
        data = messages.vary(datas[number % len(datas)], number)
        caremsg.encode(caremsg.decode(data))
        if number in (total // 10, total // 2, total):
            gc.collect()
            found.append((number, resident()))
    return found


def rewrite(batch: list[bytes]) -> list[bytes]:
    """A batch read and written again."""
    import caremsg

    return [caremsg.encode(caremsg.decode(data)) for data in batch]


def pool(count: str) -> list[float]:
    """How many times faster two processes are than one; one figure per round."""
    datas = messages.official(*REPORTS, *LOGISTICS)
    several = [messages.vary(datas[n % len(datas)], n) for n in range(10 * BATCH)]
    batches = [several[n : n + BATCH] for n in range(0, len(several), BATCH)]
    batches *= max(1, int(count) // len(several))
    found = []
    with ProcessPoolExecutor(WORKERS) as executor:
        list(executor.map(rewrite, batches[: 4 * WORKERS]))  # starts them, and compiles
        for batch in batches[:4]:
            rewrite(batch)
        for _ in range(3):
            one = _seconds(lambda: [rewrite(batch) for batch in batches])
            two = _seconds(lambda: list(executor.map(rewrite, batches)))
            found.append(one / two)
    return found


def _seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


if __name__ == "__main__":
    tasks: dict[str, Callable[..., Any]] = {"memory": memory, "steady": steady, "pool": pool}
    print(json.dumps(tasks[sys.argv[1]](*sys.argv[2:])))
