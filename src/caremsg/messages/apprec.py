"""Applikasjonskvittering (AppRec 1.0 and 1.1): the receipt of a message.

Source: HIS 80415:2004 and HIS 80415:2012.
"""

# AppRec 1.0 declares CS, CV and URL once more; they are written no differently.

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Element, Message, Strength, coded, complex_type, element, named
from caremsg.values import URL, DateTime

from .datatypes import CS, CV
from .editions import APPREC_1_1
from .namespaces import AR

__all__ = [
    "HCP",
    "AdditionalId",
    "Address",
    "AppRec",
    "Dept",
    "HCPerson",
    "HCProf",
    "Inst",
    "OriginalMsgId",
    "Receiver",
    "Sender",
]


@element(AR, default=AR)
class AppRec(Message):
    """The receipt: whether a message was accepted, and if not, why."""

    msg_type: Annotated[CS, coded(8279)]
    """The kind of this message: always `APPREC`."""
    mig_version: Annotated[str, named("MIGversion")]
    """The version of the standard, `1.0 2004-11-21` or `v1.1 2012-02-15`."""
    software_name: str | None = None
    software_version: str | None = None
    gen_date: DateTime
    """When the receipt was made."""
    id: str
    """The identifier of the receipt, a UUID."""
    sender: Sender
    receiver: Receiver
    status: Annotated[CS, coded(8258)]
    """Accepted, rejected, or accepted with faults."""
    error: Annotated[
        tuple[CV, ...],
        coded(8221, strength=Strength.REQUIRED),
        coded(8222, strength=Strength.EXAMPLE),
        coded(8223, strength=Strength.EXAMPLE, before=APPREC_1_1),
    ] = ()
    """The reasons."""
    original_msg_id: OriginalMsgId


@complex_type(AR)
class Sender(Element):
    """Who received the message, and now sends the receipt."""

    role: Annotated[CS | None, coded(8112, since=APPREC_1_1)] = None
    hcp: HCP


@complex_type(AR)
class Receiver(Element):
    """Who sent the message, and now gets the receipt."""

    role: CS | None = None
    hcp: HCP


@element(AR)
class OriginalMsgId(Element):
    """The message that the receipt is about."""

    msg_type: Annotated[CS, coded(8279)]
    """What kind of message it is."""
    issue_date: DateTime
    """When it was made."""
    id: str
    """Its identifier."""


@element(AR)
class HCP(Element):
    """A party: an institution, or a health professional alone."""

    innhold: Inst | HCProf
    med_speciality: Annotated[CV | None, coded(8451), coded(7426, since=APPREC_1_1)] = None
    """The medical speciality."""
    address: Address | None = None


@element(AR)
class HCProf(Element):
    """A health professional who is a party alone."""

    type: Annotated[CS | None, coded(9060)] = None
    """The profession."""
    name: str | None = None
    id: str | None = None
    type_id: Annotated[CS | None, coded(8241, before=APPREC_1_1), coded(8116, since=APPREC_1_1)] = (
        None
    )
    """What kind of identifier it is."""
    additional_id: tuple[AdditionalId, ...] = ()


@element(AR)
class HCPerson(Element):
    """A person in an institution."""

    name: str | None = None
    id: str | None = None
    type_id: Annotated[CS | None, coded(8241, before=APPREC_1_1), coded(8116, since=APPREC_1_1)] = (
        None
    )
    """What kind of identifier it is."""
    additional_id: tuple[AdditionalId, ...] = ()


@element(AR)
class Dept(Element):
    """A department or service of an institution."""

    type: Annotated[CS | None, coded(8624, since=APPREC_1_1)] = None
    """The kind of department."""
    name: str | None = None
    id: str | None = None
    type_id: Annotated[CS | None, coded(9051, before=APPREC_1_1), coded(8268, since=APPREC_1_1)] = (
        None
    )
    """What kind of identifier it is."""
    additional_id: tuple[AdditionalId, ...] = ()


@element(AR)
class Inst(Element):
    """An institution."""

    name: str | None = None
    id: str | None = None
    type_id: Annotated[CS | None, coded(9051)] = None
    """What kind of identifier it is."""
    dept: tuple[Dept, ...] = ()
    additional_id: tuple[AdditionalId, ...] = ()
    hc_person: tuple[HCPerson, ...] = ()


@element(AR)
class Address(Element):
    """An address."""

    type: Annotated[CS, coded(3401)]
    """What the address is for."""
    street_adr: str | None = None
    """Street and number."""
    postal_code: str | None = None
    city: str | None = None
    county: Annotated[CS | None, coded(3402)] = None
    """The municipality."""
    country: Annotated[CS | None, coded(9043)] = None
    city_distr: Annotated[CS | None, coded(3403, since=APPREC_1_1)] = None
    """The district of the city."""
    tele_address: tuple[URL, ...] = ()
    """Telephone numbers and the like, each with its scheme: `tel:73555555`."""


@element(AR)
class AdditionalId(Element):
    """A further identifier."""

    id: str
    type: Annotated[CS, coded(8268)]
    """What kind of identifier it is."""
