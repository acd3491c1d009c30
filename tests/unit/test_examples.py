"""Every example runs as it stands, and shows what it says."""

import runpy
import sys

import pytest
from lxml import etree

from caremsg import inspect, samples
from tests.conftest import ROOT

FOLDER = ROOT / "examples"
PROGRAMS = sorted(path.name for path in FOLDER.glob("*.py"))
SHOWN = {
    "gateway_sort.py": ["receipts  apprec-ok-1.1.xml", "refused   damaged-doctype.xml"],
    "record_system_receive.py": [
        "medicine    Apixaban Fiktiv: 1 tablett morgen og kveld",
        "event       Pasient utskrivningsklar: 2026-10-13",
        "attachment  Plan for vekt og væske (application/pdf",
        "refused: 1 finding",
    ],
    "record_system_send.py": ["<Navn>Apixaban Fiktiv</Navn>", "Innleggelsesrapport"],
    "tester_variants.py": ["in PLO 1.5: ('ENC001', 'ENC002', 'ENC002')", "no findings"],
    "tester_verdicts.py": [f"{len(samples.names())} of {len(samples.names())} as expected"],
}


def run(name, monkeypatch, *arguments):
    """Run a program as from the command line; its exit code."""
    monkeypatch.setattr(sys, "argv", [name, *map(str, arguments)])
    try:
        runpy.run_path(str(FOLDER / name), run_name="__main__")
    except SystemExit as stop:
        return stop.code
    return 0


@pytest.mark.parametrize("name", PROGRAMS)
def test_an_example_runs_and_shows_what_it_says(name, monkeypatch, capsys):
    assert run(name, monkeypatch) == 0
    shown = capsys.readouterr().out
    for part in SHOWN[name]:
        assert part in shown.replace("epj3:", "")


def test_every_example_is_listed():
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [name for name in PROGRAMS if f"`{name}`" not in text] == []


def test_what_a_record_system_sends_is_right(tmp_path, monkeypatch, published_schema):
    run("record_system_send.py", monkeypatch, tmp_path / "report.xml")
    data = (tmp_path / "report.xml").read_bytes()
    assert inspect(data).report.codes == ()
    published_schema.assertValid(etree.fromstring(data))


def test_a_record_system_takes_in_a_file(tmp_path, monkeypatch, capsys):
    (tmp_path / "message.xml").write_bytes(samples.data("helseopplysninger-1.6"))
    run("record_system_receive.py", monkeypatch, tmp_path / "message.xml")
    assert "event       Forventet utskrivningsklar dato: 2026-10-13" in capsys.readouterr().out


def test_a_gateway_changes_no_byte_and_says_why_it_refuses(tmp_path, monkeypatch):
    inbox, outbox = tmp_path / "inbox", tmp_path / "outbox"
    inbox.mkdir()
    outbox.mkdir()
    for name in ("logistikk-innlagt-1.6", "damaged-doctype"):
        (inbox / f"{name}.xml").write_bytes(samples.data(name))
    run("gateway_sort.py", monkeypatch, inbox, outbox)
    passed = outbox / "9900101" / "logistikk-innlagt-1.6.xml"
    assert passed.read_bytes() == samples.data("logistikk-innlagt-1.6")
    assert "XML002" in (outbox / "refused" / "damaged-doctype.txt").read_text(encoding="utf-8")


def test_a_tester_is_told_what_is_not_as_expected(tmp_path, monkeypatch, capsys):
    (tmp_path / "right.xml").write_bytes(samples.data("damaged-apprec-1.1"))
    assert run("tester_verdicts.py", monkeypatch, tmp_path) == 1
    assert "NOT EXPECTED" in capsys.readouterr().out
