"""What says so, and words that fill the texts."""

from __future__ import annotations

from caremsg.findings import Words

__all__ = ["LISTED", "NOTHING", "OWN", "THE_END", "XML_SPEC", "XSD_SPEC", "XSD_TYPES"]

XML_SPEC = "XML 1.0 (5th ed.)"
XSD_SPEC = "XML Schema Part 1 (2nd ed.)"
XSD_TYPES = "XML Schema Part 2 (2nd ed.)"
OWN = "caremsg, safe reading"

NOTHING = Words("nothing", "ingenting")
LISTED = Words("`caremsg messages` lists those that are", "`caremsg messages` viser hvilke")
THE_END = Words("the end", "slutten")
