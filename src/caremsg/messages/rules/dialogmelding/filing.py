"""Rules of documents that are sent for filing in a patient record (HITS 1228)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, put
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...dialogmelding import Dialogmelding, Notat
from ...given import Given
from .people import has_name, responsible

FILE = "dialog-til-arkivering-1.1"
_FILING = "DIALOG_TIL_ARKIVERING"

_REFERENCE = (
    "<ConversationRef><RefToParent>4bd84826-2c82-5d41-816f-c238823fcf42</RefToParent>"
    "<RefToConversation>4bd84826-2c82-5d41-816f-c238823fcf42</RefToConversation>"
    "</ConversationRef>"
)


@rule(
    "DIA047",
    "DIA-84",
    source="HITS 1228",
    severity=Severity.WARNING,
    en="a document for filing belongs to no dialog",
    nb="et dokument til arkivering hører ikke til noen dialog",
    why=Words(
        "It goes one way, and nobody answers it.",
        "Det går én vei, og ingen svarer på det.",
    ),
    mend=Words(
        "Leave ConversationRef out.",
        "Utelat ConversationRef.",
    ),
    sample=FILE,
    bad=put("MsgInfo", _REFERENCE, after="MsgId"),
)
def filing_goes_one_way(message: Dialogmelding, given: Given) -> Iterator[Breach]:
    """A document for filing refers to no other message."""
    head = given.head
    refers = head is not None and head.msg_info.conversation_ref is not None
    if given.type == _FILING and refers:
        yield Breach()


@rule(
    "DIA049",
    "DIA-82",
    source="HITS 1228",
    severity=Severity.WARNING,
    en="the professional who is responsible for the document {fault}",
    nb="helsepersonellet som er ansvarlig for dokumentet, {fault}",
    why=Words(
        "Whoever files the document has to know who stands behind it.",
        "Den som arkiverer dokumentet, må vite hvem som står bak det.",
    ),
    mend=Words(
        "Give one professional with both names, or name the person in the text only.",
        "Oppgi ett helsepersonell med begge navn, eller nevn personen bare i teksten.",
    ),
    sample=FILE,
    bad=drop("//RollerRelatertNotat//GivenName"),
)
def filing_has_one_responsible(note: Notat, given: Given) -> Iterator[Breach]:
    """A document for filing has one professional, with names, who is responsible for it."""
    if given.type != _FILING:
        return
    found = 0
    for number, part in enumerate(note.roller_relatert_notat):
        person, at = responsible(part), f"roller_relatert_notat[{number}]"
        if person is None:
            continue
        found += 1
        if found > 1:
            yield Breach(at, fault=Words("is given twice", "er oppgitt to ganger"))
        if not has_name(person):
            yield Breach(f"{at}.innhold", fault=Words("lacks a name", "mangler navn"))
        if len(person.ident) > 1:
            fault = Words("has several identifiers", "har flere identifikatorer")
            yield Breach(f"{at}.innhold.ident", fault=fault)


elsewhere(
    Reason.SHAPE,
    {
        "DIA-80": "Type and edition are judged together (ENV001); blanks around a code are "
        "left out by the reader and never written.",
    },
)


elsewhere(
    Reason.HUMAN,
    {
        "DIA-82": "Whether the text names who is responsible has to be read; a professional "
        "who is given is tested.",
    },
)
