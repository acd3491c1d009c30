"""The header, without reading the rest."""

import io

import pytest

from caremsg import Attachment, DecodeError, Limits, UnsafeXmlError, encode, peek, samples
from tests.unit.build import HOME_CARE, HOSPITAL, ID, message

DATA = encode(message())
PO = "{http://www.kith.no/xmlstds/po/Pasientlogistikk/2012-04-01}Pasientlogistikk"


def test_the_header_says_who_what_and_to_whom():
    """All that is needed to sort a message."""
    header = peek(DATA)
    assert (header.type, header.id, header.generated) == ("LOG_INNLAGT", ID, "2026-10-05T14:25:00")
    assert (header.sender, header.receiver) == (HOSPITAL, HOME_CARE)
    assert (header.content, str(header.edition)) == (PO, "PLO 1.6")
    assert header.info == message().msg_info
    assert repr(header) == "<Header of Pasientlogistikk, PLO 1.6>"


class Counted(io.BytesIO):
    """A file that knows how far it was read."""

    def read(self, size=-1):
        self.asked = getattr(self, "asked", 0) + size
        return super().read(size)


def test_a_large_attachment_is_not_read():
    """The cost does not grow with it."""
    large = Attachment.of(bytes(3_000_000), mime_type="application/pdf", description="x")
    file = Counted(encode(message(large)))
    assert peek(file).id == ID
    assert file.asked <= 8192


UNUSUAL = {
    "a comment in the header": DATA.replace(b"<MsgId>", b"<!-- </MsgInfo> --><MsgId>"),
    "an instruction": DATA.replace(b"<MsgInfo>", b"<?x y?><MsgInfo>"),
    "a CDATA section": DATA.replace(ID.encode(), b"<![CDATA[" + ID.encode() + b"]]>"),
    "blanks in an end tag": DATA.replace(b"</MsgInfo>", b"</MsgInfo >"),
    "line ends of Windows": DATA.replace(b"><", b">\r\n<"),
}


@pytest.mark.parametrize("data", UNUSUAL.values(), ids=UNUSUAL)
def test_an_unusual_spelling_makes_no_difference(data):
    """The whole is read then, and the header is the same."""
    assert peek(data).info == message().msg_info
    assert peek(data).content == PO


@pytest.mark.parametrize("cut", [len(DATA) - 1, DATA.index(b"<Anslag>")])
def test_what_comes_after_the_header_is_not_judged(cut):
    """A message that was cut off can still be sorted."""
    assert peek(DATA[:cut]).id == ID


def test_a_header_with_faults_is_read_as_far_as_it_goes():
    """What is missing is None."""
    header = peek(DATA.replace(b"<GenDate>", b"<Gen>").replace(b"</GenDate>", b"</Gen>"))
    assert (header.id, header.generated) == (ID, None)


def test_an_acknowledgement_is_read_whole():
    """It is small, and has no header."""
    header = peek(samples.data("apprec-ok-1.1"))
    assert (header.type, header.info) == ("APPREC", None)
    assert header.receipt is not None
    assert header.id == header.receipt.id


def test_a_document_without_envelope_has_no_header():
    """Only its name and edition are known."""
    from tests.unit.build import notice

    header = peek(encode(notice()))
    assert (header.content, header.info, header.id, header.sender) == (PO, None, None, None)


@pytest.mark.parametrize(
    "data, error",
    [(b"", DecodeError), (DATA[:200], DecodeError), (b"<a/>", DecodeError),
     (b"<!DOCTYPE a><a/>", UnsafeXmlError)],
)  # fmt: skip
def test_a_document_broken_before_its_header_ends_is_refused(data, error):
    """With a report that says what it was."""
    with pytest.raises(error) as caught:
        peek(data)
    assert caught.value.report.errors


def test_the_beginning_of_a_message_is_not_taken_for_a_whole_one():
    """Not by the scan for limits either."""
    data = samples.data("innleggelsesrapport-1.6")
    assert peek(data, limits=Limits(elements=700)).type == "INNLEGGELSESRAPPORT"
