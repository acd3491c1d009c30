"""What is wrong with a message under an agreement."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from attrs import frozen

from caremsg.declare import Message, declaration
from caremsg.findings import FindingKind, Severity, Words
from caremsg.messages.apprec import AppRec
from caremsg.messages.common import Ident
from caremsg.messages.msghead import Document, MsgHead
from caremsg.messages.rules.reading import blank, code_in, day_of, moment_of
from caremsg.values import TS, Date, DateTime, Fragment

from . import kinds
from .checking import RECEIPT
from .model import Agreement, Exchange, Requirement
from .paths import Found, documents_with, follow, roots_of

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
    """Every place where a message does not keep an agreement.

    A message of which only a part could be read is judged by what is there.
    """
    head = message if isinstance(message, MsgHead) else None
    code = _type_of(message)
    if head is not None:
        made = day_of(_get(head, "msg_info", "gen_date"))
        if made is not None and not agreement.in_force(made):
            yield AgreementBreach(kinds.AGR110, "msg_info.gen_date", {})
            return
        yield from _exchanged(agreement, head, code)
    for requirement in agreement.requirements:
        if not requirement.types or code in requirement.types:
            yield from _required(requirement, message)


def _get(item: Any, *names: str) -> Any:
    """What stands at the end of a row of fields; None when something on it is missing."""
    for name in names:
        item = getattr(item, name, None)
    return item


def _type_of(message: Message) -> str:
    """The message type; that of a document without its head only where it has but one."""
    if isinstance(message, MsgHead):
        return _get(message, "msg_info", "type", "code") or ""
    if isinstance(message, AppRec):
        return RECEIPT
    own = declaration(type(message)).message_type
    return own[0] if own is not None else ""


def _exchanged(agreement: Agreement, head: MsgHead, code: str) -> Iterator[AgreementBreach]:
    """Whether the type, the edition, the address and the attachments were agreed."""
    if not agreement.exchanges:
        return
    payload, at = _payload(head)
    edition = str(payload.edition) if payload is not None else None
    exchange = _exchange_for(agreement, head, code, edition)
    if exchange is None:
        yield AgreementBreach(kinds.AGR101, "msg_info.type", {})
        return
    if exchange.editions and edition is not None and edition not in exchange.editions:
        yield AgreementBreach(kinds.AGR102, at, {"editions": ", ".join(exchange.editions)})
    if exchange.service not in (None, _service(head)):
        yield AgreementBreach(kinds.AGR103, "msg_info.receiver.organisation", {})
    if exchange.attachments is not None:
        yield from _attachments(exchange.attachments, head)


def _exchange_for(
    agreement: Agreement, head: MsgHead, code: str, edition: str | None
) -> Exchange | None:
    """The most special exchange of a type between the parties of a message.

    A more special layer goes first, then who names parties, then one that is kept, then the last.
    """
    info, service = head.msg_info, _service(head)
    sender = _her_id(_get(info, "sender", "organisation"))
    receiver = _her_id(_get(info, "receiver", "organisation"))

    def rank(exchange: Exchange) -> tuple[int, int, bool, bool]:
        named = (exchange.sender is not None) + (exchange.receiver is not None)
        fits = exchange.service in (None, service)
        return (
            exchange.level.rank,
            named,
            fits,
            not exchange.editions or edition in exchange.editions,
        )

    between = [
        exchange
        for exchange in reversed(agreement.exchanges)
        if code in exchange.types
        and exchange.sender in (None, sender)
        and exchange.receiver in (None, receiver)
    ]
    return max(between, key=rank, default=None)


def _attachments(agreed: tuple[str, ...], head: MsgHead) -> Iterator[AgreementBreach]:
    for i, document in enumerate(head.innhold):
        if not isinstance(document, Document) or not _is_attachment(document):
            continue
        sent = str(_get(document, "ref_doc", "mime_type") or "")
        if sent.partition(";")[0].strip().lower() not in agreed:
            names: dict[str, object] = {"agreed": ", ".join(agreed) or _NONE}
            yield AgreementBreach(kinds.AGR109, f"innhold[{i}].ref_doc.mime_type", names)


_NONE = Words("none", "ingen")


def _is_attachment(document: Any) -> bool:
    return code_in(_get(document, "ref_doc", "msg_type"), "A")


def _payload(head: MsgHead) -> tuple[Message | None, str]:
    """The first document that is not an attachment, and its Python path."""
    for root, at in roots_of(head):
        number = at.removeprefix("innhold[").partition("]")[0]
        if root is not head and not _is_attachment(head.innhold[int(number)]):
            return root, at
    return None, ""


def _service(head: MsgHead) -> str | None:
    """The HER-id of the service or person that receives."""
    unit = _get(head, "msg_info", "receiver", "organisation")
    return _her_id(_get(unit, "organisation") or _get(unit, "healthcare_professional"))


def _her_id(unit: Any) -> str | None:
    idents: tuple[Ident, ...] = _get(unit, "ident") or ()
    return next((i.id.strip() for i in idents if i.id and code_in(i.type_id, "HER")), None)


def _required(requirement: Requirement, message: Message) -> Iterator[AgreementBreach]:
    found = list(follow(message, requirement.path))
    names: dict[str, object] = {"path": requirement.path, "why": _why(requirement)}
    if requirement.check == "required" and not found and "//" in requirement.path:
        for at in list(documents_with(message, requirement.path))[-1:]:
            yield _breach(kinds.AGR104, at, requirement, names)
    for one in found:
        kind = _judged(requirement, one, message, names)
        if kind is not None:
            yield _breach(kind, one.path, requirement, names)


def _judged(
    requirement: Requirement, one: Found, message: Message, names: dict[str, object]
) -> FindingKind | None:
    """What is wrong at one place; the words for the text are added to `names`."""
    empty = one.value is None or (isinstance(one.value, str) and blank(one.value))
    match requirement.check:
        case "required":
            return kinds.AGR104 if empty and one.possible else None
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
            return kinds.AGR108 if _late(requirement, one, message) else None


def _late(requirement: Requirement, one: Found, message: Message) -> bool:
    """Whether a time lies too long after the one it is counted from.

    That is the nearest one in the document: of a repeated part, the one in the same part. Of
    several that are as near it is the last in time, since that is what a message is sent for.
    """
    starts = list(follow(message, requirement.since))
    near = max((_shared(one.path, start.path) for start in starts), default=0)
    moments = [
        _moment(start.value, dt.time.max)
        for start in starts
        if _shared(one.path, start.path) == near
    ]
    first = max((moment for moment in moments if moment is not None), default=None)
    last = _moment(one.value, dt.time.min)
    if first is None or last is None:
        return False
    return last - first > dt.timedelta(hours=requirement.limit)


def _shared(one: str, other: str) -> int:
    """How many steps two Python paths have in common."""
    pairs = zip(one.split("."), other.split("."), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _moment(value: Any, part: dt.time) -> dt.datetime | None:
    """A point in time; of a day alone this part, so that nobody is late by less than a day."""
    try:
        if isinstance(value, DateTime | TS) and "T" in value:
            return moment_of(value)
    except OverflowError:  # the first or the last day there is, in another time zone
        return None
    day = day_of(value) if isinstance(value, Date | TS) else None
    return dt.datetime.combine(day, part) if day is not None else None


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
