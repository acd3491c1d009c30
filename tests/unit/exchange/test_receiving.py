"""`receive`: the decision and the reason for whatever arrives, and that nothing is raised."""

from __future__ import annotations

import datetime as dt
import io
import re
import zoneinfo
from hashlib import sha256
from pathlib import Path

import pytest

from caremsg import Limits, decode, samples
from caremsg.declare.edits import Edit, drop, put, text, v
from caremsg.errors import InputError
from caremsg.exchange import (
    RECEIVE,
    Decision,
    Fault,
    Identifier,
    OwnDirectory,
    OwnOrganisation,
    Reason,
    Receiving,
    Reception,
    receive,
    settle,
)
from caremsg.samples.edits import edited

ID = "3f0a9c52-0c0e-4d6f-8f3e-000000000001"
AT = dt.datetime(2026, 10, 20, 12, 0)
SAMPLE = "innleggelsesrapport-1.6"
DATA = samples.data(SAMPLE)
TEXT = DATA.decode()
FULL = OwnDirectory(
    (
        OwnOrganisation(
            frozenset({Identifier("HER", "9900200")}), frozenset({Identifier("HER", "9900201")})
        ),
    ),
    (),
)


def took(data: bytes | str, **more) -> Reception:
    """What becomes of some octets; each acknowledgement can be read again."""
    octets = data.encode() if isinstance(data, str) else data
    reception = receive(octets, **{"id": ID, "at": AT, **more})
    assert reception.data == octets
    assert reception.digest == sha256(octets).hexdigest()
    assert reception.reason in Reason
    for ack in reception.acknowledgements:
        assert decode(ack.data) == ack.message
        assert (ack.status == "2") is bool(ack.errors)
    return reception


def changed(*edits: Edit, **more) -> Reception:
    """What becomes of the sample with some changes."""
    return took(edited(SAMPLE, edits), **more)


def test_a_good_message_is_taken_in() -> None:
    """Every part of the answer."""
    reception = took(DATA)
    assert reception.decision is Decision.ACCEPT
    assert reception.reason is Reason.TAKEN
    assert reception.taken_in
    assert not reception.salvaged
    assert reception.receipt is None
    assert reception.acknowledgement is reception.acknowledgements[0]
    assert reception.original is not None
    assert reception.original.key == "46c438a6-a396-5c62-a284-95b10316c5e7"
    assert repr(reception) == "<Reception: accept, taken-in, 1 to send>"


def test_every_reason_has_words() -> None:
    """In both languages, all different."""
    texts = {(reason.text.en, reason.text.nb) for reason in Reason}
    assert len(texts) == len(Reason)
    assert all(en and nb for en, nb in texts)


@pytest.mark.parametrize("name", samples.names())
def test_every_sample_is_decided(name: str) -> None:
    """Those that are right are taken in, those with faults are not."""
    reception = took(samples.data(name), policy=Receiving(drafts=True))
    alone = reception.reason is Reason.NO_ENVELOPE
    if not name.startswith("damaged") and not alone:
        assert reception.decision is Decision.ACCEPT
    elif alone:
        assert reception.acknowledgements == ()


def test_drafts_are_taken_in_when_asked_for() -> None:
    """An edition that is not published is refused: "FLO013", T10."""
    data = samples.data("helseopplysninger-2.0")
    reception = took(data)
    assert "FLO013" in reception.report.codes
    assert [a.errors for a in reception.acknowledgements] == [("T10",)]
    assert took(data, policy=Receiving(drafts=True)).taken_in


@pytest.mark.parametrize(
    "given",
    [DATA, bytearray(DATA), memoryview(DATA), TEXT, io.BytesIO(DATA)],
    ids=["bytes", "bytearray", "memoryview", "text", "file"],
)
def test_it_may_come_as_anything_that_can_be_read(given) -> None:
    """The octets are kept."""
    reception = receive(given, id=ID, at=AT)
    assert reception.taken_in
    assert reception.data == DATA


def test_a_path_may_be_given(tmp_path: Path) -> None:
    """A file that is not there is the fault of the caller."""
    path = tmp_path / "a.xml"
    with pytest.raises(InputError):
        receive(path, id=ID, at=AT)
    path.write_bytes(DATA)
    assert receive(path, id=ID, at=AT).taken_in


@pytest.mark.parametrize("given", ["\ud800", TEXT.replace("Tirilvik", "\udfff")])
def test_text_that_is_none_is_the_fault_of_the_caller(given: str) -> None:
    """Half a character cannot be written."""
    with pytest.raises(InputError):
        receive(given, id=ID, at=AT)


NOT_MESSAGES = {
    "nothing": b"",
    "a blank": b" ",
    "zeros": b"\0" * 1000,
    "all octets": bytes(range(256)),
    "a byte order mark": b"\xef\xbb\xbf",
    "half of one": b"\xff",
    "text": b"hei",
    "another document": b"<a/>",
    "the root only": b'<MsgHead xmlns="http://www.kith.no/xmlstds/msghead/2006-05-24"/>',
    "a root in no namespace": b"<MsgHead/>",
    "a document alone": edited(SAMPLE, [])[:0] + b"<Dialogmelding/>",
    "very deep": b"<a>" * 100_000,
    "an attribute a thousand times": b"<a " + b'b="" ' * 1000 + b"/>",
    "UTF-16": TEXT.encode("utf-16"),
    "UTF-32": TEXT.encode("utf-32"),
    "EBCDIC": TEXT.encode("cp037", "replace"),
    "compressed": b"PK\x03\x04" + bytes(range(256)) * 10,
}


@pytest.mark.parametrize("data", NOT_MESSAGES.values(), ids=NOT_MESSAGES.keys())
def test_what_is_no_message_is_not_answered(data: bytes) -> None:
    """There is nobody to answer."""
    reception = took(data)
    assert reception.decision is Decision.REJECT
    assert reception.reason in (Reason.NO_ENVELOPE, Reason.NO_SENDER)
    assert reception.acknowledgements == ()
    assert not reception.taken_in


def test_without_a_sender_nobody_is_answered() -> None:
    """Said by "FLO004"; names alone do not tell."""
    for edit in (
        drop("MsgInfo/Sender"),
        text("MsgInfo/Sender//Id", " "),
        drop("MsgInfo/Sender//Ident"),
    ):
        reception = changed(edit)
        assert reception.reason is Reason.NO_SENDER
        assert "FLO004" in reception.report.codes
        assert reception.acknowledgements == ()


@pytest.mark.parametrize(
    "level", ["MsgInfo/Sender/Organisation", "MsgInfo/Sender/Organisation/Organisation"]
)
def test_one_identifier_of_the_sender_is_enough(level: str) -> None:
    """On either level."""
    assert len(changed(drop(f"{level}/Ident")).acknowledgements) == 1


def test_nobody_of_ours() -> None:
    """Said by "FLO001"; nothing may be sent."""
    other = OwnDirectory((OwnOrganisation(frozenset({Identifier("HER", "1")})),))
    reception = took(DATA, directory=other)
    assert reception.reason is Reason.NO_RECEIVER
    assert "FLO001" in reception.report.codes
    assert reception.acknowledgements == ()


PARTS = (
    *("MsgInfo", "MsgInfo/*", "MsgInfo/Type", "MsgInfo/MIGversion", "MsgInfo/GenDate"),
    *("MsgInfo/MsgId", "MsgInfo/Sender", "MsgInfo/Receiver", "MsgInfo/Patient", "//Organisation"),
    *("MsgInfo/Sender/Organisation", "MsgInfo/Receiver/Organisation", "//OrganisationName"),
    *("//Ident", "//Ident/Id", "//TypeId", "MsgInfo/Patient/Ident/TypeId", "//Patient/*", "//Type"),
    *("MsgInfo/ConversationRef/*", "//RefToParent", "Document", "//RefDoc", "//RefDoc/*"),
    *("//RefDoc/MsgType", "//Content", "//Content/*", "//Content/*/*", "//Forsendelsesstatus"),
    *("//InformasjonOmForsendelsen", "//IssueDate"),
)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("name", [SAMPLE, "innleggelsesrapport-1.5", "dialog-foresporsel-1.0"])
def test_any_part_may_be_missing(name: str, part: str) -> None:
    """Decided, whoever is ours and whatever the policy."""
    try:
        data = edited(name, [drop(part)])
    except LookupError:  # this sample has none
        return
    strict = Receiving(
        refuse_missing_service=True, hold_unknown_patients=True, answer_unreadable=False
    )
    for directory in (None, FULL, OwnDirectory(())):
        for policy in (RECEIVE, strict):
            more = {"directory": directory} if directory else {}
            took(data, policy=policy, **more)


@pytest.mark.parametrize("path", ["//*", "//*[not(*)]", "MsgInfo//*[not(*)]", "//*[@V]"])
@pytest.mark.parametrize("name", [SAMPLE, "innleggelsesrapport-1.5", "apprec-avvist-1.1"])
def test_all_may_be_empty(name: str, path: str) -> None:
    """Every text, every code."""
    try:
        kept = text(path, "") if path != "//*" else v("//*", V="", S="", DN="")
        took(edited(name, [kept]))
        took(edited(name, [v(path, V=None, S=None, DN=None)]))
    except LookupError:  # this sample has none
        return


CHARACTERS = {
    "reference to a control": "&#1;",
    "reference to nothing": "&#0;",
    "reference to an odd one": "&#127;",
    "reference to a line end": "&#13;&#10;&#9;&#x85;&#x2028;",
    "a control": "\x01\x0b\x1f",
    "an entity": "&navn;",
    "beyond the plane": "\U0001f600",
    "right to left": "\u202e\u200f",
    "a zero octet": "\0",
    "markup": "]]&gt;&lt;",
    "half a character": "&#xD800;",
    "not a character": "\ufffe",
    "reference to none": "&#xFFFF;",
}
PLACES = {
    "name": ("Tirilvik kommune", "Tiril{}vik"),
    "identifier": ("9900100", "99{}00100"),
    "message": ("46c438a6", "46{}c438a6"),
    "kind": ('V="HER"', 'V="H{}ER"'),
    "display": ('DN="HER-id"', 'DN="HE{}R"'),
    "type": ('V="INNLEGGELSESRAPPORT"', 'V="INN{}LEGGELSESRAPPORT"'),
    "own name": ("Fjellglimt sykehus", "Fjell{}glimt"),
    "time": ("16:31:07", "16:31{}:07"),
}


@pytest.mark.parametrize("old, new", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("character", CHARACTERS.values(), ids=CHARACTERS.keys())
def test_any_character_may_stand_anywhere(character: str, old: str, new: str) -> None:
    """In a good message, and in one whose head has to be pieced together."""
    data = TEXT.replace(old, new.format(character))
    took(data)
    took(data.replace("<ConversationRef>", "<ConversationRef"))


@pytest.mark.parametrize("part", ["Sender", "Receiver"])
@pytest.mark.parametrize("url", ["http://[", "tel:%zz", "a:b:c#d#e", "%", "//a:b"])
def test_an_address_that_is_none_is_refused(part: str, url: str) -> None:
    """The message is not valid; the sender is told, with or without the address."""
    phone = f"<TeleCom><TeleAddress V='{url}'/></TeleCom>"
    reception = changed(put(f"MsgInfo/{part}/Organisation", phone, after="Ident"))
    assert [a.errors for a in reception.acknowledgements] == [("T02",)]


def nested(depth: int, tail: str = "") -> str:
    """The sample with organisations in organisations."""
    start = "\n\t\t\t\t<Organisation>\n\t\t\t\t\t<OrganisationName>Sykepl"
    assert start in TEXT
    more = "<Organisation><OrganisationName>x</OrganisationName>" * depth
    opened = TEXT.replace(start, more + start, 1)
    end = "</Organisation>\n\t\t</Sender>"
    return opened.replace(end, "</Organisation>" * depth + end + tail, 1)


@pytest.mark.parametrize("depth", [1, 10, 50, 90, 110, 200, 245, 300, 500, 1000, 20_000])
@pytest.mark.parametrize("tail", ["", "<", "<x>"])
def test_any_depth(depth: int, tail: str) -> None:
    """However deep the organisations lie in each other, and whether it is well-formed or not."""
    took(nested(depth, tail))


@pytest.mark.parametrize("name", ["Organisation", "Ident", "Sender", "MsgInfo", "MsgHead"])
@pytest.mark.parametrize("depth", [100, 250, 1000])
def test_any_element_may_be_opened_again_and_again(name: str, depth: int) -> None:
    """And never be closed."""
    at = TEXT.index(f"<{name}")
    took(TEXT[:at] + f"<{name}>" * depth + TEXT[at:])
    took(TEXT[:at] + f"<{name}>" * depth)


ENCODINGS = (
    "utf-16",
    "utf-16-le",
    "utf-32",
    "utf-7",
    "windows-1252",
    "us-ascii",
    "cp037",
    "idna",
    "x",
)


@pytest.mark.parametrize(
    "encoding", [*ENCODINGS, "", " ", "iso-8859-1", "UTF8", "\xe5", "punycode"]
)
def test_any_encoding_may_be_declared(encoding: str) -> None:
    """True or not."""
    declared = TEXT.replace('encoding="UTF-8"', f'encoding="{encoding}"')
    for actual in ("utf-8", "latin-1", "utf-16", "utf-32-be", "utf-7"):
        octets = declared.encode(actual)
        took(octets)
        took(octets[: len(octets) // 2])
        took(b"\xef\xbb\xbf" + octets)


def test_latin_1_is_read() -> None:
    """And answered in UTF-8."""
    data = TEXT.replace('"UTF-8"', '"ISO-8859-1"').replace("Tirilvik kommune", "Blåfjell")
    (ack,) = took(data.encode("latin-1")).acknowledgements
    assert "Blåfjell".encode() in ack.data


DOCTYPES = {
    "plain": "<!DOCTYPE MsgHead>",
    "a file": "<!DOCTYPE MsgHead SYSTEM 'file:///etc/passwd'>",
    "an entity": "<!DOCTYPE MsgHead [<!ENTITY navn 'GALT'>]>",
    "a file as entity": "<!DOCTYPE MsgHead [<!ENTITY navn SYSTEM 'file:///etc/hostname'>]>",
    "many laughs": '<!DOCTYPE MsgHead [<!ENTITY a "GALT"><!ENTITY navn "&a;&a;&a;&a;">]>',
    "a parameter": "<!DOCTYPE MsgHead [<!ENTITY % a SYSTEM 'http://a.example/'> %a;]>",
    "a default": "<!DOCTYPE MsgHead [<!ATTLIST MsgHead galt CDATA 'GALT'>]>",
    "a root inside": "<!DOCTYPE MsgHead [<!ENTITY navn '<MsgHead>'>]>",
}


@pytest.mark.parametrize("doctype", DOCTYPES.values(), ids=DOCTYPES.keys())
def test_a_document_type_is_refused_and_never_followed(doctype: str) -> None:
    """The sender is told; nothing of it is in the answer."""
    data = TEXT.replace("<MsgHead", f"{doctype}<MsgHead").replace("Tirilvik kommune", "&navn;")
    reception = took(data)
    assert reception.decision is Decision.REJECT
    for ack in reception.acknowledgements:
        assert set(ack.errors) <= {"T01", "T02", "T99"}
        assert b"GALT" not in ack.data
        name = ack.message.receiver.hcp.innhold.name
        assert name in (None, "")


def test_the_limits_of_the_caller_count() -> None:
    """A message that is too large is not taken in."""
    reception = took(DATA, limits=Limits(size=1000))
    assert reception.decision is Decision.REJECT
    assert all(ack.status == "2" for ack in reception.acknowledgements)


def test_a_value_may_be_huge() -> None:
    """The identifier and the name come back as they were."""
    for old in ("46c438a6-a396-5c62-a284-95b10316c5e7", "Tirilvik kommune", "9900100", "HER-id"):
        reception = took(TEXT.replace(old, "x" * 1_000_000, 1))
        assert len(reception.acknowledgements) == 1
        assert len(reception.acknowledgements[0].data) > 1_000_000
    for part in ("Sender/Organisation", "Receiver/Organisation"):
        many = "<Ident><Id>1</Id><TypeId V='XXX' S='1' DN='Annet'/></Ident>" * 500
        reception = changed(put(f"MsgInfo/{part}", many, after="OrganisationName"))
        assert len(reception.acknowledgements[0].data) > 20_000


MSG_IDS = {
    "missing": (drop("MsgInfo/MsgId"), "T02"),
    "empty": (text("MsgInfo/MsgId", ""), "E10"),
    "blank": (text("MsgInfo/MsgId", " "), "E10"),
    "a number": (text("MsgInfo/MsgId", "7"), "E10"),
    "without hyphens": (text("MsgInfo/MsgId", "46c438a6a3965c62a28495b10316c5e7"), "E10"),
    "in braces": (text("MsgInfo/MsgId", "{46c438a6-a396-5c62-a284-95b10316c5e7}"), "E10"),
}


@pytest.mark.parametrize("edit, code", MSG_IDS.values(), ids=MSG_IDS)
def test_an_identifier_that_is_none_is_refused(edit: Edit, code: str) -> None:
    """And comes back as it was sent."""
    reception = changed(edit)
    (ack,) = reception.acknowledgements
    assert code in ack.errors
    assert reception.original is not None
    assert ack.message.original_msg_id.id == reception.original.msg_id


def test_a_missing_identifier_is_told_by_its_own_code() -> None:
    """E10 is a must; T02 only a may."""
    (ack,) = changed(drop("MsgInfo/MsgId")).acknowledgements
    assert "E10" in ack.errors


def test_large_letters_and_blanks_are_no_fault() -> None:
    """A UUID is one in any spelling; it is asked for in small letters."""
    asked: list[str] = []

    def seen(key: str) -> None:
        asked.append(key)

    spelling = " 46C438A6-A396-5C62-A284-95B10316C5E7\n"
    reception = changed(text("MsgInfo/MsgId", spelling), seen=seen)
    assert reception.taken_in
    assert asked == [spelling.strip().lower()]
    assert reception.acknowledgements[0].message.original_msg_id.id == spelling


def test_without_an_identifier_nothing_was_seen() -> None:
    """Nobody is asked for an empty text."""
    for edit in (drop("MsgInfo/MsgId"), text("MsgInfo/MsgId", " ")):
        reception = changed(edit, seen=lambda key: "x")
        assert reception.decision is Decision.REJECT


@pytest.mark.parametrize("other", [False, True])
def test_a_message_that_was_received_before(other: bool) -> None:
    """Ignored, whatever it is; with another content the user is told: "FLO009"."""
    digest = "0" * 64 if other else sha256(DATA).hexdigest()
    reception = took(DATA, seen=lambda key: digest)
    assert (reception.decision, reception.reason) == (Decision.IGNORE, Reason.DUPLICATE)
    assert reception.acknowledgements == ()
    assert reception.report.codes == (("FLO009",) if other else ())
    assert not reception.taken_in


def test_a_type_that_is_not_taken_in() -> None:
    """T10, or for the old version T99, or silence."""
    policy = Receiving(types=frozenset({"DIALOG_NOTAT"}))
    reception = took(DATA, policy=policy)
    assert "FLO013" in reception.report.codes
    assert [a.errors for a in reception.acknowledgements] == [("T10",)]
    old = took(samples.data("innleggelsesrapport-1.5"), policy=policy)
    assert [a.errors for a in old.acknowledgements] == [("T99",)]
    assert old.acknowledgements[0].message.error[0].original_text
    assert took(samples.data("dialog-notat-1.0"), policy=policy).taken_in
    silent = Receiving(types=frozenset(), answer_unreadable=False)
    assert took(DATA, policy=silent).reason is Reason.SILENT


@pytest.mark.parametrize("edit", [None, drop("MsgInfo/Type"), text("MsgInfo/GenDate", "x")])
def test_silence_about_what_cannot_be_read(edit: Edit | None) -> None:
    """Only when the policy asks for it, and only for technical faults."""
    data = edited(SAMPLE, [edit]) if edit else DATA[:-30]
    silent = took(data, policy=Receiving(answer_unreadable=False))
    assert silent.decision is Decision.REJECT
    assert silent.reason is Reason.SILENT
    assert silent.acknowledgements == ()
    wrong = edited(SAMPLE, [text("MsgInfo/MsgId", "7")])
    assert len(took(wrong, policy=Receiving(answer_unreadable=False)).acknowledgements) == 1


@pytest.mark.parametrize("status", ["M", "C"])
@pytest.mark.parametrize("part", ["MsgInfo/ConversationRef", "MsgInfo/ConversationRef/*"])
def test_a_change_of_nothing(status: str, part: str) -> None:
    """Taken in, and the user is told: "FLO008"."""
    code = v("//Forsendelsesstatus", V=status)
    reception = changed(code, drop(part))
    assert "FLO008" in reception.report.codes
    assert "FLO008" not in changed(code).report.codes
    if part.endswith("Ref"):
        assert reception.decision is Decision.WARN


SERVICE = "dialog-time-1.1"


def says(ack: str) -> list[Edit]:
    """What a message says about acknowledging, and nothing else about it."""
    kept = [drop("MsgInfo/Ack")] if b"<Ack" in samples.data(SERVICE) else []
    return [*kept, put("MsgInfo", f"<Ack V='{ack}' DN='x'/>", after="MsgId")]


@pytest.mark.parametrize("ack, answered", [("N", False), ("J", True), ("F", True), ("", True)])
def test_a_service_in_real_time(ack: str, answered: bool) -> None:
    """It says so itself; for others Ack does not count."""
    reception = took(edited(SERVICE, says(ack)))
    assert reception.taken_in
    assert bool(reception.acknowledgements) is answered
    assert (reception.reason is Reason.REAL_TIME) is not answered
    assert len(changed(put("MsgInfo", f"<Ack V='{ack}'/>", after="MsgId")).acknowledgements) == 1


@pytest.mark.parametrize("content", ["<a xmlns='urn:other'/>", "<b:c xmlns:b='urn:b'>x</b:c>"])
def test_a_document_of_an_unknown_kind(content: str) -> None:
    """Nobody here can show it: "FLO016", T10."""
    start, end = TEXT.index("<Content>") + 9, TEXT.index("</Content>")
    reception = took(TEXT[:start] + content + TEXT[end:])
    assert "FLO016" in reception.report.codes
    assert [set(a.errors) for a in reception.acknowledgements] == [{"T10"}]


TIMES = {
    "without zone": AT,
    "UTC": AT.replace(tzinfo=dt.UTC),
    "Oslo": AT.replace(tzinfo=zoneinfo.ZoneInfo("Europe/Oslo")),
    "the first": dt.datetime.min,
    "the last": dt.datetime.max,
    "the first of UTC": dt.datetime.min.replace(tzinfo=dt.UTC),
    "the last of UTC": dt.datetime.max.replace(tzinfo=dt.UTC),
    "the first, far east": dt.datetime.min.replace(tzinfo=dt.timezone(dt.timedelta(hours=14))),
    "the last, far west": dt.datetime.max.replace(tzinfo=dt.timezone(dt.timedelta(hours=-12))),
}


@pytest.mark.parametrize("at", TIMES.values(), ids=TIMES.keys())
@pytest.mark.parametrize("name", [SAMPLE, "apprec-ok-1.1", "damaged-truncated"])
def test_any_time(name: str, at: dt.datetime) -> None:
    """With a zone or without."""
    took(samples.data(name), at=at)


ODD_TIMES = [
    AT.replace(tzinfo=dt.timezone(dt.timedelta(seconds=30))),
    AT.replace(tzinfo=dt.timezone(dt.timedelta(hours=23))),
    dt.datetime(1800, 1, 1, tzinfo=zoneinfo.ZoneInfo("Asia/Kolkata")),
]


@pytest.mark.parametrize("at", ODD_TIMES)
@pytest.mark.parametrize("data", [DATA, b"", samples.data("apprec-ok-1.1")])
def test_an_odd_zone(at: dt.datetime, data: bytes) -> None:
    """XML has no room for it; always the fault of the caller, whatever arrived."""
    with pytest.raises(InputError, match="cannot express"):
        receive(data, id=ID, at=at)


HOLD = Receiving(hold_unknown_patients=True)


def held() -> Reception:
    """A message about somebody who is not known here."""
    reception = took(DATA, directory=FULL, policy=HOLD)
    assert (reception.decision, reception.reason) == (Decision.HOLD, Reason.HELD)
    assert reception.acknowledgements == ()
    assert not reception.taken_in
    return reception


def test_a_person_takes_it_in() -> None:
    """Also when it is late."""
    later = AT + dt.timedelta(days=30)
    reception = settle(held(), id=ID, at=later, directory=FULL, policy=HOLD)
    assert reception.taken_in
    (ack,) = reception.acknowledgements
    assert (ack.status, ack.message.gen_date) == ("1", later.isoformat())


def test_a_person_refuses_it() -> None:
    """With the faults of their choice."""
    faults = [Fault("E36", "uklart"), Fault("X99", "annet")]
    reception = settle(held(), id=ID, at=AT, refuse=faults, directory=FULL, policy=HOLD)
    assert (reception.decision, reception.reason) == (Decision.REJECT, Reason.REFUSED)
    assert [a.errors for a in reception.acknowledgements] == [("E36", "X99")]
    assert not reception.taken_in


def test_only_what_is_held_can_be_settled() -> None:
    """Neither what was decided, nor the same twice."""
    done = settle(held(), id=ID, at=AT, directory=FULL, policy=HOLD)
    for reception in (done, took(DATA), took(b""), took(samples.data("apprec-ok-1.1"))):
        with pytest.raises(InputError, match="held"):
            settle(reception, id=ID, at=AT)
    with pytest.raises(InputError, match="UUID"):
        settle(held(), id="7", at=AT, directory=FULL)


@pytest.mark.parametrize("edit", [drop("MsgInfo/Patient"), text("MsgInfo/MsgId", "7")])
def test_what_is_refused_is_not_held(edit: Edit) -> None:
    """There is nothing to decide."""
    reception = changed(edit, directory=FULL, policy=HOLD)
    assert reception.decision is Decision.REJECT
    assert len(reception.acknowledgements) == 1


def test_a_service_in_real_time_stays_silent_after_a_decision() -> None:
    """As it would have been without one."""
    ids = (frozenset({Identifier("HER", her)}) for her in ("9900400", "9900401"))
    own = OwnOrganisation(*ids)
    service = OwnDirectory((own,), ())
    reception = took(edited(SERVICE, says("N")), directory=service, policy=HOLD)
    assert reception.decision is Decision.HOLD
    done = settle(reception, id=ID, at=AT, directory=service, policy=HOLD)
    assert done.taken_in
    assert (done.reason, done.acknowledgements) == (Reason.REAL_TIME, ())


def test_nothing_shows_a_value() -> None:
    """Texts that programs log hold no value of the message."""
    receptions = [took(DATA), took(DATA[:-30]), changed(text("MsgInfo/MsgId", "7")), held()]
    for reception in receptions:
        texts = [repr(reception), repr(reception.original), reception.report.summary()]
        texts += [f.text + f.text_nb for f in reception.report]
        assert not re.search(r"990\d{4}|46c438a6|Tirilvik|Alvhild|14854110463", "".join(texts))


def test_the_same_call_gives_the_same_answer() -> None:
    """No clock and no dice."""
    for name in samples.names():
        first, second = took(samples.data(name)), took(samples.data(name))
        assert first == second
