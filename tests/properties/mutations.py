"""Damage to documents: what a sender, a middleman or an attacker may have done to one.

Every mutation takes dice and a tree (or octets) and changes it; chance comes from outside.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from random import Random

from lxml import etree

from tests.properties.pieces import SNIPPETS, VALUES

Node = etree._Element
XSI = "http://www.w3.org/2001/XMLSchema-instance"


def elements(root: Node) -> list[Node]:
    """All elements, in document order."""
    return list(root.iter(etree.Element))


def below(dice: Random, root: Node) -> Node | None:
    """Any element but the root."""
    found = elements(root)[1:]
    return dice.choice(found) if found else None


def remove(node: Node) -> None:
    """Take an element out; the text after it stays."""
    parent = node.getparent()
    assert parent is not None
    before, tail = node.getprevious(), node.tail
    parent.remove(node)
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail


def drop(dice: Random, root: Node) -> None:
    """An element is missing."""
    if (node := below(dice, root)) is not None:
        remove(node)


def double(dice: Random, root: Node) -> None:
    """An element stands twice, or many times."""
    if (node := below(dice, root)) is not None:
        for _ in range(dice.choice([1, 1, 2])):
            node.addnext(deepcopy(node))


def move(dice: Random, root: Node) -> None:
    """An element stands somewhere else."""
    node, other = below(dice, root), dice.choice(elements(root))
    if node is not None and other not in elements(node):
        remove(node)
        node.tail = None
        other.insert(dice.randint(0, len(other)), node)


def swap(dice: Random, root: Node) -> None:
    """Two neighbours have changed places."""
    if (node := below(dice, root)) is not None:
        other = node.getnext()
        if other is not None:
            other.addnext(node)


def rename(dice: Random, root: Node) -> None:
    """An element has another name: slightly wrong, or that of another in the document."""
    node = dice.choice(elements(root)) if dice.random() < 0.1 else below(dice, root)
    if node is not None:
        local = etree.QName(dice.choice(elements(root))).localname
        own = etree.QName(node)
        names = [local, own.localname.lower(), own.localname + "X", own.localname[:-1] or "X"]
        node.tag = etree.QName(own.namespace, dice.choice(names)).text


def renamespace(dice: Random, root: Node) -> None:
    """An element is in another namespace, or in none."""
    if (node := below(dice, root)) is not None:
        own = etree.QName(node)
        others = [etree.QName(dice.choice(elements(root))).namespace, None, "urn:example:other"]
        node.tag = etree.QName(dice.choice(others), own.localname).text


def put(dice: Random, root: Node) -> None:
    """An element of another name, perhaps of another part of the document, has come in."""
    node = dice.choice(elements(root))
    kinds = ["{urn:example:other}Other", "Other", dice.choice(elements(root)).tag]
    node.insert(dice.randint(0, len(node)), etree.Element(dice.choice(kinds)))


def value(dice: Random, root: Node) -> None:
    """A value of an element or an attribute is another."""
    leaves = [n for n in elements(root) if not len(n) and (n.text or "").strip()]
    held = [(n, name) for n in elements(root) for name in n.attrib]
    text = dice.choice(VALUES)
    if held and (not leaves or dice.random() < 0.5):
        node, name = dice.choice(held)
        node.set(name, text if legal(text) else "x")
    elif leaves:
        dice.choice(leaves).text = text if legal(text) else "x"


def legal(text: str) -> bool:
    """Whether lxml lets a text in."""
    return all(ord(c) >= 32 or c in "\t\n\r" for c in text)


def blanks(dice: Random, root: Node) -> None:
    """There are blanks around a value."""
    leaves = [n for n in elements(root) if not len(n) and n.text]
    held = [(n, name) for n in elements(root) for name in n.attrib]
    blank = dice.choice([" ", "\n", "\t\t", "\u00a0"])
    shape = dice.choice(["{b}{t}", "{t}{b}", "{b}{t}{b}"])
    if held and (not leaves or dice.random() < 0.5):
        node, name = dice.choice(held)
        node.set(name, shape.format(t=node.get(name), b=blank))
    elif leaves:
        leaf = dice.choice(leaves)
        leaf.text = shape.format(t=leaf.text, b=blank)


def empty(dice: Random, root: Node) -> None:
    """An element has lost all that was in it, or its text only."""
    node = dice.choice(elements(root))
    if dice.random() < 0.5:
        node.text = None
    else:
        kept = dict(node.attrib)
        tail = node.tail
        node.clear()
        node.tail = tail
        if dice.random() < 0.5:
            node.attrib.update(kept)


def text(dice: Random, root: Node) -> None:
    """Text, or white space, stands where perhaps none may."""
    node = dice.choice(elements(root))
    more = dice.choice([" ", "\n  ", "x", "\u00a0", "å", "]]>", "&"])
    if dice.random() < 0.5 and node is not root:
        node.tail = (node.tail or "") + more
    else:
        node.text = (node.text or "") + more


def attribute_dropped(dice: Random, root: Node) -> None:
    """An attribute is missing."""
    held = [n for n in elements(root) if n.attrib]
    if held:
        node = dice.choice(held)
        del node.attrib[dice.choice(list(node.attrib))]


def attribute_added(dice: Random, root: Node) -> None:
    """An attribute more, known here, known elsewhere, or known to nobody."""
    node = dice.choice(elements(root))
    known = sorted({name for n in elements(root) for name in n.attrib})
    names = ["V", "S", "DN", "OT", "U", "v", "other", "{urn:example:other}other", *known]
    node.set(dice.choice(names), dice.choice(VALUES[:40]))


def attribute_of_schemas(dice: Random, root: Node) -> None:
    """An attribute that XML Schema itself or XML gives a meaning."""
    node = dice.choice(elements(root))
    name, text = dice.choice(
        [
            (f"{{{XSI}}}schemaLocation", "urn:a a.xsd"),
            (f"{{{XSI}}}noNamespaceSchemaLocation", "a.xsd"),
            (f"{{{XSI}}}nil", "false"),
            (f"{{{XSI}}}nil", "true"),
            (f"{{{XSI}}}type", "a"),
            (f"{{{XSI}}}other", "a"),
            ("{http://www.w3.org/XML/1998/namespace}lang", "nb"),
            ("{http://www.w3.org/XML/1998/namespace}space", "preserve"),
            ("{http://www.w3.org/XML/1998/namespace}id", "a"),
        ]
    )
    node.set(name, text)


def comment(dice: Random, root: Node) -> None:
    """A comment or an instruction has come in."""
    node = dice.choice(elements(root))
    made = dice.choice([etree.Comment(" > <a> "), etree.ProcessingInstruction("target", "a > b")])
    if (node.text or "").strip() and len(node.text or "") > 1 and not len(node):
        whole = node.text or ""
        made.tail, node.text = whole[1:], whole[:1]
        node.insert(0, made)
    else:
        node.insert(dice.randint(0, len(node)), made)


TREE: tuple[Callable[[Random, Node], None], ...] = (
    *(drop, double, move, swap, rename, renamespace, put, value, value, value, value, blanks),
    *(empty, text, attribute_dropped, attribute_added, attribute_of_schemas, comment),
)
"""Mutations of a tree."""


def cdata(dice: Random, data: bytes) -> bytes:
    """A text is written as CDATA."""
    return _in_a_text(dice, data, b"<![CDATA[%s]]>")


def reference(dice: Random, data: bytes) -> bytes:
    """A character is written as a reference."""
    made = dice.choice([b"&#65;%s", b"&#x41;%s", b"&amp;%s", b"&quot;%s", b"&#160;%s", b"&#13;%s"])
    return _in_a_text(dice, data, made)


def _in_a_text(dice: Random, data: bytes, form: bytes) -> bytes:
    starts = [n + 1 for n in range(len(data) - 1) if data[n : n + 1] == b">"]
    start = dice.choice(starts[1:] or [len(data)])
    end = data.find(b"<", start)
    inner = data[start:end] if end > start else b""
    if start >= len(data) or b"&" in inner or b"]" in inner:
        return data
    return data[:start] + form.replace(b"%s", inner) + data[start + len(inner) :]


def line_ends(dice: Random, data: bytes) -> bytes:
    """The lines end as on another kind of machine."""
    return data.replace(b"\n", dice.choice([b"\r\n", b"\r", b"\n\n"]))


def quotes(dice: Random, data: bytes) -> bytes:
    """Attributes are written in another style."""
    if b"'" in data:
        return data
    return data.replace(b'"', b"'").replace(b"/>", dice.choice([b" />", b"\n/>", b"/>"]))


BYTES: tuple[Callable[[Random, bytes], bytes], ...] = (
    cdata,
    cdata,
    reference,
    reference,
    line_ends,
    quotes,
)
"""Mutations of octets that keep a document well-formed."""


def mutant(dice: Random, data: bytes) -> bytes:
    """A document with one to three mutations, as octets."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
    for _ in range(dice.choice([1, 1, 1, 2, 2, 3])):
        dice.choice(TREE)(dice, root)
    encoding = dice.choice(["UTF-8", "UTF-8", "UTF-8", "ISO-8859-1", "US-ASCII"])
    made = etree.tostring(root, encoding=encoding, xml_declaration=True)
    if dice.random() < 0.2:
        made = dice.choice(BYTES)(dice, made)
    return made


def damaged(dice: Random, data: bytes) -> bytes:
    """A document in which some octets have been changed, lost, added or repeated."""
    for _ in range(dice.choice([1, 1, 1, 2, 3])):
        start = dice.randrange(len(data) + 1)
        if dice.random() < 0.3:  # where names and values begin and end
            marks = [n for n, octet in enumerate(data) if octet in b'<>"= ']
            start = dice.choice(marks or [0]) + dice.choice([0, 1])
        end = start + dice.choice([0, 0, 1, 1, 2, 5, dice.randrange(200)])
        new = dice.choice(
            [
                b"",
                bytes([dice.randrange(256)]),
                bytes([dice.randrange(32, 127)]),
                dice.choice(SNIPPETS),
                dice.choice(SNIPPETS),
                data[start : start + dice.randrange(60)],
            ]
        )
        data = data[:start] + new + data[end:]
    return data
