"""The head of a message that is not well-formed: what is found, and what never is."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from caremsg import inspect, samples
from caremsg.exchange import Decision, Original, Reason, Reception, original_of, receive
from caremsg.exchange.salvage import salvage
from caremsg.messages.editions import DIALOG_1_0, PLO_1_5, PLO_1_6

ID = "3f0a9c52-0c0e-4d6f-8f3e-000000000001"
AT = dt.datetime(2026, 10, 20, 12, 0)
DATA = samples.data("innleggelsesrapport-1.6")
TEXT = DATA.decode()
MSG_ID = "46c438a6-a396-5c62-a284-95b10316c5e7"
OTHER = "11111111-1111-4111-8111-111111111111"
HEAD = "http://www.kith.no/xmlstds/msghead/2006-05-24"


def broken(text: str) -> str:
    """The same with a fault in the head, so that it has to be pieced together."""
    assert "<ConversationRef>" in text
    return text.replace("<ConversationRef>", "<ConversationRef", 1)


def took(text: str | bytes) -> Reception:
    """What becomes of a message that cannot be read."""
    reception = receive(text if isinstance(text, bytes) else text.encode(), id=ID, at=AT)
    assert reception.decision is Decision.REJECT
    assert reception.inspection.message is None
    return reception


def original(text: str) -> Original:
    """What was made out of it."""
    found = took(text).original
    assert found is not None
    assert found.salvaged
    return found


@pytest.mark.parametrize("name", [n for n in samples.names() if not n.startswith("damaged")])
def test_the_head_of_a_message_that_was_cut_off(name: str) -> None:
    """Everything that is needed for the answer, as in the whole message."""
    data = samples.data(name)
    whole = original_of(inspect(data))
    if whole is None:
        assert took(data[:-20]).acknowledgements == ()
        return
    reception = took(data[:-20])
    found = reception.original
    assert found is not None
    assert reception.salvaged
    for part in ("type", "msg_id", "made", "sender", "parent", "conversation", "ack", "edition"):
        assert getattr(found, part) == getattr(whole, part)
    assert found.receivers == whole.receivers
    assert reception.acknowledgements or reception.reason is Reason.REAL_TIME


def test_a_fault_in_the_head() -> None:
    """The sender is told, and the user that the head was pieced together: "FLO012"."""
    reception = took(broken(TEXT))
    assert "FLO012" in reception.report.codes
    (ack,) = reception.acknowledgements
    assert ack.errors == ("T01",)
    assert ack.message.original_msg_id.id == MSG_ID
    assert ack.receiver == "HER:9900201"


FAULTS = {
    "a tag without end": ("<Patient>", "<Patient"),
    "an end without tag": ("</Patient>", "</Patient></x>"),
    "an ampersand": ("Alvhild", "A & B"),
    "an attribute twice": ('DN="Kvinne"', 'DN="Kvinne" DN="x"'),
    "an attribute without quotes": ('V="2" DN="Kvinne"', "V=2"),
    "an unknown prefix": ("<Patient>", "<q:Patient>"),
    "an entity": ("Prøvestad", "&navn;"),
    "an open comment": ("<Patient>", "<!-- <Patient>"),
    "an open section": ("<Patient>", "<![CDATA[<Patient>"),
    "a control": ("Alvhild", "Alv\x01hild"),
    "text behind": ("</MsgHead>", "</MsgHead>x"),
    "another root": ("</MsgHead>", "</MsgHead><MsgHead/>"),
    "in the name of the sender": ("Tirilvik kommune", "Tirilvik & kommune"),
    "a tag in the sender": ("<OrganisationName>Tiril", "<b><OrganisationName>Tiril"),
    "in the type": ('V="INNLEGGELSESRAPPORT"', 'V="INNLEGGELSESRAPPORT'),
    "in the time": ("<GenDate>", "<GenDate>&"),
}


@pytest.mark.parametrize("old, new", FAULTS.values(), ids=FAULTS)
def test_every_kind_of_fault(old: str, new: str) -> None:
    """Answered with the right identifier to the right sender, or not at all."""
    assert old in TEXT
    reception = took(TEXT.replace(old, new, 1))
    for ack in reception.acknowledgements:
        assert ack.errors
        assert ack.message.original_msg_id.id == MSG_ID
        assert b"9900101" in ack.data
    assert reception.acknowledgements or reception.reason in (Reason.NO_SENDER, Reason.TOO_LITTLE)


def test_it_may_have_prefixes() -> None:
    """As some systems write it."""
    names = ("MsgHead", "MsgInfo", "Type", "GenDate", "MsgId", "Sender", "Receiver", "Organisation")
    inner = ("OrganisationName", "Ident", "Id", "TypeId")
    text = TEXT[: TEXT.index("<Patient>")].replace(f'xmlns="{HEAD}"', f'xmlns:h="{HEAD}"')
    for name in (*names, *inner):
        for end in (" ", ">"):
            text = text.replace(f"<{name}{end}", f"<h:{name}{end}")
        text = text.replace(f"</{name}>", f"</h:{name}>")
    found = original(text)
    assert found.msg_id == MSG_ID
    assert found.type.code == "INNLEGGELSESRAPPORT"
    assert {i.value for i in found.sender_ids} == {"9900100", "9900101"}


@pytest.mark.parametrize("uri", ["", "urn:other", HEAD.replace("2006", "2030")])
def test_another_namespace_is_another_message(uri: str) -> None:
    """What only looks like a head is none."""
    assert took(TEXT.replace(HEAD, uri)[:-30]).acknowledgements == ()


@pytest.mark.parametrize(
    "name, edition",
    [
        ("innleggelsesrapport-1.5", PLO_1_5),
        ("innleggelsesrapport-1.6", PLO_1_6),
        ("dialog-foresporsel-1.0", DIALOG_1_0),
    ],
)
def test_the_edition_tells_the_version_of_the_answer(name: str, edition: object) -> None:
    """By the namespace of the first document."""
    data = samples.data(name).replace(b"<MsgId>", b"<MsgId", 1)
    assert salvage(data)[1] == edition
    cut = data[: data.index(b"<Content>")]
    assert salvage(cut)[1] is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x",
        b"<MsgHead",
        b"<MsgHead>",
        b"<MsgHead/>",
        b"\0" * 99,
        b"<MsgHead><MsgInfo>",
        b"\xff",
    ],
)
def test_nothing_to_find(data: bytes) -> None:
    """No root, or nothing in it."""
    info, edition = salvage(data)
    assert edition is None
    assert info is None or info.msg_id is None


def test_the_beginning_only_is_looked_at() -> None:
    """A head that comes late is not found; nothing takes long."""
    late = TEXT.replace("<MsgInfo>", " " * 70_000 + "<MsgInfo>").encode()
    info, edition = salvage(late)
    assert info is not None
    assert (info.msg_id, edition) == (None, None)


SLOW = {
    "open tags": "<MsgId" * 10_000,
    "starts": "<MsgId>" * 10_000,
    "declarations": "<MsgHead" + ' xmlns:a="b"' * 5_000,
    "blanks": "<MsgHead" + " " * 60_000,
    "copies": f'<MsgHead xmlns="{HEAD}">' + "<OtherReceiver>" * 4_000,
    "contents": f'<MsgHead xmlns="{HEAD}">' + "<Content>" * 7_000,
    "content with blanks": f'<MsgHead xmlns="{HEAD}"><Content' + " " * 60_000,
    "equal signs": f'<MsgHead xmlns="{HEAD}"><Content><a' + " xmlns" * 10_000 + ">",
    "roots": "<MsgHead " * 7_000,
}


@pytest.mark.parametrize("text", SLOW.values(), ids=SLOW)
def test_nothing_takes_long(text: str) -> None:
    """No pattern goes back and forth."""
    began = time.perf_counter()
    took(text)
    assert time.perf_counter() - began < 2


def test_no_file_and_no_entity_is_read() -> None:
    """What stands before the root is left out; what stands behind it, too."""
    doctype = "<!DOCTYPE MsgHead [<!ENTITY navn SYSTEM 'file:///etc/hostname'>]>"
    inside = broken(TEXT).replace("Tirilvik kommune", "&navn;")
    for text in (inside.replace("<MsgHead", f"{doctype}<MsgHead", 1), inside, doctype + inside):
        for ack in took(text).acknowledgements:
            assert ack.message.receiver.hcp.innhold.name in (None, "")
    late = broken(TEXT).replace("<Sender>", f"{doctype}<Sender>", 1)
    assert took(late).acknowledgements


HIDDEN = {
    "a comment": "<!-- {} -->",
    "a section": "<![CDATA[{}]]>",
    "an instruction": "<?x {} ?>",
}


@pytest.mark.parametrize("form", HIDDEN.values(), ids=HIDDEN)
def test_what_is_commented_out_is_not_the_head(form: str) -> None:
    """The answer is about this message, and goes to its sender."""
    hidden = form.format(f"<MsgId>{OTHER}</MsgId>")
    assert original(broken(TEXT).replace("<MsgId>", f"{hidden}<MsgId>")).msg_id == MSG_ID
    start, end = TEXT.index("<Sender>"), TEXT.index("</Sender>") + 9
    sender = TEXT[start:end].replace("9900100", "1").replace("9900101", "2")
    found = original(broken(TEXT).replace("<Sender>", f"{form.format(sender)}<Sender>"))
    assert {i.value for i in found.sender_ids} == {"9900100", "9900101"}


@pytest.mark.parametrize("before", ["", "<MsgId"])
def test_what_is_in_the_content_is_not_the_head(before: str) -> None:
    """The identifier of a message that is quoted is not that of this one."""
    text = broken(TEXT).replace(f"<MsgId>{MSG_ID}</MsgId>", before)
    text = text.replace("<Content>", f"<Content><x xmlns='u'><MsgId>{OTHER}</MsgId></x>")
    found = took(text).original
    assert found is None or found.msg_id != OTHER


def test_the_type_of_something_else_is_not_that_of_the_message() -> None:
    """`Type` stands in addresses too."""
    kind = '<Type V="INNLEGGELSESRAPPORT" DN="Innleggelsesrapport"/>'
    found = original(broken(TEXT).replace(kind, ""))
    assert found.type.code is None


@pytest.mark.parametrize("name", ["MsgId", "Type"])
def test_without_identifier_or_type_nobody_is_answered(name: str) -> None:
    """The fields that must be filled in cannot be (HIS 80415:2012, 3.5)."""
    start = TEXT.index(f"<{name}")
    end = TEXT.index("<GenDate>" if name == "MsgId" else "<MIGversion>")
    cut = TEXT[: TEXT.index("<Patient>")]
    text = (
        cut[:start] + cut[end:] if name == "Type" else cut.replace(f"<MsgId>{MSG_ID}</MsgId>", "")
    )
    reception = took(broken(text))
    assert reception.reason is Reason.TOO_LITTLE
    assert reception.acknowledgements == ()


def test_a_damaged_copy_is_a_duplicate() -> None:
    """What was received whole is not refused for a copy that was cut off."""
    reception = receive(DATA[:-20], id=ID, at=AT, seen=lambda key: "0" * 64)
    assert reception.decision is Decision.IGNORE
    assert reception.acknowledgements == ()


def test_many_copies_are_found() -> None:
    """Up to a number that nobody needs."""
    one = TEXT[TEXT.index("<Organisation>") : TEXT.index("</Sender>")]
    for count, found in ((1, 2), (5, 6), (50, 21)):
        copies = "".join(
            f"<OtherReceiver><RoleReceiver V='COP'/>{one.replace('9900101', str(number))}"
            "</OtherReceiver>"
            for number in range(count)
        )
        text = broken(TEXT).replace("<Patient>", f"{copies}<Patient>")
        assert len(original(text).receivers) == found


@pytest.mark.parametrize("step", [97])
def test_it_may_end_anywhere(step: int) -> None:
    """The later it ends, the more is found; the identifier is never another."""
    for end in range(0, len(DATA), step):
        reception = took(DATA[:end])
        for ack in reception.acknowledgements:
            assert ack.message.original_msg_id.id == MSG_ID
            assert ack.errors
