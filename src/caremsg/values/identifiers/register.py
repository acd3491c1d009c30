"""Numbers of registers: DUF, HPR, HER and organisations.

Source: HIS 1153-1; Brønnøysundregistrene. The control of a DUF number is what public
validators use; the authority has not published it.
"""

from __future__ import annotations

from collections.abc import Callable

from .digits import digits_of, duf_control, organisation_fits
from .faults import Fault

__all__ = ["duf", "organisation", "serial"]

_Faults = tuple[Fault, ...]


def duf(text: str) -> _Faults:
    """What is wrong with a DUF number."""
    digits = digits_of(text)
    if digits is None:
        return (Fault.NOT_DIGITS,)
    if len(digits) != 12:
        return (Fault.LENGTH,)
    fits = duf_control(digits) == digits[10] * 10 + digits[11]
    return () if fits else (Fault.CHECK_DIGIT,)


def organisation(text: str) -> _Faults:
    """What is wrong with the number of an organisation."""
    digits = digits_of(text)
    if digits is None:
        return (Fault.NOT_DIGITS,)
    if len(digits) != 9:
        return (Fault.LENGTH,)
    return () if organisation_fits(digits) else (Fault.CHECK_DIGIT,)


def serial(longest: int) -> Callable[[str], _Faults]:
    """A check of a number that only counts, and has no check digit."""

    def check(text: str) -> _Faults:
        if not (text.isascii() and text.isdigit()):
            return (Fault.NOT_DIGITS,)
        zero = (Fault.LEADING_ZERO,) if text[0] == "0" else ()
        return zero if len(text) <= longest else (*zero, Fault.TOO_LONG)

    return check
