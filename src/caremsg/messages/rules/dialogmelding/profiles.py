"""Rules of the profiles of Dialogmelding (HIS 1151, HIS 1077, HIS 1206, HITS 1228)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import copy, drop, put, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...dialogmelding import (
    Dialogmelding,
    HealthcareProfessional,
    Notat,
    RollerRelatertNotat,
)
from ...given import Given
from ..reading import NATIONAL, blank, code_in, of_system

FAULT, TALK = "dialog-avvik-1.0", "dialog-helsefaglig-1.1"
_TALKING, _FAULTY = "DIALOG_HELSEFAGLIG", "DIALOG_AVVIK"
_STATUS, _FILING = "DIALOG_STATUS_HENVISNING", "DIALOG_TIL_ARKIVERING"
_THEMES = {_FAULTY: (8117,), _TALKING: (7322, 7321), _STATUS: (9148,)}
_CONTACT = "24"

_REFERENCE = (
    "<ConversationRef><RefToParent>4bd84826-2c82-5d41-816f-c238823fcf42</RefToParent>"
    "<RefToConversation>4bd84826-2c82-5d41-816f-c238823fcf42</RefToConversation>"
    "</ConversationRef>"
)


@rule(
    "DIA040",
    "DIA-47",
    "DIA-62",
    "DIA-72",
    "DIA-60",
    "DIA-70",
    "DIA-44",
    "PLO-DM-03",
    "PLO-DM-06",
    source="HIS 1151, 4.3.1; HIS 1077; HIS 1206",
    en="the theme is not of {list}",
    nb="temaet er ikke fra {list}",
    why=Words(
        "Receivers sort the messages of this type by it.",
        "Mottakere sorterer meldinger av denne typen etter det.",
    ),
    mend=Words(
        "Use a code of the list of the profile.",
        "Bruk en kode fra profilens liste.",
    ),
    sample=TALK,
    bad=v("//TemaKodet", S=f"{NATIONAL}9069", V="9", DN="Annet, svar angitt i fritekst"),
)
def themes_of_the_profile(note: Notat, given: Given) -> Iterator[Breach]:
    """The theme is from the list of the profile."""
    wanted = _THEMES.get(given.type)
    if wanted and note.tema_kodet.code and not of_system(note.tema_kodet, *wanted):
        yield Breach("tema_kodet", list=wanted[0])


@rule(
    "DIA041",
    "DIA-47",
    source="HIS 1151, 4.3.1, and its guide",
    severity=Severity.WARNING,
    en="code 2, incomplete information, is no longer offered",
    nb="kode 2, mangelfulle opplysninger, tilbys ikke lenger",
    why=Words(
        "Faults in the clinical content are not told this way.",
        "Feil i det kliniske innholdet meldes ikke på denne måten.",
    ),
    mend=Words(
        "Use 1 (wrong address) or 9 (other).",
        "Bruk 1 (feil adressat) eller 9 (annet).",
    ),
    sample=FAULT,
    bad=v("//TemaKodet", V="2", DN="Mangelfulle opplysninger"),
)
def no_code_2(note: Notat, given: Given) -> Iterator[Breach]:
    """A report about a fault has code 1 or 9."""
    if given.type == _FAULTY and code_in(note.tema_kodet, "2"):
        yield Breach("tema_kodet")


@rule(
    "DIA042",
    "DIA-47",
    source="HIS 1151, 4.3.1",
    en="there is not exactly one note",
    nb="det er ikke nøyaktig ett notat",
    why=Words(
        "A report is about one message.",
        "En tilbakemelding gjelder én melding.",
    ),
    mend=Words(
        "Send one report for each message.",
        "Send én tilbakemelding for hver melding.",
    ),
    sample=FAULT,
    bad=copy("//Notat"),
)
def one_note(message: Dialogmelding, given: Given) -> Iterator[Breach]:
    """A report about a fault has one note."""
    if given.type == _FAULTY and len(message.innhold) != 1:
        yield Breach("innhold")


@rule(
    "DIA043",
    "DIA-61",
    "PLO-DM-03",
    source="HIS 1077",
    en="the subject (Tema) is missing",
    nb="emnet (Tema) mangler",
    why=Words(
        "A list of dialogs shows the subjects.",
        "En liste over dialoger viser emnene.",
    ),
    mend=Words(
        "Give Tema, the same through the whole dialog.",
        "Oppgi Tema, det samme gjennom hele dialogen.",
    ),
    sample=TALK,
    bad=drop("//Tema"),
)
def a_dialog_has_a_subject(note: Notat, given: Given) -> Iterator[Breach]:
    """A dialog between professionals has a subject."""
    if given.type == _TALKING and blank(note.tema):
        yield Breach("tema")


@rule(
    "DIA044",
    "DIA-65",
    "DIA-74",
    "HEAD-123",
    "PLO-DM-03",
    source="HIS 1077; HIS 1206; HITS 1174:2017",
    en="no professional with name and telephone number answers for the text",
    nb="ingen helsepersonell med navn og telefonnummer svarer for teksten",
    why=Words(
        "A question back needs a name and a number.",
        "Et spørsmål tilbake trenger navn og nummer.",
    ),
    mend=Words(
        "Give RollerRelatertNotat with names and TeleCom.",
        "Oppgi RollerRelatertNotat med navn og TeleCom.",
    ),
    sample=TALK,
    bad=drop("//RollerRelatertNotat[1]//TeleCom"),
)
def somebody_answers(note: Notat, given: Given) -> Iterator[Breach]:
    """A professional with name and telephone answers for the text."""
    if given.type not in (_TALKING, _STATUS):
        return
    people = [part.innhold for part in note.roller_relatert_notat]
    if not any(isinstance(one, HealthcareProfessional) and _can_be_called(one) for one in people):
        yield Breach("roller_relatert_notat")


def _can_be_called(person: HealthcareProfessional) -> bool:
    return not blank(person.family_name) and not blank(person.given_name) and bool(person.tele_com)


@rule(
    "DIA045",
    "DIA-66",
    "PLO-DM-08",
    source="HIS 1077, 5.2.1",
    en="a first question about a patient names no contact at the receiver (role 24 with "
    "profession)",
    nb="en første henvendelse om en pasient oppgir ingen kontakt hos mottaker (rolle 24 med yrke)",
    why=Words(
        "The receiver does not know whether a nurse or a doctor is to answer.",
        "Mottakeren vet ikke om en sykepleier eller en lege skal svare.",
    ),
    mend=Words(
        "Give RollerRelatertNotat with role 24 and TypeHealthcareProfessional.",
        "Oppgi RollerRelatertNotat med rolle 24 og TypeHealthcareProfessional.",
    ),
    sample=TALK,
    bad=drop("//RollerRelatertNotat[2]"),
)
def a_first_question_has_a_contact(note: Notat, given: Given) -> Iterator[Breach]:
    """A first question about a patient names the profession that is to answer."""
    head = given.head
    first = head is not None and head.msg_info.conversation_ref is None
    if given.type != _TALKING or not first or not code_in(note.tema_kodet, "6"):
        return
    if not any(_is_contact(part) for part in note.roller_relatert_notat):
        yield Breach("roller_relatert_notat")


def _is_contact(part: RollerRelatertNotat) -> bool:
    person = part.innhold
    if not isinstance(person, HealthcareProfessional):
        return False
    role = code_in(part.role_to_patient, _CONTACT) or code_in(person.role_to_patient, _CONTACT)
    return role and person.type_healthcare_professional is not None


@rule(
    "DIA046",
    "DIA-67",
    source="HIS 1077",
    severity=Severity.WARNING,
    en="the unit lacks name or telephone number",
    nb="enheten mangler navn eller telefonnummer",
    why=Words(
        "A unit is there to be called.",
        "En enhet er der for å bli ringt.",
    ),
    mend=Words(
        "Give OrganisationName and TeleCom.",
        "Oppgi OrganisationName og TeleCom.",
    ),
    sample=TALK,
    bad=drop("//Kontaktenhet/TeleCom"),
)
def a_unit_can_be_called(part: RollerRelatertNotat, given: Given) -> Iterator[Breach]:
    """A unit has name and telephone."""
    unit = part.tilknyttet_enhet
    if given.type == _TALKING and unit is not None and not unit.kontaktenhet.tele_com:
        yield Breach("tilknyttet_enhet.kontaktenhet.tele_com")


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
    sample=TALK,
    good=v("MsgInfo/Type", V="DIALOG_TIL_ARKIVERING", DN="Til arkivering i pasientens journal"),
    bad=(
        v("MsgInfo/Type", V="DIALOG_TIL_ARKIVERING", DN="Til arkivering i pasientens journal"),
        put("MsgInfo", _REFERENCE, after="MsgId"),
    ),
)
def filing_goes_one_way(message: Dialogmelding, given: Given) -> Iterator[Breach]:
    """A document for filing refers to no other message."""
    head = given.head
    refers = head is not None and head.msg_info.conversation_ref is not None
    if given.type == _FILING and refers:
        yield Breach()


elsewhere(
    Reason.SHAPE,
    {
        "DIA-80": "Type and edition are judged together (ENV001).",
    },
)


elsewhere(
    Reason.EXCHANGE,
    {
        "DIA-46": "The parties of the faulty message are in the store.",
        "DIA-51": "That the faulty message was accepted is in the store.",
        "DIA-63": "The subject of the first message is in the store.",
        "DIA-64": "Whether a message is the first of its dialog is in the store.",
        "DIA-69": "Which acknowledgement is sent is decided on receiving.",
        "DIA-75": "Who referred the patient is in another message.",
    },
)


elsewhere(
    Reason.HUMAN,
    {
        "DIA-49": "What else is agreed to be sent along is a local matter.",
        "DIA-52": "Whether a fault is one of content has to be read.",
        "DIA-53": "What a user interface offers is not in a message.",
        "DIA-54": "Whether a report was used wrongly has to be read.",
        "DIA-55": "What a receiver does with a report is not in it.",
        "DIA-77": "Whether the referral is an emergency is in another message.",
        "DIA-82": "Whether the text names who is responsible has to be read.",
    },
)
