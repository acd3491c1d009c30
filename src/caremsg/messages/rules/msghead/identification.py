"""Rules about what a message is: type, identifier, time, conversation, acknowledgement.

From HIS 80601:2006 with its clarifications, HITS 1218 and HITS 1217.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from caremsg.declare import Element, declaration
from caremsg.declare.edits import put, text, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...dialog_types import INNBYGGER, dialog_type
from ...editions import PLO_2_0
from ...given import Given
from ...msghead import ConversationRef, Document, MsgHead, MsgInfo
from ..reading import UUID, blank, code_in, moment_of

SAMPLE = "innleggelsesrapport-1.6"
_CLOCKS_DIFFER = dt.timedelta(minutes=5)
_RETIRED = {"PASIENTLOGISTIKK": "LOG_", "TVERRFAGLIG_EPIKRISE": "UTSKRIVNINGSRAPPORT"}


def _types_of_payload(given: Given) -> tuple[str, ...]:
    """The message types that the payload can have; empty when it does not decide."""
    payload = given.payload
    for item in (payload, getattr(payload, "innhold", None)):
        if isinstance(item, Element):
            found = declaration(item.__class__).message_type
            if found is not None:
                return (found[0],)
    return ()


@rule(
    "ENV001",
    "HEAD-02",
    "PLO-HD-02",
    "PLO-PL-01",
    "DIA-05",
    "DIA-20",
    source="HIS 80601:2006, 5; HIS 1143 to 1149, 4.1; HIS 80603",
    en="the message type in the head is not that of the document, which is {expected}",
    nb="meldingstypen i hodet er ikke dokumentets, som er {expected}",
    why=Words(
        "Systems sort, route and show a message by its type; with the wrong one the document "
        "ends up where nobody looks for it.",
        "Systemer sorterer, ruter og viser en melding etter typen; med feil type havner "
        "dokumentet der ingen leter etter det.",
    ),
    mend=Words(
        "Set MsgInfo/Type to the code of the document, or enclose the document that is meant.",
        "Sett MsgInfo/Type til dokumentets kode, eller legg ved dokumentet som er ment.",
    ),
    refusal="T10",
    sample=SAMPLE,
    bad=v("MsgInfo/Type", V="MEDISINSKE_OPPLYSNINGER", DN="Medisinske opplysninger"),
)
def type_fits_document(info: MsgInfo, given: Given) -> Iterator[Breach]:
    """The message type in the head is that of the first document."""
    payload, code = given.payload, info.type.code or ""
    if payload is None or payload.edition == PLO_2_0 or blank(code):
        return
    expected = _types_of_payload(given)
    if type(payload).__name__ == "Dialogmelding":
        use = dialog_type(code)
        if use is None or payload.edition not in use.editions:
            yield Breach("type", expected=f"one of {payload.edition}")
    elif expected and code not in expected and code not in _RETIRED:
        yield Breach("type", expected=expected[0])


@rule(
    "ENV002",
    source="HIS 1149:2009; HIS 80704:2009, notes of change",
    severity=Severity.WARNING,
    en="the message type is retired; write {instead}",
    nb="meldingstypen er utgått; skriv {instead}",
    why=Words(
        "The old types are still understood, but newer systems sort messages by the new ones.",
        "De gamle typene blir fortsatt forstått, men nyere systemer sorterer etter de nye.",
    ),
    mend=Words(
        "Use the type of the notice that is sent, such as LOG_INNLAGT.",
        "Bruk typen til meldingen som sendes, for eksempel LOG_INNLAGT.",
    ),
    sample="logistikk-innlagt-1.6",
    bad=v("MsgInfo/Type", V="PASIENTLOGISTIKK", DN="Pasientlogistikk"),
)
def type_is_not_retired(info: MsgInfo, given: Given) -> Iterator[Breach]:
    """The message type is one that is still used."""
    if info.type.code in _RETIRED:
        expected = _types_of_payload(given)
        yield Breach("type", instead=expected[0] if expected else _RETIRED[info.type.code])


@rule(
    "ENV003",
    "HEAD-06",
    "PLO-HD-06",
    source="caremsg, derived from HIS 80601:2006, 5",
    severity=Severity.WARNING,
    en="GenDate is in the future",
    nb="GenDate er i fremtiden",
    why=Words(
        "Deadlines are counted from GenDate; a wrong clock makes them too long or too short.",
        "Frister regnes fra GenDate; en feilstilt klokke gjør dem for lange eller for korte.",
    ),
    mend=Words("Set the clock of the sending system.", "Still klokken i avsenderens system."),
    sample=SAMPLE,
    bad=text("MsgInfo/GenDate", "2999-01-01T12:00:00"),
)
def made_in_the_past(info: MsgInfo, given: Given) -> Iterator[Breach]:
    """A message was made before it is checked, give or take five minutes; `at` tells the time."""
    made, now = moment_of(info.gen_date), given.now
    if made is not None and now is not None and made > now + _CLOCKS_DIFFER:
        yield Breach("gen_date")


@rule(
    "ENV004",
    "HEAD-06",
    "PLO-HD-06",
    source="caremsg, derived from HIS 80601:2006, 5",
    severity=Severity.WARNING,
    en="the document is newer than the message that carries it",
    nb="dokumentet er nyere enn meldingen som bærer det",
    why=Words(
        "One of the two times is wrong, and receivers order documents by them.",
        "Ett av tidspunktene er galt, og mottakere ordner dokumenter etter dem.",
    ),
    mend=Words(
        "IssueDate is when the document was written, GenDate when the message was made of it.",
        "IssueDate er når dokumentet ble skrevet, GenDate når meldingen ble laget av det.",
    ),
    sample=SAMPLE,
    bad=v("Document[1]/RefDoc/IssueDate", V="2026-12-24T10:00:00"),
)
def made_after_the_document(head: MsgHead, _: Given) -> Iterator[Breach]:
    """A message is not made before its first document was issued."""
    first = next(iter(head.innhold), None)
    issued = first.ref_doc.issue_date if isinstance(first, Document) else None
    made = moment_of(head.msg_info.gen_date)
    written = moment_of(issued)
    if made is not None and written is not None and written > made:
        yield Breach("innhold[0].ref_doc.issue_date")


@rule(
    "ENV005",
    "HEAD-07",
    "PLO-HD-04",
    "APP-40",
    source="HIS 80601:2006, 5; HIS 80415:2012, 3.3.4",
    en="MsgId is not a UUID",
    nb="MsgId er ikke en UUID",
    why=Words(
        "Acknowledgements, answers and cancellations name a message by its identifier, and "
        "only a UUID is sure to be its own. The receiver has to refuse the message.",
        "Kvitteringer, svar og kanselleringer viser til en melding med identifikatoren, og "
        "bare en UUID er garantert dens egen. Mottakeren skal avvise meldingen.",
    ),
    mend=Words(
        "Give each message a new UUID, 8-4-4-4-12 hexadecimal digits without braces or prefix.",
        "Gi hver melding en ny UUID, 8-4-4-4-12 heksadesimale sifre uten klammer eller prefiks.",
    ),
    refusal="E10",
    must_refuse=True,
    sample=SAMPLE,
    bad=text("MsgInfo/MsgId", "20261005-1"),
)
def id_is_a_uuid(info: MsgInfo, _: Given) -> Iterator[Breach]:
    """The identifier of a message is a UUID."""
    if not UUID.fullmatch(info.msg_id.strip()):
        yield Breach("msg_id")


@rule(
    "ENV006",
    "HEAD-11",
    "PLO-HD-10",
    source="HIS 80601:2006, 5 (kodeverk 8113)",
    severity=Severity.WARNING,
    only="receiving",
    en="the message is for training or debugging, not for a patient's record",
    nb="meldingen er for opplæring eller feilsøking, ikke for en pasients journal",
    why=Words(
        "Test data in a record is taken for the truth about a patient.",
        "Testdata i en journal blir tatt for sannheten om en pasient.",
    ),
    mend=Words(
        "Keep it out of the record; acknowledge it as usual.",
        "Hold den utenfor journalen; kvitter som vanlig.",
    ),
    sample=SAMPLE,
    bad=put("MsgInfo", "<ProcessingStatus V='T' DN='Opplæring'/>", after="MsgId"),
)
def not_a_test(info: MsgInfo, _: Given) -> Iterator[Breach]:
    """A message that is filed in a record is not marked as training or debugging."""
    if code_in(info.processing_status, "T", "D"):
        yield Breach("processing_status")


@rule(
    "ENV007",
    "HEAD-12",
    "PLO-HD-09",
    source="HIS 80601:2006, clarified 30.05.2018",
    severity=Severity.ADVICE,
    en="Ack is not in use: an acknowledgement is always sent",
    nb="Ack er ikke i bruk: applikasjonskvittering sendes alltid",
    why=Words(
        "Whatever Ack says, the receiver acknowledges; a sender that relies on it is misled.",
        "Uansett hva Ack sier, kvitterer mottakeren; en avsender som stoler på det, blir villedet.",
    ),
    mend=Words("Leave Ack out.", "Utelat Ack."),
    sample=SAMPLE,
    bad=put("MsgInfo", "<Ack V='J' DN='Ja'/>", after="MsgId"),
)
def no_ack_is_asked_for(info: MsgInfo, given: Given) -> Iterator[Breach]:
    """Ack is left out, except in messages to and from citizens."""
    if info.ack is not None and not given.type.startswith(INNBYGGER):
        yield Breach("ack")


@rule(
    "ENV008",
    "HEAD-13",
    "DIA-96",
    source="HITS 1217:2018, 2.3 and 2.13",
    en="a message to or from a citizen has to say in Ack whether it is acknowledged: J or N",
    nb="en melding til eller fra en innbygger må si i Ack om den kvitteres: J eller N",
    why=Words(
        "Services that answer at once are not acknowledged, all others are; only Ack tells.",
        "Tjenester som svarer med en gang, kvitteres ikke, alle andre gjør det; bare Ack sier det.",
    ),
    mend=Words(
        "Set Ack to J for a service that answers later, to N for one that answers at once.",
        "Sett Ack til J for en tjeneste som svarer senere, til N for en som svarer med en gang.",
    ),
    sample="dialog-time-1.1",
    bad=v("MsgInfo/Ack", V="F", DN="Kun ved feil"),
)
def ack_tells_the_kind_of_service(info: MsgInfo, given: Given) -> Iterator[Breach]:
    """A message to or from a citizen has Ack, which is J or N."""
    if given.type.startswith(INNBYGGER) and not code_in(info.ack, "J", "N"):
        yield Breach("ack")


@rule(
    "ENV009",
    "HEAD-16",
    "PLO-ST-06",
    source="HIS 80601:2006, 5; HITS 1218:2019, 3.3",
    en="the reference is not a UUID, so it can be that of no message",
    nb="referansen er ikke en UUID, så den kan ikke være noen meldings",
    why=Words(
        "The receiver finds the earlier message by it, or else files this one as a stray.",
        "Mottakeren finner den tidligere meldingen med den, ellers blir denne liggende alene.",
    ),
    mend=Words(
        "Copy MsgId of the earlier message as it is.",
        "Kopier MsgId fra den tidligere meldingen som den er.",
    ),
    sample=SAMPLE,
    bad=text("//RefToParent", "1"),
)
def references_are_uuids(conversation: ConversationRef, _: Given) -> Iterator[Breach]:
    """Both references of a conversation are UUIDs."""
    if not UUID.fullmatch(conversation.ref_to_parent.strip()):
        yield Breach("ref_to_parent")
    if not UUID.fullmatch(conversation.ref_to_conversation.strip()):
        yield Breach("ref_to_conversation")


@rule(
    "ENV010",
    "HEAD-17",
    "PLO-ST-06",
    source="HITS 1218:2019, 3.3",
    en="the message refers to itself",
    nb="meldingen viser til seg selv",
    why=Words(
        "A message cannot follow itself; what it was meant to follow is lost.",
        "En melding kan ikke følge seg selv; det den skulle følge, er tapt.",
    ),
    mend=Words(
        "Refer to the earlier messages, or leave ConversationRef out of the first one.",
        "Vis til de tidligere meldingene, eller utelat ConversationRef i den første.",
    ),
    sample=SAMPLE,
    bad=text("//RefToParent", "46c438a6-a396-5c62-a284-95b10316c5e7"),
)
def refers_to_others(info: MsgInfo, _: Given) -> Iterator[Breach]:
    """A message does not refer to itself."""
    refs, own = info.conversation_ref, info.msg_id.strip().lower()
    if refs is None:
        return
    if refs.ref_to_parent.strip().lower() == own:
        yield Breach("conversation_ref.ref_to_parent")
    if refs.ref_to_conversation.strip().lower() == own:
        yield Breach("conversation_ref.ref_to_conversation")


@rule(
    "ENV011",
    "PLO-HD-28",
    "HEAD-110",
    "DIA-19",
    source="HIS 80601:2006; HIS 80704:2014; HIS 80603, 3.3",
    severity=Severity.ADVICE,
    en="the message has a signature, which care and dialog messages do not need",
    nb="meldingen har en signatur, som pleie- og omsorgs- og dialogmeldinger ikke trenger",
    why=Words(
        "Few receivers look at it; one that does refuses the message if it is broken.",
        "Få mottakere ser på den; en som gjør det, avviser meldingen hvis den er ødelagt.",
    ),
    mend=Words(
        "Sign only when it is agreed with the receiver; otherwise leave the signature out.",
        "Signer bare når det er avtalt med mottakeren; ellers utelates signaturen.",
    ),
    sample=SAMPLE,
    bad=put(
        ".",
        "<Signature xmlns='http://www.w3.org/2000/09/xmldsig#'>"
        "<SignedInfo><CanonicalizationMethod Algorithm='urn:x'/>"
        "<SignatureMethod Algorithm='urn:x'/>"
        "<Reference><DigestMethod Algorithm='urn:x'/><DigestValue>AA==</DigestValue></Reference>"
        "</SignedInfo><SignatureValue>AA==</SignatureValue></Signature>",
    ),
)
def is_not_signed(head: MsgHead, _: Given) -> Iterator[Breach]:
    """A care or dialog message is signed only when that is agreed."""
    if head.signature is not None:
        yield Breach("signature")


elsewhere(
    Reason.SHAPE,
    {
        "HEAD-01": "MIGversion has one value in the declared class (SCH202).",
        "HEAD-04": "GenDate is obligatory in the declared class (SCH101).",
        "PLO-HD-13": "A root and its namespace are declared together (SCH001, SCH002).",
        "PLO-HD-29": "`encode` writes UTF-8; UTF-8 and ISO-8859-1 are read.",
        "PLO-HD-31": "TypeId is obligatory in the declared class (SCH101).",
    },
)
elsewhere(
    Reason.EXCHANGE,
    {
        "HEAD-05": "Whether a message was made anew is seen beside the one it was made from.",
        "HEAD-08": "That an identifier was used before is seen in the store of messages.",
        "PLO-HD-05": "That an identifier was used before is seen in the store of messages.",
        "HEAD-09": "Duplicates are told from each other by the store of messages.",
        "HEAD-10": "Identifiers are compared without regard to case when messages are linked.",
        "HEAD-14": "Only the store knows whether a message is the first of its conversation.",
        "HEAD-15": "Only the store knows which message came right before.",
        "HEAD-18": "The message referred to is in the store.",
        "HEAD-19": "Which message started the conversation is in the store.",
        "HEAD-20": "What a reference points at is in the store.",
        "HEAD-21": "The identifier of the transport is in its envelope.",
        "HEAD-24": "That a cancellation came before its original is seen in the store.",
        "PLO-HD-08": "The names of service and action are in the envelope of the transport.",
        "PLO-HD-14": "Which edition the receiver takes is in the directory of addresses.",
        "HEAD-111": "A signature is verified over the octets, before anything is judged.",
        "HEAD-112": "A certificate is judged together with the signature.",
        "HEAD-113": "The names of service and action are in the envelope of the transport.",
        "HEAD-114": "Who an envelope is for is in the envelope of the transport.",
        "HEAD-115": "Duplicates are told from each other by the store of messages.",
    },
)
