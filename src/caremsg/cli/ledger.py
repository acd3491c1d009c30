"""`caremsg ledger`: look into a ledger, and prove that nothing in it was changed."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from caremsg import FlowError, InputError, StoreError
from caremsg.exchange import Awaited, Exchange, Identifier, Letter

from . import exits
from .answers import Answers, name_of_receiver
from .ledgers import ledger_at, shown
from .options import as_json, clock, language
from .output import Output, columns, printable

__all__ = ["ledger"]

_WHERE = click.argument("where", metavar="LEDGER")
_TIME = "%Y-%m-%d %H:%M"


@click.group()
def ledger() -> None:
    """Look into a ledger of messages: an SQLite file, or the URL of a PostgreSQL database.

    \b
    Examples:
      caremsg receive --ledger messages.db inbox/
      caremsg ledger list messages.db
      caremsg ledger show messages.db 7d1b8f0e
      caremsg ledger overdue messages.db
      caremsg ledger verify messages.db
    """


@contextmanager
def _opened(where: str) -> Generator[Any]:
    """The ledger; what goes wrong is told, and is the end."""
    try:
        with ledger_at(where, make=False) as found:
            yield found
    except InputError as error:
        raise click.UsageError(str(error)) from None
    except StoreError as error:
        click.echo(f"{shown(where)}: {error}", err=True)
        raise click.exceptions.Exit(exits.UNREADABLE) from None


@ledger.command("list")
@_WHERE
@as_json
@click.option("--type", "type_", metavar="TYPE", help="Only messages of this type (8279).")
@click.option("--direction", type=click.Choice(["in", "out"]), help="Only received, or only sent.")
def list_command(where: str, as_json: bool, type_: str | None, direction: str | None) -> None:
    """List the messages, the oldest first.

    \b
    Example:
      caremsg ledger list messages.db --type INNLEGGELSESRAPPORT
    """
    out = Output()
    with _opened(where) as (room, found):
        wanted = [
            letter
            for letter in room.letters(found)
            if type_ in (None, letter.type) and direction in (None, letter.direction)
        ]
    if as_json:
        for letter in wanted:
            out.record(_line(letter))
        return
    rows: list[tuple[str, ...]] = [("time", "", "type", "identifier", "state", "counts")]
    rows += [tuple(map(printable, _cells(letter))) for letter in wanted]
    for text in columns(rows) if wanted else ["no messages"]:
        out.line(text)


def _cells(letter: Letter) -> tuple[str, str, str, str, str, str]:
    state = letter.state.value if letter.state is not None else "sent"
    at = letter.at.astimezone().strftime(_TIME)
    key = letter.msg_id or letter.key
    return at, letter.direction, letter.type, key, state, letter.validity.value


def _line(letter: Letter) -> dict[str, Any]:
    return {
        "at": letter.at.isoformat(),
        "direction": letter.direction,
        "type": letter.type,
        "edition": letter.edition,
        "id": letter.msg_id or letter.key,
        "state": letter.state.value if letter.state is not None else "sent",
        "validity": letter.validity.value,
        "linked": letter.linked or None,
        "sha256": letter.digest,
    }


@ledger.command()
@_WHERE
@click.argument("key", metavar="ID")
@as_json
@language("en")
@click.option("--original", is_flag=True, help="Write the message exactly as it came, only that.")
def show(where: str, key: str, as_json: bool, lang: str, original: bool) -> None:
    """Tell the story of one message. ID may be the beginning of its identifier.

    \b
    Example:
      caremsg ledger show messages.db 7d1b8f0e --original > message.xml
    """
    with _opened(where) as (room, found):
        stories = room.story(found, key)
    if original:
        _write_original(stories)
        return
    out = Output()
    for story in stories:
        if as_json:
            out.record(_story(story))
        else:
            for text in _told(story, lang):
                out.line(printable(text))


def _write_original(stories: Any) -> None:
    if len(stories) > 1:
        raise click.UsageError("it was both sent and received here: `export` writes both")
    if stories[0].data is None:
        raise click.UsageError("its octets were erased")
    sys.stdout.buffer.write(stories[0].data)


def _story(story: Any) -> dict[str, Any]:
    return {
        **_line(story.letter),
        "deliveries": [
            {"receiver": d.receiver, "state": d.state.value, "errors": list(d.errors)}
            for d in story.deliveries
        ],
        "deadlines": [
            {"what": d.what, "party": d.party, "due": d.due.isoformat(), "state": d.state.value}
            for d in story.deadlines
        ],
        "acknowledgements": [
            {"receiver": i.receiver, "sent": i.sent.isoformat() if i.sent else None}
            for i in story.acknowledgements
        ],
        "events": [
            {
                "at": e.at.isoformat(),
                "happening": e.happening.value,
                "party": e.party,
                "other": e.other,
                "detail": e.detail,
                "by": e.by,
            }
            for e in story.events
        ],
    }


def _told(story: Any, lang: str) -> Iterator[str]:
    at, direction, kind, key, state, counts = _cells(story.letter)
    yield f"{kind} {key}"
    yield f"  {'received' if direction == 'in' else 'sent'} {at}, {state}, {counts}"
    if story.letter.linked:
        yield f"  linked to {story.letter.linked}"
    for delivery in story.deliveries:
        errors = f" ({', '.join(delivery.errors)})" if delivery.errors else ""
        yield f"  to {delivery.receiver}: {delivery.state.value}{errors}"
    for item in story.acknowledgements:
        when = item.sent.astimezone().strftime(_TIME) if item.sent else "not yet sent"
        yield f"  acknowledgement for {item.receiver}: {when}"
    for event in story.events:
        words = getattr(event.happening.text, lang)
        more = " ".join(part for part in (event.party, event.detail[:40], event.by) if part)
        yield f"  {event.at.astimezone():%Y-%m-%d %H:%M:%S}  {words}{f'  [{more}]' if more else ''}"


@ledger.command()
@_WHERE
@as_json
@clock
@click.pass_context
def overdue(ctx: click.Context, /, where: str, as_json: bool, at: dt.datetime) -> None:
    """List what should have happened by now, and has not. The exit code is 1 if there is any.

    \b
    Example:
      caremsg ledger overdue messages.db --at 2026-11-30T08:00:00
    """
    with _opened(where) as (room, found):
        late = room.overdue(found, at=at)
    out = Output()
    rows: list[tuple[str, ...]] = [("due", "what", "type", "identifier", "from")]
    for deadline, letter in late:
        due = deadline.due.astimezone().strftime(_TIME)
        if as_json:
            told = deadline.state is Awaited.OVERDUE
            record = {"due": deadline.due.isoformat(), "what": deadline.what, "told": told}
            out.record({**record, "party": deadline.party, **_line(letter)})
        row = (due, deadline.what, letter.type, letter.msg_id or letter.key, deadline.party)
        rows.append(tuple(map(printable, row)))
    if not as_json:
        for text in columns(rows) if late else ["nothing is overdue"]:
            out.line(text)
    ctx.exit(exits.ERRORS if late else exits.FINE)


@ledger.command()
@_WHERE
@click.option(
    "--write",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write what waits here, and count it as sent.",
)
@clock
def outbox(where: str, folder: Path | None, at: dt.datetime) -> None:
    """List what waits to leave: messages, and acknowledgements; or write it to a folder.

    \b
    Example:
      caremsg ledger outbox messages.db --write out/
    """
    answers = Answers(folder)
    with _opened(where) as (_, found):
        exchange = Exchange(found, by="caremsg ledger outbox")
        while items := exchange.outbox():
            for item in items:
                receiver = name_of_receiver(item.receiver, copy="copy" in item.receiver)
                line = f"{item.kind} {item.key} {receiver}"
                if folder is not None:
                    line += f" {answers.write(f'{item.key[:40]}-{item.kind}', item.data)}"
                    exchange.handed_over(item, at=at)
                click.echo(printable(line))
            if folder is None:
                return


@ledger.command()
@_WHERE
@click.argument("key", metavar="ID")
@click.option("--why", required=True, help="What was done; the log keeps it.")
@click.option("--by", required=True, help="Who did it; the log keeps it.")
@click.option("--received", is_flag=True, help="It is about a message that was received.")
@clock
def settle(where: str, key: str, why: str, by: str, received: bool, at: dt.datetime) -> None:
    """Say that a person has seen to what is awaited because of a message.

    \b
    Example:
      caremsg ledger settle messages.db ID --by "nurse on duty" --why "called, they have it"
    """
    try:
        with _opened(where) as (_, found):
            Exchange(found).settle_by_hand(
                key, at=at, by=by, why=why, direction="in" if received else "out"
            )
    except FlowError:
        raise click.UsageError("nothing is awaited because of such a message") from None
    click.echo("settled")


@ledger.command()
@_WHERE
@as_json
@click.option("--head", metavar="SEQ:HASH", help="The end of the log, as it was noted before.")
@click.pass_context
def verify(ctx: click.Context, /, where: str, as_json: bool, head: str | None) -> None:
    """Say whether anything was changed, added or taken away by hand. The exit code is 1 if so.

    Note the end of the log somewhere else, and give it with --head the next time: only so can
    it be seen that the last entries were cut off.

    \b
    Example:
      caremsg ledger verify messages.db
    """
    with _opened(where) as (room, found):
        result = room.verify(found, head=_head(room, head))
    out = Output()
    end = f"{result.head.seq}:{result.head.hash}"
    if as_json:
        damages = [{"table": d.table, "place": d.place, "what": d.what} for d in result.damages]
        out.record(
            {
                "ok": result.ok,
                "entries": result.entries,
                "erased": result.erased,
                "kept": result.kept,
                "head": end,
                "damages": damages,
            }
        )
    else:
        for damage in result.damages:
            out.line(printable(f"{damage.table} {damage.place}: {damage.what}"))
        verdict = "intact" if result.ok else f"DAMAGED in {len(result.damages)} places"
        out.line(f"{verdict}: {result.entries} entries, {result.kept} messages and answers")
        out.line(f"end of the log: {end}")
    ctx.exit(exits.FINE if result.ok else exits.ERRORS)


def _head(room: Any, text: str | None) -> Any:
    if text is None:
        return None
    number, _, digest = text.partition(":")
    if not (number.isascii() and number.isdigit() and len(digest) == 64):
        raise click.UsageError("--head is written SEQ:HASH, as `verify` prints it")
    return room.Head(int(number), digest)


@ledger.command()
@_WHERE
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--message", metavar="ID", help="One message, with its acknowledgements.")
@click.option("--patient", metavar="KIND:NUMBER", help="All about a patient; `-` reads it.")
def export(where: str, folder: Path, message: str | None, patient: str | None) -> None:
    """Write everything about one message or one patient into a new folder, with an index.

    \b
    Example:
      caremsg ledger export messages.db out/ --message 7d1b8f0e
      echo FNR:14854110463 | caremsg ledger export messages.db out/ --patient -
    """
    if (message is None) == (patient is None):
        raise click.UsageError("give either --message or --patient")
    with _opened(where) as (room, found):
        if message is not None:
            count = room.export_message(found, message, folder)
        else:
            text = sys.stdin.readline() if patient == "-" else patient or ""
            count = room.export_patient(found, Identifier.parse(text.strip()), folder)
    click.echo(f"{count} message{'s' if count != 1 else ''} in {folder}")


@ledger.command()
@_WHERE
@click.option("--before", metavar="DATE", required=True, help="What was recorded before this day.")
@click.option("--why", required=True, help="The reason; the log keeps it.")
@click.option("--by", required=True, help="Who does it; the log keeps it.")
@click.confirmation_option(prompt="What is erased cannot be had back. Go on?")
@clock
def erase(where: str, before: str, why: str, by: str, at: dt.datetime) -> None:
    """Erase what may not be kept longer. The log still proves that it was there.

    \b
    Example:
      caremsg ledger erase messages.db --before 2016-01-01 --by archive --why "ten years" --yes
    """
    try:
        day = dt.datetime.fromisoformat(before).astimezone()
    except ValueError:
        raise click.UsageError("a day is written 2016-01-01") from None
    if not why.strip():
        raise click.UsageError("--why says the reason, which the log keeps")
    with _opened(where) as (room, found):
        count = room.erase(found, before=day, at=at, by=by, why=why)
    click.echo(f"{count} message{'s' if count != 1 else ''} erased")
