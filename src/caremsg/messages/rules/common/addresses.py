"""Rules about postal addresses and telephone numbers (HIS 80601)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from caremsg.declare.edits import drop, put, text
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...common import Address, TeleCom
from ...given import Given
from ..reading import blank, code_in

SAMPLE = "innleggelsesrapport-1.6"
_AT = "MsgInfo/Patient/Address"
_POSTAL_CODE = re.compile("[0-9]{4}")


@rule(
    "DAT011",
    "HEAD-48",
    source="HIS 80601:2006",
    severity=Severity.WARNING,
    en="a Norwegian postal code has four digits",
    nb="et norsk postnummer har fire sifre",
    why=Words(
        "Letters and visits find their way by it, and systems look the place up in a list.",
        "Brev og besøk finner frem med det, og systemer slår opp stedet i en liste.",
    ),
    mend=Words(
        "Write the four digits alone; for an address abroad give Country.",
        "Skriv bare de fire sifrene; for en adresse i utlandet oppgis Country.",
    ),
    sample=SAMPLE,
    bad=text(f"{_AT}/PostalCode", "N-9999"),
)
def four_digits(address: Address, _: Given) -> Iterator[Breach]:
    """The postal code of an address in Norway has four digits."""
    code, abroad = address.postal_code, address.country
    in_norway = abroad is None or code_in(abroad, "NO")
    if code is not None and in_norway and not _POSTAL_CODE.fullmatch(code.strip()):
        yield Breach("postal_code")


@rule(
    "DAT012",
    "HEAD-49",
    source="HIS 80601:2006 (kodeverk 3402)",
    severity=Severity.WARNING,
    en="the municipality is not given by its number of four digits",
    nb="kommunen er ikke oppgitt med sitt nummer på fire sifre",
    why=Words(
        "The number says which municipality is responsible for services.",
        "Nummeret sier hvilken kommune som har ansvar for tjenester.",
    ),
    mend=Words("Give the number in County.", "Oppgi nummeret i County."),
    sample=SAMPLE,
    bad=put(_AT, "<County V='99' DN='Tirilvik'/>", after="City"),
)
def municipality_by_number(address: Address, _: Given) -> Iterator[Breach]:
    """County is the number of a municipality."""
    county = address.county
    if county is not None and not _POSTAL_CODE.fullmatch((county.code or "").strip()):
        yield Breach("county")


@rule(
    "DAT013",
    "HEAD-51",
    source="HIS 80601:2006",
    severity=Severity.ADVICE,
    en="it is not said what the address or number is for",
    nb="det er ikke oppgitt hva adressen eller nummeret er til",
    why=Words(
        "A home is visited, a postal address is written to, and a mobile telephone gets texts.",
        "Et hjem blir besøkt, en postadresse får brev, og en mobiltelefon får tekstmeldinger.",
    ),
    mend=Words(
        "Give Type of the address (3401), TypeTelecom of the number (9061).",
        "Oppgi Type for adressen (3401), TypeTelecom for nummeret (9061).",
    ),
    sample=SAMPLE,
    bad=drop(f"{_AT}/Type"),
)
def kind_of_address(contact: Address | TeleCom, _: Given) -> Iterator[Breach]:
    """An address or a number says what it is for."""
    if isinstance(contact, Address):
        if contact.type is None:
            yield Breach("type")
    elif contact.type_telecom is None and contact.tele_address.startswith("tel:"):
        yield Breach("type_telecom")


@rule(
    "DAT014",
    "HEAD-47",
    source="HIS 80601:2006",
    en="the address says no more than what it is for",
    nb="adressen sier ikke mer enn hva den er til",
    why=Words("Nobody can find the place.", "Ingen kan finne stedet."),
    mend=Words("Give the address, or leave it out.", "Oppgi adressen, eller utelat den."),
    sample=SAMPLE,
    bad=drop(f"{_AT}/*[not(name()='Type')]"),
)
def an_address_says_where(address: Address, _: Given) -> Iterator[Breach]:
    """An address names a street, a box, a place or a country."""
    texts = (address.street_adr, address.postal_code, address.city, address.postbox)
    codes = (address.county, address.country)
    if address.type is not None and all(map(blank, texts)) and codes == (None, None):
        yield Breach()


elsewhere(
    Reason.SHAPE,
    {"HEAD-50": "Country and Nationality are codes of 9043, judged like every code (COD006)."},
)
