"""A gateway sorts the post by the head alone, and never changes a byte.

    python examples/gateway_sort.py inbox outbox

Each file of the inbox is copied to `outbox/<HER-id of the receiving service>/`. What cannot be
read goes to `outbox/refused/`, with the findings beside it; they hold no value of the message,
so they can be logged. Without folders it makes an inbox of the samples.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from caremsg import DecodeError, Header, Limits, peek, samples
from caremsg.messages.msghead import Organisation

LIMITS = Limits(size=20_000_000)


def her_id(organisation: Organisation) -> str | None:
    """The HER-id of the service that is meant, or else of the organisation."""
    for part in (organisation.organisation, organisation.healthcare_professional, organisation):
        for ident in part.ident if part is not None else ():
            if ident.type_id.code == "HER":
                return ident.id
    return None


def queue(header: Header) -> str:
    """Where a message is to go."""
    if header.receipt is not None:
        return "receipts"
    number = her_id(header.receiver) if header.receiver is not None else None
    # The number comes from outside: before it becomes the name of a folder, it is looked at.
    return number if number is not None and number.isascii() and number.isdigit() else "unknown"


def sort(file: Path, outbox: Path) -> str:
    """Put one file where it belongs; the name of the queue."""
    try:
        name = queue(peek(file, limits=LIMITS))
    except DecodeError as error:
        name = "refused"
        (outbox / name).mkdir(exist_ok=True)
        reason = error.report.summary()
        (outbox / name / f"{file.stem}.txt").write_text(reason + "\n", encoding="utf-8")
    (outbox / name).mkdir(exist_ok=True)
    shutil.copyfile(file, outbox / name / file.name)
    return name


def run(inbox: Path, outbox: Path) -> None:
    for file in sorted(inbox.glob("*.xml")):
        print(f"{sort(file, outbox):<10}{file.name}")


def main(arguments: list[str]) -> None:
    if len(arguments) == 2:
        run(Path(arguments[0]), Path(arguments[1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        inbox, outbox = Path(folder, "inbox"), Path(folder, "outbox")
        inbox.mkdir()
        outbox.mkdir()
        for name in samples.names():
            (inbox / f"{name}.xml").write_bytes(samples.data(name))
        run(inbox, outbox)


if __name__ == "__main__":
    main(sys.argv[1:])
