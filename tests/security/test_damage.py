"""Damaged octets: nothing but our own exceptions comes out, whatever goes in."""

from __future__ import annotations

from random import Random

import pytest

from caremsg import CaremsgError, decode, inspect
from tests.properties.differential import corpus, generated
from tests.properties.mutations import damaged
from tests.properties.pieces import SNIPPETS


def try_both(data: bytes) -> None:
    """Both ways to read: the one never raises, the other raises our exceptions only."""
    inspection = inspect(data)
    try:
        message = decode(data)
    except CaremsgError:
        assert not inspection.ok
    else:
        assert inspection.ok
        assert inspection.message == message


@pytest.fixture(scope="module")
def small() -> bytes:
    """A small message."""
    return min(generated(7, 3), key=lambda data: abs(len(data) - 700))


def test_a_message_may_end_anywhere(small: bytes) -> None:
    """A message that was cut off is never taken for a whole one."""
    for end in range(len(small)):
        try_both(small[:end])
        assert not inspect(small[:end]).ok


def test_a_snippet_may_stand_anywhere(small: bytes) -> None:
    """A piece of markup at any place of a message does no harm."""
    dice = Random(1)
    for start in range(len(small)):
        try_both(small[:start] + dice.choice(SNIPPETS) + small[start:])


def batter(number: int, count: int, documents: list[bytes]) -> None:
    """Read so many damaged documents."""
    dice = Random(number)
    for _ in range(count):
        try_both(damaged(dice, dice.choice(documents)))


def test_some_damage_does_no_harm() -> None:
    """A thousand damaged documents are read or refused."""
    batter(1, 1_000, list(generated(1)))


@pytest.mark.slow
@pytest.mark.parametrize("number", range(10))
def test_much_damage_does_no_harm(number: int) -> None:
    """Fifty thousand damaged documents, official and generated, are read or refused."""
    batter(number, 5_000, corpus(number))
