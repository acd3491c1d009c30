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
    Ansvarlig: Responsible
    AnsvarForRapport: Responsibility for the report
    AppRec: Application receipt
    Arbeidssted: Place of work
    AssistertKommunikasjon: Assisted communication
    Atc: ATC code
    Attestbestilling: Order of a certificate
    Base64Container: File
    Begrunnelse: Reason
    Beskrivelse: Description
    BetegnelseHjelpemiddel: Name of aid
    BetegnelseTjeneste: Name of service
    BorAlene: Lives alone
    Briller: Glasses
    Bruk: Use
    BruksomradeTekst: Area of use
    CS: Code
    CV: Code
    Dato: Date
    DatoNotat: Date of the note
    DiagnoseBeskrivelse: Description of the diagnosis
    Diagnosekode: Diagnosis code
    Dialogmelding: Dialogue message
    DN: Display text
    DosVeiledEnkel: Dosage
    EksisterendeTjeneste: Existing service
    Emne: Subject
    EmneSporsmal: Subject of the question
    FamilyName: Family name
    Foresporsel: Question
    ForenkletForskrivning: Simplified prescription
    Forskriver: Prescriber
    Forskrivningsinfo: Prescription
    FraDato: From
    FunksjonsbeskrivelseTekst: Description of functioning
    Funksjonsvariabel: Function
    GenDate: Generated
    GenereltJournalnotat: General note
    GeneriskNavn: Generic name
    Gjelder: About
    HCP: Party
    HCPerson: Person
    HCProf: Health professional
    HealthcareProfessional: Health professional
    HelseopplysningerVedSoknad: Health information with an application
    Helsepersonell: Health professionals
    Hendelse: Event
    Hoveddiagnose: Main diagnosis
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
    MeldingUtskrivningsklarPasient: Notice of patient ready for discharge
    Meldingstekst: Message text
    Merknad: Remark
    MIGversion: Version of the standard
    MsgHead: Message head
    MsgId: Message ID
    MsgInfo: About the message
    Navn: Name
    Notat: Note
    Omsorgsfunksjon: Care role
    OpplysningerOmHjelpemidler: Information about aids
    OrienteringOmDod: Notice of death
    OrienteringOmTjenestetilbud: Service information
    OriginalMsgId: The receipt is about
    OT: Original text
    OverforingMedisinskeOpplysninger: Medical information
    ParorendeForesatt: Next of kin/guardian
    Pasientlogistikk: Patient logistics
    PQ: Quantity
    RefDoc: Document content
    ReseptId: Prescription ID
    RolleNotat: Role
    S: Code system
    Sakstype: Kind of case
    Slektskap: Relationship
    SivilStatus: Marital status
    Sporsmal: Question
    Sprak: Language
    Startdato: Start date
    Sluttdato: End date
    StedForHendelse: Place of the event
    StreetAdr: Street address
    Styrke: Strength
    Sykepleierdokumentasjon: Nursing documentation
    TekstNotatInnhold: Text
    TeleCom: Telecom
    Tema: Theme
    TemaKodet: Theme (code)
    Tidspunkt: Time
    TidspunktForHendelse: Time of the event
    TidsfestetHendelse: Event with a time
    TilDato: To
    TilknyttetEnhet: Connected unit
    TilleggsopplysningPasient: More about the patient
    Timebestilling: Request for an appointment
    Tjeneste: Service
    Tjenestetype: Kind of service
    TverrfagligEpikrise: Discharge report
    TypeForesp: Kind of question
    TypeHendelse: Kind of event
    U: Unit
    UtskrevetTil: Discharged to
    V: Value
    Varighet: Duration
    Virkestoff: Active substance
    Virksomhet: Organisation
    Vurdering: Assessment
""")
"""A whole name, and its English label."""
