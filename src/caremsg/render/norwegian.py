"""The labels of Norwegian names that read badly when they are taken word by word."""

from __future__ import annotations

from .words import table

__all__ = ["BETTER"]

BETTER = table("""
    AdmAvHelsepersonell: Gitt av helsepersonell
    AdmEnkeltdose: Enkeltdose
    AdmInstrukser: Instrukser for administrering
    AdmSlutt: Gis til
    AdmStart: Gis fra
    AdmStatus: Status for administrering
    AnnenBeskjedPasient: Annen beskjed til pasienten
    AnsvarligRapport: Ansvarlig for rapporten
    Atc: ATC-kode
    AttestOpplysninger: Opplysninger til attesten
    AvmeldingUtskrivningsklarPasient: Avmelding av utskrivningsklar pasient
    AvsenderIdentifikator: Avsenders identifikator
    AvtaleAdmLegemidler: Avtalt å administrere legemidler
    AvtaleAdmMultidose: Avtalt å administrere multidose
    AvtaleOmAdmLegemidler: Avtale om administrering av legemidler
    BandasjemateriellEngangsutstyr: Bandasjemateriell og engangsutstyr
    BareTilDPIBrukere: Bare til brukere av digital postkasse
    BareTilFysiskPostBrukere: Bare til mottakere av fysisk post
    BehandlingStart: Behandlingsstart
    BehovOpphortDato: Behovet opphørte
    BehovTolkSprak: Behov for tolk, språk
    BeskrivelseInformasjon: Beskrivelse av informasjonen
    BeskrivelseLegemiddel: Beskrivelse av legemiddel
    BeskrivelseTjeneste: Beskrivelse av tjenesten
    BetegnelseHjelpemiddel: Betegnelse på hjelpemiddel
    BetegnelseLegemiddel: Betegnelse på legemiddel
    BetegnelseTjeneste: Betegnelse på tjeneste
    BistandLegemiddelhandtering: Bistand til legemiddelhåndtering
    BistandLegemiddelhandteringOgGjennomgang: Legemiddelhåndtering og gjennomgang
    BruksomradeKode: Bruksområde (kode)
    BruksomradeTekst: Bruksområde
    BruksområdeTekst: Bruksområde
    CaveStikkord: Stikkord
    DatoLegemiddelgjennomgang: Dato for legemiddelgjennomgang
    DatoNotat: Dato for notatet
    DatoSamstemming: Dato for samstemming
    DiagnoseBeskrivelse: Beskrivelse av diagnosen
    DokIdForesp: Dokument-ID
    DokIdNotat: Dokument-ID
    DoseringSluttidspunkt: Dosering slutter
    DoseringStarttidspunkt: Dosering starter
    DosVeiledEnkel: Dosering
    EmneSporsmal: Emne
    EndringFunksjonsnivaa: Endring i funksjonsnivå
    epjLink: EPJ-lenke
    eResept: E-resept
    EvalueringTidspunkt: Tidspunkt for evaluering
    Fellesinfo: Felles opplysninger
    FellesinfoKontaktepisode: Felles opplysninger om kontaktepisoden
    FodselsarMindrearigParorende: Fødselsår for mindreårig pårørende
    FornyelseResept: Fornyelse av resept
    Forskrivningsinfo: Forskrivning
    ForventetGradMaaloppnaaelse: Forventet grad av måloppnåelse
    ForventetStatusUtskriving: Forventet status ved utskriving
    FravarendeFraDato: Fraværende fra
    FravarendeTilDato: Fraværende til
    FunksjonsbeskrivelseTekst: Beskrivelse
    FunksjonshemmingKroniskSykdom: Funksjonshemming eller kronisk sykdom
    GjentagelseIntervall: Gjentas med intervall
    GodkjentForDPI: Godkjent for digital postkasse
    GrunnKanselering: Grunn til kansellering
    GrunnKansellering: Grunn til kansellering
    HelseopplysningerSaksbehandling: Helseopplysninger til saksbehandling
    HelsepersonelListe: Liste over helsepersonell
    HensynMatDrikke: Hensyn ved mat og drikke
    HERId: HER-id
    HjelpemiddelHorsel: Hjelpemiddel for hørsel
    HjelpemiddelkodeRTV: Hjelpemiddelkode (RTV)
    HjelpLegemiddeladm: Hjelp til legemiddeladministrering
    HpRollekode: Helsepersonellets rolle
    IdRefDoc: ID for dokumentet
    InfoDPI: Digital postkasse
    InfoFraSykepleier: Informasjon fra sykepleier
    InfoIPLOSrelevantInformasjon: IPLOS-relevant informasjon
    InfoKartleggingFunksjonsniva: Kartlegging av funksjonsnivå
    InfoMaalForventetRes: Mål og forventet resultat
    InformasjonGittDato: Dato for informasjonen
    InfoVurderinger: Vurdering
    InnholdKonsultasjon: Innhold i meldingen
    InnholdMaaldokument: Mål og forventet resultat
    InnholdVurdering: Vurdering
    InnkallingKonsultasjon: Innkalling til konsultasjon
    IntervensjonTiltakBeskrivelse: Beskrivelse av tiltaket
    IntervensjonTiltakKode: Tiltak (kode)
    IPLOStjenestetype: IPLOS-tjenestetype
    JaNei: Ja/nei
    KanselleringKonsultasjon: Kansellering av konsultasjon
    KodeAnnetStoff: Annet stoff
    komponentID: Komponent-ID
    komponentlink: Komponentlenke
    Konsultasjon: Helseopplysninger til lege
    KontaktpersonHelsepersonell: Kontaktperson blant helsepersonell
    KontrolltimeBestill: Kontrolltime som skal bestilles
    linkFraKomponent: Lenke fra komponent
    linkstyrke: Lenkestyrke
    linkTilKomponent: Lenke til komponent
    linktype: Lenketype
    MaalForventetResultat: Mål eller forventet resultat
    MeldingFravar: Melding om fravær
    MeldingInnbygger: Melding til innbygger
    MeldingInnlagtPasient: Melding om innlagt pasient
    MeldingUtskrivningsklarPasient: Melding om utskrivningsklar pasient
    MerkevareId: Merkevare-ID
    MottakerPostadresse: Mottakerens postadresse
    Mottattpost: Mottatt av posten
    NavnMottaker: Mottakerens navn
    OpplysningerAndreFaggrupper: Opplysninger fra andre faggrupper
    OpplysningerRelevantOppfolging: Opplysninger som er relevante for oppfølging
    OpplysningOpphold: Opplysninger om oppholdet
    OrienteringOmDod: Orientering om dødsfall
    OverforingMedisinskeOpplysninger: Medisinske opplysninger
    ParorendeForesatt: Pårørende/foresatt
    PasientParorendeBestiller: Pasient eller pårørende bestiller
    PasientSamtykke: Pasientens samtykke
    PersonTolkebehov: Person med tolkebehov
    PlanlagtGjennomforingTiltak: Planlagt gjennomføring av tiltak
    PollenInnsektstikk: Pollen eller insektstikk
    RefDokIdForesp: Forespørselens dokument-ID
    referanseViktigTilleggsinfo: Referanse til viktig tilleggsinformasjon
    RepresentantPasient: Pasientens representant
    ReseptId: Resept-ID
    ReservasjonOnske: Reservasjon eller ønske
    ReturmottakerPostadresse: Returmottakerens postadresse
    RolleNotat: Rolle
    RollerRelatertNotat: Person med rolle i saken
    SakshodeCave: Sakshode for Cave
    SakstypeKodet: Sakstype (kode)
    SamletVurderingFunksjonsniva: Samlet vurdering av funksjonsnivå
    SivilStatus: Sivilstatus
    SluttdatoDiagnose: Sluttdato for diagnosen
    StartdatoDiagnose: Startdato for diagnosen
    StatusBehandlingsstart: Status for behandlingsstart
    StatusHjelpemiddel: Status for hjelpemiddelet
    StatusInnleggelse: Status ved innleggelse
    StatusTilForskrivningen: Status for forskrivningen
    StedHendelse: Sted for hendelsen
    StedTime: Sted for timen
    StikkordCave: Stikkord for Cave
    StillingRolle: Stilling eller rolle
    StyrkeLegemiddel: Legemidlets styrke
    StyrkeMerknad: Merknad til styrken
    SvarAttestbestilling: Svar på attestbestilling
    TekstNotatInnhold: Tekst
    TemaKodet: Tema (kode)
    TentativtTidspunktTime: Tentativt tidspunkt for timen
    TidligereSykdomFragment: Tidligere sykdom
    TidsperiodeDiagnose: Tidsperiode for diagnosen
    TidspunktTime: Tidspunkt for timen
    TilbakemeldingUtskrivningsklarPasient: Tilbakemelding om utskrivningsklar pasient
    tilleggsinfoEPJKomponent: Tilleggsinformasjon om EPJ-komponent
    TilleggsinfoKontaktepisode: Tilleggsinformasjon om kontaktepisoden
    TilleggsopplRekvisisjon: Tilleggsopplysninger til rekvisisjonen
    TilleggsopplysningPasient: Tilleggsopplysninger om pasienten
    TjenesteBehov: Behov for tjeneste
    TjenesteId: Tjeneste-ID
    TjenesteLevertAv: Levert av
    TjenesteNavn: Tjenestens navn
    TjenestenLevertAv: Levert av
    TjenesteOmråde: Tjenesteområde
    TjenesteOversikt: Tjenesteoversikt
    TjenesteTlf: Telefon til tjenesten
    TjenesteURL: Nettside for tjenesten
    TverrfagligEpikrise: Utskrivningsrapport
    TypeForesp: Type forespørsel
    TypeInnholdKonsultasjon: Type innhold
    UtfortTidspunkt: Tidspunkt for utførelsen
    UtTil: Utskrevet til sted
    Uttilstand: Tilstand ved utskriving
    VarenummerLegemiddel: Legemidlets varenummer
    VarselForfall: Varsel om forfall
    Varslingfeilet: Varsling feilet
    VirkestoffId: Virkestoff-ID
    VirkestoffLegemiddel: Virkestoff i legemiddel
    VurderingPleietyngde: Vurdering av pleietyngde
    VurderingTekst: Vurdering i ord
""")
"""A whole Norwegian name, and its label."""
