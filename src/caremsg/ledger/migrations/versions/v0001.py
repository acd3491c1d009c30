"""The first schema: the log, what is kept, and how things stand."""

import sqlalchemy as sa
from alembic import op

from caremsg.ledger.guards import guard

revision = "0001"
down_revision = None

_DIGEST = sa.String(64)
_TIME = sa.String(40)


def _table(name: str, *columns: sa.Column[object], key: tuple[str, ...]) -> None:
    op.create_table(f"caremsg_{name}", *columns, sa.PrimaryKeyConstraint(*key))


def _text(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Text, nullable=False)


def _place() -> tuple[sa.Column[object], sa.Column[object]]:
    return sa.Column("direction", sa.String(3), nullable=False), _text("key")


def _index(table: str, name: str, *columns: str, unique: bool = False) -> None:
    op.create_index(f"caremsg_{table}_{name}", f"caremsg_{table}", list(columns), unique=unique)


def upgrade() -> None:
    """Make all tables."""
    _log()
    _letters()
    _deadlines()
    _items()
    _found_by()
    for table in ("caremsg_log", "caremsg_kept"):
        for statement in guard(table, op.get_bind().dialect.name):
            op.execute(statement)


def _log() -> None:
    _table(
        "log",
        sa.Column("seq", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("at", _TIME, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("body_digest", _DIGEST, nullable=False),
        sa.Column("previous", _DIGEST, nullable=False),
        sa.Column("hash", _DIGEST, nullable=False),
        key=("seq",),
    )
    _table(
        "kept",
        sa.Column("digest", _DIGEST, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        key=("digest",),
    )
    _table(
        "events",
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        *_place(),
        _text("happening"),
        sa.Column("at", _TIME, nullable=False),
        _text("record"),
        key=("seq", "number"),
    )
    _index("events", "key", "key")


def _letters() -> None:
    _table(
        "letters",
        *_place(),
        *(_text(name) for name in ("parent", "conversation", "chain")),
        sa.Column("digest", _DIGEST, nullable=False),
        _text("type"),
        sa.Column("at", _TIME, nullable=False),
        _text("record"),
        key=("direction", "key"),
    )
    for name in ("key", "parent", "conversation", "chain", "at"):
        _index("letters", name, name)


def _deadlines() -> None:
    _table(
        "deliveries",
        _text("key"),
        _text("receiver"),
        sa.Column("waits", sa.Boolean, nullable=False),
        _text("record"),
        key=("key", "receiver"),
    )
    _index("deliveries", "waits", "waits")
    _table(
        "deadlines",
        *_place(),
        _text("what"),
        _text("party"),
        sa.Column("due", _TIME, nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        _text("record"),
        key=("direction", "key", "what", "party"),
    )
    _index("deadlines", "due", "state", "due")


def _items() -> None:
    op.create_table(
        "caremsg_items",
        sa.Column(
            "number", sa.Integer().with_variant(sa.BigInteger, "postgresql"), primary_key=True
        ),
        _text("key"),
        _text("receiver"),
        sa.Column("digest", _DIGEST, nullable=False),
        sa.Column("sent", _TIME, nullable=True),
    )
    _index("items", "once", "key", "receiver", unique=True)
    _index("items", "sent", "sent")


def _found_by() -> None:
    _table("documents", _text("document"), *_place(), key=("document", "direction", "key"))
    _index("documents", "key", "direction", "key")
    _table(
        "patients",
        _text("kind"),
        _text("value"),
        *_place(),
        key=("kind", "value", "direction", "key"),
    )
    _index("patients", "key", "direction", "key")
