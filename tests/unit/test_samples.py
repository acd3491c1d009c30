"""The samples: right where they say so, of every type, and about nobody."""

import re

import pytest
from lxml import etree

from caremsg import decode, encode, find, inspect, samples
from caremsg.codec.safe_xml import encoding_of
from caremsg.messages.common import Ident, TeleCom
from caremsg.messages.helsenorge.icalendar import Icalendar
from caremsg.messages.helsenorge.icalendar.properties import Dtstart
from caremsg.messages.msghead import Content, MsgHead
from caremsg.values import Fragment

DAMAGED = [name for name in samples.names() if name.startswith("damaged-")]
RIGHT = [name for name in samples.names() if name not in DAMAGED]
NATIONAL = {"FNR", "DNR", "HNR", "FHN"}
EXPECTED = {
    "damaged-apprec-1.1": ["SCH101", "SCH104", "SCH201"],
    "damaged-dialog-helsefaglig-1.1": ["SCH102", "SCH201", "SCH201", "SCH302"],
    "damaged-doctype": ["XML002"],
    "damaged-innleggelsesrapport-1.6": ["SCH101", "SCH102", "SCH103", "SCH201", "SCH201", "SCH201"],
    "damaged-logistikk-1.6": ["SCH104", "SCH106", "SCH201", "SCH202", "SCH302"],
    "damaged-truncated": ["XML001"],
    "damaged-unknown-root": ["SCH001"],
}
KINDS = """
    AppRec/1.0 AppRec/1.1 Dialogmelding/1.0 Dialogmelding/1.1 MsgHead/1.2 Base64Container/1.0
    Innleggelsesrapport/1.5 Pasientlogistikk/1.5 MeldingFravar/1.5
    Innleggelsesrapport/1.6 HelseopplysningerVedSoknad/1.6 Konsultasjon/1.6
    OrienteringOmTjenestetilbud/1.6 OverforingMedisinskeOpplysninger/1.6 TverrfagligEpikrise/1.6
    Pasientlogistikk/1.6 Sammenfatning/2.0 HelseopplysningerSaksbehandling/2.0
    PasientlogistikkV2/2.0 MeldingFraPasient/1.1 MeldingTilPasient/1.1 TimebestillingTop/1.2
    Icalendar/2.0
"""
NOTICES = """
    MeldingInnlagtPasient MeldingUtskrivningsklarPasient AvmeldingUtskrivningsklarPasient
    MeldingOmUtskrevetPasient OrienteringOmDod TilbakemeldingUtskrivningsklarPasient
"""


def documents(name):
    """The message of a sample, and the documents inside it."""
    message = decode(samples.data(name))
    return [message, *(item for content in find(message, Content) for item in content.items)]


def is_synthetic(number):
    """80 is added to the month, and both check digits are right."""
    digits = [int(digit) for digit in number]
    first = sum(a * b for a, b in zip((3, 7, 6, 1, 8, 9, 4, 5, 2, 1), digits, strict=False))
    second = sum(a * b for a, b in zip((5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1), digits, strict=True))
    return 81 <= int(number[2:4]) <= 92 and first % 11 == second % 11 == 0


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_sample_has_no_finding(name):
    inspection = inspect(samples.data(name))
    assert inspection.ok, inspection.report.summary()
    assert inspection.report.codes == ()


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_sample_agrees_with_the_published_schema(name, published_schema):
    published_schema.assertValid(etree.fromstring(samples.data(name)))


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_sample_survives_a_round_trip(name):
    message = decode(samples.data(name))
    assert decode(encode(message)) == message


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_sample_has_the_faults_it_was_given(name):
    inspection = inspect(samples.data(name))
    assert not inspection.ok
    assert sorted(inspection.report.codes) == EXPECTED[name]


def test_every_type_and_edition_has_a_sample():
    found = {
        f"{type(item).__name__}/{item.edition.version}"
        for name in RIGHT
        for item in documents(name)
        if not isinstance(item, Fragment)
    }
    assert found >= set(KINDS.split())


def test_every_notice_of_patient_logistics_has_a_sample():
    found = {
        type(item.innhold).__name__
        for name in RIGHT
        for item in documents(name)
        if type(item).__name__ in ("Pasientlogistikk", "PasientlogistikkV2")
    }
    assert found == set(NOTICES.split())


def test_some_samples_have_an_attachment_an_appointment_and_another_encoding():
    assert len(decode(samples.data("dialog-vedlegg-1.1")).innhold) == 2
    (calendar,) = (item for item in documents("dialog-time-1.1") if isinstance(item, Icalendar))
    assert [start.date_time for start in find(calendar, Dtstart)] == ["2026-12-01T09:00:00"]
    encodings = {encoding_of(samples.data(name))[1] for name in RIGHT}
    assert len(encodings) == 2


def test_a_document_of_a_type_that_nobody_declares_is_kept_as_it_came():
    data = samples.data("dialog-time-1.1").replace(
        b"urn:ietf:params:xml:ns:icalendar-2.0", b"urn:x"
    )
    inspection = inspect(data)
    assert inspection.ok
    assert inspection.report.codes == ("SCH004",)
    (kept,) = (
        item
        for content in find(inspection.message, Content)
        for item in content.items
        if isinstance(item, Fragment)
    )
    assert kept.tag == "{urn:x}icalendar"
    assert decode(encode(inspection.message)) == inspection.message


@pytest.mark.parametrize("name", RIGHT)
def test_nobody_in_a_sample_exists(name):
    message = decode(samples.data(name))
    for ident in find(message, Ident):
        if ident.type_id.code in NATIONAL:
            assert is_synthetic(ident.id)
        else:
            assert ident.id.startswith("9900")
    for telecom in find(message, TeleCom):
        assert re.fullmatch("tel:99999[0-9]{3}", telecom.tele_address)


def test_messages_have_identifiers_of_their_own():
    heads = [decode(samples.data(name)) for name in RIGHT]
    ids = [head.msg_info.msg_id for head in heads if isinstance(head, MsgHead)]
    assert len(ids) == len(set(ids))


def test_names_are_sorted_and_an_unknown_one_is_told():
    assert list(samples.names()) == sorted(samples.names())
    with pytest.raises(LookupError, match="no sample is called"):
        samples.data("../secrets")
