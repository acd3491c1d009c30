"""A list of persons, such as those to be looked up (HITS 1217)."""

from __future__ import annotations

from caremsg.declare import Edition, Message, element

from ..common import Person
from ..editions import PERSONER_2014
from ..namespaces import PERSONER

__all__ = ["Personer"]


@element(PERSONER, default=PERSONER)
class Personer(Message):
    """The list."""

    edition: Edition = PERSONER_2014
    person: tuple[Person, ...] = ()
