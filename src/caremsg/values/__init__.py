"""Values that no type of Python fits, each kept in the spelling of its sender.

`Date`, `DateTime`, `TS` and the numbers are strings that also know their meaning:
`DateTime("2018-01-31T10:20:11.0Z").datetime`. So `500` stays `500`.
`identifiers` tells what a national number, a HER-id and the like are.
"""

from . import identifiers
from .base64 import Base64
from .fragment import Fragment
from .lexical import Lexical, SpelledBool, boolean, is_valid, text_of_bool
from .link import URI, URL
from .markup import escape_attribute, escape_text
from .number import Decimal, Double, Float, Integer, PositiveInteger
from .time import TS, Date, DateTime, Precision, Time, Year, YearMonth

__all__ = [
    "TS",
    "URI",
    "URL",
    "Base64",
    "Date",
    "DateTime",
    "Decimal",
    "Double",
    "Float",
    "Fragment",
    "Integer",
    "Lexical",
    "PositiveInteger",
    "Precision",
    "SpelledBool",
    "Time",
    "Year",
    "YearMonth",
    "boolean",
    "escape_attribute",
    "escape_text",
    "identifiers",
    "is_valid",
    "text_of_bool",
]
