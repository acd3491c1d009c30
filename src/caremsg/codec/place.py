"""Where something is in a document: spelled out only when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from caremsg.findings import Where
from caremsg.values.node import Node, tag_of

__all__ = ["Place", "local_name", "names_of"]


class Place:
    """A place on the way down from the root: a Python name and an element."""

    __slots__ = ("_steps", "_suffix", "_xpath", "name", "node", "parent")

    def __init__(self, name: str, parent: Place | None, node: Node, suffix: str = "") -> None:
        self.name = name
        self.parent = parent
        self.node = node
        self._suffix = suffix
        self._xpath: str | None = None
        self._steps: dict[Node, str] | None = None

    def attribute(self, name: str, tag: str) -> Place:
        """The place of an attribute here."""
        return Place(name, self, self.node, f"/@{local_name(tag)}")

    def where(self) -> Where:
        """The place in all its forms."""
        return Where(self.path, self.xpath, self.node.sourceline)

    @property
    def path(self) -> str:
        """The Python path from the message."""
        above = self.parent.path if self.parent else ""
        return f"{above}.{self.name}".strip(".")

    @property
    def xpath(self) -> str:
        """An XPath with the prefixes of the document."""
        if self._xpath is None:
            if self._suffix and self.parent:
                self._xpath = self.parent.xpath + self._suffix
            else:
                above = self.parent.xpath if self.parent else ""
                self._xpath = f"{above}/{self.step}"
        return self._xpath

    @property
    def step(self) -> str:
        """The last step of the XPath."""
        parent = self.parent
        if parent is None or self.node.getparent() is not parent.node:
            return _step(self.node)
        if parent._steps is None:
            parent._steps = _steps(parent.node)
        return parent._steps[self.node]


def _step(node: Node) -> str:
    parent = node.getparent()
    return _name(node) if parent is None else _steps(parent)[node]


def _steps(parent: Node) -> dict[Node, str]:
    """The steps to all children, each with its number where there are several of a name."""
    alike: dict[str, list[Node]] = {}
    for child in parent.iterchildren(etree.Element):
        alike.setdefault(tag_of(child), []).append(child)
    steps: dict[Node, str] = {}
    for nodes in alike.values():
        for number, node in enumerate(nodes, 1):
            steps[node] = f"{_name(node)}[{number}]" if len(nodes) > 1 else _name(node)
    return steps


def _name(node: Node) -> str:
    name = local_name(tag_of(node))
    return f"{node.prefix}:{name}" if node.prefix else name


def local_name(tag: str) -> str:
    """`Name` of `{namespace}Name`; a long one is cut, since it may come from anyone."""
    local = tag.rpartition("}")[2]
    return local if len(local) <= 64 else f"{local[:60]}..."


def names_of(names: Iterable[str]) -> str:
    """Names in a row, each once."""
    return ", ".join(dict.fromkeys(names))
