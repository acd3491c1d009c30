"""Parts that the two messages of version 1.0 share (published as schemas only).

The two schemas order an address differently, so what holds an address is declared in each.
"""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Element, base, complex_type, named
from caremsg.values import Date, Float

from ..datatypes import CS, CV
from ..namespaces import FRA_PASIENT_1_0, TIL_PASIENT_1_0

__all__ = ["AnyHealthcareProfessional", "AnyPerson", "AnyTilleggsoppl", "Ident", "TeleCom", "Url"]


@complex_type(FRA_PASIENT_1_0, TIL_PASIENT_1_0, name="url")
class Url(Element):
    """A link. The published type has no content: the element can only be empty."""


@complex_type(FRA_PASIENT_1_0, TIL_PASIENT_1_0)
class Ident(Element):
    """An identifier of a person or a unit."""

    id: str
    """The identifier itself."""
    type: CV
    """What kind of identifier it is."""


@complex_type(FRA_PASIENT_1_0, TIL_PASIENT_1_0)
class TeleCom(Element):
    """A telephone number, mail address or the like."""

    type_telecom: CS | None = None
    """What it is for."""
    telecom_address: Url


@base
class AnyPerson(Element):
    """A person, all but the address."""

    family_name: str
    middle_name: str | None = None
    given_name: str | None = None
    birth_date: Date | None = None
    sex: CS | None = None
    nationality: CS | None = None
    ident: tuple[Ident, ...] = ()
    tele_com: tuple[TeleCom, ...] = ()


@base
class AnyHealthcareProfessional(Element):
    """A health professional, all but the person."""

    kategori_helsepersonell: CS | None = None
    """The profession."""
    hp_rollekode: CS | None = None
    """The role for this patient."""


@base
class AnyTilleggsoppl(Element):
    """The service that a certificate is about, all but who gives it."""

    tjenestetype: CV | None = None
    """The kind of service."""
    beskrivelse_tjeneste: str
    fra_dato: Date | None = None
    til_dato: Date | None = None
    antall_enheter: Float | None = None
    """How many units of the service."""
    enhet: Annotated[str | None, named("enhet")] = None
    """The unit: treatments, days and so on."""
