"""Rules of PLO 2.0, a draft whose requirement documents were withdrawn: warnings at most."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare import declaration
from caremsg.declare.edits import copy, drop, put, text, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...editions import PLO_2_0
from ...given import Given
from ...plo.helseopplysninger_saksbehandling import HelseopplysningerSaksbehandling
from ...plo.parts.administrative import FellesAdministrativeOpplysninger
from ...plo.parts.contacts import PasientrelatertKontaktperson
from ...plo.pasientlogistikk import PasientlogistikkV2
from ...plo.sammenfatning import Sammenfatning
from ..reading import blank, code_in
from .headings import has_heading

SAMPLE = "logistikk-tilbakemelding-2.0"
CASE = "helseopplysninger-2.0"
SUMMARY = "sammenfatning-2.0"
DRAFT = (PLO_2_0,)
OWN = Words(
    "The draft has no requirement document; this is what the editions before it ask for.",
    "Utkastet har ikke noe kravdokument; dette er det utgavene før det krever.",
)
"""Why anything is asked of the draft."""


@rule(
    "PLO580",
    "PLO-V2-01",
    source="list of changes of the standard, 2018",
    severity=Severity.WARNING,
    only="sending",
    en="PLO 2.0 is a draft that was withdrawn, and the message is not marked as a test",
    nb="PLO 2.0 er et utkast som er trukket tilbake, og meldingen er ikke merket som test",
    why=Words(
        "Hardly any receiver can read it.",
        "Nesten ingen mottakere kan lese det.",
    ),
    mend=Words(
        "Send PLO 1.6, or set ProcessingStatus to T.",
        "Send PLO 1.6, eller sett ProcessingStatus til T.",
    ),
    editions=DRAFT,
    sample=SAMPLE,
    good=put("MsgInfo", "<ProcessingStatus V='T' DN='Opplæring'/>", after="MsgId"),
    bad=v("MsgInfo/Type", DN=None),
)
def drafts_are_not_sent(
    message: PasientlogistikkV2 | Sammenfatning | HelseopplysningerSaksbehandling, given: Given
) -> Iterator[Breach]:
    """Messages of PLO 2.0 are not sent in production."""
    status = given.head.msg_info.processing_status if given.head is not None else None
    if not code_in(status, "T", "D"):
        yield Breach()


@rule(
    "PLO581",
    "PLO-V2-02",
    source="the schemas of PLO 2.0",
    severity=Severity.WARNING,
    en="the message type in the head is not that of the document",
    nb="meldingstypen i hodet er ikke dokumentets",
    why=OWN,
    mend=Words(
        "Set MsgInfo/Type to the code of the document.",
        "Sett MsgInfo/Type til dokumentets kode.",
    ),
    editions=DRAFT,
    sample=SAMPLE,
    bad=v("MsgInfo/Type", V="LOG_DOD", DN="Orientering om dødsfall"),
)
def the_type_is_that_of_the_draft(
    message: PasientlogistikkV2 | Sammenfatning | HelseopplysningerSaksbehandling, given: Given
) -> Iterator[Breach]:
    """The message type in the head is that of the document."""
    part = message.innhold if isinstance(message, PasientlogistikkV2) else message
    found = declaration(type(part)).message_type
    if given.type and found is not None and given.type != found[0]:
        yield Breach()


@rule(
    "PLO582",
    "PLO-V2-03",
    source="HISD 1154:2018; the schemas of PLO 2.0",
    severity=Severity.WARNING,
    en="the status is not N, M or C",
    nb="statusen er ikke N, M eller C",
    why=OWN,
    mend=Words(
        "Send N, M or C.",
        "Send N, M eller C.",
    ),
    editions=DRAFT,
    sample=SAMPLE,
    bad=v("//Forsendelsesstatus", V="A", DN="Tillegg"),
)
def status_is_sent(part: FellesAdministrativeOpplysninger, _: Given) -> Iterator[Breach]:
    """The status of a care message is N, M or C."""
    if not code_in(part.informasjon_om_forsendelsen.forsendelsesstatus, "N", "M", "C"):
        yield Breach("informasjon_om_forsendelsen.forsendelsesstatus")


@rule(
    "PLO583",
    "PLO-V2-04",
    source="HIS 80704:2014, 5.2.3; the schemas of PLO 2.0",
    severity=Severity.WARNING,
    en="an answer does not refer to the request (ConversationRef)",
    nb="et svar viser ikke til forespørselen (ConversationRef)",
    why=OWN,
    mend=Words(
        "Refer to the request.",
        "Vis til forespørselen.",
    ),
    editions=DRAFT,
    in_cancellation=False,
    sample=SAMPLE,
    bad=(
        drop("//ConversationRef"),
        put(
            "//InformasjonOmForsendelsen",
            "<SvarPaaForesporsel>true</SvarPaaForesporsel>",
            after="Forsendelsesstatus",
        ),
    ),
)
def an_answer_refers_to_its_request(
    part: FellesAdministrativeOpplysninger, given: Given
) -> Iterator[Breach]:
    """An answer refers to the message with the request."""
    head = given.head
    answer = part.informasjon_om_forsendelsen.svar_paa_foresporsel
    if answer and head is not None and head.msg_info.conversation_ref is None:
        yield Breach("informasjon_om_forsendelsen.svar_paa_foresporsel")


@rule(
    "PLO587",
    "PLO-V2-11",
    source="HIS 1144:2014; the schemas of PLO 2.0",
    severity=Severity.WARNING,
    en="there is no text about status or course (headings 9145, 1 and 2)",
    nb="det er ingen tekst om status eller forløp (overskrifter 9145, 1 og 2)",
    why=OWN,
    mend=Words(
        "Write both texts.",
        "Skriv begge tekstene.",
    ),
    editions=DRAFT,
    in_cancellation=False,
    sample=CASE,
    bad=drop("//GenereltJournalnotat"),
)
def status_and_course(message: HelseopplysningerSaksbehandling, given: Given) -> Iterator[Breach]:
    """Health information tells status and expected course."""
    if not all(has_heading(given, 9145, code) for code in ("1", "2")):
        yield Breach("generelt_journalnotat")


@rule(
    "PLO588",
    "PLO-V2-12",
    source="HITS 1174:2017; the schemas of PLO 2.0",
    severity=Severity.WARNING,
    en="nobody can be called: neither unit nor professional with a telephone number",
    nb="ingen kan ringes: verken enhet eller helsepersonell med telefonnummer",
    why=OWN,
    mend=Words(
        "Give TilknyttetEnhet or AnsvarForRapport with a number.",
        "Oppgi TilknyttetEnhet eller AnsvarForRapport med nummer.",
    ),
    editions=DRAFT,
    in_cancellation=False,
    sample=SUMMARY,
    bad=(
        drop("//FellesAdministrativeOpplysninger/TilknyttetEnhet"),
        drop("//FellesAdministrativeOpplysninger/AnsvarForRapport"),
    ),
)
def somebody_can_be_called(part: FellesAdministrativeOpplysninger, _: Given) -> Iterator[Breach]:
    """Somebody can be called about the message."""
    numbers = [unit.kontaktenhet.tele_com for unit in part.tilknyttet_enhet]
    numbers += [report.ansvarlig_rapport.tele_com for report in part.ansvar_for_rapport]
    if not any(numbers):
        yield Breach("tilknyttet_enhet")


@rule(
    "PLO589",
    "PLO-V2-14",
    source="the schemas of PLO 2.0",
    severity=Severity.ADVICE,
    en="more than one next of kin is the nearest",
    nb="mer enn én pårørende er nærmest",
    why=OWN,
    mend=Words(
        "Mark one of them.",
        "Merk én av dem.",
    ),
    editions=DRAFT,
    in_cancellation=False,
    sample=SUMMARY,
    bad=(text("//NarmesteParorende", "true"), copy("//ParorendeForesatt")),
)
def one_is_nearest(part: FellesAdministrativeOpplysninger, _: Given) -> Iterator[Breach]:
    """At most one next of kin is the nearest."""
    nearest = [one for one in part.parorende_foresatt if one.narmeste_parorende]
    if len(nearest) > 1:
        yield Breach("parorende_foresatt")


@rule(
    "PLO590",
    "PLO-V2-03",
    source="caremsg, derived from HISD 1154:2018 and the schemas of PLO 2.0",
    severity=Severity.WARNING,
    en="a cancellation does not say why (Merknad)",
    nb="en kansellering sier ikke hvorfor (Merknad)",
    why=Words(
        "The reader has acted on the message, and must know what was wrong with it.",
        "Leseren har handlet etter meldingen, og må vite hva som var feil med den.",
    ),
    mend=Words(
        "Write the reason in InformasjonOmForsendelsen/Merknad.",
        "Skriv årsaken i InformasjonOmForsendelsen/Merknad.",
    ),
    editions=DRAFT,
    sample=SAMPLE,
    bad=v("//Forsendelsesstatus", V="C", DN="Kansellering"),
)
def a_cancellation_says_why(
    part: FellesAdministrativeOpplysninger, given: Given
) -> Iterator[Breach]:
    """A cancellation says why."""
    if given.cancels and blank(part.informasjon_om_forsendelsen.merknad):
        yield Breach("informasjon_om_forsendelsen.merknad")


@rule(
    "PLO591",
    "PLO-V2-12",
    source="HITS 1174:2017; the schemas of PLO 2.0",
    severity=Severity.WARNING,
    en="the contact person has no name",
    nb="kontaktpersonen har ikke navn",
    why=Words(
        "Nobody can ask for a person without a name.",
        "Ingen kan spørre etter en person uten navn.",
    ),
    mend=Words(
        "Give FamilyName or GivenName in Referanseperson.",
        "Oppgi FamilyName eller GivenName i Referanseperson.",
    ),
    editions=DRAFT,
    in_cancellation=False,
    sample=SUMMARY,
    bad=(
        drop("//PasientrelatertKontaktperson/Referanseperson/FamilyName"),
        drop("//PasientrelatertKontaktperson/Referanseperson/GivenName"),
    ),
)
def a_contact_has_a_name(contact: PasientrelatertKontaktperson, _: Given) -> Iterator[Breach]:
    """A contact person of the patient is named."""
    person = contact.referanseperson
    if blank(person.family_name) and blank(person.given_name):
        yield Breach("referanseperson")


elsewhere(
    Reason.SHAPE,
    {
        "PLO-V2-07": "The five parts are obligatory in the declared class (SCH101).",
        "PLO-V2-08": "The declared class has room for one service (SCH104).",
    },
)
