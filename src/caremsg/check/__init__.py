"""Judging messages: the rules of the standard, policies, local agreements.

    report = check(data, policy=SENDING)
    report.raise_for_errors()

Rules of your own are declared like ours, with `rule`.
"""

from caremsg.codes import STANDARD_CODES
from caremsg.declare.rules import Breach, rule
from caremsg.messages.given import Given

from .engine import check
from .policy import RECEIVING, SENDING, STANDARD, Change, Policy

__all__ = [
    "RECEIVING",
    "SENDING",
    "STANDARD",
    "STANDARD_CODES",
    "Breach",
    "Change",
    "Given",
    "Policy",
    "check",
    "rule",
]
