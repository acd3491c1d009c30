"""Our own schema files and the published ones give the same verdict.

A message is judged by the files of the editions that it is written in. A document in its envelope
that is of another kind is taken out first.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from lxml import etree

from caremsg.codec.xsd import DRIVER, schemas
from caremsg.declare import Edition, editions, namespace_of
from caremsg.messages.editions import MSGHEAD_1_2
from caremsg.messages.namespaces import MH
from tests.conformance.agreement import declared, walk
from tests.conformance.mutation import Node, mutated
from tests.conformance.published import LEFT_OUT, Schemas
from tests.conftest import Record, each_official

MUTATIONS = 12
"""How many faults are tried in each message."""

CONTENT = f"{{{MH.uri(MSGHEAD_1_2)}}}Content"

each_message = each_official(
    lambda r: r["well_formed"] and namespace_of(r["root"][1:].partition("}")[0]) is not None
)


ALL = tuple(editions().values())


class Own:
    """Our schema files, written once for each set of editions."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.made: dict[tuple[Edition, ...], etree.XMLSchema] = {}

    def driver(self, *wanted: Edition) -> Path:
        """The files of some editions, in a folder."""
        folder = self.folder / "+".join(map(str, wanted if wanted != ALL else ()))
        folder.mkdir(exist_ok=True)
        for name, text in schemas(*wanted).items():
            (folder / name).write_text(text, encoding="utf-8")
        return folder / DRIVER

    def of(self, *wanted: Edition) -> etree.XMLSchema:
        """The schema of some editions."""
        if wanted not in self.made:
            self.made[wanted] = etree.XMLSchema(etree.parse(self.driver(*wanted)))
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


def test_every_type_is_written_as_declared(own: Own) -> None:
    """Our files say what the declarations say, also where there is no official message.

    The exception is the place of a signature, where anything of its namespace may stand.
    """
    walked = walk(Schemas(own.driver(*ALL)))
    found = [text for texts in walked.found.values() for text in texts]
    assert len(found) == 1
    assert found[0].startswith("MsgHead: ")
    assert walked.places == set(declared())


@each_message
def test_an_official_message(record: Record, own: Own, published_schema: etree.XMLSchema) -> None:
    """Every official message is judged alike, whether it is valid or not."""
    root = read(record)
    assert own.of(*editions_in(root)).validate(root) is published_schema.validate(root)


@each_message
def test_a_message_with_a_fault(
    record: Record, own: Own, published_schema: etree.XMLSchema
) -> None:
    """An official message with a fault is judged alike, whether the fault is one or not."""
    root, random = read(record), Random(record["file"])
    schema, everything = own.of(*editions_in(root)), own.of(*ALL)
    for _ in range(MUTATIONS):
        document = mutated(root, random)
        expected = published_schema.validate(document)
        assert schema.validate(document) is expected, etree.tostring(document)
        assert everything.validate(document) is expected, etree.tostring(document)
