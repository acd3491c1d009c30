"""A database that is locked, stopped or cut off: StoreError meanwhile, and normal after."""

import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from caremsg.errors import StoreError
from caremsg.exchange import Exchange
from caremsg.ledger import Ledger, verify
from tests.faults import receiver_process as process
from tests.faults.conftest import connected, database
from tests.faults.receivers import finish, recorded, sound
from tests.ledger.postgresql import Cluster

HOLDER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute(sys.argv[2])
print("locked", flush=True)
sys.stdin.readline()
connection.execute("ROLLBACK")
"""


class Holder:
    """Another process that holds a lock on a file of SQLite."""

    def __init__(self, where: Path, begin: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", HOLDER, str(where), begin],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == b"locked\n"

    def let_go(self) -> None:
        """Release the lock."""
        if self._process.poll() is None:
            self._process.communicate(b"\n", timeout=30)


@contextmanager
def locked(where: Path, begin: str = "BEGIN IMMEDIATE") -> Generator[Holder]:
    """While another process holds the lock."""
    holder = Holder(where, begin)
    try:
        yield holder
    finally:
        holder.let_go()


@pytest.mark.parametrize("begin", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_locked_too_long(tmp_path: Path, wire: Path, begin: str) -> None:
    """Longer than `wait`: StoreError after that time, nothing recorded, and one can look."""
    where = tmp_path / "ledger.db"
    with Ledger(where, wait=0.3) as ledger:
        finish(ledger, wire, [0])
        head = ledger.head()
        exchange = Exchange(ledger, by="waits")
        with locked(where, begin):
            start = time.monotonic()
            with pytest.raises(StoreError):
                process.take(exchange, 1)
            assert 0.25 < time.monotonic() - start < 5
            with pytest.raises(StoreError):
                exchange.tick(at=process.now())
            assert ledger.head() == head
            assert verify(ledger).ok
        finish(ledger, wire, [1])
        recorded(ledger, [0, 1])
        sound(ledger, wire)


def test_locked_for_a_while(tmp_path: Path, wire: Path) -> None:
    """Shorter than `wait`: it waits, and succeeds."""
    where = tmp_path / "ledger.db"
    with Ledger(where, wait=20) as ledger, locked(where) as holder:
        timer = threading.Timer(0.4, holder.let_go)
        timer.start()
        start = time.monotonic()
        process.take(Exchange(ledger, by="waits"), 0)
        assert time.monotonic() - start > 0.3
        timer.join()
        finish(ledger, wire)
        recorded(ledger, [0])
        sound(ledger, wire)


def test_opened_while_locked(tmp_path: Path, wire: Path) -> None:
    """A ledger that is there can be opened when another process lets go in time."""
    where = tmp_path / "ledger.db"
    Ledger(where).close()
    with locked(where) as holder:
        with pytest.raises(StoreError):
            Ledger(where, wait=0.2)
        timer = threading.Timer(0.3, holder.let_go)
        timer.start()
        with Ledger(where, wait=20) as ledger:
            finish(ledger, wire, [0])
            recorded(ledger, [0])
        timer.join()


def test_a_reader_does_not_stand_in_the_way(tmp_path: Path, wire: Path) -> None:
    """Who reads for long neither waits nor makes wait, and sees one moment."""
    where = tmp_path / "ledger.db"
    with Ledger(where, wait=0.3) as ledger:
        finish(ledger, wire, [0])
        with sqlite3.connect(where) as reader:
            reader.execute("BEGIN")
            before = reader.execute("SELECT count(*) FROM caremsg_log").fetchone()
            finish(ledger, wire, [1])
            assert reader.execute("SELECT count(*) FROM caremsg_log").fetchone() == before
        reader.close()
        recorded(ledger, [0, 1])


# PostgreSQL.


def _every_point(take: Callable[[], object], ledger: Ledger, fault: Callable[[Any], None]) -> int:
    """Do something to a ledger before each statement, and the commit, of a call; how many."""
    left, n = [0], 0

    def statement(connection: Any, *_: object) -> None:
        left[0] -= 1
        if left[0] == 0:
            fault(connection)

    event.listen(ledger.engine, "before_cursor_execute", statement)
    event.listen(ledger.engine, "commit", statement)
    for n in range(1, 100):
        left[0] = n
        try:
            take()
        except StoreError:
            continue
        if left[0] > 0:
            break
    event.remove(ledger.engine, "before_cursor_execute", statement)
    event.remove(ledger.engine, "commit", statement)
    return n - 1


def test_connection_cut(server: Cluster, wire: Path) -> None:
    """Terminated before each statement of a transaction: StoreError, then the same again."""
    with Ledger(database(server)) as ledger, connected(server) as other:
        exchange = Exchange(ledger, by="cut off")
        number = iter(range(0, 10_000, len(process.SAMPLES)))
        taken: list[int] = []
        current = next(number)

        def cut(connection: Any) -> None:
            pid = connection.connection.dbapi_connection.info.backend_pid
            other.execute("SELECT pg_terminate_backend(%s, 5000)", (pid,))

        def take() -> None:
            head = ledger.head()
            try:
                process.take(exchange, current)
            except StoreError:
                assert ledger.head() == head
                raise
            taken.append(current)

        cuts = _every_point(take, ledger, cut)
        assert cuts > 10
        assert taken == [0], "the same message, until it could be recorded"
        finish(ledger, wire)
        recorded(ledger, taken)
        sound(ledger, wire)


def test_idle_connection_cut(server: Cluster, wire: Path) -> None:
    """Terminated between two calls: the next one does not even notice."""
    with Ledger(database(server)) as ledger, connected(server) as other:
        for n in range(3):
            finish(ledger, wire, [n])
            other.execute(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
            )
        recorded(ledger, range(3))
        sound(ledger, wire)


def test_server_stopped_and_started(server: Cluster, wire: Path) -> None:
    """Crashed between two calls: StoreError until it is there again, and nothing is lost."""
    with Ledger(database(server)) as ledger:
        exchange = Exchange(ledger, by="patient")
        process.take(exchange, 0)
        head = ledger.head()
        server.stop("immediate")
        calls: tuple[Callable[[], object], ...] = (
            lambda: process.take(exchange, 1),
            exchange.outbox,
            lambda: exchange.tick(at=process.now()),
            ledger.head,
            lambda: verify(ledger),
            lambda: Ledger(ledger.engine.url.render_as_string(hide_password=False)),
        )
        for call in calls:
            with pytest.raises(StoreError):
                call()
        server.start()
        assert ledger.head() == head
        finish(ledger, wire, [1])
        recorded(ledger, [0, 1])
        sound(ledger, wire)


@pytest.mark.parametrize("point", [1, 3, 8])
def test_server_crashes_in_a_transaction(server: Cluster, wire: Path, point: int) -> None:
    """Crashed in the middle of a transaction: nothing of it is there after the start."""
    with Ledger(database(server)) as ledger:
        exchange = Exchange(ledger, by="patient")
        finish(ledger, wire, [0])
        head = ledger.head()
        left = [point]

        def crash(*_: object) -> None:
            left[0] -= 1
            if left[0] == 0:
                server.stop("immediate")

        event.listen(ledger.engine, "before_cursor_execute", crash)
        with pytest.raises(StoreError):
            process.take(exchange, 1)
        server.start()
        assert ledger.head() == head
        finish(ledger, wire, [1])
        recorded(ledger, [0, 1])
        sound(ledger, wire)


def test_locked_by_another_session(server: Cluster, wire: Path) -> None:
    """Another session holds the lock of the ledger: it waits, and succeeds."""
    with Ledger(database(server)) as ledger, Ledger(ledger.engine.url.render_as_string()) as other:
        entered, leave = threading.Event(), threading.Event()

        def hold() -> None:
            with other.transaction():
                entered.set()
                leave.wait(30)

        thread = threading.Thread(target=hold)
        thread.start()
        assert entered.wait(30)
        timer = threading.Timer(0.4, leave.set)
        timer.start()
        start = time.monotonic()
        finish(ledger, wire, [0])
        assert time.monotonic() - start > 0.3
        thread.join()
        recorded(ledger, [0])
        sound(ledger, wire)
