"""What can be wrong with a message under an agreement."""

from __future__ import annotations

from caremsg.findings import FindingKind, Severity, Words

__all__ = [
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

_W, _A = Severity.WARNING, Severity.ADVICE
LOCAL = "the local agreement"

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
