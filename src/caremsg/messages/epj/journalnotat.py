"""Notes of the patient record (EPJ-journalnotat-mv.xsd; HIS 80704:2014, chapter 8)."""

from __future__ import annotations

from typing import Annotated, Literal

from caremsg.declare import Element, Strength, attribute, coded, element, named

from ..datatypes import CV
from ..editions import PLO_1_6
from ..namespaces import EPJ2, META
from .meta import EpjDokument, EpjSak, Komponent, Komponentmelding

__all__ = ["GenereltJournalnotat", "Journaltekst", "Notater"]


@element(EPJ2)
class Notater(Komponentmelding):
    """The notes of a record, as a document of their own."""

    basiskomponenttype: EpjSak = "EPJ sak"
    komponenttype: Annotated[
        Literal["2.16.578.1.12.4.1.6.14.50301.0"], attribute(META), named("komponenttype")
    ] = "2.16.578.1.12.4.1.6.14.50301.0"
    generelt_journalnotat: tuple[GenereltJournalnotat, ...]


@element(EPJ2)
class GenereltJournalnotat(Komponent):
    """A note of any kind."""

    basiskomponenttype: EpjDokument = "EPJ dokument"
    komponenttype: Annotated[
        Literal["2.16.578.1.12.4.1.6.13.11009.0"], attribute(META), named("komponenttype")
    ] = "2.16.578.1.12.4.1.6.13.11009.0"
    journaltekst: tuple[Journaltekst, ...]


@element(EPJ2)
class Journaltekst(Element):
    """A piece of text under a heading."""

    overskriftskode: Annotated[
        CV | None,
        coded(9142, 9141, strength=Strength.REQUIRED),
        coded(9145, strength=Strength.REQUIRED, since=PLO_1_6),
        coded(9143, strength=Strength.EXAMPLE),
        coded(9145, strength=Strength.EXAMPLE, before=PLO_1_6),
    ] = None
    """The heading, as a code."""
    notat: str
    """The text itself."""
    merknad: str | None = None
    """A remark on the text."""
