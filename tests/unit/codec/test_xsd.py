"""The schema files that are made from the plans."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from caremsg.codec.xsd import DRIVER, schemas
from caremsg.declare import Edition, editions
from caremsg.messages.editions import (
    APPREC_1_1,
    BASE64_1_0,
    DIALOG_1_0,
    DIALOG_1_1,
    EPJ_2008,
    MSGHEAD_1_2,
    PLO_1_5,
    PLO_1_6,
    PLO_2_0,
)

XS = "{http://www.w3.org/2001/XMLSchema}"
EACH = pytest.mark.parametrize("edition", editions().values(), ids=str)


def compiled(folder: Path, *wanted: Edition) -> etree.XMLSchema:
    """The schema files of some editions, put in a folder and compiled."""
    for name, text in schemas(*wanted).items():
        (folder / name).write_text(text, encoding="utf-8")
    return etree.XMLSchema(etree.parse(folder / DRIVER))


@EACH
def test_the_files_of_an_edition_compile(edition: Edition, tmp_path: Path) -> None:
    """The files of every edition are a schema that libxml2 takes."""
    compiled(tmp_path, edition)


def test_the_files_of_all_editions_compile(tmp_path: Path) -> None:
    """All editions fit in one schema."""
    compiled(tmp_path, *editions().values())


@EACH
def test_nothing_is_fetched(edition: Edition) -> None:
    """Every import names another of the files, and nothing else is referred to."""
    files = schemas(edition)
    for text in files.values():
        root = etree.fromstring(text)
        imports = [node.get("schemaLocation") for node in root.iter(f"{XS}import")]
        assert set(imports) <= files.keys()
        assert text.count("schemaLocation") == len(imports)


@EACH
def test_the_driver_imports_every_file(edition: Edition) -> None:
    """The driver imports each of the other files, with its own namespace."""
    files = schemas(edition)
    driver = etree.fromstring(files.pop(DRIVER))
    imports = {n.get("schemaLocation"): n.get("namespace") for n in driver.iter(f"{XS}import")}
    assert imports == {
        name: etree.fromstring(text).get("targetNamespace") for name, text in files.items()
    }


@EACH
def test_every_global_part_is_explained(edition: Edition) -> None:
    """An element, and a type of ours, has a documentation in English."""
    plain = {"oid", "TS", "URL"}
    for text in schemas(edition).values():
        for node in etree.fromstring(text).iterchildren(f"{XS}element", f"{XS}complexType"):
            assert node.get("name") in plain or node.findtext(f".//{XS}documentation")


@pytest.mark.parametrize(
    "edition, names",
    [
        (APPREC_1_1, "apprec-2012-02-15 kith"),
        (MSGHEAD_1_2, "base64container kith msghead-2006-05-24"),
        (BASE64_1_0, "base64container kith msghead-2006-05-24"),
        (DIALOG_1_0, "base64container dialog-2006-10-11 felleskomponent1 kith msghead-2006-05-24"),
    ],
    ids=str,
)
def test_the_files_are_those_that_are_needed(edition: Edition, names: str) -> None:
    """An edition has its own namespaces, those they reach, and the envelope if it has one."""
    assert sorted(schemas(edition)) == sorted(f"{n}.xsd" for n in ["all", *names.split()])


@pytest.mark.parametrize("edition", [PLO_1_5, PLO_1_6, PLO_2_0], ids=str)
def test_a_care_message_comes_with_its_envelope_and_components(edition: Edition) -> None:
    """Care messages have the envelope, and the components of the record, in their files."""
    wanted = {"msghead-2006-05-24.xsd", "base64container.xsd", "epj-epj1-2008-02-20.xsd"}
    assert wanted < schemas(edition).keys()


def test_several_editions_are_put_together() -> None:
    """The files of several editions are those of each, whatever their order."""
    both = schemas(DIALOG_1_1, EPJ_2008)
    assert both == schemas(EPJ_2008, DIALOG_1_1)
    assert both.keys() == schemas(DIALOG_1_1).keys() | schemas(EPJ_2008).keys()


def test_the_texts_are_stable() -> None:
    """Another process, which loads the modules in another order, makes the same texts."""
    program = (
        "import caremsg.messages.plo.parts.shipment, caremsg.messages.epj.legemiddel\n"
        "from caremsg.codec.xsd import schemas\n"
        "from caremsg.messages.namespaces import PLO_1_6\n"
        "print(repr(sorted(schemas(PLO_1_6).items())))"
    )
    made = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert made.stdout.decode().strip() == repr(sorted(schemas(PLO_1_6).items()))


HEAD = "http://www.kith.no/xmlstds/msghead/2006-05-24"
BASE64 = "http://www.kith.no/xmlstds/base64container"
RECEIPT = "http://www.kith.no/xmlstds/apprec/2012-02-15"
REFERENCES = "<RefToParent>a</RefToParent><RefToConversation>b</RefToConversation>"


@pytest.mark.parametrize(
    "document, verdict",
    [
        (f'<ConversationRef xmlns="{HEAD}"/>', False),
        (f'<ConversationRef xmlns="{HEAD}">{REFERENCES}</ConversationRef>', True),
        (f'<Organisation xmlns="{HEAD}"/>', True),
        (f'<Organisation xmlns="{HEAD}"><OrganisationName/></Organisation>', False),
        (f'<Base64Container xmlns="{HEAD}">aGVp</Base64Container>', False),
        (f'<Base64Container xmlns="{BASE64}">aGVp</Base64Container>', True),
        (f'<Base64Container xmlns="{BASE64}">aGV</Base64Container>', False),
        (f'<OriginalMsgId xmlns="{RECEIPT}"/>', False),
    ],
)
def test_a_document_is_judged(document: str, verdict: bool, tmp_path: Path) -> None:
    """The compiled files tell a right document from a wrong one."""
    schema = compiled(tmp_path, MSGHEAD_1_2, APPREC_1_1)
    assert schema.validate(etree.fromstring(document)) is verdict
