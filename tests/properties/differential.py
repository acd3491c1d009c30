"""Our verdict on shape against that of libxml2 with the published schemas.

python -m tests.properties.differential --count 500000 --seed 1
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import attrs
from hypothesis import HealthCheck, Phase, given, seed, settings
from lxml import etree

from caremsg import encode, inspect
from caremsg.declare import Message, namespace_of
from caremsg.findings import Finding, Report
from caremsg.testing import messages, roots
from tests.conformance.agreement import ONLY_TYPES
from tests.conftest import STANDARD, official, schema_of
from tests.properties.mutations import damaged, mutant

Damage = Callable[[Random, bytes], bytes]
PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


@attrs.frozen
class Outcome:
    """What both say about a document."""

    data: bytes
    ours: Report
    theirs: bool
    faults: tuple[str, ...]
    """What libxml2 says."""

    @property
    def same(self) -> bool:
        """True when both give the same verdict."""
        return self.ours.ok == self.theirs

    @property
    def excuse(self) -> str | None:
        """The exceptions that explain a difference, if they do so wholly."""
        if self.theirs and re.search(rb"""xmlns[:\w]*=["'][^"']*\*""", self.data):
            return ASTERISK
        if self.theirs:
            reasons = {_why_stricter(finding) for finding in self.ours.errors}
        else:
            reasons = {_why_laxer(fault, self.data) for fault in self.faults}
        return "; ".join(sorted(filter(None, reasons))) if None not in reasons else None


STRICTER = {
    "a document type declaration is refused": "XML002:",
    "only the usual names of the usual encodings are taken": "XML008:",
    "a part of a message is not a message of its own": r"SCH00[13]:",
    "libxml2 does not compare an attribute that is declared elsewhere with its fixed value": (
        r"SCH202:.*/@"
    ),
    "libxml2 leaves out of base64 what is not base64": "SCH201:.*valid base64Binary",
    "libxml2 takes an exponent without digits": "SCH201:.*valid (double|float)",
    "a type that an element gives itself (xsi:type) is refused, be it its own": (
        r"SCH302:.* the attribute type is not known here"
    ),
    "in the pattern of an OID libxml2 takes digits of every script": "SCH201:.*valid oid",
}
"""What we refuse and libxml2 does not: the reason, and the findings that show it."""

ASTERISK = "in the address of a namespace libxml2 takes an asterisk for any letters"
NOT_JUDGED = "content of a type that is not declared here is kept as it came, and not judged"
OWN_TYPE = "the type that open content gives itself (xsi:type) is not looked up"
EMPTY_CDATA = "libxml2 takes an empty CDATA section for content"
"""What libxml2 refuses and we do not."""


def _why_stricter(finding: Finding) -> str | None:
    shown = f"{finding.code}: {finding.where.xpath} {finding.text}"
    return next((why for why, shape in STRICTER.items() if re.match(shape, shown)), None)


def _why_laxer(fault: str, data: bytes) -> str | None:
    named = re.match(r"Element '(.*?)'(?:: |, )", fault)
    if named and named[1] in _not_declared(data):
        return NOT_JUDGED
    if "of the xsi:type attribute" in fault:
        return OWN_TYPE
    empty = "Character content is not allowed" in fault and b"<![CDATA[" in data
    return EMPTY_CDATA if empty else None


def _not_declared(data: bytes) -> set[str]:
    """The names of the elements that nobody here declares, and of those inside them."""
    try:
        root = etree.fromstring(data, PARSER)
    except etree.XMLSyntaxError:
        return set()
    tops = [
        node
        for node in root.iter(etree.Element)
        if namespace_of(etree.QName(node).namespace or "") is None or node.tag in ONLY_TYPES
    ]
    return {str(n.tag) for top in tops for n in top.iter(etree.Element)}


def generated(number: int, each: int = 1) -> Iterator[bytes]:
    """Some messages of every class and edition."""
    few = settings(
        max_examples=each,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        deadline=None,
    )
    for kind, edition in roots():
        found: list[Message] = []
        seed(number)(few(given(messages(kind, edition=edition))(lambda it: found.append(it))))()  # noqa: B023
        yield from map(encode, found)


def corpus(number: int, each: int = 3) -> list[bytes]:
    """The documents to damage: official ones that are well-formed, and generated ones."""
    paths = [r["path"] for r in official() if r["well_formed"] and r["bytes"] < 60_000]
    return [*(path.read_bytes() for path in paths), *generated(number, each)]


def compare(data: bytes, schema: etree.XMLSchema) -> Outcome:
    """Both verdicts on one document."""
    report = inspect(data).report
    try:
        theirs = schema.validate(etree.fromstring(data, PARSER))
        faults = () if theirs else tuple(entry.message for entry in schema.error_log)
    except etree.XMLSyntaxError as error:
        theirs, faults = False, (str(error),)
    return Outcome(data, report, theirs, faults)


def run(
    number: int, count: int, schema: etree.XMLSchema, damage: Damage = mutant, each: int = 6
) -> Iterator[Outcome]:
    """The outcomes of so many documents with damage, from a seed."""
    dice = Random(number)
    documents = corpus(number, each)
    for _ in range(count):
        try:
            data = damage(dice, dice.choice(documents))
        except ValueError:  # lxml refuses the name
            continue
        yield compare(data, schema)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=10_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--octets", action="store_true", help="damage octets, not trees")
    options.add_argument("--keep", type=Path, help="a folder for the documents that differ")
    given_ = options.parse_args()
    assert STANDARD is not None
    schema = schema_of(STANDARD / "schema" / "caremsg-all.xsd")
    began, tally, out = time.monotonic(), Counter[str](), sys.stdout.write
    damage = damaged if given_.octets else mutant
    for outcome in run(given_.seed, given_.count, schema, damage):
        tally["valid" if outcome.theirs else "invalid"] += 1
        if not outcome.same:
            tally[outcome.excuse or "DIFFERENT"] += 1
            if outcome.excuse is None:
                out(f"we: {outcome.ours.summary()} they: {outcome.faults[:3]}\n")
                if given_.keep:
                    name = f"{given_.seed}-{tally['DIFFERENT']}.xml"
                    (given_.keep / name).write_bytes(outcome.data)
    out(f"seed {given_.seed}, {time.monotonic() - began:.0f} s: {dict(tally)}\n")
    return int(tally["DIFFERENT"] > 0)


if __name__ == "__main__":
    sys.exit(main())
