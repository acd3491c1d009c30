"""The requirements that are judged (ACC-R), each in one sentence of our own.

Source: the national acceptance tests for care messages and dialogue messages, the test cases
for acknowledgements, and the standards they rest on.
"""

from __future__ import annotations

from .care_table import CARE
from .receipt_table import RECEIPTS
from .requirement import Requirement

__all__ = ["REQUIREMENTS"]

REQUIREMENTS: tuple[Requirement, ...] = (*CARE, *RECEIPTS)
"""All of them, in order."""
