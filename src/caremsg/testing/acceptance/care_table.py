"""The requirements that come from the tests of care messages and dialogue messages."""

from __future__ import annotations

from caremsg.findings import Words

from .requirement import Requirement, acc_r

__all__ = ["CARE"]

_DECISION = ("the decision on each message of the kind", "avgjørelsen for hver melding av slaget")
_SAID = (
    "the decision, and what a user is told",
    "avgjørelsen, og hva en bruker får vite",
)
_RENDERING = ("the rendering of the base cases", "visningen av grunntilfellene")
_STATE = (
    "the state of each message after each step of a scenario",
    "tilstanden til hver melding etter hvert steg i et scenario",
)
_TWICE = ("every message that was answered, once more", "hver besvart melding, en gang til")
_LOOK = Words("whether it is easy to read", "om det er lett å lese")
_SHOW = Words("whether a user sees it", "om en bruker ser det")

CARE: tuple[Requirement, ...] = (
    acc_r(
        1,
        "Messages are read by the receiving system itself.",
        "Mottakersystemet leser meldingene selv.",
        "PLO 1, dialogue 1",
        "the base cases and other messages without a fault are taken in",
        "grunntilfellene og andre meldinger uten feil tas inn",
    ),
    acc_r(
        2,
        "Broken XML is not taken in, and the place of the fault is told.",
        "Ødelagt XML tas ikke inn, og stedet for feilen oppgis.",
        "PLO 2, dialogue 2",
        *_SAID,
        Words("whether the words are understood", "om ordene blir forstått"),
    ),
    acc_r(
        3,
        "The namespace of the content tells what a message is, and an unknown one is reported.",
        "Navnerommet til innholdet avgjør hva en melding er, og et ukjent meldes det fra om.",
        "PLO 3, dialogue 3",
        "base cases with an unknown namespace, and with other prefixes",
        "grunntilfeller med ukjent navnerom, og med andre prefikser",
    ),
    acc_r(
        4,
        "UTF-8 and ISO-8859-1 are both read as the XML declaration says.",
        "UTF-8 og ISO-8859-1 leses begge slik XML-deklarasjonen sier.",
        "PLO 4, dialogue 4",
        "base cases in the other encoding",
        "grunntilfeller i den andre tegnkodingen",
    ),
    acc_r(
        5,
        "Every field of the standard is read, and none is lost in silence.",
        "Hvert felt i standarden leses, og ingen går tapt i stillhet.",
        "PLO 5, dialogue 5",
        "how many of the values of the base cases stand in the rendering, dates and numbers too",
        "hvor mange av verdiene i grunntilfellene som står i visningen, også datoer og tall",
    ),
    acc_r(
        6,
        "Each reception is logged.",
        "Hvert mottak loggføres.",
        "PLO 6, dialogue 6",
        "the log after each message",
        "loggen etter hver melding",
    ),
    acc_r(
        7,
        "The message can be fetched again, byte for byte.",
        "Meldingen kan hentes fram igjen, byte for byte.",
        "PLO 7, dialogue 8",
        "the bytes that were kept",
        "bytene som er tatt vare på",
    ),
    acc_r(
        8,
        "A message that is received is acknowledged.",
        "En melding som mottas, kvitteres.",
        "PLO 8, dialogue 9",
        "the number of acknowledgements",
        "antallet kvitteringer",
    ),
    acc_r(
        9,
        "All that stands in the base cases is shown.",
        "Alt som står i grunntilfellene, vises.",
        "PLO 9, dialogue 10-13",
        *_RENDERING,
        Words("whether it stands in its place", "om det står på plassen sin"),
    ),
    acc_r(
        10,
        "Codes are shown by their meaning.",
        "Koder vises med det de betyr.",
        "PLO 10",
        *_RENDERING,
        _LOOK,
    ),
    acc_r(
        11,
        "What is missing about the patient is reported.",
        "Det som mangler om pasienten, meldes det fra om.",
        "PLO 11, dialogue 14",
        *_SAID,
    ),
    acc_r(
        12,
        "A patient without a record here is warned of, and is no ground to refuse.",
        "En pasient uten journal her varsles det om, men er ikke grunn til å avvise.",
        "PLO 12, dialogue 15",
        *_SAID,
    ),
    acc_r(
        13,
        "A sender who cannot be made out is reported.",
        "En avsender som ikke kan finnes, meldes det fra om.",
        "PLO 13, dialogue 16",
        *_SAID,
    ),
    acc_r(
        14,
        "A national identity number that is missing or wrong is reported.",
        "Et fødselsnummer som mangler eller er galt, meldes det fra om.",
        "PLO 14, dialogue 17",
        *_SAID,
    ),
    acc_r(
        15,
        "Content that breaks the schema is reported.",
        "Innhold som bryter skjemaet, meldes det fra om.",
        "PLO 15",
        *_SAID,
    ),
    acc_r(
        16,
        "Emergency numbers, D-numbers and several identifiers in any order are handled.",
        "Hjelpenumre, D-numre og flere identifikatorer i vilkårlig rekkefølge håndteres.",
        "PLO 16",
        *_DECISION,
    ),
    acc_r(
        17,
        "A patient whom both sides know under different identifiers is not linked to another.",
        "En pasient som sidene kjenner under ulike identifikatorer, kobles ikke til en annen.",
        "PLO 17",
        *_DECISION,
        Words("to whom it was linked", "hvem den ble koblet til"),
    ),
    acc_r(
        18,
        "An unknown service or person in an organisation of ours is recognised.",
        "En ukjent tjeneste eller person i en av våre virksomheter gjenkjennes.",
        "PLO 18",
        *_DECISION,
    ),
    acc_r(
        19,
        "A message that came as a copy is handled as one.",
        "En melding som kom som kopi, håndteres som kopi.",
        "PLO 19",
        "the decision, and the role in the acknowledgement",
        "avgjørelsen, og rollen i kvitteringen",
        _SHOW,
    ),
    acc_r(
        20,
        "The same message twice is taken in once.",
        "Samme melding to ganger tas inn én gang.",
        "PLO 20",
        *_TWICE,
    ),
    acc_r(
        21,
        "A cancellation is taken in, and linked to what it cancels.",
        "En kansellering tas inn, og kobles til det den kansellerer.",
        "PLO 21",
        *_STATE,
    ),
    acc_r(
        22,
        "What was changed or cancelled before it arrived does not count as valid.",
        "Det som var endret eller kansellert før det kom, regnes ikke som gyldig.",
        "PLO 22",
        *_STATE,
    ),
    acc_r(
        23,
        "In a chain of changes the last counts, and a cancellation covers all of it.",
        "I en kjede av endringer gjelder den siste, og en kansellering dekker hele kjeden.",
        "HISD 1154:2018, 4",
        *_STATE,
    ),
    acc_r(
        24,
        "Formatting in texts is understood, and nothing in it is active.",
        "Formatering i tekster forstås, og ingenting i den er aktivt.",
        "PLO 23",
        "messages with a text that is formatted for the test",
        "meldinger med en tekst som er formatert for testen",
        Words("how it looks", "hvordan det ser ut"),
    ),
    acc_r(
        25,
        "Headings of journal texts are shown by their meaning.",
        "Overskrifter i journaltekster vises med det de betyr.",
        "PLO 23",
        *_RENDERING,
        _LOOK,
    ),
    acc_r(
        26,
        "A message is linked to the earlier ones of its dialogue.",
        "En melding kobles til de tidligere i dialogen sin.",
        "dialogue 7",
        "the links in scenarios with a question and its answer",
        "koblingene i scenarioer med spørsmål og svar",
    ),
    acc_r(
        27,
        "The elements that came with version 1.5 are received.",
        "Elementene som kom med versjon 1.5, mottas.",
        "PLO, update from 1.4 to 1.5",
        *_RENDERING,
    ),
)
"""In order."""
