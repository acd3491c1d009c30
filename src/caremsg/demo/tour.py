"""The tour: build a message, read one, show one, judge a bad one, and let two parties talk."""

from __future__ import annotations

import inspect as source
import io
import sys
import textwrap

from caremsg import decode, encode, find, inspect, peek, samples
from caremsg.messages.plo.parts import MedisinskDiagnose
from caremsg.render import to_text

from .building import admission_notice, admission_report
from .exchanging import small_exchange

__all__ = ["main"]

SHOWN = 16
NEXT = (
    ("README.md", "build and read a report yourself, in ten minutes"),
    ("src/caremsg/demo/", "the code behind this tour, to copy from"),
    ("examples/", "short programs: record system, gateway, tester"),
    (".venv/bin/caremsg --help", "the same from the command line"),
    ("make test", "all tests"),
)


def main() -> None:
    """Print the tour."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # what a terminal cannot show is escaped
            stream.reconfigure(errors="backslashreplace")
    print("A tour of caremsg. People, organisations and numbers are made up.")
    _build()
    data = encode(admission_report())
    _read(data)
    _show(data)
    _judge()
    _exchange()
    _next()


def _build() -> None:
    _heading("1  A notice of admission, in Python")
    print(textwrap.indent(source.getsource(admission_notice), "    "))
    data = encode(admission_notice())
    print(f"  Written, it is {len(data)} bytes of XML. The heart of it:\n")
    heart = data.decode().partition("<TidsfestetHendelse>")[2].partition("</Tids")[0]
    print(textwrap.indent(heart.replace("><", ">\n<"), "    "))


def _read(data: bytes) -> None:
    _heading("2  The admission report that answers it, read back from its bytes")
    header = peek(data)
    message = decode(data)
    print(f"  What it is     {header.type}, {header.edition}, {len(data)} bytes")
    print(f"  Nothing lost   {message == admission_report()}")
    for diagnosis in find(message, MedisinskDiagnose):
        code = diagnosis.diagnosekode
        print(f"  A diagnosis    {code.display if code else diagnosis.diagnose_beskrivelse}")


def _show(data: bytes) -> None:
    _heading("3  The same report, as a person reads it")
    lines = to_text(decode(data), width=90).splitlines()
    print(textwrap.indent("\n".join(lines[:SHOWN]), "    "))
    print(f"    ... and {len(lines) - SHOWN} more lines")


def _judge() -> None:
    name = "damaged-innleggelsesrapport-1.6"
    _heading(f"4  A report with faults ({name})")
    inspection = inspect(samples.data(name))
    for finding in inspection.report:
        place = finding.where.path.replace("innhold[0].ref_doc.content.items[0]", "report")
        print(f"  line {finding.where.line:>3}  {finding.code}  {place}")
        print(textwrap.fill(finding.text, 78, initial_indent=" " * 12, subsequent_indent=" " * 12))


def _exchange() -> None:
    _heading("5  A hospital and a municipality, each with a ledger")
    for line in small_exchange():
        print(f"  {line}")


def _next() -> None:
    _heading("Next")
    for command, meaning in NEXT:
        print(f"  {command:<34}{meaning}")


def _heading(text: str) -> None:
    print(f"\n{text}\n{'-' * len(text)}\n")
