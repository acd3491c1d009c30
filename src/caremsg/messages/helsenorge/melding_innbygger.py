"""MeldingInnbygger 1.0: a message to a citizen (HITS 1217)."""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Edition, Message, Strength, coded, element, facets
from caremsg.values import DateTime

from ..datatypes import CV
from ..editions import MELDING_INNBYGGER_1_0
from ..namespaces import MELDING_INNBYGGER

__all__ = ["MeldingInnbygger"]


@element(MELDING_INNBYGGER, default=MELDING_INNBYGGER)
class MeldingInnbygger(Message):
    """A message to a citizen, as it is to be shown."""

    edition: Edition = MELDING_INNBYGGER_1_0
    innholdstype: Annotated[CV | None, coded(7613, strength=Strength.REQUIRED)] = None
    """The kind of message: a call to an appointment, a reply and so on."""
    emne: Annotated[str, facets(min_length=1, max_length=192)]
    """The subject."""
    meldingsavsender: Annotated[str, facets(min_length=1, max_length=255)]
    """The sender, as shown to the citizen."""
    meldingstekst: str
    """The text."""
    svar_tillatt: bool
    """The citizen may answer."""
    utsatt_visningstidspunkt: DateTime | None = None
    """Not to be shown before this time."""
    del_innhold_med_helsepersonell: Annotated[CV | None, coded(9246)] = None
    """The health professional that the message is shared with."""
