"""Rules about wishes, journal texts and earlier illness (HIS 80704:2014, 8.2 and 9.2)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, put, text
from caremsg.declare.rules import Breach, rule
from caremsg.findings import Severity, Words

from ...editions import PLO_1_5, PLO_1_6
from ...epj.journalnotat import Journaltekst
from ...given import Given
from ...plo.parts.care_message import CareMessage
from ...plo.parts.medical import InfoTidligereSykdommer
from ...plo.parts.patient import ReservasjonOnske
from ..reading import blank, day_of

SAMPLE = "innleggelsesrapport-1.6"
BOTH = (PLO_1_5, PLO_1_6)


@rule(
    "PLO210",
    "PLO-KL-08",
    source="HIS 80704:2014, 8.2.8",
    severity=Severity.WARNING,
    en="the withdrawal of the wish has a person without a day, a day without a person, or "
    "came before the wish",
    nb="tilbaketrekkingen av ønsket har person uten dato, dato uten person, eller kom før ønsket",
    why=Words(
        "Whether the wish still holds is what the reader has to know.",
        "Om ønsket fortsatt gjelder, er det leseren må vite.",
    ),
    mend=Words(
        "Give TrukketTilbakeAv and TrukketTilbakeDato together.",
        "Oppgi TrukketTilbakeAv og TrukketTilbakeDato sammen.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=put(
        "//ReservasjonOnske",
        "<TrukketTilbakeDato>2024-01-01</TrukketTilbakeDato>",
        after="FramsattDato",
    ),
)
def a_withdrawal_is_whole(wish: ReservasjonOnske, _: Given) -> Iterator[Breach]:
    """A withdrawal of a wish has a person and a day after the wish."""
    day, made = day_of(wish.trukket_tilbake_dato), day_of(wish.framsatt_dato)
    half = (wish.trukket_tilbake_av is None) != (wish.trukket_tilbake_dato is None)
    if half or (day is not None and made is not None and day < made):
        yield Breach("trukket_tilbake_dato")


@rule(
    "PLO217",
    "PLO-KL-15",
    source="HIS 80704:2014, 8.2.9",
    en="there is nothing under the heading",
    nb="det står ingenting under overskriften",
    why=Words(
        "The reader does not know whether nothing is to be said or something was lost.",
        "Leseren vet ikke om det ikke er noe å si, eller om noe er gått tapt.",
    ),
    mend=Words(
        "Write the text, or leave the heading out.",
        "Skriv teksten, eller utelat overskriften.",
    ),
    editions=BOTH,
    in_cancellation=False,
    within=(CareMessage,),
    sample=SAMPLE,
    bad=text("//Journaltekst[1]/Notat", " "),
)
def texts_say_something(note: Journaltekst, _: Given) -> Iterator[Breach]:
    """A journal text is not empty."""
    if blank(note.notat):
        yield Breach("notat")


@rule(
    "PLO218",
    "PLO-KL-16",
    source="HIS 80704:2014, 9.2.2",
    en="the earlier illness has neither an entry nor a text",
    nb="den tidligere sykdommen har verken oppføring eller tekst",
    why=Words(
        "The schema allows both to be left out.",
        "Skjemaet tillater at begge utelates.",
    ),
    mend=Words(
        "Give TidligereSykdomFragment or Journaltekst.",
        "Oppgi TidligereSykdomFragment eller Journaltekst.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample="medisinske-opplysninger-1.6",
    bad=drop("//InfoTidligereSykdommer/*"),
)
def earlier_illness_is_told(info: InfoTidligereSykdommer, _: Given) -> Iterator[Breach]:
    """An earlier illness is an entry or a text."""
    if info.tidligere_sykdom_fragment is None and info.journaltekst is None:
        yield Breach()
