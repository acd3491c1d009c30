"""`caremsg schema`: XML Schema files made from the declarations."""

from __future__ import annotations

from pathlib import Path

import click

from caremsg.codec.xsd import DRIVER, schemas
from caremsg.declare import Edition, editions

from .options import as_json
from .output import Output

__all__ = ["edition_named", "schema"]


def edition_named(ctx: click.Context, param: click.Parameter, name: str | None) -> Edition | None:
    """The edition with a name, in any case. A usage error lists all there are."""
    if name is None:
        return None
    known = {key.casefold(): edition for key, edition in editions().items()}
    found = known.get(" ".join(name.split()).casefold())
    if found is None:
        raise click.BadParameter(f"no edition {name!r}; there are: {', '.join(editions())}")
    return found


@click.command()
@click.option("--edition", required=True, callback=edition_named, help="Such as `PLO 1.6`.")
@click.option(
    "-o",
    "--output",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write the files here; without it, only their names are listed.",
)
@as_json
def schema(edition: Edition, folder: Path | None, as_json: bool) -> None:
    """Write the XML Schema files of an edition.

    They are made from the declarations and give the verdict of the published ones.
    Validate with `all.xsd`, which imports the others.

    \b
    Examples:
      caremsg schema --edition "PLO 1.6"
      caremsg schema --edition "PLO 1.6" -o schemas/
    """
    out = Output()
    texts = schemas(edition)
    if folder is not None:
        _write(folder, texts)
    if as_json:
        where = str(folder) if folder is not None else None
        out.record(
            {"edition": str(edition), "folder": where, "start": DRIVER, "files": list(texts)}
        )
    else:
        for name in texts:
            out.line(str(folder / name) if folder is not None else name)


def _write(folder: Path, texts: dict[str, str]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.UsageError(f"cannot write to {folder}: {error.strerror}") from None
