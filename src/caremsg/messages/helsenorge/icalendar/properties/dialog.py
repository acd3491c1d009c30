"""What the digital dialogue adds (iCalendar-DigitalDialog*-extensions.xsd)."""

from __future__ import annotations

from typing import Annotated, Literal

from caremsg.declare import element, named

from ....namespaces import XCAL
from ..values import Span
from .shapes import AnyProperty, DateTimeProperty, TextProperty

__all__ = [
    "XAvailableAt",
    "XCancellationReason",
    "XExpectedDuration",
    "XReferralId",
]


@element(XCAL, name="x-available-at")
class XAvailableAt(DateTimeProperty):
    """When somebody can be reached, in dialogues with a general practitioner."""


@element(XCAL, name="x-referral-id")
class XReferralId(TextProperty):
    """The referral it belongs to, in dialogues with a hospital."""


@element(XCAL, name="x-expected-duration")
class XExpectedDuration(AnyProperty):
    """How long it is thought to take, in dialogues with a municipality."""

    duration: Annotated[Span, named("duration")]


@element(XCAL, name="x-cancellation-reason")
class XCancellationReason(AnyProperty):
    """Why it was called off, in dialogues with a municipality."""

    text: Annotated[
        Literal[
            "Avlyst av tjeneste",
            "Avlyst - ikke hjemme",
            "Avlyst av tjenestemottaker selv",
            "Avlyst på vegne av tjenestemottaker",
        ],
        named("text"),
    ]
