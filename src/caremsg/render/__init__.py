"""Showing a message: as an outline, as text for a reader, as data for JSON.

All of it is made from the plan, so a new message type needs nothing here but a word or two
in the lists behind `label`.
"""

from .data import to_data, to_json
from .labels import label
from .outline import Outline, outline
from .text import to_text

__all__ = ["Outline", "label", "outline", "to_data", "to_json", "to_text"]
