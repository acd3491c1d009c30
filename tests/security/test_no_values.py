"""No value of a document or a message comes into a text: finding, exception, repr."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from random import Random

import attrs
import pytest
from lxml import etree

from caremsg import DecodeError, EncodeError, decode, encode, inspect
from caremsg.check import RECEIVING, SENDING, check
from caremsg.declare import Element, Message
from caremsg.values import Date, Fragment
from tests.properties.differential import corpus
from tests.properties.mutations import mutant

CANARY = "Qvoxzylp"


def planted(dice: Random, data: bytes) -> bytes:
    """The document with the canary in some of its values, and another fault perhaps."""
    root = etree.fromstring(data)
    for node in root.iter(etree.Element):
        for name in node.attrib:
            if dice.random() < 0.2:
                node.set(name, CANARY)
        if (node.text or "").strip() and dice.random() < 0.2:
            node.text = f"{CANARY} {node.text}"
        if node is not root and dice.random() < 0.02:
            node.tail = CANARY
    made = etree.tostring(root, encoding="UTF-8")
    return mutant(dice, made) if dice.random() < 0.5 else made


def shown(data: bytes) -> Iterator[str]:
    """Every text that comes out of reading a document."""
    inspection = inspect(data)
    yield from (repr(inspection), repr(inspection.message), repr(inspection.report))
    yield inspection.report.summary(most=1_000)
    for policy in (SENDING, RECEIVING):
        report = check(inspection, policy=policy)
        yield from (repr(report), report.summary(most=1_000))
        yield from (finding.text_nb for finding in report)
    try:
        decode(data)
    except DecodeError as error:
        yield from (str(error), repr(error), *map(str, error.args))


@pytest.mark.parametrize("number", range(4))
def test_reading_shows_no_value(number: int) -> None:
    """Whatever is wrong with a document, what is in it stays in it."""
    dice, documents = Random(number), corpus(number, 1)
    for _ in range(150):
        try:
            data = planted(dice, dice.choice(documents))
        except ValueError:  # lxml refuses the name
            continue
        for text in shown(data):
            assert CANARY not in text


def broken(dice: Random, item: Element) -> Element:
    """The object with the canary in all its texts, and some wrong kinds of value."""
    changes: dict[str, object] = {}
    for field in attrs.fields(type(item)):
        value = getattr(item, field.name)
        if isinstance(value, Element):
            changes[field.name] = broken(dice, value)
        elif isinstance(value, tuple):
            changes[field.name] = tuple(
                broken(dice, part) if isinstance(part, Element) else part for part in value
            )
        elif isinstance(value, str):
            wrong = [CANARY, Date(CANARY), Fragment(f"<{CANARY}"), f"{CANARY}\0", [CANARY]]
            changes[field.name] = dice.choice(wrong)
    return attrs.evolve(item, **{k: v for k, v in changes.items() if not k.startswith("_")})


@pytest.mark.parametrize("number", range(4))
def test_writing_shows_no_value(number: int) -> None:
    """Whatever is wrong with a message, what is in it stays in it."""
    dice, tried = Random(number), 0
    for data in corpus(number, 1):
        message = inspect(data).message
        if not isinstance(message, Message):
            continue
        wrong = broken(dice, message)
        assert isinstance(wrong, Message)
        assert CANARY not in repr(wrong)
        with suppress(EncodeError):
            encode(wrong)
            continue
        with pytest.raises(EncodeError) as caught:
            encode(wrong)
        error, tried = caught.value, tried + 1
        assert CANARY not in f"{error} {error!r} {error.report.summary(most=1_000)}"
    assert tried > 20
