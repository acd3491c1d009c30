"""The requirements of the national acceptance tests, tried on any receiver.

    from caremsg.testing.acceptance import run

    result = run("acceptance")             # our own receiver
    result = run("acceptance", mine)       # yours: see `Receiver`
    print(as_text(result))

The folder has the messages, and an `expected.json` that tells what is expected of each.
"""

from .evidence import Evidence, Verdict
from .receivers import Answer, Receiver, Session, Setup, ours
from .records import Expected, Folder, Record, Scenario, read_folder
from .report import as_html, as_junit, as_text
from .requirement import Requirement
from .requirements import REQUIREMENTS
from .running import Result, Run, run

__all__ = [
    "REQUIREMENTS",
    "Answer",
    "Evidence",
    "Expected",
    "Folder",
    "Receiver",
    "Record",
    "Requirement",
    "Result",
    "Run",
    "Scenario",
    "Session",
    "Setup",
    "Verdict",
    "as_html",
    "as_junit",
    "as_text",
    "ours",
    "read_folder",
    "run",
]
