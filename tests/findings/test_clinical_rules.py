"""The rules about what care messages tell of the patient: edges that one example cannot show."""

import pytest

from caremsg import inspect
from caremsg.check import SENDING, check
from caremsg.declare.edits import Edit, copy, drop, put, text, v
from caremsg.samples.edits import edited

NATIONAL = "2.16.578.1.12.4.1.1."
REPORT, OLD = "innleggelsesrapport-1.6", "innleggelsesrapport-1.5"
LETTER, DOCTOR = "helseopplysninger-til-lege-1.6", "medisinske-opplysninger-1.6"
DISCHARGE, HEALTH = "utskrivningsrapport-1.6", "helseopplysninger-1.6"
OFFER = "orientering-om-tjenestetilbud-1.6"

MAIN = "//MedisinskDiagnose[1]"
CODE = f"{MAIN}/Diagnosekode"
MEDICAL = "//MedisinskfagligeOpplysninger//GenereltJournalnotat/Journaltekst[1]/Overskriftskode"
NURSE = "//InfoFraSykepleier/Journaltekst[1]/Overskriftskode"
SERVICE, DOSE = "//EksisterendeTjeneste[1]", "//AdmAvHelsepersonell[1]"
ALLERGY, WISH = "//Allergi[1]", "//ReservasjonOnske"
SCORE, PLAN = "//KartlagtFunksjon[1]", "//PlanlagtGjennomforingTiltak"
SURVEY = "//SamletVurderingFunksjonsniva/Merknad"
FORM = f"{DOSE}//Legemiddelform"
CANCEL = v("//Forsendelsesstatus", V="C", DN="Kansellering")
STOPPED = v("//StatusTilForskrivningen", V="2", DN="Seponering")
PRESCRIBED = "//ForenkletForskrivning/Forskrivningsinfo"


def words(told: str) -> tuple[Edit, ...]:
    """A diagnosis with these words besides its code."""
    return (put(MAIN, f"<DiagnoseBeskrivelse>{told}</DiagnoseBeskrivelse>"),)


def heading(path: str, system: int, code: str) -> tuple[Edit, ...]:
    """Another heading of a text."""
    return (v(path, S=f"{NATIONAL}{system}", V=code, DN="Overskrift"),)


def assessed(inside: str) -> tuple[Edit, ...]:
    """An assessment by the nurse."""
    whole = f"<InfoVurderinger><InnholdVurdering>{inside}</InnholdVurdering></InfoVurderinger>"
    return (put("//Sykepleierdokumentasjon", whole, before="IverksatteTiltak"),)


def goal(inside: str) -> tuple[Edit, ...]:
    """A goal of the care."""
    whole = (
        f"<InfoMaalForventetRes><InnholdMaaldokument>{inside}</InnholdMaaldokument>"
        "</InfoMaalForventetRes>"
    )
    return (put("//Sykepleierdokumentasjon", whole, after="IverksatteTiltak"),)


def withdrawn(*, on: str = "", by: bool = False) -> tuple[Edit, ...]:
    """A wish that is no longer held."""
    name = "<FamilyName xmlns='http://www.kith.no/xmlstds/felleskomponent1'>Alm</FamilyName>"
    who = f"<TrukketTilbakeAv>{name}</TrukketTilbakeAv>" if by else ""
    day = f"<TrukketTilbakeDato>{on}</TrukketTilbakeDato>" if on else ""
    return (put(WISH, who + day, after="FramsattDato"),)


def ends(at: str) -> Edit:
    """When a dose came to an end."""
    return put(DOSE, f"<AdmSlutt V='{at}'/>", after="AdmStart")


def stopped(day: str) -> tuple[Edit, ...]:
    """All medicines were stopped on a day."""
    numbers = range(1, 5)
    end = f"<DoseringSluttidspunkt V='{day}'/>"
    return (
        STOPPED,
        *(put(f"//Legemiddelinfo[{i}]{PRESCRIBED}", end) for i in numbers),
    )


def found(sample: str, *edits: Edit) -> set[str]:
    """The codes of this family and of failing rules that a changed sample gives a sender."""
    inspection = inspect(edited(sample, edits))
    assert inspection.ok, inspection.report.summary()
    codes = check(inspection, policy=SENDING).codes
    return {code for code in codes if code[:4] in ("PLO2", "CHK0")}


CASES: list[tuple[str, tuple[Edit, ...], set[str]]] = [
    # Diagnoses
    (REPORT, (), set()),
    (REPORT, (drop(CODE), *words(" ")), {"PLO201"}),
    (REPORT, (drop(CODE), *words("Kols")), {"PLO204"}),
    (REPORT, (drop(CODE), CANCEL), set()),
    (REPORT, (v(CODE, S=f"{NATIONAL}7160"),), {"PLO202"}),
    (REPORT, (v(CODE, S=f"{NATIONAL}7171"),), set()),
    (OLD, (v(CODE, S=f"{NATIONAL}7160"),), set()),
    (OLD, (v(CODE, S=f"{NATIONAL}7250"),), {"PLO203"}),
    (REPORT, (v(CODE, V=None, S=None, DN=None, OT="Kols"),), set()),
    (DOCTOR, (v("//TidligereSykdomFragment/Diagnosekode", S=f"{NATIONAL}7120"),), {"PLO202"}),
    (REPORT, (drop(f"{MAIN}/Hoveddiagnose"),), set()),
    (REPORT, (copy(MAIN),), {"PLO205"}),
    (REPORT, (copy(MAIN), drop(f"{MAIN}/Hoveddiagnose")), {"PLO205"}),
    (REPORT, words("Kols, forverret; hjertesvikt"), set()),
    (REPORT, words("Kols; hjertesvikt; diabetes"), {"PLO206"}),
    (REPORT, words("Kols\n"), set()),
    (REPORT, words("Kols\nHjertesvikt\nDiabetes"), {"PLO206"}),
    (REPORT, words("Kols J44.9 og atrieflimmer I489"), {"PLO206"}),
    (REPORT, words("Kols J44.9, J44.9"), set()),
    (REPORT, words("Mangel på B12 og brudd i L1"), set()),
    (DOCTOR, (text("//TidligereSykdom", " "),), {"PLO208"}),
    # Wishes and earlier illness
    (REPORT, withdrawn(on="2025-01-20", by=True), set()),
    (REPORT, withdrawn(on="2025-01-19", by=True), {"PLO210"}),
    (REPORT, withdrawn(by=True), {"PLO210"}),
    (REPORT, withdrawn(on="2025-02-01"), {"PLO210"}),
    (DOCTOR, (drop("//TidligereSykdomFragment"),), {"PLO218"}),
    # Headings
    (REPORT, heading(MEDICAL, 9141, "8"), {"PLO211"}),
    (REPORT, heading(MEDICAL, 9141, "14"), {"PLO211"}),
    (DOCTOR, heading(MEDICAL, 9141, "14"), set()),
    (DOCTOR, heading(MEDICAL, 9141, "8"), {"PLO211"}),
    (DOCTOR, heading(MEDICAL, 9141, "1"), {"PLO211", "PLO215"}),
    (REPORT, heading(MEDICAL, 9143, "1"), set()),
    (REPORT, heading(MEDICAL, 9145, "1"), {"PLO211"}),
    (HEALTH, heading(MEDICAL, 9145, "1"), set()),
    (REPORT, heading(NURSE, 9142, "FU"), {"PLO212"}),
    (REPORT, heading(NURSE, 9143, "1"), {"PLO212"}),
    (REPORT, heading(NURSE, 9145, "1"), {"PLO212"}),
    (REPORT, heading(NURSE, 9141, "88"), set()),
    (REPORT, heading(NURSE, 9141, "11"), {"PLO213"}),
    (OLD, heading(NURSE, 9141, "11"), set()),
    (REPORT, heading(NURSE, 9141, "1"), {"PLO215"}),
    (OLD, heading(NURSE, 9141, "1"), set()),
    (DISCHARGE, heading(NURSE, 9141, "12"), set()),
    (REPORT, heading(MEDICAL, 9142, "SYKM"), {"PLO214"}),
    (LETTER, heading(MEDICAL, 9142, "SYKM"), {"PLO214"}),
    (DOCTOR, heading(MEDICAL, 9142, "SYKM"), set()),
    (REPORT, (v(MEDICAL, DN=" "),), {"PLO216"}),
    (REPORT, (v(MEDICAL, V=None, S=None, DN=None, OT="Fall"),), set()),
    (REPORT, (text("//Journaltekst[1]/Notat", "\n"),), {"PLO217"}),
    # Critical information
    (REPORT, (drop("//StikkordCave"),), set()),
    (REPORT, (drop("//Cave/Allerginotat"),), set()),
    (REPORT, (drop("//Cave/Allerginotat"), text("//CaveStikkord", " ")), {"PLO220"}),
    (REPORT, (drop(f"{ALLERGY}/HensynVedForskrivning"),), {"PLO222", "PLO223"}),
    (REPORT, (drop(f"{ALLERGY}/PollenInnsektstikk"),), {"PLO222"}),
    (
        REPORT,
        (drop(f"{ALLERGY}/VirkestoffLegemiddel"), text("//HensynVedForskrivning", "false")),
        set(),
    ),
    (
        REPORT,
        (
            put(
                ALLERGY,
                "<KodeAnnetStoff V='7' S='1.2.3' DN='Lateks'/>",
                before="AnafylaktiskeReaksjoner",
            ),
        ),
        set(),
    ),
    # Functioning
    (REPORT, (v(f"{SCORE}/Funksjonsvariabel", S=f"{NATIONAL}9115", V="1", DN="GAF-F"),), set()),
    (REPORT, (drop(f"{SCORE}/Vurdering"),), set()),
    (REPORT, (drop(f"{SCORE}/Merknad"),), set()),
    (REPORT, (drop(f"{SCORE}/Vurdering"), text(f"{SCORE}/Merknad", " ")), {"PLO231"}),
    (REPORT, (drop("//SamletVurderingFunksjonsniva"),), {"PLO232"}),
    (REPORT, (text(SURVEY, "Som i høst"),), {"PLO232"}),
    (REPORT, (text(SURVEY, "Har 1450 poeng på 7og 14"),), {"PLO232"}),
    (REPORT, (text(SURVEY, "Kartlagt 140926"),), set()),
    (REPORT, (text(SURVEY, "Kartlagt i mai 2026"),), set()),
    (REPORT, (text(SURVEY, "Kartlagt 14/9"),), set()),
    (OLD, (text(SURVEY, "Som før"),), set()),
    # The plan of care
    (REPORT, (text("//IntervensjonTiltakBeskrivelse", " "),), {"PLO234"}),
    (
        REPORT,
        (put(PLAN, "<PlanlagtSlutt>2026-09-14</PlanlagtSlutt>", after="PlanlagtStart"),),
        set(),
    ),
    (REPORT, assessed("<VurderingenGjelder>Søvn</VurderingenGjelder>"), set()),
    (REPORT, assessed("<VurderingenGjelder> </VurderingenGjelder>"), {"PLO236"}),
    (
        REPORT,
        assessed(
            "<VurderingenGjelder>Søvn</VurderingenGjelder><Enkeltvurdering>"
            "<VurderingTekst>God</VurderingTekst></Enkeltvurdering>"
        ),
        set(),
    ),
    (REPORT, goal("<Beskrivelse>Gå selv</Beskrivelse>"), set()),
    (REPORT, goal("<Beskrivelse> </Beskrivelse>"), {"PLO236"}),
    (
        REPORT,
        goal(f"<MaalForventetResultat V='0200' S='{NATIONAL}7140' DN='Gange'/>"),
        set(),
    ),
    (
        REPORT,
        goal(
            "<Beskrivelse>Gå selv</Beskrivelse>"
            "<FraDato>2026-09-02</FraDato><TilDato>2026-09-01</TilDato>"
        ),
        {"PLO236"},
    ),
    # Services and appointments
    (REPORT, (v(f"{SERVICE}/IPLOStjenestetype", S=f"{NATIONAL}9111"),), {"PLO242"}),
    (REPORT, (v(f"{SERVICE}/IPLOStjenestetype", V=None, OT="Pleie"),), {"PLO242"}),
    (REPORT, (drop(f"{SERVICE}/AntallEnheter"), drop(f"{SERVICE}/Enhet")), set()),
    (REPORT, (text(f"{SERVICE}/AntallEnheter", "0"),), {"PLO241"}),
    (REPORT, (text(f"{SERVICE}/AntallEnheter", "0.5"),), set()),
    (REPORT, (put(SERVICE, "<Sluttdato>2024-03-01</Sluttdato>", after="Startdato"),), set()),
    (DISCHARGE, (drop("//TidspunktTime"), text("//BestiltKontrolltime", "false")), {"PLO246"}),
    (DISCHARGE, (drop("//TentativtTidspunktTime"),), set()),
    (DISCHARGE, (drop("//TentativtTidspunktTime"), text("//Merknad", " ")), {"PLO245"}),
    # Medicines
    (REPORT, stopped("2026-10-05"), set()),
    (REPORT, stopped("2026-10-06"), {"PLO250"}),
    (REPORT, stopped("2001-01-01"), {"PLO251"}),
    (REPORT, (v("//AdmStart", V="2026-10-05"),), set()),
    (REPORT, (v("//AdmStart", V="2026-10"),), {"PLO252"}),
    (REPORT, (text("//AdministrertAv/FamilyName", " "),), {"PLO253"}),
    (REPORT, (drop("//AdministrertAv"), drop("//Forskriver")), set()),
    (REPORT, (ends("2026-10-05T12:55:00"),), set()),
    (REPORT, (ends("2026-10-05T12:54:00"),), {"PLO254"}),
    (REPORT, (ends("2026-10-05T12:56:00"),), {"PLO257"}),
    (REPORT, (ends("2026-10-05T13:55:00"), v(FORM, V="16", DN="Infusjonsvæske")), set()),
    (REPORT, (ends("2026-10-05T13:55:00"), v(FORM, V="9", DN="Depotplaster")), set()),
    (REPORT, (ends("2026-10-05T13:55:00"), drop(FORM)), set()),
]


@pytest.mark.parametrize("sample, edits, codes", CASES)
def test_a_changed_sample_has_these_findings(
    sample: str, edits: tuple[Edit, ...], codes: set[str]
) -> None:
    """No more, and no fewer, of the rules about what is told of the patient."""
    assert found(sample, *edits) == codes


def test_a_list_of_medicines_from_the_doctor_is_a_message() -> None:
    """It is what may be sent when the receiver has no use for an extract of the record."""
    own = ("InfoMedisinskDiagnose", "MedisinskfagligeOpplysninger", "OpplysningerTilSoknad")
    others = (*own, "TjenesteBehov")
    edits = [drop(f"//OverforingMedisinskeOpplysninger/{name}") for name in others]
    assert "PLO256" not in found(DOCTOR, *edits)


def test_each_heading_is_blamed_by_itself() -> None:
    """Not only the first one of a part."""
    edits = (v("//InfoFraSykepleier//Overskriftskode", S=f"{NATIONAL}9142", V="FU", DN="Funn"),)
    places = [f.where.path for f in check(edited(REPORT, edits)) if f.code == "PLO212"]
    assert [place.rpartition("info_fra_sykepleier.")[2] for place in places] == [
        "journaltekst[0].overskriftskode",
        "journaltekst[1].overskriftskode",
    ]
