"""Messages under an agreement: which entry counts, and what partly read messages give."""

from __future__ import annotations

import pytest
from lxml import etree

from caremsg import inspect, samples
from caremsg.check import check
from caremsg.check.agreements import Agreement, judge_agreement, layered, read_agreement
from tests.conftest import ROOT

from .making import EXCHANGE, REPORT, agreed, rule, told

READY = samples.data("logistikk-utskrivningsklar-1.6")
SERVICE = EXCHANGE + 'receiver = "9900200"\nservice = "9"\n'


@pytest.fixture(scope="module")
def example() -> Agreement:
    """The examples, as one agreement."""
    names = ("agreement-region.toml", "agreement.toml")
    found = [read_agreement(ROOT / "examples" / name).agreement for name in names]
    return layered(*(one for one in found if one is not None))


@pytest.mark.parametrize(
    "text, codes",
    [
        (SERVICE + EXCHANGE, ["AGR103"]),
        (EXCHANGE + SERVICE, ["AGR103"]),
        (EXCHANGE + 'service = "9"\n' + EXCHANGE + 'service = "9900201"\n', []),
        (EXCHANGE + 'service = "9900201"\n' + EXCHANGE + 'service = "9"\n', []),
        (EXCHANGE + 'editions = ["PLO 1.5"]\n' + EXCHANGE + 'editions = ["PLO 1.6"]\n', []),
        (SERVICE.replace("9900200", "1") + EXCHANGE, []),
    ],
)
def test_the_most_special_exchange_counts(text: str, codes: list[str]) -> None:
    """Whatever the order; of those as special as each other, the one that is kept."""
    assert [code for code, _ in told(agreed(text))] == codes


def test_the_most_special_layer_counts() -> None:
    """Before the names of the parties."""
    region, pair = agreed(SERVICE, "region"), agreed(EXCHANGE)
    assert not told(layered(region, pair))
    assert told(layered(agreed(EXCHANGE, "region"), agreed(SERVICE)))


def test_a_message_to_no_service() -> None:
    """It does not come to the one that was agreed."""
    root = etree.fromstring(REPORT)
    for unit in root.findall(".//{*}Receiver/{*}Organisation/{*}Organisation"):
        unit.getparent().remove(unit)  # type: ignore[union-attr]
    agreement = agreed(EXCHANGE + 'service = "9900201"\n')
    assert ("AGR103", "msg_info.receiver.organisation") in told(agreement, etree.tostring(root))


@pytest.mark.parametrize(
    "path, found",
    [
        ("Innleggelsesrapport//Utleveringsform", ["innhold[0].ref_doc.content.items[0]"]),
        ("//Utleveringsform", ["innhold[0].ref_doc.content.items[0]"]),
        ("Innleggelsesrapport//Startdato", []),
        ("MsgInfo//ProcessingStatus", [""]),
        ("OrienteringOmTjenestetilbud//Startdato", []),
        ("//Hendelsekode", []),
    ],
)
def test_required_at_any_depth(path: str, found: list[str]) -> None:
    """Told of once, in a document that can have it, and of no other document."""
    text = rule("required", path)
    assert [at for _, at in told(agreed(text))] == found


def test_what_an_edition_does_not_have_is_not_required_of_it() -> None:
    """Nobody can send it."""
    path = "Innleggelsesrapport/ParorendeForesatt/FodselsarMindrearigParorende"
    old = samples.data("innleggelsesrapport-1.5")
    agreement = agreed(rule("required", path))
    assert not told(agreement, old)
    assert told(agreement)


def test_required_of_receipts_by_their_type() -> None:
    """A receipt has no head that tells its type."""
    text = rule("forbidden", "AppRec/Status", 'types = ["APPREC"]')
    assert told(agreed(text), samples.data("apprec-ok-1.1")) == [("AGR105", "status")]
    assert not told(agreed(text))


def dated(event: str, made: str) -> bytes:
    """A notice of readiness, with the time of its last event and its own."""
    data = READY.replace(b"2026-10-13", event.encode())
    return data.replace(b"<GenDate>2026-10-12T10:40:00", b"<GenDate>" + made.encode())


@pytest.mark.parametrize(
    "event, made, late",
    [
        ("2026-10-12T10:00:00", "2026-10-12T12:00:00", False),
        ("2026-10-12T10:00:00", "2026-10-12T12:00:01", True),
        ("2026-10-12T10:00:00", "2026-10-12T11:00:00Z", True),
        ("2026-10-12", "2026-10-12T23:00:00", False),
        ("2026-10-12", "2026-10-13T01:30:00", False),
        ("2026-10-12", "2026-10-13T03:00:00", True),
        ("2026-10-13", "2026-10-12T10:00:00", False),
        ("2026-10", "2026-10-13T03:00:00", True),
        ("0001-01-01T00:00:00+14:00", "2026-10-05T14:30:00", False),
    ],
)
def test_a_deadline_counts_from_the_last_event(event: str, made: str, late: bool) -> None:
    """A day alone is its end; what says less than a day does not count."""
    text = rule("deadline", "MsgInfo/GenDate", 'limit = 2\nsince = "//TidspunktForHendelse"')
    assert bool(told(agreed(text), dated(event, made))) is late


def test_a_deadline_counts_within_the_same_part() -> None:
    """Of a repeated part, each one by its own times."""
    root = etree.fromstring(REPORT)
    service = root.find(".//{*}EksisterendeTjeneste")
    assert service is not None
    start = service.find("{*}Startdato")
    assert start is not None
    end = etree.Element(str(start.tag).replace("Startdato", "Sluttdato"))
    start.addnext(end)
    start.text, end.text = "2026-01-01", "2026-01-02"
    text = rule(
        "deadline",
        "Innleggelsesrapport/EksisterendeTjeneste/Sluttdato",
        'limit = 24\nsince = "Innleggelsesrapport/EksisterendeTjeneste/Startdato"',
    )
    agreement = agreed(text)
    assert not told(agreement, etree.tostring(root))
    end.text = "2026-01-04"
    [(code, path)] = told(agreement, etree.tostring(root))
    assert code == "AGR108"
    assert path.endswith("eksisterende_tjeneste[0].sluttdato")


def test_every_part_of_a_message_may_be_missing(example: Agreement) -> None:
    """What can be read in part can be judged in part."""
    root = etree.fromstring(REPORT)
    for number in range(1, sum(1 for _ in root.iter("*"))):
        broken = etree.fromstring(REPORT)
        node = list(broken.iter("*"))[number]
        node.getparent().remove(node)  # type: ignore[union-attr]
        assert check(etree.tostring(broken), agreement=example).findings is not None


def test_findings_come_in_the_order_of_the_document() -> None:
    """Where no lines are known either."""
    message = inspect(REPORT).message
    assert message is not None
    agreement = agreed(rule("max_length", "//FamilyName", "limit = 1"))
    paths = [breach.path for breach in judge_agreement(agreement, message)]
    by_line = [path for _, path in told(agreement)]
    assert len(paths) > 1
    assert paths == by_line


def test_the_examples_fit_the_samples(example: Agreement) -> None:
    """The report is as agreed but for what the text of the example names."""
    assert {code for code, _ in told(example)} <= {"AGR104"}
    assert told(example, samples.data("apprec-ok-1.1")) == []
    assert "AGR101" in {code for code, _ in told(example, samples.data("fravarsmelding-1.5"))}
