"""What is wrong with bytes: they are not well-formed XML, or ask for what is refused."""

from __future__ import annotations

from caremsg.findings import FindingKind, Severity, Words

from .sources import OWN, XML_SPEC

_E, _A = Severity.ERROR, Severity.ADVICE

XML001 = FindingKind(
    "XML001",
    _E,
    "the document is not well-formed XML: {reason}",
    "dokumentet er ikke velformet XML: {reason}",
    f"{XML_SPEC}, 2.1",
    Words(
        "Nothing after the fault can be read, so nobody knows what the sender meant.",
        "Ingenting etter feilen kan leses, så ingen vet hva avsenderen mente.",
    ),
    Words(
        "Look at the place named: often a message was cut off in transport, or a character "
        "such as & was not escaped.",
        "Se på stedet som er oppgitt: ofte er meldingen kuttet under transport, eller et tegn "
        "som & er ikke kodet.",
    ),
    refusal="T01",
)
XML002 = FindingKind(
    "XML002",
    _E,
    "a document type declaration (DTD) is not allowed",
    "en dokumenttypedeklarasjon (DTD) er ikke tillatt",
    OWN,
    Words(
        "A DTD can make a small document grow without end or read files of the receiver, and "
        "no message of the standard has one.",
        "En DTD kan få et lite dokument til å vokse uten ende eller lese mottakerens filer, "
        "og ingen melding i standarden har en.",
    ),
    Words(
        "Write the message without a document type declaration.",
        "Skriv meldingen uten dokumenttypedeklarasjon.",
    ),
    refusal="T99",
)
XML003 = FindingKind(
    "XML003",
    _E,
    "the document is larger than the limit: {actual} bytes, at most {limit}",
    "dokumentet er større enn grensen: {actual} byte, høyst {limit}",
    OWN,
    Words(
        "The limit protects the memory of the receiver.",
        "Grensen beskytter mottakerens minne.",
    ),
    Words(
        "Send fewer or smaller attachments, or read with a higher limit: `Limits(size=...)`.",
        "Send færre eller mindre vedlegg, eller les med en høyere grense: `Limits(size=...)`.",
    ),
    refusal="X99",
)
XML004 = FindingKind(
    "XML004",
    _E,
    "elements are nested deeper than the limit of {limit}",
    "elementer er nøstet dypere enn grensen på {limit}",
    OWN,
    Words(
        "No message of the standard is nested nearly as deep; deep nesting is used to make "
        "readers break down.",
        "Ingen melding i standarden er i nærheten av så dypt nøstet; dyp nøsting brukes for å "
        "få lesere til å bryte sammen.",
    ),
    Words(
        "Look for a program that wraps elements in a loop, or read with `Limits(depth=...)`.",
        "Se etter et program som pakker inn elementer i en løkke, eller les med "
        "`Limits(depth=...)`.",
    ),
    refusal="X99",
)
XML005 = FindingKind(
    "XML005",
    _E,
    "there are more elements than the limit of {limit}",
    "det er flere elementer enn grensen på {limit}",
    OWN,
    Words(
        "The limit protects the memory of the receiver.",
        "Grensen beskytter mottakerens minne.",
    ),
    Words(
        "Split the message, or read with a higher limit: `Limits(elements=...)`.",
        "Del meldingen, eller les med en høyere grense: `Limits(elements=...)`.",
    ),
    refusal="X99",
)
XML006 = FindingKind(
    "XML006",
    _E,
    "there are more attributes than the limit of {limit}",
    "det er flere attributter enn grensen på {limit}",
    OWN,
    Words(
        "The limit protects the memory of the receiver.",
        "Grensen beskytter mottakerens minne.",
    ),
    Words(
        "Split the message, or read with a higher limit: `Limits(attributes=...)`.",
        "Del meldingen, eller les med en høyere grense: `Limits(attributes=...)`.",
    ),
    refusal="X99",
)
XML007 = FindingKind(
    "XML007",
    _E,
    "an attachment is larger than the limit of {limit} bytes",
    "et vedlegg er større enn grensen på {limit} byte",
    OWN,
    Words(
        "The limit protects the memory of the receiver.",
        "Grensen beskytter mottakerens minne.",
    ),
    Words(
        "Send a smaller file, or read with a higher limit: `Limits(attachment=...)`.",
        "Send en mindre fil, eller les med en høyere grense: `Limits(attachment=...)`.",
    ),
    refusal="X99",
)
XML008 = FindingKind(
    "XML008",
    _E,
    "the character encoding is not supported; UTF-8 and ISO-8859-1 are",
    "tegnkodingen støttes ikke; UTF-8 og ISO-8859-1 støttes",
    "HISD 1165:2016",
    Words(
        "Receivers have to read UTF-8 and ISO-8859-1 and nothing else; in another encoding "
        "names and texts come out wrong.",
        "Mottakere skal kunne lese UTF-8 og ISO-8859-1, ikke annet; i en annen tegnkoding "
        "blir navn og tekst feil.",
    ),
    Words(
        "Write the message in UTF-8, and say so in the XML declaration.",
        "Skriv meldingen i UTF-8, og oppgi det i XML-deklarasjonen.",
    ),
    refusal="T01",
)
XML009 = FindingKind(
    "XML009",
    _E,
    "the document is empty",
    "dokumentet er tomt",
    XML_SPEC,
    Words(
        "There is nothing to read.",
        "Det er ingenting å lese.",
    ),
    Words(
        "Look at how the file was fetched or written.",
        "Se på hvordan filen ble hentet eller skrevet.",
    ),
    refusal="T01",
)
