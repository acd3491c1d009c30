"""Which rules of the standard that one message cannot answer are carried here, and where.

They are those of `caremsg.check.coverage` that need earlier messages, own parties or the clock.
What is not in this table nobody judges yet, or nobody can: see the generated page of rules.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["CARRIED"]

_BY_MODULE = {
    "receiving": "APP-01 APP-02 APP-03 APP-04 APP-10 APP-11 APP-14 APP-16 DEC-03 DEC-04 DEC-05 "
    "DEC-06 DEC-07 DEC-08 DEC-09 DEC-12 DEC-13 DEC-14 DEC-15 DEC-22 DEC-23 DEC-24 DEC-25 DEC-27 "
    "DEC-28 DEC-29 DEC-30 DEC-31 DIA-69 PAT-16 PLO-AR-01 PLO-AR-05",
    "acknowledging": "APP-12 APP-30 APP-31 APP-32 APP-33 APP-34 APP-35 APP-37 HEAD-38 PLO-AR-02 "
    "PLO-AR-07",
    "addressing": "APP-46 DEC-10 DEC-17 DEC-18 DEC-19 DEC-20 HEAD-71",
    "exchange": "APP-05 APP-06 APP-08 APP-17 APP-48 APP-60 APP-62 APP-63 APP-64 APP-70 DEC-11 "
    "DEC-33 DEC-35 DEC-36 DEC-37 DEC-39 HEAD-08 HEAD-09 HEAD-10 HEAD-115 PLO-AR-06 PLO-HD-05 "
    "PLO-ST-15",
    "following": "APP-71 APP-73 APP-74 APP-75 APP-77 APP-78 APP-79 DIA-42 HEAD-20 HEAD-99 "
    "PLO-ST-09 PLO-ST-20",
    "chains": "DEC-32 HEAD-24 PLO-HO-14 PLO-ST-10 PLO-ST-12 PLO-ST-13 PLO-ST-14 PLO-ST-16",
    "awaiting": "APP-72 DIA-43 PLO-AR-03 PLO-LE-10 PLO-LU-09 PLO-PF-06 PLO-PF-07 PLO-PF-11 "
    "PLO-PF-19 PLO-PF-20",
}
CARRIED: Mapping[str, str] = {
    id: f"caremsg.exchange.{module}" for module, ids in _BY_MODULE.items() for id in ids.split()
}
"""The module that carries a rule, by its id."""
