"""Our verdict on every file of the standard that has one recorded."""

from caremsg import inspect, peek
from tests.conftest import each_official, official

TRANSPORT = "http://schemas.xmlsoap.org/soap/envelope/"
"""Envelopes of the transport (ebXML) are no messages, and are not declared here."""


@each_official(lambda record: True)
def test_the_verdict_is_that_of_the_record(record):
    """Valid by the published schema or not, but for the envelopes of the transport."""
    inspection = inspect(record["path"])
    if TRANSPORT in (record["root"] or "") and record["xsd_valid"]:
        assert inspection.report.codes == ("SCH001",)
    else:
        assert inspection.ok == record["xsd_valid"], inspection.report.summary()


@each_official(lambda record: record["xsd_valid"] and record.get("parsed", {}).get("msgid"))
def test_the_header_is_what_an_independent_reader_found(record):
    """Type and identifier, by `peek`."""
    expected = record["parsed"]
    header = peek(record["path"])
    assert header.id == expected["msgid"]
    if expected.get("type"):
        assert (header.type or "").strip() == expected["type"].strip()


def test_all_of_them_are_looked_at(standard):
    """None is left out: the number of the records is known."""
    assert len(official(standard)) == 287
