"""Why a message cannot be written."""

from __future__ import annotations

from caremsg.findings import FindingKind, Severity, Words

from .sources import XML_SPEC, XSD_SPEC

_E, _A = Severity.ERROR, Severity.ADVICE

ENC001 = FindingKind(
    "ENC001",
    _E,
    "a required field is not set",
    "et obligatorisk felt er ikke satt",
    f"{XSD_SPEC}, cvc-complex-type 2.4",
    Words(
        "The document would not be valid.",
        "Dokumentet ville ikke vært gyldig.",
    ),
    Words(
        "Set the field.",
        "Sett feltet.",
    ),
)
ENC002 = FindingKind(
    "ENC002",
    _E,
    "{edition} does not have this field",
    "{edition} har ikke dette feltet",
    "the schema of the edition",
    Words(
        "Writing it away silently would lose what was meant.",
        "Å skrive uten det ville i stillhet mistet det som var ment.",
    ),
    Words(
        "Clear the field, or write another edition.",
        "Tøm feltet, eller skriv en annen utgave.",
    ),
)
ENC003 = FindingKind(
    "ENC003",
    _E,
    "{edition} has no place for {kind} here; expected {expected}",
    "{edition} har ikke plass til {kind} her; ventet {expected}",
    "the schema of the edition",
    Words(
        "The edition has no element for it, so it cannot be written.",
        "Utgaven har ikke noe element for det, så det kan ikke skrives.",
    ),
    Words(
        "Use one of the kinds named.",
        "Bruk en av typene som er nevnt.",
    ),
)
ENC004 = FindingKind(
    "ENC004",
    _E,
    "there are {actual} items; at most {limit} in {edition}",
    "det er {actual} elementer; høyst {limit} i {edition}",
    "the schema of the edition",
    Words(
        "Only the first would be written, and the rest lost.",
        "Bare den første ville blitt skrevet, og resten gått tapt.",
    ),
    Words(
        "Keep to the number named, or write another edition.",
        "Hold deg til antallet som er nevnt, eller skriv en annen utgave.",
    ),
)
ENC005 = FindingKind(
    "ENC005",
    _E,
    "only one of {expected} may be set",
    "bare én av {expected} kan være satt",
    "the schema of the edition",
    Words(
        "The schema has a choice here: one or the other.",
        "Skjemaet har et valg her: det ene eller det andre.",
    ),
    Words(
        "Clear all but one.",
        "Tøm alle unntatt ett.",
    ),
)
ENC006 = FindingKind(
    "ENC006",
    _E,
    "the text holds a character that XML cannot carry",
    "teksten har et tegn som XML ikke kan bære",
    f"{XML_SPEC}, 2.2",
    Words(
        "XML has no way to write this control character, not even escaped.",
        "XML kan ikke skrive dette kontrolltegnet, heller ikke kodet.",
    ),
    Words(
        "Remove the character from the text.",
        "Fjern tegnet fra teksten.",
    ),
)
ENC007 = FindingKind(
    "ENC007",
    _E,
    "the fragment is not well-formed XML content",
    "fragmentet er ikke velformet XML-innhold",
    f"{XML_SPEC}, 2.1",
    Words(
        "The document around it would not be well-formed.",
        "Dokumentet rundt ville ikke vært velformet.",
    ),
    Words(
        "Make the fragment of well-formed content.",
        "Lag fragmentet av velformet innhold.",
    ),
)
ENC010 = FindingKind(
    "ENC010",
    _E,
    "the message cannot be written, and no field of it says why",
    "meldingen kan ikke skrives, og ikke noe felt i den sier hvorfor",
    "caremsg, declared classes",
    Words(
        "Something in the message is not what its class says.",
        "Noe i meldingen er ikke det klassen sier.",
    ),
    Words(
        "Compare the message with the annotations of its classes; a type checker does so.",
        "Sammenlign meldingen med annotasjonene i klassene; en typesjekker gjør det.",
    ),
)
ENC009 = FindingKind(
    "ENC009",
    _E,
    "several may stand here: write a tuple, `(x,)`, not {kind}",
    "her kan det stå flere: skriv en tuppel, `(x,)`, ikke {kind}",
    "caremsg, declared classes",
    Words(
        "A list or a single object is no tuple.",
        "En liste eller et enkelt objekt er ikke en tuppel.",
    ),
    Words(
        "Write a tuple, also for one item.",
        "Skriv en tuppel, også for ett element.",
    ),
)
ENC008 = FindingKind(
    "ENC008",
    _E,
    "items of different kinds stand in a run of one kind",
    "elementer av ulike slag står i en rekke av ett slag",
    "the schema of the edition",
    Words(
        "The schema has either the one kind or the other, not both.",
        "Skjemaet har enten det ene slaget eller det andre, ikke begge.",
    ),
    Words(
        "Keep to one kind in the tuple.",
        "Hold deg til ett slag i tuppelen.",
    ),
)
