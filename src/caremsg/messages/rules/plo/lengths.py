"""Rules about the length of texts in PLO 1.5 (HIS 80704:2009, class tables)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import text
from caremsg.declare.rules import Breach, rule
from caremsg.findings import Severity, Words

from ...editions import PLO_1_5
from ...epj.cave import StikkordCave
from ...epj.legemiddel import AdministrertLegemiddel
from ...given import Given
from ...plo.parts.aids import FasteHjelpemidler, Hjelpemiddelbeskrivelse
from ...plo.parts.care_message import CareMessage
from ...plo.parts.care_plan import (
    Enkeltvurdering,
    GjennomforingAvTiltak,
    InnholdMaaldokument,
    InnholdVurdering,
    Tiltaksbeskrivelse,
)
from ...plo.parts.contacts import KontaktpersonHelsepersonell, ParorendeForesatt, TilknyttetEnhet
from ...plo.parts.events import Ansvarlig, StedForHendelse, TidsfestetHendelse, UtskrevetTil
from ...plo.parts.follow_up import InformasjonOmTime
from ...plo.parts.functioning import KartlagtFunksjon, SamletVurderingFunksjonsniva
from ...plo.parts.medical import TidligereSykdomFragment
from ...plo.parts.patient import AssistertKommunikasjon, InformasjonGitt, ReservasjonOnske
from ...plo.parts.services import EksisterendeTjeneste, TjenesteBehov
from ...plo.parts.shipment import AnsvarForRapport, SendtDokument, TypeInnholdIMelding

_REMARK = ("merknad", 255)
_KEYWORD = ("stikkord", 70)
_SERVICE = ("betegnelse_tjeneste", 120)

_Limited = (
    AdministrertLegemiddel
    | Ansvarlig
    | AnsvarForRapport
    | AssistertKommunikasjon
    | EksisterendeTjeneste
    | Enkeltvurdering
    | FasteHjelpemidler
    | GjennomforingAvTiltak
    | Hjelpemiddelbeskrivelse
    | InformasjonGitt
    | InformasjonOmTime
    | InnholdMaaldokument
    | InnholdVurdering
    | KartlagtFunksjon
    | KontaktpersonHelsepersonell
    | ParorendeForesatt
    | ReservasjonOnske
    | SamletVurderingFunksjonsniva
    | SendtDokument
    | StedForHendelse
    | StikkordCave
    | TidligereSykdomFragment
    | TidsfestetHendelse
    | TilknyttetEnhet
    | Tiltaksbeskrivelse
    | TjenesteBehov
    | TypeInnholdIMelding
    | UtskrevetTil
)

_LIMITS: dict[type[object], tuple[tuple[str, int], ...]] = {
    AdministrertLegemiddel: (("kvantum", 50),),
    Ansvarlig: (_REMARK,),
    AnsvarForRapport: (_REMARK,),
    AssistertKommunikasjon: (_REMARK,),
    EksisterendeTjeneste: (_SERVICE, _REMARK),
    Enkeltvurdering: (("vurdering_tekst", 255),),
    FasteHjelpemidler: (_REMARK,),
    GjennomforingAvTiltak: (_REMARK,),
    Hjelpemiddelbeskrivelse: (("betegnelse_hjelpemiddel", 120),),
    InformasjonGitt: (("beskrivelse_informasjon", 255),),
    InformasjonOmTime: (("sted_time", 120),),
    InnholdMaaldokument: (_KEYWORD,),
    InnholdVurdering: (("vurderingen_gjelder", 255), _KEYWORD),
    KartlagtFunksjon: (_REMARK,),
    KontaktpersonHelsepersonell: (_REMARK,),
    ParorendeForesatt: (_REMARK,),
    ReservasjonOnske: (_REMARK,),
    SamletVurderingFunksjonsniva: (("vurdering_pleietyngde", 100), _REMARK),
    SendtDokument: (_REMARK,),
    StedForHendelse: (("sted_hendelse", 120),),
    StikkordCave: (("cave_stikkord", 35),),
    TidligereSykdomFragment: (("tidligere_sykdom", 100),),
    TidsfestetHendelse: (_REMARK,),
    TilknyttetEnhet: (_REMARK,),
    Tiltaksbeskrivelse: (("intervensjon_tiltak_beskrivelse", 255), _KEYWORD, _REMARK),
    TjenesteBehov: (_SERVICE,),
    TypeInnholdIMelding: (_REMARK,),
    UtskrevetTil: (_REMARK,),
}
"""The longest text of each field, in characters."""


@rule(
    "PLO162",
    "PLO-CD-15",
    source="HIS 80704:2009, class tables",
    severity=Severity.WARNING,
    only="sending",
    en="the text is longer than PLO 1.5 allows: {limit} characters",
    nb="teksten er lengre enn PLO 1.5 tillater: {limit} tegn",
    why=Words(
        "Systems of that time have fields of this length and cut what is longer.",
        "Systemer fra den tiden har felt av denne lengden og kutter det som er lengre.",
    ),
    mend=Words(
        "Shorten the text, or continue it in a journal text.",
        "Forkort teksten, eller fortsett den i en journaltekst.",
    ),
    editions=(PLO_1_5,),
    within=(CareMessage,),
    sample="innleggelsesrapport-1.5",
    bad=text(
        "//StikkordCave[1]/CaveStikkord",
        "Overfølsom for penicillin og andre betalaktamer siden barndommen",
    ),
)
def texts_fit_into_old_fields(part: _Limited, _: Given) -> Iterator[Breach]:
    """Texts of PLO 1.5 are not longer than its fields."""
    for field, limit in _LIMITS[type(part)]:
        value: str | tuple[str, ...] | None = getattr(part, field)
        if isinstance(value, str):
            if len(value) > limit:
                yield Breach(field, limit=limit)
            continue
        for i, one in enumerate(value or ()):
            if len(one) > limit:
                yield Breach(f"{field}[{i}]", limit=limit)
