"""What can be made out of a message that is to be answered, however damaged it is.

A good message tells everything. Of one that is not well-formed the head is read by `peek`,
and if the head itself is damaged, pieced together by `salvage`.
"""

from __future__ import annotations

from typing import Any

from attrs import evolve, frozen

from caremsg.declare import Edition, Message
from caremsg.document import Inspection
from caremsg.errors import CaremsgError
from caremsg.header import peek
from caremsg.messages.common import HealthcareProfessional
from caremsg.messages.datatypes import CS
from caremsg.messages.given import Given
from caremsg.messages.msghead import MsgHead, MsgInfo, Organisation, Patient
from caremsg.values import Fragment

from .comparing import comparable
from .directory import Identifier, Identifiers
from .salvage import salvage

__all__ = ["Addressee", "Original", "identifiers", "original_of"]


_OF_PARTIES = ("HER", "ENH", "RSH", "HPR")
"""Kinds of identifiers that say nothing of a person's private life, the best first."""


@frozen(repr=False)
class Addressee:
    """One receiver that a message names."""

    party: Organisation | HealthcareProfessional
    copy: bool
    """True for a receiver of a copy."""
    path: str = "msg_info.receiver"
    """Where it stands in the message."""

    @property
    def organisation(self) -> Identifiers:
        """The identifiers of the organisation."""
        return identifiers(self.party) if isinstance(self.party, Organisation) else frozenset()

    @property
    def service(self) -> Identifiers:
        """Those of the service in it, if one is addressed."""
        return identifiers(getattr(self.party, "organisation", None))

    @property
    def person(self) -> Identifiers:
        """Those of the person, if one is addressed."""
        if isinstance(self.party, HealthcareProfessional):
            return identifiers(self.party)
        return identifiers(self.party.healthcare_professional)

    @property
    def name(self) -> str:
        """What tells this receiver from others: its most precise identifier that is no person's."""
        ids = [i for i in self.service or self.person or self.organisation if i.kind in _OF_PARTIES]
        ids.sort(key=lambda i: (_OF_PARTIES.index(i.kind), i.value))
        name = f"{ids[0].kind}:{ids[0].value}" if ids else self.path.rpartition(".")[2]
        return f"{name}, copy" if self.copy else name

    def __repr__(self) -> str:
        return f"<Addressee: {'copy' if self.copy else 'primary'} receiver>"


@frozen(repr=False)
class Original:
    """A message that is to be answered: what of its head could be read."""

    type: CS
    msg_id: str
    """As it was sent; empty when there is none."""
    made: str
    """GenDate as it was sent; empty when there is none."""
    sender: Organisation | None
    receivers: tuple[Addressee, ...]
    patient: Patient | None
    ack: str
    """What the sender says about acknowledging, which counts for Helsenorge only."""
    parent: str
    """The message it refers to (RefToParent)."""
    conversation: str
    """The first message of its conversation (RefToConversation)."""
    edition: Edition | None
    """The edition of the first document."""
    payload: Message | None
    """The first document, when it could be read."""
    foreign: bool = False
    """True when the first document is of a kind that is not declared here."""
    status: str = ""
    """`N`, `M` or `C` of a care message (7309)."""
    salvaged: bool = False
    """True when the message itself could not be read."""

    @property
    def key(self) -> str:
        """The identifier for comparing: the case of its letters does not count."""
        return comparable(self.msg_id)

    @property
    def sender_ids(self) -> Identifiers:
        """Every identifier of the sender, on both levels."""
        party = self.sender
        inner = party.organisation if party is not None else None
        person = party.healthcare_professional if party is not None else None
        return identifiers(party) | identifiers(inner) | identifiers(person)

    @property
    def receiver_ids(self) -> Identifiers:
        """Every identifier of every receiver, on both levels."""
        ids = (r.organisation | r.service | r.person for r in self.receivers)
        return frozenset[Identifier]().union(*ids)

    def __repr__(self) -> str:
        return f"<Original {self.type.code}, {len(self.receivers)} receivers>"


def identifiers(party: Any) -> Identifiers:
    """The identifiers of an organisation or a person that are not blank."""
    found: set[Identifier] = set()
    for ident in getattr(party, "ident", None) or ():
        value, kind = getattr(ident, "id", None), getattr(ident, "type_id", None)
        if value and value.strip():
            found.add(Identifier(getattr(kind, "code", None) or "", value))
    return frozenset(found)


def original_of(inspection: Inspection) -> Original | None:
    """The message in an envelope; None when there is no envelope, or nothing of its head."""
    message = inspection.message
    if isinstance(message, MsgHead):
        given = Given(message, message, {})
        found = _original(message.msg_info, given.payload, given.status)
        return evolve(found, foreign=_is_foreign(message)) if found is not None else None
    if message is not None:
        return None
    info, edition = _head(inspection.data)
    if info is None:
        return None
    return _original(info, None, "", edition=edition, salvaged=True)


def _is_foreign(message: MsgHead) -> bool:
    first = next(iter(message.innhold or ()), None)
    content: Any = getattr(getattr(first, "ref_doc", None), "content", None)
    items: tuple[Any, ...] = getattr(content, "items", ())
    return bool(items) and isinstance(items[0], Fragment)


def _head(data: bytes) -> tuple[MsgInfo | None, Edition | None]:
    """The head of a message that cannot be read, and the edition of its content."""
    try:
        header = peek(data)
        if header.info is not None:
            return header.info, header.edition
    except (CaremsgError, RecursionError):
        pass
    return salvage(data)


def _original(
    info: MsgInfo | None,
    payload: Message | None,
    status: str,
    *,
    edition: Edition | None = None,
    salvaged: bool = False,
) -> Original | None:
    """What a head says; of one whose shape is wrong, any part may be missing."""
    if info is None:  # pyright: ignore[reportUnnecessaryComparison]
        return None
    reference: Any = info.conversation_ref
    return Original(
        type=_or_empty(info.type),
        msg_id=info.msg_id or "",
        made=info.gen_date or "",
        sender=getattr(info.sender, "organisation", None),
        receivers=_receivers(info),
        patient=info.patient,
        ack=getattr(info.ack, "code", None) or "",
        parent=getattr(reference, "ref_to_parent", None) or "",
        conversation=getattr(reference, "ref_to_conversation", None) or "",
        edition=payload.edition if payload is not None else edition,
        payload=payload,
        status=status,
        salvaged=salvaged,
    )


def _or_empty(code: CS | None) -> CS:
    return CS() if code is None else code


def _receivers(info: MsgInfo) -> tuple[Addressee, ...]:
    found: list[Addressee] = []
    main = getattr(info.receiver, "organisation", None)
    if main is not None:
        found.append(Addressee(main, copy=False))
    for number, other in enumerate(info.other_receiver or ()):
        party = other.innhold
        if isinstance(party, Organisation | HealthcareProfessional):
            path = f"msg_info.other_receiver[{number}]"
            found.append(Addressee(party, copy=True, path=path))
    return tuple({receiver.name: receiver for receiver in reversed(found)}.values())[::-1]
