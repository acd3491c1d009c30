"""A durable log under an exchange: nothing is lost, and tampering shows.

    with Ledger("messages.db") as ledger:
        exchange = Exchange(ledger, directory=ours, by="gateway 1")
        exchange.receive(data, id=uuid, at=now)

Needs the extra `ledger`: SQLAlchemy, alembic, cattrs, and psycopg for PostgreSQL.
"""

try:
    import alembic  # noqa: F401 # pyright: ignore[reportUnusedImport] - tried here, to name the extra
    import cattrs  # noqa: F401 # pyright: ignore[reportUnusedImport]
    import sqlalchemy  # noqa: F401 # pyright: ignore[reportUnusedImport]
except ImportError as error:
    raise ImportError("caremsg.ledger needs the extra: pip install 'caremsg[ledger]'") from error

from .exporting import export_message, export_patient
from .ledger import Head, Ledger
from .looking import Story, about_patient, letters, overdue, story
from .retention import erase
from .verifying import Damage, Verification, verify

__all__ = [
    "Damage",
    "Head",
    "Ledger",
    "Story",
    "Verification",
    "about_patient",
    "erase",
    "export_message",
    "export_patient",
    "letters",
    "overdue",
    "story",
    "verify",
]
