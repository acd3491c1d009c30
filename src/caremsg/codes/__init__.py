"""Code systems (Norwegian: kodeverk): what a code means, and whether it is one.

    events = code_system(9121)       # or its OID, or its name
    events["3"].display              # "Pasient utskrivningsklar"
    "7" in events                    # False
    events.verdict("5")              # Verdict.KNOWN
    events.cv("3")                   # the value for a message, with display and OID

A list is read on first use, each by itself. `STANDARD_CODES` holds them all; a `Catalogue`
with newer or further lists is made from it: `STANDARD_CODES.with_file(path)`.
"""

from .catalogue import STANDARD_CODES, Catalogue, code_system, code_systems
from .lists import read_csv, read_json
from .system import Code, CodeSystem, Verdict

__all__ = [
    "STANDARD_CODES",
    "Catalogue",
    "Code",
    "CodeSystem",
    "Verdict",
    "code_system",
    "code_systems",
    "read_csv",
    "read_json",
]
