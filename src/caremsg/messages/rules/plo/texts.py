"""Rules about texts, booleans and the identifiers of entries (HISD 1165, HIS 80704, 4.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from caremsg.declare.edits import text, v
from caremsg.declare.rules import Breach, rule
from caremsg.findings import Severity, Words

from ...editions import PLO_1_5, PLO_1_6
from ...epj.cave import Allerginotat, Cave, SakshodeCave, StikkordCave
from ...epj.journalnotat import GenereltJournalnotat, Journaltekst
from ...epj.legemiddel import (
    ForenkletForskrivning,
    Forskrivningsinfo,
    Legemiddelinfo,
    LegemidlerAdministrertVedOverforing,
)
from ...given import Given
from ...plo.parts.aids import FasteHjelpemidler
from ...plo.parts.care_message import CareMessage
from ...plo.parts.care_plan import (
    Enkeltvurdering,
    PlanlagtGjennomforingTiltak,
    Tiltaksbeskrivelse,
)
from ...plo.parts.contacts import ParorendeForesatt
from ...plo.parts.diagnosis import MedisinskDiagnose
from ...plo.parts.events import TidsfestetHendelse
from ...plo.parts.functioning import KartlagtFunksjon
from ...plo.parts.medical import TidligereSykdomFragment
from ...plo.parts.nursing import OpplysningerRelevantOppfolging
from ...plo.parts.patient import AssistertKommunikasjon, InformasjonGitt
from ...plo.parts.services import EksisterendeTjeneste, TjenesteBehov
from ...plo.parts.shipment import AnsvarForRapport, TypeInnholdIMelding

SAMPLE = "innleggelsesrapport-1.6"
BOTH = (PLO_1_5, PLO_1_6)
_WithText = (
    AnsvarForRapport
    | EksisterendeTjeneste
    | Enkeltvurdering
    | ForenkletForskrivning
    | Forskrivningsinfo
    | InformasjonGitt
    | Journaltekst
    | KartlagtFunksjon
    | MedisinskDiagnose
    | ParorendeForesatt
    | StikkordCave
    | TidligereSykdomFragment
    | TidsfestetHendelse
    | Tiltaksbeskrivelse
    | TjenesteBehov
    | TypeInnholdIMelding
)
_WithBooleans = (
    AssistertKommunikasjon
    | FasteHjelpemidler
    | InformasjonGitt
    | MedisinskDiagnose
    | OpplysningerRelevantOppfolging
    | PlanlagtGjennomforingTiltak
)
_COMPONENTS: tuple[type[Any], ...] = (
    Cave,
    SakshodeCave,
    Allerginotat,
    GenereltJournalnotat,
    Legemiddelinfo,
    LegemidlerAdministrertVedOverforing,
)


@rule(
    "PLO160",
    "PLO-CD-14",
    "PLO-TX-01",
    source="HIS 80704:2014, 8.2.9",
    en="the text has markup in it",
    nb="teksten har oppmerking i seg",
    why=Words(
        "Care messages carry plain text; the reader sees tags among the words.",
        "Pleie- og omsorgsmeldinger har ren tekst; leseren ser tagger blant ordene.",
    ),
    mend=Words(
        "Send plain text with line breaks.",
        "Send ren tekst med linjeskift.",
    ),
    editions=BOTH,
    within=(CareMessage,),
    sample=SAMPLE,
    bad=text("//Journaltekst[1]/Notat", "<b>Falt på badet</b><br/>"),
)
def texts_are_plain(part: _WithText, _: Given) -> Iterator[Breach]:
    """Texts of care messages are plain text."""
    for field in _TEXTS[type(part)]:
        value = getattr(part, field)
        if value is not None and "<" in value and _MARKUP.search(value):
            yield Breach(field)


_TEXTS: dict[type[object], tuple[str, ...]] = {
    AnsvarForRapport: ("merknad",),
    EksisterendeTjeneste: ("opplysninger_om_tjenesten", "merknad"),
    Enkeltvurdering: ("vurdering_tekst",),
    ForenkletForskrivning: ("merknad",),
    Forskrivningsinfo: ("dos_veiled_enkel",),
    InformasjonGitt: ("beskrivelse_informasjon",),
    Journaltekst: ("notat", "merknad"),
    KartlagtFunksjon: ("merknad",),
    MedisinskDiagnose: ("diagnose_beskrivelse",),
    ParorendeForesatt: ("merknad",),
    StikkordCave: ("cave_stikkord",),
    TidligereSykdomFragment: ("tidligere_sykdom",),
    TidsfestetHendelse: ("beskrivelse_av_hendelse", "merknad"),
    Tiltaksbeskrivelse: ("intervensjon_tiltak_beskrivelse", "merknad"),
    TjenesteBehov: ("beskrivelse_av_tjeneste",),
    TypeInnholdIMelding: ("merknad",),
}
"""The fields in which somebody writes at length."""

_MARKUP = re.compile(
    r"</[a-z][\w:.-]*\s*>"  # the end of an element
    r"|<[a-z][\w:.-]*(?:\s[^<>]*)?/>"  # an empty one
    r"|<(?:br|p|div|span|ul|ol|li|table|tr|td|h[1-6])\s*>",  # a beginning, in HTML
    re.IGNORECASE,
)


@rule(
    "PLO161",
    "PLO-CD-18",
    source="HIS 80704:2014, 4.5",
    en="an entry of the record ({entry}) has no identifier, or that of another entry",
    nb="en journaloppføring ({entry}) har ingen identifikator, eller en annens",
    why=Words(
        "Receivers know an entry that is sent again by its identifier; two with one are "
        "taken for one.",
        "Mottakere kjenner igjen et notat som sendes på nytt, på identifikatoren; to med "
        "samme tas for ett.",
    ),
    mend=Words(
        "Give each entry a UUID that stays the same when it is sent again.",
        "Gi hvert notat en UUID som er den samme når det sendes på nytt.",
    ),
    editions=BOTH,
    sample=SAMPLE,
    bad=v("//Allerginotat", komponentID="c8bda2da-da76-54e4-898d-ce957dce8675"),
)
def entries_have_their_own_id(message: CareMessage, given: Given) -> Iterator[Breach]:
    """Each entry of the record has an identifier of its own."""
    seen: set[str] = set()
    for kind in _COMPONENTS:
        for entry in given.all(kind):
            own = entry.komponent_id.strip()
            if own in seen or not own:
                yield Breach(entry=kind.__name__)
                return
            seen.add(own)


@rule(
    "PLO163",
    "PLO-CD-16",
    source="HIS 80704:2014, appendix A",
    severity=Severity.ADVICE,
    only="sending",
    en="the field is sent although it is false",
    nb="feltet er sendt selv om det er usant",
    why=Words(
        "`No` and `not asked` look alike in many records, so a false that nobody meant is "
        "shown as a fact.",
        "`Nei` og `ikke spurt` ser like ut i mange journaler, så et nei som ingen mente, vises "
        "som et faktum.",
    ),
    mend=Words(
        "Leave the field out when it is not true.",
        "Utelat feltet når det ikke er sant.",
    ),
    editions=(PLO_1_6,),
    within=(CareMessage,),
    sample=SAMPLE,
    bad=text("//Horselsvikt", "false"),
)
def only_what_is_true(part: _WithBooleans, _: Given) -> Iterator[Breach]:
    """Some facts are sent only when they are true."""
    for field in _ONLY_TRUE[type(part)]:
        value = getattr(part, field)
        if value is not None and not value:
            yield Breach(field)


_ONLY_TRUE: dict[type[object], tuple[str, ...]] = {
    AssistertKommunikasjon: ("horselsvikt", "synsvikt"),
    FasteHjelpemidler: ("pacemaker",),
    InformasjonGitt: ("muntlig_informasjon",),
    MedisinskDiagnose: ("hoveddiagnose",),
    OpplysningerRelevantOppfolging: ("bandasjemateriell_engangsutstyr", "hjelp_legemiddeladm"),
    PlanlagtGjennomforingTiltak: ("etter_behov",),
}
"""Without the two that the schema demands."""
