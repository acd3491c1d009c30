"""Opening the database of a ledger: SQLite as a file, PostgreSQL by its URL; and its schema."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from caremsg.errors import StoreError

from .statements import LOCK

__all__ = ["failed", "migrate", "only_looking", "opened", "revision"]


def failed(error: Exception) -> StoreError:
    """Our own error for one of the database; its text may hold values, so it is left out."""
    kind = type(getattr(error, "orig", None) or error).__name__
    return StoreError(f"the ledger cannot be used now ({kind}); nothing was half recorded")


def _no_ledger() -> StoreError:
    return StoreError("there is no ledger here")


def opened(where: str | os.PathLike[str], wait: float, *, make: bool = True) -> Engine:
    """The engine of a database: a path is a file of SQLite, an URL is what SQLAlchemy takes."""
    url = os.fspath(where)
    try:
        if "://" not in url:
            path = Path(url).absolute()
            if make:
                _only_for_its_owner(path)
            return _sqlite(URL.create("sqlite", database=str(path)), wait)
        if url.startswith("sqlite"):
            file = make_url(url)
            if not make and not Path(file.database or "").is_file():
                raise _no_ledger()
            return _sqlite(file, wait)
        return _postgresql(url) if url.startswith("postgresql") else _unknown()
    except (ArgumentError, ImportError, ValueError):
        raise StoreError("this is neither a path nor the URL of a database that is known") from None


def _unknown() -> Engine:
    raise ValueError("another database")


def only_looking(connection: Connection) -> dict[str, Any]:
    """The options of a connection that sees one moment, whatever others write meanwhile."""
    if connection.dialect.name == "postgresql":
        return {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    return {"only_looks": True}


def _postgresql(url: str) -> Engine:
    # What was reported as recorded must be on the disk, whatever the server is set to.
    durable = {"options": "-c synchronous_commit=on"}
    found = make_url(url)
    if "+" not in found.drivername:  # the driver that the extra brings
        found = found.set(drivername="postgresql+psycopg")
    return create_engine(found, pool_pre_ping=True, connect_args=durable)


def _write_ahead(connection: Any, wait: float) -> None:
    """Switch to a write-ahead log; SQLite does not wait for others who do so just now."""
    end = time.monotonic() + wait
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > end:
                raise
            time.sleep(0.02)
        else:
            return


def _only_for_its_owner(path: Path) -> None:
    """Make a new file such that nobody else can read it; SQLite makes those beside it alike."""
    with suppress(OSError):  # it is there already, or cannot be made: opening it will tell
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _sqlite(url: URL, wait: float) -> Engine:
    # A connection of its own for each transaction of each thread; opening a file costs little.
    engine = create_engine(url, connect_args={"timeout": wait, "isolation_level": None})

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _: Any) -> None:
        _write_ahead(connection, wait)
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute(f"PRAGMA busy_timeout={int(wait * 1000)}")

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        only_looks = connection.get_execution_options().get("only_looks", False)
        connection.exec_driver_sql("BEGIN" if only_looks else "BEGIN IMMEDIATE")

    return engine


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", "caremsg.ledger:migrations")
    return config


def revision(connection: Connection) -> str | None:
    """The version of the schema that a database has; None: no ledger yet."""
    options = {"version_table": "caremsg_version"}
    found: str | None = MigrationContext.configure(connection, opts=options).get_current_revision()
    return found


def migrate(engine: Engine, *, make: bool = True) -> None:
    """Bring the schema of a database up to this version. Raises StoreError when it is newer.

    Without `make`, also when there is none.
    """
    config = _config()
    scripts = ScriptDirectory.from_config(config)
    try:
        with engine.begin() as connection:
            if engine.dialect.name == "postgresql":
                connection.execute(LOCK)
            found = revision(connection)
            if found is None and not make:
                raise _no_ledger()
            if found == scripts.get_current_head():
                return
            if found is not None and found not in {s.revision for s in scripts.walk_revisions()}:
                raise StoreError(f"the ledger has the newer schema {found}; update caremsg")
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except (SQLAlchemyError, CommandError) as error:
        raise failed(error) from None
