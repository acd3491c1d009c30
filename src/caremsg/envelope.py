"""Into the envelope and out of it.

head = wrap(report, sender=home_care, receiver=hospital, patient=patient, id=..., at=...)
(report,) = contents(head, Innleggelsesrapport)
diagnoses = find(head, MedisinskDiagnose)
files = attachments(head)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, TypeVar

from attrs import frozen

from caremsg.declare import Element, Message, declaration, fields_of
from caremsg.errors import InputError
from caremsg.messages.base64container import Base64Container
from caremsg.messages.datatypes import CS
from caremsg.messages.msghead import (
    Content,
    ConversationRef,
    Document,
    MsgHead,
    MsgInfo,
    Organisation,
    OtherReceiver,
    Patient,
    Receiver,
    RefDoc,
    Sender,
)
from caremsg.values import TS, Base64, DateTime, Fragment

__all__ = ["Attachment", "answer_to", "attachments", "contents", "find", "wrap"]

E = TypeVar("E")


@frozen(repr=False)
class Attachment:
    """A file in a message: decoded when its bytes are asked for."""

    content: Base64
    """The file as it is in the message."""
    mime_type: str | None = None
    """What kind of file the sender says it is."""
    description: str | None = None
    """What it is, in words."""
    id: str | None = None
    """The identifier of the file."""

    @property
    def data(self) -> bytes:
        """The bytes. Raises ValueError if they are not in base64."""
        return self.content.data

    @property
    def size(self) -> int:
        """The number of bytes."""
        return self.content.size

    @classmethod
    def of(cls, data: bytes, *, mime_type: str, description: str) -> Attachment:
        """An attachment of some bytes (HIS 1036, section 4.2)."""
        return cls(Base64.of(data), mime_type, description)

    def __repr__(self) -> str:
        return f"<Attachment of {self.size} bytes, {self.mime_type}>"


def wrap(
    content: Message | Fragment,
    *more: Message | Fragment | Attachment | Document,
    sender: Organisation,
    receiver: Organisation,
    patient: Patient | None = None,
    id: str,
    at: dt.datetime | DateTime,
    issued: dt.datetime | dt.date | TS | None = None,
    conversation: ConversationRef | None = None,
    other_receivers: tuple[OtherReceiver, ...] = (),
    type: CS | None = None,
) -> MsgHead:
    """A message in its envelope, with more documents and attachments after it.

    `sender` and `receiver` are an `Organisation` of `caremsg.messages.msghead`. `id`
    identifies this message (a UUID); `at` is when it is made, `issued` when the document
    was approved, if that was earlier; `conversation` is the message it answers, changes or
    cancels (`answer_to`). The message type follows from the content, where the content
    decides it; otherwise `type` says it (code system 8279). Raises InputError when it is
    neither given nor to be found.

    Source: HIS 80601:2006; HIS 1036 for attachments.
    """
    made = at if isinstance(at, DateTime) else DateTime.of(at)
    info = MsgInfo(
        type=type or _message_type(content),
        gen_date=made,
        msg_id=id,
        conversation_ref=conversation,
        sender=Sender(organisation=sender),
        receiver=Receiver(organisation=receiver),
        other_receiver=other_receivers,
        patient=patient,
    )
    when = issued if isinstance(issued, TS) else TS.of(issued) if issued else TS(made)
    documents = tuple(_document(item, when) for item in (content, *more))
    return MsgHead(msg_info=info, innhold=documents)


def answer_to(head: MsgHead) -> ConversationRef:
    """The reference of a message that answers, changes or cancels another (HIS 80601)."""
    first = head.msg_info.conversation_ref
    return ConversationRef(
        ref_to_parent=head.msg_info.msg_id,
        ref_to_conversation=first.ref_to_conversation if first else head.msg_info.msg_id,
    )


def _message_type(content: Message | Fragment) -> CS:
    """The message type that the content, or the branch chosen in it, decides."""
    for item in (content, getattr(content, "innhold", None)):
        if isinstance(item, Element):
            found = declaration(item.__class__).message_type
            if found is not None:
                return CS(code=found[0], display=found[1])
    raise InputError("the content does not decide the message type: say `type=`")


def _document(item: Message | Fragment | Attachment | Document, at: TS) -> Document:
    if isinstance(item, Document):
        return item
    if isinstance(item, Attachment):
        ref_doc = RefDoc(
            issue_date=at,
            msg_type=CS(code="A", display="Vedlegg"),
            id=item.id,
            mime_type=item.mime_type,
            description=item.description,
            content=Content(items=(Base64Container(content=item.content),)),
        )
    else:
        xml = CS(code="XML", display="XML-instans")
        ref_doc = RefDoc(issue_date=at, msg_type=xml, content=Content(items=(item,)))
    return Document(ref_doc=ref_doc)


def contents(head: MsgHead, kind: type[E]) -> tuple[E, ...]:
    """The documents of one kind in an envelope, in order; `Fragment` for those kept as XML."""
    return tuple(item for _, item in _items(head) if isinstance(item, kind))


def find(message: Element, kind: type[E]) -> tuple[E, ...]:
    """Everything of one kind in a message, however deep, in document order."""
    return tuple(_below(message, kind))


def attachments(head: MsgHead) -> tuple[Attachment, ...]:
    """The files in an envelope, in order (HIS 1036)."""
    return tuple(
        Attachment(item.content, doc.mime_type, doc.description, doc.id)
        for doc, item in _items(head)
        if isinstance(item, Base64Container)
    )


def _items(head: MsgHead) -> Iterator[tuple[RefDoc, Message | Fragment]]:
    for found in head.innhold:
        documents = (found,) if isinstance(found, Document) else found.document
        for document in documents:
            ref_doc = document.ref_doc
            for item in ref_doc.content.items if ref_doc.content is not None else ():
                yield ref_doc, item


def _below(item: Any, kind: type[E]) -> Iterator[E]:
    if isinstance(item, kind):
        yield item
    if isinstance(item, tuple):
        for part in item:  # pyright: ignore[reportUnknownVariableType]
            yield from _below(part, kind)
    elif isinstance(item, Element):
        for field in fields_of(item.__class__):
            yield from _below(getattr(item, field.name), kind)
