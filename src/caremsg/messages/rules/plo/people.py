"""Rules about documents sent, applications and next of kin (HIS 80704:2014, 5.2 and 6.2)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, put, text
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...common import Person
from ...editions import PLO_1_5, PLO_1_6
from ...given import Given
from ...plo.parts.care_message import CareMessage
from ...plo.parts.contacts import ParorendeForesatt
from ...plo.parts.shipment import OpplysningerTilSoknad, SendtDokument
from ..reading import blank, code_in, day_of

SAMPLE = "innleggelsesrapport-1.6"
DOCTOR = "medisinske-opplysninger-1.6"
BOTH = (PLO_1_5, PLO_1_6)


def named(person: Person) -> bool:
    """True when a person has some name."""
    return not (blank(person.family_name) and blank(person.given_name))


@rule(
    "PLO140",
    "PLO-FT-12",
    source="caremsg, derived from HIS 80704:2014, 5.2.4",
    severity=Severity.ADVICE,
    en="the day of sending does not go with whether the document was sent",
    nb="datoen for sending passer ikke med om dokumentet er sendt",
    why=Words(
        "A day without a document, or a document without a day, leaves the reader guessing.",
        "En dato uten dokument, eller et dokument uten dato, lar leseren gjette.",
    ),
    mend=Words(
        "Give DatoSendt when JaNei is true, and only then.",
        "Oppgi DatoSendt når JaNei er true, og bare da.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=DOCTOR,
    bad=text("//SendtDokument/JaNei", "false"),
)
def a_document_has_its_day(document: SendtDokument, _: Given) -> Iterator[Breach]:
    """A document that was sent has the day it was sent."""
    if document.ja_nei == (document.dato_sendt is None):
        yield Breach("dato_sendt")


@rule(
    "PLO141",
    "PLO-FT-13",
    source="HIS 80704:2014, 6.2.2",
    severity=Severity.WARNING,
    en="an application is said to be sent, and no document tells when",
    nb="en egensøknad sies å være sendt, og ingen dokumentopplysning sier når",
    why=Words(
        "The case worker looks for the application by its day.",
        "Saksbehandleren leter etter søknaden på datoen.",
    ),
    mend=Words(
        "Give SendtDokument with code 1 of 8329 and its day.",
        "Oppgi SendtDokument med kode 1 fra 8329 og datoen.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=DOCTOR,
    bad=drop("//SendtDokument"),
)
def an_application_has_its_day(about: OpplysningerTilSoknad, given: Given) -> Iterator[Breach]:
    """An application that was sent is told of as a document with its day."""
    sent = [one for one in given.all(SendtDokument) if code_in(one.opplysning, "1") and one.ja_nei]
    if about.egensoknad_sendt and not any(one.dato_sendt for one in sent):
        yield Breach("egensoknad_sendt")


@rule(
    "PLO142",
    "PLO-FT-18",
    source="HIS 1143 to 1148:2014, 3",
    severity=Severity.WARNING,
    en="no next of kin has a telephone number",
    nb="ingen pårørende har telefonnummer",
    why=Words(
        "In the night it matters more than the name.",
        "Om natten betyr det mer enn navnet.",
    ),
    mend=Words(
        "Give TeleCom of at least one of them.",
        "Oppgi TeleCom for minst én av dem.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//Referanseperson/TeleCom"),
)
def next_of_kin_can_be_called(message: CareMessage, _: Given) -> Iterator[Breach]:
    """At least one next of kin has a telephone number."""
    kin = message.parorende_foresatt
    if kin and not any(one.referanseperson.tele_com for one in kin):
        yield Breach("parorende_foresatt[0].referanseperson.tele_com")


@rule(
    "PLO143",
    "PLO-FT-18",
    source="HIS 1143 to 1148:2014, 3",
    en="the next of kin has no name",
    nb="pårørende har ikke navn",
    why=Words(
        "Nobody can be called or visited without a name.",
        "Ingen kan bli oppringt eller besøkt uten navn.",
    ),
    mend=Words(
        "Give the name.",
        "Oppgi navnet.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=(drop("//Referanseperson/FamilyName"), drop("//Referanseperson/GivenName")),
)
def next_of_kin_has_a_name(kin: ParorendeForesatt, _: Given) -> Iterator[Breach]:
    """A next of kin has a name."""
    if not named(kin.referanseperson):
        yield Breach("referanseperson")


@rule(
    "PLO144",
    "PLO-FT-19",
    source="HIS 80704:2014, 5.2.9",
    en="the child who is next of kin was born more than 18 years before the message, or after it",
    nb="barnet som er pårørende, er født mer enn 18 år før meldingen, eller etter den",
    why=Words(
        "The law gives children under 18 a right to be looked after; the year tells that it "
        "is one.",
        "Loven gir barn under 18 rett til oppfølging; året forteller at det er et barn.",
    ),
    mend=Words(
        "Give the year only for a child under 18.",
        "Oppgi året bare for barn under 18.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=put(
        "//ParorendeForesatt[2]",
        "<FodselsarMindrearigParorende>1990</FodselsarMindrearigParorende>",
        after="Slektskap",
    ),
)
def a_child_is_a_child(kin: ParorendeForesatt, given: Given) -> Iterator[Breach]:
    """The birth year of a child is at most 18 years before the message."""
    made = day_of(given.made)
    if kin.fodselsar_mindrearig_parorende is None or made is None:
        return
    if not 0 <= made.year - kin.fodselsar_mindrearig_parorende.year <= 18:
        yield Breach("fodselsar_mindrearig_parorende")


elsewhere(
    Reason.SHAPE,
    {
        "PLO-FT-10": "The code is judged like every code (COD007, COD011).",
        "PLO-FT-11": "The code is judged like every code (COD007, COD011).",
        "PLO-FT-14": "The code is judged like every code (COD006).",
        "PLO-FT-15": "The code is judged like every code (COD006).",
        "PLO-FT-16": "The code is judged like every code (COD006).",
        "PLO-FT-17": "The code is judged like every code (COD006).",
    },
)


elsewhere(
    Reason.HUMAN,
    {
        "PLO-FT-20": "How many children the patient has is not in the message.",
        "PLO-FT-21": "Whether a remark of PLO 1.5 tells of a child has to be read.",
    },
)
