"""A complete inbox and outbox in your own database: sqlite3 here, any other will do.

Run it to see a good message, a bad one, a duplicate, and a crash before anything is sent."""

import datetime as dt
import sqlite3
import tempfile
import uuid
from collections.abc import Callable

from caremsg import samples
from caremsg.exchange import Reception, read_directory, receive

OURS = read_directory(b'[[organisation]]\nids = ["HER:9900200"]\nservices = ["HER:9900201"]')
TABLES = """CREATE TABLE IF NOT EXISTS inbox (msg_id TEXT PRIMARY KEY, digest, at, reason, data);
            CREATE TABLE IF NOT EXISTS outbox (id TEXT PRIMARY KEY, data, sent, answer);"""
SEEN = "SELECT max(digest) FROM inbox WHERE msg_id = ?"
ANSWERED = "UPDATE outbox SET answer = ? WHERE id = ? AND ifnull(answer, 'UNKNOWN') = 'UNKNOWN'"


def opened(file: str) -> sqlite3.Connection:
    return sqlite3.connect(file, isolation_level=None).executescript(TABLES).connection


def take_in(db: sqlite3.Connection, data: bytes, at: dt.datetime) -> Reception:
    """All of it or nothing. Only after this, tell the transport that you have the message."""
    with db:
        db.execute("BEGIN IMMEDIATE")  # from here to the end nobody else files anything
        seen = lambda key: db.execute(SEEN, (key,)).fetchone()[0]  # noqa: E731
        found = receive(data, id=str(uuid.uuid4()), at=at, directory=OURS, seen=seen)
        # What is neither filed nor answered goes by its digest, and keeps no good copy out.
        head = found.original if found.taken_in or found.acknowledgements else None
        key = head.key if head and head.key else f"sha256:{found.digest}"
        row = (key, found.digest, at.isoformat(), found.reason.value, found.data)
        if db.execute("INSERT OR IGNORE INTO inbox VALUES (?, ?, ?, ?, ?)", row).rowcount:
            made = [(one.id, one.data) for one in found.acknowledgements]
            db.executemany("INSERT INTO outbox (id, data) VALUES (?, ?)", made)
        if found.receipt:  # of something sent from here; the first that can be read counts
            db.execute(ANSWERED, (found.receipt.outcome.name, found.receipt.key))
    return found


def send(db: sqlite3.Connection, transport: Callable[[bytes], object], at: dt.datetime) -> None:
    """Hand over what waits. After a crash the same octets go twice, which receivers ignore."""
    for id, data in db.execute("SELECT id, data FROM outbox WHERE sent IS NULL").fetchall():
        transport(data)
        db.execute("UPDATE outbox SET sent = ? WHERE id = ?", (at.isoformat(), id))


if __name__ == "__main__":
    now, folder = dt.datetime.now(dt.UTC), tempfile.TemporaryDirectory()
    db = opened(f"{folder.name}/own.db")
    for name in ("innleggelsesrapport-1.5", "damaged-truncated", "innleggelsesrapport-1.5"):
        print(f"{name:<26}{take_in(db, samples.data(name), now).reason.text.en}")
    db.close()  # a crash: all is decided, nothing is sent
    db = opened(f"{folder.name}/own.db")
    send(db, lambda data: print(f"sent: {len(data)} octets"), now)
    db.close()
    folder.cleanup()
