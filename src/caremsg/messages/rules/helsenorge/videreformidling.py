"""Rules about how a message is passed on to a citizen (HITS 1217, and comments in the schema)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, put, text
from caremsg.declare.rules import Breach, rule
from caremsg.findings import Severity, Words

from ...given import Given
from ...helsenorge.leveringsrapport import Leveringsrapport
from ...helsenorge.melding_innbygger import MeldingInnbygger
from ...helsenorge.videreformidling import InfoFysiskPost, Videreformidling

SAMPLE = "videreformidling-1.0"
_SOURCE = "HITS 1217:2018; the schema of Videreformidling 1.0"


@rule(
    "PAT020",
    "PAT-11",
    source=_SOURCE,
    en="the sender answers for the address, and gives none",
    nb="avsenderen tar ansvar for adressen, og oppgir ingen",
    why=Words(
        "The letter cannot be sent, since nobody else looks the address up.",
        "Brevet kan ikke sendes, siden ingen andre slår opp adressen.",
    ),
    mend=Words(
        "Give MottakerPostadresse, or let the register answer for it.",
        "Oppgi MottakerPostadresse, eller la registeret ta ansvaret.",
    ),
    sample=SAMPLE,
    bad=drop("//MottakerPostadresse"),
)
def a_letter_has_an_address(letter: InfoFysiskPost, _: Given) -> Iterator[Breach]:
    """A sender who answers for the address of a letter gives it."""
    if letter.avsender_tar_ansvar_for_adresse and letter.mottaker_postadresse is None:
        yield Breach("mottaker_postadresse")


@rule(
    "PAT021",
    "PAT-12",
    source="caremsg, derived from the schema of Videreformidling 1.0",
    severity=Severity.WARNING,
    en="{channel} is chosen, and {missing} is not there",
    nb="{channel} er valgt, og {missing} er ikke der",
    why=Words(
        "The channel needs it, so the message reaches the citizen by another one, or not at all.",
        "Kanalen trenger det, så meldingen går en annen vei, eller ingen.",
    ),
    mend=Words(
        "Give it, or do not choose the channel.", "Oppgi det, eller la være å velge kanalen."
    ),
    sample=SAMPLE,
    bad=drop("//InfoFysiskPost"),
)
def a_channel_has_what_it_needs(way: Videreformidling, _: Given) -> Iterator[Breach]:
    """Each channel that is chosen has the information it needs."""
    chosen, only = way.kanalvalg, way.mottakeravgrensning
    dpi = (chosen is not None and chosen.godkjent_for_dpi) or (
        only is not None and only.bare_til_dpi_brukere
    )
    post = (chosen is not None and chosen.godkjent_for_fysisk_post) or (
        only is not None and only.bare_til_fysisk_post_brukere
    )
    if dpi and way.info_dpi is None:
        yield Breach("info_dpi", channel="DPI", missing="InfoDPI")
    if post and way.info_fysisk_post is None:
        yield Breach("info_fysisk_post", channel="FysiskPost", missing="InfoFysiskPost")


@rule(
    "PAT022",
    "PAT-12",
    source="caremsg, derived from the schema of Videreformidling 1.0",
    severity=Severity.WARNING,
    en="no channel is chosen",
    nb="ingen kanal er valgt",
    why=Words("The message reaches nobody.", "Meldingen når ingen."),
    mend=Words("Choose at least one.", "Velg minst én."),
    sample=SAMPLE,
    bad=(
        text("//GodkjentForHelsenorge", "false"),
        text("//GodkjentForDPI", "false"),
        text("//GodkjentForFysiskPost", "false"),
    ),
)
def some_channel_is_chosen(way: Videreformidling, _: Given) -> Iterator[Breach]:
    """At least one channel is chosen."""
    chosen, only = way.kanalvalg, way.mottakeravgrensning
    if chosen is not None and not (
        chosen.godkjent_for_helsenorge or chosen.godkjent_for_dpi or chosen.godkjent_for_fysisk_post
    ):
        yield Breach("kanalvalg")
    if only is not None and not (only.bare_til_dpi_brukere or only.bare_til_fysisk_post_brukere):
        yield Breach("mottakeravgrensning")


_BESIDE = (
    "<Videreformidling xmlns='http://ehelse.no/xmlstds/Videreformidling/2018-09-25'><Kanalvalg>"
    "<GodkjentForHelsenorge>true</GodkjentForHelsenorge><GodkjentForDPI>false</GodkjentForDPI>"
    "<GodkjentForFysiskPost>false</GodkjentForFysiskPost></Kanalvalg>"
    "<OmfattetAvReservasjonsrett>true</OmfattetAvReservasjonsrett>"
    "<Leveringsrapport>true</Leveringsrapport></Videreformidling>"
)


@rule(
    "PAT023",
    "PAT-14",
    source="HITS 1217:2018",
    en="the document stands first, where the Dialogmelding has to be",
    nb="dokumentet står først, der Dialogmelding skal være",
    why=Words(
        "Receivers read the first document as the message, and this one only tells about it.",
        "Mottakere leser det første dokumentet som meldingen, og dette forteller bare om den.",
    ),
    mend=Words(
        "Put Dialogmelding first, and this document after it.",
        "Legg Dialogmelding først, og dette dokumentet etter.",
    ),
    sample="dialog-time-1.1",
    bad=(drop("Document[1]/RefDoc/Content/*"), put("Document[1]/RefDoc/Content", _BESIDE)),
)
def stands_after_the_dialog(
    document: MeldingInnbygger | Videreformidling | Leveringsrapport, given: Given
) -> Iterator[Breach]:
    """What tells about a dialog stands after it."""
    if given.head is not None and given.payload is document:
        yield Breach()
