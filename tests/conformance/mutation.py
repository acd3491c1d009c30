"""Small faults, put into a copy of a message."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from random import Random

from lxml import etree

Node = etree._Element

BAD = ("", "x", "-1", "2018-02-30", "2018-02-28", "1.2.", "true", " 1 ", "2018-01-01T24:00:01")
"""Texts, each of which some type does not take."""


def mutated(root: Node, random: Random) -> Node:
    """A copy with one fault, or with none where the fault that was drawn does not apply."""
    copy = deepcopy(root)
    node = random.choice(list(copy.iter(etree.Element)))
    random.choice(FAULTS)(node, random)
    return copy


def _another(node: Node, random: Random) -> Node:
    return random.choice(list(node.getroottree().getroot().iter(etree.Element)))


def drop(node: Node, random: Random) -> None:
    """Take an element away."""
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def double(node: Node, random: Random) -> None:
    """Have an element twice."""
    if node.getparent() is not None:
        node.addnext(deepcopy(node))


def swap(node: Node, random: Random) -> None:
    """Put an element after the one that follows it."""
    following = node.getnext()
    if following is not None and node.getparent() is not None:
        following.addnext(node)


def move(node: Node, random: Random) -> None:
    """Put a copy of an element somewhere else."""
    _another(node, random).append(deepcopy(node))


def rename(node: Node, random: Random) -> None:
    """Give an element the name of another."""
    node.tag = random.choice([str(node.tag) + "X", str(_another(node, random).tag)])


def renamespace(node: Node, random: Random) -> None:
    """Give an element the namespace of another, or none."""
    uri = random.choice([None, etree.QName(_another(node, random)).namespace])
    node.tag = etree.QName(uri, etree.QName(node).localname).text


def drop_attribute(node: Node, random: Random) -> None:
    """Take an attribute away."""
    if node.attrib:
        del node.attrib[random.choice(sorted(map(str, node.attrib)))]


def add_attribute(node: Node, random: Random) -> None:
    """Put an attribute of another element, or of none, on an element."""
    name = random.choice(["X", "V", *map(str, _another(node, random).attrib)])
    node.set(name, random.choice(BAD))


def bad_attribute(node: Node, random: Random) -> None:
    """Change the text of an attribute."""
    if node.attrib:
        node.set(random.choice(sorted(map(str, node.attrib))), random.choice(BAD))


def bad_text(node: Node, random: Random) -> None:
    """Change the text of an element, which may have had none."""
    node.text = random.choice(BAD)


def empty(node: Node, random: Random) -> None:
    """Take everything from below an element."""
    for child in list(node):
        node.remove(child)


FAULTS: tuple[Callable[[Node, Random], None], ...] = (
    drop,
    double,
    swap,
    move,
    rename,
    renamespace,
    drop_attribute,
    add_attribute,
    bad_attribute,
    bad_text,
    empty,
)
