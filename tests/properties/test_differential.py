"""Our verdict on shape is that of libxml2 with the published schemas, but for a few exceptions."""

from __future__ import annotations

import pytest
from lxml import etree

from tests.properties.differential import Damage, compare, corpus, run
from tests.properties.mutations import damaged, mutant

KINDS = {"tree": mutant, "octets": damaged}


def check(number: int, count: int, schema: etree.XMLSchema, damage: Damage, each: int) -> None:
    """No difference is without an excuse."""
    for outcome in run(number, count, schema, damage, each):
        assert outcome.same or outcome.excuse, (outcome.ours, outcome.faults, outcome.data)


@pytest.mark.parametrize("kind", KINDS)
def test_some_mutants(kind: str, published_schema: etree.XMLSchema) -> None:
    """A thousand mutants are judged alike."""
    check(1, 500, published_schema, KINDS[kind], 1)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(10))
@pytest.mark.parametrize("kind", KINDS)
def test_many_mutants(kind: str, number: int, published_schema: etree.XMLSchema) -> None:
    """Twenty thousand mutants are judged alike."""
    check(100 + number, 1_000, published_schema, KINDS[kind], 3)


def test_nothing_is_excused_before_damage(published_schema: etree.XMLSchema) -> None:
    """Documents without damage are judged alike, but for those that are no message."""
    for data in corpus(1):
        outcome = compare(data, published_schema)
        assert outcome.same or outcome.ours.codes == ("SCH001",)


@pytest.mark.parametrize(
    "xml, reason",
    [
        ("<!DOCTYPE AppRec>{}", "a document type declaration is refused"),
        ('<?xml version="1.0" encoding="UTF8"?>{}', "only the usual names of the usual encodings are taken"),
    ],
)
def test_an_exception_is_real(xml: str, reason: str, published_schema: etree.XMLSchema) -> None:
    """What is excused does happen."""
    whole = next(data for data in corpus(1) if b"<AppRec " in data and b'"UTF-8"?>' in data)
    body = whole[whole.index(b"?>") + 2 :].decode()
    outcome = compare(xml.format(body).encode(), published_schema)
    assert (outcome.same, outcome.excuse) == (False, reason)
