"""The findings of the engine itself."""

from __future__ import annotations

from caremsg.findings import FindingKind, Severity, Words

__all__ = ["CHK001", "CHK002", "CHK003"]

OWN = "caremsg, checking"

CHK001 = FindingKind(
    "CHK001",
    Severity.WARNING,
    "the rule {rule} failed by itself ({error}), so nobody knows whether it is kept",
    "regelen {rule} feilet selv ({error}), så ingen vet om den er fulgt",
    OWN,
    Words(
        "A rule that fails is a fault of the program, not of the message. The other rules were "
        "judged as usual.",
        "En regel som feiler, er en feil i programmet, ikke i meldingen. De andre reglene er "
        "prøvd som vanlig.",
    ),
    Words(
        "Tell whoever wrote the rule, with the code of the rule and the name of the error.",
        "Si fra til den som har skrevet regelen, med regelens kode og navnet på feilen.",
    ),
)
CHK002 = FindingKind(
    "CHK002",
    Severity.ADVICE,
    "the rule {rule} could not be judged, because the message is not complete here",
    "regelen {rule} kunne ikke prøves, fordi meldingen ikke er fullstendig her",
    OWN,
    Words(
        "The shape of the message has faults, and what they took away is what the rule looks at.",
        "Meldingen har feil i formen, og det som dermed mangler, er det regelen ser på.",
    ),
    Words(
        "Mend the findings about shape first, then check again.",
        "Rett funnene om form først, og kontroller på nytt.",
    ),
)
CHK003 = FindingKind(
    "CHK003",
    Severity.WARNING,
    "the package of rules {package} cannot be loaded ({error})",
    "regelpakken {package} kan ikke lastes ({error})",
    OWN,
    Words(
        "Rules that somebody installed beside these are missing from the report.",
        "Regler som noen har installert ved siden av disse, mangler i rapporten.",
    ),
    Words(
        "Import the package by hand to see what is wrong, or uninstall it.",
        "Importer pakken for hånd for å se hva som er galt, eller avinstaller den.",
    ),
)
