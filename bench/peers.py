"""The peers: their models are generated from the published schema when they are first needed.

generateDS is left out, for it drops the types of imported schemas: no message of this
standard is read whole. pydantic-xml is left out, for it has no generator, and some two
hundred models written by hand would measure the hand.
"""

from __future__ import annotations

import hashlib
import importlib
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from bench import CACHE
from bench.messages import SECURE, standard


@dataclass(frozen=True)
class Peer:
    """A library that reads into objects and writes them."""

    decode: Callable[[bytes], Any]
    encode: Callable[[Any], bytes]


def installed(package: str) -> str | None:
    """The version of a package."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None


@cache
def all_peers() -> dict[str, Peer]:
    """Every peer that is installed, by name; one may have several settings."""
    loaders = {"xsdata": xsdata, "PyXB-X": pyxb}
    found: dict[str, Peer] = {}
    for package, load in loaders.items():
        if installed(package):
            found |= load()
    return found


# --- xsdata --------------------------------------------------------------------------------------

XSDATA = ("xsdata, native handler", "xsdata, lxml handler")


def xsdata() -> dict[str, Peer]:
    """xsdata with dataclasses with slots, parser and serializer kept, in its two settings."""
    from xsdata.formats.dataclass.context import XmlContext
    from xsdata.formats.dataclass.parsers import XmlParser, handlers
    from xsdata.formats.dataclass.serializers import XmlSerializer, writers

    _generated("xsdata", _generate_xsdata)
    models = importlib.import_module("models_xsdata")
    context = XmlContext()

    def peer(handler: Any, writer: Any) -> Peer:
        parser = XmlParser(context=context, handler=handler)
        serializer = XmlSerializer(context=context, writer=writer)
        return Peer(
            lambda data: parser.from_bytes(data, models.MsgHead),
            lambda message: serializer.render(message).encode(),
        )

    settings = (
        (handlers.XmlEventHandler, writers.XmlEventWriter),
        (handlers.LxmlEventHandler, writers.LxmlEventWriter),
    )
    return {name: peer(*setting) for name, setting in zip(XSDATA, settings, strict=True)}


def _generate_xsdata(folder: Path) -> None:
    schema = standard() / "schema" / "caremsg-all.xsd"
    style = ("--structure-style", "single-package", "--unnest-classes", "--slots")
    _run("xsdata", "generate", str(schema), "--package", "models_xsdata", *style, cwd=folder)


# --- PyXB-X --------------------------------------------------------------------------------------

PYXB = "PyXB-X"
_IMPORT = re.compile(r'<xs:import namespace="([^"]+)" schemaLocation="([^"]+)"/>')
_WANTED = re.compile(
    r"http://www\.kith\.no/xmlstds(?:/msghead.*|/po/.*2012-04-01|/epj/.*|/base64container|"
    r"/felleskomponent1)?|http://www\.w3\.org/.*"
)


def pyxb() -> dict[str, Peer]:
    """PyXB-X, with one edition only: it writes two of the same prefix to the same file."""
    files = sorted((_generated("PyXB-X", _generate_pyxb) / "models_pyxb").glob("*.py"))
    modules = [importlib.import_module(f"models_pyxb.{file.stem}") for file in files]
    head = next(module for module in modules if hasattr(module, "MsgHead"))
    return {PYXB: Peer(head.CreateFromDocument, lambda message: message.toxml("utf-8"))}


def _generate_pyxb(folder: Path) -> None:
    schema = standard() / "schema"
    lines = [
        f'<xs:import namespace="{uri}" schemaLocation="{(schema / place).as_uri()}"/>'
        for uri, place in _IMPORT.findall((schema / "caremsg-all.xsd").read_text("utf-8"))
        if _WANTED.fullmatch(uri)
    ]
    start = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:bench">'
    driver = folder / "plo.xsd"
    driver.write_text("\n".join([start, *lines, "</xs:schema>"]), "utf-8")
    _run("pyxbgen", "-u", str(driver), "-m", "plo", "--module-prefix=models_pyxb", cwd=folder)


# --- lxml with a schema --------------------------------------------------------------------------


def schema() -> Any:
    """The published schema of all namespaces, compiled by libxml2."""
    from lxml import etree

    parser = etree.XMLParser(**SECURE)
    path = standard() / "schema" / "caremsg-all.xsd"
    return etree.XMLSchema(etree.parse(path, parser))


# --- generating ----------------------------------------------------------------------------------


def _generated(package: str, generate: Callable[[Path], None]) -> Path:
    """The folder of generated models, importable: made once per version and schema."""
    found = hashlib.sha256((installed(package) or "").encode())
    for path in sorted((standard() / "schema").rglob("*.xsd")):
        found.update(path.read_bytes())
    folder = CACHE / f"{package}-{found.hexdigest()[:12]}"
    if not (folder / "done").exists():
        print(f"bench: generating the models of {package}", file=sys.stderr)
        folder.mkdir(parents=True, exist_ok=True)
        generate(folder)
        (folder / "done").touch()
    sys.path.append(str(folder))
    return folder


def _run(command: str, *arguments: str, cwd: Path) -> None:
    programs = Path(sys.executable).parent  # of this environment; xsdata calls ruff by name
    path = os.pathsep.join([str(programs), os.environ.get("PATH", "")])
    whole = [programs / command, *arguments]
    env = {**os.environ, "PATH": path}
    done = subprocess.run(whole, cwd=cwd, env=env, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{command} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
