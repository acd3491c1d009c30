"""The cases of the national receipt workbook that one message alone can decide.

`AR-U-nn` are its unit cases, `AR-S-nn` its system cases; each is built here of our own samples.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from lxml import etree

from caremsg import decode, samples
from caremsg.check import STANDARD, check
from caremsg.codes import STANDARD_CODES
from caremsg.declare.edits import Edit, alone, drop, put, text, v
from caremsg.exchange import (
    RECEIVE,
    Acknowledgement,
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
from caremsg.messages.apprec import HCP, HCProf, Inst
from caremsg.samples.edits import edited
from tests.conftest import Record, each_official

HERE = {
    *(f"AR-U-{number:02}" for number in range(1, 10)),
    *(f"AR-S-{number:02}" for number in (*range(1, 11), *range(14, 29), *range(32, 40))),
}
"""The cases that are tested in this module, by their numbers in the name of a test."""
WITH_MEMORY = {"AR-S-11", "AR-S-12", "AR-S-13", "AR-S-40", "AR-S-41", "AR-S-42"}
"""They need earlier messages, or a clock that runs: tested with `Exchange`."""
WITH_SIGNATURE = {"AR-S-29", "AR-S-30", "AR-S-31"}
"""They need the verification of personal signatures."""

ID = "3f0a9c52-0c0e-4d6f-8f3e-000000000001"
AT = dt.datetime(2026, 10, 20, 12, 0)
SENDER, RECEIVER = "MsgInfo/Sender/Organisation", "MsgInfo/Receiver/Organisation"
BOTH = pytest.mark.parametrize(
    "version, name", [("1.0", "utskrivningsrapport-1.5"), ("1.1", "utskrivningsrapport-1.6")]
)
"""A message for each version of the acknowledgement, each with a copy receiver."""


def ids(*numbers: str) -> frozenset[Identifier]:
    """Some HER-ids."""
    return frozenset(Identifier("HER", number) for number in numbers)


def ours(organisation: str, *others: str, patients: bool = True) -> OwnDirectory:
    """A directory with one organisation, and those in it."""
    own = OwnOrganisation(ids(organisation), ids(*others), ids(*others))
    return OwnDirectory((own,), None if patients else ())


MAIN = ours("9900100", "9900101")
COPY = ours("9900300", "9900301")
KNOWN = OwnDirectory(MAIN.organisations + COPY.organisations)


def took(name: str, *edits: Edit, directory: OwnDirectory = MAIN, **more) -> Reception:
    """What becomes of a sample with some changes."""
    return receive(edited(name, edits), id=ID, at=AT, directory=directory, **more)


def answer(name: str, *edits: Edit, **more) -> Acknowledgement:
    """The only acknowledgement of a sample with some changes."""
    (ack,) = took(name, *edits, **more).acknowledgements
    return ack


def refused(reception: Reception) -> Acknowledgement:
    """The only acknowledgement of a message that was refused."""
    (ack,) = reception.acknowledgements
    assert reception.decision is Decision.REJECT
    assert not reception.taken_in
    assert (ack.status, ack.message.status.display) == ("2", "Avvist")
    assert ack.errors
    return ack


def role(ack: Acknowledgement) -> str | None:
    """The role of whoever acknowledges."""
    return ack.message.sender.role.code if ack.message.sender.role else None


def main_role(version: str) -> str:
    """The role of the main receiver."""
    return "SPR" if version == "1.0" else "PRIM"


# --- unit cases ----------------------------------------------------------------------------------


@BOTH
def test_u01_valid_xml(version: str, name: str, published_schema: etree.XMLSchema) -> None:
    """AR-U-01: well-formed, and valid against the schema of its version."""
    ack = answer(name)
    published_schema.assertValid(etree.fromstring(ack.data))
    assert decode(ack.data) == ack.message
    assert ack.version == version


@BOTH
def test_u02_u03_u04_reference(version: str, name: str) -> None:
    """AR-U-02, 03, 04 and AR-S-02, 03, 04: identifier, type and time of the original."""
    head = decode(samples.data(name)).msg_info
    about = answer(name).message.original_msg_id
    assert about.id == head.msg_id
    assert about.msg_type == head.type
    types = STANDARD_CODES.find(8279)
    assert types is not None
    assert types.get(about.msg_type.code) is not None
    assert about.issue_date == head.gen_date
    assert about.issue_date.datetime == head.gen_date.datetime


@BOTH
def test_u05_status(version: str, name: str) -> None:
    """AR-U-05 and AR-S-01: a correct message that was not seen before is taken in."""
    reception = took(name)
    (ack,) = reception.acknowledgements
    assert reception.decision is Decision.ACCEPT
    assert (ack.status, ack.message.status.display, ack.errors) == ("1", "OK", ())


WRONG_ID = text("MsgInfo/MsgId", "7")
NOBODY = drop("MsgInfo/Patient")


def codes_by_version(version: str, *codes: str) -> list[str]:
    """The codes as a version has them: the old one lacks two."""
    lacking = {"E10": "X99", "T10": "T99"} if version == "1.0" else {}
    return sorted(lacking.get(code, code) for code in codes)


@BOTH
def test_u06_one_error(version: str, name: str) -> None:
    """AR-U-06: refused with the one error there is."""
    ack = refused(took(name, NOBODY))
    assert ack.errors == ("E36",)
    assert ack.message.error[0].system == "2.16.578.1.12.4.1.1.8221"


@BOTH
def test_u07_s26_several_errors(version: str, name: str) -> None:
    """AR-U-07 and AR-S-26: one error for each, all of them from 8221."""
    ack = refused(took(name, NOBODY, WRONG_ID))
    assert sorted(ack.errors) == codes_by_version(version, "E36", "E10")
    assert {error.system for error in ack.message.error} == {"2.16.578.1.12.4.1.1.8221"}


@BOTH
@pytest.mark.parametrize("edits", [[NOBODY], [WRONG_ID], [NOBODY, WRONG_ID]])
def test_u08_explanation(version: str, name: str, edits: list[Edit]) -> None:
    """AR-U-08: every error is described in words too."""
    for error in refused(took(name, *edits)).message.error:
        assert error.display
        assert len(error.original_text or "") > 10


@BOTH
@pytest.mark.parametrize("directory, copy", [(MAIN, False), (COPY, True)])
def test_u09_role(version: str, name: str, directory: OwnDirectory, copy: bool) -> None:
    """AR-U-09: the roles of both parties."""
    ack = answer(name, directory=directory)
    assert role(ack) == ("COP" if copy else main_role(version))
    other = ack.message.receiver.role
    assert other is not None
    assert other.code == {"1.0": "RECEIVER", "1.1": "AVS"}[version]


# --- system cases: taken in ----------------------------------------------------------------------

PLACE = (
    "<Address><Type V='RES' DN='Besøksadresse'/><StreetAdr>Blåklokkeveien 7</StreetAdr>"
    "<PostalCode>9999</PostalCode><City>Tirilvik</City><Postbox>Boks 3</Postbox>"
    "<County V='0301' DN='Oslo'/><Country V='NO' DN='Norge'/></Address>"
    "<TeleCom><TeleAddress V='tel:99999101'/></TeleCom>"
)
SECOND = (
    "<Ident><Id>999999999</Id>"
    "<TypeId V='ENH' S='2.16.578.1.12.4.1.1.9051' DN='Organisasjonsnummeret'/></Ident>"
)
SIGNING = (
    "<HealthcareProfessional><FamilyName>Fjellbekk</FamilyName><GivenName>Storm</GivenName>"
    "<Ident><Id>9900150</Id><TypeId V='HER' S='2.16.578.1.12.4.1.1.8116' DN='HER-id'/></Ident>"
    "</HealthcareProfessional>"
)


def sent(party: etree._Element, version: str) -> list[str]:
    """Every text and code of a party in a message, except kinds that have no place."""
    dropped = "ancestor-or-self::*[local-name()='TypeTelecom']"
    texts = party.xpath("descendant::*[not(*)]/text()")
    codes = party.xpath(f"descendant::*[not({dropped})]/@V | descendant::*[not({dropped})]/@DN")
    return [str(item) for item in (*texts, *codes)]


@BOTH
@pytest.mark.parametrize("part, mirrored", [("Sender", "Receiver"), ("Receiver", "Sender")])
def test_s05_mirrored(version: str, name: str, part: str, mirrored: str) -> None:
    """AR-S-05: names, all identifiers, address and telephone of both parties come back."""
    party = f"MsgInfo/{part}/Organisation"
    edits = [put(party, SECOND + PLACE, after="Ident"), put(f"{party}/Organisation", SECOND)]
    data = edited(name, edits)
    (ack,) = receive(data, id=ID, at=AT, directory=MAIN).acknowledgements
    there = etree.fromstring(data).find(f".//{{*}}MsgInfo/{{*}}{part}/{{*}}Organisation")
    back = etree.fromstring(ack.data).find(f"{{*}}{mirrored}")
    assert there is not None
    assert back is not None
    whole = etree.tostring(back, encoding="unicode")
    assert [item for item in sent(there, version) if item not in whole] == []


@BOTH
def test_s06_signing_professional(version: str, name: str) -> None:
    """AR-S-06: whoever signs below a service is left out, and only they."""
    ack = answer(name, put(f"{SENDER}/Organisation", SIGNING))
    assert ack.message == answer(name).message
    assert b"Fjellbekk" not in ack.data
    service_less = answer(name, drop(f"{SENDER}/Organisation"), put(SENDER, SIGNING))
    assert b"Storm Fjellbekk" in service_less.data


@BOTH
def test_s07_s08_s09_primary_receiver(version: str, name: str) -> None:
    """AR-S-07, 08, 09: only the main receiver is ours; in 1.0 it is a provider."""
    ack = answer(name, directory=MAIN)
    assert (ack.status, role(ack)) == ("1", main_role(version))
    assert ack.receiver == "HER:9900101"


@BOTH
def test_s10_copy_receiver(version: str, name: str) -> None:
    """AR-S-10: only the copy receiver is ours."""
    ack = answer(name, directory=COPY)
    assert (ack.status, role(ack)) == ("1", "COP")
    assert ack.receiver == "HER:9900301, copy"


STRANGER = ours("9900100", "9900101", patients=False)
BY_HAND = Receiving(hold_unknown_patients=True)


def waiting(name: str) -> Reception:
    """A message that cannot be matched to a patient here."""
    reception = took(name, directory=STRANGER, policy=BY_HAND)
    assert reception.decision is Decision.HOLD
    assert reception.acknowledgements == ()
    return reception


@BOTH
@pytest.mark.parametrize("hours", [1, 95, 97, 1000])
def test_s14_s15_matched_by_hand(version: str, name: str, hours: int) -> None:
    """AR-S-14, 15: acknowledged when a person approves; nothing before, and late is allowed."""
    when = AT + dt.timedelta(hours=hours)
    done = settle(waiting(name), id=ID, at=when, directory=STRANGER, policy=BY_HAND)
    (ack,) = done.acknowledgements
    assert done.taken_in
    assert (ack.status, ack.version, ack.message.gen_date) == ("1", version, when.isoformat())


# --- system cases: refused -----------------------------------------------------------------------


@BOTH
@pytest.mark.parametrize("fault", [b"<", b"&", b"</x>", b"\x01", b"<x>"])
def test_s16_unreadable(version: str, name: str, fault: bytes) -> None:
    """AR-S-16: an error of the XML is answered with a code of format."""
    data = samples.data(name).replace(b"</MsgHead>", fault + b"</MsgHead>")
    ack = refused(receive(data, id=ID, at=AT, directory=MAIN))
    assert set(ack.errors) <= {"T01", "T02", "T99"}
    assert ack.version == version


@BOTH
@pytest.mark.parametrize("kind", ["ENH", "RSH"])
def test_s17_no_her_id_of_the_organisation(version: str, name: str, kind: str) -> None:
    """AR-S-17, as errata have it: the service is ours, so the message is taken in."""
    ack = answer(name, v(f"{RECEIVER}/Ident/TypeId", V=kind))
    assert ack.status == "1"


@BOTH
def test_s18_no_her_id_of_the_service(version: str, name: str) -> None:
    """AR-S-18, as errata have it: let in, or refused with E21, by the choice of the receiver."""
    bare = drop(f"{RECEIVER}/Organisation")
    assert answer(name, bare).status == "1"
    strict = Receiving(refuse_missing_service=True)
    assert refused(took(name, bare, policy=strict)).errors == ("E21",)
    other = v(f"{RECEIVER}/Organisation/Ident/TypeId", V="LAV")
    assert refused(took(name, other)).errors == ("E21",)


DOCTOR = SIGNING.replace("9900150", "9900177")
LENIENT = Receiving(refuse_unknown_service=False)


@BOTH
@pytest.mark.parametrize(
    "edits",
    [
        pytest.param([drop(f"{RECEIVER}/Organisation"), put(RECEIVER, DOCTOR)], id="AR-S-19"),
        pytest.param([text(f"{RECEIVER}/Organisation/Ident/Id", "99 001 77x")], id="AR-S-20"),
    ],
)
def test_s19_s20_unknown_person_or_service(version: str, name: str, edits: list[Edit]) -> None:
    """AR-S-19, 20: refused with E21, or let in by choice; the wrong address comes back."""
    ack = refused(took(name, *edits))
    assert ack.errors == ("E21",)
    assert b"9900177" in ack.data or b"99 001 77x" in ack.data
    let_in = took(name, *edits, policy=LENIENT)
    assert let_in.decision is Decision.WARN
    assert [a.status for a in let_in.acknowledgements] == ["1"]


@BOTH
@pytest.mark.parametrize("policy", [RECEIVE, LENIENT])
def test_s21_s22_nobody_of_ours(version: str, name: str, policy: Receiving) -> None:
    """AR-S-21, and 22 as the guideline has it: no acknowledgement at all."""
    reception = took(name, directory=ours("1", "2"), policy=policy)
    assert reception.reason is Reason.NO_RECEIVER
    assert reception.decision is Decision.REJECT
    assert reception.acknowledgements == ()


@BOTH
def test_s23_patient_without_a_record(version: str, name: str) -> None:
    """AR-S-23: never a refusal for a care message; the user is told."""
    reception = took(name, directory=STRANGER)
    assert reception.decision is Decision.WARN
    assert "FLO005" in reception.report.codes
    assert [a.status for a in reception.acknowledgements] == ["1"]


PATIENT = "MsgInfo/Patient"
NO_NUMBER, NO_BIRTH = drop(f"{PATIENT}/Ident"), drop(f"{PATIENT}/DateOfBirth")
NO_SEX = drop(f"{PATIENT}/Sex")
NO_NAME = drop(f"{PATIENT}/*[local-name()='FamilyName' or local-name()='GivenName']")


def number(kind: str, value: str) -> list[Edit]:
    """Another number of the patient."""
    return [text(f"{PATIENT}/Ident/Id", value), v(f"{PATIENT}/Ident/TypeId", V=kind)]


@BOTH
@pytest.mark.parametrize(
    "edits",
    [
        [NOBODY],
        [NO_NUMBER, NO_BIRTH, NO_SEX],
        [NO_NUMBER, NO_BIRTH],
        [NO_NUMBER, NO_SEX],
        [NO_NAME, NO_NUMBER],
        [drop(f"{PATIENT}/*")],
        [NO_BIRTH, NO_SEX, text(f"{PATIENT}/Ident/Id", "14854110464")],
        [NO_BIRTH, NO_SEX, text(f"{PATIENT}/Ident/Id", "")],
    ],
)
def test_s24_not_identified(version: str, name: str, edits: list[Edit]) -> None:
    """AR-S-24: nothing that identifies."""
    assert set(refused(took(name, *edits)).errors) == {"E36"}


@BOTH
@pytest.mark.parametrize(
    "edits",
    [
        [NO_BIRTH, NO_SEX],
        [NO_NUMBER],
        [text(f"{PATIENT}/Ident/Id", "14854110464")],
        [NO_BIRTH, NO_SEX, *number("DNR", "54854100060")],
    ],
)
def test_s24_identified_well_enough(version: str, name: str, edits: list[Edit]) -> None:
    """AR-S-24: a name, and a number or birth date and sex."""
    assert answer(name, *edits).status == "1"


@BOTH
@pytest.mark.parametrize("hours", [1, 95, 97])
@pytest.mark.parametrize("faults", [[Fault("E36", "flere kan passe")], [Fault("X99", "annet")]])
def test_s25_s27_refused_by_hand(version: str, name: str, hours: int, faults: list[Fault]) -> None:
    """AR-S-25, 27: with the code of the person's choice."""
    when = AT + dt.timedelta(hours=hours)
    done = settle(waiting(name), id=ID, at=when, refuse=faults, directory=STRANGER, policy=BY_HAND)
    ack = refused(done)
    assert ack.errors == (faults[0].code,)
    assert ack.message.error[0].original_text == faults[0].text


@BOTH
@pytest.mark.parametrize("id", ["", "7", "{46c438a6-a396-5c62-a284-95b10316c5e7}", "x" * 36])
def test_s28_wrong_identifier(version: str, name: str, id: str) -> None:
    """AR-S-28: no UUID; it comes back as it was sent. Version 1.0 has no code of its own."""
    ack = refused(took(name, text("MsgInfo/MsgId", id)))
    assert list(ack.errors) == codes_by_version(version, "E10")
    assert ack.message.original_msg_id.id == id
    assert ack.message.error[0].original_text


@BOTH
@pytest.mark.parametrize(
    "edit",
    [
        drop("MsgInfo/MIGversion"),
        put(PATIENT, "<Tull/>"),
        put("//Content/*", "<Tull/>"),
        v("//Content//*[@V]", tull="1"),
    ],
)
def test_s32_not_valid(version: str, name: str, edit: Edit) -> None:
    """AR-S-32: head or content is not valid."""
    ack = refused(took(name, edit))
    assert set(ack.errors) == {"T02"}
    assert took(name, edit, policy=Receiving(answer_unreadable=False)).reason is Reason.SILENT


@pytest.mark.parametrize("name", ["utskrivningsrapport-1.5", "utskrivningsrapport-1.6"])
def test_s33_unknown_schema(name: str) -> None:
    """AR-S-33: content of a version that nobody knows. What it calls for cannot be known."""
    data, count = re.subn(rb'(:p8="[^"]*)20\d\d', rb"\g<1>2031", samples.data(name))
    assert count == 1
    ack = refused(receive(data, id=ID, at=AT, directory=MAIN))
    assert set(ack.errors) == {"T10"}
    assert ack.version == "1.1"


def test_s33_unknown_schema_is_one_error() -> None:
    """AR-S-26, 33: a schema that nobody knows is one fault, so there is one error."""
    data = re.sub(rb'(:p8="[^"]*)20\d\d', rb"\g<1>2031", samples.data("utskrivningsrapport-1.6"))
    assert refused(receive(data, id=ID, at=AT, directory=MAIN)).errors == ("T10",)


@BOTH
def test_s33_unknown_type(version: str, name: str) -> None:
    """AR-S-33: a type that is not in the code list, or not taken in here."""
    wrong = v("MsgInfo/Type", V="TULL")
    assert list(refused(took(name, wrong)).errors) == codes_by_version(version, "T10")
    policy = Receiving(types=frozenset({"DIALOG_NOTAT"}))
    assert list(refused(took(name, policy=policy)).errors) == codes_by_version(version, "T10")


@BOTH
def test_s34_not_xml(version: str, name: str) -> None:
    """AR-S-34: not well-formed; answered when the sender can be made out, and only then."""
    data = samples.data(name)
    assert refused(receive(data[:-20], id=ID, at=AT, directory=MAIN)).errors == ("T01",)
    for cut in (b"", data[:300], b"hei", edited(name, [alone("MsgInfo/Sender")])):
        reception = receive(cut, id=ID, at=AT, directory=MAIN)
        assert reception.decision is Decision.REJECT
        assert reception.acknowledgements == ()
    silent = Receiving(answer_unreadable=False)
    assert receive(data[:-20], id=ID, at=AT, directory=MAIN, policy=silent).acknowledgements == ()


@BOTH
def test_s35_to_s38_main_receiver_unknown(version: str, name: str) -> None:
    """AR-S-35, 36, 37, 38: ours by its organisation, but not by its service."""
    ack = refused(took(name, directory=ours("9900100")))
    assert (ack.errors, role(ack)) == (("E21",), main_role(version))


@BOTH
def test_s39_copy_receiver_unknown(version: str, name: str) -> None:
    """AR-S-39: the same for the copy receiver; it has that role in both versions."""
    ack = refused(took(name, directory=ours("9900300")))
    assert (ack.errors, role(ack)) == (("E21",), "COP")


@BOTH
def test_one_answer_for_each_of_ours(version: str, name: str) -> None:
    """Both known, one of them, or none: each has its own (as in AR-S-11 and 40, at once)."""
    part = OwnDirectory((*MAIN.organisations, OwnOrganisation(ids("9900300"))))
    none = OwnDirectory((OwnOrganisation(ids("9900100")), OwnOrganisation(ids("9900300"))))
    for directory, statuses in ((KNOWN, ["1", "1"]), (part, ["1", "2"]), (none, ["2", "2"])):
        made = took(name, directory=directory).acknowledgements
        assert [a.status for a in made] == statuses
        assert [role(a) for a in made] == [main_role(version), "COP"]
        assert len({a.id for a in made}) == 2


def test_every_case_is_somewhere() -> None:
    """Together they are all cases of the workbook."""
    everything = {f"AR-U-{n:02}" for n in range(1, 10)} | {f"AR-S-{n:02}" for n in range(1, 43)}
    assert everything == HERE | WITH_MEMORY | WITH_SIGNATURE
    assert len(everything) == len(HERE) + len(WITH_MEMORY) + len(WITH_SIGNATURE)


# --- with official messages ----------------------------------------------------------------------

MIRRORED = {"REC021", "IDN007", "IDN008", "COD009"}
"""What an acknowledgement may be blamed for: data that its original had wrong."""


def in_acceptance(record: Record) -> bool:
    """Picks the messages of the acceptance tests."""
    return record["folder"] == "acceptance"


@each_official(in_acceptance)
def test_only_what_is_mirrored_is_wrong(record: Record, published_schema: etree.XMLSchema) -> None:
    """An acknowledgement of an official message is in order but for what was sent."""
    for ack in receive(record["path"], id=ID, at=AT).acknowledgements:
        published_schema.assertValid(etree.fromstring(ack.data))
        for message in (ack.message, ack.data):
            assert set(check(message, policy=STANDARD).codes) <= MIRRORED


@each_official(in_acceptance)
def test_every_party_is_mirrored(record: Record) -> None:
    """Names and identifiers come back letter by letter."""
    reception = receive(record["path"], id=ID, at=AT)
    original = reception.original
    assert original is not None
    answered = original.receivers if reception.acknowledgements else ()
    for ack, addressee in zip(reception.acknowledgements, answered, strict=True):
        for hcp, party in (
            (ack.message.receiver.hcp, original.sender),
            (ack.message.sender.hcp, addressee.party),
        ):
            assert mirrored_ids(hcp) == {ident.id for ident in party.ident}
            assert isinstance(hcp.innhold, Inst | HCProf)
            if isinstance(hcp.innhold, Inst):
                assert hcp.innhold.name == party.organisation_name


def mirrored_ids(hcp: HCP) -> set[str | None]:
    """The identifiers of a party of an acknowledgement."""
    party = hcp.innhold
    return ({party.id} - {None}) | {more.id for more in party.additional_id}


def test_the_standard_is_that_of_the_cases(standard: Path) -> None:
    """The workbook that is restated there has the same cases."""
    shown = (standard / "acceptance" / "apprec-testcases.json").read_text(encoding="utf-8")
    for case in HERE | WITH_MEMORY | WITH_SIGNATURE:
        assert f'"{case}"' in shown
