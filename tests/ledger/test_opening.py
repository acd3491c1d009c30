"""Opening a ledger: what cannot be opened is said clearly, and no value is repeated."""

import os
import sqlite3
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from caremsg.errors import StoreError
from caremsg.exchange import Exchange
from caremsg.ledger import Ledger, letters, verify
from caremsg.ledger.opening import opened
from tests.ledger.conftest import by_hand
from tests.ledger.postgresql import Cluster
from tests.unit.exchange import build

SECRET = "geheim-14854110463"
UNUSABLE = "cannot be used now"
UNKNOWN = "neither a path nor the URL"


@pytest.mark.parametrize(
    "where, said",
    [
        ("{here}/no/such/folder/ledger.db", UNUSABLE),
        ("{here}", UNUSABLE),
        ("", UNUSABLE),
        ("sqlite:///{here}/no/such/folder/ledger.db", UNUSABLE),
        ("mysql://me:" + SECRET + "@host/db", UNKNOWN),
        ("oracle://me:" + SECRET + "@host/db", UNKNOWN),
        ("nonsense://" + SECRET, UNKNOWN),
        ("://" + SECRET, UNKNOWN),
        ("postgresql://me:" + SECRET + "@host:port/db", UNKNOWN),
        ("postgresql+nonsense://me:" + SECRET + "@host/db", UNKNOWN),
        ("postgresql+psycopg://me:" + SECRET + "@/db?host={here}", UNUSABLE),
        ("postgresql+psycopg://me:" + SECRET + "@127.0.0.1:1/db", UNUSABLE),
        ("postgresql+psycopg://me@/db?host={here}&" + SECRET + "=1", UNUSABLE),
    ],
)
def test_a_wrong_place_is_said(where: str, said: str, tmp_path: Path) -> None:
    """In words of ours, without the place, which may hold a password."""
    with pytest.raises(StoreError, match=said) as caught:
        Ledger(where.format(here=tmp_path))
    assert SECRET not in str(caught.value)
    assert str(tmp_path) not in str(caught.value)
    assert caught.value.__suppress_context__


def test_a_database_that_is_not_there_is_said(postgresql: Cluster) -> None:
    """A PostgreSQL is not made like a file."""
    with pytest.raises(StoreError, match=UNUSABLE):
        Ledger(postgresql.url_of(SECRET))


@pytest.mark.parametrize("content", [b"not a database, " * 99, b"SQLite format 3\x00" + b"x" * 99])
def test_a_file_that_is_no_database_is_said(tmp_path: Path, content: bytes) -> None:
    """And it is left as it was."""
    path = tmp_path / "letter.txt"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=UNUSABLE):
        Ledger(path)
    assert path.read_bytes() == content


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """Nothing can be recorded there; looking may be possible."""
    path = tmp_path / "ledger.db"
    with Ledger(path) as ledger:
        build.receive(Exchange(ledger), build.message(build.REPORT, "old"))
        head = ledger.head()
    places = [f"sqlite:///file:{path}?mode=ro&uri=true"]
    if os.name == "posix" and os.geteuid() != 0:  # root may write everything
        path.chmod(0o400)
        places.append(str(path))
    for place in places:
        with Ledger(place) as ledger:
            with pytest.raises(StoreError, match=UNUSABLE):
                build.receive(Exchange(ledger), build.message(build.REPORT, "new"))
            assert verify(ledger, head=head).ok
            assert ledger.head() == head


@pytest.fixture
def engines(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Engine]]:
    """What is opened in a test; it is closed at the end, also when a ledger forgot it."""
    found: list[Engine] = []

    def remembered(*args: Any, **more: Any) -> Engine:
        found.append(opened(*args, **more))
        return found[-1]

    monkeypatch.setattr("caremsg.ledger.ledger.opened", remembered)
    yield found
    for engine in found:
        engine.dispose()


@pytest.mark.usefixtures("engines")
def test_a_newer_schema_is_refused(ledger: Ledger, where: str) -> None:
    """By its number, and with what to do about it; nothing is changed."""
    with ledger.engine.begin() as connection:
        connection.execute(text("UPDATE caremsg_version SET version_num = '9999'"))
    for _ in range(2):
        with pytest.raises(StoreError, match="newer schema 9999; update caremsg"):
            Ledger(where)


def test_a_ledger_that_is_refused_is_let_go(
    ledger: Ledger, where: str, engines: list[Engine]
) -> None:
    """No connection stays open."""
    with ledger.engine.begin() as connection:
        connection.execute(text("UPDATE caremsg_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="newer"):
        Ledger(where)
    pools: list[Any] = [engine.pool for engine in engines]
    assert [pool.checkedin() + pool.checkedout() for pool in pools] == [0]


@pytest.mark.usefixtures("engines")
def test_tables_of_somebody_else_are_left_alone(where: str) -> None:
    """One that is called like ours, in a database that is no ledger."""
    with Ledger(where) as ledger:
        by_hand(ledger, ["DROP TABLE caremsg_version", "DROP TABLE caremsg_log"])
        with pytest.raises(StoreError, match=UNUSABLE):
            Ledger(where)
        with ledger.engine.connect() as connection:
            assert connection.execute(text("SELECT count(*) FROM caremsg_kept")).scalar() == 0
            with pytest.raises(Exception, match="caremsg_log"):
                connection.execute(text("SELECT 1 FROM caremsg_log"))


@pytest.mark.parametrize(
    "name",
    [
        "a b.db",
        "æøå.db",
        "a#b.db",
        ":memory:",
        "a%41.db",
        "a?b=c.db",
    ],
)
def test_a_path_with_odd_characters(tmp_path: Path, name: str) -> None:
    """The file is where it was asked for, and holds everything."""
    path = tmp_path / name
    with Ledger(path) as ledger:
        build.receive(Exchange(ledger), build.message(build.REPORT, "odd"))
    assert path.is_file()
    with Ledger(str(path)) as ledger:
        assert len(list(letters(ledger))) == 1


def test_a_path_may_be_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To where one was when it was opened."""
    monkeypatch.chdir(tmp_path)
    with Ledger("here.db") as ledger:
        monkeypatch.chdir("/")
        assert verify(ledger).ok
    assert (tmp_path / "here.db").is_file()


def test_an_url_without_a_driver_will_do(postgresql: Cluster) -> None:
    """The one that the extra brings is taken."""
    url = postgresql.new_database()
    with Ledger(url.replace("postgresql+psycopg:", "postgresql:")) as ledger:
        assert ledger.engine.dialect.driver == "psycopg"


def test_only_the_owner_may_read_a_new_file(tmp_path: Path) -> None:
    """It is full of patients."""
    if os.name != "posix":
        pytest.skip("there are no such permissions here")
    old = os.umask(0o022)
    try:
        with Ledger(tmp_path / "ledger.db") as ledger:
            build.receive(Exchange(ledger), build.message(build.REPORT, "private"))
            modes = {p.name: oct(p.stat().st_mode & 0o077) for p in tmp_path.iterdir()}
    finally:
        os.umask(old)
    assert set(modes.values()) == {"0o0"}, modes


def test_what_was_recorded_survives_a_crash(tmp_path: Path) -> None:
    """What a transaction has recorded is on the disk: a copy taken at any moment has it."""
    with Ledger(tmp_path / "ledger.db") as ledger:
        with ledger.engine.connect() as connection:
            pragmas = ("journal_mode", "synchronous")
            found = [connection.exec_driver_sql(f"PRAGMA {p}").scalar() for p in pragmas]
        assert found == ["wal", 2]
        build.receive(Exchange(ledger), build.message(build.REPORT, "kept"))
        copy = tmp_path / "copy"
        copy.mkdir()
        for path in tmp_path.glob("ledger.db*"):
            (copy / path.name).write_bytes(path.read_bytes())
        head = ledger.head()
    with Ledger(copy / "ledger.db") as ledger:
        assert verify(ledger, head=head).ok
    with sqlite3.connect(copy / "ledger.db") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


def _forget(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [n for n in sys.modules if n.startswith("caremsg.ledger")]:
        monkeypatch.delitem(sys.modules, name)


@pytest.mark.parametrize("name", ["alembic", "cattrs", "sqlalchemy"])
def test_without_the_extra_it_is_named(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what to install."""
    _forget(monkeypatch)
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ImportError, match=r"pip install 'caremsg\[ledger\]'"):
        import_module("caremsg.ledger")


def test_another_missing_module_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a missing extra gets the advice."""
    _forget(monkeypatch)
    monkeypatch.setitem(sys.modules, "caremsg.ledger.looking", None)
    with pytest.raises(ModuleNotFoundError, match=r"caremsg\.ledger\.looking"):
        import_module("caremsg.ledger")
