"""Messages that are made from those of a folder, to try what no file of it tries.

Each probe changes one thing: the encoding, the prefixes, a namespace, a code, an identifier.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator

from attrs import evolve
from lxml import etree

from caremsg.codec.safe_xml import encoding_of, parse
from caremsg.document import Limits
from caremsg.values.node import Node, tag_of

from .answers import taken_in
from .evidence import Evidence, not_judged
from .receivers import Answer, Receiver, Setup
from .renderings import squeezed
from .setups import nobody
from .trials import Trial, say, trial_of

__all__ = ["PROBES", "probe"]

_FORMATTED = ("TekstNotatInnhold", "FunksjonsbeskrivelseTekst")
_XHTML = (
    '<div xmlns="http://www.w3.org/1999/xhtml"><p>Første <b>viktige</b> ord</p>'
    "<script>varsle()</script><p>Andre ord</p></div>"
)


def probe(
    trial: Trial, receiver: Receiver, at: dt.datetime, schema: etree.XMLSchema | None
) -> Iterator[Evidence]:
    """Everything that is tried with a base case that was taken in."""
    root = parse(trial.case.record.data, Limits())

    def send(data: bytes, setup: Setup = trial.setup) -> Trial:
        case = evolve(trial.case, record=evolve(trial.case.record, data=data))
        answer: Answer = receiver(setup)(data, at)
        return trial_of(case, setup, answer, schema)

    for try_it in PROBES:
        yield from try_it(trial, root, send)


Send = Callable[..., Trial]


def _other_encoding(trial: Trial, root: Node, send: Send) -> Iterator[Evidence]:
    _, encoding = encoding_of(trial.case.record.data)
    other = "ISO-8859-1" if encoding == "utf-8" else "UTF-8"
    got = send(etree.tostring(root.getroottree(), encoding=other, xml_declaration=True))
    right = taken_in(got.decision)
    yield say(trial, "ACC-R-04", right, f"taken in as {other}", f"not taken in as {other}")
    if not right:
        return
    if trial.answer.text is None or got.answer.text is None:
        yield not_judged("ACC-R-04", trial.case.file, "the readable rendering is not given")
    else:
        same = got.answer.text == trial.answer.text
        bad = f"as {other} it reads differently"
        yield say(trial, "ACC-R-04", same, f"as {other} it reads the same", bad)


def _other_prefixes(trial: Trial, root: Node, send: Send) -> Iterator[Evidence]:
    got = send(etree.tostring(_with_prefixes(root), encoding="UTF-8", xml_declaration=True))
    bad = "not taken in with other prefixes"
    yield say(trial, "ACC-R-03", taken_in(got.decision), "taken in with other prefixes", bad)


def _with_prefixes(node: Node, parent: Node | None = None, depth: int = 0) -> Node:
    """A copy in which every namespace has a prefix; prefixes that were there are kept."""
    names = {prefix or f"z{depth}": uri for prefix, uri in node.nsmap.items()}
    tag, attributes = tag_of(node), dict(node.attrib)
    if parent is None:
        copy = etree.Element(tag, attributes, names)
    else:
        copy = etree.SubElement(parent, tag, attributes, names)
    copy.text, copy.tail = node.text, node.tail
    for child in node.iterchildren(etree.Element):
        _with_prefixes(child, copy, depth + 1)
    return copy


def _unknown_namespace(trial: Trial, root: Node, send: Send) -> Iterator[Evidence]:
    content = next(root.iter("{*}Content"), None)
    first = next(content.iterchildren(etree.Element), None) if content is not None else None
    if first is None:
        return
    uri = tag_of(first)[1:].rpartition("}")[0]
    for what, other in (
        ("another edition", re.sub(r"\d{4}-\d\d-\d\d", "2099-01-01", uri)),
        ("a namespace that nobody knows", f"{uri}/unknown"),
    ):
        data = trial.case.record.data
        for quote in "\"'":
            data = data.replace(f"{uri}{quote}".encode(), f"{other}{quote}".encode())
        got = send(data)
        right = got.decision in ("warn", "reject", "hold")
        yield say(trial, "ACC-R-03", right, f"{what}: reported", f"{what}: taken in in silence")
        if got.decision == "reject":
            named = ", ".join(sorted(got.codes)) or "nothing"
            text = f"{what}: answered with {named}"
            yield say(trial, "ACC-R-35", got.codes <= {"T10", "T99"}, text, text)


def _unknown_code(trial: Trial, root: Node, send: Send) -> Iterator[Evidence]:
    changed = parse(trial.case.record.data, Limits())
    contents = changed.iter("{*}Content")
    coded = (
        node
        for content in contents
        for node in content.iter(etree.Element)
        if node.get("S") and node.get("V") and not tag_of(node).endswith(("}TypeId", "}Type"))
    )
    chosen = next(coded, None)
    if chosen is None:
        return
    chosen.set("V", "finnes-ikke")
    got = send(etree.tostring(changed.getroottree(), encoding="UTF-8", xml_declaration=True))
    name = tag_of(chosen).rpartition("}")[2]
    bad = f"not taken in because of a code value in {name}"
    good = "taken in with a code value that does not exist"
    yield say(trial, "ACC-R-39", taken_in(got.decision), good, bad)


def _no_uuid(trial: Trial, root: Node, send: Send) -> Iterator[Evidence]:
    changed = parse(trial.case.record.data, Limits())
    node = next(changed.iter("{*}MsgId"), None)
    if node is None:
        return
    node.text = "melding-1"
    got = send(etree.tostring(changed.getroottree(), encoding="UTF-8", xml_declaration=True))
    named = ", ".join(sorted(got.codes)) or "nothing"
    right = bool(got.codes & {"E10", "X99"}) and got.codes <= {"E10", "X99"}
    if trial.case.record.expected.version != "1.1":
        right = right or taken_in(got.decision)
    bad = f"decision {got.decision}, answered with {named}"
    yield say(trial, "ACC-R-41", right, bad, bad)


def _formatting(trial: Trial, root: Node, send: Send) -> Iterator[Evidence]:
    changed = parse(trial.case.record.data, Limits())
    found = (node for name in _FORMATTED for node in changed.iter(f"{{*}}{name}"))
    chosen = next(found, None)
    if chosen is None:
        return
    for child in list(chosen):
        chosen.remove(child)
    chosen.text = None
    chosen.append(etree.fromstring(_XHTML))
    got = send(etree.tostring(changed.getroottree(), encoding="UTF-8", xml_declaration=True))
    text = got.answer.text
    if text is None and taken_in(got.decision):
        yield not_judged("ACC-R-24", trial.case.file, "the readable rendering is not given")
        return
    words = text or ""
    right = "Førsteviktigeord" in squeezed(words) and "ordAndre" not in words
    bad = "the formatted text is not shown, or its paragraphs run together"
    yield say(trial, "ACC-R-24", right, "the formatted text is shown", bad)
    right = "varsle()" not in words and "<p>" not in words and "<b>" not in words
    bad = "tags or scripts of the formatted text are shown"
    yield say(trial, "ACC-R-24", right, "neither tags nor scripts are shown", bad)


def _not_ours(trial: Trial, root: Node, send: Send) -> Iterator[Evidence]:
    got = send(trial.case.record.data, nobody())
    right = not got.acknowledged and not taken_in(got.decision)
    bad = f"decision {got.decision}, {len(got.acknowledged)} acknowledgements"
    bad += " by a receiver to whom it is not addressed"
    good = "not answered by a receiver to whom it is not addressed"
    yield say(trial, "ACC-R-36", right, good, bad)


PROBES = (
    _other_encoding,
    _other_prefixes,
    _unknown_namespace,
    _unknown_code,
    _no_uuid,
    _formatting,
    _not_ours,
)
"""All probes."""
