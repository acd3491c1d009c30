"""A receiver that can be killed: `python receiver_process.py LEDGER WIRE [WAIT]`.

It reads orders from its standard input, one JSON object a line, and forks one process for each
(or `processes`), which opens the ledger (or another: `where`), takes messages from the number
`start` on (`count` of them, or endlessly), and hands the outbox over to the wire.
Everything is imported and compiled before, so a fork is cheap. What a process has done, and how
it ended, is told on the standard output: a line for each step, after it was committed.
"""

import base64
import datetime as dt
import gc
import itertools
import json
import os
import re
import signal
import sys
import uuid
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.engine.default import DefaultDialect

from caremsg import samples
from caremsg.exchange import Exchange, Item, Memory
from caremsg.ledger import Ledger

Fault = dict[str, Any]
SAMPLES = (
    "innleggelsesrapport-1.6",
    "utskrivningsrapport-1.6",  # two receivers
    "damaged-logistikk-1.6",  # refused
    "logistikk-utskrevet-1.6",
    "dialog-notat-1.0",  # sent, not received
)
ANSWERS = (1, 2, 1, 1, 0)
"""How many acknowledgements each of them gets."""
TWO_RECEIVERS = 1
SENT = 4


def key(n: int) -> str:
    """The identifier of a message."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"caremsg:fault:{n}"))


def message(n: int) -> bytes:
    """A message with an identifier of its own; the same again for the same number."""
    return re.sub(rb"(<MsgId>)[^<]*", rb"\g<1>" + key(n).encode(), _sample(n % len(SAMPLES)))


def is_sent(n: int) -> bool:
    """True when the message is one to be sent, not received."""
    return n % len(SAMPLES) == SENT


@cache
def _sample(kind: int) -> bytes:
    return samples.data(SAMPLES[kind])


def now() -> dt.datetime:
    """The time, with its zone."""
    return dt.datetime.now(dt.UTC)


def take(exchange: Exchange, n: int) -> None:
    """Receive or send one message."""
    if is_sent(n):
        exchange.send(message(n), at=now())
    else:
        exchange.receive(message(n), id=str(uuid.uuid4()), at=now())


def put_on_wire(wire: str, item: Item) -> None:
    """The transport takes it: it is on the disk when this returns."""
    record = {
        "kind": item.kind,
        "key": item.key,
        "receiver": item.receiver,
        "data": base64.b64encode(item.data).decode(),
    }
    # A line that was torn by a kill must not spoil the next one.
    line = f"\n{json.dumps(record)}\n".encode()
    file = os.open(wire, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    os.write(file, line)
    os.fsync(file)
    os.close(file)


def hand_over(exchange: Exchange, wire: str, told: Callable[[str], None]) -> None:
    """Empty the outbox."""
    while found := exchange.outbox():
        for item in found:
            put_on_wire(wire, item)
            told("wired")
            exchange.handed_over(item, at=now())
            told(f"handed {item.key}")


def _say(text: str) -> None:
    os.write(1, f"{os.getpid()} {text}\n".encode())


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _arm(fault: Fault) -> None:
    """Kill this process at the n-th statement, before or after the n-th commit."""
    left = itertools.count(fault["n"], -1)
    at = fault["at"]

    def statement(*_: object) -> None:
        if at == "statement" and next(left) == 0:
            _die()

    commit = DefaultDialect.do_commit

    def do_commit(self: DefaultDialect, connection: Any) -> None:
        now_is_the_time = at in ("before-commit", "after-commit") and next(left) == 0
        if now_is_the_time and at == "before-commit":
            _die()
        commit(self, connection)  # type: ignore[no-untyped-call]
        if now_is_the_time:
            _die()

    event.listen(Engine, "before_cursor_execute", statement)
    DefaultDialect.do_commit = do_commit  # type: ignore[method-assign]


def _numbers(order: dict[str, Any]) -> Iterable[int]:
    start = order["start"]
    if "count" not in order:
        return itertools.count(start)
    return range(start, start + order["count"])


def _work(where: str, wire: str, wait: float, order: dict[str, Any]) -> None:
    """What a process that was forked does."""
    fault: Fault = order.get("fault") or {"at": "", "n": 0, "while": "opening"}
    if fault["while"] == "opening":
        _arm(fault)
    ledger = Ledger(order.get("where", where), wait=wait)
    exchange = Exchange(ledger, by=f"receiver {os.getpid()}")
    if fault["while"] == "working":
        _arm(fault)

    def told(text: str) -> None:
        if text != "wired":
            _say(text)
        elif fault["at"] == "wired":
            _die()

    _say("ready")
    for n in _numbers(order):
        take(exchange, n)
        told(f"took {n}")
        if order.get("hands_over", True):
            hand_over(exchange, wire, told)
    ledger.close()


def _forked(where: str, wire: str, wait: float, order: dict[str, Any]) -> int:
    pid = os.fork()
    if pid:
        return pid
    try:
        _work(where, wire, wait, order)
    except BaseException as error:
        _say(f"failed {type(error).__name__}: {error}")
        os._exit(1)
    os._exit(0)


def main(where: str, wire: str, wait: str = "30") -> None:
    """Take orders until there are no more."""
    warm = Exchange(Memory())
    for n in range(len(SAMPLES)):  # so that every reader is compiled before the first fork
        take(warm, n)
    Ledger(where).close()  # and whatever is imported late is imported
    gc.collect()
    gc.freeze()  # so that a child does not copy what it only looks at
    os.write(1, b"0 warm\n")
    for line in sys.stdin:
        order = json.loads(line)
        children = [
            _forked(where, wire, float(wait), order) for _ in range(order.get("processes", 1))
        ]
        for _ in children:
            pid, status = os.wait()
            os.write(1, f"{pid} ended {os.waitstatus_to_exitcode(status)}\n".encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
