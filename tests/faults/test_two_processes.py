"""Several processes on one ledger receive the same messages at once."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from caremsg.exchange import Happening
from caremsg.ledger import Ledger, letters, verify
from tests.faults import receiver_process as process
from tests.faults.receivers import Receivers, finish, recorded, sound, wired

MESSAGES = 50


@pytest.mark.parametrize("processes", [2, 4])
def test_the_same_messages(where: str, wire: Path, processes: int) -> None:
    """Each is filed once and acknowledged once, whoever comes first; the chain is intact."""
    with Receivers(where, wire) as receivers:
        receivers.start(start=0, count=MESSAGES, processes=processes, hands_over=False)
        assert receivers.ended() == [0] * processes
    with Ledger(where) as ledger:
        sound(ledger, wire)
        assert len(list(letters(ledger))) == MESSAGES
        finish(ledger, wire)
        recorded(ledger, range(MESSAGES))
        sound(ledger, wire)
        expected = sum(process.ANSWERS) * MESSAGES // len(process.SAMPLES)
        kinds = Counter(record["kind"] for record in wired(wire))
        assert kinds["acknowledgement"] == expected
        with ledger.reading() as connection:
            rows = connection.execute(text("SELECT happening, record FROM caremsg_events")).all()
    happened = Counter(row.happening for row in rows)
    received = MESSAGES - kinds["message"]
    assert happened[Happening.DUPLICATE.value] == received * (processes - 1)
    assert happened[Happening.DIFFERENT_DUPLICATE.value] == 0
    who = {json.loads(row.record)["by"] for row in rows} - {"restarted"}
    assert len(who) == processes, "one of them did nothing"


def test_both_hand_over(where: str, wire: Path) -> None:
    """Two that empty one outbox may both send something, but never two different documents."""
    with Receivers(where, wire) as receivers:
        receivers.start(start=0, count=MESSAGES // 2, processes=2)
        assert receivers.ended() == [0, 0]
    with Ledger(where) as ledger:
        recorded(ledger, range(MESSAGES // 2))
        sound(ledger, wire)


def test_verify_while_others_write(where: str, wire: Path) -> None:
    """Who verifies a ledger that is in use sees one moment of it, and no damage."""
    with Receivers(where, wire) as receivers, Ledger(where) as ledger:
        receivers.start(start=0, count=MESSAGES, processes=2)
        found = [verify(ledger) for _ in range(25)]
        assert receivers.ended() == [0, 0]
        assert not [one.damages[:2] for one in found if not one.ok]
        assert verify(ledger).ok
        recorded(ledger, range(MESSAGES))


def test_made_at_once(new_places: Iterator[str], wire: Path) -> None:
    """Four processes that open a ledger that is not there yet: one makes it, all can use it."""
    with Receivers(next(new_places), wire) as receivers:
        for n in range(4):
            where = next(new_places)
            receivers.start(where=where, start=n, count=1, processes=4, hands_over=False)
            assert receivers.ended() == [0] * 4
            with Ledger(where) as ledger:
                assert verify(ledger).ok
                assert len(list(letters(ledger))) == 1
