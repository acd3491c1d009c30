"""The pages about findings, rules and code systems, made from what is declared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from caremsg.check.coverage import FAMILIES, Covered, coverage
from caremsg.check.explaining import Explanation, explanations
from caremsg.codes import code_systems
from caremsg.exchange.covered import CARRIED
from caremsg.samples.edits import example

GROUPS = {
    "AGR": "Local agreements",
    "BAS": "Baselines",
    "CHK": "The checking itself",
    "COD": "Codes",
    "DAT": "Values",
    "DIA": "Dialog messages",
    "ENC": "Writing",
    "ENV": "The message head",
    "FLO": "Receiving and following",
    "IDN": "Identifiers",
    "PAT": "Messages with patients",
    "PLO": "Care messages",
    "REC": "Acknowledgements",
    "SCH": "Shape",
    "TXT": "Formatted text",
    "XML": "Well-formedness and safety",
}
"""What the first three letters of a code are about."""


def pages() -> Iterator[tuple[str, Iterable[str]]]:
    """Every page, by name."""
    found = explanations()
    yield "kinds", index(found)
    for group, members in groupby(found.values(), lambda one: one.code[:3]):
        yield f"findings-{group.lower()}", page(group, list(members))
    yield "rules", rules(coverage())
    yield "codes", systems()


def cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def literal(text: str) -> str:
    """A text in which nothing but backticks means anything."""
    return text.replace("*", "\\*").replace("<", "&lt;")


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    names = list(head)
    yield f"| {' | '.join(names)} |"
    yield f"|{'---|' * len(names)}"
    for row in rows:
        yield f"| {' | '.join(cell(text) for text in row)} |"
    yield ""


def index(found: dict[str, Explanation]) -> Iterator[str]:
    """All findings in one table."""
    yield from (
        "# Findings by code",
        "",
        "A code never changes its meaning. Names in braces are filled in when the finding is made.",
        "The severity is that of the standard; a policy may see it otherwise.",
        "",
    )
    for group, members in groupby(found.values(), lambda one: one.code[:3]):
        yield from (f"## {group}: {GROUPS.get(group, 'Others')}", "")
        rows = (
            (
                f"[{one.code}](#finding-{one.code.lower()})",
                one.kind.severity.value,
                f"{literal(one.kind.en)}<br>*{literal(one.kind.nb)}*",
            )
            for one in members
        )
        yield from table(("Code", "Severity", "Text"), rows)
    groups = dict.fromkeys(code[:3].lower() for code in found)
    yield from ("```{toctree}", ":hidden:", "", *(f"findings-{g}" for g in groups), "```", "")


def page(group: str, members: list[Explanation]) -> Iterator[str]:
    """All that is known of the findings of one group."""
    yield from (f"# {group}: {GROUPS.get(group, 'Others')}", "")
    for one in members:
        yield from section(one)


def section(one: Explanation) -> Iterator[str]:
    """One finding: sentence, why, what to do, source, examples."""
    yield from (f"(finding-{one.code.lower()})=", f"## {one.code}", "")
    yield from (f"{literal(one.kind.en)}  ", f"*{literal(one.kind.nb)}*", "")
    if one.rule is not None:
        yield from (f"**Rule**: {literal(one.rule.sentence)}", "")
    for name, words in (("Why it matters", one.kind.why), ("What to do", one.kind.mend)):
        if words.en:
            yield from (f"**{name}**: {literal(words.en)} *{literal(words.nb)}*", "")
    yield from (f"**Source**: {literal(one.kind.source)}", "")
    yield from table(("standard", "sending", "receiving", "refused with"), [severities(one)])
    if one.kind.ids:
        links = (f"[{id}](#{family_of(id)})" for id in one.kind.ids)
        yield from (f"**In the digests**: {', '.join(links)}", "")
    if one.rule is not None:
        if one.rule.editions:
            yield from (f"**Editions**: {', '.join(map(str, one.rule.editions))}", "")
        yield from examples(one)


def family_of(id: str) -> str:
    """The name of the place where the rules of a family are listed."""
    return f"rules-{id.rpartition('-')[0].lower()}"


def severities(one: Explanation) -> Iterator[str]:
    for severity in one.severities.values():
        yield severity.value if severity is not None else "not judged"
    must = "must: " if one.kind.must_refuse else "may: "
    yield must + one.kind.refusal if one.kind.refusal else "never"


def examples(one: Explanation) -> Iterator[str]:
    assert one.rule is not None
    right, wrong = example(one.rule.sample, one.rule.good, one.rule.bad)
    for name, text in (("Right", right), ("Wrong", wrong)):
        yield from (f"{name}:", "", "```text", text or "(nothing)", "```", "")


def rules(rows: list[Covered]) -> Iterator[str]:
    """What becomes of every rule of the digests."""
    tested = sum(bool(row.codes) for row in rows)
    yield from (
        "# Every rule of the standard",
        "",
        f"The standard's documents were digested into {len(rows)} rules. {tested} of them are",
        "tested on a message by at least one finding; for the others it is said what carries",
        "them, or what it would take.",
        "",
    )
    families = groupby(rows, lambda row: row.id.rpartition("-")[0])
    for family, members in families:
        numbers = FAMILIES[family].replace(" ", ", ")
        yield from (f"({family_of(f'{family}-')})=", f"## {family} ({numbers})", "")
        yield from table(("Rule", "Finding, or reason", ""), map(covered, members))


def covered(row: Covered) -> Iterator[str]:
    yield row.id
    codes = [f"[{code}](#finding-{code.lower()})" for code in row.codes]
    reason = [row.reason.value] if row.reason is not None else []
    yield ", ".join(codes + reason)
    carried = f" Carried by `{CARRIED[row.id]}`." if row.id in CARRIED else ""
    yield literal(row.note) + carried


def systems() -> Iterator[str]:
    """Every code system."""
    yield from (
        "# Code systems",
        "",
        "`caremsg codes 9121` shows one of them. The date is that of the newest source.",
        "",
    )
    made = (
        (
            str(one.number),
            one.name,
            one.name_en or "",
            str(len(one)) if len(one) else "by pattern" if one.external else "none listed",
            "yes" if one.complete else "no",
            one.date,
        )
        for one in code_systems()
    )
    yield from table(("Number", "Name", "English", "Codes", "Complete", "Date"), made)
