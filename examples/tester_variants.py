"""A tester makes many messages out of one: right ones with `replace`, wrong ones with a text edit.

A message never changes; `replace` gives a copy with some fields changed. It cannot write what
the standard forbids, so a wrong message is made in its bytes.
"""

from __future__ import annotations

import datetime as dt
import uuid

from caremsg import EncodeError, contents, decode, encode, inspect, replace, samples, wrap
from caremsg.messages.editions import PLO_1_5, PLO_1_6
from caremsg.messages.msghead import MsgHead
from caremsg.messages.plo.innleggelsesrapport import Innleggelsesrapport
from caremsg.values import DateTime

NAME = "innleggelsesrapport-1.6"


def next_day(head: MsgHead, days: int) -> MsgHead:
    """The same message some days later, under an identifier of its own."""
    at = head.msg_info.gen_date.datetime + dt.timedelta(days=days)
    id = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{head.msg_info.msg_id}+{days}"))
    return replace(head, msg_info=replace(head.msg_info, gen_date=DateTime.of(at), msg_id=id))


def in_edition(head: MsgHead, edition: object) -> MsgHead:
    """The report written in another edition, in an envelope like the one it came in."""
    (report,) = contents(head, Innleggelsesrapport)
    info = head.msg_info
    return wrap(
        replace(report, edition=edition),
        sender=info.sender.organisation,
        receiver=info.receiver.organisation,
        patient=info.patient,
        id=info.msg_id,
        at=info.gen_date,
    )


WRONG = [
    (b"<BorAlene>true</BorAlene>", b"<BorAlene>ja</BorAlene>"),
    (b"<Startdato>2024-03-01</Startdato>", b"<Startdato>01.03.2024</Startdato>"),
    (b"</MsgInfo>", b"</MsgInfo><!-- nothing wrong: a comment -->"),
    (b"</MsgInfo>", b"</MsgInfos>"),
    (b"<Sex V", b"<Kjonn V"),
]


def main() -> None:
    data = samples.data(NAME)
    head = decode(data)
    assert isinstance(head, MsgHead)
    for days in range(1, 4):
        later = next_day(head, days)
        print(f"right: {later.msg_info.gen_date}, {len(encode(later))} bytes")
    for edition in (PLO_1_6, PLO_1_5):
        try:
            print(f"in {edition}: {len(encode(in_edition(head, edition)))} bytes")
        except EncodeError as error:
            print(f"in {edition}: {error.report.codes}")
    for old, new in WRONG:
        assert old in data
        report = inspect(data.replace(old, new, 1)).report
        print(f"wrong: {new.decode():<50}{', '.join(report.codes) or 'no findings'}")


if __name__ == "__main__":
    main()
