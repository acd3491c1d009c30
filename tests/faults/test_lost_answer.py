"""PostgreSQL has committed, but the answer is lost: only then "nothing" is not nothing."""

import contextlib
import select
import socket
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from caremsg.errors import StoreError
from caremsg.exchange import Exchange
from caremsg.ledger import Ledger
from tests.faults import receiver_process as process
from tests.faults.conftest import database
from tests.faults.receivers import finish, recorded, sound, wired
from tests.ledger.postgresql import Cluster

NAME = ".s.PGSQL.5432"


class Between:
    """Stands between a ledger and its server; when armed, it loses the answer to a COMMIT."""

    def __init__(self, folder: Path, server: Path) -> None:
        self.armed = False
        self.lost = 0
        self._server = server
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(folder / NAME))
        self._listener.listen()
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                threading.Thread(target=self._pass_on, args=(client,), daemon=True).start()

    def _pass_on(self, client: socket.socket) -> None:
        with client, socket.socket(socket.AF_UNIX) as server, contextlib.suppress(OSError):
            server.connect(str(self._server / NAME))
            while True:
                ready, _, _ = select.select([client, server], [], [])
                for one in ready:
                    data = one.recv(65536)
                    if not data:
                        return
                    (server if one is client else client).sendall(data)
                    if one is client and self.armed and b"COMMIT\0" in data:
                        assert server.recv(65536), "the server did not answer"
                        self.armed, self.lost = False, self.lost + 1
                        return

    def close(self) -> None:
        """Take no more connections."""
        self._listener.close()


@pytest.fixture
def between(server: Cluster) -> Iterator[tuple[Between, str]]:
    """Somebody between, and the URL of a database by way of them."""
    with tempfile.TemporaryDirectory(prefix="between-") as folder:
        made = Between(Path(folder), server.folder)
        yield made, database(server).replace(str(server.folder), folder)
        made.close()


@pytest.mark.parametrize("n", [0, process.TWO_RECEIVERS, process.SENT])
def test_answer_to_commit_is_lost(between: tuple[Between, str], wire: Path, n: int) -> None:
    """The call fails although it was recorded; the same again is harmless."""
    middle, where = between
    with Ledger(where) as ledger:
        exchange = Exchange(ledger, by="cut off")
        head = ledger.head()
        middle.armed = True
        with pytest.raises(StoreError):
            process.take(exchange, n)
        assert middle.lost == 1
        assert ledger.head() != head
        finish(ledger, wire, [n])
        recorded(ledger, [n])
        sound(ledger, wire)


def test_answer_to_handing_over_is_lost(between: tuple[Between, str], wire: Path) -> None:
    """It is noted as handed over although the call failed: it goes over the wire once."""
    middle, where = between
    with Ledger(where) as ledger:
        exchange = Exchange(ledger, by="cut off")
        process.take(exchange, 0)
        (item,) = exchange.outbox()
        process.put_on_wire(str(wire), item)
        middle.armed = True
        with pytest.raises(StoreError):
            exchange.handed_over(item, at=process.now())
        finish(ledger, wire)
        recorded(ledger, [0])
        sound(ledger, wire)
    assert len(wired(wire)) == 1


def test_it_does_not_promise_too_much(between: tuple[Between, str]) -> None:
    """Where it cannot know, the error does not say that nothing was recorded."""
    middle, where = between
    with Ledger(where) as ledger:
        middle.armed = True
        with pytest.raises(StoreError) as error:
            process.take(Exchange(ledger), 0)
        assert ledger.head().seq == 1
        assert "nothing was recorded" not in str(error.value)
