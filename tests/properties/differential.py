"""Our verdict on shape against that of libxml2 with the published schemas.

    python -m tests.properties.differential --count 500000 --seed 1
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import attrs
from hypothesis import HealthCheck, Phase, given, seed, settings
from lxml import etree

from caremsg import encode, inspect
from caremsg.declare import Message
from caremsg.testing import messages, roots
from tests.conftest import STANDARD, official, schema_of
from tests.properties.mutations import mutant

PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


@attrs.frozen
class Outcome:
    """What both say about a document."""

    data: bytes
    ours: bool
    theirs: bool
    codes: tuple[str, ...]
    message: str

    @property
    def excuse(self) -> str | None:
        """The exception that explains a difference, if one does."""
        return next((name for name, holds in EXCEPTIONS.items() if holds(self)), None)


def _not_judged(it: Outcome) -> bool:
    return it.ours and not it.theirs and "SCH004" in it.codes


def _part(it: Outcome) -> bool:
    return it.theirs and not it.ours and it.codes in (("SCH001",), ("SCH003",))


EXCEPTIONS = {
    "content of a type that is not declared is kept, not judged": _not_judged,
    "a part of a message is no message of its own": _part,
}
"""The differences that are meant."""


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
        seed(number)(few(given(messages(kind, edition=edition))(lambda it: found.append(it))))()  # noqa: B023, PLW0108
        yield from map(encode, found)


def corpus(number: int, standard: Path | None = STANDARD) -> list[bytes]:
    """The documents to damage: official ones that are well-formed, and generated ones."""
    paths = [r["path"] for r in official(standard) if r["well_formed"] and r["bytes"] < 60_000]
    return [*(path.read_bytes() for path in paths), *generated(number, 6)]


def compare(data: bytes, schema: etree.XMLSchema) -> Outcome:
    """Both verdicts on one document."""
    try:
        found = inspect(data).report
    except Exception as error:  # reported as a difference
        return Outcome(data, False, True, ("CRASH",), repr(error))
    try:
        theirs = schema.validate(etree.fromstring(data, PARSER))
        message = "" if theirs else schema.error_log[0].message
    except etree.XMLSyntaxError as error:
        theirs, message = False, str(error)
    return Outcome(data, found.ok, theirs, tuple(dict.fromkeys(found.codes)), message)


def run(number: int, count: int, schema: etree.XMLSchema) -> Iterator[Outcome]:
    """The outcomes of so many mutants, from a seed."""
    dice = Random(number)
    documents = corpus(number)
    for _ in range(count):
        try:
            data = mutant(dice, dice.choice(documents))
        except ValueError:  # lxml refuses the name
            continue
        yield compare(data, schema)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=10_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--keep", type=Path, help="a folder for the documents that differ")
    given_ = options.parse_args()
    assert STANDARD is not None
    schema = schema_of(STANDARD / "schema" / "caremsg-all.xsd")
    began, tally, shown = time.monotonic(), Counter[str](), 0
    for outcome in run(given_.seed, given_.count, schema):
        tally["valid" if outcome.theirs else "invalid"] += 1
        if outcome.ours != outcome.theirs:
            excuse = outcome.excuse
            tally[excuse or "DIFFERENT"] += 1
            if excuse is None:
                shown += 1
                if shown <= 400:
                    print("we:", outcome.ours, outcome.codes, "they:", outcome.message)
                if given_.keep:
                    (given_.keep / f"{given_.seed}-{shown}.xml").write_bytes(outcome.data)
    print(f"seed {given_.seed}, {time.monotonic() - began:.0f} s: {dict(tally)}")
    return int(tally["DIFFERENT"] > 0)


if __name__ == "__main__":
    sys.exit(main())
