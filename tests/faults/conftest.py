"""Ledgers for the fault tests: each kind of database, and a wire."""

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from tests.ledger.postgresql import Cluster, cluster, why_not

KINDS = ("sqlite", "postgresql")


@pytest.fixture(scope="module")
def server() -> Iterator[Cluster]:
    """A PostgreSQL of our own; without one the test is skipped (under CI it fails)."""
    reason = why_not()
    if reason and os.environ.get("CI"):
        pytest.fail(reason, pytrace=False)
    if reason:
        pytest.skip(reason)
    with cluster() as made:
        yield made


def database(server: Cluster) -> str:
    """A new database of ours, in which a commit that was answered survives a crash."""
    url = server.new_database()
    name = urlsplit(url).path.strip("/")
    with connected(server) as connection:
        connection.execute(f"ALTER DATABASE {name} SET synchronous_commit = on".encode())
    return url


def connected(server: Cluster, name: str = "postgres") -> psycopg.Connection:
    """A connection past the ledger."""
    where = f"host={server.folder} user=postgres dbname={name}"
    return psycopg.connect(where, autocommit=True)


def _emptied(server: Cluster) -> Iterator[str]:
    """One database, again and again: much faster than to make a new one."""
    url = database(server)
    while True:
        with connected(server, urlsplit(url).path.strip("/")) as connection:
            connection.execute("DROP SCHEMA public CASCADE")
            connection.execute("CREATE SCHEMA public")
        yield url


@pytest.fixture(params=KINDS)
def new_places(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where ledgers can be made, one after the other, for each kind of database."""
    if request.param == "sqlite":
        return (str(tmp_path / f"ledger-{number}.db") for number in range(1000))
    server: Cluster = request.getfixturevalue("server")
    return _emptied(server)


@pytest.fixture
def where(new_places: Iterator[str]) -> str:
    """Where a ledger can be made, for each kind of database."""
    return next(new_places)


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    """The file that stands for the transport."""
    return tmp_path / "wire"
