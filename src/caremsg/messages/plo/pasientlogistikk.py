"""Pasientlogistikk (HIS 1149): short notices about where the patient is in the flow.

The hospital tells the municipality that a patient is admitted, ready for discharge, not
ready after all, or discharged. A death is told between care service and doctor, both
ways. The form of PLO 2.0, with the municipality's reply, is an experimental draft.
"""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Edition, Element, Message, element, removed

from ..editions import PLO_2_0
from ..namespaces import P1, PO
from .parts.administrative import FellesAdministrativeOpplysninger
from .parts.care_message import CareMessage
from .parts.events import TidsfestetHendelse, UtskrevetTil
from .parts.patient import InfoInformasjonGitt

__all__ = [
    "AvmeldingUtskrivningsklarPasient",
    "MeldingInnlagtPasient",
    "MeldingOmUtskrevetPasient",
    "MeldingUtskrivningsklarPasient",
    "OrienteringOmDod",
    "Pasientlogistikk",
    "PasientlogistikkV2",
    "TilbakemeldingUtskrivningsklarPasient",
]


@element(P1, removed=PLO_2_0, default=PO)
class Pasientlogistikk(CareMessage):
    """Patient logistics: one notice about an admission, a discharge or a death."""

    innhold: (
        OrienteringOmDod
        | MeldingOmUtskrevetPasient
        | MeldingUtskrivningsklarPasient
        | AvmeldingUtskrivningsklarPasient
        | MeldingInnlagtPasient
    )
    """The notice."""


@element(P1, name="Pasientlogistikk", since=PLO_2_0, default=PO)
class PasientlogistikkV2(Message):
    """Patient logistics in the draft: the same notices, and a reply."""

    edition: Edition = PLO_2_0
    felles_administrative_opplysninger: FellesAdministrativeOpplysninger
    innhold: (
        OrienteringOmDod
        | MeldingInnlagtPasient
        | MeldingOmUtskrevetPasient
        | MeldingUtskrivningsklarPasient
        | AvmeldingUtskrivningsklarPasient
        | TilbakemeldingUtskrivningsklarPasient
    )
    """The notice."""


@element(P1, message_type=("LOG_INNLAGT", "Melding om innlagt pasient"))
class MeldingInnlagtPasient(Element):
    """The patient has been admitted."""

    tidsfestet_hendelse: TidsfestetHendelse


@element(P1, message_type=("LOG_UTSKRIVNINGSKLAR", "Melding om utskrivningsklar pasient"))
class MeldingUtskrivningsklarPasient(Element):
    """The patient is ready for discharge, and needs services from the municipality."""

    tidsfestet_hendelse: tuple[TidsfestetHendelse, ...]


@element(P1, message_type=("LOG_AVMELDING", "Avmelding av utskrivningsklar pasient"))
class AvmeldingUtskrivningsklarPasient(Element):
    """The patient is no longer ready for discharge."""

    tidsfestet_hendelse: tuple[TidsfestetHendelse, ...]


@element(P1, message_type=("LOG_UTSKREVET", "Melding om utskrevet pasient"))
class MeldingOmUtskrevetPasient(Element):
    """The patient has been discharged."""

    utskrevet_til: UtskrevetTil
    tidsfestet_hendelse: TidsfestetHendelse
    info_informasjon_gitt: Annotated[InfoInformasjonGitt | None, removed(PLO_2_0)] = None


@element(P1, message_type=("LOG_DOD", "Orientering om dødsfall"))
class OrienteringOmDod(Element):
    """The patient has died."""

    tidsfestet_hendelse: TidsfestetHendelse


@element(
    P1,
    since=PLO_2_0,
    message_type=("LOG_TILBAKEMELDING", "Tilbakemelding om utskrivningsklar pasient"),
)
class TilbakemeldingUtskrivningsklarPasient(Element):
    """The municipality's reply: when it can receive the patient."""

    tidsfestet_hendelse: tuple[TidsfestetHendelse, ...]
