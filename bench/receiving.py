"""How long receiving takes, beside reading; a ledger, beside a bare insert of the same bytes."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import caremsg
from bench import messages
from bench.checking import examples
from bench.messages import REPORTS
from bench.setup import Setup
from bench.speed import each
from bench.stats import Row, Target, interleave, rows
from caremsg.check import RECEIVING, check
from caremsg.exchange import Exchange, receive

DECODE = "caremsg decode"
AT = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
ID = "7d1b8f0e-9a53-4c1e-8f0a-52f1f7a40001"
_PROCESSES = 4
_URL = "CAREMSG_POSTGRESQL"
"""The variable with the URL of a PostgreSQL database to measure with; without it, none is."""


def receiving(setup: Setup) -> list[Row]:
    """Reading, judging, deciding and acknowledging, without a ledger."""
    heads = [d for d in examples() if b"MsgHead" in d[:2000]]
    contenders = {
        DECODE: each(caremsg.decode, heads),
        "caremsg check, policy for receiving": each(partial(check, policy=RECEIVING), heads),
        "caremsg receive": each(partial(receive, id=ID, at=AT), heads),
    }
    samples = interleave(contenders, setup.rounds, tell=setup.tell)
    targets = {"caremsg receive": Target(4)}
    return rows(f"receive {len(heads)} official examples", samples, DECODE, targets)


def ledger(setup: Setup) -> list[Row]:
    """Messages per second into a ledger, by one process and by four, beside a bare insert."""
    count = 200 if setup.rounds < 20 else 1_000
    found: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        sqlite = _both("SQLite", str(path / "ledger.db"), _bare_sqlite(path / "bare.db"), count)
        found += sqlite
        setup.tell("sqlite")
    url = os.environ.get(_URL)
    if not url:
        return [*found, Row("ledger on PostgreSQL", "caremsg", None, note=f"{_URL} is not set")]
    return found + _both("PostgreSQL", url, _bare_postgresql(url), count)


def _both(name: str, where: str, bare: Callable[[Iterator[bytes]], None], count: int) -> list[Row]:
    """One writer, four processes, and a bare insert of the same octets, each commit durable."""
    group = f"ledger on {name}"
    began = time.perf_counter()
    bare(varied(count, "b"))
    inserted = count / (time.perf_counter() - began)
    one = _alone(where, count)
    four = _together(where, count)
    return [
        Row(group, "bare insert and commit of the message", inserted, "per second"),
        Row(group, "caremsg, one process", one, "per second"),
        Row(group, f"caremsg, {_PROCESSES} processes", four, "per second"),
        Row(group, "one process, beside the bare insert", inserted / one, "×"),
        Row(group, f"{_PROCESSES} processes, beside the bare insert", inserted / four, "×"),
    ]


def varied(count: int, label: str) -> Iterator[bytes]:
    """An official report again and again, each with an identifier of its own."""
    data = messages.official(REPORTS[0])[0]
    old = caremsg.decode(data).msg_info.msg_id.encode()  # type: ignore[attr-defined]
    for number in range(count):
        name = f"{label}{os.getpid()}-{number}-{time.time_ns()}"
        yield data.replace(old, str(uuid.uuid5(uuid.NAMESPACE_OID, name)).encode())


def _alone(where: str, count: int) -> float:
    from caremsg.ledger import Ledger

    with Ledger(where) as found:
        exchange = Exchange(found)
        began = time.perf_counter()
        for data in varied(count, "a"):
            exchange.receive(data, id=str(uuid.uuid4()), at=AT)
        return count / (time.perf_counter() - began)


def _together(where: str, count: int) -> float:
    """Each process says when it is ready, and all begin at once."""
    command = [sys.executable, "-m", "bench.receiving", where, str(count // _PROCESSES)]
    pipe = subprocess.PIPE
    running = [subprocess.Popen(command, stdin=pipe, stdout=pipe) for _ in range(_PROCESSES)]
    for process in running:
        assert process.stdout is not None
        process.stdout.readline()
    began = time.perf_counter()
    for process in running:
        assert process.stdin is not None
        process.stdin.write(b"go\n")
        process.stdin.flush()
    for process in running:
        assert process.stdout is not None
        process.stdout.readline()
    taken = time.perf_counter() - began
    for process in running:
        process.communicate()
    return count / taken


def _worker(where: str, count: int) -> None:
    from caremsg.ledger import Ledger

    with Ledger(where) as found:
        exchange = Exchange(found)
        exchange.receive(next(varied(1, "w")), id=str(uuid.uuid4()), at=AT)
        print("ready", flush=True)
        sys.stdin.readline()
        for data in varied(count, "p"):
            exchange.receive(data, id=str(uuid.uuid4()), at=AT)
        print("done", flush=True)


def _bare_sqlite(path: Path) -> Callable[[Iterator[bytes]], None]:
    def insert(datas: Iterator[bytes]) -> None:
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, data BLOB)")
        for data in datas:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO bare (data) VALUES (?)", (data,))
            connection.execute("COMMIT")
        connection.close()

    return insert


def _bare_postgresql(url: str) -> Callable[[Iterator[bytes]], None]:
    def insert(datas: Iterator[bytes]) -> None:
        import psycopg

        with psycopg.connect(url.replace("+psycopg", "")) as connection:
            connection.execute("CREATE TABLE IF NOT EXISTS bare (id serial, data bytea)")
            for data in datas:
                connection.execute("INSERT INTO bare (data) VALUES (%s)", (data,))
                connection.commit()

    return insert


def steady(setup: Setup) -> list[Row]:
    """Memory of a process that receives many messages into a ledger."""
    from bench.tasks import resident
    from caremsg.ledger import Ledger

    count = setup.steady
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder, "ledger.db")) as found:
        exchange = Exchange(found)
        seen: list[int] = []
        for number, data in enumerate(varied(count, "m")):
            exchange.receive(data, id=str(uuid.uuid4()), at=AT)
            if number in (count // 10, count - 1):
                seen.append(resident())
    grown = (seen[1] - seen[0]) / 1e6
    return [Row(f"memory of receiving {count:,} messages", "growth", grown, "MB", Target(20))]


if __name__ == "__main__":
    _worker(sys.argv[1], int(sys.argv[2]))
