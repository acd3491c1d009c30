"""The prefixes that are bound at one place of a document.

A reader is compiled for the prefixes its sender uses. Senders use few sets of them, and
always the same, so a set is remembered. When there are too many, nothing is compiled for
a new set, and the judge reads, until the set comes back: so nobody can keep us compiling.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .tokens import Misfit

__all__ = ["LOCATIONS", "NIL", "NONE_BOUND", "XML", "Prefixes"]

XML = "http://www.w3.org/XML/1998/namespace"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
LOCATIONS = (f"{{{XSI}}}schemaLocation", f"{{{XSI}}}noNamespaceSchemaLocation")
"""The attributes that may stand everywhere."""
NIL = f"{{{XSI}}}nil"
"""The attribute that may stand nowhere: no element is declared nillable."""
_USUAL_PREFIX = re.compile(r"(?:[A-Za-z_][A-Za-z0-9_.-]*)?")
_USUAL_ADDRESS = re.compile(
    r"(?:https?://[A-Za-z0-9.-]+(?:/[A-Za-z0-9._/-]*)?#?|urn:[A-Za-z0-9.:_-]+)?"
)
_MOST = 64
_STRANGERS = 256
_TIMES = 3


class Prefixes:
    """Prefixes and what they stand for; the empty prefix is the default namespace."""

    __slots__ = ("_by_uri", "bound", "compiles", "readers", "starts")

    def __init__(self, bound: Mapping[str, str], *, compiles: bool = True) -> None:
        self.bound = dict(bound)
        self.compiles = compiles
        """False when readers are not to be compiled for these."""
        self._by_uri = {uri: prefix for prefix, uri in sorted(bound.items(), reverse=True)}
        self.readers: dict[Any, Any] = {}
        """Readers compiled for these prefixes, by class, edition and namespace."""
        self.starts: dict[str, Any] = {}
        """Start tags of documents met here, and their readers."""

    def written(self, tag: str) -> str | None:
        """How `{namespace}Name` is written here; None if it cannot be."""
        uri, _, local = tag[1:].rpartition("}")
        prefix = self._by_uri.get(uri)
        if prefix is None:
            return None
        return f"{prefix}:{local}" if prefix else local

    def written_attribute(self, tag: str) -> str | None:
        """How an attribute is written here: one without a namespace has no prefix."""
        if not tag.startswith("{"):
            return tag
        uri, _, local = tag[1:].rpartition("}")
        named = [prefix for prefix, bound in self.bound.items() if bound == uri and prefix]
        return f"{min(named)}:{local}" if named else None

    def meant(self, name: str) -> str:
        """What a written name of an element stands for, as `{namespace}Name`."""
        prefix, _, local = name.rpartition(":")
        uri = self.bound.get(prefix, "")
        return f"{{{uri}}}{local}" if uri else local

    def declares(self, attributes: Mapping[str, str]) -> bool:
        """True when there are only declarations of what is bound here, and schema locations."""
        for name, value in attributes.items():
            prefix, _, local = name.rpartition(":")
            if prefix == "xmlns" or name == "xmlns":
                known = self.bound.get(local if prefix else "") == value
            else:
                known = bool(prefix) and self.meant(name) in LOCATIONS
            if not known:
                return False
        return True

    def with_declared(self, attributes: Mapping[str, str]) -> Prefixes:
        """The prefixes below a start tag with these attributes."""
        declared = {
            name[6:]: value
            for name, value in attributes.items()
            if name == "xmlns" or name.startswith("xmlns:")
        }
        if not all(_may_be_bound(*item) for item in declared.items()):
            raise Misfit
        return _prefixes({**self.bound, **declared}) if declared else self


def _may_be_bound(prefix: str, uri: str) -> bool:
    """What is lawful, and usual, to declare."""
    reserved = prefix.lower().startswith("xml") or uri.startswith("http://www.w3.org/XML/")
    reserved = reserved or uri == "http://www.w3.org/2000/xmlns/"
    return (
        not reserved
        and _USUAL_PREFIX.fullmatch(prefix) is not None
        and bool(uri or not prefix)
        and _USUAL_ADDRESS.fullmatch(uri) is not None
    )


class _Sets:
    """The sets of prefixes that are known, oldest first."""

    def __init__(self) -> None:
        self.known: dict[frozenset[tuple[str, str]], Prefixes] = {}
        self.strangers: dict[frozenset[tuple[str, str]], int] = {}
        """How often a set was met for which there is no room."""

    def of(self, bound: Mapping[str, str]) -> Prefixes:
        """The one object for a set; one that compiles nothing when there is no room for it."""
        key = frozenset(bound.items())
        found = self.known.get(key)
        if found is None:
            if len(self.known) >= _MOST:
                if not self.comes_back(key):
                    return Prefixes(bound, compiles=False)
                del self.known[next(iter(self.known))]
            found = self.known[key] = Prefixes(bound)
        return found

    def comes_back(self, key: frozenset[tuple[str, str]]) -> bool:
        """True when a set has been met often enough to take the place of the oldest."""
        if len(self.strangers) >= _STRANGERS:
            self.strangers.clear()
        times = self.strangers[key] = self.strangers.get(key, 0) + 1
        if times >= _TIMES:
            del self.strangers[key]
        return times >= _TIMES


_prefixes = _Sets().of
NONE_BOUND = Prefixes({"xml": XML})
"""What is bound around a whole document."""
