"""The findings about identifiers."""

from __future__ import annotations

from caremsg.findings import FindingKind, Severity, Words

__all__ = [
    "IDN001",
    "IDN002",
    "IDN003",
    "IDN004",
    "IDN005",
    "IDN006",
    "IDN007",
    "IDN008",
]

_E, _W = Severity.ERROR, Severity.WARNING

IDN001 = FindingKind(
    "IDN001",
    _E,
    "a national number has eleven digits and nothing else",
    "et nasjonalt nummer har elleve sifre og ikke noe annet",
    "HIS 1001:2010, 2 to 4",
    Words(
        "No register finds the patient by it, so the message may end up with nobody, or with "
        "somebody else.",
        "Ingen register finner pasienten med det, så meldingen kan havne hos ingen, eller hos "
        "en annen.",
    ),
    Words(
        "Write the digits without blanks; leave Ident out when there is no number.",
        "Skriv sifrene uten mellomrom; utelat Ident når det ikke finnes noe nummer.",
    ),
    (
        "ID-01",
        "ID-10",
        "ID-12",
        "ID-13",
        "ID-14",
        "HEAD-68",
        "PLO-HD-19",
        "PLO-HD-20",
    ),
)
IDN002 = FindingKind(
    "IDN002",
    _E,
    "the number begins with what is no date",
    "nummeret begynner med noe som ikke er en dato",
    "HIS 1001:2010, 2 and 4",
    Words(
        "It cannot be the number of anybody; a digit was left out or exchanged.",
        "Det kan ikke være noens nummer; et siffer er falt ut eller byttet om.",
    ),
    Words(
        "Compare the number with the patient's papers.",
        "Sammenlign nummeret med pasientens papirer.",
    ),
    (
        "ID-10",
        "ID-12",
        "ID-13",
        "HEAD-68",
        "PLO-HD-19",
        "PLO-HD-20",
    ),
)
IDN003 = FindingKind(
    "IDN003",
    _E,
    "the check digits of the number are wrong",
    "kontrollsifrene i nummeret er feil",
    "HIS 1001:2010, 4.1; Skatteetaten",
    Words(
        "A digit is wrong, and another person's record may be one digit away.",
        "Et siffer er feil, og en annen persons journal kan være ett siffer unna.",
    ),
    Words(
        "Compare the number with the patient's papers.",
        "Sammenlign nummeret med pasientens papirer.",
    ),
    (
        "ID-10",
        "ID-12",
        "ID-13",
        "ID-14",
        "HEAD-68",
        "PLO-HD-19",
        "PLO-HD-20",
    ),
)
IDN004 = FindingKind(
    "IDN004",
    _W,
    "the check digits fit only the rule that comes in 2032",
    "kontrollsifrene passer bare med regelen som kommer i 2032",
    "Skatteetaten, numbers issued from 2032",
    Words(
        "Before 2032 no such number is issued, so a digit is probably wrong.",
        "Før 2032 blir ingen slike nummer utstedt, så et siffer er trolig feil.",
    ),
    Words(
        "Compare the number with the patient's papers.",
        "Sammenlign nummeret med pasientens papirer.",
    ),
    ("ID-10",),
)
IDN005 = FindingKind(
    "IDN005",
    _W,
    "no number with this serial and year was ever issued",
    "ingen nummer med dette individnummeret og året er noen gang utstedt",
    "HIS 1001:2010; Skatteetaten",
    Words(
        "The number fits by its check digits, and still belongs to nobody.",
        "Nummeret passer etter kontrollsifrene, men er likevel ingens.",
    ),
    Words(
        "Compare the number with the patient's papers.",
        "Sammenlign nummeret med pasientens papirer.",
    ),
    ("ID-11",),
)
IDN006 = FindingKind(
    "IDN006",
    _W,
    "the number is of another kind than TypeId says",
    "nummeret er av et annet slag enn TypeId sier",
    "HIS 1001:2010, 4",
    Words(
        "Receivers look it up in the wrong register and find nobody.",
        "Mottakere slår det opp i feil register og finner ingen.",
    ),
    Words(
        "Correct TypeId: FNR, DNR, HNR or FHN.",
        "Rett TypeId: FNR, DNR, HNR eller FHN.",
    ),
    ("ID-02",),
)
IDN007 = FindingKind(
    "IDN007",
    _W,
    "the identifier does not have the form of its type: digits only, no zero first, not too many",
    "identifikatoren har ikke formen til sin type: bare sifre, ikke null først, ikke for mange",
    "HIS 1153-1; caremsg, derived from HIS 80601:2006",
    Words(
        "The register knows no such identifier, so nobody is found by it.",
        "Registeret kjenner ingen slik identifikator, så ingen blir funnet med den.",
    ),
    Words(
        "Copy it from the register (HER, HPR, organisations) without blanks and dots.",
        "Kopier den fra registeret (HER, HPR, virksomheter) uten mellomrom og punktum.",
    ),
    (
        "HEAD-42",
        "ID-15",
        "ID-16",
        "ID-17",
        "ID-18",
        "PLO-KO-09",
    ),
)
IDN008 = FindingKind(
    "IDN008",
    _W,
    "the check digits of the identifier are wrong",
    "kontrollsifrene i identifikatoren er feil",
    "Brønnøysundregistrene (organisations); public validators (DUF)",
    Words(
        "A digit is wrong, so the register finds nobody or another one.",
        "Et siffer er feil, så registeret finner ingen eller en annen.",
    ),
    Words(
        "Copy it from the register.",
        "Kopier den fra registeret.",
    ),
    (
        "ID-15",
        "ID-18",
    ),
)
