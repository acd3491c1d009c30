"""The shared components of the care messages (poKomponent), one theme per module.

A field `merknad`, found in most of them, is a remark in the sender's own words. Classes
that begin with PLO 2.0 belong to an experimental draft.

Source: HIS 80704:2014 (PLO 1.6), HIS 80704:2009 (PLO 1.5).
"""

from .administrative import FellesAdministrativeOpplysninger
from .aids import (
    FasteHjelpemidler,
    Hjelpemiddelbeskrivelse,
    OpplysningerOmHjelpemidler,
    StatusHjelpemiddel,
)
from .care_message import CareMessage
from .care_plan import (
    AnbefaltVidereTiltak,
    Enkeltvurdering,
    GjennomforingAvTiltak,
    InfoMaalForventetRes,
    InfoVurderinger,
    InnholdMaaldokument,
    InnholdVurdering,
    IverksatteTiltak,
    PlanlagtGjennomforingTiltak,
    Tiltaksbeskrivelse,
)
from .contacts import (
    KontaktpersonHelsepersonell,
    ParorendeForesatt,
    PasientrelatertKontaktperson,
    TilknyttetEnhet,
)
from .diagnosis import (
    InfoIPLOSrelevantInformasjon,
    InfoMedisinskDiagnose,
    MedisinskDiagnose,
    TidsperiodeDiagnose,
)
from .events import (
    Ansvarlig,
    FellesinfoKontaktepisode,
    InfoKontaktepisode,
    OpplysningOpphold,
    StedForHendelse,
    TidsfestetHendelse,
    TilleggsinfoKontaktepisode,
    UtskrevetTil,
)
from .follow_up import (
    InfoKontrolltime,
    InformasjonOmTentativTime,
    InformasjonOmTime,
    InformertOm,
    KontrolltimeBestill,
)
from .functioning import (
    Funksjonsbeskrivelse,
    InfoKartleggingFunksjonsniva,
    InfoKartleggingFunksjonsnivaV2,
    KartlagtFunksjon,
    SamletVurderingFunksjonsniva,
)
from .medical import (
    InfoAndreViktigeOpplysninger,
    InfoTidligereSykdommer,
    MedisinskfagligeOpplysninger,
    RegistrertBlodtype,
    TidligereSykdomFragment,
)
from .medication import (
    AdmInstrukser,
    AvtaleOmAdmLegemidler,
    BistandLegemiddelhandtering,
    BistandLegemiddelhandteringOgGjennomgang,
    InfoAvtaleOmLegemiddeladm,
    Legemiddelgjennomgang,
    LegemidlerUtdelt,
    Reseptinformasjon,
)
from .nursing import (
    AndreFagrapporter,
    InfoFraSykepleier,
    OpplysningerAndreFaggrupper,
    OpplysningerRelevantOppfolging,
    Sykepleierdokumentasjon,
)
from .patient import (
    AssistertKommunikasjon,
    InfoAssistertKommunikasjon,
    InfoInformasjonGitt,
    InfoReservasjon,
    InformasjonGitt,
    ReservasjonOnske,
    TilleggsopplysningPasient,
)
from .services import EksisterendeTjeneste, OpplysningerOmIndividuellPlan, TjenesteBehov
from .shipment import (
    AnsvarForRapport,
    Foresporsel,
    Fraversassistent,
    InformasjonOmForsendelsen,
    InnholdKonsultasjon,
    OpplysningerTilSoknad,
    SendtDokument,
    TypeInnholdIMelding,
)

__all__ = [
    "AdmInstrukser",
    "AnbefaltVidereTiltak",
    "AndreFagrapporter",
    "AnsvarForRapport",
    "Ansvarlig",
    "AssistertKommunikasjon",
    "AvtaleOmAdmLegemidler",
    "BistandLegemiddelhandtering",
    "BistandLegemiddelhandteringOgGjennomgang",
    "CareMessage",
    "EksisterendeTjeneste",
    "Enkeltvurdering",
    "FasteHjelpemidler",
    "FellesAdministrativeOpplysninger",
    "FellesinfoKontaktepisode",
    "Foresporsel",
    "Fraversassistent",
    "Funksjonsbeskrivelse",
    "GjennomforingAvTiltak",
    "Hjelpemiddelbeskrivelse",
    "InfoAndreViktigeOpplysninger",
    "InfoAssistertKommunikasjon",
    "InfoAvtaleOmLegemiddeladm",
    "InfoFraSykepleier",
    "InfoIPLOSrelevantInformasjon",
    "InfoInformasjonGitt",
    "InfoKartleggingFunksjonsniva",
    "InfoKartleggingFunksjonsnivaV2",
    "InfoKontaktepisode",
    "InfoKontrolltime",
    "InfoMaalForventetRes",
    "InfoMedisinskDiagnose",
    "InfoReservasjon",
    "InfoTidligereSykdommer",
    "InfoVurderinger",
    "InformasjonGitt",
    "InformasjonOmForsendelsen",
    "InformasjonOmTentativTime",
    "InformasjonOmTime",
    "InformertOm",
    "InnholdKonsultasjon",
    "InnholdMaaldokument",
    "InnholdVurdering",
    "IverksatteTiltak",
    "KartlagtFunksjon",
    "KontaktpersonHelsepersonell",
    "KontrolltimeBestill",
    "Legemiddelgjennomgang",
    "LegemidlerUtdelt",
    "MedisinskDiagnose",
    "MedisinskfagligeOpplysninger",
    "OpplysningOpphold",
    "OpplysningerAndreFaggrupper",
    "OpplysningerOmHjelpemidler",
    "OpplysningerOmIndividuellPlan",
    "OpplysningerRelevantOppfolging",
    "OpplysningerTilSoknad",
    "ParorendeForesatt",
    "PasientrelatertKontaktperson",
    "PlanlagtGjennomforingTiltak",
    "RegistrertBlodtype",
    "Reseptinformasjon",
    "ReservasjonOnske",
    "SamletVurderingFunksjonsniva",
    "SendtDokument",
    "StatusHjelpemiddel",
    "StedForHendelse",
    "Sykepleierdokumentasjon",
    "TidligereSykdomFragment",
    "TidsfestetHendelse",
    "TidsperiodeDiagnose",
    "TilknyttetEnhet",
    "TilleggsinfoKontaktepisode",
    "TilleggsopplysningPasient",
    "Tiltaksbeskrivelse",
    "TjenesteBehov",
    "TypeInnholdIMelding",
    "UtskrevetTil",
]
