"""Videreformidling 1.0: how a message is to reach the citizen (HITS 1217)."""

from __future__ import annotations

from typing import Annotated, Literal

from caremsg.declare import (
    Edition,
    Element,
    Message,
    choice,
    complex_type,
    element,
    facets,
    named,
)
from caremsg.values import PositiveInteger

from ..editions import VIDEREFORMIDLING_1_0
from ..namespaces import VIDEREFORMIDLING

__all__ = [
    "FysiskPostadresse",
    "InfoDPI",
    "InfoFysiskPost",
    "Kanalvalg",
    "Mottakeravgrensning",
    "NorskPostadresse",
    "Printinstruksjon",
    "Printinstruksjoner",
    "UtenlandskPostadresse",
    "Videreformidling",
]


@element(VIDEREFORMIDLING, default=VIDEREFORMIDLING)
class Videreformidling(Message):
    """Which channels may be used, and what each of them needs."""

    edition: Edition = VIDEREFORMIDLING_1_0
    kanalvalg: Annotated[Kanalvalg | None, choice("kanal", required=True)] = None
    mottakeravgrensning: Annotated[Mottakeravgrensning | None, choice("kanal", required=True)] = (
        None
    )
    omfattet_av_reservasjonsrett: bool
    """The citizen may have declined to be written to in digital form."""
    info_fysisk_post: InfoFysiskPost | None = None
    info_dpi: Annotated[InfoDPI | None, named("InfoDPI")] = None
    avsender_identifikator: Annotated[str | None, facets(max_length=100)] = None
    """The sender, as the channel knows it."""
    fakturarerefanse: Annotated[str | None, facets(max_length=40)] = None
    """A reference for the invoice (the name is spelt so in the standard)."""
    leveringsrapport: bool
    """A report of the delivery is wanted."""


@complex_type(VIDEREFORMIDLING)
class Kanalvalg(Element):
    """The channels that may be used."""

    godkjent_for_helsenorge: bool
    """Helsenorge, the citizen's page for health."""
    godkjent_for_dpi: Annotated[bool, named("GodkjentForDPI")]
    """The digital mailbox."""
    godkjent_for_fysisk_post: bool
    """A letter on paper."""


@complex_type(VIDEREFORMIDLING)
class Mottakeravgrensning(Element):
    """The only citizens to reach: those that these channels reach."""

    bare_til_dpi_brukere: Annotated[bool, named("BareTilDPIBrukere")]
    """Those with a digital mailbox."""
    bare_til_fysisk_post_brukere: bool
    """Those who get letters on paper."""


@complex_type(VIDEREFORMIDLING)
class InfoFysiskPost(Element):
    """What a letter on paper needs."""

    avsender_tar_ansvar_for_adresse: bool
    """The sender answers for the address, and gives it."""
    returtype: Literal["DIREKTE_RETUR", "MAKULERING_MED_MELDING"]
    """A letter that does not arrive: send it back, or destroy it and tell."""
    mottaker_postadresse: FysiskPostadresse | None = None
    returmottaker_postadresse: FysiskPostadresse
    utskrift_med_farge: bool
    """Print in colour."""
    printinstruksjoner: Printinstruksjoner | None = None


@complex_type(VIDEREFORMIDLING)
class InfoDPI(Element):
    """What the digital mailbox needs."""

    sikkerhetsniva: Annotated[PositiveInteger, facets(values=("3", "4"))]
    """How securely the citizen must have logged in."""


@complex_type(VIDEREFORMIDLING)
class FysiskPostadresse(Element):
    """The address on a letter."""

    navn: Annotated[str, facets(max_length=130)]
    norsk_adresse: Annotated[
        NorskPostadresse | None, choice("adresse", required=True), named("norskAdresse")
    ] = None
    utenlandsk_adresse: Annotated[
        UtenlandskPostadresse | None, choice("adresse", required=True), named("utenlandskAdresse")
    ] = None


@complex_type(VIDEREFORMIDLING)
class NorskPostadresse(Element):
    """An address in Norway."""

    adresselinje1: Annotated[str | None, facets(max_length=100), named("adresselinje1")] = None
    adresselinje2: Annotated[str | None, facets(max_length=100), named("adresselinje2")] = None
    adresselinje3: Annotated[str | None, facets(max_length=100), named("adresselinje3")] = None
    postnummer: Annotated[str, facets(pattern="[0-9]{4}"), named("postnummer")]
    poststed: Annotated[str, facets(max_length=80), named("poststed")]


@complex_type(VIDEREFORMIDLING)
class UtenlandskPostadresse(Element):
    """An address abroad."""

    adresselinje1: Annotated[str, facets(max_length=100), named("adresselinje1")]
    adresselinje2: Annotated[str | None, facets(max_length=100), named("adresselinje2")] = None
    adresselinje3: Annotated[str | None, facets(max_length=100), named("adresselinje3")] = None
    adresselinje4: Annotated[str | None, facets(max_length=100), named("adresselinje4")] = None
    land: Annotated[
        str | None, choice("land", required=True), facets(max_length=80), named("land")
    ] = None
    """The country by name."""
    landkode: Annotated[
        str | None,
        choice("land", required=True),
        facets(pattern="[a-zA-Z]{2}"),
        named("landkode"),
    ] = None
    """The country by its two letters."""


@complex_type(VIDEREFORMIDLING)
class Printinstruksjoner(Element):
    """Instructions for printing."""

    printinstruksjon: Annotated[tuple[Printinstruksjon, ...], named("printinstruksjon")]


@complex_type(VIDEREFORMIDLING)
class Printinstruksjon(Element):
    """One instruction for printing."""

    navn: Annotated[str, named("navn")]
    verdi: Annotated[str, named("verdi")]
