"""Rules about attachments (HIS 1036, HITS 1168, profiles of dialog messages)."""

from __future__ import annotations

from binascii import a2b_base64
from collections.abc import Iterator

from caremsg.declare.edits import drop, put, text, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...base64container import Base64Container
from ...given import Given
from ...msghead import Document, MsgHead, RefDoc
from ..reading import UUID, blank, code_in

SAMPLE = "dialog-vedlegg-1.1"
_FILE = "Document[2]/RefDoc"
_LARGE = 10_000_000
_PDF = frozenset({"application/pdf"})
_PDF_OR_PICTURE = _PDF | {"image/jpeg", "image/jpg", "image/png"}
_FORMATS = {
    "DIALOG_HELSEFAGLIG": _PDF_OR_PICTURE,
    "DIALOG_TIL_ARKIVERING": _PDF_OR_PICTURE,
    "DIALOG_STATUS_HENVISNING": _PDF,
}
_MAGIC = {
    "application/pdf": b"%PDF",
    "image/png": b"\x89PNG",
    "image/jpeg": b"\xff\xd8\xff",
    "image/jpg": b"\xff\xd8\xff",
}


def _file(ref: RefDoc) -> Base64Container | None:
    items = ref.content.items if ref.content is not None else ()
    return next((item for item in items if isinstance(item, Base64Container)), None)


def _type(ref: RefDoc) -> str:
    return (ref.mime_type or "").strip().lower()


@rule(
    "ENV180",
    "ATT-01",
    "PLO-AT-06",
    source="HIS 1036:2011, 4 and 4.1",
    en="the attachment does not hold exactly one file in base64",
    nb="vedlegget inneholder ikke nøyaktig én fil i base64",
    why=Words(
        "Receivers look for one Base64Container; anything else cannot be opened.",
        "Mottakere leter etter én Base64Container; alt annet kan ikke åpnes.",
    ),
    mend=Words(
        "Put the file into a Base64Container: `Attachment.of(data, ...)` does so.",
        "Legg filen i en Base64Container: `Attachment.of(data, ...)` gjør det.",
    ),
    refusal="T02",
    sample=SAMPLE,
    bad=drop(f"{_FILE}/Content/*"),
)
def one_file(ref: RefDoc, _: Given) -> Iterator[Breach]:
    """An attachment holds exactly one file, in base64."""
    if code_in(ref.msg_type, "A") and ref.content is not None:
        items = ref.content.items
        if len(items) != 1 or not isinstance(items[0], Base64Container):
            yield Breach("content")


@rule(
    "ENV181",
    "PLO-AT-06",
    "ATT-01",
    source="HIS 1036:2011, 4.1",
    en="the file is empty",
    nb="filen er tom",
    why=Words(
        "The reader is told of a file and can open nothing.",
        "Leseren får vite om en fil, og kan ikke åpne noe.",
    ),
    mend=Words("Enclose the file, or leave it out.", "Legg ved filen, eller utelat den."),
    sample=SAMPLE,
    bad=text(f"{_FILE}/Content/Base64Container", ""),
)
def a_file_has_bytes(ref: RefDoc, _: Given) -> Iterator[Breach]:
    """A file that is enclosed is not empty."""
    file = _file(ref)
    if file is not None and blank(file.content):
        yield Breach("content.items[0]")


@rule(
    "ENV182",
    "HEAD-97",
    "PLO-AT-04",
    "ATT-05",
    source="HIS 1036:2011, 4.2",
    en="it is not said what kind of file it is (MimeType)",
    nb="det er ikke oppgitt hva slags fil det er (MimeType)",
    why=Words(
        "A receiver that has to guess does not open the file.",
        "En mottaker som må gjette, åpner ikke filen.",
    ),
    mend=Words(
        "Give the registered media type, such as application/pdf.",
        "Oppgi den registrerte medietypen, for eksempel application/pdf.",
    ),
    sample=SAMPLE,
    bad=drop(f"{_FILE}/MimeType"),
)
def a_file_has_its_kind(ref: RefDoc, _: Given) -> Iterator[Breach]:
    """An attachment has a media type."""
    if code_in(ref.msg_type, "A") and "/" not in _type(ref):
        yield Breach("mime_type")


@rule(
    "ENV183",
    "PLO-AT-05",
    "ATT-04",
    "ATT-06",
    source="HIS 1036:2011, 4.2",
    severity=Severity.WARNING,
    en="the attachment has no {part}",
    nb="vedlegget mangler {part}",
    why=Words(
        "Readers choose among attachments by what they are and how old they are.",
        "Lesere velger blant vedlegg etter hva de er og hvor gamle de er.",
    ),
    mend=Words(
        "Give IssueDate, when the file was made, and a short Description.",
        "Oppgi IssueDate, da filen ble laget, og en kort Description.",
    ),
    sample=SAMPLE,
    bad=drop(f"{_FILE}/IssueDate"),
)
def a_file_is_described(ref: RefDoc, _: Given) -> Iterator[Breach]:
    """An attachment has its date and a short description."""
    if not code_in(ref.msg_type, "A"):
        return
    if blank(ref.issue_date):
        yield Breach("issue_date", part=Words("date (IssueDate)", "dato (IssueDate)"))
    if blank(ref.description):
        yield Breach("description", part=Words("description", "beskrivelse (Description)"))


@rule(
    "ENV184",
    "ATT-07",
    "DIA-68",
    "DIA-76",
    "DIA-83",
    "DIA-98",
    "PLO-AT-10",
    "PLO-AT-09",
    "APP-47",
    source="HITS 1168:2016, 4.4; HIS 1077; HIS 1206; HITS 1228; HITS 1217",
    en="this message type does not take files of this kind; it takes {allowed}",
    nb="denne meldingstypen tar ikke filer av dette slaget; den tar {allowed}",
    why=Words(
        "A receiver need not be able to open it, and then has to refuse the whole message.",
        "En mottaker trenger ikke kunne åpne den, og skal da avvise hele meldingen.",
    ),
    mend=Words("Convert the file, as a rule to PDF/A.", "Konverter filen, som regel til PDF/A."),
    refusal="X99",
    must_refuse=True,
    sample=SAMPLE,
    bad=text(f"{_FILE}/MimeType", "application/msword"),
)
def a_file_is_of_an_agreed_kind(ref: RefDoc, given: Given) -> Iterator[Breach]:
    """An attachment is of a kind that the profile of the message allows."""
    allowed = _FORMATS.get(given.type)
    if allowed and code_in(ref.msg_type, "A") and _type(ref) and _type(ref) not in allowed:
        yield Breach("mime_type", allowed=", ".join(sorted(allowed - {"image/jpg"})))


@rule(
    "ENV185",
    "ATT-13",
    source="caremsg, derived from HIS 1036:2011",
    severity=Severity.WARNING,
    en="the file does not begin like what MimeType says it is",
    nb="filen begynner ikke slik som det MimeType sier at den er",
    why=Words(
        "It will not open, or it is something that should not be opened.",
        "Den kan ikke åpnes, eller den er noe som ikke bør åpnes.",
    ),
    mend=Words(
        "Look at the file, and give its right media type.",
        "Se på filen, og oppgi riktig medietype.",
    ),
    sample=SAMPLE,
    bad=text(f"{_FILE}/MimeType", "image/png"),
)
def a_file_is_what_it_says(ref: RefDoc, _: Given) -> Iterator[Breach]:
    """The first bytes of a file are those of its media type."""
    file, magic = _file(ref), _MAGIC.get(_type(ref))
    if file is not None and magic is not None and not blank(file.content):
        start = "".join(file.content[:64].split())[:8]  # six bytes, more than any of them has
        if not a2b_base64(start).startswith(magic):
            yield Breach("mime_type")


@rule(
    "ENV186",
    "HEAD-98",
    "PLO-AT-07",
    "ATT-09",
    source="HIS 1036:2011, 2.3 and 3.2",
    severity=Severity.WARNING,
    only="sending",
    en="the attachments are larger than about 10 MB together",
    nb="vedleggene er større enn omtrent 10 MB til sammen",
    why=Words(
        "The transport has a limit near that, and the message never arrives.",
        "Transporten har en grense i nærheten av det, og meldingen kommer aldri frem.",
    ),
    mend=Words(
        "Send smaller files, or several messages.", "Send mindre filer, eller flere meldinger."
    ),
    sample=SAMPLE,
    bad=text(f"{_FILE}/Content/Base64Container", "JVBERi0x" * 1_260_000),
)
def not_too_large(head: MsgHead, _: Given) -> Iterator[Breach]:
    """A message with its attachments is not larger than about 10 MB."""
    files = [_file(d.ref_doc) for d in head.innhold if isinstance(d, Document)]
    if sum(len(file.content) for file in files if file is not None) > _LARGE:
        yield Breach("innhold")


@rule(
    "ENV187",
    "PLO-AT-08",
    "ATT-08",
    source="HIS 1036:2011, 4.3.2",
    en="XML as an attachment needs MimeType text/xml and the UUID of that message in Id",
    nb="XML som vedlegg trenger MimeType text/xml og UUID-en til den meldingen i Id",
    why=Words(
        "Only few message types take XML as an attachment, and know it by these two.",
        "Bare få meldingstyper tar XML som vedlegg, og kjenner det på disse to.",
    ),
    mend=Words(
        "Give both, or send the XML as a document of its own.",
        "Oppgi begge, eller send XML-en som et eget dokument.",
    ),
    sample=SAMPLE,
    bad=text(f"{_FILE}/MimeType", "application/xml"),
)
def xml_says_which(ref: RefDoc, _: Given) -> Iterator[Breach]:
    """An attachment of XML is text/xml, and has the identifier of its message."""
    kind = _type(ref)
    named = kind == "text/xml" and UUID.fullmatch((ref.id or "").strip())
    if code_in(ref.msg_type, "A") and kind.endswith("/xml") and not named:
        yield Breach("id")


@rule(
    "ENV188",
    "ATT-16",
    source="HIS 80601:2006 (kodeverk 4702)",
    severity=Severity.WARNING,
    en="an attachment is not connected as one (DocumentConnection V)",
    nb="et vedlegg er ikke tilknyttet som det (DocumentConnection V)",
    why=Words(
        "Some receivers list files by their connection to the main document.",
        "Noen mottakere lister filer etter tilknytningen til hoveddokumentet.",
    ),
    mend=Words("Write V, or leave it out.", "Skriv V, eller utelat det."),
    sample=SAMPLE,
    bad=put("Document[2]", "<DocumentConnection V='F' DN='Følgeskriv'/>", before="RefDoc"),
)
def files_are_connected(document: Document, _: Given) -> Iterator[Breach]:
    """An attachment that has DocumentConnection has V."""
    connection = document.document_connection
    other = connection is not None and not code_in(connection, "V")
    if other and code_in(document.ref_doc.msg_type, "A"):
        yield Breach("document_connection")


@rule(
    "ENV189",
    "DIA-56",
    source="HIS 1151:2006",
    severity=Severity.WARNING,
    en="a message about a fault has no attachments",
    nb="en tilbakemelding om feil har ikke vedlegg",
    why=Words(
        "Its receiver need not take them, and may lose them.",
        "Mottakeren trenger ikke ta imot dem, og kan miste dem.",
    ),
    mend=Words("Say it in the text.", "Si det i teksten."),
    sample=SAMPLE,
    bad=v("MsgInfo/Type", V="DIALOG_AVVIK", DN="Tilbakemelding om feil i mottatt melding"),
)
def none_about_a_fault(head: MsgHead, given: Given) -> Iterator[Breach]:
    """A message about a fault in another one has no attachments."""
    if given.type == "DIALOG_AVVIK" and len(head.innhold) > 1:
        yield Breach("innhold[1]")


elsewhere(
    Reason.SHAPE,
    {
        "PLO-AT-02": "One RefDoc is obligatory in each document of the declared class (SCH101).",
        "PLO-AT-11": "The class has the name that the schema has.",
        "ATT-03": "One RefDoc is obligatory in each document of the declared class (SCH101).",
        "ATT-17": "Documents keep their order; the first one is judged by ENV150.",
    },
)
elsewhere(
    Reason.HUMAN,
    {
        "PLO-AT-01": "Whether it is agreed stands in a local agreement, which `check` takes.",
        "ATT-10": "Whether it is agreed stands in a local agreement, which `check` takes.",
        "ATT-11": "How attachments are shown is the business of the user interface.",
        "ATT-12": "Measures against viruses are the business of the receiving system.",
        "ATT-14": "Which other standards take attachments is outside of these messages.",
        "ATT-15": "A signature covers the attachments with the rest; there is nothing to judge.",
        "DIA-18": "Whether it is agreed stands in a local agreement, which `check` takes.",
    },
)
