"""The forms in which `caremsg check` tells what it found: one module for each."""

from .base import Style, Writer
from .json_lines import JsonLines
from .junit import JUnit
from .sarif import Sarif
from .text import Text

__all__ = ["FORMATS", "JUnit", "JsonLines", "Sarif", "Style", "Text", "Writer"]

FORMATS: dict[str, type[Writer]] = {
    "text": Text,
    "json": JsonLines,
    "jsonl": JsonLines,
    "sarif": Sarif,
    "junit": JUnit,
}
"""Every form by its name; `json` and `jsonl` are the same."""
