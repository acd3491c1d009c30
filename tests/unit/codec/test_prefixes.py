"""Readers are compiled for the prefixes that senders use, and for so many only."""

import pytest

from caremsg import decode, encode, inspect, peek
from caremsg.codec import prefixes
from caremsg.codec.prefixes import NONE_BOUND, Prefixes
from caremsg.codec.tokens import Misfit
from tests.unit.build import message

DATA = encode(message())


def renamed(number: int) -> bytes:
    """The message with a prefix of its own for the part it carries."""
    return DATA.replace(b"p1:", b"q%d:" % number).replace(b"xmlns:p1", b"xmlns:q%d" % number)


@pytest.fixture
def few_sets(monkeypatch):
    """A fresh memory of sets, with little room."""
    sets = prefixes._Sets()
    monkeypatch.setattr(prefixes, "_prefixes", sets.of)
    monkeypatch.setattr(prefixes, "_MOST", 5)
    monkeypatch.setattr(prefixes.NONE_BOUND, "starts", {})
    return sets


def test_any_number_of_prefixes_is_read(few_sets):
    """Those without room are read by the judge, with the same result."""
    for number in range(40):
        assert decode(renamed(number)) == message()
        assert inspect(renamed(number)).report.codes == ()
    assert len(few_sets.known) <= 5


def test_a_header_is_read_without_room_too(few_sets):
    """Also when the rest of the message is not there."""
    for number in range(40):
        odd = renamed(number).replace(b"<MsgHead ", b'<MsgHead xmlns:r%d="urn:r" ' % number)
        assert peek(odd[: odd.index(b"<Anslag>")]).info == message().msg_info


def test_a_set_that_comes_back_is_remembered(few_sets):
    """It takes the place of the oldest; one that never comes back does not."""
    for number in range(40):
        decode(renamed(number))
    before = set(few_sets.known)
    for _ in range(5):
        assert decode(renamed(99)) == message()
    assert set(few_sets.known) - before
    assert len(few_sets.known) <= 5


@pytest.mark.parametrize(
    "declared",
    [{"xmlns:xml": "urn:a"}, {"xmlns:a": ""}, {"xmlns:a": "http://www.w3.org/2000/xmlns/"}],
)
def test_what_may_not_be_declared_is_left_to_the_parser(declared):
    """Reserved prefixes and addresses."""
    with pytest.raises(Misfit):
        NONE_BOUND.with_declared(declared)


def test_names_are_written_as_the_document_does():
    """The default namespace first; attributes never by default."""
    here = Prefixes({"": "urn:a", "b": "urn:a", "c": "urn:c"})
    assert here.written("{urn:a}X") == "X"
    assert here.written("{urn:c}X") == "c:X"
    assert here.written("{urn:d}X") is None
    assert here.written_attribute("{urn:a}x") == "b:x"
    assert here.written_attribute("x") == "x"
    assert here.meant("c:X") == "{urn:c}X"
