"""Each finding on shape: a document that gives it, where it points, and one that does not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caremsg import inspect
from caremsg.codec import kinds
from caremsg.codec.judge import judge_root
from caremsg.codec.safe_xml import Limits, parse
from caremsg.messages.msghead import MsgHead
from caremsg.values import TS, Fragment

MH = "http://www.kith.no/xmlstds/msghead/2006-05-24"
HEAD = f"""\
<h:MsgHead xmlns:h="{MH}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">

<h:MsgInfo>
<h:Type V="DIALOG_NOTAT"/>
<h:MIGversion>v1.2 2006-05-24</h:MIGversion>
<h:GenDate>2024-01-31T10:20:11</h:GenDate>
<h:MsgId>c1</h:MsgId>
<h:Sender><h:Organisation/></h:Sender>
<h:Receiver><h:Organisation/></h:Receiver>
</h:MsgInfo>
<h:Document>
<h:FromDate V="2024-01"/>
<h:RefDoc>
<h:MsgType V="XML"/>
<h:Content/>
</h:RefDoc>
</h:Document>
</h:MsgHead>
"""
INFO, DOC = "/h:MsgHead/h:MsgInfo", "/h:MsgHead/h:Document"

FAULTS = {
    "SCH001": (MH, "urn:other", "", "/h:MsgHead", 1),
    "SCH002": (MH, MH.replace("2006", "2007"), "", "/h:MsgHead", 1),
    "SCH101": ("<h:MsgId>c1</h:MsgId>\n", "", "msg_info", INFO, 3),
    "SCH102": (
        "<h:MsgId>",
        "<h:Odd/><h:MsgId>",
        "msg_info",
        f"{INFO}/h:Odd",
        7,
    ),
    "SCH103": (
        "<h:Content/>\n",
        "<h:Content/>\n<h:Id>a</h:Id>\n",
        "innhold[0].ref_doc.id",
        f"{DOC}/h:RefDoc/h:Id",
        16,
    ),
    "SCH104": (
        "<h:MsgId>c1</h:MsgId>",
        "<h:MsgId>c1</h:MsgId><h:MsgId>c2</h:MsgId>",
        "msg_info.msg_id",
        f"{INFO}/h:MsgId[2]",
        7,
    ),
    "SCH105": (
        "<h:MsgId>c1</h:MsgId>",
        "<h:MsgId>c1</h:MsgId>\n<MsgId/>",
        "msg_info",
        f"{INFO}/MsgId",
        8,
    ),
    "SCH106": (
        "<h:Content/>",
        "<h:FileReference>a</h:FileReference><h:Content/>",
        "innhold[0].ref_doc.content",
        f"{DOC}/h:RefDoc/h:Content",
        15,
    ),
    "SCH201": ("2024-01-31T10", "2024-02-31T10", "msg_info.gen_date", f"{INFO}/h:GenDate", 6),
    "SCH202": (">v1.2 2", ">v1.3 2", "msg_info.mig_version", f"{INFO}/h:MIGversion", 5),
    "SCH302": ("<h:MsgId>", '<h:MsgId a="b">', "msg_info.msg_id", f"{INFO}/h:MsgId", 7),
    "SCH401": ("<h:MsgInfo>", "<h:MsgInfo>a", "msg_info", INFO, 3),
    "SCH402": (">c1<", "><h:c1/><", "msg_info.msg_id", f"{INFO}/h:MsgId", 7),
    "SCH403": ('"DIALOG_NOTAT"/>', '"A"> </h:Type>', "msg_info.type", f"{INFO}/h:Type", 4),
}
"""For each code: what is changed into what; the path, the XPath and the line of the finding."""


def changed(old: str, new: str) -> bytes:
    """The message with one change."""
    assert HEAD.count(old) in (1, 2)
    return HEAD.replace(old, new).encode()


def test_the_sample_has_no_fault() -> None:
    """The message that the faults are put into is in order."""
    assert inspect(HEAD.encode()).report.codes == ()


@pytest.mark.parametrize("code", FAULTS)
def test_a_fault_is_found_where_it_is(code: str) -> None:
    """One fault makes one finding, which tells path, XPath and line."""
    old, new, path, xpath, line = FAULTS[code]
    (finding,) = inspect(changed(old, new)).report
    assert finding.code == code
    where = finding.where
    assert (where.path, where.xpath, where.line) == (path, xpath, line)


@pytest.mark.parametrize("code", FAULTS)
def test_a_finding_is_complete(code: str) -> None:
    """A finding has texts in two languages, all braces filled, and a source."""
    old, new, *_ = FAULTS[code]
    for finding in inspect(changed(old, new)).report:
        assert finding.source
        assert finding.text != finding.text_nb
        assert "{" not in finding.text + finding.text_nb


ATTRIBUTE = '<h:FromDate V="2024-01"/>'


@pytest.mark.parametrize(
    "old, new, code, xpath",
    [
        (ATTRIBUTE, '<h:FromDate V="2024-13"/>', "SCH201", f"{DOC}/h:FromDate/@V"),
        (ATTRIBUTE, '<h:FromDate V="2024" W="1"/>', "SCH302", f"{DOC}/h:FromDate"),
        (ATTRIBUTE, "<h:FromDate>2024-01</h:FromDate>", "SCH403", f"{DOC}/h:FromDate"),
        (ATTRIBUTE, "<h:FromDate><h:V/></h:FromDate>", "SCH403", f"{DOC}/h:FromDate"),
        ("<h:Content/>", "<h:Content>a</h:Content>", "SCH401", f"{DOC}/h:RefDoc/h:Content"),
        ('<h:MsgType V="XML"/>\n', "", "SCH101", f"{DOC}/h:RefDoc"),
        ("<h:Sender>", '<h:Sender xsi:type="a">', "SCH302", f"{INFO}/h:Sender"),
        ("<h:Sender>", '<h:Sender xsi:nil="true">', "SCH302", f"{INFO}/h:Sender"),
        (
            "<h:Organisation/></h:Sender>",
            "<h:Organisation><h:Ident/></h:Organisation></h:Sender>",
            "SCH101",
            f"{INFO}/h:Sender/h:Organisation/h:Ident",
        ),
    ],
)
def test_a_fault_of_another_form(old: str, new: str, code: str, xpath: str) -> None:
    """The same code stands for the same kind of fault elsewhere."""
    first = inspect(changed(old, new)).report.findings[0]
    assert (first.code, first.where.xpath) == (code, xpath)


@pytest.mark.parametrize(
    "old, new",
    [
        (ATTRIBUTE, "<h:FromDate/>"),
        (ATTRIBUTE, "<h:FromDate V=' 2024-01 '></h:FromDate>"),
        (ATTRIBUTE, "<h:FromDate V='2024-01'><!-- a --></h:FromDate>"),
        (">v1.2 2006-05-24<", "><"),
        (">c1<", "><![CDATA[<c1>]]><"),
        (">c1<", "><!-- a -->c<?b?>1<"),
        ("<h:Sender>", '<h:Sender xsi:schemaLocation="a b">'),
        ("<h:MsgId>", "<!-- a --><?b c?><h:MsgId>"),
        ("<h:Content/>", "<h:FileReference>a</h:FileReference>"),
        ("<h:Content/>\n", ""),
        ('"DIALOG_NOTAT"/>', '"A"></h:Type>'),
    ],
)
def test_what_is_allowed(old: str, new: str) -> None:
    """What looks odd and is allowed gives no finding."""
    assert inspect(changed(old, new)).report.codes == ()


def test_a_required_attribute() -> None:
    """A required attribute that is missing is SCH301, a value outside a list is SCH203."""
    data = (
        '<n:Node xmlns:n="http://www.kith.no/xmlstds/epj/EPJEkstrakt/2008-02-20" '
        'xmlns:m="http://www.kith.no/xmlstds/epj/meta/2008-02-20" '
        'm:basiskomponenttype="Skuff" m:komponenttype="1"/>'
    )
    report = inspect(data.encode()).report
    assert [(f.code, f.where.xpath) for f in report] == [
        ("SCH203", "/n:Node/@basiskomponenttype"),
        ("SCH301", "/n:Node"),
    ]


def test_a_limit_of_a_text() -> None:
    """A text that is too long is SCH204."""
    data = (
        '<MeldingInnbygger xmlns="http://ehelse.no/xmlstds/MeldingInnbygger/2018-09-25">'
        f"<Emne>{'a' * 193}</Emne></MeldingInnbygger>"
    )
    found = [f for f in inspect(data.encode()).report if f.code == "SCH204"]
    assert [f.where.path for f in found] == ["emne"]


def test_a_part_is_no_message() -> None:
    """A shared part at the root is SCH003."""
    data = b'<MsgInfo xmlns="http://www.kith.no/xmlstds/msghead/2006-05-24"/>'
    assert inspect(data).report.codes == ("SCH003",)


def test_content_that_is_not_declared_is_kept() -> None:
    """Content of an unknown type is advice, and stays as it came."""
    data = changed("<h:Content/>", '<h:Content><a xmlns="urn:b">c</a></h:Content>')
    inspection = inspect(data)
    assert inspection.ok
    (finding,) = inspection.report
    assert (finding.code, finding.where.path) == ("SCH004", "innhold[0].ref_doc.content.items[0]")
    assert isinstance(inspection.message, MsgHead)
    content = inspection.message.innhold[0].ref_doc.content  # type: ignore[union-attr]
    assert content.items == (Fragment('<a xmlns="urn:b">c</a>'),)


DIALOG = """<Dialogmelding xmlns="http://www.kith.no/xmlstds/dialog/2013-01-23"><Notat>
<TemaKodet V="1"/><TekstNotatInnhold>{}</TekstNotatInnhold></Notat></Dialogmelding>"""


@pytest.mark.parametrize(
    "content, codes",
    [
        ("a", ()),
        ('<p xmlns="http://www.w3.org/1999/xhtml" a="b">a<br/></p>', ()),
        ("<Odd/>", ()),
        ("<Notat/>", ("SCH101",)),
        (f'<p xmlns="urn:p"><MsgInfo xmlns="{MH}"/></p>', ("SCH101",) * 6),
        (f'<ConversationRef xmlns="{MH}"><RefToParent/></ConversationRef>', ("SCH101",)),
    ],
)
def test_declared_elements_in_free_content_are_judged(content: str, codes: tuple[str]) -> None:
    """In open content what is free is not judged, and what is declared is."""
    assert inspect(DIALOG.format(content).encode()).report.codes == codes


def test_all_faults_are_found_at_once() -> None:
    """Several faults in one document are found in one pass, in document order."""
    data = HEAD
    for code in ("SCH302", "SCH201", "SCH106", "SCH401"):
        old, new, *_ = FAULTS[code]
        data = data.replace(old, new)
    report = inspect(data.encode()).report
    assert report.codes == ("SCH401", "SCH201", "SCH302", "SCH106")
    assert [f.where.line for f in report] == sorted(f.where.line or 0 for f in report)


def test_a_message_with_faults_is_built_as_far_as_it_goes() -> None:
    """What is right is typed, what is wrong keeps its text, what is missing is None."""
    data = HEAD.replace('V="2024-01"', 'V="soon"').replace("<h:MsgId>c1</h:MsgId>\n", "")
    message = inspect(data.encode()).message
    assert isinstance(message, MsgHead)
    assert message.msg_info.msg_id is None
    assert message.msg_info.gen_date == "2024-01-31T10:20:11"
    assert message.innhold[0].from_date == TS("soon")  # type: ignore[union-attr]


@pytest.mark.parametrize("code", FAULTS)
def test_the_judge_alone_finds_the_same(code: str) -> None:
    """Whether tokens help or not, the findings are the same."""
    old, new, *_ = FAULTS[code]
    data = changed(old, new)
    message, findings = judge_root(parse(data, Limits()))
    assert tuple(findings) == inspect(data).report.findings
    assert message == inspect(data).message


def test_every_code_of_shape_is_tried() -> None:
    """No code on shape is without a document here."""
    here = {*FAULTS, "SCH003", "SCH004", "SCH203", "SCH204", "SCH301"}
    known = {name for name in vars(kinds) if name.startswith("SCH")}
    assert known - here <= {"SCH005"}  # about the call, not the document


CANARY = "Qvoxzylp"


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from(["c1", "XML", "DIALOG_NOTAT", "2024-01", "v1.2 2006-05-24"])),
    st.booleans(),
    st.sampled_from(["SCH101", "SCH105", "SCH401", "SCH302"]),
)
def test_no_value_comes_into_a_text(places: list[str], loose: bool, code: str) -> None:
    """A value of the document is in no finding, no exception and no repr."""
    data = HEAD
    for place in places:
        data = data.replace(place, CANARY)
    old, new, *_ = FAULTS[code]
    data = data.replace(old, new.replace("a", CANARY) if loose else new)
    inspection = inspect(data.encode())
    shown = [repr(inspection), repr(inspection.message), repr(inspection.report)]
    shown += [inspection.report.summary(most=99), str(inspection.report)]
    names = (f"<{CANARY}", f" {CANARY}=")
    if not any(name in data for name in names):
        assert not any(CANARY in text for text in shown)
