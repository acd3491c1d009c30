"""Rules about which service sends and receives (HIS 1153-1, HIS 1153-3, HIS 1143 to 1149).

A service is known by its name in the head, since its type is in the address register only.
A name that is in no list of services says nothing, and breaks no rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from caremsg.codes import code_system
from caremsg.declare.edits import put, text
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...given import Given
from ...msghead import MsgInfo, Organisation, Receiver, Sender
from ..reading import blank, code_in

SAMPLE = "innleggelsesrapport-1.6"

NURSING, CASES, DOCTORS, EMERGENCY = "KP02", "KD0501", "KP01", "KX05"
MENTAL, GP, HOSPITAL = "KP03", "GP", "hospital"
"""What a party can be: a municipal service by its code in 8663, a doctor, or a hospital."""

_WARDS = frozenset({HOSPITAL, EMERGENCY})
_CARE = frozenset({NURSING, MENTAL})
_MUNICIPAL = frozenset({NURSING, MENTAL, CASES, DOCTORS})
_WAYS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "LOG_INNLAGT": (_WARDS, _CARE),
    "LOG_UTSKRIVNINGSKLAR": (_WARDS, frozenset({CASES})),
    "LOG_AVMELDING": (_WARDS, frozenset({CASES})),
    "LOG_UTSKREVET": (_WARDS, _CARE),
    "LOG_DOD": (_CARE | {GP}, _CARE | {GP}),
    "INNLEGGELSESRAPPORT": (_MUNICIPAL, _WARDS),
    "HELSEOPPL_SOKNAD": (_WARDS, frozenset({CASES})),
    "UTSKRIVNINGSRAPPORT": (_WARDS, _CARE),
    "ORIENTERING_TJENESTETILBUD": (frozenset({CASES}), frozenset({GP})),
    "HELSEOPPLYSNINGER_LEGE": (_MUNICIPAL, frozenset({GP})),
    "MEDISINSKE_OPPLYSNINGER": (frozenset({GP}), _MUNICIPAL),
}
"""Who sends a message, and who receives it, by message type."""

_OLDER = {
    "sykepleietjeneste, pleie- og omsorg": NURSING,
    "saksbehandler, pleie, omsorg, rehab": CASES,
    "legetjeneste, pleie- og omsorg": DOCTORS,
    "øyeblikkelig hjelp døgntilbud": EMERGENCY,
    "somatikk plo meldingsmottak": HOSPITAL,
    "psykiatri plo meldingsmottak": HOSPITAL,
}
_MUNICIPAL_LIST, _GP_LIST = 8663, "KX17"
_HOSPITAL_LISTS = (8668, 8656, 8655)
_OTHER_LISTS = (8666, 8654, 8657, 8658, 8659, 8660, 8662, 8664, 8669)


@cache
def _services() -> dict[str, str]:
    """The names of all services, and what kind of party each is."""
    found = {code.display.lower(): "other" for n in _OTHER_LISTS for code in code_system(n)}
    found |= {code.display.lower(): HOSPITAL for n in _HOSPITAL_LISTS for code in code_system(n)}
    for code in code_system(_MUNICIPAL_LIST):
        found[code.display.lower()] = GP if code.code == _GP_LIST else code.code
    return found | _OLDER


def party_of(unit: Organisation) -> str | None:
    """What kind of party an organisation in the head is; None when its name does not tell."""
    if unit.organisation is None:
        return GP if unit.healthcare_professional is not None else None
    return _kind(unit.organisation.organisation_name or "")


@cache
def _kind(name: str) -> str | None:
    """The kind of a service; a place or a function may follow its name."""
    name = " ".join(name.lower().split())
    known = _services()
    if name in known:
        return known[name]
    fitting = [
        other for other in known if name.startswith(other) and not name[len(other)].isalpha()
    ]
    return known[max(fitting, key=len)] if fitting else None


@rule(
    "ENV120",
    "PLO-AD-11",
    "PLO-IR-01",
    "PLO-HO-01",
    "PLO-LE-01",
    "PLO-OT-01",
    "PLO-MO-01",
    "PLO-UR-01",
    "PLO-LI-01",
    "PLO-LU-01",
    "PLO-LA-01",
    "PLO-LX-01",
    "PLO-LD-01",
    "ADR-09",
    source="HIS 1143 to 1149, 3; HIS 1153-1:2016, AD1.18; HIS 1153-3, AD3.1",
    en="the message is addressed to a service that does not handle this message type",
    nb="meldingen er adressert til en tjeneste som ikke behandler denne meldingstypen",
    why=Words(
        "It lies in an inbox where nobody waits for it, and the patient waits too.",
        "Den blir liggende i en innboks der ingen venter på den, og pasienten venter også.",
    ),
    mend=Words(
        "Address the service that shall act: case handling for applications and readiness for "
        "discharge, nursing for admission and discharge, the doctor for questions.",
        "Adresser tjenesten som skal handle: saksbehandling for søknad og utskrivningsklar, "
        "sykepleietjenesten for innleggelse og utskrivning, legen for spørsmål.",
    ),
    sample=SAMPLE,
    bad=text("//Receiver/Organisation/Organisation/OrganisationName", "Saksbehandling"),
)
def the_right_service_receives(info: MsgInfo, given: Given) -> Iterator[Breach]:
    """A care message goes to the service that handles its type."""
    way = _WAYS.get(given.type)
    if way is not None:
        kind = party_of(info.receiver.organisation)
        if kind is not None and kind not in way[1]:
            yield Breach("receiver.organisation")


@rule(
    "ENV121",
    "PLO-AD-12",
    "ADR-10",
    source="HIS 1143 to 1149, 3; HIS 1153-1:2016, AD1.19; HIS 1153-3, AD3.2",
    severity=Severity.WARNING,
    en="the message comes from a service that does not send this message type",
    nb="meldingen kommer fra en tjeneste som ikke sender denne meldingstypen",
    why=Words(
        "Answers and acknowledgements go back to a service that knows nothing of it.",
        "Svar og kvitteringer går tilbake til en tjeneste som ikke kjenner til den.",
    ),
    mend=Words(
        "Send from the service where the patient is treated.",
        "Send fra tjenesten der pasienten behandles.",
    ),
    sample=SAMPLE,
    bad=text("//Sender/Organisation/Organisation/OrganisationName", "PLO innleggelse somatikk"),
)
def the_right_service_sends(info: MsgInfo, given: Given) -> Iterator[Breach]:
    """A care message comes from a service that sends its type."""
    way = _WAYS.get(given.type)
    if way is not None:
        kind = party_of(info.sender.organisation)
        if kind is not None and kind not in way[0]:
            yield Breach("sender.organisation")


@rule(
    "ENV122",
    "PLO-AD-10",
    source="HIS 1153-3, AD3.3 to AD3.21",
    severity=Severity.ADVICE,
    only="sending",
    en="the service is called by no name of the lists of services",
    nb="tjenesten er ikke kalt noe navn i listene over tjenestetyper",
    why=Words(
        "People and programs choose and recognise services by these names.",
        "Mennesker og programmer velger og kjenner igjen tjenester på disse navnene.",
    ),
    mend=Words(
        "Use the name in the address register: the type of service, then perhaps a place.",
        "Bruk navnet i Adresseregisteret: tjenestetypen, og så eventuelt et sted.",
    ),
    sample=SAMPLE,
    bad=text("//Sender/Organisation/Organisation/OrganisationName", "Avdeling 7"),
)
def a_service_has_its_name(party: Sender | Receiver, given: Given) -> Iterator[Breach]:
    """A service is called by the name of its type."""
    service = party.organisation.organisation
    if service is None or blank(service.organisation_name) or given.type not in _WAYS:
        return
    if party_of(party.organisation) is None:
        yield Breach("organisation.organisation.organisation_name")


@rule(
    "ENV123",
    "PLO-AD-13",
    source="HIS 80704:2009, notes of change; HIS 1153-1:2016, 5.3",
    severity=Severity.WARNING,
    en="a person stands in the head below a service",
    nb="en person står i hodet under en tjeneste",
    why=Words(
        "The service is addressed, not the person; a reply to the person does not arrive.",
        "Tjenesten er adressert, ikke personen; et svar til personen kommer ikke frem.",
    ),
    mend=Words(
        "Name the person in the document, as responsible or as contact.",
        "Oppgi personen i dokumentet, som ansvarlig eller som kontakt.",
    ),
    sample=SAMPLE,
    bad=put(
        "//Sender/Organisation/Organisation",
        "<HealthcareProfessional><FamilyName>Testvik</FamilyName><GivenName>Embla</GivenName>"
        "<Ident><Id>990010005</Id><TypeId V='HPR' S='2.16.578.1.12.4.1.1.8116' "
        "DN='HPR-nummer'/></Ident></HealthcareProfessional>",
    ),
)
def nobody_below_a_service(party: Sender | Receiver, given: Given) -> Iterator[Breach]:
    """In a care message no person stands below a service that sends or receives."""
    service = party.organisation.organisation
    if service is not None and service.healthcare_professional and given.type in _WAYS:
        yield Breach("organisation.organisation.healthcare_professional")


@rule(
    "ENV124",
    "PLO-AD-17",
    source="caremsg, derived from HIS 80704:2009, notes of change",
    severity=Severity.ADVICE,
    en="an address or telephone number of a party in the head is for letters only",
    nb="en adresse eller et telefonnummer for en part i hodet er bare til brev",
    why=Words(
        "Readers look for contact information in the document; in the head few see it.",
        "Lesere leter etter kontaktinformasjon i dokumentet; i hodet er det få som ser den.",
    ),
    mend=Words(
        "Give contact information in the document (AnsvarForRapport, TilknyttetEnhet).",
        "Oppgi kontaktinformasjon i dokumentet (AnsvarForRapport, TilknyttetEnhet).",
    ),
    sample=SAMPLE,
    bad=put(
        "//Sender/Organisation",
        "<TeleCom><TypeTelecom V='WP' DN='Arbeidsplass'/><TeleAddress V='tel:99999301'/></TeleCom>",
        after="Ident",
    ),
)
def contact_is_in_the_document(party: Sender | Receiver, given: Given) -> Iterator[Breach]:
    """In a care message the parties of the head have no address and no telephone number."""
    if given.type not in _WAYS or code_in(party.com_method, "PST"):
        return
    unit, path = party.organisation, "organisation"
    for _ in range(2):
        if unit.address is not None or unit.tele_com:
            yield Breach(f"{path}.{'address' if unit.address is not None else 'tele_com'}")
        if unit.organisation is None:
            return
        unit, path = unit.organisation, f"{path}.organisation"


elsewhere(
    Reason.EXCHANGE,
    {
        "ADR-01": "Which parties an organisation has is in the address register.",
        "ADR-02": "Which parties an organisation has is in the address register.",
        "ADR-15": "What kind of organisation the receiver is stands in the address register.",
    },
)
elsewhere(
    Reason.HUMAN,
    {"ADR-13": "Whether a list has no doctor of its own is known to the register only."},
)
