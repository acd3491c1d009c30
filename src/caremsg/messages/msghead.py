"""Hodemelding (MsgHead 1.2): the envelope of every message.

Source: HIS 80601:2006.
"""

from __future__ import annotations

from typing import Annotated, Literal

from caremsg.declare import (
    Edition,
    Element,
    Message,
    Oid,
    choice,
    coded,
    complex_type,
    element,
    named,
    required,
)
from caremsg.values import TS, URI, DateTime, Fragment

from .common import Address, HealthcareProfessional, Ident, Person, PersonDetails, TeleCom
from .datatypes import CS, CV
from .editions import MSGHEAD_1_2
from .namespaces import MH

__all__ = [
    "Content",
    "ConversationRef",
    "Document",
    "MsgHead",
    "MsgInfo",
    "Organisation",
    "OtherReceiver",
    "Patient",
    "PatientReport",
    "Receiver",
    "RefDoc",
    "Sender",
]


@element(MH, default=MH)
class MsgHead(Message):
    """The envelope: who writes to whom, about whom, and the documents."""

    edition: Edition = MSGHEAD_1_2
    msg_info: MsgInfo
    innhold: tuple[Document, ...] | tuple[PatientReport, ...]
    """The documents, or the reports to a health register. `find` searches below them."""
    signature: Annotated[
        Fragment | None, named("{http://www.w3.org/2000/09/xmldsig#}Signature")
    ] = None
    """An XML signature over the whole, left as it was sent."""


@element(MH)
class MsgInfo(Element):
    """What is needed to handle the message."""

    type: Annotated[CS, coded(8279)]
    """The kind of message."""
    mig_version: Annotated[Literal["v1.2 2006-05-24"], named("MIGversion")] = "v1.2 2006-05-24"
    gen_date: DateTime
    """When the message was made."""
    msg_id: str
    """The identifier of this message, a UUID."""
    processing_status: Annotated[CS | None, coded(8113)] = None
    """Production, test or debugging."""
    requested_priority: Annotated[CS | None, coded(8115)] = None
    ack: Annotated[CS | None, coded(7304)] = None
    """Whether an acknowledgement is asked for (one is always to be sent)."""
    conversation_ref: ConversationRef | None = None
    sender: Sender
    receiver: Receiver
    other_receiver: tuple[OtherReceiver, ...] = ()
    """Receivers of copies."""
    patient: Patient | None = None


@element(MH)
class ConversationRef(Element):
    """The earlier messages this one belongs to; not in the first of a conversation."""

    ref_to_parent: str
    """The message that this one answers, changes or cancels."""
    ref_to_conversation: str
    """The first message of the conversation."""


@element(MH)
class Sender(Element):
    """Who sends."""

    com_method: Annotated[CS | None, coded(8235)] = None
    organisation: Organisation


@element(MH)
class Receiver(Element):
    """Who is to receive."""

    com_method: Annotated[CS | None, coded(8235)] = None
    organisation: Organisation


@element(MH)
class OtherReceiver(Element):
    """Who else receives, as a copy or in another role."""

    com_method: Annotated[CS | None, coded(8235)] = None
    role_receiver: Annotated[CS, coded(8112)]
    innhold: Organisation | Patient | Person | HealthcareProfessional | None = None
    """The receiver."""


@element(MH, may_be_empty=True)
class Organisation(Element):
    """An organisation, with the part of it and the person that are meant."""

    organisation_name: Annotated[str | None, required()] = None
    type_organisation: Annotated[CV | None, coded(9040)] = None
    ident: Annotated[tuple[Ident, ...], required()] = ()
    address: Address | None = None
    tele_com: tuple[TeleCom, ...] = ()
    organisation: Organisation | None = None
    """The part of the organisation that is meant: a service, as a rule."""
    healthcare_professional: HealthcareProfessional | None = None


@element(MH)
class Patient(PersonDetails):
    """The patient."""


@element(MH)
class Document(Element):
    """One document of the message: the main one first, then attachments."""

    document_connection: Annotated[CS | None, coded(4702)] = None
    """How it belongs to the main document."""
    content_type: CV | None = None
    content_description: str | None = None
    content_category: CV | None = None
    consent: Annotated[CV | None, coded(3109, 9064)] = None
    annotation: str | None = None
    from_date: TS | None = None
    to_date: TS | None = None
    oid_ref: Oid | None = None
    enquiry_ref_id: str | None = None
    ref_doc: RefDoc


@element(MH)
class RefDoc(Element):
    """The document itself, or where to find it."""

    issue_date: TS | None = None
    msg_type: Annotated[CS, coded(8114)]
    """Whether it is XML, an attachment or a reference."""
    id: str | None = None
    mime_type: str | None = None
    description: str | None = None
    compression: Annotated[CS | None, coded(1204)] = None
    file_reference: Annotated[URI | None, choice("where")] = None
    """Where the document is, when it is not here."""
    content: Annotated[Content | None, choice("where")] = None


@complex_type(MH)
class Content(Element):
    """The document in the message; nearly always one item."""

    items: tuple[Message | Fragment, ...] = ()
    """Typed where the type is declared here, otherwise kept as it came."""


@element(MH)
class PatientReport(Element):
    """A report about one patient to a health register."""

    document_connection: Annotated[CS | None, coded(4702)] = None
    case_no: str
    """The case at the sender."""
    document: tuple[Document, ...]
    patient: Patient | None = None
