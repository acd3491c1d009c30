"""What can be wrong with an identifier."""

from __future__ import annotations

from enum import Enum

__all__ = ["Fault"]


class Fault(Enum):
    """One thing that is wrong; the number itself is never told."""

    NOT_DIGITS = "not digits"
    """There is something else than the digits 0 to 9 in it, or nothing at all."""
    LENGTH = "length"
    """It has too many digits or too few."""
    DATE = "date"
    """What stands for the date of birth is no day."""
    CHECK_DIGIT = "check digit"
    """Its check digits do not fit its other digits."""
    ONLY_2032 = "only 2032"
    """Its check digits fit the rule of 2032 alone: before 2032, or of a kind that it is not for."""
    NOT_ISSUED = "not issued"
    """No number with this serial and year was ever issued."""
    KIND = "kind"
    """It is a number of another kind than it is said to be."""
    LEADING_ZERO = "leading zero"
    """It begins with a zero, which a serial number does not."""
    TOO_LONG = "too long"
    """It has more digits than a serial number has."""

    @property
    def doubtful(self) -> bool:
        """True for what is strange, but proves nothing: the rules may have changed."""
        return self in (Fault.ONLY_2032, Fault.NOT_ISSUED)
