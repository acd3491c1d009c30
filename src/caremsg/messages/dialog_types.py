"""What a Dialogmelding may be used for: the message type in its head decides, not its content.

Source: HIS 1151, HIS 1152, HIS 1077, HIS 1206, HITS 1228, HITS 1217.
"""

from __future__ import annotations

from attrs import frozen

from caremsg.declare import Edition

from .editions import DIALOG_1_0, DIALOG_1_1

__all__ = ["DIALOG_TYPES", "INNBYGGER", "DialogType", "dialog_type"]

INNBYGGER = "DIALOG_INNBYGGER_"
"""What the codes of all services for citizens begin with."""


@frozen
class DialogType:
    """One use of Dialogmelding."""

    code: str
    """The code in system 8279."""
    display: str
    """What the code is called."""
    editions: tuple[Edition, ...]
    """The editions it is written in."""


DIALOG_TYPES = {
    made.code: made
    for made in (
        DialogType("DIALOG_FORESPORSEL", "Forespørsel", (DIALOG_1_0,)),
        DialogType("DIALOG_SVAR", "Svar på forespørsel", (DIALOG_1_0,)),
        DialogType("DIALOG_NOTAT", "Notat", (DIALOG_1_0,)),
        DialogType("DIALOG_AVVIK", "Tilbakemelding om feil i mottatt melding", (DIALOG_1_0,)),
        DialogType("DIALOG_HELSEFAGLIG", "Helsefaglig dialog", (DIALOG_1_1,)),
        DialogType("DIALOG_STATUS_HENVISNING", "Status på henvisning", (DIALOG_1_1,)),
        DialogType("DIALOG_TIL_ARKIVERING", "Til arkivering i pasientens journal", (DIALOG_1_1,)),
    )
}
"""Those between care services and doctors, by code."""


def dialog_type(code: str) -> DialogType | None:
    """The use with a code; the services for citizens have no fixed display and edition."""
    if code.startswith(INNBYGGER):
        return DialogType(code, "", (DIALOG_1_1, DIALOG_1_0))
    return DIALOG_TYPES.get(code)
