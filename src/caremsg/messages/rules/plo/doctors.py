"""Rules about the patient's own doctor in a care message (HITS 1174:2017, 5.1.5)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, v
from caremsg.declare.rules import Breach, rule
from caremsg.findings import Words

from ...editions import PLO_1_5, PLO_1_6
from ...given import Given
from ...plo.medisinske_opplysninger import OverforingMedisinskeOpplysninger
from ...plo.parts.contacts import KontaktpersonHelsepersonell
from ...plo.pasientlogistikk import OrienteringOmDod, Pasientlogistikk
from ..reading import blank, code_in

BOTH = (PLO_1_5, PLO_1_6)
_GP = "6"
_CALL = Words(
    "The reader has a question about a patient, and finds nobody to call.",
    "Leseren har et spørsmål om en pasient, og finner ingen å ringe.",
)


@rule(
    "PLO121",
    "PLO-KO-12",
    "HEAD-121",
    source="HITS 1174:2017, 5.1.5",
    en="the doctor who sends the message lacks {part}",
    nb="legen som sender meldingen, mangler {part}",
    why=_CALL,
    mend=Words(
        "Give name, HPR number and telephone number of the doctor.",
        "Oppgi legens navn, HPR-nummer og telefonnummer.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample="medisinske-opplysninger-1.6",
    good=v("//AnsvarligRapport/RoleToPatient", V="6", DN="Fastlege"),
    bad=drop("//AnsvarligRapport/TeleCom"),
)
def the_doctor_can_be_called(
    message: OverforingMedisinskeOpplysninger | Pasientlogistikk, _: Given
) -> Iterator[Breach]:
    """A doctor who sends a message is there with HPR number and telephone."""
    if isinstance(message, Pasientlogistikk) and not isinstance(message.innhold, OrienteringOmDod):
        return
    for i, report in enumerate(message.ansvar_for_rapport):
        person, at = report.ansvarlig_rapport, f"ansvar_for_rapport[{i}].ansvarlig_rapport"
        if not code_in(person.role_to_patient, _GP):
            continue
        if not any(code_in(ident.type_id, "HPR") for ident in person.ident):
            yield Breach(f"{at}.ident", part=Words("the HPR number", "HPR-nummer"))
        if not person.tele_com:
            yield Breach(f"{at}.tele_com", part=Words("a telephone number", "telefonnummer"))


@rule(
    "PLO126",
    "PLO-KO-12",
    source="HITS 1174:2017, 5.1.5",
    en="the contact is the patient's doctor (6), and has no name",
    nb="kontakten er fastlegen (6), og har ikke navn",
    why=_CALL,
    mend=Words(
        "Give the name of the doctor, or leave the contact out.",
        "Oppgi navnet på legen, eller utelat kontakten.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample="innleggelsesrapport-1.6",
    good=v("//Kontaktperson/RoleToPatient", V="6", DN="Fastlege"),
    bad=(
        v("//Kontaktperson/RoleToPatient", V="6", DN="Fastlege"),
        drop("//Kontaktperson/FamilyName"),
        drop("//Kontaktperson/GivenName"),
    ),
)
def the_own_doctor_has_a_name(contact: KontaktpersonHelsepersonell, _: Given) -> Iterator[Breach]:
    """The patient's own doctor is named."""
    person = contact.kontaktperson
    nameless = blank(person.family_name) and blank(person.given_name)
    if nameless and code_in(person.role_to_patient, _GP):
        yield Breach("kontaktperson")
