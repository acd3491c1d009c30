"""The stores that every test of the exchange runs over."""

import atexit
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from caremsg.exchange import Memory, Store
from caremsg.ledger import Ledger
from caremsg.ledger.schema import METADATA
from tests.ledger.postgresql import shared, why_not


@contextmanager
def memory(folder: Path) -> Iterator[Store]:
    """The store in memory; it needs no folder."""
    yield Memory()


@contextmanager
def sqlite(folder: Path) -> Iterator[Store]:
    """A ledger in a file."""
    with Ledger(folder / "ledger.db") as ledger:
        yield ledger


@cache
def _ledger() -> Ledger:
    """One for all tests: making its tables takes longer than most of them."""
    ledger = Ledger(shared().new_database())
    atexit.register(ledger.close)
    return ledger


@contextmanager
def postgresql(folder: Path) -> Iterator[Store]:
    """A ledger in a database, which is emptied without its triggers."""
    ledger = _ledger()
    yield ledger
    with ledger.engine.begin() as connection:
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        connection.execute(text(f"TRUNCATE {', '.join(METADATA.tables)}"))


STORES: list[Callable[[Path], AbstractContextManager[Store]]] = [memory, sqlite]
STORES += [] if why_not() else [postgresql]
"""How a fresh store is made in an empty folder; the name of the function names the test."""


class Anytime:
    """A store that may be asked outside of a transaction too: then it opens one of its own."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.inside = False

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """That of the store."""
        with self.store.transaction():
            self.inside = True
            try:
                yield
            finally:
                self.inside = False

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.store, name)
        return found if self.inside else self._alone(found)

    def _alone(self, method: Callable[..., Any]) -> Callable[..., Any]:
        def called(*args: Any) -> Any:
            with self.transaction():
                return method(*args)

        return called

    def __repr__(self) -> str:
        return repr(self.store)


@pytest.fixture(params=STORES, ids=lambda factory: factory.__name__)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    """A fresh store of each kind, which may be asked at any time."""
    with request.param(tmp_path) as found:
        yield Anytime(found)
