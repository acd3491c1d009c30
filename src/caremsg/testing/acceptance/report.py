"""What was found, for a terminal, for a browser, and for a build server."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from html import escape

from lxml import etree

from .evidence import Evidence, Verdict
from .running import Result, Run

__all__ = ["as_html", "as_junit", "as_text"]

_MARKS = {
    Verdict.PASSED: "ok",
    Verdict.FAILED: "FAIL",
    Verdict.NOT_JUDGED: "-",
    Verdict.HUMAN: "?",
}
_WORDS = {
    "en": {
        "title": "Acceptance test of a receiver",
        "tried": "{messages} messages and {scenarios} scenarios",
        "evidence": "evidence",
        "source": "Source",
        "checked": "Judged by",
        "human": "Left for a person",
        "none": "nothing in the folder tries it",
        "note": "about the file",
        "more": "and {count} more",
    },
    "nb": {
        "title": "Akseptansetest av en mottaker",
        "tried": "{messages} meldinger og {scenarios} scenarioer",
        "evidence": "grunnlag",
        "source": "Kilde",
        "checked": "Vurdert ut fra",
        "human": "Gjenstår for et menneske",
        "none": "ingenting i mappen prøver det",
        "note": "om filen",
        "more": "og {count} til",
    },
}
_MOST = 10
_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h2 { font-size: 1rem; margin: 0 }
article { border-left: .4rem solid #767676; padding: .3rem .8rem; margin: .8rem 0 }
.failed { border-color: #b00020 } .passed { border-color: #1b6e3a } .human { border-color: #8a5a00 }
p { margin: .2rem 0 } .small { color: #555; font-size: .875rem }
summary { cursor: pointer } li { overflow-wrap: anywhere }
@media (prefers-color-scheme: dark) {
  body { background: #181818; color: #eee } .small { color: #bbb }
}
"""


def _pick(words: object, language: str) -> str:
    return str(getattr(words, language))


def _words(language: str) -> dict[str, str]:
    if language not in _WORDS:
        raise ValueError("the languages are en and nb")
    return _WORDS[language]


def _counts(run: Run, language: str) -> str:
    return ", ".join(f"{run.count(v)} {_pick(v.text, language)}" for v in Verdict if run.count(v))


def as_text(run: Run, *, language: str = "en", width: int = 100) -> str:
    """Plain text: a line for each requirement, and what speaks against it below."""
    words = _words(language)
    lines = [words["tried"].format(messages=run.messages, scenarios=run.scenarios), ""]
    for result in run.results:
        first = f"{_MARKS[result.verdict]:<5}{result.requirement.id}  "
        text = _pick(result.requirement.text, language)
        lines += textwrap.wrap(first + text, width, subsequent_indent=" " * 15)
        for line in _open_points(result, words):
            lines += textwrap.wrap(line, width, initial_indent=" " * 15, subsequent_indent=" " * 17)
    return "\n".join([*lines, "", _counts(run, language)]) + "\n"


def _open_points(result: Result, words: dict[str, str]) -> Iterator[str]:
    """What keeps a requirement from being passed; of many alike, only how many there are."""
    if result.verdict is Verdict.PASSED:
        return
    if not result.evidence:
        yield words["none"]
        return
    chosen = [item for item in result.evidence if item.verdict is result.verdict]
    if result.verdict is Verdict.FAILED:
        yield from (_line(item, words) for item in chosen[:_MOST])
        if len(chosen) > _MOST:
            yield words["more"].format(count=len(chosen) - _MOST)
    else:
        yield from dict.fromkeys(item.text for item in chosen)


def _line(item: Evidence, words: dict[str, str]) -> str:
    note = f" ({words['note']}: {item.note})" if item.note else ""
    return f"{item.subject}: {item.text}{note}" if item.subject else item.text + note


def as_html(run: Run, *, language: str = "nb") -> str:
    """A page that needs nothing else: no script, no other file."""
    words = _words(language)
    title = escape(words["title"])
    tried = words["tried"].format(messages=run.messages, scenarios=run.scenarios)
    body = "\n".join(_article(result, language, words) for result in run.results)
    return f"""<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{_STYLE}</style>
</head>
<body>
<h1>{title}</h1>
<p>{escape(tried)}</p>
<p>{escape(_counts(run, language))}</p>
{body}
</body>
</html>
"""


def _article(result: Result, language: str, words: dict[str, str]) -> str:
    requirement = result.requirement
    kind = result.verdict.name.lower()
    verdict = escape(_pick(result.verdict.text, language))
    source = f"{words['source']}: {requirement.source}. "
    source += f"{words['checked']}: {_pick(requirement.checked, language)}."
    parts = [
        f'<article class="{kind}" id="{requirement.id}">',
        f"<h2>{requirement.id}: {verdict}</h2>",
        f"<p>{escape(_pick(requirement.text, language))}</p>",
        f'<p class="small">{escape(source)}</p>',
    ]
    human = _pick(requirement.human, language)
    if human:
        parts.append(f'<p class="small">{words["human"]}: {escape(human)}.</p>')
    parts.append(_list(result, language, words))
    return "\n".join([*parts, "</article>"])


def _list(result: Result, language: str, words: dict[str, str]) -> str:
    if not result.evidence:
        return f'<p class="small">{escape(words["none"])}</p>'
    opened = " open" if result.verdict is Verdict.FAILED else ""
    worst = sorted(result.evidence, key=lambda item: item.verdict is not Verdict.FAILED)
    items = "\n".join(
        f"<li>{escape(_pick(i.verdict.text, language))}: {escape(_line(i, words))}</li>"
        for i in worst
    )
    count = f"{len(result.evidence)} × {words['evidence']}"
    return f"<details{opened}><summary>{count}</summary>\n<ul>\n{items}\n</ul></details>"


def as_junit(run: Run, *, language: str = "en") -> str:
    """JUnit XML: a test for each requirement; what was not judged is skipped."""
    words = _words(language)
    root = etree.Element("testsuites")
    suite = etree.SubElement(root, "testsuite", name="acceptance", tests=str(len(run.results)))
    skipped = run.count(Verdict.NOT_JUDGED) + run.count(Verdict.HUMAN)
    suite.set("failures", str(run.count(Verdict.FAILED)))
    suite.set("errors", "0")
    suite.set("skipped", str(skipped))
    suite.set("time", "0")
    for result in run.results:
        name = f"{result.requirement.id} {_pick(result.requirement.text, language)}"
        case = etree.SubElement(suite, "testcase", name=_clean(name), time="0")
        case.set("classname", "acceptance")
        if result.verdict is Verdict.FAILED:
            bad = result.failures
            failure = etree.SubElement(case, "failure", type=result.requirement.id)
            failure.set("message", f"{len(bad)} of {len(result.evidence)}")
            failure.text = _clean("\n".join(_line(item, words) for item in bad))
        elif result.verdict is not Verdict.PASSED:
            why = "; ".join(_open_points(result, words))
            text = f"{_pick(result.verdict.text, language)}: {why}"
            etree.SubElement(case, "skipped", message=_clean(text))
    etree.indent(root)
    made = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{made}\n'


def _clean(text: str) -> str:
    """The text as XML can carry it."""
    return re.sub("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "?", text)
