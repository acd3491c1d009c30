"""`caremsg codes`: the code systems, and what is in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import click

from caremsg.codes import Code, CodeSystem, code_system, code_systems

from .options import as_json, language
from .output import Output, columns

__all__ = ["codes"]

_NB = {
    "all": "alle koder er med",
    "also": "også",
    "code": "kode",
    "codes": "koder",
    "date": "dato",
    "English": "engelsk",
    "external": "listen føres av andre; en kode ser slik ut",
    "form": "har form som en kode; listen føres av andre",
    "incomplete": "ikke alle koder er med",
    "instead": "bruk i stedet",
    "earlier": "betydde tidligere",
    "Norwegian": "norsk",
    "none": "ingen kode passer",
    "retired": "utgått",
    "replaced by": "erstattet av",
    "since": "fra og med",
    "system": "kodeverk",
}
_EN = {
    "all": "all codes are listed",
    "external": "the list is kept by others; a code looks like",
    "form": "has the form of a code; the list is kept by others",
    "incomplete": "not all codes are listed",
    "instead": "use instead",
    "earlier": "meant earlier",
    "none": "no code fits",
}

Found = list[tuple[CodeSystem, Code]]


@click.command()
@click.argument("system", required=False)
@click.argument("code", required=False)
@click.option("--search", metavar="TEXT", help="Find codes whose texts have this, in any system.")
@as_json
@language("en")
def codes(
    system: str | None, code: str | None, search: str | None, as_json: bool, lang: str
) -> None:
    """List the code systems, the codes of one, or what is known of one code.

    SYSTEM is a number, an OID or a name.

    \b
    Examples:
      caremsg codes
      caremsg codes 9121
      caremsg codes 9121 5
      caremsg codes --search utskriv
    """
    out, words = Output(), _NB if lang == "nb" else _EN
    if search is not None and code is not None:
        raise click.UsageError("--search finds codes; it cannot be used with one")
    where = None if system is None else _system(system)
    if search is not None:
        _show(out, words, list(_having(search, where)), as_json=as_json)
    elif where is None:
        _list(out, words, as_json=as_json)
    elif code is None:
        _table(out, words, where, as_json=as_json)
    else:
        _one(out, words, where, code, as_json=as_json)


def _system(name: str) -> CodeSystem:
    try:
        return code_system(name)
    except LookupError as error:
        raise click.UsageError(str(error)) from None


def _list(out: Output, words: dict[str, str], *, as_json: bool) -> None:
    systems = code_systems()
    if as_json:
        for system in systems:
            out.record(_system_data(system))
        return
    rows = [_head(words, "system", "codes", "Norwegian", "English")]
    for system in systems:
        count = "–" if system.external else str(len(system))
        rows.append((str(system.number), count, system.name, system.name_en or ""))
    _write(out, rows)


def _table(out: Output, words: dict[str, str], system: CodeSystem, *, as_json: bool) -> None:
    if as_json:
        out.record({**_system_data(system), "list": [_code_data(code) for code in system]})
        return
    out.line((str(system), "bold"))
    kind = "external" if system.external else "all" if system.complete else "incomplete"
    facts = {
        "English": system.name_en or "",
        "OID": system.oid,
        "date": system.date,
        "codes": f"{words[kind]} {system.pattern or ''}".strip(),
        "replaced by": str(system.replaced_by or ""),
    }
    _write(out, [(words.get(key, key), value) for key, value in facts.items() if value])
    if len(system):
        out.line()
        rows = ((c.code, c.display, c.display_en or "", _note(words, c)) for c in system)
        _write(out, [_head(words, "code", "Norwegian", "English"), *rows])


def _one(
    out: Output, words: dict[str, str], system: CodeSystem, code: str, *, as_json: bool
) -> None:
    found = system.get(code)
    if found is None and code not in system:
        try:
            found = system[code]
        except LookupError as error:
            raise click.UsageError(str(error)) from None
    if as_json:
        data = {"code": code} if found is None else _code_data(found)
        out.record({"system": system.number, **data})
        return
    out.line((str(system), "bold"))
    if found is None:
        out.line(f"{code}  {words['form']}")
        return
    facts = [
        (words.get("code", "code"), found.code),
        (words.get("Norwegian", "Norwegian"), found.display),
        (words.get("English", "English"), found.display_en or ""),
        *((words.get("also", "also"), text) for text in found.other_displays),
        (words["earlier"], found.earlier or ""),
        (words.get("since", "since"), found.since or ""),
        (words.get("retired", "retired"), "x" if found.retired else ""),
        (words["instead"], found.instead or ""),
    ]
    _write(out, [fact for fact in facts if fact[1]])


def _having(text: str, where: CodeSystem | None) -> Iterator[tuple[CodeSystem, Code]]:
    """The codes with a text in them, in one system or in all."""
    wanted = text.casefold()
    for system in code_systems() if where is None else (where,):
        for code in system:
            texts = (code.code, code.display, code.display_en or "", *code.other_displays)
            if any(wanted in there.casefold() for there in texts):
                yield system, code


def _show(out: Output, words: dict[str, str], found: Found, *, as_json: bool) -> None:
    if as_json:
        for system, code in found:
            out.record({"system": system.number, **_code_data(code)})
        return
    if not found:
        out.complain(words["none"])
        return
    rows = (
        (str(s.number), c.code, c.display, c.display_en or "", _note(words, c)) for s, c in found
    )
    _write(out, [_head(words, "system", "code", "Norwegian", "English"), *rows])


def _head(words: dict[str, str], *names: str) -> tuple[str, ...]:
    return tuple(words.get(name, name) for name in names)


def _note(words: dict[str, str], code: Code) -> str:
    """What has to be said of a code beside its texts."""
    notes = [words.get("retired", "retired")] if code.retired else []
    notes += [f"{words['instead']} {code.instead}"] if code.instead else []
    notes += [f"{words.get('since', 'since')} {code.since}"] if code.since else []
    return ", ".join(notes)


def _write(out: Output, rows: Iterable[tuple[str, ...]]) -> None:
    table = list(rows)
    width = max(map(len, table))
    for line in columns([row + ("",) * (width - len(row)) for row in table]):
        out.line(line)


def _system_data(system: CodeSystem) -> dict[str, Any]:
    """The record of a system for `--format json`."""
    return {
        "number": system.number,
        "oid": system.oid,
        "name": system.name,
        "name_en": system.name_en,
        "date": system.date,
        "complete": system.complete,
        "pattern": system.pattern,
        "replaced_by": system.replaced_by,
        "codes": len(system),
    }


def _code_data(code: Code) -> dict[str, Any]:
    """The record of a code for `--format json`."""
    return {
        "code": code.code,
        "display": code.display,
        "display_en": code.display_en,
        "retired": code.retired,
        "since": code.since,
        "also": list(code.other_displays),
        "instead": code.instead,
        "earlier": code.earlier,
    }
