"""People and units around the patient.

Source: HIS 80704:2014, sections 5.2.8 to 5.2.11; HIS 80704:2009, section 6.2.7.
"""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Element, coded, element, since
from caremsg.values import Year

from ...common import HealthcareProfessional, Organisation, Person
from ...datatypes import CS
from ...editions import PLO_1_6, PLO_2_0
from ...namespaces import PO

__all__ = [
    "KontaktpersonHelsepersonell",
    "ParorendeForesatt",
    "PasientrelatertKontaktperson",
    "TilknyttetEnhet",
]


@element(PO)
class ParorendeForesatt(Element):
    """A relative, or whoever is responsible for the patient."""

    slektskap: Annotated[CS | None, coded(9033)] = None
    """How the person is related to the patient."""
    omsorgsfunksjon: Annotated[CS | None, coded(9050)] = None
    """The function the person has, such as legal guardian."""
    fodselsar_mindrearig_parorende: Annotated[Year | None, since(PLO_1_6)] = None
    """The year this relative was born, if still a child."""
    narmeste_parorende: Annotated[bool | None, since(PLO_2_0)] = None
    """True for the one who counts as the nearest."""
    referanseperson: Person
    """The person."""
    merknad: str | None = None


@element(PO)
class TilknyttetEnhet(Element):
    """A unit that can be contacted about the patient."""

    kontaktenhet: Organisation
    """The unit."""
    merknad: str | None = None


@element(PO)
class KontaktpersonHelsepersonell(Element):
    """A health professional who can be contacted about the patient."""

    kontaktperson: HealthcareProfessional
    """The professional."""
    merknad: str | None = None


@element(PO, since=PLO_2_0)
class PasientrelatertKontaktperson(Element):
    """Someone else who can be contacted about the patient."""

    stilling_rolle: str | None = None
    """Position or role."""
    arbeidssted: str | None = None
    """Place of work."""
    referanseperson: Person
    """The person."""
    merknad: str | None = None
