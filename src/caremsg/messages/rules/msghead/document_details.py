"""Rules about what the head tells of a document: consent, period, connection (HIS 80601)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import put, text
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...given import Given
from ...msghead import Document, RefDoc
from ..reading import blank, code_in, number_of, of_system

SAMPLE = "innleggelsesrapport-1.6"
_NATIONAL = "2.16.578.1.12.4.1.1."
_PLO = "PLO"


@rule(
    "ENV160",
    "HEAD-94",
    "PLO-HD-23",
    source="HIS 80704:2014, 4.1.1; HIS 80601:2006",
    severity=Severity.WARNING,
    en="consent in a care message is a code of 9064",
    nb="samtykke i en pleie- og omsorgsmelding er en kode fra 9064",
    why=Words(
        "In 9064 the codes say why no consent is needed, in 3109 only yes or no: 2 means "
        "`not required` in one and `no` in the other.",
        "I 9064 sier kodene hvorfor samtykke ikke trengs, i 3109 bare ja eller nei: 2 betyr "
        "`ikke påkrevet` i den ene og `nei` i den andre.",
    ),
    mend=Words("Use a code of 9064 with its S.", "Bruk en kode fra 9064 med sin S."),
    sample=SAMPLE,
    bad=put("Document[1]", f"<Consent V='1' S='{_NATIONAL}3109' DN='Ja'/>", before="RefDoc"),
)
def consent_has_the_list_of_care(document: Document, given: Given) -> Iterator[Breach]:
    """Consent in a care message is a code of 9064."""
    if document.consent is not None and _is_care(given) and not of_system(document.consent, 9064):
        yield Breach("consent")


@rule(
    "ENV161",
    "PLO-HD-24",
    source="HISD 80806:2012, 5",
    severity=Severity.WARNING,
    only="sending",
    en="the patient has not consented to this message",
    nb="pasienten har ikke samtykket til denne meldingen",
    why=Words(
        "Without consent it may only be sent when the law allows it on other grounds.",
        "Uten samtykke kan den bare sendes når loven gir adgang på annet grunnlag.",
    ),
    mend=Words(
        "Ask a person to confirm that there are other grounds, or do not send it.",
        "La et menneske bekrefte at det er et annet grunnlag, eller la være å sende.",
    ),
    sample=SAMPLE,
    bad=put(
        "Document[1]",
        f"<Consent V='4' S='{_NATIONAL}9064' DN='Nei, pasienten har ikke gitt sitt samtykke'/>",
        before="RefDoc",
    ),
)
def somebody_consented(document: Document, _: Given) -> Iterator[Breach]:
    """A message that the patient did not consent to is sent on other grounds only."""
    consent = document.consent
    no = code_in(consent, "4") if of_system(consent, 9064) else code_in(consent, "2")
    if no and number_of(consent) in (9064, 3109):
        yield Breach("consent")


@rule(
    "ENV162",
    "HEAD-92",
    "PLO-HD-32",
    source="HIS 80704:2014, 4; caremsg, derived from HIS 80601:2006",
    severity=Severity.ADVICE,
    en="care messages do not use {name}",
    nb="pleie- og omsorgsmeldinger bruker ikke {name}",
    why=Words(
        "No profile says what it means here, so receivers do not look at it.",
        "Ingen profil sier hva det betyr her, så mottakere ser ikke på det.",
    ),
    mend=Words(
        "Leave it out; messages are linked by ConversationRef.",
        "Utelat det; meldinger kobles med ConversationRef.",
    ),
    sample=SAMPLE,
    bad=put("Document[1]", "<EnquiryRefId>1</EnquiryRefId>", before="RefDoc"),
)
def nothing_without_meaning(document: Document, given: Given) -> Iterator[Breach]:
    """A document in a care message has no field that no profile gives a meaning."""
    if not _is_care(given):
        return
    unused = {
        "content_type": "ContentType",
        "content_category": "ContentCategory",
        "oid_ref": "OidRef",
        "enquiry_ref_id": "EnquiryRefId",
    }
    for field, name in unused.items():
        if getattr(document, field) is not None:
            yield Breach(field, name=name)


@rule(
    "ENV163",
    "HEAD-93",
    source="HIS 80601:2006",
    severity=Severity.ADVICE,
    en="an attachment has neither ContentDescription nor Description",
    nb="et vedlegg har verken ContentDescription eller Description",
    why=Words(
        "The reader sees a file without a name among others.",
        "Leseren ser en fil uten navn blant andre.",
    ),
    mend=Words("Say in a few words what it is.", "Si med noen få ord hva det er."),
    sample="dialog-vedlegg-1.1",
    bad=text("Document[2]/RefDoc/Description", " "),
)
def files_are_described(document: Document, _: Given) -> Iterator[Breach]:
    """A document that is an attachment says in words what it is."""
    ref = document.ref_doc
    if (
        code_in(ref.msg_type, "A")
        and blank(document.content_description)
        and blank(ref.description)
    ):
        yield Breach("content_description")


@rule(
    "ENV164",
    "HEAD-95",
    source="HIS 80601:2006",
    en="ToDate stands without FromDate, or is the same",
    nb="ToDate står uten FromDate, eller er den samme",
    why=Words(
        "A period with an end and no beginning says nothing about when.",
        "En periode med slutt og uten begynnelse sier ikke noe om når.",
    ),
    mend=Words(
        "Give both, or FromDate alone for a single point in time.",
        "Oppgi begge, eller bare FromDate for ett tidspunkt.",
    ),
    sample=SAMPLE,
    bad=put("Document[1]", "<ToDate V='2026-10-05'/>", before="RefDoc"),
)
def a_period_has_a_beginning(document: Document, _: Given) -> Iterator[Breach]:
    """ToDate stands together with FromDate, and is another day."""
    if document.to_date is not None and document.from_date in (None, document.to_date):
        yield Breach("to_date")


@rule(
    "ENV165",
    "HEAD-96",
    source="HIS 80601:2006 (kodeverk 1204)",
    en="compression is not used in care and dialog messages",
    nb="komprimering er ikke i bruk i pleie- og omsorgs- og dialogmeldinger",
    why=Words(
        "Receivers do not unpack it, and an attachment that is said to be packed opens as noise.",
        "Mottakere pakker ikke ut, og et vedlegg som sies å være pakket, åpnes som støy.",
    ),
    mend=Words(
        "Send the file as it is, and leave Compression out.",
        "Send filen som den er, og utelat Compression.",
    ),
    sample="dialog-vedlegg-1.1",
    bad=put("Document[2]/RefDoc", "<Compression V='GZ' DN='Gzip'/>", before="Content"),
)
def nothing_is_compressed(ref: RefDoc, _: Given) -> Iterator[Breach]:
    """No document of a care or dialog message is compressed."""
    if ref.compression is not None:
        yield Breach("compression")


def _is_care(given: Given) -> bool:
    return given.payload is not None and given.payload.edition.family == _PLO


elsewhere(
    Reason.SHAPE,
    {
        "HEAD-83": "Content is read by the schema of its own namespace (SCH001, SCH002, SCH101).",
    },
)
elsewhere(
    Reason.EXCHANGE,
    {
        "HEAD-88": "Care messages have no identifier and time of their own to compare with.",
        "HEAD-90": "That a change keeps the time of its original is seen beside the original.",
        "HEAD-99": "Which of several requests is answered is seen beside them.",
    },
)
