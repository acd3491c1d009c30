"""Rules about texts and identifiers of record entries (HISD 1165, HIS 80704, 4.5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from caremsg.declare.edits import text, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...editions import PLO_1_5, PLO_1_6
from ...epj.cave import Allerginotat, Cave, SakshodeCave, StikkordCave
from ...epj.journalnotat import GenereltJournalnotat, Journaltekst
from ...epj.legemiddel import Legemiddelinfo, LegemidlerAdministrertVedOverforing
from ...given import Given
from ...plo.parts.care_message import CareMessage
from ...plo.parts.events import StedForHendelse, TidsfestetHendelse
from ...plo.parts.services import EksisterendeTjeneste

SAMPLE = "innleggelsesrapport-1.6"
OLD = "innleggelsesrapport-1.5"
BOTH = (PLO_1_5, PLO_1_6)
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
def texts_are_plain(note: Journaltekst, _: Given) -> Iterator[Breach]:
    """Texts of care messages are plain text."""
    if "</" in note.notat or "/>" in note.notat:
        yield Breach("notat")


@rule(
    "PLO161",
    "PLO-CD-18",
    source="HIS 80704:2014, 4.5",
    en="the entry of the record has no identifier, or that of another entry",
    nb="journalnotatet har ingen identifikator, eller en annens",
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
                yield Breach()
                return
            seen.add(own)


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
    sample=OLD,
    bad=text(
        "//StikkordCave[1]/CaveStikkord",
        "Overfølsom for penicillin og andre betalaktamer siden barndommen",
    ),
)
def texts_fit_into_old_fields(message: CareMessage, given: Given) -> Iterator[Breach]:
    """Texts of PLO 1.5 are not longer than its fields."""
    for kind, field, limit in _LIMITS:
        for part in given.all(kind):
            if len(getattr(part, field) or "") > limit:
                yield Breach(limit=limit)
                break


_LIMITS = (
    (StikkordCave, "cave_stikkord", 35),
    (EksisterendeTjeneste, "betegnelse_tjeneste", 120),
    (StedForHendelse, "sted_hendelse", 120),
    (TidsfestetHendelse, "merknad", 255),
)


elsewhere(
    Reason.HUMAN,
    {
        "PLO-CD-16": "That a `false` says nothing is advice to senders; it breaks nothing.",
    },
)
