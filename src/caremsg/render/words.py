"""Norwegian words, and the Norwegian labels of names that the standard gives in English."""

from __future__ import annotations

__all__ = ["FROM_ENGLISH", "WORDS", "table"]


def table(lines: str) -> dict[str, str]:
    """Lines of `name: text` as a dictionary."""
    pairs = (line.partition(": ") for line in lines.strip().splitlines())
    return {name.strip(): text for name, _, text in pairs}


WORDS = table("""
    adm: administrering
    ant: antall
    atc: ATC
    bruksomrade: bruksområde
    dod: død
    dok: dokument
    dos: dosering
    dpi: DPI
    egensoknad: egensøknad
    epj: EPJ
    fakturarerefanse: fakturareferanse
    fodselsar: fødselsår
    foresp: forespørsel
    foresporsel: forespørsel
    fravar: fravær
    fravarende: fraværende
    fraversassistent: fraværsassistent
    funksjonsniva: funksjonsnivå
    funksjonsnivaa: funksjonsnivå
    gjennomforing: gjennomføring
    handtering: håndtering
    helsepersonel: helsepersonell
    helsenorge: Helsenorge
    her: HER
    horsel: hørsel
    horselsvikt: hørselsvikt
    hp: helsepersonell
    id: ID
    inngaar: inngår
    iplos: IPLOS
    kanselering: kansellering
    legemiddeladm: legemiddeladministrering
    legemiddelhandtering: legemiddelhåndtering
    leveringsmate: leveringsmåte
    maal: mål
    maaldokument: måldokument
    maaloppnaaelse: måloppnåelse
    mindrearig: mindreårig
    narmeste: nærmeste
    nr: nummer
    onske: ønske
    onsket: ønsket
    oppfolging: oppfølging
    opphort: opphørt
    oppnaadd: oppnådd
    overforing: overføring
    pa: på
    paa: på
    parorende: pårørende
    res: resultat
    sarskilte: særskilte
    sikkerhetsniva: sikkerhetsnivå
    soknad: søknad
    sporsmal: spørsmål
    sprak: språk
    tilhorer: tilhører
    tilleggsoppl: tilleggsopplysninger
    tlf: telefon
    url: URL
    utfort: utført
    veiled: veiledning
""")
"""A word as it is spelt in XML names (small letters), and as it is written."""

FROM_ENGLISH = table("""
    Ack: Kvittering ønskes
    AdditionalId: Annen ID
    Address: Adresse
    Annotation: Merknad
    AppRec: Applikasjonskvittering
    Base64Container: Fil
    BirthDate: Fødselsdato
    CaseNo: Saksnummer
    City: Poststed
    CityDistr: Bydel
    ComMethod: Kommunikasjonsmåte
    Compression: Komprimering
    Consent: Samtykke
    Content: Innhold
    ContentCategory: Innholdskategori
    ContentDescription: Beskrivelse av innholdet
    ContentType: Type innhold
    ConversationRef: Tidligere meldinger
    Country: Land
    County: Kommune
    CS: Kode
    CV: Kode
    DateOfBirth: Fødselsdato
    Dept: Avdeling
    Description: Beskrivelse
    DN: Visningstekst
    Document: Dokument
    DocumentConnection: Tilknytning til hoveddokumentet
    EnquiryRefId: Forespørselens ID
    Error: Feil
    FamilyName: Etternavn
    FileReference: Henvisning til fil
    FromDate: Fra
    GenDate: Generert
    GivenName: Fornavn
    HCP: Part
    HCPerson: Person
    HCProf: Helsepersonell
    HealthcareProfessional: Helsepersonell
    Href: Lenke
    Id: ID
    Ident: ID
    Inst: Institusjon
    IssueDate: Utstedt
    MedSpeciality: Medisinsk spesialitet
    MiddleName: Mellomnavn
    MIGversion: Versjon av standarden
    MimeType: Filtype
    MsgHead: Hodemelding
    MsgId: Meldings-ID
    MsgInfo: Om meldingen
    MsgType: Meldingstype
    Name: Navn
    NameOrganisation: Navn på virksomhet
    NationalHealthInsuranceOffice: Trygdekontor
    Nationality: Statsborgerskap
    Node: Komponent
    OidRef: OID-referanse
    Organisation: Virksomhet
    OrganisationName: Navn på virksomhet
    OriginalMsgId: Kvitteringen gjelder
    OT: Original tekst
    OtherReceiver: Annen mottaker
    Patient: Pasient
    PatientReport: Pasientrapport
    Postbox: Postboks
    PostalCode: Postnummer
    PQ: Mengde
    Priority: Prioritet
    ProcessingStatus: Behandlingsstatus
    Receiver: Mottaker
    RefDoc: Dokumentinnhold
    ReferenceDoc: Referert dokument
    RefToConversation: Første melding i dialogen
    RefToParent: Forrige melding i dialogen
    RequestedPriority: Ønsket prioritet
    Role: Rolle
    RoleReceiver: Mottakerens rolle
    RoleToPatient: Rolle overfor pasienten
    S: Kodesystem
    Sender: Avsender
    Sex: Kjønn
    Signature: Signatur
    SoftwareName: Programvare
    SoftwareVersion: Programversjon
    StreetAdr: Gateadresse
    TeleAddress: Nummer eller adresse
    TeleCom: Telekom
    TelecomAddress: Nummer eller adresse
    ToDate: Til
    TypeHealthcareProfessional: Profesjon
    TypeId: Type ID
    TypeOrganisation: Type virksomhet
    TypeTelecom: Type telekom
    U: Enhet
    V: Verdi
""")
"""A whole English name, and its Norwegian label."""
