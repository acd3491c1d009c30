"""Our own schema files and the published ones give the same verdict.

A message is judged by the files of the editions that it is written in. A document of another
kind in its envelope (a calendar) is taken out first.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from lxml import etree

from caremsg.codec.xsd import DRIVER, schemas
from caremsg.declare import Edition, editions, namespace_of
from caremsg.messages.namespaces import MH, MSGHEAD_1_2
from tests.conformance.mutation import Node, mutated
from tests.conformance.published import LEFT_OUT
from tests.conftest import Record, each_official

MUTATIONS = 12
"""How many faults are tried in each message."""

CONTENT = f"{{{MH.uri(MSGHEAD_1_2)}}}Content"

each_message = each_official(
    lambda r: r["well_formed"] and namespace_of(r["root"][1:].partition("}")[0]) is not None
)


class Own:
    """Our schema files, compiled once for each set of editions."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.made: dict[tuple[Edition, ...], etree.XMLSchema] = {}

    def of(self, wanted: tuple[Edition, ...]) -> etree.XMLSchema:
        """The schema of some editions."""
        if wanted not in self.made:
            folder = self.folder / str(len(self.made))
            folder.mkdir()
            for name, text in schemas(*wanted).items():
                (folder / name).write_text(text, encoding="utf-8")
            self.made[wanted] = etree.XMLSchema(etree.parse(folder / DRIVER))
        return self.made[wanted]


@pytest.fixture(scope="session")
def own(tmp_path_factory: pytest.TempPathFactory) -> Own:
    """Our schema of some editions."""
    return Own(tmp_path_factory.mktemp("xsd"))


def read(record: Record) -> Node:
    """A message, without the documents whose kind is left out."""
    root = etree.parse(record["path"]).getroot()
    for content in list(root.iter(CONTENT)):
        if any(etree.QName(node).namespace in LEFT_OUT for node in content):
            document = next(content.iterancestors(f"{{{MH.uri(MSGHEAD_1_2)}}}Document"))
            document.getparent().remove(document)  # type: ignore[union-attr]
    return root


def editions_in(root: Node) -> tuple[Edition, ...]:
    """The editions of the namespaces in a document."""
    uris = {etree.QName(node).namespace or "" for node in root.iter(etree.Element)}
    found = {pair[1] for uri in uris if (pair := namespace_of(uri)) is not None}
    return tuple(sorted((e for e in found if e is not None), key=str))


@each_message
def test_an_official_message(record: Record, own: Own, published_schema: etree.XMLSchema) -> None:
    """Every official message is judged alike, whether it is valid or not."""
    root = read(record)
    assert own.of(editions_in(root)).validate(root) is published_schema.validate(root)


@each_message
def test_a_message_with_a_fault(
    record: Record, own: Own, published_schema: etree.XMLSchema
) -> None:
    """An official message with a fault is judged alike, whether the fault is one or not."""
    root, random = read(record), Random(record["file"])
    schema, everything = own.of(editions_in(root)), own.of(tuple(editions().values()))
    for _ in range(MUTATIONS):
        document = mutated(root, random)
        expected = published_schema.validate(document)
        assert schema.validate(document) is expected, etree.tostring(document)
        assert everything.validate(document) is expected, etree.tostring(document)
