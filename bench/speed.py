"""Reading and writing, in turn with the bare parse of the same bytes and with the peers."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from lxml import etree

import caremsg
from bench import messages, peers
from bench.messages import LOGISTICS, REPORTS, SECURE
from bench.setup import Setup
from bench.stats import Row, Samples, Target, faster, interleave, rows

BARE, WRITE, CAREMSG = "lxml parse", "lxml tostring", "caremsg"
XSD = "lxml parse + XSD validation"
MSGHEAD = "{http://www.kith.no/xmlstds/msghead/2006-05-24}"


def each(call: Callable[[Any], object], things: Iterable[Any]) -> Callable[[], None]:
    """A contender: the call on each of several things in turn."""
    kept = list(things)

    def contender() -> None:
        for thing in kept:
            call(thing)

    return contender


def decode(setup: Setup) -> list[Row]:
    """Reports and logistics from bytes to objects, checks included."""
    reports, logistics = messages.official(*REPORTS), messages.official(*LOGISTICS)
    differing = [messages.vary(reports[0], number) for number in range(40)]
    found: list[Row] = []
    for measured, datas, full in (
        (f"decode {len(reports)} reports of {_size(reports)}", reports, True),
        (f"decode {len(logistics)} logistics of {_size(logistics)}", logistics, True),
        (f"decode {len(differing)} admission reports that differ", differing, False),
    ):
        contenders = {BARE: each(messages.parse, datas), CAREMSG: each(caremsg.decode, datas)}
        if full:
            contenders[XSD] = each(_validating(), datas)
            for name, peer in setup.peers.items():
                contenders[name] = each(peer.decode, datas)
        samples = interleave(contenders, setup.rounds, tell=setup.tell)
        found += rows(measured, samples, BARE, {CAREMSG: Target(2.4)})
        if full:
            found += _missing(measured, setup)
            found.append(_than_xsdata(measured, samples, 9))
    return found


def encode(setup: Setup) -> list[Row]:
    """The same reports from objects to bytes."""
    datas = messages.official(*REPORTS)
    read = [caremsg.decode(data) for data in datas]
    write = partial(etree.tostring, encoding="UTF-8", xml_declaration=True)
    contenders = {
        WRITE: each(write, map(messages.parse, datas)),
        "lxml tostring of what caremsg wrote, without indentation": each(
            write, [messages.parse(caremsg.encode(message)) for message in read]
        ),
        CAREMSG: each(caremsg.encode, read),
    }
    for name, peer in setup.peers.items():
        contenders[name] = each(peer.encode, [peer.decode(data) for data in datas])
    samples = interleave(contenders, setup.rounds, tell=setup.tell)
    measured = f"encode {len(datas)} reports of {_size(datas)}"
    found = rows(measured, samples, WRITE, {CAREMSG: Target(1.6)}) + _missing(measured, setup)
    return [*found, _than_xsdata(measured, samples, 40)]


def peek(setup: Setup) -> list[Row]:
    """The header alone, of a small message and of one with a large attachment."""
    small = messages.official(LOGISTICS[0])[0]
    large = messages.with_attachment(small, 18_000_000)
    contenders = {
        BARE: partial(messages.parse, small),
        CAREMSG: partial(caremsg.peek, small),
        "lxml iterparse up to the end of the header": partial(_header, small),
    }
    for name in peers.XSDATA:
        if name in setup.peers:
            contenders[f"{name}, whole message"] = partial(setup.peers[name].decode, small)
    samples = interleave(contenders, setup.rounds, tell=setup.tell)
    found = rows(f"peek a message of {_size([small])}", samples, BARE, {CAREMSG: Target(2.2)})
    base = "caremsg, small message"
    contenders = {
        base: partial(caremsg.peek, small),
        CAREMSG: partial(caremsg.peek, large),
        "lxml iterparse up to the end of the header": partial(_header, large),
        "lxml parse of it all": partial(messages.parse_huge, large),
        "caremsg decode of it all": partial(caremsg.decode, large),
    }
    samples = interleave(contenders, min(setup.rounds, 7), tell=setup.tell)
    return found + rows("peek the same with 18 MB attached", samples, base, {CAREMSG: Target(1.5)})


def inspect(setup: Setup) -> list[Row]:
    """A report with twenty faults: all of them are found and placed."""
    data = messages.with_faults(messages.official(REPORTS[0])[0])
    validate = _validating()
    contenders = {
        BARE: partial(messages.parse, data),
        CAREMSG: partial(caremsg.inspect, data),
        XSD: partial(validate, data),
    }
    samples = interleave(contenders, setup.rounds, tell=setup.tell)
    faults = len(caremsg.inspect(data).report)
    measured = f"inspect a report with {messages.FAULTS} faults"
    counts = {CAREMSG: f"{faults} findings", XSD: f"{len(validate(data))} errors"}
    return [
        Row(row.measured, row.who, row.value, target=row.target, note=counts.get(row.who, row.note))
        for row in rows(measured, samples, BARE, {CAREMSG: Target(4)})
    ]


def _validating() -> Callable[[bytes], list[str]]:
    """Parse and validate; the errors are listed, no objects are made."""
    schema = peers.schema()

    def validate(data: bytes) -> list[str]:
        if schema.validate(messages.parse(data)):
            return []
        return [error.message for error in schema.error_log]

    return validate


def _header(data: bytes) -> tuple[str | None, str | None]:
    """Type and identifier, as a careful program without a library would fetch them."""
    tag = f"{MSGHEAD}MsgInfo"
    for _, info in etree.iterparse(io.BytesIO(data), tag=tag, huge_tree=True, **SECURE):
        kind = info.find(f"{MSGHEAD}Type")
        return kind.get("V") if kind is not None else None, info.findtext(f"{MSGHEAD}MsgId")
    return None, None


def _than_xsdata(measured: str, samples: Samples, times: float) -> Row:
    target = Target(times, at_least=True)
    return faster(measured, samples, CAREMSG, peers.XSDATA, target, "xsdata at its best")


def _missing(measured: str, setup: Setup) -> list[Row]:
    names = (*peers.XSDATA, peers.PYXB)
    return [Row(measured, name, None) for name in names if name not in setup.peers]


def _size(datas: list[bytes]) -> str:
    sizes = sorted({round(len(data) / 1000) for data in datas})
    return f"{sizes[0]} kB" if len(sizes) == 1 else f"{sizes[0]} to {sizes[-1]} kB"
