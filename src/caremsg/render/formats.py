"""Single values as a reader wants them: codes, points in time, sizes, names, addresses.

A text that is not a valid value of its type is shown as it came.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from caremsg.values import TS, URL, Base64, Date, DateTime, SpelledBool, YearMonth
from caremsg.values.time import Precision

__all__ = [
    "NOTHING",
    "PHRASES",
    "address",
    "code",
    "identifier",
    "joined",
    "person",
    "simple",
    "size",
    "telecom",
    "trimmed",
]

NOTHING = "–"
"""What stands for a value that was sent empty."""

PHRASES = {
    "nb": {
        "yes": "Ja",
        "no": "Nei",
        "at": " kl. ",
        "code": "kode",
        "characters": "tegn",
        "picture": "bilde",
        "born": "født",
        "tel": "Telefon",
        "mailto": "E-post",
        "fax": "Faks",
        "from": "Fra",
        "to": "Til",
        "copy": "Kopi til",
        "patient": "Pasient",
        "date": "Dato",
        "status": "Status",
        "about": "Mer om meldingen",
    },
    "en": {
        "yes": "Yes",
        "no": "No",
        "at": " ",
        "code": "code",
        "characters": "characters",
        "picture": "picture",
        "born": "born",
        "tel": "Telephone",
        "mailto": "E-mail",
        "fax": "Fax",
        "from": "From",
        "to": "To",
        "copy": "Copy to",
        "patient": "Patient",
        "date": "Date",
        "status": "Status",
        "about": "More about the message",
    },
}
"""The words around values."""

_CLOCK = re.compile(r"([0-9]{2}:[0-9]{2}):([0-9]{2})(?:\.([0-9]+))?(.*)")


def simple(value: Any, language: str) -> str:
    """A value of a simple type."""
    if isinstance(value, bool | SpelledBool):
        return PHRASES[language]["yes" if value else "no"]
    if isinstance(value, Base64):
        return size(value, language)
    if isinstance(value, Date | DateTime | TS | YearMonth):
        return _moment(value, language) or NOTHING
    return trimmed(str(value)) or NOTHING


def trimmed(text: str) -> str:
    """A text without the blanks around its lines, which come from the indentation of the XML."""
    lines = (line.strip(" \t") for line in text.strip(" \t\r\n").split("\n"))
    return "\n".join(lines)


def _moment(value: Date | DateTime | TS | YearMonth, language: str) -> str:
    try:
        precision = value.precision if isinstance(value, TS) else Precision(value.XSD)
    except ValueError:
        return value.strip()
    text = value.strip()
    if precision is Precision.MONTH and language == "nb":
        return f"{text[5:7]}.{text[:4]}{text[7:]}"
    if precision is Precision.CLOCK:
        return _clock(text)
    if precision in (Precision.DAY, Precision.SECOND):
        return _day_and_clock(text, language)
    return text


def _day_and_clock(text: str, language: str) -> str:
    day, _, clock = text.partition("T")
    try:
        date = dt.date.fromisoformat(day[:10])
    except ValueError:
        return text
    shown = date.strftime("%d.%m.%Y") if language == "nb" else day[:10]
    if clock:
        return f"{shown}{PHRASES[language]['at']}{_clock(clock)}"
    return f"{shown} {_zone(day[10:])}".rstrip()


def _clock(text: str) -> str:
    """Seconds are left out when there are none; a zone never is."""
    found = _CLOCK.fullmatch(text)
    if found is None:
        return text
    minutes, seconds, fraction, zone = found.groups(default="")
    parts = joined(seconds, fraction.rstrip("0"), by=".")
    shown = minutes if parts == "00" else f"{minutes}:{parts}"
    return joined(shown, _zone(zone))


def _zone(text: str) -> str:
    return "UTC" if text == "Z" else f"({text})" if text else ""


def size(value: Base64, language: str) -> str:
    """How large a file is, in a unit that reads well."""
    try:
        number = float(value.size)
    except ValueError:
        return f"{len(value)} {PHRASES[language]['characters']}"
    unit = "byte" if language == "nb" else "bytes"
    for larger in ("kB", "MB", "GB"):
        if number < 1000:
            break
        number, unit = number / 1000, larger
    text = f"{number:.0f}" if unit.startswith("byte") or number >= 100 else f"{number:.1f}"
    return f"{text.replace('.', ',') if language == 'nb' else text} {unit}"


def code(value: Any, language: str, *, technical: bool = False) -> str:
    """A code: what it is called, the code itself, and the words of the sender."""
    name, own = (value.display or "").strip(), (value.code or "").strip()
    marks = [own] if own else []
    if technical and getattr(value, "system", None):
        marks.append(value.system)
    text = f"{PHRASES[language]['code']} {', '.join(marks)}" if marks else ""
    if name and name != own:
        text = f"{name} ({', '.join(marks)})" if marks else name
    original = (getattr(value, "original_text", None) or "").strip()
    return " – ".join(filter(None, [text, f"«{original}»" if original else ""])) or NOTHING


def identifier(value: str | None, kind: Any, language: str, *, technical: bool = False) -> str:
    """An identifier with its kind, by name where it has one."""
    if kind is None:
        shown = NOTHING
    elif (kind.display or "").strip() and not (technical or getattr(kind, "original_text", None)):
        shown = kind.display.strip()
    else:
        shown = code(kind, language, technical=technical)
    return f"{(value or '').strip() or NOTHING} ({shown})"


def joined(*parts: str | None, by: str = " ") -> str:
    """The parts that are there."""
    return by.join(part.strip() for part in parts if part and part.strip())


def person(value: Any) -> str:
    """The name of a person, given name first; an empty text without one."""
    return joined(value.given_name, value.middle_name, value.family_name)


def address(value: Any, language: str) -> str:
    """An address on one line, with what it is for."""
    coded = {
        name: code(getattr(value, name), language)
        for name in ("type", "county", "city_distr", "country")
        if getattr(value, name, None) is not None
    }
    place = joined(value.postal_code, value.city)
    box = getattr(value, "postbox", None)
    areas = (coded.get(name) for name in ("city_distr", "county", "country"))
    text = joined(value.street_adr, box, place, *areas, by=", ")
    return joined(text, coded.get("type"), by=" – ") or NOTHING


def telecom(url: URL, language: str) -> tuple[str, str]:
    """What kind of address it is (an empty text if that is not known), and the address."""
    kind, _, rest = url.partition(":")
    if kind.lower() in ("tel", "mailto", "fax") and rest:
        return PHRASES[language][kind.lower()], rest.strip()
    return "", url.strip() or NOTHING
