"""Strategies for values: every lexical form that a simple type allows, odd ones too."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from caremsg.codec.plan import Simple
from caremsg.codec.simple import simple_test
from caremsg.values import Base64, SpelledBool

__all__ = ["texts", "values"]

_ODD = (
    "",
    "blåbærsyltetøy på Ås",
    "\"quotes\" and 'apostrophes'",
    "a < b && b > c",
    "]]>",
    "<!-- no comment -->",
    "&amp;",
    "two\nlines",
    "\ta tab",
    " blanks at both ends ",
    "\r\n",
    "\u00a0\u2028\x7f\x85",
    "👩‍⚕️🩺",
    "e\u0301",
)
_CHARACTERS = st.characters(
    exclude_categories=["Cs"],
    exclude_characters="".join(chr(c) for c in range(32) if chr(c) not in "\t\n\r")
    + "\ufffe\uffff",
)


def texts(least: int = 0, most: int | None = None) -> SearchStrategy[str]:
    """Texts of characters that XML can carry."""
    odd = [text for text in _ODD if least <= len(text) and (most is None or len(text) <= most)]
    longest = min(least + 8, most) if most is not None else least + 8
    return st.text(_CHARACTERS, min_size=least, max_size=longest) | st.sampled_from(odd)


def values(simple: Simple) -> SearchStrategy[Any]:
    """Values of a simple type, with its limits."""
    if simple.fixed is not None:
        return st.just(simple.fixed)
    facets = simple.facets
    if facets.values:
        made: SearchStrategy[str] = st.sampled_from(facets.values)
    elif simple.xsd == "dateTime" and facets.pattern is not None:
        made = _plain_date_times(simple)
    elif facets.pattern is not None:
        made = st.from_regex(facets.pattern, fullmatch=True)
    elif simple.xsd in ("string", "token"):
        made = texts(facets.min_length or 0, facets.max_length)
    else:
        made = _TYPES[simple.xsd]()
    if simple.cls in (str, bool):
        return made
    missing = getattr(simple.cls, "MISSING", None) if simple.in_attribute else None
    typed = made.map(simple.cls)
    return typed if missing is None else typed | st.just(missing)


def _booleans() -> SearchStrategy[Any]:
    return st.booleans() | st.sampled_from(["1", "0", " true", "false\n"]).map(SpelledBool)


def _blanks(made: SearchStrategy[str]) -> SearchStrategy[str]:
    """Where XML Schema collapses white space, there may be some around the value."""
    return st.builds("{}{}{}".format, _blank, made, _blank)


_blank = st.sampled_from(["", "", "", "", "", "", " ", "\n\t"])
_zones = st.sampled_from(["", "", "Z", "+01:00", "-14:00", "+14:00", "-00:00", "+13:59"])
_fractions = st.sampled_from(["", "", ".0", ".5", ".123456", ".000000001"])
_years = st.integers(1, 9999).map("{:04}".format) | st.sampled_from(["2024", "12024", "-0044"])


def _days() -> SearchStrategy[str]:
    odd = st.sampled_from(["2024-02-29", "2000-02-29", "12024-12-31", "-0044-03-15"])
    return st.dates().map(dt.date.isoformat) | odd


def _clocks() -> SearchStrategy[str]:
    plain = st.times().map(lambda time: time.replace(microsecond=0).isoformat())
    return st.builds("{}{}".format, plain, _fractions) | st.just("24:00:00")


def _dates() -> SearchStrategy[str]:
    return st.builds("{}{}".format, _days(), _zones)


def _date_times() -> SearchStrategy[str]:
    return st.builds("{}T{}{}".format, _days(), _clocks(), _zones)


def _plain_date_times(simple: Simple) -> SearchStrategy[str]:
    """Points in time of a type that has a pattern: for some zones, and years of four digits."""
    passes = simple_test(simple)
    ends = ["", "Z", ".5", ".5Z", ".000000001Z"]
    fitting = [end for end in ends if passes(f"2018-01-31T10:20:11{end}")]
    whole = st.datetimes().map(lambda time: time.replace(microsecond=0).isoformat())
    return _blanks(st.builds("{}{}".format, whole, st.sampled_from(fitting)))


def _times() -> SearchStrategy[str]:
    return st.builds("{}{}".format, _clocks(), _zones)


def _whole_years() -> SearchStrategy[str]:
    return st.builds("{}{}".format, _years, _zones)


def _months() -> SearchStrategy[str]:
    return st.builds("{}-{:02}{}".format, _years, st.integers(1, 12), _zones)


def _points() -> SearchStrategy[str]:
    return _blanks(st.one_of(_date_times(), _dates(), _whole_years(), _months(), _times()))


def _integers() -> SearchStrategy[str]:
    return _blanks(st.integers().map(str) | st.sampled_from(["007", "+7", "-0", "9" * 20]))


def _positive() -> SearchStrategy[str]:
    return _blanks(st.integers(1).map(str) | st.sampled_from(["007", "+7"]))


def _decimals() -> SearchStrategy[str]:
    odd = st.sampled_from(["500", "500.0", "0500", ".5", "5.", "-.50", "+1.10", "0.0000001"])
    return _blanks(st.decimals(-1000, 1000, places=2).map("{:f}".format) | odd)


def _floats() -> SearchStrategy[str]:
    odd = st.sampled_from(["INF", "-INF", "NaN", "1E5", "1.50e-3", "-.5E+07", "1e400", "-0"])
    return odd | _decimals()


def _oids() -> SearchStrategy[str]:
    parts = st.lists(st.integers(0, 99999).map(str), min_size=1, max_size=6)
    return _blanks(parts.map(".".join) | st.just("2.16.578.1.12.4.1.1.9051"))


def _links() -> SearchStrategy[str]:
    return st.sampled_from(
        [
            "tel:73555555",
            "mailto:post@example.com",
            "https://example.com/a?b=c&d=%20#e",
            "http://example.com/æøå",
            "//example.com:80",
            "../a",
            "",
            " tel:1 ",
            "urn:oid:2.16.578",
        ]
    )


def _base64() -> SearchStrategy[str]:
    plain = st.binary(max_size=40).map(Base64.of)
    return plain | plain.map(lambda text: "\n".join([text[:4], text[4:]])) | st.just(" AA = = ")


_TYPES: dict[str, Callable[[], SearchStrategy[Any]]] = {
    name: cache(make)
    for name, make in {
        "TS": _points,
        "URL": _links,
        "anyURI": _links,
        "base64Binary": _base64,
        "boolean": _booleans,
        "date": _dates,
        "dateTime": _date_times,
        "decimal": _decimals,
        "double": _floats,
        "float": _floats,
        "gYear": _whole_years,
        "gYearMonth": _months,
        "integer": _integers,
        "oid": _oids,
        "positiveInteger": _positive,
        "time": _times,
    }.items()
}
