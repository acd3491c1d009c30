"""Into the envelope and out of it."""

import datetime as dt

import pytest

from caremsg import (
    Attachment,
    InputError,
    answer_to,
    attachments,
    contents,
    decode,
    encode,
    find,
    inspect,
    wrap,
)
from caremsg.messages.common import Ident
from caremsg.messages.datatypes import CS, CV
from caremsg.messages.dialogmelding import Dialogmelding
from caremsg.messages.editions import DIALOG_1_1
from caremsg.messages.msghead import Document, PatientReport, RefDoc
from caremsg.messages.plo.pasientlogistikk import Pasientlogistikk
from caremsg.values import TS, Base64, DateTime, Fragment
from tests.unit.build import AT, FNR, HOME_CARE, HOSPITAL, ID, message, notice

PDF = Attachment.of(b"%PDF-1.7", mime_type="application/pdf", description="Prøvesvar")
FOREIGN = Fragment('<Epikrise xmlns="urn:x-test"><Tekst>a</Tekst></Epikrise>')


def test_the_envelope_says_what_is_in_it():
    """Type from the content; identifier, time and parties as given."""
    info = message().msg_info
    assert info.type == CS(code="LOG_INNLAGT", display="Melding om innlagt pasient")
    assert (info.msg_id, info.gen_date) == (ID, AT)
    assert (info.sender.organisation, info.receiver.organisation) == (HOSPITAL, HOME_CARE)
    (document,) = message().innhold
    assert document.ref_doc.issue_date == TS(AT)


def test_the_time_may_be_a_python_datetime():
    """With its zone, if it has one."""
    at = dt.datetime(2026, 10, 5, 14, 25, tzinfo=dt.UTC)
    assert message(at=at).msg_info.gen_date == DateTime("2026-10-05T14:25:00+00:00")


def test_a_document_may_be_older_than_its_message():
    """`issued` is the date of the document."""
    made = message(issued=dt.date(2026, 10, 4))
    assert made.innhold[0].ref_doc.issue_date == TS("2026-10-04")


def test_a_type_that_the_content_does_not_decide_must_be_said():
    """A dialogue may be a question or an answer."""
    dialogue = Dialogmelding(edition=DIALOG_1_1)
    with pytest.raises(InputError):
        wrap(dialogue, sender=HOSPITAL, receiver=HOME_CARE, id=ID, at=AT)
    kind = CS(code="DIALOG_HELSEFAGLIG")
    made = wrap(dialogue, sender=HOSPITAL, receiver=HOME_CARE, id=ID, at=AT, type=kind)
    assert made.msg_info.type == kind


def test_an_answer_refers_to_the_conversation():
    """The first answer makes the first message the conversation; later ones keep it."""
    first = answer_to(message())
    assert (first.ref_to_parent, first.ref_to_conversation) == (ID, ID)
    later = answer_to(message(id="later", conversation=first))
    assert (later.ref_to_parent, later.ref_to_conversation) == ("later", ID)


def test_attachments_come_out_as_they_went_in():
    """In order, with type and description; through the octets too."""
    made = decode(encode(message(PDF, PDF, FOREIGN)))
    first, second = attachments(made)
    assert first == second
    assert (first.data, first.size) == (b"%PDF-1.7", 8)
    assert (first.mime_type, first.description) == ("application/pdf", "Prøvesvar")
    assert "PDF-1" not in repr(first)
    assert attachments(message()) == ()


@pytest.mark.parametrize("text, size", [("QQ==", 1), ("QUI=", 2), ("QUJD", 3), ("QUJ\nD", 3)])
def test_the_size_is_known_before_decoding(text, size):
    """Line breaks or not."""
    assert Attachment(Base64(text)).size == size


def test_an_attachment_that_is_no_base64_says_so():
    """ValueError, without the text."""
    with pytest.raises(ValueError, match="not a valid base64Binary"):
        _ = Attachment(Base64("QQ")).data


def test_contents_are_the_documents_of_a_kind():
    """Typed ones by class, foreign ones as fragments."""
    made = decode(encode(message(PDF, FOREIGN)))
    assert contents(made, Pasientlogistikk) == (notice(),)
    assert contents(made, Fragment) == (FOREIGN,)
    assert contents(made, Dialogmelding) == ()


def test_find_looks_everywhere():
    """In document order, in documents too."""
    assert [found.id for found in find(message(), Ident)] == ["9900200", "9900100", FNR]
    assert find(notice(), CV) == (CV(code="1", system="2.16.578.1.12.4.1.1.9121"),)


def test_patient_reports_hold_documents_too():
    """The other kind of envelope, to health registers."""
    (document,) = message(PDF).innhold[:1]
    report = PatientReport(case_no="1", document=(document,))
    made = message()
    from caremsg import replace

    made = replace(made, innhold=(report,))
    assert decode(encode(made)) == made
    assert contents(made, Pasientlogistikk) == (notice(),)


def test_a_document_without_content_is_no_content():
    """A reference to a document elsewhere."""
    elsewhere = Document(ref_doc=RefDoc(msg_type=CS(code="REF")))
    made = message(elsewhere)
    assert len(made.innhold) == 2
    assert contents(made, Pasientlogistikk) == (notice(),)
    assert inspect(encode(made)).ok
