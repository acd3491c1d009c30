"""Rules of health information: critical information, next of kin, texts, updates (HIS 1144)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, put, text, v
from caremsg.declare.rules import Breach, rule
from caremsg.findings import Severity, Words

from ...editions import PLO_1_5, PLO_1_6
from ...epj.cave import Cave
from ...epj.journalnotat import Journaltekst
from ...given import Given
from ...plo.helseopplysninger_ved_soknad import HelseopplysningerVedSoknad
from ..reading import blank
from .helseopplysninger import CHANGE, LISTED, UPDATE, use_of

SAMPLE = "helseopplysninger-1.6"
BOTH = (PLO_1_5, PLO_1_6)

_AS_UPDATE = v("//TypeInnhold", V="2", DN="Oppdaterte opplysninger")
_REMARK = put("//TypeInnholdIMelding", "<Merknad>Feber i natt, ny dato for hjemreise</Merknad>")
_SIGNS = (
    "endr",
    "oppdater",
    "forverr",
    "bedr",
    "utsatt",
    "utsett",
    "fremskyn",
    "framskyn",
    "siden sist",
    "siden forrige",
    "forrige melding",
    "tidligere melding",
    "tidligere varsl",
)
"""What a text that tells of a change is likely to have in it."""


@rule(
    "PLO326",
    "PLO-HO-09",
    source="HIS 1144:2014, 3 and 4.3",
    listed=True,
    en="no critical information is given (Cave)",
    nb="ingen kritisk informasjon er oppgitt (Cave)",
    why=LISTED,
    mend=Words(
        "Give Cave; if there is nothing critical, say so in a text.",
        "Oppgi Cave; er ingenting kritisk, sies det i en tekst.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//MedisinskfagligeOpplysninger/Cave"),
)
def critical_information(message: HelseopplysningerVedSoknad, given: Given) -> Iterator[Breach]:
    """Critical information is given."""
    if not given.all(Cave):
        yield Breach("medisinskfaglige_opplysninger.cave")


@rule(
    "PLO327",
    "PLO-HO-11",
    source="HIS 1144:2014, 3 and 4.3",
    listed=True,
    en="no next of kin is given (ParorendeForesatt)",
    nb="ingen pårørende er oppgitt (ParorendeForesatt)",
    why=LISTED,
    mend=Words(
        "Give at least one, with a telephone number.",
        "Oppgi minst én, med telefonnummer.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//ParorendeForesatt"),
)
def next_of_kin(message: HelseopplysningerVedSoknad, _: Given) -> Iterator[Breach]:
    """Next of kin is given."""
    if not message.parorende_foresatt:
        yield Breach("parorende_foresatt")


@rule(
    "PLO328",
    "PLO-HO-16",
    source="HIS 80704:2009, notes of change, 9",
    severity=Severity.ADVICE,
    en="a list of medicines seems to stand in a text",
    nb="en legemiddelliste ser ut til å stå i en tekst",
    why=Words(
        "Nobody checks medicines in a text, and this message has no other place for them.",
        "Ingen kontrollerer legemidler i en tekst, og denne meldingen har ingen annen plass "
        "til dem.",
    ),
    mend=Words(
        "Send medicines in the discharge report.",
        "Send legemidler i utskrivningsrapporten.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=text(
        "//Journaltekst[1]/Notat",
        "Metoprolol 50 mg x 1, Apixaban 5 mg x 2, Paracet 1 g x 3, Furix 40 mg x 1",
    ),
)
def no_medicines_in_texts(message: HelseopplysningerVedSoknad, given: Given) -> Iterator[Breach]:
    """Medicines are not listed in the texts of health information."""
    for note in given.all(Journaltekst):
        lower = note.notat.lower()
        if lower.count(" mg") + lower.count(" g x") >= 3:
            yield Breach()
            return


@rule(
    "PLO330",
    "PLO-HO-04",
    source="HISD 80806:2012, 10.1; HISD 1154:2018, 3.1",
    severity=Severity.WARNING,
    en="an update is sent as new (N)",
    nb="en oppdatering er sendt som ny (N)",
    why=Words(
        "It stands beside what it updates, and both seem to hold.",
        "Den blir stående ved siden av det den oppdaterer, og begge ser ut til å gjelde.",
    ),
    mend=Words(
        "Send an update with M and a reference to the first notice.",
        "Send en oppdatering med M og en referanse til varselet.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=(_AS_UPDATE, _REMARK),
)
def an_update_is_a_change(message: HelseopplysningerVedSoknad, given: Given) -> Iterator[Breach]:
    """An update is a change of an earlier message."""
    if use_of(message) == UPDATE and given.status == "N":
        yield Breach("informasjon_om_forsendelsen.forsendelsesstatus")


@rule(
    "PLO331",
    "PLO-HO-13",
    source="HIS 1144:2014, 3",
    severity=Severity.WARNING,
    en="the update does not say what has changed",
    nb="oppdateringen sier ikke hva som er endret",
    why=Words(
        "Whoever knows the first notice has to compare the two word by word.",
        "Den som kjenner varselet, må sammenligne de to ord for ord.",
    ),
    mend=Words(
        "Write what is new into Merknad of TypeInnholdIMelding or of the text that changed.",
        "Skriv hva som er nytt, i Merknad i TypeInnholdIMelding eller i teksten som er endret.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    good=(_AS_UPDATE, *CHANGE, _REMARK),
    bad=(_AS_UPDATE, *CHANGE),
)
def an_update_says_what_changed(
    message: HelseopplysningerVedSoknad, given: Given
) -> Iterator[Breach]:
    """An update says what has changed."""
    if use_of(message) == UPDATE and not _tells_of_a_change(message, given):
        yield Breach("type_innhold_i_melding")


def _tells_of_a_change(message: HelseopplysningerVedSoknad, given: Given) -> bool:
    """True when there is a remark where changes are told, or a text that mentions one."""
    kind, notes = message.type_innhold_i_melding, given.all(Journaltekst)
    events = [stay.tidsfestet_hendelse for stay in message.opplysning_opphold]
    remarks = [event.merknad for event in events] + [note.merknad for note in notes]
    if kind is not None and not blank(kind.merknad):
        return True
    if not all(map(blank, remarks)):
        return True
    words = "\n".join(note.notat for note in notes).lower()
    return any(sign in words for sign in _SIGNS)
