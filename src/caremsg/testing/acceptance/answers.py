"""What stands in an acknowledgement, however it was made: read for judging."""

from __future__ import annotations

from typing import Any

from attrs import frozen
from lxml import etree

from caremsg.codec.safe_xml import parse
from caremsg.document import Limits, inspect
from caremsg.errors import CaremsgError
from caremsg.exchange import Identifier
from caremsg.messages.apprec import AppRec

from .receivers import Answer

__all__ = ["Acknowledged", "Party", "decision_of", "read_acknowledgement", "taken_in"]


@frozen(repr=False)
class Party:
    """One side of an acknowledgement, on all levels."""

    role: str = ""
    ids: frozenset[Identifier] = frozenset()
    names: frozenset[str] = frozenset()


@frozen(repr=False)
class Acknowledged:
    """An acknowledgement; parts that could not be read are empty."""

    wrong: tuple[str, ...]
    """The codes of what is wrong with it, or `schema`."""
    version: str = ""
    status: str = ""
    errors: tuple[str, ...] = ()
    """The codes of its errors, an empty text for one without."""
    sender: Party = Party()
    receiver: Party = Party()
    type: str = ""
    msg_id: str = ""
    issued: str = ""
    made: str = ""


def read_acknowledgement(data: bytes, schema: etree.XMLSchema | None = None) -> Acknowledged:
    """Read it; judged by the given schema too, when there is one."""
    inspection = inspect(data)
    wrong = tuple(dict.fromkeys(finding.code for finding in inspection.report.errors))
    if schema is not None and not _valid(data, schema):
        wrong = (*wrong, "schema")
    message: Any = inspection.message
    if not isinstance(message, AppRec):
        return Acknowledged((*wrong, "not an acknowledgement"))
    original: Any = message.original_msg_id
    return Acknowledged(
        wrong,
        version=message.edition.version,
        status=_code(message.status),
        errors=tuple(_code(error) for error in message.error or ()),
        sender=_party(message.sender),
        receiver=_party(message.receiver),
        type=_code(getattr(original, "msg_type", None)),
        msg_id=getattr(original, "id", None) or "",
        issued=getattr(original, "issue_date", None) or "",
        made=message.gen_date or "",
    )


def _valid(data: bytes, schema: etree.XMLSchema) -> bool:
    try:
        return schema.validate(parse(data, Limits()))
    except CaremsgError:
        return False


def _code(value: Any) -> str:
    return getattr(value, "code", None) or ""


def _party(side: Any) -> Party:
    whole = getattr(getattr(side, "hcp", None), "innhold", None)
    parts = [whole]
    for inner in ("dept", "hc_person"):
        parts += getattr(whole, inner, None) or ()
    ids: set[Identifier] = set()
    for part in parts:
        pairs = [(getattr(part, "type_id", None), getattr(part, "id", None))]
        pairs += [(more.type, more.id) for more in getattr(part, "additional_id", None) or ()]
        ids |= {Identifier(_code(kind), value) for kind, value in pairs if value}
    names = {name for part in parts if (name := getattr(part, "name", None))}
    return Party(_code(getattr(side, "role", None)), frozenset(ids), frozenset(names))


def decision_of(answer: Answer, acknowledged: tuple[Acknowledged, ...]) -> str | None:
    """What was decided; when the receiver does not say, what its answers say."""
    if answer.decision is not None or not acknowledged:
        return answer.decision
    return "reject" if all(made.status == "2" for made in acknowledged) else "accept"


def taken_in(decision: str | None) -> bool:
    """Whether that decision lets a message in."""
    return decision in ("accept", "warn")
