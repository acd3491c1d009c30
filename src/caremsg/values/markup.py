"""Text as XML writes it.

Source: XML 1.0, sections 2.4 and 3.3.3. (`xml.sax.saxutils` would do, but its import
brings an HTTP client along.)
"""

from __future__ import annotations

__all__ = ["escape_attribute", "escape_text"]


def escape_text(text: str) -> str:
    """Text between tags: a carriage return would be read as a line feed."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "&#13;")


def escape_attribute(text: str) -> str:
    """Text between quotes: line ends and tabulators would be read as blanks."""
    text = escape_text(text).replace('"', "&quot;")
    return text.replace("\n", "&#10;").replace("\t", "&#9;")
