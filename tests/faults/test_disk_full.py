"""A full disk: the call fails, nothing is half recorded, and it works again with space."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from caremsg.errors import StoreError
from caremsg.exchange import Exchange
from caremsg.ledger import Head, Ledger, verify
from tests.faults import receiver_process as process
from tests.faults.receivers import finish, recorded, sound

FILLED = 12  # messages, before it becomes narrow


def take(ledger: Ledger, n: int) -> bool:
    """Take one message in; False when the ledger could not, and recorded nothing of it."""
    before = ledger.head()
    try:
        process.take(Exchange(ledger, by="narrow"), n)
    except StoreError:
        assert ledger.head() == before
        with ledger.transaction():
            assert ledger.letter("in", process.key(n)) is None
            assert ledger.acknowledgements(process.key(n)) == []
        assert verify(ledger).ok
        return False
    return True


class Narrow:
    """Limits how many pages the file of a ledger may have, for connections to come."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.pages = 0
        event.listen(ledger.engine, "connect", self._connected)

    def _connected(self, connection: Any, _: object) -> None:
        if self.pages:
            connection.execute(f"PRAGMA max_page_count={self.pages}")

    def to(self, pages: int) -> None:
        """So many pages; 0: as many as it likes."""
        self.pages = pages
        self.ledger.engine.dispose()

    def now(self) -> int:
        """How many there are."""
        with self.ledger.reading() as connection:
            return int(connection.exec_driver_sql("PRAGMA page_count").scalar_one())


def test_pages_run_out(tmp_path: Path, wire: Path) -> None:
    """However many pages are left, a message is recorded whole or not at all."""
    with Ledger(tmp_path / "ledger.db") as ledger:
        finish(ledger, wire, range(FILLED))
        narrow = Narrow(ledger)
        results: list[bool] = []
        n = FILLED + len(process.SAMPLES) - FILLED % len(process.SAMPLES)
        while not all(results[-3:]) or len(results) < 6:
            narrow.to(narrow.now() + len(results))
            results.append(take(ledger, n))
            n += results[-1] * len(process.SAMPLES)
        assert False in results
        narrow.to(0)
        finish(ledger, wire, [n])
        recorded(ledger, [*range(FILLED), n])
        sound(ledger, wire)


def test_pages_run_out_while_handing_over(tmp_path: Path, wire: Path) -> None:
    """What could not be noted as handed over goes again, as the same document."""
    with Ledger(tmp_path / "ledger.db") as ledger:
        exchange = Exchange(ledger, by="narrow")
        for n in range(FILLED):
            process.take(exchange, n)
        narrow = Narrow(ledger)
        narrow.to(narrow.now())
        with pytest.raises(StoreError):
            finish(ledger, wire)
        assert exchange.outbox(), "it is still to be handed over"
        narrow.to(0)
        finish(ledger, wire)
        recorded(ledger, range(FILLED))
        sound(ledger, wire)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk, in memory."""
    mount, umount = shutil.which("mount"), shutil.which("umount")
    if os.geteuid() != 0 or mount is None or umount is None:
        pytest.skip("only root can mount a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    command = [mount, "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a small disk cannot be mounted here")
    yield folder
    subprocess.run([umount, "-l", str(folder)], check=True)


def _filled(disk: Path, left: int) -> None:
    """Fill a disk, except for so many bytes."""
    filler = disk / "filler"
    filler.unlink(missing_ok=True)
    free = shutil.disk_usage(disk).free
    filler.write_bytes(b"x" * max(free - left, 0))


def _state(ledger: Ledger) -> tuple[Head, int]:
    found = verify(ledger)
    assert found.ok, found.damages[:5]
    return found.head, found.kept


def test_disk_runs_out(disk: Path, wire: Path) -> None:
    """However many bytes are left on the disk, a message is recorded whole or not at all."""
    with Ledger(disk / "ledger.db") as ledger:
        finish(ledger, wire, range(3))
        results: list[bool] = []
        n = 5
        for left in range(0, 40 * 4096, 4096):
            _filled(disk, left)
            results.append(take(ledger, n))
            n += results[-1] * len(process.SAMPLES)
        assert results[0] is False
        assert True in results
        (disk / "filler").unlink()
        state = _state(ledger)
        finish(ledger, wire, [n, n])
        assert _state(ledger) != state
        recorded(ledger, [*range(3), n])
        sound(ledger, wire)


def test_disk_full_at_a_restart(disk: Path, wire: Path) -> None:
    """A ledger that is opened on a full disk says so, or can be looked at; nothing breaks."""
    where = disk / "ledger.db"
    with Ledger(where) as ledger:
        finish(ledger, wire, range(3))
        head = ledger.head()
    for left in range(0, 40 * 4096, 2 * 4096):
        _filled(disk, left)
        try:
            with Ledger(where) as ledger:
                assert _state(ledger)[0] == head
        except StoreError:
            continue
    (disk / "filler").unlink()
    with Ledger(where) as ledger:
        assert ledger.head() == head
        finish(ledger, wire, [3])
        recorded(ledger, range(4))
        sound(ledger, wire)


def test_disk_full_at_the_beginning(disk: Path) -> None:
    """A ledger that could not be made leaves nothing that stands in the way."""
    failures = 0
    for number in range(20):
        where, wire = disk / f"ledger-{number}.db", disk / f"wire-{number}"
        _filled(disk, number * 3 * 4096)
        try:
            Ledger(where).close()
        except StoreError:
            failures += 1
        (disk / "filler").unlink()
        with Ledger(where) as ledger:
            finish(ledger, wire, [0])
            recorded(ledger, [0])
            sound(ledger, wire)
    assert 0 < failures < 20


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="no list of open files here")
def test_no_file_stays_open(tmp_path: Path) -> None:
    """A ledger that could not be opened lets go of its file."""
    where = tmp_path / "ledger.db"
    with Ledger(where) as ledger, ledger.transaction():
        ledger.connection.exec_driver_sql("UPDATE caremsg_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="newer"):
        Ledger(where)
    opened = [path.resolve() for path in Path("/proc/self/fd").iterdir()]
    assert where not in opened
