"""The tour: it runs, and what it shows is true."""

from lxml import etree

from caremsg import decode, demo, encode, inspect
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
    for name in ("README.md", "src/caremsg/demo.py", "examples"):
        assert any(command.rstrip("/") == name for command, _ in demo.NEXT)
        assert (ROOT / name).exists()
