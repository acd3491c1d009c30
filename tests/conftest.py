"""What every test may use: the published standard, its official messages and its schema.

The standard itself is not part of this project. It is looked for in the folder that the
environment variable `CAREMSG_STANDARD` names, or else in `../shared/standard`. Without it
the tests that need it are skipped; under continuous integration (`CI` is set) they fail.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from lxml import etree

ROOT = Path(__file__).resolve().parent.parent

Record = dict[str, Any]
"""One official file: its entry in `expected.json`, with an absolute `path` and the `folder`."""


def _find() -> Path | None:
    given = os.environ.get("CAREMSG_STANDARD")
    folder = Path(given).resolve() if given else ROOT.parent / "shared" / "standard"
    return folder if (folder / "schema" / "caremsg-all.xsd").is_file() else None


STANDARD = _find()

if not os.environ.get("CI"):  # there hypothesis has a profile of its own
    settings.register_profile("caremsg", deadline=None)
    settings.load_profile("caremsg")


@pytest.fixture(scope="session")
def standard() -> Path:
    """The folder of the published standard."""
    if STANDARD is None:
        reason = "the published standard is not here; set CAREMSG_STANDARD to its folder"
        if os.environ.get("CI"):
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    return STANDARD


@cache
def _records(standard: Path) -> tuple[Record, ...]:
    found: list[Record] = []
    for folder in ("examples", "acceptance"):
        text = (standard / folder / "expected.json").read_text(encoding="utf-8")
        found += [
            {**entry, "folder": folder, "path": standard / folder / entry["file"]}
            for entry in json.loads(text)["files"]
        ]
    return tuple(found)


def official(standard: Path | None = STANDARD) -> list[Record]:
    """Every official file with what is expected of it; none when the standard is not here."""
    return list(_records(standard)) if standard else []


def each_official(where: Callable[[Record], Any] = lambda _: True) -> pytest.MarkDecorator:
    """Run a test, which takes `record`, once for every official file that fits.

    Without the standard it is one test that is skipped (or fails, see above).
    """
    records = [record for record in official() if where(record)]
    cases: list[Any] = [pytest.param(r, id=f"{r['folder']}/{r['file']}") for r in records]
    if STANDARD is not None and not cases:
        raise ValueError("no official file fits")
    return pytest.mark.parametrize("record", cases or [None], indirect=True)


@pytest.fixture
def record(request: pytest.FixtureRequest, standard: Path) -> Record:
    """One official file; see `each_official`."""
    found: Record = request.param
    return found


class _NoNetwork(etree.Resolver):
    """Refuses everything that is not a file."""

    def resolve(self, system_url: str, public_id: str, context: Any) -> Any:
        if "://" in system_url and not system_url.startswith("file:"):
            return self.resolve_empty(context)
        return None


@cache
def schema_of(path: Path) -> etree.XMLSchema:
    """A schema file, compiled once, without the network."""
    parser = etree.XMLParser(no_network=True, resolve_entities=False)
    parser.resolvers.add(_NoNetwork())
    return etree.XMLSchema(etree.parse(path, parser))


@pytest.fixture(scope="session")
def published_schema(standard: Path) -> etree.XMLSchema:
    """The published schemas of all namespaces together."""
    return schema_of(standard / "schema" / "caremsg-all.xsd")
