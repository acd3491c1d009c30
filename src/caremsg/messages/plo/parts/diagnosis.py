"""Diagnoses, and those that national care statistics (IPLOS) need.

Source: HIS 80704:2014, section 8.2.6; HIS 80704:2009, section 8.2.6.
"""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Element, Strength, coded, element, required
from caremsg.values import Date

from ...datatypes import CV
from ...editions import PLO_1_6, PLO_2_0
from ...namespaces import PO
from .events import TidsfestetHendelse

__all__ = [
    "InfoIPLOSrelevantInformasjon",
    "InfoMedisinskDiagnose",
    "MedisinskDiagnose",
    "TidsperiodeDiagnose",
]


@element(PO)
class InfoMedisinskDiagnose(Element):
    """The patient's diagnoses."""

    medisinsk_diagnose: tuple[MedisinskDiagnose, ...]


@element(PO)
class MedisinskDiagnose(Element):
    """One diagnosis: its code, its name, or both."""

    hoveddiagnose: Annotated[bool | None, required(before=PLO_1_6)] = None
    """True for the main diagnosis."""
    diagnosekode: Annotated[
        CV | None,
        coded(7110, strength=Strength.EXAMPLE),
        coded(7120, 7160, strength=Strength.EXAMPLE, before=PLO_2_0),
        coded(7170, strength=Strength.EXAMPLE, since=PLO_1_6),
        coded(7171, strength=Strength.EXAMPLE, since=PLO_1_6, before=PLO_2_0),
    ] = None
    """The code; ICD-10 and ICPC-2 are the usual systems."""
    diagnose_beskrivelse: str | None = None
    """The diagnosis in words."""


@element(PO, removed=PLO_2_0)
class InfoIPLOSrelevantInformasjon(Element):
    """What the municipality has to report to the register of care services (IPLOS)."""

    tidsperiode_diagnose: tuple[TidsperiodeDiagnose, ...] = ()
    tidsfestet_hendelse: TidsfestetHendelse | None = None


@element(PO, removed=PLO_2_0)
class TidsperiodeDiagnose(Element):
    """A diagnosis, with the time it was valid."""

    startdato_diagnose: Date
    """First day."""
    sluttdato_diagnose: Date | None = None
    """Last day."""
    medisinsk_diagnose: MedisinskDiagnose
