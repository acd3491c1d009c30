"""The schema of a ledger: what an older version wrote is brought up; models and tables agree."""

import datetime as dt
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, insert, inspect, select, text
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError

import caremsg
from caremsg.exchange import Exchange
from caremsg.ledger import Ledger, erase, letters, verify
from caremsg.ledger.schema import LOG, METADATA
from tests.ledger.conftest import DATABASES, LATER, fill
from tests.ledger.postgresql import Cluster
from tests.unit.exchange import build

SCRIPTS = Path(caremsg.__file__).parent / "ledger" / "migrations"
REVISIONS = ("0001", "0002")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    return config


def _at_revision(where: str, revision: str) -> Engine:
    """A database with the tables of an earlier version, and nothing in them."""
    engine = create_engine(where if "://" in where else f"sqlite:///{where}")
    config = _config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    return engine


def _rows(ledger: Ledger) -> dict[str, list[dict[str, Any]]]:
    with ledger.reading() as connection:
        return {
            table.name: [
                dict(row)
                for row in connection.execute(select(table).order_by(*table.primary_key)).mappings()
            ]
            for table in METADATA.sorted_tables
        }


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    """The rows of a ledger with messages in it."""
    with Ledger(tmp_path_factory.mktemp("written") / "ledger.db") as ledger:
        fill(ledger)
        return _rows(ledger)


def test_the_revisions_are_those_that_are_tested() -> None:
    """A new one is to be added here."""
    scripts = ScriptDirectory.from_config(_config())
    assert tuple(sorted(s.revision for s in scripts.walk_revisions())) == REVISIONS
    assert scripts.get_current_head() == REVISIONS[-1]


@pytest.mark.parametrize("revision", REVISIONS)
def test_an_older_ledger_is_brought_up(
    where: str, revision: str, written: dict[str, list[dict[str, Any]]]
) -> None:
    """With everything in it; it verifies, goes on, and can be erased like a new one."""
    engine = _at_revision(where, revision)
    with engine.begin() as connection:
        for table in METADATA.sorted_tables:
            connection.execute(insert(table), written[table.name])
        if engine.dialect.name == "postgresql":
            sequence = "pg_get_serial_sequence('caremsg_items', 'number')"
            connection.execute(text(f"SELECT setval({sequence}, 100)"))
    engine.dispose()
    with Ledger(where) as ledger:
        assert _rows(ledger) == written
        head = ledger.head()
        assert verify(ledger, head=head).ok
        exchange = Exchange(ledger)
        build.receive(exchange, build.message(build.REPORT, "new"), at=LATER)
        for item in exchange.outbox():
            exchange.handed_over(item, at=LATER)
        assert verify(ledger, head=head).ok
        after = LATER + dt.timedelta(days=1)
        erased = erase(ledger, before=after, at=after, by="x", why="old")
        assert erased
        assert len(list(letters(ledger))) == len(written["caremsg_letters"]) + 1 - erased
        assert verify(ledger, head=head).damages == ()


@pytest.mark.parametrize("revision", REVISIONS)
def test_the_triggers_are_there_after_bringing_it_up(where: str, revision: str) -> None:
    """The log is protected in every version."""
    _at_revision(where, revision).dispose()
    with Ledger(where) as ledger:
        fill(ledger)
        for sql in ("UPDATE caremsg_log SET at = at", "DELETE FROM caremsg_kept"):
            with pytest.raises(DBAPIError, match="only grows"), ledger.engine.begin() as found:
                found.execute(text(sql))


def test_the_models_agree_with_the_tables(request: pytest.FixtureRequest, ledger: Ledger) -> None:
    """What the migrations make is what the program asks for."""
    with ledger.reading() as connection:
        options = {"version_table": "caremsg_version", "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        found = compare_metadata(context, METADATA)
    assert found == []
    names = set(inspect(ledger.engine).get_table_names())
    assert names == {*METADATA.tables, "caremsg_version"}


def test_the_body_of_the_log_alone_may_be_empty(ledger: Ledger) -> None:
    """And the primary keys are those of the models: a comparison does not look at them."""
    looked = inspect(ledger.engine)
    for table in METADATA.sorted_tables:
        key = looked.get_pk_constraint(table.name)["constrained_columns"]
        assert key == [column.name for column in table.primary_key.columns]
        empty = {c["name"] for c in looked.get_columns(table.name) if c["nullable"]}
        assert empty == {"caremsg_log": {"body"}, "caremsg_items": {"sent"}}.get(table.name, set())


def test_opening_again_changes_nothing(filled: Ledger, where: str) -> None:
    """Neither the version nor a row."""
    before = _rows(filled)
    for _ in range(2):
        with Ledger(where) as again:
            assert _rows(again) == before


_OPEN = """
import sys, time
from caremsg.ledger import Ledger
time.sleep(max(float(sys.argv[2]) - time.time(), 0))
with Ledger(sys.argv[1]) as ledger:
    with ledger.transaction():
        ledger.keep(sys.argv[3] * 64, b"x")
"""


@pytest.mark.slow
@pytest.mark.parametrize("database", DATABASES)
def test_several_processes_open_a_new_database_at_once(
    request: pytest.FixtureRequest, tmp_path: Path, database: str
) -> None:
    """It is made once, and all of them go on."""
    where = str(tmp_path / "ledger.db")
    if database == "postgresql":
        cluster: Cluster = request.getfixturevalue(database)
        where = cluster.new_database()
    starts = str(time.time() + 3)
    running = [
        subprocess.Popen(
            [sys.executable, "-c", _OPEN, where, starts, mark],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        for mark in "abcd"
    ]
    said = [process.communicate(timeout=60)[0].decode() for process in running]
    assert [process.returncode for process in running] == [0] * 4, "\n".join(said)
    with Ledger(where) as ledger:
        found = verify(ledger)
        assert found.entries == 4
        with ledger.reading() as connection:
            assert len(connection.execute(select(LOG.c.seq)).all()) == 4
