"""The tables of a ledger.

`log` and `kept` only grow, and are linked by hashes. The other tables say how things stand
now; they could be made again from the log, and `verify` compares them with it.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

__all__ = [
    "DEADLINES",
    "DELIVERIES",
    "DOCUMENTS",
    "EVENTS",
    "ITEMS",
    "KEPT",
    "LETTERS",
    "LOG",
    "METADATA",
    "PATIENTS",
]

METADATA = MetaData()
_DIGEST = String(64)

LOG = Table(
    "caremsg_log",
    METADATA,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("at", String(40), nullable=False),
    Column("body", Text, nullable=True),  # JSON; empty when it was erased
    Column("body_digest", _DIGEST, nullable=False),
    Column("previous", _DIGEST, nullable=False),
    Column("hash", _DIGEST, nullable=False),
)
KEPT = Table(
    "caremsg_kept",
    METADATA,
    Column("digest", _DIGEST, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
LETTERS = Table(
    "caremsg_letters",
    METADATA,
    Column("direction", String(3), nullable=False),
    Column("key", Text, nullable=False),
    Column("parent", Text, nullable=False),
    Column("conversation", Text, nullable=False),
    Column("chain", Text, nullable=False),
    Column("digest", _DIGEST, nullable=False),
    Column("type", Text, nullable=False),
    Column("at", String(40), nullable=False),
    Column("record", Text, nullable=False),
    PrimaryKeyConstraint("direction", "key"),
    Index("caremsg_letters_key", "key"),
    Index("caremsg_letters_parent", "parent"),
    Index("caremsg_letters_conversation", "conversation"),
    Index("caremsg_letters_chain", "chain"),
    Index("caremsg_letters_at", "at"),
)
DELIVERIES = Table(
    "caremsg_deliveries",
    METADATA,
    Column("key", Text, nullable=False),
    Column("receiver", Text, nullable=False),
    Column("waits", Boolean, nullable=False),
    Column("record", Text, nullable=False),
    PrimaryKeyConstraint("key", "receiver"),
    Index("caremsg_deliveries_waits", "waits"),
)
DEADLINES = Table(
    "caremsg_deadlines",
    METADATA,
    Column("direction", String(3), nullable=False),
    Column("key", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("party", Text, nullable=False),
    Column("due", String(40), nullable=False),
    Column("state", String(20), nullable=False),
    Column("record", Text, nullable=False),
    PrimaryKeyConstraint("direction", "key", "what", "party"),
    Index("caremsg_deadlines_due", "state", "due"),
)
ITEMS = Table(
    "caremsg_items",
    METADATA,
    Column("number", Integer().with_variant(BigInteger, "postgresql"), primary_key=True),
    Column("key", Text, nullable=False),
    Column("receiver", Text, nullable=False),
    Column("digest", _DIGEST, nullable=False),
    Column("sent", String(40), nullable=True),
    # Never a second acknowledgement of a message by one receiver, whoever tries.
    Index("caremsg_items_once", "key", "receiver", unique=True),
    Index("caremsg_items_sent", "sent"),
)
DOCUMENTS = Table(
    "caremsg_documents",
    METADATA,
    Column("document", Text, nullable=False),
    Column("direction", String(3), nullable=False),
    Column("key", Text, nullable=False),
    PrimaryKeyConstraint("document", "direction", "key"),
    Index("caremsg_documents_key", "direction", "key"),
)
PATIENTS = Table(
    "caremsg_patients",
    METADATA,
    Column("kind", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("direction", String(3), nullable=False),
    Column("key", Text, nullable=False),
    PrimaryKeyConstraint("kind", "value", "direction", "key"),
    Index("caremsg_patients_key", "direction", "key"),
)
EVENTS = Table(
    "caremsg_events",
    METADATA,
    Column("seq", BigInteger, nullable=False),
    Column("number", Integer, nullable=False),
    Column("direction", String(3), nullable=False),
    Column("key", Text, nullable=False),
    Column("happening", Text, nullable=False),
    Column("at", String(40), nullable=False),
    Column("record", Text, nullable=False),
    PrimaryKeyConstraint("seq", "number"),
    Index("caremsg_events_key", "key"),
)
