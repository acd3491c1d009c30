"""Dialogmelding (1.0 and 1.1): questions, answers and notes between parties.

Source: HIS 80603:2006 and HIS 80603:2017.
"""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import (
    Element,
    Message,
    Strength,
    base,
    coded,
    element,
    named,
    removed,
    required,
    since,
    single,
)
from caremsg.values import Date, Fragment

from .common import Address, Ident, Organisation, TeleCom
from .datatypes import CS, CV
from .editions import DIALOG_1_1
from .namespaces import DIA

__all__ = [
    "AnyHealthcareProfessional",
    "AnyPerson",
    "Dialogmelding",
    "Foresporsel",
    "HealthcareProfessional",
    "Notat",
    "Person",
    "RollerRelatertNotat",
    "TilknyttetEnhet",
]


@element(DIA, default=DIA)
class Dialogmelding(Message):
    """A message of a dialogue: questions, or notes (answers are notes too)."""

    sakstype_kodet: Annotated[
        CV | None, coded(7170, 7250, strength=Strength.EXAMPLE, before=DIALOG_1_1)
    ] = None
    """The problem it is about, as a code."""
    sakstype: str | None = None
    """The problem it is about, in words."""
    innhold: tuple[Foresporsel, ...] | tuple[Notat, ...] = ()
    """The questions, or the notes."""


@element(DIA)
class Notat(Element):
    """A note or an answer."""

    tema_kodet: Annotated[
        CV,
        coded(9069, 7321, 8117, 7602),
        coded(9155, before=DIALOG_1_1),
        coded(7322, 9148, 7603, 7606, since=DIALOG_1_1),
        coded(9602, strength=Strength.EXAMPLE, since=DIALOG_1_1),
    ]
    """What kind of note; each profile of the message has its own code system."""
    tema: str | None = None
    """The theme in words."""
    tekst_notat_innhold: Fragment | None = None
    """The text, plain or formatted (XHTML)."""
    merknad: str | None = None
    dok_id_notat: str | None = None
    """The identifier of the document at the sender."""
    dato_notat: Date | None = None
    foresporsel: Foresporsel | None = None
    """The question that is answered."""
    roller_relatert_notat: tuple[RollerRelatertNotat, ...] = ()


@element(DIA)
class Foresporsel(Element):
    """Something one party asks of the other."""

    type_foresp: Annotated[
        CV,
        coded(8331, 9065, 7601, 7602),
        coded(9152, 9153, 9154, before=DIALOG_1_1),
        coded(7603, 7605, since=DIALOG_1_1),
    ]
    """What kind of question; each profile of the message has its own code system."""
    emne_sporsmal: Annotated[str | None, since(DIALOG_1_1)] = None
    """The subject."""
    sporsmal: (
        Annotated[str, removed(DIALOG_1_1)] | Annotated[Fragment, since(DIALOG_1_1)] | None
    ) = None
    """The question: plain text became open content (XHTML)."""
    formal: Annotated[CV | None, coded(9068), named("Formål")] = None
    """The purpose."""
    begrunnelse: str | None = None
    """Why it is asked."""
    hastegrad: Annotated[
        CS | None,
        coded(9067, before=DIALOG_1_1),
        coded(9067, strength=Strength.PREFERRED, since=DIALOG_1_1),
    ] = None
    """How urgent it is."""
    fra_dato: Date | None = None
    """The first day that is asked about."""
    til_dato: Date | None = None
    """The last day that is asked about."""
    type_journalinfo: Annotated[tuple[CV, ...], coded(9066), single(before=DIALOG_1_1)] = ()
    """The kind of information that is asked for."""
    kodet_opplysning: Annotated[CV | None, coded(8324, 1101), since(DIALOG_1_1)] = None
    """A detail, as a code."""
    dok_id_foresp: str | None = None
    """The identifier of the document at the sender."""
    roller_relatert_notat: tuple[RollerRelatertNotat, ...] = ()


@element(DIA)
class RollerRelatertNotat(Element):
    """Somebody with a role in the note or for the patient."""

    rolle_notat: Annotated[CV | None, coded(9057)] = None
    """The role in the note."""
    role_to_patient: Annotated[CV | None, coded(9034, 8422)] = None
    """The role for this patient."""
    tilknyttet_enhet: Annotated[TilknyttetEnhet | None, since(DIALOG_1_1)] = None
    innhold: Annotated[HealthcareProfessional | Person | None, required(before=DIALOG_1_1)] = None
    """Who has the role."""


@element(DIA, since=DIALOG_1_1)
class TilknyttetEnhet(Element):
    """A unit that can be contacted."""

    kontaktenhet: Organisation
    merknad: str | None = None
    innhold: HealthcareProfessional | Person | None = None
    """Whom to ask for."""


@base
class AnyHealthcareProfessional(Element):
    """A health professional, perhaps without an identifier."""

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
    ident: tuple[Ident, ...] = ()
    address: Address | None = None
    tele_com: tuple[TeleCom, ...] = ()


@base
class AnyPerson(Element):
    """A person, with the given name first."""

    given_name: str | None = None
    middle_name: str | None = None
    family_name: str | None = None
    date_of_birth: Date | None = None
    sex: Annotated[CS | None, coded(3101)] = None
    nationality: Annotated[CS | None, coded(9043)] = None
    ident: tuple[Ident, ...] = ()
    address: Address | None = None
    tele_com: tuple[TeleCom, ...] = ()


@element(DIA)
class HealthcareProfessional(AnyHealthcareProfessional):
    """A health professional who takes part in the dialogue."""


@element(DIA)
class Person(AnyPerson):
    """Someone who takes part in the dialogue, but not as a health professional."""
