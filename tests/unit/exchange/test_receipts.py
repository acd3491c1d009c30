"""Reading acknowledgements: status, errors, whom they come from; also those with faults."""

from __future__ import annotations

import datetime as dt

import pytest

from caremsg import inspect, samples
from caremsg.declare.edits import Edit, copy, drop, put, text, v
from caremsg.errors import InputError
from caremsg.exchange import (
    Decision,
    Identifier,
    Outcome,
    Reason,
    Receipt,
    Reception,
    read_receipt,
    receive,
)
from caremsg.samples.edits import edited

ID = "3f0a9c52-0c0e-4d6f-8f3e-000000000001"
AT = dt.datetime(2026, 10, 20, 12, 0)
NAMES = ("apprec-ok-1.0", "apprec-ok-1.1", "apprec-avvist-1.0", "apprec-avvist-1.1")


def receipt_of(name: str, *edits: Edit) -> Receipt:
    """What a sample says, with some changes."""
    return read_receipt(inspect(edited(name, edits)))


def received(name: str, *edits: Edit) -> Reception:
    """What becomes of a sample, with some changes."""
    return receive(edited(name, edits), id=ID, at=AT)


@pytest.mark.parametrize("name", NAMES)
def test_an_acknowledgement_is_read(name: str) -> None:
    """Every part of it, in both versions."""
    found = receipt_of(name)
    ok = "ok" in name
    assert found.outcome is (Outcome.OK if ok else Outcome.REFUSED)
    assert bool(found.errors) is not ok
    assert all(error.code and error.display for error in found.errors)
    assert found.version == name[-3:]
    assert found.original_id == found.key
    assert found.original_type
    assert found.id
    assert found.senders
    assert found.organisations
    assert repr(found) == f"<Receipt {name[-3:]}: {'OK' if ok else 'REFUSED'}>"


@pytest.mark.parametrize("name", NAMES)
def test_an_acknowledgement_is_never_acknowledged(name: str) -> None:
    """It is taken note of, and nothing is sent."""
    reception = received(name)
    assert reception.decision is Decision.ACCEPT
    assert reception.reason is Reason.RECEIPT
    assert reception.acknowledgements == ()
    assert reception.receipt is not None
    assert not reception.taken_in


@pytest.mark.parametrize(
    "code, outcome",
    [
        ("1", Outcome.OK),
        ("2", Outcome.REFUSED),
        ("3", Outcome.OK_WITH_FAULTS),
        (" 1 ", Outcome.OK),
        ("01", Outcome.UNKNOWN),
        ("4", Outcome.UNKNOWN),
        ("", Outcome.UNKNOWN),
        ("OK", Outcome.UNKNOWN),
        ("١", Outcome.UNKNOWN),
        (None, Outcome.UNKNOWN),
    ],
)
def test_a_status_that_nobody_knows_is_never_ok(code: str | None, outcome: Outcome) -> None:
    """Only the values of 8258 count."""
    assert receipt_of("apprec-ok-1.1", v("//Status", V=code)).outcome is outcome


PARTS = (
    *("MsgType", "MIGversion", "GenDate", "Id", "Sender", "Receiver", "Status", "OriginalMsgId"),
    *("OriginalMsgId/Id", "OriginalMsgId/MsgType", "OriginalMsgId/IssueDate", "Sender/HCP"),
    *("Sender/HCP/Inst", "Receiver/HCP"),
)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("name", ["apprec-ok-1.1", "apprec-avvist-1.0"])
def test_what_is_incomplete_says_nothing_sure(name: str, part: str) -> None:
    """It is read as far as it goes, its outcome is unknown, and nobody is answered."""
    reception = received(name, drop(part))
    assert reception.decision is Decision.REJECT
    assert reception.reason is Reason.FAULTY_RECEIPT
    assert reception.acknowledgements == ()
    assert reception.receipt is not None
    assert reception.receipt.outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    "part", ["//TypeId", "//Dept", "//Inst/Id", "//Inst/Name", "//Address", "//Role", "//@DN"]
)
@pytest.mark.parametrize("name", NAMES)
def test_what_is_optional_may_be_missing(name: str, part: str) -> None:
    """Nothing is raised for it."""
    edits = [v("//*[@DN]", DN=None)] if part == "//@DN" else [drop(part)]
    try:
        reception = received(name, *edits)
    except LookupError:  # the sample has none
        return
    assert reception.receipt is not None
    assert reception.acknowledgements == ()


def test_a_refusal_without_errors_is_still_one() -> None:
    """The rule is broken, the message is refused."""
    found = receipt_of("apprec-avvist-1.1", drop("//Error"))
    assert found.outcome is Outcome.REFUSED
    assert found.errors == ()


def test_an_error_is_shown_as_it_is() -> None:
    """Code, display and words; a code that nobody knows too."""
    changed = v("//Error", V="Q7", DN="Noe", OT="Ring oss", S="1.2.3")
    error = receipt_of("apprec-avvist-1.1", changed).errors[0]
    assert (error.code, error.display, error.text) == ("Q7", "Noe", "Ring oss")
    assert "Ring" not in repr(error)
    bare = receipt_of("apprec-avvist-1.1", v("//Error", V=None, DN=None, OT=None)).errors[0]
    assert (bare.code, bare.display, bare.text) == ("", "", "")


@pytest.mark.parametrize(
    "id", ["46C438A6-A396-5C62-A284-95B10316C5E7", " 46c438a6 ", "", "x" * 200]
)
def test_identifiers_are_compared_in_small_letters(id: str) -> None:
    """What was written is kept beside it."""
    found = receipt_of("apprec-ok-1.1", text("OriginalMsgId/Id", id))
    assert found.original_id == id
    assert found.key == id.strip().lower()


def test_the_most_precise_level_counts() -> None:
    """A department before its institution; without one the institution."""
    her = "<Id>7</Id><TypeId V='HER' DN='HER-id'/>"
    inst = "Sender/HCP/Inst"
    bare = [drop(f"{inst}/*[local-name()='Dept' or local-name()='HCPerson']")]
    found = receipt_of("apprec-ok-1.1", *bare)
    assert found.senders == found.organisations
    for level in ("Dept", "HCPerson"):
        inner = receipt_of("apprec-ok-1.1", *bare, put(inst, f"<{level}>{her}</{level}>"))
        assert inner.senders == {Identifier("HER", "7")}
        assert inner.organisations == found.organisations
        blank = f"<{level}><Name>x</Name><Id> </Id></{level}>"
        assert receipt_of("apprec-ok-1.1", *bare, put(inst, blank)).senders == found.senders


def test_a_person_alone_is_a_sender() -> None:
    """A professional without an institution."""
    one = (
        "<HCProf><Id>8</Id><TypeId V='HPR' DN='HPR-nummer'/>"
        "<AdditionalId><Id>9</Id><Type V='HER' DN='HER-id'/></AdditionalId></HCProf>"
    )
    edits = [put("Sender/HCP", one, before="Inst"), drop("Sender/HCP/Inst")]
    assert receipt_of("apprec-ok-1.1", *edits).senders == {
        Identifier("HPR", "8"),
        Identifier("HER", "9"),
    }


@pytest.mark.parametrize("name", ["innleggelsesrapport-1.6", "damaged-truncated"])
def test_what_is_no_acknowledgement_is_refused(name: str) -> None:
    """A message, or nothing at all."""
    with pytest.raises(InputError, match="not an acknowledgement"):
        read_receipt(inspect(samples.data(name)))


@pytest.mark.parametrize("name", NAMES)
def test_one_that_cannot_be_read_is_not_answered(name: str) -> None:
    """It is not well-formed, so it is nobody's message."""
    data = samples.data(name)
    for cut in (2, 20, len(data) // 2, len(data) - 60):
        reception = receive(data[:-cut], id=ID, at=AT)
        assert reception.decision is Decision.REJECT
        assert reception.reason in (Reason.NO_ENVELOPE, Reason.FAULTY_RECEIPT)
        assert reception.acknowledgements == ()


def test_an_unknown_version_is_not_answered() -> None:
    """Whatever it is, it is no message in an envelope."""
    data = samples.data("apprec-ok-1.1").replace(b"apprec/2012-02-15", b"apprec/2030-01-01")
    reception = receive(data, id=ID, at=AT)
    assert (reception.reason, reception.acknowledgements) == (Reason.NO_ENVELOPE, ())


def in_an_envelope() -> bytes:
    """A message whose document is an acknowledgement."""
    inner = samples.data("apprec-ok-1.1")
    inner = inner[inner.index(b"<AppRec") :]
    outer = samples.data("innleggelsesrapport-1.6")
    start, end = outer.index(b"<Content>") + 9, outer.index(b"</Content>")
    return outer[:start] + inner + outer[end:]


def test_one_in_an_envelope_is_not_answered() -> None:
    """Two systems that answered such ones would do so for ever (HITS 1168:2016, 3)."""
    reception = receive(in_an_envelope(), id=ID, at=AT)
    assert reception.reason is Reason.FAULTY_RECEIPT
    assert reception.acknowledgements == ()


def test_many_errors_are_all_read() -> None:
    """None is dropped."""
    assert len(receipt_of("apprec-avvist-1.1", *[copy("//Error")] * 50).errors) > 50
