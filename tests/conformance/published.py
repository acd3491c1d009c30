"""Schema files, the published ones above all, read as shapes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import attrs
from lxml import etree

from tests.conformance.shapes import (
    ANY,
    RANGES,
    SAME_PATTERN,
    WILDCARD,
    Complex,
    Kind,
    Shape,
    Slot,
    Text,
)

XS = "{http://www.w3.org/2001/XMLSchema}"

LEFT_OUT = {
    "http://www.w3.org/XML/1998/namespace": "of XML itself",
    "http://www.w3.org/2000/09/xmldsig#": "a signature is kept as it came",
    "http://www.w3.org/1999/xlink": "only used by the ebXML envelope",
    "http://schemas.xmlsoap.org/soap/envelope/": "transport is outside this library",
    "http://www.oasis-open.org/committees/ebxml-msg/schema/msg-header-2_0.xsd": (
        "transport is outside this library"
    ),
}
"""The namespaces that are not declared, and why."""

Node = etree._Element


class Schemas:
    """The schema files that a driver imports, except those left out."""

    def __init__(self, driver: Path) -> None:
        self.files: dict[str, Node] = {}
        """For each namespace, the root of its file."""
        self.parts: dict[str, dict[str, Node]] = {}
        """For `element`, `complexType` and so on: each global one by its `{namespace}name`."""
        self.bases: set[Node] = set()
        """The types that others were found to extend."""
        for imported in etree.parse(driver).getroot().iterchildren(f"{XS}import"):
            uri = imported.get("namespace", "")
            if uri not in LEFT_OUT:
                path = driver.parent / imported.get("schemaLocation", "")
                self.files[uri] = etree.parse(path).getroot()
                for part in _parts(path, set()):
                    named = self.parts.setdefault(etree.QName(part).localname, {})
                    named[f"{{{uri}}}{part.get('name')}"] = part
        self.groups: dict[str, list[Node]] = {}
        """For each head of a substitution group, the elements that may stand for it."""
        for element in self.parts["element"].values():
            if element.get("substitutionGroup") is not None:
                self.groups.setdefault(_clark(element, "substitutionGroup"), []).append(element)

    def of(self, kind: str, name: str) -> Node:
        """A global part."""
        return self.parts[kind][name]

    def shape(self, node: Node) -> Shape:
        """The shape of a complex type."""
        made = Shape()
        for holder in node.iterchildren(f"{XS}simpleContent", f"{XS}complexContent"):
            (node,) = _children(holder)
            base = _clark(node, "base")
            if holder.tag == f"{XS}simpleContent":
                made = Shape(text=self._named(base))
            elif base != f"{XS}anyType":
                below = self.of("complexType", base)
                self.bases.add(below)
                made = self.shape(below)
        for model in node.iterchildren(f"{XS}sequence", f"{XS}choice"):
            made = self._content(model, made)
        attributes = {**made.attributes, **dict(self._attributes(node))}
        return attrs.evolve(made, attributes=attributes)

    def _content(self, model: Node, before: Shape) -> Shape:
        """The content of a type, after that of the type that it extends."""
        kinds = {**before.children, **dict(self._kinds(model))}
        if model.tag == f"{XS}choice":
            return Shape((*before.slots, self._slot(model)), kinds)
        assert model.get("maxOccurs", "1") == "1"
        slots = tuple(self._slot(item) for item in _items(model))
        empty = model.get("minOccurs") == "0"
        assert not (empty and before.slots)
        return Shape((*before.slots, *slots), kinds, may_be_empty=empty)

    def _slot(self, item: Node) -> Slot:
        least, most = _occurs(item)
        if item.tag == f"{XS}any":
            return Slot((WILDCARD,), least, most)
        if item.tag == f"{XS}element":
            return Slot(tuple(sorted(map(_tag, self._members(item)))), least, most)
        inner = list(_elements(item))
        (most_each,) = {_occurs(e)[1] for e in inner}
        least = min(least, *(_occurs(e)[0] for e in inner))
        tags = tuple(sorted(map(_tag, inner)))
        if most is None:
            return Slot(tags, least, None)
        return Slot(tags, least, most_each, run=most_each is None)

    def _kinds(self, model: Node) -> Iterator[tuple[str, Kind]]:
        for element in _elements(model):
            for member in self._members(element):
                yield _tag(member), self.kind(member)

    def _members(self, element: Node) -> list[Node]:
        """The elements that may stand where one is: itself, or those of its group.

        The head of a group is left out: its type is abstract.
        """
        name = _clark(element, "ref") if element.get("ref") is not None else ""
        return self.groups.get(name, [element])

    def kind(self, element: Node) -> Kind:
        """The type of an element."""
        if element.get("ref") is not None:
            name = _clark(element, "ref")
            if etree.QName(name).namespace in LEFT_OUT:
                return ANY
            element = self.of("element", name)
        if element.get("type") is None:
            (inner,) = element.iterchildren(f"{XS}complexType", f"{XS}simpleType")
            return self._simple(inner) if inner.tag == f"{XS}simpleType" else Complex(inner)
        name = _clark(element, "type")
        if name == f"{XS}anyType":
            return ANY
        if name in self.parts["complexType"]:
            return Complex(self.of("complexType", name))
        return attrs.evolve(self._named(name), fixed=element.get("fixed"))

    def _named(self, name: str) -> Text:
        if name.startswith(XS):
            return Text(name.removeprefix(XS))
        return self._simple(self.of("simpleType", name))

    def _simple(self, node: Node) -> Text:
        (inner,) = _children(node)
        if inner.tag == f"{XS}union":
            members = inner.get("memberTypes", "").split()
            return Text(" ".join(name.rpartition(":")[2] for name in members))
        values: dict[str, list[str]] = {}
        for facet in _children(inner):
            kind = etree.QName(facet).localname
            values.setdefault(kind, []).append(facet.get("value", ""))
        made = self._named(_clark(inner, "base"))
        pattern = "|".join(p.replace(r"\d", "[0-9]") for p in values.get("pattern", []))
        if "minInclusive" in values:
            (least,), (most,) = values.pop("minInclusive"), values.pop("maxInclusive")
            pattern = RANGES[int(least), int(most)]
        assert not values.keys() - {"enumeration", "pattern", "minLength", "maxLength"}
        return attrs.evolve(
            made,
            min_length=next(map(int, values.get("minLength", [])), made.min_length),
            max_length=next(map(int, values.get("maxLength", [])), made.max_length),
            pattern=SAME_PATTERN.get(pattern, pattern) or made.pattern,
            values=tuple(values.get("enumeration", made.values)),
        )

    def _attributes(self, node: Node) -> Iterator[tuple[str, tuple[Text, bool]]]:
        for group in node.iterchildren(f"{XS}attributeGroup"):
            yield from self._attributes(self.of("attributeGroup", _clark(group, "ref")))
        for item in node.iterchildren(f"{XS}attribute"):
            declared, name = item, item.get("name", "")
            if item.get("ref") is not None:
                name = _clark(item, "ref")
                declared = self.of("attribute", name)
            inner = declared.find(f"{XS}simpleType")
            text = self._named(_clark(declared, "type")) if inner is None else self._simple(inner)
            fixed = item.get("fixed")
            if fixed is not None:
                assert not text.values or fixed in text.values
                text = Text(text.base, fixed)
            yield name, (text, item.get("use") == "required")


def _children(node: Node) -> list[Node]:
    """The elements below a node that say something."""
    return [c for c in node.iterchildren(etree.Element) if c.tag != f"{XS}annotation"]


def _parts(path: Path, seen: set[Path]) -> Iterator[Node]:
    """The global parts of a schema file, and of those that it includes."""
    if path not in seen:
        seen.add(path)
        for part in _children(etree.parse(path).getroot()):
            if part.tag == f"{XS}include":
                yield from _parts(path.parent / part.get("schemaLocation", ""), seen)
            else:
                yield part


def _items(model: Node) -> Iterator[Node]:
    """The places of a sequence, those of a sequence in it too."""
    for item in _children(model):
        if item.tag == f"{XS}sequence":
            assert _occurs(item) == (1, 1)
            yield from _items(item)
        else:
            yield item


def _elements(model: Node) -> Iterator[Node]:
    """The element declarations of a content model, those in its choices too."""
    for child in _children(model):
        if child.tag == f"{XS}element":
            yield child
        elif child.tag != f"{XS}any":
            assert child.tag in (f"{XS}choice", f"{XS}sequence")
            yield from _elements(child)


def _occurs(node: Node) -> tuple[int, int | None]:
    most = node.get("maxOccurs", "1")
    return int(node.get("minOccurs", "1")), None if most == "unbounded" else int(most)


def _tag(element: Node) -> str:
    if element.get("ref") is not None:
        return _clark(element, "ref")
    root = element.getroottree().getroot()
    is_global = element.getparent() is root
    if is_global or root.get("elementFormDefault") == "qualified":
        return f"{{{root.get('targetNamespace')}}}{element.get('name')}"
    return element.get("name", "")


def _clark(node: Node, attribute: str) -> str:
    prefix, _, local = node.get(attribute, "").rpartition(":")
    return f"{{{node.nsmap[prefix or None]}}}{local}"


@cache
def published(standard: Path) -> Schemas:
    """The published schemas, read once."""
    return Schemas(standard / "schema" / "caremsg-all.xsd")
