"""TjenesteOversikt 1.0: the services that a citizen receives (TjenesteOversiktv1.0.xsd)."""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Edition, Element, Message, element, named
from caremsg.values import Date

from ..common import Ident, Organisation, TeleCom
from ..datatypes import CV
from ..dialogmelding import AnyHealthcareProfessional, AnyPerson
from ..editions import TJENESTEOVERSIKT_1_0
from ..namespaces import TJ

__all__ = [
    "HealthcareProfessional",
    "Person",
    "RelaterteRoller",
    "TilknyttetEnhet",
    "Tjeneste",
    "TjenesteOversikt",
]


@element(TJ, default=TJ)
class TjenesteOversikt(Message):
    """The list of services."""

    edition: Edition = TJENESTEOVERSIKT_1_0
    tjeneste: tuple[Tjeneste, ...] = ()


@element(TJ)
class Tjeneste(Element):
    """A service that the citizen receives."""

    tjeneste_id: str
    tjeneste_navn: str
    tjeneste_omrade: Annotated[str, named("TjenesteOmråde")]
    """The kind of care that it is a part of."""
    tjeneste_levert_av: str | None = None
    """Who gives it."""
    tjeneste_tlf: TeleCom | None = None
    """A telephone number for it."""
    tjeneste_url: Annotated[TeleCom | None, named("TjenesteURL")] = None
    """Where to read about it."""
    fra_dato: Date
    til_dato: Date | None = None
    her_id: Annotated[Ident, named("HERId")]
    """Its number in the address register."""
    relaterte_roller: tuple[RelaterteRoller, ...] = ()


@element(TJ)
class RelaterteRoller(Element):
    """Somebody with a role in the service."""

    rolle_notat: CV | None = None
    """The role in the service."""
    role_to_patient: CV | None = None
    """The role for this patient."""
    tilknyttet_enhet: TilknyttetEnhet | None = None
    innhold: HealthcareProfessional | Person | None = None
    """Who has the role."""


@element(TJ)
class TilknyttetEnhet(Element):
    """A unit that can be contacted."""

    kontaktenhet: Organisation
    merknad: str | None = None
    innhold: HealthcareProfessional | Person | None = None
    """Whom to ask for."""


@element(TJ)
class HealthcareProfessional(AnyHealthcareProfessional):
    """A health professional with a role in the service."""


@element(TJ)
class Person(AnyPerson):
    """A person with a role in the service who is not acting as a health professional."""
