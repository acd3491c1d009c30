"""`caremsg messages`: what is supported, and what it holds."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from itertools import groupby
from typing import Any

import click

from caremsg.codec.plan import FieldPlan, Open, Plan, Ref, Simple, plan_of
from caremsg.declare import Edition, Message, declaration, namespaces

from .options import as_json
from .output import Output, columns
from .schema import edition_named

__all__ = ["messages"]


@click.command()
@click.argument("name", required=False)
@click.option(
    "--edition", callback=edition_named, help="Only this edition. The newest is shown otherwise."
)
@as_json
def messages(name: str | None, edition: Edition | None, as_json: bool) -> None:
    """List the messages that are supported, or the fields of one.

    NAME is an XML name, or the code of a message type; parts of messages are found too.

    \b
    Examples:
      caremsg messages
      caremsg messages Innleggelsesrapport
      caremsg messages --edition "PLO 1.5" MedisinskDiagnose
    """
    out = Output()
    if name is None:
        found = [plan for plan in _roots() if edition in (None, plan.edition)]
        if as_json:
            for plan in found:
                out.record(_root_data(plan))
        else:
            _list(out, found)
        return
    for plan in _named(name, edition):
        if as_json:
            fields = [dict(zip(_COLUMNS, row, strict=True)) for row in _rows(plan)]
            out.record({**_root_data(plan), "fields": fields})
        else:
            _describe(out, plan)


@cache
def _roots() -> tuple[Plan, ...]:
    """The plan of every message in every edition, by edition and name."""
    found = [
        plan_of(cls, edition, namespace.uri(edition))
        for namespace in namespaces()
        for classes in namespace.load().elements.values()
        for cls in classes
        for edition in namespace.editions
        if issubclass(cls, Message) and declaration(cls).exists_in(edition)
    ]
    return tuple(sorted(found, key=lambda plan: (str(plan.edition), plan.name)))


@cache
def _all() -> tuple[Plan, ...]:
    """The messages, and every part that is reached from one."""
    found: dict[Plan, None] = {}
    waiting = list(reversed(_roots()))
    while waiting:
        plan = waiting.pop()
        if plan not in found:
            found[plan] = None
            waiting += [ref.plan for ref in plan.refs()]
    return tuple(found)


def _named(name: str, edition: Edition | None) -> list[Plan]:
    """The plans with a name; of one class, only the newest that is no draft."""
    wanted = name.casefold()
    plans = [plan for plan in _all() if edition is None or plan.edition in (edition, None)]
    found = [plan for plan in plans if wanted in (n.casefold() for n in _names(plan))]
    if not found:
        near = get_close_matches(name, {n for plan in plans for n in _names(plan)})
        hint = f"; perhaps {' or '.join(near)}" if near else ""
        raise click.UsageError(f"no message or part is called {name!r}{hint}")
    newest: dict[Any, Plan] = {}
    for plan in found:
        key = (plan.cls, plan.edition.family if plan.edition else plan.uri)
        newest[key] = max(newest.get(key, plan), plan, key=_age)
    return list(newest.values())


def _names(plan: Plan) -> tuple[str, ...]:
    declared = declaration(plan.cls).message_type
    return (plan.name, plan.cls.__name__, *(declared[:1] if declared else ()))


def _age(plan: Plan) -> tuple[bool, list[int]]:
    if plan.edition is None:
        return True, []
    parts = plan.edition.version.replace("-", ".").split(".")
    return not plan.edition.experimental, [int(part) for part in parts]


def _types(plan: Plan) -> list[str]:
    """The codes of the message types it is for: its own, or those that its content decides."""
    own = [declaration(plan.cls).message_type]
    inner = [declaration(ref.cls).message_type for ref in plan.refs()]
    return [found[0] for found in (own if own[0] else inner) if found]


def _meaning(plan: Plan) -> str:
    return (plan.cls.__doc__ or "").strip().partition("\n")[0]


def _root_data(plan: Plan) -> dict[str, Any]:
    return {
        "name": plan.name,
        "edition": str(plan.edition) if plan.edition else None,
        "experimental": plan.edition is not None and plan.edition.experimental,
        "types": _types(plan),
        "namespace": plan.uri,
        "class": f"{plan.cls.__module__}.{plan.cls.__qualname__}",
        "meaning": _meaning(plan),
    }


def _list(out: Output, plans: list[Plan]) -> None:
    for edition, several in groupby(plans, key=lambda plan: plan.edition):
        out.line((str(edition), "bold"), *(_mark(edition)))
        rows = [(f"  {plan.name}", _briefly(_types(plan)), plan.uri) for plan in several]
        for line in columns(rows):
            out.line(line)


def _briefly(types: list[str]) -> str:
    return f"{len(types)} types" if len(types) > 1 else "".join(types)


def _mark(edition: Edition | None) -> Iterator[tuple[str, str]]:
    if edition is not None and edition.experimental:
        yield " (experimental: a draft that nobody should send)", "yellow"


def _describe(out: Output, plan: Plan) -> None:
    title = f", {plan.edition}" if plan.edition else ""
    out.line((plan.name, "bold"), title, *_mark(plan.edition))
    out.line(_meaning(plan))
    out.line(f"namespace  {plan.uri}")
    out.line(f"class      {plan.cls.__module__}.{plan.cls.__qualname__}")
    if _types(plan):
        out.line(f"types      {' '.join(_types(plan))}")
    rows = list(_rows(plan))
    if rows:
        for line in columns([_COLUMNS, *rows]):
            out.line("  ", line)


_COLUMNS = ("field", "xml", "number", "holds", "codes")


def _rows(plan: Plan) -> Iterator[tuple[str, str, str, str, str]]:
    """A row for each attribute and each element; alternatives have a row each."""
    for item in plan.attributes:
        codes = " ".join(map(str, item.codes))
        number = "1" if item.required else "0..1"
        yield item.name, f"@{_local(item.tag)}", number, _holds(item.type), codes
    if plan.text is not None:
        yield plan.text.name, "text", "1", _holds(plan.text.type), ""
    for field in plan.fields:
        codes = " ".join(map(str, field.codes))
        if field.wildcard:
            yield field.name, "any", _number(field), "any message", codes
        for branch in field.branches:
            yield field.name, _local(branch.tag), _number(field), _holds(branch.type), codes


def _number(field: FieldPlan) -> str:
    most = "*" if field.max is None else str(field.max)
    number = most if str(field.min) == most else f"{field.min}..{most}"
    if field.group:
        return f"{number} of {field.group}"
    return f"{number} of {len(field.branches)}" if len(field.branches) > 1 else number


def _holds(held: Simple | Open | Ref) -> str:
    if isinstance(held, Ref):
        return held.plan.name
    if isinstance(held, Open):
        return "anything"
    return f"{held.xsd} = {held.fixed}" if held.fixed is not None else held.xsd


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
