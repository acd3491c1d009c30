"""What the doctor knows: blood type, past illness, critical information, notes.

Source: HIS 80704:2014, chapter 9; HIS 80704:2009, sections 9.2.3 and 9.2.10.
"""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Element, Strength, coded, element

from ...datatypes import CS, CV
from ...editions import PLO_1_6, PLO_2_0
from ...epj.cave import Allerginotat, Cave
from ...epj.journalnotat import GenereltJournalnotat, Journaltekst
from ...namespaces import PO

__all__ = [
    "InfoAndreViktigeOpplysninger",
    "InfoTidligereSykdommer",
    "MedisinskfagligeOpplysninger",
    "RegistrertBlodtype",
    "TidligereSykdomFragment",
]


@element(PO, removed=PLO_2_0)
class MedisinskfagligeOpplysninger(Element):
    """The medical content, apart from diagnoses and medicines, which have their own places."""

    registrert_blodtype: RegistrertBlodtype | None = None
    info_tidligere_sykdommer: tuple[InfoTidligereSykdommer, ...] = ()
    cave: Cave | None = None
    allerginotat: tuple[Allerginotat, ...] = ()
    generelt_journalnotat: tuple[GenereltJournalnotat, ...] = ()


@element(PO, removed=PLO_2_0)
class RegistrertBlodtype(Element):
    """The patient's blood type."""

    blodtype: Annotated[CS, coded(9160)]
    """The type in the AB0 system."""
    rhesusgruppe: Annotated[CS | None, coded(9161)] = None
    """The Rhesus group."""
    merknad: str | None = None


@element(PO, removed=PLO_2_0)
class InfoTidligereSykdommer(Element):
    """An earlier illness, as an entry, as a text, or both."""

    tidligere_sykdom_fragment: TidligereSykdomFragment | None = None
    journaltekst: Journaltekst | None = None


@element(PO, removed=PLO_2_0)
class TidligereSykdomFragment(Element):
    """An entry about an earlier or lasting illness or a disability."""

    funksjonshemming_kronisk_sykdom: bool
    """True for a disability or a chronic illness."""
    tidligere_sykdom: str
    """The illness in words."""
    diagnosekode: Annotated[
        CV | None,
        coded(7110, 7120, 7160, strength=Strength.EXAMPLE),
        coded(7170, 7171, strength=Strength.EXAMPLE, since=PLO_1_6),
    ] = None
    """Its code; ICD-10 and ICPC-2 are the usual systems."""


@element(PO)
class InfoAndreViktigeOpplysninger(Element):
    """Other things to be aware of, less than critical."""

    generelt_journalnotat: tuple[GenereltJournalnotat, ...] = ()
    allerginotat: tuple[Allerginotat, ...] = ()
