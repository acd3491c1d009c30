"""The arithmetic of check digits: modulus 11, by the rules of 1964 and of 2032."""

from __future__ import annotations

from operator import mul

__all__ = ["digits_of", "duf_control", "k1", "k2", "organisation_fits", "passes"]

_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2)
_SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_ORGANISATION = (3, 2, 7, 6, 5, 4, 3, 2)
_DUF = (4, 6, 3, 2, 4, 6, 3, 2, 7, 5)
_VALUES = bytes.maketrans(b"0123456789", bytes(range(10)))


def digits_of(text: str) -> bytes | None:
    """The digits of a text as small numbers, None if there is anything else, or nothing.

    Digits of other scripts are none.
    """
    return text.encode().translate(_VALUES) if text.isascii() and text.isdigit() else None


def _total(weights: tuple[int, ...], digits: bytes) -> int:
    """The weighted sum of as many digits as there are weights."""
    return sum(map(mul, weights, digits))


def k1(nine: bytes, remainder: int) -> int | None:
    """The first check digit for nine digits; None: there is none.

    The rule of 1964 leaves the remainder 0, that of 2032 also 1, 2 or 3.
    """
    found = (remainder - _total(_FIRST, nine)) % 11
    return found if found < 10 else None


def k2(ten: bytes) -> int | None:
    """The second check digit for ten digits; None: no number is made of them."""
    found = -_total(_SECOND, ten) % 11
    return found if found < 10 else None


def passes(eleven: bytes) -> tuple[bool, bool]:
    """Whether eleven digits fit the rule of 1964, and whether they fit that of 2032."""
    if (_total(_SECOND, eleven) + eleven[10]) % 11:
        return False, False
    remainder = (_total(_FIRST, eleven) + eleven[9]) % 11
    return remainder == 0, remainder < 4


def organisation_fits(nine: bytes) -> bool:
    """Whether nine digits are a number of an organisation."""
    return (_total(_ORGANISATION, nine) + nine[8]) % 11 == 0


def duf_control(ten: bytes) -> int:
    """The control of a DUF number, which is written with two digits."""
    return _total(_DUF, ten) % 11
