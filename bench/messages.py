"""The official messages that are measured, and messages that are made from them."""

from __future__ import annotations

import base64
import os
import re
from pathlib import Path

from lxml import etree

from bench import ROOT

REPORTS = (
    "Innleggelsesrapport_v1-6_Ny.xml",
    "Utskrivningsrapport_v1-6_Ny.xml",
    "Helseopplysninger_til_lege_v1-6_Ny.xml",
    "Medisinske_opplysninger_v1-6_Ny.xml",
)
LOGISTICS = (
    "Pasientlogistikk_Innlagt_pasient_v1-6_Ny.xml",
    "Pasientlogistikk_Utskrivningsklar_pasient_v1-6_Ny.xml",
    "Pasientlogistikk_Melding_om_utskrevet_pasient_v1-6_Ny.xml",
    "Pasientlogistikk_Avmelding_av_utskrivningsklar_pasient_v1-6_Ny.xml",
    "Pasientlogistikk_Orientering_om_dodsfall_v1-6_Ny.xml",
)
SECURE = {"resolve_entities": False, "no_network": True, "load_dtd": False}

_PARSER = etree.XMLParser(**SECURE)
_HUGE = etree.XMLParser(**SECURE, huge_tree=True)


def standard() -> Path:
    """The folder of the published standard."""
    given = os.environ.get("CAREMSG_STANDARD")
    folder = Path(given).resolve() if given else ROOT.parent / "shared" / "standard"
    if not (folder / "schema" / "caremsg-all.xsd").is_file():
        raise SystemExit("bench: set CAREMSG_STANDARD to the folder of the published standard")
    return folder


def official(*names: str) -> list[bytes]:
    """Official messages of PLO 1.6."""
    return [(standard() / "examples" / "plo-1.6" / name).read_bytes() for name in names]


def parse(data: bytes) -> etree._Element:
    """The bare parse that everything is compared with."""
    return etree.fromstring(data, _PARSER)


def parse_huge(data: bytes) -> etree._Element:
    """The same, where libxml2 would refuse a text of more than 10 million octets."""
    return etree.fromstring(data, _HUGE)


# --- messages that differ ------------------------------------------------------------------------

_VARIABLE = re.compile(
    rb"""
      (?P<uuid>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-)[0-9a-f]{12}
    | (?<=[>"])(?P<year>[12][0-9]{3}-)[0-9]{2}-[0-9]{2}
    | (?<=Id>)(?P<id>[0-9]+)(?=<)
    | (?<=tel:)(?P<telephone>[0-9]+)
    | (?<=>)(?P<words>[^<>]*[A-Za-z]\ [^<>]*)(?=<)
    | (?<=Name>)(?P<name>[^<>\s][^<>]*)(?=<)
    """,
    re.VERBOSE,
)


def vary(data: bytes, number: int) -> bytes:
    """The message with other identifiers, dates, names, telephones and free texts."""

    def other(found: re.Match[bytes]) -> bytes:
        kind = found.lastgroup or ""
        kept = found[kind]
        if kind == "uuid":
            return b"%b%012x" % (kept, number)
        if kind == "year":
            return b"%b%02d-%02d" % (kept, number // 28 % 12 + 1, number % 28 + 1)
        if kind in ("id", "telephone"):
            return b"%0*d" % (len(kept), (int(kept) + number) % 10 ** len(kept))
        return b"%b %d" % (kept, number)

    return _VARIABLE.sub(other, data)


# --- a message with an attachment ----------------------------------------------------------------

_ATTACHMENT = b"""<Document><RefDoc>\
<MsgType V="A" DN="Vedlegg"/><MimeType>application/pdf</MimeType><Content>\
<b:Base64Container xmlns:b="http://www.kith.no/xmlstds/base64container">%b</b:Base64Container>\
</Content></RefDoc></Document>"""


def with_attachment(data: bytes, size: int) -> bytes:
    """The message with a second document: an attachment of so many octets as base64."""
    text = base64.b64encode(bytes(range(256)) * 3) * (size // 1024)
    end = data.rindex(b"</")
    return data[:end] + _ATTACHMENT % text + data[end:]


# --- a message with faults -----------------------------------------------------------------------

FAULTS = 20


def with_faults(data: bytes) -> bytes:
    """The admission report with twenty faults of shape, four each of five kinds."""
    root = parse(data)
    functions = list(root.iter("{*}KartlagtFunksjon"))
    for note in list(root.iter("{*}Notat"))[:4]:  # a required element is gone
        note.getparent().remove(note)
    for name in list(root.iter("{*}City", "{*}BetegnelseHjelpemiddel"))[:4]:
        name.tag = f"{name.tag}Ukjent"
    for date in list(root.iter("{*}DoseringStarttidspunkt"))[:4]:
        date.set("V", "2017-13-41")
    for function in functions[:4]:
        function.set("ukjent", "1")
    for function in functions[4:8]:
        function.text = "tekst"
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)
