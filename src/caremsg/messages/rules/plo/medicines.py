"""Rules about medicines (HIS 80704:2014, 11.2)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, put, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...editions import PLO_1_5, PLO_1_6
from ...epj.legemiddel import (
    AdmAvHelsepersonell,
    Egenadministrering,
    ForenkletForskrivning,
    Forskrivningsinfo,
)
from ...given import Given
from ...plo.parts.care_message import CareMessage
from ..reading import blank, code_in, day_of, moment_of

SAMPLE = "innleggelsesrapport-1.6"
DISCHARGE = "utskrivningsrapport-1.6"
BOTH = (PLO_1_5, PLO_1_6)

_STOPPED = "2"


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
    bad=(
        drop("//InfoMedisinskDiagnose"),
        drop("//MedisinskfagligeOpplysninger"),
        drop("//EksisterendeTjeneste"),
        drop("//InfoKartleggingFunksjonsniva"),
        drop("//Sykepleierdokumentasjon"),
        drop("//OpplysningerOmHjelpemidler"),
        drop("//InfoAssistertKommunikasjon"),
        drop("//InfoReservasjon"),
        drop("//InfoInformasjonGitt"),
    ),
)
def more_than_medicines(message: CareMessage, _: Given) -> Iterator[Breach]:
    """A care message tells more than medicines."""
    told = [name for name in _CLINICAL if getattr(message, name, None)]
    if told == ["legemiddelinfo"]:
        yield Breach("legemiddelinfo")


_CLINICAL = (
    "legemiddelinfo",
    "info_medisinsk_diagnose",
    "medisinskfaglige_opplysninger",
    "eksisterende_tjeneste",
    "info_kartlegging_funksjonsniva",
    "sykepleierdokumentasjon",
    "innhold_konsultasjon",
    "type_innhold_i_melding",
)


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
