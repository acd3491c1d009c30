"""The rules that all care messages share: their edges, which one example each cannot show."""

import pytest

from caremsg import inspect
from caremsg.check import SENDING, check
from caremsg.declare.edits import Edit, copy, drop, put, text, v
from caremsg.samples.edits import edited

NATIONAL = "2.16.578.1.12.4.1.1."
REPORT, OLD = "innleggelsesrapport-1.6", "innleggelsesrapport-1.5"
CANCELLED, OFFER = "innleggelsesrapport-kansellering-1.6", "orientering-om-tjenestetilbud-1.6"
DOCTOR, AWAY = "medisinske-opplysninger-1.6", "fravarsmelding-1.5"
LETTER = "helseopplysninger-til-lege-1.6"
ADMITTED, READY = "logistikk-innlagt-1.6", "logistikk-utskrivningsklar-1.6"
WITHDRAWN, DEATH = "logistikk-avmelding-1.6", "logistikk-dodsfall-1.6"

CANCEL = v("//Forsendelsesstatus", V="C", DN="Kansellering")
CHANGE = v("//Forsendelsesstatus", V="M", DN="Endring")
FROM_GP = v("//AnsvarligRapport/RoleToPatient", V="6", DN="Fastlege")
INTERN = v("//AnsvarligRapport/RoleToPatient", V="16", DN="Turnuslege")
GP = v("//Kontaktperson/RoleToPatient", V="6", DN="Fastlege")
NEED = "//AssistertKommunikasjon"
TIME = "//TidspunktForHendelse"


def status_is(*edits: Edit) -> tuple[Edit, ...]:
    """With the reference that a change and a cancellation have."""
    reference = put(
        "MsgInfo",
        "<ConversationRef><RefToParent>46c438a6-a396-5c62-a284-95b10316c5e7</RefToParent>"
        "<RefToConversation>4bd84826-2c82-5d41-816f-c238823fcf42</RefToConversation>"
        "</ConversationRef>",
        after="MsgId",
    )
    return (reference, *edits)


def asked(system: int, code: str) -> tuple[Edit, ...]:
    """An answer, with the kind of its request."""
    request = put(
        "//InformasjonOmForsendelsen",
        "<SvarPaaForesporsel>true</SvarPaaForesporsel><Foresporsel>"
        f"<TypeForesp V='{code}' S='{NATIONAL}{system}' DN='Tekst'/></Foresporsel>",
        after="Forsendelsesstatus",
    )
    return status_is(request)


def mail(path: str) -> Edit:
    """A mail address in the place of a number."""
    return v(f"{path}//TeleAddress", V="mailto:post@example.no")


def at(time: str, *, estimate: bool, event: int = 1) -> tuple[Edit, ...]:
    """One of the events at another time."""
    place = f"//TidsfestetHendelse[{event}]"
    told = text(f"{place}/Anslag", str(estimate).lower())
    return (v(f"{place}/TidspunktForHendelse", V=time), told)


def found(sample: str, *edits: Edit) -> set[str]:
    """The codes of this family and of failing rules that a changed sample gives a sender."""
    inspection = inspect(edited(sample, edits))
    assert inspection.ok, inspection.report.summary()
    codes = check(inspection, policy=SENDING).codes
    return {code for code in codes if code[:4] in ("PLO1", "CHK0")}


CASES: list[tuple[str, tuple[Edit, ...], set[str]]] = [
    # What a sending is
    (OLD, status_is(CHANGE), set()),
    (OFFER, status_is(CHANGE), {"PLO103"}),
    (OFFER, status_is(CANCEL), set()),
    (AWAY, (CHANGE,), {"PLO107"}),
    (AWAY, (CANCEL,), {"PLO107"}),
    (OLD, (CHANGE,), {"PLO104"}),
    (REPORT, (CHANGE,), set()),
    # A cancellation
    (CANCELLED, (), set()),
    (CANCELLED, (text("//Notat", " "),), {"PLO105"}),
    (REPORT, (CANCEL,), {"PLO106"}),
    (ADMITTED, status_is(CANCEL, drop("//StedForHendelse")), {"PLO105"}),
    # Whom to call
    (REPORT, (mail("//Kontaktenhet"), mail("//AnsvarligRapport")), {"PLO112", "PLO116", "PLO117"}),
    (REPORT, (v("//Kontaktenhet//TeleAddress", V="99999301"),), {"PLO117"}),
    (REPORT, (drop("//AnsvarligRapport/TeleCom"),), set()),
    (REPORT, (drop("//TilknyttetEnhet"), mail("//AnsvarligRapport")), {"PLO112", "PLO116"}),
    (REPORT, (v("//AnsvarligRapport/Ident/TypeId", S=f"{NATIONAL}9051"),), {"PLO118"}),
    (OLD, (drop("//AnsvarligRapport/TypeHealthcareProfessional"),), {"PLO125"}),
    (OLD, (drop("//Kontaktperson/TypeHealthcareProfessional"),), set()),
    (REPORT, (GP, drop("//Kontaktperson/TypeHealthcareProfessional")), set()),
    # The patient's own doctor
    (REPORT, (GP, drop("//Kontaktperson/GivenName")), {"PLO120"}),
    (
        REPORT,
        (GP, drop("//Kontaktperson/GivenName"), drop("//Kontaktperson/FamilyName")),
        {"PLO126"},
    ),
    (DOCTOR, (FROM_GP, drop("//AnsvarligRapport/TeleCom")), {"PLO121"}),
    (DOCTOR, (INTERN, drop("//AnsvarligRapport/TeleCom")), set()),
    (DEATH, (FROM_GP, drop("//AnsvarligRapport/TeleCom")), {"PLO121"}),
    (ADMITTED, (FROM_GP, drop("//AnsvarligRapport/TeleCom")), set()),
    # The request that is answered
    (OLD, asked(9154, "1"), set()),
    (OLD, asked(9152, "1"), {"PLO136"}),
    (LETTER, asked(9153, "5"), set()),
    (OFFER, asked(9154, "1"), {"PLO136"}),
    (DOCTOR, asked(9152, "1"), set()),
    (DOCTOR, asked(9065, "5"), {"PLO133"}),
    # A need for help with communication
    (REPORT, (drop(f"{NEED}/*"),), {"PLO149"}),
    (REPORT, (drop(f"{NEED}/Horselsvikt"),), set()),
    (REPORT, (drop(f"{NEED}/Horselsvikt"), text(f"{NEED}/Merknad", " ")), {"PLO149"}),
    (REPORT, (drop(f"{NEED}/Merknad"),), set()),
    # Events
    (ADMITTED, at("2026-10-05T14:20:00", estimate=False), set()),
    (ADMITTED, at("2026-10-05T23:59:00", estimate=False), {"PLO152"}),
    (ADMITTED, at("2026-10-05T00:01:00", estimate=True), {"PLO152"}),
    (ADMITTED, at("2026-10-05", estimate=True), set()),
    (ADMITTED, at("2026-10-05", estimate=False), set()),
    (ADMITTED, at("2026-10-06", estimate=False), {"PLO152"}),
    (READY, at("2026-12-01", estimate=True, event=2), set()),
    (READY, at("2026-12-01T10:00:00", estimate=True, event=2), {"PLO151"}),
    (READY, at("2026-12-01", estimate=False, event=2), set()),
    (WITHDRAWN, (v("//TidsfestetHendelse[1]/Hendelsekode", V="2"),), {"PLO155"}),
    ("helseopplysninger-1.6", (v("//Hendelsekode", V="13"),), {"PLO155"}),
    ("utskrivningsrapport-1.6", (v("//Hendelsekode", V="3"),), set()),
    ("utskrivningsrapport-1.6", (v("//Hendelsekode", V="4"),), {"PLO155"}),
    # Texts
    (REPORT, (text("//Journaltekst[1]/Notat", "BT < 120/80, puls > 100"),), set()),
    (REPORT, (text("//Journaltekst[1]/Notat", "Hb <10 og CRP</= 50"),), set()),
    (REPORT, (text("//Journaltekst[1]/Notat", "Linje<br>to"),), {"PLO160"}),
    (REPORT, (text("//Journaltekst[1]/Notat", "Linje<br />to"),), {"PLO160"}),
    (REPORT, (text("//Journaltekst[1]/Notat", "<B>Fall</B>"),), {"PLO160"}),
    (REPORT, (text("//CaveStikkord[1]", "<em>Latex</em>"),), {"PLO160"}),
    (OLD, (text("//CaveStikkord[1]", "x" * 35),), set()),
    (OLD, (text("//CaveStikkord[1]", "x" * 36),), {"PLO162"}),
    (REPORT, (text("//CaveStikkord[1]", "x" * 36),), set()),
    (OLD, (text("//VurderingPleietyngde", "x" * 101),), {"PLO162"}),
    # What is sent only when it is true
    (REPORT, (text(f"{NEED}/Horselsvikt", "false"),), {"PLO163"}),
    (OLD, (text(f"{NEED}/Horselsvikt", "false"),), set()),
    (REPORT, (text("//BandasjemateriellEngangsutstyr", "0"),), {"PLO163"}),
    # Entries of the record
    (REPORT, (copy("//Legemiddelinfo"),), {"PLO161"}),
    (REPORT, (v("//SakshodeCave", komponentID=" "),), {"PLO161"}),
]


@pytest.mark.parametrize("sample, edits, codes", CASES)
def test_a_changed_sample_has_these_findings(
    sample: str, edits: tuple[Edit, ...], codes: set[str]
) -> None:
    """No more, and no fewer, of the rules that all care messages share."""
    assert found(sample, *edits) == codes


def test_a_finding_of_an_identifier_names_the_kind_of_entry() -> None:
    """The whole message is blamed, so the text tells which entry it is."""
    report = check(edited(REPORT, (v("//SakshodeCave", komponentID=" "),)))
    assert any(f.code == "PLO161" and "SakshodeCave" in f.text for f in report)


def test_each_text_that_is_too_long_is_blamed() -> None:
    """Not only the first one, and with the number of the keyword."""
    keywords = f"<Stikkord>kort</Stikkord><Stikkord>{'x' * 71}</Stikkord>"
    edits = (
        put("//Tiltaksbeskrivelse", keywords, after="KategoriHelsepersonell"),
        text("//CaveStikkord", "x" * 36),
    )
    places = [f.where.path for f in check(edited(OLD, edits)) if f.code == "PLO162"]
    assert len(places) == 3
    assert places[-1].endswith("tiltaksbeskrivelse.stikkord[1]")
