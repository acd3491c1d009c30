"""Every kind of finding that reading and writing can make.

`XML` is about bytes and well-formedness, `SCH` about shape, `ENC` about a message that
cannot be written. Texts name elements and types, never a value.
"""

from __future__ import annotations

from caremsg.findings import FindingKind, Severity, Words

_E, _A = Severity.ERROR, Severity.ADVICE

XML_SPEC = "XML 1.0 (5th ed.)"
XSD_SPEC = "XML Schema Part 1 (2nd ed.)"
XSD_TYPES = "XML Schema Part 2 (2nd ed.)"
OWN = "caremsg, safe reading"

NOTHING = Words("nothing", "ingenting")
LISTED = Words("`caremsg messages` lists those that are", "`caremsg messages` viser hvilke")
THE_END = Words("the end", "slutten")

XML001 = FindingKind(
    "XML001",
    _E,
    "the document is not well-formed XML: {reason}",
    "dokumentet er ikke velformet XML: {reason}",
    f"{XML_SPEC}, 2.1",
)
XML002 = FindingKind(
    "XML002",
    _E,
    "a document type declaration (DTD) is not allowed",
    "en dokumenttypedeklarasjon (DTD) er ikke tillatt",
    OWN,
)
XML003 = FindingKind(
    "XML003",
    _E,
    "the document is larger than the limit: {actual} bytes, at most {limit}",
    "dokumentet er større enn grensen: {actual} byte, høyst {limit}",
    OWN,
)
XML004 = FindingKind(
    "XML004",
    _E,
    "elements are nested deeper than the limit of {limit}",
    "elementer er nøstet dypere enn grensen på {limit}",
    OWN,
)
XML005 = FindingKind(
    "XML005",
    _E,
    "there are more elements than the limit of {limit}",
    "det er flere elementer enn grensen på {limit}",
    OWN,
)
XML006 = FindingKind(
    "XML006",
    _E,
    "there are more attributes than the limit of {limit}",
    "det er flere attributter enn grensen på {limit}",
    OWN,
)
XML007 = FindingKind(
    "XML007",
    _E,
    "an attachment is larger than the limit of {limit} bytes",
    "et vedlegg er større enn grensen på {limit} byte",
    OWN,
)
XML008 = FindingKind(
    "XML008",
    _E,
    "the character encoding is not supported; UTF-8 and ISO-8859-1 are",
    "tegnkodingen støttes ikke; UTF-8 og ISO-8859-1 støttes",
    "HISD 1165:2016",
)
XML009 = FindingKind("XML009", _E, "the document is empty", "dokumentet er tomt", XML_SPEC)

SCH001 = FindingKind(
    "SCH001",
    _E,
    "no message is declared with the root {tag}; {known}",
    "ingen melding er deklarert med roten {tag}; {known}",
    "caremsg, messages supported",
)
SCH002 = FindingKind(
    "SCH002",
    _E,
    "this looks like another edition of {family}: {uri}; supported: {known}",
    "dette ser ut som en annen utgave av {family}: {uri}; støttet: {known}",
    "caremsg, messages supported",
)
SCH003 = FindingKind(
    "SCH003",
    _E,
    "{tag} is a part of a message, not a message of its own",
    "{tag} er en del av en melding, ikke en egen melding",
    "caremsg, messages supported",
)
SCH004 = FindingKind(
    "SCH004",
    _A,
    "content of a type that is not declared here is kept as it came, and not judged: {tag}",
    "innhold av en type som ikke er deklarert her, er beholdt som det kom, og ikke bedømt: {tag}",
    "HIS 80601:2006, RefDoc",
)
SCH005 = FindingKind(
    "SCH005",
    _E,
    "this is {found}, not {wanted} as asked for",
    "dette er {found}, ikke {wanted} som det ble spurt etter",
    "caremsg, the caller",
)
SCH101 = FindingKind(
    "SCH101",
    _E,
    "{missing} is missing; found {found}",
    "{missing} mangler; fant {found}",
    f"{XSD_SPEC}, cvc-complex-type 2.4",
)
SCH102 = FindingKind(
    "SCH102",
    _E,
    "{tag} is not known here; expected {expected}",
    "{tag} er ikke kjent her; ventet {expected}",
    f"{XSD_SPEC}, cvc-complex-type 2.4",
)
SCH103 = FindingKind(
    "SCH103",
    _E,
    "{tag} stands in the wrong place; expected {expected}",
    "{tag} står på feil sted; ventet {expected}",
    f"{XSD_SPEC}, cvc-complex-type 2.4",
)
SCH104 = FindingKind(
    "SCH104",
    _E,
    "{tag} stands here too many times; at most {limit}",
    "{tag} står her for mange ganger; høyst {limit}",
    f"{XSD_SPEC}, cvc-complex-type 2.4",
)
SCH105 = FindingKind(
    "SCH105",
    _E,
    "{tag} is in the wrong namespace {uri}; expected {expected}",
    "{tag} er i feil navnerom {uri}; ventet {expected}",
    f"{XSD_SPEC}, cvc-complex-type 2.4",
)
SCH106 = FindingKind(
    "SCH106",
    _E,
    "{tag} excludes what stands before it: only one of {expected} may be there",
    "{tag} utelukker det som står før: bare én av {expected} kan være der",
    f"{XSD_SPEC}, cvc-complex-type 2.4",
)
SCH201 = FindingKind(
    "SCH201",
    _E,
    "the value is not a valid {type}",
    "verdien er ikke en gyldig {type}",
    f"{XSD_TYPES}, 3",
)
SCH202 = FindingKind(
    "SCH202",
    _E,
    "the value must be `{fixed}`",
    "verdien må være `{fixed}`",
    f"{XSD_SPEC}, cvc-elt 5.2.2",
)
SCH203 = FindingKind(
    "SCH203",
    _E,
    "the value is not one of those allowed: {values}",
    "verdien er ikke en av de tillatte: {values}",
    f"{XSD_TYPES}, 4.3.5",
)
SCH204 = FindingKind(
    "SCH204",
    _E,
    "the value breaks a limit of its type: {limit}",
    "verdien bryter en grense for typen: {limit}",
    f"{XSD_TYPES}, 4.3",
)
SCH301 = FindingKind(
    "SCH301",
    _E,
    "the attribute {name} is missing",
    "attributtet {name} mangler",
    f"{XSD_SPEC}, cvc-complex-type 4",
)
SCH302 = FindingKind(
    "SCH302",
    _E,
    "the attribute {name} is not known here; allowed: {expected}",
    "attributtet {name} er ikke kjent her; tillatt: {expected}",
    f"{XSD_SPEC}, cvc-complex-type 3",
)
SCH401 = FindingKind(
    "SCH401",
    _E,
    "text stands where only elements may",
    "tekst står der bare elementer kan stå",
    f"{XSD_SPEC}, cvc-complex-type 2.3",
)
SCH402 = FindingKind(
    "SCH402",
    _E,
    "{tag} stands inside {parent}, which holds only a value",
    "{tag} står inne i {parent}, som bare kan ha en verdi",
    f"{XSD_SPEC}, cvc-type 3.1.2",
)
SCH403 = FindingKind(
    "SCH403",
    _E,
    "{tag} must be empty",
    "{tag} må være tom",
    f"{XSD_SPEC}, cvc-complex-type 2.1",
)

ENC001 = FindingKind(
    "ENC001",
    _E,
    "a required field is not set",
    "et obligatorisk felt er ikke satt",
    f"{XSD_SPEC}, cvc-complex-type 2.4",
)
ENC002 = FindingKind(
    "ENC002",
    _E,
    "{edition} does not have this field",
    "{edition} har ikke dette feltet",
    "the schema of the edition",
)
ENC003 = FindingKind(
    "ENC003",
    _E,
    "{edition} has no place for {kind} here; expected {expected}",
    "{edition} har ikke plass til {kind} her; ventet {expected}",
    "the schema of the edition",
)
ENC004 = FindingKind(
    "ENC004",
    _E,
    "there are {actual} items; at most {limit} in {edition}",
    "det er {actual} elementer; høyst {limit} i {edition}",
    "the schema of the edition",
)
ENC005 = FindingKind(
    "ENC005",
    _E,
    "only one of {expected} may be set",
    "bare én av {expected} kan være satt",
    "the schema of the edition",
)
ENC006 = FindingKind(
    "ENC006",
    _E,
    "the text holds a character that XML cannot carry",
    "teksten har et tegn som XML ikke kan bære",
    f"{XML_SPEC}, 2.2",
)
ENC007 = FindingKind(
    "ENC007",
    _E,
    "the fragment is not well-formed XML content",
    "fragmentet er ikke velformet XML-innhold",
    f"{XML_SPEC}, 2.1",
)
ENC010 = FindingKind(
    "ENC010",
    _E,
    "the message cannot be written, and no field of it says why",
    "meldingen kan ikke skrives, og ikke noe felt i den sier hvorfor",
    "caremsg, declared classes",
)
ENC009 = FindingKind(
    "ENC009",
    _E,
    "several may stand here: write a tuple, `(x,)`, not {kind}",
    "her kan det stå flere: skriv en tuppel, `(x,)`, ikke {kind}",
    "caremsg, declared classes",
)
ENC008 = FindingKind(
    "ENC008",
    _E,
    "items of different kinds stand in a run of one kind",
    "elementer av ulike slag står i en rekke av ett slag",
    "the schema of the edition",
)
