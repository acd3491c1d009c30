"""Records of an exchange as JSON, and back."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any, TypeVar

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from caremsg.exchange import Deadline, Delivery, Event, Identifier, Letter
from caremsg.exchange.records import utc

__all__ = ["canonical", "from_text", "plain", "time_text"]

R = TypeVar("R", Letter, Delivery, Deadline, Event)

_CONVERTER = Converter()


def time_text(at: dt.datetime) -> str:
    """A time as it stands in the ledger: in UTC, and in the order of texts."""
    return utc(at).isoformat(timespec="microseconds")


def _identifier_pair(found: Identifier) -> list[str]:
    return [found.kind, found.value]


def _identifier(pair: list[str], _: Any) -> Identifier:
    kind, value = pair
    return Identifier(kind, value)


def _moment(text: str, _: Any) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


def _sorted_texts(found: frozenset[str]) -> list[str]:
    return sorted(found)


def _sorted_identifiers(found: frozenset[Identifier]) -> list[list[str]]:
    return sorted(map(_identifier_pair, found))


_CONVERTER.register_unstructure_hook(dt.datetime, time_text)
_CONVERTER.register_structure_hook(dt.datetime, _moment)
_CONVERTER.register_unstructure_hook(Identifier, _identifier_pair)
_CONVERTER.register_structure_hook(Identifier, _identifier)
_CONVERTER.register_unstructure_hook_func(lambda kind: kind == frozenset[str], _sorted_texts)
_CONVERTER.register_unstructure_hook_func(
    lambda kind: kind == frozenset[Identifier], _sorted_identifiers
)
for _kind in (Letter, Delivery, Deadline, Event):
    _CONVERTER.register_unstructure_hook(_kind, make_dict_unstructure_fn(_kind, _CONVERTER))
    _CONVERTER.register_structure_hook(_kind, make_dict_structure_fn(_kind, _CONVERTER))


def plain(record: Letter | Delivery | Deadline | Event) -> dict[str, Any]:
    """A record as values that JSON has."""
    found: dict[str, Any] = _CONVERTER.unstructure(record)
    return found


def canonical(value: Any) -> str:
    """JSON that is always the same for the same value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_text(text: str, kind: type[R]) -> R:
    """The record in a JSON text."""
    return _CONVERTER.structure(json.loads(text), kind)
