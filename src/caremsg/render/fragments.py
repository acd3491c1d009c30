"""Open content for a reader: the text of what is formatted, the name of anything else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from caremsg.values import Fragment

from .formats import NOTHING, PHRASES, trimmed

__all__ = ["fragment_label", "fragment_text"]

_XHTML = "{http://www.w3.org/1999/xhtml}"
_LINES = """
    address article blockquote br caption dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section
    table tbody tfoot thead title tr ul
"""
_BLOCKS = frozenset(_LINES.split())
_SILENT = frozenset(("style", "script", "link", "meta"))


def fragment_label(fragment: Fragment) -> str:
    """The name of the first element in it, or an empty text."""
    return fragment.tag.rpartition("}")[2]


def fragment_text(fragment: Fragment, language: str) -> str:
    """Plain or formatted text as text; anything else as its name and length."""
    if fragment.is_text:
        return trimmed(fragment.text) or NOTHING
    if all(str(element.tag).startswith(_XHTML) for element in fragment.elements):
        return _tidy("".join(_texts(fragment, language))) or NOTHING
    name = fragment_label(fragment)
    return f"({name}, {len(fragment.xml)} {PHRASES[language]['characters']})"


def _texts(fragment: Fragment, language: str) -> Iterator[str]:
    root = etree.fromstring(f"<x>{fragment.xml}</x>".encode())
    yield from _text_of(root, language)


def _text_of(node: Any, language: str) -> Iterator[str]:
    name = etree.QName(node).localname.lower()
    if name not in _SILENT:
        yield from _before(name, node, language)
        yield _spaces(node.text, name)
        for child in node:
            if isinstance(child.tag, str):
                yield from _text_of(child, language)
            yield _spaces(child.tail, name)
        yield "\n" if name in _BLOCKS else " | " if name in ("td", "th") else ""


def _before(name: str, node: Any, language: str) -> Iterator[str]:
    if name in _BLOCKS:
        yield "\n"
    if name == "li":
        yield "- "
    if name == "img":
        yield f"[{PHRASES[language]['picture']}: {node.get('alt') or NOTHING}]"


def _spaces(text: str | None, name: str) -> str:
    return (text or "") if name == "pre" else re.sub(r"[ \t\r\n]+", " ", text or "")


def _tidy(text: str) -> str:
    lines = (line.strip(" ").removesuffix(" |") for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
