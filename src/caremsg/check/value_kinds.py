"""The findings about single values."""

from __future__ import annotations

from caremsg.findings import FindingKind, Severity, Words

__all__ = ["DAT001", "DAT002", "DAT003", "DAT004", "DAT005", "DAT006"]

_E, _W = Severity.ERROR, Severity.WARNING

DAT001 = FindingKind(
    "DAT001",
    _E,
    "the element is there, but empty",
    "elementet er der, men tomt",
    "HISD 1165:2016; HIS 80704, acceptance tests",
    Words(
        "An empty element says neither that something is so nor that it is unknown, and some "
        "receivers show it as a heading with nothing below.",
        "Et tomt element sier verken at noe er slik, eller at det er ukjent, og noen mottakere "
        "viser det som en overskrift uten innhold.",
    ),
    Words(
        "Leave the element out when there is no value.", "Utelat elementet når det ikke har verdi."
    ),
    ("DT-10", "PLO-CD-08"),
)
DAT002 = FindingKind(
    "DAT002",
    _E,
    "the element is there, but nothing is in it",
    "elementet er der, men har ikke noe innhold",
    "HISD 1165:2016; HIS 80704, acceptance tests",
    Words(
        "It claims that something is told, and tells nothing.",
        "Det gir inntrykk av at noe er fortalt, men forteller ingenting.",
    ),
    Words("Leave the element out.", "Utelat elementet."),
    ("DT-10", "PLO-CD-08"),
)
DAT003 = FindingKind(
    "DAT003",
    _W,
    "the attribute {attribute} begins or ends with a blank",
    "attributtet {attribute} begynner eller slutter med et blankt tegn",
    "HISD 1165:2016",
    Words(
        "Programs that compare the text exactly do not find the code.",
        "Programmer som sammenligner teksten nøyaktig, finner ikke koden.",
    ),
    Words("Trim the value before it is written.", "Fjern de blanke tegnene før verdien skrives."),
    ("DT-09", "PLO-CD-09"),
)
DAT004 = FindingKind(
    "DAT004",
    _E,
    "a time of day stands alone where a day is expected",
    "et klokkeslett står alene der en dato er ventet",
    "HIS 80117",
    Words(
        "Without its day nobody can say when it was; the schema alone allows it.",
        "Uten dato kan ingen si når det var; bare skjemaet tillater det.",
    ),
    Words("Give the day too, or the day alone.", "Oppgi datoen også, eller bare datoen."),
    ("DT-13",),
)
DAT005 = FindingKind(
    "DAT005",
    _W,
    "a day is written with a time zone",
    "en dato er skrevet med tidssone",
    "caremsg, derived from HIS 80117",
    Words(
        "A day has no zone; programs that take it seriously move the day by one.",
        "En dato har ingen tidssone; programmer som tar den på alvor, flytter datoen en dag.",
    ),
    Words("Write the ten characters of the day only.", "Skriv bare de ti tegnene i datoen."),
    ("DT-16",),
)
DAT006 = FindingKind(
    "DAT006",
    _W,
    "the number is infinite, or not a number",
    "tallet er uendelig, eller ikke et tall",
    "caremsg, derived from HIS 80117",
    Words(
        "The schema allows it, but no dose and no count is infinite.",
        "Skjemaet tillater det, men ingen dose og intet antall er uendelig.",
    ),
    Words("Give a number, or leave the element out.", "Oppgi et tall, eller utelat elementet."),
    ("DT-25",),
)
