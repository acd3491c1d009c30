"""The lists that come with the library: one file for each system, read on first use."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from .lists import read_json
from .system import OID_ROOT, CodeSystem

__all__ = ["load", "numbers", "standard"]


@cache
def _folder() -> Traversable:
    return files(__name__.rpartition(".")[0]) / "data"


@cache
def numbers() -> tuple[int, ...]:
    """The numbers of all systems, in order."""
    names = (file.name for file in _folder().iterdir() if file.name.endswith(".json"))
    return tuple(sorted(int(name.removesuffix(".json")) for name in names))


@cache
def _known() -> dict[int | str, int]:
    return {key: number for number in numbers() for key in (number, f"{OID_ROOT}{number}")}


@cache
def load(number: int) -> CodeSystem:
    """The system with a number that `numbers` has."""
    return read_json((_folder() / f"{number}.json").read_bytes())


def standard(which: int | str) -> CodeSystem | None:
    """The system with a number or OID, if there is one."""
    number = _known().get(which)
    return None if number is None else load(number)
