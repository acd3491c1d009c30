"""Identifiers of people and organisations: what they are, whether they can be right.

    found = classify("12838512311")
    found.kind, found.series       # IdentifierKind.FNR, Series.TENOR
    found.faults                   # () when nothing is wrong
    check_identifier("HPR", "12x") # (Fault.NOT_DIGITS,)

Nothing here shows a number: not a `repr`, not an exception. `mask` and `grouped` are for
display. `caremsg.values.identifiers.generate` makes numbers that belong to nobody.

Source: HIS 1001:2010; Skatteetaten (the rule of 2032, Tenor); Brønnøysundregistrene.
"""

from .checking import agrees, check_identifier, classify
from .display import grouped, mask
from .faults import Fault
from .identification import CheckRule, Identification, IdentifierKind, Series, Sex

__all__ = [
    "CheckRule",
    "Fault",
    "Identification",
    "IdentifierKind",
    "Series",
    "Sex",
    "agrees",
    "check_identifier",
    "classify",
    "grouped",
    "mask",
]
