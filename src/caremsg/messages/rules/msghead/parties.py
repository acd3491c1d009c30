"""Rules about who sends and who receives (HIS 80601, HIS 1153-2).

An organisation in the head has two levels: the organisation itself, and below it the
service or the person that is the party of the communication.
"""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import copy, drop, put, text, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...common import HealthcareProfessional, Ident
from ...given import Given
from ...msghead import MsgInfo, Organisation, OtherReceiver, Receiver, Sender
from ..reading import blank, code_in, of_system

SAMPLE = "innleggelsesrapport-1.6"
DOCTOR = "medisinske-opplysninger-1.6"

_FOUND_BY = Words(
    "Messages and acknowledgements find their way by HER-id, and people know the party by name.",
    "Meldinger og kvitteringer finner frem med HER-id, og mennesker kjenner parten på navnet.",
)
_FROM_THE_REGISTER = Words(
    "Take name and HER-id from the national address register (Adresseregisteret).",
    "Hent navn og HER-id fra Adresseregisteret.",
)


def her_id(idents: tuple[Ident, ...]) -> str | None:
    """The HER-id among some identifiers, without blanks around it."""
    return next((i.id.strip() for i in idents if code_in(i.type_id, "HER")), None)


@rule(
    "ENV101",
    "HEAD-31",
    source="HIS 80601:2006",
    en="the organisation has no name, or no identifier",
    nb="virksomheten har ikke navn, eller ikke identifikator",
    why=_FOUND_BY,
    mend=_FROM_THE_REGISTER,
    sample=SAMPLE,
    bad=text("//Sender/Organisation/OrganisationName", " "),
)
def an_organisation_is_known(unit: Organisation, _: Given) -> Iterator[Breach]:
    """An organisation in the head has a name and an identifier."""
    if blank(unit.organisation_name):
        yield Breach("organisation_name")
    if not any(not blank(ident.id) for ident in unit.ident):
        yield Breach("ident")


@rule(
    "ENV102",
    "HEAD-32",
    "HEAD-34",
    "PLO-AD-01",
    "ADR-05",
    "ADR-06",
    source="HIS 1153-2:2016, AD2.2, AD2.3 and AD2.6",
    en="the organisation (first level) has no HER-id",
    nb="virksomheten (første nivå) har ingen HER-id",
    why=_FOUND_BY,
    mend=_FROM_THE_REGISTER,
    sample=SAMPLE,
    bad=v("//Sender/Organisation/Ident/TypeId", V="LOK", DN="Lokal identifikator"),
)
def the_organisation_has_a_her_id(party: Sender | Receiver, given: Given) -> Iterator[Breach]:
    """Sender and receiver are organisations with a HER-id."""
    if blank(her_id(party.organisation.ident)):
        yield Breach("organisation.ident")


@rule(
    "ENV103",
    "HEAD-33",
    "PLO-AD-02",
    "ADR-07",
    source="HIS 1153-2:2016, AD2.2, AD2.7 and AD2.8",
    en="below the organisation there is not exactly one service or person",
    nb="under virksomheten er det ikke nøyaktig én tjeneste eller person",
    why=Words(
        "The second level says who shall handle the message; with none it lies in a common "
        "inbox, with two nobody knows whose it is.",
        "Andre nivå sier hvem som skal behandle meldingen; uten det blir den liggende i en felles "
        "innboks, med to vet ingen hvem som har den.",
    ),
    mend=Words(
        "Address a service in Organisation/Organisation, or a doctor in HealthcareProfessional.",
        "Adresser en tjeneste i Organisation/Organisation, eller en lege i HealthcareProfessional.",
    ),
    sample=SAMPLE,
    bad=drop("//Receiver/Organisation/Organisation"),
)
def one_party_below(party: Sender | Receiver, _: Given) -> Iterator[Breach]:
    """Sender and receiver have exactly one service or person below the organisation."""
    unit = party.organisation
    if (unit.organisation is None) == (unit.healthcare_professional is None):
        yield Breach("organisation")


@rule(
    "ENV104",
    "HEAD-33",
    "HEAD-35",
    "PLO-AD-03",
    source="HIS 1153-2:2016, AD2.4 and AD2.7",
    en="the service (second level) has no HER-id",
    nb="tjenesten (andre nivå) har ingen HER-id",
    why=_FOUND_BY,
    mend=_FROM_THE_REGISTER,
    sample=SAMPLE,
    bad=v(
        "//Receiver/Organisation/Organisation/Ident/TypeId",
        V="LOK",
        DN="Lokal identifikator uten nærmere angivelse",
    ),
)
def the_service_has_a_her_id(party: Sender | Receiver, _: Given) -> Iterator[Breach]:
    """A service that sends or receives has a HER-id; its name is asked for above."""
    service = party.organisation.organisation
    if service is not None and blank(her_id(service.ident)):
        yield Breach("organisation.organisation.ident")


@rule(
    "ENV105",
    "HEAD-33",
    "HEAD-36",
    "PLO-AD-04",
    source="HIS 1153-2:2016, AD2.8",
    en="the person (second level) lacks {part}",
    nb="personen (andre nivå) mangler {part}",
    why=_FOUND_BY,
    mend=_FROM_THE_REGISTER,
    sample=DOCTOR,
    bad=drop("//Sender/Organisation/HealthcareProfessional/GivenName"),
)
def the_person_is_known(party: Sender | Receiver, _: Given) -> Iterator[Breach]:
    """A person who sends or receives has family name, given name and HER-id."""
    person = party.organisation.healthcare_professional
    if person is None or party.organisation.organisation is not None:
        return
    at = "organisation.healthcare_professional"
    if blank(person.family_name):
        yield Breach(f"{at}.family_name", part=Words("the family name", "etternavn"))
    if blank(person.given_name):
        yield Breach(f"{at}.given_name", part=Words("the given name", "fornavn"))
    if blank(her_id(person.ident)):
        yield Breach(f"{at}.ident", part=Words("a HER-id", "HER-id"))


@rule(
    "ENV106",
    "HEAD-37",
    "PLO-AD-09",
    source="HIS 80601:2006; HIS 1153-2:2016, 4.3",
    severity=Severity.WARNING,
    en="there is a third level of organisations, which no address has",
    nb="det er et tredje nivå av virksomheter, som ingen adresse har",
    why=Words(
        "Receivers look at two levels; what is said on a third is lost.",
        "Mottakere ser på to nivåer; det som står på et tredje, går tapt.",
    ),
    mend=Words(
        "Name the organisation and the service; say the rest in the document.",
        "Oppgi virksomheten og tjenesten; si resten i dokumentet.",
    ),
    sample=SAMPLE,
    bad=put(
        "//Sender/Organisation/Organisation",
        "<Organisation><OrganisationName>Sone øst</OrganisationName><Ident><Id>9900109</Id>"
        "<TypeId V='HER' S='2.16.578.1.12.4.1.1.9051' DN='HER-id'/></Ident></Organisation>",
    ),
)
def two_levels(party: Sender | Receiver, _: Given) -> Iterator[Breach]:
    """An address has at most two levels of organisations."""
    service = party.organisation.organisation
    if service is not None and service.organisation is not None:
        yield Breach("organisation.organisation.organisation")


@rule(
    "ENV107",
    "HEAD-55",
    "PLO-AD-08",
    source="caremsg, derived from HIS 1153-2:2016",
    severity=Severity.WARNING,
    en="two parties of the message have the same HER-id",
    nb="to parter i meldingen har samme HER-id",
    why=Words(
        "A message from a party to itself, or a service with the number of its organisation, "
        "goes astray.",
        "En melding fra en part til seg selv, eller en tjeneste med virksomhetens nummer, "
        "kommer på avveie.",
    ),
    mend=_FROM_THE_REGISTER,
    sample=SAMPLE,
    bad=text("//Receiver/Organisation/Organisation/Ident/Id", "9900101"),
)
def parties_differ(info: MsgInfo, _: Given) -> Iterator[Breach]:
    """Sender and receiver differ, and each service has another HER-id than its organisation."""
    sender, receiver = info.sender.organisation, info.receiver.organisation
    ids = [_second(sender), _second(receiver)]
    if ids[0] is not None and ids[0] == ids[1]:
        yield Breach("receiver.organisation")
    for name, unit, below in (("sender", sender, ids[0]), ("receiver", receiver, ids[1])):
        if below is not None and below == her_id(unit.ident):
            yield Breach(f"{name}.organisation")


def _second(unit: Organisation) -> str | None:
    below = unit.organisation or unit.healthcare_professional
    return her_id(below.ident) if below is not None else None


@rule(
    "ENV108",
    "HEAD-39",
    "PLO-AD-05",
    source="HIS 1153-2:2016; HIS 80601:2006",
    severity=Severity.WARNING,
    en="the HER-id of an organisation is of code system 9051",
    nb="HER-id for en virksomhet er fra kodeverk 9051",
    why=Words(
        "Strict receivers look the kind of identifier up in the list of organisations.",
        "Strenge mottakere slår opp typen identifikator i listen for virksomheter.",
    ),
    mend=Words(
        "Write S=2.16.578.1.12.4.1.1.9051; only persons have 8116, and there both are read.",
        "Skriv S=2.16.578.1.12.4.1.1.9051; bare personer har 8116, og der leses begge.",
    ),
    sample=SAMPLE,
    bad=v("//Sender/Organisation/Ident/TypeId", S="2.16.578.1.12.4.1.1.8116"),
)
def organisations_use_9051(unit: Organisation, _: Given) -> Iterator[Breach]:
    """The kind of an organisation's identifier is a code of 9051."""
    for i, ident in enumerate(unit.ident):
        if code_in(ident.type_id, "HER") and of_system(ident.type_id, 8116):
            yield Breach(f"ident[{i}].type_id")


@rule(
    "ENV109",
    "HEAD-41",
    source="caremsg, derived from HIS 80601:2006",
    en="two identifiers of one kind have different values",
    nb="to identifikatorer av samme type har ulike verdier",
    why=Words(
        "Only one of them can be right, and receivers take the first or the last.",
        "Bare én av dem kan være riktig, og mottakere tar den første eller den siste.",
    ),
    mend=Words("Keep the right one.", "Behold den riktige."),
    sample=SAMPLE,
    bad=(copy("//Sender/Organisation/Ident"), text("//Sender/Organisation/Ident[2]/Id", "9900199")),
)
def one_value_of_each_kind(
    party: Organisation | HealthcareProfessional, _: Given
) -> Iterator[Breach]:
    """A party has no two identifiers of one kind with different values."""
    seen: dict[str, str] = {}
    for i, ident in enumerate(party.ident):
        kind, value = ident.type_id.code or "", ident.id.strip()
        if seen.setdefault(kind, value) != value:
            yield Breach(f"ident[{i}]")


@rule(
    "ENV110",
    "HEAD-43",
    source="HIS 80601:2006",
    severity=Severity.WARNING,
    en="ComMethod stands at sender or receiver of a message that is not a letter",
    nb="ComMethod står hos avsender eller mottaker i en melding som ikke er et brev",
    why=Words(
        "It says how a party gets the message; what is sent as a message needs no telling.",
        "Det sier hvordan parten får meldingen; det som sendes som melding, trenger ingen omtale.",
    ),
    mend=Words("Leave it out, unless it is PST.", "Utelat det, med mindre det er PST."),
    sample=SAMPLE,
    bad=put("//Sender", "<ComMethod V='EDI' DN='EDI'/>", before="Organisation"),
)
def com_method_is_for_letters(party: Sender | Receiver, _: Given) -> Iterator[Breach]:
    """Sender and receiver have ComMethod only for a letter."""
    if party.com_method is not None and not code_in(party.com_method, "PST"):
        yield Breach("com_method")


_COPY = (
    "<OtherReceiver><ComMethod V='EDI' DN='EDI'/><RoleReceiver V='COP' DN='Kopimottaker'/>"
    "<Organisation><OrganisationName>Tirilvik legesenter</OrganisationName><Ident><Id>9900400</Id>"
    "<TypeId V='HER' S='2.16.578.1.12.4.1.1.9051' DN='HER-id'/></Ident><Organisation>"
    "<OrganisationName>Fastlege, liste uten fast lege</OrganisationName><Ident><Id>9900401</Id>"
    "<TypeId V='HER' S='2.16.578.1.12.4.1.1.9051' DN='HER-id'/></Ident></Organisation>"
    "</Organisation></OtherReceiver>"
)
WITH_COPY = put("MsgInfo", _COPY, after="Receiver")


@rule(
    "ENV111",
    "HEAD-44",
    "PLO-HD-26",
    source="HIS 80601:2006",
    severity=Severity.WARNING,
    en="it is not said how this receiver gets the message (ComMethod)",
    nb="det er ikke oppgitt hvordan denne mottakeren får meldingen (ComMethod)",
    why=Words(
        "A reader wants to know whether the copy came as a message or as a letter.",
        "En leser vil vite om kopien kom som melding eller som brev.",
    ),
    mend=Words("Write EDI or PST in ComMethod.", "Skriv EDI eller PST i ComMethod."),
    sample=SAMPLE,
    good=WITH_COPY,
    bad=(WITH_COPY, drop("//OtherReceiver/ComMethod")),
)
def copies_say_how_they_came(other: OtherReceiver, _: Given) -> Iterator[Breach]:
    """Each copy receiver has ComMethod."""
    if other.com_method is None:
        yield Breach("com_method")


@rule(
    "ENV112",
    "HEAD-46",
    source="HIS 80601:2006",
    en="it is not said who the copy is for",
    nb="det er ikke oppgitt hvem kopien er til",
    why=Words(
        "The schema allows a receiver that is nobody; the copy reaches no one.",
        "Skjemaet tillater en mottaker som er ingen; kopien når ingen.",
    ),
    mend=Words(
        "Give the organisation with its service, or a person.",
        "Oppgi virksomheten med tjenesten, eller en person.",
    ),
    sample=SAMPLE,
    good=WITH_COPY,
    bad=(WITH_COPY, drop("//OtherReceiver/Organisation")),
)
def a_copy_is_for_somebody(other: OtherReceiver, _: Given) -> Iterator[Breach]:
    """Each copy receiver is an organisation or a person."""
    if other.innhold is None:
        yield Breach("innhold")


@rule(
    "ENV113",
    "HEAD-53",
    source="HIS 80601:2006",
    severity=Severity.WARNING,
    en="date of birth or sex of a health professional is not used",
    nb="fødselsdato eller kjønn for helsepersonell er ikke i bruk",
    why=Words(
        "It is nothing that the receiver needs, and about somebody else than the patient.",
        "Det er ikke noe mottakeren trenger, og gjelder noen andre enn pasienten.",
    ),
    mend=Words("Leave both out.", "Utelat begge."),
    sample=DOCTOR,
    bad=put("//Sender//HealthcareProfessional", "<Sex V='2' DN='Kvinne'/>", after="GivenName"),
)
def personnel_has_no_birthday(person: HealthcareProfessional, _: Given) -> Iterator[Breach]:
    """A health professional has neither date of birth nor sex."""
    if person.date_of_birth is not None:
        yield Breach("date_of_birth")
    if person.sex is not None:
        yield Breach("sex")


elsewhere(
    Reason.SHAPE,
    {
        "HEAD-30": "Sender and receiver are obligatory, and are organisations (SCH101).",
        "HEAD-40": "Identifiers are found by their kind, never by their place.",
        "HEAD-45": "RoleReceiver is obligatory (SCH101), and its code is judged (COD006).",
        "HEAD-52": "At least one identifier is obligatory in the declared class (SCH101).",
        "PLO-HD-25": "The code of RoleReceiver is judged like every code (COD006).",
    },
)
elsewhere(
    Reason.EXCHANGE,
    {
        "HEAD-38": "That such a person is not mirrored concerns the acknowledgement.",
        "HEAD-56": "Who an envelope is for is in the envelope of the transport.",
        "PLO-AD-15": "Whom an answer goes to is seen beside the message it answers.",
        "PLO-AD-16": "Whom a change goes to is seen beside the message it changes.",
        "ADR-04": "The identifiers of the transport are in its envelope.",
    },
)
elsewhere(
    Reason.HUMAN,
    {
        "HEAD-54": "Where address data were taken from cannot be seen in them.",
        "HEAD-124": "That a locum writes for another doctor is known to the office only.",
        "PLO-AD-06": "The number in the register of units is optional since service addresses.",
        "PLO-AD-07": "The HPR number in the head is optional since service addresses.",
        "PLO-AD-14": "Who holds the list of a doctor is known to the register only.",
        "ADR-03": "Keeping the register of addresses right is the duty of the organisation.",
        "ADR-11": "Registering all services is the duty of the organisation.",
        "ADR-12": "Who holds the list of a doctor is known to the register only.",
        "ADR-14": "How parties are told apart in the register is the duty of the organisation.",
        "ADR-16": "Which parties a municipality registers is its own duty.",
    },
)
