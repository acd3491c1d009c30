"""Schema files, the published ones above all, read as shapes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import attrs
from lxml import etree

from tests.conformance.shapes import ANY, SAME_PATTERN, WILDCARD, Complex, Kind, Shape, Slot, Text

XS = "{http://www.w3.org/2001/XMLSchema}"

LEFT_OUT = {
    "http://www.w3.org/XML/1998/namespace": "of XML itself",
    "http://www.w3.org/2000/09/xmldsig#": "a signature is kept as it came",
    "http://www.w3.org/1999/xlink": "only used by the ebXML envelope",
    "http://schemas.xmlsoap.org/soap/envelope/": "transport is outside this library",
    "http://www.oasis-open.org/committees/ebxml-msg/schema/msg-header-2_0.xsd": (
        "transport is outside this library"
    ),
    "urn:ietf:params:xml:ns:icalendar-2.0": "a calendar is kept as it came",
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
        for imported in etree.parse(driver).getroot().iterchildren(f"{XS}import"):
            uri = imported.get("namespace", "")
            if uri not in LEFT_OUT:
                root = etree.parse(driver.parent / imported.get("schemaLocation", "")).getroot()
                self.files[uri] = root
                for part in _children(root):
                    named = self.parts.setdefault(etree.QName(part).localname, {})
                    named[f"{{{root.get('targetNamespace')}}}{part.get('name')}"] = part

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
                made = self.shape(self.of("complexType", base))
        for model in node.iterchildren(f"{XS}sequence", f"{XS}choice"):
            assert not made.slots, "an extension adds no elements"
            made = self._content(model)
        attributes = {**made.attributes, **dict(self._attributes(node))}
        return attrs.evolve(made, attributes=attributes)

    def _content(self, model: Node) -> Shape:
        if model.tag == f"{XS}choice":
            return Shape((self._slot(model),), dict(self._kinds(model)))
        assert model.get("maxOccurs", "1") == "1"
        slots = tuple(self._slot(item) for item in _children(model))
        empty = model.get("minOccurs") == "0"
        return Shape(slots, dict(self._kinds(model)), may_be_empty=empty)

    def _slot(self, item: Node) -> Slot:
        least, most = _occurs(item)
        if item.tag == f"{XS}any":
            return Slot((WILDCARD,), least, most)
        if item.tag == f"{XS}element":
            return Slot((_tag(item),), least, most)
        inner = list(_elements(item))
        (most_each,) = {_occurs(e)[1] for e in inner}
        least = min(least, *(_occurs(e)[0] for e in inner))
        tags = tuple(sorted(map(_tag, inner)))
        if most is None:
            return Slot(tags, least, None)
        return Slot(tags, least, most_each, run=most_each is None)

    def _kinds(self, model: Node) -> Iterator[tuple[str, Kind]]:
        for element in _elements(model):
            yield _tag(element), self.kind(element)

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
        assert not values.keys() - {"enumeration", "pattern", "minLength", "maxLength"}
        made = self._named(_clark(inner, "base"))
        pattern = "|".join(p.replace(r"\d", "[0-9]") for p in values.get("pattern", []))
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


def _elements(model: Node) -> Iterator[Node]:
    """The element declarations of a content model, those in its choices too."""
    for child in _children(model):
        if child.tag == f"{XS}element":
            yield child
        elif child.tag != f"{XS}any":
            assert child.tag == f"{XS}choice"
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
