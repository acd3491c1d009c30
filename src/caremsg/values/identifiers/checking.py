"""What is wrong with an identifier, by the code of its type (8116 for people, 9051 for units).

Source: HIS 1001:2010; HIS 1153-1; Brønnøysundregistrene. The control of a DUF number is what
public validators use; the authority has not published it.
"""

from __future__ import annotations

from collections.abc import Callable

from .digits import digits_of, organisation_fits
from .faults import Fault
from .person import Kind, Series, classify

__all__ = ["check_identifier"]

_DUF = (4, 6, 3, 2, 4, 6, 3, 2, 7, 5)
_Faults = tuple[Fault, ...]


def check_identifier(type_code: str | None, value: str) -> tuple[Fault, ...]:
    """What is wrong with an identifier of a type, such as `FNR`, `HER` or `ENH`.

    Types whose identifiers have no form that is known, such as passports, have no faults.
    """
    check = _CHECKS.get(type_code or "")
    return check(value) if check is not None else ()


def _national(kind: Kind) -> Callable[[str], _Faults]:
    def check(value: str) -> _Faults:
        found = classify(value)
        if found.kind is None or found.kind is kind:
            return found.faults
        # 40 in the month is an H-nummer, or a made-up number of NAV: the type decides.
        if found.series is Series.NAV and _starts_like(kind, value):
            return found.faults
        return (*found.faults, Fault.KIND)

    return check


def _starts_like(kind: Kind, value: str) -> bool:
    return kind is (Kind.DNR if value[0] in "4567" else Kind.FNR)


def _duf(value: str) -> _Faults:
    digits = digits_of(value)
    if digits is None:
        return (Fault.NOT_DIGITS,)
    if len(digits) != 12:
        return (Fault.LENGTH,)
    control = sum(w * d for w, d in zip(_DUF, digits, strict=False)) % 11
    return () if control == digits[10] * 10 + digits[11] else (Fault.CHECK_DIGIT,)


def _serial(longest: int) -> Callable[[str], _Faults]:
    def check(value: str) -> _Faults:
        if digits_of(value) is None:
            return (Fault.NOT_DIGITS,)
        if len(value) > longest:
            return (Fault.LENGTH,)
        return (Fault.LEADING_ZERO,) if value[0] == "0" else ()

    return check


def _organisation(value: str) -> _Faults:
    digits = digits_of(value)
    if digits is None:
        return (Fault.NOT_DIGITS,)
    if len(digits) != 9:
        return (Fault.LENGTH,)
    return () if organisation_fits(digits) else (Fault.CHECK_DIGIT,)


_CHECKS: dict[str, Callable[[str], _Faults]] = {
    "FNR": _national(Kind.FNR),
    "DNR": _national(Kind.DNR),
    "HNR": _national(Kind.HNR),
    "FHN": _national(Kind.FHN),
    "DUF": _duf,
    "HPR": _serial(9),
    "HER": _serial(12),
    "ENH": _organisation,
}
