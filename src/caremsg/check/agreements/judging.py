"""What is wrong with a message under an agreement."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from caremsg.declare import Message
from caremsg.findings import FindingKind, Severity, Words
from caremsg.messages.common import Ident
from caremsg.messages.msghead import Document, MsgHead, Organisation
from caremsg.messages.rules.reading import blank, code_in, day_of, moment_of
from caremsg.values import TS, Date, DateTime, Fragment

from . import kinds
from .model import Agreement, Exchange, Requirement
from .paths import Found, follow

__all__ = ["AgreementBreach", "judge_agreement"]


@frozen
class AgreementBreach:
    """One place where a message does not keep an agreement."""

    kind: FindingKind
    path: str
    """The Python path from the message."""
    names: dict[str, object]
    severity: Severity | None = None
    """That of the requirement; None: that of the kind."""
    refusal: str | None = None


def judge_agreement(agreement: Agreement, message: Message) -> Iterator[AgreementBreach]:
    """Every place where a message does not keep an agreement."""
    head = message if isinstance(message, MsgHead) else None
    code = (head.msg_info.type.code or "") if head is not None else ""
    if head is not None:
        made = day_of(head.msg_info.gen_date)
        if made is not None and not agreement.in_force(made):
            yield AgreementBreach(kinds.AGR110, "msg_info.gen_date", {})
            return
        yield from _exchanged(agreement, head, code)
    for requirement in agreement.requirements:
        if not requirement.types or code in requirement.types:
            yield from _required(requirement, message)


def _exchanged(agreement: Agreement, head: MsgHead, code: str) -> Iterator[AgreementBreach]:
    """Whether the type, the edition, the address and the attachments were agreed."""
    if not agreement.exchanges:
        return
    exchange = _exchange_for(agreement, head, code)
    if exchange is None:
        yield AgreementBreach(kinds.AGR101, "msg_info.type", {})
        return
    payload, at = _payload(head)
    if exchange.editions and payload is not None and str(payload.edition) not in exchange.editions:
        yield AgreementBreach(kinds.AGR102, at, {"editions": ", ".join(exchange.editions)})
    unit = head.msg_info.receiver.organisation
    below = unit.organisation or unit.healthcare_professional
    wanted = exchange.service
    if wanted is not None and below is not None and _her_id(below.ident) != wanted:
        yield AgreementBreach(kinds.AGR103, "msg_info.receiver.organisation", {})
    if exchange.attachments is not None:
        yield from _attachments(exchange.attachments, head)


def _exchange_for(agreement: Agreement, head: MsgHead, code: str) -> Exchange | None:
    """The most special exchange of a type between the parties of a message."""
    info = head.msg_info
    sender, receiver = _of(info.sender.organisation), _of(info.receiver.organisation)
    for exchange in reversed(agreement.exchanges):
        between = exchange.sender in (None, sender) and exchange.receiver in (None, receiver)
        if code in exchange.types and between:
            return exchange
    return None


def _attachments(agreed: tuple[str, ...], head: MsgHead) -> Iterator[AgreementBreach]:
    for i, document in enumerate(head.innhold):
        if not isinstance(document, Document) or not code_in(document.ref_doc.msg_type, "A"):
            continue
        if (document.ref_doc.mime_type or "").strip().lower() not in agreed:
            names: dict[str, object] = {"agreed": ", ".join(agreed) or _NONE}
            yield AgreementBreach(kinds.AGR109, f"innhold[{i}].ref_doc.mime_type", names)


_NONE = Words("none", "ingen")


def _payload(head: MsgHead) -> tuple[Message | None, str]:
    first = next(iter(head.innhold), None)
    content = getattr(getattr(first, "ref_doc", None), "content", None)
    item = content.items[0] if content is not None and content.items else None
    at = "innhold[0].ref_doc.content.items[0]"
    return (item, at) if isinstance(item, Message) else (None, at)


def _of(unit: Organisation) -> str | None:
    return _her_id(unit.ident)


def _her_id(idents: tuple[Ident, ...]) -> str | None:
    return next((i.id.strip() for i in idents if code_in(i.type_id, "HER")), None)


def _required(requirement: Requirement, message: Message) -> Iterator[AgreementBreach]:
    found = list(follow(message, requirement.path))
    names: dict[str, object] = {"path": requirement.path, "why": _why(requirement)}
    if requirement.check == "required" and not found and not requirement.path.startswith("//"):
        return  # another kind of document
    if requirement.check == "required" and not found:
        yield _breach(kinds.AGR104, "", requirement, names)
    for one in found:
        kind = _judged(requirement, one, message, names)
        if kind is not None:
            yield _breach(kind, one.path, requirement, names)


def _judged(
    requirement: Requirement, one: Found, message: Message, names: dict[str, object]
) -> FindingKind | None:
    """What is wrong at one place; the words for the text are added to `names`."""
    empty = one.value in (None, ()) or (isinstance(one.value, str) and blank(one.value))
    match requirement.check:
        case "required":
            return kinds.AGR104 if empty else None
        case "forbidden":
            return None if empty else kinds.AGR105
        case "allowed":
            names["codes"] = ", ".join(requirement.codes)
            code = getattr(one.value, "code", one.value)
            return kinds.AGR106 if not empty and code not in requirement.codes else None
        case "max_length":
            names["limit"] = requirement.limit
            return kinds.AGR107 if len(_text(one.value)) > requirement.limit else None
        case "deadline":
            names |= {"limit": requirement.limit, "since": requirement.since}
            return kinds.AGR108 if _late(requirement, one.value, message) else None


def _late(requirement: Requirement, value: Any, message: Message) -> bool:
    start = next((one.value for one in follow(message, requirement.since)), None)
    first, last = _moment(start), _moment(value)
    if first is None or last is None:
        return False
    return last - first > dt.timedelta(hours=requirement.limit)


def _moment(value: Any) -> dt.datetime | None:
    """A point in time; a day alone is its end, so that nobody is late by less than it."""
    if isinstance(value, DateTime | TS) and "T" in value:
        return moment_of(value)
    day = day_of(value) if isinstance(value, Date | TS) else None
    return dt.datetime.combine(day, dt.time(23, 59, 59)) if day is not None else None


def _text(value: Any) -> str:
    if isinstance(value, Fragment):
        return value.text
    return value if isinstance(value, str) else ""


def _why(requirement: Requirement) -> Words:
    en = f" ({requirement.en})" if requirement.en else ""
    nb = f" ({requirement.nb})" if requirement.nb else en
    return Words(en or nb, nb)


def _breach(
    kind: FindingKind, path: str, requirement: Requirement, names: dict[str, object]
) -> AgreementBreach:
    return AgreementBreach(kind, path, dict(names), requirement.severity, requirement.refusal)
