"""Local agreements as data: what a region or two parties agreed beyond the standard.

    found = read_agreement(Path("region.toml"))
    found.report                                # what is wrong with the file, with lines
    agreement = layered(nation, region, pair)   # later ones are more special
    report = check(message, agreement=agreement)

The form of the file is told in `docs/do/agreements.md`. No code runs from it.
"""

from .difference import Difference, differences, facts
from .judging import AgreementBreach, judge_agreement
from .layers import conflicts, layered, loosened
from .model import Agreement, AgreementFile, Exchange, Level, Requirement
from .reading import read_agreement

__all__ = [
    "Agreement",
    "AgreementBreach",
    "AgreementFile",
    "Difference",
    "Exchange",
    "Level",
    "Requirement",
    "conflicts",
    "differences",
    "facts",
    "judge_agreement",
    "layered",
    "loosened",
    "read_agreement",
]
