"""Rules about prescriptions, and messages of nothing else (HIS 80704:2014, 11.2.2 and 11.2.3)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare import fields_of
from caremsg.declare.edits import drop, put, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...editions import PLO_1_5, PLO_1_6
from ...epj.legemiddel import ForenkletForskrivning, Forskrivningsinfo
from ...given import Given
from ...plo.medisinske_opplysninger import OverforingMedisinskeOpplysninger
from ...plo.parts.care_message import CareMessage
from ..reading import code_in, day_of

SAMPLE = "innleggelsesrapport-1.6"
BOTH = (PLO_1_5, PLO_1_6)

_STOPPED = "2"
_OF_ALL = {field.name for field in fields_of(CareMessage)} | {"type_innhold_i_melding"}
"""What every care message has; the rest is about the patient's health and care."""
_REST = (
    "InfoMedisinskDiagnose",
    "MedisinskfagligeOpplysninger",
    "EksisterendeTjeneste",
    "InfoKartleggingFunksjonsniva",
    "Sykepleierdokumentasjon",
    "OpplysningerOmHjelpemidler",
    "InfoAssistertKommunikasjon",
    "InfoReservasjon",
    "InfoInformasjonGitt",
)


@rule(
    "PLO250",
    "PLO-KL-50",
    "PLO-UR-08",
    source="HIS 80704:2014, 11.2.3; HIS 1148:2014, 4.3",
    severity=Severity.WARNING,
    en="a medicine that was stopped does not say when, or when is still to come",
    nb="et legemiddel som er seponert, sier ikke når, eller tidspunktet er ennå ikke kommet",
    why=Words(
        "The patient may go on taking it.",
        "Pasienten kan fortsette å ta det.",
    ),
    mend=Words(
        "Give DoseringSluttidspunkt, not later than today.",
        "Oppgi DoseringSluttidspunkt, ikke senere enn i dag.",
    ),
    editions=BOTH,
    in_cancellation=False,
    within=(CareMessage,),
    sample=SAMPLE,
    bad=v("//StatusTilForskrivningen", V="2", DN="Seponering"),
)
def a_stopped_medicine_has_an_end(
    prescription: ForenkletForskrivning, given: Given
) -> Iterator[Breach]:
    """A medicine that was stopped has the day it was stopped."""
    if code_in(prescription.status_til_forskrivningen, _STOPPED):
        end, made = (
            day_of(prescription.forskrivningsinfo.dosering_sluttidspunkt),
            day_of(given.made),
        )
        if end is None or (made is not None and end > made):
            yield Breach("forskrivningsinfo.dosering_sluttidspunkt")


@rule(
    "PLO251",
    "PLO-KL-50",
    source="caremsg, derived from HIS 80704:2014, 11.2.3",
    severity=Severity.WARNING,
    en="the medicine ends before it begins",
    nb="legemidlet slutter før det begynner",
    why=Words(
        "One of the two days is wrong.",
        "En av de to datoene er feil.",
    ),
    mend=Words(
        "Compare both days with the prescription.",
        "Sammenlign begge datoene med forskrivningen.",
    ),
    editions=BOTH,
    in_cancellation=False,
    within=(CareMessage,),
    sample=SAMPLE,
    bad=put(
        "//Forskrivningsinfo[1]",
        "<DoseringSluttidspunkt V='2001-01-01'/>",
        after="DoseringStarttidspunkt",
    ),
)
def a_medicine_ends_after_it_begins(medicine: Forskrivningsinfo, _: Given) -> Iterator[Breach]:
    """A medicine ends after it begins."""
    first, last = day_of(medicine.dosering_starttidspunkt), day_of(medicine.dosering_sluttidspunkt)
    if first is not None and last is not None and last < first:
        yield Breach("dosering_sluttidspunkt")


@rule(
    "PLO256",
    "PLO-KL-57",
    source="caremsg, derived from HIS 80704:2014, 11",
    severity=Severity.WARNING,
    only="sending",
    en="nothing but medicines is told, for which there is a message of its own",
    nb="bare legemidler er oppgitt, og til det finnes en egen melding",
    why=Words(
        "Receivers that take in lists of medicines look for the extract of the record.",
        "Mottakere som tar inn legemiddellister, ser etter EPJ-ekstraktet.",
    ),
    mend=Words(
        "Send the extract (HIS 1150); if the receiver has none, this message will do.",
        "Send EPJ-ekstraktet (HIS 1150); har ikke mottakeren det, går denne meldingen an.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=tuple(drop(f"//Innleggelsesrapport/{name}") for name in _REST),
)
def more_than_medicines(message: CareMessage, _: Given) -> Iterator[Breach]:
    """A care message tells more than medicines, apart from the answer of a doctor."""
    own = {field.name for field in fields_of(type(message))} - _OF_ALL
    told = {name for name in own if getattr(message, name)}
    if told == {"legemiddelinfo"} and not isinstance(message, OverforingMedisinskeOpplysninger):
        yield Breach("legemiddelinfo")


elsewhere(
    Reason.SHAPE,
    {
        "PLO-KL-46": "The code is judged by its form (COD006).",
        "PLO-KL-47": "The code is told apart between the two lists by its text (COD006, "
        "COD009, COD010).",
        "PLO-KL-48": "The code is judged like every code (COD006).",
        "PLO-KL-49": "Both codes are judged like every code (COD006).",
        "PLO-KL-53": "The code is judged like every code (COD006).",
        "PLO-KL-55": "Both codes are judged like every code (COD006).",
        "PLO-KL-56": "The declared class has room for one prescription in each (SCH104).",
    },
)
