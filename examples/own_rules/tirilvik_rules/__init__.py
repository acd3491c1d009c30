"""A rule of our own: we ring the ward, so every contact person needs a telephone number.

Installed beside caremsg, the package makes itself known by the entry point in its
`pyproject.toml`. From then on `check`, `caremsg check`, `caremsg explain` and
`caremsg rules` know it like the rules of the standard.
"""

from __future__ import annotations

from collections.abc import Iterator

from caremsg import Severity
from caremsg.check import Breach, Given, Words, edits, rule
from caremsg.messages.plo.parts import KontaktpersonHelsepersonell


@rule(
    "TIR001",
    source="Tirilvik, routine 12",
    severity=Severity.WARNING,
    en="a contact person has no telephone number",
    nb="en kontaktperson har ikke noe telefonnummer",
    why=Words("Questions are asked by telephone.", "Spørsmål stilles på telefon."),
    mend=Words("Give a TeleCom for the person.", "Oppgi TeleCom for personen."),
    sample="innleggelsesrapport-1.6",
    bad=edits.drop("//Kontaktperson/TeleCom"),
)
def contact_has_telephone(contact: KontaktpersonHelsepersonell, _: Given) -> Iterator[Breach]:
    """Whoever is named as a contact can be rung."""
    if not contact.kontaktperson.tele_com:
        yield Breach("kontaktperson.tele_com")
