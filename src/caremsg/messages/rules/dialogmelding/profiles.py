"""Rules of the profiles of Dialogmelding: themes and fields (HIS 1077, HIS 1206, HITS 1228)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, put, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...dialogmelding import Notat, RollerRelatertNotat
from ...given import Given
from ..reading import NATIONAL, blank, code_in, of_system
from .people import can_be_called, has_name, is_at_receiver, responsible

TALK = "dialog-helsefaglig-1.1"
_TALKING = "DIALOG_HELSEFAGLIG"
_STATUS, _FILING = "DIALOG_STATUS_HENVISNING", "DIALOG_TIL_ARKIVERING"
_THEMES = {
    "DIALOG_AVVIK": (8117,),
    "DIALOG_NOTAT": (7321, 9155),
    _TALKING: (7322, 7321),
    _STATUS: (9148,),
}
_UNUSED = {
    "merknad": "Merknad",
    "dok_id_notat": "DokIdNotat",
    "dato_notat": "DatoNotat",
    "foresporsel": "Foresporsel",
}
_NOT_IN_USE = {_TALKING: _UNUSED, _FILING: {"tema": "Tema", **_UNUSED}}


@rule(
    "DIA040",
    "DIA-47",
    "DIA-62",
    "DIA-72",
    "PLO-DM-01",
    "PLO-DM-03",
    "PLO-DM-06",
    source="HIS 1151, 4.3.1; HIS 1077; HIS 1206; HIS 80704:2014",
    en="the theme is not of {list}",
    nb="temaet er ikke fra {list}",
    why=Words(
        "Receivers sort the messages of this type by it.",
        "Mottakere sorterer meldinger av denne typen etter det.",
    ),
    mend=Words(
        "Use a code of the list of the profile.",
        "Bruk en kode fra profilens liste.",
    ),
    sample=TALK,
    bad=v("//TemaKodet", S=f"{NATIONAL}9069", V="9", DN="Annet, svar angitt i fritekst"),
)
def themes_of_the_profile(note: Notat, given: Given) -> Iterator[Breach]:
    """The theme is from the list of the profile."""
    wanted = _THEMES.get(given.type)
    if wanted and note.tema_kodet.code and not of_system(note.tema_kodet, *wanted):
        yield Breach("tema_kodet", list=wanted[0])


@rule(
    "DIA043",
    "DIA-61",
    "PLO-DM-03",
    source="HIS 1077",
    en="the subject (Tema) is missing",
    nb="emnet (Tema) mangler",
    why=Words(
        "A list of dialogs shows the subjects.",
        "En liste over dialoger viser emnene.",
    ),
    mend=Words(
        "Give Tema, the same through the whole dialog.",
        "Oppgi Tema, det samme gjennom hele dialogen.",
    ),
    sample=TALK,
    bad=drop("//Tema"),
)
def a_dialog_has_a_subject(note: Notat, given: Given) -> Iterator[Breach]:
    """A dialog between professionals has a subject."""
    if given.type == _TALKING and blank(note.tema):
        yield Breach("tema")


@rule(
    "DIA044",
    "DIA-65",
    "DIA-74",
    "HEAD-123",
    "PLO-DM-03",
    source="HIS 1077; HIS 1206; HITS 1174:2017",
    en="no professional with name and telephone number answers for the text",
    nb="ingen helsepersonell med navn og telefonnummer svarer for teksten",
    why=Words(
        "A question back needs a name and a number.",
        "Et spørsmål tilbake trenger navn og nummer.",
    ),
    mend=Words(
        "Give RollerRelatertNotat with names and TeleCom.",
        "Oppgi RollerRelatertNotat med navn og TeleCom.",
    ),
    sample=TALK,
    bad=drop("//RollerRelatertNotat[1]//TeleCom"),
)
def somebody_answers(note: Notat, given: Given) -> Iterator[Breach]:
    """A professional with name and telephone answers for the text."""
    if given.type not in (_TALKING, _STATUS):
        return
    people = map(responsible, note.roller_relatert_notat)
    if not any(one and has_name(one) and can_be_called(one.tele_com) for one in people):
        yield Breach("roller_relatert_notat")


@rule(
    "DIA045",
    "DIA-66",
    "PLO-DM-08",
    source="HIS 1077, 5.2.1",
    en="a first question about a patient names no contact at the receiver (role 24 with "
    "profession)",
    nb="en første henvendelse om en pasient oppgir ingen kontakt hos mottaker (rolle 24 med yrke)",
    why=Words(
        "The receiver does not know whether a nurse or a doctor is to answer.",
        "Mottakeren vet ikke om en sykepleier eller en lege skal svare.",
    ),
    mend=Words(
        "Give RollerRelatertNotat with role 24 and TypeHealthcareProfessional.",
        "Oppgi RollerRelatertNotat med rolle 24 og TypeHealthcareProfessional.",
    ),
    sample=TALK,
    bad=drop("//RollerRelatertNotat[2]"),
)
def a_first_question_has_a_contact(note: Notat, given: Given) -> Iterator[Breach]:
    """A first question about a patient names the profession that is to answer."""
    head = given.head
    first = head is not None and head.msg_info.conversation_ref is None
    if given.type != _TALKING or not first or not code_in(note.tema_kodet, "6"):
        return
    if not any(_is_contact(part) for part in note.roller_relatert_notat):
        yield Breach("roller_relatert_notat")


def _is_contact(part: RollerRelatertNotat) -> bool:
    profession = getattr(part.innhold, "type_healthcare_professional", None)
    return is_at_receiver(part) and profession is not None


@rule(
    "DIA046",
    "DIA-67",
    source="HIS 1077",
    severity=Severity.WARNING,
    en="the unit lacks name or telephone number",
    nb="enheten mangler navn eller telefonnummer",
    why=Words(
        "A unit is there to be called.",
        "En enhet er der for å bli ringt.",
    ),
    mend=Words(
        "Give OrganisationName and TeleCom.",
        "Oppgi OrganisationName og TeleCom.",
    ),
    sample=TALK,
    bad=drop("//Kontaktenhet/TeleCom"),
)
def a_unit_can_be_called(part: RollerRelatertNotat, given: Given) -> Iterator[Breach]:
    """A unit has name and telephone."""
    unit = part.tilknyttet_enhet.kontaktenhet if part.tilknyttet_enhet is not None else None
    if given.type != _TALKING or unit is None:
        return
    if blank(unit.organisation_name):
        yield Breach("tilknyttet_enhet.kontaktenhet.organisation_name")
    if not can_be_called(unit.tele_com):
        yield Breach("tilknyttet_enhet.kontaktenhet.tele_com")


@rule(
    "DIA048",
    "DIA-61",
    "DIA-81",
    source="HIS 1077; HITS 1228",
    en="{name} is not in use in a message of this type",
    nb="{name} er ikke i bruk i en melding av denne typen",
    why=Words(
        "The profile names the fields that receivers show; this one is not among them.",
        "Profilen nevner feltene som mottakere viser; dette er ikke blant dem.",
    ),
    mend=Words(
        "Leave it out, and say it in TekstNotatInnhold.",
        "Utelat det, og si det i TekstNotatInnhold.",
    ),
    sample=TALK,
    bad=put("//Notat", "<DatoNotat>2026-11-19</DatoNotat>", after="TekstNotatInnhold"),
)
def only_fields_of_the_profile(note: Notat, given: Given) -> Iterator[Breach]:
    """A note has only the fields of its profile."""
    for field, name in _NOT_IN_USE.get(given.type, {}).items():
        if getattr(note, field) is not None:
            yield Breach(field, name=name)


elsewhere(
    Reason.SHAPE,
    {
        "DIA-60": "Type and edition are judged together (ENV001).",
        "DIA-70": "Type and edition are judged together (ENV001).",
    },
)


elsewhere(
    Reason.EXCHANGE,
    {
        "DIA-63": "The subject of the first message is in the store.",
        "DIA-64": "Whether a message is the first of its dialog is in the store.",
        "DIA-69": "Which acknowledgement is sent is decided on receiving.",
        "DIA-75": "Who referred the patient is in another message.",
        "DIA-77": "Whether the referral is an emergency is in another message.",
    },
)
