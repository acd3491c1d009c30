"""What can be wrong with the file of an agreement, and with several together."""

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
    "AGR010",
    "AGR011",
    "AGR012",
    "AGR013",
    "AGR014",
]

_E, _W = Severity.ERROR, Severity.WARNING
FILE = "caremsg, agreements"

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
AGR010 = FindingKind(
    "AGR010",
    _E,
    "the rule about {path} cannot be kept together with line {line} of the {level} agreement",
    "regelen om {path} kan ikke følges samtidig med linje {line} i avtalen på nivå {level}",
    FILE,
    Words(
        "What one of them requires, the other one forbids, so that every message breaks one.",
        "Det den ene krever, forbyr den andre, så hver melding bryter en av dem.",
    ),
    Words(
        "Take one of them out, or narrow it by `types`.",
        "Fjern en av dem, eller avgrens den med `types`.",
    ),
)
AGR011 = FindingKind(
    "AGR011",
    _E,
    "{path} does not hold {wanted}, which the check {check} is about",
    "{path} inneholder ikke {wanted}, som kontrollen {check} gjelder",
    FILE,
    Words(
        "The requirement would never find anything, or find fault with every message.",
        "Kravet ville aldri finne noe, eller klage på hver melding.",
    ),
    Words(
        "Extend the path to the element that holds it: `caremsg messages` shows what is inside.",
        "Forleng stien til elementet som har det: `caremsg messages` viser hva som er inni.",
    ),
)
AGR012 = FindingKind(
    "AGR012",
    _E,
    "{path} takes its codes from {system}, which has no code {code}",
    "{path} tar kodene sine fra {system}, som ikke har koden {code}",
    FILE,
    Words(
        "No right message can have the code, so that allowing it has no effect.",
        "Ingen riktig melding kan ha koden, så det å tillate den er uten virkning.",
    ),
    Words(
        "Correct the code: `caremsg codes` and the number list those there are.",
        "Rett koden: `caremsg codes` og nummeret viser dem som finnes.",
    ),
)
AGR013 = FindingKind(
    "AGR013",
    _E,
    "there is no day on which this agreement and those before it are all in force",
    "det er ingen dag da denne avtalen og de før den alle er i kraft",
    FILE,
    Words(
        "Together they would judge no message at all.",
        "Sammen ville de ikke vurdere noen melding.",
    ),
    Words(
        "Use agreements of the same time, or correct valid_from or valid_to.",
        "Bruk avtaler fra samme tid, eller rett valid_from eller valid_to.",
    ),
)
AGR014 = FindingKind(
    "AGR014",
    _E,
    "a national agreement cannot say that messages are refused",
    "en nasjonal avtale kan ikke si at meldinger avvises",
    FILE,
    Words(
        "Only parties that agreed on it may refuse more than the standard does.",
        "Bare parter som er enige om det, kan avvise mer enn standarden gjør.",
    ),
    Words(
        "Leave out `refusal`, or put the rule into the agreement of a region or a pair.",
        "Utelat `refusal`, eller sett regelen i avtalen til en region eller to parter.",
    ),
)
