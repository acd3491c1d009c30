"""A record system takes in messages: rows for its tables, attachments as files.

Run it to see what is taken out of a few samples; give file names to use your own.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from caremsg import DecodeError, attachments, decode, find, samples
from caremsg.messages.dialogmelding import Notat
from caremsg.messages.epj.legemiddel import Forskrivningsinfo
from caremsg.messages.msghead import MsgHead
from caremsg.messages.plo.parts import MedisinskDiagnose, TidsfestetHendelse

SAMPLES = [
    "innleggelsesrapport-1.6",
    "logistikk-utskrivningsklar-1.5",  # an older edition: the same classes
    "dialog-vedlegg-1.1",
    "damaged-truncated",
]


def rows(head: MsgHead) -> Iterator[tuple[str, str]]:
    """What the record keeps of a message: a table name and a text."""
    for diagnosis in find(head, MedisinskDiagnose):
        code = diagnosis.diagnosekode
        yield "diagnosis", (code.display if code else diagnosis.diagnose_beskrivelse) or ""
    for medicine in find(head, Forskrivningsinfo):
        yield "medicine", f"{medicine.navn}: {medicine.dos_veiled_enkel}"
    for event in find(head, TidsfestetHendelse):
        name = event.hendelsekode.display if event.hendelsekode else event.beskrivelse_av_hendelse
        yield "event", f"{name}: {event.tidspunkt_for_hendelse}"
    for note in find(head, Notat):
        yield "note", note.tekst_notat_innhold.text if note.tekst_notat_innhold else ""


def take_in(data: bytes, folder: Path) -> list[tuple[str, str]]:
    """The rows of a message; its attachments are written to a folder.

    Names of files are our own: what the sender calls them never becomes a path.
    """
    message = decode(data)
    if not isinstance(message, MsgHead):
        return []  # a receipt, say; it belongs to the message that it answers
    found = list(rows(message))
    for number, file in enumerate(attachments(message), 1):
        path = folder / f"{message.msg_info.msg_id}-{number}.bin"
        path.write_bytes(file.data)
        found.append(("attachment", f"{file.description} ({file.mime_type}, {file.size} bytes)"))
    return found


def main(arguments: list[str]) -> None:
    inputs = {name: Path(name).read_bytes() for name in arguments} or {
        name: samples.data(name) for name in SAMPLES
    }
    with tempfile.TemporaryDirectory() as folder:
        for name, data in inputs.items():
            print(name)
            try:
                for table, text in take_in(data, Path(folder)):
                    print(f"  {table:<12}{text}")
            except DecodeError as error:
                print(f"  refused: {error.report.summary(most=1)}")


if __name__ == "__main__":
    main(sys.argv[1:])
