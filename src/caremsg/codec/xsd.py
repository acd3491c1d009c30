"""XML Schema files of our own, made from the plans: something a partner can validate with.

They give the verdict that the published schemas give, with these exceptions:

* A document, or a part in the open place of an envelope, begins with what is declared as
  an element here. The published schemas also declare a few shared parts so.
* In the place of a signature anything of its namespace may stand, and is not looked into.
* A digit in a pattern is 0 to 9; the published `\\d` takes the digits of every script.
* The head of a substitution group (in a calendar) is not declared, only what may stand for it.
* A type that is named by `xsi:type` has the name and namespace that it has here.
"""

from __future__ import annotations

from collections.abc import Iterator
from inspect import getdoc
from itertools import groupby
from typing import Any

from lxml import etree

from caremsg.declare import (
    Edition,
    Facets,
    Namespace,
    declaration,
    editions,
    namespace_of,
    namespaces,
)
from caremsg.values.node import Node

from .plan import AttributePlan, Branch, FieldPlan, Open, Plan, Ref, Simple, plan_of

__all__ = ["DRIVER", "schemas"]

DRIVER = "all.xsd"
"""The name of the file that imports all others, to validate with."""

_XS = "{http://www.w3.org/2001/XMLSchema}"
_KITH = "http://www.kith.no/xmlstds"
_ENVELOPE = ("MsgHead", "Base64Container")
_BARE = ("AppRec",)
"""Families whose messages are sent without an envelope."""

_DATATYPES = """
<schema xmlns="http://www.w3.org/2001/XMLSchema">
  <simpleType name="oid">
    <restriction base="xs:token"><pattern value="[0-9]+(\\.[0-9]+)*"/></restriction>
  </simpleType>
  <complexType name="TS">
    <attribute name="V">
      <simpleType>
        <union memberTypes="xs:dateTime xs:date xs:gYear xs:gYearMonth xs:time"/>
      </simpleType>
    </attribute>
  </complexType>
  <complexType name="URL"><attribute name="V" type="xs:anyURI"/></complexType>
</schema>
"""
"""The datatypes that are plain values here, and so have no plan."""

_Node = Node


def schemas(edition: Edition, *more: Edition) -> dict[str, str]:
    """The schema files of one or more editions, text by file name, to be written as UTF-8.

    `DRIVER` imports the others, and they import each other by name: put them in one folder.
    The envelope is among them, unless the messages are sent without one, and so is every
    other namespace that is needed. The same editions always give the same texts.
    """
    wanted = (edition, *more)
    if any(e.family not in _BARE for e in wanted):
        wanted += tuple(e for e in editions().values() if e.family in _ENVELOPE)
    plans = _reached(wanted)
    attributes = _global_attributes([p for several in plans.values() for p in several])
    uris = sorted({_KITH, *plans, *attributes})
    made = {
        _name(uri): _File(uri, plans.get(uri, []), attributes.get(uri, {})).text() for uri in uris
    }
    return {DRIVER: _driver(uris), **made}


def _reached(wanted: tuple[Edition, ...]) -> dict[str, list[Plan]]:
    """For each namespace that is needed, its elements and then its types, by name."""
    uris = [ns.uri(e) for e in wanted for ns in namespaces() if e in ns.editions]
    waiting = [plan for uri in uris for plan in _elements(uri)]
    found: dict[str, dict[Plan, None]] = {uri: {} for uri in uris}
    while waiting:
        plan = waiting.pop()
        if plan.uri not in found:
            found[plan.uri] = {}
            waiting += _elements(plan.uri)
        if plan not in found[plan.uri]:
            found[plan.uri][plan] = None
            waiting += [ref.plan for ref in plan.refs()]
    return {
        uri: sorted(several, key=lambda p: (not p.is_element, p.name))
        for uri, several in found.items()
    }


def _namespace(uri: str) -> tuple[Namespace, Edition | None]:
    found = namespace_of(uri)
    assert found is not None, f"{uri} is not declared"
    return found


def _elements(uri: str) -> Iterator[Plan]:
    """The global elements of a namespace."""
    namespace, edition = _namespace(uri)
    for several in namespace.load().elements.values():
        for cls in several:
            if declaration(cls).exists_in(edition):
                yield plan_of(cls, edition, uri)


def _global_attributes(plans: list[Plan]) -> dict[str, dict[str, Simple]]:
    """For each namespace, its attributes: of the type that no fixed value narrows."""
    found: dict[str, dict[str, Simple]] = {}
    for item in (a for plan in plans for a in plan.attributes if a.tag.startswith("{")):
        uri, local = _split(item.tag)
        known = found.setdefault(uri, {})
        if item.type.fixed is None:
            known[local] = item.type
        else:
            known.setdefault(local, Simple("string", str))
    return found


def _split(tag: str) -> tuple[str, str]:
    uri, _, local = tag[1:].rpartition("}")
    return uri, local


def _name(uri: str) -> str:
    """The name of a file: the address below `xmlstds`, or the prefix when that is all."""
    below = uri.partition("/xmlstds/")[2]
    return f"{below.replace('/', '-') or _namespace(uri)[0].prefix}.xsd"


def _driver(uris: list[str]) -> str:
    root = etree.Element(f"{_XS}schema", nsmap={"xs": _XS[1:-1]})
    for uri in uris:
        _add(root, "import", namespace=uri, schemaLocation=_name(uri))
    return _text(root)


def _text(root: _Node) -> str:
    etree.indent(root)
    return etree.tostring(root, encoding="unicode") + "\n"


def _add(parent: _Node, kind: str, **attributes: str) -> _Node:
    return etree.SubElement(parent, f"{_XS}{kind}", attributes)


def _occurs(node: _Node, least: int, most: int | None) -> _Node:
    if least != 1:
        node.set("minOccurs", str(least))
    if most != 1:
        node.set("maxOccurs", "unbounded" if most is None else str(most))
    return node


class _File:
    """One schema file: what one namespace declares."""

    def __init__(self, uri: str, plans: list[Plan], attributes: dict[str, Simple]) -> None:
        self.uri = uri
        self.prefixes = {_namespace(uri)[0].prefix: uri}
        """The namespaces it names, by prefix."""
        self.parts = etree.Element("parts", nsmap={"xs": _XS[1:-1]})
        if uri == _KITH:
            self.parts.extend(list(etree.fromstring(_DATATYPES)))
        for name, kind in sorted(attributes.items()):
            self.simple(_add(self.parts, "attribute", name=name), kind)
        for plan in plans:
            self.declare(plan)

    def text(self) -> str:
        """The text of the file."""
        root = etree.Element(
            f"{_XS}schema",
            {"targetNamespace": self.uri, "elementFormDefault": "qualified"},
            nsmap={"xs": _XS[1:-1], **dict(sorted(self.prefixes.items()))},
        )
        for uri in sorted({*self.prefixes.values()} - {self.uri}):
            _add(root, "import", namespace=uri, schemaLocation=_name(uri))
        root.extend(list(self.parts))
        return _text(root)

    def qualified(self, uri: str, local: str) -> str:
        """A name as it is written in the file."""
        prefix = _namespace(uri)[0].prefix
        assert self.prefixes.setdefault(prefix, uri) == uri, f"{prefix} means two namespaces"
        return f"{prefix}:{local}"

    def declare(self, plan: Plan) -> None:
        kind = "element" if plan.is_element else "complexType"
        node = _add(self.parts, kind, name=plan.name)
        note = _add(_add(node, "annotation"), "documentation")
        note.set("{http://www.w3.org/XML/1998/namespace}lang", "en")
        note.text = getdoc(plan.cls)
        self.content(_add(node, "complexType") if plan.is_element else node, plan)

    def content(self, node: _Node, plan: Plan) -> None:
        if plan.text is not None:
            base = self.type_name(plan.text.type)
            node = _add(_add(node, "simpleContent"), "extension", base=base)
        elif plan.fields:
            sequence = _occurs(_add(node, "sequence"), int(not plan.may_be_empty), 1)
            for _, together in groupby(plan.fields, lambda f: f.group or id(f)):
                self.place(sequence, list(together))
        for item in plan.attributes:
            self.attribute(node, item)

    def place(self, sequence: _Node, fields: list[FieldPlan]) -> None:
        """One field, or those of a group, which are alternatives."""
        first = fields[0]
        branches = [branch for field in fields for branch in field.branches]
        if first.wildcard:
            _occurs(_add(sequence, "any", processContents="strict"), first.min, first.max)
        elif first.group:
            choice = _occurs(_add(sequence, "choice"), int(first.group_required), 1)
            self.elements(choice, branches, 1, 1)
        elif len(branches) == 1:
            self.elements(sequence, branches, first.min, first.max)
        elif first.run:
            choice = _occurs(_add(sequence, "choice"), first.min, 1)
            self.elements(choice, branches, 1, first.max)
        else:
            choice = _occurs(_add(sequence, "choice"), first.min, first.max)
            self.elements(choice, branches, 1, 1)

    def elements(self, node: _Node, branches: list[Branch], least: int, most: int | None) -> None:
        for branch in branches:
            _occurs(self.element(node, branch), least, most)

    def element(self, node: _Node, branch: Branch) -> _Node:
        uri, local = _split(branch.tag)
        kind = branch.type
        if isinstance(kind, Ref) and kind.plan.is_element:
            return _add(node, "element", ref=self.qualified(uri, local))
        if uri != self.uri:  # a signature: its namespace is not ours to declare
            return _add(node, "any", namespace=uri, processContents="skip")
        made = _add(node, "element", name=local)
        if isinstance(kind, Open):
            made.set("type", "xs:anyType")
        elif isinstance(kind, Ref):
            made.set("type", self.qualified(kind.uri, kind.plan.name))
        else:
            self.simple(made, kind)
        return made

    def attribute(self, node: _Node, item: AttributePlan) -> None:
        if item.tag.startswith("{"):
            made = _add(node, "attribute", ref=self.qualified(*_split(item.tag)))
            if item.type.fixed is not None:
                made.set("fixed", item.type.fixed)
        else:
            made = _add(node, "attribute", name=item.tag)
            self.simple(made, item.type)
        if item.required:
            made.set("use", "required")

    def type_name(self, kind: Simple) -> str:
        ours = kind.in_attribute or kind.xsd == "oid"
        return self.qualified(_KITH, kind.xsd) if ours else f"xs:{kind.xsd}"

    def simple(self, node: _Node, kind: Simple) -> None:
        """Give an element or attribute a simple type."""
        base, limits = self.type_name(kind), kind.facets
        if limits == Facets():
            node.set("type", base)
            if kind.fixed is not None:
                node.set("fixed", kind.fixed)
            return
        inner = _add(_add(node, "simpleType"), "restriction", base=base)
        facets: list[tuple[str, Any]] = [
            ("minLength", limits.min_length),
            ("maxLength", limits.max_length),
            ("pattern", limits.pattern),
            *(("enumeration", value) for value in limits.values),
        ]
        for name, value in facets:
            if value is not None:
                _add(inner, name, value=str(value))
