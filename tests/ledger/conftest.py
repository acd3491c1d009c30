"""Ledgers for these tests: on SQLite and on PostgreSQL, empty or with some messages in them."""

import datetime as dt
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from caremsg.exchange import Exchange
from caremsg.ledger import Ledger
from caremsg.ledger.guards import unguard
from tests.ledger.postgresql import Cluster, shared, why_not
from tests.unit.exchange import build

AT = build.AT
LATER = AT + dt.timedelta(days=30)
PATIENT = build.ALVHILD
OTHER_PATIENT = build.TORMUND
DATABASES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgresql() -> Cluster:
    """A PostgreSQL that runs; without the programs the test is skipped, or fails under CI."""
    reason = why_not()
    if reason:
        if os.environ.get("CI"):
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    return shared()


@pytest.fixture(params=DATABASES)
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where an empty database is: the path of a file that is not there yet, or an URL."""
    if request.param == "sqlite":
        (tmp_path / "database").mkdir()
        yield str(tmp_path / "database" / "ledger.db")
        return
    found: Cluster = request.getfixturevalue("postgresql")
    made = found.new_database()
    yield made
    found.give_back(made)


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    """A ledger with nothing in it."""
    with Ledger(where, wait=5) as found:
        yield found


@pytest.fixture
def exchange(ledger: Ledger) -> Exchange:
    """An exchange over the ledger."""
    return Exchange(ledger, by="tester")


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """A ledger with some messages in it; see `fill`."""
    fill(ledger)
    return ledger


def fill(ledger: Ledger) -> Exchange:
    """Messages in and out, about two patients, with everything that can be recorded of them."""
    on = Exchange(ledger, by="tester")
    on.send(build.message(build.ADMITTED, "admitted"), at=AT)
    on.send(build.message(build.QUESTION, "question", more=(build.copy_to(build.OFFICE),)), at=AT)
    for item in on.outbox(2):
        on.handed_over(item, at=AT)
    receipt = build.receipt(build.uid("question"), her=build.HOME)
    on.receive(receipt, id=build.uid("unused"), at=AT)
    for name, sample, more in (
        ("report", build.REPORT, {}),
        ("answer", build.ANSWER, {"parent": "question", "patient": PATIENT}),
        ("other", build.REPORT, {"patient": OTHER_PATIENT}),
        ("waiting", build.QUESTION, {"patient": OTHER_PATIENT}),
    ):
        on.receive(build.message(sample, name, **more), id=build.uid(f"ack {name}"), at=AT)
    for item in on.outbox(2):
        on.handed_over(item, at=AT)
    on.tick(at=AT + dt.timedelta(days=10))
    return on


def unlock(connection: Connection) -> None:
    """Drop the triggers, as somebody would who wants to change the log."""
    for table in ("caremsg_log", "caremsg_kept"):
        for statement in unguard(table, connection.dialect.name):
            connection.execute(text(statement))


def by_hand(ledger: Ledger, statements: Iterable[str]) -> None:
    """Change the database past the ledger, without its triggers."""
    with ledger.engine.begin() as connection:
        unlock(connection)
        for statement in statements:
            connection.execute(text(statement))
