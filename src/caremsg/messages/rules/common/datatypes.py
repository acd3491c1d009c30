"""Rules about datatypes (HIS 80117, HISD 1165): telephone numbers, and what needs no rule.

Codes, identifiers and values that are empty are judged by the engine, for every field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caremsg.declare.edits import v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...common import TeleCom
from ...given import Given

_NUMBER = re.compile(r"(?:tel|fax|mob):[+]?[0-9](?:[0-9/-]*[0-9])?")
_MAIL = re.compile(r"mailto:[^\s@]+@[^\s@]+")


@rule(
    "DAT010",
    "DT-18",
    "PLO-CD-12",
    source="HISD 1165:2016; HIS 80601:2006",
    severity=Severity.WARNING,
    en="the address is not written as tel:, fax: or mailto: with digits, + and - only in a number",
    nb="adressen er ikke skrevet som tel:, fax: eller mailto: med bare sifre, + og - i et nummer",
    why=Words(
        "Programs dial and mail by what stands before the colon, and a number with blanks or "
        "letters in it cannot be dialled.",
        "Programmer ringer og sender etter det som står foran kolonet, og et nummer med blanke "
        "eller bokstaver kan ikke ringes.",
    ),
    mend=Words(
        "Write tel:99999101 or mailto:post@example.no, and put explanations elsewhere.",
        "Skriv tel:99999101 eller mailto:post@example.no, og legg forklaringer et annet sted.",
    ),
    sample="innleggelsesrapport-1.6",
    bad=v("MsgInfo/Patient/TeleCom/TeleAddress", V="999 99 101"),
)
def an_address_that_programs_can_use(contact: TeleCom, _: Given) -> Iterator[Breach]:
    """A telephone number or mail address has its scheme, and nothing that cannot be dialled."""
    address = contact.tele_address.strip()
    if not (_NUMBER.fullmatch(address) or _MAIL.fullmatch(address)):
        yield Breach("tele_address")


elsewhere(
    Reason.SHAPE,
    {
        "DT-06": "A CS has no attributes but V and DN; others are SCH302.",
        "DT-11": "The reader takes nothing but the texts of its type as a boolean (SCH201).",
        "DT-12": "A TS is a date and time, a date, a month, a year or a time (SCH201).",
        "DT-14": "The classes say DateTime, and the reader wants both parts (SCH201).",
        "DT-15": "Values keep the text they were sent in; comparisons take it as Norwegian time.",
        "DT-19": "No class has the attribute NULL, so it is found as unknown (SCH302).",
        "DT-20": "Reading refuses what is not well-formed, and every DTD (XML001, XML002).",
        "DT-21": "`encode` writes UTF-8; UTF-8 and ISO-8859-1 are read, with or without a BOM.",
        "DT-24": "A CV has no attribute for a version of its system (SCH302).",
        "PLO-CD-10": "The forms of a TS are tested when it is read (SCH201).",
        "PLO-CD-13": "Line breaks are kept as they were sent, and shown as line breaks.",
        "PLO-CD-19": "Names with letters beyond ASCII are declared with their XML name.",
        "ID-11": "`caremsg.values.identifiers` gives century and sex as hints, or not at all.",
        "ID-20": "`caremsg.values.identifiers` sorts the eleven digits in this order.",
        "ID-23": "No text of this library holds a value of a message.",
    },
)
elsewhere(
    Reason.HUMAN,
    {
        "DT-05": "Which field explains a code for `other` differs from place to place.",
        "ID-22": "Whether a better number could have been known is not in the message.",
    },
)
elsewhere(
    Reason.EXCHANGE,
    {
        "ID-19": "Only the receiver knows whether it is a production system.",
        "ID-21": "That a number was replaced by another is known to the register of patients.",
        "ID-24": "A number that differs from an earlier one can only be seen beside it.",
    },
)
