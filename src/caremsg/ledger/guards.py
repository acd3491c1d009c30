"""Triggers that let the log and the octets only grow: the database itself refuses the rest.

They keep programs and people from mistakes. Whoever owns the database can take them away;
that is what the hashes are for.
"""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["guard", "unguard"]

_KEYS = {"caremsg_log": ("seq", "hash"), "caremsg_kept": ("digest", "data")}
_REFUSE = "BEGIN SELECT RAISE(ABORT, 'this table only grows'); END"


def guard(table: str, dialect: str) -> Iterator[str]:
    """The statements that guard a table."""
    if dialect == "postgresql":
        yield (
            "CREATE OR REPLACE FUNCTION caremsg_only_grows() RETURNS trigger AS $$ BEGIN "
            "RAISE EXCEPTION 'this table only grows'; END $$ LANGUAGE plpgsql"
        )
        for what, each in (("UPDATE", "ROW"), ("DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
            yield (
                f"CREATE TRIGGER {table}_no_{what.lower()} BEFORE {what} ON {table} "
                f"FOR EACH {each} EXECUTE FUNCTION caremsg_only_grows()"
            )
        return
    for what in ("UPDATE", "DELETE"):
        yield f"CREATE TRIGGER {table}_no_{what.lower()} BEFORE {what} ON {table} {_REFUSE}"
    key, content = _KEYS[table]  # INSERT OR REPLACE is no UPDATE to SQLite
    same = f"{key} = NEW.{key} AND {content} IS NOT NEW.{content}"
    exists = f"EXISTS (SELECT 1 FROM {table} WHERE {same})"  # noqa: S608
    yield f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {exists} {_REFUSE}"


def unguard(table: str, dialect: str) -> Iterator[str]:
    """The statements that take the guards away."""
    postgresql = dialect == "postgresql"
    place = f" ON {table}" if postgresql else ""
    for what in ("update", "delete", "truncate" if postgresql else "replace"):
        yield f"DROP TRIGGER {table}_no_{what}{place}"
