"""`caremsg messages`: what is supported, and what it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from itertools import groupby
from typing import Any

import click
from attrs import frozen

from caremsg.declare import Edition, declaration
from caremsg.render.reference import ClassEntry, classes, describe, roots

from .options import as_json
from .output import Output, columns
from .schema import edition_named

__all__ = ["messages"]


@click.command()
@click.argument("name", required=False)
@click.option(
    "--edition", callback=edition_named, help="Only this edition. The newest is shown otherwise."
)
@as_json
def messages(name: str | None, edition: Edition | None, as_json: bool) -> None:
    """List the messages that are supported, or the fields of one.

    NAME is an XML name, or the code of a message type; parts of messages are found too.

    \b
    Examples:
      caremsg messages
      caremsg messages Innleggelsesrapport
      caremsg messages --edition "PLO 1.5" MedisinskDiagnose
    """
    out = Output()
    found = _roots(edition) if name is None else _named(name, edition)
    if as_json:
        for item in found:
            out.record(item.data(with_fields=name is not None))
    elif name is None:
        _list(out, found)
    else:
        for item in found:
            _describe(out, item)


_COLUMNS = ("field", "xml", "number", "holds", "codes", "meaning")


@frozen
class _Item:
    """A class in an edition; None for one that no edition changes."""

    entry: ClassEntry
    edition: Edition | None

    @property
    def path(self) -> str:
        return f"{self.entry.cls.__module__}.{self.entry.cls.__qualname__}"

    @property
    def namespace(self) -> str:
        return declaration(self.entry.cls).homes[0].uri(self.edition)

    @property
    def types(self) -> list[str]:
        """The codes of its message type, or of those that its content decides."""
        own = declaration(self.entry.cls).message_type
        held = [kind.cls for field in self.entry.fields for kind in field.types if kind.cls]
        inner = [declaration(cls).message_type for cls in held]
        return [found[0] for found in ([own] if own else inner) if found]

    def rows(self) -> Iterator[tuple[str, ...]]:
        """A row for each field of the edition; alternatives have a row each."""
        for field in self.entry.fields:
            number = field.counts.get(self.edition)
            if number is None:
                continue
            codes, mark = " ".join(map(str, field.codes)), "@" if field.attribute else ""
            if len(field.types) > 1:
                number += f" of {len(field.types)}"
            for kind in field.types:
                yield field.name, mark + kind.xml_name, number, kind.name, codes, field.meaning

    def data(self, *, with_fields: bool) -> dict[str, Any]:
        """The record for `--format json`."""
        found: dict[str, Any] = {
            "name": self.entry.xml_name,
            "edition": str(self.edition) if self.edition else None,
            "experimental": bool(self.edition and self.edition.experimental),
            "types": self.types,
            "namespace": self.namespace,
            "class": self.path,
            "meaning": self.entry.meaning,
        }
        if with_fields:
            found["fields"] = [dict(zip(_COLUMNS, row, strict=True)) for row in self.rows()]
        return found


def _roots(edition: Edition | None) -> list[_Item]:
    """Every message in every edition, by edition and name."""
    entries = _described(cls for root in roots() for cls in root.classes)
    found = [_Item(entry, there) for entry in entries for there in entry.editions]
    wanted = [item for item in found if edition in (None, item.edition)]
    return sorted(wanted, key=lambda item: (str(item.edition), item.entry.xml_name))


def _described(found: Iterable[Any]) -> list[ClassEntry]:
    return [describe(cls) for cls in found]


def _named(name: str, edition: Edition | None) -> list[_Item]:
    """The classes with a name, each in an edition: the newest that is no draft, by default."""
    known = [(cls, _names(cls)) for cls in classes()]
    wanted = name.casefold()
    found = [cls for cls, names in known if wanted in (n.casefold() for n in names)]
    if not found:
        near = get_close_matches(name, {n for _, names in known for n in names})
        hint = f"; perhaps {' or '.join(near)}" if near else ""
        raise click.UsageError(f"no message or part is called {name!r}{hint}")
    items = [_Item(entry, _pick(entry, edition)) for entry in _described(found)]
    there = [item for item in items if edition is None or item.edition in (edition, None)]
    if not there:
        raise click.UsageError(f"{edition} has no {name!r}")
    return there


def _names(cls: type[Any]) -> tuple[str, ...]:
    declared = declaration(cls)
    return (declared.name, cls.__name__, *(declared.message_type or ())[:1])


def _pick(entry: ClassEntry, edition: Edition | None) -> Edition | None:
    if edition in entry.editions:
        return edition
    final = [there for there in entry.editions if not (there and there.experimental)]
    return (final or entry.editions)[-1]


def _list(out: Output, items: list[_Item]) -> None:
    for edition, several in groupby(items, key=lambda item: item.edition):
        out.line((str(edition), "bold"), *_mark(edition))
        rows = [(f"  {i.entry.xml_name}", _briefly(i.types), i.namespace) for i in several]
        for line in columns(rows):
            out.line(line)


def _briefly(types: list[str]) -> str:
    return f"{len(types)} types" if len(types) > 1 else "".join(types)


def _mark(edition: Edition | None) -> Iterator[tuple[str, str]]:
    if edition is not None and edition.experimental:
        yield " (experimental: a draft that nobody should send)", "yellow"


def _describe(out: Output, item: _Item) -> None:
    edition = f", {item.edition}" if item.edition else ""
    out.line((item.entry.xml_name, "bold"), edition, *_mark(item.edition))
    out.line(item.entry.meaning)
    others = [str(there) for there in item.entry.editions if there not in (item.edition, None)]
    facts = {
        "also in": ", ".join(others),
        "types": " ".join(item.types),
        "namespace": item.namespace,
        "class": item.path,
    }
    for line in columns([pair for pair in facts.items() if pair[1]]):
        out.line(line)
    for line in columns([_COLUMNS, *item.rows()]):
        out.line("  ", line)
