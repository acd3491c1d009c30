"""What can be wrong with an agreement, and with a message under it."""

from __future__ import annotations

from caremsg.findings import FindingKind, Severity, Words

__all__ = [
    "AGR001",
    "AGR002",
    "AGR003",
    "AGR004",
    "AGR005",
    "AGR006",
    "AGR007",
    "AGR008",
    "AGR009",
    "AGR101",
    "AGR102",
    "AGR103",
    "AGR104",
    "AGR105",
    "AGR106",
    "AGR107",
    "AGR108",
    "AGR109",
    "AGR110",
]

_E, _W, _A = Severity.ERROR, Severity.WARNING, Severity.ADVICE
FILE = "caremsg, agreements"
LOCAL = "the local agreement"

AGR001 = FindingKind(
    "AGR001",
    _E,
    "the agreement is not a TOML file",
    "avtalen er ikke en TOML-fil",
    FILE,
    Words(
        "Nothing in it can be used.",
        "Ingenting i den kan brukes.",
    ),
    Words(
        "Mend the line that is named.",
        "Rett linjen som er nevnt.",
    ),
)
AGR002 = FindingKind(
    "AGR002",
    _E,
    "the key {key} is not known here; known are {known}",
    "nøkkelen {key} er ikke kjent her; kjente er {known}",
    FILE,
    Words(
        "A misspelt key would silently have no effect.",
        "En feilstavet nøkkel ville i stillhet vært uten virkning.",
    ),
    Words(
        "Correct the key.",
        "Rett nøkkelen.",
    ),
)
AGR003 = FindingKind(
    "AGR003",
    _E,
    "the value of {key} is not {wanted}",
    "verdien av {key} er ikke {wanted}",
    FILE,
    Words(
        "What was meant cannot be applied.",
        "Det som var ment, kan ikke brukes.",
    ),
    Words(
        "Write the value in this form.",
        "Skriv verdien på denne formen.",
    ),
)
AGR004 = FindingKind(
    "AGR004",
    _E,
    "{key} is missing",
    "{key} mangler",
    FILE,
    Words(
        "Without it the entry says nothing.",
        "Uten den sier oppføringen ingenting.",
    ),
    Words(
        "Give it.",
        "Oppgi den.",
    ),
)
AGR005 = FindingKind(
    "AGR005",
    _E,
    "there is no message type {type}; {near}",
    "det finnes ingen meldingstype {type}; {near}",
    FILE,
    Words(
        "The entry would never apply.",
        "Oppføringen ville aldri gjelde.",
    ),
    Words(
        "Use a code of system 8279: `caremsg codes 8279`.",
        "Bruk en kode fra kodeverk 8279: `caremsg codes 8279`.",
    ),
)
AGR006 = FindingKind(
    "AGR006",
    _E,
    "there is no edition {edition}; there are {known}",
    "det finnes ingen utgave {edition}; det finnes {known}",
    FILE,
    Words(
        "The entry would never apply.",
        "Oppføringen ville aldri gjelde.",
    ),
    Words(
        "Write the edition as `caremsg messages` does.",
        "Skriv utgaven slik `caremsg messages` gjør.",
    ),
)
AGR007 = FindingKind(
    "AGR007",
    _E,
    "no message of {type} has {path}; {near}",
    "ingen melding av {type} har {path}; {near}",
    FILE,
    Words(
        "The requirement would never find anything.",
        "Kravet ville aldri finne noe.",
    ),
    Words(
        "Use the names of the standard: `caremsg messages` lists them.",
        "Bruk standardens navn: `caremsg messages` viser dem.",
    ),
)
AGR008 = FindingKind(
    "AGR008",
    _W,
    "the requirement is milder than that of the {level} agreement",
    "kravet er mildere enn det i avtalen på nivå {level}",
    FILE,
    Words(
        "A pair may agree on more, and not on less than everybody.",
        "To parter kan avtale mer, men ikke mindre enn alle.",
    ),
    Words(
        "Take it out, or make it as strict.",
        "Fjern det, eller gjør det like strengt.",
    ),
)
AGR009 = FindingKind(
    "AGR009",
    _E,
    "the agreement ends before it begins",
    "avtalen slutter før den begynner",
    FILE,
    Words(
        "It would never be in force.",
        "Den ville aldri være i kraft.",
    ),
    Words(
        "Correct valid_from or valid_to.",
        "Rett valid_from eller valid_to.",
    ),
)
AGR101 = FindingKind(
    "AGR101",
    _W,
    "this message type is not among those that were agreed",
    "denne meldingstypen er ikke blant dem som er avtalt",
    LOCAL,
    Words(
        "The receiver may have nobody who handles it.",
        "Mottakeren har kanskje ingen som behandler den.",
    ),
    Words(
        "Send an agreed type, or extend the agreement.",
        "Send en avtalt type, eller utvid avtalen.",
    ),
)
AGR102 = FindingKind(
    "AGR102",
    _W,
    "this edition is not among those that were agreed: {editions}",
    "denne utgaven er ikke blant dem som er avtalt: {editions}",
    LOCAL,
    Words(
        "The receiver may not be able to read it.",
        "Mottakeren kan kanskje ikke lese den.",
    ),
    Words(
        "Send an agreed edition.",
        "Send en avtalt utgave.",
    ),
)
AGR103 = FindingKind(
    "AGR103",
    _W,
    "the message goes to another service than was agreed for its type",
    "meldingen går til en annen tjeneste enn avtalt for typen",
    LOCAL,
    Words(
        "It lies in an inbox where nobody waits for it.",
        "Den blir liggende i en innboks der ingen venter på den.",
    ),
    Words(
        "Address the service in the agreement.",
        "Adresser tjenesten i avtalen.",
    ),
)
AGR104 = FindingKind(
    "AGR104",
    _W,
    "{path} was agreed to be there, and is not{why}",
    "{path} er avtalt å være med, og er det ikke{why}",
    LOCAL,
    Words(
        "The parties agreed that they need it.",
        "Partene er enige om at de trenger det.",
    ),
    Words(
        "Give it.",
        "Oppgi det.",
    ),
)
AGR105 = FindingKind(
    "AGR105",
    _W,
    "{path} was agreed not to be sent{why}",
    "{path} er avtalt ikke å sendes{why}",
    LOCAL,
    Words(
        "The parties agreed that they do not want it.",
        "Partene er enige om at de ikke vil ha det.",
    ),
    Words(
        "Leave it out.",
        "Utelat det.",
    ),
)
AGR106 = FindingKind(
    "AGR106",
    _W,
    "the code of {path} is not among those that were agreed: {codes}{why}",
    "koden i {path} er ikke blant dem som er avtalt: {codes}{why}",
    LOCAL,
    Words(
        "The receiver handles only these.",
        "Mottakeren behandler bare disse.",
    ),
    Words(
        "Use one of them.",
        "Bruk en av dem.",
    ),
)
AGR107 = FindingKind(
    "AGR107",
    _W,
    "{path} is longer than was agreed: {limit} characters{why}",
    "{path} er lengre enn avtalt: {limit} tegn{why}",
    LOCAL,
    Words(
        "What is longer may be cut.",
        "Det som er lengre, kan bli kuttet.",
    ),
    Words(
        "Shorten it.",
        "Forkort det.",
    ),
)
AGR108 = FindingKind(
    "AGR108",
    _W,
    "{path} is later than was agreed: {limit} hours after {since}{why}",
    "{path} er senere enn avtalt: {limit} timer etter {since}{why}",
    LOCAL,
    Words(
        "The other side plans by the deadline.",
        "Den andre siden planlegger etter fristen.",
    ),
    Words(
        "Send earlier, or find out what held it up.",
        "Send tidligere, eller finn ut hva som forsinket det.",
    ),
)
AGR109 = FindingKind(
    "AGR109",
    _W,
    "attachments of this kind were not agreed; agreed are {agreed}",
    "vedlegg av dette slaget er ikke avtalt; avtalt er {agreed}",
    LOCAL,
    Words(
        "The receiver may not be able to open it.",
        "Mottakeren kan kanskje ikke åpne det.",
    ),
    Words(
        "Convert it, or extend the agreement.",
        "Konverter det, eller utvid avtalen.",
    ),
)
AGR110 = FindingKind(
    "AGR110",
    _A,
    "the agreement was not in force when the message was made",
    "avtalen var ikke i kraft da meldingen ble laget",
    LOCAL,
    Words(
        "Other terms held then.",
        "Da gjaldt andre vilkår.",
    ),
    Words(
        "Check with the agreement of that day.",
        "Kontroller med avtalen fra den dagen.",
    ),
)
