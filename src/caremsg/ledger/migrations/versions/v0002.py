"""Erasing: the body of a log entry may be taken away when nothing in it may be kept longer."""

import sqlalchemy as sa
from alembic import op

from caremsg.ledger.guards import guard, unguard

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Let `body` be empty."""
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("caremsg_log", "body", existing_type=sa.Text, nullable=True)
        return
    _copied_table()


def _copied_table() -> None:
    """SQLite cannot change a column: the table is made anew, and its triggers with it."""
    names = "seq, at, body, body_digest, previous, hash"
    for statement in unguard("caremsg_log", "sqlite"):
        op.execute(statement)
    op.execute("ALTER TABLE caremsg_log RENAME TO caremsg_log_0001")
    op.create_table(
        "caremsg_log",
        sa.Column("seq", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("body", sa.Text, nullable=True),
        sa.Column("body_digest", sa.String(64), nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
    )
    op.execute(f"INSERT INTO caremsg_log ({names}) SELECT {names} FROM caremsg_log_0001")  # noqa: S608
    op.execute("DROP TABLE caremsg_log_0001")
    for statement in guard("caremsg_log", "sqlite"):
        op.execute(statement)
