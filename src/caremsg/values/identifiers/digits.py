"""The arithmetic of check digits: modulus 11, by the rules of 1964 and of 2032."""

from __future__ import annotations

__all__ = ["digits_of", "first_sum", "k1_of_2032", "k2", "organisation_fits", "passes"]

_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2)
_SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_ORGANISATION = (3, 2, 7, 6, 5, 4, 3, 2)


def digits_of(text: str) -> tuple[int, ...] | None:
    """The digits of a text, None if it has anything else. Digits of other scripts are none."""
    return tuple(map(int, text)) if text.isascii() and text.isdigit() else None


def first_sum(digits: tuple[int, ...]) -> int:
    """The weighted sum of the first nine digits."""
    return sum(w * d for w, d in zip(_FIRST, digits, strict=False))


def k2(digits: tuple[int, ...]) -> int | None:
    """The second check digit for ten digits; None: no number is made of them."""
    found = -sum(w * d for w, d in zip(_SECOND, digits, strict=False)) % 11
    return found if found < 10 else None


def k1_of_2032(digits: tuple[int, ...]) -> tuple[int, ...]:
    """The first check digits that are right for nine digits; the first is that of 1964.

    When 1964 has none, since it would be 10, the tuple holds those of 2032 only.
    """
    found = [(remainder - first_sum(digits)) % 11 for remainder in range(4)]
    return tuple(digit for digit in found if digit < 10)


def passes(digits: tuple[int, ...]) -> tuple[bool, bool]:
    """Whether eleven digits fit the rule of 1964, and whether they fit that of 2032."""
    remainder = (first_sum(digits) + digits[9]) % 11
    second = k2(digits[:10]) == digits[10]
    return second and remainder == 0, second and remainder < 4


def organisation_fits(digits: tuple[int, ...]) -> bool:
    """Whether nine digits are a number of an organisation."""
    total = sum(w * d for w, d in zip(_ORGANISATION, digits, strict=False))
    return (total + digits[8]) % 11 == 0
