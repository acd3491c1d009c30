"""The doors: what can be read, what is raised, what is written."""

import io
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from caremsg import (
    DecodeError,
    EncodeError,
    InputError,
    Limits,
    UnknownMessageError,
    UnsafeXmlError,
    decode,
    encode,
    inspect,
    peek,
    replace,
    samples,
)
from caremsg.messages.apprec import AppRec
from caremsg.messages.datatypes import CS
from caremsg.messages.editions import PLO_1_5, PLO_1_6, PLO_2_0
from caremsg.messages.msghead import MsgHead
from caremsg.values import Date, DateTime, Fragment
from tests.unit.build import message, notice

DATA = encode(message())


@pytest.mark.parametrize(
    "given",
    [DATA, bytearray(DATA), memoryview(DATA), DATA.decode(), io.BytesIO(DATA)],
    ids=lambda given: type(given).__name__,
)
def test_whatever_holds_the_octets_can_be_read(given):
    """Bytes, views of bytes, text, and binary files."""
    assert decode(given) == message()


def test_a_path_can_be_read(tmp_path):
    """A path is opened and read."""
    (tmp_path / "m.xml").write_bytes(DATA)
    assert decode(tmp_path / "m.xml") == message()
    assert inspect(tmp_path / "m.xml").data == DATA


def closed() -> io.BytesIO:
    file = io.BytesIO(DATA)
    file.close()
    return file


@pytest.mark.parametrize("read", [decode, inspect, peek])
@pytest.mark.parametrize("given", [5, io.StringIO("<a/>"), None, closed(), Path("a\0b")])
def test_what_cannot_be_read_is_an_input_error(given, read):
    """Nothing but our own errors leaves, for a wrong argument too."""
    with pytest.raises(InputError):
        read(given)


def test_a_file_that_is_not_there_is_an_input_error(tmp_path):
    """A missing file is not a fault of a document."""
    with pytest.raises(InputError):
        inspect(tmp_path / "missing.xml")


@pytest.mark.parametrize("name, python", [("UTF-8", "utf-8"), ("ISO-8859-1", "latin-1")])
def test_text_is_read_in_the_encoding_it_declares(name, python):
    """A str is turned into the octets that its declaration promises."""
    text = DATA.decode().replace("UTF-8", name)
    assert decode(text) == decode(text.encode(python)) == message()


@pytest.mark.parametrize(
    "data, error",
    [
        (b"", DecodeError),
        (b"<a", DecodeError),
        (b"<a/>", UnknownMessageError),
        (b"<!DOCTYPE a><a/>", UnsafeXmlError),
        (DATA.replace(b"<Anslag>false", b"<Anslag>nei"), DecodeError),
        (DATA.replace(b"poKomponent/2012-04-01", b"poKomponent/2007-01-01"), DecodeError),
    ],
)
def test_what_is_wrong_decides_the_error(data, error):
    """Each error carries the report; inspect gives the same report and does not raise."""
    with pytest.raises(error) as caught:
        decode(data)
    assert type(caught.value) is error
    assert caught.value.report.errors
    assert inspect(data).report == caught.value.report
    assert str(caught.value) == caught.value.report.summary()


def test_an_unknown_root_is_named():
    """The error says which root it was."""
    with pytest.raises(UnknownMessageError) as caught:
        decode(b'<a xmlns="urn:x"/>')
    assert caught.value.tag == "{urn:x}a"


def test_a_kind_can_be_asked_for():
    """`decode(kind=...)` gives that kind or raises."""
    assert isinstance(decode(DATA, kind=MsgHead), MsgHead)
    with pytest.raises(DecodeError) as caught:
        decode(DATA, kind=AppRec)
    assert caught.value.report.codes == ("SCH005",)


def test_limits_are_obeyed():
    """The caller's limits count."""
    with pytest.raises(UnsafeXmlError) as caught:
        decode(DATA, limits=Limits(size=100))
    assert caught.value.report.codes == ("XML003",)


def test_an_inspection_says_what_it_found():
    """Message, edition and report; the data as it came; no value in the repr."""
    found = inspect(DATA)
    assert (found.ok, found.data, found.message) == (True, DATA, message())
    assert str(found.edition) == "MsgHead 1.2"
    assert repr(found) == f"<Inspection of {len(DATA)} bytes: MsgHead, 0 findings>"


def test_a_faulty_message_is_typed_as_far_as_it_goes():
    """What is wrong is kept or missing; the rest is there."""
    data = DATA.replace(b"<Anslag>false", b"<Anslag>nei").replace(b"<MsgId>", b"<Msg>")
    found = inspect(data.replace(b"</MsgId>", b"</Msg>"))
    assert not found.ok
    assert set(found.report.codes) == {"SCH101", "SCH102", "SCH201"}
    assert found.message.msg_info.msg_id is None
    assert found.message.msg_info.patient == message().msg_info.patient


def test_written_and_read_it_is_the_same():
    """Round trip, in each edition of the message."""
    for edition in (PLO_1_5, PLO_1_6):
        assert decode(encode(notice(edition))) == notice(edition)


TOO_NEW = replace(notice(), edition=PLO_2_0)
UNSENT = replace(notice().informasjon_om_forsendelsen, forsendelsesstatus=None)
REQUEST = replace(notice().informasjon_om_forsendelsen, foresporsel=CS())


@pytest.mark.parametrize(
    "made, code, path",
    [
        (TOO_NEW, "ENC003", ""),
        (replace(notice(), informasjon_om_forsendelsen=UNSENT), "ENC001",
         "informasjon_om_forsendelsen.forsendelsesstatus"),
        (replace(notice(), informasjon_om_forsendelsen=REQUEST), "ENC003",
         "informasjon_om_forsendelsen.foresporsel"),
        (replace(notice(), innhold=None), "ENC001", "innhold"),
        (replace(notice(), innhold=CS()), "ENC003", "innhold"),
        (replace(notice(), parorende_foresatt=5), "ENC009", "parorende_foresatt"),
        (replace(notice(), parorende_foresatt=(5,)), "ENC003", "parorende_foresatt[0]"),
        (message(id="a\x00b"), "ENC006", "msg_info.msg_id"),
        (message(id="\ud800"), "ENC006", "msg_info.msg_id"),
        (message(id=5), "ENC003", "msg_info.msg_id"),
        (message(at=DateTime("yesterday")), "SCH201", "msg_info.gen_date"),
        (message(Fragment("<a>")), "ENC007", "innhold[1].ref_doc.content.items[0]"),
        (replace(message(), innhold=()), "ENC001", "innhold"),
        ("no message", "ENC003", ""),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_with_its_place(made, code, path):
    """The writer never drops anything: the report names each field that does not fit."""
    with pytest.raises(EncodeError) as caught:
        encode(made)
    assert (code, path) in [(f.code, f.where.path) for f in caught.value.report]


def test_what_an_edition_does_not_have_is_refused():
    """A field of 1.6 is not silently left out of 1.5."""
    from caremsg.messages.common import Person
    from caremsg.messages.plo.parts import ParorendeForesatt
    from caremsg.values import Year

    relative = ParorendeForesatt(
        fodselsar_mindrearig_parorende=Year("2014"), referanseperson=Person()
    )
    new = replace(notice(), parorende_foresatt=(relative,))
    assert decode(encode(new)) == new
    with pytest.raises(EncodeError) as caught:
        encode(replace(new, edition=PLO_1_5))
    (finding,) = caught.value.report
    assert finding.code == "ENC002"
    assert finding.where.path == "parorende_foresatt[0].fodselsar_mindrearig_parorende"


def test_odd_text_survives():
    """Quotes, line ends, tabulators and blanks, in texts and in attributes."""
    odd = " \"<&>'\r\n\t æøå 🏥 ]]> "
    made = message(id=odd, type=CS(code="X", display=odd))
    assert decode(encode(made)) == made


def test_replace_changes_one_field():
    """A copy; the old one stays."""
    old = message()
    new = replace(old, signature=Fragment(""))
    assert old.signature is None
    assert new.msg_info is old.msg_info
    with pytest.raises(TypeError):
        replace(old, nothing_like_that=1)


def test_a_repr_shows_which_fields_are_set():
    """Never what is in them."""
    shown = repr(message().msg_info.patient)
    assert shown == "<Patient: family_name, given_name, ident>"
    assert repr(Date("2026-01-01")) == "'2026-01-01'"


def test_an_error_crosses_to_another_process():
    """A process pool breaks when an exception of its worker cannot be read back."""
    with pytest.raises(UnknownMessageError) as caught:
        decode(b"<a/>")
    back = pickle.loads(pickle.dumps(caught.value))
    assert (back.tag, back.report) == ("a", caught.value.report)


def test_white_space_in_an_attribute_is_read_as_xml_says():
    """A line end or a tabulator in the value of `V` is a blank, on the quick way too."""
    data = samples.data("dialog-vedlegg-1.1")
    shown = decode(data.replace(b'V="tel:99999102"', b'V="tel:99\t99\r\n9102"'))
    assert b'V="tel:99 99 9102"' in encode(shown)


def test_an_attribute_of_xml_itself_keeps_its_prefix():
    """No other prefix may stand for it."""
    data = samples.data("dialog-vedlegg-1.1")
    given = data.replace(b"<TekstNotatInnhold>", b'<TekstNotatInnhold xml:space="preserve">')
    assert b'<TekstNotatInnhold xml:space="preserve">' in (written := encode(decode(given)))
    assert decode(written) == decode(given)


@pytest.mark.parametrize(
    "attributes",
    [
        (("a", "1"), ("a", "2")),
        (("a b", "1"),),
        (('a="1"><b/><c d', "1"),),
        (("xmlns", "urn:x"),),
        (("{http://www.w3.org/2001/XMLSchema-instance}nil", "true"),),
        (("{}a", "1"),),
        (("a", None),),
        None,
    ],
)
def test_attributes_that_may_not_stand_are_refused(attributes):
    """They would make a document that nobody can read."""
    with pytest.raises(EncodeError) as caught:
        encode(replace(message(), signature=Fragment("", attributes)))
    assert [(f.code, f.where.path) for f in caught.value.report] == [("ENC007", "signature")]


def test_a_limit_of_depth_holds_on_the_quick_way():
    """The straight-line reader does not count what cannot be inside its own kind."""
    data = samples.data("apprec-ok-1.1")
    decode(data, limits=Limits(depth=6))
    with pytest.raises(UnsafeXmlError):
        decode(data, limits=Limits(depth=5))


def test_what_is_too_deep_to_be_written_is_refused():
    """Nothing but our own errors leaves."""
    info = message().msg_info
    deep = organisation = info.sender.organisation
    for _ in range(3000):
        deep = replace(organisation, organisation=deep)
    sender = replace(info.sender, organisation=deep)
    with pytest.raises(EncodeError):
        encode(replace(message(), msg_info=replace(info, sender=sender)))


FIRST_USE = """
import sys, threading
from caremsg import inspect, samples
sys.setswitchinterval(1e-6)
data = [samples.data(name) for name in samples.names()]
wrong = []
def read(turn):
    try:
        for item in (*data[turn:], *data[:turn]):
            inspect(item)
    except BaseException as error:
        wrong.append(error)
threads = [threading.Thread(target=read, args=(turn * 4,)) for turn in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
sys.exit(len(wrong))
"""


def test_families_may_be_met_first_by_several_threads():
    """Their modules must not wait for each other."""
    for _ in range(3):
        subprocess.run([sys.executable, "-c", FIRST_USE], check=True, timeout=60)


@pytest.mark.parametrize("edition", [PLO_1_5, "1.2", 0, None])
def test_an_edition_of_another_family_is_refused(edition):
    """A message head has its own editions, and no other."""
    with pytest.raises(EncodeError):
        encode(replace(message(), edition=edition))


def test_a_signature_is_kept_and_said_not_to_be_judged():
    """It survives, and the report tells that nobody looked at it."""
    signature = Fragment('<SignedInfo xmlns="http://www.w3.org/2000/09/xmldsig#"></SignedInfo>')
    data = encode(replace(message(), signature=signature))
    found = inspect(data)
    assert (found.ok, found.report.codes) == (True, ("SCH004",))
    assert decode(data, kind=MsgHead).signature == signature
    assert b'<Signature xmlns="http://www.w3.org/2000/09/xmldsig#">' in data


def test_no_value_stays_behind_in_an_exception():
    """Not in the chain of causes and contexts either."""
    with pytest.raises(DecodeError) as caught:
        decode(DATA.replace(b"</MsgId>", b"&canary;</MsgId>"))
    assert (caught.value.__context__, caught.value.__cause__) == (None, None)
    with pytest.raises(InputError) as refused:
        decode('<?xml version="1.0" encoding="ISO-8859-1"?><a>canary 🏥</a>')
    assert refused.value.__context__ is None


@pytest.mark.parametrize("blank", ["\u00a0", "\u2003", "\u3000"])
def test_other_blanks_are_no_blanks(blank):
    """A no-break space after the name of an element makes it another name."""
    for tag in ("<MsgHead", "<p1:Pasientlogistikk", "<MsgInfo", "</MsgInfo"):
        data = DATA.decode().replace(tag, tag + blank, 1)
        assert not inspect(data).ok
        with pytest.raises(DecodeError):
            decode(data)
