"""What a calendar is, and what something in it is about (RFC 5545, 3.7 and 3.8.1)."""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import choice, element, facets, named
from caremsg.values import Float

from ....namespaces import XCAL
from ..values import Uri
from .shapes import AnyProperty, IntegerProperty, TextListProperty, TextProperty

__all__ = [
    "Attach",
    "Calscale",
    "Categories",
    "Class",
    "Comment",
    "Description",
    "Geo",
    "Location",
    "Method",
    "PercentComplete",
    "Priority",
    "Prodid",
    "Resources",
    "Status",
    "Summary",
    "Version",
]


@element(XCAL, name="method")
class Method(TextProperty):
    """What the calendar is sent for: to invite, to cancel and so on."""


@element(XCAL, name="prodid")
class Prodid(TextProperty):
    """The program that made the calendar."""


@element(XCAL, name="version")
class Version(TextProperty):
    """The version of the format."""


@element(XCAL, name="categories")
class Categories(TextListProperty):
    """Key words."""


@element(XCAL, name="class")
class Class(TextProperty):
    """Who may see it: everybody, or not."""


@element(XCAL, name="comment")
class Comment(TextProperty):
    """A remark."""


@element(XCAL, name="description")
class Description(TextProperty):
    """What it is about, at length."""


@element(XCAL, name="location")
class Location(TextProperty):
    """Where it takes place."""


@element(XCAL, name="percent-complete")
class PercentComplete(IntegerProperty):
    """How much of a task is done."""


@element(XCAL, name="priority")
class Priority(IntegerProperty):
    """How much it matters: 1 is most, 9 least, 0 is not said."""


@element(XCAL, name="resources")
class Resources(TextListProperty):
    """What is needed: rooms, equipment."""


@element(XCAL, name="status")
class Status(TextProperty):
    """How it stands: confirmed, cancelled and so on."""


@element(XCAL, name="summary")
class Summary(TextProperty):
    """What it is about, in one line."""


@element(XCAL, name="calscale")
class Calscale(AnyProperty):
    """The kind of calendar that dates are counted in."""

    text: Annotated[str, named("text"), facets(values=("GREGORIAN",))]


@element(XCAL, name="attach")
class Attach(AnyProperty):
    """Something attached: where it is, or the thing itself."""

    uri: Annotated[Uri | None, choice("what", required=True)] = None
    binary: Annotated[str | None, named("binary"), choice("what", required=True)] = None
    """In base64."""


@element(XCAL, name="geo")
class Geo(AnyProperty):
    """Where on the globe it is."""

    latitude: Annotated[Float, named("latitude")]
    longitude: Annotated[Float, named("longitude")]
