"""`caremsg receive`: decide on messages that arrived, and make their acknowledgements."""

from __future__ import annotations

import datetime as dt
import sys
import uuid
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from caremsg import DecodeError, Finding, InputError, Severity, StoreError
from caremsg import peek as peek_at
from caremsg.exchange import (
    EVERYBODY,
    Acknowledgement,
    Decision,
    Directory,
    Exchange,
    Memory,
    Reason,
    Receiving,
    Reception,
    Store,
    read_directory,
)

from . import exits
from .answers import Answers, name_of_receiver
from .ledgers import ledger_at, shown
from .options import as_json, clock, files, language
from .output import Output, columns
from .reports.json_lines import finding_data
from .sources import Source, Unreadable, expand, read
from .words import Words

__all__ = ["receive_command"]

_EXISTING = click.Path(path_type=Path, dir_okay=False, exists=True)
_FOLDER = click.Path(path_type=Path, file_okay=False)
_STYLES = {
    Decision.ACCEPT: "green",
    Decision.WARN: "yellow",
    Decision.REJECT: "bold red",
    Decision.IGNORE: "dim",
    Decision.HOLD: "yellow",
}
_STATUSES = {"1": "OK", "2": "refused", "3": "OK, with faults in a part"}


def _types(ctx: click.Context, param: click.Parameter, value: str | None) -> frozenset[str] | None:
    if value is None:
        return None
    found = frozenset(part.strip() for part in value.split(",")) - {""}
    if not found:
        raise click.BadParameter("name at least one message type", ctx, param)
    return found


@click.command("receive")
@files
@click.option(
    "--directory",
    type=_EXISTING,
    help="Who is ours, and which patients are known (TOML).  [default: everybody]",
)
@click.option(
    "--ledger",
    metavar="FILE|URL",
    help="Record everything here: an SQLite file, or the URL of a PostgreSQL database.",
)
@as_json
@click.option(
    "--write",
    metavar="DIR",
    type=_FOLDER,
    help="Write the acknowledgements here; the ledger counts them as sent then.",
)
@clock
@language("en")
@click.option(
    "--accept-unknown-service",
    is_flag=True,
    help="Let in what is for our organisation, but for no service or person that we know.",
)
@click.option("--types", metavar="A,B", callback=_types, help="Refuse all other message types.")
@click.pass_context
def receive_command(ctx: click.Context, /, paths: tuple[Path, ...], **options: Any) -> None:
    """Decide on messages that arrived, and make their acknowledgements.

    The messages are taken in the order they are given; one that came before is ignored,
    also one that a ledger remembers.
    Folders are searched for *.xml, and `-` is the standard input. Nothing is sent, and
    nothing of the patient is shown. The exit code is 1 when a message is rejected.

    \b
    Examples:
      caremsg receive inbox/
      caremsg receive --directory ours.toml --write outbox/ inbox/
      caremsg receive --ledger messages.db inbox/
      caremsg receive --format json --accept-unknown-service inbox/ > decisions.jsonl
      caremsg receive --at 2026-10-06T08:00:00+02:00 --types INNLEGGELSESRAPPORT message.xml
    """
    policy = Receiving(
        refuse_unknown_service=not options["accept_unknown_service"], types=options["types"]
    )
    directory = _directory_of(options["directory"])
    outbox = Answers(options["write"])
    out = Output(sys.stdout)  # named here: a bar of progress puts something else in its place
    writer = (_Json if options["as_json"] else _Text)(out, Words(options["lang"]))
    with _store_at(options["ledger"]) as store:
        exchange = Exchange(store, directory=directory, policy=policy, by="caremsg receive")
        code = _receive_all(expand(paths), exchange, outbox, writer, options["at"])
    ctx.exit(code)


@contextmanager
def _store_at(where: str | None) -> Generator[Store]:
    """The ledger, or what is forgotten at the end."""
    if where is None:
        yield Memory()
        return
    try:
        with ledger_at(where, make=True) as (_, found):
            yield found
    except StoreError as error:
        click.echo(f"{shown(where)}: {error}", err=True)
        raise click.exceptions.Exit(exits.UNREADABLE) from None


def _receive_all(
    sources: list[Source], exchange: Exchange, outbox: Answers, writer: _Writer, at: dt.datetime
) -> int:
    """Receive one after the other; the exit code."""
    code = exits.FINE
    for source in writer.out.follow(sources, len(sources)):
        try:
            data = read(source)
        except Unreadable as error:
            writer.unread(source, error)
            code = exits.UNREADABLE
            continue
        reception = exchange.receive(data, id=str(uuid.uuid4()), at=at).reception
        written = outbox.keep(source, reception.acknowledgements)
        if written and reception.original is not None:
            for item in exchange.acknowledgements(reception.original.key):
                exchange.handed_over(item, at=at)
        writer.message(source, reception, written)
        if reception.decision is Decision.REJECT:
            code = max(code, exits.ERRORS)
    writer.end()
    return code


def _directory_of(path: Path | None) -> Directory:
    if path is None:
        return EVERYBODY
    try:
        return read_directory(path.read_bytes())
    except InputError as error:
        raise click.UsageError(f"{path}: {error}") from None


class _Writer(ABC):
    """Writes what became of each message."""

    def __init__(self, out: Output, word: Words) -> None:
        self.out = out
        self.word = word

    def unread(self, source: Source, error: Unreadable) -> None:
        """A file that cannot be read is told on standard error only."""
        self.out.complain(f"{source.name}: {self.word('cannot be read')}: {error}")

    @abstractmethod
    def message(self, source: Source, reception: Reception, written: list[Path]) -> None:
        """One message, and where its acknowledgements were written, if they were."""

    @abstractmethod
    def end(self) -> None:
        """After the last one."""


class _Json(_Writer):
    """One JSON value a line, one line a message."""

    def message(self, source: Source, reception: Reception, written: list[Path]) -> None:
        kind, edition = _what(reception)
        made = reception.acknowledgements
        places: list[Path | None] = [*written] or [None] * len(made)
        self.out.record(
            {
                "file": source.name,
                "type": kind,
                "edition": edition,
                "decision": reception.decision.value,
                "acknowledge": bool(made),
                "apprec_version": made[0].version if made else None,
                "apprec_status": made[0].status if made else None,
                "apprec_errors": list(dict.fromkeys(e for one in made for e in one.errors)),
                "reason": reception.reason.value,
                "findings": [finding_data(f, self.word.language) for f in reception.report],
                "acknowledgements": [
                    _acknowledgement_data(one, place)
                    for one, place in zip(made, places, strict=True)
                ],
            }
        )

    def end(self) -> None:
        """Nothing: a program counts the lines itself."""


def _acknowledgement_data(made: Acknowledgement, file: Path | None) -> dict[str, Any]:
    return {
        "receiver": name_of_receiver(made.receiver, copy=_is_copy(made)),
        "role": _role(copy=_is_copy(made)),
        "status": made.status,
        "errors": list(made.errors),
        "id": made.id,
        **({"file": str(file)} if file is not None else {}),
    }


class _Text(_Writer):
    """A few lines for each message, and a summary."""

    def __init__(self, out: Output, word: Words) -> None:
        super().__init__(out, word)
        self._seen = Counter[Decision]()

    def message(self, source: Source, reception: Reception, written: list[Path]) -> None:
        decision = reception.decision
        self._seen[decision] += 1
        kind = ", ".join(filter(None, _what(reception))) or self.word("unknown message")
        state = (self.word(decision.value), _STYLES[decision])
        self.out.line(f"{source.name}: ", state, f" ({kind})")
        for line in columns(list(self._rows(reception, written))):
            self.out.line(line)
        for finding in filter(_matters, reception.report):
            self._finding(finding)

    def end(self) -> None:
        total = self.word.count(sum(self._seen.values()), "message")
        counts = [self.word.count(self._seen[d], d.value) for d in Decision if self._seen[d]]
        self.out.line(f"{total}: {', '.join(counts)}" if counts else total)

    def _rows(self, reception: Reception, written: list[Path]) -> Iterator[tuple[str, str]]:
        word = self.word
        yield f"  {word('reason')}", _in(reception.reason, word.language)
        if not reception.acknowledgements:
            yield f"  {word('acknowledgement')}", word("none")
        for made in reception.acknowledgements:
            receiver = word(name_of_receiver(made.receiver, copy=_is_copy(made)))
            status = f"{word('status')} {made.status} ({word(_STATUSES[made.status])})"
            told = ", ".join([status, *dict.fromkeys(made.errors)])
            told = f"AppRec {made.version} {word('by')} {receiver}: {told}"
            yield f"  {word('acknowledgement')}", told
        for path in written:
            yield f"  {word('written to')}", str(path)

    def _finding(self, finding: Finding) -> None:
        word, line = self.word, finding.where.line
        start = f"{finding.code} {word(finding.severity.value)}"
        where = f", {word('line')} {line}" if line else ""
        self.out.line(f"  {start}{where}: {finding.in_language(word.language)}")


def _in(reason: Reason, language: str) -> str:
    return reason.text.nb if language == "nb" else reason.text.en


def _matters(finding: Finding) -> bool:
    """True for what receiving found, and for what refuses the message."""
    refuses = finding.refusal is not None and finding.severity is Severity.ERROR
    return refuses or finding.code.startswith("FLO")


def _what(reception: Reception) -> tuple[str | None, str | None]:
    """The type, or else the name of the root, and the edition, as far as they are known."""
    original, edition = reception.original, reception.inspection.edition
    kind = original.type.code if original is not None else None
    if original is not None:
        edition = original.edition or edition
    try:
        header = peek_at(reception.data)
    except DecodeError:
        pass
    else:
        kind = header.type or header.root.rpartition("}")[2]
        edition = header.edition or edition
    return kind or None, str(edition) if edition else None


def _role(*, copy: bool) -> str:
    return "copy" if copy else "primary"


def _is_copy(made: Acknowledgement) -> bool:
    role = made.message.sender.role
    return role is not None and role.code == "COP"
