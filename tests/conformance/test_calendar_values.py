"""Values in a calendar are judged as the published schema judges them, blanks around them too."""

from __future__ import annotations

from itertools import product

import pytest
from lxml import etree

from caremsg import inspect

XCAL = "urn:ietf:params:xml:ns:icalendar-2.0"
RULE = "<rrule><recur><freq>{}</freq>{}</recur></rrule>"
SAID = "<summary><parameters>{}</parameters><text/></summary>"
TIMES = """
    2026-01-01T10:00:00 2026-01-01T10:00:00Z 2026-01-01T10:00:00. 2026-01-01T10:00:00.5
    2026-01-01T10:00:00.5Z 2026-01-01T10:00:00+01:00 2026-01-01T24:00:00 2026-02-30T10:00:00
    12026-01-01T10:00:00 -2026-01-01T10:00:00Z +2026-01-01T10:00:00Z 2026-01-01
"""
NUMBERS = "31 -31 32 -32 +31 -0 0 007 -032 1 12 13 +12 +0 00012 x 1.0"
CASES = {
    "date-time": ("<dtstart><date-time>{}</date-time></dtstart>", TIMES),
    "date": ("<dtstart><date>{}</date></dtstart>", "2026-01-01 2026-02-30 2026-01-01Z x"),
    "utc-date-time": ("<created><utc-date-time>{}</utc-date-time></created>", TIMES),
    "bymonthday": (RULE.format("DAILY", "<bymonthday>{}</bymonthday>"), NUMBERS),
    "bymonth": (RULE.format("DAILY", "<bymonth>{}</bymonth>"), NUMBERS),
    "count": (RULE.format("DAILY", "<count>{}</count>"), NUMBERS),
    "freq": (RULE.format("{}", ""), "DAILY daily X"),
    "wkst": (RULE.format("DAILY", "<wkst>{}</wkst>"), "SU su X"),
    "latitude": ("<geo><latitude>{}</latitude><longitude>1</longitude></geo>", NUMBERS),
    "duration": (
        "<duration><duration>{}</duration></duration>",
        "P1D P 1W P1W +P1DT1H -P1S P1M PT P1Y2M P1DT T1H",
    ),
    "utc-offset": (
        "<tzoffsetto><utc-offset>{}</utc-offset></tzoffsetto>",
        "+01:00 01:00 -99:99 1:00",
    ),
    "range": (SAID.format("<range><text>{}</text></range>"), "THISANDFUTURE X"),
    "rsvp": (SAID.format("<rsvp><boolean>{}</boolean></rsvp>"), "true 0 x"),
    "calscale": ("<calscale><text>{}</text></calscale>", "GREGORIAN X"),
    "x-cancellation-reason": (
        "<x-cancellation-reason><text>{}</text></x-cancellation-reason>",
        "Avlyst",
    ),
    "attach": ("<attach>{}</attach>", "<uri/> <binary/> <uri/><binary/>"),
    "what": ("{}", "<categories/> <summary/> <baseProperty/> <trigger/> <x/> <text/>"),
}
"""For each name, a property, and what is put into it."""


@pytest.mark.parametrize("name", CASES)
def test_a_value(name: str, published_schema: etree.XMLSchema) -> None:
    """Both take a value, or neither does."""
    around, values = CASES[name]
    seen = set()
    for value, before, after in product(
        ["", *values.split()], ["", " ", "\n\t"], ["", " ", "\n\t"]
    ):
        said = around.format(before + value + after)
        document = (
            f'<icalendar xmlns="{XCAL}"><vcalendar><properties>{said}</properties>'
            "<components/></vcalendar></icalendar>"
        )
        expected = published_schema.validate(etree.fromstring(document))
        assert inspect(document.encode()).ok is expected, said
        seen.add(expected)
    assert False in seen
