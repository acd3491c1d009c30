"""Samples with small changes: how the right and the wrong example of a rule are made."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from difflib import SequenceMatcher
from textwrap import dedent
from typing import cast

from lxml import etree

from caremsg.codec.safe_xml import Limits, parse
from caremsg.declare.edits import Alone, Attributes, Copy, Drop, Edit, Put, Text
from caremsg.values.node import Node, tag_of

from . import data

__all__ = ["edited", "example"]

_LONGEST, _MOST = 160, 16
_DECLARATIONS = re.compile(r'\s+xmlns(?::\w+)?="[^"]*"')
_QUOTED_OR_NAME = re.compile(r"""("[^"]*"|'[^']*')|(@?[A-Za-zÅå_][\w.-]*)(\(?)""")


def edited(name: str, edits: Iterable[Edit]) -> bytes:
    """A sample with some changes. Raises LookupError when a path finds nothing."""
    root = parse(data(name), Limits())
    for edit in edits:
        found = _found(root, edit.path)
        if isinstance(edit, Alone):
            root = etree.fromstring(etree.tostring(found[0], with_tail=False))
            continue
        if isinstance(edit, Put | Copy):
            del found[1:]
        for node in found:
            _change(node, edit)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _found(root: Node, path: str) -> list[Node]:
    nodes = etree.ETXPath(_without_namespaces(path))(root)
    if not isinstance(nodes, list) or not nodes:
        raise LookupError(f"the path finds nothing in the sample: {path}")
    return cast("list[Node]", nodes)


def _without_namespaces(path: str) -> str:
    """The path with names that fit in any namespace."""

    def any_namespace(match: re.Match[str]) -> str:
        quoted, name, bracket = match.groups()
        if quoted or name.startswith("@") or bracket or name in ("and", "or"):
            return match[0]
        return f"*[local-name()='{name}']"

    return _QUOTED_OR_NAME.sub(any_namespace, path)


def _change(node: Node, edit: Edit) -> None:
    match edit:
        case Alone():
            pass
        case Drop():
            _drop(node)
        case Copy():
            node.addnext(deepcopy(node))
        case Text():
            for child in list(node):
                node.remove(child)
            node.text = edit.text
        case Attributes():
            for name, value in edit.values:
                if value is None:
                    node.attrib.pop(name, None)
                else:
                    node.set(name, value)
        case Put():
            _put(node, edit)


def _drop(node: Node) -> None:
    parent = node.getparent()
    assert parent is not None, "the root cannot be taken away"
    parent.remove(node)


def _put(node: Node, edit: Put) -> None:
    like = _found(node.getroottree().getroot(), edit.like)[0] if edit.like else _first(node)
    uri = tag_of(like)[1:].rpartition("}")[0]
    new = list(etree.fromstring(f'<put xmlns="{uri}">{edit.xml}</put>'))
    index = _index(node, edit)
    node[index:index] = new


def _first(node: Node) -> Node:
    """What tells the namespace of new children: the first child there is, or the parent."""
    return next(node.iterchildren(etree.Element), node)


def _index(node: Node, edit: Put) -> int:
    names = [tag_of(child).rpartition("}")[2] for child in node]
    if edit.after in names:
        return len(names) - names[::-1].index(edit.after)
    if edit.before in names:
        return names.index(edit.before)
    return len(names)


def example(name: str, good: Iterable[Edit], bad: Iterable[Edit]) -> tuple[str, str]:
    """The right and the wrong example of a rule: the lines that differ, and those around."""
    right, wrong = (_lines(edited(name, edits)) for edits in (good, bad))
    sides: tuple[list[str], list[str]] = ([], [])
    matcher = SequenceMatcher(None, right, wrong, autojunk=False)
    for group in matcher.get_grouped_opcodes(1):
        for side in sides:
            side += ["…"] if side else []
        for _, a, b, c, d in group:
            sides[0].extend(right[a:b])
            sides[1].extend(wrong[c:d])
    return _text(sides[0]), _text(sides[1])


def _text(lines: list[str]) -> str:
    """The lines of one side; of many only the first and the last."""
    if len(lines) > _MOST:
        lines = [*lines[: _MOST // 2], "…", *lines[-(_MOST // 2) :]]
    return dedent("\n".join(lines))


def _lines(data: bytes) -> list[str]:
    root = parse(data, Limits())
    etree.indent(root)
    text = etree.tostring(root, encoding="unicode")
    return [_short(line) for line in _DECLARATIONS.sub("", text).splitlines()]


def _short(line: str) -> str:
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
