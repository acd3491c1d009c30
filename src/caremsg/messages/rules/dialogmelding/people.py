"""What rules of dialog messages ask about those who take part; no rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...common import TeleCom
from ...dialogmelding import (
    Dialogmelding,
    Foresporsel,
    HealthcareProfessional,
    Notat,
    RollerRelatertNotat,
)
from ..reading import blank, code_in

__all__ = ["bodies", "can_be_called", "has_name", "is_at_receiver", "responsible"]

_CONTACT = "24"
_VOICE = ("", "tel", "mob")


def bodies(message: Dialogmelding) -> Iterator[tuple[str, Foresporsel | Notat]]:
    """The questions or notes of a message with their paths; not questions that are repeated."""
    parts: Sequence[Foresporsel | Notat] = message.innhold
    for number, part in enumerate(parts):
        yield f"innhold[{number}]", part


def can_be_called(contacts: Iterable[TeleCom]) -> bool:
    """True when there is a telephone number among the addresses."""
    return any(
        one.tele_address.scheme.lower() in _VOICE and one.tele_address.strip() for one in contacts
    )


def has_name(person: HealthcareProfessional) -> bool:
    """True when a professional has a family name and a given name."""
    return not blank(person.family_name) and not blank(person.given_name)


def is_at_receiver(part: RollerRelatertNotat) -> bool:
    """True for a contact at the receiver (role 24): no author, and perhaps without a name."""
    inner = getattr(part.innhold, "role_to_patient", None)
    return code_in(part.role_to_patient, _CONTACT) or code_in(inner, _CONTACT)


def responsible(part: RollerRelatertNotat) -> HealthcareProfessional | None:
    """The professional in a part, if it may be who answers for the text."""
    person = part.innhold
    if not isinstance(person, HealthcareProfessional) or is_at_receiver(part):
        return None
    return person
