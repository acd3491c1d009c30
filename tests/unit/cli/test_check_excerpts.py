"""The lines that `caremsg check` shows, and what it hides in them."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from caremsg import Finding, Severity, Where, samples
from caremsg.check import check
from caremsg.cli.excerpts import excerpts
from caremsg.cli.output import Output
from caremsg.cli.reports import Style, Text
from caremsg.cli.verdict import Verdict
from caremsg.cli.words import Words
from tests.properties.differential import corpus
from tests.security.test_no_values import CANARY, planted

from .conftest import BAD
from .test_check import NAMES


def test_a_document_of_one_line() -> None:
    """The element is found in a line without end, and the caret stands at it."""
    data = samples.data(BAD).replace(b"\r", b"").replace(b"\n", b"")
    report = check(data)
    for finding, excerpt in zip(report, excerpts(data, report.findings, values=False), strict=True):
        assert excerpt is not None
        name = finding.where.xpath.rpartition("/")[2].partition("[")[0].rpartition(":")[2]
        pointed = excerpt.text[excerpt.column : excerpt.column + excerpt.length]
        assert finding.where.xpath.rpartition("/")[2].startswith("@") or pointed.endswith(name)
        assert not [value for value in NAMES if value in excerpt.text]


LINE = b"""<a k="Ola"><!-- Ola <Ola/> --><![CDATA[<Ola x="Ola">]]><?p Ola?><b
 k="Ola"/>Ola <b c = 'Ola>' d="O
la">Ola<c/> Ola</b><Ola"""


@pytest.mark.parametrize(
    "xpath, line, shown",
    [
        ("/a", 1, '<a k="…">…<b'),
        ("/a/b[1]", 1, '<a k="…">…<b'),
        ("/a/b[2]/@c", 2, '…<b c="…"…'),
        ("/a/b[2]/c", 3, "…<c/>…</b>…"),
        ("", 1, '<a k="…">…<b'),
        ("", 9, None),
        ("/a/nowhere", 3, "…<c/>…</b>…"),
    ],
)
def test_only_names_are_shown(xpath: str, line: int, shown: str | None) -> None:
    """Comments, CDATA, instructions, cut tags and what is no XML are hidden too."""
    [found] = excerpts(LINE, [finding_at(xpath, line)], values=False)
    assert (found and found.text) == shown
    if found is not None and found.length:
        name = xpath.replace("/@c", "").rpartition("/")[2].partition("[")[0]
        assert found.text[found.column : found.column + found.length] == f"<{name}"
    else:
        assert xpath in ("", "/a/nowhere")


def finding_at(xpath: str, line: int | None) -> Finding:
    return Finding("X", Severity.ERROR, Where("", xpath, line), "x", "x", "x")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe<\0a\0",
        b"<!DOCTYPE a [<!ENTITY b 'Ola'>]><a>&b;</a>",
        b'<?xml version="1.0" encoding="x"?><a/>',
        b'<?xml version="1.0" encoding="shift_jis"?><a/>',
    ],
)
def test_no_line_of_what_is_refused(data: bytes) -> None:
    """What is not read as a message is not read here either."""
    assert excerpts(data, [finding_at("/a", 1)], values=False) == (None,)


def test_too_deep_for_a_line() -> None:
    """What lies deeper than anything that is read is not looked for."""
    data = b"<a>" * 2_000_000
    [found] = excerpts(data, [finding_at("/a" * 300, 1)], values=False)
    assert found is not None
    assert found.length == 0


def test_lines_of_another_system() -> None:
    """A carriage return ends a line; letters of another encoding and a mark are no harm."""
    head = '<?xml version="1.0" encoding="iso-8859-1"?>\r'
    for data in (
        f"{head}<a>ø\r\t<b>ø</b>\r</a>".encode("latin-1"),
        "\ufeff<a><b>ø</b></a>".encode(),
    ):
        [found] = excerpts(data, [finding_at("/a/b", 1)], values=True)
        assert found is not None
        assert found.text[found.column :].startswith("<b>ø</b>")
        assert found.text[found.column : found.column + found.length] == "<b"


@pytest.mark.parametrize("number", range(3))
def test_no_value_in_a_line(number: int) -> None:
    """Whatever is wrong with a document, what is in it is not in its lines."""
    dice, documents = Random(number), corpus(number, 1)
    shown = 0
    for _ in range(40):
        try:
            data = planted(dice, dice.choice(documents))
        except ValueError:  # lxml refuses the name
            continue
        found = [item for item in excerpts(data, check(data), values=False) if item]
        shown += len(found)
        assert not [item for item in found if CANARY in item.text]
    assert shown


@pytest.mark.parametrize("width", [40, 80])
def test_a_narrow_terminal(width: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line is cut around the element, and the caret still stands below it."""
    monkeypatch.setattr(Output, "width", width)
    path = tmp_path / "found.txt"
    data = b" ".join(samples.data(BAD).split())
    with path.open("w", encoding="utf-8") as file:
        writer = Text(Output(file), Style(Words("en")))
        report = check(data)
        lines = excerpts(data, report.findings, values=False)
        writer.file(Verdict("a.xml", findings=report.findings, excerpts=lines))
    text = path.read_text(encoding="utf-8").splitlines()
    carets = [number for number, line in enumerate(text) if line.lstrip(" |").startswith("^")]
    assert len(carets) == len(report)
    for number, finding in zip(carets, report, strict=True):
        name = finding.where.xpath.rpartition("/")[2].partition("[")[0]
        pointed = text[number - 1][text[number].index("^") :]
        assert pointed.startswith(f"<{name}"[: width - 9])
        assert max(len(text[number - 1]), len(text[number])) <= width


def test_masked_lines_keep_names_only() -> None:
    """Attributes and text are hidden, also where a tag is cut or has a `>` in a value."""
    data = samples.data(BAD)
    report = check(data)
    shown = [item.text for item in excerpts(data, report.findings, values=False) if item]
    assert shown
    assert not [text for text in shown if '="' in text.replace('="…"', "")]
