"""What a receiver may choose: the standard leaves these to each customer."""

from __future__ import annotations

from attrs import frozen

from caremsg.check import RECEIVING, Policy

__all__ = ["RECEIVE", "Receiving"]


@frozen
class Receiving:
    """How messages are received. The same for all messages of one receiver."""

    check: Policy = RECEIVING
    """How bad the findings are. A finding may refuse a message when it is an error here."""
    refuse_unknown_service: bool = True
    """Refuse with E21 when the organisation is ours, but not the service or person.

    False: let it in with a warning (errata of 2017 to HIS 80415)."""
    refuse_missing_service: bool = False
    """The same where no service or person is addressed at all."""
    answer_unreadable: bool = True
    """Answer what is not well-formed, not valid or not supported (T01, T02, T10, T99).

    False: stay silent, as the standard allows; the reception gives the reason."""
    hold_unknown_patients: bool = False
    """Wait for a person before anything is answered when the patient is not known here.

    The acknowledgement is made when `Exchange.settle` is called (HIS 80415:2012, 3.3.4)."""
    types: frozenset[str] | None = None
    """The message types (8279) that are taken in; others are refused. None: all."""
    drafts: bool = False
    """Take in messages of an edition that is only a draft, such as PLO 2.0."""
    software: tuple[str, str] | None = None
    """Name and version of the receiving system, for the acknowledgement."""


RECEIVE = Receiving()
"""What is done when nothing else is said."""
