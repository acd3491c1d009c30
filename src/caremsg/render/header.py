"""The lines above a message: what, from whom, to whom, about whom, when.

A message may be incomplete here (`inspect` gives such), so anything may be missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from caremsg.declare import Message, declaration
from caremsg.messages.apprec import AppRec
from caremsg.messages.msghead import MsgHead

from . import formats
from .labels import label

__all__ = ["header", "title"]


def title(message: Message, language: str) -> str:
    """What the message is called."""
    kind = _get(message, "msg_info", "type", "display") if isinstance(message, MsgHead) else None
    return (kind or "").strip() or label(declaration(type(message)).name, language)


def header(message: Message, language: str) -> tuple[tuple[str, str], ...]:
    """Labels and values of the lines above a message; none for a document without an envelope."""
    if isinstance(message, MsgHead):
        lines = _of_head(_get(message, "msg_info"), language)
    elif isinstance(message, AppRec):
        lines = _of_receipt(message, language)
    else:
        return ()
    words = formats.PHRASES[language]
    return tuple((words.get(key, key), text) for key, text in lines if text)


def _of_head(info: Any, language: str) -> Iterator[tuple[str, str]]:
    yield "from", _unit(_get(info, "sender", "organisation"))
    yield "to", _unit(_get(info, "receiver", "organisation"))
    for other in _get(info, "other_receiver") or ():
        yield "copy", _who(_get(other, "innhold"))
    yield "patient", _patient(_get(info, "patient"), language)
    yield "date", formats.simple(_get(info, "gen_date") or "", language)
    yield "ID", formats.simple(_get(info, "msg_id") or "", language)


def _of_receipt(receipt: Any, language: str) -> Iterator[tuple[str, str]]:
    status = _get(receipt, "status")
    yield "status", formats.code(status, language) if status is not None else ""
    yield "from", _party(_get(receipt, "sender", "hcp", "innhold"))
    yield "to", _party(_get(receipt, "receiver", "hcp", "innhold"))
    yield "date", formats.simple(_get(receipt, "gen_date") or "", language)
    yield "ID", formats.simple(_get(receipt, "id") or "", language)


def _get(item: Any, *path: str) -> Any:
    """What stands at the end of a path of fields; None when something on it is missing."""
    for name in path:
        item = getattr(item, name, None)
    return item


def _unit(unit: Any) -> str:
    if unit is None:
        return ""
    inner, person = _get(unit, "organisation"), _get(unit, "healthcare_professional")
    return formats.joined(unit.organisation_name, _unit(inner), _person(person), by=", ")


def _who(who: Any) -> str:
    return _unit(who) if hasattr(who, "organisation_name") else _person(who)


def _person(person: Any) -> str:
    return formats.person(person) if person is not None else ""


def _patient(patient: Any, language: str) -> str:
    if patient is None:
        return ""
    born = patient.date_of_birth
    shown = f"{formats.PHRASES[language]['born']} {formats.simple(born, language)}" if born else ""
    ids = (formats.identifier(item.id, item.type_id, language) for item in patient.ident)
    return formats.joined(_person(patient), shown, *ids, by=", ")


def _party(party: Any) -> str:
    below = (*(_get(party, "dept") or ()), *(_get(party, "hc_person") or ()))
    names = (_get(item, "name") or _get(item, "id") for item in (party, *below))
    return formats.joined(*names, by=", ")
