"""Who is ours, and whom we know: what the embedding system tells the exchange.

A system implements `Directory` over its own registers. `OwnDirectory` holds one in memory,
and `read_directory` makes one of a TOML file:

    [[organisation]]
    name = "Tirilvik kommune"
    ids = ["HER:9900100", "ENH:999999999"]
    services = ["HER:9900101"]
    people = ["HER:9900150"]

    [[patient]]
    ids = ["FNR:14854110463", "LOK:1001"]
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from typing import Any, Protocol

from attrs import field, frozen

from caremsg.errors import InputError

from .comparing import bounded

__all__ = ["EVERYBODY", "Directory", "Everybody", "Identifier", "OwnDirectory", "OwnOrganisation"]
__all__ += ["read_directory"]


def _kind(text: str) -> str:
    return bounded(text.strip().upper())


def _value(text: str) -> str:
    return bounded("".join(text.split()))


@frozen(repr=False, order=True)
class Identifier:
    """An identifier and its kind, such as `HER` (9051, 8116, 8268), ready to be compared."""

    kind: str = field(converter=_kind)
    value: str = field(converter=_value)

    def __repr__(self) -> str:
        return f"<Identifier {self.kind}>"

    @classmethod
    def parse(cls, text: str) -> Identifier:
        """From `KIND:value`. Raises InputError when it is not written like that."""
        kind, colon, value = text.partition(":")
        if not colon or not kind.strip() or not value.strip():
            raise InputError("an identifier is written KIND:value, such as HER:9900100")
        return cls(kind, value)


Identifiers = frozenset[Identifier]


class Directory(Protocol):
    """What the exchange asks the system around it. Each answer may come from a register."""

    @property
    def asks(self) -> bool:
        """False: nobody is asked which receivers are ours, and the report says so."""
        ...

    @property
    def knows_patients(self) -> bool:
        """False: nobody is asked whether a patient is known, and the report says so."""
        ...

    def organisation(self, ids: Identifiers) -> bool:
        """Whether the organisation with one of these identifiers is ours."""
        ...

    def service(self, ids: Identifiers, organisation: Identifiers) -> bool:
        """Whether the service with one of these identifiers is ours, in that organisation."""
        ...

    def person(self, ids: Identifiers, organisation: Identifiers) -> bool:
        """Whether the professional with one of these identifiers receives messages here."""
        ...

    def known_as(self, patient: Identifier) -> Identifiers:
        """All identifiers of the patient who has this one; none when nobody has it."""
        ...


class Everybody:
    """The directory that is used when none is given: everything is ours, everybody known."""

    asks = False
    knows_patients = False

    def organisation(self, ids: Identifiers) -> bool:
        return True

    def service(self, ids: Identifiers, organisation: Identifiers) -> bool:
        return True

    def person(self, ids: Identifiers, organisation: Identifiers) -> bool:
        return True

    def known_as(self, patient: Identifier) -> Identifiers:
        return frozenset({patient})


EVERYBODY = Everybody()


@frozen
class OwnOrganisation:
    """An organisation of ours, with those in it who receive messages."""

    ids: Identifiers
    services: Identifiers = frozenset()
    people: Identifiers = frozenset()


@frozen(repr=False)
class OwnDirectory:
    """A directory in memory. Without `patients` every patient counts as known."""

    organisations: tuple[OwnOrganisation, ...]
    patients: tuple[Identifiers, ...] | None = None

    asks = True

    @property
    def knows_patients(self) -> bool:
        return self.patients is not None

    def organisation(self, ids: Identifiers) -> bool:
        return any(own.ids & ids for own in self.organisations)

    def service(self, ids: Identifiers, organisation: Identifiers) -> bool:
        return any(own.services & ids for own in self._within(organisation))

    def person(self, ids: Identifiers, organisation: Identifiers) -> bool:
        return any(own.people & ids for own in self._within(organisation))

    def known_as(self, patient: Identifier) -> Identifiers:
        if self.patients is None:
            return frozenset({patient})
        for ids in self.patients:
            if patient in ids:
                return ids
        return frozenset()

    def _within(self, organisation: Identifiers) -> Iterable[OwnOrganisation]:
        """The organisations with one of these identifiers; all when none is ours."""
        found = [own for own in self.organisations if own.ids & organisation]
        return found or self.organisations

    def __repr__(self) -> str:
        return f"<OwnDirectory of {len(self.organisations)} organisations>"


def read_directory(data: bytes) -> OwnDirectory:
    """The directory in a TOML file. Raises InputError that says what is wrong with it."""
    try:
        found = tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise InputError("the directory is not a TOML file in UTF-8") from None
    unknown = sorted(set(found) - {"organisation", "patient"})
    if unknown:
        raise InputError(f"the directory has the unknown table {unknown[0]!r}")
    organisations = tuple(_organisation(table) for table in _tables(found, "organisation"))
    if not organisations:
        raise InputError("the directory has no [[organisation]]")
    patients = tuple(_patient(table) for table in _tables(found, "patient"))
    return OwnDirectory(organisations, patients if "patient" in found else None)


def _patient(table: dict[str, Any]) -> Identifiers:
    _only_keys(table, "a patient", "ids")
    return _ids(table, "patient", "ids")


def _only_keys(table: dict[str, Any], what: str, *keys: str) -> None:
    unknown = sorted(set(table) - set(keys))
    if unknown:
        raise InputError(f"{what} of the directory has the unknown key {unknown[0]!r}")


def _organisation(table: dict[str, Any]) -> OwnOrganisation:
    _only_keys(table, "an organisation", "name", "ids", "services", "people")
    ids = _ids(table, "organisation", "ids")
    if not ids:
        raise InputError("an organisation of the directory has no ids")
    services = _ids(table, "organisation", "services")
    return OwnOrganisation(ids, services, _ids(table, "organisation", "people"))


def _tables(found: dict[str, Any], name: str) -> list[dict[str, Any]]:
    tables = found.get(name, [])
    if not isinstance(tables, list) or not all(isinstance(t, dict) for t in tables):  # pyright: ignore[reportUnknownVariableType]
        raise InputError(f"in the directory {name} is written as [[{name}]]")
    return tables  # pyright: ignore[reportUnknownVariableType]


def _ids(table: dict[str, Any], where: str, key: str) -> Identifiers:
    texts = table.get(key, [])
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):  # pyright: ignore[reportUnknownVariableType]
        raise InputError(f"{key} of a {where} in the directory is a list of texts")
    return frozenset(Identifier.parse(text) for text in texts)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
