"""Kill -9 at any moment: nothing that was reported is lost, nothing is acknowledged twice."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from caremsg.ledger import Ledger, verify
from tests.faults import receiver_process as process
from tests.faults.receivers import Receivers, finish, recorded, sound, wired

KILLS = 200
EVERY = 50  # kills, between two looks at everything
SIGKILL = -9


@pytest.mark.slow
def test_random_kills(where: str, wire: Path) -> None:
    """Two hundred kills of one ledger, at most 20 ms after one of the first things it said."""
    moments = random.Random(20261125)
    with Receivers(where, wire) as receivers:
        for kill in range(KILLS):
            again = max(receivers.took, default=0) - moments.randrange(3)
            steps, pause = moments.randrange(6), moments.uniform(0, 0.02)
            receivers.killed_after(steps, pause, start=max(again, 0))
            if kill % EVERY == 0:
                with Ledger(where) as ledger:
                    sound(ledger, wire)
        assert receivers.kills == KILLS
        took = receivers.took
    offered = range(max(took) + 1)
    assert len(took) > KILLS / 4, "the receivers were killed before they did anything"
    with Ledger(where) as ledger:
        sound(ledger, wire)
        finish(ledger, wire, set(offered) - took)
        recorded(ledger, offered)
        sound(ledger, wire)


def _kill_at_each_point(receivers: Receivers, first: int, where: str, wire: Path) -> int:
    """Kill at each point of taking one message in and handing over; the number of kills."""
    kills, n = 0, first
    for at in ("statement", "before-commit", "after-commit", "wired"):
        for count in range(200):
            fault = {"at": at, "n": count, "while": "working"}
            receivers.start(start=n, count=1, fault=fault)
            if receivers.ended() == [0]:
                break
            kills += 1
            with Ledger(where) as ledger:
                assert verify(ledger).ok
                finish(ledger, wire, [n])  # the sender has no answer: it sends again
                recorded(ledger, [n])
                sound(ledger, wire)
            n += len(process.SAMPLES)
            if at == "wired":
                break
        n += len(process.SAMPLES)
    return kills


@pytest.mark.parametrize("kind", [process.TWO_RECEIVERS, process.SENT], ids=["received", "sent"])
def test_kill_at_every_point(where: str, wire: Path, kind: int) -> None:
    """Before each statement, and before and after each commit, of one message's life."""
    with Receivers(where, wire) as receivers:
        kills = _kill_at_each_point(receivers, kind, where, wire)
        assert kills > 20
        assert receivers.kills == kills
    with Ledger(where) as ledger:
        sound(ledger, wire)


def test_reported_means_recorded(where: str, wire: Path) -> None:
    """Killed after the commit and before the report: the same message again is a duplicate."""
    with Receivers(where, wire) as receivers:
        fault = {"at": "after-commit", "n": 0, "while": "working"}
        receivers.start(start=0, count=1, fault=fault)
        assert receivers.ended() == [SIGKILL]
        assert receivers.took == set()
        receivers.start(start=0, count=1)
        assert receivers.ended() == [0]
    with Ledger(where) as ledger:
        recorded(ledger, [0])
        sound(ledger, wire)
    assert len(wired(wire)) == 1


def test_killed_between_wire_and_record(where: str, wire: Path) -> None:
    """The transport has it, the ledger does not know: it goes again, as the same document."""
    with Receivers(where, wire) as receivers:
        receivers.start(start=0, count=1, fault={"at": "wired", "n": 0, "while": "working"})
        assert receivers.ended() == [SIGKILL]
    with Ledger(where) as ledger:
        finish(ledger, wire)
        recorded(ledger, [0])
        sound(ledger, wire)
    first, second = wired(wire)
    assert first == second


def test_killed_while_opening(new_places: Iterator[str], wire: Path) -> None:
    """Killed at every third statement while a ledger is made: the next one makes it."""
    with Receivers(next(new_places), wire) as receivers:
        for at in ("statement", "before-commit", "after-commit"):
            for count, where in enumerate(new_places):
                fault = {"at": at, "n": 3 * count, "while": "opening"}
                receivers.start(where=where, start=0, count=0, fault=fault)
                if receivers.ended() == [0]:
                    break
                with Ledger(where) as ledger:
                    assert verify(ledger).ok
        assert receivers.kills > 5


def test_power_cut(tmp_path: Path, wire: Path) -> None:
    """A write-ahead file that ends anywhere: what is left is a beginning, and is intact."""
    where = tmp_path / "full.db"
    with Ledger(where) as ledger:
        finish(ledger, wire, range(10))
        whole = verify(ledger).entries
        for number in range(60):
            cut = tmp_path / f"cut-{number}.db"
            shutil.copy(where, cut)
            log = Path(f"{where}-wal").read_bytes()
            Path(f"{cut}-wal").write_bytes(log[: len(log) * number // 60])
    entries: list[int] = []
    for number in range(60):
        with Ledger(tmp_path / f"cut-{number}.db") as ledger:
            found = verify(ledger)
            assert found.ok, found.damages[:5]
            entries.append(found.entries)
    assert entries == sorted(entries)
    assert entries[-1] <= whole
