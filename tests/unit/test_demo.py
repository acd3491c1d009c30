"""The tour: it runs, and what it shows is true."""

from lxml import etree

from caremsg import decode, demo, encode, inspect
from caremsg.demo import tour
from tests.conftest import ROOT


def test_what_the_tour_builds_is_right():
    for message in (demo.admission_notice(), demo.admission_report()):
        data = encode(message)
        assert inspect(data).report.codes == ()
        assert decode(data) == message


def test_what_the_tour_builds_agrees_with_the_published_schema(published_schema):
    for message in (demo.admission_notice(), demo.admission_report()):
        published_schema.assertValid(etree.fromstring(encode(message)))


def test_the_tour_shows_all_its_parts(capsys):
    demo.main()
    shown = capsys.readouterr().out
    for part in (
        "def admission_notice",
        "<TidspunktForHendelse",
        "Nothing lost   True",
        "Pasient: Alvhild Prøvestad",
        "SCH101",
        "make test",
    ):
        assert part in shown


def test_the_tour_fits_on_two_screens(capsys):
    demo.main()
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) < 130
    assert max(map(len, lines)) <= 104


def test_what_comes_next_is_there():
    for name in ("README.md", "src/caremsg/demo", "examples"):
        assert any(command.rstrip("/") == name for command, _ in tour.NEXT)
        assert (ROOT / name).exists()


def test_the_small_exchange_goes_as_it_should():
    """What goes wrong is answered, noticed and recorded."""
    lines = list(demo.small_exchange())
    text = "\n".join(lines)
    for part in (
        "linked, answered, answer: status 1",
        "duplicate",
        "answer: status 2 T01",
        "refused by receiver",
        "before its original",
        "cancelled",
        "overdue",
        "no longer overdue",
    ):
        assert part in text
    assert text.count("intact") == 2
