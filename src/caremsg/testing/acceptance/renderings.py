"""Whether all that stands in a message stands in what the user reads.

White space does not count. Of dates and times the day has to be there, in any usual form. What
a plain text cannot show is left out: the truth of yes and no, OIDs of code systems, technical
identifiers, and the version of the implementation guide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen
from lxml import etree

from caremsg.codec.safe_xml import parse
from caremsg.document import Limits
from caremsg.errors import CaremsgError
from caremsg.values.node import Node, tag_of

from .evidence import Evidence, failed, not_judged, passed
from .trials import Trial

__all__ = ["RENDERED", "judge_rendering", "squeezed"]

RENDERED = ("base", "positive", "answer", "deviation")
"""The kinds of messages that are shown in full."""

_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T[0-9:.]+)?(?:Z|[+-][0-9:]+)?")
_TECHNICAL = {"MIGversion"}
_TRUTH = {"true", "false", "1", "0"}
_PACKED = 200
"""A word that is longer is no word, but an attachment."""
_NEW_IN_1_5 = {
    "TilknyttetEnhet",
    "Uttilstand",
    "UtTil",
    "EksisterendeTjeneste",
    "TypeInnhold",
    "InfoAndreViktigeOpplysninger",
    "InfoReservasjon",
}
_MONTHS = "januar februar mars april mai juni juli august september oktober november desember"


@frozen
class _Value:
    """Something to be shown."""

    names: tuple[str, ...]
    """The elements it is in, from the outermost."""
    kind: str
    """`text`, `code` (a display name) or `other` (a date, a number, an address)."""
    text: str


def judge_rendering(trial: Trial) -> Iterator[Evidence]:
    """What a message tells about the rendering of the receiver."""
    if trial.case.record.kind not in RENDERED:
        return
    try:
        values = list(_values(parse(trial.case.record.data, Limits()), ()))
    except CaremsgError:
        return
    groups: list[tuple[str, list[_Value]]] = [
        ("ACC-R-05", values),
        ("ACC-R-09", [value for value in values if value.kind == "text"]),
        ("ACC-R-10", [value for value in values if value.kind == "code"]),
        ("ACC-R-25", [v for v in values if v.kind == "code" and "Overskrift" in v.names[-1]]),
    ]
    if "/2009-" in _namespaces(trial) or trial.case.record.suite == "plo-1.5":
        groups.append(("ACC-R-27", [v for v in values if _NEW_IN_1_5 & set(v.names)]))
    for requirement, chosen in groups:
        if chosen and trial.answer.text is None:
            yield not_judged(requirement, trial.case.file, "the readable rendering is not given")
        elif chosen:
            yield _shown(requirement, trial.case.file, chosen, squeezed(trial.answer.text or ""))


def _namespaces(trial: Trial) -> str:
    edition = trial.case.original.edition if trial.case.original is not None else None
    return "/2009-" if edition is not None and str(edition) == "PLO 1.5" else ""


def _shown(requirement: str, file: str, values: Iterable[_Value], text: str) -> Evidence:
    chosen = list(values)
    missing = [value for value in chosen if not _stands(value, text)]
    if not missing:
        return passed(requirement, file, f"{len(chosen)} of {len(chosen)} values shown")
    names = dict.fromkeys("/".join(value.names[-2:]) for value in missing)
    told = ", ".join(list(names)[:5]) + (" and others" if len(names) > 5 else "")
    shown = len(chosen) - len(missing)
    return failed(requirement, file, f"{shown} of {len(chosen)} values shown; missing: {told}")


def squeezed(text: str) -> str:
    """Without any white space."""
    return "".join(text.split())


def _stands(value: _Value, text: str) -> bool:
    wanted = squeezed(value.text)
    return wanted in text or any(form in text for form in _forms(wanted))


def _forms(value: str) -> Iterator[str]:
    """Other ways in which a value may be written."""
    date = _DATE.fullmatch(value)
    if date is not None:
        year, month, day = date.groups()
        yield f"{day}.{month}.{year}"
        yield f"{int(day)}.{int(month)}.{year}"
        yield f"{year}-{month}-{day}"
        names = _MONTHS.split()
        if 1 <= int(month) <= 12:
            yield f"{int(day)}.{names[int(month) - 1]}{year}"
    if ":" in value:  # an address such as tel: or mailto:
        yield value.partition(":")[2]
    if re.fullmatch(r"-?\d+\.\d+", value):
        yield value.replace(".", ",")


def _values(node: Node, above: tuple[str, ...]) -> Iterator[_Value]:
    name = tag_of(node).rpartition("}")[2]
    names = (*above, name)
    if name in _TECHNICAL:
        return
    children = list(node.iterchildren(etree.Element))
    text = "".join(node.xpath("text()"))
    if text.strip() and not children and text.strip() not in _TRUTH and len(text) < _PACKED * 20:
        yield _Value(names, "other" if _DATE.fullmatch(text.strip()) else "text", text)
    display, code, words = node.get("DN"), node.get("V"), node.get("OT")
    if display and display.strip():
        yield _Value(names, "code", display)
    elif code and code.strip() and code.strip() not in _TRUTH:
        yield _Value(names, "other", code)
    if words and words.strip():
        yield _Value(names, "text", words)
    for child in children:
        yield from _values(child, names)
