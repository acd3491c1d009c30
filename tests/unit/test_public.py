"""What is public is named, documented and there."""

import importlib
import pkgutil
from typing import TypeVar

import pytest

import caremsg

MODULES = sorted(
    name
    for _, name, _ in pkgutil.walk_packages(caremsg.__path__, "caremsg.")
    if not name.endswith("__main__")
)


@pytest.mark.parametrize("name", ["caremsg", *MODULES])
def test_all_is_complete_and_documented(name):
    """Every name in `__all__` is there; everything public that is made in a module is in it."""
    module = importlib.import_module(name)
    assert module.__doc__, "a module says what it is for"
    listed = getattr(module, "__all__", [])
    assert len(listed) == len(set(listed))
    for item in listed:
        found = getattr(module, item)
        if callable(found) and getattr(found, "__module__", "").startswith("caremsg"):
            assert found.__doc__, f"{item} has no docstring"
    if listed:
        made = {
            key
            for key, value in vars(module).items()
            if getattr(value, "__module__", None) == name
            and not key.startswith("_")
            and not isinstance(value, TypeVar)
        }
        assert made <= set(listed), made - set(listed)


def test_the_front_door_is_sorted():
    """The public names stand in order, and `dir` shows them."""
    assert sorted(caremsg.__all__) == caremsg.__all__
    assert set(caremsg.__all__) <= set(dir(caremsg))
