"""The datatypes that every message is made of (kith.xsd).

On the wire they are empty elements with one-letter attributes; here the letters are
words. `kith:TS`, `kith:URL` are plain values: `caremsg.values`.
"""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Datatype, Oid, Token, attribute, complex_type, named
from caremsg.values import Double

from .namespaces import KITH

__all__ = ["CS", "CV", "PQ"]


@complex_type(KITH)
class CS(Datatype):
    """A code whose system is fixed by the field it stands in (HIS 80117, coded simple)."""

    code: Annotated[Token | None, attribute, named("V")] = None
    """The code."""
    display: Annotated[str | None, attribute, named("DN")] = None
    """What the code is called."""


@complex_type(KITH)
class CV(Datatype):
    """A code with its system (HIS 80117, coded value)."""

    code: Annotated[Token | None, attribute, named("V")] = None
    """The code."""
    system: Annotated[Oid | None, attribute, named("S")] = None
    """The object identifier of the code system."""
    display: Annotated[str | None, attribute, named("DN")] = None
    """What the code is called."""
    original_text: Annotated[str | None, attribute, named("OT")] = None
    """The words of the sender, where no code fits or more is to be said."""


@complex_type(KITH)
class PQ(Datatype):
    """A number with its unit (HIS 80117, physical quantity)."""

    value: Annotated[Double | None, attribute, named("V")] = None
    """The number, as the sender wrote it."""
    unit: Annotated[Token | None, attribute, named("U")] = None
    """The unit."""
