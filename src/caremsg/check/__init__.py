"""Judging messages: the rules of the standard, policies, local agreements.

    report = check(data, policy=SENDING)
    report.raise_for_errors()

Rules of your own are declared like ours, with `rule`: see `docs/do/own-rules.md`.
"""

from caremsg.codes import STANDARD_CODES
from caremsg.declare import edits
from caremsg.declare.rules import Breach, rule
from caremsg.findings import Words
from caremsg.messages.given import Given

from .engine import check
from .explaining import Explanation, explain, explanations
from .policy import RECEIVING, SENDING, STANDARD, Change, Policy
from .subjects import message_types, rules_for

__all__ = [
    "RECEIVING",
    "SENDING",
    "STANDARD",
    "STANDARD_CODES",
    "Breach",
    "Change",
    "Explanation",
    "Given",
    "Policy",
    "Words",
    "check",
    "edits",
    "explain",
    "explanations",
    "message_types",
    "rule",
    "rules_for",
]
