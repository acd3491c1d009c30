"""What the fault tests have in common: processes to be killed, and what must be true after."""

import base64
import json
import os
import re
import select
import signal
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import text

from caremsg.exchange import Exchange, Happening
from caremsg.ledger import Ledger, letters, verify
from tests.faults import receiver_process as process

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0
"""Seconds after which a process that says nothing is a fault of its own."""


class Receivers:
    """A parent that forks receivers on one ledger, and listens to what they say."""

    def __init__(self, where: str, wire: Path, wait: float = 30.0) -> None:
        self.took: set[int] = set()
        self.said: list[str] = []
        self.kills = 0
        self._buffer = b""
        self._running = 0
        self._process = subprocess.Popen(
            [sys.executable, process.__file__, where, str(wire), str(wait)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        self.until("warm")

    def start(self, **order: Any) -> None:
        """Fork one receiver, or several."""
        stdin = self._process.stdin
        assert stdin is not None
        stdin.write(json.dumps(order).encode() + b"\n")
        stdin.flush()
        self._running += order.get("processes", 1)

    def line(self) -> tuple[int, str, str]:
        """The next thing that was said: who, what, and about what."""
        stdout = self._process.stdout
        assert stdout is not None
        while b"\n" not in self._buffer:
            ready, _, _ = select.select([stdout], [], [], PATIENCE)
            data = os.read(stdout.fileno(), 65536) if ready else b""
            assert data, f"a receiver says nothing any more; the last: {self.said[-5:]}"
            self._buffer += data
        line, _, self._buffer = self._buffer.partition(b"\n")
        self.said.append(line.decode())
        who, what, *more = line.decode().split(" ", 2)
        if what == "took":
            self.took.add(int(more[0]))
        elif what == "ended":
            self._running -= 1
            self.kills += more[0] == str(-signal.SIGKILL)
        return int(who), what, "".join(more)

    def until(self, what: str) -> tuple[int, str]:
        """Listen until something is said: who said it, and about what."""
        while True:
            who, said, more = self.line()
            assert said != "failed", more
            if said == what:
                return who, more

    def ended(self) -> list[int]:
        """Listen until all have ended; how."""
        found: list[int] = []
        while self._running:
            found.append(int(self.until("ended")[1]))
        return found

    def killed_after(self, steps: int, seconds: float, **order: Any) -> None:
        """Start one receiver; kill it some time after it has told so many steps."""
        self.start(**order)
        who, _ = self.until("ready")
        for _ in range(steps):
            self.line()
        time.sleep(seconds)
        os.kill(who, signal.SIGKILL)
        assert self.ended() == [-signal.SIGKILL]

    def close(self) -> None:
        """End the parent, and whatever still runs."""
        self._process.communicate(timeout=PATIENCE)

    def __enter__(self) -> "Receivers":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            self._process.kill()
        self.close()


def wired(wire: Path) -> list[dict[str, Any]]:
    """What the transport has taken, in order; not a line that was torn by a kill."""
    found: list[dict[str, Any]] = []
    for line in wire.read_bytes().split(b"\n") if wire.exists() else ():
        if line.startswith(b"{") and line.endswith(b"}"):
            record = json.loads(line)
            found.append({**record, "data": base64.b64decode(record["data"])})
    return found


def finish(ledger: Ledger, wire: Path, more: Iterable[int] = ()) -> None:
    """What happens after a restart: take what was not confirmed again, empty the outbox."""
    exchange = Exchange(ledger, by="restarted")
    for n in more:
        process.take(exchange, n)
    process.hand_over(exchange, str(wire), lambda _: None)


def recorded(ledger: Ledger, numbers: Iterable[int]) -> None:
    """Assert that each message is there with its octets and its acknowledgements, all sent."""
    with ledger.transaction():
        for n in numbers:
            letter = ledger.letter("out" if process.is_sent(n) else "in", process.key(n))
            assert letter is not None, f"{n} was reported, and is not there"
            assert ledger.octets(letter.digest) == process.message(n)
            items = ledger.acknowledgements(letter.key)
            assert len(items) == process.ANSWERS[n % len(process.SAMPLES)]
            assert all(item.sent for item in items)
            assert not any(delivery.waits for delivery in ledger.deliveries(letter.key))


def sound(ledger: Ledger, wire: Path) -> None:
    """Assert what must be true at any time: nothing damaged, twice, or out of nowhere."""
    found = verify(ledger)
    assert found.ok, found.damages[:5]
    with ledger.reading() as connection:
        rows = connection.execute(text("SELECT key, receiver, digest FROM caremsg_items")).all()
        events = connection.execute(text("SELECT key, happening FROM caremsg_events")).all()
    digests = {(row.key, row.receiver): row.digest for row in rows}
    assert len(digests) == len(rows), "two acknowledgements of a message by one receiver"
    filed = {(letter.direction, letter.key): letter for letter in letters(ledger)}
    decided = (Happening.TAKEN_IN.value, Happening.REFUSED.value, Happening.SENT.value)
    times = Counter(row.key for row in events if row.happening in decided)
    assert times == dict.fromkeys((k for _, k in filed), 1)
    _wire_agrees(wire, digests, filed)


def _wire_agrees(wire: Path, digests: dict[Any, str], filed: dict[Any, Any]) -> None:
    documents: dict[tuple[str, str], set[bytes]] = defaultdict(set)
    for record in wired(wire):
        place, data = (record["key"], record["receiver"]), record["data"]
        documents[place].add(_id(data))
        digest = sha256(data).hexdigest()
        if record["kind"] == "acknowledgement":
            assert ("in", place[0]) in filed, "acknowledged, but not recorded"
            assert place[0].encode() in data.lower(), "it acknowledges another message"
            assert digests[place] == digest, "the wire got another acknowledgement"
        else:
            assert filed["out", place[0]].digest == digest
    assert all(len(ids) == 1 for ids in documents.values())


def _id(data: bytes) -> bytes:
    """The identifier of an acknowledgement or a message."""
    found = re.search(rb"<(?:\w+:)?(?:Msg)?Id>([^<]+)<", data)
    assert found is not None
    return found[1]
