"""Where something is in a document: spelled out only when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable

from caremsg.findings import Where
from caremsg.values.node import Node, tag_of

__all__ = ["Place", "local_name", "names_of"]


class Place:
    """A place on the way down from the root: a Python name and an element."""

    __slots__ = ("_suffix", "_xpath", "name", "node", "parent")

    def __init__(self, name: str, parent: Place | None, node: Node, suffix: str = "") -> None:
        self.name = name
        self.parent = parent
        self.node = node
        self._suffix = suffix
        self._xpath: str | None = None

    def attribute(self, name: str, tag: str) -> Place:
        """The place of an attribute here."""
        return Place(name, self, self.node, f"/@{local_name(tag)}")

    def where(self) -> Where:
        """Python path, XPath and line."""
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
                self._xpath = f"{above}/{_step(self.node)}"
        return self._xpath


def _step(node: Node) -> str:
    tag = tag_of(node)
    name = local_name(tag)
    if node.prefix:
        name = f"{node.prefix}:{name}"
    before = len(list(node.itersiblings(tag, preceding=True)))
    if before or next(node.itersiblings(tag), None) is not None:
        return f"{name}[{before + 1}]"
    return name


def local_name(tag: str) -> str:
    """`Name` of `{namespace}Name`; a long one is cut, since it may come from anyone."""
    local = tag.rpartition("}")[2]
    return local if len(local) <= 64 else f"{local[:60]}..."


def names_of(names: Iterable[str]) -> str:
    """Names in a row, each once."""
    return ", ".join(dict.fromkeys(names))
