"""Who acts for the patient in a dialogue (HITS 1217)."""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Edition, Message, Strength, coded, element

from ..common import Person
from ..datatypes import CV
from ..editions import PASIENTRELASJON_2014
from ..namespaces import PASIENTRELASJON

__all__ = ["Pasientrelasjon"]


@element(PASIENTRELASJON, default=PASIENTRELASJON)
class Pasientrelasjon(Message):
    """Persons, and what they are to the patient."""

    edition: Edition = PASIENTRELASJON_2014
    person: tuple[Person, ...] = ()
    relasjon: Annotated[
        CV | None, coded(7611, strength=Strength.REQUIRED), coded(9033, strength=Strength.EXAMPLE)
    ] = None
    """What they are to the patient: a parent, a guardian and so on."""
