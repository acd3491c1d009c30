"""What can be told from an identifier alone."""

from __future__ import annotations

import datetime as dt
from enum import Enum

from attrs import frozen

from .faults import Fault

__all__ = ["CheckRule", "Identification", "IdentifierKind", "Series", "Sex"]


class IdentifierKind(Enum):
    """What kind of identifier it is, by the code of its type in 8116 or 9051."""

    FNR = "FNR"
    """Fødselsnummer: of everybody who is registered as a resident."""
    DNR = "DNR"
    """D-nummer: of others with a need for a number; 4 is added to the first digit."""
    HNR = "HNR"
    """H-nummer: of one organisation only; 4 is added to the third digit."""
    FHN = "FHN"
    """Felles hjelpenummer: for health care when no other number is known."""
    DUF = "DUF"
    """DUF-nummer: of people who seek asylum or a permit."""
    HPR = "HPR"
    """HPR-nummer: of health personnel."""
    HER = "HER"
    """HER-id: of those who send and receive messages."""
    ENH = "ENH"
    """Organisation number: of the register of legal entities."""


class Series(Enum):
    """Whose series of made-up numbers it is from; the value is what is added to the month."""

    TENOR = 80
    """Skatteetaten."""
    NHN = 65
    """Norsk helsenett."""
    NAV = 40
    """NAV; an H-nummer has the same mark."""


class CheckRule(Enum):
    """A rule for the check digits of national numbers, by the year from which it holds."""

    OF_1964 = 1964
    OF_2032 = 2032


class Sex(Enum):
    """What the ninth digit says, with the codes of 3101."""

    MALE = "1"
    FEMALE = "2"


@frozen(repr=False)
class Identification:
    """What can be told from an identifier; the identifier itself is not kept."""

    kind: IdentifierKind | None
    """None when it fits no kind, or one that has no known form."""
    faults: tuple[Fault, ...] = ()
    """What is wrong, or else doubtful."""
    series: Series | None = None
    """The series of a made-up number."""
    ambiguous: bool = False
    """True for 40 in the month, where nobody said whether it is an H-nummer or of NAV."""
    rules: frozenset[CheckRule] = frozenset()
    """The rules that the check digits of a national number fit."""
    birthday: tuple[int, int, int] | None = None
    """Day, month and last two digits of the year: of fødselsnummer and D-nummer that fit
    the rule of 1964."""
    birth_date: dt.date | None = None
    """A hint: as above, with the century that goes with the serial number."""
    sex: Sex | None = None
    """A hint, of the same numbers."""

    @property
    def synthetic(self) -> bool:
        """True for a made-up number, which belongs to no person."""
        return self.series is not None and not self.ambiguous

    def __repr__(self) -> str:
        kind = self.kind.name if self.kind is not None else "of no kind"
        return f"<Identification {kind}: {len(self.faults)} faults>"
