"""Rules about critical information: allergies, blood type (HIS 80704:2014, 8.2.16 and 9.2)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, put, text, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...editions import PLO_1_5, PLO_1_6
from ...epj.cave import Allergi, Cave
from ...given import Given
from ...plo.parts.care_message import CareMessage
from ...plo.parts.medical import InfoAndreViktigeOpplysninger
from ..reading import NATIONAL, blank, code_in, of_system

SAMPLE = "innleggelsesrapport-1.6"
DISCHARGE = "utskrivningsrapport-1.6"
BOTH = (PLO_1_5, PLO_1_6)

_EPJ1 = "http://www.kith.no/xmlstds/epj/epj1/2008-02-20"
_META = "http://www.kith.no/xmlstds/epj/meta/2008-02-20"
_SEVERE = (
    f"<Allerginotat xmlns='{_EPJ1}' xmlns:m1='{_META}' m1:basiskomponenttype='EPJ dokument' "
    "m1:komponenttype='2.16.578.1.12.4.1.6.13.11036.1' "
    "komponentID='7f4f9e0e-23f4-5e55-9c76-0c5f1f3f2a11'><Allergi>"
    "<HensynVedForskrivning>false</HensynVedForskrivning>"
    "<HensynMatDrikke>false</HensynMatDrikke><Kontaktallergi>false</Kontaktallergi>"
    "<PollenInnsektstikk>true</PollenInnsektstikk><AllergiskMot>Veps</AllergiskMot>"
    "<AnafylaktiskeReaksjoner V='1' DN='Ja'/></Allergi></Allerginotat>"
)
_EPJ2 = "http://www.kith.no/xmlstds/epj/epj2/2008-02-20"
_OTHER = put(
    "//Innleggelsesrapport",
    f"<InfoAndreViktigeOpplysninger><GenereltJournalnotat xmlns='{_EPJ2}' xmlns:m1='{_META}' "
    "m1:basiskomponenttype='EPJ dokument' m1:komponenttype='2.16.578.1.12.4.1.6.13.11009.0' "
    "komponentID='3f0c1a52-6f0a-5d5a-8a7e-51e9c7a3b001'><Journaltekst>"
    f"<Overskriftskode V='FA' S='{NATIONAL}9142' DN='Familie/sosialt'/>"
    "<Notat>Datteren kommer i helgen.</Notat></Journaltekst></GenereltJournalnotat>"
    "</InfoAndreViktigeOpplysninger>",
    before="Sykepleierdokumentasjon",
)


@rule(
    "PLO220",
    "PLO-KL-18",
    source="HIS 1143 to 1148:2014, 4.3; HIS 80704:2014, 8.2.16",
    severity=Severity.WARNING,
    en="the warning (Cave) says nothing: neither key words nor an allergy",
    nb="advarselen (Cave) sier ingenting: verken stikkord eller allergi",
    why=Words(
        "The reader is warned, and not of what.",
        "Leseren blir advart, men ikke mot hva.",
    ),
    mend=Words(
        "Give StikkordCave or Allerginotat; leave Cave out if there is nothing critical.",
        "Oppgi StikkordCave eller Allerginotat; utelat Cave hvis ingenting er kritisk.",
    ),
    editions=BOTH,
    in_cancellation=False,
    within=(CareMessage,),
    sample=SAMPLE,
    bad=(drop("//StikkordCave"), drop("//Cave/Allerginotat")),
)
def a_warning_warns(cave: Cave, _: Given) -> Iterator[Breach]:
    """A warning has key words or an allergy."""
    words = cave.sakshode_cave.stikkord_cave
    if not cave.allerginotat and all(blank(one.cave_stikkord) for one in words):
        yield Breach()


@rule(
    "PLO221",
    "PLO-KL-18",
    source="HIS 1143 to 1148:2014, 4.3; HIS 80704:2014, 8.2.16",
    severity=Severity.WARNING,
    en="an allergy with anaphylactic reactions stands among the less important",
    nb="en allergi med anafylaktiske reaksjoner står blant det mindre viktige",
    why=Words(
        "In an emergency only Cave is read.",
        "I en nødsituasjon blir bare Cave lest.",
    ),
    mend=Words(
        "Move it to MedisinskfagligeOpplysninger/Cave.",
        "Flytt den til MedisinskfagligeOpplysninger/Cave.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=DISCHARGE,
    bad=put(
        "//TverrfagligEpikrise",
        f"<InfoAndreViktigeOpplysninger>{_SEVERE}</InfoAndreViktigeOpplysninger>",
        after="Legemiddelinfo",
    ),
)
def severe_allergies_are_warnings(info: InfoAndreViktigeOpplysninger, _: Given) -> Iterator[Breach]:
    """Critical allergies stand in Cave."""
    for i, note in enumerate(info.allerginotat):
        if code_in(note.allergi.anafylaktiske_reaksjoner, "1"):
            yield Breach(f"allerginotat[{i}]")


@rule(
    "PLO222",
    "PLO-KL-19",
    source="HIS 80704:2014, 9.2.9",
    severity=Severity.WARNING,
    en="it is not said for all four kinds whether the allergy matters: {missing}",
    nb="det er ikke oppgitt for alle fire slag om allergien har betydning: {missing}",
    why=Words(
        "`Not given` is not `no`: whoever prescribes has to ask again.",
        "`Ikke oppgitt` er ikke `nei`: den som forskriver, må spørre på nytt.",
    ),
    mend=Words(
        "Give all four as true or false.",
        "Oppgi alle fire som true eller false.",
    ),
    editions=BOTH,
    in_cancellation=False,
    within=(CareMessage,),
    sample=SAMPLE,
    bad=drop("//HensynMatDrikke"),
)
def all_four_are_said(allergy: Allergi, _: Given) -> Iterator[Breach]:
    """An allergy says for all four kinds whether it matters."""
    missing = [name for field, name in _FOUR.items() if getattr(allergy, field) is None]
    if missing:
        yield Breach(missing=", ".join(missing))


_FOUR = {
    "hensyn_ved_forskrivning": "HensynVedForskrivning",
    "hensyn_mat_drikke": "HensynMatDrikke",
    "kontaktallergi": "Kontaktallergi",
    "pollen_innsektstikk": "PollenInnsektstikk",
}


@rule(
    "PLO223",
    "PLO-KL-20",
    source="caremsg, derived from HIS 80704:2014, 9.2.9",
    severity=Severity.WARNING,
    en="an allergy to a medicine is not marked as one that matters for prescribing",
    nb="en allergi mot et legemiddel er ikke merket med at den har betydning for forskrivning",
    why=Words(
        "Programs that check prescriptions do not look at it.",
        "Programmer som kontrollerer forskrivninger, ser ikke på den.",
    ),
    mend=Words(
        "Set HensynVedForskrivning to true.",
        "Sett HensynVedForskrivning til true.",
    ),
    editions=BOTH,
    in_cancellation=False,
    within=(CareMessage,),
    sample=SAMPLE,
    bad=text("//HensynVedForskrivning", "false"),
)
def a_medicine_matters_for_prescribing(allergy: Allergi, _: Given) -> Iterator[Breach]:
    """An allergy to a medicine matters for prescribing."""
    if allergy.virkestoff_legemiddel is not None and not allergy.hensyn_ved_forskrivning:
        yield Breach("hensyn_ved_forskrivning")


@rule(
    "PLO224",
    "PLO-KL-22",
    source="HIS 80704:2014, 9.2.9",
    en="the code of another substance does not say which list it is of",
    nb="koden for et annet stoff sier ikke hvilken liste den er fra",
    why=Words(
        "There is no national list for these substances, so the code alone means nothing.",
        "Det finnes ingen nasjonal liste for disse stoffene, så koden alene betyr ingenting.",
    ),
    mend=Words(
        "Give the object identifier of the list in S.",
        "Oppgi listens OID i S.",
    ),
    editions=BOTH,
    in_cancellation=False,
    within=(CareMessage,),
    sample=SAMPLE,
    bad=put(
        "//Allergi[1]", "<KodeAnnetStoff V='7' DN='Lateks'/>", before="AnafylaktiskeReaksjoner"
    ),
)
def other_substances_name_their_list(allergy: Allergi, _: Given) -> Iterator[Breach]:
    """The code of another substance names its list."""
    code = allergy.kode_annet_stoff
    if code is not None and code.code and blank(code.system):
        yield Breach("kode_annet_stoff")


@rule(
    "PLO225",
    "PLO-KL-18",
    source="HIS 1143 to 1148:2014, 4.3; HIS 80704:2014, 8.2.16",
    severity=Severity.WARNING,
    en="a risk of infection or a severe reaction (9143) stands among the less important",
    nb="en smitterisiko eller alvorlig reaksjon (9143) står blant det mindre viktige",
    why=Words(
        "Whoever receives the patient has to know it before all the rest.",
        "Den som tar imot pasienten, må vite det før alt annet.",
    ),
    mend=Words(
        "Move it to MedisinskfagligeOpplysninger/Cave.",
        "Flytt det til MedisinskfagligeOpplysninger/Cave.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    good=_OTHER,
    bad=(
        _OTHER,
        v(
            "//InfoAndreViktigeOpplysninger//Overskriftskode",
            S=f"{NATIONAL}9143",
            V="1",
            DN="Kontaktsmitte",
        ),
    ),
)
def infections_are_warnings(info: InfoAndreViktigeOpplysninger, _: Given) -> Iterator[Breach]:
    """Risks of infection do not stand among the less important."""
    for i, note in enumerate(info.generelt_journalnotat):
        for j, written in enumerate(note.journaltekst):
            if of_system(written.overskriftskode, 9143):
                yield Breach(f"generelt_journalnotat[{i}].journaltekst[{j}].overskriftskode")


elsewhere(
    Reason.SHAPE,
    {
        "PLO-KL-21": "The active substance is bound to ATC as required (COD005).",
        "PLO-KL-23": "The code is judged like every code (COD006).",
        "PLO-KL-24": "Both codes are judged like every code (COD006).",
    },
)
