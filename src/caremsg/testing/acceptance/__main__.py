"""`python -m caremsg.testing.acceptance FOLDER`: try a receiver, and report."""

from __future__ import annotations

import argparse
import importlib
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from lxml import etree

from caremsg.errors import InputError

from . import Receiver, as_html, as_junit, as_text, ours, run

__all__ = ["main"]

FINE, FAILED, UNREADABLE = 0, 1, 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it; 1 when a requirement failed, 3 when something cannot be read or written."""
    given = _parser().parse_args(arguments)
    try:
        schema = etree.XMLSchema(etree.parse(given.schema)) if given.schema else None
        result = run(given.folder, _receiver(given.receiver), schema=schema)
        if given.html:
            given.html.write_text(as_html(result, language=given.language), encoding="utf-8")
        if given.junit:
            given.junit.write_text(as_junit(result, language=given.language), encoding="utf-8")
    except (InputError, OSError, etree.LxmlError) as error:
        sys.stderr.write(f"{error}\n")
        return UNREADABLE
    width = min(shutil.get_terminal_size((100, 24)).columns, 120)
    sys.stdout.write(as_text(result, language=given.language, width=width))
    return FINE if result.ok else FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m caremsg.testing.acceptance",
        description="Try a receiver on the messages of an acceptance test.",
    )
    parser.add_argument("folder", type=Path, help="messages, with an expected.json")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write a page for a browser")
    parser.add_argument("--junit", type=Path, metavar="FILE", help="write JUnit XML")
    parser.add_argument("--schema", metavar="FILE", help="XSD to judge acknowledgements by, too")
    parser.add_argument("--language", choices=("en", "nb"), default="en", help="of the reports")
    parser.add_argument(
        "--receiver", metavar="MODULE:NAME", help="the receiver to try; by default our own"
    )
    return parser


def _receiver(name: str | None) -> Receiver:
    if not name:
        return ours
    module, _, attribute = name.partition(":")
    try:
        return cast("Receiver", getattr(importlib.import_module(module), attribute))
    except (ImportError, AttributeError, ValueError):
        raise InputError(f"there is no receiver {name!r}; write MODULE:NAME") from None


if __name__ == "__main__":
    sys.exit(main())
