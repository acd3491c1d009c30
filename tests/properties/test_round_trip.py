"""What is written is read back the same, and what is read is written back the same."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from caremsg import decode, encode, inspect
from caremsg.codec.judge import judge_root
from caremsg.codec.safe_xml import Limits, parse
from caremsg.declare import Edition, Message
from caremsg.testing import messages, roots
from tests.conftest import each_official

XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
EACH_ROOT = pytest.mark.parametrize(
    "kind, edition", [pytest.param(*root, id=f"{root[0].__name__}-{root[1]}") for root in roots()]
)


@EACH_ROOT
def test_what_is_written_is_read_back(kind: type[Message], edition: Edition) -> None:
    """Every message comes back from its octets, and they from it."""

    @settings(max_examples=25)
    @given(messages(kind, edition=edition))
    def holds(message: Message) -> None:
        data = encode(message)
        assert decode(data) == message
        assert encode(decode(data)) == data

    holds()


@EACH_ROOT
def test_what_is_written_is_valid(
    kind: type[Message], edition: Edition, published_schema: etree.XMLSchema
) -> None:
    """libxml2 finds the octets of every message valid by the published schemas."""

    @settings(max_examples=15)
    @given(messages(kind, edition=edition))
    def holds(message: Message) -> None:
        published_schema.assertValid(etree.fromstring(encode(message)))

    holds()


@EACH_ROOT
def test_the_judge_reads_the_same(kind: type[Message], edition: Edition) -> None:
    """The slow reader makes the same message of octets, in another encoding too."""

    @settings(max_examples=15)
    @given(messages(kind, edition=edition), st.sampled_from(["ISO-8859-1", "UTF-8"]))
    def holds(message: Message, encoding: str) -> None:
        root = etree.fromstring(encode(message))
        data = etree.tostring(root, encoding=encoding, xml_declaration=True)
        found, findings = judge_root(parse(data, Limits()))
        assert found == message == decode(data)
        assert {finding.code for finding in findings} <= {"SCH004"}

    holds()


def infoset(node: etree._Element) -> Any:
    """What a document says: no comments, prefixes, places of schemas, blanks between elements."""
    children = list(node.iterchildren(etree.Element))
    texts = [text for text in node.xpath("text()") if text.strip()]
    if not children:
        texts = ["".join(texts)]
    attributes = sorted(item for item in node.items() if not item[0].startswith(XSI))
    return node.tag, attributes, texts, [infoset(child) for child in children]


WHOLE = each_official(lambda r: r["xsd_valid_with_shared_schema"] and "Envelope" not in r["root"])


@WHOLE
def test_an_official_message_is_written_back_the_same(record: dict[str, Any]) -> None:
    """Nothing is lost and nothing is spelled anew: numbers, dates and identifiers stay."""
    data = record["path"].read_bytes()
    assert infoset(etree.fromstring(encode(decode(data)))) == infoset(etree.fromstring(data))


@WHOLE
def test_both_readers_read_an_official_message_alike(record: dict[str, Any]) -> None:
    """The judge has no fault to find, and makes the same message."""
    data = record["path"].read_bytes()
    found, findings = judge_root(parse(data, Limits()))
    assert found == decode(data) == inspect(data).message
    assert {finding.code for finding in findings} <= {"SCH004"}
