"""A tester holds a folder of messages against what is expected of each.

    python examples/tester_verdicts.py folder

A file whose name begins with `damaged-` is expected to have faults, every other to have none.
The exit code is 1 when one is not as expected. Without a folder the samples are judged.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from caremsg import inspect, samples


def verdict(name: str, data: bytes) -> bool:
    """Print one line, and more when it is not as expected."""
    inspection = inspect(data)
    as_expected = inspection.ok is not name.startswith("damaged-")
    codes = Counter(inspection.report.codes)
    told = ", ".join(f"{code} x{number}" for code, number in codes.items()) or "-"
    print(f"{'as expected' if as_expected else 'NOT EXPECTED':<14}{name:<40}{told}")
    if not as_expected:
        print(inspection.report.summary())
    return as_expected


def main(arguments: list[str]) -> int:
    if arguments:
        files = {path.name: path.read_bytes() for path in sorted(Path(arguments[0]).glob("*.xml"))}
    else:
        files = {name: samples.data(name) for name in samples.names()}
    verdicts = [verdict(name, data) for name, data in files.items()]
    print(f"{sum(verdicts)} of {len(verdicts)} as expected")
    return 0 if all(verdicts) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
