"""Baselines as data: what is written can be read, and what is malformed is told of."""

from __future__ import annotations

import datetime as dt
import pickle

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from caremsg import samples
from caremsg.check import check
from caremsg.check.baseline import Baseline, Entry, place_of, read_baseline, written
from caremsg.findings import Report

TODAY = dt.date(2026, 10, 5)
REPORT = check(samples.data("damaged-innleggelsesrapport-1.6"))


@given(st.text(min_size=1).filter(str.strip), st.text(min_size=1))
def test_what_is_written_silences_just_that(reason: str, file: str) -> None:
    """For any reason and any name of a file."""
    text = written([(file, finding) for finding in REPORT], reason=reason)
    baseline = read_baseline(text.encode())
    assert baseline.report.ok
    applied = baseline.apply(REPORT, file=file, today=TODAY)
    assert not applied.findings
    assert [item.finding for item in applied.silenced] == list(REPORT.findings)
    assert {item.reason for item in applied.silenced} == {reason}
    assert baseline.apply(REPORT, file=f"{file}!", today=TODAY).findings == REPORT.findings
    assert not baseline.unused([(file, REPORT.findings)], today=TODAY)


@pytest.mark.parametrize(
    "text, code, line, words",
    [
        ("[[silence]\n", "BAS001", 1, "TOML"),
        ('a = "\n', "BAS001", 1, "TOML"),
        ("\n\nx = 1\n", "BAS002", 3, "an unknown key: x"),
        ("silence = 3\n", "BAS002", 1, "another form"),
        ("silence = [3]\n", "BAS002", 1, "another form"),
        ('[[silence]]\nreason = "x"\n', "BAS002", 1, "no code"),
        ('[[silence]]\ncode = "X"\n', "BAS002", 1, "no reason"),
        ('[[silence]]\ncode = "X"\nreason = " "\n', "BAS002", 1, "no reason"),
        ('[[silence]]\ncode = 4\nreason = "x"\n', "BAS002", 2, "value for code"),
        ('[[silence]]\ncode = "X"\nreason = "x"\nuntil = "x"\n', "BAS002", 4, "value for until"),
        ('[[silence]]\ncode = "X"\nreason = "x"\nfiles = "x"\n', "BAS002", 4, "key: files"),
        (
            '[[silence]]\ncode = "X"\nreason = "x"\n[[silence]]\ncode = "Y"\n',
            "BAS002",
            4,
            "no reason",
        ),
    ],
)
def test_malformed(text: str, code: str, line: int, words: str) -> None:
    """One finding with the line, in both languages."""
    [finding] = read_baseline(text.encode()).report
    assert (finding.code, finding.where.line) == (code, line)
    assert words in finding.text
    assert finding.text_nb != finding.text


@given(st.binary(max_size=200))
def test_any_octets(data: bytes) -> None:
    """Nothing is raised."""
    baseline = read_baseline(data)
    assert baseline.report.ok or baseline.report.errors


@pytest.mark.parametrize(
    "entry, silenced",
    [
        (Entry("{code}", "x"), True),
        (Entry("PLO999", "x"), False),
        (Entry("{code}", "x", file="in/*"), True),
        (Entry("{code}", "x", file="out/*"), False),
        (Entry("{code}", "x", file="in/a.xml"), True),
        (Entry("{code}", "x", file="in/[a-c].xml"), True),
        (Entry("{code}", "x", file="in/[[]a].xml"), False),
        (Entry("{code}", "x", place="{place}"), True),
        (Entry("{code}", "x", place="{last}"), True),
        (Entry("{code}", "x", place="nowhere"), False),
        (Entry("{code}", "x", until=TODAY), True),
        (Entry("{code}", "x", until=TODAY - dt.timedelta(1)), False),
    ],
)
def test_what_an_entry_is_about(entry: Entry, silenced: bool) -> None:
    """Code, file, place and date have all to fit."""
    finding = REPORT.findings[0]
    place = place_of(finding)
    names = {"{code}": finding.code, "{place}": place, "{last}": place.rpartition("/")[2]}
    made = Entry(
        names.get(entry.code, entry.code),
        "x",
        entry.file,
        names.get(entry.place, entry.place),
        entry.until,
    )
    applied = Baseline((made,)).apply(Report((finding,)), file="in/a.xml", today=TODAY)
    assert bool(applied.silenced) is silenced


def test_out_of_date() -> None:
    """It is a warning, and the finding comes back."""
    text = f'[[silence]]\ncode = "{REPORT.findings[0].code}"\nreason = "x"\nuntil = 2026-10-04\n'
    baseline = read_baseline(text.encode())
    [finding] = baseline.unused([], today=TODAY)
    assert (finding.code, finding.where.line) == ("BAS004", 1)
    assert baseline.apply(REPORT, file="a", today=TODAY).findings == REPORT.findings
    [finding] = baseline.unused([("a", [])], today=dt.date(2026, 10, 4))
    assert finding.code == "BAS003"


def test_nothing_is_said_of_files_that_were_not_judged() -> None:
    """Whoever looks at one file hears nothing of the others."""
    entries = (Entry("X", "x", file="a.xml"), Entry("X", "x", file="b.*"), Entry("X", "x"))
    baseline = Baseline(tuple(evolve(entry, line=n) for n, entry in enumerate(entries)))
    found = baseline.unused([("a.xml", [])], today=TODAY)
    assert [finding.where.line for finding in found] == [0, 2]


def test_an_entry_with_the_name_of_the_file_comes_first() -> None:
    """Its reason is the one that is told."""
    code = REPORT.findings[0].code
    baseline = Baseline((Entry(code, "wide", file="*.xml"), Entry(code, "narrow", file="a.xml")))
    for file, reason in {"a.xml": "narrow", "b.xml": "wide"}.items():
        applied = baseline.apply(REPORT, file=file, today=TODAY)
        assert {item.reason for item in applied.silenced} == {reason}


def test_what_is_kept_stays_as_it_was() -> None:
    """The old entries are there with their own reason and date, in a fixed order."""
    old = Entry("SCH201", "old", "b*.xml", "GenDate", TODAY)
    found = [("a.xml", finding) for finding in REPORT]
    text = written(found, reason="new", kept=[old, old])
    assert text == written(found[::-1], reason="new", kept=[old])
    entries = read_baseline(text.encode()).entries
    assert [evolve(entry, line=None) for entry in entries if entry.reason == "old"] == [old]
    assert {entry.reason for entry in entries} == {"old", "new"}


def test_a_long_baseline_is_not_slow() -> None:
    """As it is written for thousands of files, it is looked up and not gone through."""
    files = [f"{number}.xml" for number in range(3_000)]
    text = written([(file, REPORT.findings[0]) for file in files], reason="x")
    baseline = read_baseline(text.encode())
    looked_at = [list(baseline._by_file.of(file)) for file in files]
    assert {len(entries) for entries in looked_at} == {1}


def test_it_goes_to_other_processes() -> None:
    """As the command line needs it to."""
    baseline = Baseline((Entry("X", "x", file="*.xml"),))
    assert pickle.loads(pickle.dumps(baseline)) == baseline
