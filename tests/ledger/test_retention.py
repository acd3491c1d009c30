"""Erasing: what is old and finished goes wholly, and the log still proves that it was there."""

import datetime as dt
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from caremsg.errors import InputError, StoreError
from caremsg.exchange import Exchange, Identifier
from caremsg.ledger import Ledger, about_patient, erase, letters, story, verify
from caremsg.ledger.schema import KEPT, LOG, METADATA
from tests.ledger.conftest import AT, LATER, PATIENT
from tests.ledger.conftest import by_hand as change
from tests.ledger.test_ledger import event
from tests.unit.exchange import build

DAY = dt.timedelta(days=1)
WHY = {"by": "archivist", "why": "ten years have passed"}
NAMES = ("Alvhild", "14854110463", "Prøvestad", "Blåklokkeveien")


def keys(ledger: Ledger) -> set[str]:
    """What is there: by the names of the tests."""
    known = {build.uid(name): name for name in ("old", "new", "asked", "answer", "sent", "two")}
    return {known[letter.key] for letter in letters(ledger)}


def receive(on: Exchange, name: str, at: dt.datetime = AT, sample: str = "", **more: Any) -> None:
    """A message that comes in, and is acknowledged at once."""
    build.receive(on, build.message(sample or build.REPORT, name, **more), at=at)
    build.hand_all(on, at)


def gone(ledger: Ledger, before: dt.datetime = AT + DAY, at: dt.datetime = LATER) -> int:
    """Erase, and see that everything is right afterwards."""
    head = ledger.head()
    count = erase(ledger, before=before, at=at, **WHY)
    found = verify(ledger, head=head)
    assert found.damages == ()
    assert verify(ledger, head=ledger.head()).ok
    return count


def test_what_is_old_is_erased(ledger: Ledger, exchange: Exchange) -> None:
    """And what is newer stays as it was."""
    receive(exchange, "old")
    receive(exchange, "new", LATER)
    (new,) = story(ledger, build.uid("new"))
    entries = ledger.head().seq
    assert gone(ledger) == 1
    assert keys(ledger) == {"new"}
    assert story(ledger, build.uid("new")) == (new,)
    assert verify(ledger).erased > 0
    assert ledger.head().seq == entries + 1
    with ledger.transaction():
        assert ledger.acknowledgements(build.uid("old")) == []
        assert len(ledger.acknowledgements(build.uid("new"))) == 1


def test_erasing_again_finds_nothing(ledger: Ledger, exchange: Exchange) -> None:
    """And leaves no entry."""
    receive(exchange, "old")
    assert gone(ledger) == 1
    head = ledger.head()
    assert gone(ledger) == 0
    assert ledger.head() == head


def test_who_erased_what_and_why_is_in_the_log(ledger: Ledger, exchange: Exchange) -> None:
    """In an entry that stays for ever."""
    receive(exchange, "old")
    gone(ledger)
    gone(ledger, before=LATER + DAY)
    with ledger.reading() as connection:
        last = connection.execute(select(LOG).order_by(LOG.c.seq.desc()).limit(1)).one()
    assert '"by":"archivist"' in last.body
    assert WHY["why"] in last.body
    assert build.uid("old") in last.body
    assert dt.datetime.fromisoformat(last.at) == LATER


@pytest.mark.parametrize("why", ["", " ", "\n\t"])
def test_a_reason_is_needed(ledger: Ledger, exchange: Exchange, why: str) -> None:
    """Without one nothing is erased."""
    receive(exchange, "old")
    with pytest.raises(InputError, match="needs a reason"):
        erase(ledger, before=LATER, at=LATER, by="x", why=why)
    assert keys(ledger) == {"old"}


def test_the_very_moment_is_not_before(ledger: Ledger, exchange: Exchange) -> None:
    """What was recorded at the time itself stays; its zone does not matter."""
    receive(exchange, "old")
    zone = dt.timezone(dt.timedelta(hours=5))
    assert gone(ledger, before=AT.astimezone(zone)) == 0
    assert gone(ledger, before=(AT + dt.timedelta(microseconds=1)).astimezone(zone)) == 1


@pytest.mark.parametrize("late", [False, True])
def test_what_is_awaited_stays(ledger: Ledger, exchange: Exchange, late: bool) -> None:
    """As long as it is open or overdue; and goes when it has come."""
    exchange.send(build.message(build.REPORT, "sent"), at=AT)
    build.hand_all(exchange)
    if late:
        exchange.tick(at=AT + 10 * DAY)
    assert gone(ledger, before=LATER) == 0
    assert keys(ledger) == {"sent"}
    exchange.receive(build.receipt(build.uid("sent")), id=build.uid("unused"), at=AT + 11 * DAY)
    with ledger.transaction():
        assert {d.state.value for d in ledger.deadlines("out", build.uid("sent"))} == {
            "met-late" if late else "met"
        }
    assert gone(ledger, before=LATER) == 1
    assert keys(ledger) == set()


def test_what_is_linked_to_what_stays_stays(ledger: Ledger, exchange: Exchange) -> None:
    """A question stays with its answer, and both go together."""
    receive(exchange, "asked", sample=build.REPORT)
    receive(exchange, "answer", LATER, sample=build.REPORT, parent="asked", status="M")
    assert gone(ledger) == 0
    assert keys(ledger) == {"asked", "answer"}
    assert gone(ledger, before=LATER + DAY, at=LATER + DAY) == 2
    assert keys(ledger) == set()


def test_what_waits_for_what_is_not_linked_goes(ledger: Ledger, exchange: Exchange) -> None:
    """Messages that have nothing to do with each other are erased by themselves."""
    exchange.send(build.message(build.REPORT, "sent"), at=AT)
    exchange.send(build.message(build.REPORT, "two", patient=build.TORMUND), at=AT)
    build.hand_all(exchange)
    exchange.tick(at=AT + 10 * DAY)  # one entry tells that both are overdue
    exchange.receive(build.receipt(build.uid("sent")), id=build.uid("x"), at=AT + 11 * DAY)
    assert gone(ledger, before=LATER) == 1
    assert keys(ledger) == {"two"}


def test_the_outbox_is_not_erased(ledger: Ledger, exchange: Exchange) -> None:
    """What nobody has taken yet is still to be sent."""
    build.receive(exchange, build.message(build.REPORT, "old"))
    waiting = exchange.outbox()
    assert waiting
    gone(ledger)
    assert exchange.outbox() == waiting


def test_one_key_in_both_directions(ledger: Ledger, exchange: Exchange) -> None:
    """A message that was sent here and received here: the newer side keeps the older."""
    data = build.message(build.REPORT, "two")
    build.receive(exchange, data)
    build.hand_all(exchange)
    exchange.send(data, at=LATER)
    assert gone(ledger) == 0
    assert [told.data for told in story(ledger, build.uid("two"))] == [data] * 2


def test_acknowledgements_of_nothing_go_too(ledger: Ledger, exchange: Exchange) -> None:
    """Octets that belong to no message are old like others."""
    build.receive(exchange, build.receipt(build.uid("nobody")))
    with ledger.reading() as connection:
        assert len(connection.execute(select(KEPT.c.digest)).all()) == 1
    assert gone(ledger) == 0
    with ledger.reading() as connection:
        assert connection.execute(select(KEPT.c.digest)).all() == []


def test_the_same_octets_after_erasing(ledger: Ledger, exchange: Exchange) -> None:
    """A message that comes again is new; and it is missed when somebody takes it away."""
    receive(exchange, "old")
    gone(ledger)
    receive(exchange, "old", LATER)
    assert keys(ledger) == {"old"}
    assert verify(ledger).damages == ()
    (told,) = story(ledger, build.uid("old"))
    change(ledger, [f"DELETE FROM caremsg_kept WHERE digest = '{told.letter.digest}'"])
    assert {d.table for d in verify(ledger).damages} == {"kept"}


def test_what_was_erased_cannot_be_put_back(ledger: Ledger, exchange: Exchange) -> None:
    """Octets that come back by hand are damage."""
    receive(exchange, "old")
    (told,) = story(ledger, build.uid("old"))
    gone(ledger)
    with ledger.engine.begin() as connection:
        assert told.data is not None
        connection.execute(KEPT.insert().values(digest=told.letter.digest, data=told.data))
    assert {d.table for d in verify(ledger).damages} == {"kept"}


def test_the_triggers_are_back_after_erasing(ledger: Ledger, exchange: Exchange) -> None:
    """All six of them; also when erasing fails."""
    before = _triggers(ledger)
    assert len(before) == 6
    receive(exchange, "old")
    ledger.note = _fail  # type: ignore[method-assign, assignment]
    with pytest.raises(StoreError, match="full disk"):
        erase(ledger, before=LATER, at=LATER, **WHY)
    del ledger.note
    assert _triggers(ledger) == before
    assert keys(ledger) == {"old"}
    assert verify(ledger).erased == 0
    assert gone(ledger) == 1
    assert _triggers(ledger) == before


def _fail(*_: Any, **__: Any) -> None:
    raise StoreError("full disk")


def _triggers(ledger: Ledger) -> list[tuple[str, str]]:
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
    if ledger.engine.dialect.name == "postgresql":
        query = (
            "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger "
            "WHERE NOT tgisinternal ORDER BY tgname"
        )
    with ledger.reading() as connection:
        return [(row[0], row[1]) for row in connection.execute(text(query))]


@pytest.mark.slow
def test_more_than_a_batch(ledger: Ledger, exchange: Exchange) -> None:
    """More entries than one statement takes."""
    receive(exchange, "old")
    (letter,) = letters(ledger)
    for number in range(1100):
        with ledger.transaction():
            ledger.keep(f"{number:064}", b"")
            ledger.write(event(letter.key))
    erase(ledger, before=LATER, at=LATER, **WHY)
    found = verify(ledger)
    assert found.ok
    assert found.erased == found.entries - 1 > 1100


def _everything(ledger: Ledger) -> bytes:
    """Every octet of the file of SQLite; every row of every table of PostgreSQL."""
    if ledger.engine.dialect.name == "sqlite":
        path = Path(ledger.engine.url.database or "")
        connection = sqlite3.connect(path)
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        return b"".join(found.read_bytes() for found in path.parent.glob(f"{path.name}*"))
    with ledger.reading() as connection:
        rows = [tuple(r) for t in METADATA.sorted_tables for r in connection.execute(select(t))]
    found = [bytes(v) if isinstance(v, bytes) else str(v).encode() for row in rows for v in row]
    return b"\n".join(found)


def test_nothing_of_an_erased_message_is_left(ledger: Ledger, exchange: Exchange) -> None:
    """No number, no name, in no octet; of the other message all is there."""
    receive(exchange, "old")
    receive(exchange, "asked", sample=build.REPORT_OLD, patient=PATIENT)
    receive(exchange, "new", LATER, patient=build.TORMUND)
    patient = Identifier("FNR", PATIENT)
    assert len(about_patient(ledger, patient)) == 2
    before = _everything(ledger)
    assert [name for name in NAMES if name.encode() not in before] == []
    (new,) = story(ledger, build.uid("new"))
    assert new.data is not None
    others = [name for name in NAMES if name.encode() in new.data]
    assert PATIENT not in others
    assert gone(ledger) == 2
    after = _everything(ledger)
    assert build.TORMUND.encode() in after
    assert [n for n in NAMES if n.encode() in after and n not in others] == []
    assert about_patient(ledger, patient) == []
