"""Looking into a ledger: lists of messages, the story of one, what is overdue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from attrs import frozen
from sqlalchemy import Connection, and_, or_, select

from caremsg.errors import InputError
from caremsg.exchange import Awaited, Deadline, Delivery, Event, Identifier, Item, Letter
from caremsg.exchange.comparing import comparable

from .ledger import Ledger
from .records import from_text, time_text
from .schema import DEADLINES, EVENTS, LETTERS, PATIENTS

__all__ = ["Story", "about_patient", "letters", "overdue", "story"]


@frozen(repr=False)
class Story:
    """All that a ledger knows of one message."""

    letter: Letter
    deliveries: tuple[Delivery, ...]
    deadlines: tuple[Deadline, ...]
    acknowledgements: tuple[Item, ...]
    answers: tuple[bytes, ...]
    """The acknowledgements that came, octet by octet."""
    events: tuple[Event, ...]
    data: bytes | None
    """The octets as they were sent or received; None when they were erased."""

    def __repr__(self) -> str:
        return f"<Story of {self.letter.direction} {self.letter.type}, {len(self.events)} events>"


def letters(
    ledger: Ledger, *, since: dt.datetime | None = None, until: dt.datetime | None = None
) -> Iterator[Letter]:
    """The messages in a ledger, the oldest first. Raises StoreError when the database fails."""
    query = select(LETTERS.c.record).order_by(LETTERS.c.at, LETTERS.c.direction, LETTERS.c.key)
    if since is not None:
        query = query.where(LETTERS.c.at >= time_text(since))
    if until is not None:
        query = query.where(LETTERS.c.at < time_text(until))
    with ledger.reading() as connection:
        for row in connection.execute(query.execution_options(yield_per=500)):
            yield from_text(row.record, Letter)


def about_patient(ledger: Ledger, patient: Identifier) -> list[Letter]:
    """The messages about the patient who has an identifier, the oldest first."""
    same = and_(PATIENTS.c.direction == LETTERS.c.direction, PATIENTS.c.key == LETTERS.c.key)
    here = and_(PATIENTS.c.kind == patient.kind, PATIENTS.c.value == patient.value)
    query = select(LETTERS.c.record).join(PATIENTS, same).where(here).order_by(LETTERS.c.at)
    with ledger.reading() as connection:
        return [from_text(row.record, Letter) for row in connection.execute(query)]


def overdue(ledger: Ledger, *, at: dt.datetime) -> list[tuple[Deadline, Letter]]:
    """What should have happened by now, and has not, with the message that it is about."""
    waiting = or_(
        DEADLINES.c.state == Awaited.OVERDUE.value,
        and_(DEADLINES.c.state == Awaited.OPEN.value, DEADLINES.c.due <= time_text(at)),
    )
    same = and_(DEADLINES.c.direction == LETTERS.c.direction, DEADLINES.c.key == LETTERS.c.key)
    query = select(DEADLINES.c.record, LETTERS.c.record.label("letter")).join(LETTERS, same)
    with ledger.reading() as connection:
        rows = connection.execute(query.where(waiting).order_by(DEADLINES.c.due)).all()
    return [(from_text(r.record, Deadline), from_text(r.letter, Letter)) for r in rows]


def story(ledger: Ledger, key: str) -> tuple[Story, ...]:
    """All that is known of the message with an identifier, or the first part of one.

    Two stories when it was both sent and received here. Raises InputError when there is no
    such message, or when several begin like that.
    """
    wanted = comparable(key)
    query = select(LETTERS.c.record).order_by(LETTERS.c.direction)
    begins = LETTERS.c.key.startswith(wanted, autoescape=True)
    with ledger.reading() as connection:
        rows = connection.execute(query.where(LETTERS.c.key == wanted)).all()
        rows = rows or connection.execute(query.where(begins).limit(20)).all()
    exact = [from_text(row.record, Letter) for row in rows] if wanted else []
    if not exact:
        raise InputError("the ledger has no message with this identifier")
    if len({letter.key for letter in exact}) > 1:
        raise InputError("several messages in the ledger begin with this")
    return tuple(_told(ledger, letter) for letter in exact)


def _told(ledger: Ledger, letter: Letter) -> Story:
    with ledger.transaction():
        sent = letter.direction == "out"
        events = tuple(_events(ledger.connection, letter))
        came = dict.fromkeys(event.digest for event in events if sent and event.digest)
        return Story(
            letter,
            tuple(ledger.deliveries(letter.key)) if sent else (),
            tuple(ledger.deadlines(letter.direction, letter.key)),
            () if sent else tuple(ledger.acknowledgements(letter.key)),
            tuple(data for digest in came if (data := _octets(ledger, digest)) is not None),
            events,
            _octets(ledger, letter.digest),
        )


def _octets(ledger: Ledger, digest: str) -> bytes | None:
    try:
        return ledger.octets(digest)
    except KeyError:
        return None


def _events(connection: Connection, letter: Letter) -> Iterator[Event]:
    here = and_(EVENTS.c.key == letter.key, EVENTS.c.direction == letter.direction)
    query = select(EVENTS.c.record).where(here).order_by(EVENTS.c.seq, EVENTS.c.number)
    for row in connection.execute(query):
        yield from_text(row.record, Event)
