"""The stores that every test of the exchange runs over."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest

from caremsg.exchange import Memory, Store


@contextmanager
def memory(folder: Path) -> Iterator[Store]:
    """The store in memory; it needs no folder."""
    yield Memory()


STORES: list[Callable[[Path], AbstractContextManager[Store]]] = [memory]
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
