"""Making an acknowledgement: what is mirrored, in both versions, and what is refused."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from lxml import etree

from caremsg import decode, encode, inspect, samples
from caremsg.check import RECEIVING, check
from caremsg.declare.edits import Edit, drop, put, text, v
from caremsg.errors import InputError
from caremsg.exchange import (
    Acknowledgement,
    Fault,
    Identifier,
    Original,
    OwnDirectory,
    OwnOrganisation,
    Reason,
    Reception,
    Status,
    acknowledge,
    original_of,
    receive,
)
from caremsg.messages.apprec import AppRec, HCProf, Inst
from caremsg.messages.datatypes import CS
from caremsg.messages.editions import APPREC_1_0, APPREC_1_1
from caremsg.samples.edits import edited

ID = "3f0a9c52-0c0e-4d6f-8f3e-000000000001"
AT = dt.datetime(2026, 10, 20, 12, 0)
NEW, OLD = "innleggelsesrapport-1.6", "innleggelsesrapport-1.5"
SENDER = "MsgInfo/Sender/Organisation"
MESSAGES = tuple(n for n in samples.names() if not n.startswith(("apprec", "damaged")))


def original(name: str = NEW, *edits: Edit) -> Original:
    """What a sample tells, with some changes."""
    found = original_of(inspect(edited(name, edits)))
    assert found is not None
    return found


def made(name: str = NEW, *edits: Edit, **more) -> Acknowledgement:
    """The acknowledgement of a sample with some changes."""
    return acknowledge(original(name, *edits), id=ID, at=AT, **more)


def inst(part) -> Inst:
    """The institution of a party."""
    assert isinstance(part.hcp.innhold, Inst)
    return part.hcp.innhold


def versions() -> list[tuple[str, str]]:
    """The version that each sample calls for (HITS 1168:2016, 8)."""
    old = ("melding-fra-pasient", "melding-til-pasient", "timebestilling", "videreformidling")
    return [
        (
            n,
            "1.0"
            if n.endswith("-1.5") or (n.startswith("dialog") and n.endswith("-1.0"))
            else "1.1",
        )
        for n in MESSAGES
        if not n.startswith(old)
    ]


@pytest.mark.parametrize("name, version", versions())
def test_the_message_calls_for_a_version(name: str, version: str) -> None:
    """And the acknowledgement is whole, and says what its version says."""
    ack = made(name)
    assert ack.version == version
    assert decode(ack.data) == ack.message
    assert encode(ack.message) == ack.data
    assert ack.message.mig_version == {"1.0": "1.0 2004-11-21", "1.1": "v1.1 2012-02-15"}[version]
    assert (ack.id, ack.status, ack.errors) == (ID, "1", ())
    assert repr(ack) == f"<Acknowledgement {version}, status 1>"


def test_patient_communication_calls_for_the_old_version() -> None:
    """Here the document is in the envelope of another message."""
    outer, inner = samples.data(NEW), samples.data("melding-til-pasient-1.1")
    root = etree.fromstring(inner)
    start, end = outer.index(b"<Content>") + 9, outer.index(b"</Content>")
    found = original_of(inspect(outer[:start] + etree.tostring(root) + outer[end:]))
    assert found is not None
    assert acknowledge(found, id=ID, at=AT).version == "1.0"


@pytest.mark.parametrize("name", [NEW, OLD])
def test_the_version_may_be_agreed(name: str) -> None:
    """It follows the message unless the caller says another."""
    assert made(name, edition=APPREC_1_0).version == "1.0"
    assert made(name, edition=APPREC_1_1).version == "1.1"


@pytest.mark.parametrize("name", [NEW, OLD])
def test_what_is_about_the_original_is_copied(name: str) -> None:
    """Identifier, type and time, as they were written."""
    message = decode(samples.data(name))
    about = made(name).message.original_msg_id
    assert about.id == message.msg_info.msg_id
    assert about.msg_type == message.msg_info.type
    assert about.issue_date == message.msg_info.gen_date


@pytest.mark.parametrize(
    "sent, answered",
    [
        ("2026-10-05T16:31:07", "2026-10-05T16:31:07"),
        ("2026-10-05T16:31:07.0Z", "2026-10-05T16:31:07.0Z"),
        ("2026-10-05T16:31:07.123456789+14:00", "2026-10-05T16:31:07.123456789+14:00"),
        ("2026-10-05T24:00:00", "2026-10-05T24:00:00"),
        ("-2026-10-05T16:31:07", "-2026-10-05T16:31:07"),
        ("123456-10-05T16:31:07", "123456-10-05T16:31:07"),
        ("2026-10-05", "2026-10-05T00:00:00"),
        (" 2026-10-05T16:31:07\n", "2026-10-05T16:31:07"),
    ],
)
def test_the_time_is_copied_as_it_is_written(sent: str, answered: str) -> None:
    """With zone and fraction; a day alone becomes its first moment."""
    ack = made(NEW, text("MsgInfo/GenDate", sent))
    assert ack.message.original_msg_id.issue_date == answered
    assert decode(ack.data) == ack.message


@pytest.mark.parametrize(
    "sent",
    [
        *("", " ", "x", "2026-10-05Z", "2026-13-05", "2026-02-30T00:00:00", "2026-10-05T16:31"),
        *("2026-10-05T16:31:60", "0000-01-01T00:00:00", "05.10.2026", "9" * 10_000, "٢٠٢٦-10-05"),
    ],
)
def test_without_a_time_nobody_can_be_answered(sent: str) -> None:
    """IssueDate has to be there; the reception says what is missing: "FLO015"."""
    changed = text("MsgInfo/GenDate", sent)
    with pytest.raises(InputError, match="not tell enough"):
        made(NEW, changed)
    reception = receive(edited(NEW, [changed]), id=ID, at=AT)
    assert reception.reason is Reason.TOO_LITTLE
    assert reception.acknowledgements == ()
    assert "FLO015" in reception.report.codes


PLACE = (
    "<Address>{type}<StreetAdr>Blåklokkeveien 7</StreetAdr><PostalCode>9999</PostalCode>"
    "<City>Tirilvik</City>{box}<County V='0301' DN='Oslo'/><Country V='NO' DN='Norge'/></Address>"
)
PHONES = (
    "<TeleCom><TypeTelecom V='MC' DN='Mobiltelefon'/><TeleAddress V='tel:99999101'/></TeleCom>"
    "<TeleCom><TeleAddress V='mailto:post@tirilvik.example'/></TeleCom>"
)


@pytest.mark.parametrize("name", [NEW, OLD])
@pytest.mark.parametrize("party", ["Sender", "Receiver"])
def test_the_address_is_mirrored(name: str, party: str) -> None:
    """A post box follows the street; telephones are addresses too."""
    place = PLACE.format(type="<Type V='RES' DN='Besøksadresse'/>", box="<Postbox>Boks 3</Postbox>")
    ack = made(name, put(f"MsgInfo/{party}/Organisation", place + PHONES, after="Ident"))
    other = ack.message.receiver if party == "Sender" else ack.message.sender
    found = other.hcp.address
    assert found is not None
    assert found.type == CS(code="RES", display="Besøksadresse")
    assert found.street_adr == "Blåklokkeveien 7, Boks 3"
    assert (found.postal_code, found.city) == ("9999", "Tirilvik")
    assert found.county == CS(code="0301", display="Oslo")
    assert found.country == CS(code="NO", display="Norge")
    assert found.tele_address == ("tel:99999101", "mailto:post@tirilvik.example")
    assert decode(ack.data) == ack.message


@pytest.mark.parametrize(
    "more, kind, street, numbers",
    [
        (PLACE.format(type="", box=""), "PST", "Blåklokkeveien 7", 0),
        ("<Address><Postbox>Boks 3</Postbox></Address>", "PST", "Boks 3", 0),
        ("<Address/>", "PST", None, 0),
        (PHONES, "PST", None, 2),
        ("<TeleCom><TeleAddress V=''/></TeleCom>", None, None, 0),
        ("<TeleCom/>", None, None, 0),
    ],
)
def test_half_an_address(more: str, kind: str | None, street: str | None, numbers: int) -> None:
    """What there is comes back; the kind is made up where it has to be there."""
    ack = made(NEW, put(SENDER, more, after="Ident"))
    found = ack.message.receiver.hcp.address
    assert (found is None) is (kind is None)
    if found is not None:
        assert (found.type.code, found.street_adr) == (kind, street)
        assert len(found.tele_address) == numbers
    assert decode(ack.data) == ack.message


IDENT = "<Ident><Id>{}</Id><TypeId V='{}' S='2.16.578.1.12.4.1.1.9051' DN='{}'/></Ident>"


def test_all_identifiers_come_back_the_her_id_first() -> None:
    """Also wrong ones; nothing is put right."""
    more = IDENT.format("999 999 99", "ENH", "Org") + IDENT.format("7", "HER", "HER-id")
    ack = made(NEW, drop(f"{SENDER}/Ident"), put(SENDER, more, after="OrganisationName"))
    found = inst(ack.message.receiver)
    assert (found.id, found.type_id) == ("7", CS(code="HER", display="HER-id"))
    assert [(a.id, a.type) for a in found.additional_id] == [
        ("999 999 99", CS(code="ENH", display="Org"))
    ]


def test_without_a_her_id_the_order_is_kept() -> None:
    """The first is the identifier, the others are further ones."""
    more = (
        IDENT.format("1", "ENH", "a") + IDENT.format("2", "RSH", "b") + IDENT.format("3", "", "c")
    )
    ack = made(NEW, drop(f"{SENDER}/Ident"), put(SENDER, more, after="OrganisationName"))
    found = inst(ack.message.receiver)
    assert [found.id, *(a.id for a in found.additional_id)] == ["1", "2", "3"]
    assert decode(ack.data) == ack.message


@pytest.mark.parametrize("level", [SENDER, f"{SENDER}/Organisation"])
def test_a_party_without_identifier_or_name(level: str) -> None:
    """What is missing in the message is missing in the acknowledgement."""
    ack = made(NEW, drop(f"{level}/Ident"), drop(f"{level}/OrganisationName"))
    assert decode(ack.data) == ack.message
    found = inst(ack.message.receiver)
    part = found if level == SENDER else found.dept[0]
    assert (part.name, part.id, part.type_id) == (None, None, None)


PERSON = (
    "<HealthcareProfessional>"
    "<TypeHealthcareProfessional V='LE' DN='Lege'/><FamilyName>Testvik</FamilyName>"
    "<MiddleName>Lyng</MiddleName><GivenName>Embla</GivenName>"
    "<Ident><Id>9900301</Id><TypeId V='HPR' S='2.16.578.1.12.4.1.1.8116' DN='HPR-nummer'/></Ident>"
    "<Ident><Id>8</Id><TypeId V='HER' S='2.16.578.1.12.4.1.1.8116' DN='HER-id'/></Ident>"
    "</HealthcareProfessional>"
)


def test_a_person_of_the_organisation_is_mirrored() -> None:
    """By name and all identifiers."""
    found = inst(made(NEW, put(SENDER, PERSON)).message.receiver)
    (person,) = found.hc_person
    assert person.name == "Embla Lyng Testvik"
    assert (person.id, [a.id for a in person.additional_id]) == ("8", ["9900301"])


def test_a_person_who_signs_below_a_service_is_left_out() -> None:
    """The service is the party (HITS 1168:2016, 11.2)."""
    ack = made(NEW, put(f"{SENDER}/Organisation", PERSON))
    assert b"Embla" not in ack.data
    assert [d.name for d in inst(ack.message.receiver).dept] == ["Sykepleietjeneste"]


def test_organisations_in_organisations() -> None:
    """Each is a department, the outermost first."""
    inner = "<Organisation><OrganisationName>{}</OrganisationName>{}</Organisation>"
    nested = inner.format("b", inner.format("c", inner.format("d", "")))
    ack = made(NEW, put(f"{SENDER}/Organisation", nested))
    names = [d.name for d in inst(ack.message.receiver).dept]
    assert names == ["Sykepleietjeneste", "b", "c", "d"]


def test_a_person_alone_acknowledges() -> None:
    """A professional without organisation who got a copy."""
    xml = f"<OtherReceiver><RoleReceiver V='COP' DN='x'/>{PERSON}</OtherReceiver>"
    found = original(NEW, put("MsgInfo", xml, after="Receiver"))
    ack = acknowledge(found, id=ID, at=AT, receiver=found.receivers[1])
    party = ack.message.sender.hcp.innhold
    assert isinstance(party, HCProf)
    assert (party.name, party.id, party.type) == (
        "Embla Lyng Testvik",
        "8",
        CS(code="LE", display="Lege"),
    )
    assert decode(ack.data) == ack.message


@pytest.mark.parametrize(
    "edition, copy, own, other",
    [
        (APPREC_1_0, False, "SPR", "RECEIVER"),
        (APPREC_1_0, True, "COP", "RECEIVER"),
        (APPREC_1_1, False, "PRIM", "AVS"),
        (APPREC_1_1, True, "COP", "AVS"),
    ],
)
def test_the_roles(edition, copy: bool, own: str, other: str) -> None:
    """Always given, by version."""
    found = original("utskrivningsrapport-1.6")
    ack = acknowledge(found, id=ID, at=AT, receiver=found.receivers[copy], edition=edition)
    roles = (ack.message.sender.role, ack.message.receiver.role)
    assert [role and role.code for role in roles] == [own, other]
    assert all(role and role.display for role in roles)


@pytest.mark.parametrize(
    "status, faults",
    [
        (Status.OK, [Fault("T02")]),
        (Status.REFUSED, []),
        (Status.OK_WITH_FAULTS, []),
    ],
)
def test_status_and_faults_agree(status: CS, faults: list[Fault]) -> None:
    """Nothing else is made."""
    with pytest.raises(InputError, match="at least one fault"):
        made(status=status, faults=faults)


@pytest.mark.parametrize("status", [Status.REFUSED, Status.OK_WITH_FAULTS])
def test_faults_have_system_code_and_display(status: CS) -> None:
    """And the words; the same fault only once."""
    faults = [Fault("E36", "navn"), Fault("T02"), Fault("E36", "navn"), Fault("E36", "nummer")]
    ack = made(status=status, faults=iter(faults))
    assert ack.errors == ("E36", "T02", "E36")
    assert [error.original_text for error in ack.message.error] == ["navn", None, "nummer"]
    assert {error.system for error in ack.message.error} == {"2.16.578.1.12.4.1.1.8221"}
    assert all(error.display for error in ack.message.error)
    assert ack.status == status.code


@pytest.mark.parametrize("code, old", [("E10", "X99"), ("T10", "T99"), ("E36", "E36")])
def test_codes_that_the_old_version_lacks(code: str, old: str) -> None:
    """A general one stands for them, with the words."""
    faults = [Fault(code, "hvorfor")]
    assert made(NEW, status=Status.REFUSED, faults=faults).errors == (code,)
    ack = made(OLD, status=Status.REFUSED, faults=faults)
    assert ack.errors == (old,)
    assert ack.message.error[0].original_text == "hvorfor"


@pytest.mark.parametrize(
    "name, code",
    [
        (OLD, "E10"),
        (OLD, "T10"),
        (NEW, "X99"),
        (NEW, "T99"),
    ],
)
def test_a_general_code_needs_words(name: str, code: str) -> None:
    """It is refused, or the words are made up; never sent bare."""
    try:
        ack = made(name, status=Status.REFUSED, faults=[Fault(code)])
    except InputError:
        return
    assert ack.message.error[0].original_text


@pytest.mark.parametrize("code", ["", "Q1", "e36", "E36 ", "1", "T02\n"])
def test_a_code_that_is_none_is_refused(code: str) -> None:
    """Only values of 8221."""
    with pytest.raises(InputError, match="no error code"):
        made(status=Status.REFUSED, faults=[Fault(code, "x")])


@pytest.mark.parametrize(
    "id",
    [
        *("", "7", "x" * 36, ID[:-1], ID + "0", ID + "\n", " " + ID, f"{{{ID}}}", f"urn:uuid:{ID}"),
        *(ID.replace("-", ""), ID.replace("3", "٣"), "3f0a9c520-c0e-4d6f-8f3e-000000000001"),
    ],
)
def test_the_identifier_is_a_uuid(id: str) -> None:
    """Anything else is refused before anything is read."""
    with pytest.raises(InputError, match="UUID"):
        acknowledge(original(), id=id, at=AT)
    with pytest.raises(InputError, match="UUID"):
        receive(b"", id=id, at=AT)


def test_the_letters_of_the_identifier_are_kept() -> None:
    """Large ones are allowed."""
    ack = acknowledge(original(), id=ID.upper(), at=AT)
    assert ack.id == ID.upper()


@pytest.mark.parametrize("part", ["Sender", "GenDate", "Receiver", "Sender/Organisation"])
def test_what_does_not_tell_enough_is_refused(part: str) -> None:
    """Without sender, time or receiver."""
    with pytest.raises(InputError):
        made(NEW, drop(f"MsgInfo/{part}"))


@pytest.mark.parametrize("name", ["apprec-ok-1.1", "damaged-unknown-root"])
def test_what_is_no_message_cannot_be_answered(name: str) -> None:
    """An acknowledgement, or something else."""
    with pytest.raises(InputError, match="not tell enough"):
        acknowledge(inspect(samples.data(name)), id=ID, at=AT)


def test_an_inspection_will_do() -> None:
    """It need not be asked for its original first."""
    ack = acknowledge(inspect(samples.data(NEW)), id=ID, at=AT, software=("Journal", "1.2"))
    assert isinstance(ack.message, AppRec)
    assert (ack.message.software_name, ack.message.software_version) == ("Journal", "1.2")
    assert ack.receiver == "HER:9900201"


@pytest.mark.parametrize(
    "at, written",
    [
        (AT, "2026-10-20T12:00:00"),
        (AT.replace(microsecond=5), "2026-10-20T12:00:00.000005"),
        (AT.replace(tzinfo=dt.UTC), "2026-10-20T12:00:00+00:00"),
        (
            AT.replace(tzinfo=dt.timezone(dt.timedelta(hours=-3, minutes=-30))),
            "2026-10-20T12:00:00-03:30",
        ),
        (dt.datetime(9, 1, 1), "0009-01-01T00:00:00"),
    ],
)
def test_the_time_may_have_a_zone_or_none(at: dt.datetime, written: str) -> None:
    """It is written as it is."""
    ack = acknowledge(original(), id=ID, at=at)
    assert ack.message.gen_date == written
    assert decode(ack.data) == ack.message


@pytest.mark.parametrize("offset", [dt.timedelta(seconds=30), dt.timedelta(hours=23)])
def test_an_odd_zone_is_no_surprise(offset: dt.timedelta) -> None:
    """XML has no room for it, and InputError says so."""
    with pytest.raises(InputError, match="cannot express"):
        acknowledge(original(), id=ID, at=AT.replace(tzinfo=dt.timezone(offset)))


@pytest.mark.parametrize("name", [NEW, OLD])
def test_what_is_wrong_comes_back_as_it_was(name: str) -> None:
    """Names, identifiers, codes: nothing is corrected (HIS 80415:2012, 3.5)."""
    edits = [
        text(f"{SENDER}/Ident/Id", " 99 001 00 "),
        v(f"{SENDER}/Ident/TypeId", V="her", DN="HER id", S="1.2.3"),
        text(f"{SENDER}/OrganisationName", "  Tirilvik\n<kommune> & sønn ]]> "),
        text("MsgInfo/MsgId", "{46C438A6}"),
        v("MsgInfo/Type", V="INNLEGGELSE", DN=None),
    ]
    ack = made(name, *edits)
    found = inst(ack.message.receiver)
    assert found.id == " 99 001 00 "
    assert found.type_id == CS(code="her", display="HER id")
    assert found.name == "  Tirilvik\n<kommune> & sønn ]]> "
    assert ack.message.original_msg_id.id == "{46C438A6}"
    assert ack.message.original_msg_id.msg_type == CS(code="INNLEGGELSE")
    assert decode(ack.data) == ack.message


def refused(*edits: Edit) -> Reception:
    """A message with faults."""
    return receive(edited(NEW, edits), id=ID, at=AT)


def test_each_finding_is_an_error_with_words() -> None:
    """In Norwegian, with line and code of the finding; those that must refuse come first."""
    reception = refused(
        text("MsgInfo/MsgId", "7"), drop("MsgInfo/Patient"), v("MsgInfo/Type", V="TULL")
    )
    (ack,) = reception.acknowledgements
    assert set(ack.errors) == {"E10", "E36", "T10"}
    assert ack.errors[-1] == "T10"
    for error in ack.message.error:
        shape = r".*[a-zæøå]+.* \((?:linje \d+)\) \[[A-Z]{3}\d{3}\]"
        assert re.fullmatch(shape, error.original_text or "")


def test_of_many_faults_only_some_are_sent() -> None:
    """And the last says how many there are more."""
    (ack,) = refused(v("//*[@V]", tull="1")).acknowledgements
    assert len(ack.errors) == 21
    last = ack.message.error[-1].original_text or ""
    assert re.fullmatch(r"og \d+ feil til", last)
    assert decode(ack.data) == ack.message


def test_words_are_short_and_hold_no_value() -> None:
    """A name of an element may be as long as it likes."""
    (ack,) = refused(put("MsgInfo/Patient", f"<{'Tull' * 500}/>")).acknowledgements
    assert all(len(error.original_text or "") < 260 for error in ack.message.error)
    assert "Alvhild" not in "".join(error.original_text or "" for error in ack.message.error)


def test_several_receivers_have_identifiers_of_their_own() -> None:
    """The first has the given one; the others are made from it, always the same."""
    data = samples.data("utskrivningsrapport-1.6")
    first, second = receive(data, id=ID, at=AT).acknowledgements
    assert first.id == ID
    assert second.id != ID
    assert [a.id for a in receive(data, id=ID, at=AT).acknowledgements] == [ID, second.id]
    assert receive(data, id=ID[:-1] + "2", at=AT).acknowledgements[1].id != second.id


def test_nothing_shows_a_value() -> None:
    """Neither names nor identifiers are in the texts that programs log."""
    found = original()
    shown = repr(found) + repr(found.receivers) + repr(made()) + repr(receive(b"", id=ID, at=AT))
    assert not re.search(r"99\d{5}|46c438a6|Tirilvik|Alvhild|14854110463", shown)


@pytest.mark.parametrize(
    "name, codes",
    [
        (NEW, set()),
        (OLD, set()),
        ("dialog-notat-1.0", set()),
        ("utskrivningsrapport-1.5", {"COD009"}),  # version 1.0 has other words for a HER-id
    ],
)
def test_an_acknowledgement_is_right_by_the_rules(name: str, codes: set[str]) -> None:
    """What we send is in order when the message was."""
    for ack in receive(samples.data(name), id=ID, at=AT).acknowledgements:
        assert check(ack.data, policy=RECEIVING).ok
        assert set(check(ack.data).codes) <= codes


def test_a_directory_decides_who_answers() -> None:
    """Only receivers of ours."""
    ours = OwnDirectory((OwnOrganisation(frozenset({Identifier("HER", "9900300")})),))
    reception = receive(samples.data("utskrivningsrapport-1.6"), id=ID, at=AT, directory=ours)
    assert [a.receiver for a in reception.acknowledgements] == ["HER:9900301, copy"]
