"""The findings about codes."""

from __future__ import annotations

from caremsg.findings import FindingKind, Severity, Words

__all__ = [
    "COD001",
    "COD002",
    "COD003",
    "COD004",
    "COD005",
    "COD006",
    "COD007",
    "COD008",
    "COD009",
    "COD010",
    "COD011",
    "COD012",
    "COD013",
    "COD014",
]

_E, _W, _A = Severity.ERROR, Severity.WARNING, Severity.ADVICE

COD001 = FindingKind(
    "COD001",
    _E,
    "there is no code",
    "det er ingen kode",
    "HIS 80117 (CS); HISD 1165:2016",
    Words(
        "The element is a code and nothing else; without it the receiver has nothing to show.",
        "Elementet er en kode og ikke noe annet; uten den har mottakeren ingenting å vise.",
    ),
    Words(
        "Give the code in V, or leave the element out.",
        "Oppgi koden i V, eller utelat elementet.",
    ),
    (
        "PLO-CD-01",
        "DT-22",
    ),
)
COD002 = FindingKind(
    "COD002",
    _E,
    "the code does not say which system it is from",
    "koden sier ikke hvilket kodeverk den er fra",
    "HIS 80117 (CV); HISD 1165:2016",
    Words(
        "The same code means different things in different systems.",
        "Den samme koden betyr ulike ting i ulike kodeverk.",
    ),
    Words(
        "Give the object identifier of the code system in S.",
        "Oppgi kodeverkets OID i S.",
    ),
    (
        "DT-01",
        "PLO-CD-03",
        "DT-22",
    ),
)
COD003 = FindingKind(
    "COD003",
    _E,
    "there is neither a code nor words",
    "det er verken kode eller tekst",
    "HIS 80117 (CV); HISD 1165:2016",
    Words(
        "A coded value has a code, or at least the sender's own words; this has nothing.",
        "En kodet verdi har en kode, eller i det minste avsenderens egne ord; her er ingenting.",
    ),
    Words(
        "Give V, S and DN; where no code fits, give the words in OT.",
        "Oppgi V, S og DN; der ingen kode passer, oppgis teksten i OT.",
    ),
    (
        "DT-04",
        "PLO-CD-03",
    ),
)
COD004 = FindingKind(
    "COD004",
    _W,
    "the code has no text (DN)",
    "koden har ingen tekst (DN)",
    "HISD 1165:2016",
    Words(
        "People read the text; a receiver that does not have the list shows the bare code, or "
        "nothing.",
        "Mennesker leser teksten; en mottaker som ikke har kodeverket, viser bare koden, "
        "eller ingenting.",
    ),
    Words(
        "Give the text of the code system in DN; `system.cs(code)` and `system.cv(code)` do so.",
        "Oppgi kodeverkets tekst i DN; `system.cs(code)` og `system.cv(code)` gjør det.",
    ),
    (
        "DT-03",
        "PLO-CD-02",
        "PLO-CD-03",
        "DT-22",
    ),
)
COD005 = FindingKind(
    "COD005",
    _E,
    "the code is from another system than {wanted}",
    "koden er fra et annet kodeverk enn {wanted}",
    "HIS 80704:2014, 4.4; HISD 1165:2016",
    Words(
        "The standard fixes the system here, and receivers take the code for one of that system.",
        "Standarden fastsetter kodeverket her, og mottakere tar koden for å være derfra.",
    ),
    Words(
        "Use a code of the system named, with its object identifier in S.",
        "Bruk en kode fra kodeverket som er nevnt, med OID-en i S.",
    ),
    (
        "DT-02",
        "PLO-CD-04",
    ),
)
COD006 = FindingKind(
    "COD006",
    _E,
    "the code is not in {system}",
    "koden finnes ikke i {system}",
    "HIS 80704:2014, 4.4",
    Words(
        "The receiver cannot know what it means, and must not refuse the message for it: it "
        "will be shown as it is, or not at all.",
        "Mottakeren kan ikke vite hva den betyr, og skal ikke avvise meldingen for det: den "
        "blir vist som den er, eller ikke i det hele tatt.",
    ),
    Words(
        "Look the code up (`caremsg codes`); if the list has grown since, give the newer one "
        "to the check.",
        "Slå opp koden (`caremsg codes`); er listen blitt lengre siden, gis den nyere listen "
        "til kontrollen.",
    ),
    (
        "DT-07",
        "PLO-CD-05",
        "HEAD-25",
    ),
)
COD007 = FindingKind(
    "COD007",
    _W,
    "the code is not in {system}, which it says it is from",
    "koden finnes ikke i {system}, som den sier den er fra",
    "HIS 80704:2014, 4.4",
    Words(
        "Either code or system is wrong, so nobody can know what was meant.",
        "Enten koden eller kodeverket er feil, så ingen kan vite hva som er ment.",
    ),
    Words(
        "Look the code up (`caremsg codes`); if the list has grown since, give the newer one "
        "to the check.",
        "Slå opp koden (`caremsg codes`); er listen blitt lengre siden, gis den nyere listen "
        "til kontrollen.",
    ),
    (
        "DT-07",
        "PLO-CD-06",
    ),
)
COD008 = FindingKind(
    "COD008",
    _W,
    "the code is retired in {system}{instead}",
    "koden er utgått i {system}{instead}",
    "HIS 80704:2014, 4.4; code lists of the standard",
    Words(
        "Old messages have it and must be understood; new ones are read by systems that may "
        "not know it.",
        "Gamle meldinger har den og må forstås; nye leses av systemer som kanskje ikke "
        "kjenner den.",
    ),
    Words(
        "Write a code that is in use.",
        "Skriv en kode som er i bruk.",
    ),
    (
        "PLO-CD-05",
        "PLO-CD-06",
    ),
)
COD009 = FindingKind(
    "COD009",
    _A,
    "the text (DN) is not one that {system} gives to the code",
    "teksten (DN) er ikke en som {system} gir koden",
    "HISD 1165:2016",
    Words(
        "Texts change over the years, so it may be harmless; but the reader sees the text, "
        "and a program sees the code.",
        "Tekster endres over årene, så det kan være uskyldig; men leseren ser teksten, og et "
        "program ser koden.",
    ),
    Words(
        "Compare code and text, and write the text of the list.",
        "Sammenlign kode og tekst, og skriv kodeverkets tekst.",
    ),
    (
        "DT-08",
        "PLO-CD-07",
        "HEAD-03",
        "PLO-HD-03",
    ),
)
COD010 = FindingKind(
    "COD010",
    _W,
    "the text (DN) belongs to another code of {system}",
    "teksten (DN) hører til en annen kode i {system}",
    "HISD 1165:2016",
    Words(
        "A person reads one thing and a program another: one of the two is wrong about the "
        "patient.",
        "Et menneske leser én ting og et program en annen: ett av dem tar feil om pasienten.",
    ),
    Words(
        "Find out which was meant, and make code and text agree.",
        "Finn ut hva som var ment, og la kode og tekst stemme overens.",
    ),
    (
        "DT-08",
        "PLO-CD-07",
        "HEAD-03",
    ),
)
COD011 = FindingKind(
    "COD011",
    _W,
    "the code is from another system than {wanted}, which the standard names",
    "koden er fra et annet kodeverk enn {wanted}, som standarden nevner",
    "HIS 80704:2014, 4.4; HISD 1165:2016",
    Words(
        "Another system is allowed only when both sides agreed on it; others will not "
        "understand the code.",
        "Et annet kodeverk er bare tillatt når begge sider er enige om det; andre forstår "
        "ikke koden.",
    ),
    Words(
        "Use a code of the system named, or put the other one into a local agreement.",
        "Bruk en kode fra kodeverket som er nevnt, eller ta det andre inn i en lokal avtale.",
    ),
    (
        "DT-02",
        "DT-23",
        "PLO-CD-06",
    ),
)
COD012 = FindingKind(
    "COD012",
    _W,
    "{number} is not the object identifier of a known national code system",
    "{number} er ikke OID-en til et kjent nasjonalt kodeverk",
    "HIS 80601:2006; HISD 1165:2016",
    Words(
        "Receivers find the list by the whole identifier; with a bare number or a wrong one "
        "they find none.",
        "Mottakere finner listen med hele OID-en; med et bart nummer eller et feil nummer "
        "finner de ingen.",
    ),
    Words(
        "Write 2.16.578.1.12.4.1.1. and the number of the system.",
        "Skriv 2.16.578.1.12.4.1.1. og kodeverkets nummer.",
    ),
    (
        "DT-02",
        "PLO-CD-04",
    ),
)
COD013 = FindingKind(
    "COD013",
    _E,
    "the quantity lacks its {part}",
    "mengden mangler {part}",
    "HIS 80117 (PQ)",
    Words(
        "A number without its unit, or a unit without its number, is no dose: guessing it "
        "harms the patient.",
        "Et tall uten enhet, eller en enhet uten tall, er ingen dose: å gjette skader pasienten.",
    ),
    Words(
        "Give both V and U, or leave the element out.",
        "Oppgi både V og U, eller utelat elementet.",
    ),
    ("DT-17",),
)
COD014 = FindingKind(
    "COD014",
    _W,
    "the unit is not in {system}",
    "enheten finnes ikke i {system}",
    "HIS 80704:2014, 11.2.3 and 11.2.5",
    Words(
        "A receiver that calculates with the quantity cannot do so with a unit it does not know.",
        "En mottaker som regner med mengden, kan ikke det med en enhet den ikke kjenner.",
    ),
    Words(
        "Use a unit of the list named.",
        "Bruk en enhet fra listen som er nevnt.",
    ),
    ("PLO-CD-17",),
)
