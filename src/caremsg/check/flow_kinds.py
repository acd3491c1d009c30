"""The findings of receiving and following messages: who, for whom, and in which order.

They are found by `caremsg.exchange`; they stand here so that `explain` knows every code.
"""

from __future__ import annotations

from caremsg.findings import FindingKind, Severity, Words

__all__ = [
    "FLO001",
    "FLO002",
    "FLO003",
    "FLO004",
    "FLO005",
    "FLO006",
    "FLO007",
    "FLO008",
    "FLO009",
    "FLO010",
    "FLO011",
    "FLO012",
    "FLO013",
    "FLO014",
    "FLO015",
    "FLO016",
]

_W, _A = Severity.WARNING, Severity.ADVICE
_OWN = "caremsg, receiving"
_WHOSE = Words(
    "A message that reaches the wrong desk is read by nobody who can act on it.",
    "En melding som havner på feil pult, blir ikke lest av noen som kan gjøre noe med den.",
)
_WHO = Words(
    "What is filed with the wrong patient, or with none, harms two people.",
    "Det som føres på feil pasient, eller på ingen, skader to mennesker.",
)

FLO001 = FindingKind(
    "FLO001",
    Severity.ERROR,
    "no receiver in the message belongs to this organisation",
    "ingen mottaker i meldingen hører til denne virksomheten",
    "HITS 1168:2016, 5.3",
    _WHOSE,
    Words(
        "Do not show the content; tell the sender by another way. No acknowledgement may be sent.",
        "Vis ikke innholdet; si fra til avsenderen på annen måte. Det skal ikke kvitteres.",
    ),
)
FLO002 = FindingKind(
    "FLO002",
    Severity.ERROR,
    "the organisation is ours, but not the service or person that is addressed",
    "virksomheten er vår, men ikke tjenesten eller personen som er adressert",
    "HIS 80415:2012, 3.3.4; HIS 80415:2004, errata 2",
    _WHOSE,
    Words(
        "The sender looks up the receiver again; or the receiver lets such messages in.",
        "Avsenderen slår opp mottakeren på nytt; eller mottakeren slipper slike meldinger inn.",
    ),
    ids=("APP-46", "PLO-AR-05"),
    refusal="E21",
)
FLO003 = FindingKind(
    "FLO003",
    _W,
    "the organisation is ours, but no known service or person is addressed",
    "virksomheten er vår, men ingen kjent tjeneste eller person er adressert",
    "HIS 80415:2012, 3.3.4",
    _WHOSE,
    Words("Sort the message by hand.", "Fordel meldingen manuelt."),
)
FLO004 = FindingKind(
    "FLO004",
    Severity.ERROR,
    "it cannot be made out who sent the message",
    "det går ikke å finne ut hvem som har sendt meldingen",
    "HITS 1168:2016, 5.3",
    Words(
        "Nobody can be answered, so the sender has to find out alone that it was not received.",
        "Ingen kan få svar, så avsenderen må selv oppdage at den ikke er mottatt.",
    ),
    Words(
        "Find the sender in the log of the transport, and call.",
        "Finn avsenderen i loggen for transporten, og ring.",
    ),
)
FLO005 = FindingKind(
    "FLO005",
    _W,
    "the patient has no record here under the identifiers that were sent",
    "pasienten har ingen journal her under identifikatorene som er sendt",
    "HIS 80415:2012, 3.3.4; HIS 80415:2004, errata 2",
    _WHO,
    Words(
        "Find the patient by hand, or make a record; a care message must not be refused for it.",
        "Finn pasienten manuelt, eller opprett journal; en PLO-melding skal ikke avvises for det.",
    ),
)
FLO006 = FindingKind(
    "FLO006",
    _W,
    "the identifiers that were sent belong to different patients here",
    "identifikatorene som er sendt, hører til forskjellige pasienter her",
    "HIS 80601:2006, 5",
    _WHO,
    Words(
        "Do not file it before a person has decided who it is about.",
        "Ikke før den i journal før et menneske har avgjort hvem den gjelder.",
    ),
    ids=("HEAD-71",),
)
FLO007 = FindingKind(
    "FLO007",
    _W,
    "the patient is described, but has no number that can be looked up",
    "pasienten er beskrevet, men har ikke noe nummer som kan slås opp",
    "HIS 80415:2012, 3.3.4",
    _WHO,
    Words("Match the patient by hand.", "Koble pasienten manuelt."),
)
FLO008 = FindingKind(
    "FLO008",
    _W,
    "it changes or cancels an earlier message, but does not say which",
    "den endrer eller kansellerer en tidligere melding, men sier ikke hvilken",
    "HISD 1154:2018, 4.2",
    Words(
        "The earlier message stays valid until somebody finds it.",
        "Den tidligere meldingen står som gyldig til noen finner den.",
    ),
    Words("Find the earlier message by hand.", "Finn den tidligere meldingen manuelt."),
)
FLO009 = FindingKind(
    "FLO009",
    _W,
    "another message with the same identifier was received before, with other content",
    "en annen melding med samme identifikator er mottatt før, med annet innhold",
    "HITS 1168:2016, 5.4",
    Words(
        "One of the two is not what the sender thinks it is, and nobody will read the second.",
        "En av de to er ikke det avsenderen tror, og ingen vil lese den andre.",
    ),
    Words(
        "Compare the two, and ask the sender to send the second with an identifier of its own.",
        "Sammenlign de to, og be avsenderen sende den andre med en egen identifikator.",
    ),
)
FLO010 = FindingKind(
    "FLO010",
    _A,
    "no directory was given: every receiver counts as ours",
    "ingen katalog er oppgitt: alle mottakere regnes som våre",
    _OWN,
    _WHOSE,
    Words("Give a `directory`.", "Oppgi en `directory`."),
)
FLO011 = FindingKind(
    "FLO011",
    _A,
    "nobody was asked whether the patient is known: every patient counts as known",
    "ingen er spurt om pasienten er kjent: alle pasienter regnes som kjent",
    _OWN,
    _WHO,
    Words("Give a `directory` with patients.", "Oppgi en `directory` med pasienter."),
)
FLO012 = FindingKind(
    "FLO012",
    _W,
    "the message could not be read; its head was pieced together to answer the sender",
    "meldingen kunne ikke leses; hodet er satt sammen av det som fantes, for å svare avsenderen",
    _OWN,
    Words(
        "The parties in the acknowledgement may be wrong, because the message is damaged.",
        "Partene i kvitteringen kan være feil, fordi meldingen er skadet.",
    ),
    Words("Look at the bytes as they arrived.", "Se på bytene slik de kom."),
)
FLO013 = FindingKind(
    "FLO013",
    Severity.ERROR,
    "messages of this type or edition are not taken in here",
    "meldinger av denne typen eller utgaven tas ikke imot her",
    "HIS 80415:2012, 3.3.4",
    Words(
        "Nobody has a place for it, so it would lie unread.",
        "Ingen har et sted for den, så den ville blitt liggende ulest.",
    ),
    Words(
        "The sender looks up which types the receiver takes in.",
        "Avsenderen slår opp hvilke typer mottakeren tar imot.",
    ),
    ids=("APP-45",),
    refusal="T10",
)
FLO014 = FindingKind(
    "FLO014",
    _A,
    "the receiver is a copy receiver",
    "mottakeren er kopimottaker",
    "HIS 80601:2006, 5",
    Words(
        "Whoever reads it should know that somebody else is to act on it.",
        "Den som leser den, bør vite at noen andre skal følge den opp.",
    ),
    Words("Show that it is a copy.", "Vis at det er en kopi."),
)
FLO015 = FindingKind(
    "FLO015",
    Severity.ERROR,
    "too little of the head can be read to fill in an acknowledgement: {part} is missing",
    "for lite av hodet kan leses til å fylle ut en kvittering: {part} mangler",
    "HIS 80415:2012, 3.5",
    Words(
        "The sender can only be told in another way that the message was not received.",
        "Avsenderen kan bare få vite på annen måte at meldingen ikke er mottatt.",
    ),
    Words("Call the sender.", "Ring avsenderen."),
)
FLO016 = FindingKind(
    "FLO016",
    Severity.ERROR,
    "the first document is of no kind or edition that is known here",
    "det første dokumentet er av et slag eller en utgave som ikke er kjent her",
    "HIS 80415:2012, 3.3.4; HITS 1168:2016, 4.4",
    Words(
        "Nobody can read it, so taking it in would hide it from those who should act on it.",
        "Ingen kan lese det, så å ta det inn ville skjule det for dem som skal handle.",
    ),
    Words(
        "The sender looks up which types and editions the receiver takes in. A receiver that "
        "reads such documents elsewhere names the message type in its policy.",
        "Avsenderen slår opp hvilke typer og utgaver mottakeren tar imot. En mottaker som leser "
        "slike dokumenter et annet sted, nevner meldingstypen i sine regler.",
    ),
    ids=("APP-45",),
    refusal="T10",
)
