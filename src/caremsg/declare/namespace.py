"""A namespace: a prefix, its address in each edition, and the module that declares it."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from threading import RLock

from .edition import Edition

__all__ = ["Namespace", "namespace_of", "namespaces"]

_BY_URI: dict[str, tuple[Namespace, Edition | None]] = {}
_ALL: list[Namespace] = []
_LOADING = RLock()
"""Two threads that import modules of one family in different orders would wait for each other."""


class Namespace:
    """A namespace of the standard.

    `uris` is one address per edition, or a single address that no edition changes.
    `home` is the module (below `caremsg.messages`) whose import declares its classes.
    """

    __slots__ = ("_uris", "elements", "home", "prefix")

    def __init__(self, prefix: str, uris: Mapping[Edition, str] | str, *, home: str) -> None:
        self.prefix = prefix
        self.home = home
        self.elements: dict[str, tuple[type, ...]] = {}
        """The global elements declared so far: for each XML name, the classes of its editions."""
        self._uris = uris
        _ALL.append(self)
        for edition, uri in {None: uris}.items() if isinstance(uris, str) else uris.items():
            _BY_URI[uri] = (self, edition)

    @property
    def editions(self) -> tuple[Edition, ...]:
        """The editions it has an address in; none when no edition changes it."""
        return () if isinstance(self._uris, str) else tuple(self._uris)

    @property
    def addresses(self) -> tuple[str, ...]:
        """Its addresses in all editions."""
        return (self._uris,) if isinstance(self._uris, str) else tuple(self._uris.values())

    def uri(self, edition: Edition | None) -> str:
        """Its address in an edition. Raises KeyError if the edition does not have it."""
        if isinstance(self._uris, str):
            return self._uris
        if edition is not None and edition in self._uris:
            return self._uris[edition]
        if len(self._uris) == 1:
            return next(iter(self._uris.values()))
        raise KeyError(edition)

    def add(self, name: str, cls: type) -> None:
        """Declare a global element."""
        self.elements[name] = (*self.elements.get(name, ()), cls)

    def load(self) -> Namespace:
        """Import its home, so that all its classes are declared."""
        with _LOADING:
            import_module(f"caremsg.messages.{self.home}")
        return self

    def __repr__(self) -> str:
        return f"<Namespace {self.prefix}>"


def namespace_of(uri: str) -> tuple[Namespace, Edition | None] | None:
    """The namespace with an address, and the edition it belongs to, if anybody knows it."""
    return _BY_URI.get(uri)


def namespaces() -> tuple[Namespace, ...]:
    """Every namespace that is declared."""
    return tuple(_ALL)
