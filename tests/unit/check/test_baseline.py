"""Baselines as data: what is written can be read, and what is malformed is told of."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caremsg import samples
from caremsg.check import check
from caremsg.check.baseline import Entry, place_of, read_baseline, written

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
    assert not baseline.unused([(file, finding) for finding in REPORT], today=TODAY)


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
    assert made.silences(finding, "in/a.xml", TODAY) is silenced


def test_out_of_date() -> None:
    """It is a warning, and the finding comes back."""
    text = f'[[silence]]\ncode = "{REPORT.findings[0].code}"\nreason = "x"\nuntil = 2026-10-04\n'
    baseline = read_baseline(text.encode())
    [finding] = baseline.unused([], today=TODAY)
    assert (finding.code, finding.where.line) == ("BAS004", 1)
    assert baseline.apply(REPORT, file="a", today=TODAY).findings == REPORT.findings
    [finding] = baseline.unused([], today=dt.date(2026, 10, 4))
    assert finding.code == "BAS003"
