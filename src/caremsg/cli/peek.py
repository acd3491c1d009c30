"""`caremsg peek`: what a message is, from whom and to whom."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from caremsg import DecodeError, Header, Report
from caremsg import peek as peek_at

from . import exits
from .options import as_json, files
from .output import Output, columns
from .reports.json_lines import finding_data
from .sources import Source, Unreadable, expand, opened

__all__ = ["header_data", "peek"]


@click.command()
@files
@as_json
@click.option("--patient", is_flag=True, help="Also show who the message is about.")
@click.pass_context
def peek(ctx: click.Context, paths: tuple[Path, ...], as_json: bool, patient: bool) -> None:
    """Show what messages are, from whom and to whom.

    Only the head is read, so that large attachments cost nothing, and what follows is
    not judged. The patient is not shown unless you ask.

    \b
    Examples:
      caremsg peek message.xml
      caremsg peek --format json inbox/
    """
    out, sources, code = Output(), expand(paths), exits.FINE
    for source in out.follow(sources, len(sources)):
        try:
            with opened(source) as file:
                data = {"file": source.name, **header_data(peek_at(file), patient=patient)}
        except Unreadable as error:
            out.complain(f"{source.name}: cannot be read: {error}")
            code = exits.UNREADABLE
        except DecodeError as error:
            _refuse(out, source, error.report, as_json=as_json)
            code = max(code, exits.ERRORS)
        else:
            if as_json:
                out.record(data)
            else:
                _write(out, data)
    ctx.exit(code)


def _refuse(out: Output, source: Source, report: Report, *, as_json: bool) -> None:
    """Say that there is no header, and why."""
    if as_json:
        findings = [finding_data(finding, "en") for finding in report]
        out.record({"file": source.name, **_NOTHING, "findings": findings})
    else:
        first = report.findings[0]
        out.complain(f"{source.name}: no header: {first.code} {first.text}")


_NOTHING = dict.fromkeys(
    ["type", "edition", "content", "root", "id", "generated", "sender", "receiver", "receipt"]
)


def header_data(header: Header, *, patient: bool) -> dict[str, Any]:
    """What is shown of a header, with the patient only on request."""
    sender: Any = header.sender
    receiver: Any = header.receiver
    found = {
        **_NOTHING,
        "type": header.type,
        "edition": str(header.edition) if header.edition else None,
        "content": _local(header.content),
        "root": _local(header.root),
        "id": header.id,
        "generated": str(header.generated) if header.generated else None,
        "sender": _unit(sender),
        "receiver": _unit(receiver),
    }
    receipt: Any = header.receipt
    if receipt is not None:
        found["sender"] = _party(_get(receipt, "sender", "hcp", "innhold"))
        found["receiver"] = _party(_get(receipt, "receiver", "hcp", "innhold"))
        found["receipt"] = {
            "status": _get(receipt, "status", "code"),
            "original": _get(receipt, "original_msg_id", "id"),
        }
    if patient:
        found["patient"] = _patient(_get(header.info, "patient"))
    return found


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _get(item: Any, *path: str) -> Any:
    """What stands at the end of a path of fields; None when something on it is missing."""
    for name in path:
        item = getattr(item, name, None)
    return item


def _ids(items: Any) -> list[dict[str, str | None]]:
    return [{"type": _get(item, "type_id", "code"), "id": item.id} for item in items]


def _unit(unit: Any) -> dict[str, Any] | None:
    """An organisation, with the part of it that is meant; people are left out."""
    if unit is None:
        return None
    return {
        "name": unit.organisation_name,
        "ids": _ids(unit.ident),
        "unit": _unit(unit.organisation),
    }


def _party(party: Any) -> dict[str, Any] | None:
    """A party of a receipt, in the same form."""
    if party is None:
        return None
    departments = _get(party, "dept") or ()
    is_person = not hasattr(party, "dept")
    return {
        "name": party.name,
        "ids": [] if is_person else [{"type": _get(party, "type_id", "code"), "id": party.id}],
        "unit": _party_unit(departments[0]) if departments else None,
    }


def _party_unit(unit: Any) -> dict[str, Any]:
    ids = [{"type": _get(unit, "type_id", "code"), "id": unit.id}]
    return {"name": unit.name, "ids": ids, "unit": None}


def _patient(patient: Any) -> dict[str, Any] | None:
    if patient is None:
        return None
    names = (patient.given_name, patient.middle_name, patient.family_name)
    born = patient.date_of_birth
    return {
        "name": " ".join(filter(None, names)) or None,
        "born": str(born) if born else None,
        "ids": _ids(patient.ident),
    }


def _write(out: Output, data: dict[str, Any]) -> None:
    out.line((data["file"], "bold"))
    rows = [(f"  {name}", text) for name, text in _rows(data)]
    for line in columns(rows):
        out.line(line)


def _rows(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in data.items():
        if name == "file" or value is None or (name == "root" and value == data["content"]):
            continue
        if name == "receipt":
            yield "status", value["status"] or ""
            yield "receipt for", value["original"] or ""
        else:
            yield name, value if isinstance(value, str) else _who(value)


def _who(who: dict[str, Any]) -> str:
    """A party or a patient on one line."""
    ids = " ".join(f"{item['type'] or ''} {item['id'] or ''}".strip() for item in who["ids"])
    text = (who["name"] or "") + (f" ({ids})" if ids else "")
    born = f", born {who['born']}" if who.get("born") else ""
    part = who.get("unit")
    return f"{text}{born} > {_who(part)}" if part else text + born
