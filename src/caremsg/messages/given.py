"""What a rule may look at besides the object it is called with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from zoneinfo import ZoneInfo

from caremsg.declare import Message
from caremsg.values import DateTime

from .msghead import Content, Document, MsgHead

__all__ = ["Given"]

T = TypeVar("T")

_OSLO = ZoneInfo("Europe/Oslo")


class Given:
    """The message around an object, for a rule."""

    __slots__ = ("_found", "_status", "at", "document", "head", "payload")

    def __init__(
        self,
        document: Message,
        head: MsgHead | None,
        found: Mapping[type[Any], list[Any]],
        at: dt.datetime | None = None,
    ) -> None:
        self.document = document
        """The document that the object is a part of; for what is in the head, the head itself."""
        self.head = head
        """The envelope, when there is one."""
        self.payload: Message | None = _payload(head) if head is not None else document
        """The first document in the envelope, when it is typed; without one, `document`."""
        self.at = at
        """The present time, when the caller told it."""
        self._found = found
        self._status: str | None = None

    def all(self, kind: type[T]) -> list[T]:
        """Every object of a class in `document`, in order, however deep it is."""
        return cast("list[T]", self._found.get(kind, []))

    @property
    def status(self) -> str:
        """`N`, `M` or `C` of a care message (7309), as it was sent; else empty."""
        if self._status is None:
            self._status = _status(self.payload if self.document is self.head else self.document)
        return self._status

    @property
    def made(self) -> DateTime | None:
        """When the message was made, as its head says."""
        return getattr(self.head.msg_info, "gen_date", None) if self.head is not None else None

    @property
    def now(self) -> dt.datetime | None:
        """The present time in Norway, without its zone, when the caller told it."""
        if self.at is None or self.at.tzinfo is None:
            return self.at
        return self.at.astimezone(_OSLO).replace(tzinfo=None)

    @property
    def cancels(self) -> bool:
        """True when the message only cancels an earlier one."""
        return self.status == "C"

    @property
    def type(self) -> str:
        """The message type (8279) that the head tells; empty without a head or a code."""
        info = self.head.msg_info if self.head is not None else None
        return getattr(getattr(info, "type", None), "code", None) or ""


def _payload(head: MsgHead) -> Message | None:
    first = next(iter(head.innhold), None) if head.innhold else None
    content = getattr(first.ref_doc, "content", None) if isinstance(first, Document) else None
    item = content.items[0] if isinstance(content, Content) and content.items else None
    return item if isinstance(item, Message) else None


def _status(document: object) -> str:
    """The status of a care message: directly in it, or in its administrative part (PLO 2.0)."""
    part = getattr(document, "felles_administrative_opplysninger", document)
    sent = getattr(part, "informasjon_om_forsendelsen", None)
    return getattr(getattr(sent, "forsendelsesstatus", None), "code", None) or ""
