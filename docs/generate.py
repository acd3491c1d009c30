"""Write the reference pages that are made from the declarations and the findings.

Run by `conf.py` before the pages are listed. It writes `lookup/generated/`, which is not
kept under version control.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import attrs
import finding_pages
from finding_pages import literal, table
from sphinx.pycode import ModuleAnalyzer

from caremsg.codec.plan import Binding
from caremsg.declare import Message
from caremsg.exchange import Decision, Happening, Reason, Receiving
from caremsg.exchange.deadlines import ACKNOWLEDGED_WITHIN, AWAITED, Rule
from caremsg.exchange.drawing import mermaid, rows
from caremsg.exchange.lives import TABLES
from caremsg.exchange.tables import Table
from caremsg.render import label
from caremsg.render.reference import ClassEntry, FieldEntry, Root, classes, describe, roots

OUT = Path(__file__).parent / "lookup" / "generated"
MESSAGES = "caremsg.messages."


def main() -> None:
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    for name, lines in finding_pages.pages():
        write(name, lines)
    found = roots()
    write("messages", messages(found))
    for root in found:
        write(page_of(root), message(root))
    parts = [cls for cls in classes() if not issubclass(cls, Message)]
    modules = {name: list(group) for name, group in groupby(parts, lambda cls: cls.__module__)}
    write("components", components(modules))
    for name, members in modules.items():
        write(f"part-{short(name)}", component(name, members))
    write("states", states())
    write("decisions", decisions())


def write(name: str, lines: Iterable[str]) -> None:
    (OUT / f"{name}.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def short(module: str) -> str:
    return module.removeprefix(MESSAGES)


def target(cls: type[Any]) -> str:
    """The name of the place where a class is described."""
    return f"class-{short(cls.__module__)}-{cls.__name__}".replace(".", "-").lower()


def page_of(root: Root) -> str:
    return f"message-{short(root.classes[0].__module__)}-{root.xml_name}"


def toctree(names: Iterable[str]) -> Iterator[str]:
    yield from ("```{toctree}", ":hidden:", "", *names, "```", "")


def messages(found: tuple[Root, ...]) -> Iterator[str]:
    """All roots and editions."""
    yield from (
        "# Messages and editions",
        "",
        "Every element a document can begin with, and every edition of it that is read",
        "and written. An edition in brackets is an experimental draft.",
        "",
    )
    rows = (
        (
            f"[{root.xml_name}]({page_of(root)}.md)",
            label(root.xml_name),
            describe(root.classes[0]).meaning,
            "<br>".join(
                f"({edition})" if edition.experimental else str(edition)
                for edition, _ in root.editions
            ),
        )
        for root in found
    )
    yield from table(("Root", "Norwegian label", "Meaning", "Editions"), rows)
    yield from toctree(page_of(root) for root in found)


def message(root: Root) -> Iterator[str]:
    """One message, in all editions."""
    names = [other.xml_name for other in roots()]
    first = root.editions[0][0]
    again = f" ({first})" if names.count(root.xml_name) > 1 else ""
    yield from (f"# {root.xml_name}{again}", "")
    rows = ((str(edition), f"`{uri}`") for edition, uri in root.editions)
    yield from table(("Edition", "Namespace"), rows)
    for cls in root.classes:
        yield from described(describe(cls), level=2)


def described(entry: ClassEntry, level: int) -> Iterator[str]:
    """One class as a table of its fields."""
    yield from (f"({target(entry.cls)})=", f"{'#' * level} {entry.cls.__name__}", "")
    yield from (entry.meaning, "", f"Import it from `{entry.cls.__module__}`.", "")
    if not entry.fields:
        yield from ("It has no fields.", "")
        return
    editions = [str(edition) if edition else "Number" for edition in entry.editions]
    rows = (row(entry, field) for field in entry.fields)
    yield from table(("XML name", "Field", "Type", *editions, "Codes", "Meaning"), rows)


def row(entry: ClassEntry, field: FieldEntry) -> Iterator[str]:
    at = "@" if field.attribute else ""
    yield "<br>".join(dict.fromkeys(f"`{at}{t.xml_name}`" for t in field.types if t.xml_name))
    yield f"`{field.name}`"
    yield "<br>".join(
        f"[{t.name}](#{target(t.cls)})" if t.cls is not None else t.name for t in field.types
    )
    yield from (field.counts.get(edition, "–") for edition in entry.editions)
    yield "<br>".join(coded(entry, field))
    yield field.meaning


def coded(entry: ClassEntry, field: FieldEntry) -> Iterator[str]:
    """The code systems of a field: once, or for each edition where they differ."""
    told = {
        edition: ", ".join(
            f"{number} {binding.strength.value}{_limits(binding)}"
            for binding in field.bindings.get(edition, ())
            for number in binding.systems
        )
        for edition in entry.editions
        if edition in field.counts
    }
    if len(set(told.values())) == 1:
        yield from set(told.values())
    else:
        yield from (f"{edition}: {text or '–'}" for edition, text in told.items())


def _limits(binding: Binding) -> str:
    """In which messages around it a binding holds."""
    since = f" (in {binding.since} or later)" if binding.since else ""
    return f"{since} (before {binding.before})" if binding.before else since


def components(modules: dict[str, list[type[Any]]]) -> Iterator[str]:
    """All modules with parts of messages."""
    yield from ("# Parts of messages", "", "What messages are made of, by module.", "")
    rows = (
        (
            f"[{short(name)}](part-{short(name)}.md)",
            ", ".join(f"[{cls.__name__}](#{target(cls)})" for cls in members),
        )
        for name, members in modules.items()
    )
    yield from table(("Module", "Classes"), rows)
    yield from toctree(f"part-{short(name)}" for name in modules)


def component(name: str, members: list[type[Any]]) -> Iterator[str]:
    """The parts of one module."""
    yield from (f"# {short(name)}", "")
    for cls in members:
        yield from described(describe(cls), level=2)


def states() -> Iterator[str]:
    """What can happen to messages in an exchange, and what is awaited."""
    yield from (
        "# States, events and deadlines",
        "",
        "What an `Exchange` does to a message is a step in one of these tables; a step that is",
        "not there raises `FlowError`. A drawing shows the steps that change something, and",
        "needs a browser with access to the net. The table below it has every step.",
        "",
    )
    for one in TABLES:
        yield from life(one)
    yield from deadlines()
    yield from ("## Events", "", "Somebody has to be told of an event that alerts.", "")
    events = (
        (f"`{one.value}`", literal(one.text.en), one.text.nb, "yes" if one.alert else "")
        for one in Happening
    )
    yield from table(("Event", "Meaning", "In Norwegian", "Alerts"), events)


def life(one: Table[Any, Any]) -> Iterator[str]:
    """One transition table: drawn, and in full."""
    yield from (f"({one.name}-states)=", f"## {one.title}", "", "```{mermaid}")
    yield from (*mermaid(one).split("\n"), "```", "")
    found = (
        (f"`{state}`", f"`{step}`", f"`{after}`" if after else "stays", note)
        for state, step, after, note in rows(one)
    )
    yield from table(("State", "Step", "New state", "Note"), found)


def deadlines() -> Iterator[str]:
    """What is awaited, and for how long."""
    yield from (
        "## Deadlines",
        "",
        "Each is counted from when the message was made. A message that was sent, and one that",
        f"waits for a person, has {span(ACKNOWLEDGED_WITHIN)} for its acknowledgement. Then:",
        "",
    )
    head = ("Deadline", "After", "Met by", "Within", "Source")
    yield from table(head, map(awaited, AWAITED))


def awaited(rule: Rule) -> Iterator[str]:
    yield f"`{rule.name}`"
    yield "<br>".join(f"`{code}`" for code in rule.after)
    which = (
        "one that refers to it:"
        if rule.linked
        else "one that refers to it, or any about the patient:"
    )
    yield "<br>".join((which, *(f"`{code}`" for code in rule.met_by)))
    yield span(rule.within)
    yield rule.source


def span(time: dt.timedelta) -> str:
    return f"{time // dt.timedelta(hours=1)} hours"


def decisions() -> Iterator[str]:
    """How a message that arrives is decided on."""
    yield from ("# Decisions, reasons and choices", "", "## Decisions", "")
    told = meanings(Decision)
    found = ((f"`{d.name}`", f"`{d.value}`", told[d.name]) for d in Decision)
    yield from table(("`Decision`", "Value", "Meaning"), found)
    yield from (
        "## Reasons",
        "",
        "Why it was decided so, and why there is no acknowledgement when there is none.",
        "",
    )
    reasons = ((f"`{r.name}`", f"`{r.value}`", r.text.en, r.text.nb) for r in Reason)
    yield from table(("`Reason`", "Value", "Meaning", "In Norwegian"), reasons)
    yield from ("## Choices of a receiver", "", "What the standard leaves to each receiver.", "")
    told = meanings(Receiving)
    fields = attrs.fields(Receiving)
    choices = ((f"`{f.name}`", default(f.default), told[f.name]) for f in fields)
    yield from table(("`Receiving`", "Default", "Meaning"), choices)


def meanings(cls: type[Any]) -> dict[str, str]:
    """What stands below each attribute of a class in its source."""
    found = ModuleAnalyzer.for_module(cls.__module__).find_attr_docs()
    return {
        name: " ".join(" ".join(lines).split())
        for (where, name), lines in found.items()
        if where == cls.__name__
    }


def default(value: object) -> str:
    return f"`{value}`" if isinstance(value, bool | None) else "`RECEIVING`"


if __name__ == "__main__":
    main()
