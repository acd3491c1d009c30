"""A message as plain text, the way a reader on the ward wants it.

Above stands who writes to whom about whom, then the content, and last the details of the
envelope. Short things that belong together share a line, and what is repeated is numbered.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import attrs

from caremsg.declare import Message
from caremsg.messages.msghead import MsgHead

from .formats import NOTHING, PHRASES
from .header import header, title
from .labels import check_language
from .outline import Outline, outline

__all__ = ["to_text"]

_NARROW = 30  # deep down, lines do not get shorter than this
_INSIDE = " › "
_BESIDE = " · "


def to_text(message: Message, *, language: str = "nb", width: int = 100) -> str:
    """The message as text, in `nb` or `en`, with lines of at most `width` characters.

    The text holds all that `outline` shows. Raises ValueError for another language.
    """
    check_language(language)
    page = _Page(max(width, _NARROW), language)
    blocks = [page.heading(title(message, language), "="), page.columns(header(message, language))]
    tree = outline(message, language=language)
    if isinstance(message, MsgHead):
        blocks += page.envelope(tree)
    else:
        own = (attrs.evolve(tree, children=()),) if tree.value else ()
        blocks += page.sections((*own, *tree.children))
    return "\n".join(_spaced(blocks)) + "\n"


def _spaced(blocks: Iterable[list[str]]) -> Iterator[str]:
    """Blocks with an empty line between them; a heading stays with what follows."""
    before: list[str] = []
    for block in blocks:
        if block:
            if before and not _is_heading(before):
                yield ""
            yield from block
            before = block


def _is_heading(block: list[str]) -> bool:
    return len(block) > 1 and set(block[-1]) in ({"="}, {"-"})


@attrs.frozen
class _Page:
    width: int
    language: str

    def heading(self, text: str, line: str) -> list[str]:
        lines = _wrapped(text, self.width, "")
        return [*lines, line * max(map(len, lines))]

    def columns(self, pairs: Sequence[tuple[str, str]]) -> list[str]:
        widest = max((len(name) for name, _ in pairs), default=0) + 2
        lines: list[str] = []
        for name, text in pairs:
            lines += _wrapped(f"{name}:".ljust(widest) + text, self.width, " " * widest)
        return lines

    def envelope(self, tree: Outline) -> Iterator[list[str]]:
        """The documents first, then what the header says of the message."""
        info, *others = tree.children
        documents = [node for node in others if node.children]
        for number, document in enumerate(documents, 1):
            name = f"{document.label} {number}" if len(documents) > 1 else document.label
            yield self.heading(f"{name}: {document.children[-1].label}", "=")
            yield from self.document(document)
        yield self.heading(PHRASES[self.language]["about"], "=")
        yield from self.sections(info.children)
        yield _body([node for node in others if not node.children], self.width)

    def document(self, document: Outline) -> Iterator[list[str]]:
        *about, content = document.children
        if document.name == "Document" and content.children and not content.value:
            yield _body(about, self.width)
            yield from self.sections(content.children)
        else:
            yield from self.sections(document.children)

    def sections(self, nodes: Iterable[Outline]) -> Iterator[list[str]]:
        """Single lines together; everything that has lines below it under its own heading."""
        for has_more, group in groupby(nodes, lambda node: bool(node.children)):
            if has_more:
                for run in _runs(group):
                    yield from self.section(run)
            else:
                yield _body(list(group), self.width)

    def section(self, run: list[Outline]) -> Iterator[list[str]]:
        if len(run) > 1:
            yield self.heading(f"{run[0].label} ({len(run)})", "-")
            yield _numbered(run, self.width)
        else:
            name, node = _inside(run[0])
            yield self.heading(f"{name}: {node.value}" if node.value else name, "-")
            yield _body(node.children, self.width)


def _runs(nodes: Iterable[Outline]) -> Iterator[list[Outline]]:
    """Neighbours with the same label."""
    for _, run in groupby(nodes, lambda node: (node.label, bool(node.children))):
        yield list(run)


def _inside(node: Outline) -> tuple[str, Outline]:
    """A frame around a single thing is told with it, on one line."""
    name = node.label
    while not node.value and len(node.children) == 1 and node.children[0].children:
        node = node.children[0]
        name += _INSIDE + node.label
    return name, node


def _body(nodes: Sequence[Outline], width: int) -> list[str]:
    lines: list[str] = []
    for run in _runs(nodes):
        if not run[0].children:
            lines += _leaves(run, width)
        elif len(run) == 1:
            lines += _group(run[0], width)
        else:
            lines += [f"{run[0].label} ({len(run)})", *_indented(_numbered(run, width - 2))]
    return lines


def _leaves(run: list[Outline], width: int) -> list[str]:
    """One line, if they are short; otherwise one after the other."""
    values = [node.value or NOTHING for node in run]
    together = f"{run[0].label}: {'; '.join(values)}"
    if len(together) <= width and not any("\n" in value for value in values):
        return [together]
    return [line for node in run for line in _leaf(node.label, node.value, width)]


def _leaf(name: str, value: str, width: int) -> list[str]:
    if "\n" in value:
        return [f"{name}:", *_indented(_paragraphs(value, width - 2))]
    return _wrapped(f"{name}: {value or NOTHING}", width, "  ")


def _group(node: Outline, width: int) -> list[str]:
    name, node = _inside(node)
    if len(node.children) == 1 and not node.value and not node.children[0].children:
        only = node.children[0]
        return _leaf(f"{name}{_INSIDE}{only.label}", only.value, width)
    first = f"{name}: {node.value}" if node.value else name
    return _with_children(first, node, width)


def _with_children(first: str, node: Outline, width: int) -> list[str]:
    """All on one line, if it fits; otherwise the children below, indented."""
    together = _together(first, node, width) if node.value else ""
    if together:
        return [together]
    return [
        *_wrapped(first, width, "  "),
        *_indented(_body(node.children, max(width - 2, _NARROW))),
    ]


def _together(first: str, node: Outline, width: int) -> str:
    if any(child.children or "\n" in child.value for child in node.children):
        return ""
    parts = [first] if first else []
    parts += [f"{child.label}: {child.value or NOTHING}" for child in node.children]
    line = _BESIDE.join(parts)
    return line if len(line) <= width else ""


def _numbered(run: list[Outline], width: int) -> list[str]:
    """Several of a kind: `1.`, `2.` and so on, instead of the label each time."""
    lines: list[str] = []
    for number, node in enumerate(run, 1):
        mark = f"{number}. ".rjust(len(str(len(run))) + 2)
        inner = max(width - len(mark), _NARROW)
        item = _item(node, inner)
        lines += [mark + item[0], *_indented(item[1:], " " * len(mark))]
    return lines


def _item(node: Outline, width: int) -> list[str]:
    if node.value:
        return _with_children(node.value, node, width)
    together = _together("", node, width)
    return [together] if together else _body(node.children, width)


def _paragraphs(text: str, width: int) -> list[str]:
    return [line for part in text.split("\n") for line in _wrapped(part, width, "")]


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    width = max(width, _NARROW)
    return textwrap.wrap(
        text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    ) or [""]


def _indented(lines: Iterable[str], indent: str = "  ") -> Iterator[str]:
    return (indent + line if line else "" for line in lines)
