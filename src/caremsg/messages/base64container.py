"""A file inside a message (kith-base64.xsd; HIS 1036)."""

from __future__ import annotations

from typing import Annotated

from caremsg.declare import Edition, Message, element, text
from caremsg.values import Base64

from .editions import BASE64_1_0
from .namespaces import B64

__all__ = ["Base64Container"]


@element(B64)
class Base64Container(Message):
    """A file, in base64."""

    edition: Edition = BASE64_1_0
    content: Annotated[Base64, text]
    """The file; `.content.data` gives its bytes."""
