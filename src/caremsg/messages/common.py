"""People, organisations and addresses that several messages share (felleskomponent1.xsd).

`Ident`, `Address`, `TeleCom`, `Person` and `HealthcareProfessional` stand in the message
head too, with the same fields in the head's own namespace: one class, two homes.
"""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Element, Strength, base, coded, complex_type
from caremsg.values import URL, Date

from .datatypes import CS, CV
from .namespaces import FK1, MH

__all__ = [
    "Address",
    "HealthcareProfessional",
    "Ident",
    "Organisation",
    "Person",
    "PersonDetails",
    "TeleCom",
]


@complex_type(FK1, MH)
class Ident(Element):
    """An identifier of a person or a unit."""

    id: str
    """The identifier itself."""
    type_id: Annotated[CV, coded(8116, 9051), coded(8268, strength=Strength.EXAMPLE)]
    """What kind of identifier it is."""


@complex_type(FK1, MH)
class Address(Element):
    """A postal or visiting address."""

    type: Annotated[CS | None, coded(3401)] = None
    """What the address is for."""
    street_adr: str | None = None
    """Street and number."""
    postal_code: str | None = None
    city: str | None = None
    postbox: str | None = None
    county: Annotated[CS | None, coded(3402)] = None
    """The municipality."""
    country: Annotated[CS | None, coded(9043)] = None


@complex_type(FK1, MH)
class TeleCom(Element):
    """A telephone number, mail address or the like."""

    type_telecom: Annotated[CS | None, coded(9061)] = None
    """What it is for."""
    tele_address: URL
    """The number or address, with its scheme: `tel:73555555`."""


@base
class PersonDetails(Element):
    """What is said about a person, be it the patient or somebody else."""

    family_name: str | None = None
    middle_name: str | None = None
    given_name: str | None = None
    date_of_birth: Date | None = None
    sex: Annotated[CS | None, coded(3101)] = None
    nationality: Annotated[CS | None, coded(9043)] = None
    ident: tuple[Ident, ...] = ()
    address: Address | None = None
    tele_com: tuple[TeleCom, ...] = ()


@complex_type(FK1, MH)
class Person(PersonDetails):
    """A person who is not acting as a health professional."""


@complex_type(FK1, MH)
class HealthcareProfessional(Element):
    """A health professional."""

    type_healthcare_professional: Annotated[CS | None, coded(9060)] = None
    """The profession."""
    role_to_patient: Annotated[CV | None, coded(9034)] = None
    """The role for this patient."""
    family_name: str | None = None
    middle_name: str | None = None
    given_name: str | None = None
    date_of_birth: Date | None = None
    sex: Annotated[CS | None, coded(3101)] = None
    nationality: Annotated[CS | None, coded(9043)] = None
    ident: tuple[Ident, ...]
    address: Address | None = None
    tele_com: tuple[TeleCom, ...] = ()


@complex_type(FK1)
class Organisation(Element):
    """An organisation or a part of one (in the content of a message; the head has its own)."""

    type_organisation: Annotated[CV | None, coded(9040)] = None
    organisation_name: str
    ident: tuple[Ident, ...]
    address: Address | None = None
    tele_com: tuple[TeleCom, ...] = ()
    organisation: Organisation | None = None
    """A part of this organisation."""
