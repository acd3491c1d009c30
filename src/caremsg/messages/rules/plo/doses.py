"""Rules about doses that are given or handed out (HIS 80704:2014, 11.2.5 to 11.2.9)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, put, v
from caremsg.declare.rules import Breach, rule
from caremsg.findings import Severity, Words

from ...editions import PLO_1_5, PLO_1_6
from ...epj.legemiddel import AdmAvHelsepersonell, Egenadministrering, ForenkletForskrivning
from ...given import Given
from ...plo.parts.care_message import CareMessage
from ..reading import blank, code_in, day_of, moment_of

SAMPLE = "innleggelsesrapport-1.6"
BOTH = (PLO_1_5, PLO_1_6)

_AT_ONCE = ("tablett", "kapsel", "stikkpille", "dråper")
"""What stands in the names of forms that are taken at one moment, unlike an infusion."""


@rule(
    "PLO252",
    "PLO-CD-11",
    source="caremsg, derived from HIS 80704:2014, 11.2.5",
    en="the time of a dose is less than a day",
    nb="tidspunktet for en dose er mindre enn en dato",
    why=Words(
        "Whoever gives the next dose has to know the last.",
        "Den som gir neste dose, må vite når den forrige ble gitt.",
    ),
    mend=Words(
        "Give the day, and the time of day if it is known.",
        "Oppgi datoen, og klokkeslettet hvis det er kjent.",
    ),
    editions=BOTH,
    in_cancellation=False,
    within=(CareMessage,),
    sample=SAMPLE,
    bad=v("//AdmStart", V="2026"),
)
def a_dose_has_a_day(dose: AdmAvHelsepersonell | Egenadministrering, _: Given) -> Iterator[Breach]:
    """The time of a dose has at least a day."""
    if day_of(dose.adm_start) is None:
        yield Breach("adm_start")


@rule(
    "PLO253",
    "PLO-KL-51",
    source="HIS 80704:2014, 11.2.2 and 11.2.5",
    severity=Severity.WARNING,
    en="whoever prescribed or gave the medicine lacks {part}",
    nb="den som forskrev eller ga legemidlet, mangler {part}",
    why=Words(
        "A question about a dose goes to the one who gave it.",
        "Et spørsmål om en dose går til den som ga den.",
    ),
    mend=Words(
        "Give name and HPR number.",
        "Oppgi navn og HPR-nummer.",
    ),
    editions=BOTH,
    in_cancellation=False,
    within=(CareMessage,),
    sample=SAMPLE,
    bad=v("//Forskriver[1]/Ident/TypeId", V="XXX", DN="Annet"),
)
def who_gave_it_is_known(
    part: ForenkletForskrivning | AdmAvHelsepersonell | Egenadministrering, _: Given
) -> Iterator[Breach]:
    """Whoever prescribed or gave a medicine has name and HPR number."""
    if isinstance(part, ForenkletForskrivning):
        person, at = part.forskriver, "forskriver"
    else:
        person, at = part.administrert_av, "administrert_av"
    if person is None:
        return
    if blank(person.family_name):
        yield Breach(f"{at}.family_name", part=Words("a name", "navn"))
    if not any(code_in(ident.type_id, "HPR") for ident in person.ident):
        yield Breach(f"{at}.ident", part=Words("an HPR number", "HPR-nummer"))


@rule(
    "PLO254",
    "PLO-KL-52",
    source="HIS 80704:2014, 11.2.5",
    severity=Severity.WARNING,
    en="the dose ended before it began",
    nb="dosen sluttet før den begynte",
    why=Words(
        "One of the two times is wrong.",
        "Ett av de to tidspunktene er feil.",
    ),
    mend=Words(
        "Leave AdmSlutt out, except for an infusion.",
        "Utelat AdmSlutt, unntatt for en infusjon.",
    ),
    editions=BOTH,
    in_cancellation=False,
    within=(CareMessage,),
    sample=SAMPLE,
    bad=put("//AdmAvHelsepersonell[1]", "<AdmSlutt V='2026-10-05T11:00:00'/>", after="AdmStart"),
)
def a_dose_ends_after_it_begins(
    dose: AdmAvHelsepersonell | Egenadministrering, _: Given
) -> Iterator[Breach]:
    """A dose does not end before it begins."""
    first, last = moment_of(dose.adm_start), moment_of(dose.adm_slutt)
    if first is not None and last is not None and last < first:
        yield Breach("adm_slutt")


@rule(
    "PLO255",
    "PLO-KL-54",
    source="caremsg, derived from HIS 80704:2014, 11.2.5 to 11.2.9",
    severity=Severity.WARNING,
    en="the medicine that was given has no name (Forskrivningsinfo), or no doses",
    nb="legemidlet som ble gitt, har ikke navn (Forskrivningsinfo), eller ingen doser",
    why=Words(
        "A dose of something unknown is dangerous to add to.",
        "En dose av noe ukjent er farlig å gi mer på toppen av.",
    ),
    mend=Words(
        "Give Forskrivningsinfo, and at least one dose.",
        "Oppgi Forskrivningsinfo, og minst én dose.",
    ),
    editions=BOTH,
    in_cancellation=False,
    within=(CareMessage,),
    sample=SAMPLE,
    bad=drop("//AdmAvHelsepersonell/Forskrivningsinfo"),
)
def a_dose_has_a_name(dose: AdmAvHelsepersonell | Egenadministrering, _: Given) -> Iterator[Breach]:
    """A medicine that was given is named, and there was some of it."""
    if dose.forskrivningsinfo is None:
        yield Breach("forskrivningsinfo")
    if isinstance(dose, Egenadministrering):
        for i, out in enumerate(dose.utlevert_legemiddel):
            if out.ant_enkeltdoser.number <= 0:
                yield Breach(f"utlevert_legemiddel[{i}].ant_enkeltdoser")


@rule(
    "PLO257",
    "PLO-KL-52",
    source="HIS 80704:2014, 11.2.5",
    severity=Severity.WARNING,
    en="a dose of a medicine that is taken at once has an end",
    nb="en dose av et legemiddel som tas på én gang, har et sluttidspunkt",
    why=Words(
        "Only an infusion takes time; another end is read as the end of the whole treatment.",
        "Bare en infusjon tar tid; ellers leses slutten som slutten på hele behandlingen.",
    ),
    mend=Words(
        "Leave AdmSlutt out; the end of a treatment is DoseringSluttidspunkt.",
        "Utelat AdmSlutt; slutten på en behandling er DoseringSluttidspunkt.",
    ),
    editions=BOTH,
    in_cancellation=False,
    within=(CareMessage,),
    sample=SAMPLE,
    bad=put("//AdmAvHelsepersonell[1]", "<AdmSlutt V='2030-10-05T11:00:00'/>", after="AdmStart"),
)
def only_infusions_take_time(
    dose: AdmAvHelsepersonell | Egenadministrering, _: Given
) -> Iterator[Breach]:
    """Only infusions have an end that is later than their beginning."""
    medicine = dose.forskrivningsinfo
    if dose.adm_slutt is None or medicine is None or medicine.legemiddelform is None:
        return
    first, last = moment_of(dose.adm_start), moment_of(dose.adm_slutt)
    form = (medicine.legemiddelform.display or "").lower()
    at_once = "infu" not in form and any(part in form for part in _AT_ONCE)
    if at_once and first is not None and last is not None and last > first:
        yield Breach("adm_slutt")
