"""Municipal and private services that the patient has or needs.

Source: HIS 80704:2014, sections 8.2.21 and 12.2.2; HIS 80704:2009, sections 8.2.19 and 12.2.2.
"""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Element, coded, element, named, removed, required
from caremsg.values import Date, Decimal, Double

from ...datatypes import CV
from ...editions import PLO_2_0
from ...namespaces import PO

__all__ = ["EksisterendeTjeneste", "OpplysningerOmIndividuellPlan", "TjenesteBehov"]


@element(PO)
class EksisterendeTjeneste(Element):
    """A service the patient has, from the municipality or paid privately."""

    iplos_tjenestetype: Annotated[CV | None, coded(9151), named("IPLOStjenestetype")] = None
    """The kind of service, as the register of care services (IPLOS) names it."""
    betegnelse_tjeneste: Annotated[str | None, required(since=PLO_2_0)] = None
    """What the service is called."""
    privat_tjeneste: bool
    """True if the patient has arranged it privately."""
    tjenesten_levert_av: str | None = None
    """Who provides it."""
    opplysninger_om_tjenesten: str | None = None
    """More about it."""
    antall_enheter: Decimal | None = None
    """How much of it, in the unit below."""
    enhet: str | None = None
    """The unit, such as hours a week."""
    startdato: Date | None = None
    """First day."""
    sluttdato: Date | None = None
    """Last day."""
    merknad: Annotated[str | None, removed(PLO_2_0)] = None


@element(PO, removed=PLO_2_0)
class TjenesteBehov(Element):
    """A service the patient needs."""

    iplos_tjenestetype: Annotated[CV | None, coded(9151), named("IPLOStjenestetype")] = None
    """The kind of service, as the register of care services (IPLOS) names it."""
    betegnelse_tjeneste: str | None = None
    """What the service is called."""
    ved_institusjon: str | None = None
    """The institution that is to provide it."""
    beskrivelse_av_tjeneste: str | None = None
    """The need in words."""
    antall_enheter_onsket: Double | None = None
    """How much is wanted, in the unit below."""
    enhet: str | None = None
    """The unit, such as hours a week."""


@element(PO, since=PLO_2_0)
class OpplysningerOmIndividuellPlan(Element):
    """Whether there is an individual plan, which coordinates several services (draft)."""

    individuell_plan_foreligger: bool | None = None
    """True if there is one."""
    koordinator_oppnevnt: bool | None = None
    """True if somebody is appointed to coordinate it."""
    merknad: str | None = None
