"""`verify` finds whatever was done to a ledger by hand."""

import gc
import warnings
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import pytest
from sqlalchemy import Column, LargeBinary, Table, delete, event, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from caremsg.declare.edits import text as text_of
from caremsg.declare.edits import v
from caremsg.exchange import Exchange
from caremsg.ledger import Head, Ledger, Verification, about_patient, letters, verify
from caremsg.ledger.ledger import FIRST, entry_hash
from caremsg.ledger.schema import ITEMS, KEPT, LETTERS, LOG, METADATA
from tests.ledger.conftest import (
    AT,
    DATABASES,
    LATER,
    OTHER_PATIENT,
    PATIENT,
    fill,
    unlock,
)
from tests.ledger.postgresql import Cluster
from tests.unit.exchange import build

Rows = dict[str, list[dict[str, Any]]]
TABLES = METADATA.sorted_tables
EACH_TABLE = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name[8:])


class Attacked:
    """A ledger whose triggers are gone, and which can be put back as it was."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        with ledger.engine.begin() as connection:
            unlock(connection)
        self.rows = self.snapshot()

    def snapshot(self) -> Rows:
        """Every row of every table."""
        with self.ledger.reading() as connection:
            return {
                t.name: [dict(r) for r in connection.execute(select(t)).mappings()] for t in TABLES
            }

    def restore(self) -> None:
        """Put every table back as it was."""
        with self.ledger.engine.begin() as connection:
            for table in TABLES:
                connection.execute(delete(table))
                connection.execute(insert(table), self.rows[table.name])

    def first(self, table: Table) -> dict[str, Any]:
        """A row of a table: always the same."""
        return min(self.rows[table.name], key=lambda row: [str(row[c.name]) for c in _key(table)])

    def do(self, statement: Any) -> Verification:
        """Run a statement, and verify."""
        with self.ledger.engine.begin() as connection:
            assert connection.execute(statement).rowcount != 0
        return self.verify()

    def verify(self) -> Verification:
        """What `verify` finds; it never stops because of what it finds."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)
            try:
                return verify(self.ledger)
            except Exception as error:  # whatever it is
                what = repr(type(error))
            gc.collect()  # what it left open is not another test's business
        pytest.fail(f"verify raised {what}")


def _key(table: Table) -> list[Column[Any]]:
    return list(table.primary_key.columns)


def _here(table: Table, row: dict[str, Any]) -> Any:
    return [column == row[column.name] for column in _key(table)]


@pytest.fixture(scope="module", params=DATABASES)
def once(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Attacked]:
    """One filled ledger for all attacks on a database."""
    if request.param == "sqlite":
        where = str(tmp_path_factory.mktemp("attacked") / "ledger.db")
    else:
        cluster: Cluster = request.getfixturevalue("postgresql")
        where = cluster.new_database()
    with Ledger(where) as ledger:
        fill(ledger)
        yield Attacked(ledger)


@pytest.fixture
def attacked(once: Attacked) -> Iterator[Attacked]:
    """The ledger to attack, which was right before, and is put back afterwards."""
    yield once
    once.restore()
    assert verify(once.ledger).ok


def other(column: Column[Any], value: Any) -> Any:
    """Another value that the column can hold, and that looks right."""
    fixed = {"direction": "out" if value == "in" else "in", "state": "dropped", "sent": str(LATER)}
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1000
    if isinstance(column.type, LargeBinary):
        return value + b" "
    if column.name in fixed:
        return fixed[column.name]
    if column.name in ("at", "due"):
        return value.replace("202", "203", 1)
    if column.name in ("digest", "body_digest", "previous", "hash"):
        return sha256(value.encode()).hexdigest()
    if column.name in ("record", "body"):
        return value.replace('":"', '":"x', 1)
    return f"{value}x"


def shown(found: Verification) -> None:
    """There is damage, and its description holds nothing of a patient."""
    assert not found.ok
    said = repr(found.damages)
    assert PATIENT not in said
    assert OTHER_PATIENT not in said


def _columns(*names: str) -> list[Any]:
    """Every column, or every one with these names, of every table."""
    return [
        pytest.param(t, c, id=f"{t.name[8:]}.{c.name}")
        for t in TABLES
        for c in t.columns
        if c.name in names or not names
    ]


def test_every_table_has_rows_to_attack(once: Attacked) -> None:
    """Otherwise these tests would prove nothing."""
    assert [name for name, rows in once.rows.items() if not rows] == []
    assert verify(once.ledger).ok


@pytest.mark.parametrize("table, column", _columns())
def test_a_changed_value_is_found(attacked: Attacked, table: Table, column: Column[Any]) -> None:
    """In every column of every table."""
    row = attacked.first(table)
    new = other(column, row[column.name])
    assert new != row[column.name]
    shown(attacked.do(update(table).where(*_here(table, row)).values({column.name: new})))


WRONG = ("", "x", "[]", "null", "1", '"x"', "{}", '{"key":{}}', '{"due":1,"key":null}')


@pytest.mark.parametrize("table, column", _columns("record", "body", "due", "at"))
def test_nonsense_is_found(attacked: Attacked, table: Table, column: Column[Any]) -> None:
    """What is no JSON, or other JSON, is damage like any other, and verifying goes on."""
    row = attacked.first(table)
    for wrong in WRONG:
        shown(attacked.do(update(table).where(*_here(table, row)).values({column.name: wrong})))


def test_a_nonsense_entry_with_right_hashes_is_found(attacked: Attacked) -> None:
    """Somebody who can compute a hash can also write nonsense."""
    entry = max(attacked.rows[LOG.name], key=lambda row: row["seq"])
    seq = entry["seq"]
    for wrong in WRONG:
        digest = sha256(wrong.encode()).hexdigest()
        hashed = entry_hash(seq, entry["at"], entry["previous"], digest)
        values = {"body": wrong, "body_digest": digest, "hash": hashed}
        shown(attacked.do(update(LOG).where(LOG.c.seq == seq).values(values)))


def test_an_entry_without_its_content_is_found(attacked: Attacked) -> None:
    """Only what retention has erased may be empty."""
    found = attacked.do(update(LOG).where(LOG.c.seq == 2).values(body=None))
    shown(found)
    assert found.erased == 1


@EACH_TABLE
def test_a_deleted_row_is_found(attacked: Attacked, table: Table) -> None:
    """Every single row of every table."""
    for row in attacked.rows[table.name]:
        if table is LOG and row["seq"] == len(attacked.rows[LOG.name]):
            continue  # the last one: see below
        shown(attacked.do(delete(table).where(*_here(table, row))))
        with attacked.ledger.engine.begin() as connection:
            connection.execute(insert(table), row)
        assert verify(attacked.ledger).ok


@EACH_TABLE
def test_an_emptied_table_is_found(attacked: Attacked, table: Table) -> None:
    """All rows of a table gone."""
    shown(attacked.do(delete(table)))


@EACH_TABLE
def test_an_added_row_is_found(attacked: Attacked, table: Table) -> None:
    """A copy of a row under another identity."""
    row = dict(attacked.first(table))
    column = {"kept": "digest", "items": "number"}.get(table.name[8:], _key(table)[-1].name)
    row[column] = other(table.c[column], row[column])
    if table is ITEMS:
        row["receiver"] += "x"
    shown(attacked.do(insert(table).values(row)))


def test_two_records_that_changed_places_are_found(attacked: Attacked) -> None:
    """Each record is right, and stands in the place of the other."""
    one, two = attacked.rows[LETTERS.name][:2]
    with attacked.ledger.engine.begin() as connection:
        for row, new in ((one, two), (two, one)):
            values = {"record": new["record"]}
            connection.execute(update(LETTERS).where(*_here(LETTERS, row)).values(values))
    shown(attacked.verify())


def _rehash(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    previous = FIRST
    for row in rows:
        digest = sha256(row["body"].encode()).hexdigest()
        hashed = entry_hash(row["seq"], row["at"], previous, digest)
        yield {**row, "body_digest": digest, "previous": previous, "hash": hashed}
        previous = hashed


def test_a_log_that_was_written_anew_is_found_with_a_noted_head(attacked: Attacked) -> None:
    """Whoever computes all hashes again cannot know what was noted elsewhere."""
    ledger = attacked.ledger
    noted = ledger.head()
    rows = sorted(attacked.rows[LOG.name], key=lambda row: row["seq"])
    rows[0] = {**rows[0], "body": rows[0]["body"].replace('"by":"tester"', '"by":"nobody"')}
    with ledger.engine.begin() as connection:
        connection.execute(delete(LOG))
        connection.execute(insert(LOG), list(_rehash(rows)))
    assert {d.table for d in verify(ledger).damages} == {"events"}
    found = verify(ledger, head=noted)
    assert ("log", str(noted.seq)) in {(d.table, d.place) for d in found.damages}


@pytest.mark.parametrize("cut", [1, 2, 5])
def test_entries_cut_off_at_the_end_are_found_with_a_noted_head(
    attacked: Attacked, cut: int
) -> None:
    """Also when everything else agrees with what is left."""
    seq = attacked.ledger.head().seq
    noted = Head(seq + cut, "f" * 64)
    assert verify(attacked.ledger).ok
    found = verify(attacked.ledger, head=noted)
    assert [(d.table, d.place) for d in found.damages] == [("log", str(seq + cut))]
    with attacked.ledger.engine.begin() as connection:
        connection.execute(delete(LOG).where(LOG.c.seq > seq - cut))
    shown(attacked.verify())


def test_an_older_state_is_found_with_a_noted_head(filled: Ledger) -> None:
    """Somebody who puts back a whole earlier state, such as a backup."""
    attacked = Attacked(filled)
    before = filled.head()
    Exchange(filled).receive(build.message(build.REPORT, "new"), id=build.uid("a"), at=LATER)
    noted = filled.head()
    assert noted.seq > before.seq
    assert verify(filled, head=noted).ok
    attacked.restore()
    assert verify(filled).ok
    assert verify(filled, head=before).ok
    shown(verify(filled, head=noted))


@pytest.mark.parametrize("sql", ["UPDATE {} SET {}={}", "DELETE FROM {}"])
@pytest.mark.parametrize("table", [LOG, KEPT], ids=lambda table: table.name[8:])
def test_the_database_itself_refuses(filled: Ledger, table: Table, sql: str) -> None:
    """What only grows cannot be changed or deleted as long as its triggers are there."""
    column = list(table.columns)[-1].name
    with (
        pytest.raises(DBAPIError, match="this table only grows"),
        filled.engine.begin() as connection,
    ):
        connection.execute(text(sql.format(table.name, column, column)))
    assert verify(filled).ok


def test_the_database_itself_refuses_to_replace(filled: Ledger) -> None:
    """The other ways to lose a row: REPLACE of SQLite, TRUNCATE of PostgreSQL."""
    sqlite = filled.engine.dialect.name == "sqlite"
    for table in (LOG, KEPT):
        sql = f"TRUNCATE {table.name}"
        if sqlite:
            names = [column.name for column in table.columns]
            changed = ", ".join([*names[:-1], "'00'"])
            sql = f"INSERT OR REPLACE INTO {table.name} SELECT {changed} FROM {table.name}"
        with pytest.raises(DBAPIError), filled.engine.begin() as connection:
            connection.execute(text(sql))
    assert verify(filled).ok


def test_what_was_verified_is_told(filled: Ledger) -> None:
    """The numbers, and the head to note."""
    found = verify(filled)
    with filled.reading() as connection:
        kept = len(connection.execute(select(KEPT.c.digest)).all())
    assert (found.ok, found.damages, found.erased) == (True, (), 0)
    assert (found.entries, found.head, found.kept) == (filled.head().seq, filled.head(), kept)


def test_an_empty_ledger_is_right(ledger: Ledger) -> None:
    """Nothing was recorded, and nothing is wrong."""
    found = verify(ledger, head=ledger.head())
    assert found.ok
    assert (found.head, found.entries) == (Head(0, FIRST), 0)


def test_verifying_goes_on_while_others_write(filled: Ledger, where: str) -> None:
    """It looks at one moment, whatever is recorded meanwhile."""
    wrote: list[str] = []
    with Ledger(where) as second:

        def write(*args: Any) -> None:
            if "FROM caremsg_kept" in args[2] and not wrote:
                wrote.append("once")
                data = build.message(build.REPORT, "meanwhile")
                Exchange(second).receive(data, id=build.uid("b"), at=LATER)

        event.listen(filled.engine, "before_cursor_execute", write)
        try:
            found = verify(filled)
        finally:
            event.remove(filled.engine, "before_cursor_execute", write)
    assert wrote
    assert found.damages == ()


@pytest.mark.parametrize("kind", ["A:B", ":", "", " ", "æ,;'\"\\", "𝔘"])
def test_strange_identifiers_are_no_damage(ledger: Ledger, exchange: Exchange, kind: str) -> None:
    """A message whose patient is told by a kind of identifier that nobody has heard of."""
    more = (v("MsgInfo/Patient/Ident/TypeId", V=kind), text_of("MsgInfo/Patient/Ident/Id", "1:2"))
    exchange.receive(build.message(build.REPORT, "odd", more=more), id=build.uid("c"), at=AT)
    (letter,) = letters(ledger)
    (patient,) = letter.patient
    assert about_patient(ledger, patient) == [letter]
    assert verify(ledger).damages == ()
