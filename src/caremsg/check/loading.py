"""Which rules there are: ours are loaded by family, those of others by entry point."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import walk_packages

import caremsg.messages.rules
from caremsg.declare import Message

__all__ = ["GROUP", "load", "load_all", "load_others"]

GROUP = "caremsg.rules"
"""The group of entry points by which a package of rules makes itself known."""


def load(cls: type[Message]) -> None:
    """The rules that can be about one kind of document."""
    _load_family(cls.__module__.removeprefix("caremsg.messages.").split(".")[0])


@cache
def _load_family(family: str) -> None:
    """The rules in the folder or module of a family, named like that of its messages."""
    for name in _modules():
        if name.split(".")[0] in ("common", family):
            import_module(f"{caremsg.messages.rules.__name__}.{name}")


@cache
def load_all() -> None:
    """Every rule of ours."""
    for name in _modules():
        import_module(f"{caremsg.messages.rules.__name__}.{name}")


@cache
def load_others() -> tuple[tuple[str, str], ...]:
    """The rules of others; the packages that cannot be loaded, with the name of the error."""
    failed: list[tuple[str, str]] = []
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        try:
            point.load()
        except Exception as error:
            failed.append((point.name, type(error).__name__))
    return tuple(failed)


@cache
def _modules() -> tuple[str, ...]:
    """The modules of rules, as `plo.innleggelsesrapport`, in order."""
    root = caremsg.messages.rules
    found = walk_packages(root.__path__, f"{root.__name__}.")
    names = (module.name.removeprefix(f"{root.__name__}.") for module in found)
    return tuple(sorted(names))
