"""English labels of the Norwegian names that are met most often.

The standard gives no English words. A Norwegian name that does not stand here keeps its
Norwegian label in an English text: better foreign than invented.
"""

from __future__ import annotations

from .words import table

__all__ = ["ENGLISH"]

ENGLISH = table("""
    Ack: Acknowledgement wanted
    AdmEnkeltdose: Single dose
    AdmSlutt: Given until
    AdmStart: Given from
    Allergi: Allergy
    AllergiskMot: Allergic to
    AndreFagrapporter: Other professional reports
    AnsvarForRapport: Responsibility for the report
    Ansvarlig: Responsible
    AppRec: Application receipt
    Arbeidssted: Place of work
    AssistertKommunikasjon: Assisted communication
    Atc: ATC code
    Attestbestilling: Order of a certificate
    Base64Container: File
    Begrunnelse: Reason
    Beskrivelse: Description
    BestiltKontrolltime: Booked follow-up
    BetegnelseHjelpemiddel: Name of aid
    BetegnelseTjeneste: Name of service
    BorAlene: Lives alone
    Briller: Glasses
    Bruk: Use
    BruksomradeTekst: Area of use
    CaseNo: Case number
    CityDistr: City district
    ComMethod: Means of communication
    ConversationRef: Earlier messages
    CS: Code
    CV: Code
    Dato: Date
    DatoNotat: Date of the note
    Dept: Department
    DiagnoseBeskrivelse: Description of the diagnosis
    Diagnosekode: Diagnosis code
    Dialogmelding: Dialogue message
    DN: Display text
    DokIdForesp: Document ID
    DokIdNotat: Document ID
    DosVeiledEnkel: Dosage
    EksisterendeTjeneste: Existing service
    Emne: Subject
    EmneSporsmal: Subject of the question
    EnquiryRefId: Enquiry ID
    FamilyName: Family name
    ForenkletForskrivning: Simplified prescription
    Foresporsel: Question
    Formål: Purpose
    Forskriver: Prescriber
    Forskrivningsinfo: Prescription
    FraDato: From
    FunksjonsbeskrivelseTekst: Description of functioning
    Funksjonsvariabel: Function
    GenDate: Generated
    GenereltJournalnotat: General note
    GeneriskNavn: Generic name
    Gjelder: About
    Hastegrad: Urgency
    HCP: Party
    HCPerson: Person
    HCProf: Health professional
    HealthcareProfessional: Health professional
    HelseopplysningerVedSoknad: Health information with an application
    Helsepersonell: Health professionals
    Hendelse: Event
    Hoveddiagnose: Main diagnosis
    Href: Link
    Ident: ID
    InfoAndreViktigeOpplysninger: Other important information
    InfoInformasjonGitt: Information given
    InfoKartleggingFunksjonsniva: Survey of functioning
    InfoMedisinskDiagnose: Medical diagnosis
    InformasjonGitt: Information given
    InformasjonOmForsendelsen: About the sending
    InngaarIMultidose: In multi-dose packages
    Innleggelsesrapport: Admission report
    Inst: Institution
    JaNei: Yes/no
    Journaltekst: Text of the record
    KartlagtFunksjon: Surveyed function
    KodetOpplysning: Coded detail
    Kommentar: Comment
    komponentID: Component ID
    Konsultasjon: Health information to a doctor
    Kontaktenhet: Contact unit
    Kontaktperson: Contact person
    Legemiddelform: Form of medicine
    Legemiddelinfo: Medicine
    Legemidler: Medicines
    Leveringsrapport: Delivery report
    MedisinskDiagnose: Medical diagnosis
    MedisinskfagligeOpplysninger: Medical information
    MeldingFravar: Notice of absence
    MeldingInnbygger: Message to citizen
    MeldingInnlagtPasient: Notice of admitted patient
    MeldingOmUtskrevetPasient: Notice of discharged patient
    Meldingstekst: Message text
    MeldingUtskrivningsklarPasient: Notice of patient ready for discharge
    Merknad: Remark
    merknad: Remark
    MIGversion: Version of the standard
    MsgHead: Message head
    MsgId: Message ID
    MsgInfo: About the message
    MsgType: Kind of message
    Navn: Name
    navn: Name
    Notat: Note
    Notater: Notes
    OidRef: OID reference
    Omsorgsfunksjon: Care role
    OpplysningerOmHjelpemidler: Information about aids
    OrienteringOmDod: Notice of death
    OrienteringOmTjenestetilbud: Service information
    OriginalMsgId: The receipt is about
    OT: Original text
    OverforingMedisinskeOpplysninger: Medical information
    Overskriftskode: Heading
    ParorendeForesatt: Next of kin/guardian
    Pasientlogistikk: Patient logistics
    Personer: Persons
    PQ: Quantity
    RefDoc: Document content
    RefToConversation: First message of the dialogue
    RefToParent: Previous message of the dialogue
    ReseptId: Prescription ID
    RoleReceiver: Role of the receiver
    RolleNotat: Role
    RollerRelatertNotat: Person with a role in the case
    S: Code system
    Sakstype: Kind of case
    SakstypeKodet: Kind of case (code)
    SivilStatus: Marital status
    Slektskap: Relationship
    Sluttdato: End date
    Sporsmal: Question
    Sprak: Language
    Startdato: Start date
    StedForHendelse: Place of the event
    StreetAdr: Street address
    Styrke: Strength
    Sykepleierdokumentasjon: Nursing documentation
    TekstNotatInnhold: Text
    TeleAddress: Number or address
    TeleCom: Telecom
    TelecomAddress: Number or address
    Tema: Theme
    TemaKodet: Theme (code)
    TidsfestetHendelse: Event with a time
    Tidspunkt: Time
    tidspunkt: Time
    TidspunktForHendelse: Time of the event
    TilDato: To
    TilknyttetEnhet: Connected unit
    TilleggsopplysningPasient: More about the patient
    Timebestilling: Request for an appointment
    Tjeneste: Service
    Tjenestetype: Kind of service
    TverrfagligEpikrise: Discharge report
    TypeForesp: Kind of question
    TypeHealthcareProfessional: Profession
    TypeHendelse: Kind of event
    TypeJournalinfo: Kind of information
    U: Unit
    UtskrevetTil: Discharged to
    V: Value
    Varighet: Duration
    Virkestoff: Active substance
    Virksomhet: Organisation
    Vurdering: Assessment
""")
"""A whole name, and its English label."""
