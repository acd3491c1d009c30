"""Rules about the documents of a message (HIS 80601, HIS 1036)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, put, v
from caremsg.declare.rules import Breach, rule
from caremsg.findings import Severity, Words

from ...base64container import Base64Container
from ...given import Given
from ...msghead import Document, MsgHead, PatientReport, RefDoc
from ..reading import blank, code_in

SAMPLE = "innleggelsesrapport-1.6"
_FIRST = "Document[1]/RefDoc"


def _first(head: MsgHead) -> RefDoc | None:
    document = next(iter(head.innhold), None)
    return document.ref_doc if isinstance(document, Document) else None


@rule(
    "ENV150",
    "HEAD-81",
    "PLO-HD-11",
    "DIA-01",
    source="HIS 80704:2014, 4.1.1; HIS 80603, 3.2",
    en="the first document is not marked as XML (MsgType)",
    nb="det første dokumentet er ikke merket som XML (MsgType)",
    why=Words(
        "Receivers look for the message in the first document, and show an attachment as a file.",
        "Mottakere leter etter meldingen i det første dokumentet, og viser et vedlegg som en fil.",
    ),
    mend=Words(
        "Put the message first, with MsgType XML; attachments come after it with A.",
        "Legg meldingen først, med MsgType XML; vedlegg kommer etter med A.",
    ),
    refusal="T02",
    sample=SAMPLE,
    bad=v(f"{_FIRST}/MsgType", V="A", DN="Vedlegg"),
)
def message_comes_first(head: MsgHead, _: Given) -> Iterator[Breach]:
    """The first document is the message itself, in XML."""
    first = _first(head)
    if first is not None and not code_in(first.msg_type, "XML"):
        yield Breach("innhold[0].ref_doc.msg_type")


@rule(
    "ENV151",
    "HEAD-82",
    "PLO-HD-12",
    "PLO-HD-30",
    source="HIS 80704:2014, 4.1.1 and 4.3; HIS 1036:2011, 4.3.2",
    en="the first document does not hold exactly one message in XML",
    nb="det første dokumentet inneholder ikke nøyaktig én melding i XML",
    why=Words(
        "The schema allows none, several, or a file; receivers read one message, and nothing else.",
        "Skjemaet tillater ingen, flere, eller en fil; mottakere leser én melding, ikke noe annet.",
    ),
    mend=Words(
        "Enclose one message, not in base64; put everything else into documents of their own.",
        "Legg ved én melding, ikke i base64; legg alt annet i egne dokumenter.",
    ),
    refusal="T02",
    sample=SAMPLE,
    bad=drop(f"{_FIRST}/Content/*"),
)
def one_message_in_it(head: MsgHead, _: Given) -> Iterator[Breach]:
    """The first document holds exactly one message, as XML."""
    first = _first(head)
    if first is None or not code_in(first.msg_type, "XML"):
        return
    items = first.content.items if first.content is not None else ()
    if len(items) != 1 or isinstance(items[0], Base64Container):
        yield Breach("innhold[0].ref_doc.content")


@rule(
    "ENV152",
    "HEAD-80",
    "PLO-HD-27",
    source="HIS 80704:2014, 4.2; HIS 80603",
    en="PatientReport is for health registers, not for messages about care",
    nb="PatientReport er for helseregistre, ikke for meldinger om pasientbehandling",
    why=Words(
        "Receivers of care and dialog messages look for Document and find nothing.",
        "Mottakere av pleie- og omsorgs- og dialogmeldinger leter etter Document og finner intet.",
    ),
    mend=Words("Put the message into Document.", "Legg meldingen i Document."),
    sample=SAMPLE,
    bad=(
        put(".", "<PatientReport><CaseNo>1</CaseNo></PatientReport>"),
        put(
            "PatientReport",
            "<Document><RefDoc><MsgType V='XML' DN='XML-instans'/></RefDoc></Document>",
        ),
        drop("Document"),
    ),
)
def no_patient_report(report: PatientReport, _: Given) -> Iterator[Breach]:
    """A care or dialog message has documents, not reports to a register."""
    yield Breach()


@rule(
    "ENV153",
    "HEAD-84",
    "PLO-HD-11",
    "PLO-AT-03",
    "ATT-02",
    source="HIS 1036:2011, 4.2; HITS 1217",
    en="a file after the message is marked as XML (MsgType), not as an attachment",
    nb="en fil etter meldingen er merket som XML (MsgType), ikke som vedlegg",
    why=Words(
        "Receivers list as attachments what is marked so, and may overlook the rest.",
        "Mottakere lister som vedlegg det som er merket slik, og kan overse resten.",
    ),
    mend=Words("Write MsgType A, Vedlegg.", "Skriv MsgType A, Vedlegg."),
    sample="dialog-vedlegg-1.1",
    bad=v("Document[2]/RefDoc/MsgType", V="XML", DN="XML-instans"),
)
def files_are_attachments(ref: RefDoc, _: Given) -> Iterator[Breach]:
    """A document that holds a file is marked as an attachment."""
    items = ref.content.items if ref.content is not None else ()
    if any(isinstance(item, Base64Container) for item in items) and code_in(ref.msg_type, "XML"):
        yield Breach("msg_type")


@rule(
    "ENV154",
    "HEAD-85",
    source="HIS 80601:2006",
    en="the document is neither here nor somewhere else",
    nb="dokumentet er verken her eller et annet sted",
    why=Words(
        "The schema allows a document without content; the reader gets nothing.",
        "Skjemaet tillater et dokument uten innhold; leseren får ingenting.",
    ),
    mend=Words("Give Content, or FileReference.", "Oppgi Content, eller FileReference."),
    sample="dialog-vedlegg-1.1",
    bad=drop("Document[2]/RefDoc/Content"),
)
def a_document_is_somewhere(ref: RefDoc, _: Given) -> Iterator[Breach]:
    """A document has its content, or says where it is."""
    if ref.content is None and blank(ref.file_reference):
        yield Breach()


@rule(
    "ENV155",
    "HEAD-86",
    source="HIS 80601:2006; profiles of care and dialog messages",
    severity=Severity.WARNING,
    en="FileReference is not used in care and dialog messages",
    nb="FileReference er ikke i bruk i pleie- og omsorgs- og dialogmeldinger",
    why=Words(
        "Receivers do not fetch what is somewhere else, and the content is lost when it moves.",
        "Mottakere henter ikke det som ligger et annet sted, og innholdet er tapt når det flyttes.",
    ),
    mend=Words("Enclose the file as an attachment.", "Legg ved filen som vedlegg."),
    sample="dialog-vedlegg-1.1",
    bad=(
        drop("Document[2]/RefDoc/Content"),
        put("Document[2]/RefDoc", "<FileReference>cid:1@example.no</FileReference>"),
    ),
)
def nothing_is_elsewhere(ref: RefDoc, _: Given) -> Iterator[Breach]:
    """The documents of a care or dialog message are in it."""
    if ref.file_reference is not None:
        yield Breach("file_reference")


@rule(
    "ENV156",
    "HEAD-87",
    source="caremsg, derived from HIS 80601:2006",
    severity=Severity.WARNING,
    en="FileReference holds a user name or a password",
    nb="FileReference inneholder et brukernavn eller passord",
    why=Words(
        "Everybody who sees the message can use it.",
        "Alle som ser meldingen, kan bruke det.",
    ),
    mend=Words("Take it out, and change the password.", "Fjern det, og bytt passordet."),
    sample="dialog-vedlegg-1.1",
    bad=(
        drop("Document[2]/RefDoc/Content"),
        put("Document[2]/RefDoc", "<FileReference>https://a:b@example.no/1</FileReference>"),
    ),
)
def no_password(ref: RefDoc, _: Given) -> Iterator[Breach]:
    """An address of a document holds no credentials."""
    address = ref.file_reference or ""
    if "@" in address.partition("//")[2].partition("/")[0]:
        yield Breach("file_reference")


@rule(
    "ENV157",
    "HEAD-89",
    "PLO-HD-07",
    source="HIS 80601:2006, 5",
    severity=Severity.ADVICE,
    en="it is not said when the document was written (IssueDate)",
    nb="det er ikke oppgitt når dokumentet ble skrevet (IssueDate)",
    why=Words(
        "The message may have been made long after; readers want to know how old the facts are.",
        "Meldingen kan være laget lenge etter; leseren vil vite hvor gamle opplysningene er.",
    ),
    mend=Words(
        "Give the time at which the document was approved.",
        "Oppgi tidspunktet da dokumentet ble godkjent.",
    ),
    sample=SAMPLE,
    bad=drop(f"{_FIRST}/IssueDate"),
)
def the_document_has_its_time(head: MsgHead, _: Given) -> Iterator[Breach]:
    """The first document has IssueDate."""
    first = _first(head)
    if first is not None and blank(first.issue_date):
        yield Breach("innhold[0].ref_doc.issue_date")


@rule(
    "ENV158",
    "HEAD-91",
    source="HIS 80601:2006 (kodeverk 4702)",
    en="more than one document is the main document",
    nb="mer enn ett dokument er hoveddokument",
    why=Words(
        "The reader is shown one of them as the message, and may miss the other.",
        "Leseren får vist ett av dem som meldingen, og kan gå glipp av det andre.",
    ),
    mend=Words(
        "Mark the first document with H, attachments with V.",
        "Merk det første dokumentet med H, vedlegg med V.",
    ),
    sample="dialog-vedlegg-1.1",
    bad=(
        put("Document[1]", "<DocumentConnection V='H' DN='Hoveddokument'/>", before="RefDoc"),
        put("Document[2]", "<DocumentConnection V='H' DN='Hoveddokument'/>", before="RefDoc"),
    ),
)
def one_main_document(head: MsgHead, _: Given) -> Iterator[Breach]:
    """At most one document is the main one, and what follows it is not."""
    main = [
        i
        for i, document in enumerate(head.innhold)
        if isinstance(document, Document) and code_in(document.document_connection, "H")
    ]
    for i in main[1:]:
        yield Breach(f"innhold[{i}].document_connection")
