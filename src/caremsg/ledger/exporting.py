"""Taking messages out of a ledger: a folder with the originals, and an index to read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from caremsg.errors import InputError
from caremsg.exchange import Identifier, Letter

from .ledger import Ledger
from .looking import Story, about_patient, story
from .records import plain

__all__ = ["export_message", "export_patient"]


def export_patient(ledger: Ledger, patient: Identifier, folder: Path) -> int:
    """Write everything about one patient into a new folder; the number of messages.

    The originals are written octet by octet, with the acknowledgements that were given and that
    came; `index.md` is for people, `index.json` for programs. Raises InputError when there is
    nothing about the patient, or when the folder is there and not empty.
    """
    found = about_patient(ledger, patient)
    if not found:
        raise InputError("the ledger has no message about a patient with this identifier")
    return _export(ledger, found, folder)


def export_message(ledger: Ledger, key: str, folder: Path) -> int:
    """The same for one message."""
    return _export(ledger, [told.letter for told in story(ledger, key)], folder)


def _export(ledger: Ledger, letters: Iterable[Letter], folder: Path) -> int:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(f"{folder} is there already, and is not an empty folder")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)  # it was there already, and is empty
    stories = [
        told
        for letter in letters
        for told in story(ledger, letter.key)
        if told.letter.direction == letter.direction
    ]
    files = [_written(told, number, folder) for number, told in enumerate(stories, 1)]
    pairs = list(zip(stories, files, strict=True))
    _write_index(pairs, folder)
    return len(stories)


def _written(told: Story, number: int, folder: Path) -> list[str]:
    """Write the octets of a message and of its acknowledgements; the names of the files."""
    letter = told.letter
    stem = f"{number:04}-{letter.direction}-{_safe(letter.type)}"
    parts = [(f"{stem}.xml", told.data)] if told.data is not None else []
    for count, item in enumerate(told.acknowledgements, 1):
        parts.append((f"{stem}-apprec-{count}.xml", item.data))
    for count, data in enumerate(told.answers, 1):
        parts.append((f"{stem}-answer-{count}.xml", data))
    for name, data in parts:
        (folder / name).write_bytes(data)
    return [name for name, _ in parts]


def _safe(text: str) -> str:
    kept = "".join(c if (c.isascii() and c.isalnum()) or c in "-_" else "_" for c in text)
    return kept[:60] or "message"


def _write_index(pairs: list[tuple[Story, list[str]]], folder: Path) -> None:
    lines = ["# Messages", ""]
    data: list[object] = []
    for told, files in pairs:
        letter = told.letter
        state = letter.state.value if letter.state is not None else "sent"
        lines += [
            f"## {letter.at:%Y-%m-%d %H:%M} {_arrow(letter)} {_safe(letter.type)}",
            "",
            f"- identifier: {_inline(letter.msg_id)}",
            f"- state: {state}, {letter.validity.value}",
            f"- SHA-256: {letter.digest}",
            *(f"- file: [{name}]({name})" for name in files),
            "",
            *(
                f"- {e.at:%Y-%m-%d %H:%M:%S} {e.happening.text.en} {_inline(e.detail)}".rstrip()
                for e in told.events
            ),
            "",
        ]
        data.append(
            {
                "letter": plain(letter),
                "files": files,
                "deliveries": [plain(one) for one in told.deliveries],
                "deadlines": [plain(one) for one in told.deadlines],
                "events": [plain(one) for one in told.events],
            }
        )
    (folder / "index.md").write_text("\n".join(lines), encoding="utf-8", newline="\n")
    text = json.dumps(data, ensure_ascii=False, indent=1)
    (folder / "index.json").write_text(text + "\n", encoding="utf-8", newline="\n")


def _arrow(letter: Letter) -> str:
    return "received" if letter.direction == "in" else "sent"


def _inline(text: str) -> str:
    """A text from a message in a line of Markdown: no marks, no line breaks."""
    return " ".join("".join(c for c in text if c not in "`*_[]<>#|").split())
