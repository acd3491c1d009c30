"""The outline, the text and the data of a message."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caremsg.codec.plan import Plan
from caremsg.document import inspect
from caremsg.messages.apprec import HCP, AppRec, Inst, OriginalMsgId, Receiver, Sender
from caremsg.messages.datatypes import CS, CV
from caremsg.messages.editions import APPREC_1_1
from caremsg.messages.epj.journalnotat import GenereltJournalnotat, Journaltekst, Notater
from caremsg.messages.msghead import MsgInfo
from caremsg.render import formats, outline, to_data, to_json, to_text
from caremsg.testing import messages, roots
from caremsg.values import TS, URL, DateTime, Fragment, Lexical, SpelledBool
from tests.conftest import Record, each_official
from tests.unit.render.material import HEAD, HER, leaves

RECEIPT = AppRec(
    edition=APPREC_1_1,
    msg_type=CS(code="APPREC"),
    mig_version="v1.1 2012-02-15",
    gen_date=DateTime("2024-03-01T10:00:01"),
    id="7d3f8a52-0000-4000-8000-000000000002",
    sender=Sender(hcp=HCP(innhold=Inst(name="Eksempel kommune"))),
    receiver=Receiver(hcp=HCP(innhold=Inst(name="Eksempel legekontor"))),
    status=CS(code="2", display="Avvist"),
    error=(CV(code="E21", display="Mottaker finnes ikke"),),
    original_msg_id=OriginalMsgId(
        msg_type=CS(code="DIALOG_HELSEFAGLIG"),
        issue_date=DateTime("2024-03-01T10:00:00"),
        id="7d3f8a52-0000-4000-8000-000000000001",
    ),
)
NOTES = Notater(
    komponent_id="k1",
    generelt_journalnotat=(
        GenereltJournalnotat(komponent_id="k2", journaltekst=(Journaltekst(notat="En\nto"),)),
    ),
)


def squeezed(text: str) -> str:
    """Without blanks: lines are wrapped and indented."""
    return "".join(text.split())


def is_technical(plan: Plan, path: tuple[str, ...]) -> bool:
    """What `outline` says that it leaves out."""
    fixed = {a.name for a in plan.attributes if a.type.fixed is not None}
    fixed |= {"mig_version"} if plan.cls is MsgInfo else set()
    if fixed and path[-1] in ("komponent_id", "informasjonskategori"):
        return True
    system = plan.cls is CV and path[-1] == "system"
    kind = path[-1] == "code" and path[-2] in ("type_id", "type")
    return path[-1] in fixed or system or kind


def shown(item: Any) -> Iterator[str]:
    """How each value of a message is to appear in its text."""
    for plan, path, value in leaves(item):
        if is_technical(plan, path) or value is TS.MISSING:
            continue
        if isinstance(value, Fragment):
            yield value.text if value.is_text else ""
        elif isinstance(value, URL):
            yield value.partition(":")[2] or value
        elif isinstance(value, bool | SpelledBool | Lexical):
            yield formats.simple(value, "nb")
        else:
            yield value


def texts(data: Any) -> Iterator[Any]:
    """Every value of data."""
    if isinstance(data, dict):
        for value in data.values():
            yield from texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from texts(value)
    else:
        yield data


def check_all_is_there(message: Any) -> None:
    text = squeezed(to_text(message))
    assert not [value for value in shown(message) if squeezed(value) not in text]
    found = list(texts(json.loads(to_json(message))))
    for _, _, value in leaves(message):
        if isinstance(value, Fragment):
            assert value.xml in found
        elif isinstance(value, bool | SpelledBool):
            assert bool(value) in found
        else:
            assert str(value) in found


@each_official(lambda r: r["folder"] == "examples" and r["file"].endswith(".xml"))
def test_everything_in_an_official_example_is_shown(record: Record) -> None:
    """Every value that is not technical is in the text, and every value in the data."""
    message = inspect(record["path"]).message
    if message is None:
        assert record["suite"].startswith("example-ebms") or "ebms" in record["file"]
    else:
        check_all_is_there(message)


@each_official(lambda r: r["folder"] == "acceptance" and r["file"].endswith(".xml"))
def test_a_faulty_message_can_be_shown(record: Record) -> None:
    """What `inspect` could read of a wrong message is shown, in both languages."""
    message = inspect(record["path"]).message
    if message is not None:
        assert to_text(message).strip()
        assert to_text(message, language="en").strip()
        assert json.loads(to_json(message))


@settings(max_examples=60)
@given(st.data())
def test_everything_in_any_message_is_shown(data: st.DataObject) -> None:
    """The same for messages of every type and edition."""
    kind, edition = data.draw(st.sampled_from(roots()))
    check_all_is_there(data.draw(messages(kind, edition=edition)))


def test_the_text_begins_with_what_a_reader_looks_for():
    """Who writes to whom about whom stands above the content."""
    text = to_text(HEAD)
    assert text.splitlines()[:7] == [
        "Helsefaglig dialog",
        "==================",
        "Fra:     Eksempel legekontor, Test Legesen",
        "Til:     Eksempel kommune",
        "Pasient: Prøve Pasientsen, født 13.11.1969, 13916900216 (Fødselsnummer)",
        "Dato:    01.03.2024 kl. 10:00",
        "ID:      7d3f8a52-0000-4000-8000-000000000001",
    ]
    for part in (
        "Dokument 1: Dialogmelding\n=====",
        "Tema (kode): Henvendelse om pasient (6)",
        "Tekst:\n  Tar to tabletter\n  morgen",
        "Fil: 1,5 kB",
        "(ukjent, ",
        "ID: 1000002 (HER-id); 1000003 (HER-id)",
        "Telefon: 00000000",
        "Adresse: Prøveveien 1, 0000 Ingensteds",
    ):
        assert part in text


def test_a_receipt_begins_with_its_status():
    """The reader of a receipt wants to know whether it went well."""
    lines = to_text(RECEIPT).splitlines()
    assert lines[0] == "Applikasjonskvittering"
    assert lines[2] == "Status: Avvist (2)"
    assert "Feil: Mottaker finnes ikke (E21)" in lines


def test_a_document_without_an_envelope():
    """There is no header, but a title."""
    assert to_text(NOTES) == (
        "Notater\n=======\n"
        "Generelt journalnotat › Journaltekst\n"
        "------------------------------------\n"
        "Notat:\n  En\n  to\n"
    )


def test_lines_are_wrapped():
    """No line is longer than asked for, when its words are not."""
    long = Notater(
        komponent_id="k",
        generelt_journalnotat=(
            GenereltJournalnotat(
                komponent_id="k", journaltekst=(Journaltekst(notat="ord " * 200),) * 2
            ),
        ),
    )
    assert max(map(len, to_text(long, width=40).splitlines())) <= 40


def test_the_language_is_english_on_request():
    """Labels and words are English where there are English ones."""
    text = to_text(HEAD, language="en")
    assert "From:    Eksempel legekontor" in text
    assert "More about the message" in text


@pytest.mark.parametrize("show", [to_text, outline])
def test_another_language_is_refused(show):
    """There are texts in two languages."""
    with pytest.raises(ValueError, match="no texts"):
        show(HEAD, language="fr")


def test_technical_values_are_shown_on_request():
    """Fixed values, identifiers of components and code systems are hidden, not lost."""
    hidden, open_ = outline(NOTES), outline(NOTES, technical=True)
    assert [node.name for node in hidden.children] == ["GenereltJournalnotat"]
    assert {"basiskomponenttype", "komponenttype", "komponentID"} < {
        node.name for node in open_.children
    }
    info = outline(HEAD, technical=True).children[0]
    assert "MIGversion" in [node.name for node in info.children]


def test_data_has_types_where_they_are_needed():
    """A document says what it is, a branch of a choice too; other objects need not."""
    data = to_data(HEAD)
    assert data["@type"] == "MsgHead"
    assert data["@edition"] == "MsgHead 1.2"
    assert data["msg_info"]["sender"]["organisation"]["ident"][0] == {
        "id": "1000002",
        "type_id": {"code": "HER", "system": HER.system, "display": "HER-id"},
    }
    note = data["innhold"][0]["ref_doc"]["content"]["items"][0]
    assert (note["@type"], note["innhold"][0]["@type"]) == ("Dialogmelding", "Notat")
    assert data["innhold"][2]["ref_doc"]["content"]["items"][0] == {
        "xml": '<y:ukjent xmlns:y="urn:y">noe</y:ukjent>'
    }


def test_json_may_be_one_line():
    """No indentation, no line break; letters stay letters."""
    text = to_json(HEAD, indent=None)
    assert "\n" not in text
    assert "Prøve" in text
