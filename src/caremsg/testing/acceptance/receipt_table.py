"""The requirements that come from the test cases and standards of acknowledgements."""

from __future__ import annotations

from caremsg.findings import Words

from .requirement import Requirement, acc_r

__all__ = ["RECEIPTS"]

_RECEIPTS = ("every acknowledgement", "hver kvittering")
_TWICE = ("every message that was answered, once more", "hver besvart melding, en gang til")
_SHOW = Words("whether a user sees it", "om en bruker ser det")

RECEIPTS: tuple[Requirement, ...] = (
    acc_r(
        28,
        "An acknowledgement is valid, and of the version that the message calls for.",
        "En kvittering er gyldig, og av den versjonen som meldingen krever.",
        "AR-U-01; HITS 1168:2016, 8",
        *_RECEIPTS,
    ),
    acc_r(
        29,
        "An acknowledgement repeats identifier, type and time of the message.",
        "En kvittering gjentar identifikator, type og tidspunkt fra meldingen.",
        "AR-U-02 to -04, AR-S-02 to -04",
        *_RECEIPTS,
    ),
    acc_r(
        30,
        "The status is one of 8258, and a refusal gives its reasons as codes of 8221.",
        "Statusen er en av 8258, og en avvisning gir grunnene som koder fra 8221.",
        "AR-U-05 to -08, AR-S-26",
        *_RECEIPTS,
    ),
    acc_r(
        31,
        "Both sides have the role that the version of the acknowledgement asks for.",
        "Begge sider har rollen som versjonen av kvitteringen krever.",
        "AR-U-09, AR-S-07 to -10",
        *_RECEIPTS,
    ),
    acc_r(
        32,
        "The addresses are mirrored as they were, without a person who signs below a service.",
        "Adressene speiles slik de var, og en person som signerer under en tjeneste, utelates.",
        "AR-S-05, -06, -19, -20, -22",
        "the identifiers in every acknowledgement",
        "identifikatorene i hver kvittering",
    ),
    acc_r(
        33,
        "Each receiver of ours acknowledges once, and nobody else does.",
        "Hver av våre mottakere kvitterer én gang, og ingen andre gjør det.",
        "AR-S-07 to -12, -40, -41",
        "the number of acknowledgements",
        "antallet kvitteringer",
    ),
    acc_r(
        34,
        "There is never a second acknowledgement.",
        "Det kommer aldri en kvittering til.",
        "HITS 1168:2016, 5.1 and 5.5",
        *_TWICE,
    ),
    acc_r(
        35,
        "What cannot be read is refused with T01, T02 or T99, an unknown schema with T10.",
        "Det som ikke kan leses, avvises med T01, T02 eller T99, et ukjent skjema med T10.",
        "AR-S-16, -32 to -34",
        "the codes of such refusals",
        "kodene i slike avvisninger",
    ),
    acc_r(
        36,
        "Nobody is answered when neither receiver is known nor the sender can be made out.",
        "Ingen får svar når mottakeren er ukjent eller avsenderen ikke kan finnes.",
        "AR-S-21; HITS 1168:2016, 5.3",
        "messages without a sender, and base cases at a receiver to whom they are not addressed",
        "meldinger uten avsender, og grunntilfeller hos en mottaker de ikke er adressert til",
    ),
    acc_r(
        37,
        "An unknown service or person is refused with E21 or let in, always by the same rule.",
        "En ukjent tjeneste eller person avvises med E21 eller slippes inn, alltid likt.",
        "AR-S-18 to -20, errata of 2017",
        "all messages of that kind, together",
        "alle meldinger av det slaget, samlet",
    ),
    acc_r(
        38,
        "A patient who is not sufficiently identified is refused with E36, and no other.",
        "En pasient som ikke er tilstrekkelig identifisert, avvises med E36, og ingen andre.",
        "AR-S-24",
        "the codes of refusals",
        "kodene i avvisninger",
    ),
    acc_r(
        39,
        "E35 is not used, and a flaw of the content is no ground to refuse.",
        "E35 brukes ikke, og en svakhet i innholdet er ikke grunn til å avvise.",
        "AR-S-23; HIS 80415:2012, 3.3.2",
        "the codes of refusals, and base cases with a code value that does not exist",
        "kodene i avvisninger, og grunntilfeller med en kodeverdi som ikke finnes",
    ),
    acc_r(
        40,
        "A duplicate is ignored, and not answered.",
        "Et duplikat ses bort fra, og besvares ikke.",
        "AR-S-12, -41",
        *_TWICE,
    ),
    acc_r(
        41,
        "An identifier that is no UUID is refused with E10; in version 1.0 that is a choice.",
        "En identifikator som ikke er en UUID, avvises med E10; i versjon 1.0 er det et valg.",
        "AR-S-28",
        "base cases with such an identifier",
        "grunntilfeller med en slik identifikator",
    ),
    acc_r(
        42,
        "Faults of a personal signature are refused with S01, S02 or S03.",
        "Feil ved en personlig signatur avvises med S01, S02 eller S03.",
        "AR-S-29 to -31",
        "not yet",
        "ikke ennå",
    ),
    acc_r(
        43,
        "What was refused is not in the record, only in a log of errors.",
        "Det som ble avvist, står ikke i journalen, bare i en feillogg.",
        "AR-S-16",
        "the state of refused messages",
        "tilstanden til avviste meldinger",
        _SHOW,
    ),
    acc_r(
        44,
        "A person may match the patient first, but the answer leaves within 96 hours.",
        "Et menneske kan koble pasienten først, men svaret sendes innen 96 timer.",
        "AR-S-14, -15, -25, -27",
        "messages that are held, and let in before the time is over",
        "meldinger som holdes, og slippes inn før tiden er ute",
        Words("that somebody is reminded in time", "at noen blir minnet på det i tide"),
    ),
    acc_r(
        45,
        "A fault that is found later is reported by a deviation message, not a new receipt.",
        "En feil som oppdages senere, meldes med en avviksmelding, ikke en ny kvittering.",
        "HIS 80415:2012, 3.2; HITS 1168:2016, 5.1",
        "only a person can tell",
        "bare et menneske kan avgjøre det",
        Words("how the deviation message comes about", "hvordan avviksmeldingen blir til"),
    ),
)
"""In order."""
